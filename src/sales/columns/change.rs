//! What was read anew and when, so that whoever keeps something made from it need not make all of it again.

/// More changes than this are not kept.
const KEPT: usize = 10_000;

/// Rows or records, by the version of the book they changed in.
#[derive(Clone, Debug)]
pub(super) struct Changes<T> {
    /// Nothing is known of what changed before.
    from: u64,
    changed: Vec<(u64, T)>,
}

impl<T> Default for Changes<T> {
    fn default() -> Self {
        Self::from(0)
    }
}

impl<T> Changes<T> {
    /// Everything was just read.
    pub(super) fn from(version: u64) -> Self {
        Self { from: version, changed: Vec::new() }
    }

    pub(super) fn note(&mut self, version: u64, what: T) {
        if self.changed.len() == KEPT {
            self.changed.clear();
            // What this very fact changed so far is gone too.
            self.from = version;
        }
        self.changed.push((version, what));
    }

    pub(super) fn since(&self, version: u64) -> Option<impl Iterator<Item = &T> + '_> {
        let later = self.changed.partition_point(|(at, _)| *at <= version);
        (version >= self.from).then(|| self.changed.iter().skip(later).map(|(_, what)| what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_since_is_told_or_not_known() {
        let mut changes = Changes::from(5);
        changes.note(6, 1);
        changes.note(7, 2);
        let since = |version| changes.since(version).map(|changed| changed.copied().collect::<Vec<_>>());
        assert_eq!((since(4), since(5), since(6), since(7)), (None, Some(vec![1, 2]), Some(vec![2]), Some(vec![])));
        let mut many = Changes::from(0);
        (0..=KEPT as u32).for_each(|row| many.note(u64::from(row / 2), row));
        assert!(many.since(KEPT as u64 / 2 - 1).is_none());
    }
}
