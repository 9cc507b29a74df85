//! A few choices that take all keys until one is taken: a stage, what to do with an empty portfolio, whether to leave.
//! A double tap never reaches what lies below.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::{
    chronicle::Past, command::Command, doubles::Choice as Met, filter::Choice, form::draw::frame, layout::middle,
    parts::Paint, pointer::Zone, recall::Recall, theme::Role,
};
use crate::{
    sales::{
        entity::Entity,
        fact::{Role as Relation, Statement},
        fields::folded,
    },
    voice::Voice,
};

/// The letter of a yes.
pub fn yes(voice: &Voice) -> char {
    voice.say("letter-yes").chars().next().unwrap_or('o')
}

/// The choices.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is asked.
    pub title: String,
    /// A line that explains.
    pub words: String,
    /// What can be answered.
    pub items: Vec<Item>,
    /// The line under the cursor.
    pub at: usize,
}

/// One answer.
#[derive(Clone, Debug)]
pub struct Item {
    /// The letter that takes it.
    pub letter: char,
    /// Its name.
    pub label: String,
    /// What it needs or means, at the right end.
    pub note: String,
    /// What it does.
    pub act: Act,
}

impl Item {
    /// Answers without a letter get the first free one of their own name.
    pub fn letter(items: &mut [Self]) {
        let mut taken: Vec<char> = items.iter().map(|item| item.letter).filter(|letter| *letter != ' ').collect();
        for item in items.iter_mut().filter(|item| item.letter == ' ') {
            let own = folded(&item.label).into_owned();
            let free = |letter: &char| letter.is_ascii_lowercase() && !taken.contains(letter);
            item.letter = own.chars().chain('a'..='z').find(free).unwrap_or(' ');
            taken.push(item.letter);
        }
    }
}

/// What an answer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The chosen deal goes to this stage.
    Stage(usize),
    /// These statements, which delete something.
    Delete(Vec<Statement>),
    /// These statements.
    Say(Vec<Statement>),
    /// Find somebody for a role.
    Relate(Relation),
    /// What needs to know what was said.
    Recall(Recall),
    /// Leave.
    Quit,
    /// Nothing.
    Stay,
    /// Search for these words.
    Search(String),
    /// Begin a note with this text.
    Jot(String),
    /// This sequence follows these deals from now on, or none any more.
    Enrol(Option<String>, Vec<Entity>),
    /// Whom rules propose to follow: by which sequence, or one of these.
    Proposed(Option<usize>),
    /// Look at whom the rule of a sequence proposes, each of them marked.
    LookAtProposed(usize),
    /// Propose nobody for a sequence until another sitting.
    NotNow(usize),
    /// Pass over the step of the sequence that is next.
    PassOver,
    /// Write the letter of this template.
    Write(String),
    /// Note a mail: theirs, or ours.
    NoteMail(bool),
    /// Look into what was done, or take an act of it back.
    Past(Past),
    /// Ask for a file.
    Import,
    /// Ask for a first contact.
    NewContact,
    /// Open the believable portfolio.
    Demo,
    /// Ask what to do with a draft: its place and text.
    Draft(String, String),
    /// Copy it.
    CopyDraft(String, String),
    /// Take up a draft: its place and text.
    Resume(String, String),
    /// Give a draft up.
    Drop(String),
    /// This wish, about somebody who is not under the cursor.
    On(Entity, Command),
    /// Undo what is older than this sitting.
    Undo,
    /// What is done with who looks like somebody known.
    Met(Met),
    /// Look at these cards only.
    Filter(Choice),
    /// Open the settings.
    Settings,
    /// Everything that was set aside.
    Archives,
    /// Forget them for good.
    Forget(Entity),
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Moved, or nothing.
    Stays,
    /// An answer was taken.
    Takes(Act),
    /// The person wants out.
    Cancel,
}

impl Menu {
    /// A question with its answers.
    pub fn new(title: String, items: Vec<Item>) -> Self {
        Self { title, words: String::new(), items, at: 0 }
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Did {
        let last = self.items.len().saturating_sub(1);
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Up | KeyCode::BackTab => self.at = self.at.saturating_sub(1),
            KeyCode::Down | KeyCode::Tab => self.at = (self.at + 1).min(last),
            KeyCode::Enter => {
                return self.items.get(self.at).map_or(Did::Cancel, |item| Did::Takes(item.act.clone()));
            }
            KeyCode::Char(letter) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => {
                let small = letter.to_lowercase().next();
                let taken = self.items.iter().find(|item| Some(item.letter) == small);
                return taken.map_or(Did::Stays, |item| Did::Takes(item.act.clone()));
            }
            _ => {}
        }
        Did::Stays
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, voice: &Voice) {
        let lines = super::parts::text::wrapped(&self.words, usize::from(area.width.min(60).saturating_sub(5)).max(1));
        let lines = if self.words.is_empty() { Vec::new() } else { lines };
        let place = middle(area, 60, self.items.len() as u16 + lines.len() as u16 + 3);
        frame(paint, place, &self.title);
        let (x, right) = (place.x + 3, place.right().saturating_sub(2));
        let mut y = place.y + 1;
        for line in &lines {
            paint.put(x, y, right.saturating_sub(x), line, Role::Quiet);
            y += 1;
        }
        let marker = paint.signs().marker.to_string();
        let room = usize::from(place.bottom().saturating_sub(y + 2)).max(1);
        let first = (self.at + 1).saturating_sub(room);
        for (at, item) in self.items.iter().enumerate().skip(first).take(room) {
            if y + 1 >= place.bottom() {
                break;
            }
            let here = at == self.at;
            if here {
                paint.put(x - 1, y, 1, &marker, Role::Marker);
            }
            paint.zone(Rect { y, height: 1, ..place }, Zone::Item(at));
            paint.put(x, y, 1, &item.letter.to_string(), Role::Key);
            let role = if here { Role::Cursor } else { Role::Quiet };
            let end = paint.put(x + 3, y, right.saturating_sub(x + 3), &item.label, role);
            paint.right(end + 1, right, y, &item.note, Role::Quiet);
            y += 1;
        }
        if y + 1 < place.bottom() {
            paint.put(x, y, right.saturating_sub(x), voice.say("menu-keys"), Role::Quiet);
        }
    }
}
