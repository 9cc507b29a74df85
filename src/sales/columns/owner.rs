//! Who looks after which deal: one small number a row, so that a hundred thousand are sifted in a blink.

use super::Columns;
use crate::sales::fields::folded;

/// Names of owners, and whose each row is.
#[derive(Clone, Debug, Default)]
pub struct Owners {
    /// Every name that ever owned a row; the empty one is nobody.
    names: Vec<String>,
    pub(in crate::sales) rows: Vec<u16>,
}

impl PartialEq for Owners {
    fn eq(&self, other: &Self) -> bool {
        self.rows.len() == other.rows.len() && (0..self.rows.len()).all(|row| self.of(row) == other.of(row))
    }
}

impl Owners {
    pub(in crate::sales) fn known(names: Vec<String>, rows: Vec<u16>) -> Self {
        Self { names, rows }
    }

    pub(in crate::sales) fn all(&self) -> &[String] {
        &self.names
    }

    /// Who looks after a row; empty where nobody does.
    pub fn of(&self, row: usize) -> &str {
        self.rows.get(row).and_then(|at| self.names.get(usize::from(*at))).map_or("", String::as_str)
    }

    /// The names, nobody left out.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).filter(|name| !name.is_empty())
    }

    /// Places of the names that are the same but for case and accents.
    pub(in crate::sales) fn places(&self, name: &str) -> Vec<u16> {
        let wanted = folded(name);
        let same = self.names.iter().enumerate().filter(|(_, known)| folded(known) == wanted);
        same.map(|(at, _)| at as u16).collect()
    }

    pub(in crate::sales) fn push(&mut self, name: &str) {
        let place = self.place(name);
        self.rows.push(place);
    }

    pub(super) fn set(&mut self, row: usize, name: &str) {
        let place = self.place(name);
        if let Some(slot) = self.rows.get_mut(row) {
            *slot = place;
        }
    }

    fn place(&mut self, name: &str) -> u16 {
        let known = self.names.iter().position(|known| known == name);
        let place = known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }
}

impl Columns {
    /// How many deals before a stage each owner has, nobody included; those without any left out.
    pub fn open_by_owner(&self, stage: usize) -> Vec<(&str, usize)> {
        let mut counts = vec![0; self.owners.names.len()];
        for row in self.lanes.iter().take(stage).flat_map(|lane| &lane.rows) {
            let place = self.owners.rows.get(*row as usize).and_then(|place| counts.get_mut(usize::from(*place)));
            place.into_iter().for_each(|count| *count += 1);
        }
        let named = self.owners.names.iter().map(String::as_str).zip(counts);
        named.filter(|(_, count)| *count > 0).collect()
    }
}
