//! What would raise a score most: the three facts worth asking for.

use super::{Because, Line, Score, WHOLE, clamped, measure, points};
use crate::sales::{
    case::Case,
    fact::{Sure, Temperature},
    moment::Day,
    playbook::{Basis, Criterion, Framework, Playbook, Rule},
    qualification::{self, Nearness},
    reason::{Reason, field_key},
};

/// A fact that would raise the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise<'a> {
    /// The place of its rule.
    pub rule: usize,
    /// What to do.
    pub lever: Lever<'a>,
    /// What it would add.
    pub gain: i32,
    /// The band it would lead to, where that is another than now.
    pub to: Option<Temperature>,
}

/// What a seller can do about a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever<'a> {
    /// Have the criterion confirmed.
    Confirm,
    /// The same of a checklist of the deal's own.
    Ask(&'a Criterion),
    /// Ask for the wished start.
    Date,
    /// Fill a field.
    Fill(&'a str),
    /// Speak with them.
    Speak,
    /// Have them look at something of ours.
    Show,
    /// Have them ask for a quote or a demonstration.
    Offer,
}

/// The three facts that would raise a score most, the highest first.
pub fn raises<'a>(case: &Case<'a>, playbook: &'a Playbook, day: Day) -> Vec<Raise<'a>> {
    let score = super::of(case, playbook, day);
    let sum: i32 = score.lines.iter().map(|line| line.points).sum();
    let now = playbook.band(clamped(sum));
    let mut raises: Vec<Raise<'a>> = score.lines.iter().filter_map(|line| raise(line, case, playbook, day)).collect();
    if let Some(own) = playbook.own_framework(case.deal) {
        raises.retain(|raise| !matches!(basis(playbook, raise.rule), Some(Basis::Answer(_))));
        raises.extend(asked(own, case, playbook, day));
    }
    for raise in &mut raises {
        raise.to = Some(playbook.band(clamped(sum + raise.gain))).filter(|band| *band != now);
    }
    raises.sort_by_key(|raise| -raise.gain);
    raises.truncate(3);
    raises
}

fn basis(playbook: &Playbook, rule: usize) -> Option<&Basis> {
    playbook.rules().get(rule).map(|rule| &rule.basis)
}

/// What the open questions of a checklist of its own would add to what the checklist in use gives.
fn asked<'a>(own: &'a Framework, case: &Case<'a>, playbook: &'a Playbook, day: Day) -> Vec<Raise<'a>> {
    let given = |confirmed: Option<&str>| -> i32 {
        let share = qualification::share_of(own, case.deal, playbook, day, confirmed);
        let answers = playbook.rules().iter().filter(|rule| matches!(rule.basis, Basis::Answer(_)));
        answers.map(|rule| points(share, rule.points)).sum()
    };
    let now = given(None);
    let open = own.criteria.iter().filter(|criterion| {
        let answer = qualification::answer(case.deal, &criterion.stands_for, day);
        answer.is_none_or(|answer| answer.sure == Sure::Assumed)
    });
    open.map(|criterion| (criterion, given(Some(&criterion.key)) - now))
        .filter(|(_, gain)| *gain > 0)
        .map(|(criterion, gain)| Raise { rule: 0, lever: Lever::Ask(criterion), gain, to: None })
        .collect()
}

fn raise<'a>(line: &Line<'a>, case: &Case<'a>, playbook: &'a Playbook, day: Day) -> Option<Raise<'a>> {
    let rule = playbook.rules().get(line.rule)?;
    let lever = lever(rule, line.because)?;
    let share = measure::share(rule, case, playbook, day);
    let gain = points(pulled(rule, lever, line.because, share), rule.points) - line.points;
    (gain > 0).then_some(Raise { rule: line.rule, lever, gain, to: None })
}

fn lever<'a>(rule: &Rule, because: Because<'a>) -> Option<Lever<'a>> {
    match (&rule.basis, because) {
        (Basis::Answer(_), Because::Starts { near: Nearness::Undated, sure: Sure::Confirmed, .. }) => Some(Lever::Date),
        (Basis::Answer(_), Because::NotAsked | Because::Answered { sure: Sure::Assumed, .. }) => Some(Lever::Confirm),
        (Basis::Answer(_), Because::Starts { sure: Sure::Assumed, near, .. }) if near != Nearness::Far => {
            Some(Lever::Confirm)
        }
        (Basis::Exchanges, _) => Some(Lever::Speak),
        (Basis::Contents, _) => Some(Lever::Show),
        (Basis::Signals, _) => Some(Lever::Offer),
        (_, Because::Empty { field } | Because::Filled { empty: Some(field), .. }) => Some(Lever::Fill(field)),
        _ => None,
    }
}

/// The share after the lever was pulled.
fn pulled(rule: &Rule, lever: Lever<'_>, because: Because<'_>, share: u8) -> u8 {
    let one_of = |parts: u16| WHOLE.checked_div(parts.clamp(1, 240) as u8).unwrap_or(WHOLE);
    match (lever, because) {
        (Lever::Confirm, Because::Starts { near: Nearness::Soon, .. }) => WHOLE / 2,
        (Lever::Speak | Lever::Show | Lever::Offer, _) => share.saturating_add(one_of(rule.fills)).min(WHOLE),
        (Lever::Fill(_), Because::Filled { of, .. }) => share.saturating_add(one_of(of)).min(WHOLE),
        (Lever::Confirm | Lever::Ask(_) | Lever::Date | Lever::Fill(_), _) => WHOLE,
    }
}

impl Raise<'_> {
    /// For the voice.
    pub fn reason(&self, playbook: &Playbook) -> Reason {
        let label = || playbook.rules().get(self.rule).map(|rule| rule.label.clone()).unwrap_or_default();
        match self.lever {
            Lever::Confirm => Reason::plain("raise-confirm").with("rule", label()),
            Lever::Ask(criterion) => Reason::plain("raise-confirm").with("rule", criterion.label.clone()),
            Lever::Date => Reason::plain("raise-date"),
            Lever::Fill(field) => Reason::plain("raise-fill").with("field", field_key(field)),
            Lever::Speak => Reason::plain("raise-speak"),
            Lever::Show => Reason::plain("raise-show"),
            Lever::Offer => Reason::plain("raise-offer"),
        }
    }
}

impl Score<'_> {
    /// The line of a rule by its key.
    pub fn line(&self, key: &str, playbook: &Playbook) -> Option<&Line<'_>> {
        let at = playbook.rules().iter().position(|rule| rule.key == key)?;
        self.lines.iter().find(|line| line.rule == at)
    }
}
