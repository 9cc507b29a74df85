//! The door's socket as a file: where it lies, who may make it, who is at the other end. What is said through it is
//! the business of others.

use std::{
    fs::{self, Permissions},
    io::{self, Read},
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        net::{UnixListener, UnixStream},
    },
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    net::{SendFlags, send},
    process::geteuid,
};
use sha2::{Digest, Sha256};

use super::{Cause, platter};

/// The longest path a socket may have everywhere, its end included.
const LONGEST: usize = 100;
/// What LOCK says of a door in the store's own folder.
const HERE: &str = "here";

/// The door of a store, as LOCK names it: in the store, or where its path is too long in a folder of its own under
/// `runtime`.
pub fn name(root: &Path, runtime: &Path) -> String {
    if root.join("door").as_os_str().len() <= LONGEST {
        return HERE.to_owned();
    }
    let digest = Sha256::digest(root.as_os_str().as_encoded_bytes());
    let short = digest.iter().take(8).fold(String::new(), |name, byte| name + &format!("{byte:02x}"));
    runtime.join(short).to_string_lossy().into_owned()
}

/// The file of a door that LOCK names.
pub(super) fn path(root: &Path, name: &str) -> PathBuf {
    if name == HERE { root.join("door") } else { PathBuf::from(name) }
}

/// Opens the door of a store whose lock is held: what lies there is of somebody who ended.
pub fn listen(root: &Path, name: &str) -> Result<(UnixListener, PathBuf), Cause> {
    let path = path(root, name);
    let trouble = |error: io::Error| Cause::of(&error, &path);
    let folder = path.parent().unwrap_or(root);
    platter::folder(folder).map_err(trouble)?;
    if folder != root && !is_private(folder).map_err(trouble)? {
        return Err(Cause::Denied(folder.to_owned()));
    }
    fs::remove_file(&path).or_else(platter::absent_is_fine).map_err(trouble)?;
    let listener = UnixListener::bind(&path).map_err(trouble)?;
    fs::set_permissions(&path, Permissions::from_mode(0o600)).map_err(trouble)?;
    Ok((listener, path))
}

/// Takes the door away.
pub fn remove(path: &Path) {
    // What stays is taken away by whoever opens the next door.
    fs::remove_file(path).ok();
}

/// Whether a folder is ours and nobody else may enter.
fn is_private(folder: &Path) -> io::Result<bool> {
    let found = fs::symlink_metadata(folder)?;
    Ok(found.is_dir() && found.uid() == geteuid().as_raw() && found.mode() & 0o777 == 0o700)
}

/// Whether the other end is the same person. Elsewhere than on Linux the private folder says so alone.
pub fn is_ours(stream: &UnixStream) -> bool {
    #[cfg(target_os = "linux")]
    let same = rustix::net::sockopt::socket_peercred(stream).is_ok_and(|peer| peer.uid == geteuid());
    #[cfg(not(target_os = "linux"))]
    let same = stream.peer_addr().is_ok();
    same
}

/// Hands bytes over at once, all or none; false where the other end does not take them.
pub fn hand(stream: &UnixStream, bytes: &[u8]) -> bool {
    send(stream, bytes, SendFlags::DONTWAIT).is_ok_and(|sent| sent == bytes.len())
}

/// Whether the other end has gone.
pub fn is_gone(stream: &UnixStream) -> bool {
    let mut watched = [PollFd::new(stream, PollFlags::RDHUP)];
    let now = Timespec { tv_sec: 0, tv_nsec: 0 };
    let seen = poll(&mut watched, Some(&now)).is_ok_and(|count| count > 0);
    seen && watched.iter().any(|fd| fd.revents().intersects(PollFlags::HUP | PollFlags::RDHUP | PollFlags::ERR))
}

/// Reads that wait for the first byte as long as it takes, or not, and for the rest of the message a bounded time.
pub struct Timed<'s> {
    stream: &'s UnixStream,
    until: Option<Instant>,
    most: Duration,
}

impl<'s> Timed<'s> {
    /// One message that may begin at any time.
    pub fn whenever(stream: &'s UnixStream, most: Duration) -> Self {
        Self { stream, until: None, most }
    }

    /// One message that must be there soon.
    pub fn soon(stream: &'s UnixStream, most: Duration) -> Self {
        Self { stream, until: Some(Instant::now() + most), most }
    }
}

impl Read for Timed<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let left = self.until.map(|until| until.saturating_duration_since(Instant::now()));
        if left.is_some_and(|left| left.is_zero()) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(left)?;
        let came = (&mut &*self.stream).read(bytes)?;
        self.until = self.until.or_else(|| Some(Instant::now() + self.most));
        Ok(came)
    }
}
