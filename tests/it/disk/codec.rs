//! Frames: frozen to the byte, read back exactly, and never a panic on anything else.

use proptest::prelude::*;
use serde_json::value::RawValue;
use vigie::{
    log::codec::{Flaw, decode, encode},
    sales::{
        entity::{Entity, Id, Kind},
        fact::{
            ActId, Adjusted, Answered, Apart, Approach, Assigned, Began, Bought, Channel, Complained, Direction, Ended,
            Enrolled, Exchanged, Fact, FactId, Linked, Lost, Merged, Moved, Outcome, Permission, Permitted, Promised,
            Proof, Qualified, QuoteState, Quoted, Retracted, Role, Set, Skipped, Stamp, Statement, Struck, Sure,
            Target, Temperature, Unknown, Value,
        },
        moment::{Day, Hour, Moment},
        money::{Money, Tax},
    },
};

const KEY: &[u8] = b"key";
const FROZEN: &str = include_str!("frames.txt");

fn raw(text: &str) -> Statement {
    Statement::Unknown(Unknown(RawValue::from_string(text.to_owned()).unwrap()))
}

fn one_of_each() -> Vec<(&'static str, Statement)> {
    let contact = Entity::known(Kind::Contact, Id(0x0191_2345_6789_abcd_ef01_2345_6789_abcd));
    let company = Entity::known(Kind::Company, Id(1 << 100));
    let deal = Entity::known(Kind::Deal, Id(70_000));
    let on = Day(739_942);
    let money = Money { cents: 840_050, tax: Tax::Ttc };
    let set = |value| Statement::Set(Set { about: contact, field: "contact.note".into(), value });
    let act = ActId(Id(5));
    vec![
        ("set nothing", set(Value::Nothing)),
        ("set text", set(Value::Text("Élan «\u{a0}vif\u{a0}»".into()))),
        ("set number", set(Value::Number(-70_000))),
        ("set percent", set(Value::Percent(6000))),
        ("set money", set(Value::Money(money))),
        ("set day", set(Value::Day(on))),
        ("set flag", set(Value::Flag(true))),
        ("set list", set(Value::List(vec!["a".into(), String::new()]))),
        (
            "exchanged",
            Statement::Exchanged(Exchanged {
                about: contact,
                deal: Some(deal),
                channel: Channel::Note,
                direction: Direction::Theirs,
                outcome: Some(Outcome::CallBack),
                note: "rappeler".into(),
                when: Moment { day: on, hour: Some(Hour(845)) },
            }),
        ),
        (
            "answered",
            Statement::Answered(Answered {
                deal,
                criterion: "need".into(),
                stands_for: "need".into(),
                sure: Sure::No,
                words: "non".into(),
                by: Some(contact),
                on,
            }),
        ),
        ("qualified", Statement::Qualified(Qualified { deal, forced: Some("pressé".into()), on })),
        ("moved", Statement::Moved(Moved { deal, to: "proposal".into(), reason: None, on })),
        (
            "promised",
            Statement::Promised(Promised {
                about: deal,
                due: Some(Moment { day: on, hour: None }),
                what: "devis".into(),
            }),
        ),
        (
            "quoted",
            Statement::Quoted(Quoted {
                deal,
                number: "D-12".into(),
                amount: Some(money),
                state: QuoteState::Refused,
                on,
                valid_until: Some(on),
            }),
        ),
        (
            "bought",
            Statement::Bought(Bought {
                deal,
                amount: Money { cents: 1, tax: Tax::Ht },
                proof: Some(Proof::Contract),
                on,
            }),
        ),
        ("lost", Statement::Lost(Lost { deal, reason: "price".into(), detail: String::new(), on })),
        (
            "adjusted",
            Statement::Adjusted(Adjusted { deal, temperature: Some(Temperature::Hot), reason: "salon".into(), on }),
        ),
        ("linked", Statement::Linked(Linked { from: contact, to: company, role: Role::ReferredBy, tied: true })),
        ("merged", Statement::Merged(Merged { from: contact, into: Entity::known(Kind::Contact, Id(6)) })),
        ("retracted act", Statement::Retracted(Retracted { target: Target::Act(act), why: "doublon".into() })),
        (
            "retracted fact",
            Statement::Retracted(Retracted {
                target: Target::Fact(FactId { device: 300, seq: 251 }),
                why: String::new(),
            }),
        ),
        (
            "permitted",
            Statement::Permitted(Permitted {
                about: company,
                approach: Some(Approach::Social),
                permission: Permission::Withdrawn,
                wording: "w".into(),
                origin: "o".into(),
                on,
            }),
        ),
        ("assigned", Statement::Assigned(Assigned { about: company, owner: "Karim".into(), note: "n".into() })),
        ("complained", Statement::Complained(Complained { about: contact, text: "t".into(), open: false, on })),
        ("began", Statement::Began(Began { label: "clients.csv".into(), facts: 1 << 40 })),
        ("ended", Statement::Ended(Ended { facts: 250 })),
        ("struck", Statement::Struck(Struck { fact: FactId { device: 300, seq: 251 }, at: 2 })),
        (
            "enrolled",
            Statement::Enrolled(Enrolled {
                deal,
                sequence: Some("quote".into()),
                since: Moment { day: on, hour: Hour::of(9, 5) },
            }),
        ),
        ("apart", Statement::Apart(Apart { one: contact, other: Entity::known(Kind::Contact, Id(6)) })),
        (
            "skipped",
            Statement::Skipped(Skipped {
                deal,
                sequence: "quote".into(),
                after: 300,
                channel: Channel::Mail,
                why: "déjà vu".into(),
                on: Moment { day: on, hour: Hour::of(9, 5) },
            }),
        ),
        ("unknown", raw(r#"{"sang": {"loud" : 1.50}}"#)),
    ]
}

fn fact(statements: Vec<Statement>) -> Fact {
    Fact {
        id: FactId { device: 0x1f_ffff_ffff_ffff, seq: 12 },
        stamp: Stamp(1 << 48),
        act: ActId(Id(1 << 127)),
        author: "Zoé".into(),
        recorded_at: 1_795_000_000_000,
        day: Day(739_942),
        statements,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// What a released version wrote must be read for ever: a line that changes here is a store that cannot be read.
#[test]
fn frames_are_frozen() {
    let found: Vec<String> = one_of_each()
        .into_iter()
        .map(|(name, statement)| format!("{name}: {}", hex(&encode(KEY, &fact(vec![statement])).unwrap())))
        .collect();
    assert_eq!(found.join("\n"), FROZEN.trim_end());
}

#[test]
fn each_kind_comes_back() {
    let whole = fact(one_of_each().into_iter().map(|(_, statement)| statement).collect());
    assert_eq!(decode(KEY, &encode(KEY, &whole).unwrap()), Ok(whole));
    let empty = fact(vec![]);
    assert_eq!(decode(KEY, &encode(KEY, &empty).unwrap()), Ok(empty));
}

#[test]
fn a_frame_belongs_to_its_key() {
    let frame = encode(KEY, &fact(vec![])).unwrap();
    assert_eq!(decode(b"yek", &frame), Err(Flaw::Checksum));
}

#[test]
fn any_flipped_bit_is_found() {
    let (_, statement) = one_of_each().remove(8);
    let frame = encode(KEY, &fact(vec![statement])).unwrap();
    for bit in 0..frame.len() * 8 {
        let mut bytes = frame.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(decode(KEY, &bytes).is_err(), "bit {bit}");
    }
    for length in 0..frame.len() {
        assert!(decode(KEY, &frame[..length]).is_err());
    }
    assert_eq!(decode(KEY, &[frame.as_slice(), b"x"].concat()), Err(Flaw::Length));
}

/// A payload with a good checksum around it, as a newer version or an enemy might write.
fn framed(version: u8, payload: &[u8]) -> Vec<u8> {
    let rest = [&[version], payload].concat();
    let mut hash = crc32fast::Hasher::new();
    hash.update(KEY);
    hash.update(&rest);
    let length = (rest.len() + 4) as u32;
    [length.to_le_bytes().as_slice(), &hash.finalize().to_le_bytes(), &rest].concat()
}

fn part(kind: u16, bytes: &[u8]) -> Vec<u8> {
    [kind.to_le_bytes().as_slice(), &(bytes.len() as u32).to_le_bytes(), bytes].concat()
}

fn head() -> Vec<u8> {
    let frame = encode(KEY, &fact(vec![])).unwrap();
    frame[9..].to_vec()
}

#[test]
fn what_a_newer_version_wrote_is_told_apart_from_damage() {
    assert_eq!(decode(KEY, &framed(2, &head())), Err(Flaw::Version(2)));
    assert_eq!(decode(KEY, &framed(1, &[head(), part(900, b"new")].concat())), Err(Flaw::Kind(900)));
    assert_eq!(decode(KEY, &framed(1, &part(1, b""))), Err(Flaw::Kind(1)));
}

#[test]
fn bytes_left_over_or_missing_in_a_statement_are_refused() {
    let ended = |bytes: &[u8]| decode(KEY, &framed(1, &[head(), part(18, bytes)].concat()));
    assert!(ended(&[7]).is_ok());
    assert_eq!(ended(&[7, 0]), Err(Flaw::Shape(18)));
    assert_eq!(ended(&[]), Err(Flaw::Shape(18)));
    assert_eq!(ended(&[255]), Err(Flaw::Shape(18)));
    assert_eq!(decode(KEY, &framed(1, &[head(), vec![1, 0, 9, 0, 0, 0, 1]].concat())), Err(Flaw::Length));
}

#[test]
fn a_length_that_lies_costs_no_memory() {
    let lie = [253, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f];
    assert_eq!(decode(KEY, &framed(1, &[head(), part(17, &lie)].concat())), Err(Flaw::Shape(17)));
    assert_eq!(decode(KEY, &framed(1, &[head(), part(0xFFFF, b"{not json")].concat())), Err(Flaw::Shape(0xFFFF)));
    assert_eq!(decode(KEY, &framed(1, &[head(), part(0xFFFF, &[0xff])].concat())), Err(Flaw::Shape(0xFFFF)));
}

#[test]
fn what_an_older_version_kept_to_the_letter_is_known_now() {
    let text = r#"{"ended":{"facts":7}}"#;
    let found = decode(KEY, &framed(1, &[head(), part(0xFFFF, text.as_bytes())].concat())).unwrap();
    assert_eq!(found.statements, [Statement::Ended(Ended { facts: 7 })]);
}

fn any_entity() -> impl Strategy<Value = Entity> {
    (prop::sample::select(vec![Kind::Contact, Kind::Company, Kind::Deal]), any::<u128>())
        .prop_map(|(kind, id)| Entity::known(kind, Id(id)))
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Nothing),
        any::<String>().prop_map(Value::Text),
        any::<i64>().prop_map(Value::Number),
        any::<u32>().prop_map(Value::Percent),
        any::<i64>().prop_map(|cents| Value::Money(Money { cents, tax: Tax::Ht })),
        any::<i32>().prop_map(|day| Value::Day(Day(day))),
        any::<bool>().prop_map(Value::Flag),
        prop::collection::vec(any::<String>(), 0..4).prop_map(Value::List),
    ]
}

fn any_statement() -> impl Strategy<Value = Statement> {
    let kinds = one_of_each().into_iter().map(|(_, statement)| statement).collect::<Vec<_>>();
    prop_oneof![
        prop::sample::select(kinds),
        (any_entity(), any::<String>(), any_value()).prop_map(|(about, field, value)| Statement::Set(Set {
            about,
            field,
            value
        })),
        (any_entity(), any_entity(), any::<bool>()).prop_map(|(from, to, tied)| Statement::Linked(Linked {
            from,
            to,
            role: Role::Pays,
            tied
        })),
        (any::<String>(), any::<i64>()).prop_map(|(word, number)| {
            raw(&format!("{{{}: [{number} , null]}}", serde_json::to_string(&format!("x{word}")).unwrap()))
        }),
    ]
}

fn any_fact() -> impl Strategy<Value = Fact> {
    let head = (any::<u64>(), any::<u64>(), any::<u64>(), any::<u128>(), any::<String>(), any::<i64>(), any::<i32>());
    (head, prop::collection::vec(any_statement(), 0..5)).prop_map(|(head, statements)| {
        let (device, seq, stamp, act, author, recorded_at, day) = head;
        Fact {
            id: FactId { device, seq },
            stamp: Stamp(stamp),
            act: ActId(Id(act)),
            author,
            recorded_at,
            day: Day(day),
            statements,
        }
    })
}

proptest! {
    #[test]
    fn decode_undoes_encode(fact in any_fact(), key in prop::collection::vec(any::<u8>(), 0..50)) {
        prop_assert_eq!(decode(&key, &encode(&key, &fact).unwrap()), Ok(fact));
    }

    #[test]
    fn random_bytes_are_no_frame(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(decode(KEY, &bytes).is_err());
    }

    #[test]
    fn random_statements_in_a_good_frame_never_panic(kind in 0_u16..20, bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let found = decode(KEY, &framed(1, &[head(), part(kind, &bytes)].concat()));
        if let Ok(fact) = found {
            prop_assert_eq!(decode(KEY, &encode(KEY, &fact).unwrap()), Ok(fact));
        }
    }

    #[test]
    fn changed_payloads_in_a_good_frame_never_panic(fact in any_fact(), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut payload = encode(KEY, &fact).unwrap()[9..].to_vec();
        let at = at.index(payload.len());
        payload[at] ^= 1 << bit;
        let _ = decode(KEY, &framed(1, &payload));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn bytes_of_any_kind_never_break_the_decoder(
        key in prop::collection::vec(any::<u8>(), 0..60),
        frame in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        // Almost none is a frame; each says why it is not.
        prop_assert!(decode(&key, &frame).is_err());
        // The same where the outside is right and only the payload is anything.
        let mut rest = vec![1];
        rest.extend(&frame);
        let mut hash = crc32fast::Hasher::new();
        hash.update(&key);
        hash.update(&rest);
        let mut sealed = (rest.len() as u32 + 4).to_le_bytes().to_vec();
        sealed.extend(hash.finalize().to_le_bytes());
        sealed.extend(&rest);
        drop(decode(&key, &sealed));
    }
}
