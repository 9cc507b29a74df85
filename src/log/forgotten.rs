//! Whom the store has forgotten and must not take in again: digests of addresses and numbers, keyed by a secret of this
//! store. Nothing here says who they were.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use siphasher::sip128::{Hasher128, SipHasher24};
use std::hash::Hasher;

use super::{Cause, line, platter};

/// Digests of those who objected.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Forgotten {
    /// Two halves of the store's own key; made with the first mark.
    key: [u64; 2],
    marks: BTreeSet<String>,
    /// Those that came with backups of other stores, each by its own key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<Self>,
}

impl Forgotten {
    /// Those of a store; nobody where nobody was forgotten.
    pub fn read(root: &Path) -> Result<Self, Cause> {
        let path = file(root);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(Cause::of(&error, path)),
        };
        let json = bytes.strip_suffix(b"\n").and_then(line::check);
        let read = json.and_then(|json| serde_json::from_slice(json).ok());
        read.ok_or_else(|| Cause::of(&io::Error::new(io::ErrorKind::InvalidData, "damaged"), path))
    }

    /// Whether an address or a number is one of theirs.
    pub fn knows(&self, word: &str) -> bool {
        let own = !self.marks.is_empty() && self.marks.contains(&self.mark(word));
        own || self.others.iter().any(|other| other.knows(word))
    }

    /// Nobody objected.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.others.is_empty()
    }

    /// Those of a backup too.
    pub fn join(&mut self, mut other: Self) {
        let others = std::mem::take(&mut other.others);
        for other in std::iter::once(other).chain(others).filter(|other| !other.marks.is_empty()) {
            if self.is_empty() {
                *self = other;
            } else if self.key == other.key {
                self.marks.extend(other.marks);
            } else if let Some(same) = self.others.iter_mut().find(|own| own.key == other.key) {
                same.marks.extend(other.marks);
            } else {
                self.others.push(other);
            }
        }
    }

    /// Notes addresses and numbers, and keeps that.
    pub fn note(&mut self, root: &Path, words: &BTreeSet<String>) -> Result<(), Cause> {
        if self.key == [0; 2] {
            let random = || getrandom::u64().map_err(|error| io::Error::other(error.to_string()));
            let fresh = random().and_then(|one| Ok([one, random()?]));
            self.key = fresh.map_err(|error| Cause::of(&error, "getrandom"))?;
        }
        let marks: Vec<String> = words.iter().map(|word| self.mark(word)).collect();
        self.marks.extend(marks);
        self.keep(root)
    }

    /// Lets addresses and numbers in again, and keeps that.
    pub fn forgive(&mut self, root: &Path, words: &[String]) -> Result<(), Cause> {
        for word in words {
            self.let_go(word);
        }
        self.keep(root)
    }

    fn let_go(&mut self, word: &str) {
        let mark = self.mark(word);
        self.marks.remove(&mark);
        self.others.iter_mut().for_each(|other| other.let_go(word));
    }

    fn mark(&self, word: &str) -> String {
        let mut hasher = SipHasher24::new_with_keys(self.key[0], self.key[1]);
        hasher.write(word.as_bytes());
        format!("{:032x}", hasher.finish128().as_u128())
    }

    /// Keeps them.
    pub fn keep(&self, root: &Path) -> Result<(), Cause> {
        let path = file(root);
        let mut bytes = Vec::new();
        line::write(self, &mut bytes)?;
        platter::replace(&path, &bytes).map_err(|error| Cause::of(&error, path))
    }
}

fn file(root: &Path) -> PathBuf {
    root.join("forgotten")
}
