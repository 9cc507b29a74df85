//! `vigie undo`, `vigie redo`: the last act is taken back, or taken up again; what it was is said.

use serde_json::json;

use crate::{
    desk::{TakenBack, Trouble},
    sales::acts::Act,
};

use super::{
    args::Undo,
    door::Door,
    stop::{Code, Done, Stop},
    trouble,
};

/// How many lines of what an act said are shown.
const SHOWN: usize = 6;

pub(super) fn undo(door: &mut Door, said: &Undo) -> Done {
    let undone = match &said.act {
        Some(text) => {
            let act = find(door, text)?;
            door.desk.take_back(act)
        }
        None => door.desk.undo(),
    };
    told(door, "undone", undone)
}

pub(super) fn redo(door: &mut Door) -> Done {
    let redone = door.desk.redo();
    told(door, "redone", redone)
}

/// A live act by the name of the file it read in, the latest of that name, or by the last letters of its id.
fn find(door: &Door, text: &str) -> Result<Act, Stop> {
    let letters = text.trim().to_ascii_uppercase();
    let acts = door.book().acts();
    let mut ending = acts.latest().filter(|act| letters.len() >= 4 && act.id.0.to_string().ends_with(&letters));
    let lives = |act: &&Act| act.lives(door.book().ledger());
    let named = acts.latest().filter(lives).find(|act| act.label.as_deref() == Some(text.trim()));
    let found = named.or_else(|| ending.next().filter(|_| ending.next().is_none())).cloned();
    let nothing = |key: &str| Stop::nothing(door.tell(key, &vec![("act", text.into())]));
    match found {
        None => Err(nothing("cli-undo-no_act")),
        Some(act) if act.lives(door.book().ledger()) => Ok(act),
        Some(_) => Err(nothing("cli-undo-dead")),
    }
}

fn told(door: &mut Door, what: &'static str, done: Result<TakenBack, Trouble>) -> Done {
    let done = done.map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let act = &done.act;
    let lines = words(door, act);
    let args = vec![("author", act.author.as_str().into()), ("day", door.voice.date(act.day).into())];
    let sentence = door.tell(&format!("cli-undo-{what}"), &args);
    door.page.line(&sentence);
    for line in &lines {
        door.page.line(&format!("  {line}"));
    }
    let hint = if what == "undone" { "cli-redo-hint" } else { "cli-undo-hint" };
    let hint = door.voice.say(hint).to_owned();
    door.page.line(&hint);
    door.page.json(&json!({ what: {
        "act": act.id.0.to_string(),
        "author": act.author,
        "day": act.day.to_string(),
        "facts": act.size,
        "label": act.label,
        "by": done.by.0.to_string(),
    } }));
    Ok(Code::Fine)
}

/// What an act said: the file of an import, else its statements.
fn words(door: &Door, act: &Act) -> Vec<String> {
    if let Some(label) = &act.label {
        return vec![door.telling().long(label, act)];
    }
    let statements = act.facts.iter().flat_map(|fact| &fact.statements);
    let telling = door.telling();
    let mut lines: Vec<String> = statements.filter_map(|statement| telling.line(statement, None)).collect();
    let left = lines.len().saturating_sub(SHOWN);
    if left > 0 {
        lines.truncate(SHOWN);
        lines.push(door.tell("cli-and-more", &vec![("count", left.into())]));
    }
    lines
}
