//! What the one box finds: people, companies and deals by any part of their words, in any order, without accents,
//! and by any spelling of a phone number.
//!
//! All rows stand folded in one long text. A query is narrowed by a 64-bit mask of letters per row and by what the
//! query before it left (a stack, for backspace); only the most promising rows are ranked letter by letter.

mod bytes;
mod query;
mod rank;
mod rows;
#[cfg(test)]
mod tests;

use std::fmt;

use rustc_hash::FxHashMap;

use super::entity::Entity;
use query::Query;
use rows::Rows;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What.
    pub entity: Entity,
    /// How well it fits; higher is better.
    pub score: i64,
    /// Which characters of the shown text to underline, ascending.
    pub positions: Vec<u32>,
}

/// The index behind the box.
#[derive(Default)]
pub struct Finder {
    rows: Rows,
    /// Where each entity stands; made when first needed, so that a start from a snapshot does not pay for it.
    places: Option<FxHashMap<Entity, u32>>,
    dead: usize,
    levels: Vec<Level>,
}

/// What a query left: rows in order, each with its promise.
struct Level {
    query: Query,
    rows: Vec<u32>,
    promises: Vec<u16>,
}

/// Below so many hits, rows that only hold the letters of the words in order count too.
const FEW: usize = 20;

/// How many rows are ranked letter by letter.
const RANKED: usize = 128;

/// Levels kept for backspace.
const DEEP: usize = 24;

impl Finder {
    /// Adds a row: the shown text, the digits of its numbers as E.164 without `+` (words of digits), and how much it
    /// matters among equals.
    pub fn insert(&mut self, entity: Entity, text: &str, digits: &str, weight: u8) {
        let at = self.rows.push(entity, text, digits, weight);
        if let Some(places) = &mut self.places {
            places.insert(entity, at);
        }
        self.levels.clear();
    }

    /// Replaces the row of an entity, or adds it.
    pub fn update(&mut self, entity: Entity, text: &str, digits: &str, weight: u8) {
        self.remove(entity);
        self.insert(entity, text, digits, weight);
    }

    /// Forgets an entity.
    pub fn remove(&mut self, entity: Entity) {
        let Some(at) = self.places().remove(&entity) else { return };
        self.rows.kill(at);
        self.dead += 1;
        self.levels.clear();
        if self.dead > 1000 && self.dead > self.rows.len() / 2 {
            self.rows = self.rows.living();
            self.dead = 0;
            self.places = None;
        }
    }

    /// How many entities can be found.
    pub fn len(&self) -> usize {
        self.rows.len() - self.dead
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text an entity is shown with.
    pub fn text(&mut self, entity: Entity) -> Option<&str> {
        let at = *self.places().get(&entity)?;
        Some(self.rows.shown(at))
    }

    /// The best `limit` rows that hold every word of the query, best first. An empty query finds nothing.
    pub fn search(&mut self, query: &str, limit: usize) -> Vec<Hit> {
        let query = Query::of(query);
        if query.is_empty() {
            self.levels.clear();
            return Vec::new();
        }
        while self.levels.last().is_some_and(|level| !query.extends(&level.query)) {
            self.levels.pop();
        }
        if self.levels.last().is_none_or(|level| level.query != query) {
            let level = self.narrow(query);
            if self.levels.len() >= DEEP {
                self.levels.remove(0);
            }
            self.levels.push(level);
        }
        let Some(level) = self.levels.last() else { return Vec::new() };
        let mut candidates = rank::most_promising(&level.rows, &level.promises, RANKED.max(limit));
        if level.rows.len() < FEW && level.query.may_be_mistyped() {
            candidates.extend(self.rows.mistyped(&level.query, &level.rows, RANKED));
        }
        rank::ranked(&self.rows, &level.query, candidates, limit)
    }

    /// The rows a query leaves, from those the query before it left where it only grew.
    fn narrow(&self, query: Query) -> Level {
        let before = self.levels.last().map(|level| level.rows.as_slice());
        let (rows, promises) = match before {
            Some(rows) if rows.len() < self.rows.len() / 8 => self.rows.among(rows, &query),
            _ => self.rows.everywhere(&query),
        };
        Level { query, rows, promises }
    }

    fn places(&mut self) -> &mut FxHashMap<Entity, u32> {
        self.places.get_or_insert_with(|| self.rows.places())
    }

    /// Everything, as bytes for the snapshot.
    pub fn to_bytes(&self) -> Vec<u8> {
        if self.dead == 0 { bytes::written(&self.rows) } else { bytes::written(&self.rows.living()) }
    }

    /// What [`Finder::to_bytes`] wrote; nothing where the bytes are of another layout or damaged.
    pub fn from_bytes(from: &[u8]) -> Option<Self> {
        Some(Self { rows: bytes::read(from)?, ..Self::default() })
    }
}

impl fmt::Debug for Finder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finder({} rows, {} dead, {} levels)", self.rows.len(), self.dead, self.levels.len())
    }
}
