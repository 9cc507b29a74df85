//! Everybody as a table: people, and companies where nobody is known, each with the deal that speaks for them, in an order
//! of one's choice and sifted by a filter. A cache beside [`super::columns`]: read a few rows at a time, then only what
//! changed. No width, no word and no cursor lives here.

mod column;
mod order;
mod party;
mod tally;

use rustc_hash::FxHashMap;

pub use self::column::{Column, listed, phone, town, value};
use self::{
    column::Key,
    order::Order,
    party::{Party, Read},
    tally::Tally,
};
use super::{
    book::{Book, Records, Sweep},
    card::Card,
    columns::{Columns, shared},
    entity::{Entity, Kind},
    moment::Day,
    playbook::Playbook,
    sieve::Wanted,
};

/// So many rows are read at a time: a fortieth of a second's work at most.
const SLICE: usize = 3_000;

/// What a table is read from.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The records.
    pub book: &'a Book,
    /// The cards.
    pub columns: &'a Columns,
    /// The settings.
    pub playbook: &'a Playbook,
}

/// Everybody, in order and sifted.
#[derive(Default)]
pub struct Roster {
    rows: Rows,
    order: Order,
    sift: Sift,
    /// Rows that pass, in order.
    shown: Vec<u32>,
    tallies: Vec<Tally>,
    /// How often they were laid out.
    laid_out: u64,
    made: Option<Made>,
}

/// What it was read from.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Made {
    version: u64,
    day: Day,
    settings: u64,
}

/// Who is in which row; a row without a party is nobody's.
#[derive(Default)]
struct Rows {
    entities: Vec<Entity>,
    places: FxHashMap<Entity, u32>,
    /// Those read so far.
    parties: Vec<Option<Party>>,
}

/// What the filter says of each row.
#[derive(Default)]
struct Sift {
    wanted: Option<Wanted>,
    passes: Vec<bool>,
    /// Rows that must be read before it is known.
    open: Vec<u32>,
}

impl Roster {
    /// Follows book, settings and day: reads what changed since the last time, or begins to read everybody.
    pub fn follow(&mut self, known: &Known<'_>) {
        let now = Made { version: known.book.version(), day: known.columns.day(), settings: known.playbook.digest() };
        if self.made == Some(now) {
            return;
        }
        let same = self.made.filter(|made| (made.day, made.settings) == (now.day, now.settings));
        let touched = same.and_then(|made| known.columns.touched_since(made.version));
        let touched: Option<Vec<Entity>> = touched.map(Iterator::collect);
        self.made = Some(now);
        match touched {
            Some(touched) => self.renew(&touched, known),
            None => self.begin(known),
        }
    }

    /// Shows whom this lets through from now on.
    pub fn sift(&mut self, wanted: Option<&Wanted>, known: &Known<'_>) {
        if self.sift.wanted.as_ref() == wanted {
            return;
        }
        let narrower = self.sift.is_narrowed_by(wanted);
        let before = std::mem::take(&mut self.sift);
        self.sift.wanted = wanted.cloned();
        for (row, party) in self.rows.parties.iter().enumerate() {
            let out = narrower && !before.passes.get(row).copied().unwrap_or(false);
            let glanced = match (wanted, party) {
                (Some(_), Some(_)) if out => Some(false),
                (Some(wanted), Some(party)) => party.glanced(wanted, known),
                _ => Some(true),
            };
            self.sift.passes.push(glanced.unwrap_or(false));
            self.sift.open.extend(glanced.is_none().then_some(row as u32));
        }
        self.sift.open.reverse();
        self.lay_out();
    }

    /// Puts everybody in order by a column; those who are alike in it stay as they stood.
    pub fn sort(&mut self, column: &Column, falls: bool, known: &Known<'_>) {
        let Some(anew) = self.order.turn(column, falls) else { return };
        let parties = &self.rows.parties;
        let key = |party: &Option<Party>| party.as_ref().map_or(Some(Key::Nothing), |party| party.key(column, known));
        if anew && let Some(keys) = parties.iter().map(key).collect() {
            let living = (0..).zip(parties).filter(|(_, party)| party.is_some()).map(|(row, _)| row).collect();
            self.order.of(keys, living);
        }
        self.lay_out();
    }

    /// Whether rows are still to be read: [`Roster::go_on`] reads the next few.
    pub fn goes_on(&self) -> bool {
        self.reads() || (self.made.is_some() && self.tallies.iter().any(|tally| !tally.is_done(self.made)))
    }

    /// Whether it is not yet known who passes, or in which order.
    pub fn reads(&self) -> bool {
        let all = self.rows.entities.len();
        let reads = self.rows.parties.len() < all || self.order.keyed() < all || !self.sift.open.is_empty();
        self.made.is_some() && reads
    }

    /// Counts whom each of these holds for from now on.
    pub fn tally(&mut self, all: Vec<Wanted>) {
        if !self.tallies.iter().map(|tally| &tally.wanted).eq(&all) {
            self.tallies = all.into_iter().map(Tally::new).collect();
        }
    }

    /// How many each of them holds for, where that is known.
    pub fn tallied(&self) -> Vec<Option<usize>> {
        self.tallies.iter().map(|tally| tally.is_done(self.made).then(|| tally.count())).collect()
    }

    /// How many rows were looked at, of how many.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.rows.entities.len();
        let asked = all.saturating_sub(self.sift.open.len());
        (asked.min(self.rows.parties.len()).min(self.order.keyed()), all)
    }

    /// Reads the next few rows; who was found shows at once.
    pub fn go_on(&mut self, known: &Known<'_>) {
        let read = self.rows.parties.len();
        if read < self.rows.entities.len() {
            self.read_on(read, known);
        } else if self.order.keyed() < read {
            let from = self.order.keyed();
            let rows: Vec<u32> = (from..read.min(from + SLICE)).map(|row| row as u32).collect();
            let keys = self.rows.each(&rows, known, |entity, records| {
                party::read(entity, records, known, self.order.column(), None).map(|read| read.key)
            });
            self.order.push(from, keys);
        } else if self.sift.open.is_empty() {
            let (rows, made) = (&self.rows, self.made);
            let next = self.tallies.iter_mut().find(|tally| !tally.is_done(made));
            return next.into_iter().for_each(|tally| tally.go_on(rows, made, known));
        } else {
            let rest = self.sift.open.len().saturating_sub(SLICE);
            let mut rows = self.sift.open.split_off(rest);
            rows.reverse();
            let Some(wanted) = self.sift.wanted.clone() else { return };
            let passes = self.rows.each(&rows, known, |entity, records| party::asked(entity, records, known, &wanted));
            for (row, passes) in rows.iter().zip(passes) {
                set(&mut self.sift.passes, *row, passes);
            }
        }
        self.lay_out();
    }

    /// Rises whenever others may pass, or in another order.
    pub fn laid_out(&self) -> u64 {
        self.laid_out
    }

    /// How many pass, as far as that is known.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether nobody passes.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// How many there are, the filter set aside.
    pub fn all(&self) -> usize {
        self.order.len()
    }

    /// Who stands in a line.
    pub fn at(&self, line: usize) -> Option<Entity> {
        self.rows.entities.get(*self.shown.get(line)? as usize).copied()
    }

    /// The line somebody stands in.
    pub fn line(&self, entity: Entity) -> Option<usize> {
        let row = *self.rows.places.get(&entity)?;
        self.rows.parties.get(row as usize)?.as_ref()?;
        let line = self.shown.partition_point(|other| self.order.compare(*other, row).is_lt());
        (self.shown.get(line) == Some(&row)).then_some(line)
    }

    /// Everybody who passes, in order.
    pub fn shown(&self) -> impl Iterator<Item = Entity> {
        (0..self.shown.len()).filter_map(|line| self.at(line))
    }

    /// The deal that speaks for somebody, else they themselves.
    pub fn subject(&self, entity: Entity, known: &Known<'_>) -> Entity {
        self.party(entity).map_or(entity, |party| party.subject(entity, known))
    }

    /// The card that speaks for somebody, and who looks after them.
    pub fn card<'k>(&'k self, entity: Entity, known: &Known<'k>) -> Option<(Card, &'k str)> {
        self.party(entity)?.card(known)
    }

    fn party(&self, entity: Entity) -> Option<&Party> {
        let row = *self.rows.places.get(&entity)?;
        self.rows.parties.get(row as usize)?.as_ref()
    }

    /// Begins to read everybody.
    fn begin(&mut self, known: &Known<'_>) {
        let kinds = [Kind::Contact, Kind::Company];
        let entities: Vec<Entity> = kinds.into_iter().flat_map(|kind| known.book.entities(kind)).collect();
        let places = entities.iter().zip(0..).map(|(entity, row)| (*entity, row)).collect();
        self.rows = Rows { entities, places, parties: Vec::new() };
        self.order.clear();
        (self.sift.passes, self.sift.open) = (Vec::new(), Vec::new());
        self.go_on(known);
    }

    fn read_on(&mut self, from: usize, known: &Known<'_>) {
        let to = self.rows.entities.len().min(from + SLICE);
        let rows: Vec<u32> = (from..to).map(|row| row as u32).collect();
        let read = self.rows.each(&rows, known, |entity, records| self.read(entity, records, known));
        let mut keys = Vec::with_capacity(read.len());
        for read in read {
            self.sift.passes.push(read.as_ref().is_none_or(|read| read.passes));
            let (party, key) = read.map(|read| (read.party, read.key)).unzip();
            self.rows.parties.push(party);
            keys.push(key);
        }
        self.order.push(from, keys);
    }

    fn read(&self, entity: Entity, records: &dyn Records, known: &Known<'_>) -> Option<Read> {
        party::read(entity, records, known, self.order.column(), self.sift.wanted.as_ref())
    }

    /// Reads the rows anew that what changed concerns.
    fn renew(&mut self, touched: &[Entity], known: &Known<'_>) {
        let mut parties: Vec<Entity> = touched.iter().flat_map(|entity| concerned(*entity, known.book)).collect();
        parties.sort_unstable();
        parties.dedup();
        let mut rows = Vec::new();
        for entity in parties {
            let row = self.rows.place(entity);
            rows.extend(((row as usize) < self.rows.parties.len()).then_some(row));
        }
        rows.sort_unstable();
        let read = self.rows.each(&rows, known, |entity, records| self.read(entity, records, known));
        let mut keys = Vec::with_capacity(rows.len());
        self.sift.open.retain(|open| rows.binary_search(open).is_err());
        for (row, read) in rows.iter().zip(read) {
            set(&mut self.sift.passes, *row, read.as_ref().is_none_or(|read| read.passes));
            let (party, key) = read.map(|read| (read.party, read.key)).unzip();
            set(&mut self.rows.parties, *row, party);
            keys.push(key);
        }
        self.order.renew(&rows, keys);
        self.lay_out();
    }

    fn lay_out(&mut self) {
        self.laid_out += 1;
        let passes = |row: &u32| self.sift.passes.get(*row as usize).copied().unwrap_or(false);
        self.shown = self.order.rows().iter().copied().filter(passes).collect();
    }
}

impl Sift {
    /// Whether who did not pass so far cannot pass then either: one more letter, one more word.
    fn is_narrowed_by(&self, wanted: Option<&Wanted>) -> bool {
        match (&self.wanted, wanted) {
            (Some(Wanted::Query(before)), Some(Wanted::Query(now))) => self.open.is_empty() && now.refines(before),
            _ => false,
        }
    }
}

impl Rows {
    /// Something read of some rows, on every processor there is.
    fn each<T: Send>(&self, rows: &[u32], known: &Known<'_>, read: impl Fn(Entity, &Sweep<'_>) -> T + Sync) -> Vec<T> {
        let entities = self.entities.as_slice();
        shared(known.book, rows.len() as u32, |records, at| read(entities[rows[at as usize] as usize], records))
    }

    /// The row of somebody; who is new gets one once everybody else was read.
    fn place(&mut self, entity: Entity) -> u32 {
        if let Some(row) = self.places.get(&entity) {
            return *row;
        }
        let row = self.entities.len() as u32;
        if self.parties.len() == self.entities.len() {
            self.parties.push(None);
        }
        self.entities.push(entity);
        self.places.insert(entity, row);
        row
    }
}

fn set<T: Default + Clone>(list: &mut Vec<T>, row: u32, value: T) {
    let at = row as usize;
    if list.len() <= at {
        list.resize(at + 1, T::default());
    }
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

/// Whose rows something concerns: a person's own, those of the people of a company, the party's of a deal.
fn concerned(entity: Entity, book: &Book) -> Vec<Entity> {
    match entity.kind {
        Kind::Contact => {
            let company = book.contact(entity).and_then(|contact| contact.company);
            company.map(|company| book.resolve(company)).into_iter().chain([entity]).collect()
        }
        Kind::Company => {
            book.company(entity).map(|company| company.people).into_iter().flatten().chain([entity]).collect()
        }
        Kind::Deal => {
            book.deal(entity).and_then(|deal| deal.party).map(|party| book.resolve(party)).into_iter().collect()
        }
    }
}
