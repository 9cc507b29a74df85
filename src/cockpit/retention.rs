//! Who has given no sign for longer than their data may be kept: to be called, written to, or forgotten, one by one or
//! several marked at once.

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    Cockpit,
    command::Command,
    effect::Effect,
    form::draw::frame,
    menu::Act,
    overlay::Overlay,
    palette::{Found, someone},
    parts::{Paint, walk::walk},
    theme::Role,
    world::{self, World},
};
use crate::sales::{entity::Entity, retention::Silent};

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retention {
    silent: Vec<Silent>,
    marked: BTreeSet<Entity>,
    at: usize,
}

/// Below this width the day alone shows.
const NARROW: u16 = 70;

/// What a key did.
enum Did {
    Stays,
    Cancel,
    On(Entity, Command),
    Forgets(Vec<Entity>),
}

impl Retention {
    /// Those that were found.
    pub fn new(silent: Vec<Silent>) -> Self {
        Self { silent, ..Self::default() }
    }

    fn key(&mut self, key: KeyEvent, page: usize) -> Did {
        let here = self.silent.get(self.at).map(|silent| silent.who);
        let on = |command| here.map_or(Did::Stays, |who| Did::On(who, command));
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter => return on(Command::Open),
            KeyCode::Char('a') => return on(Command::Call),
            KeyCode::Char('i') => return on(Command::Note),
            KeyCode::Char('m') => return on(Command::Mail),
            KeyCode::Char('o') if self.marked.is_empty() => return Did::Forgets(here.into_iter().collect()),
            KeyCode::Char('o') => return Did::Forgets(self.marked.iter().copied().collect()),
            KeyCode::Char(' ') => self.mark(here),
            KeyCode::Char('*') if self.marked.is_empty() => {
                self.marked = self.silent.iter().map(|silent| silent.who).collect();
            }
            KeyCode::Char('*') => self.marked.clear(),
            key => self.at = walk(self.at, key, page, self.silent.len()).unwrap_or(self.at),
        }
        Did::Stays
    }

    /// Marks whom the cursor stands on, or no longer, and goes on to the next.
    fn mark(&mut self, here: Option<Entity>) {
        let Some(who) = here else { return };
        if !self.marked.remove(&who) {
            self.marked.insert(who);
        }
        self.at = (self.at + 1).min(self.silent.len().saturating_sub(1));
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World) {
        let months = i64::from(world.playbook.law.retention_months);
        let args = [("count", self.silent.len().into()), ("months", months.into())];
        frame(paint, area, &world.voice.tell("retention-title", &args));
        let inside = Rect { x: area.x + 3, y: area.y + 1, width: area.width.saturating_sub(5), height: 1 };
        let room = usize::from(area.height.saturating_sub(3));
        let first = (self.at + 1).saturating_sub(room);
        for (n, silent) in self.silent.iter().enumerate().skip(first).take(room) {
            let line = Rect { y: inside.y + (n - first) as u16, ..inside };
            row(paint, line, silent, (n == self.at, self.marked.contains(&silent.who)), world);
        }
        if self.silent.is_empty() && area.height > 2 {
            let words = if months == 0 { "retention-off" } else { "retention-none" };
            paint.put(inside.x, inside.y, inside.width, &world.voice.tell(words, &args), Role::Quiet);
        }
        if area.height > 2 {
            let keys = if self.silent.is_empty() { "retention-close" } else { "retention-keys" };
            paint.put(inside.x, area.bottom() - 2, inside.width, world.voice.say(keys), Role::Label);
        }
    }
}

fn row(paint: &mut Paint, line: Rect, silent: &Silent, (here, marked): (bool, bool), world: &World) {
    let Some(Found::Someone(found)) = someone(silent.who, world) else { return };
    if here {
        let marker = paint.signs().marker.to_string();
        paint.put(line.x - 1, line.y, 1, &marker, Role::Marker);
    }
    let role = if here { Role::Cursor } else { Role::Quiet };
    let mark = if marked { paint.signs().mark.to_string() } else { String::new() };
    paint.put(line.x, line.y, 1, &mark, Role::Marker);
    let day = world.voice.date(silent.since);
    let since = match silent.sign {
        _ if line.width < NARROW => day,
        Some(_) => world.voice.tell("retention-sign", &[("day", day.into())]),
        None => world.voice.tell("retention-no_sign", &[("day", day.into())]),
    };
    let end = paint.right(line.x + 20, line.right(), line.y, &since, Role::Label);
    let words = [found.name, found.rest, found.phone];
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    paint.put(line.x + 2, line.y, end.saturating_sub(line.x + 3), &words, role);
}

impl Cockpit {
    /// They have been looked for.
    pub(super) fn retained(&mut self, silent: Vec<Silent>) {
        if matches!(self.overlay, None | Some(Overlay::Progress(..))) {
            self.overlay = Some(Overlay::Retention(Box::new(Retention::new(silent))));
        }
    }

    pub(super) fn retention_key(&mut self, key: KeyEvent, world: &World) -> Vec<Effect> {
        let page = usize::from(self.look.area.height).saturating_sub(6).max(1);
        let Some(Overlay::Retention(list)) = &mut self.overlay else { return Vec::new() };
        list.silent.retain(|silent| world::case(world.book, silent.who).is_some());
        let did = list.key(key, page);
        match did {
            Did::Stays => return Vec::new(),
            Did::Cancel => {}
            Did::On(who, command) => return self.act(Act::On(who, command), world),
            Did::Forgets(whom) => {
                self.overlay = None;
                return self.forget_these(whom, world);
            }
        }
        self.overlay = None;
        Vec::new()
    }
}
