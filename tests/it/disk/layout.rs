//! Folders and files: who may read them, who holds them, which version wrote them.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use super::{Store, all, catch_up, holder, sample};
use vigie::{
    log::{Cause, Disk, Log, Onlooker},
    sales::fact::Target,
};

fn modes(folder: &Path, found: &mut Vec<(String, u32)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.metadata().unwrap();
        let wanted = if kind.is_dir() { 0o700 } else { 0o600 };
        if kind.permissions().mode() & 0o777 != wanted {
            found.push((entry.path().display().to_string(), kind.permissions().mode() & 0o777));
        }
        if kind.is_dir() {
            modes(&entry.path(), found);
        }
    }
}

#[test]
fn only_the_owner_may_enter_and_read() {
    let store = Store::small_segments();
    let mut disk = store.open();
    disk.record(&sample(&disk, 20)).unwrap();
    catch_up(&mut disk);
    let mut wrong = Vec::new();
    modes(store.dir.path(), &mut wrong);
    assert_eq!(wrong, []);
}

#[test]
fn a_new_store_has_every_place() {
    let store = Store::new();
    let disk = store.open();
    assert!(disk.created());
    for name in ["FORMAT", "LOCK", "CURRENT", "gen-0001/journal/00000001.jsonl", "drafts", "backups", "quarantine"] {
        assert!(store.root().join(name).exists(), "{name}");
    }
    assert_eq!(fs::read_to_string(store.root().join("CURRENT")).unwrap(), "gen-0001\n");
    drop(disk);
    assert!(!store.open().created());
}

#[test]
fn the_device_is_kept() {
    let store = Store::new();
    let device = store.open().last().device;
    assert!(device > 0 && device < 1 << 53);
    assert_eq!(store.open().last().device, device);
    assert_ne!(Store::new().open().last().device, device);
    assert!(fs::read_to_string(store.root().join("FORMAT")).unwrap().contains(&format!("device {device}")));
}

#[test]
fn a_second_opener_is_told_who_holds_the_store() {
    let store = Store::new();
    let disk = store.open();
    assert_eq!(store.try_open().err(), Some(Cause::Locked(Box::new(holder()))));
    drop(disk);
    assert!(store.try_open().is_ok());
}

#[test]
fn a_newer_store_is_left_alone() {
    let (store, _) = Store::new().with(3, true);
    fs::write(store.root().join("FORMAT"), "vigie-store 2\ndevice 7\nsomething new\n").unwrap();
    fs::rename(store.sled(), store.root().join("gen-0001/engine")).unwrap();
    let before = fs::read_dir(store.root().join("gen-0001")).unwrap().count();
    assert_eq!(store.try_open().err(), Some(Cause::NewerFormat { found: 2 }));
    assert_eq!(Onlooker::open(&store.root(), Cause::ReadOnly).err(), Some(Cause::NewerFormat { found: 2 }));
    assert_eq!(fs::read_dir(store.root().join("gen-0001")).unwrap().count(), before);
}

#[test]
fn a_lost_format_is_written_again() {
    for garbage in [None, Some(""), Some("vigie-st"), Some("vigie-store x"), Some("\0\0\0\0")] {
        let (store, facts) = Store::new().with(3, false);
        let device = facts[0].id.device;
        match garbage {
            None => fs::remove_file(store.root().join("FORMAT")).unwrap(),
            Some(text) => fs::write(store.root().join("FORMAT"), text).unwrap(),
        }
        let mut disk = store.open();
        assert_eq!((disk.last().device, disk.created()), (device, false));
        assert_eq!(all(&mut disk), facts);
        assert!(fs::read_to_string(store.root().join("FORMAT")).unwrap().starts_with("vigie-store 1\n"));
    }
}

#[test]
fn a_lost_format_of_a_newer_store_is_not_guessed() {
    let (store, _) = Store::new().with(1, false);
    fs::remove_file(store.root().join("FORMAT")).unwrap();
    let json = r#"{"journal":9,"segment":1,"device":7,"previous":"","facts":0,"stamp":0,"seqs":{}}"#;
    fs::write(store.segment(1), format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes()))).unwrap();
    assert_eq!(store.try_open().err(), Some(Cause::NewerFormat { found: 9 }));
}

#[test]
fn a_lost_current_is_written_again_where_there_is_no_doubt() {
    let (store, facts) = Store::new().with(3, false);
    fs::write(store.root().join("CURRENT"), "gen-00").unwrap();
    assert_eq!(all(&mut store.open()), facts);
    assert_eq!(fs::read_to_string(store.root().join("CURRENT")).unwrap(), "gen-0001\n");
    // What has no journal never was a generation.
    fs::create_dir(store.root().join("gen-0002")).unwrap();
    fs::remove_file(store.root().join("CURRENT")).unwrap();
    assert_eq!(all(&mut store.open()), facts);
    assert_eq!(fs::read_to_string(store.root().join("CURRENT")).unwrap(), "gen-0001\n");
}

#[test]
fn another_folder_or_a_file_is_no_store() {
    let store = Store::new();
    fs::create_dir(store.root()).unwrap();
    fs::write(store.root().join("thèse.odt"), "…").unwrap();
    assert_eq!(store.try_open().err(), Some(Cause::NotAStore(store.root())));
    assert_eq!(fs::read_dir(store.root()).unwrap().count(), 1);
    let file = store.root().join("thèse.odt");
    assert_eq!(Disk::open(&file, &holder()).err(), Some(Cause::NotAStore(file.clone())));
}

#[test]
fn an_interrupted_creation_is_finished() {
    let store = Store::new();
    drop(store.open());
    for missing in ["FORMAT", "CURRENT", "gen-0001", "drafts", "LOCK"] {
        let path = store.root().join(missing);
        fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path)).unwrap();
        let mut disk = store.open();
        assert_eq!(all(&mut disk), []);
        let facts = sample(&disk, 1);
        disk.record(&facts).unwrap();
        drop(disk);
        fs::remove_dir_all(store.root()).unwrap();
        drop(store.open());
    }
}

#[test]
fn a_store_in_a_folder_that_cannot_be_written_is_refused_with_the_reason() {
    let store = Store::new();
    let blocker = store.dir.path().join("blocker");
    fs::write(&blocker, "").unwrap();
    let Err(Cause::NotAStore(at)) = Disk::open(&blocker.join("store"), &holder()) else {
        panic!("opened under a file")
    };
    assert!(at.starts_with(&blocker));
}

#[test]
fn an_onlooker_reads_beside_the_holder() {
    let store = Store::small_segments();
    let mut disk = store.open();
    let first = sample(&disk, 8);
    disk.record(&first).unwrap();
    let Err(why) = store.try_open() else { panic!("opened twice") };
    let mut onlooker = Onlooker::open(&store.root(), why.clone()).unwrap();
    assert_eq!(all(&mut onlooker), first);
    let here = onlooker.position();
    let more = sample(&disk, 30);
    disk.record(&more).unwrap();
    assert_eq!(super::from(&mut onlooker, here), more);
    assert_eq!(onlooker.last(), disk.last());
    assert_eq!(onlooker.facts_of(super::contact(3)).unwrap(), disk.facts_of(super::contact(3)).unwrap());
    assert!(onlooker.has_act(more[4].act).unwrap());
    assert_eq!(onlooker.facts_under(Target::Fact(more[4].id)).unwrap(), more[4..5]);
    assert_eq!(onlooker.facts_under(Target::Act(more[4].act)).unwrap(), more[4..5]);
    let refused = onlooker.record(&sample(&disk, 1)).unwrap_err();
    assert_eq!(refused.cause(), &why);
}

#[test]
fn an_onlooker_leaves_out_what_is_just_being_written() {
    let (store, facts) = Store::new().with(5, false);
    let whole = fs::read(store.segment(1)).unwrap();
    for missing in [1, 2, 40] {
        fs::write(store.segment(1), &whole[..whole.len() - missing]).unwrap();
        store.forget_marks();
        let mut onlooker = Onlooker::open(&store.root(), Cause::ReadOnly).unwrap();
        assert_eq!(all(&mut onlooker), facts[..4]);
        assert_eq!(fs::read(store.segment(1)).unwrap().len(), whole.len() - missing);
        fs::write(store.segment(1), &whole).unwrap();
        assert_eq!(all(&mut onlooker), facts);
    }
}
