//! What passes with people: exchanges, what they allow, what they complain of.

use serde::{Deserialize, Serialize};

use crate::sales::{
    entity::Entity,
    moment::{Day, Moment},
};

/// How people meet or write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Telephone.
    Call,
    /// Electronic mail.
    Mail,
    /// Text message.
    Sms,
    /// Paper letter.
    Letter,
    /// Appointment, here or by video.
    Meeting,
    /// Visit at their place.
    Visit,
    /// A web form filled in.
    Form,
    /// A document fetched.
    Download,
    /// An online seminar attended.
    Webinar,
    /// Met on a trade fair.
    Fair,
    /// They asked for a quote.
    QuoteRequest,
    /// They asked for a demonstration.
    DemoRequest,
    /// They compare us with others or named a competitor.
    Comparison,
    /// A page of ours was seen.
    Page,
    /// A link of ours was clicked.
    Click,
    /// A social network.
    Social,
    /// A plain remark, no exchange at all.
    Note,
}

/// Who made the move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// We did.
    Ours,
    /// They did: a sign of interest, and the law's clock.
    Theirs,
}

/// What came of a call or a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// We spoke.
    Reached,
    /// Nobody answered.
    NoAnswer,
    /// A message was left.
    Message,
    /// They want to be called back.
    CallBack,
}

/// An exchange. `deal` names the project it was about, if one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchanged {
    /// The contact or company.
    pub about: Entity,
    /// The deal it concerned.
    pub deal: Option<Entity>,
    /// How.
    pub channel: Channel,
    /// Who made the move.
    pub direction: Direction,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// In words.
    pub note: String,
    /// When.
    pub when: Moment,
}

/// A person's say on a channel of approach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permission {
    /// May be used.
    Consented,
    /// Must not be used.
    Opposed,
    /// Nothing said any more.
    Withdrawn,
}

/// The channels the law speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Approach {
    /// By telephone.
    Phone,
    /// By e-mail.
    Mail,
    /// By text message.
    Sms,
    /// By post.
    Post,
    /// By social networks.
    Social,
}

impl Approach {
    /// Every channel.
    pub const ALL: [Self; 5] = [Self::Phone, Self::Mail, Self::Sms, Self::Post, Self::Social];
}

/// Consent or opposition, with its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permitted {
    /// The contact or company.
    pub about: Entity,
    /// The channel; nothing means every channel.
    pub approach: Option<Approach>,
    /// What was said.
    pub permission: Permission,
    /// The words it was said in.
    pub wording: String,
    /// Where it comes from (a call, a form, a file).
    pub origin: String,
    /// When.
    pub on: Day,
}

/// A complaint stands on top and pauses commercial suggestions until closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complained {
    /// The contact or company.
    pub about: Entity,
    /// What is wrong, or how it was settled.
    pub text: String,
    /// Open or closed.
    pub open: bool,
    /// When.
    pub on: Day,
}
