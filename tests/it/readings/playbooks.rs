//! Settings: what is shipped, what a user's file changes, and how a mistake in it is told.

use vigie::sales::{
    fact::Temperature,
    playbook::{Basis, Family, Playbook, Requirement},
};

use super::world::playbook;

#[test]
fn the_shipped_playbook_is_domain() {
    let book = Playbook::shipped();
    let stages: Vec<_> =
        book.stages().iter().map(|s| (s.label.fr.as_str(), s.probability, s.requires.as_slice())).collect();
    use Requirement::{Amount, Closing, ExchangeAfterQuote, LossReason, Purchase, Qualified, Quote};
    assert_eq!(
        stages,
        [
            ("Lead", 5, [].as_slice()),
            ("Prospect", 20, &[Qualified]),
            ("À chiffrer", 40, &[Amount, Closing]),
            ("Devis envoyé", 60, &[Quote]),
            ("Négociation", 80, &[ExchangeAfterQuote]),
            ("Gagné", 100, &[Purchase]),
            ("Perdu", 0, &[LossReason]),
        ]
    );
    assert_eq!((book.won(), book.lost()), (5, 6));
    assert_eq!((book.thresholds.warm, book.thresholds.hot), (40, 70));
}
