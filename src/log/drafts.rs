//! What was typed and not yet recorded: one small file per sitting and place, so that a hang-up or a crash loses at most the
//! last second, and two cockpits of one person never overwrite each other's. Knows nothing of facts.
//!
//! A file is named after the sitting that keeps it, which holds a lock of its own while it lasts. What a sitting that has
//! ended left behind is taken over by the first that asks, under a place of its own: `form contact ~…`.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Cause, line,
    platter::{self, absent_is_fine},
};

/// A text somebody was typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Where it was being typed: a key of the caller.
    pub place: String,
    /// Who was typing.
    pub author: String,
    /// When, milliseconds since 1970 UTC.
    pub kept_at: i64,
    /// What stood there.
    pub text: String,
}

/// The drafts found, and the files that are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Readable ones, latest first.
    pub drafts: Vec<Draft>,
    /// Names of damaged files: skipped, left where they are.
    pub damaged: Vec<String>,
}

/// The folder of drafts.
#[derive(Clone, Debug)]
pub struct Drafts {
    folder: PathBuf,
    sitting: Arc<OnceLock<Sitting>>,
}

/// One cockpit, from its first draft on.
#[derive(Debug)]
struct Sitting {
    name: String,
    path: PathBuf,
    /// Locked while the sitting lasts.
    _lock: File,
}

/// What a draft that was taken over has behind its place.
const TAKEN: &str = " ~";
const END: &str = "json";
/// The end of the lock of a sitting.
const HERE: &str = "here";

impl Drafts {
    /// The drafts in a folder, made where it is not there.
    pub fn at(folder: &Path) -> Result<Self, Cause> {
        platter::folder(folder).map_err(|error| Cause::of(&error, folder))?;
        Ok(Self { folder: folder.to_owned(), sitting: Arc::default() })
    }

    /// Keeps a draft in place of the one before it at the same place by the same author in this sitting.
    pub fn keep(&self, draft: &Draft) -> Result<(), Cause> {
        let path = self.file(&draft.place, &draft.author)?;
        let mut bytes = Vec::new();
        line::write(draft, &mut bytes)?;
        platter::replace(&path, &bytes).map_err(|error| Cause::of(&error, path))
    }

    /// Forgets the draft of a place: it was recorded, or thrown away.
    pub fn forget(&self, place: &str, author: &str) -> Result<(), Cause> {
        // What this sitting never kept is not there.
        if self.sitting.get().is_none() { Ok(()) } else { self.remove(&self.file(place, author)?) }
    }

    /// Takes over what somebody typed in sittings that have ended, latest first. Nobody else is given it again.
    pub fn take_over(&self, author: &str) -> Result<Vec<Draft>, Cause> {
        let mut taken = Vec::new();
        for path in self.files(HERE)? {
            // The lock of one that was killed goes.
            self.is_here(&name_of(&path))?;
        }
        for path in self.files(END)? {
            let name = name_of(&path);
            let sitting = name.split_once('-').map_or("", |(sitting, _)| sitting);
            let Some(draft) = read(&path).filter(|draft| draft.author == author) else { continue };
            if sitting == self.sitting()?.name || self.is_here(sitting)? {
                continue;
            }
            let tail = digest(&[&name]);
            let to = self.folder.join(format!("{}-{tail}.{END}", self.sitting()?.name));
            match fs::rename(&path, &to) {
                Ok(()) => taken.push(Draft { place: format!("{}{TAKEN}{tail}", draft.place), ..draft }),
                Err(error) => absent_is_fine(error).map_err(|error| Cause::of(&error, path))?,
            }
        }
        taken.sort_by(|a, b| b.kept_at.cmp(&a.kept_at).then_with(|| a.place.cmp(&b.place)));
        Ok(taken)
    }

    /// Forgets every draft that is named, and what cannot be read: nobody knows what it says.
    pub fn erase(&self, named: &mut dyn FnMut(&Draft) -> bool) -> Result<(), Cause> {
        for path in self.files(END)? {
            if read(&path).is_none_or(|draft| named(&draft)) {
                self.remove(&path)?;
            }
        }
        Ok(())
    }

    /// Every draft, whoever typed it.
    pub fn all(&self) -> Result<Found, Cause> {
        let mut found = Found::default();
        for path in self.files(END)? {
            match read(&path) {
                Some(draft) => found.drafts.push(draft),
                None => found.damaged.extend(path.file_name().map(|name| name.to_string_lossy().into_owned())),
            }
        }
        found.drafts.sort_by(|a, b| b.kept_at.cmp(&a.kept_at).then_with(|| a.place.cmp(&b.place)));
        found.damaged.sort_unstable();
        Ok(found)
    }

    fn files(&self, end: &str) -> Result<Vec<PathBuf>, Cause> {
        let trouble = |error: io::Error| Cause::of(&error, &self.folder);
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.folder).map_err(trouble)? {
            let path = entry.map_err(trouble)?.path();
            files.extend(path.extension().is_some_and(|found| found == end).then_some(path));
        }
        Ok(files)
    }

    fn remove(&self, path: &Path) -> Result<(), Cause> {
        let gone = match fs::remove_file(path) {
            Ok(()) => platter::sync_folder(&self.folder),
            Err(error) => absent_is_fine(error),
        };
        gone.map_err(|error| Cause::of(&error, path))
    }

    /// A place may hold any letters and is no file name; its digest is one.
    fn file(&self, place: &str, author: &str) -> Result<PathBuf, Cause> {
        let tail = match place.rsplit_once(TAKEN) {
            Some((_, tail)) if tail.bytes().all(|byte| byte.is_ascii_hexdigit()) => tail.to_owned(),
            _ => digest(&[place, author]),
        };
        Ok(self.folder.join(format!("{}-{tail}.{END}", self.sitting()?.name)))
    }

    /// This sitting, which begins when it is first asked for.
    fn sitting(&self) -> Result<&Sitting, Cause> {
        if let Some(sitting) = self.sitting.get() {
            return Ok(sitting);
        }
        let begun = Sitting::begin(&self.folder).map_err(|error| Cause::of(&error, &self.folder))?;
        Ok(self.sitting.get_or_init(|| begun))
    }

    /// Whether a sitting lasts. One that has ended leaves no trace but its drafts.
    fn is_here(&self, sitting: &str) -> Result<bool, Cause> {
        let path = self.folder.join(format!("{sitting}.{HERE}"));
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) => return absent_is_fine(error).map(|()| false).map_err(|error| Cause::of(&error, path)),
        };
        if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
            return Ok(true);
        }
        fs::remove_file(&path).or_else(absent_is_fine).map(|()| false).map_err(|error| Cause::of(&error, path))
    }
}

impl Sitting {
    fn begin(folder: &Path) -> io::Result<Self> {
        // Whoever clears away may take a lock for one that is over before it is held.
        let mut tries = (0..8).map(|_| Self::try_begin(folder));
        tries.find_map(Result::transpose).unwrap_or_else(|| Err(io::ErrorKind::WouldBlock.into()))
    }

    fn try_begin(folder: &Path) -> io::Result<Option<Self>> {
        let number = getrandom::u64().map_err(|error| io::Error::other(error.to_string()))?;
        let name = format!("{number:016x}");
        let path = folder.join(format!("{name}.{HERE}"));
        let lock = platter::private(&path)?;
        // Where files cannot be locked, others take over what is typed here; it is lost nowhere.
        let held = !matches!(lock.try_lock(), Err(TryLockError::WouldBlock)) && path.exists();
        Ok(held.then_some(Self { name, path, _lock: lock }))
    }
}

impl Drop for Sitting {
    fn drop(&mut self) {
        // What stays is taken away by whoever looks for drafts next.
        fs::remove_file(&self.path).ok();
    }
}

fn digest(words: &[&str]) -> String {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_le_bytes());
        hash.update(word);
    }
    line::hex_of(hash.finalize().get(..12).unwrap_or_default())
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Option<Draft> {
    let bytes = fs::read(path).ok()?;
    serde_json::from_slice(line::check(bytes.strip_suffix(b"\n")?)?).ok()
}
