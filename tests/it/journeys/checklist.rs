//! The checklist while one is on the phone.

use vigie::{cockpit::event::Event, sales::fact::Sure, sales::money::Money, sales::qualification};

use super::{deal, facts, seat};

#[test]
fn the_checklist_is_answered_while_on_the_phone() {
    let mut seat = seat();
    seat.keys("q<home>cuisine, plan déjà pris<down>");
    seat.keys("o8–9 k€, financé");
    assert!(seat.shows("Tab : Montant"), "{}", seat.screen());
    let before = seat.screen();
    seat.keys("<tab>c en mars<down>elle signe<enter>").settle();
    assert_ne!(before, seat.screen());
    let deal = deal(&seat);
    let sure = |key: &str| qualification::answer(&deal, key, seat.desk.today()).map(|answer| answer.sure);
    assert_eq!(sure("need"), Some(Sure::Confirmed));
    assert_eq!(sure("budget"), Some(Sure::Confirmed));
    assert_eq!(sure("timing"), Some(Sure::Assumed));
    assert_eq!(sure("authority"), Some(Sure::Confirmed));
    assert_eq!(deal.amount(), Some(Money::ht(800_000)), "nothing is typed twice");
}

#[test]
fn the_score_rises_while_an_answer_is_typed() {
    let mut seat = seat();
    seat.keys("q");
    assert!(!seat.shows("▲ +"));
    seat.keys("o");
    assert!(seat.shows("▲ +1"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(!seat.shows("▲ +"));
    assert_eq!(facts(&seat), 1);
}

#[test]
fn words_read_at_once_answer_the_criterion_under_the_cursor() {
    let mut seat = seat();
    seat.keys("q<home>");
    seat.hear(Event::Burst("cuisine complète".into()));
    assert!(!seat.shows("Chercher"), "{}", seat.screen());
    seat.keys("<enter><home>");
    seat.hear(Event::Burst("avec plan\n".into()));
    seat.settle();
    let today = seat.desk.today();
    let deal = deal(&seat);
    let answer = qualification::answer(&deal, "need", today).unwrap();
    assert_eq!((answer.sure, answer.words.as_str()), (Sure::Confirmed, "cuisine complète avec plan"));
}

fn said(seat: &crate::seat::Seat, key: &str) -> (Sure, String) {
    let deal = deal(seat);
    let answer = qualification::answer(&deal, key, seat.desk.today()).unwrap();
    (answer.sure, answer.words.clone())
}

#[test]
fn an_answer_starts_with_its_first_letter_whatever_the_letter_means_elsewhere() {
    for (typed, sure, words) in [
        ("c'est son mari", Sure::Confirmed, "c'est son mari"),
        ("Oui en avril", Sure::Confirmed, "Oui en avril"),
        ("neuf tables", Sure::Confirmed, "neuf tables"),
        ("avril, u peut-être", Sure::Confirmed, "avril, u peut-être"),
        ("2 cuisines", Sure::Confirmed, "2 cuisines"),
        ("Non", Sure::No, "Non"),
        ("o", Sure::Confirmed, "besoin de 3 tables"),
        ("n", Sure::No, "besoin de 3 tables"),
        ("c 8 k€", Sure::Assumed, "8 k€"),
        ("o8–9 k€", Sure::Confirmed, "8–9 k€"),
        ("c<end>…", Sure::Assumed, "besoin de 3 tables…"),
        ("<enter> et 1 banc", Sure::Confirmed, "besoin de 3 tables et 1 banc"),
    ] {
        let mut seat = seat();
        seat.keys("q<home>besoin de 3 tables<enter><up>").settle();
        seat.keys(typed).keys("<enter>").settle();
        assert_eq!(said(&seat, "need"), (sure, words.to_owned()), "{typed}");
    }
}

#[test]
fn on_a_question_only_keys_that_type_nothing_command_and_the_synthesis_knows_its_letters() {
    let mut seat = seat();
    seat.keys("q<home>");
    assert!(seat.shows("tapez leurs mots") && !seat.shows("a appel"), "{}", seat.screen());
    seat.keys("cuisine<enter>").settle();
    assert!(seat.shows("Ctrl-Z annule"), "{}", seat.screen());
    seat.keys("avril<esc>");
    assert!(seat.shows("Ctrl-Z le rend"), "{}", seat.screen());
    seat.keys("<ctrl-z>");
    assert!(seat.shows("avril"), "{}", seat.screen());
    seat.keys("<esc>/");
    assert!(seat.shows("Échap fermer"), "the box: {}", seat.screen());
    seat.keys("<esc><end>");
    assert!(seat.shows("Entrée conclure") && seat.shows("a appel") && !seat.shows("leurs mots"), "{}", seat.screen());
    seat.keys("a");
    assert!(seat.shows("Résultat"), "{}", seat.screen());
}

#[test]
fn a_deal_gets_another_checklist_and_keeps_what_was_answered() {
    let mut seat = seat();
    seat.keys("q<home>cuisine<enter>").settle();
    seat.keys("<f3>");
    assert!(seat.shows("BANT (celle de la maison)") && seat.shows("1/4 répondu"), "{}", seat.screen());
    seat.keys("c").settle();
    assert!(seat.shows("Grille de qualification : CHAMP"), "what was done: {}", seat.screen());
    assert!(seat.shows("Qualification · CHAMP") && seat.shows("[x] Défis"), "{}", seat.screen());
    seat.keys("<end><up>en mars<enter>").settle();
    assert_eq!(said(&seat, "timing"), (Sure::Confirmed, "en mars".to_owned()), "its last question is the priority");
    seat.keys("<ctrl-z><ctrl-z>").settle();
    assert!(!seat.shows("Qualification · CHAMP") && seat.shows("[x] Besoin"), "{}", seat.screen());
}
