//! The journal: reopened, torn at any byte, damaged in the middle, refused and uncertain writes.

use std::fs;

use proptest::prelude::*;

use super::{Store, all, assert_whole, catch_up, contact, fact, from, sample, set};
use vigie::{
    log::{Cause, Damage, Failure, Harm, Log, Position},
    sales::fact::{FactId, Stamp, Statement},
};

#[test]
fn what_was_recorded_is_there_after_reopening() {
    let store = Store::new();
    let mut disk = store.open();
    assert_eq!(disk.last().seq, 0);
    let facts = sample(&disk, 25);
    for fact in &facts[..5] {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    let middle = disk.position();
    disk.record(&facts[5..]).unwrap();
    let (position, last) = (disk.position(), disk.last());
    assert_eq!((last.seq, last.stamp), (25, facts[24].stamp));
    drop(disk);
    let mut disk = store.open();
    assert_eq!((disk.position(), disk.last()), (position, last));
    assert_eq!(from(&mut disk, middle), facts[5..]);
    assert_eq!(from(&mut disk, position), []);
    assert_whole(&mut disk, &facts);
    assert_eq!(disk.damage(), []);
}

#[test]
fn positions_lead_from_fact_to_fact() {
    let store = Store::small_segments();
    let mut disk = store.open();
    let facts = sample(&disk, 30);
    for fact in &facts {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    let mut behind = Vec::new();
    disk.since(Position::default(), &mut |position, _| {
        behind.push(position);
        Ok(())
    })
    .unwrap();
    assert!(behind.last().unwrap().segment > 3);
    for (n, position) in behind.into_iter().enumerate() {
        assert!(disk.reaches(position));
        assert_eq!(from(&mut disk, position), facts[n + 1..]);
    }
}

#[test]
fn a_position_of_another_log_is_known_for_what_it_is() {
    let (store, _) = Store::new().with(4, false);
    let disk = store.open();
    let end = disk.position();
    assert!(disk.reaches(end) && disk.reaches(Position::default()));
    assert!(!disk.reaches(Position { offset: end.offset + 1, ..end }));
    assert!(!disk.reaches(Position { offset: end.offset - 1, ..end }));
    assert!(!disk.reaches(Position { segment: 2, offset: 0 }));
}

#[test]
fn a_reader_that_stops_is_obeyed() {
    let (store, _) = Store::new().with(4, false);
    let mut disk = store.open();
    let mut seen = 0;
    let stopped = disk.since(Position::default(), &mut |_, _| {
        seen += 1;
        if seen == 2 { Err(Cause::Full) } else { Ok(()) }
    });
    assert_eq!((stopped, seen), (Err(Cause::Full), 2));
}

#[test]
fn segments_are_closed_and_chained() {
    let (store, facts) = Store::small_segments().with(1, false);
    let mut disk = store.open();
    let more = sample(&disk, 40);
    for fact in &more {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    let facts = [facts, more].concat();
    assert!(disk.position().segment >= 8);
    disk.check_all().unwrap();
    assert_eq!(disk.damage(), []);
    assert_whole(&mut disk, &facts);
    drop(disk);
    store.forget_marks();
    let mut disk = store.open();
    assert_eq!(disk.last().seq, 41);
    assert_whole(&mut disk, &facts);
}

#[test]
fn a_changed_closed_segment_breaks_the_chain() {
    let (store, _) = Store::small_segments().with(40, false);
    let mut disk = store.open();
    disk.record(&sample(&disk, 40)).unwrap();
    let line = r#"{"id":{"device":1,"seq":1},"stamp":1,"act":"00000000000000000000000001","author":"","recorded_at":0,"day":"2026-11-22","statements":[]}"#;
    let mut bytes = fs::read(store.segment(1)).unwrap();
    bytes.extend(format!("{:08x} {line}\n", crc32fast::hash(line.as_bytes())).bytes());
    fs::write(store.segment(1), bytes).unwrap();
    disk.check_all().unwrap();
    assert_eq!(disk.damage(), [Damage { segment: 1, line: 0, harm: Harm::Chain }]);
}

#[test]
fn a_torn_end_is_cut_at_every_byte() {
    let (store, facts) = Store::new().with(3, false);
    let whole = fs::read(store.segment(1)).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    for length in last..whole.len() {
        store.forget_marks();
        fs::write(store.segment(1), &whole[..length]).unwrap();
        let mut disk = store.open();
        let kept = if length == whole.len() - 1 { 3 } else { 2 };
        assert_eq!(all(&mut disk), facts[..kept], "cut at {length}");
        assert_eq!((disk.last().seq, disk.damage()), (kept as u64, [].as_slice()));
        disk.record(&facts[kept..]).unwrap();
        drop(disk);
        assert_eq!(all(&mut store.open()), facts);
        assert_eq!(fs::read(store.segment(1)).unwrap(), whole);
    }
}

#[test]
fn a_torn_first_line_of_a_segment_is_written_again() {
    let (store, facts) = Store::new().with(3, false);
    let whole = fs::read(store.segment(1)).unwrap();
    let header = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    for length in 0..header {
        fs::write(store.segment(2), &whole[..length]).unwrap();
        let mut disk = store.open();
        assert_eq!((all(&mut disk), disk.last().seq), (facts.clone(), 3));
        let more = sample(&disk, 2);
        disk.record(&more).unwrap();
        disk.check_all().unwrap();
        assert_eq!(disk.damage(), []);
        drop(disk);
        assert_eq!(all(&mut store.open()), [facts.clone(), more].concat());
        fs::remove_file(store.segment(2)).unwrap();
        store.forget_marks();
    }
}

#[test]
fn a_last_line_without_its_break_is_mended() {
    for wrong in [None, Some(b'K')] {
        let (store, facts) = Store::new().with(3, false);
        let mut bytes = fs::read(store.segment(1)).unwrap();
        bytes.pop();
        bytes.extend(wrong);
        fs::write(store.segment(1), bytes).unwrap();
        store.forget_marks();
        let mut disk = store.open();
        assert_eq!(all(&mut disk), facts);
        let more = sample(&disk, 1);
        disk.record(&more).unwrap();
        drop(disk);
        assert_eq!(all(&mut store.open()), [facts, more].concat());
    }
}

#[test]
fn blocks_that_never_reached_the_platter_are_cut() {
    let (store, facts) = Store::new().with(3, false);
    let whole = fs::read(store.segment(1)).unwrap();
    fs::write(store.segment(1), [whole.as_slice(), &[0; 4096], b"tail of a line\n"].concat()).unwrap();
    let mut disk = store.open();
    assert_eq!((all(&mut disk), disk.damage()), (facts, [].as_slice()));
    assert_eq!(fs::read(store.segment(1)).unwrap(), whole);
}

#[test]
fn a_damaged_line_is_named_and_passed_over() {
    let (store, facts) = Store::new().with(6, false);
    let whole = fs::read(store.segment(1)).unwrap();
    let breaks: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    for line in 2..=7_usize {
        for at in [breaks[line - 2] + 1, breaks[line - 2] + 12, breaks[line - 1] - 1] {
            let mut bytes = whole.clone();
            bytes[at] ^= 4;
            fs::write(store.segment(1), bytes).unwrap();
            fs::remove_dir_all(store.sled()).ok();
            store.forget_marks();
            let mut disk = store.open();
            let mut left = facts.clone();
            left.remove(line - 2);
            assert_eq!(all(&mut disk), left);
            let number = line as u64 - 1;
            let mut named = vec![Damage { segment: 1, line: line as u64, harm: Harm::Line }];
            // The last number is not known to have been given.
            let lost = Damage { segment: 0, line: 0, harm: Harm::Lost { first: number, last: number } };
            named.extend((number < 6).then_some(lost));
            assert_eq!(disk.damage(), named);
            let again = sample(&disk, 1);
            let number = again[0].id.seq;
            assert_eq!(number, if line == 7 { 6 } else { 7 });
            disk.record(&again).unwrap();
            drop(disk);
            assert_eq!(all(&mut store.open()).len(), 6);
        }
    }
}

#[test]
fn a_header_that_is_lost_costs_no_fact() {
    let (store, facts) = Store::small_segments().with(1, false);
    let mut disk = store.open();
    let more = sample(&disk, 20);
    for fact in &more {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    let last = disk.position().segment;
    drop(disk);
    let facts = [facts, more].concat();
    for segment in [1, 2, last] {
        let whole = fs::read(store.segment(segment)).unwrap();
        let mut bytes = whole.clone();
        bytes[3] ^= 1;
        fs::write(store.segment(segment), bytes).unwrap();
        store.forget_marks();
        let mut disk = store.open();
        assert_eq!((all(&mut disk), disk.last().seq), (facts.clone(), 21));
        assert_eq!(disk.damage(), [Damage { segment, line: 1, harm: Harm::Header }]);
        drop(disk);
        fs::write(store.segment(segment), whole).unwrap();
    }
}

#[test]
fn a_segment_that_is_gone_is_named() {
    let (store, _) = Store::small_segments().with(30, false);
    let mut disk = store.open();
    disk.record(&sample(&disk, 1)).unwrap();
    assert!(disk.position().segment > 1);
    drop(disk);
    fs::remove_file(store.segment(1)).unwrap();
    fs::remove_file(store.root().join("gen-0001/echo")).unwrap();
    let mut disk = store.open();
    assert_eq!(all(&mut disk).len(), 1);
    let lost = Damage { segment: 0, line: 0, harm: Harm::Lost { first: 1, last: 30 } };
    assert_eq!(disk.damage(), [Damage { segment: 1, line: 0, harm: Harm::Gone }, lost]);
}

#[test]
fn a_line_of_a_newer_meaning_is_named() {
    let (store, facts) = Store::new().with(2, false);
    let json = r#"{"id":{"device":1,"seq":9},"stamp":5,"act":"00000000000000000000000001","author":"","recorded_at":0,"day":"2026-11-22","statements":[{"set":{"about":3}}]}"#;
    let mut bytes = fs::read(store.segment(1)).unwrap();
    bytes.extend(format!("{:08x} {json}\n", crc32fast::hash(json.as_bytes())).bytes());
    fs::write(store.segment(1), bytes).unwrap();
    let mut disk = store.open();
    assert_eq!(all(&mut disk), facts);
    assert_eq!(disk.damage(), [Damage { segment: 1, line: 4, harm: Harm::Meaning }]);
}

#[test]
fn a_fact_kept_twice_is_kept_once() {
    let (store, facts) = Store::new().with(4, false);
    let mut disk = store.open();
    let end = disk.position();
    assert_eq!(disk.record(&facts), Ok(end));
    assert_eq!(disk.record(&facts[1..2]), Ok(end));
    let more = sample(&disk, 2);
    let both = [facts.clone(), more.clone(), more.clone()].concat();
    disk.record(&both).unwrap();
    assert_eq!(all(&mut disk), [facts, more].concat());
}

#[test]
fn another_fact_under_a_known_id_is_refused() {
    let (store, facts) = Store::new().with(4, false);
    let mut disk = store.open();
    let mut other = facts[2].clone();
    other.author = "Karim".into();
    assert_eq!(disk.record(&[other.clone()]), Err(Failure::Refused(Cause::Conflict(other.id))));
    assert_eq!(all(&mut disk), facts);
}

#[test]
fn numbers_of_this_device_have_no_gaps() {
    let (store, _) = Store::new().with(4, false);
    let mut disk = store.open();
    let mut gap = sample(&disk, 1);
    gap[0].id.seq += 1;
    assert_eq!(disk.record(&gap), Err(Failure::Refused(Cause::Gap { expected: 5, found: 6 })));
    let foreign = [fact(77, 10, vec![set(contact(1), "x")]), fact(77, 4, vec![set(contact(1), "y")])];
    disk.record(&foreign).unwrap();
    assert_eq!(all(&mut disk)[4..], foreign);
    assert_eq!(disk.last().seq, 4);
}

#[test]
fn a_fact_too_long_for_a_line_is_refused_whole() {
    let (store, facts) = Store::new().with(1, false);
    let mut disk = store.open();
    let mut long = sample(&disk, 2);
    long[1].statements = vec![set(contact(1), &"x".repeat(1 << 20))];
    let Err(Failure::Refused(Cause::TooLong { .. })) = disk.record(&long) else { panic!("took it") };
    assert_eq!(all(&mut disk), facts);
    long[1].statements = vec![set(contact(1), &"x".repeat(1 << 16)), set(contact(2), &"\u{7f}é\"\\\n".repeat(9000))];
    disk.record(&long).unwrap();
    catch_up(&mut disk);
    assert_whole(&mut disk, &[facts, long].concat());
}

#[test]
fn nothing_recorded_is_fine() {
    let store = Store::new();
    let mut disk = store.open();
    let end = disk.position();
    assert_eq!(disk.record(&[]), Ok(end));
}

#[test]
fn unknown_statements_survive_to_the_letter() {
    let store = Store::new();
    let mut disk = store.open();
    let device = disk.last().device;
    let json = format!(
        r#"{{"id":{{"device":{device},"seq":1}},"stamp":65536,"act":"00000000000000000000000001","author":"Zoé","recorded_at":0,"day":"2026-11-22","statements":[{{"sang":{{"loud":  1.50e2, "é":[1,  2]}}}},{{"set":{{"about":"contact:00000000000000000000000002","field":"f","value":{{"text":"\u0000"}}}}}}]}}"#
    );
    let fact: vigie::sales::fact::Fact = serde_json::from_str(&json).unwrap();
    let text = serde_json::to_string(&fact).unwrap();
    assert!(matches!(fact.statements[0], Statement::Unknown(_)));
    disk.record(std::slice::from_ref(&fact)).unwrap();
    let Statement::Set(said) = &fact.statements[1] else { panic!() };
    let by_journal = disk.facts_of(said.about).unwrap();
    catch_up(&mut disk);
    fs::remove_file(store.segment(1)).unwrap();
    let by_sled = disk.facts_of(said.about);
    for found in [by_journal, by_sled.unwrap()] {
        assert_eq!(serde_json::to_string(&found[0]).unwrap(), text);
    }
    assert!(text.contains(r#"{"loud":  1.50e2, "é":[1,  2]}"#));
}

#[test]
fn a_line_break_inside_an_unknown_statement_does_not_break_the_line() {
    let store = Store::new();
    let mut disk = store.open();
    let mut fact = fact(disk.last().device, 1, vec![]);
    let raw = serde_json::value::RawValue::from_string("{\"sang\":\r\n {\"loud\":\n1}}".into()).unwrap();
    fact.statements = vec![Statement::Unknown(vigie::sales::fact::Unknown(raw))];
    disk.record(&[fact]).unwrap();
    drop(disk);
    let mut disk = store.open();
    let Statement::Unknown(kept) = &all(&mut disk)[0].statements[0] else { panic!() };
    assert_eq!(kept.0.get(), "{\"sang\":{\"loud\": 1}}");
}

#[test]
fn the_shortcut_is_only_a_shortcut() {
    let (store, facts) = Store::small_segments().with(30, true);
    let marks = store.root().join("gen-0001/marks");
    let good = fs::read(&marks).unwrap();
    let mut flipped = good.clone();
    flipped[20] ^= 1;
    for bytes in [b"".as_slice(), b"garbage", &good[..good.len() - 1], &flipped] {
        fs::write(&marks, bytes).unwrap();
        let mut disk = store.open();
        assert_eq!((disk.last().seq, disk.last().stamp), (30, Stamp(1_000_000 + 210)));
        assert_whole(&mut disk, &facts);
        assert_eq!(disk.damage(), []);
    }
}

#[test]
fn a_journal_shorter_than_it_was_is_named() {
    let (store, facts) = Store::new().with(6, true);
    fs::remove_dir_all(store.sled()).unwrap();
    let whole = fs::read(store.segment(1)).unwrap();
    let last = whole[..whole.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    fs::write(store.segment(1), &whole[..last]).unwrap();
    let mut disk = store.open();
    assert_eq!(all(&mut disk), facts[..5]);
    let known = Position { segment: 1, offset: whole.len() as u64 };
    let lost = Damage { segment: 0, line: 0, harm: Harm::Lost { first: 6, last: 6 } };
    assert_eq!(disk.damage(), [Damage { segment: 1, line: 0, harm: Harm::Short { known } }, lost]);
}

#[test]
fn an_act_is_known_by_any_of_its_facts() {
    let store = Store::new();
    let mut disk = store.open();
    let facts = sample(&disk, 5);
    assert!(!disk.has_act(facts[0].act).unwrap());
    disk.record(&facts[..4]).unwrap();
    for followed in [false, true] {
        assert!(disk.has_act(facts[0].act).unwrap() && disk.has_act(facts[3].act).unwrap());
        assert!(!disk.has_act(facts[4].act).unwrap(), "{followed}");
        catch_up(&mut disk);
    }
    assert_eq!(facts[0].id, FactId { device: disk.last().device, seq: 1 });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// Whatever stands in a segment, between good lines or alone, is read, named or cut; what was good stays.
    #[test]
    fn bytes_of_any_kind_in_the_journal_never_break_the_reader(
        bytes in prop::collection::vec(prop_oneof![any::<u8>(), Just(b'\n'), Just(b' '), Just(b'{')], 0..300),
        after in 0_usize..6,
        ends in any::<bool>(),
    ) {
        let (store, facts) = Store::new().with(5, false);
        let whole = fs::read(store.segment(1)).unwrap();
        let breaks: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
        let (head, tail) = whole.split_at(breaks[after] + 1);
        let break_after = if ends { &b"\n"[..] } else { &b""[..] };
        fs::write(store.segment(1), [head, &bytes, break_after, tail].concat()).unwrap();
        store.forget_marks();
        let mut disk = store.open();
        let found = all(&mut disk);
        let good = if ends || bytes.is_empty() || bytes.last() == Some(&b'\n') { 5 } else { 4 };
        prop_assert!(found.len() >= good && found.iter().all(|fact| facts.contains(fact)), "{:?}", disk.damage());
        let more = sample(&disk, 1);
        let recorded = disk.record(&more);
        prop_assert!(recorded.is_ok(), "{recorded:?}");
    }
}
