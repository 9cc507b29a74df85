//! Who and what goes when somebody is forgotten: the person under every name, the deals with them, and every word said
//! about either. Pure: facts in, facts without those words out.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    book::{Book, History, Records, Unreadable, deals_about},
    entity::{Entity, Kind},
    fact::{Fact, FactId, Linked, Permission, Role, Statement, Struck, Value},
    words::{fold::folded, phone},
};

/// What is to be forgotten.
#[derive(Clone, Debug, Default)]
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
    names: BTreeSet<String>,
    /// Which statements go out of which facts: later strikes name the others by their place.
    out: BTreeMap<FactId, Vec<u32>>,
}

impl Erasure {
    /// Of a person or a company, with everything ever said of them, whether it still counts or not.
    pub fn of(book: &Book, entity: Entity, history: &mut dyn History) -> Result<Self, Unreadable> {
        let home = book.resolve(entity);
        let mut erasure = Self::default();
        let mut waiting = book.names_of(home);
        let own = deals_about(book, home).into_iter().filter(|deal| party(book, *deal) == Some(home));
        waiting.extend(own.flat_map(|deal| book.names_of(deal)));
        while let Some(entity) = waiting.pop() {
            if !erasure.scope.insert(entity) {
                continue;
            }
            for said in history.facts_of(entity)?.iter().flat_map(|fact| &fact.statements) {
                waiting.extend(deal_with(said, entity).filter(|deal| party(book, *deal).is_none_or(|now| now == home)));
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
        erasure.opposed = opposed(book, home);
        Ok(erasure)
    }

    /// The deals that go with them.
    pub fn deals(&self) -> impl Iterator<Item = Entity> + '_ {
        self.scope.iter().copied().filter(|entity| entity.kind == Kind::Deal)
    }

    /// A fact without what it says of them; its place stays, so that numbers have no gap.
    #[must_use]
    pub fn strip(&self, mut fact: Fact) -> Fact {
        let said = std::mem::take(&mut fact.statements);
        fact.statements = said.into_iter().filter_map(|said| self.kept(said)).collect();
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
            || self.names.iter().any(|name| plain.contains(name.as_str()))
    }

    fn concerns(&self, said: &Statement) -> bool {
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
                    let is_name = matches!(set.field.as_str(), "contact.family_name" | "company.name");
                    self.names.extend((is_name && text.len() > 2).then(|| folded(text).into_owned()));
                }
                _ => {}
            }
        }
        self.out.insert(fact.id, out);
    }
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
