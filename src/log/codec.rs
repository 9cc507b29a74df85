//! The compact form of a fact, a frame, for sled. Bytes in, bytes out; no file and no store is touched here.
//!
//! ```text
//! frame     length u32 · crc32 u32 (of key ‖ version ‖ payload) · version u8 · payload
//! payload   head · statement…        each: kind u16 · length u32 · bincode bytes
//! ```
//! Numbers are little-endian. Read in this order: length, checksum, version, limited decoding, all bytes consumed.
//! A kind's number and shape are frozen; a new shape is a new kind.

use bincode::Options;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use super::line::MAX_LINE;
use crate::sales::{
    fact::{ActId, Fact, FactId, Stamp, Statement, Unknown},
    moment::Day,
};

const VERSION: u8 = 1;
const LENGTH: usize = 4;
const CHECKSUM: usize = 4;
/// Kind of a statement kept as its JSON text.
const LETTER: u16 = 0xFFFF;
/// Kind of the part before the statements.
const HEAD: u16 = 0;

/// Why bytes are no frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Too few or too many bytes.
    Length,
    /// They do not match their checksum.
    Checksum,
    /// Another version wrote them.
    Version(u8),
    /// A kind of statement this version does not know.
    Kind(u16),
    /// A statement is not of its kind's shape.
    Shape(u16),
}

#[derive(Serialize, Deserialize)]
struct Head {
    id: FactId,
    stamp: Stamp,
    act: ActId,
    author: String,
    recorded_at: i64,
    day: Day,
}

fn options() -> impl Options {
    bincode::DefaultOptions::new().with_limit(MAX_LINE as u64).reject_trailing_bytes()
}

/// The frame of a fact under a key.
pub fn encode(key: &[u8], fact: &Fact) -> Result<Vec<u8>, Flaw> {
    let mut frame = vec![0; LENGTH + CHECKSUM];
    frame.push(VERSION);
    let head = Head {
        id: fact.id,
        stamp: fact.stamp,
        act: fact.act,
        author: fact.author.clone(),
        recorded_at: fact.recorded_at,
        day: fact.day,
    };
    put(&mut frame, HEAD, &head)?;
    for statement in &fact.statements {
        put_statement(&mut frame, statement)?;
    }
    let length = u32::try_from(frame.len() - LENGTH).map_err(|_| Flaw::Length)?;
    let checksum = checksum(key, frame.get(LENGTH + CHECKSUM..).unwrap_or_default());
    let numbers = length.to_le_bytes().into_iter().chain(checksum.to_le_bytes());
    frame.iter_mut().zip(numbers).for_each(|(place, byte)| *place = byte);
    Ok(frame)
}

/// The fact of a frame under a key.
pub fn decode(key: &[u8], frame: &[u8]) -> Result<Fact, Flaw> {
    let (length, rest) = take_u32(frame)?;
    if length as usize != rest.len() {
        return Err(Flaw::Length);
    }
    let (expected, rest) = take_u32(rest)?;
    if checksum(key, rest) != expected {
        return Err(Flaw::Checksum);
    }
    let (version, payload) = rest.split_first().ok_or(Flaw::Length)?;
    if *version != VERSION {
        return Err(Flaw::Version(*version));
    }
    read(payload)
}

fn read(payload: &[u8]) -> Result<Fact, Flaw> {
    let (kind, bytes, mut rest) = part(payload)?;
    if kind != HEAD {
        return Err(Flaw::Kind(kind));
    }
    let head: Head = get(HEAD, bytes)?;
    let mut statements = Vec::new();
    while !rest.is_empty() {
        let (kind, bytes, after) = part(rest)?;
        statements.push(get_statement(kind, bytes)?);
        rest = after;
    }
    let Head { id, stamp, act, author, recorded_at, day } = head;
    Ok(Fact { id, stamp, act, author, recorded_at, day, statements })
}

fn checksum(key: &[u8], rest: &[u8]) -> u32 {
    let mut hash = crc32fast::Hasher::new();
    hash.update(key);
    hash.update(rest);
    hash.finalize()
}

fn take_u32(bytes: &[u8]) -> Result<(u32, &[u8]), Flaw> {
    let (number, rest) = bytes.split_first_chunk::<4>().ok_or(Flaw::Length)?;
    Ok((u32::from_le_bytes(*number), rest))
}

/// Kind and bytes of the first part, and what follows it.
fn part(bytes: &[u8]) -> Result<(u16, &[u8], &[u8]), Flaw> {
    let (kind, rest) = bytes.split_first_chunk::<2>().ok_or(Flaw::Length)?;
    let (length, rest) = take_u32(rest)?;
    let (bytes, rest) = rest.split_at_checked(length as usize).ok_or(Flaw::Length)?;
    Ok((u16::from_le_bytes(*kind), bytes, rest))
}

fn put(frame: &mut Vec<u8>, kind: u16, what: &impl Serialize) -> Result<(), Flaw> {
    let length = options().serialized_size(what).map_err(|_| Flaw::Length)?;
    start(frame, kind, length)?;
    options().serialize_into(frame, what).map_err(|_| Flaw::Shape(kind))
}

fn start(frame: &mut Vec<u8>, kind: u16, length: u64) -> Result<(), Flaw> {
    frame.extend_from_slice(&kind.to_le_bytes());
    frame.extend_from_slice(&u32::try_from(length).map_err(|_| Flaw::Length)?.to_le_bytes());
    Ok(())
}

fn get<T: DeserializeOwned>(kind: u16, bytes: &[u8]) -> Result<T, Flaw> {
    options().deserialize(bytes).map_err(|_| Flaw::Shape(kind))
}

macro_rules! kinds {
    ($($number:literal $kind:ident),* $(,)?) => {
        fn put_statement(frame: &mut Vec<u8>, statement: &Statement) -> Result<(), Flaw> {
            match statement {
                $(Statement::$kind(said) => put(frame, $number, said),)*
                Statement::Unknown(Unknown(raw)) => put_letter(frame, raw),
            }
        }

        fn get_statement(kind: u16, bytes: &[u8]) -> Result<Statement, Flaw> {
            match kind {
                $($number => get(kind, bytes).map(Statement::$kind),)*
                LETTER => letter(bytes),
                other => Err(Flaw::Kind(other)),
            }
        }
    };
}

// Frozen: numbers are only added.
kinds! {
    1 Set, 2 Exchanged, 3 Answered, 4 Qualified, 5 Moved, 6 Promised, 7 Quoted, 8 Bought, 9 Lost, 10 Adjusted,
    11 Linked, 12 Merged, 13 Retracted, 14 Permitted, 15 Assigned, 16 Complained, 17 Began, 18 Ended,
    19 Struck, 20 Enrolled, 21 Apart, 22 Skipped,
}

fn put_letter(frame: &mut Vec<u8>, raw: &RawValue) -> Result<(), Flaw> {
    let text = raw.get().as_bytes();
    start(frame, LETTER, text.len() as u64)?;
    frame.extend_from_slice(text);
    Ok(())
}

/// What an older version kept to the letter may be known by now.
fn letter(bytes: &[u8]) -> Result<Statement, Flaw> {
    let text = str::from_utf8(bytes).map_err(|_| Flaw::Shape(LETTER))?;
    if let Ok(known) = serde_json::from_str::<Statement>(text) {
        return Ok(known);
    }
    let raw = RawValue::from_string(text.to_owned()).map_err(|_| Flaw::Shape(LETTER))?;
    Ok(Statement::Unknown(Unknown(raw)))
}
