//! Where journal and sled disagree, or one of them fails: who is believed, what is recorded anew, what is put aside.
//! Nothing is ever deleted.

use std::{collections::BTreeMap, fs, io};

use rustc_hash::FxHashSet;

use super::{Copy, Disk, check::Numbers};
use crate::{
    log::{
        Cause, Damage, Harm, Log, Position,
        aside::{hung, quarantine, read_harm, write_harm},
        echo::Echo,
        entry::Tally,
        journal::{Found, Journal},
        line,
        sled::{Fault, Sled},
    },
    sales::fact::{Fact, FactId},
};

impl Disk {
    /// Takes from the other copies what the journal lost; keeps sled where it is sound itself.
    pub(super) fn heal(&mut self) -> Result<(), Cause> {
        match std::mem::replace(&mut self.copy, Copy::Closed) {
            Copy::Open(sled) if self.rescue(Some(&sled))? => self.copy = Copy::Open(sled),
            Copy::Open(sled) => {
                drop(sled);
                self.put_aside(&Fault::Damaged);
            }
            copy => {
                self.copy = copy;
                self.rescue(None)?;
            }
        }
        Ok(())
    }

    /// Everything found so far was looked into. It is remembered until it is repaired: the next start may not meet it.
    pub(super) fn settled(&mut self) {
        self.health.settled = Some(self.journal.damage().len());
        let harm: Vec<Damage> =
            self.journal.damage().iter().filter(|damage| damage.harm != Harm::Sled).copied().collect();
        self.health.forgetful = harm != read_harm(&self.places) && write_harm(&self.places, &harm).is_err();
    }

    /// A journal that ends before what was repeated beside it was cut.
    pub(super) fn is_behind(journal: &Journal, echo: &Echo) -> bool {
        let after = |id: FactId| journal.knows(id.device) && id.seq > journal.marks().seq(id.device);
        echo.last().is_some_and(after)
    }

    /// Waits for sled's opening, opens it where nobody did, and compares it with the journal before it may answer.
    /// A damaged one is put aside and a new one begun.
    pub(super) fn join(&mut self) -> Result<(), Cause> {
        for _ in 0..3 {
            self.warm();
            let opening = match std::mem::replace(&mut self.copy, Copy::Aside { again: true }) {
                Copy::Opening(opening) => opening,
                other => {
                    self.copy = other;
                    break;
                }
            };
            match opening.join() {
                Ok(sled) if self.agrees(sled.tally())? => self.copy = Copy::Open(Box::new(sled)),
                Ok(sled) => {
                    self.rescue(Some(&sled))?;
                    self.blame(sled.tally().position);
                    drop(sled);
                    self.move_aside();
                }
                Err(fault) => self.put_aside(&fault),
            }
        }
        Ok(())
    }

    /// The journal carries on alone. A damaged sled is moved away, to be built anew from the journal.
    pub(super) fn put_aside(&mut self, fault: &Fault) {
        self.copy = Copy::Aside { again: matches!(fault, Fault::Outside(_)) };
        match fault {
            Fault::Outside(_) => {}
            // It may still write in its folder: it is left there, and the next start moves it.
            Fault::Hung => drop(fs::write(hung(&self.places), b"")),
            Fault::Damaged => {
                self.journal.note(Damage { segment: 0, line: 0, harm: Harm::Sled });
                self.move_aside();
            }
        }
    }

    /// What hung in an earlier run is not tried again.
    pub(super) fn move_hung(&self) -> io::Result<()> {
        let note = hung(&self.places);
        if note.exists() {
            quarantine(&self.places.sled(), &self.places.quarantine())?;
            fs::remove_file(note)?;
        }
        Ok(())
    }

    /// Moves sled's folder away; a new one is begun when sled is next asked.
    pub(super) fn move_aside(&mut self) {
        let moved = quarantine(&self.places.sled(), &self.places.quarantine());
        self.copy = if moved.is_ok() { Copy::Closed } else { Copy::Aside { again: false } };
    }

    /// Names what made sled and journal disagree: a journal cut short, or, where nothing else is known, sled.
    pub(super) fn blame(&mut self, followed: Position) {
        if followed > self.health.opened_at {
            let harm = Harm::Short { known: followed };
            self.journal.note(Damage { segment: followed.segment, line: 0, harm });
        } else if !self.is_hurt() {
            self.journal.note(Damage { segment: 0, line: 0, harm: Harm::Sled });
        }
    }

    /// Whether what sled followed is what the journal says.
    pub(super) fn agrees(&self, sled: Tally) -> Result<bool, Cause> {
        if !self.journal.reaches(sled.position) || self.journal.witness(sled.position)? != sled.witness {
            return Ok(false);
        }
        Ok(self.journal.lines_before(sled.position)?.is_none_or(|lines| lines == sled.facts))
    }

    /// Records anew what the other copies still have and the journal lost, and names what none has. Says whether sled
    /// itself is sound.
    pub(super) fn rescue(&mut self, sled: Option<&Sled>) -> Result<bool, Cause> {
        let mut kept = FxHashSet::default();
        self.journal.read(Position::default(), &mut |_, found| {
            if let Found::Line(json) = found {
                kept.extend(line::glance(json).map(|(id, _)| id));
            }
            Ok(None)
        })?;
        let mut lost = BTreeMap::new();
        let mut meet = |fact: Fact| {
            if !kept.contains(&fact.id) {
                lost.insert((fact.stamp, fact.id), fact);
            }
        };
        self.echo.facts().into_iter().filter(|fact| self.journal.knows(fact.id.device)).for_each(&mut meet);
        let sound = sled.is_none_or(|sled| sled.scan(&mut meet));
        let lost: Vec<Fact> = lost.into_values().collect();
        if !lost.is_empty() {
            self.append(&lost).map_err(|failure| failure.cause().clone())?;
            self.health.healed += lost.len() as u64;
        }
        kept.extend(lost.into_iter().map(|fact| fact.id));
        // A sled that cannot be asked now may have the rest.
        if !matches!(self.copy, Copy::Aside { again: true }) || sled.is_some() {
            let mut met = Numbers::up_to(self.journal.last().seq);
            kept.iter().filter(|id| id.device == self.journal.device()).for_each(|id| met.meet(id.seq));
            self.name_losses(&met);
        }
        Ok(sound)
    }

    /// Records anew what somebody else still has of what no copy has, such as a backup.
    pub fn give_back(&mut self, facts: impl Iterator<Item = Fact>) -> Result<(), Cause> {
        let device = self.journal.device();
        let lost = |id: FactId, harm| matches!(harm, Harm::Lost { first, last } if (first..=last).contains(&id.seq));
        let is_lost = |fact: &Fact| {
            fact.id.device == device && self.journal.damage().iter().any(|damage| lost(fact.id, damage.harm))
        };
        let facts: Vec<Fact> = facts.filter(is_lost).collect();
        if facts.is_empty() {
            return Ok(());
        }
        self.append(&facts).map_err(|failure| failure.cause().clone())?;
        self.check_all()
    }

    /// Whether the journal is known to have lost something.
    pub(super) fn is_hurt(&self) -> bool {
        self.journal.damage().iter().any(|damage| damage.harm != Harm::Sled)
    }

    /// What the system refused may go by now.
    pub(super) fn try_again(&mut self) {
        if let Copy::Aside { again: true } = self.copy {
            self.copy = Copy::Closed;
        }
    }

    /// The lock must outlive the thread that opens sled.
    pub(super) fn wait(&mut self) {
        if let Copy::Opening(opening) = &self.copy {
            self.copy = opening.join().map_or(Copy::Aside { again: false }, |sled| Copy::Open(Box::new(sled)));
        }
    }
}
