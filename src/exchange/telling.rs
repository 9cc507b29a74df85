//! Which text tells a finding, a verdict or a failure, and with which words: keys of [`crate::voice`] with their
//! arguments. The sentences themselves live in the language files.

use std::sync::Arc;

use crate::sales::{
    fact::Approach,
    words::{Flaw, Repair},
};

use super::{
    facts::{Broken, Why},
    proposal::{Found, Refusal, Unreadable},
    report::{self, Counts, Heap, Remark},
};

/// An argument of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Words as they are.
    Text(String),
    /// A number, with its plural.
    Number(u64),
    /// What stood in cells, and whether there is more of it.
    Quotes(Vec<Quoted>, bool),
}

/// What stood in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// The text.
    Text(String),
    /// The text, and what was read.
    Read(String, String),
    /// A name, and the row or the name it looks like.
    Like(String, String),
}

/// A text and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The text's key.
    pub key: String,
    /// Its arguments.
    pub words: Vec<(&'static str, Word)>,
}

impl Told {
    fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), words: Vec::new() }
    }

    fn line(self, line: u64) -> Self {
        self.text("line", &line.to_string())
    }

    fn quotes(mut self, texts: Vec<Quoted>, more: bool) -> Self {
        self.words.push(("texts", Word::Quotes(texts, more)));
        self
    }

    fn text(mut self, name: &'static str, text: &str) -> Self {
        self.words.push((name, Word::Text(short(text))));
        self
    }

    fn number(mut self, name: &'static str, number: u64) -> Self {
        self.words.push((name, Word::Number(number)));
        self
    }
}

/// The most letters of a cell that a line of a report shows.
const SHOWN: usize = 48;

/// One line, not too long.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line,
    }
}

/// Which text tells what was found.
pub fn found(kind: &Found) -> report::Word {
    match kind {
        Found::Repaired { repair, .. } => ("mended", mended(*repair)),
        Found::Doubtful { flaw, .. } => ("doubt", doubt(flaw)),
        Found::Like { sign, .. } => ("like", *sign),
        Found::Opposed { approach, .. } => ("opposed", channel(*approach)),
        other => ("found", other.key()),
    }
}

/// Which text tells a refusal, and its column.
pub fn refused(refusal: &Refusal) -> (Arc<str>, report::Word) {
    let column = if let Refusal::TooLong { column, .. } = refusal { Arc::clone(column) } else { "".into() };
    (column, ("refusal", refusal.key()))
}

/// What a remark says; its column and its rows are told around it.
pub fn remark(remark: &Remark) -> Told {
    let quoted = |(text, read): &(String, String)| match (remark.heap(), text == read) {
        _ if remark.word.0 == "like" => Quoted::Like(short(text), short(read)),
        (Heap::Mended, false) => Quoted::Read(short(text), short(read)),
        _ => Quoted::Text(short(text)),
    };
    let told = Told::new(format!("import-{}-{}", remark.word.0, remark.word.1));
    told.quotes(remark.texts.iter().map(quoted).collect(), remark.more)
}

/// Why a row was refused, for the file of refused rows.
pub fn refusal(refusal: &Refusal) -> Told {
    let told = Told::new(format!("import-refusal-{}", refusal.key()));
    told.quotes(vec![Quoted::Text(refusal.text().to_owned())], false)
}

/// Why a file cannot be imported.
pub fn unreadable(why: &Unreadable) -> Told {
    let told = Told::new(format!("import-unreadable-{}", why.key()));
    match why {
        Unreadable::Foreign(_) | Unreadable::Facts => told,
        Unreadable::NobodyInIt { headers } => told.text("headers", &headers.join(", ")),
        Unreadable::NoSuchHeader(name) | Unreadable::NoSuchField(name) => told.text("name", name),
        Unreadable::Workbook { reason } | Unreadable::Json { reason } => told.text("reason", reason),
        Unreadable::NoSuchSheet { name, sheets } => told.text("name", name).text("sheets", &sheets.join(", ")),
        Unreadable::Broken(error) => told.text("reason", &error.to_string()),
    }
}

/// What is wrong with a file of facts.
pub fn facts(broken: &Broken) -> Told {
    let told = Told::new(format!("import-facts-{}", broken.why.key())).line(broken.line);
    match &broken.why {
        Why::Version { found } => told.text("found", &found.to_string()),
        Why::Fact { reason } | Why::Reading { reason } => told.text("reason", reason),
        Why::Count { said, found } => told.number("said", *said).number("found", *found),
        Why::Head | Why::Cut | Why::Digest | Why::Beyond => told,
    }
}

/// How many rows came to which verdict.
pub fn counts(counts: &Counts) -> Told {
    Told::new("import-counts")
        .number("rows", counts.rows)
        .number("created", counts.created)
        .number("updated", counts.updated)
        .number("skipped", counts.skipped)
        .number("refused", counts.refused)
}

/// The word of a channel; `all` for every one.
fn channel(approach: Option<Approach>) -> &'static str {
    match approach {
        None => "all",
        Some(Approach::Phone) => "phone",
        Some(Approach::Mail) => "mail",
        Some(Approach::Sms) => "sms",
        Some(Approach::Post) => "post",
        Some(Approach::Social) => "social",
    }
}

/// The word of a repair.
pub fn mended(repair: Repair) -> &'static str {
    match repair {
        Repair::LeadingZero => "leading_zero",
        Repair::Scientific => "scientific",
        Repair::PercentOfOne => "percent_of_one",
        Repair::Postcode => "postcode",
        Repair::SerialDay => "serial_day",
        Repair::Azerty => "azerty",
        Repair::Invisible => "invisible",
    }
}

/// The word of a flaw.
pub fn doubt(flaw: &Flaw) -> &'static str {
    match flaw {
        Flaw::Empty => "empty",
        Flaw::TooLong { .. } => "too_long",
        Flaw::NotAPhone => "not_a_phone",
        Flaw::NotAnEmail => "not_an_email",
        Flaw::SirenLength => "siren_length",
        Flaw::SirenKey => "siren_key",
        Flaw::SiretLength => "siret_length",
        Flaw::SiretKey => "siret_key",
        Flaw::ScientificLoss => "scientific_loss",
        Flaw::VatNumber => "vat_number",
        Flaw::VatKey => "vat_key",
        Flaw::NotAPostcode => "not_a_postcode",
        Flaw::NotAnAmount => "not_an_amount",
        Flaw::NotEuros => "not_euros",
        Flaw::TooLarge => "too_large",
        Flaw::Negative => "negative",
        Flaw::Range => "range",
        Flaw::NotADate => "not_a_date",
        Flaw::NoSuchDay { .. } => "no_such_day",
        Flaw::NoSuchHour { .. } => "no_such_hour",
        Flaw::NotANumber => "not_a_number",
        Flaw::NotAPercent => "not_a_percent",
        Flaw::NotYesNo => "not_yes_no",
        Flaw::UnknownSource => "unknown_source",
    }
}
