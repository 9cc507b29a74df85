//! What is being typed when the line drops, a signal comes or the power goes.

use rustix::process::Signal;

use super::{super::talk::Home, booth::Booth, open};

/// Somebody starts a contact and types a name, which the screen shows.
fn typing(home: &Home, author: &str, name: &str) -> Booth {
    let mut booth = Booth::start(home, &["--as", author], &[], (120, 36));
    booth.shows("✓ enregistré");
    booth.types("n");
    booth.shows("Prénom");
    booth.types(name);
    booth.shows(name);
    booth
}

/// What is offered to somebody who starts Vigie now is taken up, entered, and not offered again.
fn is_taken_up(home: &Home, author: &str, name: &str) {
    let mut booth = Booth::start(home, &["--as", author], &[], (120, 36));
    booth.shows(name);
    booth.types("\r");
    booth.until("the form with the text", |screen| screen.contains("Prénom") && screen.contains(name));
    booth.types("\r");
    booth.shows(&format!("{name} : fiche créée · u annule"));
    booth.shows("✓ enregistré");
    booth.types("\x11");
    assert_eq!(booth.ends(), 0);
    assert!(home.does(&["show", name]).contains(name));
    let again = Booth::start(home, &["--as", author], &[], (120, 36));
    let screen = again.shows("✓ enregistré");
    assert!(!offers(&screen), "{screen}");
}

fn offers(screen: &str) -> bool {
    screen.contains("Texte non validé")
}

#[test]
fn a_hang_up_keeps_what_was_being_typed_for_its_author_alone() {
    for by_signal in [true, false] {
        let home = Home::with_marie();
        let name = "Élodie-Anne";
        let mut booth = typing(&home, "sandrine", name);
        if by_signal {
            booth.signal(Signal::HUP);
            booth.ends();
            let said = String::from_utf8(booth.bytes()).unwrap();
            assert!(!said.contains("\x1b[?1049l"), "a terminal that went away is left alone");
        } else {
            booth.hang_up();
            booth.ends();
        }
        let other = Booth::start(&home, &["--as", "karim"], &[], (120, 36));
        let screen = other.shows("✓ enregistré");
        assert!(!offers(&screen) && !screen.contains(name), "{screen}");
        other.kill();
        is_taken_up(&home, "sandrine", name);
    }
}

#[test]
fn a_termination_gives_the_terminal_back_and_keeps_what_was_being_typed() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT] {
        let home = Home::with_marie();
        let mut booth = typing(&home, "sandrine", "Timothée");
        booth.signal(signal);
        assert_eq!(booth.ends(), 0, "{signal:?}");
        let bytes = booth.bytes();
        let tail = String::from_utf8_lossy(&bytes[bytes.len() - 40..]).into_owned();
        assert!(tail.contains("\x1b[?25h") && tail.ends_with("\x1b[?1049l"), "{tail:?}");
        assert!(!booth.is_raw(), "{signal:?}: the keys are as they were");
        assert_eq!(open(&home.store()).drafts().unwrap().len(), 1);
        is_taken_up(&home, "sandrine", "Timothée");
    }
}

#[test]
fn a_kill_loses_at_most_the_last_second_of_typing() {
    let home = Home::with_marie();
    let mut booth = typing(&home, "sandrine", "Maximilien");
    let kept = || open_drafts(&home).iter().any(|text| text.contains("Maximilien"));
    super::soon("the draft is kept a second after the last key", || kept().then_some(()));
    booth.types("XYZ");
    booth.kill();
    let drafts = open_drafts(&home);
    assert!(drafts.iter().any(|text| text.contains("Maximilien")), "{drafts:?}");
    is_taken_up(&home, "sandrine", "Maximilien");
}

#[test]
fn two_cockpits_of_one_person_keep_both_texts_and_a_guest_is_offered_them() {
    let home = Home::with_marie();
    let holder = Booth::cockpit(&home);
    holder.shows("✓ enregistré");
    let (one, two) = (typing(&home, "sandrine", "Timothée"), typing(&home, "sandrine", "Maximilien"));
    for name in ["Timothée", "Maximilien"] {
        super::soon("it is kept", || open_drafts(&home).iter().any(|text| text.contains(name)).then_some(()));
    }
    let other = Booth::start(&home, &["--as", "sandrine"], &[], (120, 36));
    let screen = other.shows("✓ enregistré");
    assert!(!screen.contains("Timothée"), "it is being typed elsewhere: {screen}");
    one.kill();
    two.kill();
    other.kill();
    let again = Booth::start(&home, &["--as", "sandrine"], &[], (120, 36));
    again.until("both are offered", |screen| screen.contains("Timothée") && screen.contains("Maximilien"));
    drop(holder);
}

/// The texts in the folder of drafts, read beside whoever holds the store.
fn open_drafts(home: &Home) -> Vec<String> {
    let files = std::fs::read_dir(home.store().join("drafts")).into_iter().flatten();
    let whole = files
        .filter_map(|file| Some(file.ok()?.path()).filter(|path| path.extension().is_some_and(|end| end == "json")));
    whole.filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}
