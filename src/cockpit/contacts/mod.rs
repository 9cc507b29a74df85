//! Everybody as a table: one line each, in an order of one's choice. Owns a cursor and how the columns stand, no record;
//! who is shown and in which order is [`Roster`]'s business.

mod cell;
mod draw;
mod spread;

pub use self::draw::Sight;

use std::{cell::RefCell, rc::Rc};

use ratatui::layout::Rect;
use rustc_hash::FxHashMap;

use self::{cell::Cell, spread::Wide};
use super::{Cockpit, Tab, command::Command, effect::Effect, layout, world::World};
use crate::{
    sales::{
        entity::Entity,
        moment::Day,
        query::Query,
        roster::{Column, Known, Roster},
        sieve::Wanted,
    },
    voice::Language,
};

/// Lines above the rows: how many there are, and the names of the columns.
const HEAD: u16 = 2;
/// Below this width every person has two lines where there is room for all.
const NARROW: u16 = 60;
/// More rows in words than this are never kept.
const KEPT: usize = 2_048;

/// The cursor on the table, and its columns.
#[derive(Default)]
pub struct Contacts {
    roster: Roster,
    at: At,
    columns: Columns,
    /// What is tried instead of the filter while one types.
    trial: Option<Wanted>,
    words: RefCell<Words>,
    /// How often the rows were laid out when somebody last asked.
    seen: u64,
}

/// Where the cursor stands.
#[derive(Default)]
struct At {
    /// Whose row.
    party: Option<Entity>,
    /// The deal that speaks for them, else they themselves.
    subject: Option<Entity>,
    line: usize,
    top: usize,
    /// The column, among those chosen.
    column: usize,
    /// The cursor was put there: it follows the row. Else it stays on top.
    chosen: bool,
}

/// The columns somebody wants to see, each with its width where one was set, and the order of the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// From left to right.
    pub list: Vec<(Column, Option<u16>)>,
    /// By which one the rows are in order, and whether what is highest comes first.
    pub sort: (Column, bool),
}

impl Default for Columns {
    fn default() -> Self {
        Self { list: Column::USUAL.map(|column| (column, None)).into(), sort: (Column::Name, false) }
    }
}

/// Rows in words, for as long as nothing changes.
#[derive(Default)]
struct Words {
    of: Option<Of>,
    rows: FxHashMap<Entity, Rc<[Cell]>>,
}

/// What rows were put in words from.
#[derive(Clone, PartialEq)]
struct Of {
    version: u64,
    settings: u64,
    day: Day,
    language: Language,
    columns: Vec<Column>,
}

/// What the table is read from.
fn known<'w>(world: &World<'w>) -> Known<'w> {
    Known { book: world.book, columns: world.columns, playbook: world.playbook }
}

impl Contacts {
    /// The deal under the cursor, or the party where there is none.
    pub fn subject(&self) -> Option<Entity> {
        self.at.subject
    }

    /// Everybody who shows, by the deal that speaks for them.
    pub fn subjects(&self, world: &World) -> Vec<Entity> {
        let known = known(world);
        self.roster.shown().map(|party| self.roster.subject(party, &known)).collect()
    }

    /// Whether other people show than when this was last asked; not while they are read.
    pub fn is_another(&mut self) -> bool {
        !self.roster.reads() && std::mem::replace(&mut self.seen, self.roster.laid_out()) != self.roster.laid_out()
    }

    /// Whether rows are still to be read.
    pub fn goes_on(&self) -> bool {
        self.roster.goes_on()
    }

    /// Reads the next few rows.
    pub fn look_on(&mut self, world: &World) {
        if self.roster.goes_on() {
            self.roster.go_on(&known(world));
        }
    }

    /// Puts the cursor on a line that shows.
    pub fn stand(&mut self, line: usize) {
        self.at.line = line;
        self.pick();
    }

    /// Puts the cursor on somebody, who may only be on the way into the table.
    pub fn stand_on(&mut self, party: Entity) {
        self.at = At { party: Some(party), subject: Some(party), chosen: true, ..std::mem::take(&mut self.at) };
    }

    /// Puts the cursor on the first line again.
    pub fn begin_again(&mut self) {
        (self.at.line, self.at.chosen) = (0, false);
    }

    /// Shows whom this lets through while one types; nothing: whom the filter does.
    pub fn try_out(&mut self, wanted: Option<Wanted>) {
        self.trial = wanted;
        self.begin_again();
    }

    /// Counts whom these queries hold for from now on.
    pub fn count_for(&mut self, queries: Vec<Query>) {
        self.roster.tally(queries.into_iter().map(Wanted::Query).collect());
    }

    /// How many each of them holds for, where that is known.
    pub fn counts(&self) -> Vec<Option<usize>> {
        self.roster.tallied()
    }

    /// How many there are, of how many where some are left out; how far one is while they are read.
    pub fn count(&self, narrowed: bool, world: &World) -> String {
        let number = |count: usize| world.voice.number(count as i64);
        let all = self.roster.all();
        if self.roster.reads() {
            let (done, of) = self.roster.progress();
            return world.voice.tell("contacts-reading", &[("done", number(done).into()), ("of", number(of).into())]);
        }
        if narrowed {
            let args = [("count", number(self.roster.len()).into()), ("all", number(all).into())];
            return world.voice.tell("contacts-narrowed", &args);
        }
        world.voice.tell("contacts-count", &[("count", all.into()), ("line", number(self.at.line + 1).into())])
    }

    /// Moves the cursor; whether the wish was one of moving.
    pub fn go(&mut self, command: Command, world: &World, place: Rect) -> bool {
        let (page, last) = (self.page(place).max(1), self.roster.len().saturating_sub(1));
        let columns = self.shown_columns(world).len();
        match command {
            Command::Left => self.at.column = self.at.column.saturating_sub(1),
            Command::Right => self.at.column = (self.at.column + 1).min(columns.saturating_sub(1)),
            Command::Up => self.at.line = self.at.line.saturating_sub(1),
            Command::Down => self.at.line = (self.at.line + 1).min(last),
            Command::PageUp => self.at.line = self.at.line.saturating_sub(page),
            Command::PageDown => self.at.line = (self.at.line + page).min(last),
            Command::First => self.at.line = 0,
            Command::Last => self.at.line = last,
            _ => return false,
        }
        if !matches!(command, Command::Left | Command::Right) {
            self.pick();
        }
        true
    }

    fn pick(&mut self) {
        self.at.party = self.roster.at(self.at.line);
        self.at.chosen = self.at.line > 0;
    }

    /// In order by a column; once more, the other way round.
    fn sort(&mut self, column: Column) {
        let falls = if self.columns.sort.0 == column { !self.columns.sort.1 } else { column.falls() };
        self.columns.sort = (column, falls);
        self.begin_again();
    }

    /// Follows what changed, and whoever the cursor stood on; while `held`, somebody still works on them.
    pub fn settle(&mut self, world: &World, wanted: Option<&Wanted>, place: Rect, held: bool) {
        let known = known(world);
        // What is only tried out holds nobody.
        let held = held && self.trial.is_none();
        self.roster.sift(self.trial.as_ref().or(wanted), &known);
        let (column, falls) = &self.columns.sort;
        self.roster.sort(column, *falls, &known);
        self.roster.follow(&known);
        match self.at.party.and_then(|party| self.roster.line(party)) {
            Some(line) if self.at.chosen || held => self.at.line = line,
            None if self.at.party.is_some() && (held || (self.at.chosen && self.roster.reads())) => {}
            _ => {
                self.at.line = self.at.line.min(self.roster.len().saturating_sub(1));
                self.at.party = self.roster.at(self.at.line);
            }
        }
        self.at.subject = self.at.party.map(|party| self.roster.subject(party, &known));
        let (page, count) = (self.page(place).max(1), self.roster.len());
        self.at.top = super::pipeline::window(self.at.top.min(count.saturating_sub(page)), self.at.line, page, count);
    }

    /// The columns that may show: who looks after somebody only where several people share the portfolio.
    fn shown_columns(&self, world: &World) -> Vec<(&Column, Option<u16>)> {
        let shared = world.columns.owners().names().nth(1).is_some();
        let shows = |column: &Column| shared || *column != Column::Owner;
        self.columns.list.iter().filter(|(column, _)| shows(column)).map(|(column, wide)| (column, *wide)).collect()
    }

    /// The column under the cursor.
    fn column(&self, world: &World) -> Option<Column> {
        self.shown_columns(world).get(self.at.column).map(|(column, _)| (*column).clone())
    }

    /// Which columns fit, and where.
    fn spread(&self, place: Rect, world: &World) -> Vec<(usize, Rect)> {
        let shown = self.shown_columns(world);
        let wide: Vec<Wide> = shown.iter().map(|(column, own)| cell::wide(column, *own)).collect();
        let room = Rect { x: place.x + 2, width: place.width.saturating_sub(3), ..place };
        spread::spread(room, &wide, self.at.column)
    }

    /// Lines of a row: two on a narrow screen with room for all.
    fn tall(&self, place: Rect) -> u16 {
        let room = usize::from(place.height.saturating_sub(HEAD));
        if place.width < NARROW && self.roster.len() * 2 <= room { 2 } else { 1 }
    }

    /// How many rows show.
    fn page(&self, place: Rect) -> usize {
        usize::from(place.height.saturating_sub(HEAD) / self.tall(place))
    }
}

impl Cockpit {
    /// In order by the column under the cursor.
    pub(super) fn sort(&mut self, world: &World) -> Vec<Effect> {
        if let Some(column) = self.panes.contacts.column(world).filter(|_| self.panes.tab == Tab::Contacts) {
            self.panes.contacts.sort(column);
            self.panes.party = None;
        }
        Vec::new()
    }

    /// A click on the name of a column.
    pub(super) fn sort_by(&mut self, at: usize, world: &World) -> Vec<Effect> {
        self.panes.contacts.at.column = at;
        self.sort(world)
    }

    /// The places on the screen for a focus, with the table's share where it shows.
    pub(super) fn laid_out(&self, focus: super::command::Focus) -> layout::Layout {
        let at = layout::layout(self.look.area, focus);
        if self.panes.tab == Tab::Contacts { layout::with_table(at) } else { at }
    }
}
