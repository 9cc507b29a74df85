//! What the box finds: people, companies and deals with what tells them from their namesakes, and actions on them.

use super::wishes;
use crate::{
    cockpit::{
        command::Command,
        world::{self, World},
    },
    sales::{
        book::Records,
        entity::{Entity, Kind},
    },
};

/// Something the box offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Somebody, a company or a deal.
    Someone(Someone),
    /// An action where one stands.
    Wish(Command),
    /// An action on somebody.
    On(Command, Someone),
    /// What was typed, as a new contact.
    Create(String),
}

/// Somebody, a company or a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Someone {
    /// Who.
    pub entity: Entity,
    /// How it is called.
    pub name: String,
    /// Company and town.
    pub rest: String,
    /// Its phone, as one reads it out.
    pub phone: String,
    /// Which letters of the name and of the rest were typed.
    pub marks: [Vec<usize>; 2],
}

/// How many people are offered, and how many of them for an action that names somebody.
const PEOPLE: usize = 12;
const ACTED_ON: usize = 4;
/// What stands between two words of a row of the index.
const BETWEEN: &str = " · ";

/// Whoever a query finds.
pub fn people(query: &str, world: &World) -> Vec<Found> {
    let mut finder = world.register.finder().borrow_mut();
    let hits = finder.search(query, PEOPLE);
    let mut all = Vec::with_capacity(hits.len());
    for hit in hits {
        let Some(Found::Someone(mut found)) = someone(hit.entity, world) else { continue };
        found.mark(finder.text(hit.entity).unwrap_or_default(), &hit.positions);
        all.push(Found::Someone(found));
    }
    all
}

/// How somebody is called, and what tells the four Martins apart: company, town, phone.
pub fn someone(entity: Entity, world: &World) -> Option<Found> {
    let case = world::case(world.book, entity)?;
    let view = case.as_case();
    let first = |keys: &[&str]| {
        keys.iter().map(|key| view.text(key)).find(|text| !text.is_empty()).unwrap_or_default().to_owned()
    };
    let town = first(&["contact.town", "company.town"]);
    let phone = first(&["contact.mobile", "contact.phone", "company.phone"]);
    let phone = if phone.is_empty() { phone } else { world.voice.phone(&phone) };
    let name = match entity.kind {
        Kind::Contact => world.book.contact(entity)?.name(),
        Kind::Company => world.book.company(entity)?.name().to_owned(),
        Kind::Deal => format!("{}{BETWEEN}{}", world::name(&case), case.deal.title()),
    };
    let company = if entity.kind == Kind::Contact { first(&["company.name"]) } else { String::new() };
    let rest = [company, town].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(BETWEEN);
    Some(Found::Someone(Someone { entity, name, rest, phone, marks: [Vec::new(), Vec::new()] }))
}

impl Someone {
    /// Which letters were typed, where what is shown is how the index has it.
    fn mark(&mut self, indexed: &str, positions: &[u32]) {
        let name = self.name.chars().count();
        let Some(after) = indexed.strip_prefix(self.name.as_str()) else { return };
        let all = || positions.iter().map(|at| *at as usize);
        self.marks[0] = all().filter(|at| *at < name).collect();
        if after.strip_prefix(BETWEEN).is_some_and(|after| after.starts_with(&self.rest)) {
            let rest = name + BETWEEN.chars().count();
            self.marks[1] = all().filter_map(|at| at.checked_sub(rest)).collect();
        }
    }
}

/// `marie rdv`, `devis lefèvre`: an action and whom it is for, where no one is called that way.
pub fn acts_on(query: &str, world: &World) -> Vec<Found> {
    let ends = [query.rsplit_once(' '), query.split_once(' ').map(|(first, rest)| (rest, first))];
    let mut found = ends.into_iter().flatten().filter_map(|(who, word)| {
        let wish = wishes::named(word)?;
        let people = people(who, world).into_iter().take(ACTED_ON);
        let on = |found| if let Found::Someone(someone) = found { Some(Found::On(wish, someone)) } else { None };
        Some(people.filter_map(on).collect::<Vec<_>>())
    });
    found.find(|found| !found.is_empty()).unwrap_or_default()
}
