//! Why the log could not do something, and what it found damaged: typed, with what a sentence needs.
//! The sentences live in `voice`.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::Position;
use crate::sales::fact::FactId;

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// No space left, the quota is used up, or the file may grow no more.
    Full,
    /// The file system may not be written.
    ReadOnly,
    /// The file or folder belongs to somebody else.
    Denied(PathBuf),
    /// Somebody holds the store and answers nobody.
    Locked(Box<Holder>),
    /// Whoever holds the store does not answer at the door.
    Silent(Box<Holder>),
    /// Whoever holds the store speaks another version, or is somebody else.
    Foreign(Box<Holder>),
    /// Too many are at the door of whoever holds the store.
    Crowded(Box<Holder>),
    /// Whoever held the store has ended.
    Ended(Box<Holder>),
    /// The file system cannot lock files.
    NoLock,
    /// The store was written by a newer version.
    NewerFormat {
        /// Its version.
        found: u32,
    },
    /// The folder holds something else.
    NotAStore(PathBuf),
    /// The file is no backup.
    NotABackup(PathBuf),
    /// A backup does not hold what it should.
    SpoiltBackup {
        /// The file.
        path: PathBuf,
        /// Its first bad line, from 1; 0 where the whole is meant.
        line: u64,
    },
    /// A part of the store is damaged and no other copy says what was there.
    Damaged(Damage),
    /// An earlier record ended uncertain: the log must be reopened first.
    Unsettled,
    /// Another fact has this id.
    Conflict(FactId),
    /// Facts of this device are numbered without gaps.
    Gap {
        /// The number that comes next.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// The clock shows a time before Vigie existed.
    ClockBack,
    /// Whoever asked for it had it stopped before anything changed.
    Stopped,
    /// A fact is larger than a line may be.
    TooLong {
        /// The most bytes.
        max: usize,
    },
    /// Anything else the system said.
    Io {
        /// Its kind.
        #[serde(skip, default = "other")]
        kind: io::ErrorKind,
        /// Its words.
        text: String,
        /// The file, where known.
        path: PathBuf,
    },
}

/// How a record failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// Nothing was changed.
    Refused(Cause),
    /// The platter did not answer: it may or may not be kept.
    Uncertain(Cause),
}

/// Who holds the store: the lines of its LOCK, as the holder wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Process number.
    pub pid: u32,
    /// Login name.
    pub user: String,
    /// Terminal.
    pub tty: String,
    /// Machine.
    pub host: String,
    /// Since when, as text.
    pub since: String,
    /// The door it answers; empty where it answers none.
    pub door: String,
}

/// Something damaged, named exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// The journal segment.
    pub segment: u32,
    /// Its line, from 1 (the header); 0 where the whole segment is meant.
    pub line: u64,
    /// What is wrong.
    pub harm: Harm,
}

/// What is wrong with a part of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Harm {
    /// The line does not match its checksum.
    Line,
    /// The line matches its checksum but is no fact this version can read.
    Meaning,
    /// The first line of a segment is lost; its facts are not.
    Header,
    /// A segment is gone.
    Gone,
    /// The segment does not match the digest its successor keeps.
    Chain,
    /// The journal ends before a place it had reached.
    Short {
        /// The place it had reached.
        known: Position,
    },
    /// sled was damaged; it was put aside and is rebuilt from the journal.
    Sled,
    /// Numbers of this device that no copy has.
    Lost {
        /// The first.
        first: u64,
        /// The last.
        last: u64,
    },
}

/// What kind an error told through the door is.
fn other() -> io::ErrorKind {
    io::ErrorKind::Other
}

impl Cause {
    /// What the system's error means here.
    pub fn of(error: &io::Error, path: impl Into<PathBuf>) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::Denied(path.into()),
            kind => Self::Io { kind, text: error.to_string(), path: path.into() },
        }
    }
}

impl Cause {
    /// The file or folder it names.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Denied(path)
            | Self::NotAStore(path)
            | Self::NotABackup(path)
            | Self::SpoiltBackup { path, .. }
            | Self::Io { path, .. } => Some(path),
            _ => None,
        }
    }
}

impl Failure {
    /// Why.
    pub fn cause(&self) -> &Cause {
        match self {
            Self::Refused(cause) | Self::Uncertain(cause) => cause,
        }
    }
}
