//! The numbers of the score, the rhythm and the law on a screen: while one of the score is typed, the ranking of the whole
//! portfolio moves beside it. Nothing holds until it is kept; given up, it comes back as it was typed.

mod draw;
mod knob;
mod wish;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use self::knob::{Knob, Page};
use super::{told, world::World};
use crate::sales::{
    playbook::{Change, Dial, Playbook, Tuning},
    trial::{Outcome, Trial},
    words::digits,
};

/// More of the ranking than this fits nowhere.
const MOST: usize = 64;

/// The screen of the settings.
pub struct Settings {
    tuning: Tuning,
    page: Page,
    knobs: Vec<Knob>,
    at: usize,
    typed: Typed,
    past: Past,
    trial: Trial,
    outcome: Outcome,
}

/// Whether settings were chosen or put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Chosen, or chosen again.
    On,
    /// As they were before.
    Back,
}

/// What was turned on this screen, for undo and redo: each knob and what it said before.
#[derive(Default)]
struct Past {
    undo: Vec<(Knob, i32)>,
    redo: Vec<(Knob, i32)>,
}

/// What is being typed.
#[derive(Default)]
struct Typed {
    text: String,
    /// Why it cannot stand, or why nothing could be kept.
    flaw: Option<String>,
}

/// The longest number has a sign and four digits.
const LONGEST: usize = 5;

/// What a key did.
pub enum Did {
    /// Moved, turned, or nothing.
    Stays,
    /// Keep what differs.
    Keep(Vec<Change>),
    /// The person wants out.
    Cancel,
}

impl Settings {
    /// The numbers in force.
    pub fn new(world: &World) -> Self {
        let tuning = world.playbook.tuning();
        let page = Page::default();
        let knobs = page.knobs(&tuning);
        let trial = Trial::new(world.book, world.columns, world.playbook);
        let at = knobs.iter().position(|knob| *knob == Knob::Dial(Dial::Hot)).unwrap_or(0);
        let (typed, past, outcome) = (Typed::default(), Past::default(), Outcome::default());
        let mut settings = Self { tuning, page, knobs, at, typed, past, trial, outcome };
        settings.weigh(world);
        settings
    }

    /// Whether anything differs from the settings in force.
    pub fn is_touched(&self, playbook: &Playbook) -> bool {
        !self.tuning.changes(playbook).is_empty()
    }

    /// Facts, the day or the settings may have changed meanwhile: what was turned stays turned.
    pub fn follow(&mut self, world: &World) {
        if self.trial.is_of(world.book, world.columns, world.playbook) {
            return;
        }
        let turned = self.turned(world.playbook);
        self.trial = Trial::new(world.book, world.columns, world.playbook);
        self.weigh(world);
        if turned {
            return;
        }
        self.tuning = world.playbook.tuning();
        self.knobs = self.page.knobs(&self.tuning);
        self.at = self.at.min(self.last());
        self.weigh(world);
    }

    /// Whether the rules are still those of the settings, with something turned.
    fn turned(&self, playbook: &Playbook) -> bool {
        let held = self.held(playbook);
        let same = held.rules().iter().map(|rule| &rule.key).eq(self.tuning.rules().iter().map(|rule| &rule.key));
        same && self.is_touched(playbook)
    }

    /// What is in force, under the checklist that is tried.
    fn held(&self, playbook: &Playbook) -> Tuning {
        let mut held = playbook.tuning();
        // A checklist that is gone meanwhile leaves the one in force.
        held.turn(Dial::Framework, self.tuning.value(Dial::Framework)).unwrap_or_default();
        held
    }

    fn weigh(&mut self, world: &World) {
        self.outcome = self.trial.of(&self.tuning, MOST, (world.book, world.columns, world.playbook));
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, world: &World) -> Did {
        let last = self.last();
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter => return self.keep(world),
            KeyCode::Char('s') if control => return self.keep(world),
            KeyCode::Tab => self.turn_page(self.page.on(1)),
            KeyCode::BackTab => self.turn_page(self.page.on(2)),
            KeyCode::Up | KeyCode::Char('k') => self.go(self.at.saturating_sub(1)),
            KeyCode::Down | KeyCode::Char('j') => self.go((self.at + 1).min(last)),
            KeyCode::Home => self.go(0),
            KeyCode::End => self.go(last),
            KeyCode::Left | KeyCode::Char('h') => self.step(-1, world),
            KeyCode::Right | KeyCode::Char('l') => self.step(1, world),
            KeyCode::Backspace => {
                self.typed.text.pop();
                self.read(world);
            }
            KeyCode::Delete => self.put_back(world),
            KeyCode::Char('u') => self.undo(world),
            KeyCode::Char('z') if control => self.undo(world),
            KeyCode::Char('r') if control => self.redo(world),
            KeyCode::Char(letter) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => {
                self.type_in(letter, world);
            }
            _ => {}
        }
        Did::Stays
    }

    /// Takes pasted text: its digits.
    pub fn paste(&mut self, text: &str, world: &World) {
        text.trim().chars().for_each(|letter| self.type_in(letter, world));
    }

    /// Nothing could be kept; what was turned stays.
    pub fn refuse(&mut self, why: String) {
        self.typed.flaw = Some(why);
    }

    fn keep(&mut self, world: &World) -> Did {
        if self.typed.flaw.is_some() && !self.typed.text.is_empty() {
            return Did::Stays;
        }
        match self.tuning.changes(world.playbook) {
            changes if changes.is_empty() => Did::Cancel,
            changes => Did::Keep(changes),
        }
    }

    /// The cursor goes to a line that was clicked.
    pub fn stand(&mut self, at: usize) {
        self.go(at.min(self.last()));
    }

    fn last(&self) -> usize {
        self.knobs.len().saturating_sub(1)
    }

    fn here(&self) -> Option<Knob> {
        self.knobs.get(self.at).copied()
    }

    fn turn_page(&mut self, page: Page) {
        self.typed = Typed::default();
        self.page = page;
        self.knobs = page.knobs(&self.tuning);
        self.at = 0;
    }

    fn go(&mut self, at: usize) {
        if self.at != at {
            self.typed = Typed::default();
        }
        self.at = at;
    }

    fn type_in(&mut self, letter: char, world: &World) {
        if self.here().is_none_or(Knob::is_choice) {
            return;
        }
        let fits = matches!(letter, '-' | '+') || digits::digit(letter).is_some();
        if fits && self.typed.text.chars().count() < LONGEST {
            self.typed.text.push(letter);
            self.read(world);
        }
    }

    /// What is typed as a number; what takes points away goes on taking them away.
    fn read(&mut self, world: &World) {
        let Some(knob) = self.here() else { return };
        let held = knob.of(&self.held(world.playbook));
        match number(&self.typed.text) {
            Some(number) if held < 0 && !self.typed.text.starts_with('+') => self.turn(knob, -number.abs(), world),
            Some(number) => self.turn(knob, knob.meant(number), world),
            None => self.turn(knob, held, world),
        }
    }

    fn step(&mut self, by: i32, world: &World) {
        let Some(knob) = self.here() else { return };
        self.typed.text.clear();
        self.turn(knob, knob.of(&self.tuning) + by * knob.step(), world);
        // One step too far is no mistake to be told.
        self.typed.flaw = None;
    }

    /// The number under the cursor as it is in force.
    fn put_back(&mut self, world: &World) {
        let Some(knob) = self.here() else { return };
        self.typed.text.clear();
        let framework = knob == Knob::Dial(Dial::Framework);
        let held = if framework { world.playbook.tuning() } else { self.held(world.playbook) };
        self.turn(knob, knob.of(&held), world);
    }

    /// Puts what was turned last back to what it said before.
    fn undo(&mut self, world: &World) {
        if let Some((knob, before)) = self.past.undo.pop() {
            self.past.redo.push((knob, knob.of(&self.tuning)));
            self.set(knob, before, world);
        }
    }

    /// Turns again what was put back.
    pub(super) fn redo(&mut self, world: &World) {
        if let Some((knob, after)) = self.past.redo.pop() {
            self.past.undo.push((knob, knob.of(&self.tuning)));
            self.set(knob, after, world);
        }
    }

    fn set(&mut self, knob: Knob, to: i32, world: &World) {
        self.typed = Typed::default();
        self.apply(knob, to, world);
        let page = knob.page(&self.tuning);
        if page != self.page {
            self.turn_page(page);
        }
        self.at = self.knobs.iter().position(|known| *known == knob).unwrap_or(self.at);
    }

    fn turn(&mut self, knob: Knob, to: i32, world: &World) {
        let before = knob.of(&self.tuning);
        self.apply(knob, to, world);
        // While a number is typed its digits are one change.
        if knob.of(&self.tuning) != before && self.past.undo.last().is_none_or(|(last, _)| *last != knob) {
            self.past.undo.push((knob, before));
        }
        self.past.redo.clear();
    }

    fn apply(&mut self, knob: Knob, to: i32, world: &World) {
        let turned = knob.set(&mut self.tuning, to);
        if knob == Knob::Dial(Dial::Framework) {
            self.knobs = self.page.knobs(&self.tuning);
        }
        self.typed.flaw = turned.err().map(|why| told::reason(world, &why));
        if self.typed.flaw.is_some() && !self.typed.text.is_empty() {
            // Half a number is none yet: what shows beside it is what holds.
            let held = knob.of(&self.held(world.playbook));
            knob.set(&mut self.tuning, held).unwrap_or_default();
        }
        if self.page == Page::Score {
            self.weigh(world);
        }
    }
}

/// `12`, `-5`, `&é`. A dash is a sign at the start, and a 6 among other unshifted digits.
fn number(text: &str) -> Option<i32> {
    let unshifted = text.contains(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '-' | '+'));
    let (sign, rest) = match text.strip_prefix('-').filter(|_| !unshifted) {
        Some(rest) => ("-", rest),
        None => ("", text.trim_start_matches('+')),
    };
    let digits: String = rest.chars().filter_map(digits::digit).collect();
    format!("{sign}{digits}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_shifted_or_not() {
        for (typed, meant) in [("12", 12), ("-5", -5), ("&é", 12), ("&-", 16), ("\"à", 30), ("+4", 4)] {
            assert_eq!(number(typed), Some(meant), "{typed}");
        }
        assert_eq!((number(""), number("-")), (None, None));
    }
}
