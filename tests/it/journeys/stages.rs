//! Stages, quotes, purchases and losses.

use vigie::{sales::fact::Proof, sales::money::Money, sales::qualification};

use super::{deal, facts, seat, stage_of};

#[test]
fn a_stage_asks_for_exactly_what_it_misses_and_cancelled_nothing_happens() {
    let mut seat = seat();
    seat.keys("ep");
    for words in ["Besoin", "Budget", "Délai", "Qui décide ?", "Synthèse"] {
        assert!(seat.shows(words), "{words}");
    }
    assert!(!seat.shows("N° du devis"));
    seat.keys("<enter>");
    assert!(seat.shows("à remplir"));
    seat.keys("<esc>");
    assert_eq!((stage_of(&seat).as_str(), facts(&seat)), ("lead", 1));
    seat.keys("epcuisine<tab>8 k€<tab>mars<tab>elle<enter>").settle();
    assert_eq!(stage_of(&seat), "prospect");
    assert!(qualification::is_qualified(&deal(&seat), seat.desk.playbook()));
    assert_eq!(facts(&seat), 2);
    assert!(seat.shows("→ Prospect"));
}

#[test]
fn a_stage_can_be_forced_with_a_reason_that_stays() {
    let mut seat = seat();
    seat.keys("ep<down><down><down><down><down>le patron insiste<enter>").settle();
    assert_eq!(stage_of(&seat), "prospect");
    assert_eq!(deal(&seat).synthesis.unwrap().forced.as_deref(), Some("le patron insiste"));
}

#[test]
fn not_ripe_yet_keeps_in_touch_and_loses_nothing() {
    let mut seat = seat();
    seat.keys("ep<down><down><down><down>gdans 2 semaines<enter>").settle();
    assert_eq!(stage_of(&seat), "lead");
    assert_eq!(deal(&seat).next.unwrap().due.day.to_string(), "2026-12-06");
}

#[test]
fn won_is_a_purchase_and_taking_it_back_takes_the_card_back() {
    let mut seat = seat();
    seat.keys("g<enter>");
    assert!(seat.shows("à remplir"), "nobody wins without an amount");
    seat.keys("8400<enter>");
    assert!(seat.shows("à choisir"), "nor without a proof: {}", seat.screen());
    seat.keys("d<enter>").settle();
    assert_eq!(stage_of(&seat), "won");
    let purchase = deal(&seat).purchases.remove(0);
    assert_eq!((purchase.amount, purchase.proof), (Money::ht(840_000), Some(Proof::SignedQuote)));
    assert!(seat.shows("client depuis 2026"));
    seat.keys("e");
    assert!(seat.shows("seule l'annulation de l'achat") && !seat.shows("Négociation  "), "{}", seat.screen());
    seat.keys("u");
    assert_eq!(stage_of(&seat), "lead");
}

#[test]
fn a_purchase_whose_amount_is_known_is_asked_for_its_proof_first() {
    let mut seat = seat();
    seat.keys("dD-2026-41<tab>8400<enter>").settle();
    seat.keys("gc<enter>").settle();
    assert_eq!(stage_of(&seat), "won", "{}", seat.screen());
    assert_eq!(deal(&seat).purchases[0].proof, Some(Proof::Order));
}

#[test]
fn lost_asks_why_and_which_competitor() {
    let mut seat = seat();
    seat.keys("x");
    assert!(seat.shows("Motif"));
    seat.keys("<enter>");
    assert!(seat.shows("à choisir"), "no reason is assumed: {}", seat.screen());
    seat.keys("<right><right><enter>");
    assert!(seat.shows("précisez"), "{}", seat.screen());
    seat.keys("Cuisines Plus<enter>").settle();
    assert_eq!(deal(&seat).lost(), Some(("competitor", "Cuisines Plus")));
    assert!(seat.shows("Perdu 1") || seat.shows("Cuisines Plus"));
}

#[test]
fn a_quote_moves_the_deal_and_fills_its_amount() {
    let mut seat = seat();
    seat.keys("dD-2026-41<tab>8400<enter>").settle();
    assert_eq!(stage_of(&seat), "quoted");
    assert_eq!(deal(&seat).amount(), Some(Money::ht(840_000)));
    assert_eq!(deal(&seat).quotes[0].number, "D-2026-41");
}

#[test]
fn nobody_negotiates_about_a_quote_and_a_call_that_never_were() {
    let mut seat = seat();
    seat.keys("en");
    assert!(seat.shows("N° du devis"), "the quote is asked for first: {}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("à choisir"), "no exchange is assumed: {}", seat.screen());
    assert_eq!((stage_of(&seat).as_str(), facts(&seat)), ("lead", 1));
    seat.keys("c<enter>").settle();
    assert_eq!((stage_of(&seat).as_str(), deal(&seat).quotes.len()), ("negotiation", 1));
}

#[test]
fn a_reason_for_negotiating_makes_up_no_quote() {
    let mut seat = seat();
    seat.keys("en<up>devis fait de vive voix<enter>").settle();
    assert_eq!((stage_of(&seat).as_str(), deal(&seat).quotes.len()), ("negotiation", 0));
}
