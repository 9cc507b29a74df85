//! Places where nothing can be kept: full, read-only, foreign, newer, held. One sentence each, and nothing lost.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    process::{Command, Stdio},
};

use super::{
    super::talk::{Home, Said, said},
    booth::Booth,
};

/// A command of the shell at a home, `$0` being vigie.
fn shell(home: &Home, script: &str) -> Said {
    let mut shell = Command::new("/bin/sh");
    shell.envs(home.command().get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.args(["-c", script, env!("CARGO_BIN_EXE_vigie")]).current_dir(home.path("."));
    said(&shell.output().unwrap())
}

/// Refused with one sentence that holds these words, and nothing like a panic.
fn is_refused(told: &Said, code: i32, words: &str) {
    assert_eq!(told.code, code, "{}{}", told.out, told.err);
    assert_eq!(told.err.trim().lines().count(), 1, "{}", told.err);
    assert!(told.err.contains(words) && !told.err.contains("panicked"), "{}", told.err);
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[test]
fn a_file_that_may_grow_no_more_is_one_sentence_and_what_was_there_stays() {
    let home = Home::with_marie();
    let rows: String = (0..500).map(|n| format!("Nom{n},nom{n}@long.example\n")).collect();
    home.with("many.csv", format!("Nom,Mail\n{rows}").as_bytes());
    is_refused(&shell(&home, r#"ulimit -f 0; "$0" add Zoé"#), 4, "plein");
    // 16 blocks, of 512 or 1024 bytes.
    is_refused(&shell(&home, r#"ulimit -f 16; "$0" import many.csv"#), 4, "Rien n'a été enregistré");
    let listed = home.json(&["list"]);
    assert_eq!(listed["count"], 1, "{listed}");
    home.does(&["import", "many.csv"]);
    home.does(&["doctor"]);
}

#[test]
fn an_import_that_a_full_disk_cuts_off_says_how_far_it_came_and_stays_one_act() {
    let home = Home::with_marie();
    let rows: String = (0..6_000).map(|n| format!("Nom{n},nom{n}@long.example\n")).collect();
    home.with("many.csv", format!("Nom,Mail\n{rows}").as_bytes());
    // 3000 blocks, of 512 or 1024 bytes.
    let told = shell(&home, r#"ulimit -f 3000; "$0" import many.csv"#);
    is_refused(&told, 4, "lignes sont enregistrées");
    assert!(told.err.contains("plein") && !told.err.contains("Rien n'a été"), "{}", told.err);
    let count = home.json(&["list"])["count"].as_u64().unwrap();
    assert!(
        told.err.replace(['\u{a0}', '\u{202f}', ' '], "").contains(&(count - 1).to_string()),
        "{count}: {}",
        told.err
    );
    home.does(&["import", "many.csv"]);
    assert_eq!(home.json(&["list"])["count"], 6_001);
    let acts = home.does(&["undo", "--list"]);
    assert_eq!(acts.matches("many.csv").count(), 1, "{acts}");
    home.does(&["undo"]);
    assert_eq!(home.json(&["list"])["count"], 1);
}

#[test]
fn what_was_kept_on_a_disk_then_full_is_not_called_a_failure() {
    let home = Home::new();
    let disk = home.path("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=160k", "none"]).arg(&disk).output();
    if !is_root() || !mounted.is_ok_and(|done| done.status.success()) {
        println!("skipped: a small disk can only be made by root where mount works");
        return;
    }
    let store = ["--store", disk.to_str().unwrap()];
    let ask = |words: &[&str]| home.ask(&[&store[..], words].concat());
    let (mut kept, mut refused) = (0, 0);
    let note = "x".repeat(900);
    ask(&["add", "Marie Lefèvre"]);
    while refused < 2 && kept < 500 {
        let told = ask(&["log", "marie", "call", "--note", &note]);
        match told.code {
            0 => kept += 1,
            _ => {
                is_refused(&told, 4, "plein");
                refused += 1;
            }
        }
        if refused == 0 && kept == 20 {
            fs::write(disk.join(".filler"), vec![0; 1 << 20]).unwrap_err();
        }
    }
    let fiche = ask(&["show", "marie", "--json"]);
    let there = fiche.out.matches(&note).count();
    fs::remove_file(disk.join(".filler")).unwrap();
    let more = ask(&["log", "marie", "call", "--note", "de la place"]);
    drop(Command::new("umount").arg(&disk).output());
    assert_eq!((fiche.code, fiche.err.as_str()), (0, ""), "reading needs no room");
    assert!(there >= kept && refused == 2, "{there} of {kept}, {refused}");
    assert_eq!(more.code, 0, "{}", more.err);
}

#[test]
fn a_folder_that_may_only_be_read_can_be_read() {
    if is_root() {
        println!("skipped: root may write everywhere");
        return;
    }
    let home = Home::with_marie();
    let modes = |mode: u32| {
        for folder in ["", "drafts", "gen-0001", "gen-0001/journal"] {
            fs::set_permissions(home.store().join(folder), fs::Permissions::from_mode(mode)).unwrap();
        }
        fs::set_permissions(home.store().join("LOCK"), fs::Permissions::from_mode(mode & 0o666)).unwrap();
    };
    modes(0o500);
    assert!(home.does(&["list"]).contains("Lefèvre"));
    is_refused(&home.ask(&["add", "Zoé"]), 4, "droits");
    modes(0o700);
    home.does(&["add", "Zoé"]);
}

#[test]
fn a_store_that_is_a_file_or_below_one_is_named_and_left_alone() {
    let home = Home::new();
    home.with("notes", b"hi");
    let file = home.path("notes").canonicalize().unwrap();
    for store in ["notes", "notes/deep", "notes/deep/er"] {
        for command in [&["list"][..], &["add", "Zoé"], &["undo"]] {
            let told = home.ask(&[&["--store", store], command].concat());
            is_refused(&told, 4, &format!("{} n'est pas", file.parent().unwrap().join(store).display()));
        }
    }
    assert_eq!(fs::read(file).unwrap(), b"hi");
}

#[test]
fn what_is_not_there_or_is_something_else_is_one_sentence() {
    let home = Home::with_marie();
    is_refused(&home.ask(&["backup", "/nulle/part/copie.gz"]), 4, "n'existe pas");
    fs::create_dir(home.path("autre")).unwrap();
    let aside = home.path("aside");
    for name in ["LOCK", "FORMAT", "gen-0001/journal/00000001.jsonl"] {
        let file = home.store().join(name);
        fs::rename(&file, &aside).unwrap();
        fs::create_dir(&file).unwrap();
        is_refused(&home.ask(&["add", "Zoé"]), 4, "un dossier est à la place");
        fs::remove_dir(&file).unwrap();
        fs::rename(&aside, &file).unwrap();
    }
    home.does(&["add", "Zoé"]);
}

#[test]
fn nothing_is_called_saved_in_a_folder_that_is_gone() {
    let home = Home::with_marie();
    let mut booth = Booth::cockpit(&home);
    booth.shows("✓ enregistré");
    fs::remove_dir_all(home.store()).unwrap();
    booth.types("n");
    booth.shows("Prénom");
    booth.types("Zoé\tDurand\r");
    let refused = |screen: &str| screen.contains("n'existe plus") && !screen.contains("Zoé Durand : fiche créée");
    booth.until("it is refused and nothing is called done", refused);
    booth.kill();
}

/// A contact typed into a cockpit and validated.
fn enter(booth: &mut Booth, given: &str) {
    booth.types("n");
    booth.shows("Prénom");
    booth.types(&format!("{given}\tDurand"));
    booth.shows(given);
    booth.types("\r");
}

#[test]
fn a_folder_that_comes_back_is_gone_on_with_and_the_text_is_kept() {
    let home = Home::with_marie();
    let (mut holder, mut guest) = (Booth::cockpit(&home), Booth::cockpit(&home));
    holder.shows("✓ enregistré");
    guest.shows("✓ enregistré");
    let (store, away) = (home.store(), home.path("away"));
    fs::rename(&store, &away).unwrap();
    enter(&mut holder, "Zoé");
    holder.until("it is refused", |screen| screen.contains("n'existe plus") && screen.contains("Zoé"));
    assert!(!store.exists(), "nothing is made where the folder was");
    fs::rename(&away, &store).unwrap();
    holder.types("\r");
    holder.until("it goes on", |screen| screen.contains("✓ enregistré") && screen.contains("Zoé Durand"));
    guest.shows("Zoé Durand");
    // Another time it comes back from elsewhere: other files of the same words.
    fs::rename(&store, &away).unwrap();
    enter(&mut guest, "Éva");
    guest.until("it is kept back", |screen| screen.contains("Éva"));
    enter(&mut holder, "Léo");
    holder.shows("✗");
    assert!(Command::new("cp").arg("-a").args([&away, &store]).status().unwrap().success());
    holder.types("\r");
    holder.until("it goes on", |screen| screen.contains("✓ enregistré") && screen.contains("Léo Durand"));
    guest.shows("Léo Durand");
    holder.kill();
    guest.kill();
    let listed = home.does(&["list"]);
    assert!(["Zoé", "Léo"].iter().all(|name| listed.contains(name)), "{listed}");
}

#[test]
fn several_who_begin_a_portfolio_at_once_all_find_their_words_in_it() {
    for _ in 0..5 {
        let home = Home::new();
        let begun: Vec<_> = (0..6)
            .map(|n| {
                let name = format!("Zoé{n} Durand");
                home.command().args(["add", &name]).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap()
            })
            .collect();
        for child in begun {
            let told = said(&child.wait_with_output().unwrap());
            assert_eq!((told.code, told.err.as_str()), (0, ""));
        }
        assert_eq!(home.json(&["list"])["count"], 6);
    }
}
