//! Who is new: the first minutes, and contacts by hand.

use vigie::{
    cockpit::effect::Effect,
    cockpit::theme::Theme,
    sales::book::Records,
    sales::entity::Kind,
    sales::fact::{Approach, Role},
    voice::Language,
};

use super::{facts, seat};
use crate::seat::Seat;

#[test]
fn an_empty_portfolio_greets_by_name_with_three_choices() {
    let theme = Theme::shipped("dark", false).unwrap();
    let mut seat = Seat::of("", Vec::new(), Language::Fr, theme, (80, 24));
    assert!(seat.shows("Votre prénom ?"));
    seat.keys("<esc>");
    assert!(seat.shows("Votre prénom ?"), "facts need an author");
    seat.keys("Sandrine<enter>");
    assert_eq!(seat.desk.author(), "Sandrine");
    for words in ["Bonjour Sandrine", "importer mon fichier", "saisir mon premier contact", "voir la démo"] {
        assert!(seat.shows(words), "{words}");
    }
    seat.keys("d");
    assert_eq!(seat.asked, [Effect::Demo]);
}

#[test]
fn the_first_contact_is_on_the_board_at_once_and_chosen() {
    let mut seat = Seat::new(Vec::new(), Language::Fr, 120, 36);
    seat.keys("nMarie<tab>Lefèvre<tab>Menuiserie Lefèvre<tab>0639980001");
    assert!(seat.shows("Lead 1"), "the total moves while typing");
    seat.keys("<enter>");
    assert!(seat.shows("… écriture") || seat.shows("✓ enregistré"));
    seat.settle();
    assert!(seat.shows("✓ enregistré"));
    assert!(seat.shows("Marie Lefèvre"));
    assert!(seat.shows("06 39 98 00 01"));
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    assert_eq!(seat.desk.book().contact(contact).unwrap().name(), "Marie Lefèvre");
    assert_eq!(facts(&seat), 1, "one form, one fact");
}

#[test]
fn a_new_contact_of_a_known_company_joins_it() {
    let mut seat = seat();
    seat.keys("nPaul<tab><tab>menuiserie lefevre<enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Company), 1);
    let company = seat.desk.book().entities(Kind::Company).next().unwrap();
    assert_eq!(seat.desk.book().company(company).unwrap().people.len(), 2);
}

#[test]
fn the_greeting_lets_undo_and_redo_through_and_closes() {
    let mut seat = Seat::new(Vec::new(), Language::Fr, 120, 36);
    seat.keys("nMarie<enter>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
    seat.keys("<ctrl-z>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 0);
    assert!(seat.shows("saisir mon premier contact"), "{}", seat.screen());
    seat.keys("<ctrl-y>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
    assert!(!seat.shows("saisir mon premier contact"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(seat.shows("saisir mon premier contact"));
    seat.keys("<esc>");
    assert!(!seat.shows("saisir mon premier contact"), "{}", seat.screen());
    seat.keys("<ctrl-r>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
}

#[test]
fn an_opposition_asks_which_channel() {
    let mut seat = seat();
    seat.keys("o<enter>");
    assert!(seat.shows("à choisir"), "{}", seat.screen());
    assert_eq!(facts(&seat), 1);
    seat.keys("m<enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let dealings = seat.desk.book().contact(contact).unwrap().dealings;
    assert!(dealings.opposed(Approach::Mail) && !dealings.opposed(Approach::Phone));
}

#[test]
fn whoever_counts_and_is_not_known_yet_is_created_with_the_role() {
    let mut seat = seat();
    seat.keys("<ctrl-k>dPaul Morin 0639980002<up><enter>");
    assert!(seat.shows("qui décide") && seat.shows("Morin") && seat.shows("0639980002"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let deal = super::deal(&seat);
    let (role, who) = deal.roles[0];
    assert_eq!((role, seat.desk.book().contact(who).unwrap().name()), (Role::Decides, "Paul Morin".into()));
    assert_eq!(deal.answer("authority").unwrap().words, "Paul Morin", "naming who decides answers the question");
    assert_eq!(facts(&seat), 2, "one form, one fact");
    seat.keys("<ctrl-z>").settle();
    assert_eq!(seat.desk.book().count(Kind::Contact), 1);
}

#[test]
fn what_is_archived_is_listed_and_brought_back() {
    let mut seat = seat();
    seat.keys("<ctrl-w>a").settle();
    assert_eq!(seat.desk.columns().lanes()[0].len(), 0);
    seat.keys("<ctrl-w>l");
    assert!(seat.shows("1 aux archives") && seat.shows("Menuiserie Lefèvre"), "{}", seat.screen());
    seat.keys("<enter>a").settle();
    assert_eq!(seat.desk.columns().lanes()[0].len(), 1, "{}", seat.screen());
    seat.keys("<ctrl-w>l");
    assert!(seat.shows("Rien n’est archivé"), "{}", seat.screen());
}
