//! Who of a file looks like somebody known, or like somebody further up in it, without being taken for the same: told, never
//! merged. By name and place or company; the same address or number is [`super::party`]'s matter.

use rustc_hash::FxHashMap;

use crate::sales::{
    contact::Contact,
    double::{
        Crowd, Likeness, Portrait, Sign,
        name::{House, Person},
        portrait::Named,
    },
    entity::Entity,
    fact::Value,
    fields::Fields,
};

use super::{
    gathered::{Gathered, Values},
    known::Known,
    party::Party,
    proposal::{Found, Other},
};

/// The most people and companies of one file that are compared among themselves: memory stays bounded.
const COMPARED: usize = 200_000;

/// Whom the file has named for the first time.
#[derive(Debug, Default)]
pub struct Likenesses {
    crowd: Crowd,
    lines: FxHashMap<Entity, u64>,
}

impl Likenesses {
    /// What is to be told of the new people and companies of a row.
    pub fn met(&mut self, line: u64, row: &Gathered, party: &Party, known: &dyn Known) -> Vec<Found> {
        let firm = party.firm.as_ref().map(|side| (side.entity, Gathered::text(&row.company, "company.name")));
        let mut found = Vec::new();
        if let Some(side) = party.firm.as_ref().filter(|side| side.new) {
            let name = Gathered::text(&row.company, "company.name");
            let portrait = Portrait::told(side.entity, Named::House(House::of(name)), &fields(&row.company), None);
            found.extend(self.one(line, name, portrait, known));
        }
        if let Some(side) = party.person.as_ref().filter(|side| side.new) {
            let part = |key: &str| Gathered::text(&row.contact, key);
            let (given, family) = (part("contact.given_name"), part("contact.family_name"));
            let name = Named::Person(Person::of(given, family));
            let portrait = Portrait::told(side.entity, name, &fields(&row.contact), firm);
            found.extend(self.one(line, format!("{given} {family}").trim(), portrait, known));
        }
        found
    }

    fn one(&mut self, line: u64, name: &str, portrait: Portrait, known: &dyn Known) -> Option<Found> {
        let there =
            || known.like(&portrait).map(|(entity, like)| alike(name, Other::Known(named(known, entity)), &like));
        let here = || {
            let (entity, like) = self.crowd.likest(&portrait)?;
            Some(alike(name, Other::Row(*self.lines.get(&entity)?), &like))
        };
        let found = there().or_else(here);
        if self.crowd.len() < COMPARED {
            self.lines.insert(portrait.entity, line);
            self.crowd.take(portrait);
        }
        found
    }
}

fn alike(name: &str, other: Other, like: &Likeness) -> Found {
    let sign = like.signs.iter().map(Sign::key).find(|key| NAMES.contains(key)).unwrap_or("near");
    Found::Like { text: name.to_owned(), other, sign }
}

/// The signs that are about the name.
const NAMES: [&str; 5] = ["same_name", "swapped", "near", "initial", "part"];

fn named(known: &dyn Known, entity: Entity) -> String {
    let person = known.contact(entity).map(|contact: Contact| contact.name());
    person.or_else(|| known.company(entity).map(|company| company.name().to_owned())).unwrap_or_default()
}

fn fields(values: &Values) -> Fields {
    let mut fields = Fields::default();
    for (field, value) in values.iter().filter(|(_, value)| matches!(value, Value::Text(_))) {
        fields.set(field.key, value.clone());
    }
    fields
}
