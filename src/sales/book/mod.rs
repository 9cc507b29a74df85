//! All facts added up: the records of contacts, companies and deals, the acts that can be taken back, and what merges
//! and retractions make of them. Learns facts one by one; never reads a store (a [`History`] is handed in) and never
//! derives a status, a score or a date.

mod preview;
mod records;
mod sweep;
mod union;

use std::collections::BTreeMap;

use self::union::{hear_resolved, resolve};
pub use self::{
    preview::Preview,
    records::{History, OwnedCase, Records, Unreadable, case_of, deals_about},
    sweep::Sweep,
};
use super::{
    acts::Acts,
    company::Company,
    contact::Contact,
    deal::Deal,
    entity::{Entity, Kind},
    fact::{ActId, Apart, Fact, FactId, Merged, Stamp, Statement, Target, Value},
    fold::{Record, Said},
    ledger::Ledger,
    table::Table,
};

/// Above this many entities a retraction folds the whole book anew, in one pass.
const ONE_BY_ONE: usize = 1_000;

/// All facts added up. A clone costs what changed since the snapshot.
#[derive(Clone, Default)]
pub struct Book {
    pub(super) contacts: Table<Contact>,
    pub(super) companies: Table<Company>,
    pub(super) deals: Table<Deal>,
    pub(super) acts: Acts,
    pub(super) ledger: Ledger,
    pub(super) merges: Vec<(Stamp, FactId, ActId, Merged)>,
    pub(super) apart: Vec<(FactId, ActId, Apart)>,
    pub(super) aliases: BTreeMap<Entity, Entity>,
    pub(super) last: Stamp,
    pub(super) version: u64,
    /// Ends that something was tied to or untied from since the fact began.
    pub(super) tied: Vec<Entity>,
}

/// What learning a fact changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Learnt {
    /// These records.
    Some(Vec<Entity>),
    /// Too many to name: read everything anew.
    Everything,
}

impl Book {
    /// Adds a fact. Facts may come in any order and twice; the book ends the same.
    pub fn learn(&mut self, fact: &Fact, history: &mut dyn History) -> Result<Learnt, Unreadable> {
        self.version += 1;
        self.last = self.last.max(fact.stamp);
        self.tied.clear();
        self.acts.note(fact);
        self.mark(fact);
        let mut refold = Vec::new();
        for statement in &fact.statements {
            if let Some(target) = taken_back(statement) {
                self.touched_by(target, history, &mut refold, 0)?;
            }
        }
        if refold.len() > ONE_BY_ONE {
            self.rebuild(history)?;
            return Ok(Learnt::Everything);
        }
        let mut pool = self.hanging_on(&refold);
        for moved in self.realias() {
            pool.extend(self.hanging_on(&[moved]));
            refold.push(moved);
        }
        refold.extend(self.apply(fact));
        refold.sort_unstable();
        refold.dedup();
        pool.extend(self.hanging_on(&refold));
        for entity in &refold {
            self.refold(*entity, &pool, history)?;
        }
        refold.extend(fact.statements.iter().flat_map(Statement::entities));
        refold.append(&mut self.tied);
        let homes: Vec<Entity> = refold.iter().map(|entity| self.resolve(*entity)).collect();
        refold.extend(homes);
        refold.sort_unstable();
        refold.dedup();
        Ok(Learnt::Some(refold))
    }

    /// The book of all facts of a history.
    pub fn of(history: &mut dyn History) -> Result<Self, Unreadable> {
        let mut book = Self::default();
        book.rebuild(history)?;
        Ok(book)
    }

    /// What a field of anything shows.
    pub fn value(&self, about: Entity, field: &str) -> Option<Value> {
        let fields = match self.record(self.resolve(about))? {
            Record::Contact(contact) => contact.fields,
            Record::Company(company) => company.fields,
            Record::Deal(deal) => deal.fields,
        };
        fields.get(field).cloned()
    }

    /// The row of a deal in the columns.
    pub fn row_of(&self, deal: Entity) -> Option<u32> {
        self.deals.row(deal.id)
    }

    /// How many of a kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Contact => self.contacts.len(),
            Kind::Company => self.companies.len(),
            Kind::Deal => self.deals.len(),
        }
    }

    /// All of a kind, oldest first.
    pub fn entities(&self, kind: Kind) -> Box<dyn Iterator<Item = Entity> + '_> {
        fn ids<'t, T: serde::Serialize + serde::de::DeserializeOwned>(
            kind: Kind,
            table: &'t Table<T>,
        ) -> Box<dyn Iterator<Item = Entity> + 't> {
            Box::new(table.live().filter_map(move |row| Some(Entity::known(kind, table.id(row)?))))
        }
        match kind {
            Kind::Contact => ids(kind, &self.contacts),
            Kind::Company => ids(kind, &self.companies),
            Kind::Deal => ids(kind, &self.deals),
        }
    }

    /// Rises with every fact learnt.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The same in the place of another: whatever was made from that one is old.
    #[must_use]
    pub fn instead_of(self, other: &Self) -> Self {
        Self { version: self.version.max(other.version + 1), ..self }
    }

    /// The highest stamp learnt.
    pub fn last_stamp(&self) -> Stamp {
        self.last
    }

    /// What was done, for undo and redo.
    pub fn acts(&self) -> &Acts {
        &self.acts
    }

    /// Which facts live.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    fn record(&self, entity: Entity) -> Option<Record> {
        match entity.kind {
            Kind::Contact => self.contacts.get(entity.id).map(Record::Contact),
            Kind::Company => self.companies.get(entity.id).map(Record::Company),
            Kind::Deal => self.deals.get(entity.id).map(Record::Deal),
        }
    }

    /// Applies what can be applied in order; returns the entities that must be folded anew.
    fn apply(&mut self, fact: &Fact) -> Vec<Entity> {
        let mut late = Vec::new();
        if !self.ledger.lives(fact.id, fact.act) {
            return late;
        }
        let standing: Vec<&Statement> = telling(&self.ledger, fact).collect();
        for entity in named(&standing) {
            let home = self.resolve(entity);
            let before = self.record(home);
            if before.as_ref().is_some_and(|record| record.life().last >= fact.stamp) {
                late.push(home);
                continue;
            }
            let end = self.end_of(before.as_ref());
            let mut record = before.unwrap_or_else(|| Record::blank(home));
            for statement in standing.iter().filter(|statement| statement.names(entity)) {
                hear_resolved(&self.aliases, &mut record, home, statement, Said::from(fact));
            }
            self.keep(home, end, Some(record));
        }
        late
    }

    /// Folds one entity from its facts alone.
    /// `pool` holds what may hang on it: deals and employees, which its own facts do not all name.
    fn refold(&mut self, entity: Entity, pool: &[Entity], history: &mut dyn History) -> Result<(), Unreadable> {
        let home = self.resolve(entity);
        let mut facts = Vec::new();
        for name in self.names_of(home) {
            facts.extend(history.facts_of(name)?);
        }
        facts.sort_by_key(|fact| (fact.stamp, fact.id));
        facts.dedup_by_key(|fact| fact.id);
        let mut record = Record::blank(home);
        let mut lives = false;
        for fact in &facts {
            for statement in telling(&self.ledger, fact) {
                if statement.entities().any(|named| self.resolve(named) == home) {
                    hear_resolved(&self.aliases, &mut record, home, statement, Said::from(fact));
                    lives = true;
                }
            }
        }
        if entity != home {
            let end = self.end_of(self.record(entity).as_ref());
            self.keep(entity, end, None);
        }
        let before = self.record(home);
        for end in pool.iter().copied().chain(before.as_ref().map(hanging).unwrap_or_default()) {
            if self.end_of(self.record(end).as_ref()) == Some(home) {
                enter(&mut record, end, true);
            }
        }
        let end = self.end_of(before.as_ref());
        self.keep(home, end, lives.then_some(record));
        Ok(())
    }

    /// Everything anew: once to learn what is dead or merged, and once more with it where anything is.
    fn rebuild(&mut self, history: &mut dyn History) -> Result<(), Unreadable> {
        let mut fresh = Self { version: self.version + 1, ..Self::default() };
        let mut late = Vec::new();
        history.every_fact(&mut |fact| late.extend(fresh.take_in(&fact)))?;
        if !(fresh.ledger.is_empty() && fresh.merges.is_empty()) {
            fresh.realias();
            let Self { ledger, merges, apart, aliases, version, .. } = fresh;
            fresh = Self { ledger, merges, apart, aliases, version, ..Self::default() };
            late.clear();
            history.every_fact(&mut |fact| late.extend(fresh.take_in(&fact)))?;
        }
        late.sort_unstable();
        late.dedup();
        for entity in late {
            fresh.refold(entity, &[], history)?;
        }
        *self = fresh;
        Ok(())
    }

    /// One fact of a whole history: no looking back.
    fn take_in(&mut self, fact: &Fact) -> Vec<Entity> {
        self.last = self.last.max(fact.stamp);
        self.acts.note(fact);
        self.mark(fact);
        self.apply(fact)
    }

    /// Notes what a fact takes back or merges.
    fn mark(&mut self, fact: &Fact) {
        for statement in &fact.statements {
            match statement {
                Statement::Retracted(retracted) => self.ledger.note(retracted.target, (fact.id, fact.act)),
                Statement::Struck(struck) => self.ledger.strike(*struck, (fact.id, fact.act)),
                Statement::Merged(merged) if merged.from != merged.into && merged.from.kind == merged.into.kind => {
                    let merge = (fact.stamp, fact.id, fact.act, merged.clone());
                    if !self.merges.contains(&merge) {
                        self.merges.push(merge);
                    }
                }
                Statement::Apart(apart) => {
                    let apart = (fact.id, fact.act, *apart);
                    if !self.apart.contains(&apart) {
                        self.apart.push(apart);
                    }
                }
                _ => {}
            }
        }
    }

    /// The entities that a retraction changes, following undo of undo.
    fn touched_by(
        &self,
        target: Target,
        history: &mut dyn History,
        touched: &mut Vec<Entity>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        const LONGEST: usize = 200;
        if depth > LONGEST || touched.len() > ONE_BY_ONE {
            return Ok(());
        }
        if self.acts.size(target) > ONE_BY_ONE as u64 {
            touched.resize(ONE_BY_ONE + 1, Entity::fresh(Kind::Deal, 0));
            return Ok(());
        }
        let known = self.acts.facts_under(target);
        let facts = if known.is_empty() { history.facts_under(target)? } else { known };
        for statement in facts.iter().flat_map(|fact| &fact.statements) {
            if let Some(target) = taken_back(statement) {
                self.touched_by(target, history, touched, depth + 1)?;
            }
            touched.extend(statement.entities());
        }
        Ok(())
    }

    /// What hangs on these entities, or on what they were merged into.
    fn hanging_on(&self, entities: &[Entity]) -> Vec<Entity> {
        let homes = entities.iter().flat_map(|entity| [*entity, self.resolve(*entity)]);
        let mut pool: Vec<Entity> =
            homes.filter_map(|home| self.record(home)).flat_map(|record| hanging(&record)).collect();
        pool.sort_unstable();
        pool.dedup();
        pool
    }

    /// The party of a deal or the employer of a contact.
    fn end_of(&self, record: Option<&Record>) -> Option<Entity> {
        let end = match record? {
            Record::Deal(deal) => deal.party,
            Record::Contact(contact) => contact.company,
            Record::Company(_) => None,
        };
        end.map(|end| self.resolve(end))
    }

    /// Writes a record and ties the relations that hang on it from the other end; `old` is the end it was tied to.
    fn keep(&mut self, entity: Entity, old: Option<Entity>, after: Option<Record>) {
        let new = self.end_of(after.as_ref());
        self.write(entity, after);
        if old != new {
            self.tied.extend(old.into_iter().chain(new));
            for (end, tied) in [(old, false), (new, true)] {
                if let Some(end) = end {
                    self.tie(end, entity, tied);
                }
            }
        }
    }

    fn write(&mut self, entity: Entity, record: Option<Record>) {
        match (entity.kind, record) {
            (Kind::Contact, Some(Record::Contact(contact))) => self.contacts.put(entity.id, Some(&contact)),
            (Kind::Company, Some(Record::Company(company))) => self.companies.put(entity.id, Some(&company)),
            (Kind::Deal, Some(Record::Deal(deal))) => self.deals.put(entity.id, Some(&deal)),
            (Kind::Contact, _) => self.contacts.put(entity.id, None),
            (Kind::Company, _) => self.companies.put(entity.id, None),
            (Kind::Deal, _) => self.deals.put(entity.id, None),
        };
    }

    fn tie(&mut self, end: Entity, from: Entity, tied: bool) {
        let Some(mut record) = self.record(end).or_else(|| tied.then(|| Record::blank(end))) else { return };
        enter(&mut record, from, tied);
        self.write(end, Some(record));
    }
}

impl Records for Book {
    fn contact(&self, entity: Entity) -> Option<Contact> {
        (entity.kind == Kind::Contact).then(|| self.contacts.get(entity.id))?
    }

    fn company(&self, entity: Entity) -> Option<Company> {
        (entity.kind == Kind::Company).then(|| self.companies.get(entity.id))?
    }

    fn deal(&self, entity: Entity) -> Option<Deal> {
        (entity.kind == Kind::Deal).then(|| self.deals.get(entity.id))?
    }

    fn resolve(&self, entity: Entity) -> Entity {
        resolve(&self.aliases, entity)
    }
}

/// The statements of a fact that count and say something about somebody.
fn telling<'l, 'f>(ledger: &'l Ledger, fact: &'f Fact) -> impl Iterator<Item = &'f Statement> + use<'l, 'f> {
    ledger.standing(fact).map(|(_, statement)| statement).filter(|statement| !statement.only_compares())
}

/// What a statement takes back, wholly or in part.
fn taken_back(statement: &Statement) -> Option<Target> {
    match statement {
        Statement::Retracted(retracted) => Some(retracted.target),
        Statement::Struck(struck) => Some(Target::Fact(struck.fact)),
        _ => None,
    }
}

/// The entities that statements name, each once, in the order of naming.
fn named(statements: &[&Statement]) -> Vec<Entity> {
    let mut named: Vec<Entity> = Vec::new();
    for entity in statements.iter().flat_map(|statement| statement.entities()) {
        if !named.contains(&entity) {
            named.push(entity);
        }
    }
    named
}

/// What hangs on a record: deals, and the people of a company.
fn hanging(record: &Record) -> Vec<Entity> {
    match record {
        Record::Contact(contact) => contact.dealings.deals.clone(),
        Record::Company(company) => company.people.iter().chain(&company.dealings.deals).copied().collect(),
        Record::Deal(_) => Vec::new(),
    }
}

/// Enters a deal or an employee in the list of the other end, or strikes it out.
fn enter(record: &mut Record, from: Entity, tied: bool) {
    let list = match (record, from.kind) {
        (Record::Contact(contact), Kind::Deal) => &mut contact.dealings.deals,
        (Record::Company(company), Kind::Deal) => &mut company.dealings.deals,
        (Record::Company(company), Kind::Contact) => &mut company.people,
        _ => return,
    };
    list.retain(|listed| *listed != from);
    if tied {
        list.push(from);
    }
}
