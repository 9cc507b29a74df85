//! The checklist while one is on the phone.

use vigie::{cockpit::event::Event, sales::fact::Sure, sales::money::Money, sales::qualification};

use super::{deal, facts, seat};

#[test]
fn the_checklist_is_answered_while_on_the_phone() {
    let mut seat = seat();
    seat.keys("q<home>ocuisine, plan déjà pris<down>");
    seat.keys("o8–9 k€, financé");
    assert!(seat.shows("Tab : Montant"), "{}", seat.screen());
    let before = seat.screen();
    seat.keys("<tab>cen mars<down>oelle signe<enter>").settle();
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
