//! One statement as one line of a history: what was said of whom, from what to what.

use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fact::{Bought, Exchanged, Linked, Quoted, Set, Statement, Target, Temperature, Value},
    fields,
};

use super::{card, door::Door, say};

/// A statement in words; nothing for those that only frame others. `before` is the value a field had.
pub(super) fn line(door: &Door, statement: &Statement, before: Option<&Value>) -> Option<String> {
    let voice = &door.voice;
    let text = |key: &str, args: say::Args<'_>| Some(door.tell(key, &args));
    match statement {
        Statement::Set(set) => Some(field(door, set, before)),
        Statement::Exchanged(exchanged) => Some(exchange(door, exchanged)),
        Statement::Answered(answered) => {
            let name = say::criterion(voice, door.playbook(), &answered.criterion);
            let sure = say::word(voice, "sure", answered.sure);
            text(
                "cli-said-answered",
                with_words(vec![("criterion", name.into()), ("sure", sure.into())], &answered.words),
            )
        }
        Statement::Qualified(qualified) => match &qualified.forced {
            Some(reason) => text("cli-said-forced", vec![("reason", reason.as_str().into())]),
            None => text("cli-said-qualified", vec![]),
        },
        Statement::Moved(moved) => {
            let to = say::stage_of(voice, door.playbook(), &moved.to);
            text("cli-said-moved", with_words(vec![("stage", to.into())], moved.reason.as_deref().unwrap_or("")))
        }
        Statement::Promised(promised) => match promised.due {
            Some(due) => {
                let when = say::due(voice, due, door.today());
                text("cli-said-promised", with_words(vec![("when", when.into())], &promised.what))
            }
            None => text("cli-said-unpromised", vec![]),
        },
        Statement::Quoted(quoted) => Some(quote(door, quoted)),
        Statement::Bought(bought) => Some(purchase(door, bought)),
        Statement::Lost(lost) => {
            let reason = say::loss(voice, door.playbook(), &lost.reason);
            text("cli-said-lost", with_words(vec![("reason", reason.into())], &lost.detail))
        }
        Statement::Adjusted(adjusted) => Some(adjustment(door, adjusted.temperature, &adjusted.reason)),
        Statement::Linked(linked) => Some(link(door, linked)),
        Statement::Merged(merged) => text(
            "cli-said-merged",
            vec![("from", name(door, merged.from).into()), ("into", name(door, merged.into).into())],
        ),
        Statement::Permitted(permitted) => {
            let what = say::permission(voice, permitted.approach, permitted.permission);
            text("cli-said-permitted", with_words(vec![("what", what.into())], &permitted.wording))
        }
        Statement::Assigned(assigned) => text("cli-said-assigned", vec![("owner", assigned.owner.as_str().into())]),
        Statement::Complained(complained) => {
            let key = if complained.open { "cli-said-complained" } else { "cli-said-settled" };
            text(key, vec![("text", complained.text.as_str().into())])
        }
        Statement::Retracted(retracted) => text("cli-said-retracted", vec![("act", target(retracted.target).into())]),
        Statement::Began(began) => text("cli-said-began", vec![("label", began.label.as_str().into())]),
        Statement::Ended(_) => None,
        Statement::Unknown(_) => text("cli-said-unknown", vec![]),
    }
}

/// Adds the words of a person, and whether there are any.
fn with_words<'a>(mut args: say::Args<'a>, words: &'a str) -> say::Args<'a> {
    args.push(("said", if words.is_empty() { "no" } else { "yes" }.into()));
    args.push(("words", words.into()));
    args
}

fn field(door: &Door, set: &Set, before: Option<&Value>) -> String {
    let label = label(door, &set.field);
    let shown = |value: &Value| match (value, fields::field(&set.field)) {
        (Value::Nothing, _) => door.voice.say("cli-said-empty").to_owned(),
        (value, Some(field)) => door.voice.value(field, value),
        (value, None) => plain_value(door, value),
    };
    let mut args: say::Args = vec![("field", label.into()), ("to", shown(&set.value).into())];
    match before {
        Some(before) if *before != set.value => {
            args.push(("from", shown(before).into()));
            door.tell("cli-said-changed", &args)
        }
        _ => door.tell("cli-said-set", &args),
    }
}

/// The name of a field, of the catalogue or of the firm's own.
pub(super) fn label(door: &Door, key: &str) -> String {
    let own = door.playbook().fields().iter().find(|field| field.key == key);
    own.map_or_else(|| door.voice.field(key), |field| say::label(&door.voice, &field.label).to_owned())
}

/// A value of a field nobody knows the kind of.
pub(super) fn plain_value(door: &Door, value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => door.voice.number(*number),
        Value::Percent(share) => door.voice.percent(*share),
        Value::Money(money) => door.voice.with_tax(*money),
        Value::Day(day) => door.voice.date(*day),
        Value::Flag(flag) => door.voice.say(if *flag { "word-yes" } else { "word-no" }).to_owned(),
        Value::List(words) => words.join(", "),
    }
}

/// An exchange: how, what came of it, in words.
pub(super) fn exchange(door: &Door, exchanged: &Exchanged) -> String {
    let outcome = exchanged.outcome.map(|outcome| say::word(&door.voice, "outcome", outcome)).unwrap_or_default();
    told(door, &say::exchange(&door.voice, exchanged.channel, exchanged.direction), &outcome, &exchanged.note)
}

/// `appel passé, joint : « … »`.
pub(super) fn told(door: &Door, what: &str, outcome: &str, note: &str) -> String {
    let comma = if outcome.is_empty() { "" } else { ", " };
    let head = format!("{what}{comma}{outcome}");
    if note.is_empty() {
        head
    } else {
        door.tell("cli-said-words", &vec![("head", head.into()), ("words", note.into())])
    }
}

fn quote(door: &Door, quoted: &Quoted) -> String {
    let state = say::quote(&door.voice, quoted.state);
    let amount = quoted.amount.map(|amount| door.voice.with_tax(amount)).unwrap_or_default();
    let parts = [quoted.number.as_str(), state.as_str(), amount.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    door.tell("cli-said-quoted", &vec![("what", parts.join(", ").into())])
}

fn purchase(door: &Door, bought: &Bought) -> String {
    let proof = match bought.proof {
        Some(proof) => say::word(&door.voice, "proof", proof),
        None => door.voice.say("proof-missing").to_owned(),
    };
    let amount = door.voice.with_tax(bought.amount);
    door.tell("cli-said-bought", &vec![("amount", amount.into()), ("proof", proof.into())])
}

fn adjustment(door: &Door, temperature: Option<Temperature>, reason: &str) -> String {
    let Some(temperature) = temperature else { return door.voice.say("cli-said-unadjusted").to_owned() };
    let heat = door.voice.say(&format!("temperature-{}", card::temperature_key(temperature))).to_owned();
    door.tell("cli-said-adjusted", &with_words(vec![("heat", heat.into())], reason))
}

fn link(door: &Door, linked: &Linked) -> String {
    let key = if linked.tied { "cli-said-linked" } else { "cli-said-unlinked" };
    let (role, to) = (say::role(&door.voice, linked.role), name(door, linked.to));
    door.tell(key, &vec![("role", role.into()), ("to", to.into())])
}

/// The name of anything.
fn name(door: &Door, entity: Entity) -> String {
    match entity.kind {
        Kind::Deal => door.book().deal(entity).map(|deal| deal.title().to_owned()).unwrap_or_default(),
        Kind::Contact | Kind::Company => door.search().describe(door.book().resolve(entity)).name,
    }
}

fn target(target: Target) -> String {
    match target {
        Target::Act(act) => act.0.to_string()[20..].to_owned(),
        Target::Fact(fact) => fact.seq.to_string(),
    }
}
