//! The book read from one end to the other: rows of the snapshot come a stretch at a time instead of one by one.

use std::cell::RefCell;

use super::{Book, Company, Contact, Deal, Entity, Kind, Records};
use crate::sales::table::Window;

/// A reader of many records, best in the order of their rows. One a thread.
pub struct Sweep<'b> {
    book: &'b Book,
    contacts: RefCell<Window>,
    companies: RefCell<Window>,
    deals: RefCell<Window>,
}

impl Book {
    /// Begins to read many records.
    pub fn sweep(&self) -> Sweep<'_> {
        Sweep { book: self, contacts: RefCell::default(), companies: RefCell::default(), deals: RefCell::default() }
    }
}

impl Records for Sweep<'_> {
    fn contact(&self, entity: Entity) -> Option<Contact> {
        let found = || self.book.contacts.get_through(entity.id, &mut self.contacts.borrow_mut());
        (entity.kind == Kind::Contact).then(found)?
    }

    fn company(&self, entity: Entity) -> Option<Company> {
        let found = || self.book.companies.get_through(entity.id, &mut self.companies.borrow_mut());
        (entity.kind == Kind::Company).then(found)?
    }

    fn deal(&self, entity: Entity) -> Option<Deal> {
        let found = || self.book.deals.get_through(entity.id, &mut self.deals.borrow_mut());
        (entity.kind == Kind::Deal).then(found)?
    }

    fn resolve(&self, entity: Entity) -> Entity {
        self.book.resolve(entity)
    }
}
