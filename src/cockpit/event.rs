//! What wakes the cockpit. Everything comes through one inbox; nothing else ever wakes it.

use crossterm::event::KeyEvent;

/// Something that happened outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key went down.
    Key(KeyEvent),
    /// Text that was pasted.
    Paste(String),
    /// Letters read at once: a paste without brackets, a swiped word. Text in a field, never commands.
    Burst(String),
    /// The window has another size: columns, rows.
    Resize(u16, u16),
    /// We were stopped and go on.
    Resumed,
    /// The terminal went away: save, touch nothing on it, leave.
    HungUp,
    /// Somebody asks us to end: save, give the terminal back, leave.
    Terminated,
    /// The desk has news.
    Desk,
    /// A long work beside the screen has something to tell.
    Beside(Beside),
    /// A one-shot timer ran out: keys have rested long enough for the draft to be kept.
    Rested,
    /// A new day began.
    Midnight,
}

/// What a long work beside the screen tells; `work` names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// So many of so many.
    Progress {
        /// Done so far.
        done: u64,
        /// In all; 0 where not known.
        total: u64,
    },
    /// Done: the report, line by line, in words.
    Done(Vec<String>),
    /// It could not be done, in words.
    Failed(String),
}
