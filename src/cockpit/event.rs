//! What wakes the cockpit. Everything comes through one inbox; nothing else ever wakes it.

use crossterm::event::KeyEvent;

use super::{
    forget::Weighed,
    form::columns::{Chosen, Columns},
    outbox::{Posted, Unsent},
    recall::Recall,
    settings::Turn,
};
use crate::sales::{
    acts::Act,
    aftermath::Aftermath,
    double::Double,
    entity::Entity,
    fact::{ActId, Fact, Set, Stamp, Statement},
    history::{Deed, Line},
    playbook::Change,
    retention::Silent,
};

/// Something that happened outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key went down.
    Key(KeyEvent),
    /// Text that was pasted.
    Paste(String),
    /// Letters read at once: a paste without brackets, a swiped word. Text in a field, never commands.
    Burst(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The window has another size: columns, rows.
    Resize(u16, u16),
    /// We were stopped and go on.
    Resumed,
    /// The terminal went away: save, touch nothing on it, leave.
    HungUp,
    /// Somebody asks us to end: save, give the terminal back, leave.
    Terminated,
    /// A file of the settings may have changed; [`super::run`] has it read again.
    Settings,
    /// The desk has news; [`super::run`] asks it for them.
    Desk,
    /// What became of a wish.
    News(News),
    /// A note as the person's own editor left it.
    Edited(String),
    /// A long work beside the screen has something to tell.
    Beside(Beside),
    /// What became of a letter, by its number.
    Posted(u64, Result<Posted, Unsent>),
    /// A one-shot timer ran out: keys have rested long enough for the draft to be kept.
    Rested,
    /// The cursor has rested long enough for the dossier to follow it.
    Still,
    /// Nobody does anything: the next few of a great many cards are looked at for the filter.
    Look,
    /// A new day began.
    Midnight,
}

/// What the mouse did, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub did: Gesture,
    /// Column.
    pub x: u16,
    /// Row.
    pub y: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The left button went down.
    Press,
    /// It went down twice at the same place.
    Double,
    /// It moved with the button down.
    Drag,
    /// The button went up.
    Release,
    /// The wheel turned so far; down is positive.
    Wheel(i16),
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
    /// Entered as one act: its name, and how many were not.
    Entered {
        /// The name.
        label: String,
        /// Those that were stopped before their turn.
        left: usize,
    },
    /// Facts were refused; what was entered before them stays. Why, in words, and how many are entered.
    Refused(String, usize),
    /// Done: the report, line by line, in words.
    Done(Vec<String>),
    /// The columns of a file.
    Columns(Columns),
    /// What a file would do, line by line, in words; its path as it was typed, and its columns as they were chosen.
    Looked(Vec<String>, String, Chosen),
    /// Acts, latest first; those before one where one is given.
    Acts(Vec<Deed>, Option<Stamp>),
    /// What hangs on an act.
    Weighed(Box<Act>, Aftermath),
    /// The records that look alike, the ones to look at first on top.
    Doubles(Vec<Double>),
    /// Whose data may not be kept any longer.
    Retained(Vec<Silent>),
    /// What would go were somebody forgotten.
    ToForget(Box<Weighed>),
    /// They are gone for good.
    Forgotten,
    /// Nobody was: why, in words.
    NotForgotten(String),
    /// It could not be done, in words.
    Failed(String),
}

/// What became of facts that were entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The desk took the oldest wish that had no name yet: its name, and its statements with the ids of new things.
    Taken(ActId, Vec<Statement>),
    /// It is in the journal, and the book knows it.
    Saved(ActId),
    /// Somebody else recorded something beside us.
    Heard {
        /// Who.
        author: String,
        /// What it says.
        statements: Vec<Statement>,
        /// What of it says otherwise than was entered here before.
        over: Vec<Statement>,
    },
    /// Everything was read anew: whoever was shown may be gone.
    Anew,
    /// What was entered waits for another cockpit, and is kept later; why, in words.
    Delayed(String),
    /// Nothing changed; the reason in words.
    Refused(ActId, String),
    /// Something was taken back, or (true) done again: what it said, or the name of a long work.
    TakenBack {
        /// What it said.
        statements: Vec<Statement>,
        /// The name of a long work.
        label: Option<String>,
        /// It was done again.
        again: bool,
        /// What shows as before all the same: another entry says so.
        hidden: Vec<Set>,
    },
    /// What would be taken back is older than this sitting or somebody else's: ask first.
    AskUndo {
        /// What it said.
        statements: Vec<Statement>,
        /// The name of a long work.
        label: Option<String>,
        /// Who did it.
        author: String,
    },
    /// A long work of an earlier sitting was cut off: its name, and how many rows of it are there.
    CutOff {
        /// The name.
        label: String,
        /// Its rows.
        rows: u64,
        /// How many it should have had; 0 where that was not known: a file read in.
        of: u64,
    },
    /// These settings are kept and in force.
    Settled {
        /// What differs.
        changes: Vec<Change>,
        /// Whether they were chosen, or put back.
        turn: Turn,
        /// What is to be said about where they were kept.
        note: Option<String>,
    },
    /// Nothing of the settings changed; the reason in words.
    Unsettled(String),
    /// A sentence for the person; whether it is bad news.
    Word(String, bool),
    /// The past of somebody, oldest first.
    Past(Entity, Vec<Line>),
    /// What was said of whom a recall asked for.
    Recalled(Vec<Fact>, Recall),
    /// Texts of an earlier sitting that were never validated: place and text.
    Drafts(Vec<(String, String)>),
}
