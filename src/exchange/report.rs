//! What became of a file's rows, counted and ready to be told or written as JSON: one by one ([`Finding`]) for programs,
//! gathered ([`Remark`]) for people. No sentence lives here.

use std::{collections::BTreeMap, sync::Arc};

use rustc_hash::FxHashMap;
use serde_json::{Value as Json, json};

use super::{
    mapping::Column,
    proposal::{Finding, Found, Other, Proposal, Refusal, Skip, Verdict},
    rows::Record,
    source::Form,
    survey::{Header, Layout},
    telling,
};

/// How many findings are kept in full; all are counted.
pub const TOLD: usize = 2_000;

/// What became of the rows of a file.
#[derive(Clone, Debug)]
pub struct Report {
    /// How the file is written and what its columns mean.
    pub file: Read,
    /// How many rows came to which verdict.
    pub counts: Counts,
    /// Rows skipped, by reason.
    pub skipped: BTreeMap<&'static str, u64>,
    /// Rows refused, with their line.
    pub refused: Vec<(u64, Refusal)>,
    /// Rows skipped because something is odd about them, with their line.
    pub passed: Vec<(u64, Skip)>,
    /// The first findings, in the order of the file.
    pub findings: Vec<Finding>,
    /// How many findings there are by column and kind, told or not.
    pub tally: BTreeMap<(Arc<str>, &'static str), u64>,
    /// What people are told: the same said once, in the order of the file.
    pub remarks: Vec<Remark>,
    places: FxHashMap<(Arc<str>, Word), usize>,
}

/// Which text of the language files tells something: `import-` and these two.
pub type Word = (&'static str, &'static str);

/// The same thing found on many rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The column; empty where the whole row is meant.
    pub column: Arc<str>,
    /// What it is.
    pub word: Word,
    /// On how many rows.
    pub count: u64,
    /// The first of them.
    pub rows: Vec<u64>,
    /// The first texts that stood there, and what was read instead.
    pub texts: Vec<(String, String)>,
    /// There are others.
    pub more: bool,
}

/// How many rows and how many texts a remark shows.
const SHOWN: usize = 3;

/// Under which heading remarks stand, in the order they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heap {
    /// Rows that are not in.
    Refused,
    /// Not understood; the words are in the note.
    Noted,
    /// In, but worth a look.
    Doubted,
    /// Taken from the file as it says.
    Taken,
    /// Mended with certainty.
    Mended,
    /// Rows with nothing to record.
    Skipped,
}

impl Heap {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Refused, Self::Noted, Self::Doubted, Self::Taken, Self::Mended, Self::Skipped];

    /// The word in text keys: `import-heap-…`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Noted => "noted",
            Self::Doubted => "doubted",
            Self::Taken => "taken",
            Self::Mended => "mended",
            Self::Skipped => "skipped",
        }
    }
}

impl Remark {
    /// Under which heading it stands.
    pub fn heap(&self) -> Heap {
        match self.word {
            ("refusal", _) => Heap::Refused,
            ("skip", _) => Heap::Skipped,
            ("mended", _) => Heap::Mended,
            ("like", _) => Heap::Doubted,
            ("opposed", _) | (_, "warmth" | "joined") => Heap::Taken,
            (_, "loss_unknown" | "no_party" | "shared" | "unclosed" | "alone") => Heap::Doubted,
            _ => Heap::Noted,
        }
    }

    fn add(&mut self, line: u64, text: &str, read: &str) {
        self.count += 1;
        if self.rows.len() < SHOWN {
            self.rows.push(line);
        }
        if text.is_empty() || self.more || self.texts.iter().any(|(known, _)| known == text) {
            return;
        }
        self.more = self.texts.len() == SHOWN;
        if !self.more {
            self.texts.push((text.to_owned(), read.to_owned()));
        }
    }
}

/// A column of the file.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its header.
    pub header: Arc<str>,
    /// The key of its meaning.
    pub key: &'static str,
    /// The key its header promised where the cells hold something else.
    pub promised: Option<&'static str>,
    /// The key of the field it fills where the column that has it is empty.
    pub spare: Option<&'static str>,
    /// What it holds told what it is.
    pub told: bool,
    /// The name of the new field of the firm's own that it becomes.
    pub born: Option<Arc<str>>,
    /// How many rows have something in it.
    pub filled: u64,
}

impl Place {
    /// Nobody knows what it is: its cells are in the note.
    pub fn is_unknown(&self) -> bool {
        self.key == "note" && self.spare.is_none() && self.promised.is_none()
    }

    fn of(column: &Column) -> Self {
        Self {
            header: Arc::clone(&column.header),
            key: column.meaning.key(),
            promised: column.promised,
            spare: column.spare.map(|field| field.key),
            told: column.told,
            born: column.born.clone(),
            filled: 0,
        }
    }
}

/// How a file was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// How it is written.
    pub form: Form,
    /// The line of the header; none where the columns have no names.
    pub header: Option<u64>,
    /// Its columns.
    pub columns: Vec<Place>,
    /// A mapping kept from an earlier file placed them.
    pub recalled: bool,
}

/// Every row is in exactly one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All rows but the header.
    pub rows: u64,
    /// Rows that name somebody new.
    pub created: u64,
    /// Rows that say something new about somebody known.
    pub updated: u64,
    /// Rows with nothing to record.
    pub skipped: u64,
    /// Rows that cannot be recorded.
    pub refused: u64,
}

impl Counts {
    /// Whether every row is accounted for.
    pub fn balance(&self) -> bool {
        self.rows == self.created + self.updated + self.skipped + self.refused
    }
}

impl Report {
    /// For a file laid out like this.
    pub fn new(layout: &Layout) -> Self {
        let columns = layout.columns.iter();
        let file = Read {
            form: layout.form.clone(),
            header: match layout.header {
                Header::Line(line) => Some(line),
                Header::None | Header::Beside | Header::Known => None,
            },
            recalled: layout.recalled,
            columns: columns.map(Place::of).collect(),
        };
        Self {
            file,
            counts: Counts::default(),
            skipped: BTreeMap::new(),
            refused: Vec::new(),
            passed: Vec::new(),
            findings: Vec::new(),
            tally: BTreeMap::new(),
            remarks: Vec::new(),
            places: FxHashMap::default(),
        }
    }

    /// A row is read: which columns have something in it.
    pub fn seen(&mut self, record: &Record) {
        for (place, cell) in self.file.columns.iter_mut().zip(&record.cells) {
            place.filled += u64::from(!cell.trim_ascii().is_empty());
        }
    }

    fn remark(&mut self, line: u64, column: &Arc<str>, word: Word, texts: (&str, &str)) {
        let next = self.remarks.len();
        let at = *self.places.entry((Arc::clone(column), word)).or_insert(next);
        if at == next {
            let (rows, texts) = (Vec::new(), Vec::new());
            self.remarks.push(Remark { column: Arc::clone(column), word, count: 0, rows, texts, more: false });
        }
        if let Some(remark) = self.remarks.get_mut(at) {
            remark.add(line, texts.0, texts.1);
        }
    }

    /// Counts a row.
    pub fn count(&mut self, proposal: &Proposal) {
        self.counts.rows += 1;
        match &proposal.verdict {
            Verdict::Created => self.counts.created += 1,
            Verdict::Updated => self.counts.updated += 1,
            Verdict::Skipped(skip) => {
                self.counts.skipped += 1;
                *self.skipped.entry(skip.key()).or_default() += 1;
                self.remark(proposal.line, &"".into(), ("skip", skip.key()), ("", ""));
                if self.passed.len() < TOLD {
                    self.passed.push((proposal.line, *skip));
                }
            }
            Verdict::Refused(refusal) => {
                self.counts.refused += 1;
                let (column, word) = telling::refused(refusal);
                self.remark(proposal.line, &column, word, (refusal.text(), ""));
                if self.refused.len() < TOLD {
                    self.refused.push((proposal.line, refusal.clone()));
                }
            }
        }
        for finding in &proposal.findings {
            *self.tally.entry((Arc::clone(&finding.column), finding.kind.key())).or_default() += 1;
            let read = match &finding.kind {
                Found::Repaired { to, .. } | Found::Like { other: Other::Known(to), .. } => to.clone(),
                Found::Like { other: Other::Row(line), .. } => line.to_string(),
                _ => String::new(),
            };
            self.remark(finding.line, &finding.column, telling::found(&finding.kind), (finding.kind.text(), &read));
            if self.findings.len() < TOLD {
                self.findings.push(finding.clone());
            }
        }
    }

    /// How many findings are counted but not kept.
    pub fn untold(&self) -> u64 {
        self.tally.values().sum::<u64>() - self.findings.len() as u64
    }

    /// Columns that nobody knows or whose cells are not what their header promised: kept in the note.
    pub fn in_the_note(&self) -> impl Iterator<Item = &str> {
        let noted = self.file.columns.iter().filter(|place| place.key == "note" && place.spare.is_none());
        noted.map(|place| &*place.header)
    }

    /// The report with stable keys.
    pub fn json(&self) -> Json {
        let Counts { rows, created, updated, skipped, refused } = self.counts;
        let columns = self.file.columns.iter();
        let tally = self.tally.iter();
        let (text, sheet) = match &self.file.form {
            Form::Text(table) => (Some(table), None),
            Form::Sheet(sheet) => (None, Some(sheet)),
            Form::Cards | Form::Json => (None, None),
        };
        json!({
            "format": self.file.form.name(),
            "encoding": text.map(|table| table.encoding.name()),
            "separator": text.map(|table| (table.separator as char).to_string()),
            "sheet": sheet.map(|sheet| &sheet.name),
            "other_sheets": sheet.map(|sheet| &sheet.others),
            "header_line": self.file.header,
            "columns": columns.map(column).collect::<Vec<_>>(),
            "recalled": self.file.recalled,
            "rows": rows,
            "created": created,
            "updated": updated,
            "skipped": skipped,
            "refused": refused,
            "skipped_because": self.skipped,
            "refused_rows": self.refused.iter().map(|(line, why)| json!({"line": line, "reason": why.key()})).collect::<Vec<_>>(),
            "findings": self.findings.iter().map(finding).collect::<Vec<_>>(),
            "findings_count": tally.map(|((column, kind), n)| json!({"column": &**column, "kind": kind, "count": n})).collect::<Vec<_>>(),
            "findings_untold": self.untold(),
        })
    }
}

fn column(place: &Place) -> Json {
    json!({
        "header": &*place.header,
        "field": place.key,
        "promised": place.promised,
        "spare": place.spare,
        "filled": place.filled,
    })
}

fn finding(finding: &Finding) -> Json {
    let mut json = json!({"line": finding.line, "column": &*finding.column, "kind": finding.kind.key()});
    let more = match &finding.kind {
        Found::Repaired { repair, from, to } => {
            json!({"text": from, "read": to, "repair": telling::mended(*repair)})
        }
        Found::Doubtful { flaw, text } => json!({"text": text, "flaw": telling::doubt(flaw)}),
        Found::Overlong { extra } => json!({"extra": extra}),
        Found::Like { text, other, sign } => match other {
            Other::Known(name) => json!({"text": text, "sign": sign, "known": name}),
            Other::Row(line) => json!({"text": text, "sign": sign, "row": line}),
        },
        other => json!({"text": other.text()}),
    };
    if let (Json::Object(all), Json::Object(more)) = (&mut json, more) {
        all.extend(more);
    }
    json
}
