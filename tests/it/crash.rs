//! Whatever ends Vigie, and wherever it stands: what was called saved is there again, what was being typed comes back,
//! and what cannot be done is told in one sentence. The real binary, killed and put into bad places.
//!
//! The fault rig, in three rooms:
//! * here, real processes in real terminals, killed while they import, record, sit idle, copy, restore, repair, and hold the
//!   store others record through: some 300 kills a run. `VIGIE_KILLS=10` makes that ten times as many,
//!   `VIGIE_TAKEOVERS=500` kills the holder five hundred times: `VIGIE_KILLS=10 cargo test --test it crash::`.
//! * `disk/matrix.rs`, the damage matrix: every file of a store, damaged in 17 ways and as other stores stand, each case
//!   *healed*, *named* or untouched; what is lost in silence or panics fails. `cargo test --test it matrix -- --nocapture`
//!   prints the counts.
//! * `disk/faults.rs` and `disk/power.rs`: writes that are short, refused or unanswered, and power cuts after which any
//!   part of what was not synced may be missing.
//!
//! `tests/fuzz` has targets for cargo-fuzz: the frame decoder, the door, the importer.

mod beside;
mod booth;
mod columns;
mod drafts;
mod editor;
mod input;
mod kill;
mod mend;
mod places;

use std::{
    collections::BTreeSet,
    path::Path,
    time::{Duration, Instant},
};

use vigie::{
    desk::{Clock, Desk, Setup},
    log::Holder,
    sales::{acts::Act, book::Records, entity::Kind, playbook::Playbook},
};

/// How long anything may take before a test gives up: much, for machines that do other things.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks again until it is so, for a while.
fn soon<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < end, "never: {what}");
        std::thread::park_timeout(Duration::from_millis(2));
    }
}

/// What a store holds, read by a desk of its own.
struct Kept {
    acts: BTreeSet<String>,
    names: BTreeSet<String>,
    facts: usize,
    unfinished: Vec<Act>,
}

impl Kept {
    /// Opens a store as Vigie does; whoever held it is just being cleared away.
    fn of(store: &Path) -> Self {
        let desk = soon("the store is let go of", || Some(open(store)).filter(|desk| !desk.is_guest()));
        let mut acts = BTreeSet::new();
        let mut seqs = Vec::new();
        desk.every_fact(&mut |fact| {
            acts.insert(fact.act.0.to_string());
            seqs.push(fact.id.seq);
        })
        .unwrap();
        assert!(seqs.iter().copied().eq(1..=seqs.len() as u64), "numbers without gaps: {seqs:?}");
        assert!(desk.damage().is_empty(), "{:?}", desk.damage());
        let book = desk.book();
        let names = book.entities(Kind::Contact).filter_map(|who| Some(book.contact(who)?.name())).collect();
        let living = book.acts().unfinished().filter(|act| act.lives(book.ledger()));
        let kept = Self { acts, names, facts: seqs.len(), unfinished: living.cloned().collect() };
        desk.close().unwrap();
        kept
    }
}

fn open(store: &Path) -> Desk {
    let setup = Setup {
        store: Some(store.to_owned()),
        holder: Holder::default(),
        author: "sandrine".into(),
        clock: Clock::System,
        reading: None,
        playbook: Playbook::shipped(),
        serves: None,
    };
    Desk::open(setup, Box::new(|| {})).unwrap().0
}

/// Numbers that look like chance and are the same for the same seed, which a failing test prints.
struct Dice(u64);

impl Dice {
    /// A seed of the moment.
    fn cast(test: &str) -> Self {
        let seed = Clock::System.millis() as u64;
        println!("{test}: seed {seed}");
        Self(seed)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % most.max(1)
    }

    /// A moment within a time.
    fn within(&mut self, most: Duration) -> Duration {
        Duration::from_micros(self.below(most.as_micros() as u64))
    }
}
