//! The day a note names for the next time one speaks: it stands as the next step until the person types one. A day
//! named for anything else, a delivery or a quote, is none.

use super::{Form, Purpose, gather};
use crate::{
    cockpit::world::{self, World},
    sales::{card, fields::folded, moment::Day, score, words::date},
};

/// Beginnings of words about the next contact, without accents.
const CONTACT: [&str; 14] = [
    "rappel",
    "relanc",
    "recontact",
    "rencontr",
    "revoi",
    "revoy",
    "rendez",
    "rdv",
    "rv",
    "visite",
    "meet",
    "appointment",
    "callback",
    "recall",
];

/// Whole words about it.
const EXACTLY: [&str; 5] = ["appeler", "appelle", "call", "visit", "ring"];

impl Form {
    /// What the note names is proposed, with its date.
    pub(super) fn propose(&mut self, world: &World) {
        let talks =
            matches!(self.purpose, Purpose::Call(_) | Purpose::Note(_) | Purpose::Mail(_) | Purpose::Meeting(_));
        if self.own_step || !talks {
            return;
        }
        let ahead = date::parse(&self.text("when"), world.today).is_ok_and(|when| when.day > world.today);
        let found = next_contact(&self.text("note"), world.today).filter(|_| !ahead).unwrap_or_default();
        let when = date::parse(&found, world.today).map(|when| world.voice.moment_dated(when)).unwrap_or_default();
        let by_itself = if found.is_empty() { self.by_itself(world) } else { None };
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == "next") {
            row.help = by_itself.unwrap_or_default();
            if !found.is_empty() {
                row.help = world.voice.tell("form-next-from-note", &[("when", when.into())]);
            }
            row.fill(&found);
        }
    }
}

impl Form {
    /// When they come up again after this call where nothing is typed.
    fn by_itself(&self, world: &World) -> Option<String> {
        let subject = self.purpose.about().filter(|_| matches!(self.purpose, Purpose::Call(_)))?;
        let preview = world.preview(&gather::statements(self, world).ok()?);
        let case = world::case(&preview, subject.deal)?;
        let total = score::total_of(&case.as_case(), world.playbook, world.today);
        let due = card::card(&preview, &case, total, world.playbook, world.today).due?;
        let when = world.voice.due(due.into(), world.today);
        Some(world.voice.tell("form-call-next", &[("when", when.into())]))
    }
}

/// The words of a note that name the day of the next contact: in one clause with the word for it, behind it first.
fn next_contact(note: &str, today: Day) -> Option<String> {
    let lines = note.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let ends = |word: &&str| word.ends_with([',', ';', '.', '!', '?']);
    let clauses: Vec<Vec<&str>> =
        lines.flat_map(|line| line.split_inclusive(ends).map(<[&str]>::to_vec).collect::<Vec<_>>()).collect();
    clauses.iter().rev().find_map(|clause| {
        let at = clause.iter().position(|word| is_contact(word))?;
        let (before, after) = clause.split_at(at);
        named_moment(after, today).or_else(|| named_moment(before, today))
    })
}

fn is_contact(word: &str) -> bool {
    let word = folded(word.trim_matches(|sign: char| !sign.is_alphanumeric())).into_owned();
    CONTACT.iter().any(|stem| word.starts_with(stem)) || EXACTLY.contains(&word.as_str())
}

/// The words that name a day to come: the longest first, the last where there are several.
fn named_moment(words: &[&str], today: Day) -> Option<String> {
    let longest = (1..=5.min(words.len())).rev();
    let places = longest.flat_map(|count| (0..=words.len() - count).rev().map(move |from| (from, from + count)));
    let mut named = places.filter_map(|(from, to)| {
        let gone = words.get(to).is_some_and(|next| next.starts_with("derni") || next.starts_with("passé"));
        let text = words.get(from..to)?.join(" ");
        let text = text.trim_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
        (!gone && names_a_day(&text, today)).then_some(text)
    });
    named.next()
}

/// A figure or an hour alone may be anything, also a price; a month alone or `mon` is often just a word.
fn names_a_day(text: &str, today: Day) -> bool {
    let day = |text: &str| date::parse(text, today).ok().map(|moment| moment.day).filter(|day| *day >= today);
    let Some(found) = day(text) else { return false };
    let mut words = text.split_whitespace();
    let is_alone = words.clone().count() == 1;
    let is_day = |word: &str| {
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        (letters > 3 || word == "mai") && day(word).is_some()
    };
    let soon = found.date() - today.date() <= chrono::TimeDelta::days(8);
    let away = text.to_lowercase();
    words.any(is_day) && (soon || !is_alone)
        || text.contains('/')
        || ["dans ", "in "].iter().any(|word| away.starts_with(word))
        || ["prochain", "next "].iter().any(|word| away.contains(word))
}
