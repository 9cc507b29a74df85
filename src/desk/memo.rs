//! The snapshot of a book and its columns: read at the start, written beside the work.

use std::{path::Path, sync::Arc};

use crate::{
    log::{
        Cause, Position,
        snapshot::{FileShelf, Snapshot, SnapshotKey},
    },
    sales::{
        book::Book,
        columns::Columns,
        moment::Day,
        pack::{PackedBook, SHAPE},
        playbook::Playbook,
        table::Shelf,
    },
};

/// The sections of a snapshot.
mod tag {
    pub(super) const HEAD: u32 = 1;
    /// Index and rows of contacts, companies and deals.
    pub(super) const TABLES: [(u32, u32); 3] = [(10, 11), (20, 21), (30, 31)];
    pub(super) const COLUMNS: u32 = 40;
}

/// What a snapshot gave.
pub struct Memo {
    /// The book.
    pub book: Book,
    /// Its columns, where they are of today and of these settings.
    pub columns: Option<Columns>,
    /// Up to where in the log.
    pub position: Position,
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
    let [contacts, companies, deals] = tag::TABLES.map(table);
    let book = Book::unpack(&head, [contacts?, companies?, deals?])?;
    let columns = snapshot.section(tag::COLUMNS).ok();
    let columns = columns.and_then(|bytes| Columns::unpack(&bytes, &book, playbook, day));
    Some(Memo { book, columns, position: snapshot.position() })
}

/// Writes a snapshot of what is handed over.
pub fn write(path: &Path, book: &Book, columns: Option<&Columns>, playbook: &Playbook, position: Position) -> Result<(), Cause> {
    // Where the rows can no longer be read there is nothing to write; the next start reads the facts.
    let Some(PackedBook { head, tables, deals }) = book.pack() else { return Ok(()) };
    let columns = columns.map(|columns| columns.pack(playbook, &deals));
    let mut sections: Vec<(u32, &[u8])> = vec![(tag::HEAD, &head)];
    for ((index, rows), table) in tag::TABLES.iter().zip(&tables) {
        sections.push((*index, &table.index));
        sections.push((*rows, &table.rows));
    }
    sections.extend(columns.as_ref().map(|bytes| (tag::COLUMNS, bytes.as_slice())));
    Snapshot::write(path, &key(), position, &sections)
}
