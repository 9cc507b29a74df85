//! The first rows of a file, asked: is there a header, do the columns hold what their headers promise, which part of
//! a date is the month? Nothing is read into facts here.

use crate::sales::{
    entity::Kind,
    fields::{Field, Holds, field},
    words::{Flaw, fold::folded, name::is_house, plain, value},
};

use super::{
    headers,
    mapping::{self, Column, Meaning},
    own,
    proposal::Unreadable,
    repair::{self, Side},
    rows::{self, Record},
    said,
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
    /// What stands in the first cells of each.
    pub samples: Vec<Vec<String>>,
}

/// Whether the columns are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// By the row on this line.
    Line(u64),
    /// By none; the columns were told by what they hold.
    None,
    /// Beside the rows: keys of objects.
    Beside,
    /// By the format itself: nobody has to say what a column is.
    Known,
}

/// Among how many the header is looked for.
const TITLES: usize = 8;
/// How many filled cells it takes to doubt a header.
const ENOUGH: usize = 5;

/// How many texts of a column are shown.
const SAMPLES: usize = 3;

/// Lays out a file from the names of its columns and its first records.
pub fn layout(form: Form, names: Names, sample: &[Record], setting: &Setting) -> Result<Layout, Unreadable> {
    let mut layout = placed(form, names, sample, setting)?;
    let below = |record: &&Record| !matches!(layout.header, Header::Line(line) if record.line <= line);
    let rows: Vec<Record> = sample.iter().filter(below).cloned().collect();
    layout.samples = (0..layout.columns.len())
        .map(|at| {
            let mut shown = texts(&rows, at);
            shown.dedup();
            shown.into_iter().take(SAMPLES).map(|text| text.chars().take(40).collect()).collect()
        })
        .collect();
    Ok(layout)
}

fn placed(form: Form, names: Names, sample: &[Record], setting: &Setting) -> Result<Layout, Unreadable> {
    match names {
        Names::Inside => table(form, sample, setting),
        Names::Beside(names) => named(form, Header::Beside, &names, sample, setting),
        Names::Known(mut columns) => {
            let headers: Vec<String> = columns.iter().map(|column| column.header.to_string()).collect();
            mapping::own_words(&mut columns, &headers, setting)?;
            Ok(Layout { form, header: Header::Known, columns, recalled: false, samples: Vec::new() })
        }
    }
}

fn table(form: Form, sample: &[Record], setting: &Setting) -> Result<Layout, Unreadable> {
    let Some((at, first)) = header(sample, setting) else {
        let columns = by_content(sample, setting)?;
        return checked(
            Layout { form, header: Header::None, columns, recalled: false, samples: Vec::new() },
            sample,
            setting,
        );
    };
    let mut names: Vec<String> = first.cells.iter().map(|cell| rows::text(cell).into_owned()).collect();
    if let Some(above) = at.checked_sub(1).and_then(|above| sample.get(above)) {
        from_above(&mut names, above);
    }
    named(form, Header::Line(first.line), &names, &sample[at + 1..], setting)
}

/// Headers in two lines: a column the second leaves empty has its name in the first.
fn from_above(names: &mut [String], above: &Record) {
    for (name, cell) in names.iter_mut().zip(&above.cells).filter(|(name, _)| name.trim().is_empty()) {
        let text = rows::text(cell);
        if headers::meaning(&text).is_some() {
            *name = text.into_owned();
        }
    }
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
    checked(Layout { form, header, columns, recalled: recalled.is_some(), samples: Vec::new() }, sample, own)
}

/// The record that names the columns: most words known; a single known word counts among cells that could be names.
fn header<'s>(sample: &'s [Record], setting: &Setting) -> Option<(usize, &'s Record)> {
    let known = |record: &Record| {
        let texts: Vec<_> = record.cells.iter().map(rows::text).collect();
        let named = texts.iter().filter(|text| setting.map.iter().any(|(header, _)| header == text.trim())).count();
        let kept = setting.recalling(&texts.iter().map(ToString::to_string).collect::<Vec<_>>());
        let named = if kept.is_some() { texts.len() } else { named };
        let own = texts
            .iter()
            .filter(|text| setting.own.iter().any(|own| own.words.iter().any(|word| *word == folded(text))));
        let known = headers::known_headers(texts.iter().map(AsRef::as_ref)) + named + own.count();
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
    let unknown: Vec<usize> = (0..columns.len()).filter(|at| matches!(columns[*at].meaning, Meaning::Note)).collect();
    for at in unknown {
        let texts = texts(sample, at);
        let taken = |key: &str| columns.iter().any(|column| column.meaning.key() == key);
        let code = at.checked_sub(1).is_some_and(|at| columns[at].meaning.key() == "contact.postcode");
        let told = told_by(&texts, setting).or_else(|| place(&texts, code)).or_else(|| name(&texts));
        columns[at].meaning = told.filter(|meaning| !taken(meaning.key())).unwrap_or(Meaning::Note);
    }
    Ok(columns)
}

/// An address, a SIRET or a number: what nothing else looks like.
fn told_by(texts: &[String], setting: &Setting) -> Option<Meaning> {
    let known = ["contact.email", "company.siret", "contact.phone"].into_iter().filter_map(field);
    let reads = |field: &Field, text: &String| {
        let begins = field.holds != Holds::Phone || text.starts_with(['0', '+', '(']);
        begins && value::read(field, text, &setting.context(None)).is_ok()
    };
    known.into_iter().find(|field| most(texts, |text| reads(field, text))).map(Meaning::Field)
}

/// A post code, or the town behind one.
fn place(texts: &[String], behind_a_code: bool) -> Option<Meaning> {
    let code = |text: &String| text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    let town = |text: &String| text.chars().all(|c| c.is_alphabetic() || " -'’.".contains(c));
    match behind_a_code {
        true if most(texts, town) => field("contact.town").map(Meaning::Field),
        _ if most(texts, code) => field("contact.postcode").map(Meaning::Field),
        _ => None,
    }
}

/// Names of houses, or of people.
fn name(texts: &[String]) -> Option<Meaning> {
    let houses = texts.iter().filter(|text| is_house(text)).count() * 10 >= texts.len().max(1) * 4;
    if houses {
        return field("company.name").map(Meaning::Field);
    }
    most(texts, |text| is_name(text)).then_some(Meaning::FullName)
}

/// Eight of ten, and one at least.
fn most(texts: &[String], holds: impl Fn(&String) -> bool) -> bool {
    !texts.is_empty() && texts.iter().filter(|text| holds(text)).count() * 10 >= texts.len() * 8
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
        if let (Some(_), Meaning::Field(field)) = (&column.born, column.meaning) {
            let holds = held(&texts(sample, at), setting);
            column.meaning = Meaning::Field(own::field(field.key, field.about, holds));
        }
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
        if column.meaning.key() == "company.website" && most(&texts, |text| text.contains("linkedin.com/in/")) {
            column.meaning = Meaning::Note;
        }
    }
    unknown_headers(&mut layout.columns, sample, setting);
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

/// A column whose header nobody knows and whose cells say plainly what they are, where no other column is that.
fn unknown_headers(columns: &mut [Column], sample: &[Record], setting: &Setting) {
    for at in 0..columns.len() {
        let column = &columns[at];
        let kept = column.spare.is_some() || column.promised.is_some() || asked_for(column, at, setting);
        if kept || !matches!(column.meaning, Meaning::Note) || headers::meaning(&column.header).is_some() {
            continue;
        }
        let texts = texts(sample, at);
        let states = || most(&texts, |text| said::read(text, setting).is_some()).then_some(Meaning::State);
        let taken = |meaning: &Meaning| columns.iter().any(|column| column.meaning.key() == meaning.key());
        if let Some(meaning) = told_by(&texts, setting).or_else(states).filter(|meaning| !taken(meaning)) {
            (columns[at].meaning, columns[at].told) = (meaning, true);
        }
    }
}

/// What a new field holds, if all its cells say so; else a line of words.
fn held(texts: &[String], setting: &Setting) -> Holds {
    let all = |holds: Holds| {
        let field = own::field("custom", Kind::Contact, holds);
        let reads = |text: &String| repair::cell(field, text, &setting.context(None), false).is_ok();
        // A number that begins with zero is a code.
        let begins = |text: &String| match text.as_bytes() {
            [b'0', b'0'..=b'9', ..] => holds == Holds::Date,
            [first, ..] => first.is_ascii_digit(),
            [] => false,
        };
        !texts.is_empty() && texts.iter().all(|text| begins(text) && reads(text))
    };
    [Holds::Number, Holds::Date].into_iter().find(|holds| all(*holds)).unwrap_or(Holds::Line)
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
