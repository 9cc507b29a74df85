//! A form on the screen: a box in the middle, as wide as it needs and no wider than there is.

use ratatui::layout::Rect;

use super::{Entry, Form, Row};
use crate::{
    cockpit::{
        layout::middle,
        parts::{Paint, text},
        pointer::Zone,
        theme::Role,
    },
    voice::Voice,
};

const WIDEST: u16 = 80;
const NOTE: u16 = 3;
/// The text of a letter.
const LETTER: u16 = 9;

impl Form {
    /// Draws it over what is there.
    pub fn draw(&self, paint: &mut Paint, area: Rect, voice: &Voice) {
        let width = WIDEST.min(area.width);
        let inner = width.saturating_sub(4);
        let label = self.label_width(paint, inner);
        let heights: Vec<u16> = self.rows.iter().map(|row| height(row, paint, inner, label)).collect();
        let hints = text::wrapped(&self.hint, usize::from(inner).max(1));
        let mut hint = hints.len() as u16;
        let mut dial = u16::from(!self.dial.is_empty());
        let wanted = heights.iter().sum::<u16>() + 4 + hint + dial;
        let place = middle(area, width, wanted);
        // In little room the row with the caret comes before what helps filling it in.
        let least = self.rows.get(self.at).map_or(0, |row| own_height(row, paint, room(inner, label)));
        let spare = place.height.saturating_sub(3 + least);
        dial = dial.min(spare);
        hint = hint.min(spare - dial);
        frame(paint, place, &self.title);
        let bottom = place.bottom().saturating_sub(2 + hint);
        if dial > 0 && place.height > 2 {
            paint.put(place.x + 2, place.y + 1, inner, &self.dial, Role::Title);
        }
        let mut y = place.y + 1 + dial;
        let first = self.first(&heights, place.height.saturating_sub(3 + hint + dial));
        for (at, row) in self.rows.iter().enumerate().skip(first) {
            let tall = heights.get(at).copied().unwrap_or(0).min(bottom.saturating_sub(y));
            let whole = heights.get(at).is_none_or(|wanted| tall == *wanted);
            if !whole && at != self.at {
                break;
            }
            let line = Rect { x: place.x + 2, y, width: inner, height: tall };
            if tall > 0 {
                paint.zone(line, Zone::Item(at));
            }
            draw_row(row, paint, line, label, at == self.at);
            choices(row, at, paint, line, label);
            y += tall;
        }
        for (y, line) in (bottom..place.bottom().saturating_sub(2)).zip(&hints) {
            paint.put(place.x + 2, y, inner, line, Role::Question);
        }
        keys(self, paint, place, voice);
    }

    /// The first row to draw so that the one with the caret is seen.
    fn first(&self, heights: &[u16], room: u16) -> usize {
        let mut first = 0;
        while first < self.at && heights.iter().take(self.at + 1).skip(first).sum::<u16>() > room {
            first += 1;
        }
        first
    }

    fn label_width(&self, paint: &Paint, inner: u16) -> u16 {
        let widest = self.rows.iter().map(|row| paint.width(&row.label)).max().unwrap_or(0);
        widest.min(inner * 2 / 5)
    }
}

/// A box with its title, blanked.
pub fn frame(paint: &mut Paint, place: Rect, title: &str) {
    paint.blank(place);
    if place.height == 0 {
        return;
    }
    if place.height > 1 && place.width > 1 {
        paint.wall(place);
        paint.wall(Rect { x: place.right() - 1, width: 1, ..place });
        paint.rule(place.x, place.bottom() - 1, place.width, "", "");
    }
    paint.rule(place.x, place.y, place.width, title, "");
}

fn height(row: &Row, paint: &Paint, inner: u16, label: u16) -> u16 {
    if row.hidden {
        return 0;
    }
    let columns = room(inner, label);
    own_height(row, paint, columns) + under(row, columns).len() as u16
}

/// The lines of what is filled in.
fn own_height(row: &Row, paint: &Paint, columns: u16) -> u16 {
    match &row.entry {
        Entry::Line(..) => 1,
        Entry::Notes(_) => note_height(row),
        Entry::Choice { options, at } => {
            let mut lines = 1;
            spread(options, *at, paint, columns, |_, line, _, _| lines = line + 1);
            lines
        }
    }
}

fn note_height(row: &Row) -> u16 {
    if row.key == "body" { LETTER } else { NOTE }
}

/// What stands below a row: why it was refused, else its help.
fn under(row: &Row, columns: u16) -> Vec<String> {
    text::wrapped(row.flaw.as_ref().unwrap_or(&row.help), usize::from(columns).max(1))
}

fn room(inner: u16, label: u16) -> u16 {
    inner.saturating_sub(label + 2)
}

fn draw_row(row: &Row, paint: &mut Paint, place: Rect, label: u16, here: bool) {
    if place.height == 0 {
        return;
    }
    let role = if here { Role::Strong } else { Role::Label };
    let marker = paint.signs().marker.to_string();
    if here {
        paint.put(place.x.saturating_sub(1), place.y, 1, &marker, Role::Marker);
    }
    paint.put(place.x, place.y, label, &row.label, role);
    let left = place.x + label + 2;
    let columns = room(place.width, label);
    let entry = Rect { x: left, width: columns, ..place };
    match &row.entry {
        Entry::Line(line, _) if here => {
            line.draw(paint, left, place.y, columns);
            if line.text().is_empty() {
                paint.put(left + 1, place.y, columns.saturating_sub(1), &row.proposed, Role::Quiet);
            }
        }
        Entry::Line(..) => _ = paint.put(left, place.y, columns, &row.text(), Role::Quiet),
        Entry::Notes(notes) => notes.draw(paint, Rect { height: place.height.min(note_height(row)), ..entry }, here),
        Entry::Choice { options, at } => draw_choice(options, *at, paint, entry, here),
    }
    let tone = if row.flaw.is_some() { Role::Bad } else { Role::Question };
    let from = place.y + own_height(row, paint, columns);
    for (y, line) in (from..place.bottom()).zip(&under(row, columns)) {
        paint.put(left, y, columns, line, tone);
    }
}

/// Each option is a place of its own.
fn choices(row: &Row, at: usize, paint: &mut Paint, place: Rect, label: u16) {
    let Entry::Choice { options, at: chosen } = &row.entry else { return };
    let mut zones = Vec::new();
    let (left, columns) = (place.x + label + 2, room(place.width, label));
    spread(options, *chosen, paint, columns, |n, line, x, shown| zones.push((n, line, x, text::width(&shown) as u16)));
    for (n, line, x, width) in zones.into_iter().filter(|(_, line, ..)| *line < place.height) {
        paint.zone(Rect { x: left + x, y: place.y + line, width, height: 1 }, Zone::Choice(at, n));
    }
}

fn draw_choice(options: &[super::Choice], at: usize, paint: &mut Paint, place: Rect, here: bool) {
    let mut placed = Vec::new();
    spread(options, at, paint, place.width, |n, line, x, shown| placed.push((n, line, x, shown)));
    for (n, line, x, shown) in placed {
        if line >= place.height {
            break;
        }
        let role = match (n == at, here) {
            (true, true) => Role::Cursor,
            (true, false) => Role::Strong,
            (false, _) => Role::Quiet,
        };
        paint.put(place.x + x, place.y + line, place.width - x, &shown, role);
    }
}

/// Lays options out in as many lines as they need: `j joint`, the chosen one in brackets.
fn spread(
    options: &[super::Choice],
    at: usize,
    paint: &Paint,
    columns: u16,
    mut place: impl FnMut(usize, u16, u16, String),
) {
    let (mut line, mut x) = (0, 0);
    for (n, option) in options.iter().enumerate() {
        let [left, right] = if n == at { ['[', ']'] } else { [' ', ' '] };
        let shown = format!("{left}{} {}{right}", option.letter, option.label);
        let wide = paint.width(&shown);
        if x > 0 && x + wide > columns {
            line += 1;
            x = 0;
        }
        place(n, line, x, shown);
        x += wide + 1;
    }
}

fn keys(form: &Form, paint: &mut Paint, place: Rect, voice: &Voice) {
    if place.height < 3 {
        return;
    }
    let y = place.bottom() - 2;
    let in_note = matches!(form.rows.get(form.at).map(|row| &row.entry), Some(Entry::Notes(_)));
    let in_choice = matches!(form.rows.get(form.at).map(|row| &row.entry), Some(Entry::Choice { .. }));
    let mut x = place.x + 2;
    let several = form.rows.iter().filter(|row| !row.hidden).count() > 1;
    let all = [
        (true, "form-key-submit"),
        (form.purpose != super::Purpose::Author, "form-key-cancel"),
        (several, "form-key-next"),
        (in_choice, "form-key-choice"),
        (in_note, "form-key-newline"),
        (in_note, "form-key-editor"),
    ];
    for (shown, key) in all {
        let words = voice.say(key);
        let wide = text::width(words) as u16;
        if shown && x + wide <= place.right() {
            x = paint.put(x, y, wide, words, Role::Quiet) + 2;
        }
    }
}
