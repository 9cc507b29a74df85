//! The dossier: all about the chosen deal, its fields edited in place. Owns a cursor and the line being typed, no record.

pub mod sheet;

use std::{cell::RefCell, rc::Rc};

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    command::Command,
    form::gather,
    parts::{Line, Paint, bar, text},
    theme::Role,
    world::World,
};
use crate::sales::{
    book::{OwnedCase, Records},
    entity::{Entity, Kind},
    fact::{Linked, Role as Relation, Set, Statement, Value},
    fields::Field,
    moment::Day,
    words::value,
};

/// A row of the sheet.
#[derive(Clone, Debug)]
pub struct Row {
    parts: Vec<(String, Role)>,
    end: Option<(String, Role)>,
    shape: Shape,
    /// What the cursor can do here.
    pub spot: Option<Spot>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Line,
    Rule,
    Bar { part: i32, whole: i32 },
    Field,
}

/// A place the cursor can stand on.
#[derive(Clone, Copy, Debug)]
pub enum Spot {
    /// A field of somebody or something.
    Field(Entity, &'static Field),
    /// The next step.
    Next,
    /// A line of the checklist.
    Criterion(usize),
}

impl Row {
    fn of(parts: Vec<(String, Role)>, shape: Shape) -> Self {
        Self { parts, end: None, shape, spot: None }
    }

    /// Pieces of text one after the other.
    pub fn line(parts: Vec<(String, Role)>) -> Self {
        Self::of(parts, Shape::Line)
    }

    /// A line across with a heading.
    pub fn rule(title: &str, end: &str) -> Self {
        Self::of(vec![(title.to_owned(), Role::Title)], Shape::Rule).ending(end.to_owned(), Role::Strong)
    }

    /// A gauge.
    pub fn bar(label: &str, part: i32, whole: i32) -> Self {
        Self::of(vec![(label.to_owned(), Role::Label)], Shape::Bar { part, whole })
            .ending(format!("{part}/{whole}"), Role::Strong)
    }

    /// A field with its name.
    pub fn field(label: String, value: String, spot: Spot) -> Self {
        Self::of(vec![(label, Role::Label), (value, Role::Strong)], Shape::Field).at(spot)
    }

    /// The same with words at the right end.
    #[must_use]
    pub fn ending(self, text: String, role: Role) -> Self {
        Self { end: Some((text, role)).filter(|(text, _)| !text.is_empty()), ..self }
    }

    /// Draws it on a line.
    pub fn draw(&self, paint: &mut Paint, line: Rect, here: bool) {
        draw_row(paint, line, self, line.width / 3, here);
    }

    /// The same, where the cursor can stand.
    #[must_use]
    pub fn at(self, spot: Spot) -> Self {
        Self { spot: Some(spot), ..self }
    }
}

/// The cursor on the sheet and what is typed there.
#[derive(Clone, Debug, Default)]
pub struct Dossier {
    at: usize,
    top: usize,
    edit: Option<Edit>,
    abandoned: Option<Edit>,
    /// The last sheet, for as long as nothing it was made from changes.
    memory: RefCell<Option<(Key, Rc<Vec<Row>>)>>,
}

/// What a sheet was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Whom it shows.
    pub subject: Option<Entity>,
    /// The long form.
    pub long: bool,
    /// The room it was cut for.
    pub room: Rect,
    /// The version of the book.
    pub version: u64,
    /// The day.
    pub day: Day,
}

/// A field being typed.
#[derive(Clone, Debug)]
struct Edit {
    about: Entity,
    field: &'static Field,
    line: Line,
    flaw: Option<String>,
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Changed what is typed, or nothing.
    Typed,
    /// This is to be entered; whether the next field opens.
    Commit(Vec<Statement>, bool),
    /// What was typed is given up.
    Abandoned,
}

impl Dossier {
    /// Another deal is shown: to the top.
    pub fn reset(&mut self) {
        *self = Self { abandoned: self.abandoned.take(), ..Self::default() };
    }

    /// The last sheet, where it was made from the same.
    pub fn recall(&self, key: &Key) -> Option<Rc<Vec<Row>>> {
        let memory = self.memory.borrow();
        memory.as_ref().filter(|(known, _)| known == key).map(|(_, rows)| rows.clone())
    }

    /// Keeps a sheet.
    pub fn remember(&self, key: Key, rows: Rc<Vec<Row>>) {
        *self.memory.borrow_mut() = Some((key, rows));
    }

    /// Whether a field is being typed.
    pub fn is_typing(&self) -> bool {
        self.edit.is_some()
    }

    /// The place of the draft and its text, while a field is being typed.
    pub fn draft(&self) -> Option<(String, String)> {
        let edit = self.edit.as_ref()?;
        Some((format!("field {} {}", edit.about, edit.field.key), edit.line.text().to_owned()))
    }

    /// The spot under the cursor.
    pub fn spot(&self, rows: &[Row]) -> Option<Spot> {
        rows.iter().filter_map(|row| row.spot).nth(self.at)
    }

    /// Moves the cursor; whether the wish was one of moving.
    pub fn go(&mut self, command: Command, rows: &[Row], place: Rect) -> bool {
        let last = rows.iter().filter(|row| row.spot.is_some()).count().saturating_sub(1);
        let page = usize::from(place.height / 2).max(1);
        let end = rows.len().saturating_sub(usize::from(place.height));
        match command {
            Command::Up => self.at = self.at.saturating_sub(1),
            // Below the last spot the sheet scrolls on, to the end of the exchanges.
            Command::Down if self.at >= last => self.top = (self.top + 1).min(end),
            Command::Down => self.at = (self.at + 1).min(last),
            Command::PageUp => self.at = self.at.saturating_sub(page),
            Command::PageDown if self.at >= last => self.top = (self.top + page).min(end),
            Command::PageDown => self.at = (self.at + page).min(last),
            Command::First => self.at = 0,
            Command::Last => self.at = last,
            _ => return false,
        }
        if command != Command::Down && command != Command::PageDown || self.at < last {
            self.show(rows, place);
        }
        true
    }

    /// Brings the cursor into view.
    pub fn show(&mut self, rows: &[Row], place: Rect) {
        let room = usize::from(place.height.max(1));
        let spots = rows.iter().enumerate().filter(|(_, row)| row.spot.is_some());
        let Some(row) = spots.map(|(row, _)| row).nth(self.at) else { return };
        if self.at == 0 {
            self.top = 0;
        }
        self.top = self.top.min(row).max((row + 2).saturating_sub(room)).min(rows.len().saturating_sub(room));
    }

    /// Opens the field under the cursor.
    pub fn open(&mut self, about: Entity, field: &'static Field, records: &dyn Records) {
        let known = match about.kind {
            Kind::Contact => records.contact(about).and_then(|contact| contact.fields.get(field.key).cloned()),
            Kind::Company => records.company(about).and_then(|company| company.fields.get(field.key).cloned()),
            Kind::Deal => records.deal(about).and_then(|deal| deal.fields.get(field.key).cloned()),
        };
        let text = known.map(|value| value::typed(field, &value)).unwrap_or_default();
        self.edit = Some(Edit { about, field, line: Line::with(&text), flaw: None });
    }

    /// Opens it with a text that was typed before.
    pub fn reopen(&mut self, about: Entity, field: &'static Field, text: &str) {
        self.edit = Some(Edit { about, field, line: Line::with(text), flaw: None });
    }

    /// Brings back what was last given up; whether there was something.
    pub fn bring_back(&mut self) -> bool {
        let Some(edit) = self.abandoned.take() else { return false };
        self.edit = Some(edit);
        true
    }

    /// Takes a key while a field is typed.
    pub fn key(&mut self, key: KeyEvent, case: &OwnedCase, world: &World) -> Did {
        let Some(edit) = &mut self.edit else { return Did::Typed };
        match key.code {
            KeyCode::Esc => {
                self.abandoned = self.edit.take();
                Did::Abandoned
            }
            KeyCode::Enter | KeyCode::Tab | KeyCode::Down | KeyCode::Up => match edit.said(case, world) {
                Ok(said) => {
                    self.edit = None;
                    Did::Commit(said, key.code == KeyCode::Tab)
                }
                Err(why) => {
                    edit.flaw = Some(why);
                    Did::Typed
                }
            },
            _ => {
                if edit.line.key(key) {
                    edit.flaw = None;
                }
                Did::Typed
            }
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        if let Some(edit) = &mut self.edit {
            edit.line.paste(text);
            edit.flaw = None;
        }
    }

    /// What would be entered now.
    pub fn typed(&self, case: &OwnedCase, world: &World) -> Vec<Statement> {
        self.edit.as_ref().and_then(|edit| edit.said(case, world).ok()).unwrap_or_default()
    }

    /// Draws the sheet.
    pub fn draw(&self, paint: &mut Paint, place: Rect, rows: &[Row], focused: bool) {
        let label = rows.iter().filter(|row| row.shape == Shape::Field).filter_map(|row| row.parts.first());
        let label = label.map(|(text, _)| paint.width(text)).max().unwrap_or(0).min(place.width * 2 / 5);
        let mut spot = rows.iter().take(self.top).filter(|row| row.spot.is_some()).count();
        let mut y = place.y;
        for row in rows.iter().skip(self.top) {
            if y >= place.bottom() {
                break;
            }
            let here = focused && row.spot.is_some() && spot == self.at;
            let line = Rect { y, height: 1, ..place };
            draw_row(paint, line, row, label, here);
            y += 1;
            if let Some(edit) = self.edit.as_ref().filter(|_| here) {
                y = edit.draw(paint, line, label, place);
            }
            spot += usize::from(row.spot.is_some());
        }
    }
}

impl Edit {
    /// The field's new value, as statements: nothing where it is what it was.
    fn said(&self, case: &OwnedCase, world: &World) -> Result<Vec<Statement>, String> {
        let party = case.deal.party;
        let value = gather::read(world, self.field, self.line.text(), gather::tax_of(world.book, party))?;
        let known = match self.field.about {
            Kind::Contact => {
                world.book.contact(self.about).and_then(|contact| contact.fields.get(self.field.key).cloned())
            }
            Kind::Company => {
                world.book.company(self.about).and_then(|company| company.fields.get(self.field.key).cloned())
            }
            Kind::Deal => world.book.deal(self.about).and_then(|deal| deal.fields.get(self.field.key).cloned()),
        };
        if known.unwrap_or(Value::Nothing) == value {
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
        said.push(Statement::Set(Set { about, field: self.field.key.to_owned(), value }));
        Ok(said)
    }

    /// Draws what is typed and, below it, why it was refused; gives the line after it.
    fn draw(&self, paint: &mut Paint, line: Rect, label: u16, place: Rect) -> u16 {
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

fn draw_row(paint: &mut Paint, line: Rect, row: &Row, label: u16, here: bool) {
    let end = row.end.as_ref().map_or(0, |(text, _)| paint.width(text) + 1).min(line.width / 2);
    match row.shape {
        Shape::Rule => {
            let text = |part: Option<&(String, Role)>| part.map(|(text, _)| text.clone()).unwrap_or_default();
            let (title, words) = (text(row.parts.first()), text(row.end.as_ref()));
            return paint.rule(line.x, line.y, line.width, &title, &words);
        }
        Shape::Bar { part, whole } => draw_bar(paint, line, row, part, whole),
        Shape::Field => draw_field(paint, line, row, label, here),
        Shape::Line => {
            let mut x = line.x;
            let stop = line.right() - end;
            for (at, (text, role)) in row.parts.iter().enumerate() {
                let role = if here && at + 1 == row.parts.len() { Role::Cursor } else { *role };
                x = paint.put(x, line.y, stop.saturating_sub(x), text, role);
            }
        }
    }
    if let Some((text, role)) = &row.end {
        let wide = end.saturating_sub(1);
        let shown = text::cut(text, usize::from(wide), paint.signs().cut).into_owned();
        paint.right(line.x, line.right(), line.y, &shown, *role);
    }
    if here && line.x > 0 {
        let marker = paint.signs().marker.to_string();
        paint.put(line.x - 1, line.y, 1, &marker, Role::Marker);
    }
}

fn draw_bar(paint: &mut Paint, line: Rect, row: &Row, part: i32, whole: i32) {
    let label = line.width.min(16);
    if let Some((text, role)) = row.parts.first() {
        paint.put(line.x, line.y, label.saturating_sub(1), text, *role);
    }
    let room = line.width.saturating_sub(label + 7).min(30);
    bar::draw(paint, line.x + label, line.y, room, part.max(0) as u32, whole.max(0) as u32);
}

fn draw_field(paint: &mut Paint, line: Rect, row: &Row, label: u16, here: bool) {
    let [(name, tone), (value, role)] = row.parts.as_slice() else { return };
    paint.put(line.x, line.y, label, name, *tone);
    let left = line.x + label + 2;
    let room = line.right().saturating_sub(left);
    let (value, role) = match (value.is_empty(), here) {
        (true, true) => ("—", Role::Cursor),
        (true, false) => ("", *role),
        (false, true) => (value.as_str(), Role::Cursor),
        (false, false) => (value.as_str(), *role),
    };
    paint.put(left, line.y, room, value, role);
}
