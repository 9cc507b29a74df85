//! The one thread that owns the log: numbers facts, keeps whole groups of them with one sync, answers questions about
//! the past, and lets the slower copy follow when nothing waits.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel},
    thread::JoinHandle,
    time::Duration,
};

use crate::{
    log::{Cause, Damage, Failure, Idle, Log, Position},
    sales::{
        book::{History, Unreadable},
        entity::Entity,
        fact::{ActId, Fact, FactId, Stamp, Statement, Target},
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

/// What became of an entry.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// On the platter; the log ends at this position.
    Kept(Fact, Position),
    /// Not kept: nothing changed, or nobody knows.
    Failed(Entry, Failure),
    /// The copies were compared in full: everything found damaged so far, or why that could not be done.
    Checked(Result<Vec<Damage>, Cause>),
}

enum Order {
    Keep(Vec<Entry>),
    FactsOf(Entity, SyncSender<Result<Vec<Fact>, Cause>>),
    FactsUnder(Target, SyncSender<Result<Vec<Fact>, Cause>>),
    Since(Position, SyncSender<Vec<(Position, Fact)>>, SyncSender<Result<Position, Cause>>),
    Damage(SyncSender<Vec<Damage>>),
    Follow(SyncSender<()>),
    Check(Day),
    Close,
}

/// Wakes whoever waits for outcomes.
pub type Wake = Box<dyn Fn() + Send>;

/// The near end of the writer thread.
pub struct Writer {
    orders: Sender<Order>,
    outcomes: Receiver<Outcome>,
    thread: Option<JoinHandle<Result<(), Cause>>>,
}

/// How many facts the slower copy may lag. An open sled keeps seven threads that wake once a second each, so it is opened
/// only for a question about the past or for this many facts: a cockpit left open costs nothing.
const FAR: usize = 512;
/// How long nothing must wait before the slower copy follows.
const REST: Duration = Duration::from_millis(300);
/// Facts handed over at a time when the whole past is read.
const SHEAF: usize = 512;

impl Writer {
    /// Starts the thread. `wake` is called after every group of outcomes.
    pub fn start(log: Box<dyn Log>, wake: Wake) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let (told, outcomes) = channel();
        let desk = Clerk { log, inbox, told, wake, checking: None };
        let thread = std::thread::Builder::new().name("vigie-log".into()).spawn(move || desk.work())?;
        Ok(Self { orders, outcomes, thread: Some(thread) })
    }

    /// Sends entries to be kept together, in order.
    pub fn keep(&self, entries: Vec<Entry>) {
        // Fails only where the thread has ended, and then every wait below says so.
        let _ = self.orders.send(Order::Keep(entries));
    }

    /// An outcome, if one is there.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcomes.try_recv().ok()
    }

    /// Waits for an outcome; none where the thread has ended.
    pub fn wait(&self) -> Option<Outcome> {
        self.outcomes.recv().ok()
    }

    /// What was found damaged.
    pub fn damage(&self) -> Vec<Damage> {
        self.ask(Order::Damage).unwrap_or_default()
    }

    /// The facts that name an entity.
    pub fn facts_of(&self, entity: Entity) -> Result<Vec<Fact>, Cause> {
        self.ask(|reply| Order::FactsOf(entity, reply)).unwrap_or_else(|| Err(ended()))
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

/// The far end.
struct Clerk {
    log: Box<dyn Log>,
    inbox: Receiver<Order>,
    told: Sender<Outcome>,
    wake: Wake,
    /// The day of a full comparison under way.
    checking: Option<Day>,
}

impl Clerk {
    fn work(mut self) -> Result<(), Cause> {
        let mut behind = 0;
        loop {
            let far = behind >= FAR;
            let order = match self.checking {
                Some(_) => self.inbox.recv_timeout(Duration::ZERO),
                None if far => self.inbox.recv_timeout(REST),
                None => self.inbox.recv().map_err(RecvTimeoutError::from),
            };
            match order {
                Ok(Order::Close) | Err(RecvTimeoutError::Disconnected) => return self.log.close(),
                Ok(order) => behind += self.obey(order),
                Err(RecvTimeoutError::Timeout) if self.checking.is_some() => self.check(),
                // A copy that cannot follow now is tried again after the next facts; the journal has everything.
                Err(RecvTimeoutError::Timeout) if matches!(self.log.idle(), Ok(Idle::More)) => {}
                Err(RecvTimeoutError::Timeout) => behind = 0,
            }
        }
    }

    /// Does what is asked; says how many facts the slower copy has to follow.
    fn obey(&mut self, order: Order) -> usize {
        // Whoever asked may have gone meanwhile: then nobody misses the answer.
        match order {
            Order::Keep(entries) => return self.keep(entries),
            Order::FactsOf(entity, reply) => drop(reply.send(self.log.facts_of(entity))),
            Order::FactsUnder(target, reply) => drop(reply.send(self.log.facts_under(target))),
            Order::Since(from, sheaves, reply) => drop(reply.send(self.read_out(from, &sheaves))),
            Order::Damage(reply) => drop(reply.send(self.log.damage().to_vec())),
            Order::Follow(reply) => {
                while matches!(self.log.idle(), Ok(Idle::More)) {}
                let _ = reply.send(());
            }
            Order::Check(day) => self.checking = Some(day).filter(|day| self.log.is_check_due(*day)),
            Order::Close => {}
        }
        0
    }

    /// One piece of the full comparison.
    fn check(&mut self) {
        let Some(day) = self.checking else { return };
        let done = match self.log.check(day) {
            Ok(Idle::More) => return,
            Ok(Idle::Done) => Ok(self.log.damage().to_vec()),
            Err(cause) => Err(cause),
        };
        self.checking = None;
        let _ = self.told.send(Outcome::Checked(done));
        (self.wake)();
    }

    fn keep(&mut self, entries: Vec<Entry>) -> usize {
        let many = entries.len();
        let outcome = self.numbered(&entries).and_then(|facts| {
            let position = self.log.record(&facts)?;
            Ok((facts, position))
        });
        let told: Vec<Outcome> = match outcome {
            Ok((facts, position)) => facts.into_iter().map(|fact| Outcome::Kept(fact, position)).collect(),
            Err(failure) => entries.into_iter().map(|entry| Outcome::Failed(entry, failure.clone())).collect(),
        };
        for outcome in told {
            let _ = self.told.send(outcome);
        }
        (self.wake)();
        many
    }

    /// Gives entries their numbers and their place in the order of all facts.
    fn numbered(&mut self, entries: &[Entry]) -> Result<Vec<Fact>, Failure> {
        self.log.settle().map_err(Failure::Refused)?;
        let last = self.log.last();
        let (mut seq, mut stamp) = (last.seq, last.stamp);
        let mut facts = Vec::with_capacity(entries.len());
        for entry in entries {
            seq += 1;
            stamp = after(stamp, entry.recorded_at).map_err(Failure::Refused)?;
            facts.push(Fact {
                id: FactId { device: last.device, seq },
                stamp,
                act: entry.act,
                author: entry.author.clone(),
                recorded_at: entry.recorded_at,
                day: entry.day,
                statements: entry.statements.clone(),
            });
        }
        Ok(facts)
    }

    fn read_out(&mut self, from: Position, sheaves: &SyncSender<Vec<(Position, Fact)>>) -> Result<Position, Cause> {
        let mut sheaf = Vec::with_capacity(SHEAF);
        let reached = self.log.since(from, &mut |position, fact| {
            sheaf.push((position, fact));
            if sheaf.len() == SHEAF {
                let _ = sheaves.send(std::mem::replace(&mut sheaf, Vec::with_capacity(SHEAF)));
            }
            Ok(())
        })?;
        let _ = sheaves.send(sheaf);
        Ok(reached)
    }
}

/// The stamp after another one at a wall time: the later of both. A clock a day behind the facts would order the
/// future wrong for a day, so nothing is written until it is right.
fn after(last: Stamp, millis: i64) -> Result<Stamp, Cause> {
    const DAY: u64 = 86_400_000;
    let now = millis.max(0) as u64;
    if (last.0 >> 16) > now + DAY {
        return Err(Cause::ClockBack);
    }
    Ok(Stamp((now << 16).max(last.0 + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_rise_even_when_the_clock_goes_back_a_little() {
        let first = after(Stamp(0), 1_000).unwrap();
        let second = after(first, 400).unwrap();
        assert!(second > first);
        assert_eq!(second, Stamp((1_000 << 16) + 1));
    }

    #[test]
    fn a_clock_a_day_behind_is_refused() {
        assert_eq!(after(Stamp(200_000_000 << 16), 1_000), Err(Cause::ClockBack));
    }
}
