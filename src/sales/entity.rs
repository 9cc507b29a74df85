//! What facts are about: contacts, companies and deals, by ids that sort by time and are never reused.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use ulid::Ulid;

/// 128 bits, the time of birth first, so that ids sort by age. Text form: 26 Crockford base-32 letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u128);

impl Id {
    /// Its last letters: enough to tell things apart, short enough to be typed.
    pub fn short(self) -> String {
        const LETTERS: usize = 6;
        self.to_string().split_off(26 - LETTERS)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Ulid(self.0).array_to_str(&mut [0; 26]))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = ulid::DecodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ulid::from_string(text).map(|ulid| Self(ulid.0))
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.collect_str(self) } else { to.serialize_u128(self.0) }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            String::deserialize(from)?.parse().map_err(D::Error::custom)
        } else {
            u128::deserialize(from).map(Self)
        }
    }
}

/// The three kinds of things facts are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person.
    Contact,
    /// A legal person.
    Company,
    /// One project with one party: the card on the kanban.
    Deal,
}

impl Kind {
    /// The word used in text forms and text keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Company => "company",
            Self::Deal => "deal",
        }
    }
}

/// A contact, a company or a deal. Text form: `contact:01J…`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Which one.
    pub id: Id,
}

/// Ids below this stand for things a form has just named and the desk has not yet numbered.
const NEW: u128 = 1 << 16;

impl Entity {
    /// A known entity.
    pub fn known(kind: Kind, id: Id) -> Self {
        Self { kind, id }
    }

    /// The `n`th new thing of a form or an imported row; [`crate::desk`] gives it its real id.
    pub fn fresh(kind: Kind, n: u16) -> Self {
        Self { kind, id: Id(u128::from(n)) }
    }

    /// Whether the desk has yet to give the id.
    pub fn is_fresh(self) -> bool {
        self.id.0 < NEW
    }
}

impl fmt::Display for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind.key(), self.id)
    }
}

impl fmt::Debug for Entity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Entity {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, id) = text.split_once(':').ok_or_else(|| format!("not an entity: {text}"))?;
        let kind = match kind {
            "contact" => Kind::Contact,
            "company" => Kind::Company,
            "deal" => Kind::Deal,
            other => return Err(format!("not a kind of entity: {other}")),
        };
        Ok(Self { kind, id: id.parse().map_err(|e| format!("{text}: {e}"))? })
    }
}

impl Serialize for Entity {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.collect_str(self) } else { (self.kind, self.id).serialize(to) }
    }
}

impl<'de> Deserialize<'de> for Entity {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            String::deserialize(from)?.parse().map_err(D::Error::custom)
        } else {
            let (kind, id) = Deserialize::deserialize(from)?;
            Ok(Self { kind, id })
        }
    }
}
