//! `vigie today`: the list of the day, in order, each line with its reason and the number to call.

use serde_json::{Value, json};

use crate::sales::{
    candidate::Candidates,
    card::Card,
    today::{self, Today},
};

use super::{
    args,
    door::Door,
    paper,
    print::Table,
    say, short, spread,
    stop::{Code, Done},
};

pub(super) fn run(door: &mut Door, said: &args::Today) -> Done {
    if said.spread {
        return spread::run(door, said);
    }
    let list = Today::of(door.desk.columns(), &|_| true);
    if said.print {
        return Ok(paper::run(door, said.limit.unwrap_or(usize::MAX)));
    }
    let cards = list.rows().filter_map(|row| door.desk.columns().row(row));
    let cards = cards.take(said.limit.unwrap_or(usize::MAX));
    let lines: Vec<(Card, Line)> = cards.filter_map(|card| Some((card, line(door, &card)?))).collect();
    let mut table = Table::new(&[0, 5, 6]);
    for (at, (card, line)) in lines.iter().enumerate() {
        table.row(row(door, at, card, line));
    }
    door.page.table(&table);
    let left = list.len() - lines.len();
    if left > 0 {
        let words = door.tell("cli-and-more", &vec![("count", left.into())]);
        door.page.line(&words);
    }
    let ending = ending(door, &list);
    door.page.line(&ending);
    if let Some(words) = proposed(door) {
        door.page.line(&words);
    }
    let json = json(door, &list, &lines);
    door.page.json(&json);
    Ok(if list.is_empty() { Code::Nothing } else { Code::Fine })
}

/// A line in words.
struct Line {
    name: String,
    person: String,
    phone: String,
    reason: String,
    hour: Option<String>,
}

fn line(door: &Door, card: &Card) -> Option<Line> {
    let case = door.lens().card(card.deal)?.case;
    let view = case.as_case();
    let person = case.contact.as_ref().map(crate::sales::contact::Contact::name).unwrap_or_default();
    let firm = case.company.as_ref().map(|company| company.name().to_owned()).unwrap_or_default();
    let reason = today::why(&view, card, door.playbook(), door.today());
    let phones = ["contact.mobile", "contact.phone", "company.phone"].map(|key| view.text(key));
    Some(Line {
        person: if firm.is_empty() { String::new() } else { person.clone() },
        name: if firm.is_empty() { person } else { firm },
        phone: phones.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned(),
        reason: door.voice.reason(&reason),
        hour: card.hour.filter(|_| card.due == Some(door.today())).map(|hour| hour.to_string()),
    })
}

/// `1  K3P7Q  Menuiserie Lefèvre  Marie Lefèvre  82  chaud  8,4 k€  06 39 98 00 01  devient chaud : devis demandé hier`
fn row(door: &Door, at: usize, card: &Card, line: &Line) -> Vec<String> {
    let voice = &door.voice;
    let amount = card.amount_cents.map(|cents| voice.amount_short(crate::sales::money::Money::ht(cents)));
    let reason = match card.hour.filter(|_| line.hour.is_some()) {
        Some(hour) => format!("{} · {}", voice.hour(hour), line.reason),
        None => line.reason.clone(),
    };
    vec![
        (at + 1).to_string(),
        short(card.deal),
        line.name.clone(),
        line.person.clone(),
        card.score.to_string(),
        voice.word(&card.temperature).to_owned(),
        amount.unwrap_or_default(),
        voice.phone(&line.phone),
        reason,
    ]
}

fn ending(door: &Door, list: &Today) -> String {
    let tally = list.tally;
    if list.is_empty() {
        let next = crate::sales::holidays::plus_working(door.today(), 1);
        let args = vec![
            ("done", tally.done.into()),
            ("postponed", tally.postponed.into()),
            ("day", say::due(&door.voice, next.into(), door.today()).into()),
            ("tomorrow", tally.tomorrow.into()),
        ];
        return door.tell(if tally.done + tally.postponed == 0 { "today-nothing" } else { "today-ended" }, &args);
    }
    let (through, all) = tally.progress(list.len());
    let progress = door.tell("today-progress", &vec![("done", through.into()), ("all", all.into())]);
    format!("{progress} · {}", door.tell("today-left", &vec![("late", tally.late.into()), ("hot", tally.hot.into())]))
}

/// Who matches the rule of a sequence, and how one sees them.
fn proposed(door: &Door) -> Option<String> {
    let candidates = Candidates::all(door.book(), door.desk.columns(), door.playbook());
    let count: usize = candidates.count(&spread::mine(door)).values().sum();
    (count > 0).then(|| door.tell("cli-today-proposed", &vec![("count", count.into())]))
}

fn json(door: &Door, list: &Today, lines: &[(Card, Line)]) -> Value {
    let tally = list.tally;
    let line = |(card, line): &(Card, Line)| {
        json!({
            "deal": card.deal.to_string(),
            "short": short(card.deal),
            "name": line.name,
            "person": Some(&line.person).filter(|person| !person.is_empty()),
            "phone": Some(&line.phone).filter(|phone| !phone.is_empty()),
            "status": card.status.key(),
            "score": card.score,
            "temperature": super::card::temperature_key(card.temperature),
            "amount_cents": card.amount_cents,
            "due": card.due.map(|due| due.to_string()),
            "hour": line.hour,
            "reason": line.reason,
        })
    };
    json!({
        "day": door.today().to_string(),
        "left": list.len(),
        "done": tally.done,
        "postponed": tally.postponed,
        "late": tally.late,
        "hot": tally.hot,
        "tomorrow": tally.tomorrow,
        "lines": lines.iter().map(line).collect::<Vec<_>>(),
    })
}
