//! `vigie move DEAL STAGE`: puts a card on a stage, with exactly the facts the stage asks for.

use crate::sales::{
    book::{OwnedCase, Records},
    entity::Entity,
    fact::{Channel, Direction, Exchanged, Moved, Outcome, Qualified, QuoteState, Quoted, Set, Statement, Value},
    moment::Moment,
    stage::{self, Missing},
    words::{fold::folded, plain},
};

use super::{
    args::{Move, StageFacts},
    buy,
    door::Door,
    say,
    stop::{Code, Done, Stop},
    who::Scope,
};

pub(super) fn run(door: &mut Door, said: &Move) -> Done {
    let deal = door.search().deal(&said.deal, Scope::Open)?;
    let to = find(door, &said.stage)?;
    let playbook = door.playbook();
    if to == playbook.won() || to == playbook.lost() {
        let key = if to == playbook.won() { "cli-move-won" } else { "cli-move-lost" };
        return Err(Stop::input(door.tell(key, &vec![("deal", said.deal.as_str().into())])));
    }
    let case = door.book().case(deal).ok_or_else(|| Stop::new(Code::Bug, door.voice.say("cli-bug-no_deal")))?;
    if stage::of(&case.deal, playbook) == to {
        let args = vec![("deal", case.deal.title().into()), ("stage", say::stage(&door.voice, playbook, to).into())];
        return Err(Stop::input(door.tell("cli-move-there", &args)));
    }
    let mut statements = given(door, &case, &said.facts)?;
    statements.extend(lacking(door, deal, to, &statements, said)?);
    let on = door.happened(said.facts.on.as_deref())?.day;
    let reason = said.facts.force.as_deref().map(|reason| plain::line(reason).into_owned());
    let key = door.playbook().stages().get(to).map(|stage| stage.key.clone()).unwrap_or_default();
    statements.push(Statement::Moved(Moved { deal, to: key, reason, on }));
    let who = buy::name(door, door.party_of(deal));
    let args = vec![("who", who.into()), ("stage", say::stage(&door.voice, door.playbook(), to).into())];
    let sentence = door.tell("cli-move-done", &args);
    let odd = oddities(door, deal);
    let code = door.write(deal, statements, &sentence)?;
    for oddity in oddities(door, deal).into_iter().filter(|oddity| !odd.contains(oddity)) {
        let line = door.voice.say(oddity.key()).to_owned();
        door.page.line(&line);
    }
    Ok(code)
}

/// What is odd about a deal: quoting an unqualified one is possible, said and counted.
fn oddities(door: &Door, deal: Entity) -> Vec<stage::Oddity> {
    door.book().deal(deal).map(|deal| stage::oddities(&deal, door.playbook())).unwrap_or_default()
}

/// A stage by its key or by how its name begins, in either language.
fn find(door: &Door, text: &str) -> Result<usize, Stop> {
    let word = folded(text).into_owned();
    let stages = door.playbook().stages();
    let names =
        |at: usize| [&stages[at].key, &stages[at].label.fr, &stages[at].label.en].map(|name| folded(name).into_owned());
    let all = || (0..stages.len()).filter(|_| !word.is_empty());
    let exact = all().find(|at| names(*at).contains(&word));
    exact.or_else(|| all().find(|at| names(*at).iter().any(|name| name.starts_with(&word)))).ok_or_else(|| {
        let known: Vec<&str> = stages.iter().map(|stage| say::label(&door.voice, &stage.label)).collect();
        Stop::input(door.tell("cli-move-stage", &vec![("text", text.into()), ("known", known.join(", ").into())]))
    })
}

/// The facts given along with the move.
fn given(door: &Door, case: &OwnedCase, facts: &StageFacts) -> Result<Vec<Statement>, Stop> {
    let (deal, party) = (case.deal.entity, door.party_of(case.deal.entity));
    let mut statements = Vec::new();
    let set = |field: &str, value| Statement::Set(Set { about: deal, field: field.to_owned(), value });
    if let Some(text) = &facts.amount {
        statements.push(set("deal.amount", Value::Money(door.amount(text, party)?)));
    }
    if let Some(text) = &facts.closing {
        statements.push(set("deal.closing", Value::Day(door.to_come(text)?.day)));
    }
    let on = door.happened(facts.on.as_deref())?;
    if let Some(text) = &facts.quote {
        let amount = Some(door.amount(text, party)?);
        let number = plain::line(facts.number.as_deref().unwrap_or_default()).into_owned();
        let state = QuoteState::Sent;
        statements.push(Statement::Quoted(Quoted { deal, number, amount, state, on: on.day, valid_until: None }));
        if case.deal.amount().is_none() && facts.amount.is_none() {
            statements.push(set("deal.amount", amount.map_or(Value::Nothing, Value::Money)));
        }
    }
    if let (Some(note), Some(about)) = (&facts.exchange, party) {
        statements.push(spoken(about, deal, note, on));
    }
    Ok(statements)
}

fn spoken(about: Entity, deal: Entity, note: &str, when: Moment) -> Statement {
    Statement::Exchanged(Exchanged {
        about,
        deal: Some(deal),
        channel: Channel::Call,
        direction: Direction::Ours,
        outcome: Some(Outcome::Reached),
        note: plain::clean(note).trim().to_owned(),
        when,
    })
}

/// What the stage still asks: nothing, a synthesis to confirm or to force, or a refusal that names it all.
fn lacking(door: &Door, deal: Entity, to: usize, given: &[Statement], said: &Move) -> Result<Vec<Statement>, Stop> {
    let playbook = door.playbook();
    let Some(stage) = playbook.stages().get(to) else { return Ok(Vec::new()) };
    let day = door.now().0;
    let preview = door.preview(given);
    let case = preview.case(deal).ok_or_else(|| Stop::new(Code::Bug, door.voice.say("cli-bug-no_deal")))?;
    let missing = stage::missing(&case.as_case(), stage, playbook, day);
    let forced =
        said.facts.force.as_deref().map(|reason| plain::line(reason).into_owned()).filter(|reason| !reason.is_empty());
    let (synthesis, missing): (Vec<_>, Vec<_>) = missing
        .into_iter()
        .partition(|missing| matches!(missing, Missing::Qualified { open } if open.is_empty() || forced.is_some()));
    if missing.is_empty() {
        let on = door.happened(said.facts.on.as_deref())?.day;
        let confirmed = |missing: &Missing| {
            let open = matches!(missing, Missing::Qualified { open } if !open.is_empty());
            Statement::Qualified(Qualified { deal, forced: forced.clone().filter(|_| open), on })
        };
        return Ok(synthesis.iter().map(confirmed).collect());
    }
    let label = say::label(&door.voice, &stage.label);
    let sentence = door.tell("cli-move-missing", &vec![("stage", label.into())]);
    let lines = missing.iter().map(|missing| format!("  {}", say::missing(&door.voice, missing, playbook, &said.deal)));
    let keys: Vec<&str> = missing.iter().map(key).collect();
    Err(Stop::input(sentence).with_lines(lines).with("missing", keys))
}

fn key(missing: &Missing) -> &'static str {
    match missing {
        Missing::Qualified { .. } => "qualified",
        Missing::Amount => "amount",
        Missing::Closing => "closing",
        Missing::Quote => "quote",
        Missing::ExchangeAfterQuote => "exchange_after_quote",
        Missing::Purchase => "purchase",
        Missing::LossReason => "loss_reason",
    }
}
