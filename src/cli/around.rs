//! What goes on around an import at the command line: how far it is and for how long still, a clean stop on Ctrl-C, and
//! the refused rows in a file of their own. Nothing is read into facts here.

use std::{
    fs::{File, OpenOptions},
    io::{self, BufWriter, Read},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use signal_hook::{consts::SIGINT, flag};

use crate::exchange::{
    csv_out::{Style, Table},
    headers,
    import::Import,
    mapping::{Column, Meaning},
    proposal::{Proposal, Refusal, Verdict},
    rows, telling,
};

use super::{door::Door, print, stop::Stop};

/// How often a long import says how far it is.
const EVERY: Duration = Duration::from_secs(2);

/// What goes on around an import.
pub(super) struct Around {
    pace: Pace,
    stop: Arc<AtomicBool>,
    rejects: Option<Rejects>,
}

impl Around {
    /// For a file of so many bytes, where that is known; `rejects` is where refused rows go.
    pub(super) fn new(door: &Door, total: Option<u64>, rejects: Option<&Path>) -> Result<Self, Stop> {
        let rejects = rejects.map(|path| Rejects::new(door, path)).transpose()?;
        Ok(Self { pace: Pace::new(total), stop: Arc::default(), rejects })
    }

    /// From here on Ctrl-C ends the import at the next row; pressed again it ends the program.
    pub(super) fn listen(&self) -> io::Result<()> {
        flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&self.stop))?;
        flag::register(SIGINT, Arc::clone(&self.stop)).map(drop)
    }

    /// A source whose bytes are counted.
    pub(super) fn counted<R: Read>(&self, from: R) -> Counted<R> {
        Counted { from, read: Arc::clone(&self.pace.read) }
    }

    /// Whether the import was asked to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// A row was read.
    pub(super) fn row(&mut self, door: &Door, import: &Import<'_>, proposal: &Proposal) -> Result<(), Stop> {
        self.pace.row(door);
        match (&mut self.rejects, &proposal.verdict) {
            (Some(_), Verdict::Refused(Refusal::Broken { .. })) => Ok(()),
            (Some(rejects), Verdict::Refused(why)) => rejects.row(door, import, proposal.line, why),
            _ => Ok(()),
        }
    }

    /// Where the refused rows are, if there were any.
    pub(super) fn finish(self, door: &Door) -> Result<Option<PathBuf>, Stop> {
        self.rejects.map_or(Ok(None), |rejects| rejects.finish(door))
    }
}

/// How far an import is.
struct Pace {
    read: Arc<AtomicU64>,
    total: Option<u64>,
    rows: u64,
    began: Instant,
    told: Instant,
}

impl Pace {
    fn new(total: Option<u64>) -> Self {
        let now = Instant::now();
        Self { read: Arc::default(), total: total.filter(|total| *total > 0), rows: 0, began: now, told: now }
    }

    fn row(&mut self, door: &Door) {
        self.rows += 1;
        if !self.rows.is_multiple_of(500) || self.told.elapsed() < EVERY || !door.setup.place.tty {
            return;
        }
        self.told = Instant::now();
        let rows = ("rows", (self.rows as i64).into());
        let line = match self.left() {
            Some((percent, seconds)) => {
                let long = seconds >= 120;
                let key = if long { "cli-import-left-minutes" } else { "cli-import-left" };
                let left = if long { (seconds + 30) / 60 } else { seconds };
                door.tell(key, &vec![rows, ("percent", percent.into()), ("left", left.into())])
            }
            None => door.tell("cli-import-progress", &vec![rows]),
        };
        print::remark(&line, door.page.look);
    }

    /// Percent read and seconds left; nothing of a pipe, or where all was read before the first row.
    fn left(&self) -> Option<(i64, i64)> {
        let total = self.total?;
        let read = self.read.load(Ordering::Relaxed);
        let left = total.checked_sub(read).filter(|left| *left > 0 && read > 0)?;
        let seconds = self.began.elapsed().as_secs_f64() * left as f64 / read as f64;
        Some(((read * 100 / total) as i64, seconds.ceil() as i64))
    }
}

/// A source whose bytes are counted.
pub(super) struct Counted<R> {
    from: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let got = self.from.read(to)?;
        self.read.fetch_add(got as u64, Ordering::Relaxed);
        Ok(got)
    }
}

/// Refused rows as a table that can be mended and imported again.
struct Rejects {
    path: PathBuf,
    table: Option<Table<BufWriter<File>>>,
}

impl Rejects {
    fn new(door: &Door, path: &Path) -> Result<Self, Stop> {
        let rejects = Self { path: path.to_owned(), table: None };
        if path.exists() {
            let file = path.display().to_string();
            return Err(Stop::input(door.tell("cli-import-rejects_there", &vec![("file", file.into())])));
        }
        Ok(rejects)
    }

    fn failed(&self, door: &Door, error: &io::Error) -> Stop {
        let file = self.path.display().to_string();
        let args = vec![("file", file.into()), ("why", error.to_string().into())];
        Stop::input(door.tell("cli-import-rejects_failed", &args))
    }

    fn row(&mut self, door: &Door, import: &Import<'_>, line: u64, why: &Refusal) -> Result<(), Stop> {
        let columns = &import.layout().columns;
        let record = import.record();
        let mut cells: Vec<String> = record.cells.iter().map(|cell| rows::text(cell).into_owned()).collect();
        cells.resize(cells.len().max(columns.len()), String::new());
        let why = super::telling::told(&door.voice, &telling::refusal(why));
        cells.insert(0, door.tell("import-refused", &vec![("line", line.to_string().into()), ("why", why.into())]));
        let table = match self.table.take() {
            Some(table) => Ok(table),
            None => self.begun(door, columns),
        };
        let put = table.and_then(|mut table| table.row(&cells).map(|()| table));
        self.table = Some(put.map_err(|error| self.failed(door, &error))?);
        Ok(())
    }

    fn begun(&self, door: &Door, columns: &[Column]) -> io::Result<Table<BufWriter<File>>> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&self.path)?;
        let refused = door.voice.say("import-word-refused").to_owned();
        let names: Vec<String> = std::iter::once(refused).chain(columns.iter().map(understood)).collect();
        Table::new(BufWriter::new(file), Style::FRENCH, &names)
    }

    fn finish(self, door: &Door) -> Result<Option<PathBuf>, Stop> {
        let Self { path, table } = self;
        let Some(table) = table else { return Ok(None) };
        let written = table.finish().and_then(|buffer| buffer.into_inner().map_err(io::IntoInnerError::into_error));
        let synced = written.and_then(|file| file.sync_all());
        let there = Self { path, table: None };
        synced.map_err(|error| there.failed(door, &error))?;
        Ok(Some(there.path))
    }
}

/// A header that is understood without being told again: its own words where they do, else the field's key.
fn understood(column: &Column) -> String {
    let key = column.meaning.key();
    let own = headers::meaning(&column.header).is_some_and(|(meaning, _)| meaning.key() == key);
    if own || matches!(column.meaning, Meaning::Note | Meaning::Nothing) {
        column.header.to_string()
    } else {
        key.to_owned()
    }
}
