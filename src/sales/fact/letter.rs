//! Statements as JSON: known kinds by their shape, the content of unknown kinds to the letter.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serializer,
    de::{Error as _, MapAccess, Visitor},
    ser::SerializeSeq,
};
use serde_json::value::RawValue;

use super::{Statement, Unknown};

pub(super) fn serialize<S: Serializer>(said: &[Statement], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(said.len()))?;
    for statement in said {
        match statement {
            Statement::Unknown(Unknown(raw)) => list.serialize_element(raw)?,
            known => list.serialize_element(known)?,
        }
    }
    list.end()
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Statement>, D::Error> {
    let said: Vec<Said> = Deserialize::deserialize(from)?;
    Ok(said.into_iter().map(|Said(statement)| statement).collect())
}

/// A kind this version knows must have its shape; any other kind is kept as it is.
struct Said(Statement);

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Kind).map(Self)
    }
}

/// An object of one key, the kind.
struct Kind;

impl<'de> Visitor<'de> for Kind {
    type Value = Statement;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a statement: an object of one kind")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Statement, A::Error> {
        let kind: Cow<'de, str> = map.next_key()?.ok_or_else(|| A::Error::custom("a statement without a kind"))?;
        let statement = match kind.as_ref() {
            "set" => Statement::Set(map.next_value()?),
            "exchanged" => Statement::Exchanged(map.next_value()?),
            "answered" => Statement::Answered(map.next_value()?),
            "qualified" => Statement::Qualified(map.next_value()?),
            "moved" => Statement::Moved(map.next_value()?),
            "promised" => Statement::Promised(map.next_value()?),
            "quoted" => Statement::Quoted(map.next_value()?),
            "bought" => Statement::Bought(map.next_value()?),
            "lost" => Statement::Lost(map.next_value()?),
            "adjusted" => Statement::Adjusted(map.next_value()?),
            "linked" => Statement::Linked(map.next_value()?),
            "merged" => Statement::Merged(map.next_value()?),
            "retracted" => Statement::Retracted(map.next_value()?),
            "permitted" => Statement::Permitted(map.next_value()?),
            "assigned" => Statement::Assigned(map.next_value()?),
            "complained" => Statement::Complained(map.next_value()?),
            "began" => Statement::Began(map.next_value()?),
            "ended" => Statement::Ended(map.next_value()?),
            "enrolled" => Statement::Enrolled(map.next_value()?),
            "struck" => Statement::Struck(map.next_value()?),
            "apart" => Statement::Apart(map.next_value()?),
            "skipped" => Statement::Skipped(map.next_value()?),
            other => unknown(other, &map.next_value::<Box<RawValue>>()?).map_err(A::Error::custom)?,
        };
        match map.next_key::<serde::de::IgnoredAny>()? {
            None => Ok(statement),
            Some(_) => Err(A::Error::custom("a statement of two kinds")),
        }
    }
}

fn unknown(kind: &str, said: &RawValue) -> Result<Statement, serde_json::Error> {
    let kind = serde_json::to_string(kind)?;
    RawValue::from_string(format!("{{{kind}:{said}}}")).map(Unknown).map(Statement::Unknown)
}
