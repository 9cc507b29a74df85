//! What can be set on the screen, page by page, and how it is read and stepped.

use crate::sales::playbook::{Dial, Habit, Habits, Tuning};
use crate::sales::reason::Reason;

/// A page of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Points, half-lives, thresholds.
    #[default]
    Score,
    /// When people come up again.
    Rhythm,
    /// When one may call.
    Law,
}

/// A number, a choice or an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knob {
    /// Of the score.
    Dial(Dial),
    /// Of the rhythm or the law.
    Habit(Habit),
}

impl Page {
    /// Every page, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Score, Self::Rhythm, Self::Law];

    /// Key of its name.
    pub fn text(self) -> &'static str {
        match self {
            Self::Score => "settings-page-score",
            Self::Rhythm => "settings-page-rhythm",
            Self::Law => "settings-page-law",
        }
    }

    /// The one so many further on.
    pub fn on(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|page| *page == self).unwrap_or(0);
        Self::ALL.into_iter().cycle().nth(at + by).unwrap_or_default()
    }

    /// What stands on it.
    pub fn knobs(self, tuning: &Tuning) -> Vec<Knob> {
        match self {
            Self::Score => tuning.dials().into_iter().map(Knob::Dial).collect(),
            Self::Rhythm => Habits::rhythm().into_iter().map(Knob::Habit).collect(),
            Self::Law => tuning.habits.law().into_iter().map(Knob::Habit).collect(),
        }
    }
}

impl Knob {
    /// Where it stands.
    pub fn of(self, tuning: &Tuning) -> i32 {
        match self {
            Self::Dial(dial) => tuning.value(dial),
            Self::Habit(habit) => tuning.habits.value(habit),
        }
    }

    /// Sets it; why not, where it cannot stand.
    pub fn set(self, tuning: &mut Tuning, to: i32) -> Result<(), Reason> {
        match self {
            Self::Dial(dial) => tuning.turn(dial, to),
            Self::Habit(habit) => tuning.habits.turn(habit, to),
        }
    }

    /// Whether it is chosen, not typed.
    pub fn is_choice(self) -> bool {
        matches!(self, Self::Dial(Dial::Framework) | Self::Habit(Habit::Banned))
    }

    /// The page it stands on.
    pub fn page(self, tuning: &Tuning) -> Page {
        Page::ALL.into_iter().find(|page| page.knobs(tuning).contains(&self)).unwrap_or_default()
    }

    /// How far one step goes: half an hour of the day, one of the rest.
    pub fn step(self) -> i32 {
        if self.is_hour() { 30 } else { 1 }
    }

    /// What a typed number means: `9` and `930` are times of day.
    pub fn meant(self, typed: i32) -> i32 {
        match typed {
            0..=24 if self.is_hour() => typed * 60,
            // No minute of any hour: refused as what it would be.
            _ if self.is_hour() && typed % 100 > 59 => i32::from(u16::MAX),
            _ if self.is_hour() => typed / 100 * 60 + typed % 100,
            _ => typed,
        }
    }

    /// Whether it is a time of day.
    pub fn is_hour(self) -> bool {
        matches!(self, Self::Habit(habit) if habit.is_hour())
    }
}
