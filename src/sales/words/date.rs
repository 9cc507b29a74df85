//! Dates as sellers type them: `05/01/2027`, `15.12`, `1512`, `3j`, `lundi`, `dans 2 semaines`, `jeudi 14h`,
//! `15 décembre`, and the same in English.

mod calendar;
mod hour;
mod vocabulary;

use chrono::{Datelike, Months, Weekday};

use crate::sales::moment::{Day, Hour, Moment};

use super::{Flaw, Repair, digits::unshifted, fold::unaccented};
use calendar::Lean;
use vocabulary::{Edge, count, edge, is_filler, is_part_of_day, month, unit, weekday};

/// When something is due: without a year, the next such day, today included; a weekday is never today.
pub fn parse(text: &str, today: Day) -> Result<Moment, Flaw> {
    mended(text, today).map(|(moment, _)| moment)
}

/// [`parse`], and what was mended to get there.
pub fn mended(text: &str, today: Day) -> Result<(Moment, Option<Repair>), Flaw> {
    read(text, today, Lean::Ahead)
}

/// When something was, in a file: without a year, the last such day; `3/15/2026` can only be the 15th of March.
pub fn past(text: &str, today: Day) -> Result<Moment, Flaw> {
    past_mended(text, today).map(|(moment, _)| moment)
}

/// [`past`], and what was mended to get there.
pub fn past_mended(text: &str, today: Day) -> Result<(Moment, Option<Repair>), Flaw> {
    read(text, today, Lean::Behind)
}

/// Signs of the unshifted keyboard that dates are written with.
const UNSHIFTED: [(char, char); 6] = [(';', '.'), (':', '/'), ('.', '.'), ('/', '/'), ('h', 'h'), ('j', 'j')];

fn read(text: &str, today: Day, lean: Lean) -> Result<(Moment, Option<Repair>), Flaw> {
    if text.len() > 200 {
        return Err(Flaw::NotADate);
    }
    if let Some(day) = calendar::serial(text.trim()) {
        return Ok((day.into(), Some(Repair::SerialDay)));
    }
    let azerty = unshifted(text, &UNSHIFTED);
    let plain = unaccented(azerty.as_deref().unwrap_or(text));
    let (words, hour) = hour::take(&vocabulary::words(&plain))?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let day = day(&words, hour, today, lean)?;
    Ok((Moment { day, hour }, azerty.is_some().then_some(Repair::Azerty)))
}

fn day(words: &[&str], hour: Option<Hour>, today: Day, lean: Lean) -> Result<Day, Flaw> {
    if let Some(day) = relative(words, today).or_else(|| named(&words.join(" "), today)) {
        return Ok(day);
    }
    let told: Vec<&str> = words.iter().copied().filter(|word| !is_filler(word)).collect();
    if let Some(day) = named(&told.join(" "), today) {
        return Ok(day);
    }
    match told.as_slice() {
        [] if hour.is_some() || words.iter().any(|word| is_part_of_day(word)) => Ok(today),
        [] => Err(Flaw::NotADate),
        [name] if weekday(name).is_some() && month_alone(name).is_none() => Ok(on_weekday(name, today, lean)),
        [name, "huit" | "8"] if weekday(name).is_some() => Ok(on_weekday(name, today, Lean::Ahead).plus(7)),
        [name, rest @ ..] if weekday(name).is_some() && !rest.is_empty() => dated(rest, today, lean),
        all => dated(all, today, lean),
    }
}

/// `mar` is Tuesday when it stands alone.
fn month_alone(word: &str) -> Option<u32> {
    month(word).filter(|_| weekday(word).is_none())
}

/// `15`, `15 décembre`, `décembre 15 2026`, `fin janvier`, `15/12`.
fn dated(words: &[&str], today: Day, lean: Lean) -> Result<Day, Flaw> {
    let edges: Vec<Edge> = words.iter().filter_map(|word| edge(word)).collect();
    let words: Vec<&str> = words.iter().copied().filter(|word| edge(word).is_none()).collect();
    match (edges.as_slice(), words.as_slice()) {
        ([], [one]) if month(one).is_none() => calendar::written(one, today, lean),
        (edges, [name]) => calendar::month_of(month(name).ok_or(Flaw::NotADate)?, None, edges.first(), today, lean),
        (edges, [name, year]) if month(name).is_some() && year.len() == 4 => {
            let (month, year) = (month(name).unwrap_or_default(), year.parse().map_err(|_| Flaw::NotADate)?);
            calendar::month_of(month, Some(year), edges.first(), today, lean)
        }
        ([], parts) => calendar::written(&numbers(parts)?, today, lean),
        _ => Err(Flaw::NotADate),
    }
}

/// Day, month and year in figures with slashes, from words in either order.
fn numbers(words: &[&str]) -> Result<String, Flaw> {
    let (names, figures): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| month(word).is_some());
    let mut parts: Vec<String> = figures.iter().map(|figure| vocabulary::ordinal(figure).to_owned()).collect();
    match (names.as_slice(), parts.is_empty()) {
        ([], _) => {}
        ([name], false) => parts.insert(1, month(name).unwrap_or_default().to_string()),
        _ => return Err(Flaw::NotADate),
    }
    Ok(parts.join("/"))
}

/// `demain`, `la semaine prochaine`, `fin du mois`…
fn named(words: &str, today: Day) -> Option<Day> {
    if let Some(days) = vocabulary::days_away(words) {
        return Some(today.plus(days));
    }
    let first = today.date().with_day(1)?;
    let monday = today.plus(-(today.date().weekday().num_days_from_monday() as i32));
    Some(match words {
        "semaine prochaine" | "la semaine prochaine" | "next week" => monday.plus(7),
        "mois prochain" | "le mois prochain" | "next month" => first.checked_add_months(Months::new(1))?.into(),
        "annee prochaine" | "an prochain" | "l an prochain" | "next year" => Day::of(first.year() + 1, 1, 1)?,
        "fin de mois" | "fin du mois" | "fin mois" | "end of month" | "end of the month" => {
            Day::from(first.checked_add_months(Months::new(1))?).plus(-1)
        }
        "fin de semaine" | "fin de la semaine" | "fin semaine" | "end of week" | "end of the week" => {
            after(today.plus(-1), Weekday::Fri)
        }
        _ => return None,
    })
}

/// `3j`, `+3`, `dans 2 semaines`, `in a month`, `il y a 3 jours`, `3 days ago`.
fn relative(words: &[&str], today: Day) -> Option<Day> {
    let (words, sign) = match words {
        ["il", "y", "a", rest @ ..] | [rest @ .., "ago"] => (rest, -1),
        rest => (without_in(rest), 1),
    };
    let (n, word) = match words {
        [both] => vocabulary::split_count(both)?,
        [n, word] => (count(n)?, *word),
        _ => return None,
    };
    let (days, months) = unit(word)?;
    let whole = sign * i32::try_from(n).ok()?;
    if months == 0 {
        return Some(today.plus(whole * days)).filter(|_| n <= 3660);
    }
    let months_away = Months::new(n.min(1200) * months);
    let date = if sign > 0 {
        today.date().checked_add_months(months_away)
    } else {
        today.date().checked_sub_months(months_away)
    };
    date.map(Day::from)
}

/// Without `dans`, `d'ici`, `in`.
fn without_in<'a, 'b>(words: &'a [&'b str]) -> &'a [&'b str] {
    let introduced = match words {
        ["dans" | "in" | "sous" | "within", ..] => 1,
        ["d", "ici", ..] => 2,
        _ => 0,
    };
    words.get(introduced..).unwrap_or_default()
}

fn on_weekday(name: &str, today: Day, lean: Lean) -> Day {
    let wanted = weekday(name).unwrap_or(Weekday::Mon);
    match lean {
        Lean::Ahead => after(today, wanted),
        Lean::Behind => after(today.plus(-8), wanted),
    }
}

/// The first such weekday after a day.
fn after(day: Day, wanted: Weekday) -> Day {
    let ahead = wanted.num_days_from_monday() as i32 - day.date().weekday().num_days_from_monday() as i32;
    day.plus(if ahead > 0 { ahead } else { ahead + 7 })
}

#[cfg(test)]
mod tests;
