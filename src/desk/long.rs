//! Acts of many facts: an import, a bulk change. Recorded sheaf by sheaf, named while they last, one undo away.

use rustc_hash::FxHashMap;

use super::{
    Desk, Trouble, clock,
    writer::{Entry, Outcome},
};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Began, Ended, Statement},
};

/// Facts of a long act kept together with one sync.
pub const SHEAF: usize = 1_000;

impl Desk {
    /// Begins a long act; [`Desk::add`] its facts and [`Desk::finish`] it.
    pub fn begin(&mut self, label: &str, facts: u64) -> Result<LongAct, Trouble> {
        let act = self.new_act();
        let began = Statement::Began(Began { label: label.to_owned(), facts });
        let mut long = LongAct { act, named: FxHashMap::default(), waiting: Vec::new(), under_way: 0, facts: 0 };
        long.waiting.push(self.entry(act, vec![began]));
        self.flush(&mut long)?;
        self.learn_until(&mut long, 0)?;
        Ok(long)
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
        self.learn_until(&mut long, 0)?;
        self.here.sitting.push(long.act);
        Ok(long.act)
    }

    /// Forgets the ids given within a long act, so that the next row can use the same numbers for new things.
    pub fn next_row(&self, long: &mut LongAct) {
        long.named.clear();
    }

    fn flush(&mut self, long: &mut LongAct) -> Result<(), Trouble> {
        let expected = long.waiting.len();
        self.writer.keep(std::mem::take(&mut long.waiting));
        long.under_way += expected;
        self.learn_until(long, SHEAF)
    }

    /// Learns what was kept of a long act until at most so many facts are still under way: while one sheaf is on its way
    /// to the platter, the next is read.
    fn learn_until(&mut self, long: &mut LongAct, most: usize) -> Result<(), Trouble> {
        while long.under_way > most {
            match self.writer.wait().ok_or(Trouble::NoWriter)? {
                Outcome::Failed(entry, failure) => return Err(Trouble::of(failure, entry.statements)),
                outcome @ Outcome::Kept(..) => {
                    long.under_way -= 1;
                    self.take(outcome);
                    self.news.pop_back();
                }
                outcome => self.take(outcome),
            }
        }
        Ok(())
    }
}

/// An act of many facts: an import or a bulk change.
pub struct LongAct {
    act: ActId,
    named: FxHashMap<Entity, Entity>,
    waiting: Vec<Entry>,
    /// Facts sent to the writer and not learnt yet.
    under_way: usize,
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
