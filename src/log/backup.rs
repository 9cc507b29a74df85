//! Backups: every fact of a store in one compressed file that any `zcat` can read, checked by reading it back.
//! The journal is copied, never sled. Needs no lock: what is whole is copied while somebody goes on recording.
//!
//! ```text
//! "crc32hex SP json LF"…   opening {backup, program, made} · one line per fact, as in the journal · closing {facts, sha256}
//! ```

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};

use flate2::{Compression, read::MultiGzDecoder, write::GzEncoder};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Cause, Forgotten, Position,
    format::{self, Places},
    journal::{Found, Journal},
    line,
    platter::{self, absent_is_fine},
    reader,
};
use crate::sales::{fact::Fact, moment::Day};

const VERSION: u32 = 1;
/// How many of the daily ones are kept.
const KEPT: usize = 7;
const END: &str = ".jsonl.gz";
const HALF: &str = ".new";
/// What was not finished after so many milliseconds never will be.
const STALE: i64 = 3_600_000;

/// Hears how far a long work has come: bytes done, bytes in all.
pub type Progress<'a> = dyn FnMut(u64, u64) + 'a;

/// What a backup holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// When it was made, milliseconds since 1970 UTC.
    pub made: i64,
    /// Facts in it.
    pub facts: u64,
    /// Lines of the journal that could not be read and are not in it.
    pub lost: u64,
}

#[derive(Serialize, Deserialize)]
struct Opening {
    backup: u32,
    program: String,
    made: i64,
    /// Whom the store must not take in again, wherever it comes back.
    #[serde(default, skip_serializing_if = "Forgotten::is_empty")]
    forgotten: Forgotten,
}

#[derive(Serialize, Deserialize)]
struct Closing {
    facts: u64,
    lost: u64,
    sha256: String,
}

/// The backups a store keeps by itself, one a day; the folder is theirs alone.
#[derive(Clone, Debug)]
pub struct Backups {
    store: PathBuf,
    folder: PathBuf,
}

impl Backups {
    /// Of the store in a folder.
    pub fn of(store: &Path) -> Self {
        Self { store: store.to_owned(), folder: store.join("backups") }
    }

    /// Those that are there, oldest first.
    pub fn all(&self) -> Result<Vec<PathBuf>, Cause> {
        let trouble = |error: io::Error| Cause::of(&error, &self.folder);
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(trouble)? {
            let path = entry.map_err(trouble)?.path();
            let is_one = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.ends_with(END));
            found.extend(is_one.then_some(path));
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Whether there is something to copy that no backup has, and none was made this day.
    pub fn is_due(&self, day: Day) -> bool {
        let all = self.all().unwrap_or_default();
        let Ok((places, _)) = format::find(&self.store) else { return false };
        let written = reader::segments(&places.journal()).ok().and_then(|segments| segments.last().copied());
        let written = written.and_then(|last| changed(&reader::path(&places.journal(), last)));
        let copied = all.last().and_then(|path| changed(path));
        !all.contains(&self.path(day)) && written.is_some() && written > copied
    }

    /// Makes the one of a day. With it whole, all but the latest few are taken away.
    pub fn make(&self, day: Day, made: i64, progress: &mut Progress<'_>) -> Result<(PathBuf, Summary), Cause> {
        let path = self.path(day);
        platter::folder(&self.folder).map_err(|error| Cause::of(&error, &self.folder))?;
        self.clear(made).map_err(|error| Cause::of(&error, &self.folder))?;
        let summary = write(&self.store, &path, made, progress)?;
        if summary.lost == 0 {
            let all = self.all()?;
            for old in all.iter().take(all.len().saturating_sub(KEPT)) {
                fs::remove_file(old).or_else(absent_is_fine).map_err(|error| Cause::of(&error, old))?;
            }
        }
        Ok((path, summary))
    }

    /// Takes away what was being written when somebody was killed.
    fn clear(&self, now: i64) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            let old = changed(&path).is_some_and(|at| millis(at) < now - STALE);
            if old && path.as_os_str().as_encoded_bytes().ends_with(HALF.as_bytes()) {
                fs::remove_file(path).or_else(absent_is_fine)?;
            }
        }
        Ok(())
    }

    fn path(&self, day: Day) -> PathBuf {
        self.folder.join(name(day))
    }
}

/// The name of a backup of a day.
pub fn name(day: Day) -> String {
    format!("vigie-{day}{END}")
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|meta| meta.modified()).ok()
}

/// The name of a file while it is written; no other process writes there.
fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{}{HALF}", std::process::id()));
    name.into()
}

fn millis(at: SystemTime) -> i64 {
    at.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64)
}

/// Copies a store into a file, in place of the backup that is there; nothing else is ever replaced. The file has its
/// name only once it was read back.
pub fn write(store: &Path, to: &Path, made: i64, progress: &mut Progress<'_>) -> Result<Summary, Cause> {
    let trouble = |error: io::Error| Cause::of(&error, to);
    format::check(store)?;
    let (places, device) = format::find(store)?;
    if to.exists() && opening(&mut lines(to)?, to).is_err() {
        return Err(Cause::NotABackup(to.to_owned()));
    }
    let beside = unfinished(to);
    let copied = copy(&places, device, &beside, made, progress).and_then(|wanted| {
        let found = read(&beside, &mut |_| Ok(()), &mut |_, _| ())?;
        if found == wanted { Ok(found) } else { Err(Cause::SpoiltBackup { path: to.to_owned(), line: 0 }) }
    });
    let placed = copied.and_then(|summary| fs::rename(&beside, to).map(|()| summary).map_err(trouble));
    if placed.is_err() {
        fs::remove_file(&beside).or_else(absent_is_fine).map_err(trouble)?;
    }
    let summary = placed?;
    platter::sync_folder(to.parent().filter(|path| *path != Path::new("")).unwrap_or(Path::new(".")))
        .map_err(trouble)?;
    if format::find(store)?.0 == places {
        return Ok(summary);
    }
    // Somebody was forgotten meanwhile, and no copy may outlive that.
    fs::remove_file(to).map_err(trouble)?;
    write(store, to, made, progress)
}

fn copy(places: &Places, device: u64, to: &Path, made: i64, progress: &mut Progress<'_>) -> Result<Summary, Cause> {
    let trouble = |error: io::Error| Cause::of(&error, to);
    let mut journal = Journal::look(&places.journal(), device, None)?;
    let total = size(&places.journal())?;
    let mut out = Pen::new(to).map_err(trouble)?;
    let program = env!("CARGO_PKG_VERSION").to_owned();
    let forgotten = Forgotten::read(places.root())?;
    out.line(&Opening { backup: VERSION, program, made, forgotten })?;
    let (mut summary, mut done) = (Summary { made, ..Summary::default() }, 0);
    journal.read(Position::default(), &mut |_, found| {
        match found {
            Found::Line(json) => {
                out.raw(json).map_err(trouble)?;
                summary.facts += 1;
                done += json.len() as u64 + 10;
                if summary.facts.is_multiple_of(10_000) {
                    progress(done, total);
                }
            }
            Found::Lost => summary.lost += 1,
        }
        Ok(None)
    })?;
    out.finish(summary)?;
    Ok(summary)
}

fn size(folder: &Path) -> Result<u64, Cause> {
    let segments = reader::segments(folder)?;
    let lengths =
        segments.into_iter().map(|segment| fs::metadata(reader::path(folder, segment)).map(|meta| meta.len()));
    lengths.sum::<io::Result<u64>>().map_err(|error| Cause::of(&error, folder))
}

/// Writes lines, compressed and digested.
struct Pen {
    path: PathBuf,
    out: GzEncoder<BufWriter<File>>,
    hash: Sha256,
    line: Vec<u8>,
}

impl Pen {
    fn new(path: &Path) -> io::Result<Self> {
        fs::remove_file(path).or_else(absent_is_fine)?;
        let out = GzEncoder::new(BufWriter::new(platter::private(path)?), Compression::fast());
        Ok(Self { path: path.to_owned(), out, hash: Sha256::new(), line: Vec::new() })
    }

    fn raw(&mut self, json: &[u8]) -> io::Result<()> {
        self.line.clear();
        line::put(json, &mut self.line);
        self.hash.update(&self.line);
        self.out.write_all(&self.line)
    }

    fn line(&mut self, what: &impl Serialize) -> Result<(), Cause> {
        let path = self.path.clone();
        let json = serde_json::to_vec(what).map_err(io::Error::from);
        json.and_then(|json| self.raw(&json)).map_err(|error| Cause::of(&error, path))
    }

    fn finish(mut self, summary: Summary) -> Result<(), Cause> {
        let sha256 = line::hex_of(&self.hash.clone().finalize());
        self.line(&Closing { facts: summary.facts, lost: summary.lost, sha256 })?;
        let file = self.out.finish().and_then(|out| out.into_inner().map_err(io::Error::from));
        file.and_then(|file| file.sync_all()).map_err(|error| Cause::of(&error, self.path))
    }
}

/// Reads a backup to its end, fact by fact, and checks it: every line, the count, the digest. What was taken before an
/// error is worth nothing.
pub fn read(
    path: &Path,
    take: &mut dyn FnMut(Fact) -> Result<(), Cause>,
    progress: &mut Progress<'_>,
) -> Result<Summary, Cause> {
    if path.is_dir() {
        return read_folder(path, take);
    }
    let mut lines = lines(path)?;
    let made = opening(&mut lines, path)?.made;
    let total = fs::metadata(path).map_or(0, |meta| meta.len());
    let mut facts = 0;
    loop {
        let line = facts + 2;
        let spoilt = || Cause::SpoiltBackup { path: path.to_owned(), line };
        let digest = lines.hash.clone();
        let json = lines.next().map_err(|_| spoilt())?.ok_or_else(spoilt)?;
        if json.starts_with(br#"{"id":"#) {
            take(line::fact(json).ok_or_else(spoilt)?)?;
            facts += 1;
            if facts.is_multiple_of(10_000) {
                progress(lines.done(), total);
            }
            continue;
        }
        let end: Closing = serde_json::from_slice(json).map_err(|_| spoilt())?;
        let (same, last) = (end.sha256 == line::hex_of(&digest.finalize()), lines.next().map_err(|_| spoilt())?);
        let whole = same && end.facts == facts && last.is_none();
        return if whole { Ok(Summary { made, facts, lost: end.lost }) } else { Err(spoilt()) };
    }
}

/// Whom a backup must not take in again: they objected before it was made.
pub fn forgotten(path: &Path) -> Result<Forgotten, Cause> {
    if path.is_dir() { Forgotten::read(path) } else { Ok(opening(&mut lines(path)?, path)?.forgotten) }
}

/// A folder serves as well: a generation that was moved aside, or a store.
fn read_folder(path: &Path, take: &mut dyn FnMut(Fact) -> Result<(), Cause>) -> Result<Summary, Cause> {
    let journal = if path.join("journal").is_dir() { path.join("journal") } else { format::find(path)?.0.journal() };
    let mut summary = Summary::default();
    let segments = reader::segments(&journal).map_err(|_| Cause::NotABackup(path.to_owned()))?;
    let written = segments.last().and_then(|last| changed(&reader::path(&journal, *last)));
    summary.made = written.map_or(0, millis);
    Journal::look(&journal, 0, None)?.read(Position::default(), &mut |_, found| {
        match found {
            Found::Line(json) => match line::fact(json) {
                Some(fact) => {
                    take(fact)?;
                    summary.facts += 1;
                }
                None => summary.lost += 1,
            },
            Found::Lost => summary.lost += 1,
        }
        Ok(None)
    })?;
    Ok(summary)
}

/// The lines of a backup, each checked.
struct Lines {
    source: BufReader<MultiGzDecoder<File>>,
    hash: Sha256,
    line: Vec<u8>,
}

impl Lines {
    /// The JSON of the next line; nothing at the end.
    fn next(&mut self) -> io::Result<Option<&[u8]>> {
        self.line.clear();
        let most = line::MAX_LINE as u64 * 2;
        if (&mut self.source).take(most).read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        self.hash.update(&self.line);
        let json = self.line.strip_suffix(b"\n").and_then(line::check);
        json.map(Some).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn done(&self) -> u64 {
        let file = self.source.get_ref().get_ref();
        io::Seek::stream_position(&mut &*file).unwrap_or(0)
    }
}

fn lines(path: &Path) -> Result<Lines, Cause> {
    // A pipe would be waited for, with the store held meanwhile.
    let kind = std::fs::metadata(path).map_err(|error| Cause::of(&error, path))?;
    if !kind.is_file() {
        return Err(Cause::NotABackup(path.to_owned()));
    }
    let file = File::open(path).map_err(|error| Cause::of(&error, path))?;
    let source = BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file));
    Ok(Lines { source, hash: Sha256::new(), line: Vec::new() })
}

fn opening(lines: &mut Lines, path: &Path) -> Result<Opening, Cause> {
    let no_backup = || Cause::NotABackup(path.to_owned());
    let json = lines.next().map_err(|_| no_backup())?.ok_or_else(no_backup)?;
    let opening: Opening = serde_json::from_slice(json).map_err(|_| no_backup())?;
    if opening.backup > VERSION { Err(Cause::NewerFormat { found: opening.backup }) } else { Ok(opening) }
}
