//! Calls, notes and what they bring about.

use vigie::{
    cockpit::{effect::Effect, event::Event},
    sales::{
        book::Records,
        entity::Kind,
        fact::{Approach, Outcome},
    },
    voice::Language,
};

use super::{deal, facts, seat};
use crate::seat::Seat;

#[test]
fn a_call_with_its_note_and_next_step_is_one_fact() {
    let mut seat = seat();
    seat.keys("ajVeut un devis<tab>jeudi 14h<tab>envoyer le devis<enter>").settle();
    assert_eq!(facts(&seat), 2);
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let activity = seat.desk.book().contact(contact).unwrap().dealings.activities.remove(0);
    assert_eq!((activity.outcome, activity.note.as_str()), (Some(Outcome::Reached), "Veut un devis"));
    let next = deal(&seat).next.unwrap();
    assert_eq!((next.due.day.to_string().as_str(), next.what.as_str()), ("2026-11-26", "envoyer le devis"));
    assert!(seat.shows("envoyer le devis"));
    seat.keys("u");
    assert_eq!(deal(&seat).next, None, "the whole call is one undo away");
}

#[test]
fn no_answer_takes_three_keys() {
    let mut seat = seat();
    seat.keys("ap<enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let activity = seat.desk.book().contact(contact).unwrap().dealings.activities.remove(0);
    assert_eq!(activity.outcome, Some(Outcome::NoAnswer));
    assert!(seat.shows("lun. 23") || seat.shows("demain"), "again on the next working day: {}", seat.screen());
}

#[test]
fn never_call_again_is_an_opposition_by_phone() {
    let mut seat = seat();
    seat.keys("ax<enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let dealings = seat.desk.book().contact(contact).unwrap().dealings;
    assert!(dealings.opposed(Approach::Phone));
    assert!(!dealings.opposed(Approach::Mail));
}

#[test]
fn the_day_a_calls_note_names_is_proposed_as_the_next_step() {
    let mut seat = seat();
    seat.keys("aj3 chambres, rappeler jeudi 14h, elle rentre.");
    assert!(seat.shows("jeu. 26/11/2026 à 14 h, proposé d’après la note"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let due = deal(&seat).next.unwrap().due;
    assert_eq!((due.day.to_string().as_str(), due.hour.is_some()), ("2026-11-26", true));
    seat.keys("ajrappeler lundi<tab><ctrl-u>vendredi<enter>").settle();
    assert_eq!(deal(&seat).next.unwrap().due.day.to_string(), "2026-11-27", "what is typed wins");
    for note in [
        "budget 12000 euros pour 3 pièces",
        "veut 2 devis",
        "a 14 ans de métier",
        "Bonjour madame Mars",
        "mon mari",
        "vu jeudi dernier",
        "il veut un devis pour mars",
        "livraison le 15/12. Rappeler",
        "chantier jeudi, je la rappelle",
    ] {
        seat.keys("aj").keys(note);
        assert!(!seat.shows("proposé"), "{note}: {}", seat.screen());
        seat.keys("<esc>");
    }
}

#[test]
fn every_note_proposes_the_day_of_the_next_contact_alone() {
    for (form, note, shown) in [
        ("i", "Devis pour mars, rdv jeudi 14h chez elle", "jeu. 26/11/2026 à 14 h"),
        ("m", "Lundi on se revoit", "lun. 23/11/2026"),
        ("v<tab><tab>", "Livraison le 15/12 ; la recontacter en mars", "lun. 01/03/2027"),
    ] {
        let mut seat = seat();
        seat.keys(form);
        if form.len() == 1 {
            seat.keys("<tab>");
        }
        seat.keys(note);
        assert!(seat.shows(shown), "{note}: {}", seat.screen());
    }
}

#[test]
fn a_next_step_in_the_past_is_refused_in_its_line() {
    let mut seat = seat();
    for keys in ["rhier<enter>", "aj<tab>hier<enter>"] {
        seat.keys(keys);
        assert!(seat.shows("cette date est passée") && seat.shows("hier"), "{keys}: {}", seat.screen());
        seat.keys("<esc>");
    }
    assert_eq!(facts(&seat), 1);
}

#[test]
fn the_row_one_types_in_shows_in_the_smallest_window() {
    for (size, keys, shown) in [
        ((30, 10), "rlundi", "lundi"),
        ((30, 10), "ajdevis", "devis"),
        ((30, 10), "rlundi<tab>salon", "salon"),
        ((20, 6), "rlundi", "lundi"),
        ((20, 6), "nZoé", "Zoé"),
    ] {
        let mut seat = seat();
        seat.size(size.0, size.1);
        seat.keys(keys);
        assert!(seat.shows(shown), "{size:?} {keys}: {}", seat.screen());
    }
}

#[test]
fn only_bare_letters_choose() {
    let mut seat = seat();
    seat.keys("m<ctrl-r>");
    assert!(seat.shows("[e "), "{}", seat.screen());
    seat.keys("r<shift-tab>");
    assert!(seat.shows("[r "), "{}", seat.screen());
}

#[test]
fn a_note_is_written_in_the_persons_own_editor_and_undo_brings_the_old_one_back() {
    let mut seat = seat();
    seat.keys("aj<ctrl-e>");
    assert!(seat.shows("Ctrl-E éditeur"));
    assert_eq!(seat.asked, [draft(&seat, ""), Effect::Edit(String::new())], "kept before the editor has the terminal");
    seat.keys("Veut");
    seat.hear(Event::Edited("Veut un poêle\n\u{1b}[31mrouge\u{202e}\tvite\n".into()));
    assert!(seat.shows("Veut un poêle") && seat.shows("rouge vite"), "{}", seat.screen());
    seat.keys("<ctrl-z><ctrl-z>");
    assert!(!seat.shows("poêle"), "{}", seat.screen());
    seat.keys("<ctrl-y><ctrl-y><enter>").settle();
    let contact = seat.desk.book().entities(Kind::Contact).next().unwrap();
    let note = seat.desk.book().contact(contact).unwrap().dealings.activities.remove(0).note;
    assert_eq!(note, "Veut un poêle\nrouge vite");
    seat.keys("n<ctrl-e>");
    assert!(!seat.asked.iter().skip(2).any(|effect| matches!(effect, Effect::Edit(_))), "only a note");
}

/// The draft of the call form with a note.
fn draft(seat: &Seat, note: &str) -> Effect {
    let place = format!("form call {}", deal(seat).entity);
    Effect::Draft { place, text: format!("outcome:=reached\nnote={note}\nnext=\nwhat=\ncaret:=note") }
}

#[test]
fn before_a_call_the_form_says_what_the_law_does_and_still_takes_the_call() {
    let consumer = super::set(super::person(), "contact.consumer", vigie::sales::fact::Value::Flag(true));
    for size in [(120, 36), (80, 24), (45, 20)] {
        let mut seat = Seat::new(vec![[super::marie(), vec![consumer.clone()]].concat()], Language::Fr, size.0, size.1);
        seat.keys("a");
        assert!(seat.shows("téléphone : non (particulier sans"), "{}", seat.screen());
        seat.keys("j<enter>").settle();
        assert_eq!(facts(&seat), 2, "it informs, it forbids nothing");
    }
    let mut professional = super::seat();
    professional.keys("a");
    assert!(!professional.shows("téléphone : oui"), "nothing to say: {}", professional.screen());
}

#[test]
fn the_call_form_says_when_they_come_up_again_where_no_day_is_typed() {
    let mut seat = super::seat();
    seat.keys("a");
    assert!(seat.shows("vide : mar. 22/12"), "the rhythm: {}", seat.screen());
    seat.keys("p");
    assert!(seat.shows("vide : demain"), "tried again on the next working day: {}", seat.screen());
    seat.keys("rappeler jeudi 14h");
    assert!(!seat.shows("vide :"), "the day the note names: {}", seat.screen());
}

#[test]
fn a_call_to_a_firm_says_whom_to_ask_for_even_in_little_room() {
    let mut seat = Seat::new(vec![super::marie()], Language::Fr, 45, 20);
    seat.keys("a");
    assert!(seat.shows("Appel : Marie Lefèvre · Menuiserie"), "{}", seat.screen());
}
