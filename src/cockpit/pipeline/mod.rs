//! The pipeline: columns of cards with their totals, most urgent first, windowed both ways. Owns a cursor, which columns
//! are folded, and no card.

mod card;
mod draw;
mod spread;

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

pub use self::draw::Sight;
use self::{
    card::CARD,
    spread::{Lane, Spread, spread},
};
use super::{board::Board, command::Command, world::World};
use crate::sales::entity::Entity;

/// The cursor among the columns.
#[derive(Clone, Debug, Default)]
pub struct Pipeline {
    lane: usize,
    row: usize,
    deal: Option<Entity>,
    /// The first column that shows.
    left: usize,
    /// The first row that shows, by column.
    tops: Vec<usize>,
    /// Something was chosen once.
    opened: bool,
    shut: Shut,
    names: RefCell<Names>,
}

/// Columns one does not want to see now.
#[derive(Clone, Debug, Default)]
struct Shut {
    folded: BTreeSet<usize>,
    /// The lost ones were asked for, and where the cursor stood before.
    lost: Option<usize>,
}

/// Names read once, for as long as the book does not change.
#[derive(Clone, Debug, Default)]
struct Names {
    version: u64,
    known: FxHashMap<Entity, Rc<str>>,
}

/// More names than this are never kept.
const KEPT: usize = 4_096;

/// Lines above the cards.
const HEAD: u16 = 2;

impl Pipeline {
    /// The deal under the cursor.
    pub fn deal(&self) -> Option<Entity> {
        self.deal
    }

    /// The column under the cursor.
    pub fn lane(&self) -> usize {
        self.lane
    }

    /// Whether the column under the cursor is folded.
    pub fn is_folded(&self) -> bool {
        self.shut.folded.contains(&self.lane)
    }

    /// Puts the cursor on a deal.
    pub fn choose(&mut self, deal: Entity) {
        self.deal = Some(deal);
        self.opened = true;
    }

    /// Puts the cursor into a column; a folded one opens.
    pub fn enter(&mut self, lane: usize) {
        let opens = self.shut.folded.remove(&lane);
        if opens || lane != self.lane {
            (self.lane, self.deal) = (lane, None);
        }
    }

    /// Folds the column under the cursor, or unfolds it.
    pub fn fold(&mut self) {
        if !self.shut.folded.remove(&self.lane) {
            self.shut.folded.insert(self.lane);
        }
        self.deal = None;
    }

    /// Shows the lost deals and goes there, or goes back.
    pub fn turn_to_lost(&mut self, board: &Board) {
        let lost = board.lost();
        self.deal = None;
        match self.shut.lost.take() {
            Some(before) => self.lane = before,
            None if self.lane == lost => self.lane = lost.saturating_sub(1),
            None => {
                self.shut.lost = Some(self.lane);
                self.lane = lost;
            }
        }
    }

    /// Moves the cursor; whether the wish was one of moving.
    pub fn go(&mut self, command: Command, board: &Board, place: Rect) -> bool {
        let page = page(place).max(1);
        let last = board.head(self.lane).count.saturating_sub(1);
        match command {
            Command::Left => self.lane = self.lane.saturating_sub(1),
            Command::Right => self.lane = (self.lane + 1).min(self.lanes(board).len().saturating_sub(1)),
            Command::Up => self.row = self.row.saturating_sub(1),
            Command::Down => self.row = (self.row + 1).min(last),
            Command::PageUp => self.row = self.row.saturating_sub(page),
            Command::PageDown => self.row = (self.row + page).min(last),
            Command::First => self.row = 0,
            Command::Last => self.row = last,
            _ => return false,
        }
        self.pick(board);
        true
    }

    /// Scrolls a column without its cursor, where that stays in view.
    pub fn scroll(&mut self, lane: usize, by: isize, board: &Board, place: Rect) {
        let most = board.head(lane).count.saturating_sub(page(place));
        if let Some(top) = self.tops.get_mut(lane) {
            *top = top.saturating_add_signed(by).min(most);
            let (from, page) = (*top, page(place).max(1));
            if lane == self.lane && !(from..from + page).contains(&self.row) {
                self.row = if self.row < from { from } else { from + page - 1 };
                self.pick(board);
            }
        }
    }

    /// Takes the card that stands where the cursor is; of a folded column none.
    fn pick(&mut self, board: &Board) {
        self.row = self.row.min(board.head(self.lane).count.saturating_sub(1));
        let open = !self.is_folded();
        self.deal = board.card(self.lane, self.row).filter(|_| open).map(|card| card.deal);
    }

    /// The columns that may show. The lost ones only where they were asked for or the cursor is there.
    fn lanes(&self, board: &Board) -> Vec<Lane> {
        let lost = board.lost();
        let shown = |stage: &usize| *stage != lost || self.lane == lost || self.shut.lost.is_some();
        let lane = |stage| Lane { stage, folded: self.shut.folded.contains(&stage) };
        (0..board.lanes()).filter(shown).map(lane).collect()
    }

    fn spread(&self, board: &Board, place: Rect) -> Spread {
        spread(place, &self.lanes(board), self.left, self.lane)
    }

    /// Follows the chosen deal to where it stands now, and brings the cursor into view.
    pub fn settle(&mut self, board: &Board, place: Rect) {
        if !self.opened && self.deal.is_none() {
            self.lane = (0..board.lanes()).find(|lane| board.head(*lane).count > 0).unwrap_or(0);
            self.opened = board.head(self.lane).count > 0;
        }
        self.lane = self.lane.min(board.lanes().saturating_sub(1));
        match self.deal.and_then(|deal| board.find(deal)) {
            Some((lane, row)) => {
                (self.lane, self.row) = (lane, row);
                self.shut.folded.remove(&lane);
            }
            None => self.pick(board),
        }
        self.left = self.spread(board, place).left;
        self.tops.resize(board.lanes(), 0);
        let page = page(place).max(1);
        for (lane, top) in self.tops.iter_mut().enumerate() {
            let count = board.head(lane).count;
            *top = (*top).min(count.saturating_sub(page));
            if lane == self.lane {
                *top = window(*top, self.row, page, count);
            }
        }
    }

    fn name(&self, deal: Entity, board: &Board, world: &World) -> Rc<str> {
        if board.is_changed(deal) {
            return board.name(deal).into();
        }
        let mut names = self.names.borrow_mut();
        if names.version != world.book.version() || names.known.len() > KEPT {
            *names = Names { version: world.book.version(), known: FxHashMap::default() };
        }
        names.known.entry(deal).or_insert_with(|| board.name(deal).into()).clone()
    }
}

/// The first row of a window with the cursor in it: one that is left moves on by half a page, so that most steps change
/// two cards and not the whole column.
pub(super) fn window(top: usize, row: usize, page: usize, count: usize) -> usize {
    if (top..top + page).contains(&row) {
        return top;
    }
    let half = page / 2;
    let wanted = if row < top { (row + 1 + half).saturating_sub(page) } else { row.saturating_sub(half) };
    wanted.min(count.saturating_sub(page))
}

/// How many cards a column shows.
fn page(place: Rect) -> usize {
    usize::from(place.height.saturating_sub(HEAD) / CARD)
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn a_window_moves_by_half_a_page_and_always_holds_the_cursor() {
        assert_eq!(window(0, 9, 10, 100), 0);
        assert_eq!(window(0, 10, 10, 100), 5);
        assert_eq!(window(5, 4, 10, 100), 0);
        assert_eq!(window(0, 99, 10, 100), 90);
        for page in 1..12 {
            for row in 0..40 {
                for top in 0..40 {
                    let now = window(top, row, page, 40);
                    assert!((now..now + page).contains(&row), "{page} {row} {top}");
                }
            }
        }
    }
}
