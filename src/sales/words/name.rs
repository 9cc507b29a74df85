//! A person's whole name in one cell, cut into civility, given and family name; and what only houses are called. Nothing
//! is invented: letters stay as they were typed.

use super::fold::folded;

/// The parts of a name; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// `M.`, `Mme`…
    pub civility: String,
    /// Prénom.
    pub given: String,
    /// Nom.
    pub family: String,
}

const CIVILITIES: [(&str, &str); 18] = [
    ("m", "M."),
    ("mr", "M."),
    ("monsieur", "M."),
    ("mister", "M."),
    ("mme", "Mme"),
    ("madame", "Mme"),
    ("mrs", "Mme"),
    ("ms", "Mme"),
    ("mlle", "Mlle"),
    ("mademoiselle", "Mlle"),
    ("miss", "Mlle"),
    ("dr", "Dr"),
    ("docteur", "Dr"),
    ("me", "Me"),
    ("maitre", "Me"),
    ("pr", "Pr"),
    ("professeur", "Pr"),
    ("prof", "Pr"),
];

const PARTICLES: [&str; 14] =
    ["le", "la", "les", "de", "du", "des", "d", "van", "von", "der", "den", "ben", "el", "di"];

/// The civility a word stands for.
pub fn civility(word: &str) -> Option<&'static str> {
    let word = folded(word);
    CIVILITIES.iter().find(|(known, _)| *known == word).map(|(_, civility)| *civility)
}

/// Cuts a whole name: `Mme LE GOFF Gaëlle`, `LE GOFF, Gaëlle`, `Gaëlle Le Goff`, `M. MOREAU`, `M. et Mme Petit`.
pub fn cut(text: &str) -> Parts {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    if let Some(civility) = couple(&words) {
        let (given, family) = given_and_family(words.get(3..).unwrap_or_default(), true);
        return Parts { civility, given, family };
    }
    let civility = words.first().and_then(|word| civility(word)).filter(|_| words.len() > 1);
    if civility.is_some() {
        words.remove(0);
    }
    let (given, family) = given_and_family(&words, civility.is_some());
    Parts { civility: civility.unwrap_or_default().to_owned(), given, family }
}

/// `M. et Mme`: two civilities before one name.
fn couple(words: &[&str]) -> Option<String> {
    let [one, and, two, _, ..] = words else { return None };
    let (one, two) = (civility(one)?, civility(two)?);
    (matches!(*and, "&" | "/" | "+") || matches!(&*folded(and), "et" | "and")).then(|| format!("{one} et {two}"))
}

fn given_and_family(words: &[&str], greeted: bool) -> (String, String) {
    if let Some(at) = words.iter().position(|word| word.ends_with(',')) {
        let family = words[..=at].join(" ");
        return (words[at + 1..].join(" "), family.trim_end_matches(',').to_owned());
    }
    let capitals = words.iter().filter(|word| in_capitals(word)).count();
    if capitals > 0 && capitals < words.len() {
        let part = |wanted: bool| {
            let picked: Vec<&str> = words.iter().filter(|word| in_capitals(word) == wanted).copied().collect();
            picked.join(" ")
        };
        return (part(false), part(true));
    }
    in_order(words, greeted, capitals > 0)
}

/// No letter case tells which is which: the order and the particles have to.
fn in_order(words: &[&str], greeted: bool, capitals: bool) -> (String, String) {
    let joined = |part: &[&str]| part.join(" ");
    match words {
        [] => Default::default(),
        [only] if greeted || capitals => (String::new(), (*only).to_owned()),
        [only] => ((*only).to_owned(), String::new()),
        [first, second, given @ ..] if is_particle(first) && !given.is_empty() => {
            (joined(given), format!("{first} {second}"))
        }
        [first, ..] if is_particle(first) => (String::new(), joined(words)),
        [first, family @ ..] => ((*first).to_owned(), joined(family)),
    }
}

/// `de`, `van`, `Le`: a word that makes a name longer.
pub fn is_particle(word: &str) -> bool {
    let word = folded(word);
    PARTICLES.contains(&word.as_ref())
}

/// At least two letters, all capitals: `GOFF`, `LE`, `D'ORVAL`, `ÉTIENNE`; neither `J.` nor `Le`.
fn in_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.into_iter().all(char::is_uppercase)
}

/// Whether a name has a word that only houses have in theirs.
pub fn is_house(name: &str) -> bool {
    const WORDS: [&str; 34] = [
        "sarl",
        "sas",
        "sasu",
        "eurl",
        "sa",
        "scop",
        "sci",
        "snc",
        "gmbh",
        "ltd",
        "inc",
        "menuiserie",
        "garage",
        "hotel",
        "restaurant",
        "boulangerie",
        "cabinet",
        "mairie",
        "ecole",
        "association",
        "agence",
        "salon",
        "pharmacie",
        "boutique",
        "etablissements",
        "ets",
        "groupe",
        "institut",
        "librairie",
        "entreprise",
        "maconnerie",
        "plomberie",
        "auberge",
        "clinique",
    ];
    folded(name).split(' ').any(|word| WORDS.contains(&word)) || name.contains('&')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_as_the_french_write_them() {
        for (text, civility, given, family) in [
            ("Mme LE GOFF Gaëlle", "Mme", "Gaëlle", "LE GOFF"),
            ("M. MOREAU", "M.", "", "MOREAU"),
            ("Monsieur Éric Moreau", "M.", "Éric", "Moreau"),
            ("LE GOFF, Gaëlle", "", "Gaëlle", "LE GOFF"),
            ("Le Goff, Gaëlle", "", "Gaëlle", "Le Goff"),
            ("Gaëlle Le Goff", "", "Gaëlle", "Le Goff"),
            ("Gaëlle LE GOFF", "", "Gaëlle", "LE GOFF"),
            ("Mme Le Goff Gaëlle", "Mme", "Gaëlle", "Le Goff"),
            ("Mme Le Goff", "Mme", "", "Le Goff"),
            ("Jean-Pierre DE LA TOUR", "", "Jean-Pierre", "DE LA TOUR"),
            ("Dr J. Petit", "Dr", "J.", "Petit"),
            ("Gaëlle", "", "Gaëlle", ""),
            ("MOREAU", "", "", "MOREAU"),
            ("M. et Mme Morin", "M. et Mme", "", "Morin"),
            ("Monsieur & Madame Paul DURAND", "M. et Mme", "Paul", "DURAND"),
            ("Mme", "", "Mme", ""),
            ("محمد العربي", "", "محمد", "العربي"),
            ("🦊", "", "🦊", ""),
            ("", "", "", ""),
        ] {
            let parts = cut(text);
            assert_eq!((&*parts.civility, &*parts.given, &*parts.family), (civility, given, family), "{text}");
        }
    }

    #[test]
    fn houses_are_known_by_their_words() {
        assert!(is_house("Menuiserie Lefèvre") && is_house("SARL Petit") && is_house("Petit & Fils"));
        assert!(!is_house("Marie Lefèvre") && !is_house("Jean-Pierre Œillet"));
    }
}
