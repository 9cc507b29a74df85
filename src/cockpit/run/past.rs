//! The past for the screen: what is at hand is told at once, what must be read from the whole journal is read beside.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError},
    time::Duration,
};

use super::{Surface, Visit, Work};
use crate::{
    cockpit::{
        chronicle::{PAGE, Past},
        event::{Beside, Event, News},
        forget::Weighed,
    },
    desk::{Desk, Trouble},
    sales::{
        acts::Act, aftermath::Aftermath, book::Unreadable, chronicle::Page, entity::Entity, erasure::Erasure,
        fact::Stamp, mention::Mention, retention::Silent,
    },
};

/// How long a step waits before the screen has its turn.
const STEP: Duration = Duration::from_millis(25);

impl<S: Surface> Visit<'_, S> {
    pub(super) fn chronicle(&mut self, past: Past) {
        match past {
            Past::Acts(before) => self.acts(before),
            Past::Weigh(act) => {
                let answer = self.desk.weigh_beside(&act);
                self.look(What::Weigh(answer, act));
            }
            Past::TakeBack(act) => {
                let done = self.desk.take_back(*act);
                self.taken_back(done, false);
                self.acts(None);
            }
        }
    }

    /// Looks for whose data may not be kept any longer.
    pub(super) fn retention(&mut self) {
        let answer = self.desk.overdue_beside();
        self.look(What::Retention(answer));
    }

    fn acts(&mut self, before: Option<Stamp>) {
        let page = Page { before, since: None, most: PAGE };
        if page.among(self.desk.book().acts()).is_some() {
            let told = self.desk.deeds(&page).map(|deeds| Beside::Acts(deeds, before));
            return self.told(told);
        }
        let answer = self.desk.read_beside(page);
        self.look(What::Acts(answer, before));
    }

    /// One thing at a time goes on beside the screen.
    pub(super) fn look(&mut self, what: What) {
        if self.work.is_some() {
            return self.tell(Event::News(News::Word(self.voice.say("chronicle-busy").to_owned(), true)));
        }
        let unread = Trouble::Unread.tell(&self.voice);
        self.work = Some(Box::new(Looking { what, unread }));
    }

    fn told(&mut self, told: Result<Beside, Trouble>) {
        match told {
            Ok(beside) => self.tell(Event::Beside(beside)),
            Err(why) => self.tell(Event::News(News::Word(why.tell(&self.voice), true))),
        }
    }
}

type Answer<T> = Receiver<Result<T, Unreadable>>;

/// Something of the past that is being read, and what is told where it cannot be.
struct Looking {
    what: What,
    unread: String,
}

pub(super) enum What {
    Acts(Answer<Vec<Act>>, Option<Stamp>),
    Weigh(Answer<Aftermath>, Box<Act>),
    Forget(Answer<(Erasure, Vec<Mention>)>, Vec<Entity>, String),
    Retention(Answer<Vec<Silent>>),
}

impl Work for Looking {
    fn step(&mut self, desk: &mut Desk) -> Beside {
        let told = match &self.what {
            What::Acts(answer, before) => {
                heard(answer, |acts| desk.deeds_of(acts).ok().map(|deeds| Beside::Acts(deeds, *before)))
            }
            What::Weigh(answer, act) => heard(answer, |aftermath| Some(Beside::Weighed(act.clone(), aftermath))),
            What::Retention(answer) => heard(answer, |silent| Some(Beside::Retained(silent))),
            What::Forget(answer, whom, names) => heard(answer, |(erasure, mentions)| {
                let (whom, names, backups) = (whom.clone(), names.clone(), desk.backups());
                let weighed = Weighed { whom, names, erasure, mentions, backups };
                Some(Beside::ToForget(Box::new(weighed)))
            }),
        };
        told.unwrap_or_else(|| Beside::Failed(self.unread.clone()))
    }

    fn stop(&mut self, _: &mut Desk) -> Beside {
        Beside::Progress { done: 0, total: 0 }
    }
}

fn heard<T>(answer: &Answer<T>, then: impl FnOnce(T) -> Option<Beside>) -> Option<Beside> {
    match answer.recv_timeout(STEP) {
        Ok(Ok(found)) => then(found),
        Err(RecvTimeoutError::Timeout) => Some(Beside::Progress { done: 0, total: 0 }),
        Ok(Err(Unreadable)) | Err(RecvTimeoutError::Disconnected) => None,
    }
}
