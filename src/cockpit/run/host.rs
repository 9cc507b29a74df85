//! What the loop stands on: where it is drawn, what is done for it elsewhere, and how a visit ends.

use std::io;

use ratatui::{backend::Backend, layout::Size};

use crate::{
    cockpit::{effect::Ask, event::Beside, fresh::Fresh, outbox::Outgoing},
    desk::Desk,
    sales::{
        entity::Entity,
        playbook::{Change, Playbook},
    },
};

/// What the loop draws on: ratatui's backend, and what lies beyond it.
pub trait Surface: Backend<Error = io::Error> {
    /// The window has another size.
    fn fit(&mut self, size: Size);
    /// Has the mouse, or leaves it to the terminal.
    fn mouse(&mut self, ours: bool);
    /// Puts a text into the clipboard.
    fn copy(&mut self, text: &str);
    /// Lets another program have the screen and the keys.
    fn lend(&mut self) -> io::Result<()>;
    /// Takes the screen again after somebody else had it.
    fn retake(&mut self) -> io::Result<()>;
}

/// What is done for the cockpit elsewhere: files, settings.
pub trait Errands {
    /// Lets the person edit a text in their own editor; in words why that failed.
    fn edit(&mut self, text: &str) -> Result<String, String>;
    /// Begins to look at a file, or to read it in; in words why it cannot be.
    fn import(&mut self, path: &str, ask: &Ask, desk: &mut Desk) -> Result<Box<dyn Work>, String>;
    /// Sends a letter beside the screen; the event of a letter posted tells what became of it.
    fn post(&mut self, number: u64, letter: Outgoing);
    /// Writes these of the list of the day as a sheet to print; where it stands, or in words why it does not.
    fn sheet(&mut self, deals: &[Entity], desk: &Desk) -> Result<String, String>;
    /// Puts numbers into the user's settings: what they are from now on, and what is to be said about where they were
    /// kept; in words why nothing changed.
    fn settle(&mut self, changes: &[Change]) -> Result<(Playbook, Option<String>), String>;
    /// The settings as their files are now: what is another than before.
    fn reread(&mut self) -> Vec<Fresh>;
    /// Keeps who sits here for the next time; in words why that failed.
    fn keep_author(&mut self, name: &str) -> Result<(), String>;
}

/// A long work, done a little at a time between events.
pub trait Work {
    /// Does a little (a few hundredths of a second).
    fn step(&mut self, desk: &mut Desk) -> Beside;
    /// Ends it here; what was done stays, one undo away.
    fn stop(&mut self, desk: &mut Desk) -> Beside;
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// The person left.
    Left,
    /// The person wants to see the believable portfolio.
    Demo,
    /// Somebody asked us to end.
    Terminated,
    /// The terminal went away: it may not be touched.
    HungUp,
}
