//! `vigie retention`: who has given no sign for longer than their data may be kept. Nothing is erased here.

use serde_json::{Value, json};

use crate::sales::retention::{Silent, overdue};

use super::{
    args::Retention,
    door::Door,
    stop::{Code, Done, Stop},
    who,
};

/// How many are listed where nothing else is said.
const LISTED: usize = 50;

pub(super) fn run(door: &mut Door, said: &Retention) -> Done {
    let silent = overdue(door.book(), door.desk.playbook(), door.desk.today());
    let months = i64::from(door.desk.playbook().law.retention_months);
    let args = vec![("count", silent.len().into()), ("months", months.into())];
    if silent.is_empty() {
        let words = if months == 0 { "retention-off" } else { "retention-none" };
        return Err(Stop::nothing(door.tell(words, &args)));
    }
    let limit = said.limit.unwrap_or(LISTED);
    let title = door.tell("retention-title", &args);
    door.page.line(&title);
    for silent in silent.iter().take(limit) {
        let line = line(door, silent);
        door.page.line(&line);
    }
    door.more(silent.len().saturating_sub(limit));
    let how = door.voice.say("cli-retention-how").to_owned();
    door.page.line(&how);
    let value: Vec<Value> = silent.iter().take(limit).map(|silent| json_of(door, silent)).collect();
    door.page.json(&json!({ "count": silent.len(), "months": months, "silent": value }));
    Ok(Code::Fine)
}

fn line(door: &Door, silent: &Silent) -> String {
    let key = if silent.sign.is_some() { "retention-sign" } else { "retention-no_sign" };
    let since = door.tell(key, &vec![("day", door.voice.date(silent.since).into())]);
    format!("  {} · {since}", who::told_apart(&door.search().describe(silent.who)))
}

fn json_of(door: &Door, silent: &Silent) -> Value {
    json!({
        "who": who::candidate(&door.search().describe(silent.who)),
        "sign": silent.sign.map(|day| day.to_string()),
        "since": silent.since.to_string(),
    })
}
