//! The box on the screen: below the line on top, as high as what it found.

use ratatui::layout::Rect;

use super::{Found, Palette, Quest, Someone};
use crate::cockpit::{
    command::{Command, Focus},
    form::draw::frame,
    keymap::Keymap,
    parts::Paint,
    pointer::Zone,
    theme::Role,
    world::World,
};

const WIDEST: u16 = 78;

impl Palette {
    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, world: &World, keys: &Keymap) {
        let width = area.width.min(WIDEST);
        let height = (self.found.len() as u16).saturating_add(4).min(area.height);
        let place = Rect { x: area.x + (area.width - width) / 2, y: area.y, width, height };
        let title = self.quest.as_ref().map_or("palette-title", Quest::text);
        let keys_text = self.quest.as_ref().map_or("palette-keys", Quest::keys);
        frame(paint, place, world.voice.say(title));
        let (x, right) = (place.x + 3, place.right().saturating_sub(2));
        let room = right.saturating_sub(x);
        if place.height < 2 {
            return;
        }
        if place.height > 4 {
            paint.put(x, place.bottom() - 2, room, world.voice.say(keys_text), Role::Quiet);
        }
        let rows = usize::from(place.height.saturating_sub(if place.height > 4 { 4 } else { 3 }));
        let first = (self.at + 1).saturating_sub(rows);
        for (n, found) in self.found.iter().enumerate().skip(first).take(rows) {
            let line = Rect { x, y: place.y + 2 + (n - first) as u16, width: room, height: 1 };
            paint.zone(line, Zone::Item(n));
            self.draw_found(paint, line, found, n == self.at, world, keys);
        }
        self.line.draw(paint, x, place.y + 1, room);
        if self.text().is_empty() && room > 1 {
            paint.put(x + 1, place.y + 1, room - 1, world.voice.say("palette-hint"), Role::Label);
        }
    }

    fn draw_found(&self, paint: &mut Paint, line: Rect, found: &Found, here: bool, world: &World, keys: &Keymap) {
        let role = if here { Role::Cursor } else { Role::Quiet };
        if here {
            let marker = paint.signs().marker.to_string();
            paint.put(line.x - 1, line.y, 1, &marker, Role::Marker);
        }
        match found {
            Found::Someone(someone) => draw_someone(paint, line, someone, role),
            Found::Wish(command) => {
                let about = if command.is_about_somebody() { self.here.as_str() } else { "" };
                draw_wish(paint, line, *command, about, role, world, keys);
            }
            Found::On(command, someone) => draw_wish(paint, line, *command, &someone.name, role, world, keys),
            Found::Create(text) => {
                let words = world.voice.tell("palette-create", &[("text", text.as_str().into())]);
                paint.put(line.x, line.y, line.width, &words, role);
            }
        }
    }
}

fn draw_someone(paint: &mut Paint, line: Rect, someone: &Someone, role: Role) {
    // The phone stays whole: the company and the town give way first.
    let end = paint.right(line.x + line.width / 3, line.right(), line.y, &someone.phone, Role::Label);
    let room = end.saturating_sub(line.x + u16::from(end < line.right()));
    let x = paint.put(line.x, line.y, room, &someone.name, role) + 2;
    let left = (line.x + room).saturating_sub(x + 1);
    paint.put(x, line.y, left, &someone.rest, Role::Label);
    paint.underline(line.x, line.y, room, &someone.name, &someone.marks[0]);
    paint.underline(x, line.y, left, &someone.rest, &someone.marks[1]);
}

/// What an action does, on whom, and its key.
fn draw_wish(paint: &mut Paint, line: Rect, command: Command, about: &str, role: Role, world: &World, keys: &Keymap) {
    let key = Focus::ALL.iter().find_map(|focus| keys.key(*focus, command));
    let key = key.map(|chord| chord.shown(world.voice)).unwrap_or_default();
    let end = paint.right(line.x + line.width / 2, line.right(), line.y, &key, Role::Key);
    let room = end.saturating_sub(line.x + u16::from(end < line.right()));
    let help = format!("> {}", world.voice.say(command.help()));
    // Whom it is about stays whole: what it does gives way.
    let tight = !about.is_empty() && paint.width(&help) + 2 + paint.width(about) > room;
    let whom = format!("> {about}");
    let (first, last) = if tight { (whom.as_str(), &help[2..]) } else { (help.as_str(), about) };
    let x = paint.put(line.x, line.y, room, first, role) + 2;
    paint.put(x, line.y, (line.x + room).saturating_sub(x + 1), last, Role::Label);
}
