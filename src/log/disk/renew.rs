//! Going on in the next generation: every fact written anew, as somebody wants it, or those of a backup.

use std::path::{Path, PathBuf};

use super::{Copy, Disk, since::Since};
use crate::{
    log::{
        Cause, Forgotten, Log, Position,
        backup::{self, Progress, Summary},
        echo::Echo,
        format,
        generation::{Made, Next, Old},
    },
    sales::fact::Fact,
};

/// What a restoration did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup held.
    pub summary: Summary,
    /// How many lines the journal had before.
    pub before: u64,
    /// How many facts came without what they said of somebody forgotten since.
    pub left_out: usize,
    /// Where it is kept.
    pub kept: Option<PathBuf>,
}

impl Disk {
    /// Writes every fact that can be read into the next generation, each as `keep` gives it back, and goes on there.
    /// Until it is whole, the live one stays as it is. An error after that is of what could not be put away: the next
    /// open goes on with it. Places, positions and snapshots of before are worth nothing then. Says where the old one is.
    pub fn renew(&mut self, old: Old, keep: &mut dyn FnMut(Fact) -> Option<Fact>) -> Result<Option<PathBuf>, Cause> {
        let next = self.rewrite(&mut |fact| Ok(keep(fact)))?;
        self.go_on(next, old)
    }

    /// The first half of it: where `keep` refuses, or what it gives is dropped, nothing has changed.
    pub fn rewrite(&mut self, keep: &mut dyn FnMut(Fact) -> Result<Option<Fact>, Cause>) -> Result<Next, Cause> {
        self.settle()?;
        let mut next = Next::begin(&self.places, self.journal.device(), self.journal.end_digest()?)?;
        self.since(Position::default(), &mut |_, fact| keep(fact)?.map_or(Ok(()), |fact| next.add(fact)))?;
        Ok(next)
    }

    /// Puts the facts of a backup in the place of what is here, which is kept aside. The installation gets a new number:
    /// what was recorded after the backup has had its numbers already. Who was forgotten here since stays so.
    pub fn restore(&mut self, from: &Path, progress: &mut Progress<'_>) -> Result<Restored, Cause> {
        let before = self.journal.marks().facts;
        let root = self.places.root().to_owned();
        let mut forgotten = Forgotten::read(&root)?;
        let since = if before == 0 { Since::default() } else { Since::find(self, &forgotten, from)? };
        forgotten.join(backup::forgotten(from)?);
        let device = format::fresh_device()?;
        let mut next = Next::begin(&self.places, device, String::new())?;
        let summary = backup::read(from, &mut |fact| next.add(since.strip(fact)), progress)?;
        forgotten.keep(&root)?;
        format::write(&root, device)?;
        let kept = self.go_on(next, Old::Keep)?;
        Ok(Restored { summary, before, left_out: since.facts(), kept })
    }

    /// The second half: what was written anew is the store from here on.
    pub fn go_on(&mut self, next: Next, old: Old) -> Result<Option<PathBuf>, Cause> {
        self.wait();
        self.copy = Copy::Closed;
        let Made { places, journal, cleared } = next.put(old)?;
        self.health.opened_at = journal.marks().position;
        (self.health.settled, self.health.checking) = (Some(0), None);
        self.echo = Echo::of(places.echo());
        self.echo.owe();
        (self.places, self.journal) = (places, journal);
        cleared
    }
}
