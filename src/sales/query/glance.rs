//! What a card alone tells of a query. Most of what people ask for stands on it (status, score, temperature, stage,
//! amount, next step, owner), so that records are read only where it leaves the answer open.

use super::{
    eval,
    tree::{Derived, Node, Op, Query, Subject, Test, Wanted},
    vocabulary::amount_row,
};
use crate::sales::{
    card::{Badges, Card},
    moment::Day,
};

/// A card, who looks after it, and the day one asks.
#[derive(Clone, Copy, Debug)]
pub struct Glance<'a> {
    /// The card.
    pub card: &'a Card,
    /// Who looks after it; empty where nobody does.
    pub owner: &'a str,
    /// The day.
    pub day: Day,
}

impl Glance<'_> {
    /// Whether a query holds, as [`super::holds`] says with the readings of the card; nothing where that must be asked.
    pub fn holds(&self, query: &Query) -> Option<bool> {
        self.node(&query.root)
    }

    fn node(&self, part: &Node) -> Option<bool> {
        match part {
            Node::All(parts) => self.all(parts),
            Node::Not(part) => self.node(part).map(|holds| !holds),
            Node::Segment(_, part) => self.node(part),
            Node::Test(test) => self.tested(test),
            Node::Words(words) => words.is_empty().then_some(true),
        }
    }

    /// One part that does not hold decides, whatever the others are.
    fn all(&self, parts: &[Node]) -> Option<bool> {
        let mut open = false;
        for part in parts {
            match self.node(part) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => open = true,
            }
        }
        (!open).then_some(true)
    }

    fn tested(&self, test: &Test) -> Option<bool> {
        let (op, turned) = eval::straight(test.op);
        let holds = match &test.subject {
            Subject::Derived(derived) => self.reading(*derived, op, &test.value)?,
            Subject::Field(row) if *row == amount_row() => eval::amount(op, &test.value, self.card.amount_cents),
            Subject::Field(_) | Subject::Custom(_) => return None,
        };
        Some(holds != turned)
    }

    fn reading(&self, derived: Derived, op: Op, wanted: &Wanted) -> Option<bool> {
        let card = self.card;
        match derived {
            Derived::Status => Some(eval::status(Some(card.status), wanted)),
            Derived::Temperature => Some(eval::temperature(Some(card.temperature), op, wanted)),
            Derived::Score => Some(eval::score(Some(card.score), op, wanted)),
            Derived::Stage => Some(eval::at_stage(usize::from(card.stage), op, wanted)),
            Derived::Stepless => Some(*wanted == Wanted::Flag(card.badges.has(Badges::NO_NEXT_STEP))),
            Derived::Owner => Some(eval::owner(self.owner, op, wanted)),
            // Where the card has none a closed deal may still have one.
            Derived::Next => Some(eval::due(Some(card.due?), op, wanted, self.day)),
            _ => None,
        }
    }
}
