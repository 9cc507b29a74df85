//! Text that is typed and not yet entered is never lost.

use vigie::{cockpit::effect::Effect, cockpit::event::Event, voice::Language};

use super::{deal, facts, seat};
use crate::seat::Seat;

#[test]
fn what_is_typed_is_kept_as_a_draft_and_offered_again() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.hear(Event::Rested);
    let Some(Effect::Draft { place, text }) = seat.asked.pop() else { panic!("no draft") };
    assert!(place.starts_with("form call deal:"));
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.keys("<esc>");
    later.hear(Event::News(vigie::cockpit::event::News::Drafts(vec![(place, text)])));
    later.keys("r");
    assert!(later.shows("Appel") && later.shows("Veut un devis"), "{}", later.screen());
    later.keys("<enter>").settle();
    assert_eq!(facts(&later), 2);
}

#[test]
fn a_validated_draft_is_dropped() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.hear(Event::Rested);
    seat.keys("<enter>").settle();
    assert!(matches!(seat.asked.last(), Some(Effect::DropDraft(_))), "{:?}", seat.asked);
}

#[test]
fn a_draft_taken_up_and_entered_at_once_is_dropped() {
    let mut seat = seat();
    seat.keys("ajVeut un devis");
    seat.hear(Event::Rested);
    let Some(Effect::Draft { place, text }) = seat.asked.pop() else { panic!("no draft") };
    let mut later = Seat::new(Vec::new(), Language::Fr, 120, 36);
    std::mem::swap(&mut later.desk, &mut seat.desk);
    later.keys("<esc>");
    later.hear(Event::News(vigie::cockpit::event::News::Drafts(vec![(place.clone(), text)])));
    later.keys("r<enter>").settle();
    assert_eq!(later.asked, [Effect::DropDraft(place)]);
}

#[test]
fn abandoned_text_comes_back_only_while_its_own_toast_shows() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8400<enter>").settle();
    seat.keys("<enter>douze<esc>");
    assert!(seat.shows("Texte abandonné"));
    seat.keys("<up>u");
    assert!(!seat.shows("douze"), "{}", seat.screen());
    assert_eq!(deal(&seat).amount(), None, "undo takes the latest act back");
    seat.keys("ajVeut un devis<esc>");
    assert!(seat.shows("Texte abandonné"));
    seat.keys("<esc>u");
    assert!(!seat.shows("Veut un devis"));
}
