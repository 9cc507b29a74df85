//! How files name their columns: the catalogue's own words, what is no field, and the words of other programs, which stand
//! in `assets/headers.toml`. Which column gets a field that several claim is [`super::mapping`]'s matter.

use std::{collections::BTreeMap, sync::LazyLock};

use rustc_hash::FxHashMap;

use crate::sales::{
    fields::{self, FIELDS, Holds},
    words::fold::folded,
};

use super::mapping::Meaning;

/// What is no field of the catalogue: its word for `--map`, and what it means.
pub const OWN: [(&str, Meaning); 13] = [
    ("name", Meaning::FullName),
    ("next", Meaning::Due),
    ("todo", Meaning::ToDo),
    ("state", Meaning::State),
    ("owner", Meaning::Owner),
    ("created", Meaning::Created),
    ("last", Meaning::LastExchange),
    ("channel", Meaning::LastChannel),
    ("loss", Meaning::Loss),
    ("tax", Meaning::Tax),
    ("currency", Meaning::Currency),
    ("bought", Meaning::BoughtOn),
    ("opposition", Meaning::Opposition),
];

/// Our own column of reasons in a file of refused rows.
const REFUSED: [&str; 2] = ["refus", "refused"];

/// Words before a header that say whose it is.
const BEFORE: [&str; 5] = ["person ", "contact ", "lead ", "organization ", "deal "];
/// Words behind a header that change nothing.
const BEHIND: [&str; 15] = [
    " du contact",
    " contact",
    " bureau",
    " professionnelle",
    " professionnel",
    " pro",
    " facturation",
    " principale",
    " principal",
    " work",
    " business",
    " du client",
    " client",
    " du prospect",
    " prospect",
];
/// Words behind a header that put it after its like: the office before the home.
const SECOND: [&str; 12] = [
    " domicile",
    " home",
    " personnelle",
    " personnel",
    " perso",
    " privee",
    " prive",
    " livraison",
    " autre",
    " other",
    " 2",
    " 3",
];

type Vocabulary = FxHashMap<String, (Meaning, usize)>;

/// Every header in one word list; the catalogue's words go before those of other programs.
static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut all = Vocabulary::default();
    let others = others();
    let (fields, own): (Vec<_>, Vec<_>) = others.iter().partition(|(key, _)| key.contains('.'));
    for (key, words) in own {
        let meaning = OWN.iter().find(|(known, _)| known == key).map(|(_, meaning)| *meaning);
        meaning.into_iter().for_each(|meaning| enter(&mut all, meaning, words.iter().map(String::as_str), 0));
    }
    for field in FIELDS {
        enter(&mut all, Meaning::Field(field), field.words.iter().copied(), 0);
    }
    for (key, words) in fields {
        let field = fields::field(key).into_iter();
        field.for_each(|field| enter(&mut all, Meaning::Field(field), words.iter().map(String::as_str), 100));
    }
    all
});

fn others() -> BTreeMap<String, Vec<String>> {
    toml::from_str(include_str!("../../assets/headers.toml")).unwrap_or_default()
}

fn enter<'w>(all: &mut Vocabulary, meaning: Meaning, words: impl Iterator<Item = &'w str>, from: usize) {
    for (at, word) in words.enumerate() {
        all.entry(word.to_owned()).or_insert((meaning, from + at));
    }
}

/// What a header means, and how usual the word is.
pub fn meaning(header: &str) -> Option<(Meaning, usize)> {
    let words = folded(header);
    let bare =
        |rest: Option<&str>, later: usize| rest.and_then(by_words).map(|(meaning, rank)| (meaning, rank + later));
    by_words(&words)
        .or_else(|| bare(BEFORE.iter().find_map(|word| words.strip_prefix(word)), 0))
        .or_else(|| bare(BEHIND.iter().find_map(|word| words.strip_suffix(word)), 40))
        .or_else(|| bare(SECOND.iter().find_map(|word| words.strip_suffix(word)), 300))
        .or_else(|| several(header))
}

/// `Tél. fixe / portable`: several names of numbers or addresses are the first of them.
fn several(header: &str) -> Option<(Meaning, usize)> {
    let parts: Vec<&str> = header.split(['/', '&', '+']).filter(|part| !part.trim().is_empty()).collect();
    let is_one_of_many = |meaning: &Meaning| match meaning {
        Meaning::Field(field) => matches!(field.holds, Holds::Phone | Holds::Email),
        _ => false,
    };
    let known: Option<Vec<_>> = parts.iter().map(|part| by_words(&folded(part))).collect();
    let known = known.filter(|known| known.len() > 1 && known.iter().all(|(meaning, _)| is_one_of_many(meaning)))?;
    known.first().map(|(meaning, rank)| (*meaning, rank + 20))
}

fn by_words(words: &str) -> Option<(Meaning, usize)> {
    let label = || (words.ends_with(" label") || REFUSED.contains(&words)).then_some((Meaning::Nothing, 0));
    VOCABULARY.get(words).copied().or_else(label)
}

/// How many cells of a record are headers this page knows.
pub fn known_headers<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells.filter(|cell| cell.len() < 80 && meaning(cell).is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_of_the_list_is_folded_and_means_one_thing() {
        let others = others();
        assert!(others.len() > 30);
        let mut seen = std::collections::HashSet::new();
        for (key, words) in &others {
            assert!(OWN.iter().any(|(own, _)| own == key) || fields::field(key).is_some(), "{key}");
            for word in words {
                assert_eq!(*word, folded(word), "{key}");
                assert!(seen.insert(word), "{word} twice");
                assert_eq!(meaning(word).unwrap().0.key(), key, "{word}");
            }
        }
    }

    #[test]
    fn a_word_behind_a_header_changes_nothing() {
        let key = |header: &str| meaning(header).map(|(meaning, _)| meaning.key());
        assert_eq!(key("Ville (bureau)"), Some("contact.town"));
        assert_eq!(key("Prénom (contact)"), Some("contact.given_name"));
        assert!(meaning("Ville (domicile)").unwrap().1 > meaning("Ville (bureau)").unwrap().1);
        assert_eq!(key("Machine"), None);
        assert_eq!(key("Tél. fixe / portable"), Some("contact.phone"));
        assert_eq!(key("Ville / pays"), None, "two things are not one");
    }
}
