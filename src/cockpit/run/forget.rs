//! Forgetting people beside the screen: a thread writes the store anew, and what is shown follows before it is called
//! done. Esc ends it as long as nothing has changed.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::{Surface, Visit, Work, past::What};
use crate::{
    cockpit::{
        event::{Beside, Event},
        forget::Forget,
        world,
    },
    desk::{Desk, Far, Forgetting, Trouble, Whom},
    log::Cause,
    sales::entity::Entity,
    voice::{Language, Voice},
};

/// How long a step waits before the screen has its turn.
const STEP: Duration = Duration::from_millis(25);
/// How long the screen waits to have everything read anew.
const ANEW: Duration = Duration::from_secs(20);
/// How long leaving waits for its end.
const END: Duration = Duration::from_secs(5);

/// A forgetting under way.
struct Going {
    forgetting: Forgetting,
    whom: Vec<Entity>,
    far: (u64, u64),
    /// Since when nobody is left in the store.
    gone: Option<Instant>,
    language: Language,
}

impl<S: Surface> Visit<'_, S> {
    pub(super) fn forget(&mut self, forget: Forget) {
        match forget {
            Forget::Weigh(whom, names) => {
                let answer = self.desk.erasure_beside(whom.clone());
                self.look(What::Forget(answer, whom, names));
            }
            Forget::Go { whom, objects, mentions } => {
                let beside = self.begin_to_forget(Whom { entities: whom, objects, mentions });
                self.tell(Event::Beside(beside));
            }
        }
    }

    fn begin_to_forget(&mut self, whom: Whom) -> Beside {
        if self.work.is_some() {
            return Beside::NotForgotten(self.voice.say("chronicle-busy").to_owned());
        }
        let entities = whom.entities.clone();
        match self.desk.forget_beside(whom) {
            Ok(forgetting) => {
                let language = self.voice.language();
                self.work = Some(Box::new(Going { forgetting, whom: entities, far: (0, 1), gone: None, language }));
                Beside::Progress { done: 0, total: 1 }
            }
            Err(trouble) => refused(&trouble, &self.voice),
        }
    }
}

impl Work for Going {
    fn step(&mut self, desk: &mut Desk) -> Beside {
        if let Some(gone) = self.gone {
            return self.follow(desk, gone);
        }
        match self.forgetting.told(STEP) {
            Far::On(done, total) => self.far = (done, total),
            Far::Same => {}
            Far::Done(Ok(_)) => self.gone = Some(Instant::now()),
            Far::Done(Err(trouble)) => return refused(&trouble, &Voice::new(self.language)),
        }
        self.progress()
    }

    fn stop(&mut self, _: &mut Desk) -> Beside {
        self.forgetting.stop();
        let end = Instant::now() + END;
        while self.gone.is_none() {
            let voice = Voice::new(self.language);
            match self.forgetting.told(end.saturating_duration_since(Instant::now())) {
                Far::Done(Err(trouble)) => return refused(&trouble, &voice),
                Far::Done(Ok(_)) => break,
                Far::On(..) | Far::Same if Instant::now() < end => {}
                // Neither done nor left alone as far as anybody knows: nothing else is said.
                Far::On(..) | Far::Same => return Beside::NotForgotten(voice.say("forget-unsettled").to_owned()),
            }
        }
        Beside::Forgotten
    }
}

impl Going {
    fn progress(&self) -> Beside {
        let (done, total) = self.far;
        Beside::Progress { done, total }
    }

    /// The store has them no more; the screen shows them until everything was read anew.
    fn follow(&self, desk: &Desk, gone: Instant) -> Beside {
        if self.whom.iter().any(|who| world::case(desk.book(), *who).is_some()) && gone.elapsed() < ANEW {
            thread::park_timeout(STEP);
            return self.progress();
        }
        Beside::Forgotten
    }
}

fn refused(trouble: &Trouble, voice: &Voice) -> Beside {
    Beside::NotForgotten(match trouble {
        Trouble::Store(Cause::Stopped) => voice.say("forget-stopped").to_owned(),
        other => voice.tell("forget-refused", &[("why", other.tell(voice).into())]),
    })
}
