//! What a form is for, and whom and what it is about. No rows, no words.

use std::rc::Rc;

use super::{columns::Columns, correct::Correction, many::Crowd};
use crate::{
    cockpit::forget::Weighed,
    sales::{book::OwnedCase, entity::Entity, fact::Role, spread::Glut},
};

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A call, with its outcome.
    Call(Subject),
    /// Anything else that happened.
    Note(Subject),
    /// A mail sent or received.
    Mail(Subject),
    /// A letter to be sent, begun with the template of this name.
    Letter(Subject, String),
    /// An appointment or a visit, past or to come.
    Meeting(Subject),
    /// The next step.
    NextStep(Subject),
    /// Another stage: what it still misses.
    Move {
        /// The deal.
        subject: Subject,
        /// The place of the stage.
        to: usize,
    },
    /// A quote that was sent.
    Quote(Subject),
    /// One more purchase.
    Buy(Subject),
    /// An entry of the past, put right.
    Correct(Box<Correction>),
    /// A person, with company and deal.
    NewContact,
    /// Somebody new who has a role in a deal, or a company where somebody works.
    Related(Subject, Role),
    /// A deal with somebody known.
    NewDeal(Entity),
    /// No more on a channel, or yes to it.
    Oppose(Entity),
    /// A complaint, or how it was settled.
    Complain(Entity),
    /// Somebody else looks after it.
    HandOver(Subject),
    /// The step of the sequence that is next is left out.
    PassOver(Subject),
    /// Who sits here.
    Author,
    /// Which file to read in.
    Import,
    /// What the columns of a file are.
    Columns(Rc<Columns>),
    /// Which cards to look at.
    Filter,
    /// The same for many deals.
    Many(Rc<Crowd>),
    /// A list too full, spread over the days after it.
    Spread(Rc<Glut>),
    /// Whether somebody is to be forgotten for good.
    Forget(Rc<Weighed>),
}

/// Whom and what a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The deal; a fresh one where the party has none yet.
    pub deal: Entity,
    /// The contact or company.
    pub party: Option<Entity>,
}

impl Subject {
    /// Of a case.
    pub fn of(case: &OwnedCase) -> Self {
        Self { deal: case.deal.entity, party: case.deal.party }
    }
}

impl Purpose {
    /// The deal it is about.
    pub fn subject(&self) -> Option<Entity> {
        self.about().map(|subject| subject.deal)
    }

    /// Whom and what it is about.
    pub fn about(&self) -> Option<Subject> {
        match self {
            Self::Call(subject)
            | Self::Note(subject)
            | Self::Mail(subject)
            | Self::Letter(subject, _)
            | Self::Meeting(subject)
            | Self::NextStep(subject)
            | Self::Quote(subject)
            | Self::Buy(subject)
            | Self::HandOver(subject)
            | Self::PassOver(subject)
            | Self::Related(subject, _)
            | Self::Move { subject, .. } => Some(*subject),
            _ => None,
        }
    }

    /// The word in text keys and in the place of a draft.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Call(_) => "call",
            Self::Note(_) => "note",
            Self::Mail(_) => "mail",
            Self::Letter(..) => "letter",
            Self::Meeting(_) => "meeting",
            Self::NextStep(_) => "next",
            Self::Move { .. } => "move",
            Self::Quote(_) => "quote",
            Self::Buy(_) => "buy",
            Self::Correct(_) => "correct",
            Self::NewContact => "contact",
            Self::Related(..) => "related",
            Self::NewDeal(_) => "deal",
            Self::Oppose(_) => "oppose",
            Self::Complain(_) => "complain",
            Self::HandOver(_) => "hand_over",
            Self::PassOver(_) => "pass_over",
            Self::Author => "author",
            Self::Import => "import",
            Self::Columns(_) => "columns",
            Self::Filter => "filter",
            Self::Many(_) => "many",
            Self::Spread(_) => "spread",
            Self::Forget(_) => "forget",
        }
    }
}
