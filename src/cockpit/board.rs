//! The pipeline as it shows: the columns of the book, with what is typed or on its way already in its place and counted
//! in the totals. Rows are made only when a window asks for them.

use super::world::{self, World};
use crate::sales::{
    book::{OwnedCase, Preview, Records},
    card::{self, Card},
    entity::Entity,
    fact::Statement,
    moment::Day,
    score,
    sieve::{Sieve, View},
};

/// The columns with the preview laid over them.
pub struct Board<'w> {
    world: World<'w>,
    view: View<'w>,
    /// The records with what is typed.
    pub preview: Preview<'w>,
    changed: Vec<Changed>,
}

/// A deal that what is typed may change.
struct Changed {
    /// Column, row and cents before; nothing where it is new.
    before: Option<(usize, usize, i64)>,
    /// What it is now.
    card: Card,
}

/// The head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many cards.
    pub count: usize,
    /// What they are worth together without tax, in cents.
    pub cents: i64,
    /// The same times the probability of the stage.
    pub weighted: i64,
}

impl<'w> Board<'w> {
    /// The columns, or what a sieve lets through of them, with these statements already true.
    pub fn new(world: World<'w>, statements: &[Statement], sieve: Option<&'w Sieve>) -> Self {
        let view = View::of(world.columns, sieve);
        let preview = world.preview(statements);
        let deals = if statements.is_empty() { Vec::new() } else { preview.deals() };
        let changed = deals.into_iter().filter_map(|deal| change(&world, view, &preview, deal)).collect();
        Self { world, view, preview, changed }
    }

    /// How many columns there are.
    pub fn lanes(&self) -> usize {
        self.world.playbook.stages().len()
    }

    /// How many cards a column has and what they are worth.
    pub fn head(&self, lane: usize) -> Head {
        let stage = self.world.playbook.stages().get(lane);
        let weighed = |cents: i64| cents * stage.map_or(0, |stage| i64::from(stage.probability)) / 100;
        let known = self.view.lane(lane);
        let mut count = known.map_or(0, |lane| lane.len() as i64);
        let mut head = Head { count: 0, cents: 0, weighted: 0 };
        if let Some(lane) = known {
            (head.cents, head.weighted) = (lane.amount_cents, lane.weighted_cents);
        }
        for changed in &self.changed {
            if let Some((_, _, before)) = changed.before.filter(|(at, ..)| *at == lane) {
                count -= 1;
                head.cents -= before;
                head.weighted -= weighed(before);
            }
            if changed.lane() == lane {
                count += 1;
                head.cents += changed.card.ht_cents;
                head.weighted += weighed(changed.card.ht_cents);
            }
        }
        Head { count: count.max(0) as usize, ..head }
    }

    /// The column of lost deals.
    pub fn lost(&self) -> usize {
        self.world.playbook.lost()
    }

    /// How many of a column of closed deals were closed on a day or later.
    pub fn closed_since(&self, lane: usize, day: Day) -> usize {
        self.view.closed_since(lane, day)
    }

    /// Where a deal stands: column and row.
    pub fn find(&self, deal: Entity) -> Option<(usize, usize)> {
        let moved = self.changed.iter().find(|changed| changed.card.deal == deal && changed.is_moved());
        if let Some(changed) = moved {
            let lane = changed.lane();
            let row = self.arrived(lane).position(|arrived| arrived.card.deal == deal)?;
            return Some((lane, row));
        }
        let (lane, row) = self.view.place(self.world.book, deal)?;
        let above = self.gone(lane).filter(|gone| *gone < row).count();
        Some((lane, self.arrived(lane).count() + row - above))
    }

    /// The card in a row of a column.
    pub fn card(&self, lane: usize, row: usize) -> Option<Card> {
        let arrived = self.arrived(lane).count();
        if row < arrived {
            return self.arrived(lane).nth(row).map(|changed| changed.card);
        }
        let mut gone: Vec<usize> = self.gone(lane).collect();
        gone.sort_unstable();
        let at = gone.into_iter().fold(row - arrived, |at, gone| at + usize::from(gone <= at));
        let card = self.view.at(lane, at)?;
        let here = self.changed.iter().find(|changed| changed.card.deal == card.deal);
        Some(here.map_or(card, |changed| changed.card))
    }

    /// The card of a deal as it shows.
    pub fn card_of(&self, deal: Entity) -> Option<Card> {
        let here = self.changed.iter().find(|changed| changed.card.deal == deal);
        here.map(|changed| changed.card).or_else(|| self.world.columns.card(self.world.book, deal))
    }

    /// How a card is called.
    pub fn name(&self, deal: Entity) -> String {
        self.case(deal).map(|case| world::name(&case)).unwrap_or_default()
    }

    /// Whether what is typed may change a deal's name.
    pub fn is_changed(&self, deal: Entity) -> bool {
        self.changed.iter().any(|changed| changed.card.deal == deal)
    }

    /// A deal, or a party without one, as it shows.
    pub fn case(&self, subject: Entity) -> Option<OwnedCase> {
        world::case(&self.preview, subject)
    }

    /// Cards that came into a column by what is typed: they stand on top.
    fn arrived(&self, lane: usize) -> impl Iterator<Item = &Changed> {
        self.changed.iter().filter(move |changed| changed.lane() == lane && changed.is_moved())
    }

    /// Rows of the book's column that what is typed moved elsewhere.
    fn gone(&self, lane: usize) -> impl Iterator<Item = usize> {
        let moved = self.changed.iter().filter(|changed| changed.is_moved());
        moved.filter_map(|changed| changed.before).filter(move |(at, ..)| *at == lane).map(|(_, row, _)| row)
    }
}

impl Changed {
    fn lane(&self) -> usize {
        usize::from(self.card.stage)
    }

    fn is_moved(&self) -> bool {
        self.before.is_none_or(|(lane, ..)| lane != self.lane())
    }
}

/// What is typed changes of a deal; nothing of one that the sieve holds back.
fn change(world: &World, view: View, preview: &Preview, deal: Entity) -> Option<Changed> {
    let case = preview.case(deal).filter(|case| !case.as_case().is_archived())?;
    let before = view.place(world.book, deal).and_then(|(lane, row)| {
        let card = view.at(lane, row)?;
        Some((lane, row, card.ht_cents))
    });
    let total = score::total_of(&case.as_case(), world.playbook, world.today);
    let card = card::card(preview, &case, total, world.playbook, world.today);
    let held_back = before.is_none() && world.columns.place(world.book, deal).is_some();
    (!held_back).then_some(Changed { before, card })
}
