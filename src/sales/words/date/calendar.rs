//! Dates in figures: which day they mean, seen from today.

use chrono::{Datelike, Months};

use super::vocabulary::Edge;
use crate::sales::{moment::Day, words::Flaw};

/// Which way a date without a year leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    /// The next such day.
    Ahead,
    /// The last such day.
    Behind,
}

/// Years a date may fall in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A spreadsheet's serial day: five digits, `.0` or a fraction of a day behind.
pub(super) fn serial(text: &str) -> Option<Day> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let count: i32 = (whole.len() == 5 && digits(whole) && digits(fraction)).then(|| whole.parse().ok())??;
    (20_000..=80_000).contains(&count).then(|| Day::of(1899, 12, 30).map(|zero| zero.plus(count)))?
}

/// `15`, `1512`, `15.12`, `15/12/26`, `2026-12-15`, `151226`, `15122026`, `12/2026`.
pub(super) fn written(text: &str, today: Day, lean: Lean) -> Result<Day, Flaw> {
    let text = super::vocabulary::ordinal(text.trim_matches(['/', '.', '-', ',']));
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'.' | b'-')) {
        return Err(Flaw::NotADate);
    }
    match parts.as_slice() {
        [day] if (1..=2).contains(&day.len()) => day_of_month(figure(day)?, today, lean),
        [packed] => compact(packed, today, lean),
        [month, year] if year.len() == 4 => month_of(figure(month)?, Some(figure(year)? as i32), None, today, lean),
        [day, month] => day_and_month(figure(day)?, figure(month)?, today, lean),
        [year, month, day] if year.len() == 4 => full(figure(day)?, figure(month)?, figure(year)? as i32),
        [day, month, year] => american(figure(day)?, figure(month)?, year_of(year, today)?, lean),
        _ => Err(Flaw::NotADate),
    }
}

fn figure(text: &str) -> Result<u32, Flaw> {
    if (1..=4).contains(&text.len()) { text.parse().map_err(|_| Flaw::NotADate) } else { Err(Flaw::NotADate) }
}

fn year_of(text: &str, today: Day) -> Result<i32, Flaw> {
    let year = figure(text)? as i32;
    match text.len() {
        4 => Ok(year),
        2 if year <= today.date().year().rem_euclid(100) + 30 => Ok(2000 + year),
        2 => Ok(1900 + year),
        _ => Err(Flaw::NotADate),
    }
}

fn compact(packed: &str, today: Day, lean: Lean) -> Result<Day, Flaw> {
    let cut = |from: usize, to: usize| packed.get(from..to).ok_or(Flaw::NotADate).and_then(figure);
    match packed.len() {
        4 => day_and_month(cut(0, 2)?, cut(2, 4)?, today, lean),
        6 => full(cut(0, 2)?, cut(2, 4)?, year_of(&packed[4..], today)?),
        8 => full(cut(0, 2)?, cut(2, 4)?, cut(4, 8)? as i32)
            .or_else(|flaw| full(cut(6, 8)?, cut(4, 6)?, cut(0, 4)? as i32).map_err(|_| flaw)),
        _ => Err(Flaw::NotADate),
    }
}

/// A file's `3/15/2026` has its month first: no month is 15.
fn american(day: u32, month: u32, year: i32, lean: Lean) -> Result<Day, Flaw> {
    if lean == Lean::Behind && month > 12 && day <= 12 { full(month, day, year) } else { full(day, month, year) }
}

fn full(day: u32, month: u32, year: i32) -> Result<Day, Flaw> {
    if day == 0 || month == 0 || day > 99 || month > 99 || !YEARS.contains(&year) {
        return Err(Flaw::NotADate);
    }
    Day::of(year, month, day).ok_or(Flaw::NoSuchDay { day, month, year })
}

fn day_and_month(day: u32, month: u32, today: Day, lean: Lean) -> Result<Day, Flaw> {
    let this_year = today.date().year();
    let fits = |year: &i32| Day::of(*year, month, day).filter(|found| leans(*found, today, lean));
    let found = match lean {
        Lean::Ahead => (this_year..=this_year + 8).find_map(|year| fits(&year)),
        Lean::Behind => (this_year - 8..=this_year).rev().find_map(|year| fits(&year)),
    };
    found.map_or_else(|| full(day, month, this_year), Ok)
}

fn leans(found: Day, today: Day, lean: Lean) -> bool {
    match lean {
        Lean::Ahead => found >= today,
        Lean::Behind => found <= today,
    }
}

/// `26`: the next or last month that has such a day.
fn day_of_month(day: u32, today: Day, lean: Lean) -> Result<Day, Flaw> {
    let first = today.date().with_day(1).unwrap_or_default();
    let found = (0..=12).find_map(|n| {
        let month = match lean {
            Lean::Ahead => first.checked_add_months(Months::new(n))?,
            Lean::Behind => first.checked_sub_months(Months::new(n))?,
        };
        Day::of(month.year(), month.month(), day).filter(|found| leans(*found, today, lean))
    });
    found.ok_or(Flaw::NotADate)
}

/// `janvier`, `mi-janvier`, `fin janvier 2027`: its first, fifteenth or last day.
pub(super) fn month_of(
    month: u32,
    year: Option<i32>,
    edge: Option<&Edge>,
    today: Day,
    lean: Lean,
) -> Result<Day, Flaw> {
    let in_year = |year: i32| {
        let first = full(1, month, year)?;
        Ok(match edge {
            None | Some(Edge::Start) => first,
            Some(Edge::Middle) => first.plus(14),
            Some(Edge::End) => {
                first.date().checked_add_months(Months::new(1)).map_or(first, |next| Day::from(next).plus(-1))
            }
        })
    };
    if let Some(year) = year {
        return in_year(year);
    }
    let this_year = today.date().year();
    let found = in_year(this_year)?;
    let other = if lean == Lean::Ahead { this_year + 1 } else { this_year - 1 };
    if leans(found, today, lean) { Ok(found) } else { in_year(other) }
}
