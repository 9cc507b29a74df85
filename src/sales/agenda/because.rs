//! Why a follow-up is due when it is.

use super::Half;
use crate::sales::{moment::Day, reason::Reason};

/// Why a follow-up is due then, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// So many days after the last exchange.
    Cadence {
        /// The rhythm.
        days: u16,
        /// The last exchange.
        last: Day,
    },
    /// So many days after they came into the files: there was no exchange yet.
    First {
        /// The rhythm.
        days: u16,
        /// The day of creation.
        created: Day,
    },
    /// Nobody answered: the next working day, the other half of the day.
    Retry {
        /// The call.
        last: Day,
        /// The half to try.
        half: Option<Half>,
    },
    /// Too many touches without an answer: keep in contact only.
    Nurturing {
        /// How many.
        touches: u16,
        /// The last one.
        last: Day,
    },
    /// We wrote and called enough for now: the day the oldest touch leaves the window.
    Saturated {
        /// How many in the window.
        touches: u16,
        /// The window, days.
        days: u16,
    },
    /// A step of the sequence that follows the deal.
    Step {
        /// Which, from 1.
        step: u16,
        /// Of how many.
        of: u16,
    },
    /// A complaint is open: commercial suggestions pause.
    Complaint {
        /// Since when.
        since: Day,
    },
    /// Every channel was opposed.
    Opposed,
}

impl Because {
    /// For the voice.
    pub fn reason(self) -> Reason {
        match self {
            Self::Cadence { days, last } => Reason::plain("because-cadence").with("days", days).with("last", last),
            Self::First { days, created } => Reason::plain("because-first").with("days", days).with("created", created),
            Self::Retry { last, half: None } => Reason::plain("because-retry").with("last", last),
            Self::Retry { last, half: Some(Half::Morning) } => Reason::plain("because-retry_am").with("last", last),
            Self::Retry { last, half: Some(Half::Afternoon) } => Reason::plain("because-retry_pm").with("last", last),
            Self::Nurturing { touches, last } => {
                Reason::plain("because-nurturing").with("touches", touches).with("last", last)
            }
            Self::Saturated { touches, days } => {
                Reason::plain("because-saturated").with("touches", touches).with("days", days)
            }
            Self::Step { step, of } => Reason::plain("because-step").with("step", step).with("of", of),
            Self::Complaint { since } => Reason::plain("because-complaint").with("since", since),
            Self::Opposed => Reason::plain("because-opposed_everywhere"),
        }
    }
}
