//! What no seller would type on purpose: control bytes in every field and argument, days that do not exist, amounts below
//! zero, texts as long as a book, terminals that are none.

use std::{fs, process::Stdio};

use super::{super::talk::Home, booth::Booth};

/// What a terminal would obey, or what turns a line around.
const EVIL: &str = "a\u{1b}[2Jb\u{7}c\u{9b}31md\u{202e}e\u{2066}f\r\ng\u{8}";

/// Nothing a terminal obeys is in it.
fn is_clean(text: &str) -> bool {
    !text.contains(|c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

#[test]
fn control_bytes_in_every_cell_of_a_file_come_out_nowhere() {
    let home = Home::new();
    let headers = [
        "Nom",
        "Prénom",
        "Société",
        "Téléphone",
        "Mobile",
        "Mél",
        "Montant HT",
        "Date de relance",
        "Ville",
        "Code postal",
        "SIRET",
        "Fonction",
        "Source",
        "Étape",
        "Note",
        "Rue",
        "Site web",
        "Inconnue",
    ];
    let evil = EVIL.replace("\r\n", " ");
    let row = |at: usize| {
        let cells: Vec<String> = (0..headers.len())
            .map(|n| {
                if n == at {
                    format!("\"{evil}\"")
                } else if n == 0 {
                    format!("Petit{at}")
                } else {
                    String::new()
                }
            })
            .collect();
        cells.join(";")
    };
    let evil_header = format!("{};{evil}\n", headers.join(";"));
    let rows: Vec<String> = (0..headers.len()).map(|at| row(at) + ";x").collect();
    home.with("evil.csv", (evil_header + &rows.join("\n") + "\n").as_bytes());
    for words in
        [&["import", "evil.csv", "--dry-run"][..], &["--json", "import", "evil.csv"], &["list"], &["--json", "list"]]
    {
        let told = home.ask(words);
        assert_eq!(told.code, 0, "{words:?}: {}", told.err);
        assert!(is_clean(&told.out) && is_clean(&told.err), "{words:?}: {:?} {:?}", told.out, told.err);
    }
    let csv = home.does(&["export", "--to", "csv"]).replace("\r\n", "\n");
    let facts = home.does(&["export", "--facts"]);
    assert!(is_clean(&csv) && is_clean(&facts), "{csv:?}");
    let booth = Booth::cockpit(&home);
    booth.shows("✓ enregistré");
    assert!(is_clean(&booth.screen()));
}

#[test]
fn control_bytes_in_every_argument_come_out_nowhere() {
    let home = Home::with_marie();
    let eq = format!("{EVIL}=x");
    let value = format!("note={EVIL}");
    let query = format!("montant>{EVIL}");
    let e = EVIL;
    let all: &[&[&str]] = &[
        &[e],
        &["--lang", e, "list"],
        &["--today", e, "list"],
        &["--as", e, "add", "Zoé"],
        &["--store", e, "list"],
        &["add", e, "--anyway"],
        &["import", e],
        &["import", "x", "--map", e],
        &["list", e],
        &["list", &query],
        &["show", e],
        &["set", e, "ville=Nantes"],
        &["set", "marie", e],
        &["set", "marie", &eq],
        &["set", "marie", &value],
        &["log", e, "call"],
        &["log", "marie", e],
        &["log", "marie", "call", "--note", e],
        &["log", "marie", "call", "--outcome", e],
        &["log", "marie", "call", "--next", e],
        &["log", "marie", "call", "--on", e],
        &["next", "marie", e],
        &["next", e, "3j"],
        &["qualify", "marie", &eq],
        &["qualify", "marie", e],
        &["move", "marie", e],
        &["move", e, "prospect"],
        &["buy", "marie", e],
        &["buy", "marie", "100", "--proof", e],
        &["lose", "marie", e],
        &["score", e],
        &["undo", "--act", e],
        &["export", e],
        &["export", "--to", e],
        &["demo", "--size", e],
        &["show", "marie"],
        &["undo"],
    ];
    for words in all {
        for json in [false, true] {
            let words = if json { [&["--json"], *words].concat() } else { words.to_vec() };
            let told = home.ask(&words);
            let clean = is_clean(&told.out.replace("\r\n", "\n")) && is_clean(&told.err);
            assert!(clean, "{words:?}: {:?} {:?}", told.out, told.err);
            assert!(told.code < 5 && !told.err.contains("panicked"), "{words:?}: {}", told.err);
            assert!(told.code == 0 || !told.err.trim().is_empty(), "{words:?} said nothing");
        }
    }
}

#[test]
fn an_amount_below_zero_is_refused_wherever_it_stands() {
    let home = Home::with_marie();
    for words in
        [&["set", "marie", "montant=-500"][..], &["buy", "marie", "--", "-500"], &["add", "Paul Petit, -500 €"]]
    {
        assert!(home.refuses(2, words).contains("négatif"), "{words:?}");
    }
    assert_eq!(home.json(&["list"])["count"], 1);
}

#[test]
fn a_text_as_long_as_a_book_is_refused_in_a_short_sentence_wherever_it_stands() {
    let home = Home::with_marie();
    let long = "é".repeat(35_000);
    let note = format!("note={long}");
    let need = format!("besoin=oui:{long}");
    for words in [
        &["add", &long][..],
        &["set", "marie", &note],
        &["log", "marie", "call", "--note", &long],
        &["qualify", "marie", &need],
        &["next", "marie", "3j", "--what", &long],
        &["--as", &long, "add", "Zoé"],
        &["show", &long],
    ] {
        let told = home.ask(words);
        assert!(matches!(told.code, 1 | 2), "{}: {}", words[1], told.code);
        assert!(told.err.len() < 1_500, "{}", told.err.len());
    }
    assert_eq!(home.json(&["list"])["count"], 1);
    home.with("long.csv", format!("Nom;Note\nPetit;{long}\nGrand;court\n").as_bytes());
    let report = home.json(&["import", "long.csv"]);
    assert_eq!((report["created"].as_u64(), report["refused"].as_u64()), (Some(1), Some(1)), "{report}");
}

#[test]
fn files_nobody_can_read_are_one_sentence() {
    let home = Home::new();
    let random: Vec<u8> = (0..9000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
    home.with("random", &random);
    home.with("empty", b"");
    home.with("nul", &[0; 3000]);
    home.with("locked.csv", b"Nom\nPetit\n");
    fs::set_permissions(home.path("locked.csv"), std::os::unix::fs::PermissionsExt::from_mode(0)).unwrap();
    for file in ["random", "empty", "nul", ".", "/dev/null", "none", "/proc/self/mem"] {
        let told = home.refuses(2, &["import", file]);
        assert!(told.trim().lines().count() == 1 && is_clean(&told), "{file}: {told}");
    }
    if rustix::process::geteuid().is_root() {
        println!("skipped: root reads every file");
    } else {
        assert!(home.refuses(2, &["import", "locked.csv"]).contains("droits"));
    }
    home.refuses(1, &["list"]);
}

#[test]
fn a_terminal_that_is_none_is_told_and_a_tiny_one_is_drawn_on() {
    let home = Home::with_marie();
    let mut dumb = Booth::start(&home, &[], &[("TERM", "dumb")], (80, 24));
    assert_eq!(dumb.ends(), 2);
    let said = String::from_utf8(dumb.bytes()).unwrap();
    assert!(said.contains("terminal") && !said.contains('\u{1b}'), "{said:?}");
    for size in [(10, 3), (1, 1), (2, 1), (1, 9)] {
        let home = Home::with_marie();
        let mut tiny = Booth::start(&home, &[], &[], size);
        super::soon("a frame", || tiny.bytes().ends_with(b"\x1b[?2026l").then_some(()));
        tiny.resize((120, 36));
        tiny.shows("✓ enregistré");
        tiny.types("n");
        tiny.shows("Prénom");
        tiny.types("Zo");
        tiny.until("the form", |screen| screen.contains("Zo") && screen.contains("Prénom"));
        tiny.resize(size);
        tiny.types("\u{11}");
        assert_eq!(tiny.ends(), 0, "{size:?}");
    }
}

#[test]
fn a_window_that_changes_while_keys_come_is_drawn_at_its_new_size() {
    let home = Home::with_marie();
    let mut booth = Booth::cockpit(&home);
    booth.shows("✓ enregistré");
    for round in 0..60 {
        let cols = if round % 2 == 0 { 100 } else { 120 };
        booth.types("j");
        booth.resize((cols, 30));
        let fits = |screen: &str| {
            // The author stands at the right end of the first line.
            let top = screen.lines().next().unwrap_or_default().trim_end();
            top.ends_with("sandrine") && top.chars().count() + 3 > usize::from(cols)
        };
        booth.until("a screen of the new size", fits);
    }
}

#[test]
fn a_key_that_comes_with_a_change_of_the_window_is_heard() {
    let home = Home::with_marie();
    let mut booth = Booth::cockpit(&home);
    booth.shows("✓ enregistré");
    for round in 0..40 {
        booth.resize((if round % 2 == 0 { 100 } else { 120 }, 36));
        booth.types("n");
        booth.shows("Prénom");
        booth.types("\u{1b}");
        booth.until("the form is gone", |screen| !screen.contains("Prénom"));
    }
}

#[test]
fn a_locale_without_letters_beyond_ascii_gets_none_on_its_screen() {
    let home = Home::with_marie();
    let mut booth = Booth::start(&home, &["--lang", "fr"], &[("LANG", "C")], (120, 36));
    booth.shows("enregistre");
    booth.types("n");
    booth.shows("Prenom");
    booth.types("\u{1b}");
    booth.until("the form is gone", |screen| !screen.contains("Prenom"));
    booth.types("?");
    booth.until("the help", |screen| screen.contains("Aide") && !screen.contains("? aide"));
    booth.types("\u{11}");
    booth.ends();
    assert!(booth.bytes().is_ascii(), "{:?}", String::from_utf8_lossy(&booth.bytes()));
    let mut list = Booth::start(&home, &["list"], &[("LANG", "C")], (120, 36));
    assert_eq!(list.ends(), 0);
    assert!(list.bytes().is_ascii() && list.screen().contains("Marie Lefevre"), "{}", list.screen());
}

#[test]
fn a_reader_that_takes_one_line_ends_every_listing_quietly() {
    let home = Home::with_marie();
    let rows: String = (0..3_000).map(|n| format!("Nom{n},nom{n}@long.example\n")).collect();
    home.with("many.csv", format!("Nom,Mail\n{rows}").as_bytes());
    home.does(&["import", "many.csv"]);
    for words in [&["list"][..], &["--json", "list"], &["export"], &["export", "--facts"], &["import", "many.csv"]] {
        let mut child = home.command().args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{words:?}: {output:?}");
    }
}
