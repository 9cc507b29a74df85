//! What ends or wakes us from outside: the terminal that goes away (poll on POLLHUP, which comes even where no signal
//! is sent) and signals. Each on its own thread, both into the one inbox.

use std::{io, sync::mpsc::Sender, thread};

use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
    stdio::stdin,
};
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM},
    iterator::Signals,
};

use crate::cockpit::event::Event;

/// Watches for the hang-up and for signals.
pub fn start(inbox: &Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGCONT])?;
    let to = inbox.clone();
    thread::spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGHUP => Event::HungUp,
                SIGCONT => Event::Resumed,
                _ => Event::Terminated,
            };
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
