//! Reasons of the readings in words: each value said the way its language says it.

use super::{Arg, Language, Voice};
use crate::sales::{
    fact::Approach,
    law::Verdict,
    moment::Day,
    playbook::{Label, PlaybookFlaw},
    query::QueryFlaw,
    reason::{Given, Reason},
};

impl Voice {
    /// A reason in words.
    pub fn reason(&self, reason: &Reason) -> String {
        let args: Vec<(&str, Arg)> = reason.values.iter().map(|(name, given)| (*name, self.given(given))).collect();
        self.tell(reason.key, &args)
    }

    /// `Mail : oui (professionnel)`: whether one may approach somebody, and why.
    pub fn may(&self, ways: &[Approach], verdict: Verdict, because: &str, today: Day) -> String {
        let verdict = match verdict {
            Verdict::Yes => self.say("law-yes").to_owned(),
            Verdict::From(moment) => self.tell("law-from", &[("from", self.due(moment, today).into())]),
            Verdict::Ask => self.say("law-ask").to_owned(),
            Verdict::No => self.say("law-no").to_owned(),
        };
        let ways = ways.iter().map(|way| self.word(way)).collect::<Vec<_>>().join(", ");
        self.tell("today-may", &[("way", ways.into()), ("verdict", verdict.into()), ("because", because.into())])
    }

    /// A label of the settings in this language.
    pub fn label<'a>(&self, label: &'a Label) -> &'a str {
        match self.language() {
            Language::Fr => &label.fr,
            Language::En => &label.en,
        }
    }

    /// What is wrong with a settings file, where, and what happens now.
    pub fn playbook_flaw(&self, file: &str, flaw: &PlaybookFlaw) -> String {
        let (line, column) = (flaw.line.to_string(), flaw.column.to_string());
        let args = [
            ("file", file.into()),
            ("line", line.into()),
            ("column", column.into()),
            ("message", self.reason(&flaw.message).into()),
        ];
        self.tell("playbook-flaw", &args)
    }

    /// What is wrong with a query, and what was meant.
    pub fn query_flaw(&self, flaw: &QueryFlaw) -> String {
        let message = self.reason(&flaw.message);
        match &flaw.meant {
            Some(word) => self.tell("query-meant", &[("message", message.into()), ("word", word.as_str().into())]),
            None => message,
        }
    }

    fn given(&self, given: &Given) -> Arg {
        match given {
            Given::Text(text) => text.as_str().into(),
            Given::Number(number) => (*number).into(),
            Given::Day(day) => self.tell("date-on", &[("day", self.date(*day).into())]).into(),
            Given::Hour(hour) => hour.to_string().into(),
            Given::Money(money) => self.amount(*money).into(),
            Given::Key(key) => self.say(key).into(),
            Given::Reason(reason) => self.reason(reason).into(),
            Given::Label(label) => self.label(label).into(),
        }
    }
}
