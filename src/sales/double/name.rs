//! When two names may be one: accents, hyphens and capitals never matter; legal forms, initials, the order of given and
//! family name, and one wrong letter in a long word may. No record lives here.

use crate::sales::words::fold::folded;

/// How two names stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// The same.
    Same,
    /// The same, given and family name swapped.
    Swapped,
    /// One wrong letter.
    Near,
    /// An initial for a name.
    Initial,
    /// One is part of the other.
    Part,
    /// One of them has no name, or lacks a part of it.
    Silent,
    /// Two names.
    No,
}

/// A person's name, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Words of the given name.
    pub given: String,
    /// Words of the family name.
    pub family: String,
}

/// A company's name without legal form and small words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// The words that tell it, sorted.
    pub words: Vec<String>,
}

/// Words this long may have one wrong letter.
const LONG: usize = 5;

impl Person {
    /// Folds a name.
    pub fn of(given: &str, family: &str) -> Self {
        Self { given: folded(given).into_owned(), family: folded(family).into_owned() }
    }

    /// How another name stands to this one.
    pub fn alike(&self, other: &Self) -> Alike {
        if self.is_empty() || other.is_empty() {
            return Alike::Silent;
        }
        let (given, family) = (joined(&self.given), joined(&self.family));
        let (theirs, their_family) = (joined(&other.given), joined(&other.family));
        if given == theirs && family == their_family {
            return Alike::Same;
        }
        // All of it in one field, however it was cut: "Marie Lefèvre" as a family name.
        if self.sorted() == other.sorted() {
            return Alike::Swapped;
        }
        // A family name alone, or a given name alone, contradicts nothing and says little.
        let lacks = |one: &str, two: &str| one.is_empty() || two.is_empty();
        if lacks(&given, &theirs) && family == their_family || lacks(&family, &their_family) && given == theirs {
            return Alike::Silent;
        }
        if lacks(&given, &theirs) || lacks(&family, &their_family) {
            return Alike::No;
        }
        match () {
            () if given == theirs && is_near(&family, &their_family) => Alike::Near,
            () if family == their_family && is_near(&given, &theirs) => Alike::Near,
            () if family == their_family && is_initial(&self.given, &other.given) => Alike::Initial,
            () if given == theirs && is_part(&self.family, &other.family) => Alike::Part,
            () => Alike::No,
        }
    }

    /// Nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }

    /// All its words, sorted.
    pub fn sorted(&self) -> Vec<&str> {
        let mut words: Vec<&str> = self.given.split(' ').chain(self.family.split(' ')).collect();
        words.retain(|word| !word.is_empty());
        words.sort_unstable();
        words
    }
}

impl House {
    /// The words that tell a company: `Sté SARL Lefèvre & Fils` → `fils lefevre`.
    pub fn of(name: &str) -> Self {
        let all = spelt(&folded(name));
        let telling: Vec<String> = all
            .iter()
            .filter(|word| !FORMS.contains(&word.as_str()) && !SMALL.contains(&word.as_str()))
            .cloned()
            .collect();
        let mut words = if telling.is_empty() { all } else { telling };
        words.sort_unstable();
        words.dedup();
        Self { words }
    }

    /// How another name stands to this one.
    pub fn alike(&self, other: &Self) -> Alike {
        let (mine, theirs) = (self.words.concat(), other.words.concat());
        match () {
            () if mine.is_empty() || theirs.is_empty() => Alike::Silent,
            () if mine == theirs => Alike::Same,
            () if is_near(&mine, &theirs) || self.has_near_word(other) => Alike::Near,
            () if self.holds(other) || other.holds(self) => Alike::Part,
            () => Alike::No,
        }
    }

    /// The same words but for one, which has one wrong letter: sorting may have put it elsewhere.
    fn has_near_word(&self, other: &Self) -> bool {
        let own: Vec<&String> = self.words.iter().filter(|word| !other.words.contains(word)).collect();
        let theirs: Vec<&String> = other.words.iter().filter(|word| !self.words.contains(word)).collect();
        matches!((own.as_slice(), theirs.as_slice()), ([one], [two]) if is_near(one, two))
    }

    /// Whether all the words of another, shorter name are here, one of them long enough to tell something.
    fn holds(&self, other: &Self) -> bool {
        other.words.iter().all(|word| self.words.contains(word)) && other.words.iter().any(|word| word.len() >= LONG)
    }
}

/// Legal forms and what stands for "company".
const FORMS: [&str; 28] = [
    "sarl",
    "sas",
    "sasu",
    "eurl",
    "sa",
    "snc",
    "sci",
    "scp",
    "scop",
    "scic",
    "selarl",
    "selas",
    "gie",
    "ei",
    "eirl",
    "earl",
    "gaec",
    "sccv",
    "ste",
    "societe",
    "ets",
    "etablissement",
    "etablissements",
    "entreprise",
    "cie",
    "gmbh",
    "ltd",
    "inc",
];

const SMALL: [&str; 14] = ["et", "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "and", "the"];

/// Words, with letters that stand alone drawn together (`s a r l` → `sarl`) and `st` as `saint`.
fn spelt(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut letters = false;
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let single = word.chars().count() == 1;
        match words.last_mut() {
            Some(last) if single && letters => last.push_str(word),
            _ => words.push(if word == "st" { "saint".to_owned() } else { word.to_owned() }),
        }
        letters = single;
    }
    words
}

/// Without the spaces: `jean pierre` and `jeanpierre` are one.
pub fn joined(words: &str) -> String {
    words.replace(' ', "")
}

/// One letter put in, left out, changed, or two swapped, in words that are long enough. Another figure is another
/// number, no slip.
pub fn is_near(one: &str, two: &str) -> bool {
    let (one, two): (Vec<char>, Vec<char>) = (one.chars().collect(), two.chars().collect());
    if one.len().min(two.len()) < LONG || one.len().abs_diff(two.len()) > 1 {
        return false;
    }
    let start = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    let (one, two) = (&one[start..], &two[start..]);
    let same_end = |skip_one: usize, skip_two: usize| one.get(skip_one..) == two.get(skip_two..);
    let swapped = matches!((one, two), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    let counts = one.first().into_iter().chain(two.first()).any(char::is_ascii_digit);
    !(one.is_empty() && two.is_empty() || counts)
        && (same_end(1, 1) || same_end(1, 0) || same_end(0, 1) || swapped && same_end(2, 2))
}

/// Word by word the same, or its first letter: `j p` and `jean pierre`.
fn is_initial(one: &str, two: &str) -> bool {
    let (one, two): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), two.split(' ').collect());
    let fits = |a: &str, b: &str| {
        a == b || a.chars().count() == 1 && b.starts_with(a) || b.chars().count() == 1 && a.starts_with(b)
    };
    one.len() == two.len() && one.iter().zip(&two).all(|(a, b)| fits(a, b))
}

/// All the words of one stand in the other: `martin` and `martin dubois`.
fn is_part(one: &str, two: &str) -> bool {
    let holds = |long: &str, short: &str| short.split(' ').all(|word| long.split(' ').any(|known| known == word));
    holds(one, two) || holds(two, one)
}

/// A word and every word one letter shorter: two words with one wrong letter share one of these.
pub fn shortened(word: &str) -> impl Iterator<Item = String> + '_ {
    let letters = word.char_indices().map(|(at, letter)| format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]));
    let long = word.chars().count() >= LONG;
    std::iter::once(word.to_owned()).chain(letters.filter(move |_| long))
}
