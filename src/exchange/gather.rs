//! One row, read: every cell under its column's meaning, with what was mended, doubted and found. Who it is about is
//! decided later, by [`super::import`].

use std::{borrow::Cow, sync::Arc};

use crate::sales::{
    entity::Kind,
    fact::{Channel, Value},
    fields::{Field, Holds, field},
    moment::{Day, Moment},
    money::Tax,
    words::{Flaw, Repair, fold::folded, name, number, plain, value},
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
    /// A column that has its field for itself has given the address, or a part of it.
    placed: bool,
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
    /// The currency a column names, where it is not ours, with its header.
    pub currency: Option<(Arc<str>, String)>,
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
        self.placed = false;
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

/// Of a mobile and a fixed number that stood in one place, each takes its own field.
fn by_nature(row: &mut Gathered) {
    let is_mobile = |text: &str| text.starts_with("+336") || text.starts_with("+337");
    let of = |key: &str| Gathered::text(&row.contact, key).to_owned();
    let (phone, mobile) = (of("contact.phone"), of("contact.mobile"));
    if is_mobile(&phone) && !mobile.is_empty() && !is_mobile(&mobile) {
        for (field, value) in &mut row.contact {
            match field.key {
                "contact.phone" => *value = Value::Text(mobile.clone()),
                "contact.mobile" => *value = Value::Text(phone.clone()),
                _ => {}
            }
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

/// An amount in another currency is no amount in ours.
fn foreign(line: u64, row: &mut Gathered) {
    let Some((column, currency)) = row.around.currency.take() else { return };
    let Some(at) = row.deal.iter().position(|(field, _)| field.holds == Holds::Amount) else {
        return row.remark(&column, &currency);
    };
    let (field, value) = row.deal.remove(at);
    let text = format!("{} {currency}", value::typed(field, &value).trim_end_matches(" HT").trim_end_matches(" TTC"));
    row.remark(&column, &text);
    row.found(line, &column, Found::Doubtful { flaw: Flaw::NotEuros, text });
}

/// `12 rue des Lilas, 44000 Nantes` in one cell: the code and the town have fields of their own.
fn address(row: &mut Gathered) {
    for (list, keys) in [
        (&mut row.contact, ["contact.street", "contact.postcode", "contact.town"]),
        (&mut row.company, ["company.street", "company.postcode", "company.town"]),
    ] {
        let has = |key: &str| list.iter().any(|(field, _)| field.key == key);
        if !has(keys[0]) || has(keys[1]) || has(keys[2]) {
            continue;
        }
        let [Some(street), Some(code), Some(town)] = keys.map(field) else { continue };
        if let Some(parts) = repair::address(Gathered::text(list, street.key)) {
            list.retain(|(field, _)| field.key != street.key);
            let parts = [street, code, town].into_iter().zip(parts).filter(|(_, text)| !text.is_empty());
            list.extend(parts.map(|(field, text)| (field, Value::Text(text))));
        }
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

/// A cell of a column of oppositions: yes or no under a header that names the channel, channels by name, the day it was
/// said, or words to look into.
fn opposed(here: &Here, row: &mut Gathered) {
    let words = folded(here.text).into_owned();
    if matches!(&*words, "non" | "no" | "false" | "faux" | "aucune" | "none" | "0") {
        return;
    }
    let header = objection::of_header(&folded(&here.column.header));
    let on = objection::day_in(here.text).filter(|_| here.text.starts_with(|c: char| c.is_ascii_digit()));
    if header.is_some() && number::yes_no(here.text) == Ok(true) || on.is_some() {
        return raise(here, Objection { approach: header.flatten(), on }, false, row);
    }
    let channels: Vec<_> = here.text.split([',', ';', '/']).map(|word| objection::channel(&folded(word))).collect();
    if channels.iter().any(Option::is_none) {
        if !objection(here, false, row) {
            row.found(here.line, &here.column.header, Found::UnknownState { text: here.text.to_owned() });
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
    let wording = plain::line(here.text);
    let alone = matches!(here.column.meaning, Meaning::Opposition) && number::yes_no(here.text).is_ok();
    let wording = if alone { here.with_header() } else { wording.into_owned() };
    if !row.objections.iter().any(|raised| raised.objection == objection && raised.wording == wording) {
        let kind = Found::Opposed { approach: objection.approach, text: wording.clone() };
        row.found(here.line, &here.column.header, kind);
        row.objections.push(Raised { objection, wording, firm });
    }
}
