//! `vigie today --print`: the list of the day as a sheet of plain text for the car or the workshop, for the cockpit too. Each person with the
//! number, why, whether one may call, what to ask, what was said last, and room to write.

use crate::{
    cockpit::parts::text,
    desk::Desk,
    sales::{
        book::{OwnedCase, Records as _},
        card::Card,
        entity::Entity,
        fact::Approach,
        law,
        law::Verdict,
        moment::{Day, Moment},
        qualification, today,
        today::Today,
    },
    voice::Voice,
};

use super::{door::Door, say, spread, stop::Code};

/// Columns of a sheet: A4 upright in the usual letters.
const WIDE: usize = 90;
/// What stands before the words of a line.
const LABEL: usize = 14;

pub(super) fn run(door: &mut Door, most: usize) -> Code {
    let columns = door.desk.columns();
    let list = Today::of(columns, &spread::mine(door));
    let deals: Vec<Entity> = list.rows().filter_map(|row| Some(columns.row(row)?.deal)).take(most).collect();
    let lines = Paper { desk: &door.desk, voice: &door.voice }.lines(&deals);
    lines.iter().for_each(|line| door.page.line(line));
    if deals.is_empty() { Code::Nothing } else { Code::Fine }
}

/// What a sheet is written from.
pub(super) struct Paper<'a> {
    pub(super) desk: &'a Desk,
    pub(super) voice: &'a Voice,
}

impl Paper<'_> {
    /// The sheet of these deals, line by line.
    pub(super) fn lines(&self, deals: &[Entity]) -> Vec<String> {
        let today = self.desk.today();
        let day = format!("{} {}", self.voice.weekday(today), self.voice.date(today));
        let args = [("day", day.into()), ("count", deals.len().into()), ("who", self.desk.author().into())];
        let mut lines = vec![self.voice.tell("paper-title", &args)];
        for (at, deal) in deals.iter().enumerate() {
            let card = self.desk.columns().card(self.desk.book(), *deal);
            let Some((card, case)) = card.zip(self.desk.book().case(*deal)) else { continue };
            lines.push("─".repeat(WIDE));
            lines.extend(self.person(at + 1, &card, &case));
        }
        lines.push("─".repeat(WIDE));
        lines
    }

    fn person(&self, at: usize, card: &Card, case: &OwnedCase) -> Vec<String> {
        let mut lines = vec![self.head(at, card, case)];
        lines.extend(text::wrapped(&self.reach(case), WIDE));
        let mut row = |key: &str, words: String| {
            let label = self.voice.say(key);
            let pad = " ".repeat(LABEL.saturating_sub(text::width(label)));
            let mut wrapped = text::wrapped(&words, WIDE - LABEL).into_iter();
            lines.extend(wrapped.next().map(|first| format!("{label}{pad}{first}")));
            lines.extend(wrapped.map(|more| format!("{}{more}", " ".repeat(LABEL))));
        };
        row("paper-why", self.why(card, case));
        row("paper-may", self.may(card, case));
        if let Some(question) = self.question(case) {
            row("paper-ask", question);
        }
        if let Some(last) = self.last(case, self.desk.today()) {
            row("paper-last", last);
        }
        row("paper-result", self.voice.say("paper-boxes").to_owned());
        row("paper-note", "_".repeat(WIDE - LABEL));
        row("paper-next", "_".repeat(WIDE - LABEL));
        lines
    }

    /// `1. Menuiserie Lefèvre · Marie Lefèvre   78 chaud · 8,4 k€`.
    fn head(&self, at: usize, card: &Card, case: &OwnedCase) -> String {
        let voice = self.voice;
        let firm = case.company.as_ref().map(|company| company.name().to_owned()).unwrap_or_default();
        let person = case.contact.as_ref().map(crate::sales::contact::Contact::name).unwrap_or_default();
        let names = [firm, person].into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" · ");
        let money = card.amount_cents.map(|cents| voice.amount_short(crate::sales::money::Money::ht(cents)));
        let heat = format!("{} {}", card.score, voice.word(&card.temperature));
        let end = [Some(heat), money].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let room = WIDE.saturating_sub(text::width(&end) + 1);
        let name = text::cut(&format!("{at}. {names}"), room, '…').into_owned();
        format!("{name}{}{end}", " ".repeat(WIDE.saturating_sub(text::width(&name) + text::width(&end))))
    }

    /// Numbers, address, town.
    fn reach(&self, case: &OwnedCase) -> String {
        let view = case.as_case();
        let phones = ["contact.mobile", "contact.phone", "company.phone"].map(|key| self.voice.phone(view.text(key)));
        let places = ["contact.email", "contact.town", "company.town"].map(|key| view.text(key).to_owned());
        let mut known: Vec<String> = Vec::new();
        for text in phones.into_iter().chain(places).filter(|text| !text.is_empty()) {
            if !known.contains(&text) {
                known.push(text);
            }
        }
        known.join(" · ")
    }

    fn why(&self, card: &Card, case: &OwnedCase) -> String {
        let why = self.voice.reason(&today::why(&case.as_case(), card, self.desk.playbook(), self.desk.today()));
        match card.hour.filter(|_| card.due == Some(self.desk.today())) {
            Some(hour) => format!("{} · {why}", self.voice.hour(hour)),
            None => why,
        }
    }

    /// Whether one may call, on paper: not before an hour where the law says so.
    fn may(&self, card: &Card, case: &OwnedCase) -> String {
        let now = Moment { day: self.desk.today(), hour: None };
        let may = law::may(Approach::Phone, &case.as_case(), card.status, self.desk.playbook(), now);
        let verdict = match may.verdict {
            Verdict::Yes => self.voice.say("law-yes").to_owned(),
            Verdict::From(from) => {
                self.voice.tell("law-from", &[("from", say::due(self.voice, from, self.desk.today()).into())])
            }
            Verdict::Ask => self.voice.say("law-ask").to_owned(),
            Verdict::No => self.voice.say("law-no").to_owned(),
        };
        format!("{verdict} ({})", self.voice.reason(&may.because.reason()))
    }

    fn question(&self, case: &OwnedCase) -> Option<String> {
        let next = qualification::next_question(&case.as_case(), self.desk.playbook(), self.desk.today())?;
        let label = say::label(self.voice, &next.criterion.label);
        let words = next.question.map(|words| say::label(self.voice, words)).unwrap_or_default();
        Some(self.voice.tell("paper-question", &[("criterion", label.into()), ("question", words.into())]))
    }

    fn last(&self, case: &OwnedCase, today: Day) -> Option<String> {
        let view = case.as_case();
        let last = view.last_exchange(today)?;
        let what = say::exchange(self.voice, last.channel, last.direction);
        let day = self.voice.date(last.when.day);
        let note =
            if last.note.is_empty() { String::new() } else { format!(" · {}", text::cut(&last.note, 200, '…')) };
        Some(format!("{day} · {what}{note}"))
    }
}
