//! The dossier: all about the chosen deal, its fields edited in place. Owns a cursor and the line being typed, no record.

mod edit;
pub mod entries;
mod fields;
pub mod part;
pub mod past;
mod row;
pub mod sheet;
pub mod weighed;

use std::{cell::RefCell, rc::Rc};

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    command::{Command, Focus},
    parts::Paint,
    pointer::Zone,
    world::World,
};
use crate::sales::{
    book::{OwnedCase, Records},
    entity::Entity,
    fact::Statement,
    fields::Field,
    moment::Day,
};

use edit::Edit;
pub use part::Part;
pub use past::Past;
pub use row::{Row, Spot};
use row::{Shape, draw_row};

/// The cursor on the sheet and what is typed there.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    /// The part that is shown while the keys go to it; the checklist is a pane of its own.
    pub part: Part,
    at: usize,
    top: usize,
    /// What was read of the past, while that part is shown.
    pub past: Past,
    edit: Option<Edit>,
    abandoned: Option<Edit>,
    /// The last sheet, for as long as nothing it was made from changes.
    memory: RefCell<Option<(Key, Rc<Vec<Row>>)>>,
}

/// What a sheet was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Whom it shows.
    pub subject: Option<Entity>,
    /// The part that is shown; the short form where none is.
    pub part: Option<Part>,
    /// The entry that shows in full.
    pub at: usize,
    /// With why somebody stands in the list of the day.
    pub why: bool,
    /// The room it was cut for.
    pub room: Rect,
    /// The version of the book.
    pub version: u64,
    /// The day.
    pub day: Day,
    /// The settings and the language.
    pub settings: (u64, crate::voice::Language),
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Changed what is typed, or nothing.
    Typed,
    /// This is to be entered; whether the next field opens.
    Commit(Vec<Statement>, bool),
    /// What was typed is given up.
    Abandoned,
}

impl Dossier {
    /// Another deal is shown: to the top.
    pub fn reset(&mut self) {
        *self = Self { abandoned: self.abandoned.take(), ..Self::default() };
    }

    /// The last sheet, where it was made from the same.
    pub fn recall(&self, key: &Key) -> Option<Rc<Vec<Row>>> {
        let memory = self.memory.borrow();
        memory.as_ref().filter(|(known, _)| known == key).map(|(_, rows)| rows.clone())
    }

    /// Keeps a sheet.
    pub fn remember(&self, key: Key, rows: Rc<Vec<Row>>) {
        *self.memory.borrow_mut() = Some((key, rows));
    }

    /// Keeps what was read of the past.
    pub fn remember_past(&mut self, past: Past) {
        self.past = past;
        self.memory.take();
    }

    /// Whether a field is being typed.
    pub fn is_typing(&self) -> bool {
        self.edit.is_some()
    }

    /// The place of the draft and its text, while a field is being typed.
    pub fn draft(&self) -> Option<(String, String)> {
        let edit = self.edit.as_ref()?;
        Some((format!("field {} {}", edit.about, edit.key), edit.line.text().to_owned()))
    }

    /// The spot under the cursor.
    pub fn spot(&self, rows: &[Row]) -> Option<Spot> {
        rows.iter().filter_map(|row| row.spot).nth(self.at)
    }

    /// The place of the cursor among the spots.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Stands on another spot.
    pub fn stand(&mut self, at: usize) {
        self.at = at;
    }

    /// Another part, from its top.
    pub fn turn_to(&mut self, part: Part) {
        (self.part, self.at, self.top) = (part, 0, 0);
    }

    /// Moves the cursor; whether it went to another spot, and nothing where the wish was not one of moving. A spot
    /// that is longer than the room is scrolled through first.
    pub fn go(&mut self, command: Command, rows: &[Row], place: Rect) -> Option<bool> {
        let spots: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| row.spot.is_some()).map(|(n, _)| n).collect();
        let last = spots.len().saturating_sub(1);
        let room = usize::from(place.height.max(1));
        let page = (room / 2).max(1);
        let end = rows.len().saturating_sub(room);
        let here = spots.get(self.at).copied().unwrap_or(0);
        let below = spots.get(self.at + 1).copied().unwrap_or(rows.len());
        let before = self.at;
        match command {
            Command::Up | Command::PageUp if here < self.top => {
                self.top = self.top.saturating_sub(if command == Command::Up { 1 } else { page }).max(here);
            }
            Command::Down | Command::PageDown if below > self.top + room && self.top < end => {
                let step = if command == Command::Down { 1 } else { page };
                self.top = (self.top + step).min(below - room);
            }
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(page),
            Command::PageDown => self.at = (self.at + page).min(last),
            Command::First => (self.at, self.top) = (0, 0),
            Command::Last => self.at = last,
            _ => return None,
        }
        Some(self.at != before)
    }

    /// Brings the cursor into view.
    pub fn show(&mut self, rows: &[Row], place: Rect) {
        let room = usize::from(place.height.max(1));
        let mut spots = rows.iter().enumerate().filter(|(_, row)| row.spot.is_some()).map(|(row, _)| row).skip(self.at);
        let Some(row) = spots.next() else { return };
        let below = spots.next().unwrap_or(row + 2).max(row + 2);
        if self.at == 0 {
            self.top = 0;
        }
        let least = below.saturating_sub(room).min(row);
        self.top = self.top.min(row).max(least).min(rows.len().saturating_sub(room));
    }

    /// The cursor never stands behind the last spot.
    pub fn keep_within(&mut self, rows: &[Row]) {
        let spots = rows.iter().filter(|row| row.spot.is_some()).count();
        self.at = self.at.min(spots.saturating_sub(1));
    }

    /// Opens the field under the cursor.
    pub fn open(&mut self, about: Entity, key: &str, field: Field, records: &dyn Records, world: &World) {
        let mut edit = Edit::of(about, key, field, records, world.voice);
        edit.offer_tags(world);
        self.edit = Some(edit);
    }

    /// Opens it with a text that was typed before.
    pub fn reopen(&mut self, about: Entity, key: &str, field: Field, text: &str, world: &World) {
        let mut edit = Edit::new(about, key, field, text);
        edit.offer_tags(world);
        self.edit = Some(edit);
    }

    /// Brings back what was last given up; whether there was something.
    pub fn bring_back(&mut self) -> bool {
        let Some(edit) = self.abandoned.take() else { return false };
        self.edit = Some(edit);
        true
    }

    /// Takes a key while a field is typed.
    pub fn key(&mut self, key: KeyEvent, case: &OwnedCase, world: &World) -> Did {
        let Some(edit) = &mut self.edit else { return Did::Typed };
        match key.code {
            KeyCode::Esc => {
                self.abandoned = self.edit.take();
                Did::Abandoned
            }
            KeyCode::Tab if edit.complete_tag(world) => Did::Typed,
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down | KeyCode::Up => match edit.said(case, world) {
                Ok(said) => {
                    self.edit = None;
                    Did::Commit(said, key.code == KeyCode::Tab)
                }
                Err(why) => {
                    edit.flaw = Some(why);
                    Did::Typed
                }
            },
            _ => {
                if edit.line.key(key) {
                    edit.refresh(world);
                }
                Did::Typed
            }
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, world: &World) {
        if let Some(edit) = &mut self.edit {
            edit.line.paste(text);
            edit.refresh(world);
        }
    }

    /// What would be entered now.
    pub fn typed(&self, case: &OwnedCase, world: &World) -> Vec<Statement> {
        self.edit.as_ref().and_then(|edit| edit.said(case, world).ok()).unwrap_or_default()
    }

    /// Draws the sheet.
    pub fn draw(&self, paint: &mut Paint, place: Rect, rows: &[Row], focused: bool) {
        let label = rows.iter().filter(|row| row.shape == Shape::Field).filter_map(|row| row.parts.first());
        let label = label.map(|(text, _)| paint.width(text)).max().unwrap_or(0).min(place.width * 2 / 5);
        let mut spot = rows.iter().take(self.top).filter(|row| row.spot.is_some()).count();
        let mut y = place.y;
        for row in rows.iter().skip(self.top) {
            if y >= place.bottom() {
                break;
            }
            let here = focused && row.spot.is_some() && spot == self.at;
            let line = Rect { y, height: 1, ..place };
            if row.spot.is_some() {
                paint.zone(line, Zone::Spot(Focus::Dossier, spot));
            }
            draw_row(paint, line, row, label, here);
            y += 1;
            if let Some(edit) = self.edit.as_ref().filter(|_| here) {
                y = edit.draw(paint, line, label, place);
            }
            spot += usize::from(row.spot.is_some());
        }
    }
}
