//! Fields by the words people use for them, and their values by the text people type.

use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fact::{Linked, Role, Set, Statement, Value},
    fields::{self, FIELDS, Field, Holds},
    words::{Flaw, fold::folded, value},
};

use super::{
    door::Door,
    stop::{Code, Stop},
    who::deals_of,
};

/// A field somebody named: of the catalogue, or of the firm's own.
pub(super) struct Named {
    pub(super) key: String,
    pub(super) about: Kind,
    field: Field,
}

/// The field a word means, for a party of a kind: `téléphone` of a company is its switchboard.
pub(super) fn named(door: &Door, word: &str, party: Kind) -> Result<Named, Stop> {
    let asked = folded(word).into_owned();
    let own = door.playbook().fields().iter().find(|field| {
        field.key == word
            || field.words.contains(&asked)
            || [&field.label.fr, &field.label.en].iter().any(|label| folded(label) == asked)
    });
    if let Some(own) = own {
        let field = fields::own(own.about, own.holds);
        return Ok(Named { key: own.key.clone(), about: own.about, field });
    }
    let means = |field: &&Field| {
        field.key == word
            || field.key.split_once('.').is_some_and(|(_, last)| folded(&last.replace('_', " ")) == asked)
            || field.words.contains(&asked.as_str())
            || folded(&door.voice.field(field.key)) == asked
    };
    let order = if party == Kind::Company {
        [Kind::Company, Kind::Deal, Kind::Contact]
    } else {
        [Kind::Contact, Kind::Deal, Kind::Company]
    };
    let found = order.into_iter().find_map(|kind| FIELDS.iter().filter(|field| field.about == kind).find(means));
    let field = found.map(|field| of_kind(field, party)).ok_or_else(|| unknown(door, word, &asked))?;
    Ok(Named { key: field.key.to_owned(), about: field.about, field: *field })
}

/// A company has its own phone, mail and address.
fn of_kind(field: &'static Field, party: Kind) -> &'static Field {
    if field.about == Kind::Contact && party == Kind::Company {
        let last = field.key.split_once('.').map_or("", |(_, last)| last);
        let key = format!("company.{last}");
        return FIELDS.iter().find(|own| own.key == key).unwrap_or(field);
    }
    field
}

fn unknown(door: &Door, word: &str, asked: &str) -> Stop {
    let near = FIELDS.iter().filter(|field| {
        let names = field.words.iter().copied().chain([field.key]);
        names.into_iter().any(|name| asked.chars().count() > 2 && (name.starts_with(asked) || asked.starts_with(name)))
    });
    let near: Vec<String> = near.take(4).map(|field| door.voice.field(field.key)).collect();
    let key = if near.is_empty() { "cli-field-unknown" } else { "cli-field-unknown_near" };
    Stop::input(door.tell(key, &vec![("field", word.into()), ("near", near.join(", ").into())]))
}

impl Named {
    /// What a text means for the field; empty text empties it.
    pub(super) fn read(&self, door: &Door, party: Option<Entity>, text: &str) -> Result<Value, Stop> {
        let digits = text.trim();
        if self.field.holds == Holds::Postcode && digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
        {
            return Err(Stop::input(door.tell("cli-field-postcode", &vec![("text", digits.into())])));
        }
        let read = value::read(&self.field, text, &door.context(party));
        read.map(|read| read.value).map_err(|flaw| self.flaw(door, text, &flaw))
    }

    fn flaw(&self, door: &Door, text: &str, flaw: &Flaw) -> Stop {
        let label = door.telling().label(&self.key);
        let args = vec![("field", label.into()), ("text", text.into()), ("why", door.voice.flaw(flaw).into())];
        Stop::input(door.tell("cli-field-flaw", &args)).with("field", self.key.as_str())
    }
}

/// Where the fields of a party go: the person, the house, the open deal; what is not there yet is named anew.
pub(super) struct Places {
    pub(super) party: Entity,
    company: Option<Entity>,
    deal: Option<Entity>,
    several: bool,
    /// What has to be said first of things named anew.
    pub(super) first: Vec<Statement>,
}

impl Places {
    /// Of a party that is there.
    pub(super) fn of(door: &Door, party: Entity, deal: Option<Entity>) -> Self {
        let company = match party.kind {
            Kind::Company => Some(party),
            _ => door.book().contact(party).and_then(|contact| contact.company),
        };
        let open: Vec<Entity> =
            deals_of(door.book(), party).iter().filter(|deal| deal.is_open()).map(|deal| deal.entity).collect();
        let only = if let [one] = open.as_slice() { Some(*one) } else { None };
        Self { party, company, deal: deal.or(only), several: open.len() > 1, first: Vec::new() }
    }

    /// Of somebody entered just now.
    pub(super) fn fresh() -> Self {
        let party = Entity::fresh(Kind::Contact, 0);
        Self { party, company: None, deal: None, several: false, first: Vec::new() }
    }

    /// A party that is a house alone.
    pub(super) fn house() -> Self {
        let party = Entity::fresh(Kind::Company, 0);
        Self { party, company: Some(party), deal: None, several: false, first: Vec::new() }
    }

    /// The entity a field belongs to.
    pub(super) fn entity(&mut self, door: &Door, about: Kind) -> Result<Entity, Stop> {
        match about {
            Kind::Contact if self.party.kind == Kind::Company => {
                Err(Stop::input(door.voice.say("cli-field-of_person")))
            }
            Kind::Contact => Ok(self.party),
            Kind::Company => Ok(self.house_of()),
            Kind::Deal if self.deal.is_none() && self.several => {
                Err(door.search().deal_of(self.party, super::who::Scope::Open).err().unwrap_or_else(|| bug(door)))
            }
            Kind::Deal => Ok(self.project()),
        }
    }

    /// The house, named anew where the person has none.
    pub(super) fn house_of(&mut self) -> Entity {
        let (party, first) = (self.party, &mut self.first);
        *self.company.get_or_insert_with(|| {
            let company = Entity::fresh(Kind::Company, 0);
            first.push(Statement::Linked(Linked { from: party, to: company, role: Role::WorksFor, tied: true }));
            company
        })
    }

    /// The person works for a house that is there.
    pub(super) fn works_for(&mut self, company: Entity) {
        self.company = Some(company);
        let linked = Linked { from: self.party, to: company, role: Role::WorksFor, tied: true };
        self.first.push(Statement::Linked(linked));
    }

    /// The deal, named anew where there is no open one.
    pub(super) fn project(&mut self) -> Entity {
        let (party, first) = (self.party, &mut self.first);
        *self.deal.get_or_insert_with(|| {
            let deal = Entity::fresh(Kind::Deal, 0);
            first.push(Statement::Linked(Linked { from: deal, to: party, role: Role::Party, tied: true }));
            deal
        })
    }
}

fn bug(door: &Door) -> Stop {
    Stop::new(Code::Bug, door.voice.say("cli-bug-no_deal"))
}

/// `field = value` of an entity.
pub(super) fn set(about: Entity, field: &str, value: Value) -> Statement {
    Statement::Set(Set { about, field: field.to_owned(), value })
}

/// The company of exactly this name, if there is one.
pub(super) fn company_named(door: &Door, name: &str) -> Option<Entity> {
    let asked = folded(name).into_owned();
    let named = |entity: &Entity| door.book().company(*entity).is_some_and(|company| folded(company.name()) == asked);
    door.book().entities(Kind::Company).find(named)
}
