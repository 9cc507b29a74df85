//! One field being typed on the fiche: what it would say, and why it is refused.

use ratatui::layout::Rect;

use super::super::{
    form::{gather, tags},
    parts::{Line, Paint, text},
    theme::Role,
    world::World,
};
use crate::{
    sales::{
        book::{OwnedCase, Records},
        entity::{Entity, Kind},
        fact::{Linked, Role as Relation, Set, Statement, Value},
        fields::{Field, Fields, Holds},
        in_use::InUse,
    },
    voice::Voice,
};

/// A field being typed: one of the catalogue, or one of the firm's own, told by its key.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub about: Entity,
    pub key: String,
    pub field: Field,
    pub line: Line,
    pub flaw: Option<String>,
    /// What helps: the tags that begin like the last one typed.
    help: String,
    /// The tags in use, where the field holds tags.
    tags: Vec<String>,
}

impl Edit {
    /// A field with a text in it.
    pub fn new(about: Entity, key: &str, field: Field, text: &str) -> Self {
        Self {
            about,
            key: key.to_owned(),
            field,
            line: Line::with(text),
            flaw: None,
            help: String::new(),
            tags: Vec::new(),
        }
    }

    /// The same with what is known in it.
    pub fn of(about: Entity, key: &str, field: Field, records: &dyn Records, voice: &Voice) -> Self {
        let text = known(records, about, key).map(|value| voice.typed(&field, &value)).unwrap_or_default();
        Self::new(about, key, field, &text)
    }

    /// Offers tags in use where the field holds some.
    pub fn offer_tags(&mut self, world: &World) {
        if self.field.holds == Holds::Tags {
            self.tags = InUse::of(world.book).tags;
            self.refresh(world);
        }
    }

    /// What was typed is no longer refused, and other tags fit.
    pub fn refresh(&mut self, world: &World) {
        self.flaw = None;
        if self.field.holds == Holds::Tags {
            self.help = tags::offer(&self.tags, self.last_tag().1, world);
        }
    }

    /// What stands before the last tag, and that tag.
    fn last_tag(&self) -> (&str, &str) {
        let text = self.line.text();
        let start = text.rfind([',', ';']).map_or(0, |at| at + 1);
        let (before, last) = text.split_at(start);
        (before, last.trim_start())
    }

    /// Completes the tag typed last to the first that begins so; whether there was more of it.
    pub fn complete_tag(&mut self, world: &World) -> bool {
        let (before, last) = self.last_tag();
        let first = tags::fitting(&self.tags, last).next().filter(|tag| !last.is_empty() && *tag != last);
        let Some(tag) = first else { return false };
        let space = if before.is_empty() { "" } else { " " };
        self.line = Line::with(&format!("{before}{space}{tag}"));
        self.refresh(world);
        true
    }

    /// The field's new value, as statements: nothing where it is what it was.
    pub fn said(&self, case: &OwnedCase, world: &World) -> Result<Vec<Statement>, String> {
        let party = case.deal.party;
        let value = gather::read(world, &self.field, self.line.text(), gather::tax_of(world.book, party))?;
        if known(world.book, self.about, &self.key).unwrap_or(Value::Nothing) == value {
            return Ok(Vec::new());
        }
        let mut said = Vec::new();
        let contact = case.contact.as_ref().map(|contact| contact.entity);
        let mut about = self.about;
        if let Some(contact) = contact.filter(|_| about.is_fresh() && about.kind == Kind::Company) {
            let named = matches!(&value, Value::Text(name) if self.field.key == "company.name" && !name.is_empty());
            let company = if named { gather::known_company(world, self.line.text()) } else { None };
            about = company.unwrap_or(about);
            said.push(Statement::Linked(Linked { from: contact, to: about, role: Relation::WorksFor, tied: true }));
            if company.is_some() {
                return Ok(said);
            }
        }
        if let Some(party) = party.filter(|_| about.is_fresh() && about.kind == Kind::Deal) {
            said.push(Statement::Linked(Linked { from: about, to: party, role: Relation::Party, tied: true }));
        }
        said.push(Statement::Set(Set { about, field: self.key.clone(), value }));
        Ok(said)
    }

    /// Draws what is typed and, below it, why it was refused; gives the line after it.
    pub fn draw(&self, paint: &mut Paint, line: Rect, label: u16, place: Rect) -> u16 {
        let left = line.x + label + 2;
        let room = line.right().saturating_sub(left);
        self.line.draw(paint, left, line.y, room);
        let (words, role) = match &self.flaw {
            Some(flaw) => (flaw.as_str(), Role::Bad),
            None => (self.help.as_str(), Role::Label),
        };
        let reasons = if words.is_empty() { Vec::new() } else { text::wrapped(words, usize::from(room).max(1)) };
        let lines = reasons.len() as u16;
        // On the last lines of the pane the reason stands above.
        let below = line.y + 1 + lines <= place.bottom();
        let first = if below { line.y + 1 } else { line.y.saturating_sub(lines).max(place.y) };
        for (y, why) in (first..).zip(&reasons).filter(|(y, _)| *y != line.y) {
            paint.blank(Rect { y, height: 1, ..line });
            paint.put(left, y, room, why, role);
        }
        if below { first + lines } else { line.y + 1 }
    }
}

/// What a field holds.
fn known(records: &dyn Records, about: Entity, key: &str) -> Option<Value> {
    let of = |fields: Fields| fields.get(key).cloned();
    match about.kind {
        Kind::Contact => of(records.contact(about)?.fields),
        Kind::Company => of(records.company(about)?.fields),
        Kind::Deal => of(records.deal(about)?.fields),
    }
}
