//! What was typed and not yet recorded: one small file per place, so that a hang-up or a crash loses at most the
//! last second. Knows nothing of facts.

use std::{
    fs, io,
    path::{Path, PathBuf},
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
}

impl Drafts {
    /// The drafts in a folder, made where it is not there.
    pub fn at(folder: &Path) -> Result<Self, Cause> {
        platter::folder(folder).map_err(|error| Cause::of(&error, folder))?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Keeps a draft in place of the one before it at the same place by the same author.
    pub fn keep(&self, draft: &Draft) -> Result<(), Cause> {
        let path = self.file(&draft.place, &draft.author);
        let mut bytes = Vec::new();
        line::write(draft, &mut bytes)?;
        platter::replace(&path, &bytes).map_err(|error| Cause::of(&error, path))
    }

    /// Forgets the draft of a place: it was recorded, or thrown away.
    pub fn forget(&self, place: &str, author: &str) -> Result<(), Cause> {
        let path = self.file(place, author);
        let gone = match fs::remove_file(&path) {
            Ok(()) => platter::sync_folder(&self.folder),
            Err(error) => absent_is_fine(error),
        };
        gone.map_err(|error| Cause::of(&error, path))
    }

    /// Forgets every draft that is named, and what cannot be read: nobody knows what it says.
    pub fn erase(&self, named: &mut dyn FnMut(&Draft) -> bool) -> Result<(), Cause> {
        let Found { drafts, damaged } = self.all()?;
        for draft in drafts.iter().filter(|draft| named(draft)) {
            self.forget(&draft.place, &draft.author)?;
        }
        for name in damaged {
            let path = self.folder.join(name);
            fs::remove_file(&path).or_else(absent_is_fine).map_err(|error| Cause::of(&error, path))?;
        }
        Ok(())
    }

    /// Every draft, whoever typed it.
    pub fn all(&self) -> Result<Found, Cause> {
        let trouble = |error: io::Error| Cause::of(&error, &self.folder);
        let mut found = Found::default();
        for entry in fs::read_dir(&self.folder).map_err(trouble)? {
            let path = entry.map_err(trouble)?.path();
            if path.extension().is_none_or(|end| end != "json") {
                continue;
            }
            match fs::read(&path).ok().as_deref().and_then(read) {
                Some(draft) => found.drafts.push(draft),
                None => found.damaged.extend(path.file_name().map(|name| name.to_string_lossy().into_owned())),
            }
        }
        found.drafts.sort_by(|a, b| b.kept_at.cmp(&a.kept_at).then_with(|| a.place.cmp(&b.place)));
        found.damaged.sort_unstable();
        Ok(found)
    }

    /// A place may hold any letters and is no file name; its digest is one.
    fn file(&self, place: &str, author: &str) -> PathBuf {
        let mut hash = Sha256::new();
        hash.update((place.len() as u64).to_le_bytes());
        hash.update(place);
        hash.update(author);
        let name = line::hex_of(hash.finalize().get(..12).unwrap_or_default());
        self.folder.join(name + ".json")
    }
}

fn read(bytes: &[u8]) -> Option<Draft> {
    serde_json::from_slice(line::check(bytes.strip_suffix(b"\n")?)?).ok()
}
