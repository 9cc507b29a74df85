//! `vigie doubles`: the records that look like one, the ones to look at first before the others; `--apart A B` remembers
//! that two are no double.

use serde_json::{Value, json};

use crate::sales::{
    book::Records,
    double::{Double, Likeness, Pairs},
    entity::{Entity, Kind},
    fact::{Apart, Statement},
};

use super::{
    args::Doubles,
    door::Door,
    short,
    stop::{Code, Done, Stop},
    trouble, who,
};

/// How many pairs are listed where nothing else is said.
const LISTED: usize = 20;

pub(super) fn run(door: &mut Door, said: &Doubles) -> Done {
    match said.apart.as_slice() {
        [one, other] => apart(door, one, other),
        _ => list(door, said.limit.unwrap_or(LISTED)),
    }
}

fn list(door: &mut Door, limit: usize) -> Done {
    let pairs = Pairs::of(door.book(), &mut |_, _| true).map(|pairs| pairs.0).unwrap_or_default();
    let Some(first) = pairs.first() else {
        let count = door.book().count(Kind::Contact) + door.book().count(Kind::Company);
        let sentence = door.tell("cli-doubles-none", &vec![("count", count.into())]);
        return Err(Stop::nothing(sentence));
    };
    let title = door.tell("cli-doubles-count", &vec![("count", pairs.len().into())]);
    door.page.line(&title);
    for double in pairs.iter().take(limit) {
        let lines = lines(door, double);
        door.page.gap();
        lines.iter().for_each(|line| door.page.line(line));
    }
    let how = vec![("one", short(first.one).into()), ("other", short(first.other).into())];
    let how = door.tell("cli-doubles-how", &how);
    door.page.gap();
    door.more(pairs.len().saturating_sub(limit));
    door.page.line(&how);
    let value: Vec<Value> = pairs.iter().take(limit).map(|double| pair_json(door, double)).collect();
    door.page.json(&json!({ "count": pairs.len(), "doubles": value }));
    Ok(Code::Fine)
}

/// Both, and below them why.
fn lines(door: &Door, double: &Double) -> [String; 3] {
    let search = door.search();
    let told = |entity: Entity| format!("  {}", who::told_apart(&search.describe(entity)));
    [told(double.one), told(double.other), format!("    {}", door.voice.likeness(&double.like))]
}

fn pair_json(door: &Door, double: &Double) -> Value {
    let search = door.search();
    let who = |entity: Entity| who::candidate(&search.describe(entity));
    json!({ "one": who(double.one), "other": who(double.other), "likeness": like_json(&double.like) })
}

/// For programs.
pub(super) fn like_json(like: &Likeness) -> Value {
    let sign = |sign: &crate::sales::double::Sign| json!({ "sign": sign.key(), "text": sign.text() });
    json!({
        "certainty": like.certainty,
        "sure": like.sure().key(),
        "signs": like.signs.iter().map(sign).collect::<Vec<_>>(),
    })
}

fn apart(door: &mut Door, one: &str, other: &str) -> Done {
    let (one, other) = two(door, one, other)?;
    let said = vec![Statement::Apart(Apart { one, other })];
    let telling = door.telling();
    let args = vec![("one", telling.name(one).into()), ("other", telling.name(other).into())];
    let done = door.tell("cli-doubles-apart", &args);
    let saved = door.desk.record_now(said).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    door.page.line(&done);
    let hint = door.voice.say("cli-undo-hint").to_owned();
    door.page.line(&hint);
    door.page.json(&json!({ "saved": { "act": saved.act.0.to_string() } }));
    Ok(Code::Fine)
}

/// Two records of one kind, or why they are none.
pub(super) fn two(door: &Door, one: &str, other: &str) -> Result<(Entity, Entity), Stop> {
    let (one, other) = (door.search().record(one)?, door.search().record(other)?);
    let telling = door.telling();
    if door.book().resolve(one) == door.book().resolve(other) {
        return Err(Stop::input(door.tell("cli-doubles-same", &vec![("who", telling.name(one).into())])));
    }
    if one.kind != other.kind {
        let args = vec![("one", telling.name(one).into()), ("other", telling.name(other).into())];
        return Err(Stop::input(door.tell("cli-doubles-kinds", &args)));
    }
    Ok((one, other))
}
