//! The numbers of the score as somebody is trying them: points, half-lives, thresholds. Nothing of it holds until it is
//! kept in the user's file; what that would change is told as [`Change`]s.

use super::{Basis, Playbook, Rule, Thresholds, rules};
use crate::sales::reason::Reason;

/// A number of the score that can be set; rules by their place in [`Tuning::rules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dial {
    /// Chaud from here on.
    Hot,
    /// Tiède from here on.
    Warm,
    /// What a rule gives at most.
    Points(usize),
    /// After how many days half of it is left; 0 for never.
    HalfLife(usize),
}

/// The rules, those that are switched off last, and the thresholds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tuning {
    /// From how many points a deal is warm and hot.
    pub thresholds: Thresholds,
    rules: Vec<Rule>,
}

/// Where a number stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `[thresholds]`
    Threshold(&'static str),
    /// `[[rule]]` of this key.
    Rule(String, &'static str),
    /// `[[framework.criterion]]`: keys of both.
    Criterion(String, String),
}

/// A number that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// To what.
    pub to: i32,
    /// From what.
    pub from: i32,
}

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { place: self.place, to: self.from, from: self.to }
    }
}

impl Playbook {
    /// The numbers in force, to be tried otherwise.
    pub fn tuning(&self) -> Tuning {
        Tuning { thresholds: self.thresholds, rules: self.rules.on.iter().chain(&self.rules.off).cloned().collect() }
    }
}

impl Tuning {
    /// The rules, first those in force in their order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Every number that can be set, in the order of the screen. What follows from the others is none.
    pub fn dials(&self) -> Vec<Dial> {
        let mut places: Vec<usize> = (0..self.rules.len()).collect();
        places.sort_by_key(|at| self.rules.get(*at).map(|rule| rule.family));
        let of = |at: usize| {
            let rule = self.rules.get(at);
            let set = rule.is_some_and(|rule| rule.basis != Basis::Opposed);
            let fades = rule.is_some_and(fades);
            set.then_some(Dial::Points(at)).into_iter().chain(fades.then_some(Dial::HalfLife(at)))
        };
        [Dial::Hot, Dial::Warm].into_iter().chain(places.into_iter().flat_map(of)).collect()
    }

    /// Where a dial stands.
    pub fn value(&self, dial: Dial) -> i32 {
        match dial {
            Dial::Hot => self.thresholds.hot.into(),
            Dial::Warm => self.thresholds.warm.into(),
            Dial::Points(at) => self.rules.get(at).map_or(0, |rule| rule.points),
            Dial::HalfLife(at) => self.rules.get(at).and_then(|rule| rule.half_life).map_or(0, i32::from),
        }
    }

    /// Turns a dial; why not, where the number cannot stand there.
    pub fn turn(&mut self, dial: Dial, value: i32) -> Result<(), Reason> {
        let (least, most) = self.range(dial);
        if !(least..=most).contains(&value) {
            return Err(Reason::plain("playbook-range").with("value", value).with("least", least).with("most", most));
        }
        match dial {
            Dial::Hot => self.thresholds.hot = value as u8,
            Dial::Warm => self.thresholds.warm = value as u8,
            Dial::Points(at) => {
                if let Some(rule) = self.rules.get_mut(at) {
                    rule.points = value;
                }
                rules::balance(&mut self.rules);
            }
            Dial::HalfLife(at) => {
                if let Some(rule) = self.rules.get_mut(at) {
                    rule.half_life = u16::try_from(value).ok().filter(|days| *days > 0);
                }
            }
        }
        Ok(())
    }

    fn range(&self, dial: Dial) -> (i32, i32) {
        match dial {
            Dial::Hot => (i32::from(self.thresholds.warm) + 1, 100),
            Dial::Warm => (1, i32::from(self.thresholds.hot) - 1),
            Dial::Points(at) => match self.rules.get(at).map(|rule| &rule.basis) {
                Some(Basis::Answer(_)) => (0, 100),
                _ => (-rules::MOST, rules::MOST),
            },
            Dial::HalfLife(_) => (0, 3650),
        }
    }

    /// What differs from the settings in force.
    pub fn changes(&self, playbook: &Playbook) -> Vec<Change> {
        let held = playbook.tuning();
        let change = |dial: Dial| {
            let (from, to) = (held.value(dial), self.value(dial));
            (from != to).then(|| Change { place: self.place(dial, playbook), to, from })
        };
        self.dials().into_iter().filter_map(change).collect()
    }

    fn place(&self, dial: Dial, playbook: &Playbook) -> Place {
        let key = |at: usize| self.rules.get(at).map(|rule| rule.key.clone()).unwrap_or_default();
        match dial {
            Dial::Hot => Place::Threshold("hot"),
            Dial::Warm => Place::Threshold("warm"),
            Dial::HalfLife(at) => Place::Rule(key(at), "half_life"),
            Dial::Points(at) => match self.rules.get(at).map(|rule| &rule.basis) {
                Some(Basis::Answer(_)) => Place::Criterion(playbook.framework().key.clone(), key(at)),
                _ => Place::Rule(key(at), "points"),
            },
        }
    }
}

/// Whether what a rule gives can fade with time.
fn fades(rule: &Rule) -> bool {
    matches!(rule.basis, Basis::Exchanges | Basis::Contents | Basis::Signals | Basis::Condition(_))
}
