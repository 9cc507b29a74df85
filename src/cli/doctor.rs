//! `vigie doctor`: looks at the store piece by piece and says what was checked, and what it found. With `--repair` the
//! damaged files are kept aside, the store is written anew, and looked at again.

mod copies;

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    desk::{Trouble, memo},
    log::{Cause, Damage, Disk, Harm, Holder, Log, Old, Onlooker, Position},
};

use copies::Losses;

use super::{
    args::Doctor,
    backup::{held as unheld, size},
    hall::Hall,
    setup,
    stop::{Code, Done, Stop},
    trouble,
};

/// One thing looked at.
struct Check {
    name: &'static str,
    mark: Mark,
    words: String,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Well,
    /// There was nothing to look at, or it was put right.
    Mute,
    Ill,
}

impl From<bool> for Mark {
    fn from(well: bool) -> Self {
        if well { Self::Well } else { Self::Ill }
    }
}

impl Mark {
    fn sign(self) -> &'static str {
        match self {
            Self::Well => "✓",
            Self::Mute => "·",
            Self::Ill => "✗",
        }
    }
}

/// Below this many mebibytes a warning is due.
const LITTLE: u64 = 100;

pub(super) fn run(hall: &mut Hall, said: &Doctor) -> Done {
    let store = hall.setup.store.value.clone();
    if !store.join("FORMAT").exists() && !store.join("CURRENT").exists() {
        let empty = !store.exists() || fs::read_dir(&store).is_ok_and(|mut entries| entries.next().is_none());
        let key = if empty { "cli-doctor-nothing" } else { "cli-doctor-not_a_store" };
        let code = if empty { Code::Nothing } else { Code::Store };
        return Err(Stop::new(code, hall.voice.tell(key, &[("store", store.display().to_string().into())])));
    }
    let mut checks = vec![format(hall, &store)];
    // To look, nobody is disturbed; to repair, whoever has it open steps aside.
    let open = if said.repair { Disk::alone } else { Disk::open };
    match open(&store, &hall.setup.holder()) {
        Ok(disk) => checks.extend(held(hall, &store, disk, said.repair)?),
        Err(Cause::Locked(holder)) if !said.repair => checks.extend(looked(hall, &store, holder)?),
        Err(cause) => {
            checks.push(Check { name: "lock", mark: Mark::Ill, words: unheld(hall, cause).sentence });
        }
    }
    checks.push(copies::rights(hall, &store));
    checks.extend(aside(hall, &store));
    checks.push(space(hall, &store));
    checks.push(settings(hall));
    told(hall, &checks);
    Ok(if is_well(&checks) { Code::Fine } else { Code::Store })
}

fn is_well(checks: &[Check]) -> bool {
    checks.iter().all(|check| check.mark != Mark::Ill)
}

/// A store that is ours for the moment: everything is compared with everything.
fn held(hall: &Hall, store: &Path, mut disk: Disk, repair: bool) -> Result<Vec<Check>, Stop> {
    let stop = |cause| trouble::stop(&Trouble::Store(cause), &hall.voice);
    disk.check_all().map_err(stop)?;
    let mut checks = vec![check(hall, "lock", true, "cli-doctor-lock_free", &[])];
    let read = copies::backups(hall, store, &Losses::of(disk.last().device, disk.damage()));
    if repair && !disk.damage().is_empty() {
        checks.extend(repaired(hall, &mut disk, &read)?);
    }
    let facts = facts(hall, &mut disk)?;
    checks.push(journal(hall, &disk, facts));
    checks.extend(disk.damage().iter().filter(|damage| damage.harm != Harm::Sled).map(|damage| named(hall, damage)));
    checks.extend((!repair).then(|| in_backup(hall, "cli-doctor-in_backup", &read)).flatten());
    checks.push(sled(hall, &disk, facts));
    disk.catch_up().map_err(stop)?;
    checks.push(snapshot(hall, &disk));
    checks.extend(read.checks);
    if disk.damage().iter().any(|damage| damage.harm != Harm::Sled) {
        checks.push(check(hall, "repair", false, "cli-doctor-repair", &[]));
    }
    Box::new(disk).close().map_err(stop)?;
    Ok(checks)
}

/// Everything that can be read is written anew, with what a backup has of the rest.
fn repaired(hall: &Hall, disk: &mut Disk, read: &copies::Read) -> Result<Vec<Check>, Stop> {
    let stop = |cause| trouble::stop(&Trouble::Store(cause), &hall.voice);
    disk.give_back(read.found.values().cloned()).map_err(stop)?;
    let lost = losses(hall, disk.damage());
    let kept = disk.renew(Old::Keep, &mut Some).map_err(stop)?;
    disk.check_all().map_err(stop)?;
    let folder = kept.unwrap_or_else(|| disk.places().quarantine()).display().to_string();
    let well = disk.damage().is_empty();
    let mut checks = vec![check(hall, "repair", well, "cli-doctor-repaired", &[("folder", folder.into())])];
    checks.extend(in_backup(hall, "cli-doctor-given_back", read));
    checks.extend(lost);
    Ok(checks)
}

/// What the store lost and a backup has.
fn in_backup(hall: &Hall, key: &str, read: &copies::Read) -> Option<Check> {
    let file = read.from.as_ref()?.display().to_string();
    let args = [("count", read.found.len().into()), ("file", file.into())];
    Some(check(hall, "backups", Mark::Mute, key, &args))
}

fn journal(hall: &Hall, disk: &Disk, facts: i64) -> Check {
    let size = size(&hall.voice, size_of(&disk.places().journal()));
    let well = disk.damage().iter().all(|damage| damage.harm == Harm::Sled);
    check(hall, "journal", well, "cli-doctor-journal", &[("facts", facts.into()), ("size", size.into())])
}

/// A store somebody has open: the journal is read beside them.
fn looked(hall: &Hall, store: &Path, holder: Box<Holder>) -> Result<Vec<Check>, Stop> {
    let who = [("user", holder.user.clone().into()), ("pid", holder.pid.to_string().into())];
    let stop = |cause| trouble::stop(&Trouble::Store(cause), &hall.voice);
    let mut log = Onlooker::open(store, Cause::Locked(holder)).map_err(stop)?;
    let facts = facts(hall, &mut log)?;
    let size = size(&hall.voice, size_of(&log.places().journal()));
    let args = [("facts", facts.into()), ("size", size.into())];
    let mut checks = vec![
        check(hall, "lock", true, "cli-doctor-lock_held", &who),
        check(hall, "journal", log.damage().is_empty(), "cli-doctor-journal_beside", &args),
    ];
    checks.extend(log.damage().iter().map(|damage| named(hall, damage)));
    checks.extend(copies::backups(hall, store, &Losses::of(log.last().device, log.damage())).checks);
    Ok(checks)
}

fn facts(hall: &Hall, log: &mut dyn Log) -> Result<i64, Stop> {
    let mut facts = 0_i64;
    let read = log.since(Position::default(), &mut |_, _| {
        facts += 1;
        Ok(())
    });
    read.map(|_| facts).map_err(|cause| trouble::stop(&Trouble::Store(cause), &hall.voice))
}

fn losses(hall: &Hall, damage: &[Damage]) -> Vec<Check> {
    damage.iter().filter(|damage| matches!(damage.harm, Harm::Lost { .. })).map(|damage| named(hall, damage)).collect()
}

/// A damage, exactly.
fn named(hall: &Hall, damage: &Damage) -> Check {
    let (segment, line) = (i64::from(damage.segment), damage.line as i64);
    let place = [("segment", segment.into()), ("line", line.into())];
    match damage.harm {
        Harm::Lost { first, last } => {
            let args = [("first", (first as i64).into()), ("last", (last as i64).into())];
            let key = if first == last { "cli-doctor-lost_one" } else { "cli-doctor-lost" };
            check(hall, "lost", false, key, &args)
        }
        Harm::Line | Harm::Header => check(hall, "damage", false, "cli-doctor-line", &place),
        Harm::Meaning => check(hall, "damage", false, "cli-doctor-meaning", &place),
        Harm::Gone => check(hall, "damage", false, "cli-doctor-gone", &place),
        Harm::Chain => check(hall, "damage", false, "cli-doctor-chain", &place),
        Harm::Short { .. } => check(hall, "damage", false, "cli-doctor-short", &place),
        Harm::Sled => check(hall, "damage", false, "cli-doctor-sled_rebuilt", &[]),
    }
}

fn check(
    hall: &Hall,
    name: &'static str,
    mark: impl Into<Mark>,
    key: &str,
    args: &[(&str, crate::voice::Arg)],
) -> Check {
    Check { name, mark: mark.into(), words: hall.voice.tell(key, args) }
}

fn format(hall: &Hall, store: &Path) -> Check {
    let text = fs::read_to_string(store.join("FORMAT")).unwrap_or_default();
    let first = text.lines().next().unwrap_or_default().to_owned();
    let well = first.starts_with("vigie-store ");
    check(
        hall,
        "format",
        well,
        if well { "cli-doctor-format" } else { "cli-doctor-format_bad" },
        &[("text", first.into())],
    )
}

/// sled compared with the journal; what was lost on one side is taken from the other.
fn sled(hall: &Hall, disk: &Disk, facts: i64) -> Check {
    if disk.damage().iter().any(|damage| damage.harm == Harm::Sled) {
        return check(hall, "sled", false, "cli-doctor-sled_rebuilt", &[]);
    }
    if disk.healed() > 0 {
        return check(hall, "sled", true, "cli-doctor-healed", &[("count", (disk.healed() as i64).into())]);
    }
    let compared = disk.compared() as i64;
    let (mark, key) = match compared {
        0 => (Mark::Mute, "cli-doctor-sled_empty"),
        all if all >= facts => (Mark::Well, "cli-doctor-sled"),
        _ => (Mark::Well, "cli-doctor-sled_behind"),
    };
    check(hall, "sled", mark, key, &[("count", compared.into()), ("facts", facts.into())])
}

/// What was damaged once and kept.
fn aside(hall: &Hall, store: &Path) -> Option<Check> {
    let folder = store.join("quarantine");
    let many = fs::read_dir(&folder).map_or(0, Iterator::count);
    let args = [("count", many.into()), ("folder", folder.display().to_string().into())];
    (many > 0).then(|| check(hall, "quarantine", Mark::Mute, "cli-doctor-aside", &args))
}

/// A cache: missing or old, it is written anew.
fn snapshot(hall: &Hall, disk: &Disk) -> Check {
    let path = disk.places().snapshot();
    let day = crate::desk::Clock::System.local().0;
    let (mark, key) = match memo::read(&path, &hall.playbook().value, day) {
        Some(_) => (Mark::Well, "cli-doctor-snapshot"),
        None if path.exists() => (Mark::Mute, "cli-doctor-snapshot_old"),
        None => (Mark::Mute, "cli-doctor-snapshot_none"),
    };
    check(hall, "snapshot", mark, key, &[])
}

fn space(hall: &Hall, store: &Path) -> Check {
    match rustix::fs::statvfs(store) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize) / (1 << 20);
            let key = if free < LITTLE { "cli-doctor-space_little" } else { "cli-doctor-space" };
            check(hall, "space", free >= LITTLE, key, &[("free", (free as i64).into())])
        }
        Err(error) => check(hall, "space", false, "cli-doctor-space_unknown", &[("why", error.to_string().into())]),
    }
}

fn settings(hall: &Hall) -> Check {
    let playbook = hall.playbook();
    let mistake = hall.setup.config.mistake.as_ref().or(playbook.mistake.as_ref());
    match mistake {
        Some(mistake) => Check { name: "settings", mark: Mark::Ill, words: setup::sentence(mistake, &hall.voice) },
        None => check(hall, "settings", true, "cli-doctor-settings", &[]),
    }
}

fn told(hall: &mut Hall, checks: &[Check]) {
    let store = hall.setup.store.value.display().to_string();
    hall.page.line(&store);
    for check in checks {
        hall.page.line(&format!("{} {}", check.mark.sign(), check.words));
    }
    let well = is_well(checks);
    let last = hall.voice.say(if well { "cli-doctor-well" } else { "cli-doctor-ill" }).to_owned();
    hall.page.line(&last);
    let list: Vec<_> = checks
        .iter()
        .map(|check| json!({ "name": check.name, "ok": check.mark != Mark::Ill, "words": check.words }))
        .collect();
    hall.page.json(&json!({ "store": store, "ok": well, "checks": list }));
}

fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).map(|entries| entries.filter_map(Result::ok).collect::<Vec<_>>());
    entries.unwrap_or_default().iter().filter_map(|entry| entry.metadata().ok()).map(|meta| meta.len()).sum()
}
