//! `vigie today --spread`: a list too full, spread over the working days after it; `--dry-run` only tells.

use serde_json::json;

use crate::{
    desk::Trouble,
    sales::{
        book::Records as _,
        fact::Statement,
        fields::folded,
        spread::{Glut, Spread, step},
        today::Today,
    },
};

use super::{
    args,
    door::Door,
    short,
    stop::{Code, Done},
    trouble,
};

pub(super) fn run(door: &mut Door, said: &args::Today) -> Done {
    let per_day = said.per_day.unwrap_or(door.playbook().rhythm.spread);
    let spread = glut(door).spread(usize::from(per_day));
    told(door, &spread);
    let act = if spread.moved.is_empty() || said.dry_run { None } else { Some(entered(door, &spread)?) };
    let last = match (&act, spread.moved.is_empty()) {
        (_, true) => "spread-nothing",
        (None, false) => "cli-import-dry",
        (Some(_), false) => "cli-undo-hint",
    };
    let last = door.voice.say(last).to_owned();
    door.page.line(&last);
    let days = spread.days.iter().map(|(day, count)| json!({ "day": day.to_string(), "count": count }));
    let value = json!({
        "per_day": per_day,
        "stays": spread.stays.iter().map(|deal| short(*deal)).collect::<Vec<_>>(),
        "moved": spread.moved.len(),
        "days": days.collect::<Vec<_>>(),
        "act": act,
    });
    door.page.json(&value);
    Ok(if spread.moved.is_empty() { Code::Nothing } else { Code::Fine })
}

fn glut(door: &Door) -> Glut {
    let mine = mine(door);
    Glut::of(door.desk.columns(), &Today::of(door.desk.columns(), &mine), &mine)
}

/// What whoever asks looks after, where several people share the portfolio.
pub(super) fn mine(door: &Door) -> impl Fn(u32) -> bool + '_ {
    let (owners, author) = (door.desk.columns().owners(), folded(door.desk.author()).into_owned());
    let shared = owners.names().nth(1).is_some() && owners.names().any(|name| folded(name) == author);
    move |row| !shared || folded(owners.of(row as usize)) == author
}

/// Every day with what it would bring, and who stays today.
fn told(door: &mut Door, spread: &Spread) {
    let today = door.today();
    for (day, count) in std::iter::once(&(today, spread.stays.len())).chain(&spread.days) {
        let day = door.voice.day_short(*day, today);
        let line = door.tell("spread-day", &vec![("day", day.into()), ("count", (*count).into())]);
        door.page.line(&line);
    }
    let names: Vec<String> = spread.stays.iter().filter_map(|deal| name(door, *deal)).collect();
    let line = door.tell("spread-stay", &vec![("names", names.join(", ").into())]);
    door.page.line(&line);
}

fn name(door: &Door, deal: crate::sales::entity::Entity) -> Option<String> {
    Some(door.search().describe(door.party_of(deal)?).name)
}

/// Everybody who moves, as one act.
fn entered(door: &mut Door, spread: &Spread) -> Result<String, super::stop::Stop> {
    let one = |(deal, day): &_| Some(vec![step(&door.book().case(*deal)?.as_case(), *day)]);
    let said: Vec<Vec<Statement>> = spread.moved.iter().filter_map(one).collect();
    let last = spread.moved.last().map_or(door.today(), |(_, day)| *day);
    let args = vec![("count", said.len().into()), ("day", door.voice.day_short(last, door.today()).into())];
    let label = door.tell("spread-done", &args);
    let told = |door: &Door, trouble: &Trouble| trouble::stop(trouble, &door.voice);
    let mut act = door.desk.begin(&label, said.len() as u64);
    for statements in said {
        door.desk.add(&mut act, statements, None).map_err(|trouble| told(door, &trouble))?;
    }
    let id = door.desk.finish(act).map_err(|trouble| told(door, &trouble))?;
    door.page.line(&label);
    Ok(id.0.to_string())
}
