//! One writer at a time: a lock on the LOCK file, with readable lines that say who holds it.

use std::{
    fs::{File, TryLockError},
    io::{self, Read, Seek},
    os::unix::fs::FileExt,
    path::Path,
};

use super::{Cause, Holder, platter};

/// The lock, held until dropped.
pub(super) struct Lock {
    file: File,
    left: bool,
}

impl Lock {
    /// Takes the lock and writes who holds it; where somebody else does, says who.
    pub(super) fn take(path: &Path, holder: &Holder) -> Result<Self, Cause> {
        let trouble = |error: io::Error| Cause::of(&error, path);
        let file = platter::private(path).map_err(trouble)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Cause::Locked(Box::new(read(&file).map_err(trouble)?))),
            Err(TryLockError::Error(error)) => return Err(no_lock(&error, path)),
        }
        let left = read(&file).map_err(trouble)?.pid != 0;
        match write(&file, holder).map_err(trouble) {
            // Reading needs no room: others will not know who holds it, that is all.
            Ok(()) | Err(Cause::Full) => Ok(Self { file, left }),
            Err(cause) => Err(cause),
        }
    }

    /// Whether whoever held it before ended without [`Lock::leave`].
    pub(super) fn was_left(&self) -> bool {
        self.left
    }

    /// Says that nobody is here any more.
    pub(super) fn leave(&self) {
        // Where that cannot be written, the next opener compares the copies once more.
        write(&self.file, &Holder::default()).ok();
    }
}

/// Some network file systems cannot lock; without a lock nothing is written.
fn no_lock(error: &io::Error, path: &Path) -> Cause {
    match error.kind() {
        io::ErrorKind::Unsupported => Cause::NoLock,
        _ if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) => Cause::NoLock,
        _ => Cause::of(error, path),
    }
}

fn lines(holder: &Holder) -> String {
    let Holder { pid, user, tty, host, since, door } = holder;
    format!("pid {pid}\nuser {user}\ntty {tty}\nhost {host}\nsince {since}\ndoor {door}\n")
}

/// In place: the block the lines stand in is never given back, so that a full disk has it.
fn write(file: &File, holder: &Holder) -> io::Result<()> {
    let lines = lines(holder);
    file.write_all_at(lines.as_bytes(), 0)?;
    file.set_len(lines.len() as u64)
}

fn read(mut file: &File) -> io::Result<Holder> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.take(4096).read_to_end(&mut bytes)?;
    let mut holder = Holder::default();
    for line in String::from_utf8_lossy(&bytes).lines() {
        match line.split_once(' ') {
            Some(("pid", pid)) => holder.pid = pid.parse().unwrap_or(0),
            Some(("user", user)) => user.clone_into(&mut holder.user),
            Some(("tty", tty)) => tty.clone_into(&mut holder.tty),
            Some(("host", host)) => host.clone_into(&mut holder.host),
            Some(("door", door)) => door.clone_into(&mut holder.door),
            Some(("since", since)) => since.clone_into(&mut holder.since),
            _ => {}
        }
    }
    Ok(holder)
}
