//! Forgetting people for good: the store is written anew without a word of them. Needs the store for itself alone;
//! whoever holds it steps aside meanwhile.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

use super::{Desk, Trouble, start::Past};
use crate::{
    log::{Cause, Disk, Forgotten, Holder, Idle, Log, Position, drafts::Drafts, generation::Old},
    sales::{
        book::{Book, History, Unreadable},
        entity::Entity,
        erasure::Erasure,
        fact::{Fact, Target},
        mention::mentions,
    },
};

/// Who is forgotten, and how far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whom {
    /// People or companies.
    pub entities: Vec<Entity>,
    /// They do not want to be taken in again.
    pub objects: bool,
    /// What was said of others and names them goes as well.
    pub mentions: bool,
}

/// Called with how far it is; false stops it where nothing has changed yet.
pub type Pace<'p> = dyn FnMut(u64, u64) -> bool + 'p;

/// Facts between two calls of it.
const STRIDE: u64 = 512;

/// Erases people or companies from the store in a folder: journal, index, snapshot, quarantine, the backups kept here and
/// the drafts. Gives how many facts lost words. Where it ends early the next open goes on with it, or nothing changed.
pub fn forget(store: &Path, holder: &Holder, whom: &Whom, pace: &mut Pace<'_>) -> Result<usize, Trouble> {
    let mut disk = Disk::alone(store, holder)?;
    let passes = if whom.mentions { 4 } else { 3 };
    let mut walk = Walk { done: 0, total: passes * disk.facts(), pace };
    let erasure = weigh(&mut disk, whom, &mut walk)?;
    let next = disk.rewrite(&mut |fact| walk.step().map(|()| Some(erasure.strip(fact))))?;
    if (whom.objects || erasure.opposed) && !erasure.reach.is_empty() {
        Forgotten::read(store)?.note(store, &erasure.reach)?;
    }
    Drafts::at(&disk.places().drafts())?.erase(&mut |draft| erasure.speaks_of(&draft.place, &draft.text))?;
    disk.go_on(next, Old::Erase)?;
    // It is done. What the slower copy lacks now it takes later where nobody wants to wait for it.
    while walk.leap() && disk.idle()? == Idle::More {}
    Box::new(disk).close()?;
    Ok(erasure.facts)
}

fn weigh(disk: &mut Disk, whom: &Whom, walk: &mut Walk<'_, '_>) -> Result<Erasure, Trouble> {
    let mut past = Paced { disk, walk, refusal: None };
    let weighed = past.weigh(whom);
    weighed.map_err(|Unreadable| past.refusal.map_or(Trouble::Unread, Trouble::Store))
}

/// How far it is.
struct Walk<'w, 'p> {
    done: u64,
    total: u64,
    pace: &'w mut Pace<'p>,
}

impl Walk<'_, '_> {
    /// One fact was read.
    fn step(&mut self) -> Result<(), Cause> {
        self.done += 1;
        let goes_on = !self.done.is_multiple_of(STRIDE) || (self.pace)(self.done.min(self.total), self.total);
        if goes_on { Ok(()) } else { Err(Cause::Stopped) }
    }

    /// Many were; whether to go on.
    fn leap(&mut self) -> bool {
        self.done = (self.done + STRIDE).min(self.total);
        (self.pace)(self.done, self.total)
    }
}

/// The past, read at a pace, and why it could not be.
struct Paced<'d, 'w, 'p> {
    disk: &'d mut Disk,
    walk: &'d mut Walk<'w, 'p>,
    refusal: Option<Cause>,
}

impl Paced<'_, '_, '_> {
    fn weigh(&mut self, whom: &Whom) -> Result<Erasure, Unreadable> {
        let book = Book::of(self)?;
        let mut erasure = Erasure::of_all(&book, &whom.entities, self)?;
        if whom.mentions {
            let mentions = mentions(&erasure, &book, self)?;
            erasure.take(&mentions);
        }
        Ok(erasure)
    }
}

impl History for Paced<'_, '_, '_> {
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable> {
        Past(self.disk).facts_of(entity)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable> {
        Past(self.disk).facts_under(target)
    }

    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable> {
        let read = self.disk.since(Position::default(), &mut |_, fact| {
            take(fact);
            self.walk.step()
        });
        read.map(drop).map_err(|cause| {
            self.refusal = Some(cause);
            Unreadable
        })
    }
}

/// A forgetting beside the work.
pub struct Forgetting {
    told: Receiver<Far>,
    stop: Arc<AtomicBool>,
}

/// How far it is.
#[derive(Debug)]
pub enum Far {
    /// So many of so many.
    On(u64, u64),
    /// Nothing is new.
    Same,
    /// At its end: how many facts lost words, or why nothing changed.
    Done(Result<usize, Trouble>),
}

impl Forgetting {
    /// What it has to tell next, waited for so long.
    pub fn told(&self, most: Duration) -> Far {
        self.told.recv_timeout(most).unwrap_or_else(|why| match why {
            RecvTimeoutError::Timeout => Far::Same,
            RecvTimeoutError::Disconnected => Far::Done(Err(Trouble::NoWriter)),
        })
    }

    /// Has it end as soon as it can: with nothing changed, or with nobody left.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }
}

impl Desk {
    /// Forgets people for good, beside the work: this desk lets go of the store meanwhile, takes it again after that, and
    /// reads everything anew.
    pub fn forget_beside(&mut self, whom: Whom) -> Result<Forgetting, Trouble> {
        if let Some(cause) = self.held() {
            return Err(Trouble::Store(cause.clone()));
        }
        let store = self.memory.store.clone().ok_or(Trouble::NoWriter)?;
        let holder = self.memory.holder.clone();
        let writing = [self.memory.writing.take(), self.memory.backing.take()];
        let (tell, told) = channel();
        let stop: Arc<AtomicBool> = Arc::default();
        let stopped = Arc::clone(&stop);
        self.writer.step_aside();
        let work = move || {
            // A copy that is being written now would hold their words. That it failed is no loss: another follows.
            writing.into_iter().flatten().for_each(|writing| drop(writing.join()));
            // Whoever asked may have gone meanwhile.
            let mut pace = |done, total| {
                let _ = tell.send(Far::On(done, total));
                !stopped.load(Ordering::SeqCst)
            };
            let done = forget(&store, &holder, &whom, &mut pace);
            let _ = tell.send(Far::Done(done));
        };
        thread::Builder::new().name("vigie-forget".into()).spawn(work).map_err(|_| Trouble::NoWriter)?;
        Ok(Forgetting { told, stop })
    }
}
