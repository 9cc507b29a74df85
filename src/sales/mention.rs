//! Where somebody who is to be forgotten is named in what was said of others: a note, a reason, a next step. Pure.

use std::collections::BTreeSet;

use super::{
    book::{Book, History, Records, Unreadable},
    entity::{Entity, Kind},
    erasure::Erasure,
    fact::{FactId, Statement},
    moment::Day,
    words::fold::folded,
};

/// A statement about others that names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Whom it is about.
    pub about: Option<Entity>,
    /// When it was entered.
    pub day: Day,
    /// By whom.
    pub author: String,
    /// The fact, and the place of the statement in it.
    pub at: (FactId, u32),
    /// The words.
    pub words: String,
}

/// How many figures of a number tell it from others.
const FIGURES: usize = 9;

/// What is looked for in words.
pub(super) struct Names {
    /// Folded words between spaces.
    words: BTreeSet<String>,
    addresses: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Names {
    /// Of given and family names, houses, addresses and numbers. A family name alone is theirs where nobody else bears it.
    pub(super) fn new(erasure: &Erasure, book: &Book) -> Self {
        let called = erasure.called();
        let mut words: BTreeSet<String> = called.houses.iter().map(|house| spaced(house)).collect();
        for family in &called.family {
            words.extend(
                called
                    .given
                    .iter()
                    .flat_map(|given| [spaced(&format!("{given} {family}")), spaced(&format!("{family} {given}"))]),
            );
            if !is_shared(family, erasure, book) {
                words.insert(spaced(family));
            }
        }
        words.retain(|name| name.trim().len() > 2);
        let (addresses, numbers) = erasure.reach.iter().cloned().partition(|word: &String| word.contains('@'));
        let numbers: BTreeSet<String> = numbers;
        let numbers = numbers.iter().filter_map(|number| last_figures(number)).collect();
        Self { words, addresses, numbers }
    }

    fn are_in(&self, text: &str) -> bool {
        let words = spaced(text);
        let (small, figures) = (text.to_lowercase(), figures(text));
        self.words.iter().any(|name| words.contains(name))
            || self.addresses.iter().any(|address| small.contains(address))
            || self.numbers.iter().any(|number| figures.contains(number))
    }
}

/// Every statement about others that names them, oldest first. Everything is read.
pub fn mentions(erasure: &Erasure, book: &Book, history: &mut dyn History) -> Result<Vec<Mention>, Unreadable> {
    let names = Names::new(erasure, book);
    let mut found = Vec::new();
    history.every_fact(&mut |fact| {
        let others = |said: &Statement| !erasure.concerns(said) && !is_name(said);
        for (at, said) in fact.statements.iter().enumerate().filter(|(_, said)| others(said)) {
            let Some(words) = texts(said).into_iter().find(|text| names.are_in(text)) else { continue };
            let at = (fact.id, at as u32);
            found.push(Mention {
                about: said.entities().next(),
                day: fact.day,
                author: fact.author.clone(),
                at,
                words,
            });
        }
    })?;
    Ok(found)
}

/// How somebody else is called is theirs, whoever's name is in it.
fn is_name(said: &Statement) -> bool {
    let Statement::Set(set) = said else { return false };
    matches!(set.field.as_str(), "contact.given_name" | "contact.family_name" | "company.name")
}

/// Whether somebody else bears a family name.
fn is_shared(family: &str, erasure: &Erasure, book: &Book) -> bool {
    book.entities(Kind::Contact).filter(|who| !erasure.scope.contains(who)).any(|who| {
        book.contact(who).is_some_and(|contact| *folded(contact.fields.text("contact.family_name")) == *family)
    })
}

/// Every text in a statement.
fn texts(said: &Statement) -> Vec<String> {
    fn gather(value: serde_json::Value, into: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => into.push(text),
            serde_json::Value::Array(values) => values.into_iter().for_each(|value| gather(value, into)),
            serde_json::Value::Object(fields) => fields.into_iter().for_each(|(_, value)| gather(value, into)),
            _ => {}
        }
    }
    let mut into = Vec::new();
    let value = match said {
        Statement::Unknown(raw) => serde_json::from_str(raw.0.get()),
        known => serde_json::to_value(known),
    };
    gather(value.unwrap_or_default(), &mut into);
    into
}

/// Folded words, each between two spaces.
fn spaced(text: &str) -> String {
    let plain = folded(text);
    let mut words = String::with_capacity(plain.len() + 2);
    words.push(' ');
    for word in plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push_str(word);
        words.push(' ');
    }
    words
}

fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn last_figures(number: &str) -> Option<String> {
    let figures = figures(number);
    figures.len().checked_sub(FIGURES).and_then(|from| figures.get(from..)).map(str::to_owned)
}
