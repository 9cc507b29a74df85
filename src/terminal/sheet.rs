//! What stands on the terminal now, cell by cell: so that nothing is written twice, short gaps are bridged by what is
//! there anyway, and what became empty is erased instead of written over.

use ratatui::{
    buffer::Cell,
    layout::Size,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

/// The cells of the screen.
#[derive(Debug)]
pub(super) struct Sheet {
    cells: Vec<Cell>,
    width: u16,
}

/// What no text is ever drawn as: the other half of a wide letter, and what nobody knows.
const UNKNOWN: &str = "\0";

/// Attributes that are seen even where no letter is.
const SEEN: Modifier =
    Modifier::UNDERLINED.union(Modifier::SLOW_BLINK).union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

impl Sheet {
    /// A blank one.
    pub(super) fn new(size: Size) -> Self {
        let mut sheet = Self { cells: Vec::new(), width: 0 };
        sheet.fit(size);
        sheet
    }

    /// Another size, which is blank.
    pub(super) fn fit(&mut self, size: Size) {
        self.width = size.width;
        self.cells.clear();
        self.cells.resize(usize::from(size.width) * usize::from(size.height), Cell::EMPTY);
    }

    /// Everything is blank.
    pub(super) fn clear(&mut self) {
        self.cells.fill(Cell::EMPTY);
    }

    /// Nobody knows what stands there.
    pub(super) fn forget(&mut self) {
        self.cells.fill(Cell::new(UNKNOWN));
    }

    fn row(&self, y: u16) -> &[Cell] {
        let start = usize::from(y) * usize::from(self.width);
        self.cells.get(start..start + usize::from(self.width)).unwrap_or_default()
    }

    /// What stands somewhere.
    pub(super) fn at(&self, x: u16, y: u16) -> Option<&Cell> {
        self.row(y).get(usize::from(x))
    }

    /// Something was put somewhere; what it covers is no letter of its own.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let covers = cell.symbol().width().max(1);
        let start = usize::from(y) * usize::from(self.width) + usize::from(x);
        let room = usize::from(self.width.saturating_sub(x)).min(covers);
        if let [first, covered @ ..] = self.cells.get_mut(start..start + room).unwrap_or_default() {
            first.clone_from(cell);
            covered.iter_mut().for_each(|slot| _ = slot.set_symbol(UNKNOWN));
        }
    }

    /// The first column of a row from which on all is blank.
    pub(super) fn tail(&self, y: u16) -> u16 {
        let row = self.row(y);
        row.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last as u16 + 1)
    }
}

/// Nothing is seen there.
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.intersects(SEEN)
}

/// Nobody can tell the two apart.
pub(super) fn looks_like(one: &Cell, other: &Cell) -> bool {
    (is_blank(one) && is_blank(other))
        || (one.symbol() == other.symbol() && (one.fg, one.bg, one.modifier) == (other.fg, other.bg, other.modifier))
}

/// Whether attributes are seen even on a blank.
pub(super) fn marks_blanks(bg: Color, modifier: Modifier) -> bool {
    bg != Color::Reset || modifier.intersects(SEEN)
}
