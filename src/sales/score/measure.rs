//! How far a rule holds, in 240ths, and the fact behind it. One function gives both, so that the number and its reason
//! cannot part.

use super::{Because, WHOLE};
use crate::sales::{
    case::{Case, is_answer},
    contact::Activity,
    fact::{Approach, Channel, Direction, Permission, Sure, Value},
    fields::folded,
    moment::Day,
    playbook::{Basis, Playbook, Rule, Target},
    qualification::{self, Nearness, TIMING},
    query,
};

/// What a rule looks at, so that a cache knows what to compute again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four independent marks, read by name")]
pub struct Depends {
    /// Answers of the checklist and the synthesis.
    pub answers: bool,
    /// Plain fields.
    pub fields: bool,
    /// What happened: exchanges, permissions, moves, quotes, purchases.
    pub history: bool,
    /// The day itself.
    pub day: bool,
}

impl Depends {
    /// What either looks at.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            answers: self.answers || other.answers,
            fields: self.fields || other.fields,
            history: self.history || other.history,
            day: self.day || other.day,
        }
    }
}

impl Rule {
    /// What the rule looks at.
    pub fn depends(&self) -> Depends {
        let none = Depends::default();
        match &self.basis {
            Basis::Answer(_) => Depends { answers: true, fields: true, day: true, ..none },
            Basis::Exchanges | Basis::Contents | Basis::Signals | Basis::Opposed | Basis::Unreachable => {
                Depends { history: true, day: true, ..none }
            }
            Basis::Condition(query) => {
                let depends = query.depends();
                let decays = self.half_life.is_some();
                Depends { history: depends.history || decays, day: depends.day || decays, ..depends }
            }
            _ => Depends { fields: true, ..none },
        }
    }
}

/// How far a rule holds on a day, in 240ths.
pub fn share(rule: &Rule, case: &Case<'_>, playbook: &Playbook, day: Day) -> u8 {
    measure(rule, case, playbook, day).0
}

/// How far a rule holds on a day, and the fact behind it.
pub(super) fn measure<'a>(rule: &'a Rule, case: &Case<'a>, playbook: &'a Playbook, day: Day) -> (u8, Because<'a>) {
    let target = &playbook.target;
    match &rule.basis {
        Basis::Answer(stands_for) => answered(stands_for, case, playbook, day),
        Basis::Sector => sector(case, target),
        Basis::Zone => zone(case, target),
        Basis::Size => size(case, target),
        Basis::Job => job(case, target),
        Basis::Exchanges => events(rule, case, day, is_conversation),
        Basis::Contents => events(rule, case, day, is_content),
        Basis::Signals => events(rule, case, day, is_signal),
        Basis::Completeness(wanted) => completeness(case, wanted),
        Basis::Opposed => opposed(case, day),
        Basis::OutOfTarget => out_of_target(case, target),
        Basis::Unreachable => unreachable(case, playbook, day),
        Basis::Condition(query) => condition(rule, query, case, playbook, day),
    }
}

fn all_or_nothing(holds: bool) -> u8 {
    if holds { WHOLE } else { 0 }
}

fn answered<'a>(stands_for: &str, case: &Case<'a>, playbook: &'a Playbook, day: Day) -> (u8, Because<'a>) {
    let deal = case.deal;
    if deal.answers.is_empty() {
        return (0, Because::NotAsked);
    }
    if let Some(own) = playbook.own_framework(deal) {
        let share = qualification::share_of(own, deal, playbook, day, None);
        return (share, Because::Own { checklist: &own.label, share });
    }
    let Some(answer) = qualification::answer(deal, stands_for, day) else { return (0, Because::NotAsked) };
    let share = qualification::share(stands_for, deal, playbook, day);
    if stands_for == TIMING && answer.sure != Sure::No {
        let near: Nearness = qualification::nearness(deal, playbook, day);
        let start = deal.fields.day("deal.start");
        return (share, Because::Starts { sure: answer.sure, start, near, on: answer.on });
    }
    (share, Because::Answered { sure: answer.sure, words: &answer.words, on: answer.on })
}

fn sector<'a>(case: &Case<'a>, target: &Target) -> (u8, Because<'a>) {
    if target.sectors.is_empty() {
        return (WHOLE, Because::NotSet);
    }
    let (words, code) = (case.text("company.sector"), case.text("company.naf"));
    let (field, value) = if words.is_empty() { ("company.naf", code) } else { ("company.sector", words) };
    if value.is_empty() {
        return (0, Because::Empty { field: "company.sector" });
    }
    let (words, code) = (folded(words), folded(code));
    let inside = target.sectors.iter().any(|wanted| {
        let numbered = wanted.starts_with(|first: char| first.is_ascii_digit());
        if numbered { code.starts_with(wanted.as_str()) } else { says(&words, wanted) }
    });
    (all_or_nothing(inside), Because::Words { field, value, inside })
}

fn zone<'a>(case: &Case<'a>, target: &Target) -> (u8, Because<'a>) {
    if target.zones.is_empty() {
        return (WHOLE, Because::NotSet);
    }
    let postcode = |field: &'static str| (field, case.text(field));
    let (field, value) = match postcode("contact.postcode") {
        (_, "") => postcode("company.postcode"),
        own => own,
    };
    if value.is_empty() {
        return (0, Because::Empty { field: "contact.postcode" });
    }
    let inside = target.zones.iter().any(|zone| value.starts_with(zone.as_str()));
    (all_or_nothing(inside), Because::Words { field, value, inside })
}

fn size<'a>(case: &Case<'a>, target: &'a Target) -> (u8, Because<'a>) {
    if target.size_min.is_none() && target.size_max.is_none() {
        return (WHOLE, Because::NotSet);
    }
    let field = target.size_field.as_str();
    let Some(Value::Number(value)) = case.value(field) else { return (0, Because::Empty { field }) };
    let inside =
        target.size_min.is_none_or(|least| *value >= least) && target.size_max.is_none_or(|most| *value <= most);
    (all_or_nothing(inside), Because::Number { field, value: *value, inside })
}

fn job<'a>(case: &Case<'a>, target: &Target) -> (u8, Because<'a>) {
    let field = "contact.job";
    if target.jobs.is_empty() {
        return (WHOLE, Because::NotSet);
    }
    let value = case.text(field);
    if value.is_empty() {
        return (0, Because::Empty { field });
    }
    let job = folded(value);
    let inside = target.jobs.iter().any(|wanted| says(&job, wanted));
    (all_or_nothing(inside), Because::Words { field, value, inside })
}

/// Whether folded words contain others as whole words, a plural not counted.
fn says(words: &str, wanted: &str) -> bool {
    words.match_indices(wanted).any(|(at, _)| {
        let starts = at == 0 || words.as_bytes().get(at - 1) == Some(&b' ');
        let rest = words.get(at + wanted.len()..).unwrap_or_default();
        let rest = rest.strip_prefix(['s', 'x']).unwrap_or(rest);
        starts && (rest.is_empty() || rest.starts_with(' '))
    })
}

/// A known sector or post code that is not in the target; what is empty or not set is no ground.
fn out_of_target<'a>(case: &Case<'a>, target: &Target) -> (u8, Because<'a>) {
    let outside = [sector(case, target).1, zone(case, target).1]
        .into_iter()
        .find(|because| matches!(because, Because::Words { inside: false, .. }));
    match outside {
        Some(because) => (WHOLE, because),
        None => (0, Because::Nothing),
    }
}

/// We spoke, or they wrote.
fn is_conversation(activity: &Activity) -> bool {
    !is_content(activity) && !is_signal(activity) && is_answer(activity)
}

/// They looked at what we publish, or came where we were.
fn is_content(activity: &Activity) -> bool {
    use Channel::{Click, Download, Fair, Page, Webinar};
    matches!(activity.channel, Page | Click | Download | Webinar | Fair)
}

/// They asked for a quote or a demonstration, or compare.
fn is_signal(activity: &Activity) -> bool {
    use Channel::{Comparison, DemoRequest, QuoteRequest};
    activity.direction == Direction::Theirs && matches!(activity.channel, QuoteRequest | DemoRequest | Comparison)
}

/// Events that fill a rule, each halved after every half-life of whole days.
fn events<'a>(rule: &Rule, case: &Case<'a>, day: Day, counts: fn(&Activity) -> bool) -> (u8, Because<'a>) {
    let mut sum = 0.0;
    let mut times = 0_u16;
    let mut last: Option<&Activity> = None;
    for activity in case.own_exchanges(day).filter(|activity| counts(activity)) {
        let left = remaining(rule.half_life, day.since(activity.when.day));
        if left < 1.0 / 240.0 {
            continue;
        }
        sum += left;
        times = times.saturating_add(1);
        last = last.filter(|newest| newest.when >= activity.when).or(Some(activity));
    }
    let Some(last) = last else { return (0, Because::Nothing) };
    let share = (sum * f64::from(WHOLE) / f64::from(rule.fills.max(1))).round().min(f64::from(WHOLE)) as u8;
    (share, Because::Happened { times, channel: last.channel, last: last.when.day })
}

/// What is left of something after so many whole days.
fn remaining(half_life: Option<u16>, age: i32) -> f64 {
    match half_life {
        Some(days) if days > 0 => (-f64::from(age) / f64::from(days)).exp2(),
        _ => 1.0,
    }
}

fn completeness<'a>(case: &Case<'a>, wanted: &'a [Vec<String>]) -> (u8, Because<'a>) {
    let is_filled = |fields: &&Vec<String>| fields.iter().any(|field| case.value(field).is_some());
    let filled = wanted.iter().filter(is_filled).count();
    let empty = wanted.iter().find(|fields| !is_filled(fields)).and_then(|fields| fields.first());
    let share = (filled * usize::from(WHOLE) + wanted.len() / 2).checked_div(wanted.len()).unwrap_or(0);
    let because = Because::Filled { filled: filled as u16, of: wanted.len() as u16, empty: empty.map(String::as_str) };
    (share as u8, because)
}

fn opposed<'a>(case: &Case<'a>, day: Day) -> (u8, Because<'a>) {
    let no = |approach: &Approach| {
        case.dealings()
            .filter_map(|dealings| dealings.permission(*approach))
            .find(|allowance| allowance.permission == Permission::Opposed && allowance.on <= day)
    };
    let mut last = None;
    for approach in Approach::ALL {
        let Some(allowance) = no(&approach) else { return (0, Because::NotOpposed) };
        last = last.max(Some(allowance.on));
    }
    match last {
        Some(on) => (WHOLE, Because::Opposed { on }),
        None => (0, Because::NotOpposed),
    }
}

fn unreachable<'a>(case: &Case<'a>, playbook: &Playbook, day: Day) -> (u8, Because<'a>) {
    let heard = case.last_answer(day).map(|activity| activity.when);
    let tries = || {
        let ours = case.exchanges(day).filter(|activity| activity.is_our_touch() && !is_answer(activity));
        ours.filter(move |activity| heard.is_none_or(|heard| activity.when > heard))
    };
    let (times, limit) = (tries().count().min(usize::from(u16::MAX)) as u16, playbook.rhythm.touches);
    let last = tries().map(|activity| activity.when.day).max();
    (all_or_nothing(limit > 0 && times >= limit), Because::Tries { times, limit, last })
}

fn condition<'a>(
    rule: &Rule,
    query: &'a query::Query,
    case: &Case<'a>,
    playbook: &Playbook,
    day: Day,
) -> (u8, Because<'a>) {
    let holds = query::holds(query, &query::Seen::bare(*case, playbook, day));
    let because = Because::Condition { text: &query.text, holds };
    if !holds || rule.half_life.is_none() {
        return (all_or_nothing(holds), because);
    }
    let Some(last) = case.last_exchange(day) else { return (0, Because::Nothing) };
    let left = remaining(rule.half_life, day.since(last.when.day));
    ((left * f64::from(WHOLE)).round() as u8, because)
}
