//! `vigie today --print`: the list of the day as a sheet of plain text for the car or the workshop. Each person with the
//! number, why, whether one may call, what to ask, what was said last, and room to write.

use crate::{
    cockpit::parts::text,
    sales::{
        book::OwnedCase,
        card::Card,
        fact::Approach,
        law,
        law::Verdict,
        moment::{Day, Moment},
        qualification, today,
        today::Today,
    },
};

use super::{door::Door, say, spread, stop::Code};

/// Columns of a sheet: A4 upright in the usual letters.
const WIDE: usize = 90;
/// What stands before the words of a line.
const LABEL: usize = 14;

pub(super) fn run(door: &mut Door, most: usize) -> Code {
    let list = Today::of(door.desk.columns(), &spread::mine(door));
    let day = format!("{} {}", door.voice.weekday(door.today()), door.voice.date(door.today()));
    let args = vec![("day", day.into()), ("count", list.len().into()), ("who", door.desk.author().into())];
    let title = door.tell("paper-title", &args);
    door.page.line(&title);
    let cards: Vec<Card> = list.rows().filter_map(|row| door.desk.columns().row(row)).take(most).collect();
    for (at, card) in cards.iter().enumerate() {
        let Some(case) = door.lens().card(card.deal).map(|card| card.case) else { continue };
        door.page.line(&"─".repeat(WIDE));
        for line in person(door, at + 1, card, &case) {
            door.page.line(&line);
        }
    }
    door.page.line(&"─".repeat(WIDE));
    if cards.is_empty() { Code::Nothing } else { Code::Fine }
}

fn person(door: &Door, at: usize, card: &Card, case: &OwnedCase) -> Vec<String> {
    let mut lines = vec![head(door, at, card, case)];
    lines.extend(text::wrapped(&reach(door, case), WIDE));
    let mut row = |key: &str, words: String| {
        let label = door.voice.say(key);
        let pad = " ".repeat(LABEL.saturating_sub(text::width(label)));
        let mut wrapped = text::wrapped(&words, WIDE - LABEL).into_iter();
        lines.extend(wrapped.next().map(|first| format!("{label}{pad}{first}")));
        lines.extend(wrapped.map(|more| format!("{}{more}", " ".repeat(LABEL))));
    };
    row("paper-why", why(door, card, case));
    row("paper-may", may(door, card, case));
    if let Some(question) = question(door, case) {
        row("paper-ask", question);
    }
    if let Some(last) = last(door, case, door.today()) {
        row("paper-last", last);
    }
    row("paper-result", door.voice.say("paper-boxes").to_owned());
    row("paper-note", "_".repeat(WIDE - LABEL));
    row("paper-next", "_".repeat(WIDE - LABEL));
    lines
}

/// `1. Menuiserie Lefèvre · Marie Lefèvre   78 chaud · 8,4 k€`.
fn head(door: &Door, at: usize, card: &Card, case: &OwnedCase) -> String {
    let voice = &door.voice;
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
fn reach(door: &Door, case: &OwnedCase) -> String {
    let view = case.as_case();
    let phones = ["contact.mobile", "contact.phone", "company.phone"].map(|key| door.voice.phone(view.text(key)));
    let places = ["contact.email", "contact.town", "company.town"].map(|key| view.text(key).to_owned());
    let mut known: Vec<String> = Vec::new();
    for text in phones.into_iter().chain(places).filter(|text| !text.is_empty()) {
        if !known.contains(&text) {
            known.push(text);
        }
    }
    known.join(" · ")
}

fn why(door: &Door, card: &Card, case: &OwnedCase) -> String {
    let why = door.voice.reason(&today::why(&case.as_case(), card, door.playbook(), door.today()));
    match card.hour.filter(|_| card.due == Some(door.today())) {
        Some(hour) => format!("{} · {why}", door.voice.hour(hour)),
        None => why,
    }
}

/// Whether one may call, on paper: not before an hour where the law says so.
fn may(door: &Door, card: &Card, case: &OwnedCase) -> String {
    let now = Moment { day: door.today(), hour: None };
    let may = law::may(Approach::Phone, &case.as_case(), card.status, door.playbook(), now);
    let verdict = match may.verdict {
        Verdict::Yes => door.voice.say("law-yes").to_owned(),
        Verdict::From(from) => door.tell("law-from", &vec![("from", say::due(&door.voice, from, door.today()).into())]),
        Verdict::Ask => door.voice.say("law-ask").to_owned(),
        Verdict::No => door.voice.say("law-no").to_owned(),
    };
    format!("{verdict} ({})", door.voice.reason(&may.because.reason()))
}

fn question(door: &Door, case: &OwnedCase) -> Option<String> {
    let next = qualification::next_question(&case.as_case(), door.playbook(), door.today())?;
    let label = say::label(&door.voice, &next.criterion.label);
    let words = next.question.map(|words| say::label(&door.voice, words)).unwrap_or_default();
    Some(door.tell("paper-question", &vec![("criterion", label.into()), ("question", words.into())]))
}

fn last(door: &Door, case: &OwnedCase, today: Day) -> Option<String> {
    let view = case.as_case();
    let last = view.last_exchange(today)?;
    let what = say::exchange(&door.voice, last.channel, last.direction);
    let day = door.voice.date(last.when.day);
    let note = if last.note.is_empty() { String::new() } else { format!(" · {}", text::cut(&last.note, 200, '…')) };
    Some(format!("{day} · {what}{note}"))
}
