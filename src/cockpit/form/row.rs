//! A row of a form: a line, a note, or a choice among a few.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::{
    cockpit::parts::{Line, Notes},
    sales::fields::Field,
};

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called in drafts and when statements are gathered.
    pub key: String,
    /// What stands before it.
    pub label: String,
    /// What is filled in.
    pub entry: Entry,
    /// Why it was refused.
    pub flaw: Option<String>,
    /// It may stay empty.
    pub optional: bool,
    /// It does not matter now: another row decides.
    pub hidden: bool,
    /// What helps filling it in: the question to ask, an example.
    pub help: String,
    /// What it says while nothing is typed.
    pub proposed: String,
}

/// What is filled in.
#[derive(Clone, Debug)]
pub enum Entry {
    /// One line.
    Line(Line, Reads),
    /// Several lines.
    Notes(Box<Notes>),
    /// One of a few.
    Choice {
        /// All of them.
        options: Vec<Choice>,
        /// The chosen one; past the last while none is.
        at: usize,
    },
}

/// How a line is read.
#[derive(Clone, Copy, Debug)]
pub enum Reads {
    /// As a field of the catalogue.
    Field(&'static Field),
    /// As a day, with a time where one is given.
    Moment,
    /// As words.
    Words,
}

/// One of a few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The letter that takes it.
    pub letter: char,
    /// Its name.
    pub label: String,
    /// What it stands for.
    pub value: String,
}

impl Row {
    fn new(key: &str, label: &str, entry: Entry) -> Self {
        Self {
            key: key.to_owned(),
            label: label.to_owned(),
            entry,
            flaw: None,
            optional: true,
            hidden: false,
            help: String::new(),
            proposed: String::new(),
        }
    }

    /// A line of words.
    pub fn words(key: &str, label: &str, text: &str) -> Self {
        Self::new(key, label, Entry::Line(Line::with(text), Reads::Words))
    }

    /// A day.
    pub fn moment(key: &str, label: &str, text: &str) -> Self {
        Self::new(key, label, Entry::Line(Line::with(text), Reads::Moment))
    }

    /// A field of the catalogue.
    pub fn field(field: &'static Field, label: &str, text: &str) -> Self {
        Self::new(field.key, label, Entry::Line(Line::with(text), Reads::Field(field)))
    }

    /// A note.
    pub fn notes(key: &str, label: &str, text: &str) -> Self {
        Self::new(key, label, Entry::Notes(Box::new(Notes::with(text))))
    }

    /// A text that is read before it is changed.
    pub fn letter(key: &str, label: &str, text: &str) -> Self {
        Self::new(key, label, Entry::Notes(Box::new(Notes::with(text).from_the_top())))
    }

    /// A choice; the letters are the options' own first free letters where none is given.
    pub fn choice(key: &str, label: &str, mut options: Vec<Choice>, at: usize) -> Self {
        letter(&mut options);
        Self::new(key, label, Entry::Choice { options, at })
    }

    /// A choice that nobody has made yet and that must be made.
    pub fn open_choice(key: &str, label: &str, options: Vec<Choice>) -> Self {
        let at = options.len();
        Self::choice(key, label, options, at).needed()
    }

    /// The same, which must be filled in.
    #[must_use]
    pub fn needed(self) -> Self {
        Self { optional: false, ..self }
    }

    /// The same with a help under it.
    #[must_use]
    pub fn helped(self, help: &str) -> Self {
        Self { help: help.to_owned(), ..self }
    }

    /// The same with what it says while nothing is typed.
    #[must_use]
    pub fn proposing(self, text: &str) -> Self {
        Self { proposed: text.to_owned(), ..self }
    }

    /// What stands in it or is proposed; of a choice, what it stands for.
    pub fn text(&self) -> String {
        match &self.entry {
            Entry::Line(line, _) if line.text().trim().is_empty() => self.proposed.clone(),
            Entry::Line(line, _) => line.text().trim().to_owned(),
            Entry::Notes(notes) => notes.text(),
            Entry::Choice { options, at } => options.get(*at).map(|choice| choice.value.clone()).unwrap_or_default(),
        }
    }

    /// What is typed into its line, if anything is.
    pub fn typed(&self) -> Option<String> {
        let Entry::Line(line, _) = &self.entry else { return None };
        Some(line.text().trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// Puts a text into it.
    pub fn fill(&mut self, text: &str) {
        match &mut self.entry {
            Entry::Line(line, _) => *line = Line::with(text),
            Entry::Notes(notes) => **notes = Notes::with(text),
            Entry::Choice { options, at } => {
                *at = options.iter().position(|choice| choice.value == text).unwrap_or(*at);
            }
        }
    }
}

impl Choice {
    /// An option that its own first letter takes.
    pub fn new(label: &str, value: &str) -> Self {
        Self { letter: ' ', label: label.to_owned(), value: value.to_owned() }
    }

    /// An option with its letter.
    pub fn with(letter: char, label: &str, value: &str) -> Self {
        Self { letter, ..Self::new(label, value) }
    }
}

/// Gives every option a letter of its own name that no other has; the alphabet where none is free.
fn letter(options: &mut [Choice]) {
    for at in 0..options.len() {
        let taken: Vec<char> = options.iter().map(|choice| choice.letter).collect();
        let Some(choice) = options.get_mut(at) else { continue };
        if choice.letter == ' ' {
            let name = crate::sales::fields::folded(&choice.label).into_owned();
            let own =
                name.chars().chain('a'..='z').find(|letter| letter.is_ascii_alphanumeric() && !taken.contains(letter));
            choice.letter = own.unwrap_or(' ');
        }
    }
}

/// The option a key takes, and whether the caret goes on to the next row.
pub fn chosen(options: &[Choice], at: usize, key: KeyEvent) -> Option<(usize, bool)> {
    let count = options.len();
    let bare = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    match key.code {
        _ if count == 0 || !bare => None,
        KeyCode::Left if at >= count => Some((count - 1, false)),
        KeyCode::Left => Some(((at + count - 1) % count, false)),
        KeyCode::Right | KeyCode::Char(' ') if at >= count => Some((0, false)),
        KeyCode::Right | KeyCode::Char(' ') => Some(((at + 1) % count, false)),
        KeyCode::Char(letter) => {
            let small = letter.to_lowercase().next()?;
            options.iter().position(|choice| choice.letter == small).map(|at| (at, true))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_gets_a_letter_of_its_own() {
        let row = Row::choice(
            "r",
            "",
            vec![Choice::new("Prix", "a"), Choice::new("Pas de budget", "b"), Choice::new("Pas de besoin", "c")],
            0,
        );
        let Entry::Choice { options, .. } = row.entry else { unreachable!() };
        let letters: Vec<char> = options.iter().map(|choice| choice.letter).collect();
        assert_eq!(letters, ['p', 'a', 's']);
    }

    #[test]
    fn a_letter_takes_an_option_and_goes_on() {
        let options = [Choice::with('j', "joint", "reached"), Choice::with('p', "pas de réponse", "no_answer")];
        assert_eq!(chosen(&options, 0, KeyCode::Char('P').into()), Some((1, true)));
        assert_eq!(chosen(&options, 0, KeyCode::Left.into()), Some((1, false)));
        assert_eq!(chosen(&options, 0, KeyCode::Char('z').into()), None);
    }
}
