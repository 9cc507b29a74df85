//! `vigie doctor`: looks at the store piece by piece and says what was checked, and what it found.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    desk::{Trouble, memo},
    log::{Cause, Damage, Disk, Harm, Holder, Log, Position, Remote},
    voice::Language,
};

use super::{
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

pub(super) fn run(hall: &mut Hall) -> Done {
    let store = hall.setup.store.value.clone();
    if !store.join("FORMAT").exists() {
        let empty = !store.exists() || fs::read_dir(&store).is_ok_and(|mut entries| entries.next().is_none());
        let key = if empty { "cli-doctor-nothing" } else { "cli-doctor-not_a_store" };
        let code = if empty { Code::Nothing } else { Code::Store };
        return Err(Stop::new(code, hall.voice.tell(key, &[("store", store.display().to_string().into())])));
    }
    let mut checks = vec![format(hall, &store)];
    let disk = Disk::open(&store, &hall.setup.holder());
    match disk {
        Ok(mut disk) => {
            checks.push(check(hall, "lock", true, "cli-doctor-lock_free", &[]));
            checks.extend(journal(hall, &mut disk)?);
            checks.push(sled(hall, &mut disk));
            checks.push(snapshot(hall, &disk));
            Box::new(disk).close().map_err(|cause| trouble::stop(&Trouble::Store(cause), &hall.voice))?;
        }
        Err(Cause::Locked(holder)) => checks.extend(beside(hall, &store, holder)?),
        Err(cause) => {
            let words = trouble::sentence(&Trouble::Store(cause), &hall.voice);
            checks.push(Check { name: "lock", well: false, words });
        }
    }
    checks.push(space(hall, &store));
    checks.push(settings(hall));
    told(hall, &checks);
    Ok(if checks.iter().all(|check| check.well) { Code::Fine } else { Code::Store })
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

/// What can be looked at while somebody has the store open: every line, but not the copy only they may open.
fn beside(hall: &Hall, store: &Path, holder: Box<Holder>) -> Result<Vec<Check>, Stop> {
    let (user, pid) = (holder.user.clone(), holder.pid.to_string());
    let held = check(hall, "lock", true, "cli-doctor-lock_held", &[("user", user.into()), ("pid", pid.into())]);
    let stop = |cause| trouble::stop(&Trouble::Store(cause), &hall.voice);
    let mut remote = Remote::open(store, holder).map_err(stop)?;
    let folder = remote.places().journal();
    Ok(std::iter::once(held).chain(lines(hall, &mut remote, &folder)?).collect())
}

/// Every line read and its sum checked; every closed segment against what its successor keeps.
fn journal(hall: &Hall, disk: &mut Disk) -> Result<Vec<Check>, Stop> {
    disk.check_all().map_err(|cause| trouble::stop(&Trouble::Store(cause), &hall.voice))?;
    let folder = disk.places().journal();
    lines(hall, disk, &folder)
}

fn lines(hall: &Hall, log: &mut dyn Log, folder: &Path) -> Result<Vec<Check>, Stop> {
    let mut facts = 0_i64;
    let read = log.since(Position::default(), &mut |_, _| {
        facts += 1;
        Ok(())
    });
    read.map_err(|cause| trouble::stop(&Trouble::Store(cause), &hall.voice))?;
    let bytes = size_of(folder);
    let harmed: Vec<Damage> = log.damage().iter().copied().filter(|damage| damage.harm != Harm::Sled).collect();
    let args = [("facts", facts.into()), ("size", megabytes(bytes, hall.voice.language()).into())];
    let mut checks = vec![check(hall, "journal", harmed.is_empty(), "cli-doctor-journal", &args)];
    for damage in harmed {
        let args = [("segment", i64::from(damage.segment).into()), ("line", (damage.line as i64).into())];
        checks.push(check(hall, "damage", false, "trouble-damaged", &args));
    }
    Ok(checks)
}

/// sled compared with the journal; what was lost on one side is taken from the other.
fn sled(hall: &Hall, disk: &mut Disk) -> Check {
    let settled = disk.settle();
    let aside = disk.damage().iter().any(|damage| damage.harm == Harm::Sled);
    match settled {
        Err(cause) => {
            Check { name: "sled", well: false, words: trouble::sentence(&Trouble::Store(cause), &hall.voice) }
        }
        Ok(()) if aside => check(hall, "sled", false, "cli-doctor-sled_rebuilt", &[]),
        Ok(()) if disk.healed() > 0 => {
            check(hall, "sled", false, "cli-doctor-healed", &[("count", (disk.healed() as i64).into())])
        }
        Ok(()) => check(hall, "sled", true, "cli-doctor-sled", &[]),
    }
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

fn megabytes(bytes: u64, language: Language) -> String {
    let mark = if language == Language::Fr { ',' } else { '.' };
    format!("{}{mark}{}", bytes / 1_000_000, bytes / 100_000 % 10)
}
