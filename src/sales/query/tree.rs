//! The syntax tree of a query, and what can be wrong with its text.

use std::ops::Range;

use crate::sales::{
    fact::Temperature,
    fields::{FIELDS, Holds, Row},
    moment::Day,
    reason::Reason,
    score::Depends,
    status::Status,
};

/// A query: its text as typed and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// As typed.
    pub text: String,
    /// What it means.
    pub root: Node,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Every part holds; an empty list always does.
    All(Vec<Node>),
    /// The part does not hold.
    Not(Box<Node>),
    /// A field or a reading compares as asked.
    Test(Test),
    /// A query kept under a name: its key, and what it says.
    Segment(String, Box<Self>),
    /// These words occur in a name, a title, a town, a tag or a number (folded).
    Words(String),
}

/// `field op value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// What is looked at.
    pub subject: Subject,
    /// How.
    pub op: Op,
    /// Against what.
    pub value: Wanted,
}

/// What a test looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A row of the catalogue.
    Field(Row),
    /// The firm's own field.
    Custom(String),
    /// Something computed.
    Derived(Derived),
}

/// Readings one can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Derived {
    /// statut.
    Status,
    /// température.
    Temperature,
    /// score.
    Score,
    /// étape.
    Stage,
    /// relance: when the next step, explicit or suggested, is due.
    Next,
    /// échange: the day of the last exchange.
    Exchange,
    /// signe: the day of their last sign.
    Sign,
    /// achat: the day of the last purchase.
    Purchase,
    /// depuis: the day of the first purchase, since when one is a client.
    Since,
    /// créé: the day of the deal's first fact.
    Created,
    /// qualifié: yes or no.
    Qualified,
    /// délaissé: yes where it is open and nobody fixed a next step.
    Stepless,
    /// à, responsable: who looks after it.
    Owner,
    /// perdu: the reason of the loss.
    Loss,
}

/// How a test compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Op {
    /// `:` contains for words, equals for the rest.
    Has,
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// What a test compares with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Folded words.
    Text(String),
    /// A key of the settings, to the letter.
    Key(String),
    /// Digits of a phone number, without the leading zero or country.
    Digits(String),
    /// A whole number.
    Number(i64),
    /// Hundredths of a percent.
    Percent(u32),
    /// Cents.
    Cents(i64),
    /// A day or a stretch of days.
    When(When),
    /// Yes or no.
    Flag(bool),
    /// Whether there is a value at all.
    Filled(bool),
    /// A status.
    Status(Status),
    /// A temperature.
    Temperature(Temperature),
    /// The place of a stage.
    Stage(usize),
}

/// A stretch of days: fixed, or counted from the day one asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From a day to a day, both included.
    Fixed(Day, Day),
    /// So many days after the day one asks.
    Relative(i32),
}

/// What is wrong with a query's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryFlaw {
    /// The bytes it is about.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: Reason,
    /// The word that was meant, if one is near.
    pub meant: Option<String>,
}

impl Query {
    /// The word of the first test that needs the score or what follows from it: a rule of the score may not ask for it.
    pub fn needs_score(&self) -> Option<&'static str> {
        let mut word = None;
        self.root.each_test(&mut |test| match test.subject {
            Subject::Derived(Derived::Status) => word = word.or(Some("statut")),
            Subject::Derived(Derived::Temperature) => word = word.or(Some("température")),
            Subject::Derived(Derived::Score) => word = word.or(Some("score")),
            Subject::Derived(Derived::Next) => word = word.or(Some("relance")),
            _ => {}
        });
        word
    }

    /// Whether it holds only where another does: the same with more words, or with more letters in them.
    pub fn refines(&self, other: &Self) -> bool {
        let (Node::All(own), Node::All(others)) = (&self.root, &other.root) else { return false };
        others.iter().all(|other| own.iter().any(|own| own.refines(other)))
    }

    /// What the query looks at, for a cache.
    pub fn depends(&self) -> Depends {
        let mut depends = Depends { fields: self.root.has_words(), ..Depends::default() };
        self.root.each_test(&mut |test| depends = depends.and(test.depends()));
        depends
    }
}

impl Test {
    /// Looks for words within a line; a tag is found whole or not at all.
    fn is_of_words(&self) -> bool {
        let field = if let Subject::Field(row) = self.subject { FIELDS.get(usize::from(row)) } else { None };
        field.is_some_and(|field| matches!(field.holds, Holds::Line | Holds::Name))
    }

    fn depends(&self) -> Depends {
        let day = matches!(self.value, Wanted::When(When::Relative(_)));
        match self.subject {
            Subject::Field(_) | Subject::Custom(_) => {
                let amount = self.subject == Subject::Field(super::vocabulary::amount_row());
                Depends { fields: true, day, history: amount, ..Depends::default() }
            }
            Subject::Derived(Derived::Qualified) => Depends { answers: true, day, ..Depends::default() },
            Subject::Derived(Derived::Exchange | Derived::Sign) => {
                Depends { history: true, day: true, ..Depends::default() }
            }
            Subject::Derived(_) => Depends { history: true, day, ..Depends::default() },
        }
    }
}

impl Node {
    /// Visits every test below.
    pub fn each_test(&self, visit: &mut dyn FnMut(&Test)) {
        match self {
            Self::All(parts) => parts.iter().for_each(|part| part.each_test(visit)),
            Self::Not(part) | Self::Segment(_, part) => part.each_test(visit),
            Self::Test(test) => visit(test),
            Self::Words(_) => {}
        }
    }

    /// Whether it holds only where another part does. Digits are looked for otherwise once they are many.
    fn refines(&self, other: &Self) -> bool {
        let grown = |longer: &str, shorter: &str| {
            longer.contains(shorter) && longer.contains(|letter: char| !letter.is_ascii_digit() && letter != ' ')
        };
        match (self, other) {
            (Self::Words(longer), Self::Words(shorter)) => grown(longer, shorter),
            (Self::Test(own), Self::Test(other)) if own.is_of_words() && own.subject == other.subject => {
                matches!((&own.value, &other.value), (Wanted::Text(longer), Wanted::Text(shorter)) if grown(longer, shorter))
                    && (own.op, other.op) == (Op::Has, Op::Has)
            }
            (own, other) => own == other,
        }
    }

    fn has_words(&self) -> bool {
        match self {
            Self::All(parts) => parts.iter().any(Self::has_words),
            Self::Not(part) | Self::Segment(_, part) => part.has_words(),
            Self::Test(_) => false,
            Self::Words(_) => true,
        }
    }
}
