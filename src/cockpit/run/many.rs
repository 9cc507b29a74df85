//! One act of many facts: what a form said about many deals, entered a little at a time beside the screen.

use std::time::{Duration, Instant};

use super::Work;
use crate::{
    cockpit::event::Beside,
    desk::{Desk, LongAct, Trouble},
    sales::fact::Statement,
    voice::{Language, Voice},
};

/// How long a step works before the screen has its turn.
const STEP: Duration = Duration::from_millis(25);

/// Facts on their way in as one act.
pub struct Many {
    label: String,
    left: std::vec::IntoIter<Vec<Statement>>,
    total: u64,
    act: Option<LongAct>,
    language: Language,
}

impl Many {
    /// What is to be entered, and how the act is called.
    pub fn new(label: String, said: Vec<Vec<Statement>>, language: Language) -> Self {
        let total = said.len() as u64;
        Self { label, left: said.into_iter(), total, act: None, language }
    }

    /// Enters facts until the step is over; whether all of them are.
    fn enter(&mut self, desk: &mut Desk) -> Result<bool, Trouble> {
        let until = Instant::now() + STEP;
        let mut act = match self.act.take() {
            Some(act) => act,
            None => desk.begin(&self.label, self.total),
        };
        for said in self.left.by_ref() {
            desk.add(&mut act, said, None)?;
            if Instant::now() >= until {
                break;
            }
        }
        self.act = Some(act);
        Ok(self.left.as_slice().is_empty())
    }

    fn finish(&mut self, desk: &mut Desk) -> Result<Beside, Trouble> {
        if let Some(act) = self.act.take() {
            desk.finish(act)?;
        }
        Ok(Beside::Entered { label: self.label.clone(), left: self.left.as_slice().len() })
    }

    fn refused(&self, trouble: &Trouble) -> Beside {
        Beside::Refused(trouble.tell(&Voice::new(self.language)))
    }
}

impl Work for Many {
    fn step(&mut self, desk: &mut Desk) -> Beside {
        let done = match self.enter(desk) {
            Ok(false) => {
                Ok(Beside::Progress { done: self.total - self.left.as_slice().len() as u64, total: self.total })
            }
            Ok(true) => self.finish(desk),
            Err(trouble) => Err(trouble),
        };
        done.unwrap_or_else(|trouble| self.refused(&trouble))
    }

    fn stop(&mut self, desk: &mut Desk) -> Beside {
        self.finish(desk).unwrap_or_else(|trouble| self.refused(&trouble))
    }
}
