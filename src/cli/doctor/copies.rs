//! What doctor looks at beside journal and sled: the backups Vigie keeps, read back one by one, and who may read the
//! store's files.

use std::{
    collections::BTreeMap,
    fs::{self, Permissions},
    io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use crate::{
    log::{Backups, Damage, Harm, backup},
    sales::fact::{Fact, FactId},
};

use super::{
    super::{backup::Gauge, hall::Hall},
    Check, Mark, check,
};

/// Numbers that no copy of the store has.
pub(super) struct Losses {
    device: u64,
    spans: Vec<(u64, u64)>,
}

impl Losses {
    pub(super) fn of(device: u64, damage: &[Damage]) -> Self {
        let span = |damage: &Damage| match damage.harm {
            Harm::Lost { first, last } => Some((first, last)),
            _ => None,
        };
        Self { device, spans: damage.iter().filter_map(span).collect() }
    }

    fn has(&self, id: FactId) -> bool {
        id.device == self.device && self.spans.iter().any(|(first, last)| (*first..=*last).contains(&id.seq))
    }
}

/// What the backups came to.
pub(super) struct Read {
    pub(super) checks: Vec<Check>,
    /// What the store lost and a backup has.
    pub(super) found: BTreeMap<FactId, Fact>,
    /// The one that has it.
    pub(super) from: Option<PathBuf>,
}

/// Reads every backup Vigie keeps to its end, latest first, and looks for what is lost.
pub(super) fn backups(hall: &Hall, store: &Path, lost: &Losses) -> Read {
    let mut read = Read { checks: Vec::new(), found: BTreeMap::new(), from: None };
    let all = match Backups::of(store).all() {
        Ok(all) if !all.is_empty() => all,
        Ok(_) => {
            read.checks.push(check(hall, "backups", Mark::Mute, "cli-doctor-backups_none", &[]));
            return read;
        }
        Err(cause) => {
            let words = crate::desk::trouble::reason(&cause, &hall.voice);
            read.checks.push(Check { name: "backups", mark: Mark::Ill, words });
            return read;
        }
    };
    let spoilt = all.iter().rev().filter(|file| !read_back(hall, file, lost, &mut read)).collect::<Vec<_>>();
    let whole = all.len() - spoilt.len();
    let last = all.iter().rev().find(|file| !spoilt.contains(file));
    let args = |file: &Path| [("count", whole.into()), ("file", file.display().to_string().into())];
    read.checks.extend(last.map(|file| check(hall, "backups", Mark::Well, "cli-doctor-backups", &args(file))));
    let bad = |file: &&PathBuf| check(hall, "backups", Mark::Ill, "cli-doctor-backup_spoilt", &args(file));
    read.checks.extend(spoilt.iter().map(bad));
    read
}

/// Whether a backup is whole. Only then what was found in it counts.
fn read_back(hall: &Hall, file: &Path, lost: &Losses, read: &mut Read) -> bool {
    let mut gauge = Gauge::new(hall, "cli-doctor-backups_progress");
    let mut found = Vec::new();
    let mut take = |fact: Fact| {
        if lost.has(fact.id) {
            found.push(fact);
        }
        Ok(())
    };
    if backup::read(file, &mut take, &mut |done, total| gauge.shows(done, total)).is_err() {
        return false;
    }
    for fact in found {
        read.from.get_or_insert_with(|| file.to_owned());
        read.found.entry(fact.id).or_insert(fact);
    }
    true
}

/// Takes from everybody else the right to read the store.
pub(super) fn rights(hall: &Hall, store: &Path) -> Check {
    let mut loose = 0_usize;
    match tighten(store, &mut loose) {
        Ok(()) if loose == 0 => check(hall, "rights", Mark::Well, "cli-doctor-rights", &[]),
        Ok(()) => check(hall, "rights", Mark::Mute, "cli-doctor-rights_tightened", &[("count", loose.into())]),
        Err(error) => check(hall, "rights", Mark::Ill, "cli-doctor-rights_loose", &[("why", error.to_string().into())]),
    }
}

fn tighten(path: &Path, loose: &mut usize) -> io::Result<()> {
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => meta,
        // Somebody has the store open and has just put it away.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let wanted = match meta.file_type() {
        kind if kind.is_dir() => 0o700,
        kind if kind.is_file() => 0o600,
        _ => return Ok(()),
    };
    if meta.permissions().mode() & 0o077 != 0 {
        fs::set_permissions(path, Permissions::from_mode(wanted))?;
        *loose += 1;
    }
    if meta.is_dir() {
        for entry in fs::read_dir(path)? {
            tighten(&entry?.path(), loose)?;
        }
    }
    Ok(())
}
