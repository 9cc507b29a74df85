//! The book with statements laid over it that are typed or on their way, and not recorded.

use rustc_hash::FxHashMap;

use super::{Book, Records, deals_about, hear_resolved};
use crate::sales::{
    company::Company,
    contact::Contact,
    deal::Deal,
    entity::Entity,
    fact::Statement,
    fold::{Record, Said},
};

/// The book as it would be with what is being typed.
pub struct Preview<'a> {
    book: &'a Book,
    changed: FxHashMap<Entity, Record>,
}

impl Preview<'_> {
    /// The entities that what is typed speaks of.
    pub fn changed(&self) -> impl Iterator<Item = Entity> + '_ {
        self.changed.keys().copied()
    }

    /// The deals whose card what is typed may change.
    pub fn deals(&self) -> Vec<Entity> {
        let mut deals: Vec<Entity> = self.changed().flat_map(|entity| deals_about(self, entity)).collect();
        deals.sort_unstable();
        deals.dedup();
        deals
    }
}

impl Records for Preview<'_> {
    fn contact(&self, entity: Entity) -> Option<Contact> {
        match self.changed.get(&entity) {
            Some(Record::Contact(contact)) => Some(contact.clone()),
            Some(_) => None,
            None => self.book.contact(entity),
        }
    }

    fn company(&self, entity: Entity) -> Option<Company> {
        match self.changed.get(&entity) {
            Some(Record::Company(company)) => Some(company.clone()),
            Some(_) => None,
            None => self.book.company(entity),
        }
    }

    fn deal(&self, entity: Entity) -> Option<Deal> {
        match self.changed.get(&entity) {
            Some(Record::Deal(deal)) => Some(deal.clone()),
            Some(_) => None,
            None => self.book.deal(entity),
        }
    }

    fn resolve(&self, entity: Entity) -> Entity {
        self.book.resolve(entity)
    }
}

impl Book {
    /// The book as it would be after these statements, which are not recorded yet.
    pub fn preview(&self, statements: &[Statement], said: Said<'_>) -> Preview<'_> {
        let mut preview = Preview { book: self, changed: FxHashMap::default() };
        for statement in statements {
            for entity in statement.entities() {
                let entity = self.resolve(entity);
                let known = preview.changed.remove(&entity).or_else(|| self.record(entity));
                let mut record = known.unwrap_or_else(|| Record::blank(entity));
                hear_resolved(&self.aliases, &mut record, entity, statement, said);
                preview.changed.insert(entity, record);
            }
        }
        preview
    }
}
