//! What tells a person or a company from others: name, addresses, numbers, place. Drawn from any records, so that what is
//! only being typed is compared like what is known.

use super::name::{House, Person};
use crate::sales::{
    book::Records,
    company::Company,
    contact::{Contact, Dealings},
    entity::{Entity, Kind},
    fields::Fields,
    words::{fold::folded, phone, siren},
};

/// What tells somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// Who.
    pub entity: Entity,
    /// The name.
    pub name: Named,
    /// Addresses, in small letters.
    pub emails: Vec<String>,
    /// Numbers, E.164.
    pub phones: Vec<String>,
    /// Where they work, and how that is called.
    pub house: Option<(Entity, House)>,
    /// Town, folded.
    pub town: String,
    /// Post code.
    pub postcode: String,
    /// SIRET.
    pub siret: String,
    /// SIREN, also where only a SIRET is known.
    pub siren: String,
    /// How much stands behind it: exchanges, and deals threefold.
    pub weight: u32,
}

/// A name, read for its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Of a person.
    Person(Person),
    /// Of a company.
    House(House),
}

impl Portrait {
    /// Of a contact or a company; nothing of a deal, or where nobody is there.
    pub fn of(records: &dyn Records, entity: Entity) -> Option<Self> {
        match entity.kind {
            Kind::Contact => records.contact(entity).map(|contact| Self::person(records, &contact)),
            Kind::Company => records.company(entity).map(|company| Self::firm(&company)),
            Kind::Deal => None,
        }
    }

    /// Somebody of whom a file says this much.
    pub fn told(entity: Entity, name: Named, fields: &Fields, house: Option<(Entity, &str)>) -> Self {
        let key = |word: &str| {
            if entity.kind == Kind::Company { format!("company.{word}") } else { format!("contact.{word}") }
        };
        let text = |word: &str| fields.text(&key(word));
        let siret = text("siret").to_owned();
        Self {
            entity,
            name,
            emails: emails(fields, &key("email")),
            phones: phones(fields, &[&key("mobile"), &key("phone")]),
            house: house.map(|(entity, name)| (entity, House::of(name))),
            town: folded(text("town")).into_owned(),
            postcode: text("postcode").to_owned(),
            siren: siren::siren_of(&siret).unwrap_or(text("siren")).to_owned(),
            siret,
            weight: 0,
        }
    }

    fn person(records: &dyn Records, contact: &Contact) -> Self {
        let firm = contact.company.and_then(|firm| records.company(records.resolve(firm)));
        let text = |key: &str| contact.fields.text(key);
        let (mut town, mut postcode) = (folded(text("contact.town")).into_owned(), text("contact.postcode").to_owned());
        if let Some(firm) = firm.as_ref().filter(|_| town.is_empty() && postcode.is_empty()) {
            town = folded(firm.fields.text("company.town")).into_owned();
            firm.fields.text("company.postcode").clone_into(&mut postcode);
        }
        Self {
            entity: contact.entity,
            name: Named::Person(Person::of(text("contact.given_name"), text("contact.family_name"))),
            emails: emails(&contact.fields, "contact.email"),
            phones: phones(&contact.fields, &["contact.mobile", "contact.phone"]),
            house: firm.map(|firm| (firm.entity, House::of(firm.name()))),
            town,
            postcode,
            siret: String::new(),
            siren: String::new(),
            weight: weight(&contact.dealings),
        }
    }

    fn firm(company: &Company) -> Self {
        let text = |key: &str| company.fields.text(key);
        let siret = text("company.siret").to_owned();
        let siren = siren::siren_of(&siret).unwrap_or(text("company.siren")).to_owned();
        let people = u32::try_from(company.people.len()).unwrap_or(u32::MAX);
        Self {
            entity: company.entity,
            name: Named::House(House::of(company.name())),
            emails: emails(&company.fields, "company.email"),
            phones: phones(&company.fields, &["company.phone"]),
            house: None,
            town: folded(text("company.town")).into_owned(),
            postcode: text("company.postcode").to_owned(),
            siret,
            siren,
            weight: weight(&company.dealings).saturating_add(people),
        }
    }

    /// Whether both work for one company, or for two of one name.
    pub(super) fn works_with(&self, other: &Self) -> bool {
        let (Some((one, name)), Some((two, theirs))) = (&self.house, &other.house) else { return false };
        one == two || !name.words.is_empty() && name == theirs
    }

    /// Whether they are in two places, or in one; nothing where a place is not known.
    pub(super) fn is_elsewhere(&self, other: &Self) -> Option<bool> {
        let (town, postcode) = (here_or_there(&self.town, &other.town), here_or_there(&self.postcode, &other.postcode));
        match (town, postcode) {
            // Neighbouring towns share a post code, and one town is written in several ways.
            (Some(true), Some(false)) => None,
            (None, elsewhere) | (elsewhere, _) => elsewhere,
        }
    }

    /// Two companies, or two places of one: the register says so.
    pub(super) fn registered_otherwise(&self, other: &Self) -> bool {
        differ(&self.siret, &other.siret) || differ(&self.siren, &other.siren)
    }
}

fn differ(one: &str, two: &str) -> bool {
    here_or_there(one, two) == Some(true)
}

/// Whether two places differ, where both are known.
fn here_or_there(one: &str, two: &str) -> Option<bool> {
    (!one.is_empty() && !two.is_empty()).then(|| one != two)
}

/// What both have, where both have it.
pub(super) fn same(one: &str, two: &str) -> Option<String> {
    (!one.is_empty() && one == two).then(|| one.to_owned())
}

fn emails(fields: &Fields, key: &str) -> Vec<String> {
    let email = fields.text(key).to_lowercase();
    if email.is_empty() { Vec::new() } else { vec![email] }
}

fn phones(fields: &Fields, keys: &[&str]) -> Vec<String> {
    let numbers = keys.iter().map(|key| phone::parts(fields.text(key)).0.to_owned());
    numbers.filter(|number| !number.is_empty()).collect()
}

fn weight(dealings: &Dealings) -> u32 {
    u32::try_from(dealings.activities.len() + 3 * dealings.deals.len()).unwrap_or(u32::MAX)
}
