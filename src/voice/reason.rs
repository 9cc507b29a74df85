//! Reasons of the readings in words: each value said the way its language says it.

use super::{Arg, Language, Voice};
use crate::sales::{
    fact::Approach,
    law::Verdict,
    moment::Day,
    playbook::{Label, PlaybookFlaw},
    query::QueryFlaw,
    reason::{Given, Reason},
    sequence::{Halt, Standing},
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

    /// `étape 2/3, jeu. 26 : e-mail, devis-2`, or what ended a sequence.
    pub fn standing(&self, standing: Result<Standing<'_>, Halt>, today: Day) -> String {
        match standing {
            Ok(standing) => {
                let letter = self.label(&standing.next.template);
                let by = self.word(&standing.next.channel).to_owned();
                let what = if letter.is_empty() { by } else { format!("{by}, {letter}") };
                let due = self.due(standing.due.into(), today);
                let (step, of) = (i64::from(standing.step).into(), i64::from(standing.of).into());
                self.tell("sequence-step", &[("step", step), ("of", of), ("when", due.into()), ("what", what.into())])
            }
            Err(Halt::Answered(on)) => self.tell("sequence-answered", &[("on", self.day_on(on, today).into())]),
            Err(Halt::Opposed(way)) => self.tell("sequence-opposed", &[("way", self.word(&way).into())]),
            Err(Halt::Done) => self.say("sequence-done").to_owned(),
        }
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
