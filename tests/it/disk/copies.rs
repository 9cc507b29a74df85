//! sled and the journal: whichever is damaged, nothing that either has is lost, and answers stay right.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proptest::prelude::*;
use vigie::{
    log::{Damage, Harm, Idle, Log, Old, Position},
    sales::fact::{Fact, Target},
};

use super::{Store, all, assert_whole, catch_up, contact, deal, expected, fact, sample, set, settle_in};

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn flip(path: &Path, bit: usize) {
    let mut bytes = fs::read(path).unwrap();
    if bytes.is_empty() {
        return;
    }
    let at = bit / 8 % bytes.len();
    bytes[at] ^= 1 << (bit % 8);
    fs::write(path, bytes).unwrap();
}

/// Numbers without end that are the same every time.
fn numbers(seed: u64) -> impl FnMut() -> usize {
    let mut state = seed;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    }
}

fn sled_was_damaged(disk: &dyn Log) -> bool {
    disk.damage().iter().any(|damage| damage.harm == Harm::Sled)
}

#[test]
fn answers_are_right_before_during_and_after_sled_follows() {
    let store = Store::small_segments();
    let mut disk = store.open();
    let mut facts = Vec::new();
    for round in 0..5 {
        let more = sample(&disk, 9);
        disk.record(&more).unwrap();
        facts.extend(more);
        assert_whole(&mut disk, &facts);
        if round % 2 == 0 {
            catch_up(&mut disk);
            assert_whole(&mut disk, &facts);
        }
    }
    assert!(!sled_was_damaged(&disk));
}

#[test]
fn a_chunk_at_a_time() {
    let store = Store::new();
    let mut disk = store.open();
    let facts: Vec<Fact> = (1..=2500).map(|seq| fact(disk.last().device, seq, vec![set(contact(seq), "x")])).collect();
    disk.record(&facts).unwrap();
    assert_eq!(disk.idle(), Ok(Idle::More));
    assert_eq!(disk.facts_of(contact(900)).unwrap(), facts[899..900]);
    assert_eq!(disk.facts_of(contact(2400)).unwrap(), facts[2399..2400]);
    assert_eq!(disk.idle(), Ok(Idle::More));
    assert_eq!(disk.idle(), Ok(Idle::Done));
    assert_eq!(disk.idle(), Ok(Idle::Done));
    assert_eq!(disk.facts_of(contact(2400)).unwrap(), facts[2399..2400]);
}

#[test]
fn an_act_is_found_whole_wherever_its_facts_stand() {
    let store = Store::small_segments();
    let mut disk = store.open();
    let mut facts = Vec::new();
    for round in 0..6_u64 {
        let mut more = sample(&disk, 7);
        for (n, fact) in (0..).zip(&mut more) {
            // One act goes on through every round, others are short.
            fact.act.0.0 = if n % 2 == 0 { 1 } else { u128::from(100 + round) };
        }
        disk.record(&more).unwrap();
        facts.extend(more);
        assert_whole(&mut disk, &facts);
        if round % 2 == 1 {
            catch_up(&mut disk);
            assert_whole(&mut disk, &facts);
        }
    }
    drop(disk);
    let mut disk = store.open();
    assert_whole(&mut disk, &facts);
    let unknown = vigie::sales::fact::ActId(vigie::sales::entity::Id(55));
    assert_eq!(disk.facts_under(Target::Act(unknown)).unwrap(), []);
    assert!(!disk.has_act(unknown).unwrap());
}

#[test]
fn stamps_decide_the_order() {
    let store = Store::new();
    let mut disk = store.open();
    let mut facts: Vec<Fact> = (1..=9).map(|seq| fact(99, seq, vec![set(contact(1), "x")])).collect();
    for (n, fact) in facts.iter_mut().enumerate() {
        fact.stamp.0 = [5, 3, 9, 1, 7, 7, 2, 8, 4][n] << 40;
    }
    for one in &facts {
        disk.record(std::slice::from_ref(one)).unwrap();
        catch_up(&mut disk);
    }
    assert_eq!(disk.facts_of(contact(1)).unwrap(), expected(&facts, contact(1)));
    assert_eq!(disk.last().stamp.0, 9 << 40);
}

#[test]
fn a_half_made_snapshot_of_sled_is_taken_away() {
    for bytes in [b"".as_slice(), &[7; 99]] {
        let (store, facts) = Store::new().with(20, true);
        let half = store.sled().join("snap.0000000000000123.generating");
        fs::write(&half, bytes).unwrap();
        let mut disk = store.open();
        assert_whole(&mut disk, &facts);
        assert!(!half.exists());
        assert!(!sled_was_damaged(&disk));
    }
}

#[test]
fn a_sled_that_is_gone_or_garbage_is_built_anew() {
    let ways: [fn(&Path); 4] = [
        |sled| fs::remove_dir_all(sled).unwrap(),
        |sled| fs::write(sled.join("db"), [0x5A; 9999]).unwrap(),
        |sled| fs::write(sled.join("db"), []).unwrap(),
        |sled| {
            fs::remove_dir_all(sled).unwrap();
            fs::write(sled, "a file").unwrap();
        },
    ];
    for (n, way) in ways.into_iter().enumerate() {
        let (store, facts) = Store::new().with(40, true);
        way(&store.sled());
        let mut disk = store.open();
        assert_whole(&mut disk, &facts);
        assert_eq!(sled_was_damaged(&disk), n != 0, "{n}");
        catch_up(&mut disk);
        assert_whole(&mut disk, &facts);
        drop(disk);
        let mut disk = store.open();
        assert_whole(&mut disk, &facts);
        assert_eq!(disk.damage(), []);
        assert_eq!(fs::read_dir(store.root().join("quarantine")).unwrap().count(), usize::from(n != 0));
    }
}

#[test]
fn any_damage_to_sleds_files_costs_nothing() {
    let (store, facts) = Store::new().with(60, true);
    drop(store.open().facts_of(contact(1)));
    let clean: Vec<(PathBuf, Vec<u8>)> =
        files(&store.sled()).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    let mut next = numbers(20_261_122);
    for round in 0..48 {
        fs::remove_dir_all(store.sled()).unwrap();
        for (path, bytes) in &clean {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let (path, bytes) = &clean[next() % clean.len()];
        match round % 4 {
            0 => flip(path, next()),
            1 => fs::write(path, &bytes[..next() % (bytes.len() + 1)]).unwrap(),
            2 => fs::remove_file(path).unwrap(),
            _ => (0..8).for_each(|_| flip(path, next())),
        }
        let mut disk = store.open();
        let more = all(&mut disk);
        assert_eq!(more, facts, "round {round}, {}", path.display());
        for about in (0..12).map(contact).chain((0..7).map(deal)) {
            let found = disk.facts_of(about).unwrap();
            let wanted = expected(&facts, about);
            // A flipped bit can make sled forget an entry without a word; only the full comparison finds that.
            assert!(found == wanted || found.iter().all(|fact| wanted.contains(fact)), "round {round}");
        }
        disk.check_all().unwrap();
        assert_whole(&mut disk, &facts);
        catch_up(&mut disk);
        assert_whole(&mut disk, &facts);
        disk.check_all().unwrap();
        assert_whole(&mut disk, &facts);
    }
}

#[test]
fn a_sled_ahead_gives_back_what_the_journal_lost() {
    let (store, facts) = Store::new().with(30, true);
    let whole = fs::read(store.segment(1)).unwrap();
    let breaks: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    for lines in [30, 17, 1, 0] {
        for keep_marks in [true, false] {
            let length = if lines == 0 { 0 } else { breaks[lines - 1] + 1 };
            let store = clone(&store);
            fs::write(store.segment(1), &whole[..length]).unwrap();
            if !keep_marks {
                store.forget_marks();
            }
            let mut disk = store.open();
            disk.settle().unwrap();
            assert_eq!(disk.last().seq, 30);
            assert_eq!(disk.healed(), 31 - lines.max(1) as u64);
            assert_whole(&mut disk, &facts);
            let more = sample(&disk, 3);
            disk.record(&more).unwrap();
            catch_up(&mut disk);
            drop(disk);
            fs::remove_dir_all(store.sled()).unwrap();
            assert_whole(&mut store.open(), &[facts.clone(), more].concat());
        }
    }
}

#[test]
fn what_sled_has_not_followed_comes_back_too() {
    let (store, facts) = Store::new().with(30, true);
    let mut disk = store.open();
    let more = sample(&disk, 9);
    for fact in &more {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    Box::new(disk).close().unwrap();
    let facts = [facts, more].concat();
    let whole = fs::read(store.segment(1)).unwrap();
    let breaks: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    let damages: [(&str, Vec<u8>); 4] = [
        ("flipped", {
            let mut bytes = whole.clone();
            bytes[breaks[35] + 40] ^= 4;
            bytes
        }),
        ("cut between two lines", whole[..=breaks[33]].to_vec()),
        ("cut within one", whole[..breaks[36] + 99].to_vec()),
        ("empty", Vec::new()),
    ];
    for (what, bytes) in damages {
        for keep_marks in [true, false] {
            let store = clone(&store);
            fs::write(store.segment(1), &bytes).unwrap();
            if !keep_marks {
                fs::remove_file(store.root().join("gen-0001/marks")).unwrap();
            }
            let mut disk = store.open();
            disk.check_all().unwrap();
            assert_whole(&mut disk, &facts);
            assert!(!disk.damage().is_empty(), "{what}");
            catch_up(&mut disk);
            drop(disk);
            assert!(!store.root().join("gen-0001/echo").exists(), "{what}: sled has it");
        }
    }
}

#[test]
fn an_echo_of_another_store_or_half_of_one_says_nothing_of_this_one() {
    let (store, facts) = Store::new().with(6, false);
    let (other, _) = Store::new().with(9, false);
    let echo = |store: &Store| store.root().join("gen-0001/echo");
    let whole = fs::read(echo(&store)).unwrap();
    for bytes in [fs::read(echo(&other)).unwrap(), whole[..whole.len() / 2].to_vec(), vec![b'x'; 5000], Vec::new()] {
        let store = clone(&store);
        fs::write(echo(&store), bytes).unwrap();
        let mut disk = store.open();
        disk.check_all().unwrap();
        assert_eq!(disk.damage(), []);
        assert_whole(&mut disk, &facts);
        // Half a line does not spoil what is repeated after it.
        let more = sample(&disk, 1);
        disk.record(&more).unwrap();
        drop(disk);
        let bytes = fs::read(store.segment(1)).unwrap();
        let cut = bytes.len() - 20;
        fs::write(store.segment(1), [&bytes[..cut], b"XX", &bytes[cut + 2..]].concat()).unwrap();
        fs::remove_file(store.root().join("gen-0001/marks")).ok();
        let mut disk = store.open();
        disk.settle().unwrap();
        assert_whole(&mut disk, &[facts.clone(), more].concat());
    }
}

#[test]
fn what_no_copy_has_is_named_at_every_start_until_it_is_repaired() {
    let (store, facts) = Store::new().with(12, false);
    let mut bytes = fs::read(store.segment(1)).unwrap();
    let line = bytes.windows(8).position(|word| word == b"\"seq\":5}").unwrap();
    bytes[line] ^= 1;
    fs::write(store.segment(1), bytes).unwrap();
    store.forget_marks();
    for _ in 0..3 {
        let mut disk = store.open();
        disk.settle().unwrap();
        let lost = Damage { segment: 0, line: 0, harm: Harm::Lost { first: 5, last: 5 } };
        assert!(disk.damage().contains(&lost), "{:?}", disk.damage());
        catch_up(&mut disk);
        Box::new(disk).close().unwrap();
    }
    let mut disk = store.open();
    disk.renew(Old::Keep, &mut Some).unwrap();
    Box::new(disk).close().unwrap();
    let mut disk = store.open();
    disk.check_all().unwrap();
    assert_eq!(disk.damage(), []);
    assert_eq!(all(&mut disk).len(), facts.len() - 1);
}

#[test]
fn a_first_record_waits_for_what_sled_gives_back() {
    let (store, facts) = Store::new().with(30, true);
    fs::remove_dir_all(store.journal()).unwrap();
    store.forget_marks();
    let mut disk = store.open();
    assert_eq!(disk.last().device, facts[0].id.device);
    let mut early = sample(&disk, 1);
    assert_eq!(early[0].id.seq, 1);
    early[0].author = "Karim".into();
    let refused = disk.record(&early).unwrap_err();
    assert!(matches!(refused.cause(), vigie::log::Cause::Conflict(_)));
    assert_eq!(disk.last().seq, 30);
    let more = sample(&disk, 1);
    disk.record(&more).unwrap();
    assert_whole(&mut disk, &[facts, more].concat());
}

#[test]
fn a_damaged_line_comes_back_from_sled() {
    let (store, facts) = Store::new().with(12, true);
    let whole = fs::read(store.segment(1)).unwrap();
    let mut next = numbers(5);
    let header = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    for round in 0..40 {
        let store = clone(&store);
        let mut bytes = whole.clone();
        let at = header + next() % (bytes.len() - header);
        bytes[at] ^= 1 << (next() % 8);
        fs::write(store.segment(1), &bytes).unwrap();
        let mut disk = store.open();
        assert_whole(&mut disk, &facts);
        let named = |damage: &Damage| damage.segment == 1 && damage.line > 1 && damage.harm == Harm::Line;
        assert!(!disk.damage().is_empty() && disk.damage().iter().all(named), "round {round}: {:?}", disk.damage());
        let more = sample(&disk, 1);
        disk.record(&more).unwrap();
        let facts = [facts.clone(), more].concat();
        catch_up(&mut disk);
        assert_whole(&mut disk, &facts);
        drop(disk);
        // Even with sled gone for good, what it gave back stays.
        fs::remove_dir_all(store.sled()).unwrap();
        assert_whole(&mut store.open(), &facts);
    }
}

#[test]
fn a_segment_that_is_gone_comes_back_from_sled() {
    let store = Store::small_segments();
    let mut disk = store.open();
    let facts = sample(&disk, 40);
    for fact in &facts {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    catch_up(&mut disk);
    let last = disk.position().segment;
    drop(disk);
    for gone in [1, 3, last] {
        let store = clone(&store);
        fs::remove_file(store.segment(gone)).unwrap();
        let mut disk = store.open();
        assert_whole(&mut disk, &facts);
        assert_eq!(disk.last().seq, 40);
        assert!(disk.healed() > 0);
    }
}

#[test]
fn what_neither_copy_has_is_named_and_nothing_else_is_lost() {
    let (store, facts) = Store::new().with(12, false);
    let mut bytes = fs::read(store.segment(1)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(store.segment(1), bytes).unwrap();
    store.forget_marks();
    let mut disk = store.open();
    let left = all(&mut disk);
    assert_eq!(left.len(), 11);
    assert!(left.iter().all(|fact| facts.contains(fact)));
    let [line, lost] = disk.damage() else { panic!("{:?}", disk.damage()) };
    assert!(matches!(line, Damage { segment: 1, harm: Harm::Line, .. }));
    assert!(matches!(lost.harm, Harm::Lost { first, last } if first == last));
    assert_whole(&mut disk, &left);
}

#[test]
fn a_sled_that_hung_is_moved_at_the_next_start() {
    let (store, facts) = Store::new().with(9, true);
    let note = store.root().join("gen-0001/sled-hung");
    fs::write(&note, "").unwrap();
    let mut disk = store.open();
    assert_whole(&mut disk, &facts);
    assert!(!note.exists());
    assert!(store.root().join("quarantine/sled-0001/db").exists());
}

#[test]
fn a_sled_of_another_store_is_not_believed() {
    let (store, facts) = Store::new().with(9, true);
    let (other, _) = Store::new().with(5, true);
    fs::remove_dir_all(store.sled()).unwrap();
    copy(&other.sled(), &store.sled());
    let mut disk = store.open();
    disk.settle().unwrap();
    catch_up(&mut disk);
    for about in (0..12).map(contact) {
        let found = disk.facts_of(about).unwrap();
        let own: Vec<Fact> = found.into_iter().filter(|fact| fact.id.device == facts[0].id.device).collect();
        assert_eq!(own, expected(&facts, about));
    }
}

#[test]
fn a_sled_of_another_store_that_says_the_same_last_is_not_believed_either() {
    let of = |device: u64| {
        let store = Store::new();
        fs::create_dir(store.root()).unwrap();
        fs::write(store.root().join("FORMAT"), format!("vigie-store 1\ndevice {device}\n")).unwrap();
        let mut disk = store.open();
        let facts = vec![fact(device, 1, vec![set(contact(0), &"mot à mot ".repeat(80))])];
        disk.record(&facts).unwrap();
        catch_up(&mut disk);
        Box::new(disk).close().unwrap();
        (store, facts)
    };
    let ((store, facts), (other, _)) = (of(7), of(8));
    fs::remove_dir_all(store.sled()).unwrap();
    copy(&other.sled(), &store.sled());
    let mut disk = store.open();
    disk.check_all().unwrap();
    assert!(sled_was_damaged(&disk));
    let own = disk.facts_of(contact(0)).unwrap().into_iter().filter(|fact| fact.id.device == 7);
    assert_eq!(own.collect::<Vec<_>>(), facts);
}

#[test]
fn opening_does_not_wait_for_sled_nor_touch_it() {
    let (store, facts) = Store::new().with(9, true);
    fs::write(store.sled().join("db"), [0x5A; 9999]).unwrap();
    let mut disk = store.open();
    assert_eq!(all(&mut disk), facts);
    assert_eq!(disk.damage(), []);
    disk.warm();
    assert_whole(&mut disk, &facts);
    assert!(sled_was_damaged(&disk));
}

#[test]
fn reading_the_facts_from_any_place_survives_any_damage_to_the_journal() {
    let (store, facts) = Store::small_segments().with(30, false);
    let mut disk = store.open();
    disk.record(&sample(&disk, 30)).unwrap();
    drop(disk);
    let mut next = numbers(77);
    for _ in 0..60 {
        let store = clone(&store);
        for _ in 0..=next() % 4 {
            let path = store.segment(1 + (next() % 2) as u32);
            match next() % 3 {
                0 => flip(&path, next()),
                1 => {
                    let bytes = fs::read(&path).unwrap();
                    fs::write(&path, &bytes[..next() % (bytes.len() + 1)]).unwrap();
                }
                _ => fs::write(&path, [fs::read(&path).unwrap(), vec![0; next() % 50]].concat()).unwrap(),
            }
        }
        let Ok(mut disk) = store.try_open() else { continue };
        let position = Position { segment: 1, offset: (next() % 9000) as u64 };
        let _ = super::from(&mut disk, position);
        let found = all(&mut disk);
        assert!(found.len() <= 60 && facts.iter().filter(|fact| found.contains(fact)).count() <= 30);
        let again = sample(&disk, 1);
        disk.record(&again).unwrap();
        drop(disk);
        assert!(all(&mut store.open()).contains(&again[0]));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

fn clone(store: &Store) -> Store {
    let other = Store { segment: store.segment, ..Store::new() };
    copy(&store.root(), &other.root());
    settle_in(&other.root());
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn facts_of_equals_a_scan_of_the_journal(
        batches in prop::collection::vec((prop::collection::vec((0_u64..6, 0_u64..6, 0_u64..50), 0..8), 0_u8..4), 1..8)
    ) {
        let store = Store::small_segments();
        let mut disk = store.open();
        let mut facts = Vec::new();
        for (batch, then) in batches {
            let last = disk.last();
            let new: Vec<Fact> = (1..).zip(batch).map(|(n, (a, b, stamp))| {
                let mut fact = fact(last.device, last.seq + n, vec![set(contact(a), "x"), set(deal(b), "y")]);
                fact.stamp.0 = stamp;
                fact
            }).collect();
            disk.record(&new).unwrap();
            facts.extend(new);
            match then {
                0 => catch_up(&mut disk),
                1 => {
                    drop(disk);
                    disk = store.open();
                }
                2 => {
                    drop(disk);
                    fs::remove_dir_all(store.sled()).ok();
                    disk = store.open();
                }
                _ => {}
            }
            prop_assert_eq!(&all(&mut disk), &facts);
            for about in (0..6).map(contact).chain((0..6).map(deal)) {
                prop_assert_eq!(disk.facts_of(about).unwrap(), expected(&facts, about));
            }
        }
    }
}
