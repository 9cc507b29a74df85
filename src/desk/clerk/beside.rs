//! Beside somebody else who holds the log: what is to be kept waits for them as long as it takes, and is kept exactly once
//! whoever ends meanwhile. Nothing here waits for an answer: the bell tells it.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use super::{
    super::{
        door::Door,
        seat::{Entered, Seat},
        writer::{Entry, Outcome},
    },
    Clerk, SHEAF,
};
use crate::{
    log::{Absent, Cause, Failure, Position, Remote, format::Places, remote::Ring},
    sales::fact::Fact,
};

/// How long something waits before the person is told so.
const SLOW: Duration = Duration::from_secs(2);
/// How long a command waits for a seat before it gives up.
const SEAT: Duration = Duration::from_secs(5);
/// How long it waits for an answer: whoever holds the log may have to rebuild a copy first.
const ANSWER: Duration = Duration::from_secs(20);
/// How long a try for a seat waits for the next: at first, while something is to be kept, and at most.
const TRY: [Duration; 3] = [Duration::from_millis(5), Duration::from_millis(40), Duration::from_secs(1)];
/// How long the store is left to who wants it alone before it is taken again.
const ASIDE: Duration = Duration::from_secs(1);

/// Something to be kept that nobody has kept yet.
pub(super) struct Waiting {
    entries: VecDeque<Entry>,
    since: Instant,
    /// Whoever holds the log was asked for it.
    asked: bool,
    /// They ended meanwhile.
    tried: bool,
}

/// The search for a seat.
#[derive(Default)]
pub(super) struct Search {
    tries: u32,
    /// How often a seat was looked for, ever.
    visit: u64,
    /// Until when somebody else has the store alone.
    aside: Option<Instant>,
    /// The person knows that something waits.
    told: bool,
    /// The log we hold keeps nothing more until it is opened anew.
    lost: bool,
}

impl Search {
    /// Whether this is the visit we are on.
    pub(super) fn is_at(&self, visit: u64) -> bool {
        self.visit == visit
    }

    /// Notes whether what was to be kept failed for a reason that only opening the log anew can end.
    pub(super) fn note_lost<T>(&mut self, kept: &Result<T, Failure>) {
        self.lost = match kept {
            Ok(_) => false,
            Err(Failure::Uncertain(_)) => true,
            Err(Failure::Refused(cause)) => matches!(cause, Cause::Unsettled | Cause::ReadOnly | Cause::Io { .. }),
        };
    }
}

impl Clerk {
    /// Answers the door from now on, where we hold the log and stay.
    pub(super) fn serve(&mut self) {
        let (Some(way), Seat::Own(log, door)) = (&self.way, &mut self.seat) else { return };
        match way.serve(log.position(), &self.line.orders) {
            Ok(open) => *door = open,
            Err(cause) => self.line.tell(vec![Outcome::NoDoor(cause)]),
        }
    }

    /// How long nothing need be done.
    pub(super) fn patience(&self) -> Option<Duration> {
        let late = self.late_at().map(|late| late.saturating_duration_since(Instant::now()));
        let next = self.wants_a_seat().then(|| match self.search.aside {
            Some(until) => until.saturating_duration_since(Instant::now()),
            None => self.next_try(),
        });
        late.into_iter().chain(next).min()
    }

    fn next_try(&self) -> Duration {
        let most = if self.waiting.is_empty() { TRY[2] } else { TRY[1] };
        (TRY[0] * 2_u32.pow(self.search.tries.min(10))).min(most)
    }

    /// Nothing came for so long.
    pub(super) fn look_around(&mut self) {
        if self.wants_a_seat() {
            self.sit_down();
        }
        if self.late_at().is_some_and(|late| late <= Instant::now()) {
            self.be_late();
        }
    }

    /// Whoever stays wants one; whoever is soon gone only to keep something.
    fn wants_a_seat(&self) -> bool {
        let wants = !self.waiting.is_empty() || self.stays();
        wants && self.seat.is_standing()
    }

    fn stays(&self) -> bool {
        self.way.as_ref().is_some_and(|way| way.serves)
    }

    /// When what waits first has waited too long: a command gives up then, whoever stays is told once.
    fn late_at(&self) -> Option<Instant> {
        let first = self.waiting.front()?;
        let most = match (self.stays(), first.asked) {
            (true, _) if self.search.told => return None,
            (true, _) => SLOW,
            (false, true) => ANSWER,
            (false, false) => SEAT,
        };
        Some(first.since + most)
    }

    fn be_late(&mut self) {
        let (stays, asked) = (self.stays(), self.waiting.front().is_some_and(|first| first.asked));
        let Seat::Guest(remote) = &mut self.seat else { return };
        let there = remote.is_at_a_door();
        let cause = if there { Cause::Silent(remote.holder()) } else { Cause::Locked(remote.holder()) };
        if stays {
            self.search.told = true;
            return self.line.tell(vec![Outcome::Delayed(cause)]);
        }
        // Hung up before anything else: whoever wakes up again leaves alone what nobody waits for any more.
        remote.leave();
        self.give_back_first(&if asked { Failure::Uncertain(cause) } else { Failure::Refused(cause) });
    }

    pub(super) fn wait_with(&mut self, entries: Vec<Entry>) {
        let waiting = Waiting { entries: entries.into(), since: Instant::now(), asked: false, tried: false };
        self.waiting.push_back(waiting);
        if self.seat.is_standing() {
            self.sit_down();
        } else {
            self.keep_there();
        }
    }

    /// Looks for a seat at the log.
    fn sit_down(&mut self) {
        let Some(way) = &self.way else { return };
        if self.search.aside.is_some_and(|until| until > Instant::now()) {
            return;
        }
        self.search.aside = None;
        self.search.visit += 1;
        self.search.tries += 1;
        match way.enter(self.search.visit, &self.line.orders) {
            Ok(Entered::Waits(remote)) => self.seat = Seat::Guest(remote),
            Ok(Entered::Holds(disk)) => {
                let places = disk.places().clone();
                self.seat = Seat::Own(disk, None);
                self.come_in(places);
                self.serve();
                self.line.tell(vec![Outcome::Seated(true)]);
                self.keep_waiting();
            }
            Err(cause) => self.give_back(&Failure::Refused(cause)),
        }
    }

    /// The log we hold was lost, its folder gone or its disk silent: opens it anew, in case it is there again.
    pub(super) fn sit_down_anew(&mut self) {
        let (Some(way), true, false) = (&self.way, self.search.lost, self.is_guest()) else { return };
        let gone = Absent::instead_of(self.seat.log(), Cause::Unsettled);
        // The lock is ours as long as the log is. What it says is known.
        std::mem::replace(&mut self.seat, Seat::Own(Box::new(gone), None)).close().ok();
        self.checking = None;
        self.search.visit += 1;
        match way.enter(self.search.visit, &self.line.orders) {
            Ok(Entered::Holds(disk)) => {
                let places = disk.places().clone();
                self.seat = Seat::Own(disk, None);
                self.search.lost = false;
                self.begin_anew(places);
                self.serve();
            }
            Ok(Entered::Waits(remote)) => {
                self.seat = Seat::Guest(remote);
                self.search.lost = false;
                self.line.tell(vec![Outcome::Seated(false)]);
            }
            Err(cause) => {
                let gone = Absent::instead_of(self.seat.log(), cause);
                self.seat = Seat::Own(Box::new(gone), None);
            }
        }
    }

    /// Catches up with the log we now have a seat at.
    fn come_in(&mut self, places: Places) {
        self.search.tries = 0;
        let same = self.places.replace(places.clone()).is_some_and(|before| before == places);
        if same && self.seat.log().reaches(self.told_to) {
            self.catch_up();
        } else {
            self.begin_anew(places);
        }
    }

    pub(super) fn hear(&mut self, ring: Ring) {
        let Seat::Guest(remote) = &mut self.seat else { return };
        match ring {
            Ring::Welcome => {
                let places = remote.places().clone();
                self.come_in(places);
                self.keep_there();
            }
            Ring::Sorry(cause) => {
                remote.leave();
                self.give_back(&Failure::Refused(cause));
            }
            Ring::Grew => self.catch_up(),
            Ring::Kept if remote.go_on() => {}
            Ring::Kept => self.answered(&Failure::Uncertain(Cause::Unsettled)),
            Ring::Failed(failure) => {
                remote.give_up();
                self.answered(&failure);
            }
            Ring::Ended => self.stand_up(),
            // The holder comes back first.
            Ring::Aside => self.search.aside = Some(Instant::now() + ASIDE * 2),
        }
    }

    /// Lets go of the store for somebody who wants it alone, and looks for a seat again a moment later.
    pub(super) fn step_aside(&mut self) {
        let (Some(way), Seat::Own(_, door)) = (&self.way, &self.seat) else { return };
        let Ok(remote) = Remote::open(&way.store, Box::default()) else { return };
        door.iter().for_each(Door::step_aside);
        self.checking = None;
        let own = std::mem::replace(&mut self.seat, Seat::Guest(Box::new(remote)));
        self.line.tell(vec![Outcome::Seated(false)]);
        // What it says is known: the journal has everything.
        own.close().ok();
        self.search.aside = Some(Instant::now() + ASIDE);
    }

    /// The holder has gone: takes its place, or finds who did. What was on its way is looked for there, and given to the
    /// next one, once.
    fn stand_up(&mut self) {
        let Seat::Guest(remote) = &mut self.seat else { return };
        let was_in = remote.is_in();
        let ended = Failure::Uncertain(Cause::Ended(remote.holder()));
        remote.leave();
        if let Some(first) = self.waiting.front_mut().filter(|first| first.asked) {
            if first.tried {
                return self.answered(&ended);
            }
            (first.asked, first.tried) = (false, true);
        }
        if was_in && self.wants_a_seat() {
            self.search.tries = 0;
            self.sit_down();
        }
    }

    /// Asks whoever holds the log to keep what waits first.
    fn keep_there(&mut self) {
        while let Some(first) = self.waiting.front().filter(|first| !first.asked) {
            let entries: Vec<Entry> = first.entries.iter().cloned().collect();
            let numbered = self.numbered(&entries);
            let Seat::Guest(remote) = &mut self.seat else { return };
            // The answer to the one before may come after it was read in the journal.
            if !remote.is_in() || remote.is_asked() {
                return;
            }
            match numbered.and_then(|facts| remote.ask(&facts).map_err(Failure::Refused)) {
                Ok(()) => self.waiting.iter_mut().take(1).for_each(|first| first.asked = true),
                Err(failure) => self.give_back_first(&failure),
            }
        }
    }

    /// What waits first was answered: it is kept if it is there now, else it failed for this reason.
    fn answered(&mut self, failure: &Failure) {
        self.catch_up();
        if self.waiting.front().is_some_and(|first| first.asked) {
            self.give_back_first(failure);
        }
        self.keep_there();
    }

    /// Keeps what waits in the log that is ours by now.
    fn keep_waiting(&mut self) {
        while let Some(first) = self.waiting.pop_front() {
            self.keep_here(first.entries.into());
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
        self.search.told &= !self.waiting.is_empty();
        match read {
            Ok(position) => self.grew(position, None),
            // What cannot be read now is read at the next ring.
            Err(cause) => self.give_back(&Failure::Uncertain(cause)),
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
        self.search.told &= !self.waiting.is_empty();
    }
}

/// Whether a fact is what waits first; then it waits no longer. What is kept of a group is its beginning.
fn is_own(waiting: &mut VecDeque<Waiting>, fact: &Fact) -> bool {
    let Some(first) = waiting.front_mut() else { return false };
    first.entries.pop_front_if(|entry| entry.act == fact.act).is_some()
}
