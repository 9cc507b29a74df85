//! One line of the journal: `crc32hex SP json LF`. What a fact's line says at a glance, and a segment's first line.
//! No file is touched here.

use std::{collections::BTreeMap, io};

use serde::{Deserialize, Serialize};

use super::{Cause, Position};
use crate::sales::{
    fact::{Fact, FactId, Stamp},
    words::plain,
};

/// The longest line: a fact beyond it is refused.
pub(super) const MAX_LINE: usize = 1 << 20;

const CHECKSUM: usize = 8;

/// What a segment begins with: everything before it in few words, so that only the last one is read at the start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    /// Version of the journal's format.
    pub journal: u32,
    /// Number of this segment.
    pub segment: u32,
    /// The installation that writes here.
    pub device: u64,
    /// SHA-256 of the segment before, for the first that of the generation before; empty where there is none.
    pub previous: String,
    /// Lines before this segment, headers not counted.
    pub facts: u64,
    /// The highest stamp before.
    pub stamp: Stamp,
    /// The highest number of each device before.
    pub seqs: BTreeMap<u64, u64>,
}

/// How far a journal goes and what it has seen; kept beside it as a shortcut for the next start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Marks {
    /// Where it ends.
    pub position: Position,
    /// How many lines it has, headers not counted.
    pub facts: u64,
    /// The highest stamp.
    pub stamp: Stamp,
    /// The highest number of each device.
    pub seqs: BTreeMap<u64, u64>,
}

impl Marks {
    /// Learns that a fact was kept.
    pub(super) fn saw(&mut self, id: FactId, stamp: Stamp) {
        self.stamp = self.stamp.max(stamp);
        let seq = self.seqs.entry(id.device).or_default();
        *seq = id.seq.max(*seq);
    }

    /// The highest number of a device.
    pub(super) fn seq(&self, device: u64) -> u64 {
        self.seqs.get(&device).copied().unwrap_or(0)
    }
}

/// Appends the line of a fact or header.
pub(super) fn write(what: &impl Serialize, out: &mut Vec<u8>) -> Result<(), Cause> {
    let start = out.len();
    out.extend_from_slice(b"00000000 ");
    let body = out.len();
    serde_json::to_writer(&mut *out, what).map_err(|error| Cause::of(&io::Error::from(error), ""))?;
    if out.len() - start > MAX_LINE {
        out.truncate(start);
        return Err(Cause::TooLong { max: MAX_LINE });
    }
    seal(out, start, body);
    Ok(())
}

/// Refuses a fact's line that holds a longer text than may be kept. Few lines are long enough to be looked at.
pub(super) fn bounded(line: &[u8]) -> Result<(), Cause> {
    if line.len() <= plain::MAX_TEXT {
        return Ok(());
    }
    let value: Option<serde_json::Value> = line.get(CHECKSUM + 1..).and_then(|json| serde_json::from_slice(json).ok());
    if value.is_some_and(|value| longest(&value) > plain::MAX_TEXT) {
        return Err(Cause::TooLong { max: plain::MAX_TEXT });
    }
    Ok(())
}

fn longest(value: &serde_json::Value) -> usize {
    use serde_json::Value::{Array, Object, String};
    match value {
        String(text) => text.len(),
        Array(values) => values.iter().map(longest).max().unwrap_or(0),
        Object(values) => values.values().map(longest).max().unwrap_or(0),
        _ => 0,
    }
}

/// A line break can only stand between the tokens of an unknown statement; a space means the same there.
fn seal(out: &mut Vec<u8>, start: usize, body: usize) {
    let (head, json) = out.split_at_mut(body);
    json.iter_mut().filter(|byte| matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
    let checksum = hex(crc32fast::hash(json));
    if let Some(place) = head.get_mut(start..start + CHECKSUM) {
        place.copy_from_slice(&checksum);
    }
    out.push(b'\n');
}

/// Appends the line of a JSON text that has no line break.
pub(super) fn put(json: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&hex(crc32fast::hash(json)));
    out.push(b' ');
    out.extend_from_slice(json);
    out.push(b'\n');
}

/// Bytes as hexadecimal digits.
pub(super) fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |text, byte| text + &format!("{byte:02x}"))
}

fn hex(number: u32) -> [u8; CHECKSUM] {
    let mut text = [0; CHECKSUM];
    for (digit, place) in text.iter_mut().rev().enumerate() {
        let nibble = (number >> (4 * digit)) as u8 & 15;
        *place = if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 };
    }
    text
}

/// The JSON of a line (without its line break) if it matches its checksum.
pub(super) fn check(line: &[u8]) -> Option<&[u8]> {
    let (checksum, rest) = line.split_at_checked(CHECKSUM)?;
    let (space, json) = rest.split_first()?;
    (*space == b' ' && checksum == hex(crc32fast::hash(json))).then_some(json)
}

/// The header a segment's first line holds, if it is one.
pub(super) fn header(json: &[u8]) -> Option<Header> {
    json.starts_with(br#"{"journal":"#).then(|| serde_json::from_slice(json).ok())?
}

/// The id and stamp of a fact's line, read from its first words.
pub(super) fn glance(json: &[u8]) -> Option<(FactId, Stamp)> {
    quick(json).or_else(|| {
        let slow: Glance = serde_json::from_slice(json).ok()?;
        Some((slow.id, slow.stamp))
    })
}

#[derive(Deserialize)]
struct Glance {
    id: FactId,
    stamp: Stamp,
}

fn quick(json: &[u8]) -> Option<(FactId, Stamp)> {
    let (device, rest) = number(json.strip_prefix(br#"{"id":{"device":"#)?)?;
    let (seq, rest) = number(rest.strip_prefix(br#","seq":"#)?)?;
    let (stamp, _) = number(rest.strip_prefix(br#"},"stamp":"#)?)?;
    Some((FactId { device, seq }, Stamp(stamp)))
}

fn number(text: &[u8]) -> Option<(u64, &[u8])> {
    let digits = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = text.split_at_checked(digits)?;
    if digits.is_empty() {
        return None;
    }
    let value =
        digits.iter().try_fold(0_u64, |sum, digit| sum.checked_mul(10)?.checked_add(u64::from(digit - b'0')))?;
    Some((value, rest))
}

/// The fact of a line.
pub(super) fn fact(json: &[u8]) -> Option<Fact> {
    serde_json::from_slice(json).ok()
}
