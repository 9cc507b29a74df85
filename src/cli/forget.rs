//! `vigie forget WHO`: what would go is shown, the name is asked for, then the store is written anew without them.

use serde_json::json;

use crate::{
    desk::{self, Whom},
    sales::{entity::Entity, erasure::Erasure, words::fold::folded},
};

use super::{
    args::Forget,
    backup,
    door::Door,
    hall::Hall,
    stop::{Code, Done, Stop},
    trouble,
};

pub(super) fn run(hall: Hall, said: &Forget) -> super::Ended {
    let mut door = match hall.open() {
        Ok(door) => door,
        Err(refused) => {
            let (stop, mut hall) = *refused;
            return (Err(stop), hall.page.finish());
        }
    };
    let meant = meant(&mut door, said);
    let Door { setup, voice, page, desk, .. } = door;
    let mut hall = Hall { setup, voice, page };
    // The store is written anew by whoever has it alone.
    let closed = desk.close().map_err(|trouble| trouble::stop(&trouble, &hall.voice));
    let done = meant.and_then(|meant| closed.map(|()| meant)).and_then(|meant| erase(&mut hall, meant));
    (done, hall.page.finish())
}

/// Whom, once it is agreed.
fn meant(door: &mut Door, said: &Forget) -> Result<(Whom, String), Stop> {
    if let Some(cause) = door.desk.held() {
        return Err(trouble::stop(&desk::Trouble::Store(cause.clone()), &door.voice));
    }
    let (entity, name) = found(door, &said.who)?;
    let weighed = door.desk.erasure(&[entity]).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let (erasure, mentions) = weighed;
    let mut lines = door.telling().forgetting(&name, &erasure, &mentions);
    lines.extend(beyond(door, &erasure, said, mentions.is_empty()));
    let whom = Whom { entities: vec![entity], objects: said.objects, mentions: said.mentions };
    if said.yes {
        lines.iter().for_each(|line| door.page.line(line));
        return Ok((whom, name));
    }
    let question = door.tell("cli-forget-ask", &vec![("who", name.as_str().into())]);
    let refusal = Stop::input(door.voice.say("cli-forget-yes")).with_lines(lines.clone());
    door.agree(&lines, &question, refusal, &|answer| folded(answer) == folded(&name))?;
    Ok((whom, name))
}

/// Somebody there, or whose creation was taken back: their words are there all the same.
fn found(door: &Door, text: &str) -> Result<(Entity, String), Stop> {
    let stop = match door.search().party(text) {
        Ok(entity) => return Ok((entity, door.telling().name(entity))),
        Err(stop) if stop.code == Code::Nothing => stop,
        Err(stop) => return Err(stop),
    };
    let undone = door.desk.undone_of(text).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    match undone.as_slice() {
        [] => Err(stop),
        [one] => Ok(one.clone()),
        several => {
            let lines = several.iter().map(|(who, name)| format!("  {}  {name}", super::short(*who)));
            let args = vec![("who", text.into()), ("count", several.len().into())];
            Err(Stop::input(door.tell("cli-who-several", &args)).with_lines(lines))
        }
    }
}

/// What becomes of copies, of notes about others, and of a later import.
fn beyond(door: &Door, erasure: &Erasure, said: &Forget, unnamed: bool) -> Vec<String> {
    let blocks = (said.objects || erasure.opposed) && !erasure.reach.is_empty();
    let mentions = if said.mentions { "cli-forget-mentions_go" } else { "cli-forget-mentions_stay" };
    let later = if blocks { "cli-forget-blocks" } else { "cli-forget-free" };
    let keys = [(!unnamed).then_some(mentions), Some(later), Some("cli-forget-copies")];
    keys.into_iter().flatten().map(|key| door.voice.say(key).to_owned()).collect()
}

fn erase(hall: &mut Hall, (whom, name): (Whom, String)) -> Done {
    let mut gauge = backup::Gauge::new(hall, "cli-forget-progress");
    let mut pace = |done, total| {
        gauge.shows(done, total);
        true
    };
    let forgotten = desk::forget(&hall.setup.store.value, &hall.setup.holder(), &whom, &mut pace);
    let facts = forgotten.map_err(|trouble| match trouble {
        desk::Trouble::Store(cause) => backup::held(hall, cause),
        other => trouble::stop(&other, &hall.voice),
    })?;
    let id = whom.entities.first().map(ToString::to_string);
    let line = hall.voice.tell("cli-forget-done", &[("who", name.as_str().into())]);
    hall.page.line(&line);
    hall.page.json(&json!({ "forgotten": { "id": id, "facts": facts } }));
    Ok(Code::Fine)
}
