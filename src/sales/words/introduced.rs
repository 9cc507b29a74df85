//! Somebody in one line without commas: `Jean Dupont 0639980001 chez Garage Morin`. What is certain is told apart; the
//! rest stays text.

use super::{email, fold::folded, name, phone};

/// Who the line is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Introduced {
    /// The person's whole name.
    pub person: String,
    /// The house.
    pub house: String,
    /// Phones and addresses, by the keys of their fields.
    pub fields: Vec<(&'static str, String)>,
    /// What says none of it.
    pub rest: String,
}

/// The most words of a name; particles do not count.
const LONGEST: usize = 3;

/// Reads a line that holds a phone or an e-mail address besides words; nothing where it holds neither.
pub fn read(line: &str) -> Option<Introduced> {
    let mut told = Introduced::default();
    let mut stretches: Vec<Vec<&str>> = vec![Vec::new()];
    let words: Vec<&str> = line.split([' ', ',', ';', '\t', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let mut at = 0;
    while at < words.len() {
        let rest = words.get(at..).unwrap_or_default();
        if let Some((key, text, count)) = reach(rest) {
            told.fields.push((key, text));
            stretches.push(Vec::new());
            at += count;
        } else {
            stretches.last_mut()?.extend(rest.first());
            at += 1;
        }
    }
    let known = !told.fields.is_empty();
    stretches.iter().filter(|words| !words.is_empty()).for_each(|words| told.take(words));
    known.then_some(told)
}

/// A phone or an address at the beginning of these words, and how many of them it is.
fn reach(words: &[&str]) -> Option<(&'static str, String, usize)> {
    let first = words.first()?;
    if let Ok(address) = email::parse(first) {
        return Some(("contact.email", address, 1));
    }
    let figures = |word: &&&str| word.chars().all(|sign| sign.is_ascii_digit() || "+.-()/".contains(sign));
    let run = words.iter().take_while(figures).count();
    (1..=run).rev().find_map(|count| {
        let text = words.get(..count)?.join(" ");
        let phone = phone::parse(&text).ok().filter(|_| text.chars().filter(char::is_ascii_digit).count() > 8)?;
        let mobile = phone.e164.starts_with("+336") || phone.e164.starts_with("+337");
        Some((if mobile { "contact.mobile" } else { "contact.phone" }, text, count))
    })
}

impl Introduced {
    /// Words between two numbers: a name, a house, both, or neither.
    fn take(&mut self, words: &[&str]) {
        let at = words.iter().position(|word| folded(word) == "chez" || name::is_house(word));
        let (before, house) = words.split_at(at.unwrap_or(words.len()));
        let house = house.strip_prefix(&["chez"]).or_else(|| house.strip_prefix(&["Chez"])).unwrap_or(house);
        if !house.is_empty() && self.house.is_empty() {
            house.join(" ").trim_matches(['(', ')']).clone_into(&mut self.house);
        } else {
            self.keep(house);
        }
        let long = if self.person.is_empty() { length(before) } else { 0 };
        let (person, rest) = before.split_at(long);
        if !person.is_empty() {
            self.person = person.join(" ");
        }
        self.keep(rest);
    }

    fn keep(&mut self, words: &[&str]) {
        let all = self.rest.split_whitespace().chain(words.iter().copied());
        self.rest = all.collect::<Vec<_>>().join(" ");
    }
}

/// How many of these words are a name: all of a few, of many those with a capital, else the first two.
fn length(words: &[&str]) -> usize {
    let counted = words.iter().filter(|word| !name::is_particle(word) && name::civility(word).is_none()).count();
    if counted <= LONGEST {
        return words.len();
    }
    let named = |word: &&&str| word.starts_with(char::is_uppercase) || name::is_particle(word);
    match words.iter().take_while(named).count() {
        0 => 2,
        long => long,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certain_is_told_apart_and_the_rest_stays() {
        for (line, person, house, fields, rest) in [
            ("Jean Dupont 0639980001", "Jean Dupont", "", "contact.mobile 0639980001", ""),
            ("06 39 98 00 01 Mme Le Goff", "Mme Le Goff", "", "contact.mobile 06 39 98 00 01", ""),
            ("jean dupont 01 99 00 12 34 rappeler", "jean dupont", "", "contact.phone 01 99 00 12 34", "rappeler"),
            ("Zoé Martin zoe@martin.example", "Zoé Martin", "", "contact.email zoe@martin.example", ""),
            ("Paul Morin Garage Morin 0639980002", "Paul Morin", "Garage Morin", "contact.mobile 0639980002", ""),
            ("Paul chez Morin & Fils 0639980002", "Paul", "Morin & Fils", "contact.mobile 0639980002", ""),
            (
                "Jean Dupont veut une cuisine 0639980001",
                "Jean Dupont",
                "",
                "contact.mobile 0639980001",
                "veut une cuisine",
            ),
        ] {
            let told = read(line).unwrap_or_default();
            let found = told.fields.iter().map(|(key, text)| format!("{key} {text}")).collect::<Vec<_>>().join(", ");
            assert_eq!((&*told.person, &*told.house, &*found, &*told.rest), (person, house, fields, rest), "{line}");
        }
    }

    #[test]
    fn a_line_of_words_alone_tells_nothing_apart() {
        for line in ["Jean Dupont", "", "Cuisine 2026", "12 rue des Lilas"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
