//! The next generation of a store: its journal written anew beside the live one, then put in its place at once.
//! Whoever forgets, repairs, compacts or restores goes through here. Which facts go on is the caller's business.
//!
//! A generation counts once its folder has its name: everything in it is on the platter by then. Of several the latest
//! is live; CURRENT says the same. The others go away, and a crash in between is made up for at the next open.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use rustc_hash::FxHashSet;

use super::{
    Cause,
    aside::{quarantine, write_lost},
    format::Places,
    journal::{Journal, SEGMENT},
    platter::{self, absent_is_fine},
};
use crate::sales::fact::{Fact, FactId};

/// Facts written with one sync.
const SHEAF: usize = 4_000;
/// In a generation: what is older must not be found any more.
const ERASE: &str = "erase";

/// What becomes of the older generations, and of every copy of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// Moved into `quarantine/`.
    Keep,
    /// Deleted, and with them everything in `quarantine/` and `backups/`.
    Erase,
}

/// The next generation, being written. Dropped before `put`, it never was.
pub struct Next {
    root: PathBuf,
    name: String,
    journal: Journal,
    sheaf: Vec<Fact>,
    device: u64,
    seen: FxHashSet<FactId>,
}

/// What was put in place.
pub(super) struct Made {
    pub places: Places,
    pub journal: Journal,
    /// Where the one before is now; an error where it could not be put away, and the next open goes on with it.
    pub cleared: Result<Option<PathBuf>, Cause>,
}

impl Next {
    /// Begins the generation after the live one. `head`: the digest its journal goes on from, or nothing.
    pub(super) fn begin(live: &Places, device: u64, head: String) -> Result<Self, Cause> {
        let root = live.root().to_owned();
        let name = after(live.generation());
        let folder = platter::beside(&root.join(&name));
        let cleared = remove(&folder).and_then(|()| platter::folder(&folder.join("journal")));
        cleared.map_err(|error| Cause::of(&error, &folder))?;
        let journal = Journal::begin_after(&folder.join("journal"), device, SEGMENT, head)?;
        Ok(Self { root, name, journal, sheaf: Vec::with_capacity(SHEAF), device, seen: FxHashSet::default() })
    }

    /// Adds a fact as the next one recorded; one that is there already is there once.
    pub fn add(&mut self, fact: Fact) -> Result<(), Cause> {
        if self.seen.insert(fact.id) {
            self.sheaf.push(fact);
        }
        if self.sheaf.len() >= SHEAF { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), Cause> {
        self.journal.append(&self.sheaf).map_err(|failure| failure.cause().clone())?;
        self.sheaf.clear();
        Ok(())
    }

    /// Makes it the live one.
    pub(super) fn put(mut self, old: Old) -> Result<Made, Cause> {
        self.flush()?;
        let folder = self.root.join(&self.name);
        let places = Places::of(&self.root, &self.name);
        self.name_it(&folder, old).map_err(|error| Cause::of(&error, &folder))?;
        let cleared = point_at(&self.root, &self.name).and_then(|()| clear(&places));
        let cleared = cleared.map_err(|error| Cause::of(&error, &folder));
        self.journal.moved(&places.journal());
        Ok(Made { places, journal: self.journal, cleared })
    }

    /// Numbers of this device that nothing was given for: no later comparison shall look for them.
    fn gaps(&self) -> Vec<(u64, u64, u64)> {
        let own = self.seen.iter().filter(|id| id.device == self.device).map(|id| id.seq);
        let numbers: BTreeSet<u64> = own.chain([0]).collect();
        let pairs = numbers.iter().zip(numbers.iter().skip(1));
        pairs.filter(|(one, next)| *one + 1 < **next).map(|(one, next)| (self.device, one + 1, next - 1)).collect()
    }

    fn name_it(&self, folder: &Path, old: Old) -> io::Result<()> {
        let beside = platter::beside(folder);
        if old == Old::Erase {
            platter::replace(&beside.join(ERASE), b"")?;
        }
        let gaps = self.gaps();
        if !gaps.is_empty() {
            write_lost(&beside, &gaps)?;
        }
        platter::sync_folder(&beside)?;
        fs::rename(&beside, folder)?;
        // It has its name already: CURRENT, written next, syncs the same folder.
        platter::sync_folder(&self.root).or(Ok(()))
    }
}

/// The generations that are there, oldest first, with or without a journal in them.
pub(super) fn all(root: &Path) -> Result<Vec<String>, Cause> {
    let named = |name: &String| name.strip_prefix("gen-").is_some_and(is_number);
    let mut found: Vec<String> = names(root).map_err(|error| Cause::of(&error, root))?;
    found.retain(named);
    found.sort_by_key(|name| (name.len(), name.clone()));
    Ok(found)
}

/// Says which generation is live.
pub(super) fn point_at(root: &Path, name: &str) -> io::Result<()> {
    platter::replace(&root.join("CURRENT"), format!("{name}\n").as_bytes())
}

/// Puts away what is not the live generation, as the live one says: an older one, one that was never finished.
/// Gives where the last of them is now.
pub(super) fn clear(live: &Places) -> io::Result<Option<PathBuf>> {
    let mut kept = None;
    let erase = live.generation().join(ERASE);
    let erases = erase.exists();
    for name in names(live.root())? {
        let Some(rest) = name.strip_prefix("gen-") else { continue };
        let path = live.root().join(&name);
        if path == live.generation() {
            continue;
        }
        match rest.strip_suffix(".new") {
            // It never counted.
            Some(number) if is_number(number) => remove(&path)?,
            None if is_number(rest) && erases => remove(&path)?,
            None if is_number(rest) => kept = Some(quarantine(&path, &live.quarantine())?),
            _ => {}
        }
    }
    if erases {
        empty(&live.quarantine())?;
        empty(&live.backups())?;
        platter::sync_folder(live.root())?;
        fs::remove_file(erase)?;
    }
    Ok(kept)
}

fn names(root: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(root)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn after(generation: &Path) -> String {
    let name = generation.file_name().unwrap_or_default().to_string_lossy();
    let number = name.strip_prefix("gen-").and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
    format!("gen-{:04}", number + 1)
}

fn empty(folder: &Path) -> io::Result<()> {
    for name in names(folder)? {
        remove(&folder.join(name))?;
    }
    platter::sync_folder(folder)
}

fn remove(path: &Path) -> io::Result<()> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir());
    if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path).or_else(absent_is_fine) }
}
