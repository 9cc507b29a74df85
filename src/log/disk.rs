//! The log on disk: the journal is the truth, sled follows and answers by entity. Decides who is asked.
//! Never names sled's types, never writes a byte itself.

mod check;
mod follow;
mod heal;
mod open;
mod renew;
mod since;

pub use renew::Restored;

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::{
    Cause, Damage, Failure, Harm, Idle, Last, Log, Position, Take,
    aside::write_marks,
    echo::Echo,
    format::{Origin, Places},
    journal::{self, Found, Halt, Journal},
    line,
    lock::Lock,
    memory::{is_under, names, word},
    platter::{self, Open},
    sled::{Fault, Opening, Sled},
};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Target},
    moment::Day,
};

/// The store on disk, held.
pub struct Disk {
    copy: Copy,
    journal: Journal,
    echo: Echo,
    places: Places,
    origin: Origin,
    health: Health,
    lock: Lock,
}

/// What is known of the two copies.
struct Health {
    /// How many damages the copies were compared with; nothing before the first comparison.
    settled: Option<usize>,
    /// How many facts the other copies gave back.
    healed: u64,
    /// How many facts sled had when it was last compared in full.
    compared: u64,
    /// Where the journal ended when it was opened.
    opened_at: Position,
    /// Whoever held the store last did not let go of it in order.
    unclean: bool,
    /// What was found damaged could not be written down.
    forgetful: bool,
    /// A full comparison under way.
    checking: Option<check::Check>,
}

/// What the copy that answers by entity is doing.
enum Copy {
    /// Not asked for yet.
    Closed,
    /// A thread is opening it.
    Opening(Opening),
    /// It answers.
    Open(Box<Sled>),
    /// It is out of order; the journal answers alone. `again`: worth another try.
    Aside { again: bool },
}

/// What a test may replace.
pub struct Tools {
    /// How the journal's files are opened.
    pub open: Open,
    /// How long a segment grows.
    pub segment: u64,
}

impl Default for Tools {
    fn default() -> Self {
        Self { open: platter::real(), segment: journal::SEGMENT }
    }
}

impl Disk {
    /// Where everything is.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Whether the store was made by this open.
    pub fn created(&self) -> bool {
        self.origin == Origin::Made
    }

    /// Whether the store's folder is a copy of another one; it has another number since.
    pub fn copied(&self) -> bool {
        self.origin == Origin::Copied
    }

    /// How many facts the journal has.
    pub fn facts(&self) -> u64 {
        self.journal.marks().facts
    }

    /// How many facts the journal had lost and sled gave back.
    pub fn healed(&self) -> u64 {
        self.health.healed
    }

    /// How many facts sled had when everything was last compared; 0 where there was nothing to compare.
    pub fn compared(&self) -> u64 {
        self.health.compared
    }

    /// Asks sled, or does without it.
    fn ask<T>(&mut self, question: impl FnOnce(&mut Sled) -> Result<T, Fault>) -> Result<Option<T>, Cause> {
        self.join()?;
        let Copy::Open(sled) = &mut self.copy else { return Ok(None) };
        match question(sled) {
            Ok(answer) => Ok(Some(answer)),
            Err(fault) => {
                self.put_aside(&fault);
                Ok(None)
            }
        }
    }

    /// The facts among these that are not kept yet.
    fn new_ones(&mut self, facts: &[Fact]) -> Result<Vec<Fact>, Cause> {
        let wanted: FxHashSet<_> = facts.iter().map(|fact| fact.id).collect();
        let mut kept = BTreeMap::new();
        self.journal.read(Position::default(), &mut |_, found| {
            let Found::Line(json) = found else { return Ok(None) };
            if line::glance(json).is_some_and(|(id, _)| wanted.contains(&id)) {
                kept.extend(line::fact(json).map(|fact| (fact.id, fact)));
            }
            Ok(None)
        })?;
        let mut fresh = Vec::new();
        for fact in facts {
            match kept.get(&fact.id) {
                Some(same) if same == fact => {}
                Some(_) => return Err(Cause::Conflict(fact.id)),
                None => {
                    kept.insert(fact.id, fact.clone());
                    fresh.push(fact.clone());
                }
            }
        }
        self.gapless(&fresh)?;
        Ok(fresh)
    }

    fn gapless(&self, facts: &[Fact]) -> Result<(), Cause> {
        let device = self.journal.device();
        let mut expected = self.journal.marks().seq(device);
        for fact in facts.iter().filter(|fact| fact.id.device == device) {
            expected += 1;
            if fact.id.seq != expected {
                return Err(Cause::Gap { expected, found: fact.id.seq });
            }
        }
        Ok(())
    }

    /// Facts that no earlier fact can be: each numbered above all of its device.
    fn all_new(&self, facts: &[Fact]) -> bool {
        let mut highest: BTreeMap<u64, u64> = BTreeMap::new();
        facts.iter().all(|fact| {
            let device = fact.id.device;
            let before = highest.get(&device).copied().unwrap_or_else(|| self.journal.marks().seq(device));
            highest.insert(device, fact.id.seq);
            fact.id.seq > before
        })
    }

    fn append(&mut self, facts: &[Fact]) -> Result<Position, Failure> {
        let position = self.journal.append(facts)?;
        self.echo.add(facts);
        Ok(position)
    }

    fn search(&mut self, from: Position, word: &str, wanted: &dyn Fn(&Fact) -> bool) -> Result<Vec<Fact>, Cause> {
        self.journal.search(from, self.journal.marks().position, word, wanted)
    }
}

impl Log for Disk {
    fn record(&mut self, facts: &[Fact]) -> Result<Position, Failure> {
        self.settle().map_err(Failure::Refused)?;
        if self.all_new(facts) {
            self.gapless(facts).map_err(Failure::Refused)?;
            return self.append(facts);
        }
        let fresh = self.new_ones(facts).map_err(Failure::Refused)?;
        self.append(&fresh)
    }

    fn has_act(&mut self, act: ActId) -> Result<bool, Cause> {
        let followed = self.ask(|sled| Ok((sled.act(act)?, sled.tally().position)))?;
        let (span, from) = followed.unwrap_or_default();
        Ok(span.is_some() || !self.search(from, &act.0.to_string(), &|fact| fact.act == act)?.is_empty())
    }

    fn facts_of(&mut self, about: Entity) -> Result<Vec<Fact>, Cause> {
        let followed = self.ask(|sled| Ok((sled.facts_of(about)?, sled.tally().position)))?;
        let (mut facts, from) = followed.unwrap_or_default();
        facts.extend(self.search(from, &about.id.to_string(), &|fact| names(fact, about))?);
        facts.sort_by_key(|fact| (fact.stamp, fact.id));
        facts.dedup_by_key(|fact| fact.id);
        Ok(facts)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Cause> {
        let (word, wanted) = (word(target), |fact: &Fact| is_under(fact, target));
        match target {
            Target::Fact(id) => {
                let (start, end) = self.journal.span_of(id)?;
                let found = self.journal.search(start, end, &word, &wanted)?;
                // What sled once gave back stands elsewhere.
                if found.is_empty() { self.search(Position::default(), &word, &wanted) } else { Ok(found) }
            }
            Target::Act(act) => {
                let followed = self.ask(|sled| Ok((sled.act(act)?, sled.tally().position)))?;
                let (span, from) = followed.unwrap_or_default();
                let mut found = match span {
                    Some((start, end)) => self.journal.search(start, end, &word, &wanted)?,
                    None => Vec::new(),
                };
                found.extend(self.search(from, &word, &wanted)?);
                Ok(found)
            }
        }
    }

    fn since(&mut self, from: Position, take: &mut Take<'_>) -> Result<Position, Cause> {
        let mut each = |next: Position, found: Found<'_>| match found {
            Found::Line(json) => match line::fact(json) {
                Some(fact) => take(next, fact).map(|()| None).map_err(Halt::Cause),
                None => Ok(Some(Harm::Meaning)),
            },
            Found::Lost => Ok(None),
        };
        let before = self.journal.read(from, &mut each)?;
        if self.is_hurt() {
            self.settle()?;
        }
        if before < self.journal.marks().position {
            return self.journal.read(before, &mut each);
        }
        Ok(before)
    }

    fn reaches(&self, position: Position) -> bool {
        self.journal.reaches(position)
    }

    fn position(&self) -> Position {
        self.journal.marks().position
    }

    fn last(&self) -> Last {
        self.journal.last()
    }

    fn warm(&mut self) {
        if let Copy::Closed = self.copy {
            // Whatever opens it would make the folder where there is none.
            let ready = self.places.generation().is_dir() && self.move_hung().is_ok();
            let begin = || Copy::Opening(Opening::begin(&self.places.sled()));
            self.copy = if ready { begin() } else { Copy::Aside { again: false } };
        }
    }

    fn settle(&mut self) -> Result<(), Cause> {
        if self.health.settled == Some(self.journal.damage().len()) {
            return Ok(());
        }
        self.try_again();
        self.join()?;
        if self.is_hurt() {
            self.heal()?;
        }
        self.settled();
        Ok(())
    }

    fn idle(&mut self) -> Result<Idle, Cause> {
        self.settle()?;
        self.try_again();
        if !self.health.forgetful {
            write_marks(&self.places, self.journal.device(), self.journal.marks())
                .map_err(|error| Cause::of(&error, self.places.marks()))?;
        }
        self.follow()
    }

    fn is_check_due(&self, day: Day) -> bool {
        self.wants_check(day)
    }

    fn check(&mut self, day: Day) -> Result<Idle, Cause> {
        let owes = self.health.unclean || self.echo.is_due();
        if owes && self.health.checking.is_none() && self.idle()? == Idle::More {
            return Ok(Idle::More);
        }
        let idle = self.check_beside()?;
        if idle == Idle::Done {
            let noted = self.note_checked(day);
            noted.map_err(|error| Cause::of(&error, self.places.root()))?;
        }
        Ok(idle)
    }

    fn damage(&self) -> &[Damage] {
        self.journal.damage()
    }

    fn close(mut self: Box<Self>) -> Result<(), Cause> {
        self.follow_briefly();
        if !self.health.forgetful {
            // A shortcut for the next start; on a full disk there is none, and nothing else is lost.
            write_marks(&self.places, self.journal.device(), self.journal.marks()).ok();
        }
        self.wait();
        if let Copy::Open(sled) = std::mem::replace(&mut self.copy, Copy::Aside { again: false }) {
            // Whatever it says: the journal has everything, and the next start compares.
            sled.close().ok();
        }
        self.lock.leave();
        Ok(())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.wait();
    }
}
