//! The list of the day as a pane: whom to speak with, why, and how far it is worked through. Owns a cursor, no card; the
//! list itself is read by [`crate::sales::today`].

mod alert;
pub mod draw;
mod proposed;
mod spread;
pub mod why;

pub use alert::Alert;

use std::{cell::RefCell, rc::Rc};

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use super::{command::Command, world::World};
use crate::sales::{
    candidate::Candidates,
    entity::Entity,
    moment::Day,
    sieve::{Sieve, Wanted},
    today::Today as List,
};

/// Lines of an entry.
const ENTRY: u16 = 2;
/// Lines above the entries.
const HEAD: u16 = 2;

/// The cursor on the list of the day.
#[derive(Clone, Debug, Default)]
pub struct Today {
    deal: Option<Entity>,
    line: usize,
    top: usize,
    /// A file was just read in: a list too full is offered to be spread.
    pub brimful: bool,
    /// Whom the rules of the sequences propose.
    pub proposed: Candidates,
    /// Places of the sequences for which nobody is proposed any more in this sitting.
    pub declined: Vec<usize>,
    read: RefCell<Option<(Key, Rc<List>)>>,
    words: RefCell<FxHashMap<Entity, Rc<Entry>>>,
}

/// What a list was read from.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    wanted: Option<(Wanted, u32)>,
    version: u64,
    settings: u64,
    day: Day,
}

/// What an entry says in words.
#[derive(Debug)]
struct Entry {
    /// The company, else the person.
    name: String,
    /// The person, where the name is a company's.
    person: String,
    /// Why it stands here.
    reason: String,
}

impl Today {
    /// Puts the cursor on a line that shows.
    pub fn stand(&mut self, line: usize, deal: Entity) {
        (self.line, self.deal) = (line, Some(deal));
    }

    /// The deal under the cursor.
    pub fn deal(&self) -> Option<Entity> {
        self.deal
    }

    /// The list as it stands; read anew only when the book, the settings or the day changed.
    pub fn list(&self, world: &World, sieve: Option<&Sieve>) -> Rc<List> {
        let key = Key {
            wanted: sieve.map(|sieve| (sieve.wanted().clone(), sieve.asked())),
            version: world.book.version(),
            settings: world.playbook.digest(),
            day: world.columns.day(),
        };
        let mut read = self.read.borrow_mut();
        if let Some((_, list)) = read.as_ref().filter(|(known, _)| *known == key) {
            return list.clone();
        }
        self.words.borrow_mut().clear();
        let list = Rc::new(List::of(world.columns, &|row| sieve.is_none_or(|sieve| sieve.passes(row))));
        *read = Some((key, list.clone()));
        list
    }

    /// The deals of the list as they stand.
    pub fn deals(&self, world: &World, sieve: Option<&Sieve>) -> Vec<Entity> {
        let list = self.list(world, sieve);
        list.rows().filter_map(|row| Some(world.columns.row(row)?.deal)).collect()
    }

    /// Moves the cursor; whether the wish was one of moving.
    pub fn go(&mut self, command: Command, world: &World, sieve: Option<&Sieve>, place: Rect) -> bool {
        let list = self.list(world, sieve);
        let (page, last) = (page(place).max(1), list.len().saturating_sub(1));
        match command {
            Command::Up => self.line = self.line.saturating_sub(1),
            Command::Down | Command::Skip => self.line = (self.line + 1).min(last),
            Command::PageUp => self.line = self.line.saturating_sub(page),
            Command::PageDown => self.line = (self.line + page).min(last),
            Command::First => self.line = 0,
            Command::Last => self.line = last,
            _ => return false,
        }
        self.deal = deal_at(&list, self.line, world);
        true
    }

    /// Follows the chosen deal to where it stands now. Once it is worked through the cursor takes the next one; while
    /// `held`, somebody still works on it and it stays.
    pub fn settle(&mut self, world: &World, sieve: Option<&Sieve>, place: Rect, held: bool) {
        let list = self.list(world, sieve);
        let row = self.deal.and_then(|deal| world.book.row_of(deal));
        match row.and_then(|row| list.rows().position(|listed| listed == row)) {
            Some(line) => self.line = line,
            None if held && self.deal.is_some() => {}
            None => {
                self.line = self.line.min(list.len().saturating_sub(1));
                self.deal = deal_at(&list, self.line, world);
            }
        }
        let page = page(place).max(1);
        self.top = self.top.min(self.line).max((self.line + 1).saturating_sub(page));
        self.top = self.top.min(list.len().saturating_sub(page));
    }
}

/// How many entries show.
fn page(place: Rect) -> usize {
    usize::from(place.height.saturating_sub(HEAD) / ENTRY)
}

fn deal_at(list: &List, line: usize, world: &World) -> Option<Entity> {
    world.columns.row(list.at(line)?).map(|card| card.deal)
}
