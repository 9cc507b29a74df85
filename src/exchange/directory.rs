//! The portfolio as an import asks for it: everybody by address, number and name, as they stood when it began.

use rustc_hash::FxHashMap;

use super::known::Known;
use crate::sales::{
    book::{Book, Records},
    company::Company,
    contact::Contact,
    deal::Deal,
    double::{Crowd, Likeness, Portrait},
    entity::{Entity, Kind},
    fields::Fields,
    words::{fold::folded, siren},
};

type Index = FxHashMap<String, Vec<Entity>>;

/// Everybody in a book, by the words that tell them.
pub struct Directory {
    book: Book,
    forgotten: Box<dyn Fn(&str) -> bool>,
    emails: Index,
    phones: Index,
    sirets: Index,
    sirens: Index,
    companies: Index,
    people: Index,
    references: Index,
    awaiting: [Index; 2],
    crowd: Crowd,
}

impl Directory {
    /// Reads a whole book; `forgotten` says whose address or number must not come in again.
    pub fn of(book: &Book, forgotten: impl Fn(&str) -> bool + 'static) -> Self {
        let mut directory = Self {
            book: book.clone(),
            forgotten: Box::new(forgotten),
            emails: Index::default(),
            phones: Index::default(),
            sirets: Index::default(),
            sirens: Index::default(),
            companies: Index::default(),
            people: Index::default(),
            references: Index::default(),
            awaiting: Default::default(),
            crowd: Crowd::default(),
        };
        for contact in book.entities(Kind::Contact).filter_map(|entity| book.contact(entity)) {
            directory.reach(contact.entity, &contact.fields, ["contact.email", "contact.phone", "contact.mobile"]);
            enter(&mut directory.people, &folded(&contact.name()), contact.entity);
            Portrait::of(book, contact.entity).into_iter().for_each(|portrait| directory.crowd.take(portrait));
            enter(&mut directory.references, contact.fields.text("contact.reference"), contact.entity);
        }
        for company in book.entities(Kind::Company).filter_map(|entity| book.company(entity)) {
            directory.reach(company.entity, &company.fields, ["company.email", "company.phone", "company.phone"]);
            directory.register(&company);
            Portrait::of(book, company.entity).into_iter().for_each(|portrait| directory.crowd.take(portrait));
            enter(&mut directory.references, company.fields.text("company.reference"), company.entity);
        }
        for deal in book.entities(Kind::Deal).filter_map(|entity| book.deal(entity)) {
            enter(&mut directory.references, deal.fields.text("deal.reference"), deal.entity);
            let [people, firms] = &mut directory.awaiting;
            if deal.party.is_none_or(|party| party.kind != Kind::Contact) {
                enter(people, deal.fields.text("deal.contact_reference"), deal.entity);
            }
            if deal.party.is_none() {
                enter(firms, deal.fields.text("deal.company_reference"), deal.entity);
            }
        }
        directory
    }

    fn reach(&mut self, entity: Entity, fields: &Fields, [email, phone, mobile]: [&str; 3]) {
        enter(&mut self.emails, &fields.text(email).to_lowercase(), entity);
        enter(&mut self.phones, fields.text(phone), entity);
        if mobile != phone {
            enter(&mut self.phones, fields.text(mobile), entity);
        }
    }

    fn register(&mut self, company: &Company) {
        let siret = company.fields.text("company.siret");
        enter(&mut self.sirets, siret, company.entity);
        enter(&mut self.sirens, company.fields.text("company.siren"), company.entity);
        if let Some(siren) = siren::siren_of(siret) {
            enter(&mut self.sirens, siren, company.entity);
        }
        enter(&mut self.companies, &folded(company.name()), company.entity);
    }
}

fn enter(index: &mut Index, word: &str, entity: Entity) {
    if word.is_empty() {
        return;
    }
    let list = index.entry(word.to_owned()).or_default();
    if !list.contains(&entity) {
        list.push(entity);
    }
}

fn look(index: &Index, word: &str) -> Vec<Entity> {
    index.get(word).cloned().unwrap_or_default()
}

impl Known for Directory {
    fn by_email(&self, email: &str) -> Vec<Entity> {
        look(&self.emails, &email.to_lowercase())
    }

    fn by_phone(&self, phone: &str) -> Vec<Entity> {
        look(&self.phones, phone)
    }

    fn by_siret(&self, siret: &str) -> Vec<Entity> {
        look(&self.sirets, siret)
    }

    fn by_siren(&self, siren: &str) -> Vec<Entity> {
        look(&self.sirens, siren)
    }

    fn by_company_name(&self, folded: &str) -> Vec<Entity> {
        look(&self.companies, folded)
    }

    fn by_name(&self, folded: &str) -> Vec<Entity> {
        look(&self.people, folded)
    }

    fn by_reference(&self, reference: &str) -> Vec<Entity> {
        look(&self.references, reference)
    }

    fn awaiting(&self, kind: Kind, reference: &str) -> Vec<Entity> {
        let [people, firms] = &self.awaiting;
        look(if kind == Kind::Contact { people } else { firms }, reference)
    }

    fn like(&self, new: &Portrait) -> Option<(Entity, Likeness)> {
        self.crowd.likest(new)
    }

    fn is_forgotten(&self, word: &str) -> bool {
        (self.forgotten)(word)
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
