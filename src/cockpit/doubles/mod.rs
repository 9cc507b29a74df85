//! The records that look alike, the ones to look at first on top. Enter lays two side by side, a letter remembers that
//! they are no double.

mod compare;
mod met;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

pub use self::{
    compare::Compare,
    met::{Choice, Met},
};
use super::{
    Cockpit,
    command::Command,
    effect::Effect,
    form::draw::frame,
    overlay::Overlay,
    parts::{Paint, text::wrapped, walk::walk},
    recall::Recall,
    theme::Role,
    world::World,
};
use crate::sales::{
    book::Records,
    double::Double,
    entity::Entity,
    fact::{Apart, Statement},
};

/// The list of doubles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doubles {
    pairs: Vec<Double>,
    at: usize,
}

/// What a key did.
enum Did {
    Stays,
    Cancel,
    Compares(Entity, Entity),
    Parts(Entity, Entity),
}

/// Lines of a pair.
const TALL: usize = 2;

impl Doubles {
    /// Those that were found.
    pub fn new(pairs: Vec<Double>) -> Self {
        Self { pairs, at: 0 }
    }

    /// Pairs that have become one, or of whom somebody has gone, go from the list.
    fn settle(&mut self, world: &World) {
        let apart = world.book.apart();
        let there = |entity: Entity| world.book.contact(entity).is_some() || world.book.company(entity).is_some();
        self.pairs.retain(|pair| {
            let (one, other) = (pair.one.min(pair.other), pair.one.max(pair.other));
            there(one) && there(other) && !apart.contains(&(one, other))
        });
        self.at = self.at.min(self.pairs.len().saturating_sub(1));
    }

    /// A pair that is settled, whatever the journal has not said yet.
    fn forget(&mut self, one: Entity, other: Entity) {
        self.pairs.retain(|pair| (pair.one, pair.other) != (one, other));
        self.at = self.at.min(self.pairs.len().saturating_sub(1));
    }

    fn key(&mut self, key: KeyEvent, page: usize) -> Did {
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter => return self.here().map_or(Did::Stays, |pair| Did::Compares(pair.one, pair.other)),
            KeyCode::Char('n') => return self.here().map_or(Did::Stays, |pair| Did::Parts(pair.one, pair.other)),
            key => self.at = walk(self.at, key, page, self.pairs.len()).unwrap_or(self.at),
        }
        Did::Stays
    }

    fn here(&self) -> Option<&Double> {
        self.pairs.get(self.at)
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        let args = [("count", self.pairs.len().into())];
        frame(paint, area, &world.voice.tell("doubles-title", &args));
        let inside = Rect { x: area.x + 3, width: area.width.saturating_sub(5), ..area };
        let why = self.here().map(|pair| world.voice.likeness(&pair.like)).unwrap_or_default();
        let why = wrapped(&why, usize::from(inside.width).max(1));
        let room = usize::from(area.height).saturating_sub(4 + why.len()) / TALL;
        let first = (self.at + 1).saturating_sub(room);
        for (n, pair) in self.pairs.iter().enumerate().skip(first).take(room) {
            let y = inside.y + 1 + ((n - first) * TALL) as u16;
            row(paint, Rect { y, height: TALL as u16, ..inside }, pair, n == self.at, world);
        }
        if self.pairs.is_empty() && area.height > 3 {
            paint.put(inside.x, inside.y + 1, inside.width, world.voice.say("doubles-none"), Role::Quiet);
        }
        let bottom = area.bottom().saturating_sub(2);
        let keys = if self.pairs.is_empty() { "retention-close" } else { "doubles-keys" };
        if area.height > 2 {
            paint.put(inside.x, bottom, inside.width, world.voice.say(keys), Role::Label);
        }
        for (line, y) in why.iter().rev().zip((inside.y + 1..bottom).rev()) {
            paint.put(inside.x, y, inside.width, line, Role::Strong);
        }
    }
}

fn row(paint: &mut Paint, place: Rect, pair: &Double, here: bool, world: &World) {
    let role = if here { Role::Cursor } else { Role::Quiet };
    if here {
        let marker = paint.signs().marker.to_string();
        paint.put(place.x - 1, place.y, 1, &marker, Role::Marker);
    }
    let sure = world.voice.say(&format!("double-sure-{}", pair.like.sure().key())).to_owned();
    let end = paint.right(place.x + 20, place.right(), place.y, &sure, Role::Label);
    paint.put(place.x, place.y, end.saturating_sub(place.x + 1), &told(pair.one, world), role);
    paint.put(place.x, place.y + 1, place.width, &told(pair.other, world), role);
}

/// How somebody is told from their namesakes: name, company, town, phone.
fn told(entity: Entity, world: &World) -> String {
    let Some(super::palette::Found::Someone(found)) = super::palette::someone(entity, world) else {
        return String::new();
    };
    let parts = [found.name, found.rest, found.phone];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

impl Cockpit {
    /// The doubles have been looked for.
    pub(super) fn doubles_found(&mut self, pairs: Vec<Double>) {
        if matches!(self.overlay, None | Some(Overlay::Progress(..) | Overlay::Doubles(_))) {
            self.overlay = Some(Overlay::Doubles(Box::new(Doubles::new(pairs))));
        }
    }

    pub(super) fn doubles_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        if let Some(command @ (Command::Undo | Command::Redo)) = self.look.keys.command(self.focus, key) {
            // What is brought back may look like one again.
            let mut effects = self.wish(command, world);
            effects.push(Effect::Doubles);
            return effects;
        }
        let page = usize::from(self.look.area.height) / TALL;
        let Some(Overlay::Doubles(doubles)) = &mut self.overlay else { return Vec::new() };
        doubles.settle(world);
        match doubles.key(key, page.saturating_sub(2).max(1)) {
            Did::Stays => Vec::new(),
            Did::Cancel => {
                self.overlay = None;
                Vec::new()
            }
            Did::Compares(one, other) => vec![Effect::Recall(Recall::Compare(one, other))],
            Did::Parts(one, other) => self.tell_apart(one, other, world),
        }
    }

    /// They are two, and that is remembered.
    fn tell_apart(&mut self, one: Entity, other: Entity, world: &World) -> Vec<Effect> {
        self.close_compare();
        if let Some(Overlay::Doubles(doubles)) = &mut self.overlay {
            doubles.forget(one, other);
        }
        self.enter(vec![Statement::Apart(Apart { one, other })], None, world)
    }
}
