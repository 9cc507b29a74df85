//! Which text tells a finding, a verdict or a failure, and with which words: keys of [`crate::voice`] with their
//! arguments. The sentences themselves live in the language files.

use crate::sales::{
    fact::Approach,
    words::{Flaw, Repair},
};

use super::{
    facts::{Broken, Why},
    proposal::{Finding, Found, Refusal, Skip, Unreadable},
    report::Counts,
};

/// An argument of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Words as they are.
    Text(String),
    /// A number, with its plural.
    Number(u64),
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
const SHOWN: usize = 80;

/// One line, not too long.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line,
    }
}

/// What was found on a row.
pub fn finding(finding: &Finding) -> Told {
    let told = |key: String| Told::new(key).line(finding.line).text("column", &finding.column);
    match &finding.kind {
        Found::Repaired { repair, from, to } => {
            told(format!("import-mended-{}", mended(*repair))).text("text", from).text("read", to)
        }
        Found::Doubtful { flaw, text } => told(format!("import-doubt-{}", doubt(flaw))).text("text", text),
        Found::Opposed { approach, text } => told(format!("import-opposed-{}", channel(*approach))).text("text", text),
        Found::Overlong { extra } => told("import-found-overlong".to_owned()).number("extra", *extra as u64),
        other => told(format!("import-found-{}", other.key())).text("text", other.text()),
    }
}

/// Why a row was refused.
pub fn refusal(line: u64, refusal: &Refusal) -> Told {
    let told = Told::new(format!("import-refusal-{}", refusal.key())).line(line);
    match refusal {
        Refusal::Nobody | Refusal::Forgotten => told,
        Refusal::TooLong { column, max } => told.text("column", column).number("max", *max as u64),
        Refusal::Broken { reason } => told.text("reason", reason),
    }
}

/// Why a row was skipped.
pub fn skip(line: u64, skip: Skip) -> Told {
    let told = Told::new(format!("import-skip-{}", skip.key())).line(line);
    match skip {
        Skip::SameAs { line } => told.text("first", &line.to_string()),
        _ => told,
    }
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
