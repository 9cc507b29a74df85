//! The pipeline as it shows: the columns of the book, with what is typed or on its way already in its place and counted
//! in the totals. Rows are made only when a window asks for them.

use super::world::{self, World};
use crate::sales::{
    book::{OwnedCase, Preview, Records},
    columns::Card,
    entity::Entity,
    fact::{Statement, Temperature},
    moment::Day,
    score, stage, temperature,
};

/// The columns with the preview laid over them.
pub struct Board<'w> {
    world: World<'w>,
    /// The records with what is typed.
    pub preview: Preview<'w>,
    changed: Vec<Changed>,
}

/// A deal that what is typed may change.
struct Changed {
    deal: Entity,
    /// Where it stood and what it counted; nothing where it is new.
    before: Option<Stand>,
    after: Stand,
    card: Card,
}

#[derive(Clone, Copy)]
struct Stand {
    lane: usize,
    row: usize,
    cents: i64,
}

/// A card as it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Which deal.
    pub deal: Entity,
    /// The company, else the person, else the deal.
    pub name: String,
    /// From 0 to 100.
    pub score: u8,
    /// Its band, or what the seller says.
    pub temperature: Temperature,
    /// What it is worth.
    pub amount: Option<i64>,
    /// When something is due.
    pub due: Option<Day>,
}

/// The head of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many cards.
    pub count: usize,
    /// What they are worth together, in cents.
    pub cents: i64,
}

impl<'w> Board<'w> {
    /// The columns, with these statements already true.
    pub fn new(world: World<'w>, statements: &[Statement]) -> Self {
        let preview = world.preview(statements);
        let mut changed = Vec::new();
        if !statements.is_empty() {
            for deal in preview.deals() {
                changed.extend(change(&world, &preview, deal));
            }
        }
        Self { world, preview, changed }
    }

    /// How many columns there are.
    pub fn lanes(&self) -> usize {
        self.world.playbook.stages().len()
    }

    /// How many cards a column has and what they are worth.
    pub fn head(&self, lane: usize) -> Head {
        let base = self.world.columns.lanes().get(lane);
        let mut head = base.map_or(Head { count: 0, cents: 0 }, |lane| Head {
            count: lane.cards().len(),
            cents: lane.amount_cents,
        });
        for changed in &self.changed {
            if let Some(before) = changed.before.filter(|before| before.lane == lane) {
                head.count -= 1;
                head.cents -= before.cents;
            }
            if changed.after.lane == lane {
                head.count += 1;
                head.cents += changed.after.cents;
            }
        }
        head
    }

    /// Where a deal stands: column and row.
    pub fn find(&self, deal: Entity, hint: (usize, usize)) -> Option<(usize, usize)> {
        if self.deal_at(hint.0, hint.1) == Some(deal) {
            return Some(hint);
        }
        if let Some(changed) = self.changed.iter().find(|changed| changed.deal == deal && changed.is_moved()) {
            let lane = changed.after.lane;
            let row = self.arrived(lane).position(|arrived| arrived.deal == deal)?;
            return Some((lane, row));
        }
        let order = std::iter::once(hint.0).chain((0..self.lanes()).filter(|lane| *lane != hint.0));
        for lane in order {
            let cards = self.world.columns.lanes().get(lane)?.cards();
            if let Some(at) = cards.iter().position(|card| card.deal == deal) {
                return Some((lane, self.arrived(lane).count() + at - self.left(lane).filter(|row| *row < at).count()));
            }
        }
        None
    }

    /// The deal in a row of a column.
    pub fn deal_at(&self, lane: usize, row: usize) -> Option<Entity> {
        self.card(lane, row).map(|card| card.deal)
    }

    fn card(&self, lane: usize, row: usize) -> Option<&Card> {
        let arrived = self.arrived(lane).count();
        if row < arrived {
            return self.arrived(lane).nth(row).map(|changed| &changed.card);
        }
        let mut gone: Vec<usize> = self.left(lane).collect();
        gone.sort_unstable();
        let mut at = row - arrived;
        for left in gone {
            if left <= at {
                at += 1;
            }
        }
        let card = self.world.columns.lanes().get(lane)?.cards().get(at)?;
        let here = self.changed.iter().find(|changed| changed.deal == card.deal);
        Some(here.map_or(card, |changed| &changed.card))
    }

    /// Cards that came into a column by what is typed: they stand on top.
    fn arrived(&self, lane: usize) -> impl Iterator<Item = &Changed> {
        self.changed.iter().filter(move |changed| changed.after.lane == lane && changed.is_moved())
    }

    /// Rows of the book's column that what is typed moved elsewhere.
    fn left(&self, lane: usize) -> impl Iterator<Item = usize> {
        let moved = self.changed.iter().filter(|changed| changed.is_moved());
        moved.filter_map(|changed| changed.before).filter(move |before| before.lane == lane).map(|before| before.row)
    }

    /// The card in a row, with its name.
    pub fn face(&self, lane: usize, row: usize) -> Option<Face> {
        let card = self.card(lane, row)?;
        let name = world::case(&self.preview, card.deal).map(|case| world::name(&case)).unwrap_or_default();
        Some(Face {
            deal: card.deal,
            name,
            score: card.score,
            temperature: card.temperature,
            amount: card.amount_cents,
            due: card.due,
        })
    }

    /// The first case that something is typed about, or a given one.
    pub fn case(&self, subject: Entity) -> Option<OwnedCase> {
        world::case(&self.preview, subject)
    }
}

impl Changed {
    fn is_moved(&self) -> bool {
        self.before.is_none_or(|before| before.lane != self.after.lane)
    }
}

fn change(world: &World, preview: &Preview, deal: Entity) -> Option<Changed> {
    let case = preview.case(deal)?;
    let before = world.book.deal(deal).and_then(|deal| {
        let lane = stage::of(&deal, world.playbook);
        let cards = world.columns.lanes().get(lane)?.cards();
        let row = cards.iter().position(|card| card.deal == deal.entity)?;
        Some(Stand { lane, row, cents: cards.get(row)?.amount_cents.unwrap_or(0) })
    });
    let card = card(world, &case);
    let after = Stand { lane: stage::of(&case.deal, world.playbook), row: 0, cents: card.amount_cents.unwrap_or(0) };
    Some(Changed { deal, before, after, card })
}

fn card(world: &World, case: &OwnedCase) -> Card {
    let total = score::total_of(&case.as_case(), world.playbook, world.today);
    Card {
        deal: case.deal.entity,
        score: total,
        temperature: temperature::of(&case.deal, total, world.playbook).temperature,
        amount_cents: case.deal.amount().map(|amount| amount.cents),
        due: crate::sales::agenda::due(&case.as_case(), world.playbook, world.today),
    }
}
