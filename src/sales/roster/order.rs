//! Rows in order by one column. New ones are sorted alone and merged in, so that what shows is in order while a great many
//! are still being read.

use std::cmp::Ordering;

use super::column::{Column, Key};

/// Rows by the key of a column, then as they stood before.
pub(super) struct Order {
    column: Column,
    falls: bool,
    keys: Vec<Key>,
    /// Where each row stood in the order before.
    ranks: Vec<u32>,
    rows: Vec<u32>,
}

impl Default for Order {
    fn default() -> Self {
        Self { column: Column::Name, falls: false, keys: Vec::new(), ranks: Vec::new(), rows: Vec::new() }
    }
}

impl Order {
    pub(super) fn column(&self) -> &Column {
        &self.column
    }

    pub(super) fn rows(&self) -> &[u32] {
        &self.rows
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many rows have their key.
    pub(super) fn keyed(&self) -> usize {
        self.keys.len()
    }

    /// By another column, or the other way round; nothing where it is so already, else whether other keys are needed.
    pub(super) fn turn(&mut self, column: &Column, falls: bool) -> Option<bool> {
        let other = self.column != *column;
        if !other && self.falls == falls {
            return None;
        }
        if other {
            self.ranks = vec![u32::MAX; self.keys.len()];
            for (rank, row) in self.rows.iter().enumerate() {
                if let Some(slot) = self.ranks.get_mut(*row as usize) {
                    *slot = rank as u32;
                }
            }
            self.clear();
        }
        (self.column, self.falls) = (column.clone(), falls);
        if !other {
            let rows = std::mem::take(&mut self.rows);
            self.rows = self.sorted(rows);
        }
        Some(other)
    }

    /// The keys of all rows at once, and the rows that are somebody's.
    pub(super) fn of(&mut self, keys: Vec<Key>, living: Vec<u32>) {
        self.keys = keys;
        self.rows = self.sorted(living);
    }

    /// Forgets every key.
    pub(super) fn clear(&mut self) {
        self.keys.clear();
        self.rows.clear();
    }

    /// The keys of the rows from one on; those without are nobody's. Out of turn they are asked for again.
    pub(super) fn push(&mut self, from: usize, keys: Vec<Option<Key>>) {
        if from != self.keys.len() {
            return;
        }
        let living = |(row, key): (usize, &Option<Key>)| key.is_some().then_some((from + row) as u32);
        let new: Vec<u32> = keys.iter().enumerate().filter_map(living).collect();
        self.keys.extend(keys.into_iter().map(Option::unwrap_or_default));
        self.merge(new);
    }

    /// Other keys of some rows, which are ascending; those without are nobody's any more.
    pub(super) fn renew(&mut self, rows: &[u32], keys: Vec<Option<Key>>) {
        self.rows.retain(|row| rows.binary_search(row).is_err());
        let mut new = Vec::new();
        for (row, key) in rows.iter().zip(keys) {
            let at = *row as usize;
            if at > self.keys.len() {
                // Its turn comes.
                continue;
            }
            new.extend(key.is_some().then_some(*row));
            super::set(&mut self.keys, *row, key.unwrap_or_default());
        }
        self.merge(new);
    }

    fn merge(&mut self, new: Vec<u32>) {
        let new = self.sorted(new);
        if let [row] = new.as_slice() {
            let at = self.rows.partition_point(|other| self.compare(*other, *row).is_lt());
            return self.rows.insert(at, *row);
        }
        let (mut old, mut new) = (std::mem::take(&mut self.rows).into_iter().peekable(), new.into_iter().peekable());
        let mut merged = Vec::with_capacity(old.len() + new.len());
        while let (Some(one), Some(other)) = (old.peek(), new.peek()) {
            let first = self.compare(*one, *other).is_le();
            merged.extend(if first { old.next() } else { new.next() });
        }
        merged.extend(old.chain(new));
        self.rows = merged;
    }

    fn sorted(&self, mut rows: Vec<u32>) -> Vec<u32> {
        rows.sort_unstable_by(|one, other| self.compare(*one, *other));
        rows
    }

    pub(super) fn compare(&self, one: u32, other: u32) -> Ordering {
        let key = |row: u32| self.keys.get(row as usize).unwrap_or(&Key::Nothing);
        let rank = |row: u32| self.ranks.get(row as usize).copied().unwrap_or(u32::MAX);
        let by_key = key(one).order(key(other), self.falls);
        by_key.then_with(|| rank(one).cmp(&rank(other))).then_with(|| one.cmp(&other))
    }
}
