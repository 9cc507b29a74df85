//! `vigie merge A B`: two records become one, A's words before B's; `--dry-run` only shows, `--keep FIELD=b` chooses.

use serde_json::{Value, json};

use crate::sales::{
    entity::{Entity, Kind},
    union::{Line, Stays, Topic, Union},
    words::fold::folded,
};

use super::{
    args::Merge,
    door::Door,
    doubles, fields_of,
    print::Table,
    short,
    stop::{Code, Done, Stop},
    trouble, who,
};

pub(super) fn run(door: &mut Door, said: &Merge) -> Done {
    let (one, other) = doubles::two(door, &said.one, &said.other)?;
    let facts = door.desk.said_of(&[one, other]).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    let mut union = Union::of(door.book(), one, other, &facts)
        .ok_or_else(|| Stop::nothing(door.tell("cli-who-nobody", &vec![("who", said.one.as_str().into())])))?;
    for text in &said.keep {
        keep(door, &mut union, text)?;
    }
    show(door, &union);
    let act = if said.dry_run { None } else { Some(record(door, &union)?) };
    let last = match &act {
        None => door.voice.say("cli-merge-dry").to_owned(),
        Some(act) => door.tell("cli-merge-done", &vec![("act", act.as_str().into())]),
    };
    door.page.line(&last);
    let value = json(door, &union, act.as_deref());
    door.page.json(&value);
    Ok(Code::Fine)
}

fn record(door: &mut Door, union: &Union) -> Result<String, Stop> {
    let saved = door.desk.record_now(union.statements()).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    Ok(saved.act.0.short())
}

/// `téléphone=b`: whose word stays.
fn keep(door: &Door, union: &mut Union, text: &str) -> Result<(), Stop> {
    let refuse = |key: &str| Stop::input(door.tell(key, &vec![("text", text.into())]));
    let (word, choice) = text.split_once('=').ok_or_else(|| refuse("cli-merge-keep"))?;
    let topic = topic(door, word.trim(), union.one.kind)?;
    let line = union.lines.iter_mut().find(|line| line.topic == topic);
    let line = line.ok_or_else(|| refuse("cli-merge-silent"))?;
    line.stays = match &*folded(choice) {
        "a" | "1" => Stays::One,
        "b" | "2" => Stays::Other,
        "a b" | "ab" if line.can_both() => Stays::Both,
        _ => return Err(refuse("cli-merge-keep")),
    };
    Ok(())
}

/// What a word names: what is no field by the name it is shown under.
fn topic(door: &Door, word: &str, kind: Kind) -> Result<Topic, Stop> {
    let telling = door.telling();
    let plain = [Topic::House, Topic::Brought, Topic::Owner, Topic::Next];
    if let Some(topic) = plain.into_iter().find(|topic| folded(&telling.topic(topic)) == folded(word)) {
        return Ok(topic);
    }
    let named = fields_of::named(door, word, kind)?;
    // A person has no company's name: where they work is meant.
    let house = kind == Kind::Contact && named.key == "company.name";
    Ok(if house { Topic::House } else { Topic::Field(named.key) })
}

/// Side by side, an arrow at what stays; what both say alike is only counted.
fn show(door: &mut Door, union: &Union) {
    let search = door.search();
    let told = |letter: &str, entity: Entity| format!("  {letter}  {}", who::told_apart(&search.describe(entity)));
    let heads = [told("A", union.one), told("B", union.other)];
    let telling = door.telling();
    let mut table = Table::new(&[]);
    for line in union.lines.iter().filter(|line| !line.agrees()) {
        let cell = |worth, stays: bool| {
            let text = telling.worth(&line.topic, worth);
            let text = if text.is_empty() { "—".to_owned() } else { text };
            format!("{} {text}", if stays { '→' } else { ' ' })
        };
        let one = cell(line.one.as_ref(), line.stays != Stays::Other);
        let other = cell(line.other.as_ref(), line.stays != Stays::One);
        table.row([format!("  {}", telling.topic(&line.topic)), one, other]);
    }
    let alike = union.lines.iter().filter(|line| line.agrees()).count();
    let alike = door.tell("cli-merge-alike", &vec![("count", alike.into())]);
    let kept = door.tell("union-kept", &vec![("what", door.voice.kept(&union.kept).into())]);
    heads.iter().for_each(|line| door.page.line(line));
    door.page.gap();
    door.page.table(&table);
    door.page.line(&format!("  {alike}"));
    door.page.line(&kept);
}

fn json(door: &Door, union: &Union, act: Option<&str>) -> Value {
    let telling = door.telling();
    let line = |line: &Line| {
        json!({
            "field": key(&line.topic),
            "a": telling.worth(&line.topic, line.one.as_ref()),
            "b": telling.worth(&line.topic, line.other.as_ref()),
            "stays": match line.stays { Stays::One => "a", Stays::Other => "b", Stays::Both => "ab" },
        })
    };
    let kept = union.kept;
    json!({
        "into": { "id": union.one.to_string(), "short": short(union.one) },
        "from": { "id": union.other.to_string(), "short": short(union.other) },
        "fields": union.lines.iter().map(line).collect::<Vec<_>>(),
        "kept": {
            "exchanges": kept.exchanges, "deals": kept.deals, "purchases": kept.purchases, "people": kept.people,
        },
        "dry_run": act.is_none(),
        "act": act,
    })
}

fn key(topic: &Topic) -> &str {
    match topic {
        Topic::Field(key) => key,
        Topic::House => "company",
        Topic::Brought => "referred_by",
        Topic::Owner => "owner",
        Topic::Next => "next",
    }
}
