//! Acts of many facts: an import, a bulk change. Recorded sheaf by sheaf, named while they last, one undo away.

use rustc_hash::FxHashMap;

use super::{Desk, Trouble, clock, writer::Entry};
use crate::sales::{
    acts::Act,
    entity::Entity,
    fact::{ActId, Began, Ended, Statement},
};

/// Facts of a long act kept together with one sync.
pub const SHEAF: usize = 1_000;

impl Desk {
    /// Begins a long act; [`Desk::add`] its facts and [`Desk::finish`] it. Nothing of it is kept before its first sheaf.
    pub fn begin(&mut self, label: &str, facts: u64) -> LongAct {
        let act = self.new_act();
        let began = Statement::Began(Began { label: label.to_owned(), facts });
        let mut long = self.long(act, 0);
        long.waiting.push(self.entry(act, vec![began]));
        long
    }

    /// Goes on with a long act of this name that was cut off: what it lacks becomes a part of it, and one undo takes all of
    /// it back.
    pub fn resume(&mut self, label: &str) -> Option<LongAct> {
        let here = &self.here;
        let is_it = |act: &&Act| {
            let mine = act.author == here.author && act.first.device == here.device && !here.guest;
            mine && act.label.as_deref() == Some(label) && act.lives(self.book.ledger())
        };
        let act = self.book.acts().unfinished().find(is_it)?.id;
        Some(self.long(act, self.kept(act)))
    }

    /// How many facts of a long act are kept.
    pub fn kept(&self, act: ActId) -> u64 {
        self.book.acts().get(act).map_or(0, |act| act.size.saturating_sub(1))
    }

    fn long(&mut self, act: ActId, facts: u64) -> LongAct {
        self.under_way = UnderWay { act: Some(act), open: true, ..UnderWay::default() };
        LongAct { act, named: FxHashMap::default(), waiting: Vec::new(), facts }
    }

    /// Adds one fact to a long act, entered under a day and time; full sheaves are kept at once.
    pub fn add(
        &mut self,
        long: &mut LongAct,
        statements: Vec<Statement>,
        when: Option<(i64, &str)>,
    ) -> Result<(), Trouble> {
        let statements = self.number(statements, &mut long.named);
        let mut entry = self.entry(long.act, statements);
        if let Some((millis, author)) = when {
            entry.recorded_at = millis;
            entry.day = clock::local(millis).0;
            author.clone_into(&mut entry.author);
        }
        long.waiting.push(entry);
        long.facts += 1;
        if long.waiting.len() >= SHEAF { self.flush(long) } else { Ok(()) }
    }

    /// Ends a long act: everything is on the platter.
    pub fn finish(&mut self, mut long: LongAct) -> Result<ActId, Trouble> {
        let ended = Statement::Ended(Ended { facts: long.facts });
        long.waiting.push(self.entry(long.act, vec![ended]));
        self.flush(&mut long)?;
        self.learn_until(0)?;
        self.no_more();
        self.here.sitting.push(long.act);
        Ok(long.act)
    }

    /// Forgets the ids given within a long act, so that the next row can use the same numbers for new things.
    pub fn next_row(&self, long: &mut LongAct) {
        long.named.clear();
    }

    fn flush(&mut self, long: &mut LongAct) -> Result<(), Trouble> {
        self.under_way.facts += long.waiting.len();
        self.writer.keep(std::mem::take(&mut long.waiting));
        self.learn_until(SHEAF).inspect_err(|_| self.no_more())
    }

    /// No long act goes on any more, however it ended: the cards follow what was kept of it.
    pub(super) fn no_more(&mut self) {
        self.under_way.open = false;
        self.catch_up();
    }

    /// Learns what was kept of a long act until at most so many facts are still under way: while one sheaf is on its way
    /// to the platter, the next is read. After a refusal everything is waited for: how much is kept must be known.
    fn learn_until(&mut self, most: usize) -> Result<(), Trouble> {
        while self.under_way.facts > if self.under_way.failed.is_some() { 0 } else { most } {
            let outcome = self.wait()?;
            self.take(outcome);
        }
        self.under_way.failed.take().map_or(Ok(()), Err)
    }
}

/// What the writer has of a long act. Whoever asks for news between two sheaves may be the one to hear of it.
#[derive(Default)]
pub(super) struct UnderWay {
    act: Option<ActId>,
    /// More of it may come.
    open: bool,
    /// Facts sent to the writer and not learnt yet.
    facts: usize,
    failed: Option<Trouble>,
}

impl UnderWay {
    /// It has not ended yet.
    pub(super) fn goes_on(&self) -> bool {
        self.open
    }

    /// A fact of the long act came back; whether it was one. It is no news: the act is told of as a whole.
    pub(super) fn kept(&mut self, act: ActId) -> bool {
        let own = self.act == Some(act);
        self.facts = self.facts.saturating_sub(usize::from(own));
        own
    }

    /// The same of one that was refused.
    pub(super) fn refused(&mut self, act: ActId, trouble: &Trouble) -> bool {
        let own = self.kept(act);
        if own && self.failed.is_none() {
            self.failed = Some(trouble.clone());
        }
        own
    }
}

/// An act of many facts: an import or a bulk change.
pub struct LongAct {
    act: ActId,
    named: FxHashMap<Entity, Entity>,
    waiting: Vec<Entry>,
    facts: u64,
}

impl LongAct {
    /// Its key.
    pub fn act(&self) -> ActId {
        self.act
    }

    /// How many facts were added.
    pub fn facts(&self) -> u64 {
        self.facts
    }
}
