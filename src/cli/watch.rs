//! Who is told when a file of the settings changes: the kernel tells, a thread of its own listens. Nothing is polled.

use std::{
    fs,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use crate::cockpit::event::Event;

/// The files of the settings, links of which may lead elsewhere.
const FILES: [&str; 3] = ["config.toml", "playbook.toml", "keys.toml"];

/// Watches the folder of the settings, its themes, and where links in it lead. Where that cannot be done the settings are
/// those of the start.
pub(super) fn start(folder: &Path, inbox: &Sender<Event>) -> std::io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    listen(&places(folder), inbox.clone())
}

fn places(folder: &Path) -> Vec<PathBuf> {
    let led = |name: &str| fs::canonicalize(folder.join(name)).ok()?.parent().map(Path::to_owned);
    let mut places = vec![folder.to_owned(), folder.join("themes"), folder.join("templates")];
    places.extend(FILES.into_iter().filter_map(led));
    places.dedup();
    places.retain(|place| place.is_dir());
    places
}

#[cfg(target_os = "linux")]
fn listen(places: &[PathBuf], inbox: Sender<Event>) -> std::io::Result<()> {
    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
    let watch = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?;
    let kinds = WatchFlags::CLOSE_WRITE
        | WatchFlags::CREATE
        | WatchFlags::DELETE
        | WatchFlags::MOVED_FROM
        | WatchFlags::MOVED_TO
        | WatchFlags::ONLYDIR;
    for place in places {
        inotify::add_watch(&watch, place, kinds)?;
    }
    std::thread::Builder::new().name("vigie-settings".into()).spawn(move || {
        while changed(&watch) {
            if inbox.send(Event::Settings).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Elsewhere the settings are those of the start.
#[cfg(not(target_os = "linux"))]
fn listen(_: &[PathBuf], _: Sender<Event>) -> std::io::Result<()> {
    Ok(())
}

/// Waits until a file of settings changed and its editor is done with it: some write in place, some write beside it and
/// rename, some take the old one away first. False where nothing more can be heard.
#[cfg(target_os = "linux")]
fn changed(watch: &rustix::fd::OwnedFd) -> bool {
    use rustix::{
        event::{PollFd, PollFlags, Timespec, poll},
        io::Errno,
    };
    const DONE: Timespec = Timespec { tv_sec: 0, tv_nsec: 100_000_000 };
    let mut heard = false;
    loop {
        let mut watched = [PollFd::new(watch, PollFlags::IN)];
        match poll(&mut watched, heard.then_some(&DONE)) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(0) => return true,
            Ok(_) => match of_settings(watch) {
                Ok(ours) => heard |= ours,
                Err(_) => return false,
            },
        }
    }
}

/// Takes what is to be heard; whether it is about a file of settings.
#[cfg(target_os = "linux")]
fn of_settings(watch: &rustix::fd::OwnedFd) -> rustix::io::Result<bool> {
    use rustix::{fs::inotify::Reader, io::Errno};
    let mut room = [const { std::mem::MaybeUninit::uninit() }; 4096];
    let mut events = Reader::new(watch, &mut room);
    let mut ours = false;
    loop {
        match events.next() {
            Ok(event) => {
                let ours_is = |name: &std::ffi::CStr| {
                    [b".toml".as_slice(), b".txt"].iter().any(|end| name.to_bytes().ends_with(end))
                };
                ours |= event.file_name().is_some_and(ours_is);
            }
            Err(Errno::WOULDBLOCK) => return Ok(ours),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{
        sync::mpsc::{Receiver, channel},
        time::Duration,
    };

    use super::*;

    fn told(events: &Receiver<Event>) -> bool {
        events.recv_timeout(Duration::from_secs(20)) == Ok(Event::Settings)
    }

    #[test]
    fn a_file_written_renamed_into_place_or_removed_is_told_once() {
        let home = tempfile::tempdir().unwrap();
        let (folder, (inbox, events)) = (home.path().join("vigie"), channel());
        start(&folder, &inbox).unwrap();
        let file = folder.join("keys.toml");
        fs::write(&file, "[everywhere]\n").unwrap();
        assert!(told(&events));
        let beside = folder.join("4913");
        fs::write(&beside, "[everywhere]\ncall = [\"t\"]\n").unwrap();
        fs::rename(&beside, &file).unwrap();
        assert!(told(&events));
        fs::rename(&file, folder.join("keys.toml~")).unwrap();
        fs::write(&file, "").unwrap();
        assert!(told(&events));
        fs::remove_file(&file).unwrap();
        assert!(told(&events));
        assert!(events.try_recv().is_err(), "once each");
    }

    #[test]
    fn a_link_is_followed_to_where_it_leads() {
        let home = tempfile::tempdir().unwrap();
        let (folder, dotfiles) = (home.path().join("vigie"), home.path().join("dotfiles"));
        fs::create_dir_all(&folder).unwrap();
        fs::create_dir_all(&dotfiles).unwrap();
        fs::write(dotfiles.join("playbook.toml"), "").unwrap();
        std::os::unix::fs::symlink(dotfiles.join("playbook.toml"), folder.join("playbook.toml")).unwrap();
        let (inbox, events) = channel();
        start(&folder, &inbox).unwrap();
        fs::write(dotfiles.join("playbook.toml"), "[thresholds]\nhot = 80\n").unwrap();
        assert!(told(&events));
    }
}
