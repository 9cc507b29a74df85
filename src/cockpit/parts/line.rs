//! One line being typed.

use std::ops::Range;

use crossterm::event::{Event as Raw, KeyEvent};
use tui_input::{Input, InputRequest, backend::crossterm::EventHandler};

use super::{Paint, text};
use crate::cockpit::theme::Role;

/// A line of text under the caret.
#[derive(Clone, Debug, Default)]
pub struct Line {
    input: Input,
}

impl Line {
    /// A line with a text in it, the caret at its end.
    pub fn with(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// A line with a text in it, the caret before a byte of it.
    pub fn standing(text: &str, caret: usize) -> Self {
        let letters = text.get(..caret).unwrap_or(text).chars().count();
        Self { input: Input::new(text.to_owned()).with_cursor(letters) }
    }

    /// The byte the caret stands before.
    pub fn caret(&self) -> usize {
        self.text().char_indices().nth(self.input.cursor()).map_or(self.text().len(), |(at, _)| at)
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether the caret stands behind the last letter.
    pub fn is_at_end(&self) -> bool {
        self.input.cursor() >= self.text().chars().count()
    }

    /// Takes a key; whether the text changed.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        self.input.handle_event(&Raw::Key(key)).is_some_and(|change| change.value)
    }

    /// Takes pasted text: several lines become one, what cannot be drawn stays out.
    pub fn paste(&mut self, pasted: &str) {
        for letter in pasted.trim_matches(['\r', '\n']).chars() {
            let letter = if matches!(letter, '\r' | '\n' | '\t') { ' ' } else { letter };
            if !letter.is_control() {
                self.input.handle(InputRequest::InsertChar(letter));
            }
        }
    }

    /// Draws the line with its caret, scrolled so that the caret is seen.
    pub fn draw(&self, paint: &mut Paint, x: u16, y: u16, columns: u16) {
        self.drawn(paint, (x, y, columns), Role::Field);
    }

    /// Draws it with nothing underlined but these bytes, which cannot be read.
    pub fn draw_flawed(&self, paint: &mut Paint, (x, y, columns): (u16, u16, u16), at: &Range<usize>) {
        self.drawn(paint, (x, y, columns), Role::Quiet);
        let (shown, _) = self.scrolled(columns.max(1));
        let before = self.text().len() - shown.len();
        let letters = shown.char_indices().enumerate().filter(|(_, (byte, _))| at.contains(&(before + byte)));
        paint.underline(x, y, columns, shown, &letters.map(|(at, _)| at).collect::<Vec<_>>());
    }

    fn drawn(&self, paint: &mut Paint, (x, y, columns): (u16, u16, u16), role: Role) {
        if columns == 0 {
            return;
        }
        let (shown, at) = self.scrolled(columns);
        let blank: String = std::iter::repeat_n(' ', columns as usize).collect();
        paint.put(x, y, columns, &blank, role);
        paint.put(x, y, columns, shown, role);
        paint.stand(x + at as u16, y);
    }

    /// What of it is seen in so many columns, and the column of the caret.
    fn scrolled(&self, columns: u16) -> (&str, usize) {
        let before: String = self.text().chars().take(self.input.cursor()).collect();
        let room = columns as usize - 1;
        let mut skipped = 0;
        let mut at = text::width(&before);
        for (piece, width) in text::pieces(self.text()) {
            if at <= room {
                break;
            }
            skipped += piece.len();
            at -= width;
        }
        (tail(self.text(), skipped), at)
    }
}

/// What follows the pieces that take so many bytes; letters that are not drawn do not count.
fn tail(whole: &str, skipped: usize) -> &str {
    let mut seen = 0;
    for (piece, _) in text::pieces(whole) {
        if seen >= skipped {
            let at = piece.as_ptr() as usize - whole.as_ptr() as usize;
            return &whole[at..];
        }
        seen += piece.len();
    }
    if skipped == 0 { whole } else { "" }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyCode;

    use super::*;

    #[test]
    fn backspace_takes_what_the_eye_sees_as_one_letter() {
        let mut line = Line::with("ae\u{301}");
        assert!(line.key(KeyCode::Backspace.into()));
        assert_eq!(line.text(), "a");
    }

    #[test]
    fn pasted_lines_become_one_and_commands_stay_out() {
        let mut line = Line::default();
        line.paste("12 rue Neuve\r\n44000\tNantes\x1b[2J\n");
        assert_eq!(line.text(), "12 rue Neuve  44000 Nantes[2J");
    }
}
