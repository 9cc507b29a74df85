//! Who and what goes when somebody is forgotten: the person under every name, the deals with them, and every word said
//! about either. Pure: facts in, facts without those words out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    book::{Book, History, Records, Unreadable, deals_about},
    entity::{Entity, Kind},
    fact::{Fact, FactId, Linked, Permission, Role, Set, Statement, Struck, Value},
    mention::Mention,
    words::{fold::folded, phone},
};

/// What is to be forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erasure {
    /// The person or the company, under every name, and their deals.
    pub scope: BTreeSet<Entity>,
    /// Facts that lose words.
    pub facts: usize,
    /// Exchanges among what they said.
    pub exchanges: usize,
    /// Addresses and numbers by which they would be met again.
    pub reach: BTreeSet<String>,
    /// Whether they opposed some channel.
    pub opposed: bool,
    called: Called,
    /// Which statements go out of which facts: later strikes name the others by their place.
    out: BTreeMap<FactId, Vec<u32>>,
}

/// How they were ever called, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) given: BTreeSet<String>,
    pub(super) family: BTreeSet<String>,
    pub(super) houses: BTreeSet<String>,
}

impl Called {
    fn note(&mut self, field: &str, name: &str) {
        let names = match field {
            "contact.given_name" => &mut self.given,
            "contact.family_name" => &mut self.family,
            "company.name" => &mut self.houses,
            _ => return,
        };
        names.insert(folded(name).into_owned());
    }
}

impl Erasure {
    /// Of a person or a company, with everything ever said of them, whether it still counts or not.
    pub fn of(book: &Book, entity: Entity, history: &mut dyn History) -> Result<Self, Unreadable> {
        Self::of_all(book, &[entity], history)
    }

    /// Of several.
    pub fn of_all(book: &Book, entities: &[Entity], history: &mut dyn History) -> Result<Self, Unreadable> {
        let homes: BTreeSet<Entity> = entities.iter().map(|entity| book.resolve(*entity)).collect();
        let is_theirs = |deal: Entity| party(book, deal).is_some_and(|party| homes.contains(&party));
        let mut erasure = Self::default();
        let mut waiting: Vec<Entity> = homes.iter().flat_map(|home| book.names_of(*home)).collect();
        let own = homes.iter().flat_map(|home| deals_about(book, *home)).filter(|deal| is_theirs(*deal));
        waiting.extend(own.flat_map(|deal| book.names_of(deal)));
        while let Some(entity) = waiting.pop() {
            if !erasure.scope.insert(entity) {
                continue;
            }
            for said in history.facts_of(entity)?.iter().flat_map(|fact| &fact.statements) {
                waiting.extend(deal_with(said, entity).filter(|deal| party(book, *deal).is_none() || is_theirs(*deal)));
            }
        }
        let mut seen = BTreeSet::new();
        for entity in erasure.scope.clone() {
            for fact in history.facts_of(entity)? {
                if seen.insert(fact.id) {
                    erasure.weigh(&fact);
                }
            }
        }
        erasure.facts = seen.len();
        erasure.opposed = homes.iter().any(|home| opposed(book, *home));
        Ok(erasure)
    }

    /// The deals that go with them.
    pub fn deals(&self) -> impl Iterator<Item = Entity> + '_ {
        self.scope.iter().copied().filter(|entity| entity.kind == Kind::Deal)
    }

    pub(super) fn called(&self) -> &Called {
        &self.called
    }

    /// Statements about others that name them go as well.
    pub fn take(&mut self, mentions: &[Mention]) {
        for (fact, at) in mentions.iter().map(|mention| mention.at) {
            let out = self.out.entry(fact).or_default();
            out.extend((!out.contains(&at)).then_some(at));
        }
    }

    /// A fact without what it says of them; its place stays, so that numbers have no gap.
    #[must_use]
    pub fn strip(&self, mut fact: Fact) -> Fact {
        let out = self.out.get(&fact.id).map(Vec::as_slice).unwrap_or_default();
        let said = std::mem::take(&mut fact.statements).into_iter().zip(0_u32..);
        let stays = said.filter(|(_, at)| !out.contains(at));
        fact.statements = stays.filter_map(|(said, _)| self.kept(said)).collect();
        fact
    }

    fn kept(&self, said: Statement) -> Option<Statement> {
        match said {
            Statement::Struck(struck) => {
                let out = self.out.get(&struck.fact).map(Vec::as_slice).unwrap_or_default();
                let before = out.iter().filter(|at| **at < struck.at).count() as u32;
                (!out.contains(&struck.at)).then(|| Statement::Struck(Struck { at: struck.at - before, ..struck }))
            }
            said => (!self.concerns(&said)).then_some(said),
        }
    }

    /// Whether a text that was typed and not recorded speaks of them.
    pub fn speaks_of(&self, place: &str, text: &str) -> bool {
        let plain = folded(text);
        self.scope.iter().any(|entity| place.contains(&entity.id.to_string()))
            || self.reach.iter().any(|word| text.to_lowercase().contains(word) || plain.contains(&*folded(word)))
            || self.called.family.iter().chain(&self.called.houses).any(|name| name.len() > 2 && plain.contains(name))
    }

    pub(super) fn concerns(&self, said: &Statement) -> bool {
        match said {
            Statement::Unknown(raw) => self.scope.iter().any(|entity| raw.0.get().contains(&entity.id.to_string())),
            said => said.entities().any(|named| self.scope.contains(&named)),
        }
    }

    fn weigh(&mut self, fact: &Fact) {
        let concerned = fact.statements.iter().enumerate().filter(|(_, said)| self.concerns(said));
        let out: Vec<u32> = concerned.map(|(at, _)| at as u32).collect();
        for said in out.iter().filter_map(|at| fact.statements.get(*at as usize)) {
            match said {
                Statement::Exchanged(_) => self.exchanges += 1,
                Statement::Set(set) if self.scope.contains(&set.about) => {
                    let Value::Text(text) = &set.value else { continue };
                    self.reach.extend(reach(&set.field, text));
                    self.called.note(&set.field, text);
                }
                _ => {}
            }
        }
        self.out.insert(fact.id, out);
    }
}

/// Those of a name who are in no book any more: their creation was taken back, but the words are there. Each with the name
/// that was said last. Everything is read.
pub fn undone(name: &str, book: &Book, history: &mut dyn History) -> Result<Vec<(Entity, String)>, Unreadable> {
    let mut names: BTreeMap<Entity, [String; 2]> = BTreeMap::new();
    history.every_fact(&mut |fact| {
        for said in &fact.statements {
            let Statement::Set(Set { about, field, value: Value::Text(text) }) = said else { continue };
            let place = match field.as_str() {
                "contact.given_name" => 0,
                "contact.family_name" | "company.name" => 1,
                _ => continue,
            };
            text.clone_into(&mut names.entry(*about).or_default()[place]);
        }
    })?;
    let wanted = folded(name).into_owned();
    let is_gone = |who: Entity| book.contact(book.resolve(who)).is_none() && book.company(book.resolve(who)).is_none();
    let whole = names.into_iter().map(|(who, [given, family])| (who, format!("{given} {family}").trim().to_owned()));
    let named = |who: &Entity, name: &str| {
        folded(name).contains(&wanted) || who.id.to_string().ends_with(&wanted.to_ascii_uppercase())
    };
    Ok(whole.filter(|(who, name)| !wanted.is_empty() && named(who, name) && is_gone(*who)).collect())
}

/// The address or number of a field, as it is compared; nothing for other fields.
pub fn reach(field: &str, text: &str) -> Option<String> {
    match field {
        "contact.email" | "company.email" => Some(text.trim().to_lowercase()),
        "contact.phone" | "contact.mobile" | "company.phone" => Some(phone::parts(text).0.to_owned()),
        _ => None,
    }
    .filter(|word| !word.is_empty())
}

fn party(book: &Book, deal: Entity) -> Option<Entity> {
    book.deal(book.resolve(deal)).and_then(|deal| deal.party).map(|party| book.resolve(party))
}

/// A deal that was once with this entity.
fn deal_with(said: &Statement, entity: Entity) -> Option<Entity> {
    match said {
        Statement::Linked(Linked { from, to, role: Role::Party, .. }) if *to == entity => Some(*from),
        _ => None,
    }
}

fn opposed(book: &Book, home: Entity) -> bool {
    let contact = book.contact(home).map(|contact| contact.dealings);
    let dealings = contact.or_else(|| book.company(home).map(|company| company.dealings));
    dealings.is_some_and(|dealings| dealings.permissions.iter().any(|said| said.permission == Permission::Opposed))
}
