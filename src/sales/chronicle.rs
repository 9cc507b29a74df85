//! The acts of a whole history, latest first, page by page: as many as are asked for are kept while all facts pass by.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{
    acts::{Act, Acts},
    fact::{ActId, Fact, FactId, Stamp},
    moment::Day,
};

/// Which acts are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Only those before this one in the order of all.
    pub before: Option<Stamp>,
    /// Only those entered on this day or later.
    pub since: Option<Day>,
    /// At most so many.
    pub most: usize,
}

impl Page {
    /// The page among the acts at hand; nothing where older ones may belong to it.
    pub fn among(&self, acts: &Acts) -> Option<Vec<Act>> {
        let found: Vec<Act> = acts.latest().filter(|act| self.holds(act)).take(self.most).cloned().collect();
        let reaches = found.len() == self.most
            || acts.is_whole()
            || self.since.is_some_and(|since| acts.latest().last().is_some_and(|oldest| oldest.day < since));
        reaches.then_some(found)
    }

    fn holds(&self, act: &Act) -> bool {
        self.before.is_none_or(|before| act.stamp < before) && self.since.is_none_or(|since| act.day >= since)
    }
}

/// The acts of a page, while facts pass by in any order.
#[derive(Debug)]
pub struct Chronicle {
    page: Page,
    kept: BTreeMap<(Stamp, FactId), Act>,
    places: FxHashMap<ActId, (Stamp, FactId)>,
}

impl Chronicle {
    /// An empty page.
    pub fn new(page: Page) -> Self {
        Self { page, kept: BTreeMap::new(), places: FxHashMap::default() }
    }

    /// A fact passes by.
    pub fn note(&mut self, fact: &Fact) {
        let known = self.places.remove(&fact.act).and_then(|place| self.kept.remove(&place));
        let act = match known {
            Some(mut act) => {
                act.add(fact);
                act
            }
            None => Act::begun(fact),
        };
        if self.page.holds(&act) {
            let place = (act.stamp, act.first);
            self.places.insert(act.id, place);
            self.kept.insert(place, act);
        }
        if self.kept.len() > self.page.most
            && let Some((_, oldest)) = self.kept.pop_first()
        {
            self.places.remove(&oldest.id);
        }
    }

    /// The acts, latest first.
    pub fn acts(self) -> Vec<Act> {
        self.kept.into_values().rev().collect()
    }
}
