//! `vigie lose DEAL REASON [DETAIL]`: a lost deal and why.

use crate::sales::{
    fact::{Lost, Statement},
    playbook::Loss,
    words::{fold::folded, plain},
};

use super::{
    args::Lose,
    buy,
    door::Door,
    say,
    stop::{Done, Stop},
    who::Scope,
};

pub(super) fn run(door: &mut Door, said: &Lose) -> Done {
    let deal = door.search().deal(&said.deal, Scope::Open)?;
    let loss = reason(door, &said.reason)?.clone();
    let detail = plain::line(&said.detail.join(" ")).into_owned();
    if loss.detail && detail.is_empty() {
        let args = vec![("reason", say::label(&door.voice, &loss.label).into()), ("deal", said.deal.as_str().into())];
        return Err(Stop::input(door.tell("cli-lose-detail", &args)));
    }
    let on = door.happened(said.on.as_deref())?.day;
    let who = buy::name(door, door.party_of(deal));
    let args = vec![("who", who.into()), ("reason", say::label(&door.voice, &loss.label).into())];
    let sentence = door.tell("cli-lose-done", &args);
    door.write(deal, vec![Statement::Lost(Lost { deal, reason: loss.key, detail, on })], &sentence)
}

/// A reason by its key or by how its name begins, in either language.
fn reason<'d>(door: &'d Door, text: &str) -> Result<&'d Loss, Stop> {
    let word = folded(text).into_owned();
    let named = |loss: &&Loss| {
        let names =
            [folded(&loss.key).into_owned(), folded(&loss.label.fr).into_owned(), folded(&loss.label.en).into_owned()];
        !word.is_empty() && names.iter().any(|name| *name == word || name.starts_with(&word))
    };
    let losses = door.playbook().losses();
    losses.iter().find(named).ok_or_else(|| {
        let known: Vec<&str> = losses.iter().map(|loss| say::label(&door.voice, &loss.label)).collect();
        Stop::input(door.tell("cli-lose-reason", &vec![("text", text.into()), ("known", known.join(", ").into())]))
    })
}
