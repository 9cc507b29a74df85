//! The parts of the dossier, and entries of the past corrected, taken back and moved.

use vigie::{
    cockpit::event::Event,
    sales::{
        book::Records,
        contact::Activity,
        entity::{Entity, Kind},
        fact::{Channel, Direction, Proof, QuoteState, Statement},
        money::Money,
    },
    voice::Language,
};

use super::{deal, facts, marie, seat, set, text};
use crate::seat::Seat;

fn activities(seat: &Seat, nth: usize) -> Vec<Activity> {
    let contacts: Vec<Entity> = seat.desk.book().entities(Kind::Contact).collect();
    seat.desk.book().contact(contacts[nth]).unwrap().dealings.activities
}

/// Two people of the same name.
fn two() -> Vec<Vec<Statement>> {
    let other = Entity::fresh(Kind::Contact, 0);
    vec![
        marie(),
        vec![set(other, "contact.given_name", text("Paul")), set(other, "contact.family_name", text("Petit"))],
    ]
}

#[test]
fn arrows_walk_through_the_parts_and_back_to_the_columns() {
    let mut seat = seat();
    seat.keys("<enter>");
    assert!(seat.shows("[Fiche]"), "{}", seat.screen());
    seat.keys("<right>");
    assert!(seat.shows("[Qualification]"));
    seat.keys("<right>");
    assert!(seat.shows("[Échanges]") && seat.shows("Aucun échange noté"));
    seat.keys("<right>");
    assert!(seat.shows("[Devis]") && seat.shows("Aucun achat"));
    seat.keys("<left><left><left>");
    assert!(seat.shows("[Fiche]"));
    seat.keys("<left>");
    assert!(!seat.shows("[Fiche]"), "back to the columns: {}", seat.screen());
}

#[test]
fn the_box_reaches_each_part_by_name() {
    let mut seat = Seat::new(vec![marie()], Language::En, 80, 24);
    for (words, part) in
        [("exchanges everything", "[Exchanges]"), ("quotes and", "[Quotes]"), ("every field", "[Record]")]
    {
        seat.keys("c");
        seat.keys(words).keys("<enter>");
        assert!(seat.shows(part), "{part}: {}", seat.screen());
    }
}

#[test]
fn an_exchange_is_corrected_in_place_and_one_undo_brings_it_back() {
    let mut seat = seat();
    seat.keys("ajRapelle bientôt<tab>jeudi 14h<enter>").settle();
    seat.keys("<enter><right><right>");
    assert!(seat.shows("appel passé, joint"), "{}", seat.screen());
    seat.keys("<enter>");
    assert!(seat.shows("Corriger") && seat.shows("Rapelle bientôt"), "{}", seat.screen());
    seat.keys("e<tab><tab><home><delete><delete><delete>Rapp<enter>").settle();
    assert_eq!(activities(&seat, 0).len(), 1);
    let now = activities(&seat, 0).remove(0);
    assert_eq!((now.channel, now.direction, now.note.as_str()), (Channel::Mail, Direction::Ours, "Rappelle bientôt"));
    assert!(deal(&seat).next.is_some(), "the next step said in the same go stays");
    assert!(seat.shows("corrigé"), "{}", seat.screen());
    seat.keys("u");
    assert_eq!(activities(&seat, 0)[0].channel, Channel::Call);
}

#[test]
fn an_entry_is_taken_back_alone() {
    let mut seat = seat();
    seat.keys("ajVeut un devis<tab>jeudi 14h<enter>").settle();
    seat.keys("<enter><right><right><delete>").settle();
    assert_eq!(activities(&seat, 0), []);
    assert!(deal(&seat).next.is_some());
    seat.keys("u");
    assert_eq!(activities(&seat, 0).len(), 1);
    seat.keys("<left><left><delete>");
    assert!(seat.shows("Rien à retirer ici"), "{}", seat.screen());
}

#[test]
fn an_exchange_on_the_wrong_person_goes_to_the_right_one() {
    let mut seat = Seat::new(two(), Language::Fr, 120, 36);
    seat.keys("ajParle de son hangar<enter>").settle();
    seat.keys("<enter><right><right><ctrl-x>");
    assert!(seat.shows("À quelle fiche"), "{}", seat.screen());
    seat.keys("petit<enter>").settle();
    assert_eq!(activities(&seat, 0), []);
    assert_eq!(activities(&seat, 1)[0].note, "Parle de son hangar");
    seat.keys("u");
    assert_eq!((activities(&seat, 0).len(), activities(&seat, 1).len()), (1, 0));
}

#[test]
fn a_long_note_reads_whole_under_the_cursor() {
    let words: Vec<String> = (0..330).map(|n| format!("mot{n}")).collect();
    let mut seat = Seat::new(vec![marie()], Language::Fr, 45, 20);
    seat.keys("aj");
    seat.hear(Event::Paste(words.join(" ")));
    seat.keys("<enter>").settle();
    seat.keys("ajcourt<enter>").settle();
    seat.keys("<enter><right><right>");
    assert!(seat.shows("court") && seat.shows("…") && !seat.shows("mot329"), "{}", seat.screen());
    seat.keys("<down>");
    assert!(seat.shows("mot0") && !seat.shows("mot329"), "{}", seat.screen());
    for _ in 0..80 {
        seat.keys("<down>");
    }
    assert!(seat.shows("mot329"), "{}", seat.screen());
    for _ in 0..80 {
        seat.keys("<up>");
    }
    assert!(seat.shows("[Échanges]") && seat.shows("court"), "{}", seat.screen());
}

#[test]
fn quotes_are_a_list_with_their_answers_and_purchases() {
    let mut seat = seat();
    seat.keys("dD-12<tab>8400<tab><tab>15/12/2026<enter>").settle();
    seat.keys("<enter><right><right><right>");
    for words in ["D-12", "8 400 € HT", "valable jusqu'au 15/12/2026", "envoyé aujourd'hui"] {
        assert!(seat.shows(words), "{words}: {}", seat.screen());
    }
    seat.keys("<enter><tab><tab><tab><tab>a<enter>").settle();
    let quote = deal(&seat).quotes.remove(0);
    assert_eq!(quote.answer.map(|(state, _)| state), Some(QuoteState::Accepted));
    assert_eq!(deal(&seat).quotes.len(), 1);
    assert!(!deal(&seat).is_won(), "an accepted quote is no purchase");
    seat.keys("gd<enter>").settle();
    seat.keys("g<up><up>");
    assert!(seat.shows("Achat"), "{}", seat.screen());
    seat.keys("<ctrl-u>1200<tab><tab>c<enter>").settle();
    let bought: Vec<_> = deal(&seat).purchases.iter().map(|bought| (bought.amount, bought.proof)).collect();
    assert_eq!(
        bought,
        [(Money::ht(840_000), Some(Proof::SignedQuote)), (Money::ht(120_000), Some(Proof::Order))],
        "{}",
        seat.screen()
    );
}

#[test]
fn a_deal_is_deleted_with_one_question_and_one_undo() {
    let mut seat = seat();
    seat.keys("ajNote<enter>").settle();
    let before = deal(&seat);
    seat.keys("<ctrl-d>");
    assert!(seat.shows("que supprimer"), "{}", seat.screen());
    seat.keys("a");
    assert!(seat.shows("Supprimer") && seat.shows("Cuisine sur mesure"), "{}", seat.screen());
    seat.keys("<enter>");
    assert_eq!(deal(&seat), before, "to keep is what Enter does");
    seat.keys("<ctrl-d>ao").settle();
    assert_eq!(seat.desk.book().count(Kind::Deal), 0);
    assert_eq!(activities(&seat, 0).len(), 1);
    assert_eq!(facts(&seat), 3);
    seat.keys("u");
    assert_eq!(deal(&seat).entity, before.entity);
}
