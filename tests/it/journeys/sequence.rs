//! A sequence follows a deal: chosen, seen, due in the list of the day with its letter, ended by an answer.

use vigie::{
    cockpit::{effect::Effect, event::Event, outbox::Posted, theme::Theme},
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::{Enrolled, Linked, QuoteState, Quoted, Role, Statement},
        moment::{Day, Hour, Moment},
        playbook::Playbook,
    },
    voice::Language,
};

use super::{deal, marie, person, seat, set, text};
use crate::seat::{MORNING, Seat};

fn sequence(seat: &Seat) -> Option<String> {
    deal(seat).sequence.map(|enrolment| enrolment.key)
}

#[test]
fn a_sequence_is_begun_shown_ended_and_undone() {
    let mut seat = seat();
    seat.keys("<f12>");
    assert!(seat.shows("Relance de devis") && seat.shows("Rien ne part tout seul"), "{}", seat.screen());
    seat.keys("a").settle();
    assert_eq!(sequence(&seat).as_deref(), Some("nurturing"));
    assert!(seat.shows("séquence « Garder le contact » · u annule"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("Garder le contact : étape 1/4"), "{}", seat.screen());
    seat.keys("<f12>x").settle();
    assert_eq!(sequence(&seat), None);
    seat.keys("u").settle();
    assert_eq!(sequence(&seat).as_deref(), Some("nurturing"));
    seat.keys("u").settle();
    assert_eq!(sequence(&seat), None);
}

#[test]
fn many_are_enrolled_as_one_act() {
    let other = |name: &str| {
        let (person, deal) = (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Deal, 2));
        let link = Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true });
        vec![set(person, "contact.family_name", text(name)), link]
    };
    let mut seat = Seat::new(vec![other("Aubert"), other("Blanchard")], Language::Fr, 120, 36);
    seat.keys("*<f12>");
    assert!(seat.shows("Séquence pour 2 affaires"), "{}", seat.screen());
    seat.keys("c").settle();
    assert!(seat.shows("Séquence pour 2 affaires · u annule") && !seat.shows("marquée"), "{}", seat.screen());
    assert_eq!(sequence(&seat).as_deref(), Some("welcome"));
    seat.keys("u").settle();
    assert_eq!(sequence(&seat), None);
}

/// A quote of ten days ago, followed since then.
fn followed() -> Seat {
    let (on, deal) = (Day::of(2026, 11, 12).unwrap(), Entity::fresh(Kind::Deal, 2));
    let since = Moment { day: on, hour: Hour::of(9, 0) };
    let quoted =
        Quoted { deal, number: "2026-14".into(), amount: None, state: QuoteState::Sent, on, valid_until: None };
    let more = vec![
        set(person(), "contact.email", text("marie@lefevre.example")),
        Statement::Quoted(quoted),
        Statement::Enrolled(Enrolled { deal, sequence: Some("quote".into()), since }),
    ];
    let facts = vec![[marie(), more].concat()];
    let theme = Theme::shipped("dark", false).unwrap();
    let entered = (facts, MORNING - 24 * 3_600_000);
    Seat::at_the_door(Playbook::shipped(), "Sandrine", entered, Language::Fr, theme, (120, 36))
}

#[test]
fn the_step_that_is_due_comes_in_the_list_with_its_letter_and_an_answer_ends_it() {
    let mut seat = followed();
    seat.cockpit.post_by(true);
    assert!(seat.shows("Relance de devis : étape 1/3"), "{}", seat.screen());
    seat.keys("m<enter>");
    assert!(seat.shows("Votre devis 2026-14 : l'avez-vous bien reçu ?"), "{}", seat.screen());
    seat.keys("<enter>");
    let Some(Effect::Post(number, _)) = seat.asked.pop() else { panic!("{}", seat.screen()) };
    seat.hear(Event::Posted(number, Ok(Posted::Left)));
    seat.settle();
    seat.keys("2<enter>");
    assert!(seat.shows("Relance de devis : étape 2/3"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(seat.shows("Relance de devis : étape 1/3"), "{}", seat.screen());
}

#[test]
fn a_step_is_passed_over_with_its_reason_and_comes_back() {
    let mut seat = followed();
    seat.keys("<f12>");
    assert!(seat.shows("s  passer étape 1/3"), "{}", seat.screen());
    seat.keys("s");
    assert!(seat.shows("Passer une étape") && seat.shows("étape 1/3"), "{}", seat.screen());
    seat.keys("il a rappelé<enter>").settle();
    assert!(seat.shows("étape passée (mail) · u annule"), "{}", seat.screen());
    seat.keys("2<enter>");
    assert!(seat.shows("Relance de devis : étape 2/3"), "{}", seat.screen());
    seat.keys("<f7>");
    assert!(seat.shows("étape passée") && seat.shows("(mail), « il a rappelé »"), "{}", seat.screen());
    seat.keys("<esc>u").settle();
    seat.keys("1");
    assert!(seat.shows("Relance de devis : étape 1/3"), "{}", seat.screen());
}

const RULE: &str = "[[sequence]]\nkey = \"welcome\"\nfor = 'statut:lead -étiquette:non'\n";

fn met() -> Seat {
    let other = |name: &str| {
        let (person, deal) = (Entity::fresh(Kind::Contact, 0), Entity::fresh(Kind::Deal, 2));
        let link = Statement::Linked(Linked { from: deal, to: person, role: Role::Party, tied: true });
        vec![set(person, "contact.family_name", text(name)), link]
    };
    let facts = ["Aubert", "Blanchard", "Caron"].map(other).to_vec();
    let theme = Theme::shipped("dark", false).unwrap();
    let entered = (facts, MORNING - 40 * 24 * 3_600_000);
    let settings = Playbook::read(RULE).unwrap();
    let mut seat = Seat::at_the_door(settings, "Sandrine", entered, Language::Fr, theme, (120, 36));
    // Rules are read once the first screen stands.
    seat.keys("1");
    seat
}

fn under_way(seat: &Seat) -> usize {
    let deals = seat.desk.book().entities(Kind::Deal);
    deals.filter(|deal| seat.desk.book().deal(*deal).unwrap().sequence.is_some()).count()
}

#[test]
fn who_matches_a_rule_is_proposed_above_the_list_and_enrolled_as_one_act() {
    let mut seat = met();
    assert!(seat.shows("3 personnes répondent à la règle d'une séquence : F12 p"), "{}", seat.screen());
    seat.keys("<f12>p");
    assert!(seat.shows("« Bienvenue » : 3 personnes") && seat.shows("Aubert, "), "{}", seat.screen());
    assert_eq!(under_way(&seat), 0, "nobody is enrolled by looking");
    seat.keys("o").settle();
    assert_eq!(under_way(&seat), 3);
    assert!(!seat.shows("répondent à la règle"), "{}", seat.screen());
    seat.keys("u").settle();
    assert_eq!(under_way(&seat), 0);
    assert!(seat.shows("3 personnes répondent"), "{}", seat.screen());
}

#[test]
fn those_proposed_are_looked_at_marked_and_one_is_left_out_or_all_of_them_for_now() {
    let mut seat = met();
    seat.keys("<f12>pv");
    assert!(seat.shows("3 marquées") && seat.shows("[statut:lead -étiquette:non]"), "{}", seat.screen());
    seat.keys(" <f12>");
    assert!(seat.shows("Séquence pour 2 affaires"), "{}", seat.screen());
    seat.keys("c").settle();
    assert_eq!(under_way(&seat), 2);
    let mut seat = met();
    seat.keys("<f12>pn");
    assert!(!seat.shows("répondent à la règle") && under_way(&seat) == 0, "{}", seat.screen());
}
