//! sled follows the journal piece by piece; until it has, the lines are repeated in the echo. What it finds damaged on
//! the way is looked into before the echo goes.

use std::time::{Duration, Instant};

use super::Disk;
use crate::log::{
    Cause, Harm, Idle, Log,
    entry::Tally,
    journal::{Found, Halt},
    line,
};

/// How many lines sled takes in one transaction.
const CHUNK: u64 = 1000;
/// How long it may follow before the store is let go of.
const BRIEF: Duration = Duration::from_millis(100);

impl Disk {
    /// Lets sled follow everything. Takes as long as it lacks much.
    pub fn catch_up(&mut self) -> Result<(), Cause> {
        while self.idle()? == Idle::More {}
        Ok(())
    }

    /// Lets sled take the next chunk of the journal.
    pub(super) fn follow(&mut self) -> Result<Idle, Cause> {
        let Some(start) = self.ask(|sled| Ok(sled.tally()))? else { return Ok(Idle::Done) };
        let (mut position, mut lines, mut facts) = (start.position, start.facts, Vec::new());
        let end = self.journal.read(start.position, &mut |next, found| {
            let mut harm = None;
            if let Found::Line(json) = found {
                let fact = line::fact(json);
                harm = fact.is_none().then_some(Harm::Meaning);
                facts.extend(fact.map(|fact| ((position, next), fact)));
            }
            (position, lines) = (next, lines + 1);
            if lines - start.facts < CHUNK { Ok(harm) } else { Err(Halt::Enough) }
        })?;
        if position == start.position {
            return Ok(self.followed());
        }
        let tally = Tally { position, witness: self.journal.witness(position)?, facts: lines, ..Tally::default() };
        let followed = self.ask(|sled| {
            sled.follow(&facts, tally)?;
            sled.checkpoint()
        })?;
        match followed {
            Some(()) if position < end => Ok(Idle::More),
            Some(()) => Ok(self.followed()),
            None => Ok(Idle::Done),
        }
    }

    /// sled has everything the journal says: what it lost since must be found first.
    fn followed(&mut self) -> Idle {
        if self.health.settled != Some(self.journal.damage().len()) {
            return Idle::More;
        }
        self.echo.clear();
        Idle::Done
    }

    /// Lets sled follow for a moment where much would hang on the journal alone.
    pub(super) fn follow_briefly(&mut self) {
        let end = Instant::now() + BRIEF;
        while self.echo.is_due() && Instant::now() < end && matches!(self.idle(), Ok(Idle::More)) {}
    }
}
