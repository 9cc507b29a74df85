//! What the cockpit wants done. Only [`super::run`] can do it.

use super::{chronicle::Past, forget::Forget, form::columns::Chosen, outbox::Outgoing, recall::Recall, settings::Turn};
use crate::sales::{entity::Entity, fact::Statement, playbook::Change};

/// A wish that reaches beyond the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Enter a fact.
    Record(Vec<Statement>),
    /// Read the past of somebody.
    Past(Entity),
    /// Look up what was said of somebody, and go on with it.
    Recall(Recall),
    /// Look into what was done, or take an act of it back.
    Chronicle(Past),
    /// Look for records that look alike, beside the screen.
    Doubles,
    /// Forget people for good, or find out what would go.
    Forget(Forget),
    /// Look for whose data may not be kept any longer.
    Retention,
    /// Take the last act back; whether the person has agreed to go beyond this sitting.
    Undo(bool),
    /// Bring it back.
    Redo,
    /// Keep what is being typed at a place, should the line drop.
    Draft {
        /// Where it is typed: the form and what it is about.
        place: String,
        /// What was typed.
        text: String,
    },
    /// What was typed there is kept or abandoned.
    DropDraft(String),
    /// Enter many facts as one act, beside the screen.
    Many {
        /// How the act is called.
        label: String,
        /// The facts.
        said: Vec<Vec<Statement>>,
    },
    /// Send a letter, beside the screen; its number comes back with what became of it.
    Post(u64, Outgoing),
    /// Write these of the list of the day as a sheet to print.
    Sheet(Vec<Entity>),
    /// Have the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Read a file in, beside the screen.
    Import {
        /// Its path, as typed.
        path: String,
        /// What to do with it.
        ask: Ask,
    },
    /// Stop the work beside the screen.
    Stop,
    /// Open the believable portfolio instead.
    Demo,
    /// Keep these in the settings: chosen, or put back.
    Settle(Vec<Change>, Turn),
    /// From now on facts are entered by this person.
    Author(String),
    /// Let the person edit a note in their own editor.
    Edit(String),
    /// Put a text into the clipboard.
    Copy(String),
    /// Draw everything again.
    Redraw,
    /// Leave.
    Quit,
}

/// What to do with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Tell its columns.
    Columns,
    /// Tell what it would do, its columns as chosen.
    Look(Chosen),
    /// Enter it so.
    Enter(Chosen),
}
