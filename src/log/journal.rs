//! The truth: every fact as a line, appended, synced, never changed. Segments of 16 MiB, each naming the digest of
//! the one before. What a fact means, and every copy of the journal, live elsewhere.

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
    reader::{self, Step},
    scan::{Scan, Tail},
};
use crate::sales::fact::{Fact, FactId};

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
                write_all(&mut *self.platter, *end, b"\n")?;
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
        write_all(&mut *self.platter, 0, &bytes)?;
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
        if let Err(error) = write_all(&mut *self.platter, end, bytes) {
            let cause = Cause::of(&error, &path);
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

    /// Visits every line after a position, with the place behind it; names what is damaged. Ends at the journal's end.
    pub(super) fn read(&mut self, from: Position, visit: &mut Visit<'_>) -> Result<Position, Cause> {
        self.read_to(from, self.marks.position, visit)
    }

    /// The same up to a place.
    pub(super) fn read_to(&mut self, from: Position, end: Position, visit: &mut Visit<'_>) -> Result<Position, Cause> {
        let mut damaged = Vec::new();
        let walked = reader::walk(&self.folder, from, end.min(self.marks.position), &mut |place, step| {
            let harm = match step {
                Step::Fact(json) => visit(place.next, Found::Line(json))?,
                Step::Head(_) => None,
                Step::Bad(_) if place.at.offset == 0 => Some(Harm::Header),
                Step::Bad(_) => Some(visit(place.next, Found::Lost)?.unwrap_or(Harm::Line)),
                Step::Gone => Some(Harm::Gone),
            };
            damaged.extend(harm.map(|harm| (place.at, harm)));
            Ok(())
        });
        for (at, harm) in damaged {
            self.note(named(&self.folder, at, harm)?);
        }
        match walked {
            Err(Halt::Cause(cause)) => Err(cause),
            Ok(()) | Err(Halt::Enough) => Ok(self.marks.position),
        }
    }

    /// Notes damage once.
    pub(super) fn note(&mut self, damage: Damage) {
        if !self.damage.contains(&damage) {
            self.damage.push(damage);
        }
    }

    /// How many lines stand before a position, headers not counted; nothing where the segment's header is lost.
    pub(super) fn lines_before(&self, position: Position) -> Result<Option<u64>, Cause> {
        if position == self.marks.position {
            return Ok(Some(self.marks.facts));
        }
        if position.segment == 0 {
            return Ok(Some(0));
        }
        let Some(header) = reader::header(&self.folder, position.segment)? else { return Ok(None) };
        let breaks = reader::breaks(&self.folder, position)?;
        Ok(Some(header.facts + breaks.saturating_sub(1)))
    }

    /// What stands just before a position, in one number.
    pub(super) fn witness(&self, position: Position) -> Result<u32, Cause> {
        reader::witness(&self.folder, position)
    }

    /// Whether a position is a place between two lines.
    pub(super) fn reaches(&self, position: Position) -> bool {
        position <= self.marks.position && reader::is_line_end(&self.folder, position)
    }

    /// Checks every line of a segment, and a closed one against the digest its successor keeps; gives the ids it holds.
    pub(super) fn check_segment(&mut self, segment: u32, visit: &mut dyn FnMut(FactId)) -> Result<(), Cause> {
        let (from, end) = (Position { segment, offset: 0 }, Position { segment, offset: u64::MAX });
        self.read_to(from, end, &mut |_, found| {
            meet(found, visit);
            Ok(None)
        })?;
        let Some(next) = (segment < self.marks.position.segment).then_some(segment + 1) else { return Ok(()) };
        let Ok(Some(header)) = reader::header(&self.folder, next) else { return Ok(()) };
        let path = reader::path(&self.folder, segment);
        let found = digest(&path).or_else(none_where_absent).map_err(|error| Cause::of(&error, &path))?;
        if found != header.previous {
            self.note(Damage { segment, line: 0, harm: Harm::Chain });
        }
        Ok(())
    }

    /// The ids of what was recorded after a position.
    pub(super) fn numbers_since(&mut self, from: Position, visit: &mut dyn FnMut(FactId)) -> Result<(), Cause> {
        self.read(from, &mut |_, found| {
            meet(found, visit);
            Ok(None)
        })?;
        Ok(())
    }

    /// The segment a fact of this device should stand in, from its first place to its last.
    pub(super) fn span_of(&self, id: FactId) -> Result<(Position, Position), Cause> {
        let mut span = (Position::default(), self.marks.position);
        for segment in reader::segments(&self.folder)? {
            let Some(header) = reader::header(&self.folder, segment)? else { continue };
            let start = Position { segment, offset: 0 };
            if header.seqs.get(&id.device).is_some_and(|seq| *seq >= id.seq) {
                span.1 = start;
                break;
            }
            span.0 = start;
        }
        Ok(span)
    }

    /// The facts between two positions that are wanted, among the lines that hold a word.
    pub(super) fn search(
        &mut self,
        from: Position,
        end: Position,
        word: &str,
        wanted: &dyn Fn(&Fact) -> bool,
    ) -> Result<Vec<Fact>, Cause> {
        let mut facts = Vec::new();
        let finder = memchr::memmem::Finder::new(word);
        self.read_to(from, end, &mut |_, found| {
            let Found::Line(json) = found else { return Ok(None) };
            if finder.find(json).is_some() {
                facts.extend(line::fact(json).filter(|fact| wanted(fact)));
            }
            Ok(None)
        })?;
        Ok(facts)
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

    pub(super) fn damage(&self) -> &[Damage] {
        &self.damage
    }
}

pub(super) fn named(folder: &Path, at: Position, harm: Harm) -> Result<Damage, Cause> {
    let line = match harm {
        Harm::Line | Harm::Meaning | Harm::Header => reader::breaks(folder, at)? + 1,
        _ => 0,
    };
    Ok(Damage { segment: at.segment, line, harm })
}

fn meet(found: Found<'_>, visit: &mut dyn FnMut(FactId)) {
    if let Found::Line(json) = found {
        line::glance(json).into_iter().for_each(|(id, _)| visit(id));
    }
}

fn write_all(platter: &mut dyn Platter, mut offset: u64, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match platter.write_at(offset, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => {
                bytes = bytes.get(written..).unwrap_or_default();
                offset += written as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
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
