//! Words that stand in the records, to be offered while one types: tags and towns, the most used first.

use std::collections::BTreeMap;

use super::{
    book::{Book, Records},
    entity::Kind,
    fact::Value,
    fields::folded,
};

/// So many contacts are looked at, the latest: what nobody used for so long is typed anew.
const LOOKED_AT: usize = 20_000;

/// Words in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InUse {
    /// Tags of people.
    pub tags: Vec<String>,
    /// Where people and their companies are.
    pub towns: Vec<String>,
}

/// How often each word was met, as it was first written.
#[derive(Default)]
struct Count(BTreeMap<String, (usize, String)>);

impl InUse {
    /// Those of a book.
    pub fn of(book: &Book) -> Self {
        let (mut tags, mut towns) = (Count::default(), Count::default());
        let records = book.sweep();
        for kind in [Kind::Contact, Kind::Company] {
            let before = book.count(kind).saturating_sub(LOOKED_AT);
            for entity in book.entities(kind).skip(before) {
                let contact = records.contact(entity).map(|contact| contact.fields);
                let Some(fields) = contact.or_else(|| Some(records.company(entity)?.fields)) else { continue };
                towns.note(fields.text(if kind == Kind::Contact { "contact.town" } else { "company.town" }));
                if let Some(Value::List(list)) = fields.get("contact.tags") {
                    list.iter().for_each(|tag| tags.note(tag));
                }
            }
        }
        Self { tags: tags.most_used(), towns: towns.most_used() }
    }
}

impl Count {
    fn note(&mut self, word: &str) {
        if !word.is_empty() {
            self.0.entry(folded(word).into_owned()).or_insert_with(|| (0, word.to_owned())).0 += 1;
        }
    }

    fn most_used(self) -> Vec<String> {
        let mut used: Vec<(usize, String)> = self.0.into_values().collect();
        used.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
        used.into_iter().map(|(_, word)| word).collect()
    }
}
