//! Somebody told in one line: in the row of a name, or in the box. Each part goes into its own row, for one to see before
//! it is entered.

use super::{Form, Purpose};
use crate::{
    cockpit::world::World,
    sales::words::{introduced, name, phone},
};

/// The rows in which a whole line may be typed.
const NAMES: [&str; 2] = ["contact.given_name", "contact.family_name"];

impl Form {
    /// Puts a line with a phone or an address in it, typed as a name, into the rows it belongs to; whether it was one.
    pub(super) fn introduce(&mut self, world: &World) -> bool {
        let here = self.rows.get(self.at).filter(|row| NAMES.contains(&row.key.as_str()));
        let new = matches!(self.purpose, Purpose::NewContact | Purpose::Related(..));
        let Some(row) = here.filter(|_| new) else { return false };
        let Some(told) = introduced::read(&row.text()) else { return false };
        if let Some(row) = self.rows.get_mut(self.at) {
            row.fill("");
            row.flaw = None;
        }
        self.present(told);
        self.rest(world);
        true
    }

    /// Puts `Marie Lefèvre, Menuiserie Lefèvre, 06 39 98 00 01, marie@…`, with commas or without, into the rows it
    /// belongs to.
    pub fn prefill(&mut self, text: &str, world: &World) {
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            match introduced::read(part) {
                Some(told) => self.present(told),
                None if !self.asks_name() => self.put("company.name", part),
                None if phone::digits(part).is_some() => self.put("contact.mobile", part),
                None if self.is_named() => self.put("company.name", part),
                None => self.name(part),
            }
        }
        self.rest(world);
    }

    fn present(&mut self, told: introduced::Introduced) {
        if !told.person.is_empty() {
            self.name(&told.person);
        }
        for (key, text) in told.fields {
            self.put(if key == "contact.phone" { "contact.mobile" } else { key }, &text);
        }
        self.put("company.name", &told.house);
        self.put("contact.note", &told.rest);
    }

    /// One word alone is a family name.
    fn name(&mut self, text: &str) {
        let parts = name::cut(text);
        let (given, family) =
            if parts.family.is_empty() { (String::new(), parts.given) } else { (parts.given, parts.family) };
        self.put("contact.given_name", &given);
        self.put("contact.family_name", &family);
    }

    fn asks_name(&self) -> bool {
        self.rows.iter().any(|row| NAMES.contains(&row.key.as_str()))
    }

    fn is_named(&self) -> bool {
        NAMES.iter().any(|key| !self.text(key).is_empty())
    }

    /// Fills a row that is still empty; what finds no room is kept as a note.
    fn put(&mut self, key: &str, text: &str) {
        let Some(row) = self.rows.iter_mut().find(|row| row.key == key).filter(|_| !text.is_empty()) else { return };
        match row.text() {
            known if known.is_empty() => row.fill(text),
            known if key == "contact.note" => row.fill(&format!("{known} {text}")),
            _ => self.put("contact.note", text),
        }
    }

    /// The caret goes to the first row that is still empty.
    fn rest(&mut self, world: &World) {
        self.touched = true;
        self.refresh(world);
        self.at = self.rows.iter().position(|row| !row.hidden && row.text().is_empty()).unwrap_or_default();
    }
}
