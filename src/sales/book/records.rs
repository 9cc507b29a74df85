//! Where records and facts are looked up, whoever has them.

use crate::sales::{
    case::Case,
    company::Company,
    contact::Contact,
    deal::Deal,
    entity::{Entity, Kind},
    fact::{Fact, Target},
    fold::Record,
};

/// Facts kept elsewhere, asked for when something is taken back or comes late.
pub trait History {
    /// Every fact that names the entity, in the order of stamps.
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable>;
    /// The facts of an act, or one fact.
    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable>;
    /// Every fact there is, oldest first.
    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable>;
}

/// The history could not be read; the book is as it was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the history could not be read")]
pub struct Unreadable;

/// Where records are looked up: the book, or the book with what is being typed.
pub trait Records {
    /// A contact.
    fn contact(&self, entity: Entity) -> Option<Contact>;
    /// A company.
    fn company(&self, entity: Entity) -> Option<Company>;
    /// A deal.
    fn deal(&self, entity: Entity) -> Option<Deal>;
    /// The one an entity was merged into, or itself.
    fn resolve(&self, entity: Entity) -> Entity;

    /// A deal with its contact and its company.
    fn case(&self, deal: Entity) -> Option<OwnedCase> {
        let deal = self.deal(deal)?;
        let party = deal.party.map(|party| self.resolve(party));
        let contact = party.and_then(|party| self.contact(party));
        let employer = contact.as_ref().and_then(|contact| contact.company).map(|company| self.resolve(company));
        let company = employer.or(party).and_then(|company| self.company(company));
        Some(OwnedCase { deal, contact, company })
    }
}

/// A deal with everything a reading may look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedCase {
    /// The deal.
    pub deal: Deal,
    /// Its contact, where its party is one.
    pub contact: Option<Contact>,
    /// The contact's company, or the company that is the party.
    pub company: Option<Company>,
}

impl OwnedCase {
    /// The same, borrowed.
    pub fn as_case(&self) -> Case<'_> {
        Case { deal: &self.deal, contact: self.contact.as_ref(), company: self.company.as_ref() }
    }
}

/// A deal with its people; a party without any deal gets a blank one, which is born with the first thing said about it.
pub fn case_of(records: &dyn Records, subject: Entity) -> Option<OwnedCase> {
    let subject = records.resolve(subject);
    if subject.kind == Kind::Deal {
        return records.case(subject);
    }
    let contact = records.contact(subject);
    let company = match &contact {
        Some(contact) => contact.company.and_then(|company| records.company(records.resolve(company))),
        None => records.company(subject),
    };
    if contact.is_none() && company.is_none() {
        return None;
    }
    Some(OwnedCase { deal: blank(subject)?, contact, company })
}

fn blank(party: Entity) -> Option<Deal> {
    match Record::blank(Entity::fresh(Kind::Deal, 0)) {
        Record::Deal(deal) => Some(Deal { party: Some(party), ..deal }),
        _ => None,
    }
}

/// The deals whose reading depends on an entity: itself, its own, or those of the people who work there.
pub fn deals_about(records: &dyn Records, entity: Entity) -> Vec<Entity> {
    match entity.kind {
        Kind::Deal => vec![entity],
        Kind::Contact => records.contact(entity).map(|contact| contact.dealings.deals).unwrap_or_default(),
        Kind::Company => {
            let Some(company) = records.company(entity) else { return Vec::new() };
            let people = company.people.iter().flat_map(|person| deals_about(records, *person));
            people.chain(company.dealings.deals.iter().copied()).collect()
        }
    }
}
