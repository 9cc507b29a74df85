//! Whom to speak with next, when, and why: the explicit next step, else the cadence's suggestion on a working day.
//! What is due is read here, never decided: silence loses no deal.

mod because;
mod queue;
mod suggestion;

pub use self::{
    because::Because,
    queue::{TurnedHot, just_turned_hot, priority, turned_hot, unanswered_quote, why},
    suggestion::{cadence, unanswered},
};
use super::{
    case::Case,
    contact::NextStep,
    fact::Temperature,
    moment::{Day, Hour},
    playbook::Playbook,
    status::Status,
};

/// The next follow-up of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next<'a> {
    /// Somebody fixed it.
    Fixed(&'a NextStep),
    /// The cadence's offer.
    Suggested {
        /// A working day; it may have passed.
        due: Day,
        /// The half of the day to try, after a call nobody answered.
        half: Option<Half>,
        /// Why then.
        because: Because,
    },
    /// Nothing is suggested, and why.
    Paused {
        /// A complaint or an opposition.
        because: Because,
    },
}

/// Half a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Before 13 h.
    Morning,
    /// From 13 h on.
    Afternoon,
}

impl Next<'_> {
    /// The day it is due.
    pub fn due(&self) -> Option<Day> {
        match self {
            Self::Fixed(step) => Some(step.due.day),
            Self::Suggested { due, .. } => Some(*due),
            Self::Paused { .. } => None,
        }
    }

    /// The hour somebody fixed.
    pub fn hour(&self) -> Option<Hour> {
        match self {
            Self::Fixed(step) => step.due.hour,
            _ => None,
        }
    }
}

/// The next follow-up of a card: the explicit one wins; an open complaint and an opposition on every channel pause
/// suggestions; else the cadence speaks.
pub fn next<'a>(case: &Case<'a>, status: Status, temperature: Temperature, playbook: &Playbook, day: Day) -> Next<'a> {
    if let Some(step) = case.next_step() {
        return Next::Fixed(step);
    }
    if let Some(complaint) = case.dealings().find_map(|dealings| dealings.complaint()) {
        return Next::Paused { because: Because::Complaint { since: complaint.since } };
    }
    if case.opposed_everywhere() {
        return Next::Paused { because: Because::Opposed };
    }
    suggestion::suggest(case, cadence(case, status, temperature, playbook), playbook, day)
}
