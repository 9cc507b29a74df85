//! What becomes of a deal: its checklist, its stage, its quotes and purchases.

use serde::{Deserialize, Serialize};

use super::people::Channel;
use crate::sales::{
    entity::Entity,
    moment::{Day, Moment},
    money::Money,
};

/// How sure an answer is. Unknown is the state before any answer, or after taking it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sure {
    /// À demander.
    Unknown,
    /// À confirmer: half the points.
    Assumed,
    /// Validé.
    Confirmed,
    /// Non.
    No,
}

/// An answer on the checklist of a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The deal.
    pub deal: Entity,
    /// Key of the criterion in its framework.
    pub criterion: String,
    /// What the criterion stands for (`need`, `budget`, `timing`, `authority` or its own key), so that
    /// another framework finds the answer.
    pub stands_for: String,
    /// How sure.
    pub sure: Sure,
    /// The customer's words.
    pub words: String,
    /// Who answered.
    pub by: Option<Entity>,
    /// When.
    pub on: Day,
}

/// The synthesis of a qualification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualified {
    /// The deal.
    pub deal: Entity,
    /// The typed reason where required criteria were still open.
    pub forced: Option<String>,
    /// When.
    pub on: Day,
}

/// A move on the kanban. A purchase needs no move to *won*; a loss is [`Lost`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The deal.
    pub deal: Entity,
    /// Key of the stage.
    pub to: String,
    /// Why, where it was forced.
    pub reason: Option<String>,
    /// When.
    pub on: Day,
}

/// An explicit next step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promised {
    /// A deal, or a party without one.
    pub about: Entity,
    /// When; nothing clears the step.
    pub due: Option<Moment>,
    /// What is to be done, in words; may be empty.
    pub what: String,
}

/// What became of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteState {
    /// It went out.
    Sent,
    /// They said yes; still no purchase.
    Accepted,
    /// They said no.
    Refused,
}

/// A priced offer, told by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// The deal.
    pub deal: Entity,
    /// Its number; may be empty.
    pub number: String,
    /// Its amount.
    pub amount: Option<Money>,
    /// What became of it.
    pub state: QuoteState,
    /// When.
    pub on: Day,
    /// Until when it holds.
    pub valid_until: Option<Day>,
}

/// What proves a purchase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// A signed quote.
    SignedQuote,
    /// An order.
    Order,
    /// A contract.
    Contract,
}

/// A dated amount that was bought: the only thing that makes a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bought {
    /// The deal it closes.
    pub deal: Entity,
    /// How much.
    pub amount: Money,
    /// What proves it; an import may not know.
    pub proof: Option<Proof>,
    /// When.
    pub on: Day,
}

/// A lost deal and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// The deal.
    pub deal: Entity,
    /// Key of the reason in the playbook (`price`, `competitor`…); empty where an import did not say.
    pub reason: String,
    /// Which competitor, or the words for `other`.
    pub detail: String,
    /// When.
    pub on: Day,
}

/// How close to deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Temperature {
    /// Froid.
    Cold,
    /// Tiède.
    Warm,
    /// Chaud.
    Hot,
}

/// A temperature set by hand; it replaces the computed one until taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjusted {
    /// The deal.
    pub deal: Entity,
    /// The temperature, or nothing to follow the score again.
    pub temperature: Option<Temperature>,
    /// Why.
    pub reason: String,
    /// When.
    pub on: Day,
}

/// A deal follows a sequence of steps from a moment on, or none any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The deal.
    pub deal: Entity,
    /// Key of the sequence in the playbook; nothing ends it.
    pub sequence: Option<String>,
    /// From when on.
    pub since: Moment,
}

/// A step of the sequence that follows a deal was passed over: it counts as done without having been.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The deal.
    pub deal: Entity,
    /// Key of the sequence.
    pub sequence: String,
    /// The step, told by its days after the start…
    pub after: u16,
    /// …and its way.
    pub channel: Channel,
    /// Why; may be empty.
    pub why: String,
    /// When.
    pub on: Moment,
}
