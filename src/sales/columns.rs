//! The pipeline as columns of plain numbers: a cache of readings for speed, keyed by book, settings and day. Whatever it
//! says, the functions of [`super::score`], [`super::stage`] and [`super::agenda`] say too; a property test holds them
//! equal. No fact lives here.

mod cards;
mod change;
mod owner;

pub(super) use self::cards::Cards;
use self::change::Changes;
pub use self::owner::Owners;
use super::{
    book::{Book, Learnt, Records, Sweep, deals_about},
    card::{Card, card},
    entity::{Entity, Id, Kind},
    moment::Day,
    playbook::Playbook,
    score,
};

/// The head of a stage: its cards, most urgent first, and what they are worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Rows of the deals.
    pub(super) rows: Vec<u32>,
    /// What its cards are worth together, without tax.
    pub amount_cents: i64,
    /// The same times the stage's probability.
    pub weighted_cents: i64,
}

impl Lane {
    /// How many cards.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no card stands here.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Every card of the book on one day.
#[derive(Clone, Debug)]
pub struct Columns {
    pub(super) day: Day,
    /// By row of the deal.
    pub(super) cards: Cards,
    /// One run a rule, one byte a deal.
    pub(super) shares: Vec<Vec<u8>>,
    pub(super) lanes: Vec<Lane>,
    pub(super) owners: Owners,
    changes: Changes<u32>,
    /// Whatever the book said was another from then on.
    touched: Changes<Entity>,
}

impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        (self.day, &self.cards, &self.shares, &self.lanes, &self.owners)
            == (other.day, &other.cards, &other.shares, &other.lanes, &other.owners)
    }
}

impl Columns {
    /// Reads the whole book, on every processor there is.
    pub fn build(book: &Book, playbook: &Playbook, day: Day) -> Self {
        let mut columns = Self::empty(playbook, day).from(book);
        let weigh = |records: &Sweep<'_>, row| weigh_row(book, records, playbook, day, row);
        for weighed in shared(book, book.deals.rows(), weigh) {
            columns.owners.push(&weighed.owner);
            columns.cards.push(weighed.card.as_ref());
            columns.shares.iter_mut().zip(&weighed.shares).for_each(|(column, share)| column.push(*share));
        }
        columns.lay_out(playbook);
        columns
    }

    /// The columns of an empty book.
    pub fn empty(playbook: &Playbook, day: Day) -> Self {
        let lanes = vec![Lane::default(); playbook.stages().len()];
        let shares = vec![Vec::new(); playbook.rules().len()];
        Self {
            day,
            cards: Cards::default(),
            shares,
            lanes,
            owners: Owners::default(),
            changes: Changes::default(),
            touched: Changes::default(),
        }
    }

    /// The same, said to be read from a book as it is now.
    #[must_use]
    pub(super) fn from(self, book: &Book) -> Self {
        Self { changes: Changes::from(book.version()), touched: Changes::from(book.version()), ..self }
    }

    /// Rows of deals read anew since a version of the book; nothing where that is too long ago to tell.
    pub fn changed_since(&self, version: u64) -> Option<impl Iterator<Item = u32> + '_> {
        self.changes.since(version).map(Iterator::copied)
    }

    /// Contacts, companies and deals that changed since a version of the book; nothing where that is too long ago to tell.
    pub fn touched_since(&self, version: u64) -> Option<impl Iterator<Item = Entity> + '_> {
        self.touched.since(version).map(Iterator::copied)
    }

    /// How many rows there are, those of deals that are no more included.
    pub(super) fn rows(&self) -> u32 {
        self.cards.len() as u32
    }

    /// Who looks after which deal.
    pub fn owners(&self) -> &Owners {
        &self.owners
    }

    /// The day they were read.
    pub fn day(&self) -> Day {
        self.day
    }

    /// Follows what the book learnt.
    pub fn follow(&mut self, book: &Book, playbook: &Playbook, learnt: &Learnt) {
        let Learnt::Some(changed) = learnt else {
            *self = Self::build(book, playbook, self.day);
            return;
        };
        changed.iter().for_each(|entity| self.touched.note(book.version(), *entity));
        let mut deals: Vec<Entity> = changed.iter().flat_map(|entity| concerned(book, *entity)).collect();
        deals.sort_unstable();
        deals.dedup();
        for deal in deals {
            self.replace(book, playbook, deal);
        }
    }

    /// One lane a stage, in the playbook's order.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The card in a place of a lane.
    pub fn at(&self, lane: usize, place: usize) -> Option<Card> {
        self.row(*self.lanes.get(lane)?.rows.get(place)?)
    }

    /// The card of a deal.
    pub fn card(&self, book: &Book, deal: Entity) -> Option<Card> {
        self.cards.get(book.deals.row(deal.id)?)
    }

    /// The card of a row.
    pub fn row(&self, row: u32) -> Option<Card> {
        self.cards.get(row)
    }

    /// Every card with its row, in no order that means anything.
    pub fn cards(&self) -> impl Iterator<Item = (u32, Card)> {
        self.cards.iter()
    }

    /// Lane and place of a deal.
    pub fn place(&self, book: &Book, deal: Entity) -> Option<(usize, usize)> {
        self.place_in(&self.lanes, book, deal)
    }

    /// The same among these lanes, which may lack some of the cards.
    pub(super) fn place_in(&self, lanes: &[Lane], book: &Book, deal: Entity) -> Option<(usize, usize)> {
        let row = book.deals.row(deal.id)?;
        let card = self.row(row)?;
        let lane = usize::from(card.stage);
        let place = lanes.get(lane)?.rows.binary_search_by(|other| self.order(*other).cmp(&order(&card, row))).ok()?;
        Some((lane, place))
    }

    /// The scores of all deals under other points for the same rules, by row of the deal.
    pub fn rescored(&self, playbook: &Playbook) -> Vec<u8> {
        self.summed(playbook.rules().iter().map(|rule| rule.points).zip(self.shares.iter().map(Vec::as_slice)))
    }

    /// The scores that points and the shares of their rules add up to.
    pub(super) fn summed<'c>(&self, rules: impl Iterator<Item = (i32, &'c [u8])>) -> Vec<u8> {
        let mut sums = vec![0_i32; self.cards.len()];
        for (most, column) in rules {
            let points: [i32; 256] = std::array::from_fn(|share| score::points(share as u8, most));
            for (sum, share) in sums.iter_mut().zip(column) {
                *sum += points.get(usize::from(*share)).copied().unwrap_or(0);
            }
        }
        sums.into_iter().map(|sum| sum.clamp(0, 100) as u8).collect()
    }

    fn replace(&mut self, book: &Book, playbook: &Playbook, deal: Entity) {
        let Some(row) = book.deals.row(deal.id) else { return };
        let at = row as usize;
        while self.cards.len() <= at {
            self.cards.push(None);
            self.owners.push("");
            self.shares.iter_mut().for_each(|column| column.push(0));
        }
        self.take_out(row, playbook);
        let weighed = weigh_row(book, book, playbook, self.day, row);
        self.owners.set(at, &weighed.owner);
        self.changes.note(book.version(), row);
        for (column, share) in self.shares.iter_mut().zip(&weighed.shares) {
            if let Some(byte) = column.get_mut(at) {
                *byte = *share;
            }
        }
        self.put_in(row, weighed.card, playbook);
    }

    fn take_out(&mut self, row: u32, playbook: &Playbook) {
        let Some(card) = self.cards.get(row) else { return };
        let found = self
            .lanes
            .get(usize::from(card.stage))
            .and_then(|lane| lane.rows.binary_search_by(|other| self.order(*other).cmp(&order(&card, row))).ok());
        if let (Some(lane), Some(at)) = (self.lanes.get_mut(usize::from(card.stage)), found) {
            lane.rows.remove(at);
            lane.count(&card, playbook, -1);
        }
        self.cards.set(row, None);
    }

    fn put_in(&mut self, row: u32, card: Option<Card>, playbook: &Playbook) {
        let Some(card) = card else { return };
        let place = self
            .lanes
            .get(usize::from(card.stage))
            .map(|lane| lane.rows.partition_point(|other| self.order(*other) < order(&card, row)));
        if let (Some(lane), Some(at)) = (self.lanes.get_mut(usize::from(card.stage)), place) {
            lane.rows.insert(at, row);
            lane.count(&card, playbook, 1);
        }
        self.cards.set(row, Some(&card));
    }

    fn order(&self, row: u32) -> (i64, u32) {
        self.cards.get(row).map_or((i64::MAX, row), |card| order(&card, row))
    }

    fn lay_out(&mut self, playbook: &Playbook) {
        self.lanes = vec![Lane::default(); playbook.stages().len()];
        for (row, card) in self.cards.iter() {
            if let Some(lane) = self.lanes.get_mut(usize::from(card.stage)) {
                lane.rows.push(row);
                lane.count(&card, playbook, 1);
            }
        }
        let mut lanes = std::mem::take(&mut self.lanes);
        for lane in &mut lanes {
            lane.rows.sort_by_cached_key(|row| self.order(*row));
        }
        self.lanes = lanes;
    }
}

impl Lane {
    pub(super) fn count(&mut self, card: &Card, playbook: &Playbook, times: i64) {
        let cents = card.ht_cents * times;
        let percent = playbook.stages().get(usize::from(card.stage)).map_or(0, |stage| i64::from(stage.probability));
        self.amount_cents += cents;
        self.weighted_cents += cents * percent / 100;
    }
}

/// Most pressing first, older rows before younger ones.
fn order(card: &Card, row: u32) -> (i64, u32) {
    (-(f64::from(card.priority) * 1024.0) as i64, row)
}

/// Something read off every row of the deals, on every processor there is.
pub(super) fn shared<T: Send>(book: &Book, rows: u32, read: impl Fn(&Sweep<'_>, u32) -> T + Sync) -> Vec<T> {
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get) as u32;
    let share = if rows < 2_000 { rows } else { rows.div_ceil(workers) };
    let read = &read;
    let parts: Vec<Vec<T>> = std::thread::scope(|scope| {
        let starts = (0..rows).step_by(share.max(1) as usize);
        let part = |from: u32| {
            scope.spawn(move || {
                let records = book.sweep();
                (from..rows.min(from + share)).map(|row| read(&records, row)).collect()
            })
        };
        let running: Vec<_> = starts.map(part).collect();
        running.into_iter().filter_map(|worker| worker.join().ok()).collect()
    });
    parts.into_iter().flatten().collect()
}

/// The deals to be read anew when an entity changed: those about it, and the others of the same party, whose status
/// it shares.
fn concerned(book: &Book, entity: Entity) -> Vec<Entity> {
    match entity.kind {
        Kind::Deal => {
            let party = book.deal(entity).and_then(|deal| deal.party);
            let others = party.map(|party| deals_about(book, book.resolve(party))).unwrap_or_default();
            others.into_iter().chain([entity]).collect()
        }
        _ => deals_about(book, entity),
    }
}

/// A row read: its card and its shares.
struct Weighed {
    card: Option<Card>,
    owner: String,
    shares: [u8; RULES],
}

/// More rules than this are not scored; the playbook refuses them.
const RULES: usize = 64;

fn weigh_row(book: &Book, records: &dyn Records, playbook: &Playbook, day: Day, row: u32) -> Weighed {
    let mut shares = [0; RULES];
    let mut owner = String::new();
    let id = book.deals.exists(row).then(|| book.deals.id(row)).flatten();
    let card = id.and_then(|id: Id| {
        let case = records.case(Entity::known(Kind::Deal, id)).filter(|case| !case.as_case().is_archived())?;
        score::shares(&case.as_case(), playbook, day, &mut shares);
        case.as_case().owner().clone_into(&mut owner);
        Some(card(records, &case, score::total(&shares, playbook), playbook, day))
    });
    Weighed { card, owner, shares }
}
