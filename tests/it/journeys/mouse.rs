//! The mouse does what the keys do.

use vigie::{
    cockpit::{
        effect::Effect,
        event::{Event, Gesture, Mouse},
    },
    voice::Language,
};

use super::{kanban::firm, stage_of};
use crate::seat::Seat;

fn seat() -> Seat {
    let facts = vec![firm("Alpha", "lead", ""), firm("Bêta", "lead", ""), firm("Gamma", "prospect", "")];
    Seat::new(facts, Language::Fr, 120, 36)
}

#[test]
fn a_click_chooses_a_card_and_a_double_click_opens_it() {
    let mut seat = seat();
    seat.click("Gamma");
    assert!(seat.shows("▌Gamma"), "{}", seat.screen());
    seat.point(Gesture::Double, "Gamma");
    assert!(seat.shows("Entrée modifier"), "{}", seat.screen());
    seat.click("Montant");
    seat.point(Gesture::Double, "Montant");
    seat.keys("<ctrl-u>500<enter>").settle();
    assert!(seat.shows("500 € HT"), "{}", seat.screen());
    seat.click("Bêta");
    assert!(seat.shows("▌Bêta") && seat.shows("a appel"), "{}", seat.screen());
}

#[test]
fn a_card_dragged_to_another_column_asks_for_what_is_missing() {
    let mut seat = seat();
    seat.point(Gesture::Press, "▌Alpha");
    seat.point(Gesture::Drag, "Gamma");
    assert!(seat.shows("Alpha → Prospect"), "{}", seat.screen());
    seat.point(Gesture::Release, "Gamma");
    assert!(seat.shows("Synthèse"), "{}", seat.screen());
    seat.click("Ou forcer");
    seat.keys("le patron insiste<enter>").settle();
    assert_eq!(stage_of(&seat), "prospect");
    seat.point(Gesture::Press, "Bêta");
    seat.point(Gesture::Drag, "Lead 1");
    seat.point(Gesture::Release, "Lead 1");
    assert!(!seat.shows("Synthèse"), "let go where it was, nothing happens: {}", seat.screen());
}

#[test]
fn hints_choices_and_lists_are_clicked() {
    let mut seat = seat();
    seat.click("a appel");
    assert!(seat.shows("Résultat"), "{}", seat.screen());
    seat.click("pas de réponse");
    assert!(seat.shows("[p pas de réponse]"), "{}", seat.screen());
    seat.keys("<esc>");
    seat.click("e étape");
    seat.click("g  Gagné");
    assert!(seat.shows("Preuve"), "{}", seat.screen());
    seat.keys("<esc>");
    seat.keys("cgamma");
    seat.click("Gamma");
    assert!(seat.shows("Entrée modifier"), "{}", seat.screen());
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let facts = (0..40).map(|n| firm(&format!("Firme {n:02}"), "lead", "")).collect();
    let mut seat = Seat::new(facts, Language::Fr, 120, 36);
    assert!(seat.shows("1/40"));
    let (x, y) = seat.place("Firme 03");
    for _ in 0..20 {
        seat.hear(Event::Mouse(Mouse { did: Gesture::Wheel(1), x, y }));
        seat.screen();
    }
    assert!(!seat.shows("Firme 03") && seat.shows("Firme 39"), "{}", seat.screen());
}

#[test]
fn a_folded_column_opens_under_a_click() {
    let mut seat = seat();
    seat.keys("z<right>");
    assert!(!seat.shows("Alpha"));
    let strip = Mouse { did: Gesture::Press, x: 1, y: 5 };
    seat.screen();
    seat.hear(Event::Mouse(strip));
    assert!(seat.shows("Alpha"), "{}", seat.screen());
}

#[test]
fn a_key_leaves_the_mouse_to_the_terminal_and_says_so() {
    let mut seat = seat();
    seat.keys("b");
    assert_eq!(seat.asked, [Effect::Mouse(false)]);
    assert!(seat.shows("Le terminal a la souris") && seat.shows("b la reprend"), "{}", seat.screen());
    seat.keys("<down>");
    assert!(seat.shows("b souris"), "it stays in sight: {}", seat.screen());
    seat.keys("b");
    assert_eq!(seat.asked.last(), Some(&Effect::Mouse(true)));
}

#[test]
fn a_click_beside_a_field_neither_enters_nor_drops_what_is_typed() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.click("Gamma");
    assert!(seat.shows("Veut un devis"));
    seat.keys("<esc><enter><down><down><enter>8400");
    seat.click("Gamma");
    assert!(seat.shows("8400"), "{}", seat.screen());
}
