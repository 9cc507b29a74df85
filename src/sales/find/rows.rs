//! The rows: one long folded text with offsets, and a mask of letters per row.

use memchr::memmem;
use rustc_hash::FxHashMap;

use super::query::{Number, Query, number_in};
use crate::sales::{entity::Entity, words::fold::fold_into};

/// How a word stands in a row; a greater one promises more.
pub(super) const INSIDE: u8 = 1;
/// At the beginning of a word.
pub(super) const BEGINS: u8 = 2;
/// At the beginning of the row, or a number from its beginning.
pub(super) const LEADS: u8 = 3;
/// A whole word.
pub(super) const WHOLE: u8 = 4;

/// Texts one after the other. They are kept as bytes, so that a start need not check millions of letters.
#[derive(Default)]
pub(super) struct Blob {
    pub(super) bytes: Vec<u8>,
    /// Where each ends.
    pub(super) ends: Vec<u32>,
}

impl Blob {
    fn push(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
        self.ends.push(self.bytes.len() as u32);
    }

    pub(super) fn get(&self, at: u32) -> &str {
        let at = at as usize;
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).map_or(0, |end| *end as usize) };
        let bytes = self.ends.get(at).and_then(|end| self.bytes.get(start..*end as usize));
        bytes.and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// Everything that can be found; the columns are of one length. A dead row has no letters.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) entities: Vec<Entity>,
    pub(super) weights: Vec<u8>,
    /// Letters and digits in the row's words and numbers.
    pub(super) letters: Vec<u64>,
    /// Letters and digits its words begin with.
    pub(super) initials: Vec<u64>,
    /// As given.
    pub(super) shown: Blob,
    /// Folded, each with a space before and behind.
    pub(super) folded: Blob,
    /// Digits of its numbers, each with a space before and behind.
    pub(super) digits: Blob,
}

/// The bit of a letter: exact for `a`–`z` and `0`–`9`, shared for all others.
fn bit(c: char) -> u64 {
    1 << match c {
        'a'..='z' => c as u32 - 'a' as u32,
        '0'..='9' => 26 + (c as u32 - '0' as u32),
        _ => 36 + c as u32 % 28,
    }
}

fn mask(text: &str) -> u64 {
    if text.is_ascii() {
        let letters = text.bytes().filter(|byte| *byte != b' ');
        return letters.fold(0, |mask, byte| mask | bit(char::from(byte)));
    }
    text.chars().filter(|c| *c != ' ').fold(0, |mask, c| mask | bit(c))
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        self.entities.len()
    }

    pub(super) fn push(&mut self, entity: Entity, text: &str, digits: &str, weight: u8) -> u32 {
        let at = self.len() as u32;
        self.entities.push(entity);
        self.weights.push(weight);
        self.shown.push(text);
        let mut folded = String::with_capacity(text.len() + 2);
        folded.push(' ');
        fold_into(text, &mut folded);
        folded.push(' ');
        self.folded.push(&folded);
        let mut figures = String::with_capacity(digits.len() + 2);
        for number in digits.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()) {
            figures.push(' ');
            figures.push_str(number);
        }
        figures.push(' ');
        self.digits.push(&figures);
        self.letters.push(mask(&folded) | mask(&figures));
        let initials = folded.split(' ').filter_map(|word| word.chars().next());
        let initials = initials.fold(0, |mask, c| mask | bit(c));
        self.initials.push(initials);
        at
    }

    /// Takes a row out without moving the others.
    pub(super) fn kill(&mut self, at: u32) {
        for column in [&mut self.letters, &mut self.initials] {
            if let Some(mask) = column.get_mut(at as usize) {
                *mask = 0;
            }
        }
        if let Some(weight) = self.weights.get_mut(at as usize) {
            *weight = 0;
        }
    }

    /// Dead rows answer no query and are left behind by [`Rows::living`].
    fn is_dead(&self, at: usize) -> bool {
        self.letters.get(at).is_none_or(|letters| *letters == 0)
    }

    /// The same rows without the dead. A row without any letter can never be found, so it goes too.
    pub(super) fn living(&self) -> Self {
        let mut rows = Self::default();
        for (at, entity) in self.entities.iter().enumerate().filter(|(at, _)| !self.is_dead(*at)) {
            let row = at as u32;
            let weight = self.weights.get(at).copied().unwrap_or_default();
            rows.push(*entity, self.shown.get(row), self.digits.get(row), weight);
        }
        rows
    }

    /// Where each living entity stands.
    pub(super) fn places(&self) -> FxHashMap<Entity, u32> {
        let living = self.entities.iter().enumerate().filter(|(at, _)| !self.is_dead(*at));
        living.map(|(at, entity)| (*entity, at as u32)).collect()
    }

    pub(super) fn shown(&self, at: u32) -> &str {
        self.shown.get(at)
    }

    /// The rows a query leaves of all, with their promises.
    pub(super) fn everywhere(&self, query: &Query) -> (Vec<u32>, Vec<u16>) {
        let mut sums = vec![0_u8; self.len()];
        for (at, word) in query.words.iter().enumerate() {
            let tiers = self.tiers(word, query.number.is_none());
            for (sum, tier) in sums.iter_mut().zip(tiers) {
                *sum = if tier == 0 || (at > 0 && *sum == 0) { 0 } else { sum.saturating_add(tier) };
            }
        }
        if let Some(number) = &query.number {
            let mut tiers = vec![0; self.len()];
            self.mark_number(number, &mut tiers);
            for (sum, tier) in sums.iter_mut().zip(tiers) {
                *sum = (*sum).max(tier);
            }
        }
        let found = sums.iter().zip(&self.weights).zip(&self.letters).enumerate();
        found
            .filter(|(_, ((sum, _), letters))| **sum > 0 && **letters != 0)
            .map(|(at, ((sum, weight), _))| (at as u32, promise(*sum, *weight)))
            .unzip()
    }

    /// The rows a query without numbers leaves of some, with their promises.
    pub(super) fn among(&self, rows: &[u32], query: &Query) -> (Vec<u32>, Vec<u16>) {
        let finders: Vec<_> =
            query.words.iter().map(|word| (word, mask(word), memmem::Finder::new(word.as_bytes()))).collect();
        let all = finders.iter().fold(0, |all, (_, mask, _)| all | mask);
        let fits = |at: &u32| self.letters.get(*at as usize).is_some_and(|letters| letters & all == all);
        let tiers = |at: u32| {
            let text = self.folded.get(at);
            finders.iter().try_fold(0_u8, |sum, (word, _, finder)| match standing(text, word, finder) {
                0 => None,
                tier => Some(sum.saturating_add(tier)),
            })
        };
        let weight = |at: u32| self.weights.get(at as usize).copied().unwrap_or_default();
        let found = rows.iter().copied().filter(fits).filter_map(|at| Some((at, promise(tiers(at)?, weight(at)))));
        found.unzip()
    }

    /// How a word stands in every row; 0 where it does not.
    fn tiers(&self, word: &str, numbers_too: bool) -> Vec<u8> {
        let single = word.len() == 1 && word.is_ascii();
        if single {
            return self.letter_tiers(bit(word.chars().next().unwrap_or(' ')));
        }
        let mut tiers = vec![0; self.len()];
        self.mark_word(word, &mut tiers);
        if let Some(number) = number_in(word).filter(|_| numbers_too) {
            self.mark_number(&number, &mut tiers);
        }
        tiers
    }

    /// One letter needs no look at the text.
    fn letter_tiers(&self, bit: u64) -> Vec<u8> {
        let tier = |(letters, initials): (&u64, &u64)| {
            u8::from(letters & bit != 0) * INSIDE + u8::from(initials & bit != 0) * (BEGINS - INSIDE)
        };
        self.letters.iter().zip(&self.initials).map(tier).collect()
    }

    /// One pass over the whole text; words never reach over a row's end, for a space stands there.
    fn mark_word(&self, word: &str, tiers: &mut [u8]) {
        let text = self.folded.bytes.as_slice();
        each_row(&self.folded, word, |row, start, from| {
            let tier = tier_at(text, start, from, word.len());
            if let Some(known) = tiers.get_mut(row) {
                *known = (*known).max(tier);
            }
        });
    }

    fn mark_number(&self, number: &Number, tiers: &mut [u8]) {
        let mut mark = |pattern: &str, tier: u8| {
            each_row(&self.digits, pattern, |row, _, _| {
                if let Some(known) = tiers.get_mut(row) {
                    *known = (*known).max(tier);
                }
            });
        };
        if let Some(digits) = number.anywhere() {
            mark(digits, BEGINS);
        }
        if let Some(french) = number.french() {
            mark(&french, LEADS);
        }
    }

    /// Rows outside `known` where each word is spelt in order within a word beginning alike: `lefvre` for `lefevre`.
    pub(super) fn mistyped(&self, query: &Query, known: &[u32], most: usize) -> Vec<u32> {
        let all = query.words.iter().fold(0, |all, word| all | mask(word));
        let first = query.words.iter().filter_map(|word| word.chars().next()).fold(0, |all, c| all | bit(c));
        let fits =
            |(_, (letters, initials)): &(usize, (&u64, &u64))| **letters & all == all && **initials & first == first;
        let rows = self.letters.iter().zip(&self.initials).enumerate().filter(fits).map(|(at, _)| at as u32);
        let spelt = |at: &u32| {
            let text = self.folded.get(*at);
            query.words.iter().all(|word| text.split(' ').any(|candidate| spells(candidate, word)))
        };
        rows.filter(|at| known.binary_search(at).is_err()).filter(spelt).take(most).collect()
    }
}

/// Calls with the row, its start and the place of every occurrence.
fn each_row(blob: &Blob, pattern: &str, mut mark: impl FnMut(usize, usize, usize)) {
    let mut row = 0;
    for from in memmem::find_iter(&blob.bytes, pattern.as_bytes()) {
        while blob.ends.get(row).is_some_and(|end| *end as usize <= from) {
            row += 1;
        }
        let start = if row == 0 { 0 } else { blob.ends.get(row - 1).map_or(0, |end| *end as usize) };
        mark(row, start, from);
    }
}

/// How an occurrence stands in its row.
fn tier_at(text: &[u8], start: usize, from: usize, len: usize) -> u8 {
    let begins = from > 0 && text.get(from - 1) == Some(&b' ');
    match (begins, text.get(from + len) == Some(&b' ')) {
        (true, true) => WHOLE,
        (true, false) if from == start + 1 => LEADS,
        (true, false) => BEGINS,
        _ => INSIDE,
    }
}

/// How a word stands in the folded text of one row.
fn standing(text: &str, word: &str, finder: &memmem::Finder) -> u8 {
    let found = finder.find_iter(text.as_bytes());
    let tier = |from| match tier_at(text.as_bytes(), 0, from, word.len()) {
        // one letter is judged by its bit alone, here as everywhere
        tier if word.len() == 1 => tier.min(BEGINS),
        tier => tier,
    };
    found.map(tier).max().unwrap_or_default()
}

/// Whether a word holds the letters of another in order, the first one first.
fn spells(candidate: &str, word: &str) -> bool {
    if candidate.len() < word.len() || candidate.as_bytes().first() != word.as_bytes().first() {
        return false;
    }
    let mut letters = word.chars().peekable();
    candidate.chars().for_each(|c| {
        letters.next_if_eq(&c);
    });
    letters.peek().is_none()
}

/// The byte places of a word's letters, in order within one word of the text that begins alike.
pub(super) fn spelt_in(text: &str, word: &str) -> Option<Vec<usize>> {
    let mut start = 0;
    text.split(' ').find_map(|candidate| {
        let at = start;
        start += candidate.len() + 1;
        let mut letters = word.chars().peekable();
        let spelt = candidate.char_indices().filter(|(_, c)| letters.next_if_eq(c).is_some());
        spells(candidate, word).then(|| spelt.map(|(place, _)| at + place).collect())
    })
}

/// What a row promises before it is ranked: how its words stand, then its weight.
fn promise(sum: u8, weight: u8) -> u16 {
    (u16::from(sum.min(15)) << 8) | u16::from(weight)
}
