//! Who a row of the table is: a person, or a company where nobody is known; the deal that speaks for them; and whether a
//! filter lets them through.

use super::{
    Known,
    column::{Column, Key},
};
use crate::sales::{
    book::{OwnedCase, Records, case_of},
    card::{self, Card},
    entity::{Entity, Kind},
    fields::folded,
    query::{Glance, Query},
    score,
    sieve::{self, Wanted},
};

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Party {
    /// The row of the best open deal, else of the last, in the columns.
    best: Option<u32>,
    /// There are more deals than that one.
    more: bool,
    /// The card of somebody without any deal, and who looks after them.
    own: Option<Box<(Card, String)>>,
}

/// A row as it was read.
pub(super) struct Read {
    pub(super) party: Party,
    pub(super) key: Key,
    pub(super) passes: bool,
}

impl Party {
    /// The deal that speaks for them, else they themselves.
    pub(super) fn subject(&self, entity: Entity, known: &Known<'_>) -> Entity {
        self.best.and_then(|row| known.columns.row(row)).map_or(entity, |card| card.deal)
    }

    /// The card that speaks for them, and who looks after them.
    pub(super) fn card<'k>(&'k self, known: &Known<'k>) -> Option<(Card, &'k str)> {
        match &self.own {
            Some(own) => Some((own.0, own.1.as_str())),
            None => at(self.best?, known),
        }
    }

    /// Whether they pass, where their card alone tells.
    pub(super) fn glanced(&self, wanted: &Wanted, known: &Known<'_>) -> Option<bool> {
        let Some((card, owner)) = self.card(known) else { return Some(false) };
        match seen(wanted, &card, owner, known) {
            Some(false) if self.more => None,
            seen => seen,
        }
    }

    pub(super) fn key(&self, column: &Column, known: &Known<'_>) -> Option<Key> {
        self.card(known).map_or(Some(Key::Nothing), |(card, owner)| column.of_card(&card, owner))
    }
}

fn at<'k>(row: u32, known: &Known<'k>) -> Option<(Card, &'k str)> {
    Some((known.columns.row(row)?, known.columns.owners().of(row as usize)))
}

/// Reads a row; nothing where nobody, or nobody who is to be listed, is there.
pub(super) fn read(
    entity: Entity,
    records: &dyn Records,
    known: &Known<'_>,
    column: &Column,
    wanted: Option<&Wanted>,
) -> Option<Read> {
    let (case, deals) = found(entity, records)?;
    if case.as_case().is_archived() {
        return None;
    }
    let mut rows: Vec<u32> = deals.iter().filter_map(|deal| known.book.row_of(*deal)).collect();
    rows.retain(|row| known.columns.row(*row).is_some());
    let rank =
        |row: &u32| known.columns.row(*row).map(|card| (usize::from(card.stage) < known.playbook.won(), card.score));
    let best = rows.iter().copied().max_by_key(rank);
    let own = best.is_none().then(|| Box::new(own(records, &case, known)));
    let party = Party { best, more: rows.len() > 1, own };
    let case = party.best.and_then(|row| records.case(known.columns.row(row)?.deal)).unwrap_or(case);
    let key = party.key(column, known).unwrap_or_else(|| column.of_case(&case.as_case(), known.columns.day()));
    let passes = wanted.is_none_or(|wanted| passes(&party, &case, &rows, wanted, records, known));
    Some(Read { party, key, passes })
}

/// Reads whether a row passes.
pub(super) fn asked(entity: Entity, records: &dyn Records, known: &Known<'_>, wanted: &Wanted) -> bool {
    read(entity, records, known, &Column::Score, Some(wanted)).is_some_and(|read| read.passes)
}

/// A person, or a company that nobody is known in or that has deals of its own; with the deals.
fn found(entity: Entity, records: &dyn Records) -> Option<(OwnedCase, Vec<Entity>)> {
    if records.resolve(entity) != entity {
        return None;
    }
    let case = case_of(records, entity)?;
    if entity.kind == Kind::Contact {
        let deals = case.contact.as_ref()?.dealings.deals.clone();
        return Some((case, deals));
    }
    let company = case.company.as_ref()?;
    let deals = company.dealings.deals.clone();
    (company.people.is_empty() || !deals.is_empty()).then_some((case, deals))
}

/// The card of somebody without any deal.
fn own(records: &dyn Records, case: &OwnedCase, known: &Known<'_>) -> (Card, String) {
    let (playbook, day) = (known.playbook, known.columns.day());
    let total = score::total_of(&case.as_case(), playbook, day);
    (card::card(records, case, total, playbook, day), case.as_case().owner().to_owned())
}

/// Their best deal is asked first, then the others.
fn passes(
    party: &Party,
    case: &OwnedCase,
    rows: &[u32],
    wanted: &Wanted,
    records: &dyn Records,
    known: &Known<'_>,
) -> bool {
    let Some((card, owner)) = party.card(known) else { return false };
    let best = seen(wanted, &card, owner, known).unwrap_or_else(|| holds(wanted, case, &card, known));
    best || rows.iter().filter(|row| Some(**row) != party.best).any(|row| {
        let Some((card, owner)) = at(*row, known) else { return false };
        let read = || records.case(card.deal).is_some_and(|case| holds(wanted, &case, &card, known));
        seen(wanted, &card, owner, known).unwrap_or_else(read)
    })
}

/// Whether a card passes, where it alone tells.
fn seen(wanted: &Wanted, card: &Card, owner: &str, known: &Known<'_>) -> Option<bool> {
    match wanted {
        Wanted::Owner(name) => Some(owner == name || folded(owner) == folded(name)),
        Wanted::Query(query) => Glance { card, owner, day: known.columns.day() }.holds(query),
    }
}

fn holds(wanted: &Wanted, case: &OwnedCase, card: &Card, known: &Known<'_>) -> bool {
    let query: &Query = match wanted {
        Wanted::Owner(name) => return folded(case.as_case().owner()) == folded(name),
        Wanted::Query(query) => query,
    };
    sieve::holds(query, &case.as_case(), card, known.playbook, known.columns.day())
}
