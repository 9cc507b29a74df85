//! `vigie buy WHO AMOUNT --proof …`: a purchase, the only thing that makes a client.

use crate::sales::{
    entity::Entity,
    fact::{Bought, Proof, Statement},
};

use super::{
    args::Buy,
    door::Door,
    say::{self, Reader},
    stop::{Done, Stop},
    who::Scope,
};

pub(super) fn run(door: &mut Door, said: &Buy) -> Done {
    let deal = door.search().deal(&said.who, Scope::Any)?;
    let party = door.party_of(deal);
    let amount = door.amount(&said.amount, party)?;
    if amount.cents == 0 {
        return Err(Stop::input(door.voice.say("cli-buy-zero")));
    }
    let proof = proof(door, said.proof.as_deref())?;
    let on = door.happened(said.on.as_deref())?.day;
    let who = name(door, party);
    let args = vec![
        ("who", who.into()),
        ("amount", door.voice.with_tax(amount).into()),
        ("proof", say::word(&door.voice, "proof", proof).into()),
    ];
    let sentence = door.tell("cli-buy-done", &args);
    door.write(deal, vec![Statement::Bought(Bought { deal, amount, proof: Some(proof), on })], &sentence)
}

/// The name of a deal's party.
pub(super) fn name(door: &Door, party: Option<Entity>) -> String {
    party.map(|party| door.search().describe(party).name).unwrap_or_default()
}

/// A purchase needs its proof: who types it knows it.
fn proof(door: &Door, text: Option<&str>) -> Result<Proof, Stop> {
    let known = || {
        let all = [Proof::SignedQuote, Proof::Order, Proof::Contract];
        all.map(|proof| say::word(&door.voice, "proof", proof)).join(", ")
    };
    match text {
        None => Err(Stop::input(door.tell("cli-buy-proof_missing", &vec![("known", known().into())]))),
        Some(text) => Reader::new().proof(text).ok_or_else(|| {
            Stop::input(door.tell("cli-buy-proof", &vec![("text", text.into()), ("known", known().into())]))
        }),
    }
}
