//! A note of several lines being typed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{buffer::Buffer, layout::Rect, widgets::Widget};
use ratatui_textarea::{TextArea, WrapMode};

use super::Paint;
use crate::{cockpit::theme::Role, sales::words::plain::clean};

/// A note under the caret.
#[derive(Clone, Debug)]
pub struct Notes {
    area: TextArea<'static>,
}

impl Notes {
    /// A note with a text in it, the caret at its end.
    pub fn with(text: &str) -> Self {
        let mut area = TextArea::from(clean(text).lines());
        area.set_wrap_mode(WrapMode::Word);
        area.set_cursor_line_style(ratatui::style::Style::new());
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        Self { area }
    }

    /// The same with the caret before its first letter, so that it is read from there.
    #[must_use]
    pub fn from_the_top(mut self) -> Self {
        self.area.move_cursor(ratatui_textarea::CursorMove::Top);
        self.area.move_cursor(ratatui_textarea::CursorMove::Head);
        self
    }

    /// What stands in it.
    pub fn text(&self) -> String {
        self.area.lines().join("\n").trim_end().to_owned()
    }

    /// Takes a key; whether the text changed. Alt-Enter breaks the line.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        if key.code == KeyCode::Enter {
            self.area.insert_newline();
            return true;
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('z') {
            return self.area.undo();
        }
        self.area.input(key)
    }

    /// Takes pasted text.
    pub fn paste(&mut self, pasted: &str) {
        self.area.insert_str(clean(pasted));
    }

    /// Says something else from now on, one undo away from what it said.
    pub fn rewrite(&mut self, text: &str) {
        self.area.select_all();
        self.area.insert_str(clean(text.trim_end()));
    }

    /// Whether the caret stands in the first, and in the last line.
    pub fn at_edge(&self) -> (bool, bool) {
        let row = self.area.cursor().0;
        (row == 0, row + 1 >= self.area.lines().len())
    }

    /// Draws the note in its place.
    pub fn draw(&self, paint: &mut Paint, place: Rect, typing: bool) {
        let place = place.intersection(paint.area());
        if place.is_empty() {
            return;
        }
        // Drawn aside, then letter by letter through `Paint`, so that it is folded and cut like everything else.
        let own = Rect { x: 0, y: 0, ..place };
        let mut aside = Buffer::empty(own);
        let mut area = self.area.clone();
        area.set_cursor_style(ratatui::style::Style::new());
        (&area).render(own, &mut aside);
        for y in 0..own.height {
            let line: String = (0..own.width).map(|x| aside[(x, y)].symbol()).collect();
            paint.put(place.x, place.y + y, place.width, line.trim_end(), Role::Quiet);
        }
        if typing {
            let caret = area.screen_cursor();
            let row = (caret.row as u16).saturating_sub(area.scroll_offset().0);
            paint.stand(place.x + (caret.col as u16).min(own.width - 1), place.y + row.min(own.height - 1));
        }
    }
}
