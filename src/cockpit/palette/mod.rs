//! The one box: people first, actions below, and what is not there yet can be created. Digits find phones; every action
//! works on the person found.

mod draw;
mod found;
mod quest;
mod wishes;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub use self::{
    found::{Found, Someone, someone},
    quest::Quest,
};
use super::{command::Command, parts::Line, world::World};
use crate::sales::{entity::Entity, words::digits};

/// The box.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    line: Line,
    found: Vec<Found>,
    at: usize,
    /// Who was seen last, latest first: offered while nothing is typed.
    recent: Vec<Entity>,
    /// Whom an action without a name in it is about.
    here: String,
    /// Actions that can do nothing where one stands.
    dead: Vec<Command>,
    /// What somebody is looked for, where it is not to be shown.
    pub quest: Option<Quest>,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Typed, moved, or nothing.
    Stays,
    /// Something was taken.
    Takes(Found),
    /// What can be done with somebody is asked for.
    Acts(Entity),
    /// The person wants out.
    Cancel,
}

/// How many lines a page is.
const PAGE: usize = 10;

impl Palette {
    /// The box with a word in it, over a cockpit that stands on somebody.
    pub fn with(text: &str, recent: Vec<Entity>, here: String, world: &World) -> Self {
        let mut palette = Self { line: Line::with(text), recent, here, ..Self::default() };
        palette.search(world);
        palette
    }

    /// The box, to find somebody for something: people alone.
    pub fn asking(quest: Quest, recent: Vec<Entity>, world: &World) -> Self {
        let mut palette = Self { quest: Some(quest), recent, ..Self::default() };
        palette.search(world);
        palette
    }

    /// Leaves out actions that can do nothing where one stands.
    #[must_use]
    pub fn without(mut self, dead: Vec<Command>, world: &World) -> Self {
        self.dead = dead;
        self.search(world);
        self
    }

    /// Puts the cursor on a row.
    pub fn stand(&mut self, at: usize) {
        self.at = at.min(self.found.len().saturating_sub(1));
    }

    /// What is typed in it.
    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, world: &World) -> Did {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter => {
                return self.found.get(self.at).map_or(Did::Stays, |found| Did::Takes(found.clone()));
            }
            KeyCode::Up | KeyCode::BackTab => self.go(-1),
            KeyCode::Down => self.go(1),
            KeyCode::Char('p') if control => self.go(-1),
            KeyCode::Char('n') if control => self.go(1),
            KeyCode::PageUp => self.at = self.at.saturating_sub(PAGE),
            KeyCode::PageDown => self.at = (self.at + PAGE).min(self.found.len().saturating_sub(1)),
            KeyCode::Right | KeyCode::Tab if key.code == KeyCode::Tab || self.line.is_at_end() => {
                match self.found.get(self.at) {
                    Some(Found::Someone(someone)) if self.quest.is_none() => return Did::Acts(someone.entity),
                    Some(found) if self.quest.is_none() => return Did::Takes(found.clone()),
                    _ => self.go(1),
                }
            }
            _ => {
                if self.line.key(key) {
                    self.search(world);
                }
            }
        }
        Did::Stays
    }

    fn living(&self, wishes: impl Iterator<Item = Command>) -> Vec<Found> {
        wishes.filter(|wish| !self.dead.contains(wish)).map(Found::Wish).collect()
    }

    /// One row up or down; past an end to the other, so that the last row is one key away.
    fn go(&mut self, step: isize) {
        let count = self.found.len().max(1) as isize;
        self.at = (self.at as isize + step).rem_euclid(count) as usize;
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, world: &World) {
        self.line.paste(text);
        self.search(world);
    }

    fn search(&mut self, world: &World) {
        let typed = self.line.text().trim().to_owned();
        self.at = 0;
        if typed.is_empty() {
            self.found = self.recent.iter().filter_map(|entity| found::someone(*entity, world)).collect();
            self.found.extend(self.living(wishes::all().filter(|_| self.quest.is_none())));
            return;
        }
        // Unshifted digits of an AZERTY keyboard are digits where nothing else was typed.
        let query = digits::azerty(&typed).filter(|digits| digits.len() > 1).unwrap_or(typed);
        self.found = found::people(&query, world);
        match self.quest {
            Some(Quest::Relate(_)) => return self.found.push(Found::Create(query)),
            Some(Quest::Move(_)) => return,
            None => {}
        }
        if self.found.is_empty() {
            self.found = found::acts_on(&query, world);
        }
        self.found.extend(self.living(wishes::fitting(&query).into_iter()));
        self.found.push(Found::Create(query));
    }
}
