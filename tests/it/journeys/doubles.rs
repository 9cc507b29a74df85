//! One person once: asked before a double is made, and doubles found, compared, made one and told apart by keys.

use vigie::{
    sales::{
        book::Records,
        contact::Contact,
        entity::Kind,
        fact::{Linked, Role, Statement},
    },
    voice::Language,
};

use super::{company, marie, person, set, text};
use crate::seat::Seat;

/// Marie once more, as somebody in a hurry typed her.
fn again() -> Vec<Statement> {
    vec![
        set(person(), "contact.given_name", text("MARIE")),
        set(person(), "contact.family_name", text("LEFEVRE")),
        set(person(), "contact.phone", text("+33199000001")),
        set(person(), "contact.town", text("Nantes")),
        set(company(), "company.name", text("SARL Lefevre Menuiserie")),
        Statement::Linked(Linked { from: person(), to: company(), role: Role::WorksFor, tied: true }),
    ]
}

fn twice(size: (u16, u16)) -> Seat {
    Seat::new(vec![marie(), again()], Language::Fr, size.0, size.1)
}

fn people(seat: &Seat) -> Vec<Contact> {
    let book = seat.desk.book();
    book.entities(Kind::Contact).filter_map(|contact| book.contact(contact)).collect()
}

#[test]
fn doubles_are_compared_field_by_field_and_made_one_which_undo_takes_back_whole() {
    let mut seat = twice((120, 36));
    let before = people(&seat);
    seat.keys("<ctrl-b>");
    assert!(seat.shows("2 doublons possibles") && seat.shows("même nom, même entreprise"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("Une seule fiche ?") && seat.shows("✓ Lefèvre"), "{}", seat.screen());
    seat.keys("<right>").keys("<right>");
    seat.keys("<enter>").settle();
    assert!(seat.shows("une seule fiche · u annule"), "{}", seat.screen());
    let [one] = people(&seat).try_into().unwrap();
    assert_eq!((one.fields.text("contact.mobile"), one.fields.text("contact.phone")), ("+33639980001", "+33199000001"));
    assert_eq!(one.dealings.deals.len(), 1);
    assert!(seat.shows("Un doublon possible"), "the companies are left: {}", seat.screen());
    seat.keys("u").settle();
    assert_eq!(people(&seat), before);
    assert!(seat.shows("2 doublons possibles"), "{}", seat.screen());
}

#[test]
fn each_field_goes_to_whom_a_key_gives_it() {
    let mut seat = twice((80, 24));
    seat.keys("<ctrl-b><enter>");
    while !seat.shows("Gardé : Nom") {
        seat.keys("<down>");
    }
    let first = seat.shows("Gardé : Nom, Lefèvre");
    seat.keys(if first { "<right>" } else { "<left>" });
    assert!(!seat.shows(if first { "Gardé : Nom, Lefèvre" } else { "Gardé : Nom, LEFEVRE" }), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let kept = people(&seat)[0].fields.text("contact.family_name").to_owned();
    assert_eq!(kept, if first { "LEFEVRE" } else { "Lefèvre" });
}

#[test]
fn no_double_is_remembered_and_undone() {
    let mut seat = twice((45, 20));
    seat.keys("<ctrl-b>");
    assert!(seat.shows("2 doublons possibles"), "{}", seat.screen());
    seat.keys("n").settle();
    assert!(seat.shows("pas un doublon · u annule"), "{}", seat.screen());
    assert_eq!(people(&seat).len(), 2);
    seat.keys("<esc><ctrl-b>");
    assert!(seat.shows("Un doublon possible"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(seat.shows("2 doublons possibles"), "{}", seat.screen());
    seat.keys("<down><enter>n").settle();
    seat.keys("n").settle();
    assert!(seat.shows("Aucun doublon en vue."), "{}", seat.screen());
}

#[test]
fn the_box_leads_to_the_doubles_too() {
    let mut seat = twice((120, 36));
    seat.keys("cdoublons<enter>");
    assert!(seat.shows("2 doublons possibles"), "{}", seat.screen());
}

/// Marie typed once more with another number, up to the question.
fn asked(size: (u16, u16)) -> Seat {
    let mut seat = Seat::new(vec![marie()], Language::Fr, size.0, size.1);
    seat.keys("nM.<tab>lefèvre<tab>Menuiserie Lefèvre<tab>0639980002<tab>marie@lefevre.example<enter>").settle();
    assert!(seat.shows("Déjà dans le portefeuille ?"), "{}", seat.screen());
    assert!(seat.shows("initiale pour"), "{}", seat.screen());
    seat
}

#[test]
fn who_looks_known_is_shown_with_what_differs_before_a_double_is_made() {
    for size in [(120, 36), (80, 24), (45, 20)] {
        let mut seat = asked(size);
        assert!(seat.shows("Mobile :"), "{}", seat.screen());
        assert_eq!(people(&seat).len(), 1);
        seat.keys("<esc>");
        assert!(seat.shows("Nouveau contact") && seat.shows("0639980002"), "the text is there: {}", seat.screen());
    }
}

#[test]
fn the_known_one_is_completed_with_what_was_typed_in_one_act() {
    let mut seat = asked((120, 36));
    let facts = super::facts(&seat);
    seat.keys("c").settle();
    assert_eq!(super::facts(&seat), facts + 1);
    let [marie] = people(&seat).try_into().unwrap();
    let text = |key: &str| marie.fields.text(key);
    assert_eq!((text("contact.given_name"), text("contact.family_name")), ("Marie", "Lefèvre"));
    assert_eq!((text("contact.mobile"), text("contact.email")), ("+33639980002", "marie@lefevre.example"));
    assert_eq!(marie.dealings.deals.len(), 1, "no empty deal beside the one there is");
    seat.keys("u").settle();
    assert_eq!(people(&seat)[0].fields.text("contact.mobile"), "+33639980001");
}

#[test]
fn the_known_one_is_opened_and_what_was_typed_can_come_back() {
    let mut seat = asked((120, 36));
    seat.keys("o");
    assert!(seat.shows("Cuisine sur mesure") && people(&seat).len() == 1);
    seat.keys("u");
    assert!(seat.shows("Nouveau contact") && seat.shows("0639980002"), "{}", seat.screen());
}

#[test]
fn somebody_new_is_made_all_the_same() {
    let mut seat = asked((120, 36));
    seat.keys("n").settle();
    assert_eq!(people(&seat).len(), 2);
}

#[test]
fn a_company_that_looks_known_is_asked_about_and_taken() {
    let mut seat = Seat::new(vec![marie()], Language::Fr, 120, 36);
    seat.keys("nPaul<tab>Petit<tab>SARL Menuiserie Lefevre<enter>").settle();
    assert!(seat.shows("Déjà dans le portefeuille ?") && seat.shows("même nom"), "{}", seat.screen());
    seat.keys("c").settle();
    assert_eq!(seat.desk.book().count(Kind::Company), 1);
    let company = seat.desk.book().entities(Kind::Company).next().unwrap();
    assert_eq!(seat.desk.book().company(company).unwrap().people.len(), 2);
    assert_eq!(seat.desk.book().company(company).unwrap().name(), "Menuiserie Lefèvre");
}

#[test]
fn namesakes_elsewhere_ask_nothing() {
    let mut seat = Seat::new(vec![again()], Language::Fr, 120, 36);
    seat.keys("nMarie<tab>Durand<enter>").settle();
    assert_eq!(people(&seat).len(), 2);
}
