//! The one box.

use vigie::{
    cockpit::event::Event,
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::Statement,
    },
    voice::Language,
};

use super::{deal, facts, marie, seat, set, stage_of, text};
use crate::seat::Seat;

/// Marie, and Paul Morin of the Garage Morin, who has no deal.
fn two() -> Seat {
    let mut paul: Vec<Statement> = marie().into_iter().take(5).collect();
    paul[0] = set(super::person(), "contact.given_name", text("Paul"));
    paul[1] = set(super::person(), "contact.family_name", text("Morin"));
    paul[2] = set(super::person(), "contact.mobile", text("+33639980002"));
    paul[3] = set(super::company(), "company.name", text("Garage Morin"));
    Seat::new(vec![marie(), paul], Language::Fr, 120, 36)
}

/// The last exchange somebody called so had.
fn last_note(seat: &Seat, name: &str) -> Option<String> {
    let all: Vec<_> = seat.desk.book().entities(Kind::Contact).collect();
    let found = all.into_iter().filter_map(|entity| seat.desk.book().contact(entity));
    let contact = found.into_iter().find(|contact| contact.name() == name)?;
    contact.dealings.activities.last().map(|activity| activity.note.clone())
}

#[test]
fn the_box_finds_people_without_accents_by_number_and_by_wish() {
    let mut seat = seat();
    for typed in ["clefevre", "c0639980001", "c980001", "cmarie menui", "cà- \"ç ç_ àà à&", "c+33 6 39 98 00 01"]
    {
        seat.keys(typed);
        assert!(seat.shows("Marie Lefèvre  Menuiserie Lefèvre"), "{typed}: {}", seat.screen());
        seat.keys("<esc>");
    }
    seat.keys("cdevis");
    assert!(seat.shows("> devis envoyé"));
    seat.keys("<esc>cZoé Martin, 06 39 98 00 02<end>");
    assert!(seat.shows("+ Créer « Zoé Martin, 06 39 98 00 02 »"));
    seat.keys("<enter><enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 2);
    assert!(seat.shows("Zoé Martin"));
}

#[test]
fn a_phone_rings_and_the_person_is_found_or_created_in_four_keys() {
    let mut seat = two();
    seat.keys("c0639980002<enter>");
    assert!(seat.shows("06 39 98 00 02") && seat.shows("Garage Morin"), "found in two keys: {}", seat.screen());
    seat.keys("<esc>c0639980003");
    seat.keys("<enter>Zoé<enter>").settle();
    assert!(seat.shows("06 39 98 00 03") && seat.shows("Zoé"), "created in three: {}", seat.screen());
    let typed_without_shift = "à-\"ç ç_ àà à'";
    seat.keys("c").keys(typed_without_shift).keys("<enter>Léa<tab>Roy<enter>").settle();
    assert!(seat.shows("06 39 98 00 04") && seat.shows("Léa Roy"), "{}", seat.screen());
    assert_eq!(seat.desk.book().count(Kind::Contact), 4);
}

#[test]
fn the_row_that_creates_is_one_key_away_from_the_first() {
    let mut seat = seat();
    seat.keys("cmar<up><enter>");
    assert!(seat.shows("Nouveau contact") && seat.shows("mar"), "{}", seat.screen());
}

#[test]
fn an_action_works_on_the_person_found_without_going_there() {
    let mut seat = two();
    seat.keys("cmorin<right>");
    assert!(seat.shows("noter un appel") && seat.shows("06 39 98 00 02"), "{}", seat.screen());
    seat.keys("ajVeut un devis<enter>").settle();
    assert_eq!(last_note(&seat, "Paul Morin").as_deref(), Some("Veut un devis"));
    assert_eq!(last_note(&seat, "Marie Lefèvre"), None);
    assert!(seat.shows("Affaire  Cuisine sur mesure"), "one stands where one stood: {}", seat.screen());
    seat.keys("cmorin<tab>r<esc>");
    seat.keys("ajMerci<enter>").settle();
    assert_eq!(last_note(&seat, "Marie Lefèvre").as_deref(), Some("Merci"), "the cursor counts again");
}

#[test]
fn a_stage_and_the_checklist_are_reached_on_the_person_found() {
    let mut seat = two();
    seat.keys("cgarage<tab>e");
    assert!(seat.shows("Étape de Garage Morin"), "{}", seat.screen());
    seat.keys("<esc>clefevre<tab>q");
    assert!(seat.shows("Besoin"), "{}", seat.screen());
    seat.keys("<home>ocuisine<enter>").settle();
    assert_eq!(deal(&seat).answers.len(), 1);
    assert_eq!(stage_of(&seat), "lead");
}

#[test]
fn a_verb_beside_a_name_acts_on_whom_it_names() {
    let mut seat = two();
    for typed in ["crdv morin", "cmorin rdv"] {
        seat.keys(typed);
        assert!(seat.shows("un rendez-vous, une visite  Paul Morin"), "{typed}: {}", seat.screen());
        seat.keys("<enter>");
        assert!(seat.shows("Garage Morin") && seat.shows("Rendez-vous"), "{}", seat.screen());
        seat.keys("<esc>");
    }
    assert_eq!(facts(&seat), 2);
}

#[test]
fn with_nothing_typed_the_box_offers_who_was_seen_last_and_every_action() {
    let mut seat = two();
    seat.keys("cmorin<enter><esc>cmarie<enter><esc>c");
    let screen = seat.screen();
    let line = |words: &str| screen.lines().position(|line| line.contains(words));
    assert!(line("Paul Morin  Garage Morin") < line("> noter un appel"), "{screen}");
    seat.keys("<enter>");
    assert!(seat.shows("06 39 98 00 02"), "{}", seat.screen());
    seat.keys("<esc>c<up>");
    assert!(seat.shows("> quitter Vigie"), "{}", seat.screen());
}

#[test]
fn the_arrow_does_the_action_it_stands_on_and_what_cannot_be_done_here_is_no_row() {
    let mut seat = two();
    seat.keys("crdv<right>");
    assert!(seat.shows("Rendez-vous") && !seat.shows("agir"), "{}", seat.screen());
    seat.keys("<esc>cretirer");
    assert!(!seat.shows("> retirer"), "{}", seat.screen());
}

#[test]
fn what_is_taken_back_keeps_the_name_of_whom_it_made() {
    let mut seat = two();
    seat.keys("nJean Dupont<enter>").settle();
    seat.keys("u").settle();
    assert!(seat.shows("Jean Dupont : fiche créée · Ctrl-Y rétablit"), "{}", seat.screen());
}

#[test]
fn a_great_many_cards_are_looked_at_between_keys_and_another_filter_forgets_the_first() {
    let deals = (0..4_100).map(|n| set(Entity::fresh(Kind::Deal, n), "deal.title", text("Cuisine")));
    let mut seat = Seat::new(vec![deals.collect()], Language::Fr, 120, 36);
    seat.slow = true;
    seat.keys("fraffaire:cuisine<enter>");
    assert!(seat.shows("affaire:cuisine : 2 000 affaires regardées"), "{}", seat.screen());
    seat.hear(Event::Look);
    assert!(seat.shows("4 000 affaires regardées"), "{}", seat.screen());
    let before = seat.screen();
    seat.keys("<down>");
    assert_ne!(seat.screen(), before, "keys are heard meanwhile");
    seat.keys("fraffaire:garage<enter>");
    assert!(seat.shows("affaire:garage : 2 000 affaires regardées"), "{}", seat.screen());
    seat.slow = false;
    seat.hear(Event::Look);
    assert!(seat.shows("affaire:garage : aucune affaire"), "nothing of the first is left: {}", seat.screen());
    seat.keys("<backspace>fraffaire:cuisine<enter>");
    assert!(
        seat.shows("affaire:cuisine : 4 100 affaires") || seat.shows("affaire:cuisine : 4100 affaires"),
        "{}",
        seat.screen()
    );
}

#[test]
fn somebody_is_told_in_one_line_without_commas() {
    for keys in [
        "nJean Dupont 0639980009 chez Garage Morin<enter><enter>",
        "cJean Dupont Garage Morin 0639980009<up><enter><enter>",
    ] {
        let mut seat = super::seat();
        seat.keys(keys).settle();
        for words in ["Jean Dupont", "Garage Morin", "06 39 98 00 09"] {
            assert!(seat.shows(words), "{words} after {keys}\n{}", seat.screen());
        }
    }
    let mut seat = super::seat();
    seat.keys("nJean Dupont 0639980009 veut une cuisine<tab>");
    assert!(seat.shows("veut une cuisine"), "the rest stays: {}", seat.screen());
}
