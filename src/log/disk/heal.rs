//! Where journal and sled disagree, or one of them fails: who is believed, what is recorded anew, what is put aside.
//! Nothing is ever deleted.

use std::{collections::BTreeMap, fs, io};

use rustc_hash::FxHashSet;

use super::{Copy, Disk};
use crate::{
    log::{
        Cause, Damage, Harm, Log, Position,
        aside::{hung, quarantine},
        entry::Tally,
        journal::Found,
        line,
        sled::{Fault, Sled},
    },
    sales::fact::Fact,
};

impl Disk {
    /// Takes from sled what the journal lost; keeps sled where it is sound itself.
    pub(super) fn keep_if_sound(&mut self, sled: Box<Sled>) -> Result<(), Cause> {
        if self.rescue(&sled)? {
            self.copy = Copy::Open(sled);
        } else {
            drop(sled);
            self.put_aside(&Fault::Damaged);
        }
        Ok(())
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
                    self.rescue(&sled)?;
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

    /// Records anew what sled still has and the journal lost. Says whether sled itself is sound.
    pub(super) fn rescue(&mut self, sled: &Sled) -> Result<bool, Cause> {
        let mut kept = FxHashSet::default();
        self.journal.read(Position::default(), &mut |_, found| {
            if let Found::Line(json) = found {
                kept.extend(line::glance(json).map(|(id, _)| id));
            }
            Ok(None)
        })?;
        let mut lost = BTreeMap::new();
        let sound = sled.scan(&mut |fact| {
            if !kept.contains(&fact.id) {
                lost.insert((fact.stamp, fact.id), fact);
            }
        });
        let lost: Vec<Fact> = lost.into_values().collect();
        if !lost.is_empty() {
            self.journal.append(&lost).map_err(|failure| failure.cause().clone())?;
            self.health.healed += lost.len() as u64;
        }
        Ok(sound)
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
