//! The one box: people first, actions below, and what is not there yet can be created. Digits find phones.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

use super::{
    command::{Command, Focus},
    form::draw::frame,
    keymap::Keymap,
    parts::{Line, Paint},
    theme::Role,
    world::{self, World},
};
use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fields::folded,
    words::digits,
};

/// The box.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    line: Line,
    found: Vec<Found>,
    at: usize,
}

/// Something the box offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Somebody, a company or a deal: how it is called, what tells it from its namesakes, and its phone.
    Someone(Entity, String, String, String),
    /// A wish.
    Wish(Command),
    /// What was typed, as a new contact.
    Create(String),
}

/// What a key did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Did {
    /// Typed, moved, or nothing.
    Stays,
    /// Something was taken.
    Takes(Found),
    /// The person wants out.
    Cancel,
}

/// How many people and wishes are offered.
const PEOPLE: usize = 12;
const WISHES: usize = 6;

impl Palette {
    /// The box with a word in it.
    pub fn with(text: &str, world: &World) -> Self {
        let mut palette = Self { line: Line::with(text), ..Self::default() };
        palette.search(world);
        palette
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, world: &World) -> Did {
        match key.code {
            KeyCode::Esc => return Did::Cancel,
            KeyCode::Enter => {
                return self.found.get(self.at).map_or(Did::Stays, |found| Did::Takes(found.clone()));
            }
            KeyCode::Up | KeyCode::BackTab => self.at = self.at.saturating_sub(1),
            KeyCode::Down | KeyCode::Tab => self.at = (self.at + 1).min(self.found.len().saturating_sub(1)),
            _ => {
                if self.line.key(key) {
                    self.search(world);
                }
            }
        }
        Did::Stays
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, world: &World) {
        self.line.paste(text);
        self.search(world);
    }

    fn search(&mut self, world: &World) {
        let typed = self.line.text().trim().to_owned();
        // Unshifted digits of an AZERTY keyboard are digits where nothing else was typed.
        let query = digits::azerty(&typed).unwrap_or_else(|| typed.clone());
        self.found = people(&query, world);
        self.found.extend(wishes(&typed, world));
        if !typed.is_empty() {
            self.found.push(Found::Create(typed));
        }
        self.at = 0;
    }

    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World, keys: &Keymap) {
        let width = area.width.min(78);
        let height = (self.found.len() as u16 + 3).max(4).min(area.height);
        let place = Rect { x: area.x + (area.width - width) / 2, y: area.y, width, height };
        frame(paint, place, world.voice.say("palette-title"));
        let (x, right) = (place.x + 3, place.right().saturating_sub(2));
        if place.height < 2 {
            return;
        }
        self.line.draw(paint, x, place.y + 1, right.saturating_sub(x));
        if self.found.is_empty() && place.height > 3 {
            paint.put(x, place.y + 2, right.saturating_sub(x), world.voice.say("palette-hint"), Role::Quiet);
        }
        let room = usize::from(place.height.saturating_sub(3));
        let first = (self.at + 1).saturating_sub(room);
        for (n, found) in self.found.iter().skip(first).take(room).enumerate() {
            let line = Rect { x, y: place.y + 2 + n as u16, width: right.saturating_sub(x), height: 1 };
            draw_found(paint, line, found, first + n == self.at, world, keys);
        }
    }
}

fn people(query: &str, world: &World) -> Vec<Found> {
    if query.is_empty() {
        return Vec::new();
    }
    let hits = world.register.finder().borrow_mut().search(query, PEOPLE);
    hits.into_iter().filter_map(|hit| someone(hit.entity, world)).collect()
}

/// How somebody is called, and what tells the four Martins apart: company, town, phone.
fn someone(entity: Entity, world: &World) -> Option<Found> {
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
        Kind::Deal => format!("{} · {}", world::name(&case), case.deal.title()),
    };
    let company = if entity.kind == Kind::Contact { first(&["company.name"]) } else { String::new() };
    let rest = [company, town].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    Some(Found::Someone(entity, name, rest, phone))
}

/// Wishes whose name or help has every word typed.
fn wishes(typed: &str, world: &World) -> Vec<Found> {
    let wanted = folded(typed).into_owned();
    let fits = |command: &&Command| {
        let text = format!("{} {}", world.voice.say(command.text()), world.voice.say(command.help()));
        let text = folded(&text).into_owned();
        wanted.split(' ').all(|word| text.contains(word))
    };
    let all =
        Command::ALL.iter().filter(|command| !command.is_move() && !command.is_answer() && **command != Command::Find);
    all.filter(fits).take(WISHES).map(|command| Found::Wish(*command)).collect()
}

fn draw_found(paint: &mut Paint, line: Rect, found: &Found, here: bool, world: &World, keys: &Keymap) {
    let role = if here { Role::Cursor } else { Role::Quiet };
    if here {
        let marker = paint.signs().marker.to_string();
        paint.put(line.x - 1, line.y, 1, &marker, Role::Marker);
    }
    match found {
        Found::Someone(_, name, rest, phone) => {
            // The phone stays whole: the company and the town give way first.
            let end = paint.right(line.x + line.width / 3, line.right(), line.y, phone, Role::Label);
            let room = end.saturating_sub(line.x + u16::from(end < line.right()));
            let x = paint.put(line.x, line.y, room, name, role) + 2;
            paint.put(x, line.y, (line.x + room).saturating_sub(x + 1), rest, Role::Label);
        }
        Found::Wish(command) => {
            let key = keys.key(Focus::Columns, *command).or_else(|| keys.key(Focus::Dossier, *command));
            let key = key.map(|chord| chord.shown(world.voice)).unwrap_or_default();
            let x = paint.put(line.x, line.y, line.width, &format!("> {}", world.voice.say(command.help())), role);
            paint.right(x + 1, line.right(), line.y, &key, Role::Key);
        }
        Found::Create(text) => {
            let words = world.voice.tell("palette-create", &[("text", text.as_str().into())]);
            paint.put(line.x, line.y, line.width, &words, role);
        }
    }
}
