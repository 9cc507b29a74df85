//! The syntax tree of a query, and what can be wrong with its text.

use std::ops::Range;

use crate::sales::{
    fact::Temperature, fields::Row, moment::Day, reason::Reason, status::Status,
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
    /// à, responsable: who looks after it.
    Owner,
    /// perdu: the reason of the loss.
    Loss,
    /// nom: the contact's whole name.
    Name,
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
