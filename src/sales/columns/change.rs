//! Which rows were read anew and when, so that whoever keeps something made from them need not make all of it again.

/// More changes than this are not kept.
const KEPT: usize = 10_000;

/// The rows read anew, by the version of the book.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    /// Nothing is known of what changed before.
    from: u64,
    rows: Vec<(u64, u32)>,
}

impl Changes {
    /// Everything was just read.
    pub(super) fn from(version: u64) -> Self {
        Self { from: version, rows: Vec::new() }
    }

    pub(super) fn note(&mut self, version: u64, row: u32) {
        if self.rows.len() == KEPT {
            self.rows.clear();
            // What this very fact changed so far is gone too.
            self.from = version;
        }
        self.rows.push((version, row));
    }

    pub(super) fn since(&self, version: u64) -> Option<impl Iterator<Item = u32> + '_> {
        let later = self.rows.partition_point(|(at, _)| *at <= version);
        (version >= self.from).then(|| self.rows.iter().skip(later).map(|(_, row)| *row))
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
        let since = |version| changes.since(version).map(Iterator::collect::<Vec<_>>);
        assert_eq!((since(4), since(5), since(6), since(7)), (None, Some(vec![1, 2]), Some(vec![2]), Some(vec![])));
        let mut many = Changes::from(0);
        (0..=KEPT as u32).for_each(|row| many.note(u64::from(row / 2), row));
        assert!(many.since(KEPT as u64 / 2 - 1).is_none());
    }
}
