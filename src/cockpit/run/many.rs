//! One act of many facts: what a form said about many deals, entered a little at a time beside the screen.

use std::time::{Duration, Instant};

use super::Work;
use crate::{
    cockpit::event::Beside,
    desk::{Desk, LongAct, Trouble},
    sales::fact::{ActId, Statement},
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
    /// Its name, once it was begun.
    id: Option<ActId>,
    language: Language,
}

impl Many {
    /// What is to be entered, and how the act is called.
    pub fn new(label: String, said: Vec<Vec<Statement>>, language: Language) -> Self {
        let total = said.len() as u64;
        Self { label, left: said.into_iter(), total, act: None, id: None, language }
    }

    /// Enters facts until the step is over; whether all of them are.
    fn enter(&mut self, desk: &mut Desk) -> Result<bool, Trouble> {
        let until = Instant::now() + STEP;
        let mut act = match self.act.take() {
            Some(act) => act,
            None => desk.begin(&self.label, self.total),
        };
        self.id = Some(act.act());
        for said in self.left.by_ref() {
            // What one of them names anew is not what another does.
            desk.next_row(&mut act);
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

    /// It could not go on: what was kept before stays, and is not called nothing.
    fn refused(&self, desk: &Desk, trouble: &Trouble) -> Beside {
        let voice = Voice::new(self.language);
        let kept = self.id.map_or(0, |act| desk.kept(act));
        if kept == 0 {
            return Beside::Refused(trouble.tell(&voice), 0);
        }
        let args = [
            ("what", self.label.as_str().into()),
            ("count", (kept as i64).into()),
            ("of", (self.total as i64).into()),
            ("why", trouble.why(&voice).into()),
        ];
        Beside::Refused(voice.tell("toast-many-cut", &args), kept as usize)
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
        done.unwrap_or_else(|trouble| self.refused(desk, &trouble))
    }

    fn stop(&mut self, desk: &mut Desk) -> Beside {
        self.finish(desk).unwrap_or_else(|trouble| self.refused(desk, &trouble))
    }
}
