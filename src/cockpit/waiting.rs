//! Facts on their way to the journal: shown as if they were there, marked until they are, given back if refused.

use super::{draft::Typed, form::Form, outbox::Outbox};
use crate::sales::fact::{ActId, Statement};

/// Facts that were entered and not yet acknowledged, oldest first.
#[derive(Debug, Default)]
pub struct Waiting {
    acts: Vec<Act>,
    /// They wait for another cockpit.
    delayed: bool,
    trouble: Option<String>,
    /// Letters on their way to the server.
    pub letters: Outbox,
}

#[derive(Debug)]
struct Act {
    id: Option<ActId>,
    statements: Vec<Statement>,
    returned: Returned,
}

/// What comes back where an act is refused.
#[derive(Debug, Default)]
pub struct Returned {
    /// The text, and where it was typed.
    pub typed: Option<Typed>,
    /// The form it was typed in.
    pub form: Option<Box<Form>>,
}

/// What the top line says about the last write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State<'a> {
    /// Everything entered is in the journal.
    Saved,
    /// Something is on its way.
    Writing,
    /// It waits for another cockpit.
    Delayed,
    /// The last write did not succeed; why, in words.
    Trouble(&'a str),
}

impl Waiting {
    /// Something was just entered, from a form or from a pane.
    pub fn enter(&mut self, statements: Vec<Statement>, returned: Returned) {
        self.acts.push(Act { id: None, statements, returned });
    }

    /// The desk has named the oldest unnamed act, and the new things in it.
    pub fn taken(&mut self, id: ActId, statements: Vec<Statement>) {
        if let Some(act) = self.acts.iter_mut().find(|act| act.id.is_none()) {
            act.id = Some(id);
            act.statements = statements;
        }
    }

    /// An act is in the journal; whether it was the last of those that had to wait.
    pub fn saved(&mut self, id: ActId) -> bool {
        self.well();
        self.remove(id);
        self.acts.is_empty() && std::mem::take(&mut self.delayed)
    }

    /// Something else was kept: an earlier refusal is past.
    pub fn well(&mut self) {
        self.trouble = None;
    }

    /// What is on its way waits for another cockpit.
    pub fn delay(&mut self) {
        self.delayed = true;
    }

    /// An act was refused: it leaves the screen, what was typed comes back.
    pub fn refused(&mut self, id: ActId, why: String) -> Option<Returned> {
        self.trouble = Some(why);
        self.delayed = false;
        Some(self.remove(id)?.returned)
    }

    /// The texts that are on their way, oldest first.
    pub fn typed(&self) -> impl Iterator<Item = &Typed> {
        self.acts.iter().filter_map(|act| act.returned.typed.as_ref()).chain(self.letters.typed())
    }

    fn remove(&mut self, id: ActId) -> Option<Act> {
        let at = self.acts.iter().position(|act| act.id == Some(id))?;
        Some(self.acts.remove(at))
    }

    /// Whether nothing is on its way; the last refusal may still show.
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty() && self.letters.is_empty()
    }

    /// Everything that is on its way. What takes something out is shown once it is done: only the history knows what
    /// is left.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        let adds = |act: &&Act| !act.statements.iter().any(|said| matches!(said, Statement::Struck(_)));
        self.acts.iter().filter(adds).flat_map(|act| &act.statements)
    }

    /// What the top line says.
    pub fn state(&self) -> State<'_> {
        match &self.trouble {
            Some(why) => State::Trouble(why),
            None if self.acts.is_empty() => State::Saved,
            None if self.delayed => State::Delayed,
            None => State::Writing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sales::entity::Id;

    fn act(n: u128) -> ActId {
        ActId(Id(n))
    }

    #[test]
    fn acts_are_named_in_order_and_leave_when_saved() {
        let mut waiting = Waiting::default();
        waiting.enter(Vec::new(), Returned::default());
        waiting.enter(Vec::new(), Returned::default());
        assert_eq!(waiting.state(), State::Writing);
        waiting.taken(act(1), Vec::new());
        waiting.taken(act(2), Vec::new());
        waiting.saved(act(1));
        assert_eq!(waiting.state(), State::Writing);
        waiting.saved(act(2));
        assert_eq!(waiting.state(), State::Saved);
    }

    #[test]
    fn a_refusal_stays_on_the_screen_until_something_was_saved() {
        let mut waiting = Waiting::default();
        waiting.enter(Vec::new(), Returned::default());
        waiting.taken(act(1), Vec::new());
        waiting.refused(act(1), "disque plein".into());
        assert_eq!(waiting.state(), State::Trouble("disque plein"));
        waiting.enter(Vec::new(), Returned::default());
        waiting.taken(act(2), Vec::new());
        waiting.saved(act(2));
        assert_eq!(waiting.state(), State::Saved);
    }
}
