//! How the writer sits at the log: it holds it, and may answer a door; or somebody else does, and it is a guest there.
//! Who ends is followed by whoever is quickest; nobody is asked.

use std::{io::ErrorKind, path::PathBuf, sync::mpsc::Sender};

use super::{Clock, clerk::Order, door::Door};
use crate::log::{
    Cause, Disk, Holder, Log, Position, Remote,
    format::{self, Places},
    remote::Ring,
    socket,
};

/// Where the writer sits.
pub(super) enum Seat {
    /// The log is its own.
    Own(Box<dyn Log>, Option<Door>),
    /// Somebody else holds it.
    Guest(Box<Remote>),
}

impl Seat {
    pub(super) fn log(&mut self) -> &mut dyn Log {
        match self {
            Self::Own(log, _) => log.as_mut(),
            Self::Guest(remote) => remote.as_mut(),
        }
    }

    /// Whether nothing can be recorded until somebody lets go of the store or opens a door.
    pub(super) fn is_standing(&self) -> bool {
        matches!(self, Self::Guest(remote) if !remote.is_at_a_door())
    }

    /// The door, where it is answered here.
    pub(super) fn door(&self) -> Option<&Door> {
        match self {
            Self::Own(_, door) => door.as_ref(),
            Self::Guest(..) => None,
        }
    }

    pub(super) fn close(self) -> Result<(), Cause> {
        match self {
            Self::Own(log, door) => {
                // Nobody is let in any more, and only then the lock is let go of.
                drop(door);
                log.close()
            }
            Self::Guest(remote) => remote.close(),
        }
    }
}

/// What a try to sit down came to.
pub(super) enum Entered {
    /// The log is ours.
    Holds(Box<Disk>),
    /// It is somebody else's: at their door, if there is one.
    Waits(Box<Remote>),
}

/// The way in: what taking a seat needs to know.
pub(super) struct Way {
    /// The store.
    pub(super) store: PathBuf,
    /// Who comes.
    pub(super) holder: Holder,
    /// Whether it stays and answers the door where it holds the store.
    pub(super) serves: bool,
    pub(super) clock: Clock,
    /// Where everything was at first.
    pub(super) places: Places,
}

impl Way {
    /// Opens the door of a log that is held. Where that fails the others can only read.
    pub(super) fn serve(&self, position: Position, orders: &Sender<Order>) -> Result<Option<Door>, Cause> {
        if !self.serves {
            return Ok(None);
        }
        let door = socket::listen(&self.store, &self.holder.door)?;
        Door::open(door, position, orders.clone(), self.clock).map(Some)
    }

    /// Tries to sit down: holds the log where nobody does, else goes to the door of who does. A store that is not there now
    /// is not made anew: its disk may come back.
    pub(super) fn enter(&self, visit: u64, orders: &Sender<Order>) -> Result<Entered, Cause> {
        if !format::is_made(&self.store) {
            return Err(Cause::of(&ErrorKind::NotFound.into(), &self.store));
        }
        match Disk::open(&self.store, &self.holder) {
            Ok(disk) => Ok(Entered::Holds(Box::new(disk))),
            Err(Cause::Locked(holder)) => {
                let orders = orders.clone();
                // Where the writer has ended nobody is left to hear it.
                let bell = move |ring: Ring| drop(orders.send(Order::Heard(visit, ring)));
                let mut remote = Remote::open(&self.store, holder)?;
                remote.knock(Box::new(bell))?;
                Ok(Entered::Waits(Box::new(remote)))
            }
            Err(cause) => Err(cause),
        }
    }
}
