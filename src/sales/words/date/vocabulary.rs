//! The words dates are made of, in French and English, lower case without accents.

use chrono::Weekday;

/// Where in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Début.
    Start,
    /// Mi-.
    Middle,
    /// Fin.
    End,
}

/// The words of a date: apostrophes, commas and dashes between letters part them, full stops behind letters go.
pub(super) fn words(plain: &str) -> Vec<String> {
    let mut out = Vec::new();
    for token in plain.split(|c: char| c.is_whitespace() || matches!(c, ',' | '\'' | '’' | '(' | ')')) {
        match token.split_once('t') {
            Some((day, time)) if day.len() == 10 && day.starts_with(|c: char| c.is_ascii_digit()) => {
                out.push(day.to_owned());
                out.extend(time.get(..5).map(str::to_owned));
            }
            _ if token.contains(|c: char| c.is_alphabetic()) => {
                out.extend(token.split('-').map(|part| part.trim_matches('.').to_owned()));
            }
            _ => out.push(token.trim_end_matches('.').to_owned()),
        }
    }
    out.retain(|word| !word.is_empty());
    match out.windows(2).position(|pair| pair == ["apres", "midi"]) {
        Some(at) => [&out[..at], &["aprem".to_owned()], &out[at + 2..]].concat(),
        None => out,
    }
}

/// Words that change nothing, besides the parts of the day.
const FILLERS: [&str; 24] = [
    "le",
    "la",
    "l",
    "the",
    "on",
    "at",
    "a",
    "en",
    "in",
    "vers",
    "pour",
    "d",
    "de",
    "du",
    "of",
    "ce",
    "cet",
    "cette",
    "this",
    "prochain",
    "prochaine",
    "next",
    "des",
    "dans",
];

/// Whether a word changes nothing.
pub(super) fn is_filler(word: &str) -> bool {
    is_part_of_day(word) || FILLERS.contains(&word)
}

/// Parts of the day, which name no hour.
pub(super) fn is_part_of_day(word: &str) -> bool {
    matches!(word, "matin" | "matinee" | "soir" | "aprem" | "morning" | "evening" | "afternoon")
}

/// Days from today to a day with a name.
pub(super) fn days_away(words: &str) -> Option<i32> {
    Some(match words {
        "aujourd hui" | "auj" | "aujourdhui" | "ajd" | "today" | "tod" | "maintenant" | "now" => 0,
        "demain" | "dem" | "tomorrow" | "tmr" => 1,
        "apres demain" | "apresdemain" | "surlendemain" | "day after tomorrow" => 2,
        "hier" | "yesterday" => -1,
        "avant hier" => -2,
        _ => return None,
    })
}

/// The weekday of a name or its short form.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "lundi" | "lun" | "monday" | "mon" => Weekday::Mon,
        "mardi" | "mar" | "tuesday" | "tue" | "tues" => Weekday::Tue,
        "mercredi" | "mer" | "wednesday" | "wed" => Weekday::Wed,
        "jeudi" | "jeu" | "thursday" | "thu" | "thur" | "thurs" => Weekday::Thu,
        "vendredi" | "ven" | "friday" | "fri" => Weekday::Fri,
        "samedi" | "sam" | "saturday" | "sat" => Weekday::Sat,
        "dimanche" | "dim" | "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}

/// The month of a name or its short form.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "janvier" | "janv" | "jan" | "january" => 1,
        "fevrier" | "fevr" | "fev" | "february" | "feb" => 2,
        "mars" | "march" | "mar" => 3,
        "avril" | "avr" | "april" | "apr" => 4,
        "mai" | "may" => 5,
        "juin" | "june" | "jun" => 6,
        "juillet" | "juil" | "july" | "jul" => 7,
        "aout" | "august" | "aug" => 8,
        "septembre" | "sept" | "september" | "sep" => 9,
        "octobre" | "oct" | "october" => 10,
        "novembre" | "nov" | "november" => 11,
        "decembre" | "dec" | "december" => 12,
        _ => return None,
    })
}

/// Where in a month.
pub(super) fn edge(word: &str) -> Option<Edge> {
    Some(match word {
        "debut" | "early" | "beginning" | "start" => Edge::Start,
        "mi" | "milieu" | "mid" | "middle" => Edge::Middle,
        "fin" | "end" | "late" => Edge::End,
        _ => return None,
    })
}

/// A number in figures or words.
pub(super) fn count(word: &str) -> Option<u32> {
    Some(match word {
        "un" | "une" | "a" | "an" | "one" => 1,
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        "quatre" | "four" => 4,
        "cinq" | "five" => 5,
        "six" => 6,
        "sept" | "seven" => 7,
        "huit" | "eight" => 8,
        "neuf" | "nine" => 9,
        "dix" | "ten" => 10,
        "douze" | "twelve" => 12,
        "quinze" | "fifteen" => 15,
        figures => figures.trim_start_matches('+').parse().ok().filter(|_| figures.len() <= 5)?,
    })
}

/// `3j` and `+3`.
pub(super) fn split_count(word: &str) -> Option<(u32, &str)> {
    let plus = word.starts_with('+');
    let bare = word.trim_start_matches('+');
    let end = bare.find(|c: char| !c.is_ascii_digit()).unwrap_or(bare.len());
    match bare.split_at(end) {
        ("", _) => None,
        (figures, "") if plus => Some((count(figures)?, "j")),
        (_, "") => None,
        (figures, unit) => Some((count(figures)?, unit)),
    }
}

/// How many days or months a unit has.
pub(super) fn unit(word: &str) -> Option<(i32, u32)> {
    Some(match word {
        "j" | "jr" | "jrs" | "jour" | "jours" | "d" | "day" | "days" => (1, 0),
        "s" | "sem" | "semaine" | "semaines" | "w" | "wk" | "week" | "weeks" => (7, 0),
        "quinzaine" | "fortnight" => (14, 0),
        "m" | "mois" | "month" | "months" => (0, 1),
        "an" | "ans" | "annee" | "annees" | "y" | "year" | "years" => (0, 12),
        _ => return None,
    })
}

/// Figures without `er`, `th`…
pub(super) fn ordinal(word: &str) -> &str {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if matches!(&word[bare.len()..], "er" | "e" | "eme" | "st" | "nd" | "rd" | "th") { bare } else { word }
}
