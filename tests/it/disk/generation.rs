//! The next generation: whole or not there, whatever happens in between.

use std::fs;

use vigie::log::{Log, Old};

use super::{Store, all, assert_whole, catch_up, sample};

fn names(store: &Store, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(store.root().join(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn generations(store: &Store) -> Vec<String> {
    names(store, ".").into_iter().filter(|name| name.starts_with("gen-")).collect()
}

#[test]
fn a_store_goes_on_in_the_next_generation() {
    let (store, facts) = Store::small_segments().with(40, true);
    let mut disk = store.open();
    disk.renew(Old::Keep, &mut Some).unwrap();
    assert_whole(&mut disk, &facts);
    let more = sample(&disk, 5);
    disk.record(&more).unwrap();
    catch_up(&mut disk);
    let facts = [facts, more].concat();
    assert_whole(&mut disk, &facts);
    disk.check_all().unwrap();
    assert_eq!(disk.damage(), []);
    assert_eq!(
        (generations(&store), names(&store, "quarantine")),
        (vec!["gen-0002".into()], vec!["gen-0001-0001".into()])
    );
    Box::new(disk).close().unwrap();
    assert_eq!(fs::read_to_string(store.root().join("CURRENT")).unwrap(), "gen-0002\n");
    let header = fs::read_to_string(store.root().join("gen-0002/journal/00000001.jsonl")).unwrap();
    assert!(!header.contains(r#""previous":"","#), "it goes on from the one before");
    assert_whole(&mut store.open(), &facts);
}

#[test]
fn what_is_left_out_is_nowhere_any_more() {
    let (store, facts) = Store::small_segments().with(40, true);
    for folder in ["quarantine", "backups"] {
        fs::write(store.root().join(folder).join("copy"), "note 7").unwrap();
    }
    let mut disk = store.open();
    disk.renew(Old::Erase, &mut |fact| Some(fact).filter(|fact| fact.id.seq != 7)).unwrap();
    catch_up(&mut disk);
    drop(disk);
    assert_eq!(all(&mut store.open()), [&facts[..6], &facts[7..]].concat());
    assert_eq!((generations(&store), names(&store, "quarantine")), (vec!["gen-0002".into()], vec![]));
    assert_eq!(names(&store, "backups"), Vec::<String>::new());
    assert!(!store.root().join("gen-0002/erase").exists());
}

#[test]
fn a_crash_before_the_next_generation_has_its_name_leaves_the_live_one() {
    let (store, facts) = Store::new().with(9, true);
    let half = store.root().join("gen-0002.new");
    fs::create_dir_all(half.join("journal")).unwrap();
    fs::write(half.join("journal/00000001.jsonl"), "half").unwrap();
    assert_whole(&mut store.open(), &facts);
    assert_eq!(generations(&store), ["gen-0001"]);
}

#[test]
fn a_crash_after_the_next_generation_has_its_name_goes_on_there() {
    for (erase, left) in [(true, 0), (false, 1)] {
        let (store, facts) = Store::new().with(9, true);
        let mut disk = store.open();
        disk.renew(Old::Keep, &mut Some).unwrap();
        drop(disk);
        // As it was before CURRENT was written and the old one was put away.
        fs::rename(store.root().join("quarantine/gen-0001-0001"), store.root().join("gen-0001")).unwrap();
        fs::write(store.root().join("CURRENT"), "gen-0001\n").unwrap();
        if erase {
            fs::write(store.root().join("gen-0002/erase"), "").unwrap();
        }
        assert_whole(&mut store.open(), &facts);
        assert_eq!(generations(&store), ["gen-0002"]);
        assert_eq!(names(&store, "quarantine").len(), left);
    }
}

#[test]
fn a_renewal_that_fails_changes_nothing() {
    let (store, facts) = Store::new().with(9, true);
    let mut disk = store.open();
    let mut many = 0;
    // Where the next generation would be stands a file in a folder that cannot be taken away.
    fs::write(store.root().join("gen-0002"), "in the way").unwrap();
    let renewed = disk.renew(Old::Erase, &mut |fact| {
        many += 1;
        Some(fact)
    });
    assert!(renewed.is_err() && many == 9);
    assert_whole(&mut disk, &facts);
    let more = sample(&disk, 1);
    disk.record(&more).unwrap();
    drop(disk);
    fs::remove_file(store.root().join("gen-0002")).unwrap();
    assert_whole(&mut store.open(), &[facts, more].concat());
}
