//! What was done lately, one row an act, so that it can be taken back. Older acts stay in the history of what they touched.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::{
    entity::Entity,
    fact::{ActId, Fact, FactId, Stamp, Statement, Target},
    ledger::Ledger,
    moment::Day,
};

/// How many acts are kept.
const KEPT: usize = 256;
/// Acts of more facts than this keep their count alone.
const SMALL: usize = 16;

/// One act: what one person did in one go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Its key.
    pub id: ActId,
    /// Who.
    pub author: String,
    /// Its first fact.
    pub first: FactId,
    /// The place of its last fact in the order of all.
    pub stamp: Stamp,
    /// The local day of its first fact.
    pub day: Day,
    /// How many facts.
    pub size: u64,
    /// The label of a long act: the file that was imported.
    pub label: Option<String>,
    /// How many facts a long act announced (none where it could not know: a file that was read in), and whether its last
    /// has come.
    pub announced: Option<(u64, bool)>,
    /// Its facts, where they are few.
    pub facts: Vec<Fact>,
}

impl Act {
    /// What it takes back, where it is an undo or a redo.
    pub fn retracts(&self) -> Option<Target> {
        self.facts.iter().flat_map(|fact| &fact.statements).find_map(|statement| match statement {
            Statement::Retracted(retracted) => Some(retracted.target),
            _ => None,
        })
    }

    /// The first thing it speaks of.
    pub fn subject(&self) -> Option<Entity> {
        self.facts.iter().flat_map(|fact| &fact.statements).flat_map(Statement::entities).next()
    }

    /// Whether it is a long one whose last fact never came.
    pub fn is_unfinished(&self) -> bool {
        matches!(self.announced, Some((_, false)))
    }

    /// Whether all it said was forgotten.
    pub fn is_erased(&self) -> bool {
        !self.facts.is_empty() && self.facts.iter().all(|fact| fact.statements.is_empty())
    }

    /// Whether it still counts.
    pub fn lives(&self, ledger: &Ledger) -> bool {
        ledger.lives(self.first, self.id)
    }
}

/// The last acts, oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Acts(VecDeque<Act>);

impl Acts {
    /// Enters a fact under its act.
    pub fn note(&mut self, fact: &Fact) {
        match self.0.iter_mut().rev().find(|act| act.id == fact.act) {
            Some(act) => act.add(fact),
            None => self.begin(fact),
        }
    }

    /// All kept acts, latest first.
    pub fn latest(&self) -> impl Iterator<Item = &Act> {
        self.0.iter().rev()
    }

    /// Whether no act was let go of yet.
    pub fn is_whole(&self) -> bool {
        self.0.len() < KEPT
    }

    /// An act by its key.
    pub fn get(&self, id: ActId) -> Option<&Act> {
        self.latest().find(|act| act.id == id)
    }

    /// The last live act of somebody on a device that is not itself an undo.
    pub fn undoable<'s>(&'s self, author: &'s str, device: u64, ledger: &Ledger) -> Option<&'s Act> {
        self.of(author, device).find(|act| act.retracts().is_none() && !act.is_erased() && act.lives(ledger))
    }

    /// The last live undo of somebody on a device, unless something was done since.
    pub fn redoable<'s>(&'s self, author: &'s str, device: u64, ledger: &Ledger) -> Option<&'s Act> {
        self.of(author, device)
            .filter(|act| act.lives(ledger))
            .take_while(|act| act.retracts().is_some())
            .find(|act| !self.is_redo(act))
    }

    /// The facts of an act or a fact, where they are all kept here.
    pub fn facts_under(&self, target: Target) -> Vec<Fact> {
        match target {
            Target::Act(id) => self.get(id).map(|act| act.facts.clone()).unwrap_or_default(),
            Target::Fact(id) => {
                self.latest().flat_map(|act| &act.facts).find(|fact| fact.id == id).cloned().into_iter().collect()
            }
        }
    }

    /// How many facts a target has, as far as is known here.
    pub fn size(&self, target: Target) -> u64 {
        match target {
            Target::Act(id) => self.get(id).map_or(0, |act| act.size),
            Target::Fact(_) => 1,
        }
    }

    /// Long acts whose last fact never came.
    pub fn unfinished(&self) -> impl Iterator<Item = &Act> {
        self.latest().filter(|act| act.is_unfinished())
    }

    fn of<'s>(&'s self, author: &'s str, device: u64) -> impl Iterator<Item = &'s Act> {
        self.latest().filter(move |act| act.author == author && act.first.device == device)
    }

    /// A retraction of a retraction.
    fn is_redo(&self, act: &Act) -> bool {
        match act.retracts() {
            Some(Target::Act(undone)) => self.get(undone).is_some_and(|undone| undone.retracts().is_some()),
            _ => false,
        }
    }

    fn begin(&mut self, fact: &Fact) {
        self.0.push_back(Act::begun(fact));
        if self.0.len() > KEPT {
            let short = self.0.iter().position(|act| act.label.is_none()).unwrap_or(0);
            self.0.remove(short);
        }
    }
}

impl Act {
    /// The act of its first fact.
    pub(super) fn begun(fact: &Fact) -> Self {
        let mut act = Self {
            id: fact.act,
            author: fact.author.clone(),
            first: fact.id,
            stamp: fact.stamp,
            day: fact.day,
            size: 0,
            label: None,
            announced: None,
            facts: Vec::new(),
        };
        act.add(fact);
        act
    }

    /// The act of all its facts.
    pub fn of(facts: &[Fact]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut act = Self::begun(first);
        rest.iter().for_each(|fact| act.add(fact));
        Some(act)
    }

    /// One more of its facts.
    pub fn add(&mut self, fact: &Fact) {
        if self.facts.iter().any(|known| known.id == fact.id) {
            return;
        }
        self.size += 1;
        self.stamp = self.stamp.max(fact.stamp);
        for statement in &fact.statements {
            match statement {
                Statement::Began(began) => {
                    self.label = Some(began.label.clone());
                    self.announced = Some((began.facts, false));
                }
                Statement::Ended(ended) => {
                    let announced = self.announced.map_or(ended.facts, |(facts, _)| facts);
                    self.announced = Some((announced, true));
                }
                _ => {}
            }
        }
        if self.size <= SMALL as u64 {
            self.facts.push(fact.clone());
        } else {
            self.facts.clear();
        }
    }
}
