//! `vigie sequence --rule [NAME]`: who matches the rules of the sequences; with a name they are followed by that one from now
//! on, as one act.

use std::collections::BTreeMap;

use serde_json::json;

use crate::sales::{
    candidate::Candidates,
    entity::Entity,
    fact::{Enrolled, Statement},
    moment::Moment,
};

use super::{
    args,
    door::Door,
    print, say, sequence, short, spread,
    stop::{Code, Done, Stop},
    trouble,
};

pub(super) fn run(door: &mut Door, name: &str, said: &args::Sequence) -> Done {
    let candidates = Candidates::all(door.book(), door.desk.columns(), door.playbook());
    if name.is_empty() {
        let count = candidates.count(&spread::mine(door));
        return Ok(told(door, &count));
    }
    let key = sequence::named(door, name)?.key.clone();
    let at = door.playbook().sequences().iter().position(|known| known.key == key).unwrap_or_default();
    let mut deals = candidates.of(at, door.desk.columns(), &spread::mine(door));
    deals.truncate(said.limit.unwrap_or(usize::MAX));
    for deal in &deals {
        let name = door.party_of(*deal).map(|party| door.search().describe(party).name).unwrap_or_default();
        door.page.line(&name);
    }
    let act = if deals.is_empty() || said.dry_run { None } else { Some(entered(door, &key, &deals)?) };
    let last = match &act {
        Some(_) => "cli-undo-hint",
        None if deals.is_empty() => "proposal-nobody",
        None => "cli-import-dry",
    };
    door.page.line(door.voice.say(last));
    let deals: Vec<String> = deals.iter().map(|deal| short(*deal)).collect();
    let code = if deals.is_empty() { Code::Nothing } else { Code::Fine };
    door.page.json(&json!({ "sequence": key, "deals": deals, "act": act }));
    Ok(code)
}

/// The sequences that have a rule, and how many match it.
fn told(door: &mut Door, count: &BTreeMap<usize, usize>) -> Code {
    let mut table = print::Table::new(&[2]);
    let mut rows = Vec::new();
    for (at, sequence) in door.playbook().sequences().iter().enumerate() {
        let Some(rule) = &sequence.rule else { continue };
        let count = count.get(&at).copied().unwrap_or_default();
        let label = say::label(&door.voice, &sequence.label).to_owned();
        table.row([sequence.key.clone(), label, count.to_string(), rule.text.clone()]);
        rows.push(json!({ "sequence": sequence.key, "rule": rule.text, "count": count }));
    }
    door.page.table(&table);
    door.page.line(door.voice.say("cli-sequence-rules"));
    door.page.json(&json!({ "rules": rows }));
    if count.is_empty() { Code::Nothing } else { Code::Fine }
}

/// All of them, as one act.
fn entered(door: &mut Door, key: &str, deals: &[Entity]) -> Result<String, Stop> {
    let (day, hour) = door.now();
    let since = Moment { day, hour: Some(hour) };
    let label = door.tell("form-many-enrolled", &vec![("count", deals.len().into())]);
    let mut act = door.desk.begin(&label, deals.len() as u64);
    for deal in deals {
        let enrolled = Enrolled { deal: *deal, sequence: Some(key.to_owned()), since };
        let added = door.desk.add(&mut act, vec![Statement::Enrolled(enrolled)], None);
        added.map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    }
    let id = door.desk.finish(act).map_err(|trouble| trouble::stop(&trouble, &door.voice))?;
    door.page.line(&label);
    Ok(id.0.to_string())
}
