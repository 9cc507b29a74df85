//! Two records that are one, and two that are not: merges and what says they are apart, as they live now.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::{Book, Records, telling};
use crate::sales::{
    entity::Entity,
    fact::{Apart, Fact, Merged, Statement},
    fold::{Record, Said},
};

impl Book {
    /// Every entity that is this one by now: itself, and what was merged into it.
    pub fn names_of(&self, home: Entity) -> Vec<Entity> {
        let merged = self.aliases.keys().copied().filter(|from| self.resolve(*from) == home);
        std::iter::once(home).chain(merged).collect()
    }

    /// The pairs that look like one and are two, each once, the smaller first.
    pub fn apart(&self) -> FxHashSet<(Entity, Entity)> {
        let live = self.apart.iter().filter(|(fact, act, _)| self.ledger.lives(*fact, *act));
        live.map(|(_, _, Apart { one, other })| {
            let (one, other) = (self.resolve(*one), self.resolve(*other));
            (one.min(other), one.max(other))
        })
        .collect()
    }

    /// What two records would add up to were they one, by the facts that name either.
    pub fn united(&self, facts: &[Fact], merged: &Merged) -> Record {
        let home = self.resolve(merged.into);
        let mut aliases = self.aliases.clone();
        aliases.insert(self.resolve(merged.from), home);
        let mut record = Record::blank(home);
        for fact in facts {
            for statement in telling(&self.ledger, fact) {
                if statement.entities().any(|named| resolve(&aliases, named) == home) {
                    hear_resolved(&aliases, &mut record, home, statement, Said::from(fact));
                }
            }
        }
        record
    }

    /// The live merges in the order of facts. Returns the entities whose home changed.
    pub(in crate::sales) fn realias(&mut self) -> Vec<Entity> {
        self.merges.sort_by_key(|(stamp, fact, ..)| (*stamp, *fact));
        let mut aliases = BTreeMap::new();
        for (_, fact, act, merged) in &self.merges {
            let (from, into) = (resolve(&aliases, merged.from), resolve(&aliases, merged.into));
            if self.ledger.lives(*fact, *act) && from != into {
                aliases.insert(from, into);
            }
        }
        let before = std::mem::replace(&mut self.aliases, aliases);
        let every = before.keys().chain(self.aliases.keys()).copied().collect::<BTreeSet<Entity>>();
        let moved = every.into_iter().filter(|entity| resolve(&before, *entity) != self.resolve(*entity));
        moved.flat_map(|entity| [entity, resolve(&before, entity), self.resolve(entity)]).collect()
    }
}

/// Follows merges to their end; [`Book::realias`] lets no loop in.
pub(super) fn resolve(aliases: &BTreeMap<Entity, Entity>, entity: Entity) -> Entity {
    let mut at = entity;
    while let Some(next) = aliases.get(&at) {
        at = *next;
    }
    at
}

/// Lets a record hear a statement; the names that were merged into it count as its own, others stay as they were said.
pub(super) fn hear_resolved(
    aliases: &BTreeMap<Entity, Entity>,
    record: &mut Record,
    home: Entity,
    statement: &Statement,
    said: Said<'_>,
) {
    if aliases.is_empty() {
        return record.hear(home, statement, said);
    }
    let mut own = statement.clone();
    own.each_entity(&mut |entity| {
        if resolve(aliases, *entity) == home {
            *entity = home;
        }
    });
    record.hear(home, &own, said);
}
