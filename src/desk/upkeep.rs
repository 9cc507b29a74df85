//! What keeps a store quick and whole between the facts: the snapshot, the copy that follows, the daily look, the end.

use std::cell::OnceCell;

use super::{Desk, MUCH, Trouble, memo};
use crate::{log::Backups, sales::playbook::Playbook};

impl Desk {
    /// New settings: readings are made anew.
    pub fn settle_on(&mut self, playbook: Playbook) {
        self.playbook = playbook;
        self.columns = OnceCell::new();
        self.memory.stale = true;
    }

    /// A new day: readings are made anew.
    pub fn turn_page(&mut self) {
        if self.columns.get().is_some_and(|columns| columns.day() != self.today()) {
            self.columns = OnceCell::new();
        }
    }

    /// Whether a snapshot written now would make the next start quicker: the last one lacks much, or is of another day.
    pub fn is_worth_remembering(&self) -> bool {
        self.memory.since_snapshot >= MUCH || self.memory.stale
    }

    /// Writes the snapshot beside the work, for a faster next start.
    pub fn remember(&mut self) {
        self.write_snapshot(0);
    }

    /// The same with the pipeline of the days to come: whoever opens Vigie on Monday after a Friday finds it ready.
    pub fn remember_ahead(&mut self) {
        self.write_snapshot(memo::AHEAD);
    }

    fn write_snapshot(&mut self, ahead: i32) {
        let ours = !self.here.guest && self.here.held.is_none();
        let Some(path) = self.memory.snapshot.clone().filter(|_| ours) else { return };
        if self.memory.writing.as_ref().is_some_and(|writing| !writing.is_finished()) {
            return;
        }
        self.memory.since_snapshot = 0;
        self.memory.stale = false;
        let made = memo::Made {
            book: self.book.clone(),
            columns: self.columns.get().filter(|_| self.behind.is_nothing()).cloned(),
            day: self.today(),
            finder: self.finder.get().map(|finder| finder.borrow().to_bytes()),
            playbook: self.playbook.clone(),
            position: self.memory.learnt_to,
            ahead,
        };
        let write = move || made.write(&path);
        self.memory.writing = std::thread::Builder::new().name("vigie-snapshot".into()).spawn(write).ok();
    }

    /// Lets the copy that answers by entity follow everything, and waits for it: after an import, so that the next
    /// question about the past need not.
    pub fn follow(&self) {
        self.writer.follow();
    }

    /// What is done once a day while nothing else waits: the copies compared in full, a backup where something is new.
    pub fn look_after(&mut self) {
        let Some(store) = self.memory.store.clone().filter(|_| !self.here.guest) else { return };
        let (day, millis) = (self.here.clock.local().0, self.here.clock.millis());
        self.writer.check(day);
        let make = move || {
            let backups = Backups::of(&store);
            if backups.is_due(day) { backups.make(day, millis, &mut |_, _| ()).map(|_| ()) } else { Ok(()) }
        };
        self.memory.backing = std::thread::Builder::new().name("vigie-backup".into()).spawn(make).ok();
    }

    /// How many facts the next start would read one by one.
    pub fn unremembered(&self) -> u64 {
        self.memory.since_snapshot
    }

    /// Lets go of the store at once: a snapshot under way is given up, the one before stays.
    pub fn leave(mut self) -> Result<(), Trouble> {
        self.memory.writing = None;
        self.close()
    }

    /// Lets go of the store in good order, waiting for a snapshot under way.
    pub fn close(mut self) -> Result<(), Trouble> {
        if let Some(writing) = self.memory.writing.take() {
            // A snapshot that failed is no loss: the next start reads the facts.
            drop(writing.join());
        }
        Ok(self.writer.close()?)
    }

    pub(super) fn remember_sometimes(&mut self) {
        if self.memory.since_snapshot >= MUCH {
            self.remember();
        }
    }
}
