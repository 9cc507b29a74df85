//! The first rows of a file, asked: is there a header, do the columns hold what their headers promise, which part of
//! a date is the month? Nothing is read into facts here.

use crate::sales::{
    fields::{Holds, field},
    words::{Flaw, plain, value},
};

use super::{
    headers,
    mapping::{self, Column, Meaning},
    proposal::Unreadable,
    repair::{self, Side},
    rows::{self, Record},
    setting::Setting,
    source::{Form, Names},
};

/// How a file is laid out.
#[derive(Clone, Debug)]
pub struct Layout {
    /// How it is written.
    pub form: Form,
    /// Whether its columns are named.
    pub header: Header,
    /// What each column means.
    pub columns: Vec<Column>,
    /// A mapping kept from an earlier file placed them.
    pub recalled: bool,
}

/// Whether the columns are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// By the row on this line.
    Line(u64),
    /// By none; the columns were told by what they hold.
    None,
    /// By the format itself.
    Beside,
}

/// Among how many the header is looked for.
const TITLES: usize = 8;
/// How many filled cells it takes to doubt a header.
const ENOUGH: usize = 5;

/// Lays out a file from the names of its columns and its first records.
pub fn layout(form: Form, names: Names, sample: &[Record], setting: &Setting) -> Result<Layout, Unreadable> {
    match names {
        Names::Inside => table(form, sample, setting),
        Names::Beside(names) => named(form, Header::Beside, &names, sample, setting),
        Names::Known(mut columns) => {
            let headers: Vec<String> = columns.iter().map(|column| column.header.to_string()).collect();
            mapping::own_words(&mut columns, &headers, setting)?;
            Ok(Layout { form, header: Header::Beside, columns, recalled: false })
        }
    }
}

fn table(form: Form, sample: &[Record], setting: &Setting) -> Result<Layout, Unreadable> {
    let Some((at, first)) = header(sample, setting) else {
        let columns = by_content(sample, setting)?;
        return checked(Layout { form, header: Header::None, columns, recalled: false }, sample, setting);
    };
    let names: Vec<String> = first.cells.iter().map(|cell| rows::text(cell).into_owned()).collect();
    named(form, Header::Line(first.line), &names, &sample[at + 1..], setting)
}

/// Columns with names: as an earlier file of these names was placed, if somebody had that kept.
fn named(
    form: Form,
    header: Header,
    names: &[String],
    sample: &[Record],
    setting: &Setting,
) -> Result<Layout, Unreadable> {
    let recalled = setting.recalling(names);
    let own = recalled.as_ref().unwrap_or(setting);
    let columns = mapping::columns(names, own)?;
    checked(Layout { form, header, columns, recalled: recalled.is_some() }, sample, own)
}

/// The record that names the columns: most words known; a single known word counts among cells that could be names.
fn header<'s>(sample: &'s [Record], setting: &Setting) -> Option<(usize, &'s Record)> {
    let known = |record: &Record| {
        let texts: Vec<_> = record.cells.iter().map(rows::text).collect();
        let named = texts.iter().filter(|text| setting.map.iter().any(|(header, _)| header == text.trim())).count();
        let kept = setting.recalling(&texts.iter().map(ToString::to_string).collect::<Vec<_>>());
        let named = if kept.is_some() { texts.len() } else { named };
        let known = headers::known_headers(texts.iter().map(AsRef::as_ref)) + named;
        (known >= 2 || known > 0 && texts.iter().all(|text| could_name(text))).then_some(known)
    };
    let candidates =
        sample.iter().enumerate().take(TITLES).filter_map(|(at, record)| Some((known(record)?, at, record)));
    candidates.max_by_key(|(known, at, _)| (*known, usize::MAX - at)).map(|(_, at, record)| (at, record))
}

/// Short, with a letter, and no address.
fn could_name(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.len() <= 60 && text.chars().any(char::is_alphabetic) && !text.contains('@')
}

/// Columns without names, told by what they hold.
fn by_content(sample: &[Record], setting: &Setting) -> Result<Vec<Column>, Unreadable> {
    let width = sample.iter().map(|record| record.cells.len()).max().unwrap_or(0);
    let mut columns = mapping::columns(&vec![String::new(); width], setting)?;
    let mut named = setting.map.iter().any(|(_, target)| target == "name");
    for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| matches!(column.meaning, Meaning::Note)) {
        let texts = texts(sample, at);
        let holds = |key: &str| {
            let reads = |text: &&String| {
                field(key).is_some_and(|field| value::read(field, text, &setting.context(None)).is_ok())
            };
            !texts.is_empty() && texts.iter().filter(reads).count() * 10 >= texts.len() * 8
        };
        let told = ["contact.email", "company.siret", "contact.phone"].into_iter().find(|key| holds(key));
        let postcode = || texts.iter().all(|text| text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()));
        column.meaning = match told {
            Some(key) => field(key).map_or(Meaning::Note, Meaning::Field),
            None if !texts.is_empty() && postcode() => field("contact.postcode").map_or(Meaning::Note, Meaning::Field),
            None if !named && texts.iter().filter(|text| is_name(text)).count() * 10 >= texts.len().max(1) * 8 => {
                named = true;
                Meaning::FullName
            }
            None => Meaning::Note,
        };
    }
    Ok(columns)
}

/// Two to four words of letters.
fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=4).contains(&words) && text.chars().all(|c| c.is_alphabetic() || " -'’.".contains(c))
}

fn texts(sample: &[Record], at: usize) -> Vec<String> {
    let cells = sample.iter().filter_map(|record| record.cells.get(at));
    cells.map(|cell| plain::line(&rows::text(cell)).into_owned()).filter(|text| !text.is_empty()).collect()
}

/// Doubts headers whose columns hold something else, and finds out about month-first dates.
fn checked(mut layout: Layout, sample: &[Record], setting: &Setting) -> Result<Layout, Unreadable> {
    for (at, column) in layout.columns.iter_mut().enumerate() {
        if matches!(column.meaning, Meaning::Note | Meaning::Nothing) {
            continue;
        }
        let texts = texts(sample, at);
        if is_date(column.meaning) {
            let told: Vec<bool> = texts.iter().filter_map(|text| repair::says_month_first(text)).collect();
            column.month_first = !told.is_empty() && told.iter().all(|first| *first);
        }
        let misfits = texts.iter().filter(|text| misfit(column, text, setting)).count();
        if texts.len() >= ENOUGH && misfits * 10 > texts.len() * 6 && !asked_for(column, at, setting) {
            column.promised = Some(column.meaning.key());
            column.meaning = Meaning::Note;
        }
    }
    let names_somebody = |column: &Column| {
        matches!(column.meaning, Meaning::FullName)
            || matches!(
                column.meaning.key(),
                "contact.given_name"
                    | "contact.family_name"
                    | "contact.email"
                    | "contact.phone"
                    | "contact.mobile"
                    | "company.name"
                    | "company.siret"
                    | "company.siren"
                    | "company.email"
                    | "company.phone"
                    | "deal.reference"
            )
    };
    if layout.columns.iter().any(names_somebody) {
        return Ok(layout);
    }
    Err(Unreadable::NobodyInIt { headers: layout.columns.iter().take(20).map(|c| c.header.to_string()).collect() })
}

/// The user named this column: no doubt is allowed.
fn asked_for(column: &Column, at: usize, setting: &Setting) -> bool {
    setting
        .map
        .iter()
        .any(|(header, _)| header.trim().eq_ignore_ascii_case(&column.header) || header.trim().parse() == Ok(at + 1))
}

fn is_date(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Field(field) => field.holds == Holds::Date,
        other => matches!(other, Meaning::Due | Meaning::Created | Meaning::LastExchange | Meaning::BoughtOn),
    }
}

/// Whether a text is something else altogether than its column promises; a damaged one is no misfit.
fn misfit(column: &Column, text: &str, setting: &Setting) -> bool {
    let flaw = match column.meaning {
        _ if is_date(column.meaning) => repair::moment(text, setting.today, Side::Ahead, column.month_first).err(),
        Meaning::Field(field) if matches!(field.holds, Holds::Name) => {
            return text.bytes().all(|byte| byte.is_ascii_digit() || b" .,".contains(&byte));
        }
        Meaning::Field(field) => repair::cell(field, text, &setting.context(column.tax), column.month_first).err(),
        _ => None,
    };
    let foreign = [
        Flaw::NotAPhone,
        Flaw::NotAnEmail,
        Flaw::NotAnAmount,
        Flaw::NotADate,
        Flaw::NotANumber,
        Flaw::NotAPercent,
        Flaw::NotYesNo,
        Flaw::NotAPostcode,
        Flaw::Range,
        Flaw::SirenLength,
        Flaw::SiretLength,
        Flaw::VatNumber,
    ];
    flaw.is_some_and(|flaw| foreign.contains(&flaw))
}
