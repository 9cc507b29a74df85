//! The book and its columns as bytes, for a snapshot, and back. A cache: anything that does not hold together gives
//! none, and whoever asked reads the facts anew. Fixed widths, little-endian, so that a hundred thousand rows are read
//! in a millisecond.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    acts::Acts,
    book::Book,
    columns::{Cards, Columns, Lane, Owners},
    fact::{ActId, Apart, FactId, Merged, Stamp, Struck, Target},
    ledger::Ledger,
    moment::Day,
    playbook::Playbook,
    table::{Packed, Shelf, Table},
};

/// Raised whenever a packed form changes.
pub const SHAPE: u64 = 9;

/// A book as a snapshot keeps it.
pub struct PackedBook {
    /// Everything but the records.
    pub head: Vec<u8>,
    /// Contacts, companies, deals.
    pub tables: [Packed; 3],
    /// For each new row of the deals, the row it had.
    pub deals: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
struct Head {
    acts: Acts,
    ledger: Vec<(Target, (FactId, ActId))>,
    strikes: Vec<(Struck, (FactId, ActId))>,
    merges: Vec<(Stamp, FactId, ActId, Merged)>,
    apart: Vec<(FactId, ActId, Apart)>,
    last: Stamp,
}

impl Book {
    /// The book as bytes; none where its own snapshot can no longer be read.
    pub fn pack(&self) -> Option<PackedBook> {
        let head = Head {
            acts: self.acts.clone(),
            ledger: self.ledger.entries().collect(),
            strikes: self.ledger.strikes().collect(),
            merges: self.merges.clone(),
            apart: self.apart.clone(),
            last: self.last,
        };
        let (contacts, _) = self.contacts.pack()?;
        let (companies, _) = self.companies.pack()?;
        let (rows, deals) = self.deals.pack()?;
        Some(PackedBook { head: serde_json::to_vec(&head).ok()?, tables: [contacts, companies, rows], deals })
    }

    /// The book of a snapshot: its head, and index and rows of each table.
    pub fn unpack(head: &[u8], tables: [(Vec<u8>, Arc<dyn Shelf>); 3]) -> Option<Self> {
        let head: Head = serde_json::from_slice(head).ok()?;
        let mut ledger = Ledger::default();
        head.ledger.into_iter().for_each(|(target, by)| ledger.note(target, by));
        head.strikes.into_iter().for_each(|(struck, by)| ledger.strike(struck, by));
        let [contacts, companies, deals] = tables;
        let mut book = Self {
            contacts: Table::over(contacts.0, contacts.1)?,
            companies: Table::over(companies.0, companies.1)?,
            deals: Table::over(deals.0, deals.1)?,
            acts: head.acts,
            ledger,
            merges: head.merges,
            apart: head.apart,
            aliases: BTreeMap::default(),
            last: head.last,
            version: 1,
            tied: Vec::new(),
        };
        book.realias();
        Some(book)
    }
}

const HEAD: usize = 24;

/// Columns as a snapshot keeps them.
#[derive(Debug, Default)]
pub struct PackedColumns {
    /// Of which settings and day, the lanes and the owners.
    pub head: Vec<u8>,
    /// The cards.
    pub cards: Vec<u8>,
    /// One run a rule.
    pub shares: Vec<u8>,
}

impl Columns {
    /// The columns as bytes, with the deals in the rows that [`Book::pack`] gives them.
    pub fn pack(&self, playbook: &Playbook, deals: &[u32]) -> PackedColumns {
        let mut head = Vec::with_capacity(HEAD + deals.len() * 6);
        head.extend_from_slice(&playbook.digest().to_le_bytes());
        head.extend_from_slice(&self.day.0.to_le_bytes());
        for count in [deals.len(), self.shares.len(), self.lanes.len()] {
            head.extend_from_slice(&(count as u32).to_le_bytes());
        }
        self.pack_lanes(deals, &mut head);
        self.pack_owners(deals, &mut head);
        let mut cards = Cards::default();
        deals.iter().for_each(|row| cards.push(self.cards.get(*row).as_ref()));
        let share = |column: &[u8], row: &u32| column.get(*row as usize).copied().unwrap_or(0);
        let shares = self.shares.iter().flat_map(|column| deals.iter().map(|row| share(column, row)));
        PackedColumns { head, cards: cards.into_bytes(), shares: shares.collect() }
    }

    /// What each lane is worth, then its rows.
    fn pack_lanes(&self, deals: &[u32], bytes: &mut Vec<u8>) {
        let mut new = vec![0_u32; self.cards.len()];
        for (now, before) in deals.iter().enumerate() {
            if let Some(slot) = new.get_mut(*before as usize) {
                *slot = now as u32;
            }
        }
        for lane in &self.lanes {
            bytes.extend_from_slice(&lane.amount_cents.to_le_bytes());
            bytes.extend_from_slice(&lane.weighted_cents.to_le_bytes());
            bytes.extend_from_slice(&(lane.rows.len() as u32).to_le_bytes());
            let rows = lane.rows.iter().filter_map(|row| new.get(*row as usize));
            rows.for_each(|row| bytes.extend_from_slice(&row.to_le_bytes()));
        }
    }

    /// The names, each with its length, then a number a row.
    fn pack_owners(&self, deals: &[u32], bytes: &mut Vec<u8>) {
        let mut owners = Owners::default();
        deals.iter().for_each(|row| owners.push(self.owners.of(*row as usize)));
        bytes.extend_from_slice(&(owners.all().len() as u32).to_le_bytes());
        for name in owners.all() {
            bytes.extend_from_slice(&(name.len() as u32).to_le_bytes());
            bytes.extend_from_slice(name.as_bytes());
        }
        owners.rows.iter().for_each(|place| bytes.extend_from_slice(&place.to_le_bytes()));
    }

    /// The columns of a snapshot, where they were made of the same settings on the same day for this very book.
    pub fn unpack(packed: PackedColumns, book: &Book, playbook: &Playbook, day: Day) -> Option<Self> {
        let mut from = Bytes(&packed.head);
        let same = from.u64()? == playbook.digest() && from.i32()? == day.0;
        let [deals, rules, lanes] = [from.u32()? as usize, from.u32()? as usize, from.u32()? as usize];
        let mut columns = Self::empty(playbook, day).from(book);
        columns.cards = Cards::of(packed.cards);
        let fits = deals == book.deals.rows() as usize && deals == columns.cards.len();
        if !(same && fits && rules == columns.shares.len() && lanes == columns.lanes.len()) {
            return None;
        }
        for lane in &mut columns.lanes {
            *lane = from.lane()?;
        }
        columns.owners = from.owners(deals)?;
        let mut shares = Bytes(&packed.shares);
        for column in &mut columns.shares {
            *column = shares.take(deals)?.to_vec();
        }
        (from.0.is_empty() && shares.0.is_empty()).then_some(columns)
    }
}

/// Bytes read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn u32(&mut self) -> Option<u32> {
        self.take(4)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
    }

    fn i32(&mut self) -> Option<i32> {
        self.u32().map(|bits| bits as i32)
    }

    fn u64(&mut self) -> Option<u64> {
        self.take(8)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
    }

    fn lane(&mut self) -> Option<Lane> {
        let (amount_cents, weighted_cents) = (self.u64()? as i64, self.u64()? as i64);
        let length = self.u32()? as usize;
        let rows = self.take(length.checked_mul(4)?)?.as_chunks::<4>().0;
        Some(Lane { rows: rows.iter().map(|row| u32::from_le_bytes(*row)).collect(), amount_cents, weighted_cents })
    }

    fn owners(&mut self, rows: usize) -> Option<Owners> {
        let count = self.u32()?;
        let mut names = Vec::new();
        for _ in 0..count {
            let length = self.u32()? as usize;
            names.push(String::from_utf8(self.take(length)?.to_vec()).ok()?);
        }
        let places = self.take(rows.checked_mul(2)?)?.as_chunks::<2>().0;
        Some(Owners::known(names, places.iter().map(|place| u16::from_le_bytes(*place)).collect()))
    }
}
