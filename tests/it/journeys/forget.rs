//! Somebody is forgotten from the screen: what would go is shown first, a word is asked for, and nothing brings it back.

use vigie::{
    cockpit::{
        effect::Effect,
        event::{Beside, Event},
        forget::Forget,
        theme::Theme,
    },
    sales::{
        book::Records,
        entity::{Entity, Kind},
        fact::{Set, Statement, Value},
        playbook::Playbook,
    },
    voice::Language,
};

use super::{deal, kanban::firm, seat};
use crate::seat::{MORNING, Seat};

fn asked(seat: &Seat) -> Option<&Forget> {
    seat.asked.iter().rev().find_map(|effect| match effect {
        Effect::Forget(forget) => Some(forget),
        _ => None,
    })
}

#[test]
fn what_would_go_is_shown_and_a_word_is_asked_for() {
    let mut seat = seat();
    seat.keys("aintéressée<enter>").settle();
    seat.keys("<ctrl-d>");
    assert!(seat.shows("oublier pour de bon (RGPD)"), "{}", seat.screen());
    seat.keys("o");
    for words in ["Oublier pour de bon : Marie Lefèvre", "Cuisine sur mesure", "un échange", "2 sauvegardes"] {
        assert!(seat.shows(words), "{words}: {}", seat.screen());
    }
    seat.keys("marie<enter>");
    assert!(seat.shows("rien n'est effacé") && asked(&seat).is_none(), "{}", seat.screen());
    seat.keys("<ctrl-u>Marie lefevre<tab>r<enter>");
    let contact = seat.desk.book().deal(deal(&seat).entity).and_then(|deal| deal.party).unwrap();
    let go = Forget::Go { whom: vec![contact], objects: true, mentions: false };
    assert_eq!(asked(&seat), Some(&go));
    seat.hear(Event::Beside(Beside::Progress { done: 3, total: 9 }));
    assert!(seat.shows("3 sur 9") && seat.shows("Oublier pour de bon"), "{}", seat.screen());
    seat.keys("x<enter>");
    assert!(seat.shows("3 sur 9"), "other keys wait");
    seat.keys("<esc>");
    assert!(seat.asked.contains(&Effect::Stop));
    seat.hear(Event::Beside(Beside::NotForgotten("Arrêté".into())));
    assert!(seat.shows("Arrêté") && seat.shows("Marie lefevre"), "the form is back: {}", seat.screen());
    seat.keys("<enter>");
    seat.hear(Event::Beside(Beside::Forgotten));
    assert!(seat.shows("Effacé pour de bon : Marie Lefèvre"), "{}", seat.screen());
}

#[test]
fn the_word_is_never_kept_as_a_draft() {
    let mut seat = seat();
    seat.keys("<shift-delete>oubl");
    seat.hear(Event::Rested);
    assert!(!seat.asked.iter().any(|effect| matches!(effect, Effect::Draft { .. })), "{:?}", seat.asked);
}

#[test]
fn whoever_has_begun_something_else_is_not_interrupted() {
    let mut seat = seat();
    let deal: Entity = seat.desk.book().entities(Kind::Deal).next().unwrap();
    let party = seat.desk.book().deal(deal).and_then(|deal| deal.party).unwrap();
    seat.keys("n");
    let (erasure, mentions) = seat.desk.erasure(&[party]).unwrap();
    let (whom, names) = (vec![party], String::new());
    let weighed = vigie::cockpit::forget::Weighed { whom, names, erasure, mentions, backups: 0 };
    seat.hear(Event::Beside(Beside::ToForget(Box::new(weighed))));
    assert!(seat.shows("Prénom") && !seat.shows("Oublier"), "{}", seat.screen());
}

#[test]
fn marked_cards_are_forgotten_together_with_one_word() {
    let facts = ["Alpha", "Bêta", "Gamma"].map(|name| firm(name, "lead", ""));
    let mut seat = Seat::new(facts.to_vec(), Language::Fr, 120, 36);
    seat.keys("  <shift-delete>");
    assert!(seat.shows("2 personnes") && !seat.shows("ou le nom"), "{}", seat.screen());
    seat.keys("oublier<enter>");
    assert!(matches!(asked(&seat), Some(Forget::Go { whom, .. }) if whom.len() == 2), "{:?}", seat.asked);
    seat.hear(Event::Beside(Beside::Forgotten));
    assert!(seat.shows("Effacé pour de bon : 2 personnes"), "{}", seat.screen());
}

/// Three people entered long ago of whom nothing was heard since, where data is kept for a year.
fn silent() -> Seat {
    const LONG: i64 = 400 * 86_400_000;
    let person = |name: &str| {
        let about = Entity::fresh(Kind::Contact, 0);
        let field = "contact.family_name".into();
        vec![Statement::Set(Set { about, field, value: Value::Text(name.into()) })]
    };
    let theme = Theme::shipped("dark", false).unwrap();
    let facts = ["Roux", "Durand", "Petit"].map(person).to_vec();
    let playbook = Playbook::read("[law]\nretention_months = 12\n").unwrap();
    Seat::at_the_door(playbook, "Sandrine", (facts, MORNING - LONG), Language::Fr, theme, (120, 36))
}

#[test]
fn whoever_was_silent_too_long_is_called_or_forgotten_from_one_list() {
    let mut seat = silent();
    seat.keys("<shift-f7>");
    assert!(
        seat.shows("3 personnes sans signe depuis 12 mois") && seat.shows("aucun signe, saisi"),
        "{}",
        seat.screen()
    );
    seat.keys("<down>a");
    assert!(seat.shows("Appel : Durand"), "{}", seat.screen());
    seat.keys("p<enter>").settle();
    seat.keys("<shift-f7>");
    assert!(seat.shows("3 personnes"), "a call nobody took is no sign of theirs: {}", seat.screen());
    seat.keys("<home>a<enter>").settle();
    seat.keys("<shift-f7>");
    assert!(seat.shows("2 personnes") && !seat.shows("Roux · "), "{}", seat.screen());
    seat.keys("  o");
    assert!(seat.shows("Oublier pour de bon : 2 personnes") && seat.shows("Durand, Petit"), "{}", seat.screen());
}
