//! Some of the cards: those of one seller, or those a query holds for. Whether a card passes is kept a row, and only rows
//! that changed are asked again.

use super::{
    book::{Book, Records, Sweep},
    card::Card,
    case::Case,
    columns::{Columns, Lane, shared},
    entity::Entity,
    fields::folded,
    moment::Day,
    playbook::Playbook,
    query::{self, Glance, Query, Seen},
};

/// What is let through.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// What somebody looks after; empty: what nobody does.
    Owner(String),
    /// What a query holds for.
    Query(Query),
}

/// The cards that are let through, column by column.
#[derive(Clone, Debug)]
pub struct Sieve {
    wanted: Wanted,
    passes: Vec<bool>,
    /// So many rows were asked since the last time all of them had to be.
    asked: u32,
    lanes: Vec<Lane>,
    made: Option<Made>,
}

/// So many rows are asked at a time: a fortieth of a second's work at most.
pub(super) const SLICE: u32 = 2_000;

/// What it was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) version: u64,
    day: Day,
    settings: u64,
}

impl Made {
    pub(super) fn now(book: &Book, columns: &Columns, playbook: &Playbook) -> Self {
        Self { version: book.version(), day: columns.day(), settings: playbook.digest() }
    }

    /// Whether the day and the settings are the same.
    pub(super) fn is_alike(self, other: Self) -> bool {
        (self.day, self.settings) == (other.day, other.settings)
    }
}

/// The columns as one looks at them: every card, or what a sieve lets through.
#[derive(Clone, Copy)]
pub struct View<'a> {
    columns: &'a Columns,
    lanes: &'a [Lane],
}

impl<'a> View<'a> {
    /// Every card, or those of a sieve.
    pub fn of(columns: &'a Columns, sieve: Option<&'a Sieve>) -> Self {
        Self { columns, lanes: sieve.map_or(columns.lanes(), |sieve| &sieve.lanes) }
    }

    /// One lane a stage.
    pub fn lane(&self, lane: usize) -> Option<&'a Lane> {
        self.lanes.get(lane)
    }

    /// The card in a place of a lane.
    pub fn at(&self, lane: usize, place: usize) -> Option<Card> {
        self.columns.row(*self.lanes.get(lane)?.rows.get(place)?)
    }

    /// Lane and place of a deal that is let through.
    pub fn place(&self, book: &Book, deal: Entity) -> Option<(usize, usize)> {
        self.columns.place_in(self.lanes, book, deal)
    }

    /// How many cards of a lane of closed deals were closed on a day or later.
    pub fn closed_since(&self, lane: usize, day: Day) -> usize {
        let rows = self.lanes.get(lane).map_or(&[][..], |lane| &lane.rows);
        rows.partition_point(|row| self.columns.row(*row).is_some_and(|card| card.closed_on() >= day))
    }
}

impl Sieve {
    /// A sieve that nothing has passed yet.
    pub fn new(wanted: Wanted) -> Self {
        Self { wanted, passes: Vec::new(), asked: 0, lanes: Vec::new(), made: None }
    }

    /// What it lets through.
    pub fn wanted(&self) -> &Wanted {
        &self.wanted
    }

    /// How many rows were asked so far.
    pub fn asked(&self) -> u32 {
        self.asked
    }

    /// Whether rows are still to be asked: [`Sieve::go_on`] asks the next few.
    pub fn goes_on(&self, columns: &Columns) -> bool {
        self.made.is_some() && self.asked < columns.rows()
    }

    /// Asks the next few rows, where all of them have to be asked; what passes shows at once.
    pub fn go_on(&mut self, book: &Book, columns: &Columns, playbook: &Playbook) {
        let (from, to) = (self.asked, columns.rows().min(self.asked + SLICE));
        let passes = |records: &Sweep<'_>, row| self.passes_row(from + row, records, columns, playbook);
        let asked = shared(book, to - from, passes);
        self.passes.truncate(from as usize);
        self.passes.extend(asked);
        self.asked = to;
        self.lay_out(columns, playbook);
    }

    /// Follows the columns: asks rows that changed since the last time, or begins to ask all of them.
    pub fn follow(&mut self, book: &Book, columns: &Columns, playbook: &Playbook) {
        let now = Made::now(book, columns, playbook);
        if self.made == Some(now) {
            return;
        }
        let known = self.made.filter(|made| made.is_alike(now));
        let changed = known.and_then(|made| columns.changed_since(made.version));
        match changed {
            Some(rows) => rows.for_each(|row| self.ask(row, book, columns, playbook)),
            None => self.begin(columns),
        }
        self.made = Some(now);
        if self.asked == 0 {
            self.go_on(book, columns, playbook);
        } else {
            self.lay_out(columns, playbook);
        }
    }

    /// What stands on the cards is known of all of them at once; records are looked at a few at a time.
    fn begin(&mut self, columns: &Columns) {
        let passes = match &self.wanted {
            Wanted::Owner(name) => {
                let wanted = columns.owners().places(name);
                Some(columns.owners().rows.iter().map(|place| wanted.contains(place)).collect())
            }
            Wanted::Query(query) => (0..columns.rows()).map(|row| glanced(query, row, columns)).collect(),
        };
        self.asked = if passes.is_some() { columns.rows() } else { 0 };
        self.passes = passes.unwrap_or_default();
    }

    fn lay_out(&mut self, columns: &Columns, playbook: &Playbook) {
        self.lanes = columns.lanes().iter().map(|lane| self.sifted(lane, columns, playbook)).collect();
    }

    /// Whether a row passed when it was last asked.
    pub fn passes(&self, row: u32) -> bool {
        self.passes.get(row as usize).copied().unwrap_or(false)
    }

    /// Whether a case passes with the readings of its card.
    pub fn lets(&self, case: &Case<'_>, card: &Card, playbook: &Playbook, day: Day) -> bool {
        match &self.wanted {
            Wanted::Owner(name) => folded(case.owner()) == folded(name),
            Wanted::Query(query) => holds(query, case, card, playbook, day),
        }
    }

    fn ask(&mut self, row: u32, book: &Book, columns: &Columns, playbook: &Playbook) {
        if row > self.asked {
            // Its turn comes.
            return;
        }
        let at = row as usize;
        self.asked = self.asked.max(row + 1);
        if self.passes.len() <= at {
            self.passes.resize(at + 1, false);
        }
        let passes = self.passes_row(row, book, columns, playbook);
        if let Some(slot) = self.passes.get_mut(at) {
            *slot = passes;
        }
    }

    fn passes_row(&self, row: u32, records: &dyn Records, columns: &Columns, playbook: &Playbook) -> bool {
        match &self.wanted {
            Wanted::Owner(name) => folded(columns.owners().of(row as usize)) == folded(name),
            Wanted::Query(query) => {
                let read = || {
                    let card = columns.row(row)?;
                    let case = records.case(card.deal)?;
                    Some(holds(query, &case.as_case(), &card, playbook, columns.day()))
                };
                glanced(query, row, columns).or_else(read).unwrap_or(false)
            }
        }
    }

    fn sifted(&self, lane: &Lane, columns: &Columns, playbook: &Playbook) -> Lane {
        let passes = |row: &u32| self.passes.get(*row as usize).copied().unwrap_or(false);
        let mut sifted = Lane { rows: lane.rows.iter().copied().filter(passes).collect(), ..Lane::default() };
        for at in 0..sifted.rows.len() {
            if let Some(card) = sifted.rows.get(at).and_then(|row| columns.row(*row)) {
                sifted.count(&card, playbook, 1);
            }
        }
        sifted
    }
}

/// Whether a query holds for a row, where its card alone tells; a row without one never passes.
pub(super) fn glanced(query: &Query, row: u32, columns: &Columns) -> Option<bool> {
    let Some(card) = columns.row(row) else { return Some(false) };
    Glance { card: &card, owner: columns.owners().of(row as usize), day: columns.day() }.holds(query)
}

/// Whether a query holds for a case with the readings of its card.
pub(super) fn holds(query: &Query, case: &Case<'_>, card: &Card, playbook: &Playbook, day: Day) -> bool {
    let seen = Seen {
        status: Some(card.status),
        score: Some(card.score),
        temperature: Some(card.temperature),
        due: card.due,
        ..Seen::bare(*case, playbook, day)
    };
    query::holds(query, &seen)
}
