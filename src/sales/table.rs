//! Records kept packed: one run of bytes each, decoded when looked at. A hundred thousand contacts cost their bytes
//! and nothing else, and a snapshot is read by its index alone. Which facts made a record is none of its business.

use std::{marker::PhantomData, ops::Range, sync::Arc};

use bincode::Options;
use rustc_hash::FxHashMap;
use serde::{Serialize, de::DeserializeOwned};

use super::entity::Id;

/// Bytes of an id, of the end of a row and of its checksum in the index, which holds a run of each.
const ID: usize = 16;
const END: usize = 8;
const SUM: usize = 4;

/// A record is never larger than this; a table that says otherwise is damaged.
const LIMIT: u64 = 64 << 20;

/// Bytes of the last snapshot, read at random. Implemented over a file by [`crate::log`] and over memory in tests.
pub trait Shelf: Send + Sync {
    /// Reads `len` bytes at `at`, or nothing where they cannot be had.
    fn read(&self, at: u64, len: usize) -> Option<Vec<u8>>;
}

impl Shelf for Vec<u8> {
    fn read(&self, at: u64, len: usize) -> Option<Vec<u8>> {
        let start = usize::try_from(at).ok()?;
        self.get(start..start.checked_add(len)?).map(<[u8]>::to_vec)
    }
}

/// Where the rows of the snapshot lie.
struct Base {
    shelf: Arc<dyn Shelf>,
    /// As the snapshot has it, looked into where it lies.
    index: Vec<u8>,
}

/// How many bytes are read at a time where many rows are.
const STRETCH: u64 = 32 << 10;

/// A stretch of the rows of a snapshot, for who reads many of them. A row out of the way is read alone, so that the
/// stretch stays for the rows that follow.
#[derive(Debug, Default)]
pub struct Window {
    from: u64,
    bytes: Vec<u8>,
    /// The last row that was read alone, and where it ends.
    alone: Vec<u8>,
    alone_to: u64,
}

/// Rows of one kind of record, in order of appearance, told by id.
pub struct Table<T> {
    base: Option<Arc<Base>>,
    /// Rows written since the snapshot: bytes, or none where the entity no longer exists.
    changed: FxHashMap<u32, Option<Arc<[u8]>>>,
    /// Ids of the rows after the base.
    fresh: Vec<u128>,
    index: FxHashMap<u128, u32>,
    gone: usize,
    kind: PhantomData<fn() -> T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            base: None,
            changed: FxHashMap::default(),
            fresh: Vec::new(),
            index: FxHashMap::default(),
            gone: 0,
            kind: PhantomData,
        }
    }
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self {
            base: self.base.clone(),
            changed: self.changed.clone(),
            fresh: self.fresh.clone(),
            index: self.index.clone(),
            gone: self.gone,
            kind: PhantomData,
        }
    }
}

/// A table as a snapshot holds it: an index and the rows it points into.
#[derive(Debug, Default)]
pub struct Packed {
    /// Ids in their order, ends, then checksums of the rows, little-endian.
    pub index: Vec<u8>,
    /// The rows themselves.
    pub rows: Vec<u8>,
}

fn codec() -> impl Options {
    bincode::DefaultOptions::new().with_limit(LIMIT)
}

impl<T: Serialize + DeserializeOwned> Table<T> {
    /// A table over a snapshot. None where the index does not hold together.
    pub fn over(index: Vec<u8>, shelf: Arc<dyn Shelf>) -> Option<Self> {
        let whole = index.len().is_multiple_of(ID + END + SUM);
        whole.then(|| Self { base: Some(Arc::new(Base { shelf, index })), ..Self::default() })
    }

    /// How many rows there ever were; some may no longer exist.
    pub fn rows(&self) -> u32 {
        (self.base_rows() + self.fresh.len()) as u32
    }

    /// How many records exist.
    pub fn len(&self) -> usize {
        self.rows() as usize - self.gone
    }

    /// Whether no record exists.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of an id, whether or not its record still exists.
    pub fn row(&self, id: Id) -> Option<u32> {
        let base = self.base.as_ref().and_then(|base| base.row(id.0));
        base.map(|row| row as u32).or_else(|| self.index.get(&id.0).copied())
    }

    /// The id of a row.
    pub fn id(&self, row: u32) -> Option<Id> {
        let (row, base) = (row as usize, self.base_rows());
        match &self.base {
            Some(known) if row < base => known.id(row),
            _ => self.fresh.get(row - base).copied(),
        }
        .map(Id)
    }

    /// The record of an id.
    pub fn get(&self, id: Id) -> Option<T> {
        self.at(self.row(id)?)
    }

    /// The record of an id, read through a window on the rows around it.
    pub fn get_through(&self, id: Id, window: &mut Window) -> Option<T> {
        let row = self.row(id)?;
        match (&self.base, self.changed.contains_key(&row)) {
            (Some(base), false) => codec().deserialize(base.read_through(row as usize, window)?).ok(),
            _ => self.at(row),
        }
    }

    /// The record of a row; none where it no longer exists or its bytes are damaged.
    pub fn at(&self, row: u32) -> Option<T> {
        if let Some(changed) = self.changed.get(&row) {
            return codec().deserialize(changed.as_deref()?).ok();
        }
        codec().deserialize(&self.base.as_ref()?.read(row as usize)?).ok()
    }

    /// Whether a row holds a record, told without decoding it.
    pub fn exists(&self, row: u32) -> bool {
        self.changed.get(&row).map_or_else(|| (row as usize) < self.base_rows(), Option::is_some)
    }

    /// Writes a record, or with `None` says that it no longer exists. Returns its row.
    pub fn put(&mut self, id: Id, record: Option<&T>) -> Option<u32> {
        let row = self.row(id).or_else(|| record.is_some().then(|| self.append(id)))?;
        let before = self.exists(row);
        let bytes = record.and_then(|record| codec().serialize(record).ok()).map(Arc::from);
        match (before, bytes.is_some()) {
            (true, false) => self.gone += 1,
            (false, true) => self.gone -= 1,
            _ => {}
        }
        self.changed.insert(row, bytes);
        Some(row)
    }

    /// Existing rows, in order.
    pub fn live(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.rows()).filter(|row| self.exists(*row))
    }

    /// The table as a snapshot keeps it: rows sorted by id, those that no longer exist left out.
    /// Also the old row of each new one. None where a row of the base cannot be read.
    pub fn pack(&self) -> Option<(Packed, Vec<u32>)> {
        let mut order: Vec<(u128, u32)> = self.live().filter_map(|row| Some((self.id(row)?.0, row))).collect();
        order.sort_unstable();
        let mut packed = Packed::default();
        let (mut ends, mut sums) = (Vec::with_capacity(order.len() * 8), Vec::with_capacity(order.len() * 4));
        for (id, row) in &order {
            let start = packed.rows.len();
            packed.rows.extend_from_slice(&self.bytes(*row)?);
            packed.index.extend_from_slice(&id.to_le_bytes());
            ends.extend_from_slice(&(packed.rows.len() as u64).to_le_bytes());
            sums.extend_from_slice(&crc32fast::hash(packed.rows.get(start..)?).to_le_bytes());
        }
        packed.index.append(&mut ends);
        packed.index.append(&mut sums);
        Some((packed, order.into_iter().map(|(_, row)| row).collect()))
    }

    fn bytes(&self, row: u32) -> Option<Vec<u8>> {
        match self.changed.get(&row) {
            Some(changed) => changed.as_deref().map(<[u8]>::to_vec),
            None => self.base.as_ref()?.read(row as usize),
        }
    }

    fn append(&mut self, id: Id) -> u32 {
        let row = self.rows();
        self.fresh.push(id.0);
        self.index.insert(id.0, row);
        self.changed.insert(row, None);
        self.gone += 1;
        row
    }

    fn base_rows(&self) -> usize {
        self.base.as_ref().map_or(0, |base| base.rows())
    }
}

impl Base {
    fn rows(&self) -> usize {
        self.index.len() / (ID + END + SUM)
    }

    fn ids(&self) -> &[[u8; ID]] {
        self.index.get(..self.rows() * ID).unwrap_or_default().as_chunks().0
    }

    fn id(&self, row: usize) -> Option<u128> {
        self.ids().get(row).map(|id| u128::from_le_bytes(*id))
    }

    fn row(&self, id: u128) -> Option<usize> {
        self.ids().binary_search_by_key(&id, |id| u128::from_le_bytes(*id)).ok()
    }

    /// Where a row ends; it starts where the one before ends.
    fn end(&self, row: usize) -> Option<u64> {
        let ends = self.index.get(self.rows() * ID..)?.as_chunks::<END>().0;
        ends.get(row).map(|end| u64::from_le_bytes(*end))
    }

    fn sum(&self, row: usize) -> Option<u32> {
        let sums = self.index.get(self.rows() * (ID + END)..)?.as_chunks::<SUM>().0;
        sums.get(row).map(|sum| u32::from_le_bytes(*sum))
    }

    /// Where the bytes of a row lie.
    fn place(&self, row: usize) -> Option<Range<u64>> {
        let start = row.checked_sub(1).map_or(Some(0), |before| self.end(before))?;
        self.end(row).filter(|end| *end >= start).map(|end| start..end)
    }

    /// The bytes of a row where its checksum holds.
    fn read(&self, row: usize) -> Option<Vec<u8>> {
        let place = self.place(row)?;
        let bytes = self.shelf.read(place.start, usize::try_from(place.end - place.start).ok()?)?;
        (crc32fast::hash(&bytes) == self.sum(row)?).then_some(bytes)
    }

    /// The same, kept in a window with the rows behind it.
    fn read_through<'w>(&self, row: usize, window: &'w mut Window) -> Option<&'w [u8]> {
        let place = self.place(row)?;
        let end = self.rows().checked_sub(1).and_then(|last| self.end(last))?;
        let bytes = window.show(self.shelf.as_ref(), place, end)?;
        (crc32fast::hash(bytes) == self.sum(row)?).then_some(bytes)
    }
}

impl Window {
    /// Bytes of a shelf that ends at `end`: those in sight, a stretch that begins with them where they follow what was
    /// read before, else they alone.
    fn show(&mut self, shelf: &dyn Shelf, wanted: Range<u64>, end: u64) -> Option<&[u8]> {
        let to = self.from + self.bytes.len() as u64;
        if wanted.start < self.from || wanted.end > to {
            let follows = (self.from..to + STRETCH).contains(&wanted.start) || wanted.start == self.alone_to;
            if !follows {
                self.alone = shelf.read(wanted.start, usize::try_from(wanted.end - wanted.start).ok()?)?;
                self.alone_to = wanted.end;
                return Some(&self.alone);
            }
            let most = end.min(wanted.end.max(wanted.start + STRETCH));
            self.bytes = shelf.read(wanted.start, usize::try_from(most - wanted.start).ok()?)?;
            self.from = wanted.start;
        }
        let (from, to) = (wanted.start - self.from, wanted.end - self.from);
        self.bytes.get(usize::try_from(from).ok()?..usize::try_from(to).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Table<String> {
        let mut table = Table::default();
        for n in [5_u128, 2, 9] {
            table.put(Id(n), Some(&format!("nº {n}")));
        }
        table
    }

    #[test]
    fn a_packed_table_reads_the_same() {
        let mut table = filled();
        table.put(Id(2), None);
        let (packed, order) = table.pack().unwrap();
        assert_eq!(order, [0, 2]);
        let mut back: Table<String> = Table::over(packed.index, Arc::new(packed.rows)).unwrap();
        assert_eq!(
            (back.get(Id(5)), back.get(Id(2)), back.get(Id(9))),
            (Some("nº 5".into()), None, Some("nº 9".into()))
        );
        back.put(Id(9), Some(&"autre".into()));
        back.put(Id(7), Some(&"neuf".into()));
        assert_eq!((back.len(), back.get(Id(9)), back.get(Id(7))), (3, Some("autre".into()), Some("neuf".into())));
    }

    #[test]
    fn what_no_longer_exists_can_come_back() {
        let mut table = filled();
        table.put(Id(5), None);
        assert_eq!((table.len(), table.get(Id(5))), (2, None));
        table.put(Id(5), Some(&"revenu".into()));
        assert_eq!((table.len(), table.get(Id(5))), (3, Some("revenu".into())));
        assert_eq!(table.put(Id(77), None), None);
    }

    #[test]
    fn a_window_shows_what_the_rows_say_in_any_order() {
        let mut table = Table::default();
        let said = |n: u128| format!("{n} {}", "é".repeat(9_000));
        (0..12_u128).for_each(|n| _ = table.put(Id(n), Some(&said(n))));
        let (packed, _) = table.pack().unwrap();
        let mut back: Table<String> = Table::over(packed.index, Arc::new(packed.rows)).unwrap();
        back.put(Id(4), Some(&"autre".into()));
        let mut window = Window::default();
        for n in [0, 1, 2, 9, 3, 10, 11, 4, 0, 5, 12, 6, 11] {
            assert_eq!(back.get_through(Id(n), &mut window), back.get(Id(n)));
        }
    }

    #[test]
    fn a_flipped_bit_is_no_record() {
        let (mut packed, _) = filled().pack().unwrap();
        packed.rows[1] ^= 1;
        let back: Table<String> = Table::over(packed.index, Arc::new(packed.rows)).unwrap();
        assert_eq!((back.get(Id(2)), back.get(Id(5))), (None, Some("nº 5".into())));
    }
}
