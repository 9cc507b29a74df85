//! The numbers of the score as somebody is trying them: points, half-lives, thresholds; with those of rhythm and law. Nothing of it holds until it is
//! kept in the user's file; what that would change is told as [`Change`]s.

use super::{Basis, Framework, Habits, Label, Playbook, Rule, Thresholds, rules};
use crate::sales::reason::Reason;

/// A number of the score that can be set; rules by their place in [`Tuning::rules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dial {
    /// The checklist in use, by its place among [`Playbook::frameworks`].
    Framework,
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
    framework: usize,
    /// Every checklist: its key, its name, its rules while it is not the one in use.
    checklists: Vec<(String, Label, Vec<Rule>)>,
    /// Rhythm and law.
    pub habits: Habits,
}

/// Where a setting stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `[qualification] framework`
    Framework,
    /// `[thresholds]`
    Threshold(&'static str),
    /// `[[rule]]` of this key.
    Rule(String, &'static str),
    /// `[[framework.criterion]]`: keys of both.
    Criterion(String, String),
    /// A row of `[cadence]`, and the temperature.
    Cadence(&'static str, &'static str),
    /// `[[segment]]` of this key, and a name in it.
    Segment(String, &'static str),
    /// A table and a name in it.
    Plain(&'static str, &'static str),
}

/// What a setting says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A number.
    Number(i32),
    /// A word.
    Word(String),
    /// Several.
    Words(Vec<String>),
    /// Yes or no.
    Flag(bool),
    /// It is not said.
    Nothing,
}

/// A setting that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub place: Place,
    /// To what.
    pub to: Setting,
    /// From what.
    pub from: Setting,
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
        let rules = self.rules.on.iter().chain(&self.rules.off).cloned().collect();
        let checklist = |framework: &Framework| {
            let rules = framework.criteria.iter().map(rules::criterion).collect();
            (framework.key.clone(), framework.label.clone(), rules)
        };
        let checklists = self.frameworks.iter().map(checklist).collect();
        let habits = Habits::of(self);
        Tuning { thresholds: self.thresholds, rules, framework: self.framework, checklists, habits }
    }
}

impl Tuning {
    /// The rules, first those in force in their order.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Every number of the score that can be set, in the order of the screen. What follows from the others is none.
    pub fn dials(&self) -> Vec<Dial> {
        let mut places: Vec<usize> = (0..self.rules.len()).collect();
        places.sort_by_key(|at| self.rules.get(*at).map(|rule| rule.family));
        let of = |at: usize| {
            let rule = self.rules.get(at);
            let set = rule.is_some_and(|rule| rule.basis != Basis::Opposed);
            let fades = rule.is_some_and(fades);
            set.then_some(Dial::Points(at)).into_iter().chain(fades.then_some(Dial::HalfLife(at)))
        };
        [Dial::Framework, Dial::Hot, Dial::Warm].into_iter().chain(places.into_iter().flat_map(of)).collect()
    }

    /// Where a dial stands.
    pub fn value(&self, dial: Dial) -> i32 {
        match dial {
            Dial::Framework => self.framework as i32,
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
            Dial::Framework => self.ask_by(value as usize),
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

    /// Another checklist gives its own points; those tried on the one before are kept for coming back.
    fn ask_by(&mut self, framework: usize) {
        let answers = |rule: &Rule| matches!(rule.basis, Basis::Answer(_));
        let (asked, others): (Vec<Rule>, Vec<Rule>) = std::mem::take(&mut self.rules).into_iter().partition(answers);
        if let Some((.., kept)) = self.checklists.get_mut(self.framework) {
            *kept = asked;
        }
        self.framework = framework;
        let asked = self.checklists.get(framework).map(|(.., rules)| rules.clone()).unwrap_or_default();
        self.rules = asked.into_iter().chain(others).collect();
        rules::balance(&mut self.rules);
    }

    /// The name of the checklist in use.
    pub fn checklist(&self) -> Option<&Label> {
        self.checklists.get(self.framework).map(|(_, label, _)| label)
    }

    fn checklist_key(&self) -> String {
        self.checklists.get(self.framework).map(|(key, ..)| key.clone()).unwrap_or_default()
    }

    fn range(&self, dial: Dial) -> (i32, i32) {
        match dial {
            Dial::Framework => (0, self.checklists.len() as i32 - 1),
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
        let mut held = playbook.tuning();
        let mut changes = Vec::new();
        if held.framework != self.framework {
            let (from, to) = (Setting::Word(held.checklist_key()), Setting::Word(self.checklist_key()));
            changes.push(Change { place: Place::Framework, to, from });
            held.ask_by(self.framework);
        }
        let change = |dial: Dial| {
            let (from, to) = (held.value(dial), self.value(dial));
            let number = Setting::Number;
            (from != to).then(|| Change { place: self.place(dial), to: number(to), from: number(from) })
        };
        changes.extend(self.dials().into_iter().filter_map(change));
        changes.extend(self.habits.changes(&held.habits));
        changes
    }

    fn place(&self, dial: Dial) -> Place {
        let key = |at: usize| self.rules.get(at).map(|rule| rule.key.clone()).unwrap_or_default();
        match dial {
            Dial::Framework => Place::Framework,
            Dial::Hot => Place::Threshold("hot"),
            Dial::Warm => Place::Threshold("warm"),
            Dial::HalfLife(at) => Place::Rule(key(at), "half_life"),
            Dial::Points(at) => match self.rules.get(at).map(|rule| &rule.basis) {
                Some(Basis::Answer(_)) => Place::Criterion(self.checklist_key(), key(at)),
                _ => Place::Rule(key(at), "points"),
            },
        }
    }
}

/// Whether what a rule gives can fade with time.
fn fades(rule: &Rule) -> bool {
    matches!(rule.basis, Basis::Exchanges | Basis::Contents | Basis::Signals | Basis::Condition(_))
}
