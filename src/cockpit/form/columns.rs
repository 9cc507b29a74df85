//! The columns of a file before it is looked at: what each holds, what it was taken for, and what it shall be instead.

use std::rc::Rc;

use super::{Form, Purpose, Row};
use crate::{cockpit::world::World, sales::fields::folded};

/// So many choices are offered at once.
const OFFERED: usize = 6;

/// The columns of a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The file, as its path was typed.
    pub path: String,
    /// Its columns.
    pub all: Vec<Column>,
    /// What a column may be, in words.
    pub choices: Vec<String>,
    /// They are placed as those of an earlier file were.
    pub recalled: bool,
}

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// What stands in its first cells.
    pub samples: Vec<String>,
    /// What it is taken for, in words.
    pub guess: String,
}

/// Another meaning of a column, by its place, in the words of a choice.
pub type Chosen = Vec<(usize, String)>;

impl Columns {
    /// The choice that is meant: by its whole name, by the only beginning that fits, or a new field by its own name.
    fn read(&self, text: &str) -> Option<String> {
        let words = folded(text);
        let named = self.choices.iter().find(|choice| folded(choice) == words);
        let mut fitting = self.fitting(text);
        let only = || fitting.next().filter(|_| fitting.next().is_none());
        let new = text.split_once(':').is_some_and(|(word, name)| is_field(word) && !name.trim().is_empty());
        named.or_else(only).cloned().or_else(|| new.then(|| text.to_owned()))
    }

    fn fitting(&self, text: &str) -> impl Iterator<Item = &String> {
        let words = folded(text).into_owned();
        self.choices.iter().filter(move |choice| folded(choice).starts_with(&words))
    }
}

fn is_field(word: &str) -> bool {
    let word = folded(word);
    word.starts_with("champ") || word.starts_with("field")
}

fn key(at: usize) -> String {
    format!("column-{at}")
}

/// A row a column.
pub(super) fn rows(columns: &Columns) -> Vec<Row> {
    let row = |(at, column): (usize, &Column)| {
        Row::words(&key(at), &column.header, "").proposing(&column.guess).helped(&column.samples.join(" · "))
    };
    columns.all.iter().enumerate().map(row).collect()
}

/// What is to be done, above the keys.
pub(super) fn hint(columns: &Columns, world: &World) -> String {
    world.voice.say(if columns.recalled { "form-columns-recalled" } else { "form-columns-hint" }).to_owned()
}

/// What is wrong with a row, if anything is.
pub(super) fn flaw(columns: &Columns, text: &str, world: &World) -> Option<String> {
    let known = text.is_empty() || columns.read(text).is_some();
    (!known).then(|| world.voice.tell("form-column-unknown", &[("text", text.into())]))
}

impl Form {
    /// The form of the columns of a file.
    pub fn of_columns(columns: Columns, world: &World) -> Option<Self> {
        Self::new(Purpose::Columns(Rc::new(columns)), world, world.book)
    }

    /// The columns that shall be something else.
    pub fn chosen(&self, columns: &Columns) -> Chosen {
        let typed = self.rows.iter().enumerate().filter_map(|(at, row)| Some((at, columns.read(&row.typed()?)?)));
        typed.collect()
    }

    /// Under the row with the caret what it may become, under the others what they hold.
    pub(super) fn offer_columns(&mut self, world: &World) {
        let Purpose::Columns(columns) = self.purpose.clone() else { return };
        for (at, row) in self.rows.iter_mut().enumerate() {
            let typed = row.typed().filter(|_| at == self.at);
            let fitting =
                typed.map(|text| columns.fitting(&text).take(OFFERED).cloned().collect::<Vec<_>>().join(", "));
            row.help = match fitting {
                Some(choices) if choices.is_empty() => world.voice.say("form-column-none").to_owned(),
                Some(choices) => world.voice.tell("form-tag-known", &[("tags", choices.into())]),
                None => columns.all.get(at).map(|column| column.samples.join(" · ")).unwrap_or_default(),
            };
        }
    }

    /// Completes what is typed to the first choice that begins so; whether there was more of it.
    pub(super) fn complete_column(&mut self) -> bool {
        let Purpose::Columns(columns) = &self.purpose else { return false };
        let Some(row) = self.rows.get_mut(self.at) else { return false };
        let Some(typed) = row.typed() else { return false };
        let Some(choice) = columns.fitting(&typed).next().filter(|choice| **choice != typed) else { return false };
        row.fill(choice);
        true
    }
}
