//! How many of everybody each of a few queries holds for, counted a little at a time.

use super::{Made, Party, Rows, SLICE, party};
use crate::sales::{roster::Known, sieve::Wanted};

/// A query being counted.
pub(super) struct Tally {
    pub(super) wanted: Wanted,
    count: usize,
    /// Rows that must be read before it is known.
    open: Vec<u32>,
    made: Option<Made>,
}

impl Tally {
    pub(super) fn new(wanted: Wanted) -> Self {
        Self { wanted, count: 0, open: Vec::new(), made: None }
    }

    /// Whether everybody as they are now was counted.
    pub(super) fn is_done(&self, now: Option<Made>) -> bool {
        self.made == now && self.open.is_empty()
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Counts who is known by their cards, else the next few rows.
    pub(super) fn go_on(&mut self, rows: &Rows, now: Option<Made>, known: &Known<'_>) {
        if self.made != now {
            self.made = now;
            (self.count, self.open) = (0, Vec::new());
            for (row, party) in rows.parties.iter().enumerate() {
                match party.as_ref().map_or(Some(false), |party: &Party| party.glanced(&self.wanted, known)) {
                    Some(holds) => self.count += usize::from(holds),
                    None => self.open.push(row as u32),
                }
            }
            self.open.reverse();
            return;
        }
        let mut next = self.open.split_off(self.open.len().saturating_sub(SLICE));
        next.reverse();
        let holds = rows.each(&next, known, |entity, records| party::asked(entity, records, known, &self.wanted));
        self.count += holds.into_iter().filter(|holds| *holds).count();
    }
}
