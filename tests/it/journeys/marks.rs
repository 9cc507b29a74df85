//! Marked cards: one form, one act, one undo.

use vigie::{
    cockpit::{
        effect::Effect,
        event::{Beside, Event},
    },
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::Statement,
        stage,
    },
    voice::Language,
};

use super::kanban::firm;
use crate::seat::Seat;

fn seat(stages: &[(&str, &str)]) -> Seat {
    let facts: Vec<Vec<Statement>> = stages.iter().map(|(name, stage)| firm(name, stage, "")).collect();
    Seat::new(facts, Language::Fr, 120, 36)
}

fn stages(seat: &Seat) -> Vec<String> {
    let deals: Vec<Entity> = seat.desk.book().entities(Kind::Deal).collect();
    let playbook = seat.desk.playbook();
    let key =
        |deal: &Entity| playbook.stages()[stage::of(&seat.desk.book().deal(*deal).unwrap(), playbook)].key.clone();
    deals.iter().map(key).collect()
}

#[test]
fn cards_are_marked_counted_and_let_go() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead"), ("Gamma", "lead")]);
    seat.keys("  ");
    assert!(seat.shows("2 marquées") && seat.shows("●"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(!seat.shows("marquée") && !seat.shows("●"), "{}", seat.screen());
    seat.keys("*");
    assert!(seat.shows("3 marquées"), "{}", seat.screen());
    seat.keys("*");
    assert!(!seat.shows("marquée"));
}

#[test]
fn many_lost_for_one_reason_are_one_act_and_one_undo() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead"), ("Gamma", "lead")]);
    seat.keys("*x");
    assert!(seat.shows("Perdu : 3 affaires") && seat.shows("Motif"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("à choisir"), "no reason is assumed: {}", seat.screen());
    seat.keys("<right><enter>");
    assert_eq!(stages(&seat), ["lost", "lost", "lost"], "{}", seat.screen());
    assert!(seat.shows("Perdu : 3 affaires · u annule") && !seat.shows("marquée"), "{}", seat.screen());
    seat.keys("u");
    assert_eq!(stages(&seat), ["lead", "lead", "lead"]);
    seat.keys("<ctrl-y>");
    assert_eq!(stages(&seat), ["lost", "lost", "lost"]);
}

#[test]
fn who_misses_a_fact_is_left_out_with_the_reason_and_stays_marked() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead")]);
    let mut bare = firm("Sans montant", "lead", "");
    bare.remove(2);
    seat.desk.record_now(bare).unwrap();
    seat.desk.news();
    seat.keys("<up>*e");
    assert!(seat.shows("Étape de 3 affaires marquées"), "{}", seat.screen());
    // À chiffrer asks for an amount, which is each deal's own, and a date, which may be the same for all.
    seat.keys("a");
    assert!(seat.shows("Signature prévue") && seat.shows("Aucune des 3 ne peut"), "{}", seat.screen());
    seat.keys("15/12");
    assert!(seat.shows("2 sur 3. Restent : Sans montant"), "{}", seat.screen());
    seat.keys("<enter>");
    assert_eq!(stages(&seat), ["opportunity", "opportunity", "lead"], "{}", seat.screen());
    assert!(seat.shows("une marquée") && seat.shows("À chiffrer : 2 affaires"), "{}", seat.screen());
    assert!(seat.shows("40 % → 8 k€"), "the forecast follows: {}", seat.screen());
    seat.keys("u");
    assert_eq!(stages(&seat), ["lead", "lead", "lead"]);
}

#[test]
fn a_typed_reason_takes_all_of_them_along() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead")]);
    seat.keys("*<shift-right>");
    assert!(seat.shows("Prospect : 2 affaires") && seat.shows("Aucune des 2 ne peut"), "{}", seat.screen());
    seat.keys("accord cadre");
    assert!(!seat.shows("Restent"), "{}", seat.screen());
    seat.keys("<enter>");
    assert_eq!(stages(&seat), ["prospect", "prospect"]);
    let deals: Vec<Entity> = seat.desk.book().entities(Kind::Deal).collect();
    for deal in deals {
        let synthesis = seat.desk.book().deal(deal).unwrap().synthesis.unwrap();
        assert_eq!(synthesis.forced.as_deref(), Some("accord cadre"));
    }
}

#[test]
fn a_next_step_and_a_tag_for_many() {
    let mut seat = Seat::new(vec![super::marie(), super::marie()], Language::Fr, 120, 36);
    seat.keys("*rjeudi<tab>salon<enter>");
    let deals: Vec<Entity> = seat.desk.book().entities(Kind::Deal).collect();
    for deal in &deals {
        let next = seat.desk.book().deal(*deal).unwrap().next.unwrap();
        assert_eq!((next.due.day.to_string().as_str(), next.what.as_str()), ("2026-11-26", "salon"));
    }
    seat.keys("*<f8>vip<enter>");
    for contact in seat.desk.book().entities(Kind::Contact) {
        let contact = seat.desk.book().contact(contact).unwrap();
        assert!(format!("{:?}", contact.fields.get("contact.tags")).contains("vip"), "{}", seat.screen());
    }
    seat.keys("uu");
    assert_eq!(seat.desk.book().deal(deals[0]).unwrap().next, None, "each is one undo");
}

#[test]
fn a_colleague_takes_over_many() {
    let mut seat = Seat::new(vec![super::marie(), super::marie()], Language::Fr, 120, 36);
    seat.keys("*tKarim<enter><enter>");
    for deal in seat.desk.book().entities(Kind::Deal).collect::<Vec<_>>() {
        assert_eq!(seat.desk.book().deal(deal).unwrap().owner, "Karim", "{}", seat.screen());
    }
}

#[test]
fn what_is_done_to_one_alone_never_falls_on_an_unmarked_card() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead"), ("Gamma", "lead")]);
    seat.keys("  ");
    for key in ["a", "m", "v", "i", "q", "d", "s", "o", "n", "<ctrl-d>"] {
        seat.keys(key);
        assert!(seat.shows("Marquées : e étape") && seat.shows("les lâche"), "{key}: {}", seat.screen());
        assert!(seat.shows("2 marquées") || seat.shows("●"), "{key}: {}", seat.screen());
    }
    seat.keys("<esc>a");
    assert!(seat.shows("Résultat"), "{}", seat.screen());
}

#[test]
fn nobody_is_won_by_the_dozen() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead")]);
    seat.keys("*g");
    assert!(seat.shows("affaire par affaire"), "{}", seat.screen());
    seat.keys("e");
    assert!(!seat.shows("g  Gagné") && seat.shows("x  Perdu"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("Prospect : 2 affaires"), "the next stage is under the cursor: {}", seat.screen());
    seat.keys("<esc>");
    assert_eq!(stages(&seat), ["lead", "lead"]);
}

#[test]
fn a_tag_that_is_in_use_is_offered_and_completed() {
    let mut seat = super::seat();
    seat.keys("<f8>Salon de Nantes<enter>").settle();
    seat.keys("<f8>sal");
    assert!(seat.shows("Tab complète : Salon de Nantes"), "{}", seat.screen());
    seat.keys("<tab>");
    assert!(seat.shows("Étiquette  Salon de Nantes"), "{}", seat.screen());
    seat.keys("<ctrl-u>vip");
    assert!(seat.shows("nouvelle étiquette"), "{}", seat.screen());
}

#[test]
fn a_change_cut_off_leaves_the_rest_marked_with_what_was_typed() {
    let mut seat = seat(&[("Alpha", "lead"), ("Bêta", "lead"), ("Gamma", "lead")]);
    seat.cuts = true;
    seat.keys("*t").keys("Karim<enter><enter>");
    assert!(seat.asked.iter().any(|effect| matches!(effect, Effect::Many { said, .. } if said.len() == 3)));
    seat.hear(Event::Beside(Beside::Refused("1 sur 3".into(), 1)));
    assert!(seat.shows("1 sur 3") && seat.shows("Karim") && seat.shows("2 affaires"), "{}", seat.screen());
    seat.asked.clear();
    // Nothing of it was entered in this seat: the name is still a new one.
    seat.keys("<enter><enter>");
    assert!(seat.asked.iter().any(|effect| matches!(effect, Effect::Many { said, .. } if said.len() == 2)));
}
