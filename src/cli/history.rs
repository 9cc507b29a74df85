//! `vigie history [WHO]`: who said what of somebody and when, what stood there before, what was taken back; without a
//! name, every act of everybody, latest first.

use serde_json::{Value, json};

use crate::{
    desk::Trouble,
    sales::{
        chronicle::Page,
        fact::Statement,
        history::{Back, Deed, Line},
        moment::{Day, Moment},
    },
};

use super::{
    args::History,
    card::moment_json,
    door::Door,
    print::Table,
    stop::{Code, Done, Stop},
    trouble,
    who::Scope,
};

/// How many acts are listed where nothing else is said.
const ACTS: usize = 50;

pub(super) fn run(door: &mut Door, said: &History) -> Done {
    let since = said.since.as_deref().map(|text| door.happened(Some(text))).transpose()?.map(|moment| moment.day);
    match &said.who {
        Some(who) => of_somebody(door, who, since, said.limit),
        None => of_all(door, since, said.limit),
    }
}

fn of_somebody(door: &mut Door, who: &str, since: Option<Day>, limit: Option<usize>) -> Done {
    let search = door.search();
    let entity = search.party(who).or_else(|stop| search.deal(who, Scope::Any).map_err(|_| stop))?;
    let mut lines = door.desk.history_of(entity).map_err(|trouble| stop(door, &trouble))?.lines;
    lines.retain(|line| since.is_none_or(|since| line.at.day >= since));
    let name = door.telling().name(entity);
    let title = door.tell("cli-history-of", &vec![("who", name.as_str().into())]);
    door.page.line(&title);
    let left = told(door, lines.iter().rev(), limit);
    door.more(left);
    let shown = limit.unwrap_or(usize::MAX);
    let lines: Vec<Value> = lines.iter().rev().take(shown).map(|line| line_json(door, line)).collect();
    door.page.json(&json!({ "about": entity.to_string(), "name": name, "lines": lines }));
    Ok(Code::Fine)
}

fn of_all(door: &mut Door, since: Option<Day>, limit: Option<usize>) -> Done {
    let most = limit.unwrap_or(if since.is_some() { usize::MAX } else { ACTS });
    let page = Page { before: None, since, most };
    let deeds = door.desk.deeds(&page).map_err(|trouble| stop(door, &trouble))?;
    if deeds.is_empty() {
        return Err(Stop::nothing(door.voice.say("cli-history-none")));
    }
    list(door, &deeds);
    if deeds.len() == most {
        let line = door.tell("cli-history-more", &vec![("count", most.into())]);
        door.page.line(&line);
    }
    list_json(door, &deeds);
    Ok(Code::Fine)
}

/// Acts for programs.
pub(super) fn list_json(door: &mut Door, deeds: &[Deed]) {
    let acts: Vec<Value> = deeds.iter().map(|deed| deed_json(door, deed)).collect();
    door.page.json(&json!({ "acts": acts }));
}

/// Acts as a table, each with the letters that name it.
pub(super) fn list(door: &mut Door, deeds: &[Deed]) {
    let mut table = Table::new(&[]);
    for deed in deeds {
        let (whom, words) = door.telling().deed(deed);
        let back = deed.back.as_ref().map(|back| format!(" {}", door.voice.taken_back(back))).unwrap_or_default();
        table.row([deed.act.id.0.short(), day_and_hour(deed.at), deed.act.author.clone(), whom, words + &back]);
    }
    door.page.table(&table);
}

/// Lines for people; says how many are left out.
pub(super) fn told<'l>(door: &mut Door, lines: impl Iterator<Item = &'l Line>, limit: Option<usize>) -> usize {
    let telling = door.telling();
    let worded = lines.filter_map(|line| Some((line, telling.history(line)?)));
    let mut rows: Vec<[String; 4]> = worded
        .map(|(line, words)| {
            let back = line.back.as_ref().map(|back| format!(" {}", door.voice.taken_back(back)));
            [String::new(), day_and_hour(line.at), line.author.clone(), words + &back.unwrap_or_default()]
        })
        .collect();
    let left = rows.len().saturating_sub(limit.unwrap_or(usize::MAX));
    rows.truncate(rows.len() - left);
    let mut table = Table::new(&[]);
    rows.into_iter().for_each(|row| table.row(row));
    door.page.table(&table);
    left
}

fn day_and_hour(moment: Moment) -> String {
    let day = moment.day.date().format("%d/%m/%Y").to_string();
    moment.hour.map_or_else(|| day.clone(), |hour| format!("{day} {hour}"))
}

/// A line for programs.
pub(super) fn line_json(door: &Door, line: &Line) -> Value {
    json!({
        "at": moment_json(line.at),
        "author": line.author,
        "act": line.act.0.to_string(),
        "happened": line.happened.map(moment_json),
        "words": door.telling().history(line).unwrap_or_default(),
        "said": said_json(&line.said),
        "before": line.before.as_ref().map(said_json),
        "taken_back": line.back.as_ref().map(back_json),
    })
}

/// A statement as the journal has it.
fn said_json(said: &Statement) -> Value {
    match said {
        Statement::Unknown(raw) => serde_json::from_str(raw.0.get()).unwrap_or_default(),
        known => json!(known),
    }
}

fn deed_json(door: &Door, deed: &Deed) -> Value {
    let (whom, words) = door.telling().deed(deed);
    json!({
        "act": deed.act.id.0.to_string(),
        "short": deed.act.id.0.short(),
        "at": moment_json(deed.at),
        "author": deed.act.author,
        "about": whom,
        "words": words,
        "facts": deed.act.size,
        "label": deed.act.label,
        "unfinished": deed.act.is_unfinished(),
        "taken_back": deed.back.as_ref().map(back_json),
    })
}

fn back_json(back: &Back) -> Value {
    json!({ "by": back.by, "at": back.at.map(moment_json) })
}

fn stop(door: &Door, trouble: &Trouble) -> Stop {
    trouble::stop(trouble, &door.voice)
}
