//! A log that forgets when it is dropped: for tests and for the throw-away store of the demonstration.
//! No file is touched.

use super::{Cause, Damage, Failure, Last, Log, Position, Take};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Stamp, Target},
};

/// Facts in memory, with switches that make the next record fail.
#[derive(Debug, Default)]
pub struct MemoryLog {
    device: u64,
    facts: Vec<Fact>,
    next: Option<Failure>,
    unsettled: bool,
}

impl MemoryLog {
    /// An empty log of a device.
    pub fn new(device: u64) -> Self {
        Self { device, ..Self::default() }
    }

    /// The next record changes nothing and says why.
    pub fn refuse_next(&mut self, cause: Cause) {
        self.next = Some(Failure::Refused(cause));
    }

    /// The next record is kept or not, and the caller is not told which; then nothing more until [`Self::reopen`].
    pub fn uncertain_next(&mut self, cause: Cause) {
        self.next = Some(Failure::Uncertain(cause));
    }

    /// What reopening a store does after an uncertain record.
    pub fn reopen(&mut self) {
        self.unsettled = false;
    }

    /// Every fact, in the order of recording.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    fn new_ones(&self, facts: &[Fact]) -> Result<Vec<Fact>, Cause> {
        let mut fresh: Vec<Fact> = Vec::with_capacity(facts.len());
        let mut next = self.last().seq + 1;
        for fact in facts {
            match self.facts.iter().chain(&fresh).find(|kept| kept.id == fact.id) {
                Some(kept) if kept == fact => continue,
                Some(_) => return Err(Cause::Conflict(fact.id)),
                None if fact.id.device == self.device && fact.id.seq != next => {
                    return Err(Cause::Gap { expected: next, found: fact.id.seq });
                }
                None => fresh.push(fact.clone()),
            }
            next += u64::from(fact.id.device == self.device);
        }
        Ok(fresh)
    }
}

impl Log for MemoryLog {
    fn record(&mut self, facts: &[Fact]) -> Result<Position, Failure> {
        if self.unsettled {
            return Err(Failure::Refused(Cause::Unsettled));
        }
        let fresh = self.new_ones(facts).map_err(Failure::Refused)?;
        match self.next.take() {
            Some(Failure::Refused(cause)) => return Err(Failure::Refused(cause)),
            Some(uncertain) => {
                self.unsettled = true;
                self.facts.extend(fresh);
                return Err(uncertain);
            }
            None => self.facts.extend(fresh),
        }
        Ok(self.position())
    }

    fn has_act(&mut self, act: ActId) -> Result<bool, Cause> {
        Ok(self.facts.iter().any(|fact| fact.act == act))
    }

    fn facts_of(&mut self, about: Entity) -> Result<Vec<Fact>, Cause> {
        let mut found: Vec<Fact> = self.facts.iter().filter(|fact| names(fact, about)).cloned().collect();
        found.sort_by_key(|fact| (fact.stamp, fact.id));
        Ok(found)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Cause> {
        Ok(self.facts.iter().filter(|fact| is_under(fact, target)).cloned().collect())
    }

    fn since(&mut self, from: Position, take: &mut Take<'_>) -> Result<Position, Cause> {
        for (at, fact) in self.facts.iter().enumerate().skip(from.offset as usize) {
            take(Position { segment: 1, offset: at as u64 + 1 }, fact.clone())?;
        }
        Ok(self.position())
    }

    fn reaches(&self, position: Position) -> bool {
        position.offset <= self.facts.len() as u64
    }

    fn position(&self) -> Position {
        Position { segment: 1, offset: self.facts.len() as u64 }
    }

    fn last(&self) -> Last {
        let own = self.facts.iter().filter(|fact| fact.id.device == self.device);
        Last {
            device: self.device,
            seq: own.map(|fact| fact.id.seq).max().unwrap_or(0),
            stamp: self.facts.iter().map(|fact| fact.stamp).max().unwrap_or(Stamp(0)),
        }
    }

    fn settle(&mut self) -> Result<(), Cause> {
        Ok(())
    }

    fn damage(&self) -> &[Damage] {
        &[]
    }
}

/// Whether a fact names an entity.
pub(super) fn names(fact: &Fact, about: Entity) -> bool {
    fact.statements.iter().any(|statement| statement.names(about))
}

/// Whether a retraction of the target takes back the fact.
pub(super) fn is_under(fact: &Fact, target: Target) -> bool {
    match target {
        Target::Fact(id) => fact.id == id,
        Target::Act(id) => fact.act == id,
    }
}

/// What stands in the line of every fact under a target.
pub(super) fn word(target: Target) -> String {
    match target {
        Target::Fact(id) => format!(r#"{{"id":{{"device":{},"seq":{}}}"#, id.device, id.seq),
        Target::Act(act) => act.0.to_string(),
    }
}
