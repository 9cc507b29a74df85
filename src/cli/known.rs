//! The portfolio as an import asks it: whose address, number or name is this?

use rustc_hash::FxHashMap;

use crate::{
    exchange::known::Known,
    sales::{
        book::{Book, Records},
        company::Company,
        contact::Contact,
        deal::Deal,
        entity::{Entity, Kind},
        fields::Fields,
        words::fold::folded,
    },
};

type Index = FxHashMap<String, Vec<Entity>>;

/// A portfolio with its indexes. It keeps its own book: the desk's learns while rows are recorded, and an import
/// remembers by itself what its own rows said.
pub(super) struct Portfolio {
    book: Book,
    emails: Index,
    phones: Index,
    sirets: Index,
    sirens: Index,
    houses: Index,
    names: Index,
}

impl Portfolio {
    /// Of a book as it stands.
    pub(super) fn of(book: &Book) -> Self {
        let index = Index::default;
        let mut new = Self {
            book: book.clone(),
            emails: index(),
            phones: index(),
            sirets: index(),
            sirens: index(),
            houses: index(),
            names: index(),
        };
        for contact in book.entities(Kind::Contact).filter_map(|entity| book.contact(entity)) {
            new.person(&contact);
        }
        for company in book.entities(Kind::Company).filter_map(|entity| book.company(entity)) {
            new.house(&company);
        }
        new
    }

    fn person(&mut self, contact: &Contact) {
        let (entity, fields) = (contact.entity, &contact.fields);
        enter(&mut self.emails, fields, &["contact.email"], entity);
        enter(&mut self.phones, fields, &["contact.phone", "contact.mobile"], entity);
        let name = contact.name();
        self.names.entry(folded(&name).into_owned()).or_default().push(entity);
    }

    fn house(&mut self, company: &Company) {
        let (entity, fields) = (company.entity, &company.fields);
        enter(&mut self.emails, fields, &["company.email"], entity);
        enter(&mut self.phones, fields, &["company.phone"], entity);
        enter(&mut self.sirets, fields, &["company.siret"], entity);
        enter(&mut self.sirens, fields, &["company.siren"], entity);
        let siret = fields.text("company.siret");
        if let Some(siren) = siret.get(..9).filter(|siren| *siren != fields.text("company.siren")) {
            self.sirens.entry(siren.to_owned()).or_default().push(entity);
        }
        self.houses.entry(folded(company.name()).into_owned()).or_default().push(entity);
    }
}

fn enter(index: &mut Index, fields: &Fields, keys: &[&str], entity: Entity) {
    for text in keys.iter().map(|key| fields.text(key)).filter(|text| !text.is_empty()) {
        index.entry(text.to_owned()).or_default().push(entity);
    }
}

fn under(index: &Index, key: &str) -> Vec<Entity> {
    index.get(key).cloned().unwrap_or_default()
}

impl Known for Portfolio {
    fn by_email(&self, email: &str) -> Vec<Entity> {
        under(&self.emails, email)
    }

    fn by_phone(&self, phone: &str) -> Vec<Entity> {
        under(&self.phones, phone)
    }

    fn by_siret(&self, siret: &str) -> Vec<Entity> {
        under(&self.sirets, siret)
    }

    fn by_siren(&self, siren: &str) -> Vec<Entity> {
        under(&self.sirens, siren)
    }

    fn by_company_name(&self, folded: &str) -> Vec<Entity> {
        under(&self.houses, folded)
    }

    fn by_name(&self, folded: &str) -> Vec<Entity> {
        under(&self.names, folded)
    }

    fn contact(&self, entity: Entity) -> Option<Contact> {
        self.book.contact(entity)
    }

    fn company(&self, entity: Entity) -> Option<Company> {
        self.book.company(entity)
    }

    fn deal(&self, entity: Entity) -> Option<Deal> {
        self.book.deal(entity)
    }
}
