//! What the panes may look at: everything known and the day it is looked at. Borrowed for the length of one event or one
//! frame; no pane keeps a record.

pub use crate::sales::book::case_of as case;
use crate::{
    sales::{
        book::{Book, OwnedCase, Preview},
        columns::Columns,
        fact::{Stamp, Statement},
        fields::{self, Field},
        fold::Said,
        moment::{Day, Hour},
        playbook::{Label, Playbook},
        register::Register,
    },
    voice::{Language, Voice},
};

/// Everything known, today.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// All facts added up.
    pub book: &'a Book,
    /// The pipeline, ready to be shown.
    pub columns: &'a Columns,
    /// The firm's settings.
    pub playbook: &'a Playbook,
    /// The language.
    pub voice: &'a Voice,
    /// What the box searches; it narrows as one types.
    pub register: &'a dyn Register,
    /// The day.
    pub today: Day,
    /// The time of day.
    pub now: Hour,
    /// Who sits here; empty until asked.
    pub author: &'a str,
}

impl<'a> World<'a> {
    /// The book as it would be with statements that are typed or on their way.
    pub fn preview(&self, statements: &[Statement]) -> Preview<'a> {
        let said = Said { author: self.author, day: self.today, stamp: Stamp(u64::MAX) };
        self.book.preview(statements, said)
    }

    /// A field by its key: of the catalogue, or of the firm's own.
    pub fn field(&self, key: &str) -> Option<Field> {
        let own = self.playbook.fields().iter().find(|own| own.key == key);
        own.map(|own| fields::own(own.about, own.holds)).or_else(|| fields::field(key).copied())
    }

    /// How a field is called.
    pub fn field_name(&self, key: &str) -> String {
        let own = self.playbook.fields().iter().find(|own| own.key == key);
        own.map_or_else(|| self.voice.field(key), |own| self.label(&own.label).to_owned())
    }

    /// A name of the settings in the reader's language.
    pub fn label<'l>(&self, label: &'l Label) -> &'l str {
        match self.voice.language() {
            Language::Fr => &label.fr,
            Language::En => &label.en,
        }
    }
}

/// How a case is called: the company, else the person, else the deal.
pub fn name(case: &OwnedCase) -> String {
    let company = case.company.as_ref().map(|company| company.name().to_owned());
    let person = case.contact.as_ref().map(crate::sales::contact::Contact::name);
    let known = company.filter(|name| !name.is_empty()).or(person.filter(|name| !name.is_empty()));
    known.unwrap_or_else(|| case.deal.title().to_owned())
}
