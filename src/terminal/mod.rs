//! The local host of the screen: the tty taken over and given back, what comes in from it (keys, hang-up, signals),
//! and the bytes that go out, one write a frame. No pane, no sentence and no fact is known here.

pub mod backend;
pub mod clipboard;
pub mod host;
pub mod input;
pub mod listen;
pub mod place;

use std::sync::mpsc::{Receiver, Sender};

use ratatui::{Terminal, layout::Size};

pub use backend::Paper;
pub use host::{Host, Refusal};
pub use place::Place;

use crate::{
    cockpit::{
        Cockpit,
        event::Event,
        keymap::Keymap,
        run::{Errands, Farewell, Visit},
        theme::Theme,
    },
    desk::Desk,
    voice::Voice,
};

/// Takes the terminal over, shows the cockpit on an open desk, and gives the terminal back. Whatever the desk has to tell
/// must come through `inbox` as [`Event::Desk`].
pub fn show(
    place: &Place,
    (keys, theme): (Keymap, Theme),
    desk: &mut Desk,
    voice: &Voice,
    errands: &mut dyn Errands,
    (inbox, events): (&Sender<Event>, &Receiver<Event>),
) -> Result<Farewell, Refusal> {
    let host = Host::take(place)?;
    let Size { width, height } = host.size();
    let terminal = Terminal::new(host.paper())?;
    listen::start(inbox)?;
    input::start(inbox.clone());
    let cockpit = Cockpit::new(keys, theme, width, height);
    let farewell = Visit::new(cockpit, desk, voice, terminal, errands).run(events);
    if farewell == Farewell::HungUp {
        host.abandon();
    }
    Ok(farewell)
}
