//! How fast the log is, beside the least a disk can do: `cargo bench --bench log`. Nothing is asserted.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run has nothing to say")]

use std::{
    fs::OpenOptions,
    io::Write,
    time::{Duration, Instant},
};

use vigie::{
    log::{Disk, Holder, Idle, Log, Position, Snapshot, SnapshotKey},
    sales::{
        entity::{Entity, Id, Kind},
        fact::{ActId, Channel, Direction, Exchanged, Fact, FactId, Set, Stamp, Statement, Value},
        moment::{Day, Moment},
    },
};

const FACTS: u64 = 100_000;
const BATCH: usize = 1000;
const COMMITS: u64 = 400;

fn contact(n: u64) -> Entity {
    Entity::known(Kind::Contact, Id((1 << 80) | u128::from(n)))
}

/// About 700 bytes as a line: what an imported row is.
fn row(device: u64, seq: u64) -> Fact {
    let about = contact(seq % (FACTS / 4));
    let set = |field: &str, text: String| Statement::Set(Set { about, field: field.into(), value: Value::Text(text) });
    Fact {
        id: FactId { device, seq },
        stamp: Stamp((1_795_000_000_000 + seq) << 16),
        act: ActId(Id((3 << 80) | u128::from(seq / 1000))),
        author: "Sandrine Lefèvre".into(),
        recorded_at: 1_795_000_000_000,
        day: Day(739_942),
        statements: vec![
            set("contact.given_name", format!("Marie {seq}")),
            set("contact.family_name", "Lefèvre-Duchemin".into()),
            set("contact.mobile", format!("+336{seq:08}")),
            Statement::Exchanged(Exchanged {
                about,
                deal: None,
                channel: Channel::Call,
                direction: Direction::Ours,
                outcome: None,
                note: "Intéressée par le devis, rappeler après les vacances scolaires".into(),
                when: Moment::from(Day(739_940)),
            }),
        ],
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn middle(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    (ms(times[times.len() / 2]), ms(times[times.len() * 99 / 100]))
}

fn time<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (start, busy) = (Instant::now(), processor());
    let result = work();
    println!(
        "{name:<44} {:>10.2} ms, of it at work {:>9.2}",
        ms(start.elapsed()),
        ms(processor().saturating_sub(busy))
    );
    result
}

/// How long this thread has held a processor: what other work on the machine does not change.
fn processor() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0))
}

fn open(root: &std::path::Path) -> Disk {
    Disk::open(root, &Holder::default()).unwrap()
}

fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name| status.lines().find(|line: &&str| line.starts_with(name)).unwrap_or("").to_owned();
    format!("{} · {}", line("VmRSS"), line("VmHWM"))
}

fn one_by_one(disk: &mut Disk, beside: &std::path::Path) {
    let mut raw = OpenOptions::new().create(true).append(true).open(beside.join("raw")).unwrap();
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..COMMITS {
        let last = disk.last();
        let fact = [row(last.device, last.seq + 1)];
        let start = Instant::now();
        disk.record(&fact).unwrap();
        ours.push(start.elapsed());
        let bytes = vec![b'x'; serde_json::to_vec(&fact[0]).unwrap().len() + 10];
        let start = Instant::now();
        raw.write_all(&bytes).unwrap();
        raw.sync_data().unwrap();
        floor.push(start.elapsed());
    }
    let (ours, floor) = (middle(ours), middle(floor));
    println!("append + fdatasync alone                     p50 {:.3} p99 {:.3} ms", floor.0, floor.1);
    println!("record, one fact                             p50 {:.3} p99 {:.3} ms", ours.0, ours.1);
    println!("ratio                                        p50 {:.2} p99 {:.2}", ours.0 / floor.0, ours.1 / floor.1);
}

fn asked(disk: &mut Disk, name: &str, times: u64) {
    let mut taken = Vec::new();
    for n in 0..times {
        let start = Instant::now();
        assert!(disk.facts_of(contact(1 + n * 97 % (FACTS / 4 - 1))).unwrap().len() >= 4);
        taken.push(start.elapsed());
    }
    let (p50, p99) = middle(taken);
    println!("{name:<44} p50 {p50:.3} p99 {p99:.3} ms");
}

fn main() {
    let dir = tempfile::tempdir_in(".").unwrap();
    let root = dir.path().join("store");
    let mut disk = time("store made", || open(&root));
    one_by_one(&mut disk, dir.path());
    let device = disk.last().device;
    let facts: Vec<Fact> = (COMMITS + 1..=COMMITS + FACTS).map(|seq| row(device, seq)).collect();
    println!("{}", memory());
    time("100,000 facts recorded, 1,000 at a time", || {
        for batch in facts.chunks(BATCH) {
            disk.record(batch).unwrap();
        }
    });
    drop(facts);
    asked(&mut disk, "facts of one contact, sled not begun", 20);
    time("sled caught up", || while disk.idle().unwrap() == Idle::More {});
    println!("{}", memory());
    asked(&mut disk, "facts of one contact, by sled", 500);
    time("closed", || Box::new(disk).close().unwrap());
    let mut disk = time("opened", || open(&root));
    let mut count = 0;
    time("every fact read, checked, parsed", || {
        disk.since(Position::default(), &mut |_, _| {
            count += 1;
            Ok(())
        })
        .unwrap()
    });
    println!("facts {count}, bytes a fact {}", disk_use(&root.join("gen-0001/journal")) / count);
    time("sled opened, one question", || disk.facts_of(contact(77)).unwrap());
    time("full check", || disk.check_all().unwrap());
    println!(
        "sled {} MB, journal {} MB",
        disk_use(&root.join("gen-0001/sled")) >> 20,
        disk_use(&root.join("gen-0001/journal")) >> 20
    );
    drop(disk);
    std::fs::remove_file(root.join("gen-0001/marks")).unwrap();
    drop(time("opened without the shortcut", || open(&root)));
    let (path, key) = (dir.path().join("snapshot"), SnapshotKey::default());
    let book = vec![7; 50 << 20];
    time("snapshot of 50 MB written", || Snapshot::write(&path, &key, Position::default(), &[(1, &book)]).unwrap());
    let snapshot = time("snapshot opened", || Snapshot::open(&path, &key).unwrap());
    time("its 50 MB read and checked", || snapshot.section(1).unwrap());
    println!("{}", memory());
}

fn disk_use(folder: &std::path::Path) -> u64 {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().metadata().unwrap().len()).sum()
}
