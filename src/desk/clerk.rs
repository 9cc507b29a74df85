//! The far end of the writer thread: numbers facts, keeps whole groups of them with one sync, answers questions about
//! the past, lets the slower copy follow when nothing waits. Beside somebody else who holds the log: `beside`.

mod beside;

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender},
    time::Duration,
};

use self::beside::{Search, Waiting};
use super::{
    door::Caller,
    seat::{Seat, Way},
    writer::{Entry, Outcome, Wake},
};
use crate::{
    log::{Cause, Damage, Failure, Idle, Log, Position, format::Places, remote::Ring},
    sales::{
        entity::Entity,
        fact::{Fact, FactId, Stamp, Target},
        moment::Day,
    },
};

/// A question about the past, with the answer's way back in it.
pub(super) type Look = Box<dyn FnOnce(&mut dyn Log) + Send>;

/// What the thread is asked.
pub(super) enum Order {
    Keep(Vec<Entry>),
    /// A guest at our door wants something kept.
    Admit(Vec<Entry>, Caller),
    /// A guest at our door, or the near end, wants the store alone for a moment.
    StepAside,
    /// Something is heard from whoever holds the log; at which of our visits.
    Heard(u64, Ring),
    FactsOf(Entity, SyncSender<Result<Vec<Fact>, Cause>>),
    FactsUnder(Target, SyncSender<Result<Vec<Fact>, Cause>>),
    Look(Look),
    Since(Position, SyncSender<Vec<(Position, Fact)>>, SyncSender<Result<Position, Cause>>),
    Damage(SyncSender<Vec<Damage>>),
    Follow(SyncSender<()>),
    Check(Day),
    Close,
}

/// How many facts the slower copy may lag. An open sled keeps seven threads that wake once a second each, so it is opened
/// only for a question about the past or for this many facts: a cockpit left open costs nothing.
const FAR: usize = 512;
/// How long nothing must wait before the slower copy follows.
const REST: Duration = Duration::from_millis(300);
/// Facts handed over at a time when the past is read.
const SHEAF: usize = 512;
/// The far end.
pub(super) struct Clerk {
    seat: Seat,
    way: Option<Way>,
    line: Line,
    /// Up to where the near end knows the log.
    told_to: Position,
    /// The generation of the store that place is in.
    places: Option<Places>,
    waiting: VecDeque<Waiting>,
    search: Search,
    /// The day of a full comparison under way.
    checking: Option<Day>,
}

/// The ways to and from the near end.
pub(super) struct Line {
    pub(super) inbox: Receiver<Order>,
    /// For those who ring.
    pub(super) orders: Sender<Order>,
    pub(super) told: Sender<Vec<Outcome>>,
    pub(super) wake: Wake,
}

impl Line {
    /// Tells a group of outcomes; one wake each.
    fn tell(&self, group: Vec<Outcome>) {
        if !group.is_empty() {
            // Nobody is left to be told where the near end has gone.
            let _ = self.told.send(group);
            (self.wake)();
        }
    }
}

impl Clerk {
    pub(super) fn new(seat: Seat, way: Option<Way>, line: Line, told_to: Position) -> Self {
        let places = way.as_ref().map(|way| way.places.clone());
        Self { seat, way, line, told_to, places, waiting: VecDeque::new(), search: Search::default(), checking: None }
    }

    pub(super) fn work(mut self) -> Result<(), Cause> {
        self.serve();
        let mut behind = 0;
        loop {
            let order = match self.pause(behind) {
                Some(pause) => self.line.inbox.recv_timeout(pause),
                None => self.line.inbox.recv().map_err(RecvTimeoutError::from),
            };
            match order {
                Ok(Order::Close) | Err(RecvTimeoutError::Disconnected) => return self.seat.close(),
                Ok(order) => behind += self.obey(order),
                Err(RecvTimeoutError::Timeout) if self.is_guest() => self.look_around(),
                Err(RecvTimeoutError::Timeout) if self.checking.is_some() => self.check(),
                // A copy that cannot follow now is tried again after the next facts; the journal has everything.
                Err(RecvTimeoutError::Timeout) if matches!(self.seat.log().idle(), Ok(Idle::More)) => {}
                Err(RecvTimeoutError::Timeout) => behind = 0,
            }
        }
    }

    /// How long the next order is waited for.
    fn pause(&self, behind: usize) -> Option<Duration> {
        match self.checking {
            _ if self.is_guest() => self.patience(),
            Some(_) => Some(Duration::ZERO),
            None => (behind >= FAR).then_some(REST),
        }
    }

    /// Does what is asked; says how many facts the slower copy has to follow.
    fn obey(&mut self, order: Order) -> usize {
        // Whoever asked may have gone meanwhile: then nobody misses the answer.
        match order {
            Order::Keep(entries) => return self.keep(entries),
            Order::Admit(entries, caller) => return self.admit(&entries, caller),
            Order::StepAside => self.step_aside(),
            Order::Heard(visit, ring) if self.search.is_at(visit) => self.hear(ring),
            Order::FactsOf(entity, reply) => drop(reply.send(self.seat.log().facts_of(entity))),
            Order::FactsUnder(target, reply) => drop(reply.send(self.seat.log().facts_under(target))),
            Order::Look(look) => look(self.seat.log()),
            Order::Since(from, sheaves, reply) => drop(reply.send(self.read_out(from, &sheaves))),
            Order::Damage(reply) => drop(reply.send(self.seat.log().damage().to_vec())),
            Order::Follow(reply) => {
                while matches!(self.seat.log().idle(), Ok(Idle::More)) {}
                let _ = reply.send(());
            }
            Order::Check(day) => self.checking = Some(day).filter(|day| self.seat.log().is_check_due(*day)),
            Order::Heard(..) | Order::Close => {}
        }
        0
    }

    fn is_guest(&self) -> bool {
        matches!(self.seat, Seat::Guest(_))
    }

    /// One piece of the full comparison.
    fn check(&mut self) {
        let Some(day) = self.checking else { return };
        let done = match self.seat.log().check(day) {
            Ok(Idle::More) => return,
            Ok(Idle::Done) => Ok(self.seat.log().damage().to_vec()),
            Err(cause) => Err(cause),
        };
        self.checking = None;
        self.line.tell(vec![Outcome::Checked(done)]);
    }

    fn keep(&mut self, entries: Vec<Entry>) -> usize {
        self.sit_down_anew();
        let many = entries.len();
        if self.is_guest() {
            self.wait_with(entries);
            return 0;
        }
        self.keep_here(entries);
        many
    }

    /// Keeps what the near end gave, in our own log.
    fn keep_here(&mut self, entries: Vec<Entry>) {
        let group = match self.record(&entries) {
            Ok((facts, position)) => {
                self.grew(position, None);
                facts.into_iter().map(|fact| Outcome::Kept(fact, position)).collect()
            }
            Err(failure) => entries.into_iter().map(|entry| Outcome::Failed(entry, failure.clone())).collect(),
        };
        self.line.tell(group);
    }

    /// Keeps what a guest gave; one that no longer waits for it will ask somebody else, or hand it back.
    fn admit(&mut self, entries: &[Entry], caller: Caller) -> usize {
        self.sit_down_anew();
        if self.is_guest() || !caller.waits() {
            return 0;
        }
        match self.record(entries) {
            Ok((facts, position)) => {
                self.grew(position, Some(caller.number()));
                caller.answer(Ok(position));
                self.line.tell(facts.into_iter().map(|fact| Outcome::Heard(fact, position)).collect());
            }
            Err(failure) => caller.answer(Err(failure)),
        }
        entries.len()
    }

    fn record(&mut self, entries: &[Entry]) -> Result<(Vec<Fact>, Position), Failure> {
        let kept = self.numbered(entries).and_then(|facts| Ok((self.seat.log().record(&facts)?, facts)));
        self.search.note_lost(&kept);
        kept.map(|(position, facts)| (facts, position))
    }

    fn grew(&mut self, position: Position, but: Option<u64>) {
        self.told_to = position;
        if let Some(door) = self.seat.door() {
            door.grew(position, but);
        }
    }

    /// Gives entries their numbers and their place in the order of all facts.
    fn numbered(&mut self, entries: &[Entry]) -> Result<Vec<Fact>, Failure> {
        let log = self.seat.log();
        log.settle().map_err(Failure::Refused)?;
        let last = log.last();
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
        let reached = self.seat.log().since(from, &mut |position, fact| {
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

/// The stamp after another one at a wall time: the later of both. Facts dated by a clock that was ahead keep their place,
/// and what follows them comes after them, dated by the clock as it is now. Only a clock that is surely wrong is refused.
fn after(last: Stamp, millis: i64) -> Result<Stamp, Cause> {
    /// 1 January 2025, before Vigie.
    const BEFORE: u64 = 1_735_686_000_000;
    let now = millis.max(0) as u64;
    if now < BEFORE && (last.0 >> 16) >= BEFORE {
        return Err(Cause::ClockBack);
    }
    Ok(Stamp((now << 16).max(last.0 + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_000_000_000;

    #[test]
    fn stamps_rise_however_far_the_clock_goes_back() {
        for back in [600, 86_400_000 * 30, 86_400_000 * 365] {
            let first = after(Stamp(0), NOW).unwrap();
            assert_eq!(after(first, NOW - back).unwrap(), Stamp(((NOW as u64) << 16) + 1));
        }
    }

    #[test]
    fn a_clock_from_before_vigie_is_refused() {
        assert_eq!(after(Stamp((NOW as u64) << 16), 1_000), Err(Cause::ClockBack));
        assert!(after(Stamp(0), 1_000).is_ok());
    }
}
