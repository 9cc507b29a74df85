//! A letter: chosen, filled in, sent beside the screen, noted once it was taken; its text never lost.

use vigie::{
    cockpit::{
        effect::Effect,
        event::{Event, News},
        outbox::{Outgoing, Posted, Unsent},
    },
    sales::{
        book::Records,
        contact::Activity,
        fact::{Approach, Channel, Direction, Permission, Permitted, Statement},
        moment::Day,
    },
    voice::Language,
};

use super::{deal, marie, person, set, text};
use crate::seat::Seat;

fn writing() -> Vec<Statement> {
    [marie(), vec![set(person(), "contact.email", text("marie@lefevre.example"))]].concat()
}

/// Marie has an address, and letters can be sent.
fn seat() -> Seat {
    let mut seat = Seat::new(vec![writing()], Language::Fr, 120, 36);
    seat.cockpit.post_by(true);
    seat
}

fn posted(seat: &mut Seat) -> (u64, Outgoing) {
    let Some(Effect::Post(number, letter)) = seat.asked.pop() else { panic!("nothing left: {}", seat.screen()) };
    (number, letter)
}

fn mails(seat: &Seat) -> Vec<Activity> {
    let party = deal(seat).party.unwrap();
    let all = seat.desk.book().contact(party).unwrap().dealings.activities;
    all.into_iter().filter(|activity| activity.channel == Channel::Mail).collect()
}

#[test]
fn a_letter_is_noted_once_the_server_took_it() {
    let mut seat = seat();
    seat.keys("m");
    assert!(seat.shows("un guide pour bien le préparer") && seat.shows("noter un mail reçu"), "{}", seat.screen());
    assert!(seat.shows("e-mail : oui (professionnel"), "the law is told before one writes: {}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("Bonjour Marie Lefèvre,") && seat.shows("marie@lefevre.example"), "{}", seat.screen());
    seat.keys("Bien à vous. <enter>");
    let (number, letter) = posted(&mut seat);
    assert!(mails(&seat).is_empty() && seat.shows("Envoi à marie@lefevre.example"), "{}", seat.screen());
    assert_eq!((letter.to.as_str(), letter.way_out), ("marie@lefevre.example", true));
    assert!(letter.body.contains("Bien à vous.") && letter.body.contains("stop"), "{}", letter.body);
    assert!(matches!(seat.asked.pop(), Some(Effect::Draft { .. })), "kept before it leaves");
    seat.hear(Event::Posted(number, Ok(Posted::Left)));
    seat.settle();
    let [mail] = mails(&seat).try_into().unwrap();
    assert_eq!(mail.direction, Direction::Ours);
    assert!(mail.note.starts_with("Cuisine sur mesure") && mail.note.contains("Bien à vous."), "{}", mail.note);
    assert!(seat.shows("Mail envoyé à marie@lefevre.example"), "{}", seat.screen());
    seat.keys("u").settle();
    assert!(mails(&seat).is_empty());
}

#[test]
fn one_that_was_refused_comes_back_with_its_text_and_the_reason() {
    let mut seat = seat();
    seat.keys("m<enter>Et voilà <enter>");
    let (number, _) = posted(&mut seat);
    let why = "Le serveur refuse".to_owned();
    seat.hear(Event::Posted(number, Err(Unsent { why: why.clone(), certain: true })));
    assert!(seat.shows(&why) && seat.shows("Et voilà") && mails(&seat).is_empty(), "{}", seat.screen());
    seat.keys("<enter>");
    assert_ne!(posted(&mut seat).0, number, "sent anew only because one asked");
}

#[test]
fn one_that_may_have_left_says_so_even_in_a_later_sitting() {
    let mut seat = seat();
    seat.keys("m<enter>Et voilà <enter>");
    let (number, _) = posted(&mut seat);
    let Some(Effect::Draft { place, text }) = seat.asked.pop() else { panic!("no draft") };
    seat.hear(Event::Posted(number, Err(Unsent { why: "On ne sait pas".into(), certain: false })));
    assert!(seat.shows("On ne sait pas") && seat.shows("Et voilà") && mails(&seat).is_empty(), "{}", seat.screen());
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.cockpit.post_by(true);
    later.keys("<esc>");
    later.hear(Event::News(News::Drafts(vec![(place, text)])));
    later.keys("r");
    assert!(later.shows("peut-être parti") && later.shows("Bien cordialement"), "{}", later.screen());
}

#[test]
fn where_nothing_can_be_sent_the_text_is_copied_and_the_form_says_so() {
    let mut seat = Seat::new(vec![writing()], Language::Fr, 120, 36);
    seat.keys("m<enter>");
    assert!(seat.shows("Envoi non réglé"), "{}", seat.screen());
    seat.keys("<enter>").settle();
    let Some(Effect::Copy(text)) = seat.asked.pop() else { panic!("nothing copied") };
    assert!(text.starts_with("Cuisine sur mesure") && text.contains("Bonjour Marie Lefèvre"), "{text}");
    assert_eq!(mails(&seat).len(), 1);
}

#[test]
fn the_same_letter_twice_a_day_is_asked_about_on_its_way_and_after() {
    let mut seat = seat();
    seat.keys("m<enter><enter>");
    let (number, _) = posted(&mut seat);
    seat.asked.clear();
    seat.keys("m<enter>");
    assert!(seat.shows("Le même mail est en cours d'envoi."), "{}", seat.screen());
    seat.keys("<esc>");
    seat.hear(Event::Posted(number, Ok(Posted::Left)));
    seat.settle();
    seat.keys("m");
    let line = seat.screen().lines().find(|line| line.contains("un guide pour")).unwrap().to_owned();
    let letter = line.split("Cuisine").next().unwrap().chars().rev().find(char::is_ascii_lowercase).unwrap();
    seat.keys(&letter.to_string());
    assert!(seat.shows("Déjà envoyé aujourd'hui à 9 h."), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.asked.iter().all(|effect| !matches!(effect, Effect::Post(..))) && seat.shows("une seconde fois"));
    seat.keys("<enter>");
    assert_ne!(posted(&mut seat).0, number, "one insisted");
}

#[test]
fn a_letter_goes_into_a_file_and_is_noted_once_it_stands_there() {
    let mut seat = Seat::new(vec![writing()], Language::Fr, 120, 36);
    seat.keys("m<enter>");
    assert!(seat.shows("fichier .eml"), "{}", seat.screen());
    seat.keys("<tab><tab><tab>f<enter>");
    let (number, letter) = posted(&mut seat);
    assert!(letter.file && mails(&seat).is_empty(), "{}", seat.screen());
    seat.hear(Event::Posted(number, Ok(Posted::Written("/home/s/marie.eml".into()))));
    seat.settle();
    assert_eq!(mails(&seat).len(), 1);
    assert!(seat.shows("Écrit dans /home/s/marie.eml"), "{}", seat.screen());
}

#[test]
fn what_is_missing_shows_and_stops_it() {
    let mut seat = seat();
    seat.keys("m");
    let at = seat.screen().lines().find(|line| line.contains("devis-2")).unwrap().to_owned();
    let letter = at.chars().find(char::is_ascii_lowercase).unwrap();
    seat.keys(&letter.to_string());
    assert!(seat.shows("[montant à compléter]"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.asked.is_empty() && seat.shows("il reste [date du devis à compléter]"), "{}", seat.screen());
}

#[test]
fn against_an_opposition_one_must_insist() {
    let opposed = Statement::Permitted(Permitted {
        about: person(),
        approach: Some(Approach::Mail),
        permission: Permission::Opposed,
        wording: "plus de mails".into(),
        origin: "appel".into(),
        on: Day::of(2026, 11, 20).unwrap(),
    });
    let mut seat = Seat::new(vec![[writing(), vec![opposed]].concat()], Language::Fr, 120, 36);
    seat.cockpit.post_by(true);
    seat.keys("m<enter><enter>");
    assert!(seat.asked.is_empty() && seat.shows("une seconde fois"), "{}", seat.screen());
    seat.keys("<enter>");
    posted(&mut seat);
}

#[test]
fn a_letter_about_a_quote_nobody_sent_comes_last_and_none_is_chosen_while_somebody_complains() {
    let mut seat = seat();
    seat.keys("m");
    let line = |seat: &Seat, words: &str| seat.screen().lines().position(|line| line.contains(words));
    assert!(line(&seat, "Votre devis") > line(&seat, "un guide pour bien le préparer"), "{}", seat.screen());
    seat.keys("<esc>sretard de pose<enter>").settle();
    seat.keys("m<enter>");
    assert!(seat.asked.is_empty() && !seat.shows("Bonjour Marie"), "no letter by habit: {}", seat.screen());
}

#[test]
fn a_mail_of_ones_own_program_is_noted_as_before() {
    let mut seat = seat();
    seat.keys("meVu ensemble<enter>").settle();
    let [mail] = mails(&seat).try_into().unwrap();
    assert_eq!((mail.note.as_str(), mail.direction), ("Vu ensemble", Direction::Ours));
    seat.keys("mrElle accepte<enter>").settle();
    assert_eq!(mails(&seat)[1].direction, Direction::Theirs);
}
