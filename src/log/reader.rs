//! Reads the journal line by line, whatever state it is in. Changes nothing, judges nothing.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

use super::{
    Cause, Position,
    line::{self, Header},
};

const BUFFER: usize = 1 << 18;

/// What stands at a place.
pub(super) enum Step<'a> {
    /// A line that matches its checksum.
    Fact(&'a [u8]),
    /// A segment's first line.
    Head(Header),
    /// A line that does not match its checksum.
    Bad(&'a [u8]),
    /// A segment is not there.
    Gone,
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its first byte.
    pub at: Position,
    /// The byte after it.
    pub next: Position,
    /// Whether its line break is there.
    pub ended: bool,
    /// Where its line break is, or belongs.
    pub end: u64,
}

/// Why a reading ended early.
#[derive(Debug)]
pub(super) enum Halt {
    /// The reader has what it wants.
    Enough,
    /// Something is in the way.
    Cause(Cause),
}

impl From<Cause> for Halt {
    fn from(cause: Cause) -> Self {
        Self::Cause(cause)
    }
}

/// Called for every line.
pub(super) type Visit<'a> = dyn FnMut(Place, Step<'_>) -> Result<(), Halt> + 'a;

/// The file of a segment.
pub(super) fn path(folder: &Path, segment: u32) -> PathBuf {
    folder.join(format!("{segment:08}.jsonl"))
}

/// The segments that are there, in order.
pub(super) fn segments(folder: &Path) -> Result<Vec<u32>, Cause> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| Cause::of(&error, folder))? {
        let name = entry.map_err(|error| Cause::of(&error, folder))?.file_name();
        let number = name.to_str().and_then(|name| name.strip_suffix(".jsonl")).filter(|digits| digits.len() == 8);
        found.extend(number.and_then(|digits| digits.parse::<u32>().ok()));
    }
    found.sort_unstable();
    Ok(found)
}

/// Visits every line from a position to another.
pub(super) fn walk(folder: &Path, from: Position, end: Position, visit: &mut Visit<'_>) -> Result<(), Halt> {
    let present = segments(folder)?;
    for segment in from.segment.max(1)..=end.segment {
        let start = if segment == from.segment { from.offset } else { 0 };
        let stop = if segment == end.segment { end.offset } else { u64::MAX };
        if present.binary_search(&segment).is_ok() {
            lines(&path(folder, segment), segment, (start, stop), visit)?;
        } else {
            let at = Position { segment, offset: 0 };
            visit(Place { at, next: at, ended: true, end: 0 }, Step::Gone)?;
        }
    }
    Ok(())
}

fn lines(path: &Path, segment: u32, span: (u64, u64), visit: &mut Visit<'_>) -> Result<(), Halt> {
    let (mut at, stop) = span;
    let trouble = |error: io::Error| Halt::Cause(Cause::of(&error, path));
    let mut file = File::open(path).map_err(trouble)?;
    file.seek(SeekFrom::Start(at)).map_err(trouble)?;
    let mut reader = BufReader::with_capacity(BUFFER, file.take(stop.saturating_sub(at)));
    let mut line = Vec::with_capacity(1024);
    loop {
        line.clear();
        let length = reader.read_until(b'\n', &mut line).map_err(trouble)? as u64;
        if length == 0 {
            return Ok(());
        }
        let (step, ended, end) = judge(&line, at);
        let next = Position { segment, offset: at + length };
        let place = Place { at: Position { segment, offset: at }, next, ended, end: at + end };
        visit(place, step)?;
        at += length;
    }
}

/// What a line is, whether its break is there, and how far into it the break belongs. A line whose break alone is
/// missing or wrong is still whole.
fn judge(line: &[u8], at: u64) -> (Step<'_>, bool, u64) {
    let Some((last, rest)) = line.split_last() else { return (Step::Bad(line), false, 0) };
    let before = rest.len() as u64;
    match (*last, line::check(line)) {
        (b'\n', _) => (name(rest, line, at), true, before),
        (_, Some(_)) => (name(line, line, at), false, before + 1),
        (_, None) => (name(rest, line, at), false, before),
    }
}

fn name<'a>(body: &'a [u8], whole: &'a [u8], at: u64) -> Step<'a> {
    let Some(json) = line::check(body) else { return Step::Bad(whole) };
    match line::header(json) {
        Some(header) if at == 0 => Step::Head(header),
        _ => Step::Fact(json),
    }
}

/// The first line of a segment, if it is a good header.
pub(super) fn header(folder: &Path, segment: u32) -> Result<Option<Header>, Cause> {
    let path = path(folder, segment);
    let mut line = Vec::new();
    let read = File::open(&path)
        .and_then(|file| BufReader::new(file).take(line::MAX_LINE as u64).read_until(b'\n', &mut line));
    read.map_err(|error| Cause::of(&error, &path))?;
    Ok(match judge(&line, 0) {
        (Step::Head(header), true, _) if header.segment == segment => Some(header),
        _ => None,
    })
}

/// How many line breaks stand before an offset.
pub(super) fn breaks(folder: &Path, before: Position) -> Result<u64, Cause> {
    let path = path(folder, before.segment);
    let trouble = |error: io::Error| Cause::of(&error, &path);
    let file = File::open(&path).map_err(trouble)?;
    let mut reader = BufReader::with_capacity(BUFFER, file.take(before.offset));
    let mut count = 0;
    loop {
        let buffer = reader.fill_buf().map_err(trouble)?;
        let length = buffer.len();
        if length == 0 {
            return Ok(count);
        }
        count += buffer.iter().map(|byte| u64::from(*byte == b'\n')).sum::<u64>();
        reader.consume(length);
    }
}

/// What stands just before a position, in one number: the whole of the last line, for only its beginning says whose it
/// is. Another journal hardly has the same there.
pub(super) fn witness(folder: &Path, position: Position) -> Result<u32, Cause> {
    let mut length = position.offset.min(256);
    loop {
        let bytes = bytes_before(folder, position, length)?;
        let whole = bytes.split_last().is_none_or(|(_, before)| before.contains(&b'\n'));
        if whole || length == position.offset {
            return Ok(crc32fast::hash(&bytes));
        }
        length = (length * 2).min(position.offset);
    }
}

fn bytes_before(folder: &Path, position: Position, length: u64) -> Result<Vec<u8>, Cause> {
    let mut bytes = vec![0; length as usize];
    if length > 0 {
        let path = path(folder, position.segment);
        File::open(&path)
            .and_then(|file| file.read_exact_at(&mut bytes, position.offset - length))
            .map_err(|error| Cause::of(&error, &path))?;
    }
    Ok(bytes)
}

/// Whether a position is the end of a line that is there.
pub(super) fn is_line_end(folder: &Path, position: Position) -> bool {
    let Some(before) = position.offset.checked_sub(1) else { return true };
    let mut byte = [0];
    let read = File::open(path(folder, position.segment)).and_then(|file| file.read_exact_at(&mut byte, before));
    read.is_ok() && byte == *b"\n"
}
