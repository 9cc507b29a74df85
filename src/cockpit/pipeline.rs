//! The pipeline: columns of cards with their totals, most urgent first, windowed both ways. Owns a cursor, no card.

use std::{cell::RefCell, rc::Rc};

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use super::{
    board::Board,
    command::Command,
    parts::Paint,
    theme::{Role, Theme},
    told,
    world::World,
};
use crate::sales::{
    card::{Badges, Card},
    entity::Entity,
    fact::Temperature,
};

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
    names: RefCell<Names>,
}

/// Names read once, for as long as the book does not change.
#[derive(Clone, Debug, Default)]
struct Names {
    version: u64,
    known: FxHashMap<Entity, Rc<str>>,
}

/// More names than this are never kept.
const KEPT: usize = 4_096;

/// Lines of a card.
const CARD: u16 = 2;
/// Lines above the cards.
const HEAD: u16 = 2;
/// From here on the temperature has its name on every card.
const WORDY: u16 = 30;
/// The least a column needs.
const LANE: u16 = 21;

impl Pipeline {
    /// The deal under the cursor.
    pub fn deal(&self) -> Option<Entity> {
        self.deal
    }

    /// The column under the cursor.
    pub fn lane(&self) -> usize {
        self.lane
    }

    /// Puts the cursor on a deal.
    pub fn choose(&mut self, deal: Entity) {
        self.deal = Some(deal);
        self.opened = true;
    }

    /// Moves the cursor; whether the wish was one of moving.
    pub fn go(&mut self, command: Command, board: &Board, place: Rect) -> bool {
        let page = page(place).max(1);
        let last = board.head(self.lane).count.saturating_sub(1);
        match command {
            Command::Left => self.lane = self.lane.saturating_sub(1),
            Command::Right => self.lane = (self.lane + 1).min(board.lanes().saturating_sub(1)),
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

    /// Takes the card that stands where the cursor is.
    fn pick(&mut self, board: &Board) {
        self.row = self.row.min(board.head(self.lane).count.saturating_sub(1));
        self.deal = board.card(self.lane, self.row).map(|card| card.deal);
    }

    /// Follows the chosen deal to where it stands now, and brings the cursor into view.
    pub fn settle(&mut self, board: &Board, place: Rect) {
        if !self.opened && self.deal.is_none() {
            self.lane = (0..board.lanes()).find(|lane| board.head(*lane).count > 0).unwrap_or(0);
            self.opened = board.head(self.lane).count > 0;
        }
        match self.deal.and_then(|deal| board.find(deal)) {
            Some((lane, row)) => (self.lane, self.row) = (lane, row),
            None => self.pick(board),
        }
        let shown = shown(place, board.lanes());
        self.left = self.left.min(self.lane).max((self.lane + 1).saturating_sub(shown));
        self.left = self.left.min(board.lanes().saturating_sub(shown));
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

    /// Draws the columns.
    pub fn draw(&self, paint: &mut Paint, place: Rect, board: &Board, world: &World, focused: bool) {
        if place.width < 8 || place.height < HEAD {
            return;
        }
        let shown = shown(place, board.lanes());
        let wide = place.width / shown.max(1) as u16;
        for n in 0..shown {
            let lane = self.left + n;
            let x = place.x + wide * n as u16;
            let more = if n + 1 == shown { place.right() - x } else { wide };
            let column = Rect { x, width: more.saturating_sub(1), ..place };
            self.draw_lane(paint, column, lane, board, world, focused);
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

    fn draw_lane(&self, paint: &mut Paint, place: Rect, lane: usize, board: &Board, world: &World, focused: bool) {
        let Some(stage) = world.playbook.stages().get(lane) else { return };
        let head = board.head(lane);
        let here = lane == self.lane;
        let count = world.voice.number(head.count as i64);
        let title = format!("{} {count}", world.label(&stage.label));
        let role = if here { Role::Title } else { Role::Label };
        let money = if head.cents > 0 { told::short(world, head.cents) } else { String::new() };
        let room = place.width.saturating_sub(paint.width(&money) + u16::from(!money.is_empty()));
        paint.put(place.x, place.y, room, &title, role);
        paint.right(place.x, place.right(), place.y, &money, Role::Quiet);
        let arrows = match (lane == self.left && self.left > 0, place.right() + 2 > paint.area().right()) {
            (true, _) => "←",
            _ => "",
        };
        let at = if here && head.count > page(place) {
            format!("{}/{}", self.row + 1, head.count)
        } else {
            arrows.to_owned()
        };
        paint.rule(place.x, place.y + 1, place.width, "", "");
        paint.right(place.x, place.right(), place.y + 1, &at, Role::Label);
        let top = self.tops.get(lane).copied().unwrap_or(0);
        for n in 0..page(place) {
            let Some(card) = board.card(lane, top + n) else { break };
            let y = place.y + HEAD + n as u16 * CARD;
            let spot = Rect { y, height: CARD, ..place };
            draw_card(
                paint,
                spot,
                card,
                &self.name(card.deal, board, world),
                world,
                here && top + n == self.row,
                focused,
            );
        }
    }
}

/// The first row of a window with the cursor in it: one that is left moves on by half a page, so that most steps change
/// two cards and not the whole column.
fn window(top: usize, row: usize, page: usize, count: usize) -> usize {
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

/// How many columns show beside each other.
fn shown(place: Rect, lanes: usize) -> usize {
    usize::from((place.width / LANE).max(1)).min(lanes.max(1)).min(if place.width < 60 { 1 } else { 8 })
}

fn draw_card(paint: &mut Paint, place: Rect, card: &Card, name: &str, world: &World, here: bool, focused: bool) {
    let score = format!("{} {:>2}", told::heat(card.temperature), card.score);
    let left = place.x + 1;
    let room = place.width.saturating_sub(2 + paint.width(&score));
    let role = match (here, focused) {
        (true, true) => Role::Cursor,
        (true, false) => Role::Strong,
        (false, _) => Role::Quiet,
    };
    if here {
        let marker = paint.signs().marker.to_string();
        paint.put(place.x, place.y, 1, &marker, Role::Marker);
        paint.put(place.x, place.y + 1, 1, &marker, Role::Marker);
    }
    let complaint = card.badges.has(Badges::COMPLAINT);
    let name = if complaint { format!("!! {name}") } else { name.to_owned() };
    let name = if name.is_empty() { world.voice.say("pane-nameless").to_owned() } else { name };
    paint.put(left, place.y, room, &name, role);
    paint.right(left, place.right(), place.y, &score, Theme::heat(card.temperature));
    draw_second(paint, place, card, world);
}

/// What it is worth, how warm, when due: the last two words give way first where there is no room.
fn draw_second(paint: &mut Paint, place: Rect, card: &Card, world: &World) {
    let y = place.y + 1;
    let left = place.x + 2;
    let mut end = place.right();
    if let Some((text, role)) = due(card, world) {
        end = paint.right(left, end, y, &text, role);
    }
    let amount = card.amount_cents.map_or_else(|| "—".to_owned(), |cents| told::short(world, cents));
    let room = end.saturating_sub(left);
    let heat = world.voice.word(&card.temperature);
    let both = paint.width(&amount) + 1 + paint.width(heat);
    let spare = u16::from(end < place.right());
    // On narrow cards the sign beside the score says it on all of them alike.
    if place.width >= WORDY && both + spare <= room {
        let x = paint.put(left, y, room, &amount, Role::Quiet) + 1;
        paint.put(x, y, end.saturating_sub(x), heat, heat_role(card));
    } else if paint.width(&amount) + spare <= room {
        paint.put(left, y, room, &amount, Role::Quiet);
    }
}

/// Warm and cold speak softly beside the score; hot does not.
fn heat_role(card: &Card) -> Role {
    if card.temperature == Temperature::Hot { Role::Hot } else { Role::Quiet }
}

/// When the card is due, in words.
fn due(card: &Card, world: &World) -> Option<(String, Role)> {
    let due = card.due?;
    let late = world.today.since(due);
    Some(match late {
        1.. => (world.voice.late(late), Role::Late),
        0 => (world.voice.day_short(due, world.today), Role::Today),
        _ => (world.voice.day_short(due, world.today), Role::Quiet),
    })
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
