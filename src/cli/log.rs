//! `vigie log WHO CHANNEL`: what happened between us, its outcome, a note and what comes next, as one fact.

use crate::sales::{
    book::Records,
    entity::{Entity, Kind},
    fact::{Channel, Direction, Exchanged, Outcome, Permission, Promised, Statement},
    moment::Moment,
    words::plain,
};

use super::{
    args::Log,
    door::Door,
    print,
    say::{self, Reader},
    stop::{Done, Stop},
    who::deals_of,
};

pub(super) fn run(door: &mut Door, said: &Log) -> Done {
    let (about, deal) = party_and_deal(door, &said.who)?;
    let reader = Reader::new();
    let (channel, direction) = channel(door, &reader, said)?;
    let outcome = said.outcome.as_deref().map(|text| outcome(door, &reader, text)).transpose()?;
    let when = door.happened(said.on.as_deref())?;
    let note = plain::clean(said.note.as_deref().unwrap_or_default()).trim().to_owned();
    let mut statements = vec![exchange(about, deal, channel, direction, outcome, note, when)];
    let came = outcome.map(|outcome| format!(", {}", say::word(&door.voice, "outcome", outcome))).unwrap_or_default();
    let mut done = vec![
        ("what", format!("{}{came}", say::exchange(&door.voice, channel, direction)).into()),
        ("who", door.search().describe(about).name.into()),
    ];
    let mut key = "cli-log-done";
    if let Some(text) = &said.next {
        let due = door.to_come(text)?;
        let what = plain::line(said.what.as_deref().unwrap_or_default()).into_owned();
        statements.push(Statement::Promised(Promised { about: deal.unwrap_or(about), due: Some(due), what }));
        done.push(("when", say::due(&door.voice, due, door.today()).into()));
        key = "cli-log-done_next";
    }
    let sentence = door.tell(key, &done);
    warn(door, about);
    door.write(about, statements, &sentence)
}

/// Who opposed being approached is named with the day, in one line; what happened is recorded all the same.
pub(super) fn warn(door: &Door, party: Entity) {
    let book = door.book();
    let dealings = match party.kind {
        Kind::Company => book.company(party).map(|company| company.dealings),
        _ => book.contact(party).map(|contact| contact.dealings),
    };
    let allowances = dealings.map(|dealings| dealings.permissions).unwrap_or_default();
    let first = allowances.iter().find(|allowance| allowance.permission == Permission::Opposed);
    if let Some(first) = first {
        let who = door.search().describe(party).name;
        let args = vec![("who", who.into()), ("since", door.voice.date(first.on).into())];
        print::remark(&door.tell("cli-log-opposed", &args), door.page.look);
    }
}

/// Whom an exchange was with, and which open deal it was about where there is only one.
pub(super) fn party_and_deal(door: &Door, who: &str) -> Result<(Entity, Option<Entity>), Stop> {
    let search = door.search();
    let (party, deal) = match search.party(who) {
        Ok(party) => (party, None),
        Err(stop) => {
            let deal = search.deal(who, super::who::Scope::Any).map_err(|_| stop.clone())?;
            (door.party_of(deal).ok_or(stop)?, Some(deal))
        }
    };
    let open: Vec<Entity> =
        deals_of(door.book(), party).iter().filter(|deal| deal.is_open()).map(|deal| deal.entity).collect();
    let only = if let [one] = open.as_slice() { Some(*one) } else { None };
    debug_assert!(party.kind != Kind::Deal, "a party is never a deal");
    Ok((party, deal.or(only)))
}

fn exchange(
    about: Entity,
    deal: Option<Entity>,
    channel: Channel,
    direction: Direction,
    outcome: Option<Outcome>,
    note: String,
    when: Moment,
) -> Statement {
    Statement::Exchanged(Exchanged { about, deal, channel, direction, outcome, note, when })
}

/// The channel, and who made the move: a form, a download, a request can only be theirs.
fn channel(door: &Door, reader: &Reader, said: &Log) -> Result<(Channel, Direction), Stop> {
    let Some(channel) = reader.channel(&said.channel) else {
        let known: Vec<String> =
            say::CHANNELS.iter().map(|channel| say::word(&door.voice, "channel", *channel)).collect();
        let args = vec![("text", said.channel.as_str().into()), ("known", known.join(", ").into())];
        return Err(Stop::input(door.tell("cli-log-channel", &args)));
    };
    let ours = matches!(
        channel,
        Channel::Call
            | Channel::Mail
            | Channel::Sms
            | Channel::Letter
            | Channel::Meeting
            | Channel::Visit
            | Channel::Social
            | Channel::Note
    );
    let received = reader.is("cli-words-received", &said.channel);
    Ok((channel, if ours && !said.theirs && !received { Direction::Ours } else { Direction::Theirs }))
}

fn outcome(door: &Door, reader: &Reader, text: &str) -> Result<Outcome, Stop> {
    reader.outcome(text).ok_or_else(|| {
        let all = [Outcome::Reached, Outcome::NoAnswer, Outcome::Message, Outcome::CallBack];
        let known: Vec<String> = all.iter().map(|outcome| say::word(&door.voice, "outcome", *outcome)).collect();
        Stop::input(door.tell("cli-log-outcome", &vec![("text", text.into()), ("known", known.join(", ").into())]))
    })
}
