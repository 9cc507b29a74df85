//! How the people and companies of a book stand in the box: the words shown, the digits and the weight of each.

use std::cell::RefCell;

use super::{
    book::{Book, Learnt, Records},
    contact::Dealings,
    entity::{Entity, Kind},
    fields::Fields,
    find::Finder,
};

/// Who has the box's index: made or read when first asked for, so that a start does not wait for it.
pub trait Register {
    /// The index; it narrows as one types.
    fn finder(&self) -> &RefCell<Finder>;
}

/// A row of the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The words shown: name, company, town, address.
    pub words: String,
    /// Every number by which it is known, digits only, one space between.
    pub digits: String,
    /// The more it matters the higher it stands among equal hits.
    pub weight: u8,
}

/// The box's index of a whole book.
pub fn finder_of(book: &Book) -> Finder {
    let (mut finder, records) = (Finder::default(), book.sweep());
    for entity in book.entities(Kind::Contact).chain(book.entities(Kind::Company)) {
        if let Some(row) = row(&records, entity) {
            finder.insert(entity, &row.words, &row.digits, row.weight);
        }
    }
    finder
}

/// Follows what the book learnt.
pub fn follow(finder: &mut Finder, book: &Book, learnt: &Learnt) {
    let Learnt::Some(changed) = learnt else {
        *finder = finder_of(book);
        return;
    };
    for entity in changed {
        renew(finder, book, *entity);
        if let Some(company) = book.company(*entity) {
            company.people.iter().for_each(|person| renew(finder, book, *person));
        }
        let party = book.deal(*entity).and_then(|deal| deal.party);
        party.into_iter().for_each(|party| renew(finder, book, book.resolve(party)));
    }
}

fn renew(finder: &mut Finder, book: &Book, entity: Entity) {
    match row(book, entity) {
        Some(row) => finder.update(entity, &row.words, &row.digits, row.weight),
        None => finder.remove(entity),
    }
}

/// The row of a contact or a company; deals are found under their party.
pub fn row(records: &dyn Records, entity: Entity) -> Option<Row> {
    match entity.kind {
        Kind::Contact => {
            let contact = records.contact(entity)?;
            let company = contact.company.and_then(|company| records.company(records.resolve(company)));
            let firm = company.as_ref().map_or("", |company| company.name());
            let town = first(&contact.fields, company.as_ref().map(|company| &company.fields), "town");
            let words = joined(&[&contact.name(), firm, &town, contact.fields.text("contact.email")]);
            let digits = digits(&contact.fields, &["contact.mobile", "contact.phone"]);
            Some(Row { words, digits, weight: weight(records, &contact.dealings) })
        }
        Kind::Company => {
            let company = records.company(entity)?;
            let fields = &company.fields;
            let words = joined(&[company.name(), fields.text("company.town"), fields.text("company.email")]);
            let digits = digits(fields, &["company.phone", "company.siret", "company.siren"]);
            Some(Row { words, digits, weight: weight(records, &company.dealings) / 2 })
        }
        Kind::Deal => None,
    }
}

fn first(own: &Fields, firm: Option<&Fields>, field: &str) -> String {
    let own = own.text(&format!("contact.{field}"));
    let firm = firm.map_or("", |fields| fields.text(&format!("company.{field}")).trim());
    if own.is_empty() { firm.to_owned() } else { own.to_owned() }
}

fn joined(words: &[&str]) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !seen.contains(word) {
            seen.push(word);
        }
    }
    seen.join(" · ")
}

fn digits(fields: &Fields, keys: &[&str]) -> String {
    let numbers = keys.iter().map(|key| fields.text(key)).filter(|number| !number.is_empty());
    let digits = numbers.map(|number| number.chars().filter(char::is_ascii_digit).collect::<String>());
    digits.collect::<Vec<_>>().join(" ")
}

/// Somebody with an open deal matters more than somebody with a closed one, and both more than a mere address.
fn weight(records: &dyn Records, dealings: &Dealings) -> u8 {
    let open = dealings.deals.iter().any(|deal| records.deal(*deal).is_some_and(|deal| deal.is_open()));
    match (open, dealings.deals.is_empty()) {
        (true, _) => 60,
        (false, false) => 30,
        (false, true) => 0,
    }
}
