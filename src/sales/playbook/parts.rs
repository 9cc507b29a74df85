//! The settings as readings use them: complete, checked, in order. How they are written in a file is not known here.

use serde::{Deserialize, Serialize};

use crate::sales::{
    entity::Kind,
    fact::{Channel, Temperature},
    fields::Holds,
    query::Query,
};

/// A name in both languages. A file may write one text for both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Written")]
pub struct Label {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Both(String),
    Each { fr: String, en: Option<String> },
}

impl From<Written> for Label {
    fn from(written: Written) -> Self {
        match written {
            Written::Both(text) => Self { fr: text.clone(), en: text },
            Written::Each { fr, en } => Self { en: en.unwrap_or_else(|| fr.clone()), fr },
        }
    }
}

/// A column of the kanban.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its name in facts.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// How likely a deal here is won, percent.
    pub probability: u8,
    /// What it takes to enter.
    pub requires: Vec<Requirement>,
    /// Whether deals here follow the cadence of open offers.
    pub offer: bool,
}

/// What a stage asks before a deal may enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// The qualification is confirmed or forced.
    Qualified,
    /// An amount is filled in.
    Amount,
    /// A closing date is filled in.
    Closing,
    /// A quote was sent.
    Quote,
    /// An exchange took place after the quote was sent.
    ExchangeAfterQuote,
    /// Something was bought. Cannot be forced.
    Purchase,
    /// The reason of the loss is known.
    LossReason,
}

/// A checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// Its key: `bant`.
    pub key: String,
    /// Its name, for settings and help.
    pub label: Label,
    /// Its criteria in the order they are asked.
    pub criteria: Vec<Criterion>,
}

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its key in facts.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// What it stands for (`need`, `budget`, `timing`, `authority` or its own key).
    pub stands_for: String,
    /// Whether a qualified deal needs it.
    pub required: bool,
    /// What it is worth.
    pub points: u8,
    /// What to ask.
    pub questions: Vec<Label>,
}

/// The groups in which a score is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The checklist.
    Qualification,
    /// Profil: how well they fit the target.
    Fit,
    /// Intérêt: what they do.
    Interest,
    /// Données: how complete the records are.
    Data,
    /// What lowers the score.
    Minus,
}

impl Family {
    /// Every family, in the order of the screen.
    pub const ALL: [Self; 5] = [Self::Qualification, Self::Fit, Self::Interest, Self::Data, Self::Minus];

    /// The word used in text keys: `family-fit`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Qualification => "qualification",
            Self::Fit => "fit",
            Self::Interest => "interest",
            Self::Data => "data",
            Self::Minus => "minus",
        }
    }
}

/// A rule of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its key.
    pub key: String,
    /// Where it is shown.
    pub family: Family,
    /// Its name on the screen.
    pub label: Label,
    /// When it holds.
    pub basis: Basis,
    /// What it gives at most; negative takes away.
    pub points: i32,
    /// After how many whole days half of it is left.
    pub half_life: Option<u16>,
    /// How many fresh events fill it.
    pub fills: u16,
}

/// When a rule holds, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// It holds where a query does.
    Condition(Query),
    /// How sure the answer that stands for something is.
    Answer(String),
    /// The sector is in the target.
    Sector,
    /// The post code is in the target.
    Zone,
    /// The size (or another number of one's own) is in the target.
    Size,
    /// The job is in the target.
    Job,
    /// We speak with each other.
    Exchanges,
    /// They look at what we publish or come where we are.
    Contents,
    /// They ask for a quote or a demonstration, or compare.
    Signals,
    /// Which of these fields are filled; one of each list will do.
    Completeness(Vec<Vec<String>>),
    /// They opposed every channel: nothing is left of the score.
    Opposed,
    /// A known sector or post code is outside the target.
    OutOfTarget,
    /// We tried too often without an answer.
    Unreachable,
}

/// From how many points a deal is warm and hot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Tiède.
    pub warm: u8,
    /// Chaud.
    pub hot: u8,
}

/// Whom the firm wants to sell to. What is empty is not set and counts as met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// Sectors (folded words) or the beginnings of NAF codes.
    pub sectors: Vec<String>,
    /// Beginnings of post codes.
    pub zones: Vec<String>,
    /// Words of a job (folded).
    pub jobs: Vec<String>,
    /// Which number is measured: `company.size` or a custom field.
    pub size_field: String,
    /// Its lower bound.
    pub size_min: Option<i64>,
    /// Its upper bound.
    pub size_max: Option<i64>,
}

/// Days between two touches, by temperature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Froid.
    pub cold: u16,
    /// Tiède.
    pub warm: u16,
    /// Chaud.
    pub hot: u16,
}

impl Pace {
    /// The days for a temperature.
    pub fn days(self, temperature: Temperature) -> u16 {
        match temperature {
            Temperature::Cold => self.cold,
            Temperature::Warm => self.warm,
            Temperature::Hot => self.hot,
        }
    }
}

/// The cadence table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// Nothing verified.
    pub lead: Pace,
    /// Qualified.
    pub prospect: Pace,
    /// Open from the first offer on.
    pub open: Pace,
    /// Does not decide.
    pub intermediary: Pace,
    /// Has bought.
    pub client: Pace,
    /// Bought long ago, or lost deals only.
    pub lapsed: Pace,
}

/// The numbers of the daily follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// Touches without an answer after which one keeps in contact only.
    pub touches: u16,
    /// Days between two touches then.
    pub nurturing_days: u16,
    /// Touches that saturate.
    pub saturation_touches: u16,
    /// The window in which they do, days.
    pub saturation_days: u16,
    /// First follow-ups a day after an import.
    pub spread: u16,
    /// Months of silence after which a client is a past one.
    pub attrition_months: u16,
    /// Days after which a quote without an answer is shown as old.
    pub quote_days: u16,
    /// Euros a deal without an amount counts in the priority.
    pub unknown_amount: u32,
}

/// The numbers of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checklist {
    /// Days after which an answer is to be asked again.
    pub stale_days: u16,
    /// A start within so many months gives half of the timing's points.
    pub half_months: u16,
    /// A start within so many months gives all of them.
    pub full_months: u16,
}

/// A reason for which deals are lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Its key in facts.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// Whether words are asked: which competitor, what other reason.
    pub detail: bool,
}

/// Where contacts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its key in facts.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// How files and people name it (folded).
    pub synonyms: Vec<String>,
}

/// A field of the firm's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    /// Its key in facts: `custom.machines`.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// Whose field it is.
    pub about: Kind,
    /// What it holds.
    pub holds: Holds,
    /// How files and queries name it (folded).
    pub words: Vec<String>,
}

/// A query somebody kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its key in queries and files.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// The query, as it stands in the file.
    pub query: String,
}

/// A series of dated steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence {
    /// Its key in facts.
    pub key: String,
    /// Its name on the screen.
    pub label: Label,
    /// What its days are counted from.
    pub starts: Starts,
    /// Whether they are working days.
    pub working: bool,
    /// Whom it is proposed for; nothing: whoever is chosen by hand.
    pub rule: Option<Query>,
    /// Its steps, in order.
    pub steps: Vec<Step>,
}

/// What the days of a sequence are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Starts {
    /// The day somebody was enrolled.
    #[default]
    Enrolment,
    /// The day the last quote was sent.
    Quote,
}

/// A step of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// So many days after the start.
    pub after: u16,
    /// By which way.
    pub channel: Channel,
    /// The name of the letter, in both languages; empty where there is none.
    pub template: Label,
    /// Whom it concerns; nothing: everybody.
    pub when: Option<Query>,
}

/// What the law lets one do, as the firm's lawyer may correct it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawRules {
    /// Days of the week on which consumers may be called, 1 is Monday.
    pub phone_days: Vec<u8>,
    /// Hours at which they may be called, minutes after midnight, the end not included.
    pub phone_hours: Vec<(u16, u16)>,
    /// Calls a consumer may get in the window.
    pub phone_calls: u16,
    /// That window, days.
    pub phone_window: u16,
    /// The firm sells energy renovation or home adaptation: no canvassing of consumers but by post.
    pub banned_trade: bool,
    /// Days during which a request of theirs is answered.
    pub request_days: u16,
    /// Months after their last sign for which the data of whoever never bought is kept; 0: for ever.
    pub retention_months: u16,
}
