//! One small form engine: every question the cockpit asks is rows of it. The rows come from the field catalogue, from
//! what a stage requires, or from what a call needs; one Enter validates all of it.

pub mod build;
pub mod columns;
pub mod correct;
pub mod draw;
mod exchanged;
pub(super) mod forget;
pub mod gather;
mod introduce;
pub mod letter;
pub mod many;
mod noted;
mod over;
mod party;
mod purpose;
mod query;
pub mod row;
pub mod spread;
pub mod tags;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub use purpose::{Purpose, Subject};
pub use row::{Choice, Entry, Row};

use super::world::World;
use crate::sales::{entity::Entity, fact::Statement, in_use::InUse};

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// What stands above it.
    pub title: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The row the caret is in.
    pub at: usize,
    /// Something was typed.
    pub touched: bool,
    /// The next step is the person's own: nothing is proposed for it any more.
    pub own_step: bool,
    /// A line that says what to do, above the keys.
    pub hint: String,
    /// What to dial, above the rows.
    pub dial: String,
    /// Tags and towns in use, where some are offered.
    pub in_use: InUse,
}

/// What a key did to a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Nothing.
    Nothing,
    /// Moved, or changed what is typed.
    Changed,
    /// The person wants it entered.
    Submit,
    /// The person wants to write this note in their own editor.
    Edit(String),
    /// The person wants out.
    Cancel,
}

impl Form {
    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, world: &World) -> Did {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc => Did::Cancel,
            KeyCode::Enter if key.modifiers.contains(KeyModifiers::ALT) => self.typed(key, world),
            KeyCode::Char('s') if control => Did::Submit,
            KeyCode::Char('e') if control && self.is_note() => Did::Edit(self.here()),
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down if self.introduce(world) => Did::Changed,
            KeyCode::Tab if self.complete_tag(world) || self.complete_query(world) => Did::Changed,
            KeyCode::Tab if self.complete_column() => self.turned(Did::Changed, world),
            KeyCode::Enter => Did::Submit,
            KeyCode::Tab => self.walk(1, world),
            KeyCode::BackTab => self.walk(-1, world),
            KeyCode::Down if self.leaves(false) => self.walk(1, world),
            KeyCode::Up if self.leaves(true) => self.walk(-1, world),
            _ => self.typed(key, world),
        }
    }

    /// To another row, each with what helps it.
    fn walk(&mut self, step: isize, world: &World) -> Did {
        let did = self.go(step);
        self.turned(did, world)
    }

    fn turned(&mut self, did: Did, world: &World) -> Did {
        self.offer_columns(world);
        did
    }

    /// Whether an arrow leaves the row: always, but within a note.
    fn leaves(&self, up: bool) -> bool {
        match self.rows.get(self.at).map(|row| &row.entry) {
            Some(Entry::Notes(notes)) => {
                let (first, last) = notes.at_edge();
                if up { first } else { last }
            }
            _ => true,
        }
    }

    fn typed(&mut self, key: KeyEvent, world: &World) -> Did {
        let Some(row) = self.rows.get_mut(self.at) else { return Did::Nothing };
        let step = row.key == "next";
        let changed = match &mut row.entry {
            Entry::Line(line, _) => line.key(key),
            Entry::Notes(notes) => notes.key(key),
            Entry::Choice { options, at } => match row::chosen(options, *at, key) {
                Some((to, goes_on)) => {
                    *at = to;
                    row.flaw = None;
                    self.touched = true;
                    self.refresh(world);
                    return if goes_on { self.go(1) } else { Did::Changed };
                }
                None => return Did::Nothing,
            },
        };
        if changed {
            self.own_step |= step;
            row.flaw = None;
            self.touched = true;
            self.refresh(world);
        }
        Did::Changed
    }

    fn is_note(&self) -> bool {
        matches!(self.rows.get(self.at).map(|row| &row.entry), Some(Entry::Notes(_)))
    }

    /// What stands in the row with the caret.
    fn here(&self) -> String {
        self.rows.get(self.at).map(Row::text).unwrap_or_default()
    }

    /// The note with the caret says this from now on; undo within it brings back what it said.
    pub fn rewrite(&mut self, text: &str, world: &World) {
        let Some(Row { entry: Entry::Notes(notes), flaw, .. }) = self.rows.get_mut(self.at) else { return };
        notes.rewrite(text);
        *flaw = None;
        self.touched = true;
        self.refresh(world);
    }

    /// Does again what was undone within a note.
    pub fn retype(&mut self, world: &World) {
        if self.is_note() {
            // The editor's own key for it.
            self.typed(KeyEvent::new(KeyCode::Char('r'), KeyModifiers::CONTROL), world);
        }
    }

    /// Whether Enter after a text read at once validates: not on a choice, which takes no text, nor after several
    /// lines of a note.
    pub fn is_writing(&self, several: bool) -> bool {
        match self.rows.get(self.at).map(|row| &row.entry) {
            Some(Entry::Line(..)) => true,
            Some(Entry::Notes(_)) => !several,
            Some(Entry::Choice { .. }) | None => false,
        }
    }

    /// Takes pasted text into the row; a sentence over a choice is meant for the note.
    pub fn paste(&mut self, text: &str, world: &World) {
        let is_note = |row: &Row| !row.hidden && matches!(row.entry, Entry::Notes(_));
        if matches!(self.rows.get(self.at).map(|row| &row.entry), Some(Entry::Choice { .. })) {
            self.at = self.rows.iter().position(is_note).unwrap_or(self.at);
        }
        let Some(row) = self.rows.get_mut(self.at) else { return };
        match &mut row.entry {
            Entry::Line(line, _) => line.paste(text),
            Entry::Notes(notes) => notes.paste(text),
            Entry::Choice { .. } => return,
        }
        self.own_step |= row.key == "next";
        row.flaw = None;
        self.touched = true;
        self.refresh(world);
    }

    /// Pastes a text into the row of a key.
    pub fn paste_into(&mut self, key: &str, text: &str, world: &World) {
        self.at = self.rows.iter().position(|row| row.key == key).unwrap_or(self.at);
        self.paste(text, world);
    }

    /// Takes an option of a row.
    pub fn choose(&mut self, row: usize, option: usize, world: &World) {
        self.at = row;
        if let Some(Entry::Choice { at, .. }) = self.rows.get_mut(row).map(|row| &mut row.entry) {
            *at = option;
            self.touched = true;
        }
        if let Some(row) = self.rows.get_mut(row) {
            row.flaw = None;
        }
        self.refresh(world);
    }

    /// To another row; rows that do not matter now are passed over.
    pub fn go(&mut self, step: isize) -> Did {
        let count = self.rows.len();
        let mut at = self.at;
        for _ in 0..count {
            at = (at as isize + step).rem_euclid(count as isize) as usize;
            if self.rows.get(at).is_some_and(|row| !row.hidden) {
                self.at = at;
                break;
            }
        }
        Did::Changed
    }

    /// What was typed, as statements; a refused row is marked, gets the caret, and keeps its text.
    pub fn submit(&mut self, world: &World) -> Option<Vec<Statement>> {
        match gather::statements(self, world) {
            Ok(statements) => Some(statements),
            Err(flaws) => {
                for (at, flaw) in flaws.into_iter().rev() {
                    self.at = at;
                    if let Some(row) = self.rows.get_mut(at) {
                        row.flaw = Some(flaw);
                    }
                }
                None
            }
        }
    }

    /// What was typed in a row cannot be; why.
    pub fn refuse(&mut self, key: &str, why: String) {
        let Some(at) = self.rows.iter().position(|row| row.key == key) else { return };
        self.at = at;
        if let Some(row) = self.rows.get_mut(at) {
            row.flaw = Some(why);
        }
    }

    /// What it would enter if it were validated now; nothing while something is missing.
    pub fn typed_so_far(&self, world: &World) -> Vec<Statement> {
        // What a correction takes out is known only once it is entered: until then the old entry shows.
        let known = !matches!(self.purpose, Purpose::Correct(_));
        if self.touched && known { gather::statements(self, world).unwrap_or_default() } else { Vec::new() }
    }

    /// Whether one of its rows asks for what somebody says.
    pub fn asks_for(&self, said: &Statement) -> bool {
        let Some(subject) = self.purpose.about() else { return false };
        let ours = |about: Entity| about == subject.deal || Some(about) == subject.party;
        match said {
            Statement::Set(set) => ours(set.about) && self.row(&set.field).is_some(),
            Statement::Promised(next) => ours(next.about) && self.row("next").is_some(),
            Statement::Moved(moved) => ours(moved.deal) && matches!(self.purpose, Purpose::Move { .. }),
            _ => false,
        }
    }

    /// What the thing it makes or changes is called until it has an id.
    pub fn subject(&self) -> Option<Entity> {
        self.purpose.subject()
    }

    /// The text of a row by its key; empty where there is none or it is hidden.
    pub fn text(&self, key: &str) -> String {
        self.row(key).map(Row::text).unwrap_or_default()
    }

    fn row(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key && !row.hidden)
    }

    /// Everything typed, for the draft: a line a row. What was chosen is no words to read: it stands behind `:=`.
    pub fn draft(&self) -> String {
        let line = |row: &Row| {
            let sign = if matches!(row.entry, Entry::Choice { .. }) { ":=" } else { "=" };
            format!("{}{sign}{}", row.key, escaped(&row.text()))
        };
        let here = self.rows.get(self.at).map(|row| format!("{CARET}:={}", row.key));
        self.rows.iter().map(line).chain(here).collect::<Vec<_>>().join("\n")
    }

    /// Puts a draft back into the rows that still exist; the caret goes behind the text it stood in.
    pub fn restore(&mut self, draft: &str, world: &World) {
        for line in draft.lines() {
            let Some((key, text)) = line.split_once('=') else { continue };
            let key = key.trim_end_matches(':');
            let wanted = if key == CARET { text } else { key };
            let Some(at) = self.rows.iter().position(|row| row.key == wanted) else { continue };
            let Some(row) = self.rows.get_mut(at) else { continue };
            if key == CARET {
                self.at = at;
                continue;
            }
            let (before, text) = (row.text(), unescaped(text));
            if text != before {
                row.fill(&text);
                self.at = at;
            }
        }
        self.touched = true;
        self.own_step = !self.text("next").is_empty();
        self.refresh(world);
    }
}

/// Where a draft says in which row the caret stood.
const CARET: &str = "caret";

/// Line ends and backslashes of a row as they stand in a draft.
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

/// What `escaped` made.
pub fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next() {
                Some('n') => out.push('\n'),
                other => out.extend(other),
            },
            (letter, false) => out.push(letter),
        }
    }
    out
}
