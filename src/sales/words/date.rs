//! Dates as sellers type them.

use crate::sales::moment::{Day, Moment};

use super::Flaw;

/// When something is due: without a year, the next such day.
pub fn parse(text: &str, today: Day) -> Result<Moment, Flaw> {
    read(text, today)
}

/// When something was, in a file: without a year, the last such day; serial numbers of spreadsheets too.
pub fn past(text: &str, today: Day) -> Result<Moment, Flaw> {
    read(text, today)
}

fn read(text: &str, today: Day) -> Result<Moment, Flaw> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Day>() {
        return Ok(day.into());
    }
    let parts: Vec<u32> = text.split('/').filter_map(|part| part.parse().ok()).collect();
    match (parts.as_slice(), text) {
        ([day, month, year], _) => Day::of(*year as i32, *month, *day).map(Moment::from).ok_or(Flaw::NoSuchDay {
            day: *day,
            month: *month,
            year: *year as i32,
        }),
        (_, "demain") => Ok(today.plus(1).into()),
        _ => Err(Flaw::NotADate),
    }
}
