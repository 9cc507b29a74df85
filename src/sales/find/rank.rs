//! Which of the rows left come first.

use std::cmp::Reverse;

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use memchr::memmem;

use super::{
    Hit,
    query::{Number, Query, number_in},
    rows::{BEGINS, INSIDE, LEADS, Rows, WHOLE, spelt_in},
};
use crate::sales::words::fold::origins;

/// The rows with the best promises, at most `most`, in their order.
pub(super) fn most_promising(rows: &[u32], promises: &[u16], most: usize) -> Vec<u32> {
    if rows.len() <= most {
        return rows.to_vec();
    }
    let mut counts = vec![0_usize; 4096];
    for promise in promises {
        counts[usize::from(*promise) & 4095] += 1;
    }
    let mut room = most;
    let mut least = 4095;
    while least > 0 && counts[least] <= room {
        room -= counts[least];
        least -= 1;
    }
    let mut best = Vec::with_capacity(most);
    for (row, promise) in rows.iter().zip(promises) {
        let above = usize::from(*promise) > least;
        if above || (usize::from(*promise) == least && room > 0) {
            room -= usize::from(!above);
            best.push(*row);
        }
    }
    best
}

/// The best hits of the candidates, with the places to underline.
pub(super) fn ranked(rows: &Rows, query: &Query, candidates: Vec<u32>, limit: usize) -> Vec<Hit> {
    let mut scored: Vec<(i64, u32)> = candidates.into_iter().map(|at| (score(rows, query, at), at)).collect();
    scored.sort_unstable_by_key(|(score, at)| (Reverse(*score), *at));
    scored.truncate(limit);
    let hit = |(score, at): (i64, u32)| {
        let entity = rows.entities.get(at as usize).copied()?;
        Some(Hit { entity, score, positions: positions(rows, query, at) })
    };
    scored.into_iter().filter_map(hit).collect()
}

/// How well a row fits: each word by the matcher and by where it stands, or the number, then the row's weight.
fn score(rows: &Rows, query: &Query, at: u32) -> i64 {
    let text = rows.folded.get(at);
    let words: i64 = query.words.iter().map(|word| word_score(text, rows.digits.get(at), word)).sum();
    let number = query.number.as_ref().map_or(0, |number| number_score(rows.digits.get(at), number));
    let weight = rows.weights.get(at as usize).copied().unwrap_or_default();
    words + number + i64::from(weight)
}

fn word_score(text: &str, digits: &str, word: &str) -> i64 {
    let stands = place(text, word).map_or(0, |(_, tier)| i64::from(tier) * 100);
    let number = number_in(word).map_or(0, |number| number_score(digits, &number));
    // a matcher that has matched before remembers scores of other rows (0.3.7): only a new one judges evenly
    SkimMatcherV2::default().fuzzy_match(text, word).unwrap_or_default() + stands.max(number)
}

fn number_score(digits: &str, number: &Number) -> i64 {
    let begins = number.french().is_some_and(|french| digits.contains(&french));
    let inside = number.anywhere().is_some_and(|anywhere| digits.contains(anywhere));
    i64::from(if begins { LEADS } else { u8::from(inside) * BEGINS }) * 100
}

/// The best occurrence of a word in a folded text, and how it stands.
fn place(text: &str, word: &str) -> Option<(usize, u8)> {
    let tier = |from: usize| {
        let begins = text[..from].ends_with(' ');
        match (begins, text[from + word.len()..].starts_with(' ')) {
            (true, true) => WHOLE,
            (true, false) if from == 1 => LEADS,
            (true, false) => BEGINS,
            _ => INSIDE,
        }
    };
    let found = memmem::find_iter(text.as_bytes(), word.as_bytes()).map(|from| (from, tier(from)));
    found.max_by_key(|(from, tier)| (*tier, Reverse(*from)))
}

/// Characters of the shown text that the query names, ascending.
fn positions(rows: &Rows, query: &Query, at: u32) -> Vec<u32> {
    let (text, shown) = (rows.folded.get(at), rows.shown(at));
    let origins = origins(shown);
    let mut positions: Vec<u32> = Vec::new();
    for word in &query.words {
        let bytes: Vec<usize> = match place(text, word) {
            Some((from, _)) => text[from..from + word.len()].char_indices().map(|(byte, _)| from + byte).collect(),
            None => spelt_in(text, word).unwrap_or_default(),
        };
        let chars = bytes.iter().filter_map(|byte| text.get(..*byte)?.chars().count().checked_sub(1));
        positions.extend(chars.filter_map(|at| origins.get(at)));
    }
    if positions.is_empty() {
        positions = query.number.as_ref().map_or_else(Vec::new, |number| figures(shown, &number.digits));
    }
    positions.sort_unstable();
    positions.dedup();
    positions
}

/// A number in the shown text, however its digits are spaced.
fn figures(shown: &str, digits: &str) -> Vec<u32> {
    let places: Vec<(u32, char)> =
        shown.chars().enumerate().filter(|(_, c)| c.is_ascii_digit()).map(|(at, c)| (at as u32, c)).collect();
    let figures: String = places.iter().map(|(_, c)| c).collect();
    let from = figures.find(digits).unwrap_or(figures.len());
    places.iter().skip(from).take(digits.len()).map(|(at, _)| *at).collect()
}
