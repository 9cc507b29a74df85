//! What happened between us and somebody, as a form says it: a call, a letter, a meeting, anything else.

use super::{Subject, gather::Reading};
use crate::sales::{
    fact::{Approach, Channel, Direction, Exchanged, Outcome, Promised, Statement},
    moment::Moment,
};

impl Reading<'_> {
    pub(super) fn call(&mut self, subject: Subject) {
        let outcome = self.text("outcome");
        let direction = if outcome == "theirs" { Direction::Theirs } else { Direction::Ours };
        let result = match outcome.as_str() {
            "no_answer" => Some(Outcome::NoAnswer),
            "message" => Some(Outcome::Message),
            "call_back" => Some(Outcome::CallBack),
            _ => Some(Outcome::Reached),
        };
        self.exchanged(subject, Channel::Call, direction, result, self.now());
        if let Some(about) = subject.party.filter(|_| outcome == "stop") {
            self.opposed(about, Some(Approach::Phone), &self.text("note"));
        }
        self.step(subject, false);
    }

    /// A letter is an exchange once it left; its text is what was said.
    pub(super) fn letter(&mut self, subject: Subject) {
        self.addressed();
        let note = format!("{}\n{}", self.text("subject"), self.text("body"));
        self.exchanged_saying(subject, (Channel::Mail, Direction::Ours), None, self.now(), note);
        self.step(subject, false);
    }

    pub(super) fn exchange(&mut self, subject: Subject, when: Moment) {
        let (channel, direction) = channel(&self.text("channel"));
        // An exchange happened without a word; a remark is its words.
        if channel == Channel::Note && self.text("note").is_empty() {
            self.flaw("note", self.world.voice.say("flaw-empty"));
        }
        self.exchanged(subject, channel, direction, None, when);
        self.step(subject, false);
    }

    /// One that lies ahead is a next step, not an exchange.
    pub(super) fn meeting(&mut self, subject: Subject) {
        let Some(when) = self.moment("when") else { return };
        if when.day <= self.world.today {
            return self.exchange(subject, when);
        }
        self.born(subject);
        let word = self.world.voice.say(&format!("form-channel-{}", self.text("channel").replace('/', "-"))).to_owned();
        let note = self.text("note");
        let what = if note.is_empty() { word } else { format!("{word} : {note}") };
        self.said.push(Statement::Promised(Promised { about: subject.deal, due: Some(when), what }));
    }

    pub(super) fn exchanged(
        &mut self,
        subject: Subject,
        channel: Channel,
        direction: Direction,
        outcome: Option<Outcome>,
        when: Moment,
    ) {
        let note = self.text("note");
        self.exchanged_saying(subject, (channel, direction), outcome, when, note);
    }

    pub(super) fn exchanged_saying(
        &mut self,
        subject: Subject,
        (channel, direction): (Channel, Direction),
        outcome: Option<Outcome>,
        when: Moment,
        note: String,
    ) {
        self.born(subject);
        let about = subject.party.unwrap_or(subject.deal);
        let deal = (about != subject.deal).then_some(subject.deal);
        self.said.push(Statement::Exchanged(Exchanged { about, deal, channel, direction, outcome, note, when }));
    }
}

/// How one met and who made the move, as the rows name it.
pub(super) fn channel(text: &str) -> (Channel, Direction) {
    let (channel, direction) = text.split_once('/').unwrap_or((text, "ours"));
    let channel = match channel {
        "call" => Channel::Call,
        "mail" => Channel::Mail,
        "sms" => Channel::Sms,
        "letter" => Channel::Letter,
        "meeting" => Channel::Meeting,
        "visit" => Channel::Visit,
        "form" => Channel::Form,
        "download" => Channel::Download,
        "webinar" => Channel::Webinar,
        "fair" => Channel::Fair,
        "quote_request" => Channel::QuoteRequest,
        "demo_request" => Channel::DemoRequest,
        "comparison" => Channel::Comparison,
        "social" => Channel::Social,
        "click" => Channel::Click,
        "page" => Channel::Page,
        _ => Channel::Note,
    };
    (channel, if direction == "theirs" { Direction::Theirs } else { Direction::Ours })
}
