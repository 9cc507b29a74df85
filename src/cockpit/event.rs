//! What wakes the cockpit. Everything comes through one inbox; nothing else ever wakes it.

use crossterm::event::KeyEvent;

use crate::sales::{entity::Entity, fact::ActId};

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
    /// The desk has news; [`super::run`] asks it for them.
    Desk,
    /// What became of a wish.
    News(News),
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

/// What became of facts that were entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The desk took the oldest wish that had no name yet; this is its name.
    Taken(ActId),
    /// It is in the journal. The entities it named, new ones with their real ids.
    Saved(ActId, Vec<Entity>),
    /// Nothing changed; the reason in words.
    Refused(ActId, String),
    /// Nobody can say until the store is opened again; in words.
    Uncertain(ActId, String),
    /// Something was taken back or brought back: what, in words, and whose screen it concerns.
    Undone(String, Option<Entity>),
    /// Somebody else entered facts, or a long work did.
    Others,
    /// A sentence for the person.
    Word(String),
}
