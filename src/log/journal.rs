//! The truth: every fact as a line, appended, synced, never changed. Segments of 16 MiB, each naming the digest of
//! the one before. What a fact means, and every copy of the journal, live elsewhere.

mod past;

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{
    Cause, Damage, Failure, Harm, Last, Position,
    line::{self, Header, Marks},
    platter::{self, Open, Platter},
    reader,
    scan::{Scan, Tail},
};
use crate::sales::fact::Fact;

/// The version of the journal's format.
const VERSION: u32 = 1;

/// A segment is closed once it is this long.
pub(super) const SEGMENT: u64 = 16 << 20;

/// What a reader of the journal meets.
#[derive(Clone, Copy)]
pub(super) enum Found<'a> {
    /// A good line's JSON.
    Line(&'a [u8]),
    /// A line that does not match its checksum.
    Lost,
}

pub(super) use past::named;
pub(super) use reader::Halt;

/// Called for every line with the place behind it; may name harm in what the line means.
pub(super) type Visit<'a> = dyn FnMut(Position, Found<'_>) -> Result<Option<Harm>, Halt> + 'a;

/// The journal of one generation, open for appending.
pub(super) struct Journal {
    folder: PathBuf,
    device: u64,
    limit: u64,
    open: Open,
    platter: Box<dyn Platter>,
    marks: Marks,
    stuck: bool,
    damage: Vec<Damage>,
    /// The digest the first segment goes on from: the end of the generation before.
    head: String,
}

impl Journal {
    /// Opens the journal in a folder, or begins it; cuts what a crash left half written at its end. `hint` is a
    /// shortcut: marks of an earlier moment, where the reading of the last segment may begin.
    pub(super) fn open(
        folder: &Path,
        device: u64,
        limit: u64,
        mut open: Open,
        hint: Option<Marks>,
    ) -> Result<Self, Cause> {
        let last = reader::segments(folder)?.last().copied().unwrap_or(1);
        let path = reader::path(folder, last);
        let platter = open(&path).map_err(|error| Cause::of(&error, &path))?;
        let scan = Scan::read(folder, last, hint)?;
        let mut journal = Self {
            folder: folder.to_owned(),
            device,
            limit,
            open,
            platter,
            marks: scan.marks,
            stuck: false,
            damage: scan.damage,
            head: String::new(),
        };
        journal.mend(last, scan.tail.as_ref()).map_err(|error| Cause::of(&error, &path))?;
        Ok(journal)
    }

    /// Opens the journal for reading alone: what somebody is just writing at its end is left out.
    pub(super) fn look(folder: &Path, device: u64, hint: Option<Marks>) -> Result<Self, Cause> {
        let open: Open = Box::new(|_| Err(io::ErrorKind::ReadOnlyFilesystem.into()));
        let mut journal = Self {
            folder: folder.to_owned(),
            device,
            limit: SEGMENT,
            open,
            platter: Box::new(platter::Glass),
            marks: hint.unwrap_or_default(),
            stuck: true,
            damage: Vec::new(),
            head: String::new(),
        };
        journal.look_on()?;
        Ok(journal)
    }

    /// Begins a journal in an empty folder that goes on from another's end.
    pub(super) fn begin_after(folder: &Path, device: u64, limit: u64, head: String) -> Result<Self, Cause> {
        let path = reader::path(folder, 1);
        let mut open = platter::real();
        let platter = open(&path).map_err(|error| Cause::of(&error, &path))?;
        let (marks, damage) = (Marks::default(), Vec::new());
        let folder = folder.to_owned();
        let mut journal = Self { folder, device, limit, open, platter, marks, stuck: false, damage, head };
        journal.begin(1).map_err(|error| Cause::of(&error, &path))?;
        Ok(journal)
    }

    /// Learns that its folder has another name now.
    pub(super) fn moved(&mut self, folder: &Path) {
        folder.clone_into(&mut self.folder);
    }

    /// The digest another generation goes on from.
    pub(super) fn end_digest(&self) -> Result<String, Cause> {
        let path = reader::path(&self.folder, self.marks.position.segment);
        digest(&path).map_err(|error| Cause::of(&error, path))
    }

    /// Learns what was written since.
    pub(super) fn look_on(&mut self) -> Result<(), Cause> {
        let Some(last) = reader::segments(&self.folder)?.last().copied() else { return Ok(()) };
        let scan = Scan::read(&self.folder, last, Some(self.marks.clone()))?;
        scan.damage.into_iter().for_each(|damage| self.note(damage));
        self.marks = scan.marks;
        if let Some(Tail::Unended { line, facts, .. }) = scan.tail {
            self.marks.position = line;
            self.marks.facts -= facts;
        }
        Ok(())
    }

    /// Cuts a torn end, gives a whole last line its break, begins a segment that has no header yet.
    fn mend(&mut self, last: u32, tail: Option<&Tail>) -> io::Result<()> {
        match tail {
            Some(Tail::Torn(at)) if at.segment == last => {
                self.platter.cut(at.offset)?;
                self.platter.sync()?;
            }
            Some(Tail::Unended { end, .. }) => {
                write_all(&mut *self.platter, *end, b"\n").map_err(|(_, error)| error)?;
                self.platter.cut(end + 1)?;
                self.platter.sync()?;
                self.marks.position.offset = end + 1;
            }
            _ => {}
        }
        if self.marks.position.segment < last || self.marks.position.offset == 0 {
            self.begin(last)?;
        }
        Ok(())
    }

    /// Writes a segment's first line into the platter at hand.
    fn begin(&mut self, segment: u32) -> io::Result<()> {
        let previous = match segment {
            0 | 1 => self.head.clone(),
            later => digest(&reader::path(&self.folder, later - 1)).or_else(none_where_absent)?,
        };
        let header = Header {
            journal: VERSION,
            segment,
            device: self.device,
            previous,
            facts: self.marks.facts,
            stamp: self.marks.stamp,
            seqs: self.marks.seqs.clone(),
        };
        let mut bytes = Vec::new();
        line::write(&header, &mut bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
        self.platter.cut(0)?;
        write_all(&mut *self.platter, 0, &bytes).map_err(|(_, error)| error)?;
        self.platter.sync()?;
        platter::sync_folder(&self.folder)?;
        self.marks.position = Position { segment, offset: bytes.len() as u64 };
        Ok(())
    }

    /// Appends the facts' lines in one write and waits for the platter.
    pub(super) fn append(&mut self, facts: &[Fact]) -> Result<Position, Failure> {
        if self.stuck {
            return Err(Failure::Refused(Cause::Unsettled));
        }
        let mut bytes = Vec::with_capacity(facts.len() * 700);
        for fact in facts {
            let start = bytes.len();
            line::write(fact, &mut bytes).map_err(Failure::Refused)?;
            line::bounded(bytes.get(start..).unwrap_or_default()).map_err(Failure::Refused)?;
        }
        if self.marks.position.offset >= self.limit {
            self.rotate()?;
        }
        self.put(&bytes)?;
        for fact in facts {
            self.marks.saw(fact.id, fact.stamp);
        }
        self.marks.facts += facts.len() as u64;
        self.marks.position.offset += bytes.len() as u64;
        Ok(self.marks.position)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let end = self.marks.position.offset;
        let path = reader::path(&self.folder, self.marks.position.segment);
        if !self.platter.is_at(&path) {
            // The outermost folder that is missing tells most.
            let missing = path.ancestors().take_while(|place| !place.exists()).last().unwrap_or(&path);
            return Err(Failure::Refused(Cause::of(&io::ErrorKind::NotFound.into(), missing)));
        }
        if let Err((written, error)) = write_all(&mut *self.platter, end, bytes) {
            let cause = Cause::of(&error, &path);
            if written == 0 {
                return Err(Failure::Refused(cause));
            }
            return Err(match self.platter.cut(end).and_then(|()| self.platter.sync()) {
                Ok(()) => Failure::Refused(cause),
                Err(_) => self.stick(cause),
            });
        }
        if let Err(error) = self.platter.sync() {
            // No claim is made of this cut: it only keeps the file in order for whoever reopens it.
            self.platter.cut(end).ok();
            return Err(self.stick(Cause::of(&error, &path)));
        }
        Ok(())
    }

    fn stick(&mut self, cause: Cause) -> Failure {
        self.stuck = true;
        Failure::Uncertain(cause)
    }

    /// Goes on in the next segment. Where that fails, the half-made file is taken away again, or nothing more is
    /// written: a later start must never find a younger segment beside an older one that still grew.
    fn rotate(&mut self) -> Result<(), Failure> {
        let next = self.marks.position.segment + 1;
        let path = reader::path(&self.folder, next);
        let before = self.marks.position;
        let fresh = (self.open)(&path).map_err(|error| Failure::Refused(Cause::of(&error, &path)))?;
        let old = std::mem::replace(&mut self.platter, fresh);
        let Err(error) = self.begin(next) else { return Ok(()) };
        self.platter = old;
        self.marks.position = before;
        let cause = Cause::of(&error, &path);
        match fs::remove_file(&path).and_then(|()| platter::sync_folder(&self.folder)) {
            Ok(()) => Err(Failure::Refused(cause)),
            Err(_) => Err(self.stick(cause)),
        }
    }

    /// Notes damage once.
    pub(super) fn note(&mut self, damage: Damage) {
        if !self.damage.contains(&damage) {
            self.damage.push(damage);
        }
    }

    /// Learns once more what no copy has.
    pub(super) fn forget_losses(&mut self) {
        self.damage.retain(|damage| !matches!(damage.harm, Harm::Lost { .. }));
    }

    /// What the next fact must follow.
    pub(super) fn last(&self) -> Last {
        Last { device: self.device, seq: self.marks.seq(self.device), stamp: self.marks.stamp }
    }

    pub(super) fn marks(&self) -> &Marks {
        &self.marks
    }

    pub(super) fn device(&self) -> u64 {
        self.device
    }

    /// Whether facts of a device are in it, or may be.
    pub(super) fn knows(&self, device: u64) -> bool {
        device == self.device || self.marks.seqs.contains_key(&device)
    }

    pub(super) fn damage(&self) -> &[Damage] {
        &self.damage
    }
}

/// Writes all of it; an error comes with how much was written.
fn write_all(platter: &mut dyn Platter, offset: u64, bytes: &[u8]) -> Result<(), (usize, io::Error)> {
    let mut done = 0;
    while done < bytes.len() {
        match platter.write_at(offset + done as u64, bytes.get(done..).unwrap_or_default()) {
            Ok(0) => return Err((done, io::ErrorKind::WriteZero.into())),
            Ok(written) => done += written,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err((done, error)),
        }
    }
    Ok(())
}

fn digest(path: &Path) -> io::Result<String> {
    let mut file = fs::File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 18];
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            length => hash.update(buffer.get(..length).unwrap_or_default()),
        }
    }
    Ok(line::hex_of(&hash.finalize()))
}

fn none_where_absent(error: io::Error) -> io::Result<String> {
    if error.kind() == io::ErrorKind::NotFound { Ok(String::new()) } else { Err(error) }
}
