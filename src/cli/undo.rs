//! `vigie undo`, `vigie redo`: the last act is taken back, or taken up again; what it was is said.

use serde_json::json;

use crate::{
    desk::{TakenBack, Trouble},
    sales::{acts::Act, chronicle::Page},
};

use super::{
    args::Undo,
    door::Door,
    history,
    say::Reader,
    stop::{Code, Done, Stop},
    trouble,
};

/// How many lines of what an act said are shown.
const SHOWN: usize = 6;
/// How many acts are listed.
const LISTED: usize = 50;

pub(super) fn undo(door: &mut Door, said: &Undo) -> Done {
    if said.list {
        return list(door);
    }
    let undone = match &said.act {
        Some(text) => {
            let act = find(door, text)?;
            agreed(door, &act, said.yes)?;
            door.desk.take_back(act)
        }
        None => door.desk.undo(),
    };
    told(door, "undone", undone)
}

/// The acts that can be taken back, each with the letters that name it.
fn list(door: &mut Door) -> Done {
    let page = Page { before: None, since: None, most: LISTED };
    let mut deeds = door.desk.deeds(&page).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    deeds.retain(|deed| deed.back.is_none() && deed.act.retracts().is_none());
    if deeds.is_empty() {
        return Err(trouble::stop(&Trouble::NothingToUndo, &door.voice));
    }
    history::list(door, &deeds);
    let hint = door.voice.say("cli-undo-list_hint").to_owned();
    door.page.line(&hint);
    history::list_json(door, &deeds);
    Ok(Code::Fine)
}

/// Shows what hangs on an act, and asks where later work would lose its ground.
fn agreed(door: &mut Door, act: &Act, yes: bool) -> Result<(), Stop> {
    let aftermath = door.desk.aftermath(act.id).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let lines = door.telling().hanging(&aftermath);
    if yes || aftermath.later.is_empty() {
        lines.iter().for_each(|line| door.page.line(line));
        return Ok(());
    }
    let (what, when) = (words(door, act).join(" ; "), door.voice.date(act.day));
    let args = vec![("what", what.into()), ("author", act.author.as_str().into()), ("day", when.into())];
    let question = door.tell("cli-undo-ask", &args);
    let ids: Vec<String> = aftermath.later.iter().map(|later| later.entity.to_string()).collect();
    let refusal = Stop::input(door.voice.say("cli-undo-hangs")).with_lines(lines.clone()).with("depends", ids);
    door.agree(&lines, &question, refusal, &|answer| Reader::new().is("cli-words-yes", answer))
}

pub(super) fn redo(door: &mut Door) -> Done {
    let redone = door.desk.redo();
    told(door, "redone", redone)
}

/// An act by the name of the file it read in, the latest live one of that name, or by the last letters of its id; the
/// latest are at hand, for older ones everything is read.
fn find(door: &Door, text: &str) -> Result<Act, Stop> {
    let nothing = |key: &str| Stop::nothing(door.tell(key, &vec![("act", text.into())]));
    let ledger = door.book().ledger();
    let meant = Meant::of(text);
    let found: Vec<Act> = door.book().acts().latest().filter(|act| meant.is(act)).cloned().collect();
    let found = if found.is_empty() { older(door, &meant)? } else { found };
    let mut live = found.iter().filter(|act| act.lives(ledger));
    match (live.next(), live.next()) {
        (Some(act), None) => Ok(act.clone()),
        (Some(act), Some(_)) if act.label.as_deref() == Some(meant.text) => Ok(act.clone()),
        (None, _) if !found.is_empty() => Err(nothing("cli-undo-dead")),
        _ => Err(nothing("cli-undo-no_act")),
    }
}

fn older(door: &Door, meant: &Meant) -> Result<Vec<Act>, Stop> {
    let found = door.desk.acts_where(&mut |act| meant.is(act));
    found.map_err(|trouble| trouble::stop(&trouble, &door.voice))
}

/// How an act is named.
struct Meant<'t> {
    text: &'t str,
    letters: String,
}

impl<'t> Meant<'t> {
    fn of(text: &'t str) -> Self {
        Self { text: text.trim(), letters: text.trim().to_ascii_uppercase() }
    }

    fn is(&self, act: &Act) -> bool {
        let ends = || act.id.0.to_string().ends_with(&self.letters);
        act.label.as_deref() == Some(self.text) || (self.letters.len() >= 4 && ends())
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
    for set in &done.hidden {
        let line = door.telling().still(set);
        door.page.line(&line);
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
