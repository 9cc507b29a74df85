//! From text to syntax tree: conjunctions of `field op value`, words and quoted words, each of which a `-` turns round.

use std::ops::Range;

use super::{
    name::SEGMENT,
    tree::{Derived, Node, Op, Query, QueryFlaw, Subject, Test, Wanted, When},
    vocabulary::Vocabulary,
};
use crate::sales::{
    fields::{FIELDS, Holds, folded},
    moment::Day,
    money::Tax,
    playbook::Playbook,
    reason::Reason,
    words::{amount, number},
};

/// Longer texts come from no person.
const MOST: usize = 4096;

/// Reads a query; an empty text holds for everything.
pub fn parse(text: &str, playbook: &Playbook) -> Result<Query, QueryFlaw> {
    if text.len() > MOST {
        return Err(flaw(MOST..text.len(), Reason::plain("query-too_long").with("most", MOST as u32), None));
    }
    let mut reader = Reader { text, at: 0, words: Vocabulary::new(playbook), playbook };
    let mut parts = Vec::new();
    while let Some(part) = reader.part()? {
        parts.push(part);
    }
    Ok(Query { text: text.to_owned(), root: Node::All(parts) })
}

fn flaw(at: Range<usize>, message: Reason, meant: Option<String>) -> QueryFlaw {
    QueryFlaw { at, message, meant }
}

/// A name of a list has so many more words at most.
const MOST_WORDS: usize = 4;

/// The longer signs first.
const OPERATORS: [(&str, Op); 7] = [
    ("!=", Op::Unequal),
    ("<=", Op::AtMost),
    (">=", Op::AtLeast),
    (":", Op::Has),
    ("=", Op::Equal),
    ("<", Op::Less),
    (">", Op::More),
];

struct Reader<'a> {
    text: &'a str,
    at: usize,
    words: Vocabulary<'a>,
    playbook: &'a Playbook,
}

/// A piece of text and where it stands.
struct Piece<'a> {
    text: &'a str,
    at: Range<usize>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next part, or nothing at the end.
    fn part(&mut self) -> Result<Option<Node>, QueryFlaw> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        if self.rest().is_empty() {
            return Ok(None);
        }
        let turned = self.rest().strip_prefix('-').is_some_and(|after| after.starts_with(|c: char| !c.is_whitespace()));
        if turned {
            self.at += 1;
        }
        self.not_yet()?;
        let part = self.plain_part()?;
        Ok(Some(if turned { Node::Not(Box::new(part)) } else { part }))
    }

    /// `OU`, `OR` and parentheses are refused rather than looked for as words.
    fn not_yet(&self) -> Result<(), QueryFlaw> {
        let rest = self.rest();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        if matches!(word, "OU" | "OR" | "ou" | "or" | "||") || word.starts_with('(') || word.starts_with(')') {
            let message = Reason::plain("query-no_choice").with("word", word);
            return Err(flaw(self.at..self.at + end, message, None));
        }
        Ok(())
    }

    fn plain_part(&mut self) -> Result<Node, QueryFlaw> {
        if self.rest().starts_with('"') {
            return Ok(Node::Words(folded(self.quoted()?.text).into_owned()));
        }
        let name = self.name();
        match (name, self.operator()) {
            (Some(name), Some((op, length))) if folded(name.text) == SEGMENT && matches!(op, Op::Has | Op::Equal) => {
                self.at = name.at.end + length;
                let value = self.value(&name)?;
                self.segment(&value)
            }
            (Some(name), Some((op, length))) => {
                let subject = self.subject(&name)?;
                self.at = name.at.end + length;
                let value = self.value(&name)?;
                let value = self.longer(kind(&subject, self.playbook), value);
                self.test(subject, op, &value)
            }
            _ => Ok(Node::Words(folded(self.word().text).into_owned())),
        }
    }

    /// What was kept under a name; it knows no other segments.
    fn segment(&self, value: &Piece<'_>) -> Result<Node, QueryFlaw> {
        let Some(segment) = self.playbook.segment(value.text) else {
            let message = Reason::plain("query-no_segment").with("value", value.text);
            return Err(flaw(value.at.clone(), message, self.words.near_segment(value.text)));
        };
        let inner =
            parse(&segment.query, self.playbook).map_err(|inner| flaw(value.at.clone(), inner.message, None))?;
        Ok(Node::Segment(segment.key.clone(), Box::new(inner.root)))
    }

    /// A name where one could stand: letters, digits, `_`, `.` and `-`, a letter first.
    fn name(&self) -> Option<Piece<'a>> {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))).unwrap_or(rest.len());
        let text = rest.get(..end).filter(|name| name.starts_with(char::is_alphabetic))?;
        Some(Piece { text, at: self.at..self.at + end })
    }

    /// The operator right after a name, and its length.
    fn operator(&self) -> Option<(Op, usize)> {
        let after = self.text.get(self.name()?.at.end..)?;
        OPERATORS.iter().find(|(sign, _)| after.starts_with(sign)).map(|(sign, op)| (*op, sign.len()))
    }

    fn subject(&self, name: &Piece<'_>) -> Result<Subject, QueryFlaw> {
        self.words.subject(name.text).ok_or_else(|| {
            let message = Reason::plain("query-unknown_field").with("word", name.text);
            flaw(name.at.clone(), message, self.words.near_subject(name.text))
        })
    }

    fn value(&mut self, name: &Piece<'_>) -> Result<Piece<'a>, QueryFlaw> {
        let piece = if self.rest().starts_with('"') { self.quoted()? } else { self.word() };
        if piece.text.is_empty() {
            let message = Reason::plain("query-no_value").with("word", name.text);
            return Err(flaw(name.at.start..self.at, message, None));
        }
        Ok(piece)
    }

    /// A value of a list whose name goes on in the next words: `statut:ancien client`, `étape:devis envoyé`.
    fn longer(&mut self, kind: Kind, value: Piece<'a>) -> Piece<'a> {
        let listed = matches!(kind, Kind::Status | Kind::Temperature | Kind::Stage | Kind::Source | Kind::Loss);
        if !listed || value.text.len() != value.at.len() {
            return value;
        }
        let rest = self.text.get(value.at.end..).unwrap_or_default();
        let ends = rest.match_indices(' ').map(|(at, _)| at).chain([rest.len()]).filter(|end| *end > 0);
        let longer = ends.take(MOST_WORDS).filter_map(|end| {
            let at = value.at.start..value.at.end + end;
            let text = self.text.get(at.clone())?;
            let piece = Piece { text, at };
            self.wanted(kind, &piece).is_ok().then_some(piece)
        });
        let longest = longer.last().unwrap_or(value);
        self.at = longest.at.end;
        longest
    }

    /// Everything up to the next space.
    fn word(&mut self) -> Piece<'a> {
        let rest = self.rest();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let at = self.at..self.at + end;
        self.at = at.end;
        Piece { text: rest.get(..end).unwrap_or_default(), at }
    }

    /// Everything between two quotes.
    fn quoted(&mut self) -> Result<Piece<'a>, QueryFlaw> {
        let start = self.at;
        let inner = self.rest().get(1..).unwrap_or_default();
        let Some(end) = inner.find('"') else {
            return Err(flaw(start..self.text.len(), Reason::plain("query-open_quote"), None));
        };
        self.at = start + end + 2;
        Ok(Piece { text: inner.get(..end).unwrap_or_default(), at: start..self.at })
    }

    fn test(&self, subject: Subject, op: Op, value: &Piece<'_>) -> Result<Node, QueryFlaw> {
        let kind = kind(&subject, self.playbook);
        let wanted = match filled(value.text, kind) {
            Some(wanted) => wanted,
            None => self.wanted(kind, value)?,
        };
        let ordered = matches!(
            wanted,
            Wanted::Number(_)
                | Wanted::Percent(_)
                | Wanted::Cents(_)
                | Wanted::When(_)
                | Wanted::Stage(_)
                | Wanted::Temperature(_)
        );
        if !ordered && !matches!(op, Op::Has | Op::Equal | Op::Unequal) {
            return Err(flaw(value.at.clone(), Reason::plain("query-no_order").with("value", value.text), None));
        }
        Ok(Node::Test(Test { subject, op, value: wanted }))
    }

    fn wanted(&self, kind: Kind, value: &Piece<'_>) -> Result<Wanted, QueryFlaw> {
        let read = match kind {
            Kind::Words => Ok(Wanted::Text(folded(value.text).into_owned())),
            Kind::Phone => Ok(Wanted::Digits(digits(value.text))),
            Kind::Number => number::whole(value.text).map(Wanted::Number).map_err(|_| None),
            Kind::Percent => number::percent(value.text).map(|(share, _)| Wanted::Percent(share)).map_err(|_| None),
            Kind::Amount => {
                amount::parse(value.text, Tax::Ht).map(|money| Wanted::Cents(money.cents)).map_err(|_| None)
            }
            Kind::Date => when(value.text).map(Wanted::When).ok_or(None),
            Kind::YesNo => Err(None),
            Kind::Status => self.words.status(value.text),
            Kind::Temperature => self.words.temperature(value.text),
            Kind::Stage => self.words.stage(value.text),
            Kind::Source => self.words.source(value.text),
            Kind::Loss => self.words.loss(value.text),
        };
        read.map_err(|meant| flaw(value.at.clone(), Reason::plain(kind.refusal()).with("value", value.text), meant))
    }
}

/// What a subject's values look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Words,
    Phone,
    Number,
    Percent,
    Amount,
    Date,
    YesNo,
    Status,
    Temperature,
    Stage,
    Source,
    Loss,
}

impl Kind {
    fn refusal(self) -> &'static str {
        match self {
            Self::Words | Self::Phone => "query-no_words",
            Self::Number => "query-no_number",
            Self::Percent => "query-no_percent",
            Self::Amount => "query-no_amount",
            Self::Date => "query-no_date",
            Self::YesNo => "query-no_yes_no",
            Self::Status => "query-no_status",
            Self::Temperature => "query-no_temperature",
            Self::Stage => "query-no_stage",
            Self::Source => "query-no_source",
            Self::Loss => "query-no_loss",
        }
    }
}

pub(super) fn kind(subject: &Subject, playbook: &Playbook) -> Kind {
    match subject {
        Subject::Field(row) => FIELDS.get(usize::from(*row)).map_or(Kind::Words, |field| held(field.holds)),
        Subject::Custom(key) => {
            playbook.fields().iter().find(|field| field.key == *key).map_or(Kind::Words, |field| held(field.holds))
        }
        Subject::Derived(derived) => match derived {
            Derived::Status => Kind::Status,
            Derived::Temperature => Kind::Temperature,
            Derived::Score => Kind::Number,
            Derived::Stage => Kind::Stage,
            Derived::Qualified | Derived::Stepless => Kind::YesNo,
            Derived::Owner => Kind::Words,
            Derived::Loss => Kind::Loss,
            _ => Kind::Date,
        },
    }
}

fn held(holds: Holds) -> Kind {
    match holds {
        Holds::Phone => Kind::Phone,
        Holds::Number => Kind::Number,
        Holds::Percent => Kind::Percent,
        Holds::Amount => Kind::Amount,
        Holds::Date => Kind::Date,
        Holds::YesNo => Kind::YesNo,
        Holds::Source => Kind::Source,
        _ => Kind::Words,
    }
}

/// `vide` and `*` ask whether there is a value; so do `oui` and `non` where no words are looked for.
fn filled(text: &str, kind: Kind) -> Option<Wanted> {
    let answer = match &*folded(text) {
        "oui" | "yes" | "vrai" | "true" => Some(true),
        "non" | "no" | "faux" | "false" => Some(false),
        _ => None,
    };
    match (answer, text) {
        (Some(yes), _) if kind == Kind::YesNo => Some(Wanted::Flag(yes)),
        (Some(yes), _) if kind != Kind::Words => Some(Wanted::Filled(yes)),
        (_, "*") => Some(Wanted::Filled(true)),
        _ if ["vide", "aucun", "aucune", "empty", "none"].contains(&&*folded(text)) => Some(Wanted::Filled(false)),
        _ => None,
    }
}

/// Digits of a number without what comes before the subscriber's own.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match (text.trim_start().starts_with('+'), digits.strip_prefix("0033"), digits.strip_prefix('0')) {
        (true, ..) => digits,
        (_, Some(rest), _) | (_, None, Some(rest)) => rest.to_owned(),
        _ => digits,
    }
}

/// A day, a month, a year; today, tomorrow, yesterday; `3j`.
fn when(text: &str) -> Option<When> {
    match &*text.to_lowercase().replace('’', "'") {
        "aujourd'hui" | "auj" | "auj." | "today" => return Some(When::Relative(0)),
        "demain" | "tomorrow" => return Some(When::Relative(1)),
        "hier" | "yesterday" => return Some(When::Relative(-1)),
        _ => {}
    }
    if let Some(days) = text.strip_suffix(['j', 'd']).and_then(|days| days.parse::<i32>().ok()) {
        return (days.abs() <= 36_600).then_some(When::Relative(days));
    }
    if let Ok(day) = text.parse::<Day>() {
        return Some(When::Fixed(day, day));
    }
    let parts: Option<Vec<u32>> = text.split(['/', '.']).map(|part| part.parse().ok()).collect();
    match parts?.as_slice() {
        [day, month, year] => Day::of(full(*year)?, *month, *day).map(|day| When::Fixed(day, day)),
        [month, year] => stretch((full(*year)?, *month), *month % 12 + 1),
        [year] => stretch((full(*year)?, 1), 1),
        _ => None,
    }
}

/// From the first of a month to the day before the first of another, next year's where that one comes earlier.
fn stretch((year, month): (i32, u32), until: u32) -> Option<When> {
    let first = Day::of(year, month, 1)?;
    let end = Day::of(if until <= month { year + 1 } else { year }, until, 1)?;
    Some(When::Fixed(first, end.plus(-1)))
}

/// Four digits of a year.
fn full(year: u32) -> Option<i32> {
    (1900..=2200).contains(&year).then_some(year as i32)
}
