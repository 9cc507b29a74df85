//! What somebody is looked for in the box, where it is not to be shown.

use crate::sales::correction::Entry;

/// What whoever is found is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quest {
    /// An exchange belongs to them.
    Move(Box<Entry>),
}

impl Quest {
    /// Key of the question.
    pub fn text(&self) -> &'static str {
        match self {
            Self::Move(_) => "palette-move",
        }
    }
}
