//! A disk that fails: full, short, deaf. The journal's promise at each failure.

use std::{
    fs::OpenOptions,
    io,
    sync::{Arc, Mutex},
};

use super::{Store, all, assert_whole, fact, holder, sample, set};
use vigie::log::{Cause, Disk, Failure, Log, MemoryLog, disk::Tools, platter::Platter};

/// What is to fail next; each failure happens once.
#[derive(Clone, Copy, Default)]
struct Plan {
    /// Writes that still succeed; then one writes `half` of its bytes and the next says `error`.
    write: Option<(u32, io::ErrorKind)>,
    sync: Option<(u32, io::ErrorKind)>,
    cut: Option<io::ErrorKind>,
    open: Option<io::ErrorKind>,
    /// Every write takes at most this many bytes.
    short: Option<usize>,
}

#[derive(Clone, Default)]
struct Bad(Arc<Mutex<Plan>>);

struct BadPlatter {
    file: std::fs::File,
    plan: Bad,
}

impl Bad {
    fn plan(&self, plan: Plan) {
        *self.0.lock().unwrap() = plan;
    }

    fn tools(&self, segment: u64) -> Tools {
        let plan = self.clone();
        let open = move |path: &std::path::Path| {
            if let Some(kind) = plan.0.lock().unwrap().open.take() {
                return Err(kind.into());
            }
            let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            Ok(Box::new(BadPlatter { file, plan: plan.clone() }) as Box<dyn Platter>)
        };
        Tools { open: Box::new(open), segment }
    }

    fn open(&self, store: &Store) -> Disk {
        Disk::open_with(&store.root(), &holder(), self.tools(store.segment)).unwrap()
    }
}

fn due(what: &mut Option<(u32, io::ErrorKind)>) -> io::Result<bool> {
    match what {
        Some((0, kind)) => {
            let kind = *kind;
            *what = None;
            Err(kind.into())
        }
        Some((left, _)) => {
            *left -= 1;
            Ok(*left == 0)
        }
        None => Ok(false),
    }
}

impl Platter for BadPlatter {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        let mut plan = self.plan.0.lock().unwrap();
        let half = due(&mut plan.write)?;
        let length = if half { bytes.len() / 2 } else { bytes.len().min(plan.short.unwrap_or(usize::MAX)) };
        Platter::write_at(&mut self.file, offset, &bytes[..length])
    }

    fn sync(&mut self) -> io::Result<()> {
        due(&mut self.plan.0.lock().unwrap().sync)?;
        self.file.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        match self.plan.0.lock().unwrap().cut.take() {
            Some(kind) => Err(kind.into()),
            None => self.file.set_len(length),
        }
    }
}

const FULL: io::ErrorKind = io::ErrorKind::StorageFull;

#[test]
fn a_full_disk_refuses_and_changes_nothing() {
    for (kind, cause) in [
        (FULL, Cause::Full),
        (io::ErrorKind::QuotaExceeded, Cause::Full),
        (io::ErrorKind::ReadOnlyFilesystem, Cause::ReadOnly),
    ] {
        let (store, facts) = Store::new().with(3, false);
        let bad = Bad::default();
        let mut disk = bad.open(&store);
        let length = store.segment(1).metadata().unwrap().len();
        let (position, more) = (disk.position(), sample(&disk, 2));
        for at in [0, 1] {
            bad.plan(Plan { write: Some((at, kind)), ..Plan::default() });
            assert_eq!(disk.record(&more), Err(Failure::Refused(cause.clone())));
            assert_eq!(store.segment(1).metadata().unwrap().len(), length);
            assert_eq!((disk.position(), disk.last().seq), (position, 3));
            assert!(!disk.has_act(more[0].act).unwrap());
        }
        disk.record(&more).unwrap();
        assert_whole(&mut disk, &[facts, more].concat());
    }
}

#[test]
fn a_write_refused_at_its_first_byte_changed_nothing_even_where_nothing_can_be_cut() {
    let (store, facts) = Store::new().with(3, false);
    let bad = Bad::default();
    let mut disk = bad.open(&store);
    let more = sample(&disk, 1);
    let kind = io::ErrorKind::ReadOnlyFilesystem;
    bad.plan(Plan { write: Some((0, kind)), cut: Some(kind), ..Plan::default() });
    assert_eq!(disk.record(&more), Err(Failure::Refused(Cause::ReadOnly)));
    disk.record(&more).unwrap();
    assert_whole(&mut disk, &[facts, more].concat());
}

#[test]
fn short_writes_are_carried_on() {
    let store = Store::small_segments();
    let bad = Bad::default();
    bad.plan(Plan { short: Some(7), ..Plan::default() });
    let mut disk = bad.open(&store);
    let facts = sample(&disk, 12);
    for fact in &facts {
        disk.record(std::slice::from_ref(fact)).unwrap();
    }
    drop(disk);
    assert_whole(&mut store.open(), &facts);
}

#[test]
fn a_write_that_takes_nothing_is_refused() {
    let (store, facts) = Store::new().with(1, false);
    let bad = Bad::default();
    let mut disk = bad.open(&store);
    bad.plan(Plan { short: Some(0), ..Plan::default() });
    let Err(Failure::Refused(Cause::Io { kind, .. })) = disk.record(&sample(&disk, 1)) else { panic!("took it") };
    assert_eq!(kind, io::ErrorKind::WriteZero);
    assert_eq!(all(&mut disk), facts);
}

#[test]
fn a_deaf_disk_is_uncertain_until_reopened() {
    let (store, facts) = Store::new().with(3, false);
    let bad = Bad::default();
    let mut disk = bad.open(&store);
    let more = sample(&disk, 1);
    bad.plan(Plan { sync: Some((0, io::ErrorKind::Other)), ..Plan::default() });
    let Err(Failure::Uncertain(Cause::Io { .. })) = disk.record(&more) else { panic!("certain") };
    assert_eq!(disk.record(&more), Err(Failure::Refused(Cause::Unsettled)));
    assert_eq!(all(&mut disk), facts);
    drop(disk);
    let mut disk = store.open();
    let there = disk.has_act(more[0].act).unwrap();
    assert_eq!(all(&mut disk).len(), 3 + usize::from(there));
    disk.record(&more).unwrap();
    assert_whole(&mut disk, &[facts, more].concat());
}

#[test]
fn a_refusal_that_cannot_be_taken_back_is_uncertain() {
    for plan in [
        Plan { write: Some((1, FULL)), cut: Some(FULL), ..Plan::default() },
        Plan { write: Some((1, FULL)), sync: Some((0, FULL)), ..Plan::default() },
        Plan { sync: Some((0, FULL)), cut: Some(FULL), ..Plan::default() },
    ] {
        let (store, facts) = Store::new().with(3, false);
        let bad = Bad::default();
        let mut disk = bad.open(&store);
        let more = sample(&disk, 2);
        bad.plan(plan);
        assert_eq!(disk.record(&more), Err(Failure::Uncertain(Cause::Full)));
        assert_eq!(disk.record(&more), Err(Failure::Refused(Cause::Unsettled)));
        drop(disk);
        let mut disk = store.open();
        let kept = all(&mut disk);
        let both = [facts, more.clone()].concat();
        assert_eq!(kept, both[..kept.len()]);
        assert_eq!(disk.has_act(more[0].act).unwrap(), kept.len() > 3);
        disk.record(&more).unwrap();
        assert_whole(&mut disk, &both);
    }
}

#[test]
fn a_segment_that_cannot_be_begun_refuses_and_is_taken_away() {
    for plan in [
        Plan { open: Some(FULL), ..Plan::default() },
        Plan { write: Some((0, FULL)), ..Plan::default() },
        Plan { write: Some((1, FULL)), ..Plan::default() },
        Plan { cut: Some(FULL), ..Plan::default() },
        Plan { sync: Some((0, FULL)), ..Plan::default() },
    ] {
        let (store, facts) = Store::small_segments().with(10, false);
        let bad = Bad::default();
        let mut disk = bad.open(&store);
        assert!(store.segment(1).metadata().unwrap().len() >= store.segment && !store.segment(2).exists());
        let more = sample(&disk, 2);
        bad.plan(plan);
        assert_eq!(disk.record(&more), Err(Failure::Refused(Cause::Full)));
        assert!(!store.segment(2).exists());
        disk.record(&more).unwrap();
        assert!(store.segment(2).exists());
        let facts = [facts, more].concat();
        assert_whole(&mut disk, &facts);
        drop(disk);
        assert_whole(&mut store.open(), &facts);
    }
}

#[test]
fn a_disk_that_fails_at_the_start_says_why() {
    let (store, facts) = Store::new().with(2, false);
    let whole = std::fs::read(store.segment(1)).unwrap();
    std::fs::write(store.segment(1), &whole[..whole.len() - 5]).unwrap();
    store.forget_marks();
    for plan in [
        Plan { open: Some(FULL), ..Plan::default() },
        Plan { cut: Some(FULL), ..Plan::default() },
        Plan { sync: Some((0, FULL)), ..Plan::default() },
    ] {
        std::fs::write(store.segment(1), &whole[..whole.len() - 5]).unwrap();
        let bad = Bad::default();
        bad.plan(plan);
        assert_eq!(Disk::open_with(&store.root(), &holder(), bad.tools(1 << 20)).err(), Some(Cause::Full));
    }
    assert_eq!(all(&mut store.open()), facts[..1]);
}

#[test]
fn the_log_in_memory_fails_when_told_to() {
    let mut log = MemoryLog::new(7);
    let facts = sample(&log, 4);
    log.refuse_next(Cause::Full);
    assert_eq!(log.record(&facts[..1]), Err(Failure::Refused(Cause::Full)));
    assert_eq!(all(&mut log), []);
    let middle = log.record(&facts[..2]).unwrap();
    log.uncertain_next(Cause::Full);
    assert_eq!(log.record(&facts[2..3]), Err(Failure::Uncertain(Cause::Full)));
    assert_eq!(log.record(&facts[2..3]), Err(Failure::Refused(Cause::Unsettled)));
    log.reopen();
    assert!(log.has_act(facts[2].act).unwrap());
    log.record(&facts).unwrap();
    assert_eq!(super::from(&mut log, middle), facts[2..]);
    assert_eq!(log.facts_of(super::contact(2)).unwrap(), super::expected(&facts, super::contact(2)));
    let other = fact(7, 2, vec![set(super::contact(1), "other")]);
    assert_eq!(log.record(&[other]), Err(Failure::Refused(Cause::Conflict(facts[1].id))));
    let gap = fact(7, 9, vec![]);
    assert_eq!(log.record(&[gap]), Err(Failure::Refused(Cause::Gap { expected: 5, found: 9 })));
}
