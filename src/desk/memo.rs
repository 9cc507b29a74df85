//! The snapshot of a book and its columns: read at the start, written beside the work.

use std::{path::Path, sync::Arc};

use crate::{
    log::{
        Cause, Position,
        snapshot::{FileShelf, Snapshot, SnapshotKey},
    },
    sales::{
        book::{Book, Learnt},
        columns::Columns,
        find::Finder,
        moment::Day,
        pack::{PackedBook, PackedColumns, SHAPE},
        playbook::Playbook,
        register,
        table::Shelf,
    },
};

/// The sections of a snapshot.
mod tag {
    pub(super) const HEAD: u32 = 1;
    /// Index and rows of contacts, companies and deals.
    pub(super) const TABLES: [(u32, u32); 3] = [(10, 11), (20, 21), (30, 31)];
    pub(super) const FINDER: u32 = 50;

    /// Head, cards and shares of the columns of a day.
    pub(super) fn columns(day: super::Day) -> [u32; 3] {
        const FROM: u32 = 1_000_000;
        [0, 1, 2].map(|part| FROM + 4 * day.0.unsigned_abs() + part)
    }
}

/// How many days to come a cockpit left alone prepares: Monday on Thursday, Tuesday before a long week-end.
pub(super) const AHEAD: i32 = 4;

/// What a snapshot gave.
pub struct Memo {
    /// The book.
    pub book: Book,
    /// Its columns, where they are of today and of these settings.
    pub columns: Option<Columns>,
    /// The box's index, not read yet.
    pub finder: Asleep,
    /// Up to where in the log.
    pub position: Position,
    /// Whether the columns of the days to come are there too.
    pub prepared: bool,
}

struct OnFile(FileShelf);

impl Shelf for OnFile {
    fn read(&self, at: u64, len: usize) -> Option<Vec<u8>> {
        self.0.read_at(at, len).ok()
    }
}

fn key() -> SnapshotKey {
    SnapshotKey { program: env!("CARGO_PKG_VERSION").to_owned(), shape: SHAPE }
}

/// Reads a snapshot; anything wrong with it gives none, and the facts are read anew.
pub fn read(path: &Path, playbook: &Playbook, day: Day) -> Option<Memo> {
    let snapshot = Snapshot::open(path, &key()).ok()?;
    let head = snapshot.section(tag::HEAD).ok()?;
    let table = |(index, rows): (u32, u32)| {
        let shelf: Arc<dyn Shelf> = Arc::new(OnFile(snapshot.shelf(rows).ok()?));
        Some((snapshot.section(index).ok()?, shelf))
    };
    // Two readers: most of it is the kernel finding room for what is read.
    let ([contacts, companies, deals], columns) = std::thread::scope(|scope| {
        let columns = scope.spawn(|| columns(&snapshot, day));
        (tag::TABLES.map(table), columns.join().ok().flatten())
    });
    let book = Book::unpack(&head, [contacts?, companies?, deals?])?;
    let columns = columns.and_then(|packed| Columns::unpack(packed, &book, playbook, day));
    let position = snapshot.position();
    let [prepared, ..] = tag::columns(day.plus(AHEAD));
    let prepared = snapshot.tags().any(|tag| tag == prepared);
    Some(Memo { book, columns, position, prepared, finder: Asleep { snapshot, behind: Vec::new() } })
}

fn columns(snapshot: &Snapshot, day: Day) -> Option<PackedColumns> {
    let [head, cards, shares] = tag::columns(day).map(|tag| snapshot.section(tag).ok());
    Some(PackedColumns { head: head?, cards: cards?, shares: shares? })
}

/// What a snapshot is made of.
pub struct Made {
    /// The book.
    pub book: Book,
    /// Its columns, where they were read.
    pub columns: Option<Columns>,
    /// The day of the reader.
    pub day: Day,
    /// The box's index, where it was made.
    pub finder: Option<Vec<u8>>,
    /// The settings the columns were read by.
    pub playbook: Playbook,
    /// Up to where in the log.
    pub position: Position,
    /// For how many days to come the columns are read too.
    pub ahead: i32,
}

impl Made {
    /// Writes it; the index of the box is made where nobody has asked for it yet.
    pub fn write(self, path: &Path) -> Result<(), Cause> {
        // Where the rows can no longer be read there is nothing to write; the next start reads the facts.
        let Some(PackedBook { head, tables, deals }) = self.book.pack() else { return Ok(()) };
        let build = |day| Columns::build(&self.book, &self.playbook, day);
        let today = self.columns.unwrap_or_else(|| build(self.day));
        let ahead: Vec<Columns> = (1..=self.ahead).map(|days| build(today.day().plus(days))).collect();
        let packed = |columns: &Columns| {
            let PackedColumns { head, cards, shares } = columns.pack(&self.playbook, &deals);
            tag::columns(columns.day()).into_iter().zip([head, cards, shares])
        };
        let columns: Vec<(u32, Vec<u8>)> = [today].iter().chain(&ahead).flat_map(packed).collect();
        let finder = self.finder.unwrap_or_else(|| register::finder_of(&self.book).to_bytes());
        let mut sections: Vec<(u32, &[u8])> = vec![(tag::HEAD, &head), (tag::FINDER, &finder)];
        for ((index, rows), table) in tag::TABLES.iter().zip(&tables) {
            sections.push((*index, &table.index));
            sections.push((*rows, &table.rows));
        }
        sections.extend(columns.iter().map(|(tag, bytes)| (*tag, bytes.as_slice())));
        Snapshot::write(path, &key(), self.position, &sections)
    }
}

/// The box's index of a snapshot, not read yet, and what was learnt since.
pub struct Asleep {
    snapshot: Snapshot,
    behind: Vec<Learnt>,
}

/// With more to follow, making it anew is as fast.
const FAR_BEHIND: usize = 5_000;

impl Asleep {
    /// Notes what it will have to follow; none where it is no longer worth waking.
    pub fn behind(mut self, learnt: Learnt) -> Option<Self> {
        let worth = matches!(learnt, Learnt::Some(_)) && self.behind.len() < FAR_BEHIND;
        self.behind.push(learnt);
        worth.then_some(self)
    }

    /// Reads it, as the book now stands.
    pub fn wake(&self, book: &Book) -> Option<Finder> {
        let mut finder = Finder::from_bytes(&self.snapshot.section(tag::FINDER).ok()?)?;
        self.behind.iter().for_each(|learnt| register::follow(&mut finder, book, learnt));
        Some(finder)
    }
}
