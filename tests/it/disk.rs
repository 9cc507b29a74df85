//! The store on disk: what was called saved is there again, whatever happens to the files.

mod caches;
mod codec;
mod copies;
mod faults;
mod generation;
mod journal;
mod layout;
mod matrix;
mod power;

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use tempfile::TempDir;
use vigie::{
    log::{Disk, Holder, Idle, Log, Position, disk::Tools},
    sales::{
        entity::{Entity, Id, Kind},
        fact::{ActId, Exchanged, Fact, FactId, Set, Stamp, Statement, Target, Value},
        fact::{Channel, Direction, Retracted},
        moment::{Day, Moment},
    },
};

/// A store in a folder of its own.
struct Store {
    dir: TempDir,
    segment: u64,
}

impl Store {
    fn new() -> Self {
        Self { dir: TempDir::new().unwrap(), segment: 1 << 20 }
    }

    fn small_segments() -> Self {
        Self { segment: 1500, ..Self::new() }
    }

    fn root(&self) -> PathBuf {
        self.dir.path().join("store")
    }

    /// Whatever another test just starts holds, for a moment, what we have let go of.
    fn open(&self) -> Disk {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            match self.try_open() {
                Err(vigie::log::Cause::Locked(_)) if Instant::now() < end => std::thread::yield_now(),
                opened => return opened.unwrap(),
            }
        }
    }

    fn try_open(&self) -> Result<Disk, vigie::log::Cause> {
        Disk::open_with(&self.root(), &holder(), Tools { segment: self.segment, ..Tools::default() })
    }

    fn journal(&self) -> PathBuf {
        self.root().join("gen-0001/journal")
    }

    fn segment(&self, number: u32) -> PathBuf {
        self.journal().join(format!("{number:08}.jsonl"))
    }

    fn sled(&self) -> PathBuf {
        self.root().join("gen-0001/sled")
    }

    /// Nothing is known but journal and sled.
    fn forget_marks(&self) {
        for name in ["marks", "harm", "echo"] {
            fs::remove_file(self.root().join("gen-0001").join(name)).ok();
        }
    }

    /// Makes a store with facts, sled caught up or never begun.
    fn with(self, facts: usize, followed: bool) -> (Self, Vec<Fact>) {
        let mut disk = self.open();
        let facts = sample(&disk, facts);
        disk.record(&facts).unwrap();
        if followed {
            catch_up(&mut disk);
        }
        Box::new(disk).close().unwrap();
        (self, facts)
    }
}

/// A copied store taken for the one it was copied from: what tests a copy of the same moment many times.
fn settle_in(root: &Path) {
    let format = root.join("FORMAT");
    let text = fs::read_to_string(&format).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("place ")).collect();
    fs::write(format, lines.join("\n") + "\n").unwrap();
}

fn holder() -> Holder {
    Holder {
        pid: 4242,
        user: "sandrine".into(),
        tty: "/dev/pts/3".into(),
        host: "poste-7".into(),
        since: "2026-11-22 09:12".into(),
        door: String::new(),
    }
}

fn contact(n: u64) -> Entity {
    Entity::known(Kind::Contact, Id((1 << 80) + u128::from(n)))
}

fn deal(n: u64) -> Entity {
    Entity::known(Kind::Deal, Id((2 << 80) + u128::from(n)))
}

fn set(about: Entity, text: &str) -> Statement {
    Statement::Set(Set { about, field: "contact.note".into(), value: Value::Text(text.into()) })
}

fn fact(device: u64, seq: u64, statements: Vec<Statement>) -> Fact {
    Fact {
        id: FactId { device, seq },
        stamp: Stamp(1_000_000 + seq * 7),
        act: ActId(Id((3 << 80) + u128::from(seq))),
        author: "Sandrine".into(),
        recorded_at: 1_795_000_000_000 + seq as i64,
        day: Day::of(2026, 11, 22).unwrap(),
        statements,
    }
}

/// Facts of all sorts about a dozen entities, numbered on from the log's last.
fn sample(log: &dyn Log, count: usize) -> Vec<Fact> {
    let last = log.last();
    let one = |n: u64| {
        let seq = last.seq + n;
        let about = contact(seq % 12);
        let statements = match seq % 5 {
            0 => vec![Statement::Retracted(Retracted {
                target: Target::Act(ActId(Id(9))),
                why: "erreur de saisie".into(),
            })],
            1 => vec![Statement::Exchanged(Exchanged {
                about,
                deal: Some(deal(seq % 7)),
                channel: Channel::Call,
                direction: Direction::Ours,
                outcome: None,
                note: format!("Rappeler jeudi — « n° {seq} »"),
                when: Moment::from(Day::of(2026, 11, 20).unwrap()),
            })],
            _ => vec![set(about, &format!("note {seq}")), set(contact((seq + 5) % 12), "é\u{1F600}")],
        };
        fact(last.device, seq, statements)
    };
    (1..=count as u64).map(one).collect()
}

fn all(log: &mut dyn Log) -> Vec<Fact> {
    from(log, Position::default())
}

fn from(log: &mut dyn Log, position: Position) -> Vec<Fact> {
    let mut facts = Vec::new();
    log.since(position, &mut |_, fact| {
        facts.push(fact);
        Ok(())
    })
    .unwrap();
    facts
}

fn catch_up(log: &mut dyn Log) {
    while log.idle().unwrap() == Idle::More {}
}

/// What a scan of all facts says an entity's facts are.
fn expected(facts: &[Fact], about: Entity) -> Vec<Fact> {
    let names = |fact: &&Fact| fact.statements.iter().any(|statement| statement.names(about));
    let mut found: Vec<Fact> = facts.iter().filter(names).cloned().collect();
    found.sort_by_key(|fact| (fact.stamp, fact.id));
    found
}

/// Everything that can be asked gives what was recorded.
fn assert_whole(disk: &mut Disk, facts: &[Fact]) {
    let sorted = |mut facts: Vec<Fact>| {
        facts.sort_by_key(|fact| fact.id);
        facts
    };
    assert_eq!(sorted(all(disk)), sorted(facts.to_vec()));
    for about in (0..12).map(contact).chain((0..7).map(deal)) {
        assert_eq!(disk.facts_of(about).unwrap(), expected(facts, about), "{about}");
    }
    for fact in facts.iter().step_by(7) {
        assert_eq!(disk.facts_under(Target::Fact(fact.id)).unwrap(), std::slice::from_ref(fact));
        let act: Vec<Fact> = facts.iter().filter(|other| other.act == fact.act).cloned().collect();
        assert_eq!(disk.facts_under(Target::Act(fact.act)).unwrap(), act);
    }
}
