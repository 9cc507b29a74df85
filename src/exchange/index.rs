//! Who appeared in this file already: people and companies by the words that tell them, deals by party and title.
//! Keys are 128-bit digests, so that a hundred thousand rows cost memory by the row, not by the letter.

use std::hash::Hasher;

use rustc_hash::FxHashMap;
use siphasher::sip128::{Hasher128, SipHasher13};

use crate::sales::entity::Entity;

/// A digest of words.
pub type Key = u128;

/// The digest of some words, told apart by their tag.
pub fn key(tag: u8, words: &[&str]) -> Key {
    let mut hasher = SipHasher13::new();
    hasher.write_u8(tag);
    for word in words {
        hasher.write(word.as_bytes());
        hasher.write_u8(0xFF);
    }
    hasher.finish128().as_u128()
}

/// The digest of some words about an entity.
pub fn key_about(tag: u8, about: Entity, words: &[&str]) -> Key {
    let mut hasher = SipHasher13::new();
    hasher.write_u8(tag);
    hasher.write_u8(about.kind as u8);
    hasher.write_u128(about.id.0);
    for word in words {
        hasher.write(word.as_bytes());
        hasher.write_u8(0xFF);
    }
    hasher.finish128().as_u128()
}

/// The digest of a whole row.
pub fn key_of(cells: &csv::ByteRecord) -> Key {
    let mut hasher = SipHasher13::new();
    hasher.write(cells.as_slice());
    for cell in cells {
        hasher.write_u32(cell.len() as u32);
    }
    hasher.finish128().as_u128()
}

/// A short digest of one word; 0 for none.
pub fn short(word: &str) -> u64 {
    if word.is_empty() { 0 } else { key(0, &[word]) as u64 | 1 }
}

/// The parts of a name, folded and digested; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Prénom.
    pub given: u64,
    /// Nom.
    pub family: u64,
}

impl Named {
    /// Nothing is known of the name.
    pub fn is_empty(self) -> bool {
        self.given == 0 && self.family == 0
    }

    /// Both parts are known.
    pub fn is_whole(self) -> bool {
        self.given != 0 && self.family != 0
    }

    /// Whether both can be names of one person: no part says otherwise, and one part is shared or one has no name.
    pub fn fits(self, other: Self) -> bool {
        let clash = |one: u64, two: u64| one != 0 && two != 0 && one != two;
        let straight = !clash(self.given, other.given) && !clash(self.family, other.family);
        let shared = self.given != 0 && self.given == other.given || self.family != 0 && self.family == other.family;
        let swapped = self.is_whole() && self.given == other.family && self.family == other.given;
        self.is_empty() || other.is_empty() || straight && shared || swapped
    }
}

/// A person of the file.
#[derive(Clone, Copy, Debug)]
struct Person {
    entity: Entity,
    named: Named,
}

/// A company of the file.
#[derive(Clone, Copy, Debug)]
pub struct Firm {
    /// Which one.
    pub entity: Entity,
    /// The digest of its SIRET; 0 for none.
    pub siret: u64,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    who: u32,
    next: u32,
}

/// How many people of one e-mail or number are looked at.
const CHAIN: usize = 32;
const END: u32 = u32::MAX;

/// Everything the file has named so far.
#[derive(Debug, Default)]
pub struct Index {
    people: Vec<Person>,
    heads: FxHashMap<Key, u32>,
    links: Vec<Link>,
    firms: FxHashMap<Key, Firm>,
    deals: FxHashMap<Key, Entity>,
    rows: FxHashMap<Key, u64>,
    values: FxHashMap<u64, u64>,
}

/// Whether somebody was found under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// The same person.
    Same(Entity),
    /// Only people of other names.
    Others,
    /// Nobody.
    Nobody,
}

impl Index {
    /// The line of the same row, seen before.
    pub fn same_row(&mut self, digest: Key, line: u64) -> Option<u64> {
        match self.rows.entry(digest) {
            std::collections::hash_map::Entry::Occupied(seen) => Some(*seen.get()),
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(line);
                None
            }
        }
    }

    /// The person under a key whose name fits; the last one named first.
    pub fn person(&self, key: Key, named: Named) -> Met {
        let Some(mut at) = self.heads.get(&key).copied() else { return Met::Nobody };
        for _ in 0..CHAIN {
            let Some(link) = self.links.get(at as usize) else { break };
            match self.people.get(link.who as usize) {
                Some(person) if person.named.fits(named) => return Met::Same(person.entity),
                _ => at = link.next,
            }
        }
        Met::Others
    }

    /// Keeps a person under keys.
    pub fn keep(&mut self, entity: Entity, named: Named, keys: &[Key]) {
        let who = self.people.len() as u32;
        self.people.push(Person { entity, named });
        for key in keys {
            let link = self.links.len() as u32;
            let next = self.heads.insert(*key, link).unwrap_or(END);
            self.links.push(Link { who, next });
        }
    }

    /// The company under a key.
    pub fn firm(&self, key: Key) -> Option<Firm> {
        self.firms.get(&key).copied()
    }

    /// Keeps a company under keys; the first one named keeps its key.
    pub fn keep_firm(&mut self, firm: Firm, keys: &[Key]) {
        for key in keys {
            let kept = self.firms.entry(*key).or_insert(firm);
            if kept.entity == firm.entity {
                *kept = firm;
            }
        }
    }

    /// The deal under a key.
    pub fn deal(&self, key: Key) -> Option<Entity> {
        self.deals.get(&key).copied()
    }

    /// Keeps a deal under a key.
    pub fn keep_deal(&mut self, key: Key, deal: Entity) {
        self.deals.insert(key, deal);
    }

    /// Whether the file's last word on this field was the same; keeps the new one.
    pub fn said(&mut self, about: Entity, field: &str, digest: u64) -> bool {
        let place = key_about(b'V', about, &[field]) as u64;
        self.values.insert(place, digest) == Some(digest)
    }
}
