//! Drawing on the frame: every letter the cockpit shows passes here, cut to its room, folded where the terminal is ASCII,
//! never outside the place it was given.

use std::borrow::Cow;

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use super::text;
use crate::cockpit::{
    pointer::{Zone, Zones},
    theme::{Role, Signs, Theme},
};

/// The frame being drawn.
pub struct Paint<'a> {
    buffer: &'a mut Buffer,
    /// How things look.
    pub theme: &'a Theme,
    /// Where the text cursor stands, if something is being typed.
    pub caret: Option<Position>,
    /// What the mouse may meet.
    pub zones: Zones,
}

impl<'a> Paint<'a> {
    /// Draws on a buffer.
    pub fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme, caret: None, zones: Zones::new() }
    }

    /// All there is.
    pub fn area(&self) -> Rect {
        self.buffer.area
    }

    /// The shapes this terminal can show.
    pub fn signs(&self) -> Signs {
        self.theme.signs
    }

    fn fit<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.theme.signs.ascii { text::ascii(text) } else { Cow::Borrowed(text) }
    }

    /// How many columns a text takes here.
    pub fn width(&self, text: &str) -> u16 {
        text::width(&self.fit(text)) as u16
    }

    /// Writes a text in at most so many columns from a place on; gives the column after it.
    pub fn put(&mut self, x: u16, y: u16, columns: u16, text: &str, role: Role) -> u16 {
        self.styled(x, y, columns, text, self.theme.style(role))
    }

    /// The same without any role.
    pub fn plain(&mut self, x: u16, y: u16, columns: u16, text: &str) -> u16 {
        self.styled(x, y, columns, text, Style::new())
    }

    /// The same in a given style.
    pub fn styled(&mut self, x: u16, y: u16, columns: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return x;
        }
        let columns = columns.min(area.right() - x);
        let fitted = self.fit(text);
        let shown = text::cut(&fitted, columns as usize, self.theme.signs.cut);
        let start = self.buffer.index_of(x, y);
        let cells = self.buffer.content.get_mut(start..start + columns as usize).unwrap_or_default();
        if let Some(letters) = text::letters(&shown) {
            for (cell, letter) in cells.iter_mut().zip(shown.chars()) {
                cell.set_char(letter).set_style(style);
            }
            return x + letters as u16;
        }
        let mut at = 0;
        for (piece, width) in text::pieces(&shown) {
            let Some([first, rest @ ..]) = cells.get_mut(at..at + width) else { break };
            first.set_symbol(piece).set_style(style);
            for cell in rest {
                cell.reset();
                cell.set_style(style);
            }
            at += width;
        }
        x + at as u16
    }

    /// Writes a text so that it ends before a column; gives the column it starts at. Nothing where it would pass `left`.
    pub fn right(&mut self, left: u16, end: u16, y: u16, text: &str, role: Role) -> u16 {
        let wide = self.width(text);
        if end < left || wide > end - left {
            return end;
        }
        self.put(end - wide, y, wide, text, role);
        end - wide
    }

    /// Underlines letters of a text that was written in at most so many columns from a place on.
    pub fn underline(&mut self, x: u16, y: u16, columns: u16, text: &str, letters: &[usize]) {
        // Folded to ASCII a text has other letters at other places.
        if letters.is_empty() || self.theme.signs.ascii || !text::is_drawn_whole(text) {
            return;
        }
        let cut = u16::from(self.width(text) > columns);
        for (at, letter) in text.chars().enumerate().filter(|(at, _)| letters.contains(at)) {
            let before = text::width(&text.chars().take(at).collect::<String>()) as u16;
            let wide = text::width(letter.encode_utf8(&mut [0; 4])) as u16;
            let place = Position { x: x + before, y };
            if before + wide + cut <= columns && self.buffer.area.contains(place) {
                let cell = &mut self.buffer[place];
                cell.modifier.insert(Modifier::UNDERLINED);
            }
        }
    }

    /// Blanks a place.
    pub fn blank(&mut self, place: Rect) {
        let place = place.intersection(self.buffer.area);
        for y in place.top()..place.bottom() {
            let start = self.buffer.index_of(place.left(), y);
            if let Some(cells) = self.buffer.content.get_mut(start..start + place.width as usize) {
                cells.iter_mut().for_each(ratatui::buffer::Cell::reset);
            }
        }
    }

    /// A horizontal line with a heading in it and words at its end.
    pub fn rule(&mut self, x: u16, y: u16, columns: u16, title: &str, end: &str) {
        let sign = self.signs().rule;
        let line: String = std::iter::repeat_n(sign, columns as usize).collect();
        self.put(x, y, columns, &line, Role::Rule);
        if title.is_empty() || columns < 8 {
            return;
        }
        let room = columns - 6;
        let after = self.put(x + 3, y, room, title, Role::Title);
        self.plain(x + 2, y, 1, " ");
        self.plain(after, y, 1, " ");
        let wide = self.width(end);
        if !end.is_empty() && after + 2 + wide + 4 <= x + columns {
            let from = x + columns - wide - 4;
            self.plain(from, y, 1, " ");
            let after = self.put(from + 1, y, wide, end, Role::Strong);
            self.plain(after, y, 1, " ");
        }
    }

    /// A vertical line.
    pub fn wall(&mut self, place: Rect) {
        let sign = self.signs().wall.to_string();
        for y in place.top()..place.bottom() {
            self.put(place.x, y, place.width.min(1), &sign, Role::Rule);
        }
    }

    /// Says what lies at a place.
    pub fn zone(&mut self, place: Rect, zone: Zone) {
        self.zones.push((place, zone));
    }

    /// Stands the text cursor somewhere, if that is on the screen.
    pub fn stand(&mut self, x: u16, y: u16) {
        let at = Position { x, y };
        if self.buffer.area.contains(at) {
            self.caret = Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(ascii: bool, draw: impl Fn(&mut Paint)) -> String {
        let theme = Theme::shipped("dark", ascii).unwrap();
        let mut buffer = Buffer::empty(Rect { x: 0, y: 0, width: 20, height: 1 });
        draw(&mut Paint::new(&mut buffer, &theme));
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let shown = drawn(false, |paint| {
            paint.plain(0, 5, 10, "hors");
            paint.plain(40, 0, 10, "champ");
            paint.plain(16, 0, 10, "Lefèvre");
        });
        assert_eq!(shown, "                Lef…");
    }

    #[test]
    fn a_wide_letter_does_not_pass_its_room() {
        assert_eq!(drawn(false, |paint| assert_eq!(paint.plain(0, 0, 4, "株式会社"), 3)), "株 …                 ");
    }

    #[test]
    fn an_ascii_terminal_gets_ascii() {
        assert!(drawn(true, |paint| paint.rule(0, 0, 20, "Échanges", "3/4")).is_ascii());
        assert_eq!(drawn(true, |paint| _ = paint.plain(0, 0, 6, "Élodie Dupré")), "Elodi~              ");
    }
}
