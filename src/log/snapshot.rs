//! The folded book in one file, for the start: named sections of bytes with checksums. What the bytes mean is the
//! business of whoever packs them. A cache: anything wrong is a [`Stale`], and the caller rebuilds from the log.
//!
//! ```text
//! magic 8 · table length u32 · table crc32 u32 · table · sections
//! table     key · position · (tag u32 · offset u64 · length u64 · crc32 u32)…
//! ```

use std::{
    fs::{self, File},
    io::{self, Write},
    os::unix::fs::FileExt,
    path::Path,
    sync::Arc,
};

use bincode::Options;
use serde::{Deserialize, Serialize};

use super::{
    Cause, Position,
    platter::{self, absent_is_fine},
};

const MAGIC: &[u8; 8] = b"vigie\0s1";
const HEAD: u64 = 16;
/// The most a table may be: far more sections than anybody packs.
const MAX_TABLE: u32 = 1 << 16;

/// What a snapshot was made by; one made otherwise is worth nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotKey {
    /// The program's version.
    pub program: String,
    /// The layout of the sections and whatever they depend on, digested.
    pub shape: u64,
}

/// Why there is no snapshot to use.
#[derive(Debug)]
pub enum Stale {
    /// None was written.
    Absent,
    /// It cannot be read.
    Io(io::Error),
    /// It does not match its checksums.
    Damaged,
    /// Another program, layout or setting made it.
    OtherKey(SnapshotKey),
    /// It has no such section.
    NoSection(u32),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Table {
    key: SnapshotKey,
    position: Position,
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Row {
    tag: u32,
    offset: u64,
    length: u64,
    checksum: u32,
}

/// A snapshot, open for reading.
#[derive(Clone, Debug)]
pub struct Snapshot {
    file: Arc<File>,
    table: Arc<Table>,
}

/// Random reads in one section, without reading it all and without a lock.
#[derive(Clone, Debug)]
pub struct FileShelf {
    file: Arc<File>,
    start: u64,
    length: u64,
}

fn options() -> impl Options {
    bincode::DefaultOptions::new().with_limit(u64::from(MAX_TABLE)).reject_trailing_bytes()
}

impl Snapshot {
    /// Writes a snapshot in place of the last one: beside it, synced, renamed, the folder synced.
    pub fn write(path: &Path, key: &SnapshotKey, position: Position, sections: &[(u32, &[u8])]) -> Result<(), Cause> {
        let beside = platter::beside(path);
        let written = write_beside(&beside, key, position, sections).and_then(|()| fs::rename(&beside, path));
        if let Err(error) = written {
            fs::remove_file(&beside).or_else(absent_is_fine).ok();
            return Err(Cause::of(&error, path));
        }
        platter::sync_folder(path.parent().unwrap_or(Path::new("."))).map_err(|error| Cause::of(&error, path))
    }

    /// Opens the snapshot made with a key. Reads its table only.
    pub fn open(path: &Path, key: &SnapshotKey) -> Result<Self, Stale> {
        let file = File::open(path).map_err(absent)?;
        let table = read_table(&file)?;
        if table.key != *key {
            return Err(Stale::OtherKey(table.key));
        }
        Ok(Self { file: Arc::new(file), table: Arc::new(table) })
    }

    /// The place in the log it was made at: what is newer comes from there.
    pub fn position(&self) -> Position {
        self.table.position
    }

    /// The tags it holds.
    pub fn tags(&self) -> impl Iterator<Item = u32> {
        self.table.rows.iter().map(|row| row.tag)
    }

    /// A whole section, checked.
    pub fn section(&self, tag: u32) -> Result<Vec<u8>, Stale> {
        let row = self.row(tag)?;
        let shelf = self.shelf(tag)?;
        let bytes = shelf.read_at(0, usize::try_from(row.length).map_err(|_| Stale::Damaged)?).map_err(Stale::Io)?;
        if crc32fast::hash(&bytes) == row.checksum { Ok(bytes) } else { Err(Stale::Damaged) }
    }

    /// A section to be read piece by piece. The pieces are not checked: they carry their own checksums where needed.
    pub fn shelf(&self, tag: u32) -> Result<FileShelf, Stale> {
        let row = self.row(tag)?;
        Ok(FileShelf { file: Arc::clone(&self.file), start: row.offset, length: row.length })
    }

    /// Checks every section against its checksum, a piece at a time.
    pub fn check(&self) -> Result<(), Stale> {
        let mut piece = vec![0; 1 << 18];
        for row in &self.table.rows {
            let mut hash = crc32fast::Hasher::new();
            let mut done = 0;
            while done < row.length {
                let length = (row.length - done).min(piece.len() as u64);
                let piece = piece.get_mut(..length as usize).unwrap_or_default();
                self.file.read_exact_at(piece, row.offset + done).map_err(Stale::Io)?;
                hash.update(piece);
                done += length;
            }
            if hash.finalize() != row.checksum {
                return Err(Stale::Damaged);
            }
        }
        Ok(())
    }

    fn row(&self, tag: u32) -> Result<Row, Stale> {
        self.table.rows.iter().find(|row| row.tag == tag).copied().ok_or(Stale::NoSection(tag))
    }
}

impl FileShelf {
    /// Bytes of the section.
    pub fn read_at(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        if offset.checked_add(length as u64).is_none_or(|end| end > self.length) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut bytes = vec![0; length];
        self.file.read_exact_at(&mut bytes, self.start + offset)?;
        Ok(bytes)
    }

    /// How long the section is.
    pub fn len(&self) -> u64 {
        self.length
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }
}

fn absent(error: io::Error) -> Stale {
    if error.kind() == io::ErrorKind::NotFound { Stale::Absent } else { Stale::Io(error) }
}

fn write_beside(beside: &Path, key: &SnapshotKey, position: Position, sections: &[(u32, &[u8])]) -> io::Result<()> {
    let table = lay_out(key, position, sections)?;
    let mut file = platter::private(beside)?;
    file.set_len(0)?;
    file.write_all(MAGIC)?;
    file.write_all(&(table.len() as u32).to_le_bytes())?;
    file.write_all(&crc32fast::hash(&table).to_le_bytes())?;
    file.write_all(&table)?;
    for (_, bytes) in sections {
        file.write_all(bytes)?;
    }
    file.sync_all()
}

/// The table's bytes. Its length depends on the offsets and the offsets on its length: it grows until both fit.
fn lay_out(key: &SnapshotKey, position: Position, sections: &[(u32, &[u8])]) -> io::Result<Vec<u8>> {
    let checksums: Vec<u32> = sections.iter().map(|(_, bytes)| crc32fast::hash(bytes)).collect();
    let mut length = 0;
    loop {
        let mut offset = HEAD + length;
        let row = |((tag, bytes), checksum): (&(u32, &[u8]), &u32)| {
            let row = Row { tag: *tag, offset, length: bytes.len() as u64, checksum: *checksum };
            offset += row.length;
            row
        };
        let rows = sections.iter().zip(&checksums).map(row).collect();
        let table = Table { key: key.clone(), position, rows };
        let bytes = options().serialize(&table).map_err(io::Error::other)?;
        if bytes.len() as u64 == length {
            return Ok(bytes);
        }
        length = bytes.len() as u64;
    }
}

fn read_table(file: &File) -> Result<Table, Stale> {
    let short = |error: io::Error| match error.kind() {
        io::ErrorKind::UnexpectedEof => Stale::Damaged,
        _ => Stale::Io(error),
    };
    let mut head = [0; HEAD as usize];
    file.read_exact_at(&mut head, 0).map_err(short)?;
    let (magic, numbers) = head.split_first_chunk::<8>().ok_or(Stale::Damaged)?;
    let (length, checksum) = numbers.split_first_chunk::<4>().ok_or(Stale::Damaged)?;
    let length = u32::from_le_bytes(*length);
    if magic != MAGIC || length > MAX_TABLE {
        return Err(Stale::Damaged);
    }
    let mut table = vec![0; length as usize];
    file.read_exact_at(&mut table, HEAD).map_err(short)?;
    if crc32fast::hash(&table).to_le_bytes() != *checksum {
        return Err(Stale::Damaged);
    }
    let table: Table = options().deserialize(&table).map_err(|_| Stale::Damaged)?;
    let end = file.metadata().map_err(Stale::Io)?.len();
    let fits = |row: &Row| row.offset.checked_add(row.length).is_some_and(|behind| behind <= end);
    if table.rows.iter().all(fits) { Ok(table) } else { Err(Stale::Damaged) }
}
