//! The columns of a file, seen and changed before anything of it is looked at.

use vigie::{
    cockpit::{
        effect::{Ask, Effect},
        event::{Beside, Event},
        form::columns::{Column, Columns},
    },
    voice::Language,
};

use crate::seat::Seat;

fn columns() -> Columns {
    let column = |header: &str, sample: &str, guess: &str| Column {
        header: header.to_owned(),
        samples: vec![sample.to_owned()],
        guess: guess.to_owned(),
    };
    let choices = ["nouveau champ", "Nom complet", "Mobile", "Montant", "Motif de perte"];
    Columns {
        path: "clients.csv".to_owned(),
        all: vec![
            column("Client", "Éric Moreau", "Nom complet"),
            column("Tél. 2", "06 39 98 00 01", "Téléphone"),
            column("Machine", "Tour", "note, avec son en-tête"),
        ],
        choices: choices.map(str::to_owned).to_vec(),
        recalled: false,
    }
}

fn seat(width: u16, height: u16) -> Seat {
    let mut seat = Seat::new(vec![super::marie()], Language::Fr, width, height);
    seat.hear(Event::Beside(Beside::Columns(columns())));
    seat
}

fn looks(chosen: &[(usize, &str)]) -> [Effect; 1] {
    let chosen = chosen.iter().map(|(at, label)| (*at, (*label).to_owned())).collect();
    [Effect::Import { path: "clients.csv".into(), ask: Ask::Look(chosen) }]
}

#[test]
fn columns_left_as_they_are_take_one_enter() {
    let mut seat = seat(80, 24);
    for words in ["Client", "Nom complet", "06 39 98 00 01", "Machine", "note, avec son en-tête"] {
        assert!(seat.shows(words), "{words}\n{}", seat.screen());
    }
    seat.keys("<enter>");
    assert_eq!(seat.asked, looks(&[]));
}

#[test]
fn a_column_becomes_what_is_typed_completed_by_tab_or_a_field_of_ones_own() {
    let mut seat = seat(80, 24);
    seat.keys("<down>mob");
    assert!(seat.shows("Tab complète : Mobile"), "{}", seat.screen());
    seat.keys("<tab><tab>champ:Parc<enter>");
    assert_eq!(seat.asked, looks(&[(1, "Mobile"), (2, "champ:Parc")]));
}

#[test]
fn a_beginning_is_enough_where_only_one_choice_has_it_and_what_is_none_is_refused_in_its_line() {
    let mut seat = seat(80, 24);
    seat.keys("mo<enter>");
    assert!(seat.shows("« mo » n'est pas un champ"), "{}", seat.screen());
    seat.keys("t<enter>");
    assert_eq!(seat.asked, looks(&[(0, "Motif de perte")]));
}

#[test]
fn every_column_is_reached_in_little_room() {
    let mut seat = seat(45, 20);
    assert!(seat.shows("Client") && seat.shows("Tél. 2"), "{}", seat.screen());
    seat.keys("<down><down>nouv<tab><enter>");
    assert_eq!(seat.asked, looks(&[(2, "nouveau champ")]));
}
