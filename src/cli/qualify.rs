//! `vigie qualify WHO need=yes:"…"`: answers of the checklist with the customer's words.

use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fact::{Answered, Statement, Sure},
    moment::Day,
    playbook::Criterion,
    qualification,
    words::{fold::folded, plain},
};

use super::{
    args::Qualify,
    buy,
    door::Door,
    say::{self, Reader},
    stop::{Done, Stop},
    who::Scope,
};

pub(super) fn run(door: &mut Door, said: &Qualify) -> Done {
    let deal = door.search().deal(&said.who, Scope::Open)?;
    let on = door.happened(said.on.as_deref())?.day;
    let reader = Reader::new();
    let statements: Vec<Statement> =
        said.answers.iter().map(|text| answer(door, &reader, deal, text, on)).collect::<Result<_, _>>()?;
    let party = door.party_of(deal);
    let who = buy::name(door, party);
    let count = statements.len();
    let sentence = door.tell("cli-qualify-done", &vec![("who", who.into()), ("count", count.into())]);
    let open = open_after(door, deal, &statements);
    let code = door.write(deal, statements, &sentence)?;
    tell_rest(door, &said.who, deal, &open);
    Ok(code)
}

/// One `criterion=answer`.
fn answer(door: &Door, reader: &Reader, deal: Entity, text: &str, on: Day) -> Result<Statement, Stop> {
    let Some((name, answer)) = text.split_once('=') else {
        return Err(Stop::input(door.tell("cli-qualify-shape", &vec![("text", text.into())])));
    };
    let criterion = criterion(door, deal, name)?;
    let (sure, words) = sure(reader, answer);
    if sure == Sure::Confirmed && words.is_empty() && answer.trim().is_empty() {
        return Err(Stop::input(door.tell("cli-qualify-shape", &vec![("text", text.into())])));
    }
    let by = door.party_of(deal).filter(|party| party.kind == Kind::Contact);
    Ok(Statement::Answered(Answered {
        deal,
        criterion: criterion.key.clone(),
        stands_for: criterion.stands_for.clone(),
        sure,
        words,
        by,
        on,
    }))
}

/// `yes:"words"`, `yes`, or words alone, which count as confirmed.
fn sure(reader: &Reader, answer: &str) -> (Sure, String) {
    let (head, words) = answer.split_once(':').unwrap_or((answer, ""));
    match reader.sure(head) {
        Some(sure) => (sure, plain::clean(words).trim().to_owned()),
        None => (Sure::Confirmed, plain::clean(answer).trim().to_owned()),
    }
}

/// A criterion of the deal's checklist: by its key, what it stands for, or its name in either language.
fn criterion<'d>(door: &'d Door, deal: Entity, name: &str) -> Result<&'d Criterion, Stop> {
    let word = folded(name).into_owned();
    let reader = Reader::new();
    let named = |criterion: &&Criterion| {
        let names = [&criterion.key, &criterion.stands_for, &criterion.label.fr, &criterion.label.en];
        names.iter().any(|name| folded(name) == word)
            || reader.is(&format!("cli-words-criterion-{}", criterion.stands_for), name)
    };
    let (playbook, known) = (door.playbook(), door.book().deal(deal));
    let checklist = known.as_ref().map_or_else(|| playbook.framework(), |deal| playbook.framework_of(deal));
    let criteria = &checklist.criteria;
    criteria.iter().find(named).ok_or_else(|| {
        let known: Vec<&str> = criteria.iter().map(|criterion| say::label(&door.voice, &criterion.label)).collect();
        Stop::input(
            door.tell("cli-qualify-criterion", &vec![("text", name.into()), ("known", known.join(", ").into())]),
        )
    })
}

/// The required criteria still open once this is said.
fn open_after(door: &Door, deal: Entity, statements: &[Statement]) -> Vec<String> {
    let preview = door.preview(statements);
    let Some(deal) = preview.deal(deal) else { return Vec::new() };
    let open = qualification::open(&deal, door.playbook());
    open.iter().map(|criterion| say::label(&door.voice, &criterion.label).to_owned()).collect()
}

/// What is left to ask, or that the card may now become a prospect.
fn tell_rest(door: &mut Door, who: &str, deal: Entity, open: &[String]) {
    let qualified = door.book().deal(deal).is_some_and(|deal| qualification::is_qualified(&deal, door.playbook()));
    let line = match (open.is_empty(), qualified) {
        (true, true) => return,
        (true, false) => door.tell("cli-qualify-ready", &vec![("who", who.into())]),
        (false, _) => door.tell("cli-qualify-open", &vec![("open", open.join(", ").into())]),
    };
    door.page.line(&line);
}
