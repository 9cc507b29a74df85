//! Which facts live: a fact is dead while a live retraction of it, or of its act, exists. Of a living fact a statement
//! stands unless a living fact struck it out.

use rustc_hash::FxHashMap;

use super::fact::{ActId, Fact, FactId, Statement, Struck, Target};

/// The fact, and its act, that takes something back.
type By = (FactId, ActId);

/// Every retraction known, by what it takes back.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    by_target: FxHashMap<Target, Vec<(FactId, ActId)>>,
    struck: FxHashMap<FactId, Vec<(u32, By)>>,
}

impl Ledger {
    /// Notes that the fact `by` takes `target` back.
    pub fn note(&mut self, target: Target, by: (FactId, ActId)) {
        let list = self.by_target.entry(target).or_default();
        if !list.contains(&by) {
            list.push(by);
        }
    }

    /// Notes that the fact `by` strikes a statement out.
    pub fn strike(&mut self, struck: Struck, by: (FactId, ActId)) {
        let list = self.struck.entry(struck.fact).or_default();
        if !list.contains(&(struck.at, by)) {
            list.push((struck.at, by));
        }
    }

    /// Whether a statement of a living fact still counts.
    pub fn stands(&self, fact: FactId, at: usize) -> bool {
        self.struck.is_empty() || !self.strikes_on(fact).any(|(place, (by, of))| place == at && self.lives(by, of))
    }

    /// The statements of a fact that count; none where it does not live.
    pub fn standing<'l, 'f>(&'l self, fact: &'f Fact) -> impl Iterator<Item = (usize, &'f Statement)> + use<'l, 'f> {
        let lives = self.lives(fact.id, fact.act);
        fact.statements.iter().enumerate().filter(move |(at, _)| lives && self.stands(fact.id, *at))
    }

    /// Whether a fact lives.
    pub fn lives(&self, fact: FactId, act: ActId) -> bool {
        self.by_target.is_empty() || self.alive(fact, act, 0)
    }

    /// Every retraction, live or dead, of a fact or of its act.
    pub fn against(&self, fact: FactId, act: ActId) -> impl Iterator<Item = (FactId, ActId)> + '_ {
        [Target::Fact(fact), Target::Act(act)].into_iter().filter_map(|on| self.by_target.get(&on)).flatten().copied()
    }

    /// Every retraction: what it takes back, and the fact and act it is.
    pub fn entries(&self) -> impl Iterator<Item = (Target, (FactId, ActId))> + '_ {
        self.by_target.iter().flat_map(|(target, list)| list.iter().map(|by| (*target, *by)))
    }

    /// Every statement that was struck out, and the fact and act it was done by.
    pub fn strikes(&self) -> impl Iterator<Item = (Struck, (FactId, ActId))> + '_ {
        let of = |fact: FactId| move |(at, by): &(u32, By)| (Struck { fact, at: *at }, *by);
        self.struck.iter().flat_map(move |(fact, list)| list.iter().map(of(*fact)))
    }

    /// Every strike, live or dead, on a fact: the statement, and the fact and act it was done by.
    pub fn strikes_on(&self, fact: FactId) -> impl Iterator<Item = (usize, (FactId, ActId))> + '_ {
        self.struck.get(&fact).into_iter().flatten().map(|(at, by)| (*at as usize, *by))
    }

    /// Whether nothing was ever taken back.
    pub fn is_empty(&self) -> bool {
        self.by_target.is_empty() && self.struck.is_empty()
    }

    /// Retractions form chains (undo, redo, undo…); a loop, which only forged facts can make, ends as alive.
    fn alive(&self, fact: FactId, act: ActId, depth: usize) -> bool {
        const LONGEST: usize = 200;
        let dead = |target: Target| {
            self.by_target.get(&target).is_some_and(|list| list.iter().any(|(by, of)| self.alive(*by, *of, depth + 1)))
        };
        depth > LONGEST || !(dead(Target::Fact(fact)) || dead(Target::Act(act)))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::entity::Id, *};

    fn fact(seq: u64) -> FactId {
        FactId { device: 1, seq }
    }

    fn act(n: u128) -> ActId {
        ActId(Id(n))
    }

    #[test]
    fn undo_redo_undo_in_any_order() {
        let undo = (Target::Act(act(1)), (fact(2), act(2)));
        let redo = (Target::Act(act(2)), (fact(3), act(3)));
        let again = (Target::Act(act(3)), (fact(4), act(4)));
        for order in [[undo, redo, again], [again, redo, undo], [redo, again, undo]] {
            let mut ledger = Ledger::default();
            order.iter().for_each(|(target, by)| ledger.note(*target, *by));
            assert!(!ledger.lives(fact(1), act(1)));
            assert!(!ledger.lives(fact(3), act(3)));
            assert!(ledger.lives(fact(4), act(4)));
        }
        let mut redone = Ledger::default();
        redone.note(undo.0, undo.1);
        redone.note(redo.0, redo.1);
        assert!(redone.lives(fact(1), act(1)));
    }

    #[test]
    fn a_forged_loop_ends() {
        let mut ledger = Ledger::default();
        ledger.note(Target::Act(act(1)), (fact(2), act(2)));
        ledger.note(Target::Act(act(2)), (fact(1), act(1)));
        ledger.lives(fact(1), act(1));
    }
}
