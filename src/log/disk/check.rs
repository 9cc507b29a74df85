//! The full comparison, piece by piece, so that whoever records meanwhile hardly waits: every line with its checksum,
//! every closed segment with the digest its successor keeps, every number of this device, every entry of sled.

use std::{fs, io};

use super::{Copy, Disk};
use crate::{
    log::{
        Cause, Damage, Harm, Idle, Position,
        aside::{checked, read_lost},
        platter,
        sled::Walk,
    },
    sales::moment::Day,
};

/// Entries of sled looked at in one piece.
const PIECE: usize = 20_000;

/// How far a full comparison has come.
pub(super) struct Check {
    /// The segment that comes next.
    segment: u32,
    /// Where the journal ended when it began.
    from: Position,
    seen: Numbers,
    walk: Option<Walk>,
    /// sled was not open before.
    opens: bool,
    /// It is not opened for this.
    spares: bool,
}

/// The numbers of this device that were met.
pub(super) struct Numbers {
    last: u64,
    met: Vec<u64>,
}

impl Numbers {
    pub(super) fn up_to(last: u64) -> Self {
        Self { last, met: vec![0; last as usize / 64 + 1] }
    }

    pub(super) fn meet(&mut self, number: u64) {
        if let Some(word) = self.met.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    fn misses(&self, number: u64) -> bool {
        self.met.get(number as usize / 64).is_some_and(|word| word & (1 << (number % 64)) == 0)
    }

    /// What was not met: first and last of each gap.
    fn gaps(&self) -> Vec<(u64, u64)> {
        let mut gaps: Vec<(u64, u64)> = Vec::new();
        for number in (1..=self.last).filter(|number| self.misses(*number)) {
            match gaps.last_mut() {
                Some((_, last)) if *last + 1 == number => *last = number,
                _ => gaps.push((number, number)),
            }
        }
        gaps
    }
}

impl Disk {
    /// Compares everything with everything, heals what can be healed, names the rest in the damage. Takes as long
    /// as the store is large.
    pub fn check_all(&mut self) -> Result<(), Cause> {
        while self.check_on()? == Idle::More {}
        Ok(())
    }

    /// One piece of it, beside somebody's work: sled's threads, once begun, wake every second until the process ends, so a
    /// sled that nobody has asked is opened only where something is wrong.
    pub(super) fn check_beside(&mut self) -> Result<Idle, Cause> {
        let spares = matches!(self.copy, Copy::Closed) && !self.health.unclean && self.journal.damage().is_empty();
        let mut check = self.health.checking.take().unwrap_or_else(|| self.begin_check());
        check.spares = spares && (check.segment <= check.from.segment || check.seen.gaps().is_empty());
        self.health.checking = Some(check);
        self.check_on()
    }

    /// One piece of it.
    fn check_on(&mut self) -> Result<Idle, Cause> {
        let mut check = self.health.checking.take().unwrap_or_else(|| self.begin_check());
        let device = self.journal.device();
        if check.segment <= check.from.segment {
            let Check { segment, seen, .. } = &mut check;
            self.journal.check_segment(*segment, &mut |id| {
                if id.device == device {
                    seen.meet(id.seq);
                }
            })?;
            *segment += 1;
        } else if check.spares || !self.walk_on(&mut check)? {
            self.judge(check)?;
            return Ok(Idle::Done);
        }
        self.health.checking = Some(check);
        Ok(Idle::More)
    }

    fn begin_check(&self) -> Check {
        let opens = matches!(self.copy, Copy::Closed);
        let (from, seen) = (self.journal.marks().position, Numbers::up_to(self.journal.last().seq));
        Check { segment: 1, from, seen, walk: None, opens, spares: false }
    }

    /// Goes on through sled; false at its end, or where it does not answer.
    fn walk_on(&mut self, check: &mut Check) -> Result<bool, Cause> {
        self.join()?;
        let Copy::Open(sled) = &self.copy else { return Ok(false) };
        let walk = match check.walk.take().filter(|walk| walk.is_of(sled.tally())) {
            Some(walk) => walk,
            None => Walk::of(sled.tally()),
        };
        let walk = check.walk.insert(walk);
        Ok(sled.walk(walk, PIECE, &mut |_| ()))
    }

    /// Heals what the walk found wrong and names what neither copy has.
    fn judge(&mut self, mut check: Check) -> Result<(), Cause> {
        self.health.compared = check.walk.as_ref().map_or(0, Walk::facts);
        let unsound = check.walk.take().is_some_and(|walk| !walk.is_sound());
        let hurt = self.is_hurt() && self.health.settled != Some(self.journal.damage().len());
        if unsound || hurt || !check.seen.gaps().is_empty() {
            self.heal()?;
        }
        let device = self.journal.device();
        self.journal.numbers_since(check.from, &mut |id| {
            if id.device == device {
                check.seen.meet(id.seq);
            }
        })?;
        // What sled gave back was recorded just now.
        self.name_losses(&check.seen);
        self.settled();
        if check.opens && matches!(self.copy, Copy::Open(_)) {
            self.copy = Copy::Closed;
        }
        Ok(())
    }

    /// Names what no copy has.
    pub(super) fn name_losses(&mut self, met: &Numbers) {
        let (device, known) = (self.journal.device(), read_lost(&self.places));
        self.journal.forget_losses();
        for (first, last) in met.gaps() {
            if !known.contains(&(device, first, last)) {
                self.journal.note(Damage { segment: 0, line: 0, harm: Harm::Lost { first, last } });
            }
        }
    }

    /// Whether this day has not seen a full comparison, or whoever held the store last did not let go of it in order.
    pub(super) fn wants_check(&self, day: Day) -> bool {
        let last = fs::read_to_string(checked(&self.places)).unwrap_or_default();
        self.health.unclean || last.trim() != day.to_string()
    }

    pub(super) fn note_checked(&mut self, day: Day) -> io::Result<()> {
        self.health.unclean = false;
        platter::replace(&checked(&self.places), format!("{day}\n").as_bytes())
    }
}
