//! What is said about somebody apart from exchanges: complaints, roles, owners, consent, the archives, the past.

use vigie::{
    sales::{
        agenda::{self, Next},
        book::Records,
        card,
        entity::{Entity, Kind},
        fact::{Approach, Permission, Role, Statement, Sure},
        qualification, temperature,
    },
    voice::Language,
};

use super::{deal, facts, marie, seat, set, text};
use crate::seat::Seat;

fn contact(seat: &Seat, nth: usize) -> vigie::sales::contact::Contact {
    let contacts: Vec<Entity> = seat.desk.book().entities(Kind::Contact).collect();
    seat.desk.book().contact(contacts[nth]).unwrap()
}

fn with_paul() -> Seat {
    let other = Entity::fresh(Kind::Contact, 0);
    let paul: Vec<Statement> =
        vec![set(other, "contact.given_name", text("Paul")), set(other, "contact.family_name", text("Petit"))];
    Seat::new(vec![marie(), paul], Language::Fr, 120, 36)
}

#[test]
fn a_complaint_stands_on_top_and_pauses_suggestions_until_it_is_closed() {
    let mut seat = seat();
    let paused = |seat: &Seat| {
        let case = seat.desk.book().case(deal(seat).entity).unwrap();
        let status = card::status_of(seat.desk.book(), &case, seat.desk.playbook(), seat.desk.today());
        let heat = temperature::of(&case.deal, 0, seat.desk.playbook()).temperature;
        let next = agenda::next(&case.as_case(), status, heat, seat.desk.playbook(), seat.desk.today());
        matches!(next, Next::Paused { .. })
    };
    seat.keys("sPorte voilée<enter>").settle();
    assert!(seat.shows("Réclamation (auj.) : Porte voilée"), "{}", seat.screen());
    assert!(paused(&seat));
    seat.keys("s");
    assert!(seat.shows("Réglé comment") && seat.shows("Porte voilée"), "{}", seat.screen());
    seat.keys("porte changée<enter>").settle();
    assert!(!seat.shows("!! Réclamation") && !paused(&seat), "{}", seat.screen());
    assert_eq!(contact(&seat, 0).dealings.complaints.len(), 1);
    seat.keys("u");
    assert!(seat.shows("!! Réclamation"));
}

#[test]
fn who_decides_is_named_and_validates_the_question() {
    let mut seat = with_paul();
    seat.keys("<ctrl-k>");
    assert!(seat.shows("Qui compte pour"), "{}", seat.screen());
    seat.keys("d");
    assert!(seat.shows("Quelle personne"));
    seat.keys("petit<enter>").settle();
    let now = deal(&seat);
    assert_eq!(now.roles, [(Role::Decides, contact(&seat, 1).entity)]);
    let answer = qualification::answer(&now, "authority", seat.desk.today()).unwrap();
    assert_eq!((answer.sure, answer.words.as_str()), (Sure::Confirmed, "Paul Petit"));
    seat.keys("<enter>");
    assert!(seat.shows("décide Paul Petit"), "{}", seat.screen());
    seat.keys("<ctrl-k>rpetit<enter>").settle();
    assert_eq!(contact(&seat, 0).referred_by, Some(contact(&seat, 1).entity));
    seat.keys("<home><down><delete>").settle();
    assert_eq!(deal(&seat).roles, [], "{}", seat.screen());
}

#[test]
fn a_deal_is_handed_over_with_a_line_for_the_colleague() {
    let mut seat = seat();
    seat.keys("tKarim<tab>rappelle-la vite<enter>");
    assert!(seat.shows("personne ne s'appelle « Karim » ici. Entrée"), "a new name is asked about: {}", seat.screen());
    seat.keys("<enter>").settle();
    assert_eq!((deal(&seat).owner.as_str(), contact(&seat, 0).dealings.owner.as_str()), ("Karim", "Karim"));
    assert_eq!(facts(&seat), 2);
    seat.keys("<enter>");
    assert!(seat.shows("Suivi par : Karim"), "{}", seat.screen());
    seat.keys("<f5>");
    assert!(seat.shows("Pour Karim : rappelle-la vite"), "{}", seat.screen());
}

#[test]
fn a_slip_in_the_name_of_a_colleague_is_asked_about_before_the_deal_is_gone() {
    let mut seat = seat();
    seat.keys("tKarim<enter><enter>").settle();
    seat.keys("tKarimm<enter>").settle();
    assert!(seat.shows("« Karimm » ici : Karim ?"), "{}", seat.screen());
    assert_eq!(deal(&seat).owner, "Karim");
    seat.keys("<backspace>a<enter>");
    assert!(seat.shows("« Karima » ici : Karim ?"), "another name is another question: {}", seat.screen());
    seat.keys("<backspace><enter>").settle();
    assert_eq!(deal(&seat).owner, "Karim", "{}", seat.screen());
}

#[test]
fn consent_is_kept_with_its_words_and_where_it_was_given() {
    let mut seat = seat();
    seat.keys("oao<enter>");
    assert!(seat.shows("un accord demande les mots"), "{}", seat.screen());
    seat.keys("vous pouvez m'appeler<tab><ctrl-u>salon de Nantes<enter>").settle();
    let dealings = contact(&seat, 0).dealings;
    let said = dealings.permission(Approach::Phone).unwrap();
    assert_eq!(
        (said.permission, said.wording.as_str(), said.origin.as_str()),
        (Permission::Consented, "vous pouvez m'appeler", "salon de Nantes")
    );
}

#[test]
fn archived_it_leaves_the_columns_and_is_found_in_the_box() {
    let mut seat = seat();
    seat.keys("<ctrl-w>a").settle();
    assert!(seat.shows("Lead 0"), "{}", seat.screen());
    seat.keys("clefevre<enter>");
    assert!(seat.shows("[Fiche]") && seat.shows("Marie Lefèvre"), "{}", seat.screen());
    seat.keys("<ctrl-w>a").settle();
    assert!(seat.shows("Lead 1"), "{}", seat.screen());
}

#[test]
fn the_past_tells_who_what_and_before_and_a_line_can_be_taken_back() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8000<enter>").settle();
    seat.keys("<up><enter><ctrl-u>9000<enter>").settle();
    seat.keys("<f7>");
    assert!(seat.shows("[Historique]") && seat.shows("8 000 € HT → 9 000 € HT"), "{}", seat.screen());
    seat.keys("<delete>").settle();
    assert_eq!(deal(&seat).amount().map(|amount| amount.cents), Some(800_000), "{}", seat.screen());
    assert!(seat.shows("annulé par Sandrine"), "{}", seat.screen());
    seat.keys("u");
    assert_eq!(deal(&seat).amount().map(|amount| amount.cents), Some(900_000));
}
