//! What somebody is looked for in the box, where it is not to be shown.

use crate::sales::{correction::Entry, fact::Role};

/// What whoever is found is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quest {
    /// An exchange belongs to them.
    Move(Box<Entry>),
    /// They have this role.
    Relate(Role),
}

impl Quest {
    /// Key of what the keys do.
    pub fn keys(&self) -> &'static str {
        match self {
            Self::Move(_) => "palette-keys-move",
            Self::Relate(_) => "palette-keys-choose",
        }
    }

    /// Key of the question.
    pub fn text(&self) -> &'static str {
        match self {
            Self::Move(_) => "palette-move",
            Self::Relate(Role::WorksFor) => "palette-company",
            Self::Relate(_) => "palette-person",
        }
    }
}
