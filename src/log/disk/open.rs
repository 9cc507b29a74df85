//! Opening the store: who may, and what its last stretch says of its health.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use super::{Copy, Disk, Health, Tools};
use crate::log::{
    Cause, Damage, Harm, Holder, Remote,
    aside::{read_harm, read_marks},
    echo::Echo,
    format::{self, Origin, Places},
    journal::Journal,
    lock::Lock,
    platter,
};

/// How long the store is waited for by who wants it alone or while it is made, by whoever finds nobody in it, and how
/// long between two tries.
const ALONE: Duration = Duration::from_secs(5);
const NOBODY: Duration = Duration::from_secs(1);
const AGAIN: Duration = Duration::from_millis(5);

impl Disk {
    /// Opens the store in a folder, or makes it. Waits for nothing but the journal's end.
    pub fn open(root: &Path, holder: &Holder) -> Result<Self, Cause> {
        Self::open_with(root, holder, Tools::default())
    }

    /// Opens it to have it alone: whoever holds it and answers a door steps aside meanwhile.
    pub fn alone(root: &Path, holder: &Holder) -> Result<Self, Cause> {
        let end = Instant::now() + ALONE;
        let mut asked = false;
        loop {
            match Self::open(root, holder) {
                Err(Cause::Locked(other)) if Instant::now() < end => {
                    asked = asked || Remote::ask_aside(root, other)?;
                    std::thread::park_timeout(AGAIN);
                }
                done => return done,
            }
        }
    }

    /// The same with other tools.
    pub fn open_with(root: &Path, holder: &Holder, tools: Tools) -> Result<Self, Cause> {
        format::check(root)?;
        platter::folder(root).map_err(|error| Cause::of(&error, root))?;
        let lock = lock(root, holder)?;
        format::check(root)?;
        let (places, device, origin) = format::prepare(root)?;
        let created = origin == Origin::Made;
        let hint = read_marks(&places, device);
        let sure = hint.is_some();
        let mut journal = Journal::open(&places.journal(), device, tools.segment, tools.open, hint)?;
        let echo = Echo::of(places.echo());
        let anew = known_harm(&mut journal, &echo, &places);
        let fresh = created || (sure && !anew);
        let settled = fresh.then_some(journal.damage().len());
        let (opened_at, unclean) = (journal.marks().position, lock.was_left() && !created);
        let health = Health { settled, healed: 0, compared: 0, opened_at, unclean, forgetful: false, checking: None };
        Ok(Self { copy: Copy::Closed, journal, echo, places, origin, health, lock })
    }
}

/// Whether the journal was found damaged otherwise than is known already; what is known is named again.
fn known_harm(journal: &mut Journal, echo: &Echo, places: &Places) -> bool {
    if Disk::is_behind(journal, echo) {
        let known = journal.marks().position;
        journal.note(Damage { segment: known.segment, line: 0, harm: Harm::Short { known } });
    }
    let known = read_harm(places);
    let anew = journal.damage().iter().any(|damage| !known.contains(damage));
    known.into_iter().for_each(|damage| journal.note(damage));
    anew
}

/// Takes the lock. Whoever has it and does not say so, or has not made the store yet, is waited for: somebody comes or
/// goes at this moment, or starts a program that has not closed our file yet.
fn lock(root: &Path, holder: &Holder) -> Result<Lock, Cause> {
    let start = Instant::now();
    loop {
        let taken = Lock::take(&format::lock(root), holder);
        let patience = match &taken {
            Err(Cause::Locked(_)) if !format::is_made(root) => ALONE,
            Err(Cause::Locked(other)) if other.pid == 0 => NOBODY,
            _ => return taken,
        };
        if start.elapsed() >= patience {
            return taken;
        }
        std::thread::park_timeout(AGAIN);
    }
}
