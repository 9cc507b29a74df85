//! `vigie doctor`: looks at the store piece by piece and says what was checked, and what it found. With `--repair` the
//! damaged files are kept aside, the store is written anew, and looked at again.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    desk::{Trouble, memo},
    log::{Backups, Cause, Damage, Disk, Harm, Holder, Log, Old, Onlooker, Position},
};

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
    well: bool,
    words: String,
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
        Ok(disk) => checks.extend(held(hall, disk, said.repair)?),
        Err(Cause::Locked(holder)) if !said.repair => checks.extend(looked(hall, &store, holder)?),
        Err(cause) => {
            checks.push(Check { name: "lock", well: false, words: unheld(hall, cause).sentence });
        }
    }
    checks.push(backups(hall, &store));
    checks.extend(aside(hall, &store));
    checks.push(space(hall, &store));
    checks.push(settings(hall));
    told(hall, &checks);
    Ok(if checks.iter().all(|check| check.well) { Code::Fine } else { Code::Store })
}

/// A store that is ours for the moment: everything is compared with everything.
fn held(hall: &Hall, mut disk: Disk, repair: bool) -> Result<Vec<Check>, Stop> {
    let stop = |cause| trouble::stop(&Trouble::Store(cause), &hall.voice);
    disk.check_all().map_err(stop)?;
    let harmed = !disk.damage().is_empty();
    let mut checks = vec![check(hall, "lock", true, "cli-doctor-lock_free", &[])];
    if repair && harmed {
        let lost: Vec<Check> = losses(hall, disk.damage());
        let kept = disk.renew(Old::Keep, &mut Some).map_err(stop)?;
        disk.check_all().map_err(stop)?;
        let folder = kept.unwrap_or_else(|| disk.places().quarantine()).display().to_string();
        checks.push(check(
            hall,
            "repair",
            disk.damage().is_empty(),
            "cli-doctor-repaired",
            &[("folder", folder.into())],
        ));
        checks.extend(lost);
    }
    let facts = facts(hall, &mut disk)?;
    let size = size(&hall.voice, size_of(&disk.places().journal()));
    let args = [("facts", facts.into()), ("size", size.into())];
    let well = disk.damage().iter().all(|damage| damage.harm == Harm::Sled);
    checks.push(check(hall, "journal", well, "cli-doctor-journal", &args));
    checks.extend(disk.damage().iter().filter(|damage| damage.harm != Harm::Sled).map(|damage| named(hall, damage)));
    checks.push(sled(hall, &disk));
    checks.push(snapshot(hall, &disk));
    if !well {
        checks.push(check(hall, "repair", false, "cli-doctor-repair", &[]));
    }
    Box::new(disk).close().map_err(stop)?;
    Ok(checks)
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

fn check(hall: &Hall, name: &'static str, well: bool, key: &str, args: &[(&str, crate::voice::Arg)]) -> Check {
    Check { name, well, words: hall.voice.tell(key, args) }
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
fn sled(hall: &Hall, disk: &Disk) -> Check {
    if disk.damage().iter().any(|damage| damage.harm == Harm::Sled) {
        return check(hall, "sled", false, "cli-doctor-sled_rebuilt", &[]);
    }
    match disk.healed() {
        0 => check(hall, "sled", true, "cli-doctor-sled", &[]),
        many => check(hall, "sled", true, "cli-doctor-healed", &[("count", (many as i64).into())]),
    }
}

/// The backups Vigie makes by itself.
fn backups(hall: &Hall, store: &Path) -> Check {
    let all = Backups::of(store).all().unwrap_or_default();
    let Some(last) = all.last() else { return check(hall, "backups", true, "cli-doctor-backups_none", &[]) };
    let file = last.display().to_string();
    check(hall, "backups", true, "cli-doctor-backups", &[("count", all.len().into()), ("file", file.into())])
}

/// What was damaged once and kept.
fn aside(hall: &Hall, store: &Path) -> Option<Check> {
    let folder = store.join("quarantine");
    let many = fs::read_dir(&folder).map_or(0, Iterator::count);
    let args = [("count", many.into()), ("folder", folder.display().to_string().into())];
    (many > 0).then(|| check(hall, "quarantine", true, "cli-doctor-aside", &args))
}

/// A cache: missing or old, it is written anew.
fn snapshot(hall: &Hall, disk: &Disk) -> Check {
    let path = disk.places().snapshot();
    let day = crate::desk::Clock::System.local().0;
    let key = match memo::read(&path, &hall.playbook().value, day) {
        Some(_) => "cli-doctor-snapshot",
        None if path.exists() => "cli-doctor-snapshot_old",
        None => "cli-doctor-snapshot_none",
    };
    check(hall, "snapshot", true, key, &[])
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
        Some(mistake) => Check { name: "settings", well: false, words: setup::sentence(mistake, &hall.voice) },
        None => check(hall, "settings", true, "cli-doctor-settings", &[]),
    }
}

fn told(hall: &mut Hall, checks: &[Check]) {
    let store = hall.setup.store.value.display().to_string();
    hall.page.line(&store);
    for check in checks {
        hall.page.line(&format!("{} {}", if check.well { "✓" } else { "✗" }, check.words));
    }
    let well = checks.iter().all(|check| check.well);
    let last = hall.voice.say(if well { "cli-doctor-well" } else { "cli-doctor-ill" }).to_owned();
    hall.page.line(&last);
    let list: Vec<_> =
        checks.iter().map(|check| json!({ "name": check.name, "ok": check.well, "words": check.words })).collect();
    hall.page.json(&json!({ "store": store, "ok": well, "checks": list }));
}

fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).map(|entries| entries.filter_map(Result::ok).collect::<Vec<_>>());
    entries.unwrap_or_default().iter().filter_map(|entry| entry.metadata().ok()).map(|meta| meta.len()).sum()
}
