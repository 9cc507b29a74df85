//! The parts of the dossier: their order, their names on one line, and which of them is shown.

use ratatui::layout::Rect;

use crate::{
    cockpit::{parts::Paint, theme::Role},
    voice::Voice,
};

/// A part of the dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Every field.
    #[default]
    Sheet,
    /// The checklist.
    Qualification,
    /// What passed between us.
    Exchanges,
    /// Quotes and purchases.
    Quotes,
    /// Who said what when.
    History,
}

impl Part {
    /// All of them, from left to right.
    pub const ALL: [Self; 5] = [Self::Sheet, Self::Qualification, Self::Exchanges, Self::Quotes, Self::History];

    /// Key of its name.
    pub fn text(self) -> &'static str {
        match self {
            Self::Sheet => "part-sheet",
            Self::Qualification => "part-qualification",
            Self::Exchanges => "part-exchanges",
            Self::Quotes => "part-quotes",
            Self::History => "part-history",
        }
    }

    /// The one to the right.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.at() + 1).copied()
    }

    /// The one to the left.
    pub fn previous(self) -> Option<Self> {
        self.at().checked_sub(1).and_then(|at| Self::ALL.get(at)).copied()
    }

    fn at(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).unwrap_or(0)
    }

    /// Draws the names on a line, this one in brackets; where there is no room for all, those around it.
    pub fn draw(self, paint: &mut Paint, line: Rect, voice: &Voice) {
        let names = Self::ALL.map(|part| voice.say(part.text()));
        let wide = |from: usize, to: usize| -> u16 {
            names.iter().take(to + 1).skip(from).map(|name| paint.width(name) + 2).sum::<u16>()
        };
        let (mut from, mut to) = (self.at(), self.at());
        loop {
            let more_right = to + 1 < names.len() && wide(from, to + 1) <= line.width;
            let more_left = !more_right && from > 0 && wide(from - 1, to) <= line.width;
            (from, to) = (from - usize::from(more_left), to + usize::from(more_right));
            if !more_left && !more_right {
                break;
            }
        }
        let mut x = line.x;
        for (at, name) in names.iter().enumerate().take(to + 1).skip(from) {
            let (text, role) =
                if at == self.at() { (format!("[{name}]"), Role::Title) } else { (format!(" {name} "), Role::Label) };
            x = paint.put(x, line.y, line.right().saturating_sub(x), &text, role);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_stand_in_a_row() {
        assert_eq!(Part::Sheet.previous(), None);
        assert_eq!(Part::Sheet.next(), Some(Part::Qualification));
        assert_eq!(Part::History.next(), None);
    }
}
