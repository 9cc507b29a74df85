//! The fact behind a line of the score. Borrowed, so that a reading costs no allocation until somebody wants the words.

use crate::sales::{
    fact::{Channel, Sure},
    moment::Day,
    playbook::Label,
    qualification::Nearness,
    reason::{Given, Reason, field_key},
};

/// Why a rule gives what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because<'a> {
    /// Nobody answered yet.
    NotAsked,
    /// The customer's answer.
    Answered {
        /// How sure.
        sure: Sure,
        /// In their words.
        words: &'a str,
        /// When.
        on: Day,
    },
    /// The answer on the timing, with the wished start.
    Starts {
        /// How sure.
        sure: Sure,
        /// The wished start.
        start: Option<Day>,
        /// How near it is.
        near: Nearness,
        /// When it was answered.
        on: Day,
    },
    /// The deal has a checklist of its own: how much of it is answered, in 240ths.
    Own {
        /// Its name.
        checklist: &'a Label,
        /// How much.
        share: u8,
    },
    /// The target says nothing on it: counted as met.
    NotSet,
    /// The field is empty.
    Empty {
        /// Key of the field.
        field: &'a str,
    },
    /// The field's words are, or are not, in the target.
    Words {
        /// Key of the field.
        field: &'a str,
        /// What it says.
        value: &'a str,
        /// Whether they are.
        inside: bool,
    },
    /// The field's number is, or is not, in the target.
    Number {
        /// Key of the field.
        field: &'a str,
        /// What it says.
        value: i64,
        /// Whether it is.
        inside: bool,
    },
    /// Nothing of the kind happened.
    Nothing,
    /// It happened so often, the last time then.
    Happened {
        /// How often, as far as it still counts.
        times: u16,
        /// The last one's channel.
        channel: Channel,
        /// The last one's day.
        last: Day,
    },
    /// So many fields are filled.
    Filled {
        /// How many.
        filled: u16,
        /// Of how many.
        of: u16,
        /// The first that is empty.
        empty: Option<&'a str>,
    },
    /// Every channel was opposed, the last one then.
    Opposed {
        /// The day of the last opposition.
        on: Day,
    },
    /// No channel, or not every channel, was opposed.
    NotOpposed,
    /// Our touches since we last heard from them.
    Tries {
        /// How many.
        times: u16,
        /// From how many on it counts.
        limit: u16,
        /// The last one, if one.
        last: Option<Day>,
    },
    /// The condition of the settings holds or not.
    Condition {
        /// Its text.
        text: &'a str,
        /// Whether it holds.
        holds: bool,
    },
}

impl Because<'_> {
    /// For the voice.
    pub fn reason(&self) -> Reason {
        match *self {
            Self::NotAsked => Reason::plain("because-not_asked"),
            Self::Answered { sure, words, on } => answered(sure, words, on),
            Self::Starts { sure, start, near, on } => starts(sure, start, near, on),
            Self::Own { checklist, share } => own(checklist, share),
            Self::NotSet => Reason::plain("because-not_set"),
            Self::Empty { field } => Reason::plain("because-empty").with("field", field_key(field)),
            Self::Words { field, value, inside } => target(field, inside).with("value", value),
            Self::Number { field, value, inside } => target(field, inside).with("value", value),
            Self::Nothing => Reason::plain("because-nothing"),
            Self::Happened { times, channel, last } => happened(times, channel, last),
            Self::Filled { filled, of, empty } => filled_of(filled, of, empty),
            Self::Opposed { on } => Reason::plain("because-opposed").with("on", on),
            Self::NotOpposed => Reason::plain("because-not_opposed"),
            Self::Tries { times: 0, .. } => Reason::plain("because-no_tries"),
            Self::Tries { times, limit, last } => tries(times, limit, last),
            Self::Condition { text, holds: true } => Reason::plain("because-condition").with("text", text),
            Self::Condition { text, holds: false } => Reason::plain("because-no_condition").with("text", text),
        }
    }
}

fn answered(sure: Sure, words: &str, on: Day) -> Reason {
    let sure = Given::Key(format!("sure-{}", sure_key(sure)));
    match words {
        "" => Reason::plain("because-answered").with("sure", sure).with("on", on),
        words => Reason::plain("because-answered_words").with("sure", sure).with("words", words).with("on", on),
    }
}

fn own(checklist: &Label, share: u8) -> Reason {
    let percent = u32::from(share) * 100 / u32::from(super::WHOLE);
    Reason::plain("because-own").with("checklist", checklist.clone()).with("percent", percent)
}

fn starts(sure: Sure, start: Option<Day>, near: Nearness, on: Day) -> Reason {
    let key = match near {
        Nearness::Now => "because-starts_now",
        Nearness::Soon => "because-starts_soon",
        Nearness::Far => "because-starts_far",
        Nearness::Undated => "because-starts_undated",
    };
    let reason = Reason::plain(key).with("sure", Given::Key(format!("sure-{}", sure_key(sure)))).with("on", on);
    match start {
        Some(start) => reason.with("start", start),
        None => reason,
    }
}

fn target(field: &str, inside: bool) -> Reason {
    Reason::plain(if inside { "because-inside" } else { "because-outside" }).with("field", field_key(field))
}

fn happened(times: u16, channel: Channel, last: Day) -> Reason {
    let channel = Given::Key(format!("channel-{}", channel_key(channel)));
    Reason::plain("because-happened").with("times", times).with("channel", channel).with("last", last)
}

fn filled_of(filled: u16, of: u16, empty: Option<&str>) -> Reason {
    match empty {
        None => Reason::plain("because-complete").with("of", of),
        Some(field) => {
            Reason::plain("because-filled").with("filled", filled).with("of", of).with("field", field_key(field))
        }
    }
}

fn tries(times: u16, limit: u16, last: Option<Day>) -> Reason {
    let reason = Reason::plain(if times >= limit { "because-unreachable" } else { "because-tries" });
    let reason = reason.with("times", times).with("limit", limit);
    match last {
        Some(last) => reason.with("last", last),
        None => reason,
    }
}

/// The word of a channel in text keys.
pub(crate) fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "call",
        Channel::Mail => "mail",
        Channel::Sms => "sms",
        Channel::Letter => "letter",
        Channel::Meeting => "meeting",
        Channel::Visit => "visit",
        Channel::Form => "form",
        Channel::Download => "download",
        Channel::Webinar => "webinar",
        Channel::Fair => "fair",
        Channel::QuoteRequest => "quote_request",
        Channel::DemoRequest => "demo_request",
        Channel::Comparison => "comparison",
        Channel::Page => "page",
        Channel::Click => "click",
        Channel::Social => "social",
        Channel::Note => "note",
    }
}

/// The word of a certainty in text keys.
pub(crate) fn sure_key(sure: Sure) -> &'static str {
    match sure {
        Sure::Unknown => "unknown",
        Sure::Assumed => "assumed",
        Sure::Confirmed => "confirmed",
        Sure::No => "no",
    }
}
