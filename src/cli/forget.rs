//! `vigie forget WHO`: what would go is shown, the name is asked for, then the store is written anew without them.

use serde_json::json;

use crate::{
    desk,
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

/// How many names are shown.
const SHOWN: usize = 6;

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
    let done = meant.and_then(|meant| closed.map(|()| meant)).and_then(|meant| erase(&mut hall, meant, said.objects));
    (done, hall.page.finish())
}

/// Whom, once it is agreed.
fn meant(door: &mut Door, said: &Forget) -> Result<(Entity, String), Stop> {
    if let Some(cause) = door.desk.held() {
        return Err(trouble::stop(&desk::Trouble::Store(cause.clone()), &door.voice));
    }
    let entity = door.search().party(&said.who)?;
    let erasure = door.desk.erasure(entity).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let name = door.telling().name(entity);
    let lines = shown(door, &name, &erasure, said.objects);
    if said.yes {
        lines.iter().for_each(|line| door.page.line(line));
        return Ok((entity, name));
    }
    let question = door.tell("cli-forget-ask", &vec![("who", name.as_str().into())]);
    let refusal = Stop::input(door.voice.say("cli-forget-yes")).with_lines(lines.clone());
    door.agree(&lines, &question, refusal, &|answer| folded(answer) == folded(&name))?;
    Ok((entity, name))
}

/// What would go, in lines.
fn shown(door: &Door, name: &str, erasure: &Erasure, objects: bool) -> Vec<String> {
    let telling = door.telling();
    let mut lines = vec![door.tell("cli-forget-what", &vec![("who", name.into()), ("count", erasure.facts.into())])];
    let deals: Vec<String> = erasure.deals().map(|deal| telling.name(deal)).collect();
    if !deals.is_empty() {
        let more = if deals.len() > SHOWN { "…" } else { "" };
        let names = deals.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ") + more;
        lines.push(door.tell("cli-forget-deals", &vec![("count", deals.len().into()), ("names", names.into())]));
    }
    if erasure.exchanges > 0 {
        lines.push(door.tell("cli-forget-exchanges", &vec![("count", erasure.exchanges.into())]));
    }
    let blocks = (objects || erasure.opposed) && !erasure.reach.is_empty();
    lines.push(door.voice.say(if blocks { "cli-forget-blocks" } else { "cli-forget-free" }).to_owned());
    lines.push(door.voice.say("cli-forget-copies").to_owned());
    lines
}

fn erase(hall: &mut Hall, (entity, name): (Entity, String), objects: bool) -> Done {
    let forgotten = desk::forget(&hall.setup.store.value, &hall.setup.holder(), entity, objects);
    let facts = forgotten.map_err(|trouble| match trouble {
        desk::Trouble::Store(cause) => backup::held(hall, cause),
        other => trouble::stop(&other, &hall.voice),
    })?;
    let line = hall.voice.tell("cli-forget-done", &[("who", name.as_str().into())]);
    hall.page.line(&line);
    hall.page.json(&json!({ "forgotten": { "id": entity.to_string(), "facts": facts } }));
    Ok(Code::Fine)
}
