//! Chance that repeats itself: the same seed tells the same portfolio. Never used for ids of real facts.

/// A stream of numbers fixed by its seed (SplitMix64).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// A stream of its own for each part of the demo, so that a household does not depend on those before it.
    pub(super) fn new(seed: u64, part: u64) -> Self {
        Self(mixed(seed ^ mixed(part)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = high.saturating_sub(low).max(0) as u64 + 1;
        low + (self.next() % span) as i32
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, times: i32) -> bool {
        self.between(1, 100) <= times
    }

    /// One of a list; empty words where the list is empty.
    pub(super) fn one<'a, T: AsRef<str>>(&mut self, list: &'a [T]) -> &'a str {
        let at = self.next() as usize % list.len().max(1);
        list.get(at).map_or("", AsRef::as_ref)
    }

    /// The row of a table of weights that chance falls on.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = i32> + Clone) -> usize {
        let mut left = self.between(1, weights.clone().sum());
        weights
            .enumerate()
            .find(|(_, weight)| {
                left -= weight;
                left <= 0
            })
            .map_or(0, |(at, _)| at)
    }
}

/// A one-to-one scramble of 64 bits: different numbers stay different.
pub(super) fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_says_the_same() {
        let mut one = Chance::new(7, 3);
        let mut two = Chance::new(7, 3);
        assert!((0..50).all(|_| one.between(0, 1000) == two.between(0, 1000)));
    }

    #[test]
    fn numbers_stay_between_their_bounds_and_reach_them() {
        let mut chance = Chance::new(1, 1);
        let seen: std::collections::BTreeSet<i32> = (0..500).map(|_| chance.between(-2, 2)).collect();
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), [-2, -1, 0, 1, 2]);
    }

    #[test]
    fn weights_are_followed_and_zero_never_comes() {
        let mut chance = Chance::new(1, 2);
        let rows: Vec<usize> = (0..900).map(|_| chance.weighted([1, 0, 8].into_iter())).collect();
        assert!(!rows.contains(&1));
        assert!(rows.iter().filter(|row| **row == 0).count() < 200);
        assert!(rows.contains(&0));
    }
}
