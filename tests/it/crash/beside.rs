//! Several at once on one portfolio: cockpits beside cockpits, commands beside them, and the one that holds it killed.

use std::{
    io::{Read, Write},
    os::unix::net::UnixListener,
    process::{Command, Stdio},
    time::Duration,
};

use rustix::process::Signal;
use vigie::{
    log::{Disk, Holder, Log},
    sales::{
        entity::Kind,
        fact::{Set, Statement, Value},
    },
};

use super::{
    super::talk::{Home, said},
    Dice, Kept,
    booth::Booth,
    kill::{Heard, LOOP, people},
};

fn cockpit(home: &Home, author: &str) -> Booth {
    let booth = Booth::start(home, &["--as", author], &[], (120, 36));
    booth.shows("✓ enregistré");
    booth
}

#[test]
fn commands_beside_an_open_cockpit_record_and_show_there() {
    let home = Home::with_marie();
    home.with("next.csv", people(0, 1_100).as_bytes());
    let mut booth = cockpit(&home, "sandrine");
    for words in [&["list"][..], &["show", "marie"], &["score", "marie"], &["export"], &["list", "--json"]] {
        let told = home.ask(words);
        assert_eq!((told.code, told.err.as_str()), (0, ""), "{words:?}");
        assert!(told.out.contains("Marie"), "{words:?}: {}", told.out);
    }
    let told = home.does(&["doctor"]);
    assert!(told.contains("sandrine a le dossier ouvert") && told.contains("Tout va bien"), "{told}");
    home.does(&["add", "Timothée Roux"]);
    booth.shows("Timothée Roux");
    booth.types("n");
    booth.shows("Prénom");
    booth.types("Éva");
    booth.shows("Éva");
    home.does(&["undo"]);
    home.does(&["import", "next.csv"]);
    booth.types("\tMoreau\r");
    booth.shows("Éva Moreau : fiche créée");
    booth.shows("Lead 1 102");
    booth.types("\x11");
    assert_eq!(booth.ends(), 0);
    let kept = Kept::of(&home.store());
    assert!(kept.names.contains("Éva Moreau") && !kept.names.contains("Timothée Roux"));
    assert_eq!((kept.names.len(), kept.unfinished.len()), (1_102, 0));
}

#[test]
fn two_cockpits_see_each_other_and_neither_is_disturbed() {
    let home = Home::with_marie();
    let (mut first, mut second) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    second.types("n");
    second.shows("Prénom");
    second.types("Éva");
    second.shows("Éva");
    first.types("n");
    first.shows("Prénom");
    first.types("Zoé\tDurand\r");
    first.shows("Zoé Durand : fiche créée");
    second.until("it shows behind the form", |screen| screen.contains("Zoé Durand") && screen.contains("Éva"));
    second.types("\tMoreau\r");
    second.shows("Éva Moreau : fiche créée");
    first.shows("Lead 3");
    first.kill();
    second.types("n");
    second.shows("Prénom");
    second.types("Paul\tPetit\r");
    second.shows("Paul Petit : fiche créée");
    second.shows("✓ enregistré");
    second.kill();
    let kept = Kept::of(&home.store());
    assert_eq!(kept.names.len(), 4, "{:?}", kept.names);
}

#[test]
fn somebody_forgotten_beside_open_cockpits_leaves_them_all() {
    let home = Home::with_marie();
    home.does(&["add", "Timothée Roux"]);
    let (mut first, second) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    home.does(&["forget", "timothée", "--yes"]);
    for booth in [&first, &second] {
        booth.until("it is gone", |screen| !screen.contains("Timothée") && screen.contains("Lead 1"));
    }
    first.types("n");
    first.shows("Prénom");
    first.types("Zoé\tDurand\r");
    first.shows("✓ enregistré");
    second.shows("Zoé Durand");
    home.does(&["add", "Éva Moreau"]);
    second.shows("Éva Moreau");
}

#[test]
fn whoever_sits_at_a_cockpit_forgets_somebody_and_the_others_go_on() {
    let home = Home::with_marie();
    home.does(&["add", "Timothée Roux, tim@roux.example"]);
    home.does(&["add", "Zoé Durand, zoe@port.example"]);
    home.does(&["backup"]);
    let (mut holder, mut guest) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    for (at, booth, name) in [(0, &mut holder, "roux"), (1, &mut guest, "durand")] {
        booth.types("/");
        booth.shows("Chercher");
        booth.types(name);
        booth.shows("+ Créer");
        booth.types("\r");
        booth.types("\x04");
        booth.shows("oublier pour de bon");
        booth.types("o");
        booth.shows("Pour confirmer");
        booth.types("oublier\r");
        booth.shows("Effacé pour de bon");
        assert_eq!(std::fs::read_dir(home.store().join("backups")).unwrap().count(), 0, "{at}");
    }
    for booth in [&holder, &guest] {
        booth.until("they are gone", |screen| screen.contains("Lead 1") && !screen.contains("zoe@port"));
    }
    guest.types("n");
    guest.shows("Prénom");
    guest.types("Éva\tMoreau\r");
    guest.shows("✓ enregistré");
    holder.shows("Éva Moreau");
    holder.kill();
    guest.kill();
    let journal = std::fs::read_to_string(home.store().join("gen-0003/journal/00000001.jsonl")).unwrap();
    assert!(!["Roux", "Durand", "roux.example"].iter().any(|word| journal.contains(word)), "{journal}");
    assert!(home.json(&["doctor"])["ok"].as_bool().unwrap());
}

/// Two cockpits go on with what is there now, and see each other.
fn go_on(holder: &mut Booth, guest: &mut Booth, name: &str) {
    // What is entered while the store is had alone waits, and is said to be kept once it is.
    let kept = |booth: &Booth, name: &str| {
        let name = format!("{name} Durand");
        booth.until("it is kept", |screen| screen.contains(&name) && screen.contains("✓ enregistré"));
    };
    enter(holder, name);
    kept(holder, name);
    kept(guest, name);
    let other = format!("{name}2");
    enter(guest, &other);
    kept(guest, &other);
    kept(holder, &other);
}

#[test]
fn a_backup_is_restored_beside_open_cockpits_and_they_go_on() {
    let home = Home::with_marie();
    home.does(&["backup", "avant.gz"]);
    home.does(&["add", "Timothée Roux"]);
    let (mut holder, mut guest) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    holder.shows("Timothée Roux");
    home.does(&["restore", "avant.gz"]);
    for booth in [&holder, &guest] {
        booth.until("it is as it was", |screen| screen.contains("Lead 1") && !screen.contains("Timothée"));
    }
    go_on(&mut holder, &mut guest, "Zoé");
    holder.kill();
    guest.kill();
    assert!(home.json(&["doctor"])["ok"].as_bool().unwrap());
}

#[test]
fn a_store_is_repaired_beside_open_cockpits_and_they_go_on() {
    let home = Home::with_marie();
    home.does(&["add", "Timothée Roux"]);
    home.does(&["add", "Luc Petit"]);
    let journal = home.store().join("gen-0001/journal/00000001.jsonl");
    let (mut holder, mut guest) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    holder.shows("Timothée Roux");
    let mut bytes = std::fs::read(&journal).unwrap();
    let at = bytes.windows(4).position(|four| four == b"Roux").unwrap();
    bytes[at] ^= 1;
    let file = std::fs::OpenOptions::new().write(true).open(&journal).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&file, &bytes, 0).unwrap();
    let told = home.ask(&["doctor", "--repair"]);
    assert_eq!(told.code, 0, "{}{}", told.out, told.err);
    go_on(&mut holder, &mut guest, "Zoé");
    holder.shows("Timothée Roux");
    holder.kill();
    guest.kill();
    let listed = home.does(&["list"]);
    assert!(["Roux", "Petit", "Zoé2"].iter().all(|name| listed.contains(name)), "{listed}");
    assert!(home.json(&["doctor"])["ok"].as_bool().unwrap());
}

#[test]
fn facts_of_another_store_come_in_beside_open_cockpits() {
    let other = Home::new();
    other.does(&["add", "Timothée Roux"]);
    let facts = other.does(&["export", "--facts"]);
    let home = Home::with_marie();
    home.with("autres.jsonl", facts.as_bytes());
    let (mut holder, mut guest) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    home.does(&["import", "--facts", "autres.jsonl"]);
    for booth in [&holder, &guest] {
        booth.shows("Timothée Roux");
    }
    go_on(&mut holder, &mut guest, "Zoé");
    holder.kill();
    guest.kill();
    assert!(home.json(&["doctor"])["ok"].as_bool().unwrap());
}

#[test]
fn a_guest_reads_the_whole_past_and_takes_back_what_is_old() {
    let home = Home::with_marie();
    let mut desk = super::super::desk::open(Some(&home.store()));
    let marie = desk.book().entities(Kind::Contact).next().unwrap();
    let mut say = |field: &str, text: String| {
        let (field, value) = (field.to_owned(), Value::Text(text));
        desk.record_now(vec![Statement::Set(Set { about: marie, field, value })]).unwrap();
    };
    say("contact.job", "ébéniste".into());
    (0..700).for_each(|n| say("contact.town", format!("Nantes {n}")));
    desk.close().unwrap();
    let (holder, mut guest) = (cockpit(&home, "Sandrine"), cockpit(&home, "Sandrine"));
    guest.types("\x07");
    guest.shows("Historique : tout");
    let oldest = |screen: &str| screen.contains("ébéniste");
    for _ in 0..40 {
        guest.types("\x1b[F");
        if guest.may_show(Duration::from_millis(250), oldest) {
            break;
        }
    }
    guest.shows("ébéniste");
    guest.types("\x1b[F\x1b[A\r");
    guest.until("it is weighed", |screen| screen.contains("Annuler ?") && screen.contains("ébéniste"));
    guest.types("o");
    guest.shows("Annulé :");
    let shown = home.does(&["show", "marie"]);
    assert!(!shown.contains("  Fonction ") && shown.contains("Nantes 699"), "{shown}");
    guest.types("\x1b\r\x1b[18~");
    guest.shows("Nantes 6");
    holder.kill();
    guest.kill();
}

/// The title of the deal under the cursor is this from now on.
fn call_the_deal(booth: &mut Booth, title: &str) {
    booth.types("\r");
    booth.shows("Signature prévue");
    booth.types("\x1b[B");
    booth.types("\r");
    booth.types("\x15");
    booth.types(title);
    booth.shows(title);
    booth.types("\r");
    booth.shows("✓ enregistré");
}

#[test]
fn whoever_was_overwritten_by_another_cockpit_is_told_and_both_stand_in_the_history() {
    let home = Home::with_marie();
    let (mut first, mut second) = (cockpit(&home, "sandrine"), cockpit(&home, "karim"));
    call_the_deal(&mut first, "Véranda");
    second.shows("Véranda");
    call_the_deal(&mut second, "Pergola");
    let screen = first.shows("vient de noter");
    assert!(screen.contains("karim") && screen.contains("Pergola"), "{screen}");
    first.kill();
    second.kill();
    let told = home.does(&["history", "marie"]);
    assert!(told.contains("Véranda") && told.contains("Pergola"), "{told}");
}

/// How often the holder is killed: as it stands, or `VIGIE_TAKEOVERS` times.
#[expect(clippy::disallowed_methods, reason = "said to the test, not to Vigie")]
fn takeovers() -> u64 {
    std::env::var("VIGIE_TAKEOVERS").ok().and_then(|times| times.parse().ok()).unwrap_or(15)
}

#[test]
fn whoever_holds_the_store_may_be_killed_while_others_record() {
    let mut dice = Dice::cast("takeover");
    let home = Home::with_marie();
    let mut promised = Kept::of(&home.store()).acts;
    for round in 1..=takeovers() {
        let (first, mut second) = (cockpit(&home, "sandrine"), cockpit(&home, "karim"));
        let mut shell = Command::new("/bin/sh");
        shell.envs(home.command().get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.current_dir(home.path("."));
        shell.args(["-c", LOOP, env!("CARGO_BIN_EXE_vigie"), &(round * 1_000).to_string()]);
        let shell = Heard::start(&mut shell);
        let wait = dice.within(Duration::from_millis(400));
        first.may_show(wait, |_| false);
        let name = format!("Zoé{round}");
        second.types(&format!("n{name}\tDurand"));
        second.shows(&name);
        // At the same time: the holder dies while the other's fact is on its way.
        second.types("\r");
        first.kill();
        second.shows(&format!("{name} Durand : fiche créée"));
        second.shows("✓ enregistré");
        let (said, ended) = shell.kill_after(dice.within(Duration::from_millis(400)));
        second.kill();
        assert!(!ended, "round {round}: a command failed: {said:?}");
        for line in said {
            let told: serde_json::Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
            promised.insert(told["saved"]["act"].as_str().unwrap().to_owned());
        }
        let kept = Kept::of(&home.store());
        assert!(kept.acts.is_superset(&promised), "round {round}: {wait:?}");
        assert_eq!(kept.acts.len(), kept.facts, "round {round}: an act was kept twice");
        assert!(kept.names.contains(&format!("{name} Durand")), "round {round}: {wait:?}");
        promised = kept.acts;
    }
}

#[test]
fn an_import_whose_holder_is_killed_is_whole() {
    let mut dice = Dice::cast("import beside");
    for round in 1..=6 {
        let home = Home::with_marie();
        home.with("next.csv", people(0, 3_000).as_bytes());
        let booth = cockpit(&home, "sandrine");
        let import = home.command().args(["import", "next.csv"]).stdout(Stdio::piped()).spawn().unwrap();
        let wait = dice.within(Duration::from_millis(600));
        booth.may_show(wait, |_| false);
        booth.kill();
        let told = said(&import.wait_with_output().unwrap());
        assert_eq!(told.code, 0, "round {round}: {wait:?}: {}", told.err);
        let kept = Kept::of(&home.store());
        assert_eq!((kept.names.len(), kept.unfinished.len()), (3_001, 0), "round {round}: {wait:?}");
        // Marie, then the beginning, the rows and the end of the import.
        assert_eq!(kept.facts, 3_003, "round {round}: {wait:?}");
    }
}

/// A store held by a process that answers no door, or has one of its own.
fn held(home: &Home, door: &str) -> Disk {
    let holder = Holder { pid: 42, user: "sandrine".into(), door: door.into(), ..Holder::default() };
    Disk::open(&home.store(), &holder).unwrap()
}

#[test]
fn a_silent_door_is_one_sentence_and_the_text_stays() {
    let home = Home::with_marie();
    let disk = held(&home, "here");
    let silent = UnixListener::bind(home.store().join("door")).unwrap();
    assert!(home.does(&["list"]).contains("Marie"));
    let told = home.ask(&["add", "Zoé"]);
    assert_eq!((told.code, told.err.trim().lines().count()), (4, 1), "{}", told.err);
    assert!(told.err.contains("sandrine") && told.err.contains("ne répond pas"), "{}", told.err);
    let mut booth = Booth::cockpit(&home);
    booth.shows("Lefèvre");
    booth.types("n");
    booth.shows("Prénom");
    booth.types("Timothée");
    booth.shows("Timothée");
    booth.types("\r");
    booth.until("it waits", |screen| screen.contains("Timothée") && screen.contains("ne répond pas"));
    drop(silent);
    Box::new(disk).close().unwrap();
    booth.shows("C'est enregistré.");
    booth.shows("✓ enregistré");
    booth.signal(Signal::TERM);
    booth.ends();
    assert!(Kept::of(&home.store()).names.contains("Timothée"));
}

#[test]
fn what_a_guest_enters_waits_for_a_stopped_cockpit_and_is_kept_once() {
    let home = Home::with_marie();
    let (first, mut guest) = (cockpit(&home, "sandrine"), cockpit(&home, "sandrine"));
    first.signal(Signal::STOP);
    enter(&mut guest, "Zoé");
    let screen = guest.shows("ne répond pas");
    assert!(screen.contains("… en attente") && screen.contains("Zoé Durand"), "{screen}");
    first.signal(Signal::CONT);
    guest.shows("C'est enregistré.");
    first.shows("Zoé Durand");
    first.signal(Signal::STOP);
    let mut late = Booth::start(&home, &["--as", "sandrine"], &[], (120, 36));
    late.shows("Zoé Durand");
    for (booth, name) in [(&mut guest, "Éva"), (&mut late, "Léo")] {
        enter(booth, name);
        booth.shows("ne répond pas");
    }
    first.kill();
    for booth in [&guest, &late] {
        booth.until("both are saved", |screen| {
            screen.contains("✓ enregistré") && screen.contains("Éva Durand") && screen.contains("Léo Durand")
        });
    }
    late.kill();
    guest.kill();
    let kept = Kept::of(&home.store());
    assert_eq!((kept.facts, kept.acts.len(), kept.names.len()), (4, 4, 4), "{:?}", kept.names);
}

fn enter(booth: &mut Booth, name: &str) {
    booth.types("n");
    booth.shows("Prénom");
    booth.types(&format!("{name}\tDurand"));
    booth.shows(name);
    booth.types("\r");
}

#[test]
fn who_leaves_while_something_waits_is_told_and_finds_the_text_again() {
    let home = Home::with_marie();
    let (first, mut guest) = (cockpit(&home, "sandrine"), cockpit(&home, "karim"));
    first.signal(Signal::STOP);
    enter(&mut guest, "Zoé");
    guest.shows("ne répond pas");
    guest.types("\x11");
    guest.shows("Une saisie attend encore");
    guest.types("\x11");
    assert_eq!(guest.ends(), 0);
    first.kill();
    let again = Booth::start(&home, &["--as", "karim"], &[], (120, 36));
    again.until("it is offered", |screen| screen.contains("Zoé") && screen.contains("Durand"));
    again.kill();
    assert_eq!(Kept::of(&home.store()).names.len(), 1);
}

#[test]
fn a_foreign_door_is_one_sentence() {
    let home = Home::with_marie();
    let _disk = held(&home, "here");
    let foreign = UnixListener::bind(home.store().join("door")).unwrap();
    let answering = std::thread::spawn(move || {
        let (mut stream, _) = foreign.accept().unwrap();
        stream.read_exact(&mut [0; 8]).unwrap();
        stream.write_all(b"220 smtp.example ESMTP\r\n").unwrap();
    });
    let told = home.ask(&["add", "Zoé"]);
    answering.join().unwrap();
    assert_eq!(told.code, 4, "{}", told.err);
    assert!(told.err.contains("autre version"), "{}", told.err);
}

#[test]
fn a_command_waits_for_another_to_let_go() {
    let home = Home::with_marie();
    let disk = held(&home, "");
    assert!(home.does(&["list"]).contains("Marie"), "reading does not wait");
    let waiting = home.command().args(["add", "Zoé"]).stdout(Stdio::piped()).spawn().unwrap();
    std::thread::park_timeout(Duration::from_millis(100));
    Box::new(disk).close().unwrap();
    assert_eq!(said(&waiting.wait_with_output().unwrap()).code, 0);
    assert!(Kept::of(&home.store()).names.contains("Zoé"));
}

#[test]
fn a_store_with_a_very_long_path_has_its_door_elsewhere() {
    let home = Home::with_marie();
    let long = home.path(&"a".repeat(120));
    let runtime = home.path("run");
    let env = [("VIGIE_STORE", long.to_str().unwrap()), ("XDG_RUNTIME_DIR", runtime.to_str().unwrap())];
    let booth = Booth::start(&home, &["--as", "sandrine"], &env, (120, 36));
    booth.shows("saisir mon premier contact");
    // Whoever comes without that folder in the environment finds the door too: LOCK names it.
    home.does(&["--store", long.to_str().unwrap(), "add", "Zoé Roux"]);
    booth.shows("Zoé Roux");
    assert_eq!(std::fs::read_dir(runtime.join("vigie")).unwrap().count(), 1);
}
