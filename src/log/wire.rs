//! What is said at the door, as bytes: frames of a length and one JSON message. Bytes in, messages out; no socket here.
//!
//! ```text
//! frame     length u32 little-endian, at most 2 MiB · JSON
//! guest     {"hello":{"lowest":1,"highest":1}}   then   {"keep":[fact…]}   one at a time, each answered
//! holder    {"welcome":{"version":1,"position":…}}   {"kept":position}   {"failed":failure}   {"sorry":why}
//!           {"grew":position}   unasked, whenever somebody else has recorded
//!           "aside"             asked by one, told to all: the holder lets go of the store for the one who asked
//! ```
//! The facts of a guest carry no number yet that counts: the holder numbers them.

use std::io::{self, Read};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{Cause, Failure, Position, line::MAX_LINE};
use crate::sales::fact::Fact;

/// The oldest version spoken here.
pub const LOWEST: u32 = 1;
/// The newest version spoken here.
pub const HIGHEST: u32 = 1;
/// The longest message.
pub const LONGEST: usize = 2 * MAX_LINE;

/// What a guest says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// The first word: which versions it speaks.
    Hello {
        /// The oldest.
        lowest: u32,
        /// The newest.
        highest: u32,
    },
    /// Facts to be numbered and kept, all or none.
    Keep(Vec<Fact>),
    /// To have the store alone for a moment: a forgotten person, a restoration.
    Aside,
}

/// What the holder says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// Come in.
    Welcome {
        /// The version both speak.
        version: u32,
        /// Where the log ends.
        position: Position,
    },
    /// Stay out.
    Sorry(Sorry),
    /// On the platter; the log ends here.
    Kept(Position),
    /// Not kept, or nobody knows.
    Failed(Failure),
    /// Somebody else recorded; the log ends here.
    Grew(Position),
    /// The holder steps aside for somebody; so should everybody else.
    Aside,
}

/// Why somebody must stay out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sorry {
    /// No version is spoken by both.
    Version {
        /// The oldest spoken by the holder.
        lowest: u32,
        /// The newest.
        highest: u32,
    },
    /// Too many are inside.
    Full,
}

/// Why bytes are no message.
#[derive(Debug)]
pub enum Flaw {
    /// Nothing more comes.
    Ended,
    /// They end within a message.
    Cut,
    /// A message is longer than any may be.
    TooLong,
    /// A message makes no sense.
    Shape,
    /// They came too slowly, or could not be read.
    Io(io::Error),
}

/// The version two sides speak, each from its oldest to its newest.
pub fn common(here: (u32, u32), there: (u32, u32)) -> Option<u32> {
    let version = here.1.min(there.1);
    (version >= here.0.max(there.0)).then_some(version)
}

/// A message as a frame.
pub fn frame(message: &impl Serialize) -> Result<Vec<u8>, Flaw> {
    framed(&serde_json::to_vec(message).map_err(|_| Flaw::Shape)?)
}

fn framed(json: &[u8]) -> Result<Vec<u8>, Flaw> {
    if json.len() > LONGEST {
        return Err(Flaw::TooLong);
    }
    Ok([(json.len() as u32).to_le_bytes().as_slice(), json].concat())
}

/// Facts as frames that each are short enough; most often one.
pub fn keep(facts: &[Fact]) -> Result<Vec<Vec<u8>>, Cause> {
    const ROUND: usize = 16;
    let mut frames = Vec::new();
    let mut json = String::new();
    for fact in facts {
        let one = serde_json::to_string(fact).map_err(|_| Cause::TooLong { max: MAX_LINE })?;
        if one.len() > MAX_LINE {
            return Err(Cause::TooLong { max: MAX_LINE });
        }
        if json.len() + one.len() + ROUND > LONGEST {
            frames.push(kept(&json)?);
            json.clear();
        }
        if !json.is_empty() {
            json.push(',');
        }
        json.push_str(&one);
    }
    frames.push(kept(&json)?);
    Ok(frames)
}

fn kept(facts: &str) -> Result<Vec<u8>, Cause> {
    framed(format!(r#"{{"keep":[{facts}]}}"#).as_bytes()).map_err(|_| Cause::TooLong { max: MAX_LINE })
}

/// The length of the message whose first four bytes these are.
pub fn length(head: [u8; 4]) -> Result<usize, Flaw> {
    let length = u32::from_le_bytes(head) as usize;
    if length > LONGEST { Err(Flaw::TooLong) } else { Ok(length) }
}

/// The message of a frame's body.
pub fn message<T: DeserializeOwned>(json: &[u8]) -> Result<T, Flaw> {
    serde_json::from_slice(json).map_err(|_| Flaw::Shape)
}

/// The next message. Room is taken as bytes come, never by what a length claims.
pub fn read<T: DeserializeOwned>(from: &mut impl Read) -> Result<T, Flaw> {
    let mut head = Vec::with_capacity(4);
    fill(from, 4, &mut head)?;
    let head = head.as_slice().try_into().map_err(|_| Flaw::Cut)?;
    let mut body = Vec::new();
    match fill(from, length(head)?, &mut body) {
        Err(Flaw::Ended) => Err(Flaw::Cut),
        Err(flaw) => Err(flaw),
        Ok(()) => message(&body),
    }
}

fn fill(from: &mut impl Read, length: usize, bytes: &mut Vec<u8>) -> Result<(), Flaw> {
    from.take(length as u64).read_to_end(bytes).map_err(Flaw::Io)?;
    match bytes.len() {
        0 if length > 0 => Err(Flaw::Ended),
        came if came < length => Err(Flaw::Cut),
        _ => Ok(()),
    }
}
