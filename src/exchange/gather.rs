//! One row, read: every cell under its column's meaning, with what was mended, doubted and found. Who it is about is
//! decided later, by [`super::import`].

use std::{borrow::Cow, sync::Arc};

use crate::sales::{
    entity::Kind,
    fact::Value,
    fields::{Field, Holds, field},
    money::Tax,
    words::{Flaw, Repair, fold::folded, name, number, plain, value},
};

use super::{
    cell::{Here, objection, opposed},
    csv_out,
    gathered::{Gathered, Stated, Values, address, by_nature, foreign, put, state, taxed},
    mapping::{Column, Meaning},
    objection,
    proposal::{Finding, Found, Refusal},
    repair::{self, Side},
    rows::{self, Record},
    said,
    setting::Setting,
};

/// Reads rows of one file.
#[derive(Clone, Copy, Debug)]
pub struct Gatherer<'a> {
    columns: &'a [Column],
    setting: &'a Setting<'a>,
}

/// The fields of an address.
const PLACE: [&str; 4] = ["contact.street", "contact.postcode", "contact.town", "contact.country"];

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
        for spare in [false, true] {
            let cells = self.columns.iter().zip(&record.cells);
            for (column, cell) in cells.filter(|(column, _)| column.spare.is_some() == spare) {
                self.cell(record.line, column, cell, row);
            }
            row.placed |= !spare && row.contact.iter().any(|(known, _)| PLACE.contains(&known.key));
        }
        self.beyond(record, row);
        address(row);
        foreign(record.line, row);
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
            Meaning::Currency => {
                if !text.contains('€') && !matches!(&*folded(text), "eur" | "euro" | "euros") {
                    row.around.currency = Some((Arc::clone(&column.header), text.to_owned()));
                }
            }
            Meaning::Opposition => opposed(&here, row),
            Meaning::Note | Meaning::Nothing => self.noted(&here, row),
        }
    }

    /// What has no field of its own.
    fn noted(&self, here: &Here, row: &mut Gathered) {
        if let Some(field) = here.column.spare {
            return self.spare(here, field, row);
        }
        objection(here, false, row);
        row.remark(&here.column.header, here.text);
    }

    /// A column that stands in for another where that is empty; an address is never put together from two.
    fn spare(&self, here: &Here, field: &'static Field, row: &mut Gathered) {
        let filled = |list: &Values| list.iter().any(|(known, _)| known.key == field.key);
        let taken = filled(&row.contact) || filled(&row.company) || filled(&row.deal);
        if taken || PLACE.contains(&field.key) && row.placed {
            self.second(here, field, row);
        } else {
            self.field(here, field, row);
        }
    }

    fn full_name(here: &Here, row: &mut Gathered) {
        let name = if objection(here, false, row) { objection::without(here.text) } else { here.text.to_owned() };
        let (name, beside) = parenthesised(&name);
        if !beside.is_empty() {
            row.remark(&here.column.header, beside);
        }
        let mut parts = name::cut(name);
        if parts.family.is_empty() && folded(&here.column.header).starts_with("nom") {
            std::mem::swap(&mut parts.given, &mut parts.family);
        }
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
        let header = folded(&here.column.header);
        if let Some(state) = header.strip_prefix("est ").or_else(|| header.strip_prefix("is ")) {
            match number::yes_no(here.text) {
                Ok(true) => return self.state_of(here, state, row),
                Ok(false) => return,
                Err(_) => {}
            }
        }
        self.state_of(here, here.text, row);
    }

    fn state_of(&self, here: &Here, text: &str, row: &mut Gathered) {
        if let Some(said) = said::read(text, self.setting) {
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
        if field.holds == Holds::Amount && here.column.foreign {
            return here.doubt(Flaw::NotEuros, row);
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
                    if rest.chars().any(char::is_alphabetic) && field.holds == Holds::Phone {
                        row.remark(&here.column.header, here.text);
                    }
                    self.second(&Here { text: rest, ..*here }, field, row);
                }
            }
            Err(flaw) => here.doubt(flaw, row),
        }
    }

    /// The second number fills the other phone, where no column has it; what is left is kept in the note.
    fn second(&self, here: &Here, first: &'static Field, row: &mut Gathered) {
        let ctx = self.setting.context(None);
        let read = repair::cell(first, here.text, &ctx, here.column.month_first).map(|cell| cell.read.value);
        let known = row.contact.iter().chain(&row.company).chain(&row.deal);
        if known.clone().any(|(field, value)| field.holds == first.holds && read.as_ref() == Ok(value)) {
            return;
        }
        let other = match first.key {
            "contact.phone" => field("contact.mobile"),
            "contact.mobile" => field("contact.phone"),
            _ => None,
        };
        let has = |key: &str| row.contact.iter().any(|(field, _)| field.key == key);
        let own = |key: &str| self.columns.iter().any(|column| column.meaning.key() == key);
        match (other.filter(|other| !has(other.key) && !own(other.key)), read) {
            (Some(other), Ok(value)) => {
                put(other, value, row);
                by_nature(row);
            }
            _ if row.note.contains(here.text) => {}
            _ => row.remark(&here.column.header, here.text),
        }
    }
}

/// `Petit (gérante)`: the name, and what stands in brackets behind it.
fn parenthesised(name: &str) -> (&str, &str) {
    let cut = name.trim_end().strip_suffix(')').and_then(|inside| inside.split_once('('));
    match cut {
        Some((before, beside)) if !before.trim().is_empty() => (before.trim_end(), beside.trim()),
        _ => (name, ""),
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
