//! What may be typed next in a query: words for what it looks at, and values. Pure: whoever draws them chooses one.

use std::ops::Range;

use super::{
    name::{self, DAYS, FLAGS, NAMES, READINGS, SEGMENT, STATUSES, TEMPERATURES, label, quoted, said},
    parse::{Kind, kind},
    tree::{Derived, Subject},
    vocabulary::Vocabulary,
};
use crate::sales::{
    fields::{self, FIELDS, folded},
    playbook::Playbook,
    template::Tongue,
};

/// More are never offered at once.
const MOST: usize = 12;

/// What begins a comparison.
const SIGNS: [char; 5] = [':', '=', '<', '>', '!'];

/// What values are offered from.
#[derive(Clone, Copy, Debug)]
pub struct Offering<'a> {
    /// The settings.
    pub playbook: &'a Playbook,
    /// The reader's language: its words are offered, those of the other understood.
    pub tongue: Tongue,
    /// Tags in use, the most used first.
    pub tags: &'a [String],
    /// Towns, the most frequent first.
    pub towns: &'a [String],
    /// Who looks after something.
    pub owners: &'a [String],
}

/// Something that may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The bytes it replaces.
    pub at: Range<usize>,
    /// What stands there then.
    pub text: String,
}

impl Offer {
    /// The text with it, and where the caret stands then.
    pub fn taken(&self, text: &str) -> (String, usize) {
        let (before, after) = (text.get(..self.at.start).unwrap_or(text), text.get(self.at.end..).unwrap_or_default());
        (format!("{before}{}{after}", self.text), before.len() + self.text.len())
    }

    /// It without the space behind it.
    pub fn shown(&self) -> &str {
        self.text.trim_end()
    }
}

/// What may stand where the caret is, in bytes.
pub fn complete(text: &str, caret: usize, from: &Offering<'_>) -> Vec<Offer> {
    let start = token(text.get(..caret).unwrap_or(text));
    let typed = text.get(start..caret).unwrap_or_default();
    let turned = usize::from(typed.starts_with('-'));
    let (start, typed) = (start + turned, typed.get(turned..).unwrap_or_default());
    if typed.starts_with('"') {
        return Vec::new();
    }
    let Some(sign) = typed.find(SIGNS) else {
        let words = words(&folded(typed), from);
        return words.into_iter().take(MOST).map(|text| Offer { at: start..caret, text }).collect();
    };
    let (word, rest) = typed.split_at(sign);
    let begun = rest.trim_start_matches(SIGNS);
    let subject = Vocabulary::new(from.playbook).subject(word);
    let at = caret - begun.len()..caret;
    let begun = folded(begun.trim_start_matches('"')).into_owned();
    let offer = |value: String| Offer { at: at.clone(), text: format!("{} ", quoted(&value)) };
    let all = match subject {
        _ if folded(word) == SEGMENT => from.playbook.segments().iter().map(|segment| segment.key.clone()).collect(),
        Some(subject) => values(&subject, from),
        None => return Vec::new(),
    };
    let values = fitting(&begun, all).into_iter().map(offer);
    // What is whole already needs no offer.
    values.filter(|offer| text.get(offer.at.clone()) != Some(offer.shown())).take(MOST).collect()
}

/// Where the word under the caret begins: behind the last space that no quotes hold.
fn token(before: &str) -> usize {
    let (mut start, mut held) = (0, false);
    for (at, letter) in before.char_indices() {
        held ^= letter == '"';
        if !held && letter.is_whitespace() {
            start = at + letter.len_utf8();
        }
    }
    start
}

/// Words that begin so, of the reader's language where one does; with the sign that usually follows.
fn words(begun: &str, from: &Offering<'_>) -> Vec<String> {
    let readings = READINGS.iter().map(|(derived, names)| (Subject::Derived(*derived), names.map(str::to_owned)));
    let fields =
        NAMES.iter().filter_map(|(key, names)| Some((Subject::Field(fields::row(key)?), names.map(str::to_owned))));
    let own =
        from.playbook.fields().iter().map(|own| (Subject::Custom(own.key.clone()), [own.key.clone(), own.key.clone()]));
    let mut found: Vec<(usize, String)> = Vec::new();
    for (subject, names) in readings.chain(fields).chain(own) {
        let [mine, other] = if from.tongue == Tongue::Fr {
            names
        } else {
            let [fr, en] = names;
            [en, fr]
        };
        let begins = |word: &str| folded(word).starts_with(begun);
        let more = || synonyms(&subject, from.playbook).iter().any(|word| word.starts_with(begun));
        let rank = match (begins(&mine), begins(&other)) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) if more() => 2,
            _ => continue,
        };
        found.push((rank, format!("{mine}{}", sign(kind(&subject, from.playbook)))));
    }
    if SEGMENT.starts_with(begun) && !from.playbook.segments().is_empty() {
        found.push((0, format!("{SEGMENT}:")));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, word)| word).collect()
}

/// Other words for a field.
fn synonyms(subject: &Subject, playbook: &Playbook) -> Vec<String> {
    match subject {
        Subject::Field(row) => {
            FIELDS.get(usize::from(*row)).map(|field| field.words.iter().map(|word| (*word).to_owned()).collect())
        }
        Subject::Custom(key) => playbook.fields().iter().find(|own| own.key == *key).map(|own| own.words.clone()),
        Subject::Derived(_) => None,
    }
    .unwrap_or_default()
}

fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Number | Kind::Percent | Kind::Amount => ">=",
        Kind::Date => "<=",
        _ => ":",
    }
}

/// The values a subject is usually compared with.
fn values(subject: &Subject, from: &Offering<'_>) -> Vec<String> {
    let (playbook, tongue) = (from.playbook, from.tongue);
    let own = |words: &[&'static str; 2]| said(*words, tongue).to_owned();
    match kind(subject, playbook) {
        Kind::Status => STATUSES.iter().map(|(_, words)| own(words)).collect(),
        Kind::Temperature => TEMPERATURES.iter().rev().map(|(_, words)| own(words)).collect(),
        Kind::Stage => {
            let stage = |at| name::stage(at, playbook, tongue).trim_matches('"').to_owned();
            (0..playbook.stages().len()).map(stage).collect()
        }
        Kind::Source => playbook.sources().iter().map(|source| label(&source.label, tongue)).collect(),
        Kind::Loss => playbook.losses().iter().map(|loss| label(&loss.label, tongue)).collect(),
        Kind::YesNo => FLAGS.iter().map(own).collect(),
        Kind::Date => DAYS.iter().map(|(_, words)| own(words)).chain(days(tongue)).collect(),
        Kind::Words => known(subject, from).to_vec(),
        Kind::Phone | Kind::Number | Kind::Percent | Kind::Amount => Vec::new(),
    }
}

fn days(tongue: Tongue) -> impl Iterator<Item = String> {
    [7, 30, -7, -30, -90].into_iter().map(move |days| format!("{days}{}", said(["j", "d"], tongue)))
}

/// Words that stand in the records.
fn known<'a>(subject: &Subject, from: &Offering<'a>) -> &'a [String] {
    let key = match subject {
        Subject::Derived(Derived::Owner) => return from.owners,
        Subject::Field(row) => FIELDS.get(usize::from(*row)).map_or("", |field| field.key),
        _ => "",
    };
    match key {
        "contact.town" | "company.town" => from.towns,
        "contact.tags" => from.tags,
        _ => &[],
    }
}

/// Values that begin so, then those with a word within that does.
fn fitting(begun: &str, values: Vec<String>) -> Vec<String> {
    let begins = |value: &String| folded(value).starts_with(begun);
    let within = |value: &String| folded(value).split(' ').any(|word| word.starts_with(begun));
    let (first, others): (Vec<String>, Vec<String>) = values.into_iter().partition(begins);
    first.into_iter().chain(others.into_iter().filter(within)).collect()
}
