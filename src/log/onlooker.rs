//! Reads a store that cannot be held: somebody else holds it, or nothing may be written there. Needs no lock,
//! changes nothing, never opens sled: the journal has everything.

use std::path::Path;

use super::{
    Cause, Damage, Failure, Harm, Last, Log, Position, Take,
    aside::read_marks,
    format::{self, Places},
    journal::{Found, Halt, Journal},
    line,
    memory::{is_under, names, word},
};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Target},
};

/// A log that is only read. [`Log::since`] and [`Log::settle`] see what the holder has recorded meanwhile.
pub struct Onlooker {
    journal: Journal,
    places: Places,
    why: Cause,
}

impl Onlooker {
    /// Looks into the store of a folder. `why` it cannot be held is what every record is refused with.
    pub fn open(root: &Path, why: Cause) -> Result<Self, Cause> {
        format::check(root)?;
        let (places, device) = format::find(root)?;
        let journal = Journal::look(&places.journal(), device, read_marks(&places, device))?;
        Ok(Self { journal, places, why })
    }

    /// Where everything is.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Reads on, but not beyond a place: what stands there may not be on the platter yet.
    pub(super) fn since_until(
        &mut self,
        from: Position,
        until: Option<Position>,
        take: &mut Take<'_>,
    ) -> Result<Position, Cause> {
        self.journal.look_on()?;
        let end = until.unwrap_or(self.position()).min(self.position());
        self.journal.read_to(from, end, &mut |next, found| match found {
            Found::Line(json) => match line::fact(json) {
                Some(fact) => take(next, fact).map(|()| None).map_err(Halt::Cause),
                None => Ok(Some(Harm::Meaning)),
            },
            Found::Lost => Ok(None),
        })?;
        Ok(end.max(from))
    }

    fn search(&mut self, word: &str, wanted: &dyn Fn(&Fact) -> bool) -> Result<Vec<Fact>, Cause> {
        self.journal.look_on()?;
        self.journal.search(Position::default(), self.journal.marks().position, word, wanted)
    }
}

impl Log for Onlooker {
    fn record(&mut self, _: &[Fact]) -> Result<Position, Failure> {
        Err(Failure::Refused(self.why.clone()))
    }

    fn has_act(&mut self, act: ActId) -> Result<bool, Cause> {
        Ok(!self.search(&act.0.to_string(), &|fact| fact.act == act)?.is_empty())
    }

    fn facts_of(&mut self, about: Entity) -> Result<Vec<Fact>, Cause> {
        let mut facts = self.search(&about.id.to_string(), &|fact| names(fact, about))?;
        facts.sort_by_key(|fact| (fact.stamp, fact.id));
        Ok(facts)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Cause> {
        self.search(&word(target), &|fact| is_under(fact, target))
    }

    fn since(&mut self, from: Position, take: &mut Take<'_>) -> Result<Position, Cause> {
        self.since_until(from, None, take)
    }

    fn reaches(&self, position: Position) -> bool {
        self.journal.reaches(position)
    }

    fn position(&self) -> Position {
        self.journal.marks().position
    }

    fn last(&self) -> Last {
        self.journal.last()
    }

    fn settle(&mut self) -> Result<(), Cause> {
        self.journal.look_on()
    }

    fn damage(&self) -> &[Damage] {
        self.journal.damage()
    }
}
