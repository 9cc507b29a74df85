//! Fields changed where they stand.

use vigie::{
    cockpit::event::Event,
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::Value,
        money::Money,
    },
    voice::Language,
};

use super::{deal, facts, marie, seat, set, text};
use crate::seat::Seat;

#[test]
fn an_amount_typed_in_place_moves_the_totals_and_is_written_on_commit() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8,4k");
    assert!(seat.shows("1 affaire · 8,4 k€"), "{}", seat.screen());
    assert_eq!(facts(&seat), 1, "nothing is written while typing");
    seat.keys("<enter>").settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)));
    assert!(seat.shows("u annule"));
    seat.keys("u");
    assert_eq!(deal(&seat).amount(), None);
    assert!(seat.shows("Annulé"));
    seat.keys("<ctrl-y>");
    assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)));
}

#[test]
fn bad_input_is_refused_in_the_line_and_the_text_stays() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>douze<enter>");
    assert!(seat.shows("douze"));
    assert_eq!(facts(&seat), 1);
    seat.keys("<esc>");
    assert!(seat.shows("Texte abandonné"));
    seat.keys("u");
    assert!(seat.shows("douze"), "undo brings the text back");
}

#[test]
fn a_field_left_as_it_was_is_no_abandoned_text() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8400<enter>").settle();
    seat.keys("<up><enter><esc>");
    assert!(!seat.shows("Texte abandonné"));
    seat.keys("u");
    assert_eq!(deal(&seat).amount(), None);
}

#[test]
fn abandoned_text_comes_back_in_its_own_field() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>9000<esc>u");
    assert!(seat.shows("9000"));
    seat.keys("<enter>").settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(900_000)));
    let place = format!("field {} deal.amount", deal(&seat).entity);
    seat.keys("<esc>");
    seat.hear(Event::News(vigie::cockpit::event::News::Drafts(vec![(place, "7000".into())])));
    seat.keys("r");
    let amount = seat.screen().lines().find(|line| line.contains("7000")).map(str::to_owned);
    assert!(amount.is_some_and(|line| line.contains("Montant")), "{}", seat.screen());
}

#[test]
fn redo_in_a_field_never_pastes_killed_text() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8400<ctrl-u><ctrl-y>");
    assert!(!seat.shows("8400"), "{}", seat.screen());
    seat.keys("<esc><esc>ajveut<ctrl-u>");
    seat.keys("<ctrl-y>");
    assert!(!seat.shows("veutveut"), "{}", seat.screen());
}

#[test]
fn tags_in_use_are_offered_in_the_field_and_completed_one_by_one() {
    let other = Entity::fresh(Kind::Contact, 0);
    let tags = Value::List(vec!["Chambre des métiers".into(), "salon 2026".into()]);
    let other = vec![set(other, "contact.family_name", text("Aubert")), set(other, "contact.tags", tags)];
    let mut seat = Seat::new(vec![other, marie()], Language::Fr, 120, 36);
    seat.keys("<enter>");
    while !seat.screen().lines().any(|line| line.contains("▌Étiquettes")) {
        seat.keys("<down>");
    }
    seat.keys("<enter>sa");
    assert!(seat.shows("Tab complète : salon 2026"), "{}", seat.screen());
    seat.keys("<tab>, cham<tab>");
    assert!(seat.shows("2026, Chambre des métiers"), "{}", seat.screen());
    seat.keys(", neuf");
    assert!(seat.shows("nouvelle étiquette"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let kept = |contact: Entity| seat.desk.book().contact(contact).unwrap().fields.get("contact.tags").cloned();
    let wanted = ["salon 2026", "Chambre des métiers", "neuf"].map(str::to_owned).to_vec();
    assert!(seat.desk.book().entities(Kind::Contact).any(|contact| kept(contact) == Some(Value::List(wanted.clone()))));
}
