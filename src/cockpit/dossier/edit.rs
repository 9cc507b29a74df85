//! One field being typed on the fiche: what it would say, and why it is refused.

use ratatui::layout::Rect;

use super::super::{
    form::gather,
    parts::{Line, Paint, text},
    theme::Role,
    world::World,
};
use crate::{
    sales::{
        book::{OwnedCase, Records},
        entity::{Entity, Kind},
        fact::{Linked, Role as Relation, Set, Statement, Value},
        fields::{Field, Fields},
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
}

impl Edit {
    /// A field with a text in it.
    pub fn new(about: Entity, key: &str, field: Field, text: &str) -> Self {
        Self { about, key: key.to_owned(), field, line: Line::with(text), flaw: None }
    }

    /// The same with what is known in it.
    pub fn of(about: Entity, key: &str, field: Field, records: &dyn Records, voice: &Voice) -> Self {
        let text = known(records, about, key).map(|value| voice.typed(&field, &value)).unwrap_or_default();
        Self::new(about, key, field, &text)
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
        let reasons = self.flaw.as_deref().map(|why| text::wrapped(why, usize::from(room).max(1))).unwrap_or_default();
        let lines = reasons.len() as u16;
        // On the last lines of the pane the reason stands above.
        let below = line.y + 1 + lines <= place.bottom();
        let first = if below { line.y + 1 } else { line.y.saturating_sub(lines).max(place.y) };
        for (y, why) in (first..).zip(&reasons).filter(|(y, _)| *y != line.y) {
            paint.blank(Rect { y, height: 1, ..line });
            paint.put(left, y, room, why, Role::Bad);
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
