//! The snapshot and the drafts: read back to the byte, or known to be damaged.

use std::{fs, path::PathBuf, sync::Arc, thread};

use tempfile::TempDir;
use vigie::log::{Draft, Drafts, Position, Snapshot, SnapshotKey, Stale};

fn key() -> SnapshotKey {
    SnapshotKey { program: "0.1.0".into(), shape: 7 }
}

fn written() -> (TempDir, PathBuf, Vec<u8>) {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("snapshot");
    let book: Vec<u8> = (0..9000_u32).flat_map(u32::to_le_bytes).collect();
    let position = Position { segment: 3, offset: 77_777 };
    Snapshot::write(&path, &key(), position, &[(1, &book), (2, b""), (9, "été".as_bytes())]).unwrap();
    (dir, path, book)
}

#[test]
fn sections_come_back_to_the_byte() {
    let (_dir, path, book) = written();
    let snapshot = Snapshot::open(&path, &key()).unwrap();
    assert_eq!(snapshot.position(), Position { segment: 3, offset: 77_777 });
    assert_eq!(snapshot.tags().collect::<Vec<_>>(), [1, 2, 9]);
    assert_eq!(snapshot.section(1).unwrap(), book);
    assert_eq!(snapshot.section(2).unwrap(), b"");
    assert_eq!(snapshot.section(9).unwrap(), "été".as_bytes());
    assert!(matches!(snapshot.section(4), Err(Stale::NoSection(4))));
    snapshot.check().unwrap();
}

#[test]
fn a_shelf_is_read_anywhere_by_many_at_once() {
    let (_dir, path, book) = written();
    let shelf = Arc::new(Snapshot::open(&path, &key()).unwrap().shelf(1).unwrap());
    assert_eq!((shelf.len(), shelf.is_empty()), (36_000, false));
    let book = Arc::new(book);
    let readers = (0..4_usize).map(|n| {
        let (shelf, book) = (Arc::clone(&shelf), Arc::clone(&book));
        thread::spawn(move || {
            for at in (n * 100..35_000).step_by(999) {
                assert_eq!(shelf.read_at(at as u64, 50).unwrap(), book[at..at + 50]);
            }
        })
    });
    readers.collect::<Vec<_>>().into_iter().for_each(|reader| reader.join().unwrap());
    assert_eq!(shelf.read_at(36_000, 0).unwrap(), b"");
    assert!(shelf.read_at(35_999, 2).is_err());
    assert!(shelf.read_at(u64::MAX, 2).is_err());
}

#[test]
fn a_snapshot_of_another_program_or_shape_is_not_used() {
    let (_dir, path, _) = written();
    for other in [SnapshotKey { shape: 8, ..key() }, SnapshotKey { program: "0.2.0".into(), ..key() }] {
        let Err(Stale::OtherKey(found)) = Snapshot::open(&path, &other) else { panic!("used") };
        assert_eq!(found, key());
    }
    assert!(matches!(Snapshot::open(&path.with_extension("no"), &key()), Err(Stale::Absent)));
}

#[test]
fn no_flipped_bit_goes_unnoticed() {
    let (_dir, path, book) = written();
    let whole = fs::read(&path).unwrap();
    for at in (0..200).chain((200..whole.len()).step_by(701)) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        fs::write(&path, bytes).unwrap();
        let Ok(snapshot) = Snapshot::open(&path, &key()) else { continue };
        let wrong = snapshot.section(1).map_or(true, |found| found != book) || snapshot.section(9).is_err();
        assert!(wrong && snapshot.check().is_err(), "byte {at}");
        assert!(snapshot.section(1).map_or(true, |found| found == book));
    }
}

#[test]
fn no_cut_goes_unnoticed() {
    let (_dir, path, _) = written();
    let whole = fs::read(&path).unwrap();
    for length in (0..120).chain((120..whole.len()).step_by(997)) {
        fs::write(&path, &whole[..length]).unwrap();
        assert!(matches!(Snapshot::open(&path, &key()), Err(Stale::Damaged)), "cut at {length}");
    }
}

#[test]
fn writing_again_replaces_at_once_and_old_readers_keep_theirs() {
    let (dir, path, book) = written();
    let old = Snapshot::open(&path, &key()).unwrap();
    fs::write(path.with_file_name("snapshot.new"), vec![7; 99_999]).unwrap();
    Snapshot::write(&path, &key(), Position::default(), &[(1, b"new")]).unwrap();
    assert_eq!(Snapshot::open(&path, &key()).unwrap().section(1).unwrap(), b"new");
    assert_eq!(old.section(1).unwrap(), book);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_snapshot_that_cannot_be_written_leaves_the_last_one() {
    let (_dir, path, book) = written();
    fs::create_dir(path.with_file_name("snapshot.new")).unwrap();
    assert!(Snapshot::write(&path, &key(), Position::default(), &[(1, b"new")]).is_err());
    assert_eq!(Snapshot::open(&path, &key()).unwrap().section(1).unwrap(), book);
}

fn draft(place: &str, text: &str, kept_at: i64) -> Draft {
    Draft { place: place.into(), author: "Sandrine".into(), kept_at, text: text.into() }
}

#[test]
fn drafts_are_kept_one_a_place_and_an_author() {
    let dir = TempDir::new().unwrap();
    let drafts = Drafts::at(&dir.path().join("drafts")).unwrap();
    assert_eq!(drafts.all().unwrap(), vigie::log::drafts::Found::default());
    let strange = draft("note/../..\0contact:01J\n", "Bonjour\n« é » \u{202E}", 5);
    let second = draft("b", "deux", 9);
    drafts.keep(&draft("b", "un", 2)).unwrap();
    drafts.keep(&second).unwrap();
    drafts.keep(&strange).unwrap();
    let karim = Draft { author: "Karim".into(), ..draft("b", "à moi", 3) };
    drafts.keep(&karim).unwrap();
    assert_eq!(drafts.all().unwrap().drafts, [second.clone(), strange.clone(), karim.clone()]);
    drafts.forget("b", "Sandrine").unwrap();
    drafts.forget("b", "Sandrine").unwrap();
    assert_eq!(Drafts::at(&dir.path().join("drafts")).unwrap().all().unwrap().drafts, [strange, karim]);
}

#[test]
fn a_damaged_draft_is_named_and_the_others_are_read() {
    let dir = TempDir::new().unwrap();
    let drafts = Drafts::at(dir.path()).unwrap();
    drafts.keep(&draft("a", "un", 1)).unwrap();
    let mut files = fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().path());
    let path = files.find(|path| path.extension().is_some_and(|end| end == "json")).unwrap();
    drafts.keep(&draft("b", "deux", 2)).unwrap();
    let whole = fs::read(&path).unwrap();
    for (at, length) in [(30, whole.len()), (0, whole.len()), (0, 0), (0, 20)] {
        let mut bytes = whole[..length].to_vec();
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1;
        }
        fs::write(&path, bytes).unwrap();
        let found = drafts.all().unwrap();
        assert_eq!(found.drafts, [draft("b", "deux", 2)]);
        assert_eq!(found.damaged, [path.file_name().unwrap().to_str().unwrap()]);
    }
}

#[test]
fn two_sittings_keep_theirs_apart_and_what_one_leaves_is_taken_over_once() {
    let dir = TempDir::new().unwrap();
    let sittings: Vec<Drafts> = (0..4).map(|_| Drafts::at(dir.path()).unwrap()).collect();
    let [one, two, three, four] = sittings.try_into().unwrap();
    one.keep(&draft("form contact", "un", 1)).unwrap();
    two.keep(&draft("form contact", "deux", 2)).unwrap();
    assert!(three.take_over("Sandrine").unwrap().is_empty(), "they are being typed");
    drop((one, two));
    assert!(three.take_over("Karim").unwrap().is_empty());
    let taken = three.take_over("Sandrine").unwrap();
    assert_eq!(taken.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["deux", "un"]);
    assert!(taken.iter().all(|draft| draft.place.starts_with("form contact ~")) && taken[0].place != taken[1].place);
    assert!(four.take_over("Sandrine").unwrap().is_empty());
    three.keep(&draft("form contact", "trois", 3)).unwrap();
    three.forget(&taken[0].place, "Sandrine").unwrap();
    drop(three);
    let left = four.take_over("Sandrine").unwrap();
    assert_eq!(left.iter().map(|draft| draft.text.as_str()).collect::<Vec<_>>(), ["trois", "un"]);
    let locks = fs::read_dir(dir.path())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|end| end == "here"));
    assert_eq!(locks.count(), 1);
}

#[test]
fn a_draft_half_written_is_no_draft() {
    let dir = TempDir::new().unwrap();
    let drafts = Drafts::at(dir.path()).unwrap();
    fs::write(dir.path().join("0123.json.new"), "half").unwrap();
    assert_eq!(drafts.all().unwrap(), vigie::log::drafts::Found::default());
}
