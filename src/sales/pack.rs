//! The book and its columns as bytes, for a snapshot, and back. A cache: anything that does not hold together gives
//! none, and whoever asked reads the facts anew. Fixed widths, little-endian, so that a hundred thousand rows are read
//! in a millisecond.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    acts::Acts,
    book::Book,
    card::{Badges, Card},
    columns::{Columns, Lane, Owners},
    entity::{Entity, Kind},
    fact::{ActId, FactId, Merged, Stamp, Struck, Target, Temperature},
    ledger::Ledger,
    moment::{Day, Hour},
    playbook::Playbook,
    status::Status,
    table::{Packed, Shelf, Table},
};

/// Raised whenever a packed form changes.
pub const SHAPE: u64 = 6;

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
            contacts: Table::over(&contacts.0, contacts.1)?,
            companies: Table::over(&companies.0, companies.1)?,
            deals: Table::over(&deals.0, deals.1)?,
            acts: head.acts,
            ledger,
            merges: head.merges,
            aliases: BTreeMap::default(),
            last: head.last,
            version: 1,
            tied: Vec::new(),
        };
        book.realias();
        Some(book)
    }
}

const NONE: i32 = i32::MIN;
const NO_AMOUNT: i64 = i64::MIN;
const NO_HOUR: u16 = u16::MAX;
/// Bytes of a card.
const WIDTH: usize = 40;
const HEAD: usize = 24;

impl Columns {
    /// The columns as bytes, with the deals in the rows that [`Book::pack`] gives them.
    pub fn pack(&self, playbook: &Playbook, deals: &[u32]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD + deals.len() * (WIDTH + self.shares.len() + 4));
        bytes.extend_from_slice(&playbook.digest().to_le_bytes());
        bytes.extend_from_slice(&self.day.0.to_le_bytes());
        for count in [deals.len(), self.shares.len(), self.lanes.len()] {
            bytes.extend_from_slice(&(count as u32).to_le_bytes());
        }
        let card = |row: &u32| self.cards.get(*row as usize).and_then(Option::as_ref);
        deals.iter().for_each(|row| bytes.extend_from_slice(&card(row).map_or([0; WIDTH], pack_card)));
        for column in &self.shares {
            bytes.extend(deals.iter().map(|row| column.get(*row as usize).copied().unwrap_or(0)));
        }
        let mut new = vec![0_u32; self.cards.len()];
        for (now, before) in deals.iter().enumerate() {
            if let Some(slot) = new.get_mut(*before as usize) {
                *slot = now as u32;
            }
        }
        for lane in &self.lanes {
            bytes.extend_from_slice(&(lane.rows.len() as u32).to_le_bytes());
            let rows = lane.rows.iter().filter_map(|row| new.get(*row as usize));
            rows.for_each(|row| bytes.extend_from_slice(&row.to_le_bytes()));
        }
        self.pack_owners(deals, &mut bytes);
        bytes
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
    pub fn unpack(bytes: &[u8], book: &Book, playbook: &Playbook, day: Day) -> Option<Self> {
        let mut from = Bytes(bytes);
        let same = from.u64()? == playbook.digest() && from.i32()? == day.0;
        let [deals, rules, lanes] = [from.u32()? as usize, from.u32()? as usize, from.u32()? as usize];
        if !same || deals != book.deals.rows() as usize || rules != playbook.rules().len() {
            return None;
        }
        let rows = from.take(deals.checked_mul(WIDTH)?)?;
        let cards = rows.as_chunks::<WIDTH>().0.iter().enumerate().map(|(row, card)| {
            book.deals.id(row as u32).and_then(|id| unpack_card(card, Entity::known(Kind::Deal, id)))
        });
        let mut columns = Self::empty(playbook, day).from(book);
        columns.cards = cards.collect();
        for column in &mut columns.shares {
            *column = from.take(deals)?.to_vec();
        }
        if lanes != columns.lanes.len() {
            return None;
        }
        for at in 0..lanes {
            let length = from.u32()? as usize;
            let rows: Vec<u32> = from
                .take(length.checked_mul(4)?)?
                .as_chunks::<4>()
                .0
                .iter()
                .map(|row| u32::from_le_bytes(*row))
                .collect();
            columns.restore(at, rows, playbook);
        }
        columns.owners = from.owners(deals)?;
        from.0.is_empty().then_some(columns)
    }

    fn restore(&mut self, at: usize, rows: Vec<u32>, playbook: &Playbook) {
        let mut lane = Lane::default();
        for card in rows.iter().filter_map(|row| self.cards.get(*row as usize)?.as_ref()) {
            lane.count(card, playbook, 1);
        }
        lane.rows = rows;
        if let Some(slot) = self.lanes.get_mut(at) {
            *slot = lane;
        }
    }
}

fn pack_card(card: &Card) -> [u8; WIDTH] {
    let mut bytes = [0; WIDTH];
    bytes[0..8].copy_from_slice(&card.amount_cents.unwrap_or(NO_AMOUNT).to_le_bytes());
    bytes[8..12].copy_from_slice(&card.due.map_or(NONE, |due| due.0).to_le_bytes());
    bytes[12..16].copy_from_slice(&card.priority.to_le_bytes());
    let status = Status::ALL.iter().position(|status| *status == card.status).unwrap_or(0) as u8;
    bytes[22..24].copy_from_slice(&card.hour.map_or(NO_HOUR, |hour| hour.0).to_le_bytes());
    bytes[24..32].copy_from_slice(&card.ht_cents.to_le_bytes());
    bytes[32..36].copy_from_slice(&card.pressing.to_le_bytes());
    bytes[36..38].copy_from_slice(&card.quote_days.unwrap_or(0).to_le_bytes());
    bytes[38..40].copy_from_slice(&card.since.unwrap_or(0).to_le_bytes());
    bytes[16..22].copy_from_slice(&[1, card.stage, card.score, card.temperature as u8, status, card.badges.0]);
    bytes
}

fn unpack_card(bytes: &[u8; WIDTH], deal: Entity) -> Option<Card> {
    let mut from = Bytes(bytes);
    let (amount, due, priority) = (from.u64()? as i64, from.i32()?, f32::from_bits(from.u32()?));
    let [live, stage, score, temperature, status, badges] = *from.take(6)?.first_chunk()?;
    let hour = from.u16()?;
    let (ht_cents, pressing) = (from.u64()? as i64, f32::from_bits(from.u32()?));
    let (quote_days, since) = (from.u16()?, from.u16()?);
    let temperature = [Temperature::Cold, Temperature::Warm, Temperature::Hot].get(usize::from(temperature))?;
    let status = Status::ALL.get(usize::from(status))?;
    (live == 1).then_some(Card {
        deal,
        amount_cents: (amount != NO_AMOUNT).then_some(amount),
        ht_cents,
        due: (due != NONE).then_some(Day(due)),
        hour: (hour != NO_HOUR).then_some(Hour(hour)),
        priority,
        pressing,
        stage,
        score,
        temperature: *temperature,
        status: *status,
        badges: Badges(badges),
        quote_days: (quote_days > 0).then_some(quote_days),
        since: (since > 0).then_some(since),
    })
}

/// Bytes read from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take(2)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
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
