//! When things happen in the demo: working days and office hours, up to a last day. Never the time of the machine.

use crate::sales::{
    holidays,
    moment::{Day, Hour, Moment},
};

use super::chance::Chance;

/// Walks from a first day to a last one in a given number of steps.
#[derive(Clone, Debug)]
pub(super) struct Clock {
    day: Day,
    hour: Hour,
    last: Day,
    left: i32,
    taken: i32,
    /// Its own, so that what is told does not hang on how many steps it takes.
    chance: Chance,
}

impl Clock {
    /// From `first` to `last`; the first step stays on the first day.
    pub(super) fn new(first: Day, last: Day, steps: i32, chance: Chance) -> Self {
        Self { day: worked(first), hour: Hour(0), last, left: steps - 1, taken: 0, chance }
    }

    /// The next moment: further on by about the same share of what is left.
    pub(super) fn step(&mut self) {
        let ahead = self.last.since(self.day).max(0);
        let first = self.hour.0 == 0;
        let wait = match (first, self.left) {
            (true, _) => 0,
            (false, ..=1) => ahead,
            (false, left) => (ahead * self.chance.between(50, 150) / 100 / left).min(ahead),
        };
        self.left -= i32::from(!first);
        self.taken += 1;
        let day = worked(self.day.plus(wait)).max(self.day);
        self.hour =
            if day == self.day && !first { later(self.hour, &mut self.chance) } else { office(&mut self.chance) };
        self.day = day;
    }

    /// How many steps were taken.
    pub(super) fn taken(&self) -> i32 {
        self.taken
    }

    /// Now.
    pub(super) fn moment(&self) -> Moment {
        Moment { day: self.day, hour: Some(self.hour) }
    }

    /// Today, as far as the story has come.
    pub(super) fn day(&self) -> Day {
        self.day
    }

    /// This moment as the story tells it.
    pub(super) fn now(&self) -> (Day, Hour) {
        (self.day, self.hour)
    }

    /// Goes on to `last` in so many more steps.
    pub(super) fn again(&mut self, last: Day, steps: i32) {
        (self.last, self.left) = (last, steps);
    }
}

/// The working day on or before a day.
pub(super) fn worked(day: Day) -> Day {
    (0..10).map(|back| day.plus(-back)).find(|day| holidays::is_working(*day)).unwrap_or(day)
}

fn office(chance: &mut Chance) -> Hour {
    Hour(chance.between(9 * 12, 17 * 12) as u16 * 5)
}

fn later(hour: Hour, chance: &mut Chance) -> Hour {
    Hour((hour.0 + chance.between(1, 9) as u16 * 5).min(23 * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_never_goes_back_and_ends_by_its_last_day() {
        let today = Day::of(2026, 11, 22).unwrap();
        for seed in 0..300 {
            let mut chance = Chance::new(seed, 1);
            let steps = chance.between(1, 20);
            let mut clock = Clock::new(today.plus(-90), today, steps, chance);
            let moments: Vec<_> = (0..steps + 3).map(|_| (clock.step(), clock.now()).1).collect();
            assert!(moments.is_sorted(), "{moments:?}");
            assert!(moments.iter().all(|(day, _)| *day <= today));
        }
    }

    #[test]
    fn nobody_works_on_sunday() {
        let sunday = Day::of(2026, 11, 22).unwrap();
        assert_eq!(worked(sunday), sunday.plus(-2));
    }
}
