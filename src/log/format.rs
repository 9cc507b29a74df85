//! How a store is laid out: FORMAT, CURRENT and the folders; made once, checked at every open before anything else
//! is touched. What is in the folders is the business of the other files.

use std::{
    fs, io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    Cause, generation,
    platter::{folder, replace},
    reader,
};

/// The version of the store's format.
const VERSION: u32 = 1;
const WORD: &str = "vigie-store";
const FIRST: &str = "gen-0001";
const FOLDERS: [&str; 3] = ["drafts", "backups", "quarantine"];

/// Where everything of a store is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    root: PathBuf,
    generation: PathBuf,
}

impl Places {
    pub(super) fn of(root: &Path, generation: &str) -> Self {
        Self { root: root.to_owned(), generation: root.join(generation) }
    }

    /// The store's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The live generation.
    pub fn generation(&self) -> &Path {
        &self.generation
    }

    /// The journal's segments.
    pub fn journal(&self) -> PathBuf {
        self.generation.join("journal")
    }

    /// sled's folder.
    pub fn sled(&self) -> PathBuf {
        self.generation.join("sled")
    }

    /// The folded book.
    pub fn snapshot(&self) -> PathBuf {
        self.generation.join("snapshot")
    }

    /// The journal's shortcut.
    pub fn marks(&self) -> PathBuf {
        self.generation.join("marks")
    }

    /// What sled has not followed yet, a second time.
    pub fn echo(&self) -> PathBuf {
        self.generation.join("echo")
    }

    /// Texts typed and not yet recorded.
    pub fn drafts(&self) -> PathBuf {
        self.root.join("drafts")
    }

    /// Copies of the journal.
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// What was damaged and moved aside.
    pub fn quarantine(&self) -> PathBuf {
        self.root.join("quarantine")
    }
}

/// The LOCK of a store.
pub(super) fn lock(root: &Path) -> PathBuf {
    root.join("LOCK")
}

/// Refuses a folder that is no store, or a newer one; changes nothing. A folder that is not there yet is fine.
pub(super) fn check(root: &Path) -> Result<(), Cause> {
    if root.exists() && !root.is_dir() {
        return Err(Cause::NotAStore(root.to_owned()));
    }
    match device(root)? {
        None if root.is_dir() && holds_something_else(root)? => Err(Cause::NotAStore(root.to_owned())),
        _ => Ok(()),
    }
}

/// Whether the store was made to the end once; FORMAT is written last.
pub fn is_made(root: &Path) -> bool {
    root.join("FORMAT").exists()
}

/// Where a store comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It was here before.
    Known,
    /// It was made just now.
    Made,
    /// The folder is a copy of another one, which may go on by itself.
    Copied,
}

/// Makes the folders that are missing and finds the live generation; call it under the lock. Gives the number of
/// this installation, a new one for a copy: what two folders record must be told apart.
pub(super) fn prepare(root: &Path) -> Result<(Places, u64, Origin), Cause> {
    let trouble = |error: io::Error| Cause::of(&error, root);
    for name in FOLDERS {
        folder(&root.join(name)).map_err(trouble)?;
    }
    let (name, named) = current(root)?;
    let places = Places::of(root, &name);
    folder(&places.journal()).map_err(trouble)?;
    if !named {
        generation::point_at(root, &name).map_err(trouble)?;
    }
    generation::clear(&places).map_err(trouble)?;
    let (known, before, here) = (device(root)?, place_before(root), place(root));
    match known {
        Some(device) if before == here => Ok((places, device, Origin::Known)),
        Some(_) if before.is_some() && here.is_some() => {
            let device = fresh_device()?;
            write(root, device)?;
            Ok((places, device, Origin::Copied))
        }
        _ => {
            let found = known.map_or_else(|| device_in_journal(&places.journal()), |device| Ok(Some(device)))?;
            let device = found.map_or_else(fresh_device, Ok)?;
            write(root, device)?;
            Ok((places, device, if found.is_some() { Origin::Known } else { Origin::Made }))
        }
    }
}

/// What tells a folder from a copy of it: the LOCK file as the file system knows it, which is never replaced.
fn place(root: &Path) -> Option<String> {
    let meta = fs::metadata(lock(root)).ok()?;
    let born = meta.created().ok().and_then(|born| born.duration_since(SystemTime::UNIX_EPOCH).ok());
    Some(format!("{}-{}", meta.ino(), born.map_or(0, |born| born.as_nanos())))
}

/// The same as FORMAT remembers it.
fn place_before(root: &Path) -> Option<String> {
    let text = fs::read(root.join("FORMAT")).ok()?;
    let text = String::from_utf8_lossy(&text).into_owned();
    text.lines().find_map(|line| line.strip_prefix("place ").map(str::to_owned))
}

/// Says which installation this is.
pub(super) fn write(root: &Path, device: u64) -> Result<(), Cause> {
    let place = place(root).map(|place| format!("place {place}\n")).unwrap_or_default();
    let text = format!("{WORD} {VERSION}\ndevice {device}\njournal json lines, sled 0.34, bincode 1.3 varint\n{place}");
    replace(&root.join("FORMAT"), text.as_bytes()).map_err(|error| Cause::of(&error, root))
}

/// The live generation of a store that is only read.
pub(super) fn find(root: &Path) -> Result<(Places, u64), Cause> {
    let places = Places::of(root, &current(root)?.0);
    let device = device(root)?.map_or_else(|| device_in_journal(&places.journal()), |device| Ok(Some(device)))?;
    device.map(|device| (places, device)).ok_or_else(|| Cause::NotAStore(root.to_owned()))
}

/// The installation FORMAT names; nothing where it is missing or unreadable. A newer version is refused.
fn device(root: &Path) -> Result<Option<u64>, Cause> {
    let path = root.join("FORMAT");
    let text = match fs::read(&path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(Cause::NotAStore(root.to_owned())),
        Err(error) => return Err(Cause::of(&error, path)),
    };
    let mut words = text.split_ascii_whitespace();
    let version = (words.next() == Some(WORD)).then(|| words.next()?.parse::<u32>().ok()).flatten();
    match version {
        Some(found) if found > VERSION => Err(Cause::NewerFormat { found }),
        Some(_) if words.next() == Some("device") => Ok(words.next().and_then(|number| number.parse().ok())),
        _ => Ok(None),
    }
}

/// The live generation, and whether CURRENT names it: the latest that has a journal. One without is only believed
/// where there is no other.
fn current(root: &Path) -> Result<(String, bool), Cause> {
    let there = generation::all(root)?;
    let latest = there.iter().rfind(|name| root.join(name).join("journal").is_dir()).or(there.last());
    let name = latest.cloned().unwrap_or_else(|| FIRST.to_owned());
    let named = fs::read_to_string(root.join("CURRENT")).unwrap_or_default();
    let same = named.trim() == name;
    Ok((name, same))
}

fn names(root: &Path) -> Result<Vec<String>, Cause> {
    let entries = fs::read_dir(root).map_err(|error| Cause::of(&error, root))?;
    let name = |entry: io::Result<fs::DirEntry>| entry.map(|entry| entry.file_name().to_string_lossy().into_owned());
    entries.map(name).collect::<io::Result<Vec<_>>>().map_err(|error| Cause::of(&error, root))
}

fn holds_something_else(root: &Path) -> Result<bool, Cause> {
    let ours = |name: &String| {
        name.starts_with('.')
            || name.starts_with("gen-")
            || FOLDERS.contains(&name.as_str())
            || matches!(
                name.as_str(),
                "LOCK" | "door" | "CURRENT" | "FORMAT" | "forgotten" | "lost+found" | "CURRENT.new" | "FORMAT.new"
            )
    };
    Ok(!names(root)?.iter().all(ours))
}

/// Every segment says which installation wrote it.
fn device_in_journal(journal: &Path) -> Result<Option<u64>, Cause> {
    for segment in reader::segments(journal)? {
        match reader::header(journal, segment)? {
            Some(header) if header.journal > VERSION => return Err(Cause::NewerFormat { found: header.journal }),
            Some(header) => return Ok(Some(header.device)),
            None => {}
        }
    }
    Ok(None)
}

/// A number for an installation, small enough that no reader of JSON rounds it.
pub(super) fn fresh_device() -> Result<u64, Cause> {
    let random = getrandom::u64().map_err(|error| Cause::of(&io::Error::other(error.to_string()), "getrandom"))?;
    Ok((random >> 11).max(1))
}
