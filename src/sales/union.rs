//! Two records made one: field by field what each says and which of it stays, and the statements that do it. Nothing is
//! lost: exchanges, deals and purchases of both stay, the values that give way stay in the history, and taking the act
//! back parts them again exactly.

use super::{
    book::{Book, Records},
    contact::{Complaint, Dealings, NextStep},
    entity::Entity,
    fact::{
        Approach, Assigned, Complained, Fact, Linked, Merged, Permission, Permitted, Promised, Role, Set, Statement,
        Value,
    },
    fields::{FIELDS, Fields, Holds, field},
    fold::Record,
};

/// What may differ between two records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A field of the catalogue, or one of the firm's own.
    Field(String),
    /// Where somebody works.
    House,
    /// Who brought them.
    Brought,
    /// Who looks after them.
    Owner,
    /// The next step without a deal.
    Next,
}

/// What a record says about a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// A value of a field.
    Value(Value),
    /// Somebody.
    Entity(Entity),
    /// A colleague.
    Owner(String),
    /// A step.
    Next(NextStep),
}

/// Whose word stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stays {
    /// That of the record that stays.
    One,
    /// That of the other.
    Other,
    /// Both: tags and notes.
    Both,
}

/// A topic on which both records are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub topic: Topic,
    /// What the one says.
    pub one: Option<Worth>,
    /// What the other says.
    pub other: Option<Worth>,
    /// Whose word stays.
    pub stays: Stays,
}

impl Line {
    /// Both say the same.
    pub fn agrees(&self) -> bool {
        self.one == self.other
    }

    /// Whether both words can stay.
    pub fn can_both(&self) -> bool {
        let two = self.one.is_some() && self.other.is_some() && !self.agrees();
        let long = matches!(&self.topic, Topic::Field(key) if field(key).is_some_and(|field| matches!(field.holds, Holds::Tags | Holds::Lines)));
        two && long
    }

    /// The next choice, for a key that goes through them.
    pub fn turn(&mut self) {
        self.stays = match self.stays {
            _ if self.agrees() => self.stays,
            Stays::One => Stays::Other,
            Stays::Other if self.can_both() => Stays::Both,
            Stays::Other | Stays::Both => Stays::One,
        };
    }

    /// What will be said once they are one.
    pub fn result(&self) -> Option<Worth> {
        match (self.stays, &self.one, &self.other) {
            (Stays::Both, Some(Worth::Value(one)), Some(Worth::Value(other))) => Some(Worth::Value(both(one, other))),
            (Stays::Other, _, other) => other.clone(),
            (_, one, _) => one.clone(),
        }
    }
}

/// What both bring along, none of it lost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Exchanges and remarks.
    pub exchanges: usize,
    /// Deals.
    pub deals: usize,
    /// Purchases.
    pub purchases: usize,
    /// People who work there.
    pub people: usize,
}

/// Two records that are to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Union {
    /// The record that stays.
    pub one: Entity,
    /// The one that becomes part of it.
    pub other: Entity,
    /// Topic by topic.
    pub lines: Vec<Line>,
    /// What both bring along.
    pub kept: Kept,
    /// What the facts of both add up to by themselves.
    folded: Side,
    /// What must be heard once more, or the facts of the other would hide it.
    heard: Vec<Statement>,
}

impl Union {
    /// Of two records of one kind and every fact that names either; nothing where one is not there.
    pub fn of(book: &Book, one: Entity, other: Entity, facts: &[Fact]) -> Option<Self> {
        let (one, other) = (book.resolve(one), book.resolve(other));
        if one == other || one.kind != other.kind {
            return None;
        }
        let (mut mine, mut theirs) = (Side::of(book, one)?, Side::of(book, other)?);
        for side in [&mut mine, &mut theirs] {
            side.brought.take_if(|brought| [one, other].contains(brought));
        }
        let folded = Side::from(book.united(facts, &Merged { from: other, into: one }), book)?;
        let mut union = Self {
            one,
            other,
            lines: lines(&mine, &theirs),
            kept: kept(book, &mine, &theirs),
            folded,
            heard: Vec::new(),
        };
        union.heard = union.hidden(&mine.dealings, &theirs.dealings);
        Some(union)
    }

    /// The statements that make them one, as chosen.
    pub fn statements(&self) -> Vec<Statement> {
        let mut said = vec![Statement::Merged(Merged { from: self.other, into: self.one })];
        for line in &self.lines {
            let (wanted, by_itself) = (line.result(), self.folded.worth(&line.topic));
            if wanted != by_itself {
                said.extend(self.say(&line.topic, wanted, by_itself));
            }
        }
        said.extend(self.heard.iter().cloned());
        said
    }

    fn say(&self, topic: &Topic, worth: Option<Worth>, instead: Option<Worth>) -> Option<Statement> {
        let about = self.one;
        let link = |role: Role| match (worth.clone(), instead) {
            (Some(Worth::Entity(to)), _) => Some(Statement::Linked(Linked { from: about, to, role, tied: true })),
            (_, Some(Worth::Entity(to))) => Some(Statement::Linked(Linked { from: about, to, role, tied: false })),
            _ => None,
        };
        match topic {
            Topic::Field(field) => {
                let value = match worth {
                    Some(Worth::Value(value)) => value,
                    _ => Value::Nothing,
                };
                Some(Statement::Set(Set { about, field: field.clone(), value }))
            }
            Topic::House => link(Role::WorksFor),
            Topic::Brought => link(Role::ReferredBy),
            Topic::Owner => {
                let owner = if let Some(Worth::Owner(owner)) = worth { owner } else { String::new() };
                Some(Statement::Assigned(Assigned { about, owner, note: String::new() }))
            }
            Topic::Next => {
                let next = if let Some(Worth::Next(next)) = worth { Some(next) } else { None };
                let what = next.as_ref().map(|next| next.what.clone()).unwrap_or_default();
                Some(Statement::Promised(Promised { about, due: next.map(|next| next.due), what }))
            }
        }
    }

    /// Oppositions and open complaints of either that the other's facts would hide: they hold for the person. And that
    /// the one brought the other means nothing any more.
    fn hidden(&self, mine: &Dealings, theirs: &Dealings) -> Vec<Statement> {
        let (folded, about) = (&self.folded.dealings, self.one);
        let opposed = Approach::ALL.into_iter().filter(|approach| !folded.opposed(*approach)).filter_map(|approach| {
            let said = [mine, theirs].into_iter().find(|dealings| dealings.opposed(approach))?.permission(approach)?;
            Some(Statement::Permitted(Permitted {
                about,
                approach: Some(approach),
                permission: Permission::Opposed,
                wording: said.wording.clone(),
                origin: said.origin.clone(),
                on: said.on,
            }))
        });
        let open = [mine, theirs].into_iter().find_map(Dealings::complaint).filter(|_| folded.complaint().is_none());
        let open = open.map(|Complaint { text, since, .. }| {
            Statement::Complained(Complained { about, text: text.clone(), open: true, on: *since })
        });
        let own = self
            .folded
            .brought
            .filter(|brought| [self.one, self.other].contains(brought))
            .map(|to| Statement::Linked(Linked { from: about, to, role: Role::ReferredBy, tied: false }));
        opposed.chain(open).chain(own).collect()
    }
}

/// A record of a person or a company, by topics.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Side {
    fields: Fields,
    dealings: Dealings,
    house: Option<Entity>,
    brought: Option<Entity>,
    people: usize,
}

impl Side {
    fn of(book: &Book, entity: Entity) -> Option<Self> {
        let contact = book.contact(entity).map(Record::Contact);
        Self::from(contact.or_else(|| book.company(entity).map(Record::Company))?, book)
    }

    fn from(record: Record, book: &Book) -> Option<Self> {
        let home = |entity| book.resolve(entity);
        match record {
            Record::Contact(contact) => Some(Self {
                fields: contact.fields,
                dealings: contact.dealings,
                house: contact.company.map(home),
                brought: contact.referred_by.map(home),
                people: 0,
            }),
            Record::Company(company) => Some(Self {
                fields: company.fields,
                dealings: company.dealings,
                house: None,
                brought: None,
                people: company.people.len(),
            }),
            Record::Deal(_) => None,
        }
    }

    fn worth(&self, topic: &Topic) -> Option<Worth> {
        match topic {
            Topic::Field(key) => self.fields.get(key).cloned().map(Worth::Value),
            Topic::House => self.house.map(Worth::Entity),
            Topic::Brought => self.brought.map(Worth::Entity),
            Topic::Owner => Some(self.dealings.owner.clone()).filter(|owner| !owner.is_empty()).map(Worth::Owner),
            Topic::Next => self.dealings.next.clone().map(Worth::Next),
        }
    }
}

/// Every topic on which one of them says something, in the order of the catalogue.
fn lines(one: &Side, other: &Side) -> Vec<Line> {
    let own = one.fields.iter().chain(other.fields.iter()).map(|(key, _)| key).filter(|key| field(key).is_none());
    let mut own: Vec<&str> = own.collect();
    own.sort_unstable();
    own.dedup();
    let fields = FIELDS.iter().map(|field| field.key).chain(own).map(|key| Topic::Field(key.to_owned()));
    let topics = fields.chain([Topic::House, Topic::Brought, Topic::Owner, Topic::Next]);
    topics.filter_map(|topic| line(topic, one, other)).collect()
}

fn line(topic: Topic, one: &Side, other: &Side) -> Option<Line> {
    let (one, other) = (one.worth(&topic), other.worth(&topic));
    if one.is_none() && other.is_none() {
        return None;
    }
    // Whoever is not set aside must not be hidden by a double that is.
    let aside = matches!(&topic, Topic::Field(key) if key.ends_with(".archived"));
    let stays = if one.is_none() == aside { Stays::One } else { Stays::Other };
    let mut line = Line { topic, one, other, stays };
    if line.can_both() {
        line.stays = Stays::Both;
    }
    Some(line)
}

fn kept(book: &Book, one: &Side, other: &Side) -> Kept {
    let mut kept = Kept::default();
    for side in [one, other] {
        kept.exchanges += side.dealings.activities.len();
        kept.deals += side.dealings.deals.len();
        kept.people += side.people;
        let bought = |deal: &Entity| book.deal(*deal).map_or(0, |deal| deal.purchases.len());
        kept.purchases += side.dealings.deals.iter().map(bought).sum::<usize>();
    }
    kept
}

/// Tags of both, each once; the lines of both notes.
pub(super) fn both(one: &Value, other: &Value) -> Value {
    match (one, other) {
        (Value::List(one), Value::List(other)) => {
            let new = other.iter().filter(|word| !one.contains(word));
            Value::List(one.iter().chain(new).cloned().collect())
        }
        (Value::Text(one), Value::Text(other)) => Value::Text(format!("{one}\n{other}")),
        _ => one.clone(),
    }
}
