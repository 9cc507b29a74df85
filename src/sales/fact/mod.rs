//! What people enter: facts, each a list of statements. Everything else is derived.
//! No reading lives here, and no way to store or show a fact.
//!
//! A statement's shape is frozen once released: a new shape is a new kind.

mod letter;
mod people;
mod project;

use serde::{Deserialize, Serialize};

pub use self::{
    people::{Approach, Channel, Complained, Direction, Exchanged, Outcome, Permission, Permitted},
    project::{
        Adjusted, Answered, Bought, Enrolled, Lost, Moved, Promised, Proof, Qualified, QuoteState, Quoted, Skipped,
        Sure, Temperature,
    },
};
use super::{
    entity::{Entity, Id},
    moment::Day,
    money::Money,
};

/// One number per writer; gapless `seq` within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactId {
    /// Which installation wrote it.
    pub device: u64,
    /// Its number there, from 1, without gaps.
    pub seq: u64,
}

/// The order of facts across devices: hybrid logical clock, milliseconds in the upper 48 bits, a counter below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp(pub u64);

/// What one person did in one go, made by the caller; also the key that makes a retry harmless.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActId(pub Id);

/// Something a person entered, exactly as it will be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its number on its device.
    pub id: FactId,
    /// Its place in the order of all facts.
    pub stamp: Stamp,
    /// The act it belongs to.
    pub act: ActId,
    /// Who entered it.
    pub author: String,
    /// Wall time of the recording, milliseconds since 1970 UTC. Never used for order.
    pub recorded_at: i64,
    /// The local day of the recording.
    pub day: Day,
    /// What was said.
    #[serde(with = "letter")]
    pub statements: Vec<Statement>,
}

/// One thing said about one or two entities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    /// A plain field got a value.
    Set(Set),
    /// Something happened between us and a party.
    Exchanged(Exchanged),
    /// A criterion of the checklist was answered.
    Answered(Answered),
    /// The synthesis was confirmed or forced: the deal may enter what requires `qualified`.
    Qualified(Qualified),
    /// A deal was put on a stage.
    Moved(Moved),
    /// A next step was fixed, or cleared.
    Promised(Promised),
    /// A quote was sent, accepted or refused.
    Quoted(Quoted),
    /// Something was bought.
    Bought(Bought),
    /// A deal was lost.
    Lost(Lost),
    /// The seller set the temperature by hand, or took that back.
    Adjusted(Adjusted),
    /// Two entities got a relation.
    Linked(Linked),
    /// Two entities turned out to be one.
    Merged(Merged),
    /// A fact or an act was taken back.
    Retracted(Retracted),
    /// Consent or opposition on a channel.
    Permitted(Permitted),
    /// Somebody else looks after it from now on.
    Assigned(Assigned),
    /// A complaint was opened or closed.
    Complained(Complained),
    /// A long act began: an import or a bulk change.
    Began(Began),
    /// The long act is whole.
    Ended(Ended),
    /// One statement of a fact was taken back; the others stand.
    Struck(Struck),
    /// A deal is followed by a sequence, or no longer.
    Enrolled(Enrolled),
    /// Two entities look alike and are two.
    Apart(Apart),
    /// A step of a sequence was passed over.
    Skipped(Skipped),
    /// A kind this version does not know, kept to the letter.
    #[serde(skip)]
    Unknown(Unknown),
}

/// A plain field of the catalogue ([`super::fields`]) or a custom one (`custom.…`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Set {
    /// Whose field.
    pub about: Entity,
    /// Key in the catalogue.
    pub field: String,
    /// The new value; [`Value::Nothing`] empties it.
    pub value: Value,
}

/// A typed value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Emptied.
    Nothing,
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Hundredths of a percent (60 % is 6000).
    Percent(u32),
    /// An amount.
    Money(Money),
    /// A day.
    Day(Day),
    /// Yes or no.
    Flag(bool),
    /// Several words, such as tags.
    List(Vec<String>),
}

/// What one entity is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A contact works for a company.
    WorksFor,
    /// A deal's party is a contact or a company.
    Party,
    /// A contact decides on a deal.
    Decides,
    /// A contact influences a deal.
    Influences,
    /// A contact will use what is sold.
    Uses,
    /// A contact pays.
    Pays,
    /// A contact was brought by another.
    ReferredBy,
}

/// A relation between two entities; `from` carries it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The contact (works for, referred by) or deal (party, roles).
    pub from: Entity,
    /// The other end.
    pub to: Entity,
    /// What `to` is to `from`.
    pub role: Role,
    /// False unties it.
    pub tied: bool,
}

/// `from` is the same as `into`; taken back by a retraction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The doublet.
    pub from: Entity,
    /// The one that stays.
    pub into: Entity,
}

/// What is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// One fact.
    Fact(FactId),
    /// All facts of an act.
    Act(ActId),
}

/// A fact lives if every retraction of it, or of its act, is itself dead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retracted {
    /// What is taken back.
    pub target: Target,
    /// The act undone in the end, for the history's words; redo retracts the retraction.
    pub why: String,
}

/// Who looks after an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// What.
    pub about: Entity,
    /// To whom.
    pub owner: String,
    /// One line for the colleague.
    pub note: String,
}

/// The first fact of a long act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Began {
    /// What it is, in words: the file's name.
    pub label: String,
    /// How many facts follow, this one and the last not counted.
    pub facts: u64,
}

/// The last fact of a long act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How many facts were written between.
    pub facts: u64,
}

/// One statement of a fact that no longer counts, as long as this one does: what a correction takes out before it says
/// it anew. The fact's other statements keep their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Struck {
    /// The fact.
    pub fact: FactId,
    /// Which of its statements, from 0.
    pub at: u32,
}

/// `one` and `other` look like one and are two; taken back by a retraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// The one.
    pub one: Entity,
    /// The other.
    pub other: Entity,
}

/// A statement of a later version: the JSON object it came as; what its kind holds is kept to the letter.
#[derive(Clone, Debug)]
pub struct Unknown(pub Box<serde_json::value::RawValue>);

impl Statement {
    /// The entities named, one or two, in the order a fold visits them.
    pub fn entities(&self) -> impl Iterator<Item = Entity> + use<> {
        let (first, second) = match self {
            Self::Set(s) => (Some(s.about), None),
            Self::Exchanged(s) => (Some(s.about), s.deal),
            Self::Answered(s) => (Some(s.deal), s.by),
            Self::Qualified(s) => (Some(s.deal), None),
            Self::Moved(s) => (Some(s.deal), None),
            Self::Promised(s) => (Some(s.about), None),
            Self::Quoted(s) => (Some(s.deal), None),
            Self::Bought(s) => (Some(s.deal), None),
            Self::Lost(s) => (Some(s.deal), None),
            Self::Adjusted(s) => (Some(s.deal), None),
            Self::Enrolled(s) => (Some(s.deal), None),
            Self::Skipped(s) => (Some(s.deal), None),
            Self::Linked(s) => (Some(s.from), Some(s.to)),
            Self::Merged(s) => (Some(s.from), Some(s.into)),
            Self::Apart(s) => (Some(s.one), Some(s.other)),
            Self::Permitted(s) => (Some(s.about), None),
            Self::Assigned(s) => (Some(s.about), None),
            Self::Complained(s) => (Some(s.about), None),
            Self::Retracted(_) | Self::Struck(_) | Self::Began(_) | Self::Ended(_) | Self::Unknown(_) => (None, None),
        };
        first.into_iter().chain(second)
    }

    /// Whether it says who is who, and nothing about anybody: it brings nobody into being.
    pub fn only_compares(&self) -> bool {
        matches!(self, Self::Merged(_) | Self::Apart(_))
    }

    /// Whether an entity is named.
    pub fn names(&self, entity: Entity) -> bool {
        self.entities().any(|named| named == entity)
    }

    /// Visits every entity named, so that the desk can number new ones.
    pub fn each_entity(&mut self, visit: &mut dyn FnMut(&mut Entity)) {
        match self {
            Self::Set(s) => visit(&mut s.about),
            Self::Exchanged(s) => {
                visit(&mut s.about);
                s.deal.iter_mut().for_each(visit);
            }
            Self::Answered(s) => {
                visit(&mut s.deal);
                s.by.iter_mut().for_each(visit);
            }
            Self::Qualified(s) => visit(&mut s.deal),
            Self::Moved(s) => visit(&mut s.deal),
            Self::Promised(s) => visit(&mut s.about),
            Self::Quoted(s) => visit(&mut s.deal),
            Self::Bought(s) => visit(&mut s.deal),
            Self::Lost(s) => visit(&mut s.deal),
            Self::Adjusted(s) => visit(&mut s.deal),
            Self::Enrolled(s) => visit(&mut s.deal),
            Self::Skipped(s) => visit(&mut s.deal),
            Self::Linked(s) => {
                visit(&mut s.from);
                visit(&mut s.to);
            }
            Self::Merged(s) => {
                visit(&mut s.from);
                visit(&mut s.into);
            }
            Self::Apart(s) => {
                visit(&mut s.one);
                visit(&mut s.other);
            }
            Self::Permitted(s) => visit(&mut s.about),
            Self::Assigned(s) => visit(&mut s.about),
            Self::Complained(s) => visit(&mut s.about),
            Self::Retracted(_) | Self::Struck(_) | Self::Began(_) | Self::Ended(_) | Self::Unknown(_) => {}
        }
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl Eq for Unknown {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_of_a_later_version_survives_to_the_letter() {
        let line = r#"{"id":{"device":7,"seq":1},"stamp":65536,"act":"00000000000000000000000001","author":"Sandrine","recorded_at":0,"day":"2026-11-22","statements":[{"sang":{"loud":  true}},{"set":{"about":"contact:00000000000000000000000002","field":"contact.given_name","value":{"text":"Zoé"}}}]}"#;
        let fact: Fact = serde_json::from_str(line).unwrap();
        assert!(matches!(fact.statements[0], Statement::Unknown(_)));
        assert!(matches!(fact.statements[1], Statement::Set(_)));
        assert_eq!(serde_json::to_string(&fact).unwrap(), line);
    }

    #[test]
    fn a_known_kind_of_the_wrong_shape_is_refused() {
        let line = r#"{"id":{"device":7,"seq":1},"stamp":1,"act":"00000000000000000000000001","author":"","recorded_at":0,"day":"2026-11-22","statements":[{"set":{"about":3}}]}"#;
        assert!(serde_json::from_str::<Fact>(line).is_err());
    }
}
