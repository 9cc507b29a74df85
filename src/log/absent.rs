//! The log of a store that cannot be had now: its folder went away, or its disk did. Says why, and keeps the place of the
//! one there was.

use super::{Cause, Damage, Failure, Last, Log, Position, Take};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Target},
};

/// A log that has nothing.
pub struct Absent {
    cause: Cause,
    position: Position,
    last: Last,
}

impl Absent {
    /// In the place of another, and why.
    pub fn instead_of(log: &dyn Log, cause: Cause) -> Self {
        Self { cause, position: log.position(), last: log.last() }
    }
}

impl Log for Absent {
    fn record(&mut self, _: &[Fact]) -> Result<Position, Failure> {
        Err(Failure::Refused(self.cause.clone()))
    }

    fn has_act(&mut self, _: ActId) -> Result<bool, Cause> {
        Err(self.cause.clone())
    }

    fn facts_of(&mut self, _: Entity) -> Result<Vec<Fact>, Cause> {
        Err(self.cause.clone())
    }

    fn facts_under(&mut self, _: Target) -> Result<Vec<Fact>, Cause> {
        Err(self.cause.clone())
    }

    fn since(&mut self, _: Position, _: &mut Take<'_>) -> Result<Position, Cause> {
        Err(self.cause.clone())
    }

    fn reaches(&self, _: Position) -> bool {
        false
    }

    fn position(&self) -> Position {
        self.position
    }

    fn last(&self) -> Last {
        self.last
    }

    fn settle(&mut self) -> Result<(), Cause> {
        Err(self.cause.clone())
    }

    fn damage(&self) -> &[Damage] {
        &[]
    }
}
