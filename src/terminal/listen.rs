//! What ends or wakes us from outside: the terminal that goes away (poll on POLLHUP, which comes even where no signal
//! is sent) and signals. Each on its own thread, both into the one inbox.

use std::{io, sync::mpsc::Sender, thread};

use ratatui::layout::Size;
use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
    stdio::stdin,
};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH},
    iterator::Signals,
};

use super::host;
use crate::cockpit::event::Event;

/// Watches for the hang-up and for signals. `drawn` is the size the first frame is made for.
pub fn start(inbox: &Sender<Event>, drawn: Size) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT, SIGWINCH])?;
    let to = inbox.clone();
    // Nobody listened while the terminal was taken over.
    let changed = meant(SIGWINCH).filter(|size| *size != Event::Resize(drawn.width, drawn.height));
    changed.map_or(Ok(()), |size| to.send(size)).ok();
    thread::spawn(move || {
        for event in signals.forever().filter_map(meant) {
            if to.send(event).is_err() {
                return;
            }
        }
    });
    let to = inbox.clone();
    thread::spawn(move || {
        if hung_up() {
            // Nobody listening means we are leaving anyway.
            let _ = to.send(Event::HungUp);
        }
    });
    Ok(())
}

/// What a signal means.
fn meant(signal: i32) -> Option<Event> {
    Some(match signal {
        SIGHUP => Event::HungUp,
        SIGINT | SIGQUIT | SIGCONT if host::is_lent() => return None,
        SIGCONT => Event::Resumed,
        SIGWINCH => {
            let (width, height) = crossterm::terminal::size().ok()?;
            Event::Resize(width, height)
        }
        _ => Event::Terminated,
    })
}

/// Waits until the terminal is gone; false where this system cannot tell (macOS polls no tty), SIGHUP tells there.
fn hung_up() -> bool {
    loop {
        let input = stdin();
        let mut watched = [PollFd::new(&input, PollFlags::empty())];
        match poll(&mut watched, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => {
                let seen = watched[0].revents();
                if seen.intersects(PollFlags::HUP | PollFlags::ERR) {
                    return true;
                }
                if seen.contains(PollFlags::NVAL) {
                    return false;
                }
            }
        }
    }
}
