//! The cadence's offer: last exchange plus rhythm, on a working day; a retry after a call nobody answered; slower after
//! too many tries; never more often than the guard against saturation allows.

use super::{Because, Half, Next};
use crate::sales::{
    case::{Case, is_answer},
    contact::Activity,
    fact::{Channel, Outcome, Temperature},
    holidays::{next_working, plus_working},
    moment::{Day, Hour, Moment},
    playbook::{Pace, Playbook},
    qualification, sequence, stage,
    status::Status,
};

/// The afternoon begins here, minutes after midnight.
const NOON: Hour = Hour(13 * 60);

/// Days between two touches of a card.
pub fn cadence(case: &Case<'_>, status: Status, temperature: Temperature, playbook: &Playbook) -> u16 {
    let table = &playbook.cadence;
    let deal = case.deal;
    let offer = playbook.stages().get(stage::of(deal, playbook)).is_some_and(|stage| stage.offer);
    let days = |pace: Pace| pace.days(temperature);
    let project = || days(if qualification::is_qualified(deal, playbook) { table.prospect } else { table.lead });
    match status {
        _ if deal.is_open() && offer => days(table.open),
        Status::Intermediary => days(table.intermediary),
        // a client's new project is never followed more slowly than a stranger's
        Status::Client if deal.is_open() => days(table.client).min(project()),
        Status::Client => days(table.client),
        Status::Lapsed if deal.is_open() => days(table.lapsed).min(project()),
        Status::Lapsed => days(table.lapsed),
        _ if deal.lost().is_some() => days(table.lapsed),
        Status::Prospect => days(table.prospect),
        Status::Lead => days(table.lead),
    }
}

/// Our touches since we last heard from them, oldest first.
pub fn unanswered<'a>(case: &Case<'a>, day: Day) -> Vec<&'a Activity> {
    let heard = case.last_answer(day).map(|activity| activity.when);
    ours_since(case, heard, day)
}

/// Our touches since their last sign of any kind: what the guard counts.
fn unsigned<'a>(case: &Case<'a>, day: Day) -> Vec<&'a Activity> {
    let heard = case.last_answer(day).map(|activity| activity.when);
    let sign = case.last_sign(day).map(|activity| activity.when);
    ours_since(case, heard.max(sign), day)
}

fn ours_since<'a>(case: &Case<'a>, heard: Option<Moment>, day: Day) -> Vec<&'a Activity> {
    let ours = case.exchanges(day).filter(|activity| activity.is_our_touch() && !is_answer(activity));
    let mut touches: Vec<_> = ours.filter(|activity| heard.is_none_or(|heard| activity.when > heard)).collect();
    touches.sort_by_key(|activity| activity.when);
    touches
}

/// The cadence's offer for a card with a rhythm.
pub(super) fn suggest<'a>(case: &Case<'a>, days: u16, playbook: &Playbook, day: Day) -> Next<'a> {
    if let Some(Ok(standing)) = sequence::standing(case, playbook, day) {
        let because = Because::Step { step: standing.step, of: standing.of };
        return guarded(case, Next::Suggested { due: standing.due, half: None, because }, playbook, day);
    }
    // A quote that went out is a word of ours too: it is given the time of the rhythm to be read.
    let quoted = case.deal.quotes.iter().filter_map(|quote| quote.sent).filter(|sent| *sent <= day).max();
    let touches = unanswered(case, day);
    let tried = touches.len().min(usize::from(u16::MAX)) as u16;
    let (due, half, because) = match (touches.last(), case.last_exchange(day)) {
        (Some(touch), _) if tried >= playbook.rhythm.touches => keep_in_contact(touch.when.day, tried, days, playbook),
        (_, Some(last)) if is_first_of_two(&touches) && unheard(last) => retry(last),
        (_, Some(last)) => {
            let last = last.when.day.max(quoted.unwrap_or(last.when.day));
            (next_working(last.plus(i32::from(days))), None, Because::Cadence { days, last })
        }
        (_, None) => {
            let created = case.deal.life.created.unwrap_or(day).max(quoted.unwrap_or(Day(0)));
            (next_working(created.plus(i32::from(days))), None, Because::First { days, created })
        }
    };
    guarded(case, Next::Suggested { due, half, because }, playbook, day)
}

fn keep_in_contact(last: Day, touches: u16, days: u16, playbook: &Playbook) -> (Day, Option<Half>, Because) {
    let days = days.max(playbook.rhythm.nurturing_days);
    (next_working(last.plus(i32::from(days))), None, Because::Nurturing { touches, last })
}

/// A call or a visit that found nobody.
fn unheard(activity: &Activity) -> bool {
    activity.outcome == Some(Outcome::NoAnswer) && matches!(activity.channel, Channel::Call | Channel::Visit)
}

/// A call nobody answered is tried once more; after the second the cadence applies again.
fn is_first_of_two(touches: &[&Activity]) -> bool {
    touches.iter().rev().take_while(|activity| unheard(activity)).count() % 2 == 1
}

fn retry(last: &Activity) -> (Day, Option<Half>, Because) {
    let half = last.when.hour.map(|hour| if hour < NOON { Half::Afternoon } else { Half::Morning });
    let day = last.when.day;
    (plus_working(day, 1), half, Because::Retry { last: day, half })
}

/// The guard wins over the cadence: not before the oldest of the touches that saturate leaves the window.
fn guarded<'a>(case: &Case<'a>, next: Next<'a>, playbook: &Playbook, day: Day) -> Next<'a> {
    let (limit, window) = (playbook.rhythm.saturation_touches, playbook.rhythm.saturation_days);
    let touches = unsigned(case, day);
    let oldest = touches.len().checked_sub(usize::from(limit.max(1))).and_then(|at| touches.get(at));
    let (Next::Suggested { due, .. }, Some(oldest)) = (next, oldest) else { return next };
    let leaves = oldest.when.day.plus(i32::from(window));
    if due >= leaves {
        return next;
    }
    let because = Because::Saturated { touches: limit, days: window };
    Next::Suggested { due: next_working(leaves), half: None, because }
}
