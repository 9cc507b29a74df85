//! What became of a file's rows, counted and ready to be told or written as JSON. No sentence lives here.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value as Json, json};

use super::{
    proposal::{Finding, Found, Proposal, Refusal, Skip, Verdict},
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
}

/// How a file was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// How it is written.
    pub form: Form,
    /// The line of the header; none where the columns have no names.
    pub header: Option<u64>,
    /// Header, key of the meaning, and the key the header promised where the cells hold something else.
    pub columns: Vec<(Arc<str>, &'static str, Option<&'static str>)>,
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
                Header::None | Header::Beside => None,
            },
            recalled: layout.recalled,
            columns: columns.map(|c| (Arc::clone(&c.header), c.meaning.key(), c.promised)).collect(),
        };
        Self {
            file,
            counts: Counts::default(),
            skipped: BTreeMap::new(),
            refused: Vec::new(),
            passed: Vec::new(),
            findings: Vec::new(),
            tally: BTreeMap::new(),
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
                if self.passed.len() < TOLD {
                    self.passed.push((proposal.line, *skip));
                }
            }
            Verdict::Refused(refusal) => {
                self.counts.refused += 1;
                if self.refused.len() < TOLD {
                    self.refused.push((proposal.line, refusal.clone()));
                }
            }
        }
        for finding in &proposal.findings {
            *self.tally.entry((Arc::clone(&finding.column), finding.kind.key())).or_default() += 1;
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
        self.file.columns.iter().filter(|(_, key, _)| *key == "note").map(|(header, _, _)| &**header)
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
            "columns": columns.map(|(header, key, promised)| json!({"header": &**header, "field": key, "promised": promised})).collect::<Vec<_>>(),
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

fn finding(finding: &Finding) -> Json {
    let mut json = json!({"line": finding.line, "column": &*finding.column, "kind": finding.kind.key()});
    let more = match &finding.kind {
        Found::Repaired { repair, from, to } => {
            json!({"text": from, "read": to, "repair": telling::mended(*repair)})
        }
        Found::Doubtful { flaw, text } => json!({"text": text, "flaw": telling::doubt(flaw)}),
        Found::Overlong { extra } => json!({"extra": extra}),
        other => json!({"text": other.text()}),
    };
    if let (Json::Object(all), Json::Object(more)) = (&mut json, more) {
        all.extend(more);
    }
    json
}
