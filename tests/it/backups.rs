//! Backups and repairs: one file that holds everything or says it does not; nothing of before is lost, what neither
//! copy has is said.

use std::{fs, os::unix::fs::PermissionsExt, process::Command};

use rustix::fs::{Mode, chmod};
use serde_json::Value;
use vigie::{
    log::{Backups, Cause, Disk, Holder, Idle, Log, Position, backup},
    sales::{fact::Fact, moment::Day},
};

use super::talk::Home;

fn facts(home: &Home) -> Vec<Fact> {
    let mut disk = Disk::open(&home.store(), &Holder::default()).unwrap();
    let mut facts = Vec::new();
    disk.since(Position::default(), &mut |_, fact| {
        facts.push(fact);
        Ok(())
    })
    .unwrap();
    facts
}

fn path(told: &Value, key: &str) -> std::path::PathBuf {
    told[key].as_str().unwrap_or_else(|| panic!("{told}")).into()
}

#[test]
fn a_backup_comes_back_in_an_empty_store_and_beside_another() {
    let home = Home::with_marie();
    let before = facts(&home);
    let told = home.json(&["backup", "copie.gz"]);
    assert_eq!((told["facts"].as_u64(), told["lost"].as_u64()), (Some(before.len() as u64), Some(0)));
    home.does(&["add", "Zoé Durand"]);
    let other = home.path("other");
    let other = other.to_str().unwrap();
    let told = home.json(&["--store", other, "restore", "copie.gz"]);
    assert_eq!(told["kept"], Value::Null);
    assert!(home.does(&["--store", other, "list"]).contains("Lefèvre"));
    let device = |facts: &[Fact]| facts.last().unwrap().id.device;
    let told = home.json(&["restore", "copie.gz"]);
    assert_eq!(facts(&home), before);
    assert_eq!(told["before"].as_u64(), Some(before.len() as u64 + 1));
    home.does(&["add", "Karim Benali"]);
    assert_ne!(device(&facts(&home)), device(&before), "numbers given after the backup are not given twice");
    // What was there before comes back as well.
    let kept = path(&told, "kept");
    home.does(&["restore", kept.to_str().unwrap()]);
    let listed = home.does(&["list"]);
    assert!(listed.contains("Zoé") && !listed.contains("Karim"), "{listed}");
    home.does(&["doctor"]);
}

#[test]
fn a_backup_is_made_beside_whoever_records() {
    let home = Home::with_marie();
    let disk = Disk::open(&home.store(), &Holder { pid: 42, ..Holder::default() }).unwrap();
    let journal = disk.places().journal().join("00000001.jsonl");
    // Half a line: what is just being written.
    let whole = fs::read(&journal).unwrap();
    fs::write(&journal, [&whole[..], b"12345678 {\"id\":"].concat()).unwrap();
    let told = home.json(&["backup"]);
    assert_eq!((told["facts"].as_u64(), told["lost"].as_u64()), (Some(1), Some(0)));
    let sentence = home.refuses(4, &["restore", path(&told, "file").to_str().unwrap()]);
    assert!(sentence.contains("est ouvert"), "{sentence}");
    drop(disk);
}

#[test]
fn a_backup_replaces_a_backup_and_nothing_else() {
    let home = Home::with_marie();
    home.with("notes.txt", b"mine");
    let sentence = home.refuses(4, &["backup", "notes.txt"]);
    assert!(sentence.contains("pas une copie"), "{sentence}");
    assert_eq!(fs::read(home.path("notes.txt")).unwrap(), b"mine");
    home.does(&["backup", "copie.gz"]);
    home.does(&["add", "Zoé"]);
    assert_eq!(home.json(&["backup", "copie.gz"])["facts"], 2);
    fs::create_dir(home.path("usb")).unwrap();
    let into = path(&home.json(&["backup", "usb"]), "file");
    assert!(into.starts_with(home.path("usb").canonicalize().unwrap()), "{}", into.display());
    assert!(home.refuses(4, &["restore", "notes.txt"]).contains("pas une copie"));
    assert!(home.refuses(2, &["restore", "nowhere"]).contains("nowhere"));
    assert!(home.refuses(4, &["backup", "no/where/at-all.gz"]).contains("no/where"));
    assert_eq!(facts(&home).len(), 2);
}

#[test]
fn no_damage_to_a_backup_goes_unnoticed() {
    let home = Home::with_marie();
    home.does(&["backup", "copie.gz"]);
    let file = home.path("copie.gz");
    let whole = fs::read(&file).unwrap();
    let wanted = facts(&home);
    let restored = || {
        let mut found = Vec::new();
        let mut take = |fact| {
            found.push(fact);
            Ok(())
        };
        let read = backup::read(&file, &mut take, &mut |_, _| ());
        read.map(|summary| (summary, found))
    };
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&file, &bytes).unwrap();
        // A few bits of the envelope mean nothing: then everything is there all the same.
        assert!(restored().is_ok_and(|(_, found)| found == wanted) || restored().is_err(), "byte {at}");
        fs::write(&file, &whole[..at]).unwrap();
        let cut = restored().unwrap_err();
        assert!(matches!(cut, Cause::NotABackup(_) | Cause::SpoiltBackup { .. }), "cut at {at}: {cut:?}");
    }
    fs::write(&file, &whole[..whole.len() - 30]).unwrap();
    home.refuses(4, &["restore", "copie.gz"]);
    assert_eq!(facts(&home), wanted);
}

#[test]
fn one_a_day_is_kept_for_seven_days_where_something_changed() {
    let home = Home::with_marie();
    let backups = Backups::of(&home.store());
    let day = |n: i32| Day::of(2026, 11, 1).unwrap().plus(n);
    assert!(backups.is_due(day(0)));
    for n in 0..9 {
        backups.make(day(n), 1_795_000_000_000, &mut |_, _| ()).unwrap();
    }
    let all = backups.all().unwrap();
    assert_eq!(all.len(), 7);
    assert!(all[0].ends_with("vigie-2026-11-03.jsonl.gz"), "{all:?}");
    assert!(!backups.is_due(day(9)), "nothing new to copy");
    home.does(&["add", "Zoé"]);
    assert!(backups.is_due(day(9)) && !backups.is_due(day(8)));
}

#[test]
fn what_a_damaged_journal_no_longer_says_is_counted_and_older_backups_stay() {
    let home = Home::with_marie();
    home.does(&["add", "Zoé"]);
    let backups = Backups::of(&home.store());
    let day = |n: i32| Day::of(2026, 11, 1).unwrap().plus(n);
    for n in 0..7 {
        backups.make(day(n), 1, &mut |_, _| ()).unwrap();
    }
    let journal = home.store().join("gen-0001/journal/00000001.jsonl");
    let mut bytes = fs::read(&journal).unwrap();
    let middle = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 99;
    bytes[middle] ^= 1;
    fs::write(&journal, bytes).unwrap();
    let (_, summary) = backups.make(day(7), 1, &mut |_, _| ()).unwrap();
    assert_eq!((summary.facts, summary.lost), (1, 1));
    assert_eq!(backups.all().unwrap().len(), 8);
    assert!(home.ask(&["backup"]).out.contains("Une ligne illisible n'y est pas"));
}

#[test]
fn a_backup_that_cannot_be_written_says_why_and_leaves_nothing() {
    if rustix::process::geteuid().is_root() {
        println!("skipped: root may write everywhere");
        return;
    }
    let home = Home::with_marie();
    fs::create_dir(home.path("locked")).unwrap();
    chmod(home.path("locked"), Mode::from_raw_mode(0o500)).unwrap();
    assert!(home.refuses(4, &["backup", "locked/copie.gz"]).contains("droits"));
}

/// Five people; the third one's line is damaged, and sled had followed or not.
fn damaged(followed: bool) -> Home {
    let home = Home::new();
    for name in ["Ana Un", "Bob Deux", "Cléo Trois", "Dan Quatre", "Eva Cinq"] {
        home.does(&["add", name]);
    }
    if followed {
        let mut disk = Disk::open(&home.store(), &Holder::default()).unwrap();
        while disk.idle().unwrap() == Idle::More {}
        Box::new(disk).close().unwrap();
    } else {
        fs::remove_file(home.store().join("gen-0001/echo")).unwrap();
    }
    let journal = home.store().join("gen-0001/journal/00000001.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replace("Cléo", "Clea")).unwrap();
    home
}

#[test]
fn a_damaged_line_is_taken_from_the_other_copy_and_the_journal_repaired() {
    let home = damaged(true);
    let told = home.ask(&["doctor"]);
    assert!(told.code == 4 && told.out.contains("segment 1, ligne 4\u{a0}: illisible"), "{}", told.out);
    assert!(told.out.contains("doctor --repair") && !told.out.contains("aucune copie"), "{}", told.out);
    assert!(home.does(&["list"]).contains("Cléo"));
    let told = home.json(&["doctor", "--repair"]);
    assert_eq!(told["ok"], true, "{told}");
    let told = home.does(&["doctor"]);
    assert!(told.contains("Tout va bien") && told.contains("mis de côté dans"), "{told}");
    assert!(home.does(&["list"]).contains("Cléo"));
    assert!(home.store().join("quarantine/gen-0001-0001/journal").exists());
}

#[test]
fn what_neither_copy_has_is_said_once_by_its_number() {
    let home = damaged(false);
    let told = home.ask(&["doctor"]);
    assert!(told.code == 4 && told.out.contains("n° 3 n'est dans aucune copie"), "{}", told.out);
    let told = home.ask(&["--lang", "en", "doctor", "--repair"]);
    assert!(told.code == 4 && told.out.contains("no. 3 is in neither copy"), "{}", told.out);
    assert!(told.out.contains("repaired: all that can be read"), "{}", told.out);
    home.does(&["doctor"]);
    let listed = home.does(&["list"]);
    assert!(listed.contains("Eva") && !listed.contains("Cléo"), "{listed}");
    home.does(&["add", "Flo Six"]);
    assert_eq!(facts(&home).last().unwrap().id.seq, 6);
}

#[test]
fn what_both_copies_lost_is_taken_from_a_backup() {
    let home = damaged(false);
    let text = fs::read_to_string(journal(&home)).unwrap();
    fs::write(journal(&home), text.replace("Clea", "Cléo")).unwrap();
    home.does(&["backup"]);
    fs::write(journal(&home), text).unwrap();
    let told = home.ask(&["doctor"]);
    assert!(told.code == 4 && told.out.contains("a cette écriture"), "{}", told.out);
    assert!(!home.does(&["list"]).contains("Cléo"));
    // It is not forgotten by being said once.
    assert!(home.ask(&["list"]).err.contains("n° 3"));
    let told = home.does(&["doctor", "--repair"]);
    assert!(told.contains("reprise de la sauvegarde") && told.contains("Tout va bien"), "{told}");
    assert!(home.does(&["list"]).contains("Cléo"));
    let told = home.does(&["doctor"]);
    assert!(told.contains("une sauvegarde, relue en entier") && told.contains("5 faits comparés"), "{told}");
}

#[test]
fn doctor_says_which_backup_is_spoilt_and_shuts_what_stands_open() {
    let home = Home::with_marie();
    let told = home.does(&["doctor"]);
    assert!(told.contains("· la copie rapide était vide") && told.contains("✓ vous seul"), "{told}");
    assert!(home.does(&["doctor"]).contains("✓ la copie rapide dit la même chose"));
    let file = path(&home.json(&["backup"]), "file");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 8;
    fs::write(&file, bytes).unwrap();
    chmod(&file, Mode::from_raw_mode(0o644)).unwrap();
    chmod(home.store(), Mode::from_raw_mode(0o755)).unwrap();
    let told = home.ask(&["doctor"]);
    assert!(told.code == 4 && told.out.contains("est abîmée et ne peut plus servir"), "{}", told.out);
    assert!(told.out.contains("2 fichiers ou dossiers pouvaient être lus"), "{}", told.out);
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(&home.store())), (0o600, 0o700));
    fs::remove_file(file).unwrap();
    home.does(&["doctor"]);
}

fn journal(home: &Home) -> std::path::PathBuf {
    home.store().join("gen-0001/journal/00000001.jsonl")
}

#[test]
fn doctor_looks_beside_an_open_cockpit() {
    let home = Home::with_marie();
    let disk = Disk::open(&home.store(), &Holder { pid: 42, ..Holder::default() }).unwrap();
    let told = home.does(&["doctor"]);
    assert!(told.contains("le dossier ouvert") && told.contains("journal lu en entier à côté"), "{told}");
    assert!(home.ask(&["doctor", "--repair"]).out.contains("est ouvert"));
    drop(disk);
}

#[test]
fn a_copied_folder_is_told_from_the_one_it_was_copied_from() {
    let home = Home::with_marie();
    let before = facts(&home);
    let copied = Command::new("cp").arg("-a").arg(home.store()).arg(home.path("copy")).status().unwrap();
    assert!(copied.success());
    let copy = home.path("copy");
    let beside = |words: &[&str]| home.ask(&[&["--store", copy.to_str().unwrap()], words].concat());
    let told = beside(&["add", "Zoé"]);
    assert!(told.code == 0 && told.err.contains("est une copie"), "{}", told.err);
    assert_eq!(beside(&["add", "Karim"]).err, "", "it is said once");
    home.does(&["add", "Karim"]);
    assert_eq!(facts(&home).last().unwrap().id.device, before[0].id.device);
    let ids = |disk: &mut Disk| {
        let mut ids = Vec::new();
        disk.since(Position::default(), &mut |_, fact| {
            ids.push(fact.id);
            Ok(())
        })
        .unwrap();
        ids
    };
    let there = ids(&mut Disk::open(&copy, &Holder::default()).unwrap());
    assert_eq!(there[0], before[0].id);
    assert!(there[1].device != there[0].device && there[1].seq == 1 && there[2].seq == 2, "{there:?}");
    // A folder that is only moved is the same one.
    fs::rename(home.store(), home.path("moved")).unwrap();
    assert_eq!(home.ask(&["--store", home.path("moved").to_str().unwrap(), "list"]).err, "");
}
