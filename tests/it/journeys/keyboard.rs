//! Keys that mean the same everywhere, and keys nobody pressed.

use vigie::{
    cockpit::effect::Effect, cockpit::event::Event, sales::entity::Entity, sales::entity::Kind, sales::money::Money,
    voice::Language,
};

use super::{deal, facts, marie, seat, set, text};
use crate::seat::Seat;

#[test]
fn a_burst_of_letters_outside_a_field_is_never_commands() {
    let mut seat = seat();
    seat.hear(Event::Burst("quitter maintenant".into()));
    assert!(seat.shows("Chercher « quitter maintenant » ?"));
    assert!(seat.asked.is_empty());
    seat.keys("<esc>");
    seat.keys("<enter><down><down><enter>");
    seat.hear(Event::Burst("12 000".into()));
    seat.keys("<enter>").settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(1_200_000)), "in a field it is text");
}

#[test]
fn a_sentence_over_a_choice_goes_into_the_note_and_a_remark_has_words() {
    let mut seat = seat();
    let before = facts(&seat);
    seat.keys("i<enter>").settle();
    assert!(seat.shows("rien n'est écrit"), "{}", seat.screen());
    assert_eq!(facts(&seat), before);
    seat.keys("<up>");
    seat.hear(Event::Burst("elle veut douze tables\n".into()));
    seat.settle();
    assert_eq!(facts(&seat), before + 1);
    assert!(seat.shows("elle veut douze tables"), "{}", seat.screen());
    seat.keys("is<enter>").settle();
    assert_eq!(facts(&seat), before + 2, "an exchange needs none");
}

#[test]
fn control_c_copies_and_asks_before_leaving() {
    let mut seat = seat();
    seat.keys("<ctrl-c>");
    let [Effect::Copy(copied)] = seat.asked.as_slice() else { panic!("{:?}", seat.asked) };
    assert!(copied.contains("06 39 98 00 01"));
    seat.keys("<ctrl-c>");
    assert!(seat.shows("Quitter ?"));
    seat.keys("n<ctrl-s>");
    assert!(seat.shows("Déjà enregistré"));
    seat.keys("<ctrl-q>");
    assert_eq!(seat.asked.last(), Some(&Effect::Quit));
}

#[test]
fn hints_follow_the_keys_and_every_wish_is_in_the_help() {
    let mut seat = Seat::new(vec![marie()], Language::En, 120, 100);
    assert!(seat.shows("a call"));
    seat.keys("?");
    for words in ["note a call", "won: record the purchase", "leave Vigie", "undo the last act"] {
        assert!(seat.shows(words), "{words}");
    }
}

#[test]
fn hostile_names_cannot_command_the_terminal_nor_break_a_column() {
    let mut facts = marie();
    facts[3] =
        set(Entity::fresh(Kind::Company, 1), "company.name", text("\u{1b}[31m株式会社\u{202e}👩\u{200d}💻مرحبا\u{7}"));
    let seat = Seat::new(vec![facts], Language::Fr, 120, 36);
    let screen = seat.screen();
    assert!(!screen.contains(['\u{1b}', '\u{202e}', '\u{7}', '\u{200d}']));
    for line in screen.lines().skip(3).take(8) {
        let wall = line.split_once('│').map(|(left, _)| unicode_width::UnicodeWidthStr::width(left));
        assert_eq!(wall, Some(66), "{line}");
    }
}

#[test]
fn a_line_end_after_a_burst_validates_where_text_is_typed() {
    let mut seat = seat();
    seat.keys("<enter><down><down><enter>");
    seat.hear(Event::Burst("12000 euros\n".into()));
    seat.settle();
    assert_eq!(deal(&seat).amount(), Some(Money::ht(1_200_000)));
    seat.keys("<esc>r");
    seat.hear(Event::Burst("lundi matin\n".into()));
    seat.settle();
    assert_eq!(deal(&seat).next.unwrap().due.day.to_string(), "2026-11-23");
    assert!(!seat.shows("Prochaine action : Marie"), "the form is validated: {}", seat.screen());
    let before = facts(&seat);
    seat.keys("aj");
    seat.hear(Event::Burst("Veut un devis\nrapidement\n".into()));
    assert_eq!(facts(&seat), before, "a note of several lines goes on");
    seat.keys("<esc>");
    seat.hear(Event::Burst("quitter maintenant\n".into()));
    assert!(seat.shows("Chercher « quitter maintenant » ?"));
    assert!(!seat.asked.contains(&Effect::Quit));
    assert_eq!(facts(&seat), before);
}

#[test]
fn in_too_small_a_window_keys_only_leave() {
    let mut seat = seat();
    seat.size(10, 3);
    seat.keys("ap<enter>");
    seat.hear(Event::Burst("quitter maintenant".into()));
    seat.keys("<ctrl-c><ctrl-c>q");
    assert!(seat.asked.is_empty(), "{:?}", seat.asked);
    assert_eq!(facts(&seat), 1);
    seat.keys("<ctrl-q>");
    assert_eq!(seat.asked, [Effect::Quit]);
    seat.size(120, 36);
    assert!(!seat.shows("Résultat") && !seat.shows("Chercher «"), "{}", seat.screen());
}
