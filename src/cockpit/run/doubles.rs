//! Looking for doubles beside the screen: a thread compares a copy of the book, Esc ends it.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

use super::{Surface, Visit, Work};
use crate::{
    cockpit::event::{Beside, Event, News},
    desk::Desk,
    sales::{
        book::Book,
        double::{Double, Pairs},
    },
};

/// How long a step waits before the screen has its turn.
const STEP: Duration = Duration::from_millis(25);

/// What the thread tells.
enum Told {
    Far(usize, usize),
    Found(Vec<Double>),
}

/// A search under way.
struct Looking {
    told: Receiver<Told>,
    far: (usize, usize),
    broken: String,
}

impl<S: Surface> Visit<'_, S> {
    /// Looks for doubles; of a small book they are there before the next frame.
    pub(super) fn doubles(&mut self) {
        if self.work.is_some() {
            return self.tell(Event::News(News::Word(self.voice.say("chronicle-busy").to_owned(), true)));
        }
        let (tell, told) = channel();
        let book = self.desk.book().clone();
        thread::spawn(move || look(&book, &tell));
        let mut looking = Looking { told, far: (0, 1), broken: self.voice.say("doubles-broken").to_owned() };
        let beside = looking.step(self.desk);
        if matches!(beside, Beside::Progress { .. }) {
            self.work = Some(Box::new(looking));
        }
        self.tell(Event::Beside(beside));
    }
}

fn look(book: &Book, tell: &Sender<Told>) {
    let pairs = Pairs::of(book, &mut |done, total| tell.send(Told::Far(done, total)).is_ok());
    // Whoever asked may have gone meanwhile.
    pairs.into_iter().for_each(|pairs| drop(tell.send(Told::Found(pairs.0))));
}

impl Work for Looking {
    fn step(&mut self, _: &mut Desk) -> Beside {
        loop {
            match self.told.recv_timeout(STEP) {
                Ok(Told::Found(pairs)) => return Beside::Doubles(pairs),
                Ok(Told::Far(done, total)) => self.far = (done, total),
                Err(RecvTimeoutError::Timeout) => {
                    let (done, total) = self.far;
                    return Beside::Progress { done: done as u64, total: total as u64 };
                }
                Err(RecvTimeoutError::Disconnected) => return Beside::Failed(self.broken.clone()),
            }
        }
    }

    fn stop(&mut self, _: &mut Desk) -> Beside {
        Beside::Progress { done: 0, total: 0 }
    }
}
