//! The checklist of a deal: what is known, how sure, how old, and what to ask next. Answers belong to what a criterion
//! stands for, so another framework finds them again.

use chrono::{Datelike, Months};

use super::{
    case::Case,
    deal::{Answer, Deal},
    fact::Sure,
    moment::Day,
    playbook::{Criterion, Framework, Label, Playbook},
    score::WHOLE,
};

/// What the timing of a project stands for.
pub const TIMING: &str = "timing";
/// What the decision maker stands for.
pub const AUTHORITY: &str = "authority";

/// A line of the checklist as it stands on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// What is asked.
    pub criterion: &'a Criterion,
    /// What was answered.
    pub answer: Option<&'a Answer>,
    /// How sure.
    pub sure: Sure,
    /// Whole months since the answer, where it is to be asked again.
    pub stale_months: Option<u32>,
    /// What it gives today.
    pub points: i32,
}

/// What to ask next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The words to ask it with, where the framework has some.
    pub question: Option<&'a Label>,
    /// What a full answer would add.
    pub gain: i32,
}

/// The checklist in use, in its order.
pub fn sheet<'a>(deal: &'a Deal, playbook: &'a Playbook, day: Day) -> Vec<Line<'a>> {
    playbook.framework_of(deal).criteria.iter().map(|criterion| line(criterion, deal, playbook, day)).collect()
}

fn line<'a>(criterion: &'a Criterion, deal: &'a Deal, playbook: &'a Playbook, day: Day) -> Line<'a> {
    let answer = answer(deal, &criterion.stands_for, day);
    Line {
        criterion,
        answer,
        sure: answer.map_or(Sure::Unknown, |answer| answer.sure),
        stale_months: answer.and_then(|answer| stale_months(answer, playbook, day)),
        points: super::score::points(share(&criterion.stands_for, deal, playbook, day), i32::from(criterion.points)),
    }
}

/// The answer that counts on a day.
pub fn answer<'a>(deal: &'a Deal, stands_for: &str, day: Day) -> Option<&'a Answer> {
    deal.answer(stands_for).filter(|answer| answer.on <= day && answer.sure != Sure::Unknown)
}

/// Whole months since an answer that is to be asked again; nothing where it is fresh.
pub fn stale_months(answer: &Answer, playbook: &Playbook, day: Day) -> Option<u32> {
    let old = day.since(answer.on) > i32::from(playbook.checklist.stale_days);
    old.then(|| whole_months(answer.on, day))
}

fn whole_months(from: Day, to: Day) -> u32 {
    let (from, to) = (from.date(), to.date());
    let months = (to.year() - from.year()) * 12 + to.month0() as i32 - from.month0() as i32;
    (months - i32::from(to.day() < from.day())).max(0) as u32
}

/// The same day of the month so many months later, or that month's last.
pub fn months_later(day: Day, months: u32) -> Day {
    day.date().checked_add_months(Months::new(months)).map_or(Day(i32::MAX), Day::from)
}

/// The same day of the month so many months earlier, or that month's last.
pub fn months_earlier(day: Day, months: u32) -> Day {
    day.date().checked_sub_months(Months::new(months)).map_or(Day(i32::MIN), Day::from)
}

/// How much of a criterion's points an answer gives: half where assumed; for the timing also as near as the wished
/// start is.
pub fn share(stands_for: &str, deal: &Deal, playbook: &Playbook, day: Day) -> u8 {
    let sure = match answer(deal, stands_for, day).map(|answer| answer.sure) {
        Some(Sure::Confirmed) => WHOLE,
        Some(Sure::Assumed) => WHOLE / 2,
        Some(Sure::No | Sure::Unknown) | None => return 0,
    };
    if stands_for != TIMING {
        return sure;
    }
    match nearness(deal, playbook, day) {
        Nearness::Now => sure,
        Nearness::Soon | Nearness::Undated => sure / 2,
        Nearness::Far => 0,
    }
}

/// How much of its own checklist a deal has answered, in 240ths of its points: it gets as much of the points the
/// checklist in use gives. One criterion may be taken as confirmed.
pub fn share_of(own: &Framework, deal: &Deal, playbook: &Playbook, day: Day, confirmed: Option<&str>) -> u8 {
    let counted = |criterion: &Criterion| {
        let whole = confirmed == Some(criterion.key.as_str());
        let share = if whole { WHOLE } else { share(&criterion.stands_for, deal, playbook, day) };
        (u32::from(criterion.points), u32::from(share))
    };
    let counted = own.criteria.iter().map(counted);
    let (of, got) = counted.fold((0, 0), |(of, got), (points, share)| (of + points, got + points * share));
    (got + of / 2).checked_div(of).map_or(0, |share| share as u8)
}

/// How near the wished start of a deal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// Within a month, either side of the day.
    Now,
    /// Within six months.
    Soon,
    /// Further off, or long past.
    Far,
    /// No start was given: counted as within six months.
    Undated,
}

/// How near the wished start is. A start that has passed is as near as one to come.
pub fn nearness(deal: &Deal, playbook: &Playbook, day: Day) -> Nearness {
    let Some(start) = deal.fields.day("deal.start") else { return Nearness::Undated };
    let within = |months: u16| {
        let months = u32::from(months);
        start <= months_later(day, months) && start >= months_earlier(day, months)
    };
    match () {
        () if within(playbook.checklist.full_months) => Nearness::Now,
        () if within(playbook.checklist.half_months) => Nearness::Soon,
        () => Nearness::Far,
    }
}

/// The required criteria that nobody confirmed.
pub fn open<'a>(deal: &Deal, playbook: &'a Playbook) -> Vec<&'a Criterion> {
    let unconfirmed = |criterion: &&Criterion| {
        criterion.required && deal.answer(&criterion.stands_for).is_none_or(|answer| answer.sure != Sure::Confirmed)
    };
    playbook.framework_of(deal).criteria.iter().filter(unconfirmed).collect()
}

/// Qualified: every required criterion is confirmed and so is the synthesis, or it was forced with a reason.
pub fn is_qualified(deal: &Deal, playbook: &Playbook) -> bool {
    match &deal.synthesis {
        None => false,
        Some(synthesis) if synthesis.forced.is_some() => true,
        Some(_) => open(deal, playbook).is_empty(),
    }
}

/// The next best question: of the open criteria, the one worth most; the first of the list among equals.
pub fn next_question<'a>(case: &Case<'_>, playbook: &'a Playbook, day: Day) -> Option<Question<'a>> {
    let deal = case.deal;
    let questions =
        playbook.framework_of(deal).criteria.iter().filter_map(|criterion| question(criterion, deal, playbook, day));
    questions.reduce(|best, next| if next.gain > best.gain { next } else { best })
}

fn question<'a>(criterion: &'a Criterion, deal: &Deal, playbook: &Playbook, day: Day) -> Option<Question<'a>> {
    let undated = || criterion.stands_for == TIMING && nearness(deal, playbook, day) == Nearness::Undated;
    let open = match answer(deal, &criterion.stands_for, day).map(|answer| answer.sure) {
        None | Some(Sure::Unknown | Sure::Assumed) => true,
        Some(Sure::Confirmed) => undated(),
        Some(Sure::No) => false,
    };
    let cap = i32::from(criterion.points);
    let now = super::score::points(share(&criterion.stands_for, deal, playbook, day), cap);
    open.then(|| Question { criterion, question: criterion.questions.first(), gain: cap - now })
}
