//! The order of the day: what comes first and why each line is there.

use super::{Because, Next};
use crate::sales::{
    case::Case,
    fact::Direction,
    holidays::is_working,
    moment::Day,
    money::Money,
    playbook::Playbook,
    reason::Reason,
    score::{self, Score},
    sequence,
};

/// A deal that crossed the threshold upwards since the last working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnedHot<'a> {
    /// The place of the rule that gained most.
    pub rule: usize,
    /// What it gained.
    pub gain: i32,
    /// The fact behind it.
    pub because: score::Because<'a>,
}

/// How pressing a follow-up is; higher comes first.
pub fn priority(score: u8, amount: Option<Money>, overdue: i32, cadence: u16, playbook: &Playbook) -> f64 {
    let euros = amount.map_or(f64::from(playbook.rhythm.unknown_amount), |amount| amount.cents.max(0) as f64 / 100.0);
    let late = f64::from(overdue.max(0)) / f64::from(cadence.max(1));
    f64::from(score) / 100.0 * euros.ln_1p() * (1.0 + late)
}

/// Whether a deal of this score just turned hot: it was not yet the evening before the last working day.
pub fn just_turned_hot(case: &Case<'_>, total: u8, playbook: &Playbook, day: Day) -> bool {
    let hot = playbook.thresholds.hot;
    total >= hot && score::total_of(case, playbook, evening_before_last_working_day(day)) < hot
}

/// What made a deal turn hot just now: hot by its score today, and not yet the evening before the last working day.
pub fn turned_hot<'a>(case: &Case<'a>, playbook: &'a Playbook, day: Day) -> Option<TurnedHot<'a>> {
    if !just_turned_hot(case, score::total_of(case, playbook, day), playbook, day) {
        return None;
    }
    let before = evening_before_last_working_day(day);
    let (then, now) = (score::of(case, playbook, before), score::of(case, playbook, day));
    most_gained(&then, &now)
}

fn most_gained<'a>(then: &Score<'a>, now: &Score<'a>) -> Option<TurnedHot<'a>> {
    let gains = now.lines.iter().zip(&then.lines).map(|(now, then)| (now.points - then.points, now));
    let (gain, line) =
        gains.filter(|(gain, _)| *gain > 0).reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(TurnedHot { rule: line.rule, gain, because: line.because })
}

fn evening_before_last_working_day(day: Day) -> Day {
    let last = (1..=14).map(|back| day.plus(-back)).find(|day| is_working(*day)).unwrap_or(day);
    last.plus(-1)
}

/// Why a line stands in the list of the day: the most pressing reason alone.
pub fn why(case: &Case<'_>, next: &Next<'_>, turned: Option<&TurnedHot<'_>>, playbook: &Playbook, day: Day) -> Reason {
    if let Some(complaint) = case.dealings().find_map(|dealings| dealings.complaint()) {
        return Because::Complaint { since: complaint.since }.reason();
    }
    if let Some(turned) = turned {
        return turned.reason(playbook);
    }
    if let Next::Suggested { because: Because::Step { .. }, .. } = next
        && let Some(Ok(standing)) = sequence::standing(case, playbook, day)
    {
        return standing.reason();
    }
    match (next, unanswered_quote(case, day)) {
        (next, _) if next.due().is_some_and(|due| due < day) => {
            Reason::plain("why-late").with("days", next.due().map_or(0, |due| day.since(due)))
        }
        (Next::Suggested { .. }, Some(days)) => Reason::plain("why-quote").with("days", days),
        (Next::Fixed(step), _) if step.what.is_empty() => Reason::plain("why-fixed").with("on", step.set_on),
        (Next::Fixed(step), _) => Reason::plain("why-fixed_what").with("what", step.what.as_str()),
        (Next::Suggested { because, .. } | Next::Paused { because }, _) => because.reason(),
    }
}

/// Days since a quote nobody answered.
pub fn unanswered_quote(case: &Case<'_>, day: Day) -> Option<i32> {
    let open = case.deal.quotes.iter().filter(|quote| quote.answer.is_none());
    let sent = open.filter_map(|quote| quote.sent).filter(|sent| *sent < day).max()?;
    let heard = case.own_exchanges(day).any(|event| event.direction == Direction::Theirs && event.when.day >= sent);
    (case.deal.is_open() && !heard).then(|| day.since(sent))
}

impl TurnedHot<'_> {
    /// For the voice.
    pub fn reason(&self, playbook: &Playbook) -> Reason {
        let label = playbook.rules().get(self.rule).map(|rule| rule.label.clone()).unwrap_or_default();
        Reason::plain("why-turned_hot").with("rule", label).with("because", self.because.reason())
    }
}
