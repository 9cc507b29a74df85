//! The near end of the one thread that owns the log: what it is asked to keep, what became of it, and questions about
//! the past. What the thread does lives in `clerk`.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    thread::JoinHandle,
    time::Duration,
};

use super::{
    clerk::{Clerk, Line, Look, Order},
    seat::{Seat, Way},
};
use crate::{
    log::{Cause, Damage, Failure, Position, format::Places},
    sales::{
        book::{History, Unreadable},
        entity::Entity,
        fact::{ActId, Fact, Statement, Target},
        moment::Day,
    },
};

/// Something to be kept: a fact without its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The act it belongs to.
    pub act: ActId,
    /// Who.
    pub author: String,
    /// Milliseconds since 1970 UTC.
    pub recorded_at: i64,
    /// The local day it is entered under.
    pub day: Day,
    /// What was said.
    pub statements: Vec<Statement>,
}

impl From<Fact> for Entry {
    fn from(fact: Fact) -> Self {
        let Fact { act, author, recorded_at, day, statements, .. } = fact;
        Self { act, author, recorded_at, day, statements }
    }
}

/// What became of an entry, or of the log.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// On the platter; everything up to this position is known now.
    Kept(Fact, Position),
    /// The same of somebody else's.
    Heard(Fact, Position),
    /// Not kept: nothing changed, or nobody knows.
    Failed(Entry, Failure),
    /// The copies were compared in full: everything found damaged so far, or why that could not be done.
    Checked(Result<Vec<Damage>, Cause>),
    /// The log is another one than before, of this device at these places: everything is to be read anew.
    Anew(u64, Places),
    /// Whether the log is ours from now on, or somebody else's.
    Seated(bool),
    /// What is to be kept waits for whoever holds the log; why.
    Delayed(Cause),
    /// The log is ours, but others cannot come in.
    NoDoor(Cause),
}

/// Wakes whoever waits for outcomes.
pub type Wake = Box<dyn Fn() + Send>;

/// The near end of the writer thread.
pub struct Writer {
    orders: Sender<Order>,
    outcomes: Receiver<Vec<Outcome>>,
    /// The rest of the last group.
    group: VecDeque<Outcome>,
    thread: Option<JoinHandle<Result<(), Cause>>>,
}

impl Writer {
    /// Starts the thread at a seat. The near end knows the log up to `learnt_to`. `wake` is called after every group of
    /// outcomes.
    pub(super) fn start(seat: Seat, way: Option<Way>, learnt_to: Position, wake: Wake) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let (told, outcomes) = channel();
        let line = Line { inbox, orders: orders.clone(), told, wake };
        let clerk = Clerk::new(seat, way, line, learnt_to);
        let thread = std::thread::Builder::new().name("vigie-log".into()).spawn(move || clerk.work())?;
        Ok(Self { orders, outcomes, group: VecDeque::new(), thread: Some(thread) })
    }

    /// Sends entries to be kept together, in order.
    pub fn keep(&self, entries: Vec<Entry>) {
        // Fails only where the thread has ended, and then every wait below says so.
        let _ = self.orders.send(Order::Keep(entries));
    }

    /// An outcome, if one is there. At most one group at a time, so that much of it does not keep the screen waiting.
    pub fn outcome(&mut self) -> Option<Outcome> {
        self.group.pop_front()
    }

    /// Takes the next group, if one is there.
    pub fn take_group(&mut self) {
        self.group.extend(self.outcomes.try_recv().unwrap_or_default());
    }

    /// Waits for an outcome; where none comes in time, whether the thread has ended.
    pub fn wait(&mut self, most: Duration) -> Result<Outcome, bool> {
        loop {
            if let Some(outcome) = self.group.pop_front() {
                return Ok(outcome);
            }
            let group = self.outcomes.recv_timeout(most).map_err(|why| why == RecvTimeoutError::Disconnected)?;
            self.group.extend(group);
        }
    }

    /// What was found damaged.
    pub fn damage(&self) -> Vec<Damage> {
        self.ask(Order::Damage).unwrap_or_default()
    }

    /// The facts that name an entity.
    pub fn facts_of(&self, entity: Entity) -> Result<Vec<Fact>, Cause> {
        self.ask(|reply| Order::FactsOf(entity, reply)).unwrap_or_else(|| Err(ended()))
    }

    /// Asks something of the past without waiting for it.
    pub(super) fn look(&self, look: Look) {
        // Where the thread has ended the answer's way back closes, and the asker hears that.
        let _ = self.orders.send(Order::Look(look));
    }

    /// The facts of an act, or one fact.
    pub fn facts_under(&self, target: Target) -> Result<Vec<Fact>, Cause> {
        self.ask(|reply| Order::FactsUnder(target, reply)).unwrap_or_else(|| Err(ended()))
    }

    /// Every fact after a position, and the position reached.
    pub fn since(&self, from: Position, take: &mut dyn FnMut(Position, Fact)) -> Result<Position, Cause> {
        let (sheaves, facts) = sync_channel(4);
        let done = self.ask_behind(|reply| Order::Since(from, sheaves, reply));
        for (position, fact) in facts.iter().flatten() {
            take(position, fact);
        }
        done.recv().unwrap_or_else(|_| Err(ended()))
    }

    /// Waits until the slower copy has followed, or cannot.
    pub fn follow(&self) {
        self.ask(Order::Follow);
    }

    /// Has the copies compared in full, where that is due, while nothing else waits; [`Outcome::Checked`] tells the end.
    pub fn check(&self, day: Day) {
        let _ = self.orders.send(Order::Check(day));
    }

    /// Lets go of the store for a moment, where it is ours, so that it can be had alone.
    pub fn step_aside(&self) {
        let _ = self.orders.send(Order::StepAside);
    }

    /// Lets go of the store in good order.
    pub fn close(mut self) -> Result<(), Cause> {
        let _ = self.orders.send(Order::Close);
        self.thread.take().map_or(Ok(()), |thread| thread.join().unwrap_or_else(|_| Err(ended())))
    }

    fn ask<T>(&self, order: impl FnOnce(SyncSender<T>) -> Order) -> Option<T> {
        self.ask_behind(order).recv().ok()
    }

    fn ask_behind<T>(&self, order: impl FnOnce(SyncSender<T>) -> Order) -> Receiver<T> {
        let (reply, answer) = sync_channel(1);
        let _ = self.orders.send(order(reply));
        answer
    }
}

impl History for &Writer {
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable> {
        Writer::facts_of(self, entity).map_err(|_| Unreadable)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable> {
        Writer::facts_under(self, target).map_err(|_| Unreadable)
    }

    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable> {
        self.since(Position::default(), &mut |_, fact| take(fact)).map(|_| ()).map_err(|_| Unreadable)
    }
}

fn ended() -> Cause {
    Cause::Io {
        kind: std::io::ErrorKind::BrokenPipe,
        text: "the log's thread has ended".into(),
        path: std::path::PathBuf::default(),
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // The thread may have ended.
        let _ = self.orders.send(Order::Close);
    }
}
