//! The numbers of the score set on a screen: the ranking moves while one types, nothing holds until it is kept.

use vigie::{sales::playbook::Playbook, voice::Language};

use crate::{screen::portfolio, seat::Seat};

fn points(playbook: &Playbook, key: &str) -> i32 {
    playbook.rules().iter().find(|rule| rule.key == key).map_or(0, |rule| rule.points)
}

fn scores(seat: &Seat) -> Vec<u8> {
    seat.desk.columns().rescored(seat.desk.playbook())
}

#[test]
fn the_ranking_moves_while_typing_and_holds_once_kept() {
    let mut seat = Seat::new(portfolio(60), Language::Fr, 120, 36);
    let before = scores(&seat);
    seat.keys("y<down><down>2");
    assert!(seat.shows("15 →  2"), "{}", seat.screen());
    seat.keys("0");
    assert!(seat.shows("15 →  20") && seat.shows("scores changeraient"), "{}", seat.screen());
    assert_eq!(scores(&seat), before, "nothing holds yet");
    seat.keys("<enter>");
    assert!(seat.shows("Réglages gardés · u remet les précédents"), "{}", seat.screen());
    assert_eq!(points(seat.desk.playbook(), "need"), 20);
    assert_ne!(scores(&seat), before);
    let facts = super::facts(&seat);
    seat.keys("u");
    assert_eq!((points(seat.desk.playbook(), "need"), scores(&seat)), (15, before.clone()));
    assert!(seat.shows("Réglages précédents remis · Ctrl-Y rétablit"), "{}", seat.screen());
    seat.keys("<ctrl-y>");
    assert_eq!(points(seat.desk.playbook(), "need"), 20);
    seat.keys("<ctrl-y>");
    assert!(seat.shows("les derniers gardés"), "no act is brought back by mistake: {}", seat.screen());
    seat.keys("u");
    assert_eq!((points(seat.desk.playbook(), "need"), scores(&seat)), (15, before));
    assert_eq!(super::facts(&seat), facts);
}

#[test]
fn what_is_dropped_comes_back_as_it_was_typed() {
    let mut seat = Seat::new(portfolio(20), Language::En, 80, 24);
    seat.keys("y<right><right><esc>");
    assert!(seat.shows("Settings dropped · u brings them back"), "{}", seat.screen());
    assert!(seat.playbook.is_empty());
    seat.keys("u");
    assert!(seat.shows("70 →  72"), "{}", seat.screen());
    seat.keys("<esc>");
    seat.keys("<down>u");
    assert!(!seat.shows("70 →  72"), "another key in between lets go of it");
}

#[test]
fn a_number_that_cannot_stand_is_told_and_changes_nothing() {
    let mut seat = Seat::new(portfolio(20), Language::Fr, 120, 36);
    seat.keys("y3");
    assert!(seat.shows("3 n’est pas entre 41 et 100"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("[Score]") && seat.playbook.is_empty());
    seat.keys("<backspace><esc>");
    assert!(!seat.shows("Réglages"), "as it was: nothing to give up");
}

#[test]
fn unshifted_digits_are_read_and_what_takes_points_goes_on_taking() {
    let mut seat = Seat::new(portfolio(20), Language::Fr, 120, 36);
    seat.keys("y<end>é\"<enter>");
    assert_eq!(points(seat.desk.playbook(), "unreachable"), -23);
    assert_eq!(seat.playbook, "[[rule]]\nkey = \"unreachable\"\npoints = -23\n");
}

#[test]
fn a_half_life_is_a_number_too_and_a_rule_that_is_off_can_be_put_on() {
    let mut seat = Seat::new(portfolio(40), Language::Fr, 120, 36);
    seat.playbook = "[[rule]]\nkey = \"exchanges\"\npoints = 0 # trop bavard\n".into();
    seat.desk.settle_on(Playbook::read(&seat.playbook).unwrap());
    seat.keys("y");
    let at = seat.screen().lines().position(|line| line.contains("Échanges")).unwrap();
    let first = seat.screen().lines().position(|line| line.contains("Chaud à partir de")).unwrap();
    assert!(at > first);
    while !seat.screen().lines().any(|line| line.contains("▌ Échanges")) {
        seat.keys("<down>");
    }
    seat.keys("8");
    assert!(seat.shows("changeraient"), "{}", seat.screen());
    seat.keys("<down>90<enter>");
    let rule = seat.desk.playbook().rules().iter().find(|rule| rule.key == "exchanges").unwrap();
    assert_eq!((rule.points, rule.half_life), (8, Some(90)));
    assert!(seat.playbook.contains("points = 8 # trop bavard\nhalf_life = 90"), "{}", seat.playbook);
}

#[test]
fn a_file_with_a_mistake_keeps_the_numbers_on_the_screen() {
    let mut seat = Seat::new(portfolio(20), Language::Fr, 120, 36);
    seat.playbook = "[thresholds\n".into();
    seat.keys("y<right><enter>");
    assert!(seat.shows("70 →  71"), "{}", seat.screen());
    assert_eq!(seat.playbook, "[thresholds\n");
    assert_eq!(seat.desk.playbook().thresholds.hot, 70);
}

#[test]
fn undo_and_redo_on_the_screen_are_about_its_numbers_and_a_click_stands_on_one() {
    let mut seat = Seat::new(portfolio(20), Language::Fr, 120, 36);
    seat.keys("y80<down><right>");
    assert!(seat.shows("70 →  80") && seat.shows("40 →  41"), "{}", seat.screen());
    seat.keys("u");
    assert!(seat.shows("70 →  80") && !seat.shows("40 →  41"), "{}", seat.screen());
    seat.keys("<ctrl-z>");
    assert!(!seat.shows("→  80"), "{}", seat.screen());
    seat.keys("<ctrl-y>");
    assert!(seat.shows("70 →  80"), "{}", seat.screen());
    seat.click("Besoin");
    seat.keys("9");
    assert!(seat.shows("15 →  9"), "{}", seat.screen());
}

#[test]
fn rhythm_is_set_beside_the_score_and_the_list_of_the_day_follows_once_it_is_kept() {
    let mut seat = Seat::new(vec![super::marie()], Language::Fr, 120, 36);
    seat.playbook =
        "[cadence]\nlead = { cold = 30, warm = 14, hot = 3 } # chez nous\n\n[rhythm]\nspread = 20 # par jour\n".into();
    seat.desk.settle_on(Playbook::read(&seat.playbook).unwrap());
    let due = |seat: &Seat| seat.desk.columns().cards().map(|(_, card)| card.due).collect::<Vec<_>>();
    let before = due(&seat);
    seat.keys("y<tab>");
    assert!(seat.shows("[Rythme]") && seat.shows("Au-delà des relances par jour"), "{}", seat.screen());
    seat.keys("3");
    seat.keys("0");
    assert!(seat.shows("20 →  30"), "{}", seat.screen());
    while !seat.screen().lines().any(|line| line.contains("▌ Lead · froid")) {
        seat.keys("<down>");
    }
    assert!(seat.shows("le jour ouvré suivant"), "{}", seat.screen());
    seat.keys("9<enter>");
    assert_eq!(
        seat.playbook,
        "[cadence]\nlead = { cold = 9, warm = 14, hot = 3 } # chez nous\n\n[rhythm]\nspread = 30 # par jour\n"
    );
    assert_ne!(due(&seat), before, "the list follows");
    seat.keys("u");
    assert_eq!(due(&seat), before);
    assert!(seat.playbook.contains("cold = 30, warm"), "{}", seat.playbook);
}

#[test]
fn the_hours_of_the_law_are_typed_as_hours_and_spans_never_cross() {
    let mut seat = Seat::new(portfolio(10), Language::Fr, 45, 20);
    seat.keys("y<tab><tab>");
    assert!(seat.shows("[Loi]") && seat.shows("Plage 1, de") && seat.shows("10 h"), "{}", seat.screen());
    seat.keys("930");
    assert!(seat.shows("10 h →  9 h 30"), "{}", seat.screen());
    seat.keys("<down>15");
    assert!(seat.shows("15 h n’est pas entre"), "{}", seat.screen());
    seat.keys("<backspace>2<end><right>");
    assert!(seat.shows("non →  oui"), "{}", seat.screen());
    seat.keys("u<enter>");
    assert_eq!(seat.playbook, "[law]\nphone_hours = [\"09:30-12:00\", \"14:00-20:00\"]\n");
    assert_eq!(seat.desk.playbook().law.phone_hours[0], (9 * 60 + 30, 12 * 60));
}
