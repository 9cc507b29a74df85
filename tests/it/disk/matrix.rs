//! Every file of a store, damaged in every way one at a time: what was recorded is there again, or is named. Nothing is
//! lost in silence, nothing panics.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    thread,
};

use tempfile::TempDir;
use vigie::{
    desk::{Clock, Desk, Setup, Trouble},
    log::{Cause, Disk, Harm, Log, Old, disk::Tools},
    sales::{
        book::{Book, Records},
        entity::Kind,
        fact::{Fact, FactId},
        playbook::Playbook,
    },
};

use super::{all, catch_up, contact, expected, holder, sample, settle_in};

/// A damage to a file.
#[derive(Clone, Copy, Debug)]
enum Fault {
    /// One bit, so many thousandths into the file.
    Flip(usize),
    /// Eight bits spread over it.
    Flips,
    /// So many thousandths are left.
    Cut(usize),
    LastByte,
    Empty,
    Missing,
    Zeros,
    Garbage,
    Older,
    /// The same file of another store.
    Foreign,
}

const FAULTS: [Fault; 17] = [
    Fault::Flip(0),
    Fault::Flip(40),
    Fault::Flip(200),
    Fault::Flip(370),
    Fault::Flip(500),
    Fault::Flip(730),
    Fault::Flip(900),
    Fault::Flip(999),
    Fault::Flips,
    Fault::Cut(500),
    Fault::LastByte,
    Fault::Empty,
    Fault::Missing,
    Fault::Zeros,
    Fault::Garbage,
    Fault::Older,
    Fault::Foreign,
];

/// What became of a damaged store.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Healed,
    Named,
    Silent(String),
    Panic,
}

struct Sound {
    root: PathBuf,
    /// The same store at an earlier moment.
    older: PathBuf,
    facts: Vec<Fact>,
    book: String,
    _dir: TempDir,
}

fn desk(root: &Path) -> Result<Desk, Trouble> {
    let setup = Setup {
        store: Some(root.to_owned()),
        holder: holder(),
        author: "Sandrine".into(),
        clock: Clock::Still(1_795_000_000_000),
        reading: None,
        playbook: Playbook::shipped(),
        serves: None,
    };
    Desk::open(setup, Box::new(|| {})).map(|(desk, _)| desk)
}

/// Everything a book says, as text.
fn told(book: &Book) -> String {
    let mut text = String::new();
    let mut contacts: Vec<_> = book.entities(Kind::Contact).collect();
    contacts.sort();
    for who in contacts {
        let fields = book.contact(who).map(|contact| format!("{:?}", contact.fields));
        writeln!(text, "{who} {fields:?}").unwrap();
    }
    text
}

/// A folder in memory where there is one: nothing is cut off here, so nothing need reach a disk.
fn quick() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

/// A store in its second generation, with several segments, a snapshot, marks; sled caught up, or behind by half.
fn sound(followed: bool) -> Sound {
    let dir = quick();
    let (root, older) = (dir.path().join("store"), dir.path().join("older"));
    let open = || Disk::open_with(&root, &holder(), Tools { segment: 5000, ..Tools::default() }).unwrap();
    let mut disk = open();
    disk.record(&sample(&disk, 12)).unwrap();
    disk.renew(Old::Erase, &mut Some).unwrap();
    let record = |disk: &mut Disk, many: usize| {
        for fact in sample(disk, many) {
            disk.record(&[fact]).unwrap();
        }
    };
    record(&mut disk, 16);
    catch_up(&mut disk);
    Box::new(disk).close().unwrap();
    let mut before = desk(&root).unwrap();
    before.remember();
    before.close().unwrap();
    copy(&root, &older);
    fs::write(older.join("CURRENT"), "gen-0001\n").unwrap();
    let mut disk = open();
    record(&mut disk, 24);
    if followed {
        catch_up(&mut disk);
    }
    let facts = all(&mut disk);
    Box::new(disk).close().unwrap();
    let mut desk = desk(&root).unwrap();
    desk.remember();
    let book = told(desk.book());
    desk.close().unwrap();
    Sound { root, older, facts, book, _dir: dir }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, there).unwrap();
        }
    }
}

fn files(folder: &Path, under: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, under, found);
        } else {
            found.push(path.strip_prefix(under).unwrap().to_owned());
        }
    }
}

/// Damages a file; false where this fault makes no difference to it.
fn damage(fault: Fault, path: &Path, older: &Path, foreign: &Path) -> bool {
    let before = fs::read(path).unwrap();
    let mut bytes = before.clone();
    let length = bytes.len();
    let flip = |bytes: &mut Vec<u8>, thousandths: usize| {
        if let Some(byte) = bytes.get_mut(length * thousandths / 1000) {
            *byte ^= 1 << (thousandths % 8);
        }
    };
    match fault {
        Fault::Flip(thousandths) => flip(&mut bytes, thousandths),
        Fault::Flips => (0..8).for_each(|n| flip(&mut bytes, 57 + n * 113)),
        Fault::Cut(thousandths) => bytes.truncate(length * thousandths / 1000),
        Fault::LastByte => bytes.truncate(length.saturating_sub(1)),
        Fault::Empty => bytes.clear(),
        Fault::Zeros => bytes.fill(0),
        Fault::Garbage => {
            bytes.iter_mut().zip(0_u32..).for_each(|(byte, n)| *byte = (n.wrapping_mul(2_654_435_761) >> 24) as u8);
        }
        Fault::Missing => {
            fs::remove_file(path).unwrap();
            return true;
        }
        Fault::Older | Fault::Foreign => match fs::read(if matches!(fault, Fault::Older) { older } else { foreign }) {
            Ok(other) => bytes = other,
            Err(_) => return false,
        },
    }
    fs::write(path, &bytes).unwrap();
    bytes != before
}

/// Opens a damaged store as Vigie does, then compares it in full, then goes on with it.
fn look(root: &Path, sound: &Sound) -> Outcome {
    let desk = match desk(root) {
        Err(Trouble::Store(Cause::Io { text, .. })) => {
            return Outcome::Silent(format!("refused without a name: {text}"));
        }
        Err(_) => return Outcome::Named,
        Ok(desk) => desk,
    };
    let right = told(desk.book()) == sound.book || !desk.damage().is_empty();
    desk.close().unwrap();
    if !right {
        return Outcome::Silent("another book".into());
    }
    let mut disk = Disk::open(root, &holder()).unwrap();
    disk.check_all().unwrap();
    let found = all(&mut disk);
    let ids: BTreeSet<FactId> = found.iter().map(|fact| fact.id).collect();
    let lost: Vec<&Fact> = sound.facts.iter().filter(|fact| !ids.contains(&fact.id)).collect();
    let foreign = !found.iter().all(|fact| sound.facts.contains(fact));
    if foreign && disk.damage().is_empty() {
        return Outcome::Silent("a fact nobody recorded".into());
    }
    let named = |fact: &&Fact| {
        let covers = |harm| matches!(harm, Harm::Lost { first, last } if (first..=last).contains(&fact.id.seq));
        disk.damage().iter().any(|damage| covers(damage.harm))
    };
    if let Some(fact) = lost.iter().find(|fact| !named(fact)) {
        return Outcome::Silent(format!(
            "{} of {} lost, such as {:?}: {:?}",
            lost.len(),
            sound.facts.len(),
            fact.id,
            disk.damage()
        ));
    }
    for about in (0..12).map(contact) {
        let ours = |mut facts: Vec<Fact>| {
            facts.retain(|fact| sound.facts.contains(fact));
            facts
        };
        if ours(disk.facts_of(about).unwrap()) != ours(expected(&found, about)) {
            return Outcome::Silent(format!("the history of {about}"));
        }
    }
    let lost = !lost.is_empty();
    let more = sample(&disk, 1);
    if sound.facts.iter().any(|fact| fact.id == more[0].id) {
        return Outcome::Silent("a number given twice".into());
    }
    disk.record(&more).unwrap();
    catch_up(&mut disk);
    Box::new(disk).close().unwrap();
    let mut disk = Disk::open(root, &holder()).unwrap();
    disk.check_all().unwrap();
    if !all(&mut disk).contains(&more[0]) {
        return Outcome::Silent("what was recorded afterwards".into());
    }
    if lost || foreign { Outcome::Named } else { Outcome::Healed }
}

/// What became of one damage, if it is one.
fn tried(file: &Path, fault: Fault, sound: &Sound, foreign: &Path) -> Option<Outcome> {
    let dir = quick();
    let root = dir.path().join("store");
    copy(&sound.root, &root);
    settle_in(&root);
    let differs = damage(fault, &root.join(file), &sound.older.join(file), &foreign.join(file));
    differs.then(|| catch_unwind(AssertUnwindSafe(|| look(&root, sound))).unwrap_or(Outcome::Panic))
}

#[test]
fn every_file_damaged_in_every_way_is_healed_or_named() {
    let sounds = [true, false].map(sound);
    let other = sound(true);
    let foreign = other.root.as_path();
    let mut cases = Vec::new();
    for sound in &sounds {
        let mut there = Vec::new();
        files(&sound.root, &sound.root, &mut there);
        cases.extend(there.into_iter().flat_map(|file| FAULTS.map(|fault| (file.clone(), fault, sound))));
    }
    let outcomes: Vec<(String, Outcome)> = thread::scope(|scope| {
        let shares = cases.chunks(cases.len().div_ceil(4)).map(|share| {
            scope.spawn(move || {
                let tried = |(file, fault, sound): &(PathBuf, Fault, &Sound)| {
                    Some((format!("{} {fault:?}", file.display()), tried(file, *fault, sound, foreign)?))
                };
                share.iter().filter_map(tried).collect::<Vec<_>>()
            })
        });
        shares.collect::<Vec<_>>().into_iter().flat_map(|share| share.join().unwrap()).collect()
    });
    let count = |is: fn(&Outcome) -> bool| outcomes.iter().filter(|(_, outcome)| is(outcome)).count();
    let healed = count(|outcome| *outcome == Outcome::Healed);
    let named = count(|outcome| *outcome == Outcome::Named);
    let silent = count(|outcome| matches!(outcome, Outcome::Silent(_)));
    let panic = count(|outcome| *outcome == Outcome::Panic);
    println!("damage: {} cases: {healed} healed, {named} named, {silent} silent, {panic} panics", outcomes.len());
    let bad = outcomes.iter().filter(|(_, outcome)| *outcome > Outcome::Named).collect::<Vec<_>>();
    assert!(outcomes.len() >= 300 && bad.is_empty(), "{} cases: {bad:#?}", outcomes.len());
}
