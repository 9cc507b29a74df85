//! What the copy by entity holds, as bytes: keys, entries, and the tally of them all. No store is touched here.
//!
//! ```text
//! kind u8 · id u128 · stamp u64 · device u64 · seq u64   → frame     one entry per entity a fact names
//! 0xF0    · 0       · stamp     · device     · seq       → frame     facts that name none, such as retractions
//! 0xFE · act u128                                        → span      where the act's lines stand in the journal
//! 0xFF                                                   → tally     how far it followed, in the same transaction
//! ```

use std::hash::Hasher;

use siphasher::sip::SipHasher24;

use super::{Position, codec};
use crate::sales::{
    entity::{Entity, Kind},
    fact::{ActId, Fact, Statement},
};

const NO_ENTITY: u8 = 0xF0;
pub(super) const ACT: u8 = 0xFE;
pub(super) const TALLY: &[u8] = &[0xFF];
/// Frozen: stores compare digests made with these.
const DIGEST_KEYS: (u64, u64) = (0x7669_6769_652d_6c6f, 0x672d_6469_6765_7374);

/// Where something begins in the journal, and where it ends.
pub(super) type Span = (Position, Position);

/// How far sled followed, and what it should hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// The place in the journal.
    pub position: Position,
    /// What the journal said just before it.
    pub witness: u32,
    /// Lines passed, headers not counted.
    pub facts: u64,
    /// Entries held, the tally not counted.
    pub entries: u64,
    /// Wrapping sum of each entry's SipHash-2-4.
    pub digest: u64,
}

impl Tally {
    pub(super) fn replace(&mut self, key: &[u8], before: Option<&[u8]>, value: &[u8]) {
        match before {
            Some(before) => self.digest = self.digest.wrapping_sub(digest(key, before)),
            None => self.entries += 1,
        }
        self.digest = self.digest.wrapping_add(digest(key, value));
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        let place = [u64::from(self.position.segment), self.position.offset, u64::from(self.witness)];
        let numbers = [place.as_slice(), &[self.facts, self.entries, self.digest]].concat();
        let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        bytes.extend(crc32fast::hash(&bytes).to_le_bytes());
        bytes
    }

    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        let (numbers, checksum) = bytes.split_last_chunk::<4>()?;
        let (numbers_of_8, []) = numbers.as_chunks::<8>() else { return None };
        let numbers_of_8: Vec<u64> = numbers_of_8.iter().map(|number| u64::from_le_bytes(*number)).collect();
        let &[segment, offset, witness, facts, entries, digest] = numbers_of_8.as_slice() else { return None };
        let position = Position { segment: u32::try_from(segment).ok()?, offset };
        let tally = Self { position, witness: u32::try_from(witness).ok()?, facts, entries, digest };
        (crc32fast::hash(numbers).to_le_bytes() == *checksum).then_some(tally)
    }
}

pub(super) fn entries_of(fact: &Fact, entries: &mut Vec<(Vec<u8>, Vec<u8>)>) -> Result<(), codec::Flaw> {
    let mut named: Vec<Entity> = fact.statements.iter().flat_map(Statement::entities).collect();
    named.sort_unstable();
    named.dedup();
    let mut prefixes: Vec<Vec<u8>> = named.into_iter().map(entity_key).collect();
    if prefixes.is_empty() {
        prefixes.push([[NO_ENTITY].as_slice(), &[0; 16]].concat());
    }
    for mut key in prefixes {
        for number in [fact.stamp.0, fact.id.device, fact.id.seq] {
            key.extend(number.to_be_bytes());
        }
        let frame = codec::encode(&key, fact)?;
        entries.push((key, frame));
    }
    Ok(())
}

pub(super) fn entity_key(about: Entity) -> Vec<u8> {
    let kind = match about.kind {
        Kind::Contact => 1,
        Kind::Company => 2,
        Kind::Deal => 3,
    };
    [[kind].as_slice(), &about.id.0.to_be_bytes()].concat()
}

pub(super) fn act_key(act: ActId) -> Vec<u8> {
    [[ACT].as_slice(), &act.0.0.to_be_bytes()].concat()
}

pub(super) fn span_bytes(span: Span) -> Vec<u8> {
    let numbers = [u64::from(span.0.segment), span.0.offset, u64::from(span.1.segment), span.1.offset];
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

pub(super) fn read_span(bytes: &[u8]) -> Option<Span> {
    let (numbers, []) = bytes.as_chunks::<8>() else { return None };
    let numbers: Vec<u64> = numbers.iter().map(|number| u64::from_le_bytes(*number)).collect();
    let &[first, start, last, end] = numbers.as_slice() else { return None };
    let place = |segment: u64, offset| Some(Position { segment: u32::try_from(segment).ok()?, offset });
    Some((place(first, start)?, place(last, end)?))
}

fn digest(key: &[u8], value: &[u8]) -> u64 {
    let mut hash = SipHasher24::new_with_keys(DIGEST_KEYS.0, DIGEST_KEYS.1);
    hash.write(&(key.len() as u32).to_le_bytes());
    hash.write(key);
    hash.write(value);
    hash.finish()
}
