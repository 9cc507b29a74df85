//! Whom the portfolio already knows: what an import asks before it names somebody new.

use crate::sales::{
    company::Company,
    contact::Contact,
    deal::Deal,
    double::{Likeness, Portrait},
    entity::{Entity, Kind},
};

/// The people, companies and deals an import may meet again. Keys are validated words; names are folded.
pub trait Known {
    /// Contacts and companies with this address.
    fn by_email(&self, email: &str) -> Vec<Entity>;
    /// Contacts and companies with this number (E.164), fixed or mobile.
    fn by_phone(&self, phone: &str) -> Vec<Entity>;
    /// Companies with this SIRET.
    fn by_siret(&self, siret: &str) -> Vec<Entity>;
    /// Companies with this SIREN, given alone or inside a SIRET.
    fn by_siren(&self, siren: &str) -> Vec<Entity>;
    /// Companies of this folded name.
    fn by_company_name(&self, folded: &str) -> Vec<Entity>;
    /// Contacts of this folded name, given name first.
    fn by_name(&self, folded: &str) -> Vec<Entity>;
    /// Contacts, companies and deals with this number in another program.
    fn by_reference(&self, reference: &str) -> Vec<Entity>;
    /// Deals that wait for the contact or company of this number in another program.
    fn awaiting(&self, kind: Kind, reference: &str) -> Vec<Entity>;
    /// Who looks like somebody new by name and place.
    fn like(&self, new: &Portrait) -> Option<(Entity, Likeness)>;
    /// Whether this address or number is that of somebody who was forgotten and objects to being taken in again.
    fn is_forgotten(&self, word: &str) -> bool;
    /// A contact as it stands.
    fn contact(&self, entity: Entity) -> Option<Contact>;
    /// A company as it stands.
    fn company(&self, entity: Entity) -> Option<Company>;
    /// A deal as it stands.
    fn deal(&self, entity: Entity) -> Option<Deal>;
}

/// An empty portfolio.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl Known for Nobody {
    fn by_email(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn by_phone(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn by_siret(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn by_siren(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn by_company_name(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn by_name(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn by_reference(&self, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn awaiting(&self, _: Kind, _: &str) -> Vec<Entity> {
        Vec::new()
    }

    fn like(&self, _: &Portrait) -> Option<(Entity, Likeness)> {
        None
    }

    fn is_forgotten(&self, _: &str) -> bool {
        false
    }

    fn contact(&self, _: Entity) -> Option<Contact> {
        None
    }

    fn company(&self, _: Entity) -> Option<Company> {
        None
    }

    fn deal(&self, _: Entity) -> Option<Deal> {
        None
    }
}
