//! Letters written once and filled in for each person: a subject, a text, and the variables in them. A missing one is
//! named, never written as `{prénom}`. Reads what a variable stands for; how that is put into words is the voice's.

mod fitting;
mod shelf;
mod variable;

use std::fmt::Write as _;

pub use self::{
    fitting::fitting,
    shelf::{Tongue, mine, shipped},
    variable::{Pen, Seller, Worth},
};

/// A letter to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// How it is called: `devis-1`.
    pub name: String,
    /// Its first line.
    subject: Vec<Piece>,
    /// The rest.
    body: Vec<Piece>,
}

/// Words as they are, or a variable with what stands in its place when it is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Words(String),
    Blank { name: String, instead: Option<String> },
}

/// A letter filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The subject, one line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// What could not be filled in, as it stands in the text; each once.
    pub missing: Vec<String>,
}

impl Template {
    /// Reads a letter: the first line is the subject. Any text is one.
    pub fn read(name: &str, text: &str) -> Self {
        let text = super::words::plain::clean(text);
        let (subject, body) = text.trim_start().split_once('\n').unwrap_or((text.trim(), ""));
        Self { name: name.to_owned(), subject: pieces(subject.trim()), body: pieces(body.trim()) }
    }

    /// Fills it in. `worth` says what a variable stands for; `missing` what stands where nothing does.
    pub fn fill(&self, worth: &dyn Fn(&str) -> Option<String>, missing: &dyn Fn(&str) -> String) -> Filled {
        let mut filled = Filled::default();
        filled.subject = tidy(&filled.write(&self.subject, worth, missing)).replace('\n', " ");
        filled.body = tidy(&filled.write(&self.body, worth, missing));
        filled
    }
}

impl Filled {
    fn write(
        &mut self,
        pieces: &[Piece],
        worth: &dyn Fn(&str) -> Option<String>,
        missing: &dyn Fn(&str) -> String,
    ) -> String {
        let mut text = String::new();
        for piece in pieces {
            let (name, instead) = match piece {
                Piece::Words(words) => {
                    text.push_str(words);
                    continue;
                }
                Piece::Blank { name, instead } => (name, instead),
            };
            let found = worth(name).filter(|found| !found.trim().is_empty()).map(|found| unbraced(found.trim()));
            let found = found.or_else(|| instead.clone()).unwrap_or_else(|| {
                let mark = unbraced(&missing(name));
                if !self.missing.contains(&mark) {
                    self.missing.push(mark.clone());
                }
                mark
            });
            // Writing to a string cannot fail.
            let _ = write!(text, "{found}");
        }
        text
    }
}

/// Splits a text at its braces. One that is never closed names the rest of its line.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        pieces.push(Piece::Words(before.to_owned()));
        let end = after.find('}').unwrap_or_else(|| after.find('\n').unwrap_or(after.len()));
        let (inside, after) = after.split_at(end);
        let (name, instead) = match inside.split_once('|') {
            Some((name, instead)) => (name, Some(unbraced(&joined(instead)))),
            None => (inside, None),
        };
        pieces.push(Piece::Blank { name: joined(name), instead });
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    pieces.push(Piece::Words(rest.to_owned()));
    pieces
}

/// A line end within braces is but a space.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What people are called never opens a variable.
fn unbraced(text: &str) -> String {
    text.replace('{', "(").replace('}', ")")
}

/// Takes out what an empty variable leaves behind: empty brackets, doubled spaces, a space before a comma.
fn tidy(text: &str) -> String {
    let line = |line: &str| {
        let mut line = line.replace("()", "");
        while line.contains("  ") {
            line = line.replace("  ", " ");
        }
        line.replace(" ,", ",").replace(" .", ".").replace(" \u{a0}", "\u{a0}").trim().to_owned()
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn filled(text: &str) -> Filled {
        let worth = |name: &str| match name {
            "prénom" => Some("Marie".to_owned()),
            "odd" => Some("Kit {A}".to_owned()),
            _ => None,
        };
        Template::read("t", text).fill(&worth, &|name| format!("[{name} ?]"))
    }

    #[test]
    fn the_first_line_is_the_subject_and_variables_are_filled_in() {
        let letter =
            filled("\nVotre devis {devis|}\u{a0}: reçu\n\nBonjour {prénom|Madame},\n{ville|là}, merci ({affaire|}).\n");
        assert_eq!(letter.subject, "Votre devis\u{a0}: reçu");
        assert_eq!(letter.body, "Bonjour Marie,\nlà, merci.");
        assert!(letter.missing.is_empty());
    }

    #[test]
    fn what_is_missing_is_named_once_and_never_sent_in_braces() {
        let letter = filled("A {nom}\nB {nom} {odd} {date du\ndevis}\n{prénom");
        assert_eq!(letter.missing, ["[nom ?]", "[date du devis ?]"]);
        assert_eq!(
            (letter.subject.as_str(), letter.body.as_str()),
            ("A [nom ?]", "B [nom ?] Kit (A) [date du devis ?]\nMarie")
        );
    }

    proptest! {
        #[test]
        fn no_brace_is_ever_left_open(text in "(?s).{0,200}", pieces in proptest::collection::vec(
            prop_oneof![Just("{"), Just("}"), Just("|"), Just("prénom"), Just("\n"), Just("odd"), Just(" ")], 0..30))
        {
            for text in [text, pieces.concat()] {
                let letter = filled(&text);
                prop_assert!(!letter.subject.contains('{') && !letter.body.contains('{'), "{letter:?}");
                prop_assert!(!letter.subject.contains('\n'));
            }
        }
    }
}
