//! What a store has forgotten since a backup of it was made, so that a restoration brings nobody back: facts that lost words
//! here lose them there, and whoever objected is met by the digests, in a backup of any store.

use std::{collections::BTreeSet, hash::Hasher, path::Path};

use rustc_hash::{FxHashMap, FxHasher};

use super::Disk;
use crate::{
    log::{Cause, Forgotten, Log, Position, backup},
    sales::{
        book::{Book, History, Unreadable},
        entity::Entity,
        erasure::{self, Erasure},
        fact::{Fact, FactId, Statement, Target, Value},
    },
};

/// What is left out of a backup.
#[derive(Default)]
pub(super) struct Since {
    /// Facts that say less here than there.
    thinner: FxHashMap<FactId, Fact>,
    /// Those who objected and are there all the same.
    erasure: Erasure,
}

impl Since {
    /// Compares a store with a backup.
    pub(super) fn find(disk: &mut Disk, forgotten: &Forgotten, from: &Path) -> Result<Self, Cause> {
        let mut here: FxHashMap<FactId, u64> = FxHashMap::default();
        disk.since(Position::default(), &mut |_, fact| {
            here.insert(fact.id, print(&fact));
            Ok(())
        })?;
        let (mut thinner, mut met) = (BTreeSet::new(), BTreeSet::new());
        backup::read(
            from,
            &mut |fact| {
                if here.get(&fact.id).is_some_and(|known| *known != print(&fact)) {
                    thinner.insert(fact.id);
                } else {
                    met.extend(fact.statements.iter().filter_map(|said| objector(said, forgotten)));
                }
                Ok(())
            },
            &mut |_, _| (),
        )?;
        drop(here);
        let mut since = Self::default();
        if !thinner.is_empty() {
            disk.since(Position::default(), &mut |_, fact| {
                since.thinner.extend(thinner.contains(&fact.id).then_some((fact.id, fact)));
                Ok(())
            })?;
        }
        if !met.is_empty() {
            since.erasure = weigh(from, &met.into_iter().collect::<Vec<_>>())?;
        }
        Ok(since)
    }

    pub(super) fn strip(&self, fact: Fact) -> Fact {
        self.thinner.get(&fact.id).cloned().unwrap_or_else(|| self.erasure.strip(fact))
    }

    pub(super) fn facts(&self) -> usize {
        self.thinner.len() + self.erasure.facts
    }
}

/// Somebody is given an address or a number of one who objected.
fn objector(said: &Statement, forgotten: &Forgotten) -> Option<Entity> {
    let Statement::Set(set) = said else { return None };
    let Value::Text(text) = &set.value else { return None };
    erasure::reach(&set.field, text).filter(|word| forgotten.knows(word)).map(|_| set.about)
}

/// A fact is never said otherwise than it was, but for words that were erased.
fn print(fact: &Fact) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(&serde_json::to_vec(fact).unwrap_or_default());
    hasher.finish()
}

fn weigh(from: &Path, who: &[Entity]) -> Result<Erasure, Cause> {
    let unread = |Unreadable| Cause::SpoiltBackup { path: from.to_owned(), line: 0 };
    let mut told = Told(from);
    let book = Book::of(&mut told).map_err(unread)?;
    Erasure::of_all(&book, who, &mut told).map_err(unread)
}

/// What a backup tells of the past.
struct Told<'b>(&'b Path);

impl Told<'_> {
    fn where_so(&mut self, wanted: &dyn Fn(&Fact) -> bool) -> Result<Vec<Fact>, Unreadable> {
        let mut facts = Vec::new();
        self.every_fact(&mut |fact| facts.extend(Some(fact).filter(|fact| wanted(fact))))?;
        facts.sort_by_key(|fact| (fact.stamp, fact.id));
        Ok(facts)
    }
}

impl History for Told<'_> {
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable> {
        self.where_so(&|fact| super::names(fact, entity))
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable> {
        self.where_so(&|fact| super::is_under(fact, target))
    }

    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable> {
        let mut each = |fact| {
            take(fact);
            Ok(())
        };
        backup::read(self.0, &mut each, &mut |_, _| ()).map(|_| ()).map_err(|_| Unreadable)
    }
}
