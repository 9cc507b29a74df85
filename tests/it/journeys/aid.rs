//! Help where one stands, and the tour of the demo.

use vigie::{cockpit::keymap::Keymap, voice::Language};

use crate::{screen::portfolio, seat::Seat};

fn seat(language: Language, size: (u16, u16)) -> Seat {
    Seat::new(portfolio(20), language, size.0, size.1)
}

#[test]
fn the_help_begins_with_what_is_used_most_where_one_stands() {
    let mut seat = seat(Language::Fr, (120, 36));
    seat.keys("?");
    let columns = seat.screen();
    assert!(columns.contains("Le plus utile ici") && columns.contains("Se déplacer"), "{columns}");
    seat.keys("<esc>q?");
    assert!(seat.shows("réponse validée"), "{}", seat.screen());
    seat.keys("?");
    assert!(!seat.shows("Le plus utile ici"), "the same key closes it");
}

#[test]
fn letters_narrow_the_help() {
    let mut seat = seat(Language::En, (80, 24));
    seat.keys("?lost");
    assert!(seat.shows("Help: “lost”") && seat.shows("lost: say why"), "{}", seat.screen());
    assert!(!seat.shows("note a call"));
    seat.keys("zzz");
    assert!(seat.shows("Nothing of that name here"));
    seat.keys("<esc>");
    assert!(!seat.shows("Help:"));
}

#[test]
fn what_lies_over_the_panes_has_its_own_help_and_keeps_what_was_typed() {
    let mut seat = seat(Language::Fr, (120, 36));
    for (keys, words) in [
        ("nZoé", "Alt-Entrée"),
        ("e", "prendre ce choix"),
        ("cmar", "un numéro de téléphone"),
        ("y<right>", "playbook.toml"),
    ] {
        seat.keys(keys);
        let before = seat.screen();
        seat.keys("<f1>");
        assert!(seat.shows(words), "{keys}: {}", seat.screen());
        seat.keys("<esc>");
        assert_eq!(seat.screen(), before, "{keys}");
        seat.keys("<esc>");
    }
}

#[test]
fn keys_of_ones_own_are_in_the_help_the_hints_and_the_tour() {
    let mut keys = Keymap::shipped().unwrap();
    keys.merge("[everywhere]\ncall = [\"w\"]\nopen = [\"f7\"]\n").unwrap();
    let mut seat = seat(Language::Fr, (120, 36));
    seat.cockpit.bind(keys);
    assert!(seat.shows("w appel"), "{}", seat.screen());
    seat.keys("?appel");
    assert!(
        seat.screen().lines().any(|line| line.contains("w ") && line.contains("noter un appel")),
        "{}",
        seat.screen()
    );
    seat.keys("<esc>");
    seat.cockpit.call_demo(true);
    seat.keys("<down>");
    assert!(seat.shows("2/6 F7 ouvre la fiche"), "{}", seat.screen());
}

fn toured(language: Language, size: (u16, u16)) -> Seat {
    let mut seat = seat(language, size);
    seat.cockpit.call_demo(true);
    seat
}

#[test]
fn the_tour_notices_each_step_and_ends_by_itself() {
    let mut seat = toured(Language::Fr, (120, 36));
    assert!(seat.shows("1/6 ↑↓ ←→ vont d'une affaire") && seat.shows("Ctrl-N arrête"), "{}", seat.screen());
    seat.keys("<down>");
    assert!(seat.shows("2/6 Entrée ouvre la fiche"), "{}", seat.screen());
    seat.keys("<enter><esc>");
    assert!(seat.shows("3/6 q qualifie"), "{}", seat.screen());
    seat.keys("q<home>c à voir<enter><esc><esc>").settle();
    assert!(seat.shows("4/6 a note un appel"), "{}", seat.screen());
    seat.keys("ajtout va bien<enter>").settle();
    assert!(seat.shows("5/6 r fixe la prochaine action"), "{}", seat.screen());
    seat.keys("r3j<enter>").settle();
    assert!(seat.shows("6/6 u annule la dernière saisie"), "{}", seat.screen());
    seat.keys("u");
    assert!(seat.shows("Visite faite. c retrouve n'importe qui"), "{}", seat.screen());
    seat.keys("<down>");
    assert!(!seat.shows("Visite faite"));
}

#[test]
fn the_tour_is_skipped_by_one_key_and_a_real_portfolio_has_none() {
    let mut seat = toured(Language::En, (80, 24));
    assert!(seat.shows("1/6 ↑↓ ←→ go from deal"));
    seat.keys("<ctrl-n>");
    assert!(!seat.shows("1/6 ↑↓"), "{}", seat.screen());
    let mut seat = self::seat(Language::En, (80, 24));
    assert!(!seat.shows("1/6 ↑↓"));
    seat.keys("<ctrl-n>");
    assert!(seat.shows("The tour is in the demo"));
}

#[test]
fn the_tour_never_hides_what_it_speaks_of() {
    for size in [(45, 20), (80, 24), (120, 36), (45, 17), (20, 18), (10, 3)] {
        let mut seat = toured(Language::Fr, size);
        let screen = seat.screen();
        assert_eq!(screen.contains("1/6"), size.1 >= 18, "{screen}");
        if size.0 < 45 {
            continue;
        }
        assert!(screen.contains("? aide"), "{screen}");
        if size.1 >= 18 {
            assert!(screen.contains("Ctrl-N arrête"), "{screen}");
        }
        seat.keys("<down>a");
        seat.size(120, 36);
        assert!(seat.shows("2/6"));
    }
}

#[test]
fn made_up_people_are_called_that_at_every_width_and_on_every_tab() {
    for language in [Language::Fr, Language::En] {
        for width in [45, 52, 60, 66, 72, 80, 100, 120] {
            let mut seat = Seat::new(vec![super::marie()], language, width, 24);
            seat.cockpit.call_demo(true);
            let demo = if language == Language::Fr { "démo" } else { "demo" };
            for tab in ["1", "2", "3"] {
                seat.keys(tab);
                assert!(seat.screen().lines().next().unwrap().contains(demo), "{width} {tab}: {}", seat.screen());
            }
        }
    }
}
