//! The truth: every fact as a line, appended, synced, never changed. Segments of 16 MiB, each naming the digest of
//! the one before. What a fact means, and every copy of the journal, live elsewhere.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{
    Cause, Damage, Failure, Harm, Position,
    line::{self, Header, Marks},
    platter::{self, Open, Platter},
    reader::{self, Place, Step, Visit},
};
use crate::sales::fact::Fact;

/// The version of the journal's format.
const VERSION: u32 = 1;

/// A segment is closed once it is this long.
pub(super) const SEGMENT: u64 = 16 << 20;

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
        let scan = scan::Scan::read(folder, last, hint)?;
        let mut journal = Self {
            folder: folder.to_owned(),
            device,
            limit,
            open,
            platter,
            marks: scan.marks,
            stuck: false,
            damage: scan.damage,
        };
        journal.mend(last, scan.tail).map_err(|error| Cause::of(&error, &path))?;
        Ok(journal)
    }

    /// Cuts a torn end, gives a whole last line its break, begins a segment that has no header yet.
    fn mend(&mut self, last: u32, tail: Option<scan::Tail>) -> io::Result<()> {
        match tail {
            Some(scan::Tail::Torn(at)) if at.segment == last => {
                self.platter.cut(at.offset)?;
                self.platter.sync()?;
            }
            Some(scan::Tail::Unended(at)) => {
                write_all(&mut *self.platter, at.offset, b"\n")?;
                self.platter.cut(at.offset + 1)?;
                self.platter.sync()?;
                self.marks.position.offset = at.offset + 1;
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
        let previous = segment.checked_sub(1).map(|previous| reader::path(&self.folder, previous));
        let header = Header {
            journal: VERSION,
            segment,
            device: self.device,
            previous: previous.map_or(Ok(String::new()), |path| digest(&path).or_else(none_where_absent))?,
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
            line::write(fact, &mut bytes).map_err(Failure::Refused)?;
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

    /// Visits the JSON of every good line after a position, with the place behind it; names what is damaged.
    pub(super) fn read(
        &mut self,
        from: Position,
        visit: &mut dyn FnMut(Position, &[u8]) -> Result<Option<Harm>, Cause>,
    ) -> Result<Position, Cause> {
        let mut found = Vec::new();
        let mut each = |place: Place, step: Step<'_>| {
            let harm = match step {
                Step::Fact(json) => visit(place.next, json)?,
                Step::Head(_) => None,
                Step::Bad(_) if place.at.offset == 0 => Some(Harm::Header),
                Step::Bad(_) => Some(Harm::Line),
                Step::Gone => Some(Harm::Gone),
            };
            found.extend(harm.map(|harm| (place.at, harm)));
            Ok(())
        };
        let walked = self.walk(from, &mut each);
        for (at, harm) in found {
            self.name(at, harm)?;
        }
        walked.map(|()| self.marks.position)
    }

    fn walk(&self, from: Position, visit: &mut Visit<'_>) -> Result<(), Cause> {
        reader::walk(&self.folder, from, self.marks.position, visit)
    }

    /// Notes damage once, by segment and line.
    pub(super) fn name(&mut self, at: Position, harm: Harm) -> Result<(), Cause> {
        let damage = named(&self.folder, at, harm)?;
        if !self.damage.contains(&damage) {
            self.damage.push(damage);
        }
        Ok(())
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

    /// Whether a position is a place between two lines.
    pub(super) fn reaches(&self, position: Position) -> bool {
        position <= self.marks.position && reader::is_line_end(&self.folder, position)
    }

    /// Compares every closed segment with the digest its successor keeps.
    pub(super) fn check_chain(&mut self) -> Result<(), Cause> {
        for segment in 2..=self.marks.position.segment {
            let Ok(Some(header)) = reader::header(&self.folder, segment) else { continue };
            let path = reader::path(&self.folder, segment - 1);
            let found = digest(&path).or_else(none_where_absent).map_err(|error| Cause::of(&error, &path))?;
            if found != header.previous {
                self.name(Position { segment: segment - 1, offset: 0 }, Harm::Chain)?;
            }
        }
        Ok(())
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

fn named(folder: &Path, at: Position, harm: Harm) -> Result<Damage, Cause> {
    let line = match harm {
        Harm::Line | Harm::Meaning | Harm::Header => reader::breaks(folder, at)? + 1,
        _ => 0,
    };
    Ok(Damage { segment: at.segment, line, harm })
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
    Ok(hash.finalize().iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}")))
}

fn none_where_absent(error: io::Error) -> io::Result<String> {
    if error.kind() == io::ErrorKind::NotFound { Ok(String::new()) } else { Err(error) }
}

mod scan {
    //! What the journal's last stretch says at the start: where it ends, and how a crash left that end.

    use super::{Cause, Damage, Harm, Marks, Path, Place, Position, Step, line, named, reader};

    /// How the journal's end was found.
    pub(super) enum Tail {
        /// Bytes that were never acknowledged begin here.
        Torn(Position),
        /// The last line is whole; only its break is missing, here.
        Unended(Position),
    }

    /// A pass over the journal's end.
    #[derive(Default)]
    pub(super) struct Scan {
        pub marks: Marks,
        pub damage: Vec<Damage>,
        pub tail: Option<Tail>,
        /// Lines that do not match, with nothing good after them yet, and whether each shows a write cut short.
        pending: Vec<(Place, bool)>,
    }

    impl Scan {
        pub(super) fn read(folder: &Path, last: u32, hint: Option<Marks>) -> Result<Self, Cause> {
            let path = reader::path(folder, last);
            let length = std::fs::metadata(&path).map_err(|error| Cause::of(&error, &path))?.len();
            let end = Position { segment: last, offset: length };
            let mut scan = Self::default();
            scan.start(folder, end, hint)?;
            let from = scan.marks.position;
            let mut found = Vec::new();
            reader::walk(folder, from, end, &mut |place, step| {
                scan.learn(place, &step, &mut found);
                Ok(())
            })?;
            scan.finish(&mut found);
            for (at, harm) in found {
                scan.damage.push(named(folder, at, harm)?);
            }
            Ok(scan)
        }

        /// The last moment that is known without reading everything: the hint, or the last segment's first line.
        fn start(&mut self, folder: &Path, end: Position, hint: Option<Marks>) -> Result<(), Cause> {
            let hint = hint.filter(|hint| {
                let fits = hint.position <= end && reader::is_line_end(folder, hint.position);
                if !fits {
                    let harm = Harm::Short { known: hint.position };
                    self.damage.push(Damage { segment: hint.position.segment, line: 0, harm });
                }
                fits
            });
            self.marks = match (reader::header(folder, end.segment)?, hint) {
                (_, Some(hint)) if hint.position.segment == end.segment => hint,
                (Some(header), _) => {
                    let position = Position { segment: end.segment, offset: 0 };
                    Marks { position, facts: header.facts, stamp: header.stamp, seqs: header.seqs }
                }
                (None, hint) => hint.unwrap_or_default(),
            };
            Ok(())
        }

        fn learn(&mut self, place: Place, step: &Step<'_>, found: &mut Vec<(Position, Harm)>) {
            match step {
                Step::Bad(bytes) => {
                    let cut_short = !place.ended || bytes.contains(&0);
                    self.pending.push((place, cut_short));
                    return;
                }
                Step::Gone => found.push((place.at, Harm::Gone)),
                Step::Head(_) | Step::Fact(_) => self.keep_pending(found, self.pending.len()),
            }
            if let Step::Fact(json) = step {
                self.marks.facts += 1;
                match line::glance(json) {
                    Some((id, stamp)) => self.marks.saw(id, stamp),
                    None => found.push((place.at, Harm::Meaning)),
                }
                if !place.ended {
                    let offset = place.at.offset + line::length(json);
                    self.tail = Some(Tail::Unended(Position { offset, ..place.at }));
                }
            }
            self.marks.position = place.next;
        }

        /// Bad lines that are no torn end are damage: kept, named, passed over.
        fn keep_pending(&mut self, found: &mut Vec<(Position, Harm)>, count: usize) {
            for (place, _) in self.pending.drain(..count) {
                let header = place.at.offset == 0;
                found.push((place.at, if header { Harm::Header } else { Harm::Line }));
                self.marks.facts += u64::from(!header && place.ended);
                self.marks.position = place.next;
            }
        }

        fn finish(&mut self, found: &mut Vec<(Position, Harm)>) {
            let torn = self.pending.iter().position(|(_, cut_short)| *cut_short).unwrap_or(self.pending.len());
            self.keep_pending(found, torn);
            if let Some((place, _)) = self.pending.first() {
                self.tail = Some(Tail::Torn(place.at));
            }
        }
    }
}
