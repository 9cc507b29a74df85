//! A file's rows as proposals: each row read, its people met, its words put into statements. One row is one fact;
//! the caller records them, or only looks.

use std::io::Read;

use crate::sales::{
    fact::{Linked, Role, Statement},
    words::fold::folded,
};

use super::{
    gather::Gatherer,
    gathered::{Gathered, Stated},
    index::Key,
    known::Known,
    likeness::Likenesses,
    party::{Births, Parties, Party},
    proposal::{Finding, Found, Proposal, Refusal, Skip, Unreadable, Verdict},
    report::Report,
    rows::{self, Record},
    said::Said,
    setting::Setting,
    source::{self, Records},
    speech::{Speech, amount},
    survey::{self, Header, Layout},
};

/// The rows of one file on their way in.
pub struct Import<'a> {
    records: Box<dyn Records + 'a>,
    layout: Layout,
    setting: Setting<'a>,
    parties: Parties<'a>,
    record: Record,
    row: Gathered,
    report: Report,
    alike: Likenesses,
    ended: bool,
}

impl<'a> Import<'a> {
    /// Looks at the first bytes of `source` and lays the file out. `births` gives an id to whatever is new.
    pub fn open(
        source: impl Read + 'a,
        setting: Setting<'a>,
        known: &'a dyn Known,
        births: Births<'a>,
    ) -> Result<Self, Unreadable> {
        let opened = source::open(source, &setting)?;
        let layout = survey::layout(opened.form, opened.names, &opened.sample, &setting)?;
        let report = Report::new(&layout);
        Ok(Self {
            records: opened.records,
            layout,
            setting,
            parties: Parties::new(known, births),
            record: Record::default(),
            row: Gathered::default(),
            report,
            alike: Likenesses::default(),
            ended: false,
        })
    }

    /// How the file is laid out.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The row read last, as it stands in the file.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// What became of the rows read so far.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Reads the next row but the header; nothing at the end.
    fn step(&mut self) -> Option<Proposal> {
        loop {
            match self.records.next(&mut self.record) {
                Ok(true) if self.layout.header == Header::Line(self.record.line) => {
                    self.parties.index.same_row(digest(&self.record), self.record.line);
                }
                Ok(true) => return Some(self.proposal()),
                Ok(false) => return None,
                Err(error) => {
                    self.ended = true;
                    let refusal = Refusal::Broken { reason: error.to_string() };
                    return Some(empty(self.record.line + 1, Verdict::Refused(refusal)));
                }
            }
        }
    }

    fn proposal(&mut self) -> Proposal {
        let line = self.record.line;
        if let Some(skip) = self.skipped(line) {
            return empty(line, Verdict::Skipped(skip));
        }
        self.report.seen(&self.record);
        let mut row = std::mem::take(&mut self.row);
        Gatherer::new(&self.layout.columns, &self.setting).read(&self.record, &mut row);
        let proposal = self.proposed(line, &mut row);
        self.row = row;
        proposal
    }

    fn skipped(&mut self, line: u64) -> Option<Skip> {
        if filled(&self.record).next().is_none() {
            return Some(Skip::Empty);
        }
        if matches!(self.layout.header, Header::Line(header) if line < header) {
            return Some(Skip::AboveHeader);
        }
        if matches!(self.layout.header, Header::Line(_)) && is_total(&self.record) {
            return Some(Skip::Total);
        }
        let first = self.parties.index.same_row(digest(&self.record), line)?;
        Some(if self.layout.header == Header::Line(first) { Skip::HeaderAgain } else { Skip::SameAs { line: first } })
    }

    fn proposed(&mut self, line: u64, row: &mut Gathered) -> Proposal {
        if let Some(refusal) = row.refusal.take() {
            return empty(line, Verdict::Refused(refusal));
        }
        if self.parties.objects(row) {
            return empty(line, Verdict::Refused(Refusal::Forgotten));
        }
        unproved(line, row);
        taken_over(line, row);
        let findings = std::mem::take(&mut row.findings);
        let Some(party) = self.parties.meet(row, &self.layout.columns) else {
            return Proposal { findings, ..empty(line, Verdict::Refused(Refusal::Nobody)) };
        };
        let mut findings = findings;
        if party.entity().is_none() {
            findings.push(Finding { line, column: "".into(), kind: Found::NoParty });
        }
        if party.shared {
            let text = Gathered::text(&row.contact, "contact.email").to_owned();
            findings.push(Finding { line, column: "".into(), kind: Found::Shared { text } });
        }
        let alike = self.alike.met(line, row, &party, self.parties.known());
        findings.extend(alike.into_iter().map(|kind| Finding { line, column: "".into(), kind }));
        let (statements, new_deal) = self.statements(row, &party);
        findings.append(&mut row.findings);
        if self.columns_named() > 2 && party.is_new() && filled(&self.record).nth(1).is_none() {
            let text = filled(&self.record).next().map(rows::text).unwrap_or_default().trim().to_owned();
            findings.push(Finding { line, column: "".into(), kind: Found::Alone { text } });
        }
        let new = party.is_new() || party.entity().is_none() && new_deal;
        let verdict = match (new, statements.is_empty()) {
            (true, _) => Verdict::Created,
            (false, true) => Verdict::Skipped(Skip::Unchanged),
            (false, false) => Verdict::Updated,
        };
        Proposal { line, statements, verdict, findings }
    }

    /// Deals that came before their people: they are theirs now.
    fn joined(&mut self, row: &mut Gathered, party: &Party) -> Vec<Statement> {
        let person = party.person.as_ref().map(|side| (side.entity, Gathered::text(&row.contact, "contact.reference")));
        let firm = party.firm.as_ref().map(|side| (side.entity, Gathered::text(&row.company, "company.reference")));
        let mut said = Vec::new();
        for (to, reference) in person.into_iter().chain(firm) {
            for deal in self.parties.awaiting(to, reference) {
                let kind = Found::Joined { text: deal.title().to_owned() };
                row.findings.push(Finding { line: self.record.line, column: "".into(), kind });
                said.push(Statement::Linked(Linked { from: deal.entity, to, role: Role::Party, tied: true }));
            }
        }
        said
    }

    /// How many columns the header names; none where there is no header.
    fn columns_named(&self) -> usize {
        if matches!(self.layout.header, Header::Line(_)) { self.layout.columns.len() } else { 0 }
    }

    /// What a row says, and whether its deal is a new one.
    fn statements(&mut self, row: &mut Gathered, party: &Party) -> (Vec<Statement>, bool) {
        let joined = self.joined(row, party);
        let mut speech = Speech::new(&self.setting, row);
        let wanted = !(row.deal.is_empty() && row.said.is_empty() && row.around.loss.is_empty());
        let deal = wanted.then(|| self.parties.deal(party, row)).flatten();
        if let Some(firm) = &party.firm {
            speech.firm(row, firm, party.person.is_some(), &mut self.parties.index);
        }
        if let Some(person) = &party.person {
            speech.person(row, person, party.firm.as_ref().map(|side| side.entity));
        }
        if let Some(deal) = &deal {
            speech.deal(row, deal, party);
        }
        speech.note(row, party, deal.as_ref());
        speech.around(row, party, deal.as_ref());
        speech.objections(row, party);
        speech.statements.extend(joined);
        (speech.statements, deal.is_some_and(|deal| deal.new))
    }
}

impl Iterator for Import<'_> {
    type Item = Proposal;

    fn next(&mut self) -> Option<Proposal> {
        if self.ended {
            return None;
        }
        let proposal = self.step();
        match &proposal {
            Some(proposal) => self.report.count(proposal),
            None => self.ended = true,
        }
        proposal
    }
}

/// Won, or a client, without an amount: no purchase can be recorded, so the words go to the note and are told.
fn unproved(line: u64, row: &mut Gathered) {
    if amount(row).is_some() {
        return;
    }
    for at in (0..row.said.len()).rev() {
        if matches!(row.said.get(at), Some(Stated { said: Said::Won | Said::Client, .. })) {
            let Stated { text, column, .. } = row.said.remove(at);
            row.remark(&column, &text);
            row.findings.push(Finding { line, column, kind: Found::PurchaseUnknown { text } });
        }
    }
}

/// A temperature set by hand and a loss nobody explains are told: both weigh on what is called next.
fn taken_over(line: u64, row: &mut Gathered) {
    for Stated { said, text, column } in &row.said {
        let text = text.clone();
        let kind = match said {
            Said::Warmth(_) => Found::Warmth { text },
            Said::Lost(detail) if detail.is_empty() && row.around.loss.is_empty() => Found::LossUnknown { text },
            _ => continue,
        };
        row.findings.push(Finding { line, column: column.clone(), kind });
    }
}

/// The cells that have something in them.
fn filled(record: &Record) -> impl Iterator<Item = &[u8]> {
    record.cells.iter().map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty())
}

/// `TOTAL;;;20 500 €`, `Nombre de fiches : 3`: what a spreadsheet counts below its rows.
fn is_total(record: &Record) -> bool {
    let mut cells = filled(record);
    let Some(first) = cells.next().filter(|cell| cell.len() < 60) else { return false };
    if !matches!(first.first().map(u8::to_ascii_lowercase), Some(b't' | b's' | b'g' | b'n')) {
        return false;
    }
    let text = rows::text(first);
    let words = folded(&text);
    let named = ["total", "totaux", "sous total", "grand total", "somme"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', 's']));
    let counted = words.starts_with("nombre de ") && words.ends_with(|c: char| c.is_ascii_digit());
    let figure = |cell: &[u8]| cell.iter().all(|byte| !byte.is_ascii_alphabetic());
    let mut rest = cells.peekable();
    let bare = named && (rest.peek().is_some() || words.len() > 5) || counted;
    bare && rest.all(figure)
}

fn empty(line: u64, verdict: Verdict) -> Proposal {
    Proposal { line, statements: Vec::new(), verdict, findings: Vec::new() }
}

/// The digest of a whole row.
fn digest(record: &Record) -> Key {
    super::index::key_of(&record.cells)
}
