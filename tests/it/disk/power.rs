//! The power goes: of what was written and not synced any part may be missing, later blocks before earlier ones. What was
//! called saved is there all the same.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use proptest::prelude::*;
use vigie::{
    log::{Disk, Log, disk::Tools, platter::Platter},
    sales::fact::Fact,
};

use super::{Store, all, holder, sample};

/// Bytes that reach the platter together.
const BLOCK: usize = 128;

/// What a file has for whoever reads it, and what of it is on the platter.
#[derive(Clone, Default)]
struct Bytes {
    seen: Vec<u8>,
    kept: Vec<u8>,
}

/// A disk that remembers what was synced.
#[derive(Clone, Default)]
struct Power(Arc<Mutex<BTreeMap<PathBuf, Bytes>>>);

struct Unsure {
    file: fs::File,
    path: PathBuf,
    power: Power,
}

impl Power {
    fn with(&self, path: &Path, change: impl FnOnce(&mut Bytes)) {
        change(self.0.lock().unwrap().entry(path.to_owned()).or_default());
    }

    fn open(&self, store: &Store) -> Disk {
        let power = self.clone();
        let open = move |path: &Path| {
            let file = fs::File::options().read(true).write(true).create(true).truncate(false).open(path)?;
            let there = fs::read(path)?;
            power.with(path, |bytes| *bytes = Bytes { seen: there.clone(), kept: there });
            Ok(Box::new(Unsure { file, path: path.to_owned(), power: power.clone() }) as Box<dyn Platter>)
        };
        let tools = Tools { open: Box::new(open), segment: store.segment };
        Disk::open_with(&store.root(), &holder(), tools).unwrap()
    }

    /// Cuts the power: of each block that differs from what was synced, the dice say which one is there.
    fn fails(&self, dice: &mut impl FnMut() -> bool) {
        for (path, Bytes { seen, kept }) in std::mem::take(&mut *self.0.lock().unwrap()) {
            let length = if dice() { seen.len() } else { kept.len() };
            let mut left = vec![0; length];
            for at in (0..length).step_by(BLOCK) {
                let from = if dice() { &seen } else { &kept };
                let end = (at + BLOCK).min(length);
                let has = from.get(at..end.min(from.len())).unwrap_or_default();
                left[at..at + has.len()].copy_from_slice(has);
            }
            fs::write(path, left).unwrap();
        }
    }
}

impl Platter for Unsure {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        let end = offset as usize + bytes.len();
        self.power.with(&self.path, |file| {
            file.seen.resize(file.seen.len().max(end), 0);
            file.seen[offset as usize..end].copy_from_slice(bytes);
        });
        Platter::write_at(&mut self.file, offset, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.power.with(&self.path, |file| file.kept.clone_from(&file.seen));
        Ok(())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.power.with(&self.path, |file| file.seen.resize(length as usize, 0));
        self.file.set_len(length)
    }
}

/// A record that never came to its sync: its bytes were written, and nobody was told that they are kept.
fn half_write(power: &Power, disk: &Disk, store: &Store, bytes: usize) {
    let path = store.segment(disk.position().segment);
    let mut line = serde_json::to_vec(&sample(disk, 1)[0]).unwrap();
    line.truncate(bytes.max(1));
    power.with(&path, |file| file.seen.extend(line));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_was_called_saved_outlives_any_power_cut(
        cuts in prop::collection::vec((1_usize..6, 0_usize..400, any::<u64>()), 1..5)
    ) {
        let store = Store::small_segments();
        let mut saved: Vec<Fact> = Vec::new();
        for (many, half, seed) in cuts {
            let power = Power::default();
            let mut disk = power.open(&store);
            for fact in sample(&disk, many) {
                disk.record(std::slice::from_ref(&fact)).unwrap();
                saved.push(fact);
            }
            half_write(&power, &disk, &store, half);
            drop(disk);
            // The echo is not synced: none of it may be there.
            fs::remove_file(store.root().join("gen-0001/echo")).ok();
            let mut state = seed | 1;
            power.fails(&mut || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                state >> 63 == 1
            });
            let mut disk = store.open();
            prop_assert_eq!(&all(&mut disk), &saved);
            prop_assert_eq!(disk.damage(), &[]);
        }
    }
}
