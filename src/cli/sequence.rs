//! `vigie sequence WHO [NAME]`: a sequence follows a deal from now on; "none" ends it; `--skip` passes over its next step;
//! without a name, where it stands.

use serde_json::{Value, json};

use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fact::{Enrolled, Linked, Role, Statement},
    fields::folded,
    moment::Moment,
    playbook,
    sequence::{self, Standing},
};

use super::{
    args::Sequence,
    door::Door,
    log, print, rule,
    say::{self, Reader},
    stop::{Code, Done, Stop},
};

pub(super) fn run(door: &mut Door, said: &Sequence) -> Done {
    if let Some(name) = &said.rule {
        return rule::run(door, name, said);
    }
    let (party, deal) = log::party_and_deal(door, said.who.as_deref().unwrap_or_default())?;
    if let Some(why) = &said.skip {
        return skip(door, deal, why);
    }
    let text = said.name.join(" ");
    if text.is_empty() {
        return Ok(told(door, party));
    }
    let ends = Reader::new().is("cli-words-none", &text);
    let sequence = if ends { None } else { Some(named(door, &text)?.clone()) };
    let deal = deal.unwrap_or(Entity::fresh(Kind::Deal, 0));
    let (day, hour) = door.now();
    let link = Statement::Linked(Linked { from: deal, to: party, role: Role::Party, tied: true });
    let key = sequence.as_ref().map(|sequence| sequence.key.clone());
    let enrolled = Enrolled { deal, sequence: key, since: Moment { day, hour: Some(hour) } };
    let statements = deal.is_fresh().then_some(link).into_iter().chain([Statement::Enrolled(enrolled)]).collect();
    let name = sequence.map(|sequence| say::label(&door.voice, &sequence.label).to_owned());
    let who = ("who", door.search().describe(party).name.into());
    let sentence = match name {
        Some(name) => door.tell("toast-enrolled", &vec![who, ("sequence", name.into())]),
        None => door.tell("toast-unenrolled", &vec![who]),
    };
    log::warn(door, party);
    door.write(deal, statements, &sentence)
}

/// Passes over the step that is next.
fn skip(door: &mut Door, deal: Option<Entity>, why: &str) -> Done {
    let case = deal.and_then(|deal| door.book().case(deal));
    let standing = case.as_ref().and_then(|case| sequence::standing(&case.as_case(), door.playbook(), door.today()));
    let (Some(deal), Some(Ok(standing))) = (deal, standing) else {
        return Err(Stop::nothing(door.voice.say("cli-sequence-none")));
    };
    let (day, hour) = door.now();
    let skipped = standing.passed_over(deal, why.to_owned(), Moment { day, hour: Some(hour) });
    let what = door.voice.word(&skipped.channel).to_owned();
    let who = door.search().describe(deal).name;
    let sentence = door.tell("toast-step-skipped", &vec![("who", who.into()), ("what", what.into())]);
    door.write(deal, vec![Statement::Skipped(skipped)], &sentence)
}

/// A sequence by its key or by how its name begins, in either language.
pub(super) fn named<'d>(door: &'d Door, text: &str) -> Result<&'d playbook::Sequence, Stop> {
    let word = folded(text).into_owned();
    let fits = |sequence: &&playbook::Sequence| {
        let names = [&sequence.key, &sequence.label.fr, &sequence.label.en].map(|name| folded(name).into_owned());
        names.iter().any(|name| name.starts_with(&word))
    };
    let known = door.playbook().sequences();
    known.iter().find(fits).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|sequence| say::label(&door.voice, &sequence.label)).collect();
        Stop::input(door.tell("cli-sequence-unknown", &vec![("name", text.into()), ("known", names.join(", ").into())]))
    })
}

/// The sequences there are, and where the deals of a party stand in theirs.
fn told(door: &mut Door, party: Entity) -> Code {
    let mut table = print::Table::new(&[]);
    for sequence in door.playbook().sequences() {
        let days: Vec<String> = sequence.steps.iter().map(|step| step.after.to_string()).collect();
        let days = door.tell("menu-sequence-days", &vec![("days", days.join(", ").into())]);
        table.row([sequence.key.clone(), say::label(&door.voice, &sequence.label).to_owned(), days]);
    }
    door.page.table(&table);
    let mut rows = Vec::new();
    for deal in super::who::deals_of(door.book(), party) {
        let Some(case) = door.book().case(deal.entity) else { continue };
        let Some(standing) = sequence::standing(&case.as_case(), door.playbook(), door.today()) else { continue };
        let key = case.deal.sequence.as_ref().map(|enrolment| enrolment.key.clone()).unwrap_or_default();
        let known = door.playbook().sequences().iter().find(|known| known.key == key);
        let name = known.map(|known| say::label(&door.voice, &known.label).to_owned()).unwrap_or_default();
        rows.push(row(&deal.entity, &key, standing.as_ref().ok()));
        let words = door.voice.standing(standing, door.today());
        let args = vec![("name", name.into()), ("standing", words.into())];
        door.page.line(&door.tell("pane-sequence", &args));
    }
    if rows.is_empty() {
        door.page.line(door.voice.say("cli-sequence-none"));
    }
    door.page.json(&json!({ "sequences": rows }));
    Code::Fine
}

fn row(deal: &Entity, key: &str, standing: Option<&Standing<'_>>) -> Value {
    json!({
        "deal": deal.to_string(),
        "sequence": key,
        "step": standing.map(|standing| standing.step),
        "of": standing.map(|standing| standing.of),
        "due": standing.map(|standing| standing.due.to_string()),
    })
}
