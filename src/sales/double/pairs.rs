//! Every pair of a whole portfolio that looks like one. Records meet only under a word they share (an address, a number,
//! a name with one letter less, a name with a place), never each with each: a hundred thousand take seconds.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use super::{
    Double, like,
    name::{joined, shortened},
    portrait::{Named, Portrait},
};
use crate::sales::{
    book::Book,
    entity::{Entity, Kind},
};

/// A word so many share tells nobody apart.
const CROWD: usize = 100;
/// After how many records or pairs one looks up.
const BREATH: usize = 2_000;

/// The likely doubles of a book, the ones to look at first before the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<Double>);

/// How far the search is: so many of so many. False ends it.
pub type Seek<'w> = &'w mut dyn FnMut(usize, usize) -> bool;

impl Pairs {
    /// Looks through a whole book; nothing where it was ended before.
    pub fn of(book: &Book, seek: Seek<'_>) -> Option<Self> {
        let apart = book.apart();
        let mut doubles = Vec::new();
        let all = book.count(Kind::Contact) + book.count(Kind::Company);
        let mut done = 0_usize;
        for kind in [Kind::Contact, Kind::Company] {
            let mut portraits = Vec::with_capacity(book.count(kind));
            for entity in book.entities(kind) {
                portraits.extend(Portrait::of(book, entity));
                done += 1;
                if done.is_multiple_of(BREATH) && !seek(done, 2 * all) {
                    return None;
                }
            }
            let pairs = candidates(&portraits);
            for (at, (one, other)) in pairs.iter().filter_map(|pair| both(&portraits, *pair)).enumerate() {
                doubles.extend(double(one, other, &apart));
                if at.is_multiple_of(BREATH) && !seek(done + portraits.len() * at / pairs.len(), 2 * all) {
                    return None;
                }
            }
        }
        doubles.sort_by_key(|double| (std::cmp::Reverse(double.rank), double.one, double.other));
        Some(Self(doubles))
    }
}

fn both(portraits: &[Portrait], pair: u64) -> Option<(&Portrait, &Portrait)> {
    Some((portraits.get((pair >> 32) as usize)?, portraits.get((pair & u64::from(u32::MAX)) as usize)?))
}

fn double(one: &Portrait, other: &Portrait, apart: &FxHashSet<(Entity, Entity)>) -> Option<Double> {
    let like = like(one, other).filter(super::Likeness::is_listed)?;
    if apart.contains(&(one.entity.min(other.entity), one.entity.max(other.entity))) {
        return None;
    }
    let stays = (std::cmp::Reverse(one.weight), one.entity) <= (std::cmp::Reverse(other.weight), other.entity);
    let (one, other) = if stays { (one, other) } else { (other, one) };
    let importance = 1.0 + (1.0 + f64::from(one.weight) + f64::from(other.weight)).ln();
    let rank = (f64::from(like.certainty) * importance * 1_000.0) as u64;
    Some(Double { one: one.entity, other: other.entity, like, rank })
}

/// Two places in the list in one number: every pair that shares a word, once.
fn candidates(portraits: &[Portrait]) -> Vec<u64> {
    let mut words: Vec<(u64, u32)> = Vec::with_capacity(portraits.len() * 20);
    for (at, portrait) in portraits.iter().enumerate() {
        words_of(portrait, &mut |word| words.push((word, at as u32)));
    }
    words.sort_unstable();
    words.dedup();
    let mut pairs = Vec::new();
    for crowd in words.chunk_by(|one, two| one.0 == two.0).filter(|crowd| (2..=CROWD).contains(&crowd.len())) {
        for (at, (_, one)) in crowd.iter().enumerate() {
            pairs.extend(crowd[at + 1..].iter().map(|(_, two)| u64::from(*one) << 32 | u64::from(*two)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The digests of the words under which a record may meet another.
fn words_of(portrait: &Portrait, put: &mut dyn FnMut(u64)) {
    portrait.emails.iter().for_each(|email| put(digest(&("email", email))));
    portrait.phones.iter().for_each(|phone| put(digest(&("phone", phone))));
    if !portrait.siren.is_empty() {
        put(digest(&("siren", &portrait.siren)));
    }
    match &portrait.name {
        Named::Person(name) if name.is_empty() => {}
        Named::Person(name) => {
            let (given, family) = (joined(&name.given), joined(&name.family));
            put(digest(&("name", name.sorted())));
            put(digest(&("joined", &given, &family)));
            shortened(&family).for_each(|family| put(digest(&("family", family, &given))));
            shortened(&given).for_each(|given| put(digest(&("given", given, &family))));
            let initial = given.chars().next();
            for word in name.family.split(' ') {
                places(portrait, &mut |place| put(digest(&("place", word, initial, place))));
            }
        }
        Named::House(name) => {
            let whole = name.words.concat();
            shortened(&whole).for_each(|name| put(digest(&("house", name))));
            for word in &name.words {
                places(portrait, &mut |place| put(digest(&("house", word, place))));
                shortened(word).for_each(|word| places(portrait, &mut |place| put(digest(&("letter", &word, place)))));
            }
        }
    }
}

/// The digests of the words under which a record meets another by its name: whole, or with a place.
pub(super) fn met_by_name(portrait: &Portrait, put: &mut dyn FnMut(u64)) {
    match &portrait.name {
        Named::Person(name) if name.is_empty() => {}
        Named::Person(name) => {
            put(digest(&("name", name.sorted())));
            let initial = name.given.chars().next();
            for word in name.family.split(' ') {
                places(portrait, &mut |place| put(digest(&("place", word, initial, place))));
            }
        }
        Named::House(name) => {
            put(digest(&("house", name.words.concat())));
            for word in &name.words {
                places(portrait, &mut |place| put(digest(&("house", word, place))));
            }
        }
    }
}

/// Where somebody is to be found: the town, the post code, the company and what it is called.
fn places(portrait: &Portrait, put: &mut dyn FnMut(u64)) {
    for place in [&portrait.town, &portrait.postcode].into_iter().filter(|place| !place.is_empty()) {
        put(digest(place));
    }
    if let Some((house, name)) = &portrait.house {
        put(digest(house));
        put(digest(&name.words));
    }
}

fn digest(word: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}
