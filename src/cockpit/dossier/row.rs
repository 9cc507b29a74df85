//! A row of the dossier: pieces of text, a rule, a gauge or a field, and what the cursor can do there.

use ratatui::layout::Rect;

use super::super::{
    parts::{Paint, bar, text},
    theme::Role,
};
use crate::sales::{entity::Entity, fields::Field};

/// A row of the sheet.
#[derive(Clone, Debug)]
pub struct Row {
    pub(super) parts: Vec<(String, Role)>,
    end: Option<(String, Role)>,
    pub(super) shape: Shape,
    /// What the cursor can do here.
    pub spot: Option<Spot>,
}

/// How a row is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
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
    /// A field of the firm's own, by its place in the settings.
    Own(Entity, usize),
    /// The next step.
    Next,
    /// Somebody who counts, by the place in the list.
    Person(usize),
    /// A line of the checklist.
    Criterion(usize),
    /// An exchange, by its place in the list.
    Exchange(usize),
    /// A line of the past, by its place in the list.
    Said(usize),
    /// A quote, by its place among the deal's.
    Quote(usize),
    /// A purchase, by its place among the deal's.
    Purchase(usize),
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

    /// Whether it is a line across.
    pub fn is_rule(&self) -> bool {
        self.shape == Shape::Rule
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

pub(super) fn draw_row(paint: &mut Paint, line: Rect, row: &Row, label: u16, here: bool) {
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
