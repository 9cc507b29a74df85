//! A legal person.

use serde::{Deserialize, Serialize};

use super::{contact::Dealings, entity::Entity, fields::Fields};

/// A legal person, folded from the facts that name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Company {
    /// Which one.
    pub entity: Entity,
    /// Plain fields.
    pub fields: Fields,
    /// Contacts who work there.
    pub people: Vec<Entity>,
    /// What passed between us where no person is known, and its own deals.
    pub dealings: Dealings,
}

impl Company {
    /// Its name.
    pub fn name(&self) -> &str {
        self.fields.text("company.name")
    }
}
