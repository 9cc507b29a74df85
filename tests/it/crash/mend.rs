//! Killed while it copies, repairs or restores: what was there is there, and a copy is whole or no copy.
//! `VIGIE_KILLS=10 cargo test --test it crash::` kills ten times as often as usual, two thousand times in all.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use vigie::{
    log::{Disk, Holder, Idle, Log, Position, backup},
    sales::fact::FactId,
};

use super::{
    super::talk::Home,
    Dice,
    kill::{Heard, people, rounds},
    soon,
};

/// A home with some hundred people, both copies of the store whole.
fn peopled() -> Home {
    let home = Home::with_marie();
    home.with("many.csv", people(0, 600).as_bytes());
    home.does(&["import", "many.csv"]);
    let mut disk = opened(&home.store());
    while disk.idle().unwrap() == Idle::More {}
    Box::new(disk).close().unwrap();
    home
}

fn opened(store: &Path) -> Disk {
    soon("the store is let go of", || Disk::open(store, &Holder::default()).ok())
}

/// Everything a store holds after both copies were compared.
fn kept(store: &Path) -> BTreeSet<FactId> {
    let mut disk = opened(store);
    disk.check_all().unwrap();
    let mut ids = BTreeSet::new();
    disk.since(Position::default(), &mut |_, fact| {
        ids.insert(fact.id);
        Ok(())
    })
    .unwrap();
    Box::new(disk).close().unwrap();
    ids
}

/// The same home again, as it was.
fn again(home: &Home) -> Home {
    let other = Home::new();
    fs::create_dir_all(other.path("data")).unwrap();
    let copied = Command::new("cp").arg("-a").arg(home.store()).arg(other.store()).status().unwrap();
    assert!(copied.success());
    other
}

fn time(home: &Home, words: &[&str]) -> Duration {
    let start = Instant::now();
    home.ask(words);
    start.elapsed()
}

#[test]
fn a_backup_killed_anywhere_is_whole_or_not_there() {
    let mut dice = Dice::cast("backup");
    let home = peopled();
    let whole = kept(&home.store());
    let usual = time(&home, &["backup", "first.gz"]);
    let mut cut_off = 0;
    for round in 0..rounds(55) {
        let file = home.path("copie.gz");
        let wait = dice.within(usual);
        Heard::start(home.command().args(["backup", "copie.gz"])).kill_after(wait);
        if file.exists() {
            let summary = backup::read(&file, &mut |_| Ok(()), &mut |_, _| ()).unwrap();
            assert_eq!(summary.facts as usize, whole.len(), "round {round}: {wait:?}");
            fs::remove_file(file).unwrap();
        } else {
            cut_off += 1;
        }
    }
    assert!(cut_off > 0, "no kill came in time");
    assert_eq!(kept(&home.store()), whole);
}

#[test]
fn a_repair_killed_anywhere_loses_nothing() {
    let mut dice = Dice::cast("repair");
    let home = peopled();
    let whole = kept(&home.store());
    let journal = home.store().join("gen-0001/journal/00000001.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replace("Dupont7;", "x").replace("lea99@", "lea98@")).unwrap();
    let usual = time(&again(&home), &["doctor", "--repair"]);
    for round in 0..rounds(25) {
        let home = again(&home);
        let wait = dice.within(usual);
        Heard::start(home.command().args(["doctor", "--repair"])).kill_after(wait);
        assert_eq!(kept(&home.store()), whole, "round {round}: {wait:?}");
    }
}

#[test]
fn a_restoration_killed_anywhere_is_done_or_not_begun() {
    let mut dice = Dice::cast("restore");
    let home = peopled();
    home.does(&["backup", "copie.gz"]);
    let copied = kept(&home.store());
    home.does(&["add", "Zoé Durand"]);
    let before = kept(&home.store());
    let file = home.path("copie.gz");
    let words = ["restore", file.to_str().unwrap()];
    let usual = time(&again(&home), &words);
    let mut seen = BTreeSet::new();
    for round in 0..rounds(20) {
        let home = again(&home);
        let wait = dice.within(usual + usual / 4);
        Heard::start(home.command().args(words)).kill_after(wait);
        let now = kept(&home.store());
        assert!(now == before || now == copied, "round {round}: {wait:?}: {}", now.len());
        seen.insert(now.len());
    }
    assert!(seen.contains(&before.len()), "no kill came in time");
}
