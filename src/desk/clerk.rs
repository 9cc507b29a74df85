//! The far end of the writer thread: numbers facts, keeps whole groups of them with one sync, answers questions about
//! the past, lets the slower copy follow when nothing waits. Keeps what it is given exactly once, whoever holds the log
//! meanwhile.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender},
    time::{Duration, Instant},
};

use super::{
    door::Caller,
    seat::{Seat, Way},
    writer::{Entry, Outcome, Wake},
};
use crate::{
    log::{Cause, Damage, Failure, Idle, Log, Position, Remote, format::Places, remote::Ring},
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
    /// A guest at our door wants the store alone for a moment.
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
/// How long something waits for a seat at the log before it is given back.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a try for a seat waits for the next: at first, while something is to be kept, and at most.
const TRY: [Duration; 3] = [Duration::from_millis(5), Duration::from_millis(40), Duration::from_secs(1)];

/// How long the store is left to who wants it alone before it is taken again.
const ASIDE: Duration = Duration::from_secs(1);

/// Something to be kept that has no seat yet, or was on its way when the holder ended.
struct Waiting {
    entries: VecDeque<Entry>,
    until: Instant,
    tried: bool,
}

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

/// The search for a seat.
#[derive(Default)]
struct Search {
    tries: u32,
    /// How often a seat was looked for, ever.
    visit: u64,
    /// Until when somebody else has the store alone.
    aside: Option<Instant>,
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
                Err(RecvTimeoutError::Timeout) if self.wants_a_seat() => self.sit_down(),
                Err(RecvTimeoutError::Timeout) if self.checking.is_some() => self.check(),
                // A copy that cannot follow now is tried again after the next facts; the journal has everything.
                Err(RecvTimeoutError::Timeout) if matches!(self.seat.log().idle(), Ok(Idle::More)) => {}
                Err(RecvTimeoutError::Timeout) => behind = 0,
            }
        }
    }

    /// How long the next order is waited for.
    fn pause(&self, behind: usize) -> Option<Duration> {
        if self.wants_a_seat() {
            if let Some(until) = self.search.aside {
                return Some(until.saturating_duration_since(Instant::now()));
            }
            let most = if self.waiting.is_empty() { TRY[2] } else { TRY[1] };
            return Some((TRY[0] * 2_u32.pow(self.search.tries.min(10))).min(most));
        }
        match self.checking {
            Some(_) => Some(Duration::ZERO),
            None => (behind >= FAR).then_some(REST),
        }
    }

    /// Whoever stays wants one; whoever is soon gone only to keep something.
    fn wants_a_seat(&self) -> bool {
        let wants = !self.waiting.is_empty() || self.way.as_ref().is_some_and(|way| way.serves);
        wants && self.seat.is_standing()
    }

    /// Does what is asked; says how many facts the slower copy has to follow.
    fn obey(&mut self, order: Order) -> usize {
        // Whoever asked may have gone meanwhile: then nobody misses the answer.
        match order {
            Order::Keep(entries) => return self.keep(entries),
            Order::Admit(entries, caller) => return self.admit(&entries, caller),
            Order::StepAside => self.step_aside(),
            Order::Heard(visit, ring) if visit == self.search.visit => self.hear(ring),
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
        let many = entries.len();
        if matches!(self.seat, Seat::Own(..)) {
            self.keep_here(entries);
            return many;
        }
        let until = Instant::now() + PATIENCE;
        self.waiting.push_back(Waiting { entries: entries.into(), until, tried: false });
        if self.seat.is_standing() {
            self.sit_down();
        } else {
            self.keep_there();
        }
        0
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
        if !matches!(self.seat, Seat::Own(..)) || !caller.waits() {
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
        let facts = self.numbered(entries)?;
        let position = self.seat.log().record(&facts)?;
        Ok((facts, position))
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

/// Beside whoever holds the log.
impl Clerk {
    /// Answers the door from now on, where we hold the log and stay.
    fn serve(&mut self) {
        let (Some(way), Seat::Own(log, door)) = (&self.way, &mut self.seat) else { return };
        match way.serve(log.position(), &self.line.orders) {
            Ok(open) => *door = open,
            Err(cause) => self.line.tell(vec![Outcome::NoDoor(cause)]),
        }
    }

    /// Takes a seat at the log if there is one, catches up, and keeps what waits.
    fn sit_down(&mut self) {
        let Some(way) = &self.way else { return };
        if self.search.aside.is_some_and(|until| until > Instant::now()) {
            return;
        }
        self.search.aside = None;
        self.search.visit += 1;
        self.search.tries += 1;
        match way.enter(self.search.visit, &self.line.orders) {
            Ok((seat, _)) if seat.is_standing() => {
                self.seat = seat;
                self.give_up_late();
            }
            Ok((seat, places)) => {
                self.take(seat, places);
                self.keep_there();
            }
            Err(cause) => self.give_back(&Failure::Refused(cause)),
        }
    }

    fn take(&mut self, mut seat: Seat, places: Places) {
        self.search.tries = 0;
        let same = self.places.replace(places.clone()).is_some_and(|before| before == places);
        let follows = same && seat.log().reaches(self.told_to);
        self.seat = seat;
        if follows {
            self.catch_up();
        } else {
            self.begin_anew(places);
        }
        if matches!(self.seat, Seat::Own(..)) {
            self.serve();
            self.line.tell(vec![Outcome::Seated(true)]);
        }
    }

    fn hear(&mut self, ring: Ring) {
        match ring {
            Ring::Grew => self.catch_up(),
            Ring::Ended => self.stand_up(),
            // The holder comes back first.
            Ring::Aside => self.search.aside = Some(Instant::now() + ASIDE * 2),
        }
    }

    /// Lets go of the store for somebody who wants it alone, and looks for a seat again a moment later.
    fn step_aside(&mut self) {
        let (Some(way), Some(door)) = (&self.way, self.seat.door()) else { return };
        let Ok(remote) = Remote::open(&way.store, Box::default()) else { return };
        door.step_aside();
        self.checking = None;
        let own = std::mem::replace(&mut self.seat, Seat::Guest(Box::new(remote), false));
        self.line.tell(vec![Outcome::Seated(false)]);
        // What it says is known: the journal has everything.
        own.close().ok();
        self.search.aside = Some(Instant::now() + ASIDE);
    }

    /// The holder has gone: takes its place, or finds who did.
    fn stand_up(&mut self) {
        if let Seat::Guest(_, seated) = &mut self.seat {
            *seated = false;
        }
        self.search.tries = 0;
        if self.wants_a_seat() {
            self.sit_down();
        }
    }

    /// Keeps what waits, by whoever holds the log. What was on its way when the holder ended is looked for first, and
    /// then given to the next one, once.
    fn keep_there(&mut self) {
        while let Some(mut first) = self.waiting.pop_front() {
            let entries: Vec<Entry> = first.entries.iter().cloned().collect();
            if matches!(self.seat, Seat::Own(..)) {
                self.keep_here(entries);
                continue;
            }
            let again = !std::mem::replace(&mut first.tried, true);
            self.waiting.push_front(first);
            let failure = match self.record(&entries) {
                Err(Failure::Uncertain(Cause::Ended(_))) if again => return self.stand_up(),
                Err(failure) => failure,
                Ok(_) => Failure::Uncertain(Cause::Unsettled),
            };
            self.catch_up();
            // Nothing, where all of it was just read.
            self.give_back_first(&failure);
        }
    }

    /// Reads on and tells what is new: our own among it is what waits first.
    fn catch_up(&mut self) {
        let Self { seat, line, waiting, .. } = self;
        let mut group = Vec::new();
        let read = seat.log().since(self.told_to, &mut |position, fact| {
            let known = if is_own(waiting, &fact) { Outcome::Kept } else { Outcome::Heard };
            group.push(known(fact, position));
            if group.len() >= SHEAF {
                line.tell(std::mem::take(&mut group));
            }
            Ok(())
        });
        line.tell(group);
        self.caught_up(read);
    }

    /// The log is another one than the near end knows, after damage or a forgotten person: it reads everything anew.
    fn begin_anew(&mut self, places: Places) {
        let Self { seat, line, waiting, .. } = self;
        let mut group = vec![Outcome::Anew(seat.log().last().device, places)];
        let read = seat.log().since(Position::default(), &mut |position, fact| {
            if is_own(waiting, &fact) {
                group.push(Outcome::Kept(fact, position));
            }
            Ok(())
        });
        line.tell(group);
        self.caught_up(read);
    }

    fn caught_up(&mut self, read: Result<Position, Cause>) {
        self.waiting.retain(|waiting| !waiting.entries.is_empty());
        match read {
            Ok(position) => self.grew(position, None),
            // What cannot be read now is read at the next ring.
            Err(cause) => self.give_back(&Failure::Uncertain(cause)),
        }
    }

    fn give_up_late(&mut self) {
        let late = self.waiting.front().is_some_and(|first| first.until <= Instant::now());
        if late && let Seat::Guest(remote, _) = &self.seat {
            let failure = Failure::Refused(Cause::Locked(remote.holder()));
            self.give_back_first(&failure);
        }
    }

    fn give_back(&mut self, failure: &Failure) {
        while !self.waiting.is_empty() {
            self.give_back_first(failure);
        }
    }

    fn give_back_first(&mut self, failure: &Failure) {
        let Some(first) = self.waiting.pop_front() else { return };
        self.line.tell(first.entries.into_iter().map(|entry| Outcome::Failed(entry, failure.clone())).collect());
    }
}

/// Whether a fact is what waits first; then it waits no longer. What is kept of a group is its beginning.
fn is_own(waiting: &mut VecDeque<Waiting>, fact: &Fact) -> bool {
    let Some(first) = waiting.front_mut() else { return false };
    first.entries.pop_front_if(|entry| entry.act == fact.act).is_some()
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
