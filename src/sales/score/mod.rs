//! The score: the sum of the rules that hold, clamped to 0–100, each line with the fact behind it. Shares are whole
//! 240ths so that a byte holds one and columns of them add up exactly as here.

mod because;
mod measure;
mod raises;

pub(crate) use self::because::channel_key;
pub use self::{
    because::Because,
    measure::{Depends, share},
    raises::{Lever, Raise, raises},
};
use super::{
    case::Case,
    moment::Day,
    playbook::{Family, Playbook, Rule},
};

/// A rule that holds in full.
pub const WHOLE: u8 = 240;

/// The score of a deal on a day, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score<'a> {
    /// From 0 to 100.
    pub total: u8,
    /// One line a rule, in the order of the playbook.
    pub lines: Vec<Line<'a>>,
}

/// What one rule gives, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its place among the playbook's rules.
    pub rule: usize,
    /// What it gives today; negative takes away.
    pub points: i32,
    /// What it gives at most.
    pub cap: i32,
    /// The fact behind it.
    pub because: Because<'a>,
}

/// The score of a deal on a day, line by line.
pub fn of<'a>(case: &Case<'a>, playbook: &'a Playbook, day: Day) -> Score<'a> {
    let line = |(at, rule): (usize, &'a Rule)| {
        let (share, because) = measure::measure(rule, case, playbook, day);
        Line { rule: at, points: points(share, rule.points), cap: rule.points, because }
    };
    let lines: Vec<Line<'a>> = playbook.rules().iter().enumerate().map(line).collect();
    Score { total: clamped(lines.iter().map(|line| line.points).sum()), lines }
}

/// The shares of all rules in 240ths, into the caller's bytes, one a rule; says how many were written.
pub fn shares(case: &Case<'_>, playbook: &Playbook, day: Day, into: &mut [u8]) -> usize {
    let rules = playbook.rules().iter().zip(into.iter_mut());
    rules.map(|(rule, byte)| *byte = share(rule, case, playbook, day)).count()
}

/// The score that shares of all rules add up to.
pub fn total(shares: &[u8], playbook: &Playbook) -> u8 {
    clamped(playbook.rules().iter().zip(shares).map(|(rule, share)| points(*share, rule.points)).sum())
}

/// The score alone: what [`of`] gives as its total.
pub fn total_of(case: &Case<'_>, playbook: &Playbook, day: Day) -> u8 {
    let rules = playbook.rules().iter();
    clamped(rules.map(|rule| points(share(rule, case, playbook, day), rule.points)).sum())
}

/// Points of a share: rounded to the nearest, halves away from zero.
pub fn points(share: u8, cap: i32) -> i32 {
    let whole = i32::from(WHOLE);
    (i32::from(share) * cap + whole / 2 * cap.signum()) / whole
}

/// What a family gives and gives at most, for the bars of the screen.
pub fn family(score: &Score<'_>, playbook: &Playbook, family: Family) -> (i32, i32) {
    let belongs = |line: &&Line<'_>| playbook.rules().get(line.rule).is_some_and(|rule| rule.family == family);
    let lines = score.lines.iter().filter(belongs);
    lines.fold((0, 0), |(points, cap), line| (points + line.points, cap + line.cap))
}

fn clamped(sum: i32) -> u8 {
    sum.clamp(0, 100) as u8
}
