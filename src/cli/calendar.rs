//! `vigie export [QUERY] --to ics [--into FILE]`: what is fixed next, as a calendar. Into a file it replaces the file
//! whole, so that a calendar may subscribe to it.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use crate::{
    desk::clock,
    exchange::calendar::{self, Event, Start},
    sales::{case::Case, contact::NextStep, entity::Entity, fact::Approach, fields::folded, moment::Moment},
};

use super::{
    card::Sheet,
    door::Door,
    print,
    stop::{Code, Done, Stop},
};

pub(super) fn run(door: &mut Door, sheets: &[Sheet], into: Option<&Path>) -> Done {
    let events: Vec<Event> = sheets.iter().flat_map(|sheet| events(door, sheet)).collect();
    let text = calendar::write(&events);
    let Some(file) = into else {
        door.page.raw(text.as_bytes());
        return Ok(Code::Fine);
    };
    replace(file, text.as_bytes()).map_err(|error| {
        let args = vec![("file", file.display().to_string().into()), ("why", error.to_string().into())];
        Stop::input(door.tell("cli-calendar-failed", &args))
    })?;
    let args = vec![("count", events.len().into()), ("file", file.display().to_string().into())];
    print::remark(&door.tell("cli-calendar-done", &args), door.page.look);
    Ok(Code::Fine)
}

/// The steps of somebody's deals, and their own where it hangs on no deal; a colleague's are the colleague's.
fn events(door: &Door, sheet: &Sheet) -> Vec<Event> {
    let mut all = Vec::new();
    for deal in &sheet.deals {
        let Some(card) = door.lens().card(deal.entity) else { continue };
        let case = card.case.as_case();
        if let Some(step) = card.case.deal.next.as_ref().filter(|_| is_mine(door, case.owner())) {
            all.push(event(door, deal.entity, &case, &sheet.name(), step));
        }
    }
    let own = sheet.dealings().and_then(|dealings| dealings.next.as_ref()).filter(|_| is_mine(door, sheet.owner()));
    if let Some((step, card)) = own.zip(sheet.best.as_ref()) {
        all.push(event(door, sheet.entity, &card.case.as_case(), &sheet.name(), step));
    }
    all
}

/// What nobody looks after is everybody's.
fn is_mine(door: &Door, owner: &str) -> bool {
    let owners = door.desk.columns().owners();
    let author = folded(door.desk.author());
    let shared = owners.names().nth(1).is_some() && owners.names().any(|name| folded(name) == author);
    !shared || owner.is_empty() || folded(owner) == author
}

fn event(door: &Door, of: Entity, case: &Case<'_>, name: &str, step: &NextStep) -> Event {
    let firm = case.company.map(|company| company.name().to_owned()).filter(|firm| firm != name);
    let who = firm.map_or_else(|| name.to_owned(), |firm| format!("{firm}, {name}"));
    let what = if step.what.is_empty() { door.voice.say("cli-calendar-step") } else { &step.what };
    Event {
        uid: format!("{}@vigie", of.id),
        set_on: step.set_on,
        start: start(step.due),
        title: door.tell("cli-calendar-title", &vec![("what", what.into()), ("who", who.into())]),
        words: words(door, case),
    }
}

fn start(due: Moment) -> Start {
    due.hour.map_or(Start::Day(due.day), |hour| Start::At(clock::millis_of(due.day, hour) / 1000))
}

/// How to reach them, but for what they opposed, which is said.
fn words(door: &Door, case: &Case<'_>) -> String {
    let mut lines = Vec::new();
    if !case.opposed(Approach::Phone) {
        let numbers = ["contact.mobile", "contact.phone", "company.phone"].map(|key| door.voice.phone(case.text(key)));
        lines.extend(numbers.into_iter().filter(|number| !number.is_empty()));
    }
    if !case.opposed(Approach::Mail) {
        lines.extend(Some(case.text("contact.email").to_owned()).filter(|address| !address.is_empty()));
    }
    let opposed: Vec<&str> = Approach::ALL
        .into_iter()
        .filter(|approach| case.opposed(*approach))
        .map(|approach| door.voice.word(&approach))
        .collect();
    if !opposed.is_empty() {
        let ways = opposed.join(", ");
        lines.push(door.tell("cli-calendar-opposed", &vec![("ways", ways.into())]));
    }
    lines.dedup();
    lines.join("\n")
}

/// The file is replaced whole: who reads it meanwhile reads the old one. It is for its owner alone.
fn replace(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let mut out = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    fs::rename(&beside, file)
}
