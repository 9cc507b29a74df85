//! The copy that answers by entity: sled 0.34.7, the only file that names it. It follows the journal and is never
//! the truth. Every call is contained: a panic, an error or a hang comes out as a [`Fault`], never as more.

use std::{
    cell::Cell,
    collections::BTreeMap,
    fs::{self, File, Permissions},
    io,
    ops::Bound,
    os::unix::fs::PermissionsExt,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use super::{
    Cause, codec,
    entry::{ACT, Span, TALLY, Tally, act_key, entity_key, entries_of, read_span, span_bytes},
    platter::{self, absent_is_fine},
};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact},
};

const CACHE: u64 = 16 << 20;
const WATCHDOG: Duration = Duration::from_secs(10);
/// What sled says where somebody has its files, and how long that is waited for.
const HELD: &str = "could not acquire lock";
const MOMENT: Duration = Duration::from_secs(1);

/// What went wrong with sled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The disk or the system, not sled: later it may work.
    Outside(Cause),
    /// It cannot be trusted any more.
    Damaged,
    /// It did not come back in time.
    Hung,
}

/// sled, open.
pub(super) struct Sled {
    db: Option<sled::Db>,
    file: File,
    folder: PathBuf,
    tally: Tally,
}

/// sled, being opened by a thread of its own.
pub(super) struct Opening(Receiver<Result<Sled, Fault>>);

/// A walk through every entry.
pub(super) struct Walk {
    after: Vec<u8>,
    wanted: Tally,
    found: Tally,
    sound: bool,
}

impl Walk {
    /// At its beginning.
    pub(super) fn of(tally: Tally) -> Self {
        Self { after: Vec::new(), wanted: tally, found: Tally { entries: 0, digest: 0, ..tally }, sound: true }
    }

    /// Whether what it walks through is still the same.
    pub(super) fn is_of(&self, tally: Tally) -> bool {
        self.wanted == tally
    }

    /// How many lines of the journal it stands for.
    pub(super) fn facts(&self) -> u64 {
        self.wanted.facts
    }

    /// At its end: whether it met what it should have met.
    pub(super) fn is_sound(&self) -> bool {
        self.sound && self.found == self.wanted
    }

    fn meet(&mut self, key: sled::IVec, value: sled::IVec, visit: &mut dyn FnMut(Fact)) {
        self.found.replace(&key, None, &value);
        if key.first() != Some(&ACT) {
            read((key, value)).map_or_else(|_| self.sound = false, visit);
        }
    }
}

thread_local! {
    static CONTAINED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic of the current thread is contained here: a hook has nothing to show or to restore.
pub fn is_contained() -> bool {
    CONTAINED.get() || thread::current().name().is_some_and(|name| name.starts_with("sled-"))
}

fn contain<T>(work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    let before = CONTAINED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    CONTAINED.set(before);
    result.unwrap_or(Err(Fault::Damaged))
}

fn fault(error: &sled::Error, folder: &Path) -> Fault {
    match error {
        sled::Error::Io(error) => outside(error, folder),
        _ => Fault::Damaged,
    }
}

/// sled wraps the system's errors and its own: only what clearly is the system's is taken as such.
fn outside(error: &io::Error, folder: &Path) -> Fault {
    match Cause::of(error, folder) {
        Cause::Io { text, .. } if !text.contains(HELD) => Fault::Damaged,
        cause => Fault::Outside(cause),
    }
}

/// Opens its files. A thread of a sled just closed, or a program just started, may hold them for a moment longer.
fn opened(folder: &Path) -> Result<sled::Db, Fault> {
    let end = Instant::now() + MOMENT;
    loop {
        match contain(|| configured(folder).open().map_err(|error| fault(&error, folder))) {
            Err(Fault::Outside(Cause::Io { .. })) if Instant::now() < end => {
                thread::park_timeout(Duration::from_millis(2));
            }
            done => return done,
        }
    }
}

impl Opening {
    /// Begins to open; returns at once.
    pub(super) fn begin(folder: &Path) -> Self {
        let (sender, receiver) = channel();
        let path = folder.to_owned();
        let work = move || {
            // A receiver that is gone takes nothing: what was opened is then dropped here, contained.
            sender.send(Sled::open(&path)).ok();
        };
        if thread::Builder::new().name("sled-open".to_owned()).spawn(work).is_err() {
            return Self(channel().1);
        }
        Self(receiver)
    }

    /// Waits until it is open, not for ever.
    pub(super) fn join(&self) -> Result<Sled, Fault> {
        match self.0.recv_timeout(WATCHDOG) {
            Ok(result) => result,
            Err(RecvTimeoutError::Timeout) => Err(Fault::Hung),
            Err(RecvTimeoutError::Disconnected) => Err(Fault::Damaged),
        }
    }
}

impl Sled {
    fn open(folder: &Path) -> Result<Self, Fault> {
        let existed = folder.join("db").exists();
        let trouble = |error: io::Error| outside(&error, folder);
        platter::folder(folder).map_err(trouble)?;
        forget_half_made(folder).map_err(trouble)?;
        let db = opened(folder)?;
        let file = File::open(folder.join("db")).map_err(trouble);
        let mut new = match file {
            Ok(file) => Self { db: Some(db), file, folder: folder.to_owned(), tally: Tally::default() },
            Err(fault) => {
                return contain(move || {
                    drop(db);
                    Err(fault)
                });
            }
        };
        keep_private(folder).map_err(trouble)?;
        new.tally = match (new.read_tally()?, existed) {
            (Some(tally), _) => tally,
            (None, true) => return Err(Fault::Damaged),
            (None, false) => new.start()?,
        };
        Ok(new)
    }

    fn start(&mut self) -> Result<Tally, Fault> {
        let tally = Tally::default();
        self.with(|db| db.insert(TALLY, tally.bytes()))?;
        self.checkpoint()?;
        let folders = [Some(self.folder.as_path()), self.folder.parent()];
        for folder in folders.into_iter().flatten() {
            platter::sync_folder(folder).map_err(|error| outside(&error, &self.folder))?;
        }
        Ok(tally)
    }

    fn with<T>(&self, work: impl FnOnce(&sled::Db) -> sled::Result<T>) -> Result<T, Fault> {
        let db = self.db.as_ref().ok_or(Fault::Damaged)?;
        contain(|| work(db).map_err(|error| fault(&error, &self.folder)))
    }

    fn read_tally(&self) -> Result<Option<Tally>, Fault> {
        match self.with(|db| db.get(TALLY))? {
            Some(bytes) => Tally::read(&bytes).map(Some).ok_or(Fault::Damaged),
            None => Ok(None),
        }
    }

    pub(super) fn tally(&self) -> Tally {
        self.tally
    }

    /// Takes facts in, and the place they end at, in one transaction.
    pub(super) fn follow(&mut self, facts: &[(Span, Fact)], end: Tally) -> Result<(), Fault> {
        let mut entries = Vec::with_capacity(facts.len() * 3);
        for (_, fact) in facts {
            entries_of(fact, &mut entries).map_err(|_| Fault::Damaged)?;
        }
        let acts = self.acts_of(facts)?;
        entries.extend(acts.into_iter().map(|(act, span)| (act_key(act), span_bytes(span))));
        let start = Tally { entries: self.tally.entries, digest: self.tally.digest, ..end };
        let db = self.db.as_ref().ok_or(Fault::Damaged)?;
        self.tally = contain(|| {
            let done: sled::transaction::TransactionResult<Tally> = db.transaction(|tree| {
                let mut tally = start;
                for (key, value) in &entries {
                    let before = tree.insert(key.as_slice(), value.as_slice())?;
                    tally.replace(key, before.as_deref(), value);
                }
                tree.insert(TALLY, tally.bytes())?;
                Ok(tally)
            });
            done.map_err(|error| match error {
                sled::transaction::TransactionError::Storage(error) => fault(&error, &self.folder),
                sled::transaction::TransactionError::Abort(()) => Fault::Damaged,
            })
        })?;
        Ok(())
    }

    /// Where the acts of these facts stand, what was known of them before included.
    fn acts_of(&self, facts: &[(Span, Fact)]) -> Result<BTreeMap<ActId, Span>, Fault> {
        let mut acts: BTreeMap<ActId, Span> = BTreeMap::new();
        for (span, fact) in facts {
            let known = match acts.get(&fact.act) {
                Some(known) => Some(*known),
                None => self.act(fact.act)?,
            };
            let start = known.map_or(span.0, |known| known.0.min(span.0));
            acts.insert(fact.act, (start, known.map_or(span.1, |known| known.1.max(span.1))));
        }
        Ok(acts)
    }

    /// Makes what was followed last. sled's own flush does not sync on Linux: ours does.
    pub(super) fn checkpoint(&mut self) -> Result<(), Fault> {
        self.with(|db| db.flush().map(|_| ()))?;
        let trouble = |error: io::Error| outside(&error, &self.folder);
        for large in fs::read_dir(self.folder.join("blobs")).map_err(trouble)? {
            File::open(large.map_err(trouble)?.path()).and_then(|file| file.sync_data()).map_err(trouble)?;
        }
        self.file.sync_data().map_err(trouble)
    }

    /// Every fact under an entity, in the order of stamps.
    pub(super) fn facts_of(&self, about: Entity) -> Result<Vec<Fact>, Fault> {
        let prefix = entity_key(about);
        self.with(|db| db.scan_prefix(prefix).map(|entry| entry.map(read)).collect::<Result<Vec<_>, _>>())?
            .into_iter()
            .collect()
    }

    /// Where the lines of an act stand in the journal, as far as it was followed; nothing where it is not kept.
    pub(super) fn act(&self, act: ActId) -> Result<Option<Span>, Fault> {
        match self.with(|db| db.get(act_key(act)))? {
            Some(bytes) => read_span(&bytes).map(Some).ok_or(Fault::Damaged),
            None => Ok(None),
        }
    }

    /// Visits every fact that can be read, entry by entry; says whether entries and digest are what they should be.
    pub(super) fn scan(&self, visit: &mut dyn FnMut(Fact)) -> bool {
        let mut walk = Walk::of(self.tally);
        while self.walk(&mut walk, usize::MAX, visit) {}
        walk.is_sound()
    }

    /// Goes on a walk by so many entries; says whether there are more.
    pub(super) fn walk(&self, walk: &mut Walk, most: usize, visit: &mut dyn FnMut(Fact)) -> bool {
        let mut left = most;
        let walked = self.with(|db| {
            for entry in db.range((Bound::Excluded(walk.after.clone()), Bound::Unbounded)) {
                let (key, value) = entry?;
                walk.after = key.to_vec();
                if key.as_ref() != TALLY {
                    walk.meet(key, value, visit);
                }
                left -= 1;
                if left == 0 {
                    break;
                }
            }
            Ok(())
        });
        walk.sound &= walked.is_ok();
        walked.is_ok() && left == 0
    }

    /// Lets go of it; a fault on the way says it was not whole.
    pub(super) fn close(mut self) -> Result<(), Fault> {
        let synced = self.checkpoint();
        let dropped = self.let_go();
        synced.and(dropped)
    }

    fn let_go(&mut self) -> Result<(), Fault> {
        let db = self.db.take();
        contain(move || {
            drop(db);
            Ok(())
        })
    }
}

impl Drop for Sled {
    fn drop(&mut self) {
        // Nothing hangs on it: the journal has everything.
        self.let_go().ok();
    }
}

fn configured(folder: &Path) -> sled::Config {
    sled::Config::new()
        .path(folder)
        .mode(sled::Mode::LowSpace)
        .cache_capacity(CACHE)
        .flush_every_ms(None)
        .use_compression(false)
        .temporary(false)
        .print_profile_on_drop(false)
}

/// A snapshot that sled was writing when it was killed makes every later open fail; it is worth nothing.
fn forget_half_made(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b"snap.") && name.as_encoded_bytes().ends_with(b".generating") {
            fs::remove_file(entry.path()).or_else(absent_is_fine)?;
        }
    }
    Ok(())
}

/// sled makes its files for everybody to read.
fn keep_private(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let mode = if entry.file_type()?.is_dir() { 0o700 } else { 0o600 };
        fs::set_permissions(entry.path(), Permissions::from_mode(mode))?;
    }
    Ok(())
}

fn read((key, frame): (sled::IVec, sled::IVec)) -> Result<Fact, Fault> {
    codec::decode(&key, &frame).map_err(|_| Fault::Damaged)
}
