//! Tags that are in use, offered while one is typed.

use std::collections::BTreeMap;

use super::Form;
use crate::{
    cockpit::world::World,
    sales::{
        book::{Book, Records},
        entity::Kind,
        fact::Value,
        fields::folded,
    },
};

/// The row a tag is typed in.
const TAG: &str = "tag";
/// So many are offered at once.
const OFFERED: usize = 8;
/// So many contacts are looked at, latest first: what nobody used for so long is typed anew.
const LOOKED_AT: usize = 20_000;

/// Tags in use, the most used first.
pub fn in_use(book: &Book) -> Vec<String> {
    let mut known: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut people: Vec<_> = book.entities(Kind::Contact).collect();
    people.reverse();
    for person in people.into_iter().take(LOOKED_AT) {
        let Some(contact) = book.contact(person) else { continue };
        let Some(Value::List(tags)) = contact.fields.get("contact.tags") else { continue };
        for tag in tags {
            known.entry(folded(tag).into_owned()).or_insert_with(|| (0, tag.clone())).0 += 1;
        }
    }
    let mut used: Vec<(usize, String)> = known.into_values().collect();
    used.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    used.into_iter().map(|(_, tag)| tag).collect()
}

impl Form {
    /// Says under the row which tags begin like what is typed.
    pub(super) fn offer_tags(&mut self, world: &World) {
        let fitting = self.fitting_tags().take(OFFERED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let Some(row) = self.rows.iter_mut().find(|row| row.key == TAG) else { return };
        row.help = match fitting.as_str() {
            "" => world.voice.say("form-tag-new").to_owned(),
            tags => world.voice.tell("form-tag-known", &[("tags", tags.into())]),
        };
    }

    /// Completes the tag that is typed to the first that begins so; whether there was more of it.
    pub(super) fn complete_tag(&mut self, world: &World) -> bool {
        let here = self.rows.get(self.at).is_some_and(|row| row.key == TAG);
        let typed = self.text(TAG);
        let first = self.fitting_tags().next().filter(|tag| here && **tag != typed).cloned();
        let Some((tag, row)) = first.zip(self.rows.get_mut(self.at)) else { return false };
        row.fill(&tag);
        self.touched = true;
        self.refresh(world);
        true
    }

    fn fitting_tags(&self) -> impl Iterator<Item = &String> {
        let typed = folded(&self.text(TAG)).into_owned();
        self.tags.iter().filter(move |tag| folded(tag).starts_with(&typed))
    }
}
