//! Entries of the past put into rows again, and what the rows say in their stead.

use super::{
    Choice, Row,
    build::{field, label, moment, options, proofs},
    exchanged::channel,
    gather::Reading,
};
use crate::{
    cockpit::world::World,
    sales::{
        contact::Activity,
        correction::{self, Entry},
        deal::{Purchase, Quote},
        entity::Entity,
        fact::{Exchanged, Outcome, QuoteState, Quoted, Statement, Struck},
        fields,
        moment::{Day, Moment},
        money::Money,
    },
    voice::Word,
};

/// An entry, and where it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The statements it was made from.
    pub places: Vec<Struck>,
    /// What they said.
    pub entry: Entry,
}

/// Every exchange a person may note, with its letter.
const CHANNELS: [(char, &str); 20] = [
    ('a', "call/ours"),
    ('b', "call/theirs"),
    ('e', "mail/ours"),
    ('r', "mail/theirs"),
    ('s', "sms/ours"),
    ('t', "sms/theirs"),
    ('c', "letter/ours"),
    ('d', "letter/theirs"),
    ('m', "meeting/ours"),
    ('v', "visit/ours"),
    ('l', "social/ours"),
    ('n', "social/theirs"),
    ('f', "form/theirs"),
    ('g', "download/theirs"),
    ('w', "webinar/theirs"),
    ('o', "fair/theirs"),
    ('q', "quote_request/theirs"),
    ('h', "demo_request/theirs"),
    ('p', "comparison/theirs"),
    ('i', "note/ours"),
];

const OUTCOMES: [(&str, Option<Outcome>); 5] = [
    ("none", None),
    ("reached", Some(Outcome::Reached)),
    ("no_answer", Some(Outcome::NoAnswer)),
    ("message", Some(Outcome::Message)),
    ("call_back", Some(Outcome::CallBack)),
];

const STATES: [(&str, Option<QuoteState>); 3] =
    [("waiting", None), ("accepted", Some(QuoteState::Accepted)), ("refused", Some(QuoteState::Refused))];

/// The rows of an entry, with what it said in them.
pub(super) fn rows(world: &World, entry: &Entry) -> Vec<Row> {
    match entry {
        Entry::Exchange(_, activity) => exchange(world, activity),
        Entry::Quote(_, quote) => quoted(world, quote),
        Entry::Purchase(_, purchase) => purchased(world, purchase),
    }
}

fn exchange(world: &World, activity: &Activity) -> Vec<Row> {
    let outcomes = OUTCOMES.map(|(key, _)| Choice::new(world.voice.say(&format!("form-outcome-{key}")), key));
    let at = OUTCOMES.iter().position(|(_, outcome)| *outcome == activity.outcome).unwrap_or(0);
    vec![
        channels(world, activity),
        Row::choice("outcome", &label(world, "outcome"), outcomes.to_vec(), at),
        moment(world, "when", &world.voice.typed_moment(activity.when)).needed(),
        Row::notes("note", &label(world, "note"), &activity.note),
    ]
}

/// What a person may note, and what the entry is where nobody notes that by hand.
fn channels(world: &World, activity: &Activity) -> Row {
    let by = |key: &str, prefix: &str| key.trim_start_matches(prefix).to_owned();
    let own =
        format!("{}/{}", by(activity.channel.text_key(), "channel-"), by(activity.direction.text_key(), "direction-"));
    let choice = |letter: char, key: &str| {
        let (channel, direction) = channel(key);
        let name = if key == "note/ours" {
            world.voice.say("pane-remark").to_owned()
        } else {
            world.voice.exchanged(channel, direction)
        };
        Choice::with(letter, &name, key)
    };
    let mut all: Vec<Choice> = CHANNELS.iter().map(|(letter, key)| choice(*letter, key)).collect();
    if all.iter().all(|known| known.value != own) {
        let name = world.voice.exchanged(activity.channel, activity.direction);
        all.push(Choice::with('z', &name, &own));
    }
    let at = all.iter().position(|known| known.value == own).unwrap_or(0);
    Row::choice("channel", &label(world, "channel"), all, at)
}

fn amount(world: &World, key: &str, known: Option<Money>) -> Option<Row> {
    let of = fields::field("deal.amount")?;
    let text = known.map(|money| world.voice.typed(of, &crate::sales::fact::Value::Money(money))).unwrap_or_default();
    let mut row = field(world, "deal.amount", &text)?;
    key.clone_into(&mut row.key);
    row.label = label(world, key);
    Some(row)
}

fn typed_day(world: &World, day: Option<Day>) -> String {
    day.map(|day| world.voice.date(day)).unwrap_or_default()
}

fn quoted(world: &World, quote: &Quote) -> Vec<Row> {
    let state = STATES.iter().position(|(_, state)| *state == quote.answer.map(|(state, _)| state)).unwrap_or(0);
    let answer = typed_day(world, quote.answer.map(|(_, on)| on));
    let states = options(world, "form-state", &[('t', "waiting"), ('a', "accepted"), ('r', "refused")]);
    let rows = [
        Some(Row::words("quote_number", &label(world, "quote_number"), &quote.number)),
        amount(world, "quote_amount", quote.amount),
        Some(moment(world, "quote_on", &typed_day(world, quote.sent))),
        Some(moment(world, "quote_until", &typed_day(world, quote.valid_until))),
        Some(Row::choice("state", &label(world, "state"), states, state)),
        Some(moment(world, "answered_on", &answer).helped(world.voice.say("form-answered-help"))),
    ];
    rows.into_iter().flatten().collect()
}

fn purchased(world: &World, purchase: &Purchase) -> Vec<Row> {
    let mut proof = proofs(world);
    purchase.proof.iter().for_each(|known| proof.fill(known.text_key().trim_start_matches("proof-")));
    let amount = amount(world, "bought_amount", Some(purchase.amount)).map(Row::needed);
    let on = moment(world, "bought_on", &typed_day(world, Some(purchase.on))).needed();
    [amount, Some(on), Some(proof)].into_iter().flatten().collect()
}

/// What happened to somebody else, as it happened.
pub fn exchanged(about: Entity, deal: Option<Entity>, activity: &Activity) -> Statement {
    Statement::Exchanged(Exchanged {
        about,
        deal,
        channel: activity.channel,
        direction: activity.direction,
        outcome: activity.outcome,
        note: activity.note.clone(),
        when: activity.when,
    })
}

impl Reading<'_> {
    /// What the rows say now; nothing where it is what was said before.
    pub(super) fn corrected(&mut self, correction: &Correction) {
        let said = match &correction.entry {
            Entry::Exchange(about, before) => self.exchange_anew(*about, before),
            Entry::Quote(deal, before) => self.quote_anew(*deal, before),
            Entry::Purchase(deal, before) => {
                self.bought(*deal);
                let same = |said: &Statement| {
                    matches!(said, Statement::Bought(now) if (now.amount, now.proof, now.on)
                        == (before.amount, before.proof, before.on))
                };
                let said = std::mem::take(&mut self.said);
                if said.iter().any(same) { Vec::new() } else { said }
            }
        };
        if !said.is_empty() {
            self.said = correction::instead(&correction.places, said);
        }
    }

    fn exchange_anew(&mut self, about: Entity, before: &Activity) -> Vec<Statement> {
        let Some(when) = self.moment("when") else { return Vec::new() };
        if when.day > self.world.today {
            self.flaw("when", self.world.voice.say("form-not-ahead"));
        }
        let (channel, direction) = channel(&self.text("channel"));
        let outcome = self.text("outcome");
        let outcome = OUTCOMES.iter().find(|(key, _)| *key == outcome).and_then(|(_, outcome)| *outcome);
        let now = Activity { when, channel, direction, outcome, note: self.text("note"), ..before.clone() };
        if now == *before { Vec::new() } else { vec![exchanged(about, before.deal, &now)] }
    }

    fn quote_anew(&mut self, deal: Entity, before: &Quote) -> Vec<Statement> {
        let day = |moment: Moment| moment.day;
        let answered = self.moment("answered_on").map_or(self.world.today, day);
        let state = self.text("state");
        let state = STATES.iter().find(|(key, _)| *key == state).and_then(|(_, state)| *state);
        let now = Quote {
            number: self.text("quote_number"),
            amount: self.money("quote_amount"),
            sent: self.moment("quote_on").map(day),
            valid_until: self.moment("quote_until").map(day),
            answer: state.map(|state| (state, answered)),
        };
        let ahead = [("quote_on", now.sent), ("answered_on", now.answer.map(|(_, on)| on))];
        for (key, _) in ahead.into_iter().filter(|(_, on)| on.is_some_and(|on| on > self.world.today)) {
            self.flaw(key, self.world.voice.say("form-not-ahead"));
        }
        if now == *before { Vec::new() } else { quote_said(deal, &now) }
    }
}

/// A quote in statements: sent, then answered.
fn quote_said(deal: Entity, quote: &Quote) -> Vec<Statement> {
    let said = |state: QuoteState, on: Day| {
        let (number, amount, valid_until) = (quote.number.clone(), quote.amount, quote.valid_until);
        Statement::Quoted(Quoted { deal, number, amount, state, on, valid_until })
    };
    let sent = quote.sent.map(|on| said(QuoteState::Sent, on));
    sent.into_iter().chain(quote.answer.map(|(state, on)| said(state, on))).collect()
}
