//! One project with one party, from the first sign of interest to won or lost: the card on the kanban.

use serde::{Deserialize, Serialize};

use super::{
    contact::{Life, NextStep},
    entity::Entity,
    fact::{Channel, Proof, QuoteState, Role, Stamp, Sure, Temperature},
    fields::Fields,
    moment::{Day, Moment},
    money::Money,
};

/// A deal, folded from the facts that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deal {
    /// Which one.
    pub entity: Entity,
    /// Plain fields.
    pub fields: Fields,
    /// The contact or company it is with; nobody yet.
    pub party: Option<Entity>,
    /// Who has which role in it.
    pub roles: Vec<(Role, Entity)>,
    /// The last answer per criterion.
    pub answers: Vec<Answer>,
    /// The last synthesis.
    pub synthesis: Option<Synthesis>,
    /// Every move, oldest first; a loss is a move too.
    pub moves: Vec<Move>,
    /// Quotes, oldest first, one row a number.
    pub quotes: Vec<Quote>,
    /// Purchases, oldest first.
    pub purchases: Vec<Purchase>,
    /// The temperature set by hand.
    pub adjustment: Option<Adjustment>,
    /// Its next step.
    pub next: Option<NextStep>,
    /// The sequence that follows it.
    pub sequence: Option<Enrolment>,
    /// Keys of every sequence that ever followed it.
    pub followed: Vec<String>,
    /// Who looks after it; empty: whoever looks after the party.
    pub owner: String,
    /// Its first and its last fact.
    pub life: Life,
}

/// An answer of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Key of the criterion.
    pub criterion: String,
    /// What it stands for.
    pub stands_for: String,
    /// How sure.
    pub sure: Sure,
    /// The customer's words.
    pub words: String,
    /// Who answered.
    pub by: Option<Entity>,
    /// When.
    pub on: Day,
}

/// The confirmed or forced synthesis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Synthesis {
    /// The reason where it was forced.
    pub forced: Option<String>,
    /// When.
    pub on: Day,
    /// Who.
    pub author: String,
}

/// A move on the kanban.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Where to.
    pub to: Destination,
    /// Why, where forced.
    pub reason: Option<String>,
    /// When.
    pub on: Day,
    /// Who.
    pub author: String,
    /// Its place in the order of facts.
    pub stamp: Stamp,
}

/// Where a move leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Destination {
    /// A stage by its key.
    Stage(String),
    /// Lost, with the key of the reason and its detail.
    Lost(String, String),
}

/// A priced offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Its number.
    pub number: String,
    /// Its amount.
    pub amount: Option<Money>,
    /// Sent on.
    pub sent: Option<Day>,
    /// Until when it holds.
    pub valid_until: Option<Day>,
    /// Accepted or refused, and when.
    pub answer: Option<(QuoteState, Day)>,
}

/// A dated amount that was bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purchase {
    /// How much.
    pub amount: Money,
    /// What proves it.
    pub proof: Option<Proof>,
    /// When.
    pub on: Day,
}

/// A temperature set by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// The temperature.
    pub temperature: Temperature,
    /// Why.
    pub reason: String,
    /// When.
    pub on: Day,
    /// Who.
    pub author: String,
}

/// A sequence that follows a deal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Its key in the playbook.
    pub key: String,
    /// From when on.
    pub since: Moment,
    /// The steps that were passed over.
    pub skipped: Vec<Skip>,
}

/// A step passed over, told by its days and its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skip {
    /// Its days after the start.
    pub after: u16,
    /// Its way.
    pub channel: Channel,
    /// When.
    pub on: Day,
}

impl Enrolment {
    /// Just begun.
    pub fn new(key: String, since: Moment) -> Self {
        Self { key, since, skipped: Vec::new() }
    }
}

impl Deal {
    /// A deal of which nothing is known.
    pub fn blank(entity: Entity) -> Self {
        Self {
            entity,
            fields: Fields::default(),
            party: None,
            roles: Vec::new(),
            answers: Vec::new(),
            synthesis: None,
            moves: Vec::new(),
            quotes: Vec::new(),
            purchases: Vec::new(),
            adjustment: None,
            next: None,
            sequence: None,
            followed: Vec::new(),
            owner: String::new(),
            life: Life::default(),
        }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        self.fields.text("deal.title")
    }

    /// Its amount: what was bought, else the field.
    pub fn amount(&self) -> Option<Money> {
        let bought: i64 = self.purchases.iter().map(|purchase| purchase.amount.cents).sum();
        match self.purchases.first() {
            Some(first) => Some(Money { cents: bought, tax: first.amount.tax }),
            None => self.fields.money("deal.amount"),
        }
    }

    /// Whether something was bought.
    pub fn is_won(&self) -> bool {
        !self.purchases.is_empty()
    }

    /// The reason and its detail where the last move was a loss and nothing was bought.
    pub fn lost(&self) -> Option<(&str, &str)> {
        match self.moves.last() {
            Some(Move { to: Destination::Lost(reason, detail), .. }) if !self.is_won() => Some((reason, detail)),
            _ => None,
        }
    }

    /// Neither won nor lost.
    pub fn is_open(&self) -> bool {
        !self.is_won() && self.lost().is_none()
    }

    /// The answer that stands for something, if one was given.
    pub fn answer(&self, stands_for: &str) -> Option<&Answer> {
        self.answers.iter().rev().find(|answer| answer.stands_for == stands_for)
    }

    /// The last quote sent.
    pub fn last_quote_sent(&self) -> Option<Day> {
        self.quotes.iter().filter_map(|quote| quote.sent).max()
    }
}
