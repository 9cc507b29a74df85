//! The list of all acts: any of them is taken back from it.

use vigie::sales::book::Records;

use super::{deal, facts, seat};

#[test]
fn any_act_is_taken_back_from_the_list_once_what_hangs_on_it_was_shown() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>8,4k<enter><esc>").settle();
    seat.keys("aintéressée<enter>").settle();
    seat.keys("<ctrl-g>");
    assert!(seat.shows("Historique : tout ce qui a été fait"), "{}", seat.screen());
    assert!(seat.shows("Montant : 8 400 € HT") && seat.shows("nouvelle fiche"), "{}", seat.screen());
    let before = facts(&seat);
    seat.keys("<down><enter>");
    assert!(seat.shows("Annuler ?") && seat.shows("Sandrine"), "{}", seat.screen());
    seat.keys("n");
    assert_eq!(facts(&seat), before);
    seat.keys("<enter>o").settle();
    assert_eq!(deal(&seat).amount(), None);
    assert!(seat.shows("annulé : Montant"), "the list stays open: {}", seat.screen());
    assert_eq!(facts(&seat), before + 1);
}

#[test]
fn what_was_born_of_an_act_and_got_more_is_named_first() {
    let mut seat = seat();
    seat.keys("aintéressée<enter>").settle();
    seat.keys("<ctrl-g><end>u");
    assert!(seat.shows("resteraient sans ce qu'il disait"), "{}", seat.screen());
    seat.keys("<esc>");
    assert!(seat.desk.book().deal(deal(&seat).entity).is_some());
}

#[test]
fn an_undo_in_the_list_is_told_as_one_and_what_is_dead_stays_dead() {
    let mut seat = seat();
    seat.keys("aintéressée<enter>").settle();
    seat.keys("u<ctrl-g>");
    assert!(seat.shows("annulé : appel passé"), "{}", seat.screen());
    assert!(seat.shows("(annulé par Sandrine"), "{}", seat.screen());
    let before = facts(&seat);
    seat.keys("<down><enter>");
    assert!(seat.shows("déjà annulé") && facts(&seat) == before);
    seat.keys("<up><enter>o").settle();
    assert!(seat.shows("rétabli : appel passé"), "{}", seat.screen());
}
