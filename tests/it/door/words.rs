//! What is said at the door, as bytes: whatever comes, a message or a flaw.

use proptest::prelude::*;
use vigie::{
    log::{
        Cause, Failure, Position,
        wire::{self, Asked, Flaw, LONGEST, Told},
    },
    sales::{
        entity::{Entity, Id, Kind},
        fact::{ActId, Fact, FactId, Set, Stamp, Statement, Value},
        moment::Day,
    },
};

fn fact(seq: u64, text: String) -> Fact {
    let about = Entity::known(Kind::Contact, Id(7));
    Fact {
        id: FactId { device: 1, seq },
        stamp: Stamp(seq << 16),
        act: ActId(Id(u128::from(seq))),
        author: "Sandrine".into(),
        recorded_at: 1_795_334_400_000,
        day: Day::of(2026, 11, 22).unwrap(),
        statements: vec![Statement::Set(Set { about, field: "contact.note".into(), value: Value::Text(text) })],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_message_or_a_flaw(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut rest = bytes.as_slice();
        while wire::read::<Asked>(&mut rest).is_ok() {}
        let body = [(bytes.len() as u32).to_le_bytes().as_slice(), &bytes].concat();
        prop_assert!(!matches!(wire::read::<Told>(&mut body.as_slice()), Err(Flaw::Cut | Flaw::TooLong)));
    }

    #[test]
    fn a_message_with_letters_changed_is_one_or_a_flaw(at in 4_usize..200, letter in any::<u8>()) {
        let mut frame = wire::frame(&Asked::Keep(vec![fact(1, "Marie".into())])).unwrap();
        let at = at.min(frame.len() - 1);
        frame[at] = letter;
        let read = wire::read::<Asked>(&mut frame.as_slice());
        prop_assert!(matches!(read, Ok(_) | Err(Flaw::Shape)));
    }

    #[test]
    fn a_message_cut_anywhere_is_cut(texts in proptest::collection::vec(".{0,40}", 1..4), cut in any::<prop::sample::Index>()) {
        let facts: Vec<Fact> = texts.into_iter().zip(1..).map(|(text, seq)| fact(seq, text)).collect();
        let frame = wire::frame(&Asked::Keep(facts.clone())).unwrap();
        prop_assert_eq!(wire::read::<Asked>(&mut frame.as_slice()).ok(), Some(Asked::Keep(facts)));
        let cut = cut.index(frame.len());
        let read = wire::read::<Asked>(&mut &frame[..cut]);
        prop_assert!(matches!((cut, read), (0, Err(Flaw::Ended)) | (1.., Err(Flaw::Cut))));
    }
}

#[test]
fn a_length_no_message_may_have_is_refused_before_it_is_read() {
    let claim = u32::try_from(LONGEST).unwrap() + 1;
    let read = wire::read::<Asked>(&mut claim.to_le_bytes().as_slice());
    assert!(matches!(read, Err(Flaw::TooLong)));
}

#[test]
fn many_facts_are_several_messages_that_each_are_short_enough() {
    let facts: Vec<Fact> = (1..=100).map(|seq| fact(seq, "x".repeat(60_000))).collect();
    let frames = wire::keep(&facts).unwrap();
    assert!(frames.len() > 1 && frames.iter().all(|frame| frame.len() <= LONGEST + 4));
    let mut read = Vec::new();
    for frame in frames {
        match wire::read(&mut frame.as_slice()).unwrap() {
            Asked::Keep(part) => read.extend(part),
            _ => panic!("nothing else was said"),
        }
    }
    assert_eq!(read, facts);
    let long = fact(1, "x".repeat(LONGEST));
    assert!(matches!(wire::keep(&[long]), Err(Cause::TooLong { .. })));
}

#[test]
fn every_answer_comes_back_as_it_was() {
    let at = Position { segment: 3, offset: 99 };
    for told in [
        Told::Welcome { version: 1, position: at },
        Told::Kept(at),
        Told::Grew(at),
        Told::Aside,
        Told::Failed(Failure::Refused(Cause::Full)),
        Told::Failed(Failure::Uncertain(Cause::Denied("/x".into()))),
    ] {
        let frame = wire::frame(&told).unwrap();
        assert_eq!(wire::read::<Told>(&mut frame.as_slice()).unwrap(), told);
    }
}

#[test]
fn two_sides_speak_the_newest_both_know() {
    assert_eq!(wire::common((1, 3), (2, 5)), Some(3));
    assert_eq!(wire::common((1, 1), (1, 9)), Some(1));
    assert_eq!(wire::common((1, 1), (2, 9)), None);
    assert_eq!(wire::common((4, 9), (1, 3)), None);
}
