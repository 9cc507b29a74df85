//! One row, read: every cell under its column's meaning, with what was mended, doubted and found. Who it is about is
//! decided later, by [`super::import`].

use std::{borrow::Cow, sync::Arc};

use crate::sales::{
    entity::Kind,
    fact::{Channel, Value},
    fields::{Field, Holds, field},
    moment::{Day, Moment},
    money::Tax,
    words::{Flaw, Repair, fold::folded, name, plain, value},
};

use super::{
    csv_out,
    mapping::{Column, Meaning},
    objection::{self, Objection},
    proposal::{Finding, Found, Refusal},
    repair::{self, Side},
    rows::{self, Record},
    said::{self, Said},
    setting::Setting,
};

/// Fields with their values, in the order of the file.
pub type Values = Vec<(&'static Field, Value)>;

/// What a row says.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Fields of the person.
    pub contact: Values,
    /// Fields of the company.
    pub company: Values,
    /// Fields of the deal.
    pub deal: Values,
    /// Remarks, and what found no field.
    pub note: String,
    /// States with their words.
    pub said: Vec<Stated>,
    /// Oppositions with their words, and whether they stood in the company's name.
    pub objections: Vec<Raised>,
    /// Times, persons and words around it.
    pub around: Around,
    /// What is worth telling.
    pub findings: Vec<Finding>,
    /// Why the row cannot be recorded.
    pub refusal: Option<Refusal>,
    /// Its deal has a number: who looks after it looks after this deal.
    pub number: bool,
}

/// A state, its words and their column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What the words mean.
    pub said: Said,
    /// The words.
    pub text: String,
    /// Their column.
    pub column: Arc<str>,
}

/// An opposition and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// What is opposed.
    pub objection: Objection,
    /// In which words.
    pub wording: String,
    /// In the company's name: it opposes for the company too.
    pub firm: bool,
}

/// Times, persons and words that are no fields.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// When the next step is due.
    pub due: Option<Moment>,
    /// What it is.
    pub todo: String,
    /// Who looks after it.
    pub owner: String,
    /// When it was entered somewhere.
    pub created: Option<Day>,
    /// When it was bought.
    pub bought: Option<Day>,
    /// What a column says about tax.
    pub tax: Option<Tax>,
    /// When the last exchange was, with header and text.
    pub last: Option<(Moment, String)>,
    /// What it was.
    pub channel: Option<Channel>,
    /// Why it was lost.
    pub loss: String,
}

impl Gathered {
    fn clear(&mut self) {
        for list in [&mut self.contact, &mut self.company, &mut self.deal] {
            list.clear();
        }
        self.note.clear();
        self.said.clear();
        self.objections.clear();
        self.around = Around::default();
        self.findings = Vec::new();
        self.refusal = None;
        self.number = false;
    }

    /// The text of a field of the row.
    pub fn text<'g>(list: &'g Values, key: &str) -> &'g str {
        match list.iter().find(|(field, _)| field.key == key) {
            Some((_, Value::Text(text))) => text,
            _ => "",
        }
    }

    /// Adds a line to the note.
    pub fn remark(&mut self, header: &str, text: &str) {
        if !self.note.is_empty() {
            self.note.push('\n');
        }
        if !header.is_empty() {
            self.note.push_str(header);
            self.note.push_str(" : ");
        }
        self.note.push_str(text);
    }

    fn found(&mut self, line: u64, column: &Arc<str>, kind: Found) {
        self.findings.push(Finding { line, column: Arc::clone(column), kind });
    }
}

/// Reads rows of one file.
#[derive(Clone, Copy, Debug)]
pub struct Gatherer<'a> {
    columns: &'a [Column],
    setting: &'a Setting<'a>,
}

/// What programs write where there is nothing.
const NOTHING: [&str; 12] =
    ["-", "--", "?", "n/a", "N/A", "#N/A", "null", "NULL", "[not provided]", "#REF!", "0/0/00", "#VALEUR!"];

impl<'a> Gatherer<'a> {
    /// For the rows of a file with these columns.
    pub fn new(columns: &'a [Column], setting: &'a Setting<'a>) -> Self {
        Self { columns, setting }
    }

    /// Reads a row into `row`.
    pub fn read(&self, record: &Record, row: &mut Gathered) {
        row.clear();
        for (column, cell) in self.columns.iter().zip(&record.cells) {
            self.cell(record.line, column, cell, row);
        }
        self.beyond(record, row);
        taxed(row);
        if record.unclosed {
            row.findings.push(Finding { line: record.line, column: "".into(), kind: Found::Unclosed });
        }
        if row.note.len() > plain::MAX_TEXT {
            row.refusal = Some(Refusal::TooLong { column: "".into(), max: plain::MAX_TEXT });
        }
    }

    fn cell(&self, line: u64, column: &Column, cell: &[u8], row: &mut Gathered) {
        let cell = cell.trim_ascii();
        if cell.is_empty() || matches!(column.meaning, Meaning::Nothing) {
            return;
        }
        if cell.len() > plain::MAX_TEXT {
            row.refusal = Some(Refusal::TooLong { column: Arc::clone(&column.header), max: plain::MAX_TEXT });
            return;
        }
        let decoded = rows::text(cell);
        let raw = csv_out::unguarded(&decoded);
        if repair::is_tidy(raw) {
            return self.something(line, column, raw, row);
        }
        let text = plain::clean(raw);
        if matches!(text, Cow::Owned(_)) && plain::hides(raw) {
            let text = text.trim().to_owned();
            row.found(
                line,
                &column.header,
                Found::Repaired { repair: Repair::Invisible, from: text.clone(), to: text },
            );
        }
        self.something(line, column, text.trim(), row);
    }

    fn something(&self, line: u64, column: &Column, text: &str, row: &mut Gathered) {
        let nothing = text.is_empty()
            || text.len() < 15 && text.starts_with(['-', '?', 'n', 'N', '#', '[', '0']) && NOTHING.contains(&text);
        if !nothing {
            self.meant(line, column, text, row);
        }
    }

    /// Cells beyond the last header.
    fn beyond(&self, record: &Record, row: &mut Gathered) {
        let extra = record.cells.len().saturating_sub(self.columns.len());
        let texts =
            || record.cells.iter().skip(self.columns.len()).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty());
        if extra == 0 || texts().next().is_none() {
            return;
        }
        texts().for_each(|cell| row.remark("", plain::clean(&rows::text(cell)).trim()));
        row.findings.push(Finding { line: record.line, column: "".into(), kind: Found::Overlong { extra } });
    }

    fn meant(&self, line: u64, column: &Column, text: &str, row: &mut Gathered) {
        let here = Here { line, column, text };
        match column.meaning {
            Meaning::Field(field) => self.field(&here, field, row),
            Meaning::FullName => Self::full_name(&here, row),
            Meaning::State => self.state(&here, row),
            Meaning::Due => row.around.due = here.moment(self.setting.today, Side::Ahead, row),
            Meaning::Created => {
                let created = here.moment(self.setting.today, Side::Behind, row);
                if let Some(moment) = created {
                    row.around.created = Some(moment.day);
                    row.remark(&column.header, text);
                }
            }
            Meaning::LastExchange => {
                let last = here.moment(self.setting.today, Side::Behind, row);
                row.around.last = last.map(|moment| (moment, here.with_header()));
            }
            Meaning::LastChannel => match said::channel(text) {
                Some(channel) => row.around.channel = Some(channel),
                None => row.remark(&column.header, text),
            },
            Meaning::ToDo => plain::line(text).as_ref().clone_into(&mut row.around.todo),
            Meaning::Owner => plain::line(text).as_ref().clone_into(&mut row.around.owner),
            Meaning::Loss => plain::line(text).as_ref().clone_into(&mut row.around.loss),
            Meaning::Tax => row.around.tax = tax(text),
            Meaning::BoughtOn => {
                row.around.bought = here.moment(self.setting.today, Side::Behind, row).map(|moment| moment.day);
            }
            Meaning::Opposition => opposed(&here, row),
            Meaning::Note | Meaning::Nothing => {
                objection(&here, false, row);
                row.remark(&column.header, text);
            }
        }
    }

    fn full_name(here: &Here, row: &mut Gathered) {
        let name = if objection(here, false, row) { objection::without(here.text) } else { here.text.to_owned() };
        let parts = name::cut(&name);
        let fields = [
            ("contact.civility", parts.civility),
            ("contact.given_name", parts.given),
            ("contact.family_name", parts.family),
        ];
        for (key, text) in fields {
            let unset = !row.contact.iter().any(|(field, _)| field.key == key);
            if let (Some(field), false, true) = (field(key), text.is_empty(), unset) {
                row.contact.push((field, Value::Text(text)));
            }
        }
    }

    fn state(&self, here: &Here, row: &mut Gathered) {
        if let Some(said) = said::read(here.text, self.setting) {
            return state(Stated { said, text: here.text.to_owned(), column: Arc::clone(&here.column.header) }, row);
        }
        if !objection(here, false, row) {
            row.found(here.line, &here.column.header, Found::UnknownState { text: here.text.to_owned() });
        }
        row.remark(&here.column.header, here.text);
    }

    fn field(&self, here: &Here, field: &'static Field, row: &mut Gathered) {
        let words = matches!(field.holds, Holds::Line | Holds::Lines | Holds::Name | Holds::Tags | Holds::Source);
        let firm = field.about == Kind::Company;
        if words && objection(here, firm, row) && field.holds != Holds::Lines {
            let bare = objection::without(here.text);
            if !bare.is_empty() {
                self.value(&Here { text: &bare, ..*here }, field, row);
            }
        } else {
            self.value(here, field, row);
        }
    }

    fn value(&self, here: &Here, field: &'static Field, row: &mut Gathered) {
        if field.holds == Holds::Lines && field.about == Kind::Contact {
            return row.remark("", here.text);
        }
        let ctx = self.setting.context(here.column.tax);
        let cell = repair::cell(field, here.text, &ctx, here.column.month_first).or_else(|flaw| {
            let opposed = objection(here, field.about == Kind::Company, row);
            let bare = objection::without(here.text);
            if opposed && !bare.is_empty() {
                value::read(field, &bare, &ctx).map(|read| repair::Cell { read, rest: None })
            } else {
                Err(flaw)
            }
        });
        match cell {
            Ok(repair::Cell { read, rest }) => {
                if let Some(repair) = read.repair {
                    let to = value::typed(field, &read.value);
                    row.found(
                        here.line,
                        &here.column.header,
                        Found::Repaired { repair, from: here.text.to_owned(), to },
                    );
                }
                put(field, read.value, row);
                if let Some(rest) = rest {
                    self.second(&Here { text: rest, ..*here }, field, row);
                }
            }
            Err(flaw) => here.doubt(flaw, row),
        }
    }

    /// The second number of a cell fills the other phone, where no column does; else it is kept in the note.
    fn second(&self, here: &Here, first: &Field, row: &mut Gathered) {
        let other = match first.key {
            "contact.phone" => field("contact.mobile"),
            "contact.mobile" => field("contact.phone"),
            _ => None,
        };
        let free = other.filter(|other| {
            !self.columns.iter().any(|column| matches!(column.meaning, Meaning::Field(field) if field.key == other.key))
        });
        let again = value::read(first, here.text, &self.setting.context(None)).map(|read| read.value);
        if row.contact.iter().any(|(_, known)| again.as_ref() == Ok(known)) {
            return;
        }
        let read = free.and_then(|other| {
            value::read(other, here.text, &self.setting.context(None)).ok().map(|read| (other, read.value))
        });
        match read {
            Some((other, value)) => put(other, value, row),
            None => row.remark(&here.column.header, here.text),
        }
    }
}

/// Two columns may say the same; of two stages the further one counts.
fn state(new: Stated, row: &mut Gathered) {
    let place = |said: &Said| match said {
        Said::Stage(key) => STAGES.iter().position(|stage| stage == key),
        _ => None,
    };
    let further = |old: &Stated| place(&new.said) <= place(&old.said) && place(&new.said).is_some();
    if row.said.iter().any(|old| old.said == new.said || further(old)) {
        return;
    }
    if place(&new.said).is_some() {
        row.said.retain(|old| place(&old.said).is_none());
    }
    row.said.push(new);
}

/// The shipped stages, the first ones first; others are never weighed.
const STAGES: [&str; 5] = ["lead", "prospect", "opportunity", "quoted", "negotiation"];

fn put(field: &'static Field, value: Value, row: &mut Gathered) {
    if value == Value::Nothing {
        return;
    }
    let list = match field.about {
        Kind::Contact => &mut row.contact,
        Kind::Company => &mut row.company,
        Kind::Deal => &mut row.deal,
    };
    list.retain(|(known, _)| known.key != field.key);
    list.push((field, value));
}

/// A cell, and where it stands.
#[derive(Clone, Copy)]
struct Here<'h> {
    line: u64,
    column: &'h Column,
    text: &'h str,
}

impl Here<'_> {
    fn with_header(&self) -> String {
        format!("{} : {}", self.column.header, self.text)
    }

    fn moment(&self, today: Day, side: Side, row: &mut Gathered) -> Option<Moment> {
        match repair::moment(self.text, today, side, self.column.month_first) {
            Ok((moment, Some(repair))) => {
                let to = moment.map(|at| at.day.date().format("%d/%m/%Y").to_string()).unwrap_or_default();
                row.found(self.line, &self.column.header, Found::Repaired { repair, from: self.text.to_owned(), to });
                moment
            }
            Ok((moment, None)) => moment,
            Err(flaw) => {
                objection(self, false, row);
                self.doubt(flaw, row);
                None
            }
        }
    }

    fn doubt(&self, flaw: Flaw, row: &mut Gathered) {
        row.remark(&self.column.header, self.text);
        row.found(self.line, &self.column.header, Found::Doubtful { flaw, text: self.text.to_owned() });
    }
}

/// `HT`, `TTC`, `excl. tax`.
fn tax(text: &str) -> Option<Tax> {
    match &*folded(text) {
        "ht" | "hors taxes" | "excl tax" | "excl vat" => Some(Tax::Ht),
        "ttc" | "toutes taxes" | "incl tax" | "incl vat" => Some(Tax::Ttc),
        _ => None,
    }
}

/// The column about tax has the last word on the amounts of its row.
fn taxed(row: &mut Gathered) {
    let Some(tax) = row.around.tax else { return };
    for (_, value) in &mut row.deal {
        if let Value::Money(money) = value {
            money.tax = tax;
        }
    }
}

/// A cell of a column of oppositions: channels by name, yes, no, or words to look into.
fn opposed(here: &Here, row: &mut Gathered) {
    let words = folded(here.text).into_owned();
    if matches!(&*words, "non" | "no" | "false" | "faux" | "aucune" | "none" | "0") {
        return;
    }
    let channels: Vec<_> = here.text.split([',', ';', '/']).map(|word| objection::channel(&folded(word))).collect();
    if channels.iter().any(Option::is_none) {
        if !objection(here, false, row) {
            row.remark(&here.column.header, here.text);
        }
        return;
    }
    for approach in channels.into_iter().flatten() {
        raise(here, Objection { approach, on: None }, false, row);
    }
}

/// Looks for an opposition and keeps it; whether there is one.
fn objection(here: &Here, firm: bool, row: &mut Gathered) -> bool {
    let Some(objection) = objection::found(here.text) else { return false };
    raise(here, objection, firm, row);
    true
}

fn raise(here: &Here, objection: Objection, firm: bool, row: &mut Gathered) {
    let wording = plain::line(here.text).into_owned();
    if !row.objections.iter().any(|raised| raised.objection == objection && raised.wording == wording) {
        let kind = Found::Opposed { approach: objection.approach, text: wording.clone() };
        row.found(here.line, &here.column.header, kind);
        row.objections.push(Raised { objection, wording, firm });
    }
}
