//! The time of day in a date: `14h`, `18 h 30`, `14:30`, `2pm`, `midi`.

use crate::sales::{moment::Hour, words::Flaw};

/// Takes the time of day out of the words of a date.
pub(super) fn take(words: &[String]) -> Result<(Vec<String>, Option<Hour>), Flaw> {
    let mut rest: Vec<String> = Vec::with_capacity(words.len());
    let mut hour = None;
    for word in joined(words) {
        match time(&word) {
            Some(found) if hour.is_none() => {
                hour = Some(found?);
                rest.pop_if(|before| matches!(before.as_str(), "a" | "at" | "vers" | "des" | "around"));
            }
            Some(_) => return Err(Flaw::NotADate),
            None => rest.push(word),
        }
    }
    Ok((rest, hour))
}

/// Joins `18 h 30` and `2 pm` into one word.
fn joined(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let joins = out.last().is_some_and(|before| match word.as_str() {
            "h" | "heure" | "heures" => is_figure(before),
            "am" | "pm" => is_figure(before) || before.contains(':'),
            minutes => minutes.len() == 2 && is_figure(minutes) && before.strip_suffix('h').is_some_and(is_figure),
        });
        match out.last_mut().filter(|_| joins) {
            Some(before) => before.push_str(if word.starts_with("heure") { "h" } else { word }),
            None => out.push(word.clone()),
        }
    }
    out
}

fn is_figure(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn time(word: &str) -> Option<Result<Hour, Flaw>> {
    match word {
        "midi" | "noon" => return Some(Ok(Hour(12 * 60))),
        "minuit" | "midnight" => return Some(Ok(Hour(0))),
        _ => {}
    }
    let (clock, half) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (word, None),
    };
    let (hour, minute) = match clock.split_once(['h', ':']) {
        Some((hour, minute)) => (hour, minute),
        None if half.is_some() => (clock, ""),
        None => return None,
    };
    let minute = minute.split(':').next().unwrap_or_default();
    let minutes_fit = minute.len() == 2 || (minute.is_empty() && !clock.contains(':'));
    if !is_figure(hour) || !minutes_fit {
        return None;
    }
    let (hour, minute) = (hour.parse::<u16>().ok()?, if minute.is_empty() { 0 } else { minute.parse().ok()? });
    let hour = half.map_or(hour, |half| if hour <= 12 { hour % 12 + half } else { 99 });
    Some(Hour::of(hour, minute).ok_or(Flaw::NoSuchHour { hour, minute }))
}
