//! What sled has not followed yet, a second time: lines written beside the journal and not waited for, so that what a
//! small store loses in its journal comes back too. Never the truth; emptied once sled has everything.

use std::{fs, io, os::unix::fs::FileExt, path::PathBuf};

use super::{
    line,
    platter::{self, absent_is_fine},
};
use crate::sales::fact::{Fact, FactId};

/// More facts at once are not repeated: sled follows them as soon as nothing else waits.
const MANY: usize = 512;
/// A longer one has sled follow before the store is let go of.
const LONG: u64 = 1 << 20;
/// How far from its end the last line is looked for.
const TAIL: usize = 1 << 16;

/// The file of one generation.
pub(super) struct Echo {
    path: PathBuf,
    file: Option<fs::File>,
    length: u64,
    /// Something was kept that is not repeated here.
    owes: bool,
}

impl Echo {
    /// Of a generation.
    pub(super) fn of(path: PathBuf) -> Self {
        let length = fs::metadata(&path).map_or(0, |meta| meta.len());
        Self { path, file: None, length, owes: false }
    }

    /// Repeats what the journal has just kept.
    pub(super) fn add(&mut self, facts: &[Fact]) {
        // What was killed while it wrote here left half a line.
        let mut bytes = b"\n".to_vec();
        let few = facts.len() < MANY && facts.iter().all(|fact| line::write(fact, &mut bytes).is_ok());
        self.owes |= !few || self.write(&bytes).is_err();
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(platter::private(&self.path)?),
        };
        file.write_all_at(bytes, self.length)?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Forgets everything: sled has it.
    pub(super) fn clear(&mut self) {
        (self.file, self.owes) = (None, false);
        if self.length > 0 && fs::remove_file(&self.path).or_else(absent_is_fine).is_ok() {
            self.length = 0;
        }
    }

    /// Notes that the journal has what is not repeated here.
    pub(super) fn owe(&mut self) {
        self.owes = true;
    }

    /// Whether sled should follow before the store is let go of.
    pub(super) fn is_due(&self) -> bool {
        self.owes || self.length > LONG
    }

    /// What can be read of it.
    pub(super) fn facts(&self) -> Vec<Fact> {
        let bytes = fs::read(&self.path).unwrap_or_default();
        lines(&bytes).filter_map(line::fact).collect()
    }

    /// The last fact it repeats.
    pub(super) fn last(&self) -> Option<FactId> {
        let mut tail = vec![0; (self.length as usize).min(TAIL)];
        let file = fs::File::open(&self.path).ok()?;
        let from = self.length - tail.len() as u64;
        file.read_exact_at(&mut tail, from).ok()?;
        lines(&tail).filter_map(line::glance).last().map(|(id, _)| id)
    }
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').filter_map(line::check)
}
