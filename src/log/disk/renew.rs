//! Going on in the next generation: every fact written anew, as somebody wants it.

use super::{Copy, Disk};
use crate::{
    log::{
        Cause, Log, Position,
        generation::{Made, Next, Old},
    },
    sales::fact::Fact,
};

impl Disk {
    /// Writes every fact that can be read into the next generation, each as `keep` gives it back, and goes on there.
    /// Until it is whole, the live one stays as it is. An error after that is of what could not be put away: the next
    /// open goes on with it. Places, positions and snapshots of before are worth nothing then.
    pub fn renew(&mut self, old: Old, keep: &mut dyn FnMut(Fact) -> Option<Fact>) -> Result<(), Cause> {
        self.settle()?;
        let mut next = Next::begin(&self.places, self.journal.device(), self.journal.end_digest()?)?;
        self.since(Position::default(), &mut |_, fact| keep(fact).map_or(Ok(()), |fact| next.add(fact)))?;
        self.wait();
        self.copy = Copy::Closed;
        let Made { places, journal, cleared } = next.put(old)?;
        self.opened_at = journal.marks().position;
        self.settled = Some(0);
        (self.places, self.journal) = (places, journal);
        cleared
    }
}
