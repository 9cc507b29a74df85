//! Rhythm and law as somebody is trying them: cadence days, saturation, tries, how many a day, attrition, the hours of the
//! law. Nothing of it holds until it is kept.

use super::{Cadence, Change, LawRules, Pace, Place, Playbook, Rhythm, Setting};
use crate::sales::{
    fact::Temperature,
    moment::Hour,
    reason::{Given, Reason},
};

/// Rhythm and law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Habits {
    cadence: Cadence,
    rhythm: Rhythm,
    law: LawRules,
}

/// Something of them that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Habit {
    /// Days between two touches.
    Days(Row, Temperature),
    /// A number of the follow-up or of the law.
    Number(Number),
    /// Whether the trade may not canvass consumers.
    Banned,
    /// When a span of hours begins, minutes after midnight.
    Opens(usize),
    /// When it ends.
    Closes(usize),
}

/// A row of the cadence table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// Nothing verified.
    Lead,
    /// Qualified.
    Prospect,
    /// Open from the first offer on.
    Open,
    /// Does not decide.
    Intermediary,
    /// Has bought.
    Client,
    /// Bought long ago, or lost deals only.
    Lapsed,
}

/// A number with a table and a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Number {
    /// Touches without an answer, then keeping in contact.
    Touches,
    /// Days between two touches then.
    Nurturing,
    /// Touches that saturate.
    Saturation,
    /// In so many days.
    SaturationDays,
    /// How many a day where a list is spread.
    Spread,
    /// Months of silence after which a client is a past one.
    Attrition,
    /// Days after which a quote without an answer is old.
    QuoteDays,
    /// Calls a consumer may get.
    Calls,
    /// In so many days.
    CallDays,
    /// Days during which a request of theirs is answered.
    RequestDays,
    /// Months after their last sign during which a prospect's data may be kept.
    Retention,
}

/// Days of a setting: ten years.
const LONGEST: i32 = 3650;
const MINUTES_A_DAY: u16 = 24 * 60;

impl Row {
    /// Every row, in the order of the table.
    pub const ALL: [Self; 6] = [Self::Lead, Self::Prospect, Self::Open, Self::Intermediary, Self::Client, Self::Lapsed];

    /// Its name in files and text keys.
    pub fn key(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Prospect => "prospect",
            Self::Open => "open",
            Self::Intermediary => "intermediary",
            Self::Client => "client",
            Self::Lapsed => "lapsed",
        }
    }

    fn of(self, cadence: &mut Cadence) -> &mut Pace {
        match self {
            Self::Lead => &mut cadence.lead,
            Self::Prospect => &mut cadence.prospect,
            Self::Open => &mut cadence.open,
            Self::Intermediary => &mut cadence.intermediary,
            Self::Client => &mut cadence.client,
            Self::Lapsed => &mut cadence.lapsed,
        }
    }
}

impl Number {
    /// Those of the follow-up.
    pub const RHYTHM: [Self; 7] = [
        Self::Spread,
        Self::Touches,
        Self::Nurturing,
        Self::Saturation,
        Self::SaturationDays,
        Self::QuoteDays,
        Self::Attrition,
    ];
    /// Those of the law.
    pub const LAW: [Self; 4] = [Self::Calls, Self::CallDays, Self::RequestDays, Self::Retention];

    /// Its table, its name there, and what it may be.
    pub fn place(self) -> (&'static str, &'static str, (i32, i32)) {
        match self {
            Self::Touches => ("rhythm", "touches", (1, 100)),
            Self::Nurturing => ("rhythm", "nurturing_days", (1, LONGEST)),
            Self::Saturation => ("rhythm", "saturation_touches", (1, 1000)),
            Self::SaturationDays => ("rhythm", "saturation_days", (1, LONGEST)),
            Self::Spread => ("rhythm", "spread", (1, 10_000)),
            Self::Attrition => ("rhythm", "attrition_months", (1, 600)),
            Self::QuoteDays => ("rhythm", "quote_days", (1, LONGEST)),
            Self::Calls => ("law", "phone_calls", (1, 1000)),
            Self::CallDays => ("law", "phone_window", (1, LONGEST)),
            Self::RequestDays => ("law", "request_days", (0, LONGEST)),
            Self::Retention => ("law", "retention_months", (0, 600)),
        }
    }
}

impl Habits {
    /// Those in force.
    pub(super) fn of(playbook: &Playbook) -> Self {
        Self { cadence: playbook.cadence, rhythm: playbook.rhythm, law: playbook.law.clone() }
    }

    /// What of the rhythm can be set, in the order of the screen.
    pub fn rhythm() -> Vec<Habit> {
        let days = days().map(|(row, band)| Habit::Days(row, band));
        Number::RHYTHM.map(Habit::Number).into_iter().chain(days).collect()
    }

    /// The same of the law.
    pub fn law(&self) -> Vec<Habit> {
        let hours = (0..self.law.phone_hours.len()).flat_map(|at| [Habit::Opens(at), Habit::Closes(at)]);
        hours.chain(Number::LAW.map(Habit::Number)).chain([Habit::Banned]).collect()
    }

    /// How it stands.
    pub fn value(&self, habit: Habit) -> i32 {
        let mut copy = self.clone();
        match habit {
            Habit::Days(row, band) => row.of(&mut copy.cadence).days(band).into(),
            Habit::Number(number) => (*copy.number(number)).into(),
            Habit::Banned => self.law.banned_trade.into(),
            Habit::Opens(at) => self.law.phone_hours.get(at).map_or(0, |span| span.0.into()),
            Habit::Closes(at) => self.law.phone_hours.get(at).map_or(0, |span| span.1.into()),
        }
    }

    fn number(&mut self, number: Number) -> &mut u16 {
        match number {
            Number::Touches => &mut self.rhythm.touches,
            Number::Nurturing => &mut self.rhythm.nurturing_days,
            Number::Saturation => &mut self.rhythm.saturation_touches,
            Number::SaturationDays => &mut self.rhythm.saturation_days,
            Number::Spread => &mut self.rhythm.spread,
            Number::Attrition => &mut self.rhythm.attrition_months,
            Number::QuoteDays => &mut self.rhythm.quote_days,
            Number::Calls => &mut self.law.phone_calls,
            Number::CallDays => &mut self.law.phone_window,
            Number::RequestDays => &mut self.law.request_days,
            Number::Retention => &mut self.law.retention_months,
        }
    }

    /// What it may be: spans of hours begin before they end, and after the one before.
    fn range(&self, habit: Habit) -> (i32, i32) {
        let span = |at: usize| self.law.phone_hours.get(at).copied();
        let before = |at: usize| at.checked_sub(1).and_then(span).map_or(0, |span| span.1);
        let after = |at: usize| span(at + 1).map_or(MINUTES_A_DAY - 1, |span| span.0);
        match habit {
            Habit::Days(..) => (1, LONGEST),
            Habit::Number(number) => number.place().2,
            Habit::Banned => (0, 1),
            Habit::Opens(at) => (before(at).into(), span(at).map_or(0, |span| i32::from(span.1) - 1)),
            Habit::Closes(at) => (span(at).map_or(0, |span| i32::from(span.0) + 1), after(at).into()),
        }
    }

    /// Sets it; why not, where it cannot stand.
    pub fn turn(&mut self, habit: Habit, value: i32) -> Result<(), Reason> {
        let (least, most) = self.range(habit);
        let number = u16::try_from(value).ok().filter(|_| (least..=most).contains(&value));
        let Some(number) = number else { return Err(refused(habit, [value, least, most])) };
        match habit {
            Habit::Days(row, band) => {
                let pace = row.of(&mut self.cadence);
                match band {
                    Temperature::Cold => pace.cold = number,
                    Temperature::Warm => pace.warm = number,
                    Temperature::Hot => pace.hot = number,
                }
            }
            Habit::Number(of) => *self.number(of) = number,
            Habit::Banned => self.law.banned_trade = number > 0,
            Habit::Opens(at) => self.law.phone_hours.iter_mut().skip(at).take(1).for_each(|span| span.0 = number),
            Habit::Closes(at) => self.law.phone_hours.iter_mut().skip(at).take(1).for_each(|span| span.1 = number),
        }
        Ok(())
    }

    /// What differs from what is in force.
    pub(super) fn changes(&self, held: &Self) -> Vec<Change> {
        let (mut from, mut to) = (held.clone(), self.clone());
        let mut changes = Vec::new();
        let mut change = |place, from: Setting, to: Setting| {
            changes.extend((from != to).then_some(Change { place, to, from }));
        };
        for (row, band) in days() {
            let said = |of: &mut Self| Setting::Number(row.of(&mut of.cadence).days(band).into());
            change(Place::Cadence(row.key(), band_key(band)), said(&mut from), said(&mut to));
        }
        for number in Number::RHYTHM.into_iter().chain(Number::LAW) {
            let (table, name, _) = number.place();
            let said = |of: &mut Self| Setting::Number((*of.number(number)).into());
            change(Place::Plain(table, name), said(&mut from), said(&mut to));
        }
        let banned = |of: &Self| Setting::Flag(of.law.banned_trade);
        change(Place::Plain("law", "banned_trade"), banned(held), banned(self));
        change(Place::Plain("law", "phone_hours"), held.hours(), self.hours());
        changes
    }

    /// `["10:00-13:00", "14:00-20:00"]`
    fn hours(&self) -> Setting {
        let span = |(from, to): &(u16, u16)| format!("{}-{}", Hour(*from), Hour(*to));
        Setting::Words(self.law.phone_hours.iter().map(span).collect())
    }
}

impl Habit {
    /// Whether it is a time of day.
    pub fn is_hour(self) -> bool {
        matches!(self, Self::Opens(_) | Self::Closes(_))
    }
}

/// Every place of the cadence table, row by row.
fn days() -> impl Iterator<Item = (Row, Temperature)> {
    let bands = [Temperature::Cold, Temperature::Warm, Temperature::Hot];
    Row::ALL.into_iter().flat_map(move |row| bands.map(|band| (row, band)))
}

/// A temperature as files name it.
fn band_key(band: Temperature) -> &'static str {
    match band {
        Temperature::Cold => "cold",
        Temperature::Warm => "warm",
        Temperature::Hot => "hot",
    }
}

fn refused(habit: Habit, [value, least, most]: [i32; 3]) -> Reason {
    let hour = |minutes: i32| Given::Hour(Hour(minutes.clamp(0, MINUTES_A_DAY.into()) as u16));
    let range = Reason::plain("playbook-range");
    if habit.is_hour() {
        return range.with("value", hour(value)).with("least", hour(least)).with("most", hour(most));
    }
    range.with("value", value).with("least", least).with("most", most)
}
