//! The local host of the screen: the tty taken over and given back, what comes in from it (keys, hang-up, signals),
//! and the bytes that go out, one write a frame. No pane, no sentence and no fact is known here.

pub mod backend;
pub mod clipboard;
pub mod host;
pub mod input;
pub mod listen;
pub mod place;
mod sheet;

use std::{io::Stdout, sync::mpsc::Sender};

use ratatui::{Terminal, layout::Size};

pub use backend::Paper;
pub use host::{Host, Refusal};
pub use place::Place;

use crate::cockpit::{event::Event, run::Farewell};

/// Takes the terminal over, lets a visit draw on it, and gives it back. Keys, signals and the hang-up go to the inbox.
pub fn show(
    place: &Place,
    inbox: &Sender<Event>,
    visit: impl FnOnce(Terminal<Paper<Stdout>>, Size) -> Farewell,
) -> Result<Farewell, Refusal> {
    let host = Host::take(place)?;
    let terminal = Terminal::new(host.paper())?;
    listen::start(inbox, host.size())?;
    input::start(inbox.clone())?;
    let farewell = visit(terminal, host.size());
    input::stop();
    if farewell == Farewell::HungUp {
        host.abandon();
    }
    Ok(farewell)
}
