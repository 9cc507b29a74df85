//! Memory that lasts: facts are kept here and nowhere else. The only folder that touches the store.
//! Sees `sales`; no sentence, no clock and no environment lives here.
//!
//! **The promise.** When [`Log::record`] says `Ok`, every fact it was given is on the platter and will be found
//! again after any crash. [`Failure::Refused`]: nothing was changed. [`Failure::Uncertain`]: the platter did not
//! answer; reopen, then ask [`Log::has_act`] before anything is tried again.
//!
//! Every fact is on the disk twice as soon as it is kept: in the journal, and in sled or, until sled has followed, in the
//! echo. sled follows at rest once 512 facts wait; before the store is let go of where more than a mebibyte waits or a
//! whole sheaf of an import does, for a tenth of a second at most; and to the end after an import, a restoration, a
//! repair, and the comparison after a crash. A copy that waits wakes nobody.
//!
//! The store on disk:
//! ```text
//! FORMAT  LOCK  CURRENT → gen-0001/          door: the socket of whoever holds it
//! gen-0001/journal/00000001.jsonl …   the truth: "crc32hex SP json LF" per fact, chained segments of 16 MiB
//! gen-0001/sled/                      follows the journal: entity‖stamp‖fact → frame
//! gen-0001/echo                       the journal's lines that sled has not followed yet, not waited for
//! gen-0001/harm                       what was found damaged, until it is repaired
//! gen-0001/snapshot  gen-0001/marks   caches, rebuilt at will
//! drafts/  backups/  quarantine/      typed but not recorded; copies; what was damaged is moved, never deleted
//! ```

#![deny(clippy::indexing_slicing)]

mod absent;
mod aside;
pub mod backup;
pub mod cause;
pub mod codec;
pub mod disk;
pub mod drafts;
mod echo;
mod entry;
pub mod forgotten;
pub mod format;
pub mod generation;
mod journal;
mod line;
mod lock;
pub mod memory;
pub mod onlooker;
pub mod platter;
mod reader;
pub mod remote;
mod scan;
mod sled;
pub mod snapshot;
pub mod socket;
pub mod wire;

pub use absent::Absent;
pub use backup::Backups;
pub use cause::{Cause, Damage, Failure, Harm, Holder};
pub use disk::Disk;
pub use drafts::{Draft, Drafts};
pub use forgotten::Forgotten;
pub use generation::Old;
pub use memory::MemoryLog;
pub use onlooker::Onlooker;
pub use remote::Remote;
pub use sled::is_contained;
pub use snapshot::{FileShelf, Snapshot, SnapshotKey, Stale};

use serde::{Deserialize, Serialize};

use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Stamp, Target},
    moment::Day,
};

/// A place in the journal, just after a line: what was recorded later starts there. The default is before everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Number of the segment, from 1.
    pub segment: u32,
    /// Bytes into it.
    pub offset: u64,
}

/// What the next fact must follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// This installation.
    pub device: u64,
    /// The highest number it has given to a fact; 0 before the first.
    pub seq: u64,
    /// The highest stamp of any device.
    pub stamp: Stamp,
}

/// Whether [`Log::idle`] has more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Call again when nothing else waits.
    More,
    /// Everything followed.
    Done,
}

/// Takes facts one by one with the place behind each.
pub type Take<'a> = dyn FnMut(Position, Fact) -> Result<(), Cause> + 'a;

/// Where facts are kept. One owner at a time; meant to run on one writer thread.
pub trait Log: Send {
    /// Keeps the facts, all or none, and says where the log now ends. A fact already kept (same id, same content)
    /// is kept once, so trying again is harmless; the same id with other content is refused.
    /// Facts of this device must be numbered without gaps from [`Log::last`]; somebody else's log numbers them itself,
    /// and what they became is read on from the last position.
    fn record(&mut self, facts: &[Fact]) -> Result<Position, Failure>;

    /// Whether a fact of this act is kept.
    fn has_act(&mut self, act: ActId) -> Result<bool, Cause>;

    /// Every fact that names the entity, in the order of stamps.
    fn facts_of(&mut self, about: Entity) -> Result<Vec<Fact>, Cause>;

    /// The fact or the facts of the act that a retraction would take back, in the order of recording.
    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Cause>;

    /// Every fact after a position, in the order of recording, and the position reached. After damage a fact may
    /// come twice: facts are told apart by their id.
    fn since(&mut self, from: Position, take: &mut Take<'_>) -> Result<Position, Cause>;

    /// Whether a position, kept from an earlier run, is still a place in this log.
    fn reaches(&self, position: Position) -> bool;

    /// Where the log ends.
    fn position(&self) -> Position;

    /// What the next fact must follow. Final only once [`Log::settle`] was called.
    fn last(&self) -> Last;

    /// Begins, behind, whatever is slow to open. [`Log::facts_of`] and [`Log::idle`] do it where nobody did.
    /// Nothing is where there is but one copy.
    fn warm(&mut self) {}

    /// Waits for whatever still opens behind, compares the copies and heals what can be healed. What was healed is
    /// recorded anew: read on from the last position. [`Log::record`] does it where nobody did.
    fn settle(&mut self) -> Result<(), Cause>;

    /// Does one bounded piece of the work that may lag; call it when nothing waits.
    fn idle(&mut self) -> Result<Idle, Cause> {
        Ok(Idle::Done)
    }

    /// Whether everything should be compared with everything: not yet done this day, or the store was not left in order.
    fn is_check_due(&self, day: Day) -> bool {
        let _ = day;
        false
    }

    /// Does one bounded piece of that; what it finds is healed where it can be, and joins [`Log::damage`].
    fn check(&mut self, day: Day) -> Result<Idle, Cause> {
        let _ = day;
        Ok(Idle::Done)
    }

    /// What was found damaged so far, each named once.
    fn damage(&self) -> &[Damage];

    /// Lets go of the store in good order. Nothing recorded depends on it.
    fn close(self: Box<Self>) -> Result<(), Cause> {
        Ok(())
    }
}
