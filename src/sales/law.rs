//! May I? What the law says before a call or a letter, with its reason. It informs and lets the person decide;
//! it never hides anybody. The numbers are settings, their sources stand beside them in the playbook.

use chrono::Datelike;

use super::{
    case::Case,
    contact::Activity,
    fact::{Approach, Channel, Direction, Outcome, Permission, Value},
    holidays::is_holiday,
    moment::{Day, Hour, Moment},
    playbook::{LawRules, Playbook},
    reason::Reason,
    status::Status,
};

/// Whether one may approach somebody, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct May {
    /// The answer.
    pub verdict: Verdict,
    /// The ground it stands on.
    pub because: Ground,
}

/// The answer to "may I?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Yes,
    /// Yes, but not before then.
    From(Moment),
    /// It depends on something only the seller knows: ask once.
    Ask,
    /// No.
    No,
}

/// The ground of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// They opposed this channel.
    Opposed(Day),
    /// They opposed this channel, and asked us something later.
    AskedSince(Channel, Day),
    /// They asked us: answering is no canvassing.
    Asked(Channel, Day),
    /// They consented.
    Consented(Day),
    /// A professional may be called.
    Professional,
    /// A professional may be written to, with a way to say stop.
    ProfessionalOptOut,
    /// A consumer who is a client: about similar products.
    Client,
    /// A consumer who is a client, by phone: about a running contract only.
    Contract,
    /// A consumer who never consented.
    NoConsent,
    /// A consumer by post: nothing forbids it.
    Post,
    /// Outside the hours in which consumers may be called.
    Hours,
    /// Called often enough in the window: how often, how many days.
    CalledEnough(u16, u16),
    /// The trade may not canvass consumers this way.
    BannedTrade,
    /// Nobody knows whether this is a consumer.
    Unknown,
}

/// Whether one may approach the person of a case on a channel at a moment.
pub fn may(approach: Approach, case: &Case<'_>, status: Status, playbook: &Playbook, now: Moment) -> May {
    let law = &playbook.law;
    let request = request(case, law, now.day);
    if let Some(on) = opposition(case, approach) {
        return after_opposition(on, request);
    }
    if let Some(request) = request {
        return May { verdict: Verdict::Yes, because: Ground::Asked(request.channel, request.when.day) };
    }
    match who(case) {
        Who::Professional => professional(approach),
        Who::Unknown if approach == Approach::Post => May { verdict: Verdict::Yes, because: Ground::Post },
        Who::Unknown => May { verdict: Verdict::Ask, because: Ground::Unknown },
        Who::Consumer => consumer(approach, case, status, law, now),
    }
}

fn after_opposition(on: Day, request: Option<&Activity>) -> May {
    match request {
        Some(request) if request.when.day > on => {
            May { verdict: Verdict::Ask, because: Ground::AskedSince(request.channel, request.when.day) }
        }
        _ => May { verdict: Verdict::No, because: Ground::Opposed(on) },
    }
}

/// Who one speaks with, in the eyes of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Professional,
    Consumer,
    Unknown,
}

/// What the file says, else whether there is a company.
fn who(case: &Case<'_>) -> Who {
    match case.value("contact.consumer") {
        Some(Value::Flag(true)) => Who::Consumer,
        Some(Value::Flag(false)) => Who::Professional,
        _ if case.company.is_some() => Who::Professional,
        _ => Who::Unknown,
    }
}

fn professional(approach: Approach) -> May {
    let because = match approach {
        Approach::Mail | Approach::Sms | Approach::Social => Ground::ProfessionalOptOut,
        Approach::Phone | Approach::Post => Ground::Professional,
    };
    May { verdict: Verdict::Yes, because }
}

fn consumer(approach: Approach, case: &Case<'_>, status: Status, law: &LawRules, now: Moment) -> May {
    let consent = consent(case, approach, now.day);
    let (verdict, because) = match (approach, consent, status) {
        (Approach::Post, _, _) => (Verdict::Yes, Ground::Post),
        (Approach::Phone, None, Status::Client) if !law.banned_trade => (Verdict::Ask, Ground::Contract),
        (Approach::Phone, None, Status::Client) => (Verdict::No, Ground::BannedTrade),
        _ if law.banned_trade => (Verdict::No, Ground::BannedTrade),
        (_, Some(on), _) => (Verdict::Yes, Ground::Consented(on)),
        (_, None, Status::Client | Status::Lapsed) if approach != Approach::Phone => (Verdict::Yes, Ground::Client),
        (_, None, _) => (Verdict::No, Ground::NoConsent),
    };
    let permitted = May { verdict, because };
    match (approach, verdict) {
        (Approach::Phone, Verdict::Yes | Verdict::Ask) => within_limits(permitted, case, law, now),
        _ => permitted,
    }
}

/// A permitted call still keeps to the hours and to the number of calls.
fn within_limits(permitted: May, case: &Case<'_>, law: &LawRules, now: Moment) -> May {
    let mut calls: Vec<Day> =
        case.exchanges(now.day).filter(|event| is_our_call(event)).map(|event| event.when.day).collect();
    calls.sort_unstable();
    let oldest = calls.len().checked_sub(usize::from(law.phone_calls.max(1))).and_then(|at| calls.get(at));
    if let Some(leaves) = oldest.map(|day| day.plus(i32::from(law.phone_window))).filter(|leaves| *leaves > now.day) {
        let because = Ground::CalledEnough(law.phone_calls, law.phone_window);
        return May { verdict: opening(law, Moment { day: leaves, hour: Hour::of(0, 0) }), because };
    }
    match opening(law, now) {
        Verdict::Yes => permitted,
        later => May { verdict: later, because: Ground::Hours },
    }
}

fn is_our_call(event: &Activity) -> bool {
    event.direction == Direction::Ours && event.channel == Channel::Call
}

/// Now, where one may call now; else the next moment one may. Without a time of day only the day is judged.
fn opening(law: &LawRules, from: Moment) -> Verdict {
    for ahead in 0..14 {
        let day = from.day.plus(ahead);
        let weekday = day.date().weekday().number_from_monday() as u8;
        if !law.phone_days.contains(&weekday) || is_holiday(day) {
            continue;
        }
        match (ahead, from.hour) {
            (0, None) => return Verdict::Yes,
            (0, Some(Hour(now))) => {
                if law.phone_hours.iter().any(|(start, end)| (*start..*end).contains(&now)) {
                    return Verdict::Yes;
                }
                let next = law.phone_hours.iter().map(|(start, _)| *start).filter(|start| *start > now).min();
                if let Some(start) = next {
                    return Verdict::From(Moment { day, hour: Some(Hour(start)) });
                }
            }
            _ => {
                let first = law.phone_hours.iter().map(|(start, _)| Hour(*start)).min();
                return Verdict::From(Moment { day, hour: first });
            }
        }
    }
    Verdict::No
}

/// The day a channel was opposed, by the person or for the company.
fn opposition(case: &Case<'_>, approach: Approach) -> Option<Day> {
    let said = case.dealings().filter_map(|dealings| dealings.permission(approach));
    said.filter(|said| said.permission == Permission::Opposed).map(|said| said.on).max()
}

fn consent(case: &Case<'_>, approach: Approach, day: Day) -> Option<Day> {
    let said = case.contact.and_then(|contact| contact.dealings.permission(approach))?;
    (said.permission == Permission::Consented && said.on <= day).then_some(said.on)
}

/// Their last request we are still expected to answer.
fn request<'a>(case: &Case<'a>, law: &LawRules, day: Day) -> Option<&'a Activity> {
    let recent = |event: &&Activity| day.since(event.when.day) <= i32::from(law.request_days);
    case.exchanges(day).filter(|event| asks(event)).filter(recent).max_by_key(|event| event.when)
}

/// They asked for a quote, a demonstration, or to be called.
fn asks(event: &Activity) -> bool {
    match (event.direction, event.channel) {
        (_, Channel::QuoteRequest | Channel::DemoRequest) | (Direction::Theirs, Channel::Form) => true,
        (_, Channel::Call | Channel::Mail | Channel::Sms) => event.outcome == Some(Outcome::CallBack),
        _ => false,
    }
}

impl Ground {
    /// Whether a letter must say how to have no more of them: an answer to what they asked needs not.
    pub fn asks_for_a_way_out(&self) -> bool {
        !matches!(self, Self::Asked(..) | Self::AskedSince(..) | Self::Post)
    }

    /// For the voice.
    pub fn reason(&self) -> Reason {
        match *self {
            Self::Opposed(on) => Reason::plain("law-opposed").with("on", on),
            Self::AskedSince(channel, on) => asked("law-asked_since", channel, on),
            Self::Asked(channel, on) => asked("law-asked", channel, on),
            Self::Consented(on) => Reason::plain("law-consented").with("on", on),
            Self::Professional => Reason::plain("law-professional"),
            Self::ProfessionalOptOut => Reason::plain("law-professional_opt_out"),
            Self::Client => Reason::plain("law-client"),
            Self::Contract => Reason::plain("law-contract"),
            Self::NoConsent => Reason::plain("law-no_consent"),
            Self::Post => Reason::plain("law-post"),
            Self::Hours => Reason::plain("law-hours"),
            Self::CalledEnough(calls, days) => {
                Reason::plain("law-called_enough").with("calls", calls).with("days", days)
            }
            Self::BannedTrade => Reason::plain("law-banned_trade"),
            Self::Unknown => Reason::plain("law-unknown"),
        }
    }
}

fn asked(key: &'static str, channel: Channel, on: Day) -> Reason {
    let channel = super::reason::Given::Key(format!("channel-{}", super::score::channel_key(channel)));
    Reason::plain(key).with("channel", channel).with("on", on)
}
