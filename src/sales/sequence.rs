//! A series of dated steps that follows a deal: which step comes next, when, with which letter, and what ended it. Read
//! from what happened; nothing is sent from here, and nobody has to move anything on.

use super::{
    case::{Case, is_answer},
    deal::{Enrolment, Skip},
    entity::Entity,
    fact::{Approach, Channel, Direction, Skipped},
    holidays::{next_working, plus_working},
    moment::{Day, Moment},
    playbook::{Playbook, Sequence, Starts, Step},
    query::{Seen, holds},
    reason::Reason,
};

/// Where a deal stands in its sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<'p> {
    /// The sequence.
    pub sequence: &'p Sequence,
    /// What is to be done.
    pub next: &'p Step,
    /// Which step that is, from 1, of those that concern it.
    pub step: u16,
    /// Of how many.
    pub of: u16,
    /// When.
    pub due: Day,
}

/// Why a sequence goes no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt {
    /// They answered.
    Answered(Day),
    /// They opposed the way of its next step.
    Opposed(Approach),
    /// Every step was done.
    Done,
}

/// Where a deal stands in the sequence that follows it, or why that goes no further; nothing where none does.
pub fn standing<'p>(case: &Case<'_>, playbook: &'p Playbook, day: Day) -> Option<Result<Standing<'p>, Halt>> {
    let enrolment = case.deal.sequence.as_ref()?;
    let sequence = playbook.sequences().iter().find(|sequence| sequence.key == enrolment.key)?;
    let answered = case.own_exchanges(day).filter(|event| is_answer(event) && event.when > enrolment.since);
    if let Some(first) = answered.map(|event| event.when.day).min() {
        return Some(Err(Halt::Answered(first)));
    }
    let concern = |step: &&Step| step.when.as_ref().is_none_or(|when| holds(when, &Seen::bare(*case, playbook, day)));
    let steps: Vec<&Step> = sequence.steps.iter().filter(concern).collect();
    let mut done = done(case, day);
    let mut last: Option<Late> = None;
    for (at, step) in steps.iter().enumerate() {
        let due = due(sequence, step, started(case, sequence, day), last);
        if let Some(when) = enrolment.passed(step).or_else(|| done.by(step.channel)) {
            last = (when > due).then_some(Late { when, after: step.after });
            continue;
        }
        let opposed = approach(step.channel).filter(|way| case.opposed(*way));
        let (next, number) = (*step, |at: usize| u16::try_from(at).unwrap_or(u16::MAX));
        let standing = Standing { sequence, next, step: number(at + 1), of: number(steps.len()), due };
        return Some(opposed.map_or(Ok(standing), |way| Err(Halt::Opposed(way))));
    }
    Some(Err(Halt::Done))
}

impl Standing<'_> {
    /// What is next, passed over.
    pub fn passed_over(&self, deal: Entity, why: String, on: Moment) -> Skipped {
        let (after, channel) = (self.next.after, self.next.channel);
        Skipped { deal, sequence: self.sequence.key.clone(), after, channel, why, on }
    }

    /// For the voice.
    pub fn reason(&self) -> Reason {
        let label = self.sequence.label.clone();
        Reason::plain("because-sequence").with("label", label).with("step", self.step).with("of", self.of)
    }
}

impl Enrolment {
    /// The day a step was passed over.
    fn passed(&self, step: &Step) -> Option<Day> {
        let this = |skip: &&Skip| (skip.after, skip.channel) == (step.after, step.channel);
        self.skipped.iter().find(this).map(|skip| skip.on)
    }
}

/// Our own touches since the deal was enrolled, oldest first; each stands for one step.
struct Touches(std::vec::IntoIter<(Day, Channel)>);

impl Touches {
    /// The day of the next one of a way, those of other ways passed over.
    fn by(&mut self, channel: Channel) -> Option<Day> {
        let mut rest = self.0.clone();
        let when = rest.find(|(_, by)| *by == channel).map(|(when, _)| when)?;
        self.0 = rest;
        Some(when)
    }
}

fn done(case: &Case<'_>, day: Day) -> Touches {
    let since = case.deal.sequence.as_ref().map(|enrolment| enrolment.since);
    let ours = case.own_exchanges(day).filter(|event| event.direction == Direction::Ours && Some(event.when) >= since);
    let mut touches: Vec<_> = ours.map(|event| (event.when, event.channel)).collect();
    touches.sort_by_key(|(when, _)| *when);
    Touches(touches.into_iter().map(|(when, channel)| (when.day, channel)).collect::<Vec<_>>().into_iter())
}

/// The day its days are counted from.
fn started(case: &Case<'_>, sequence: &Sequence, day: Day) -> Day {
    let enrolled = case.deal.sequence.as_ref().map_or(day, |enrolment| enrolment.since.day);
    match sequence.starts {
        Starts::Enrolment => enrolled,
        Starts::Quote => case.deal.last_quote_sent().unwrap_or(enrolled),
    }
}

/// A step that was done later than planned.
#[derive(Clone, Copy)]
struct Late {
    when: Day,
    after: u16,
}

/// As planned; but one that was late never brings the next at once.
fn due(sequence: &Sequence, step: &Step, start: Day, last: Option<Late>) -> Day {
    let after = |from: Day, days: u16| {
        let days = i32::from(days);
        if sequence.working { plus_working(from, days) } else { next_working(from.plus(days)) }
    };
    let spaced = last.map(|late| after(late.when, step.after.saturating_sub(late.after)));
    after(start, step.after).max(spaced.unwrap_or(start))
}

/// The way the law speaks of.
fn approach(channel: Channel) -> Option<Approach> {
    match channel {
        Channel::Call => Some(Approach::Phone),
        Channel::Mail => Some(Approach::Mail),
        Channel::Sms => Some(Approach::Sms),
        Channel::Letter => Some(Approach::Post),
        Channel::Social => Some(Approach::Social),
        _ => None,
    }
}
