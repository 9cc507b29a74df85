//! Readings put into words for the screen: reasons, what was just entered, how a record is called. No drawing.

use super::world::{self, World};
use crate::{
    sales::{
        book::{OwnedCase, Records},
        card,
        case::Case,
        contact::Dealings,
        entity::Entity,
        fact::{Approach, Enrolled, Permission, Role, Statement, Temperature, Value},
        law::{self, May},
        moment::Moment,
        money::Money,
        reason::{Given, Reason},
        sequence,
    },
    voice::Arg,
};

/// A reason in words.
pub fn reason(world: &World, reason: &Reason) -> String {
    let args: Vec<(&str, Arg)> = reason.values.iter().map(|(name, given)| (*name, arg(world, given))).collect();
    world.voice.tell(reason.key, &args)
}

fn arg(world: &World, given: &Given) -> Arg {
    match given {
        Given::Text(text) => Arg::from(text.as_str()),
        Given::Number(number) => Arg::from(*number),
        Given::Day(day) => Arg::from(world.voice.day_on(*day, world.today)),
        Given::Hour(hour) => Arg::from(world.voice.hour(*hour)),
        Given::Money(money) => Arg::from(world.voice.amount(*money)),
        Given::Key(key) => Arg::from(world.voice.say(key).to_owned()),
        Given::Label(label) => Arg::from(world.label(label).to_owned()),
        Given::Reason(inner) => Arg::from(self::reason(world, inner)),
    }
}

/// Whether one may approach somebody now.
pub fn may(world: &World, approach: Approach, case: &OwnedCase) -> May {
    let status = card::status_of(world.book, case, world.playbook, world.today);
    let now = Moment { day: world.today, hour: Some(world.now) };
    law::may(approach, &case.as_case(), status, world.playbook, now)
}

/// The same in words.
pub fn lawful(world: &World, approach: Approach, may: &May) -> String {
    let because = reason(world, &may.because.reason());
    world.voice.may(&[approach], may.verdict, &because, world.today)
}

/// What somebody opposed: channels, day and origin of the last word said on it.
pub fn opposition(world: &World, dealings: &Dealings) -> Option<String> {
    let voice = world.voice;
    let opposed = || dealings.permissions.iter().filter(|said| said.permission == Permission::Opposed);
    let last = opposed().max_by_key(|said| said.on)?;
    let channels = Approach::ALL.iter().filter(|approach| dealings.opposed(**approach));
    let channels = channels.map(|approach| voice.word(approach)).collect::<Vec<_>>().join(", ");
    let day = voice.date(last.on);
    let since = if last.origin.is_empty() { day } else { format!("{day}, {}", last.origin) };
    let key = if dealings.opposed_everywhere() { "pane-opposed-all" } else { "pane-opposed" };
    Some(voice.tell(key, &[("channels", channels.into()), ("since", since.into())]))
}

/// The sign of a temperature where there is no room for its name.
pub fn heat(temperature: Temperature) -> char {
    match temperature {
        Temperature::Hot => '▲',
        Temperature::Warm => '•',
        Temperature::Cold => ' ',
    }
}

/// Cents in few letters: `8,4 k€`.
pub fn short(world: &World, cents: i64) -> String {
    world.voice.amount_short(Money::ht(cents))
}

/// What was just entered or taken back, in a few words: the most telling of the statements.
pub fn act(world: &World, records: &dyn Records, statements: &[Statement]) -> String {
    let strikes = statements.iter().filter(|statement| matches!(statement, Statement::Struck(_))).count();
    if strikes > 0 {
        let said: Vec<Statement> = anew(statements).cloned().collect();
        return match said.as_slice() {
            [] if strikes == 1 => world.voice.say("toast-struck").to_owned(),
            said if said.is_empty() || strikes > MOST_OF_AN_ENTRY => world.voice.say("toast-gone").to_owned(),
            said => world.voice.tell("toast-corrected", &[("what", act(world, records, said).into())]),
        };
    }
    let born = statements.iter().any(|statement| matches!(statement, Statement::Linked(_)));
    let telling = statements.iter().max_by_key(|statement| weight(statement, born));
    telling.map(|statement| one(world, records, statement)).unwrap_or_default()
}

/// An entry is made from two statements at most: a quote and its answer.
const MOST_OF_AN_ENTRY: usize = 2;

/// What is said in the stead of what is struck out.
fn anew(statements: &[Statement]) -> impl Iterator<Item = &Statement> {
    statements.iter().filter(|statement| !matches!(statement, Statement::Struck(_)))
}

fn weight(statement: &Statement, born: bool) -> u8 {
    match statement {
        Statement::Bought(_) => 12,
        Statement::Lost(_) => 11,
        Statement::Moved(_) => 10,
        Statement::Quoted(_) => 9,
        Statement::Permitted(_) => 8,
        Statement::Exchanged(_) => 7,
        Statement::Complained(_) | Statement::Merged(_) | Statement::Apart(_) => 6,
        Statement::Linked(_) if born => 5,
        Statement::Assigned(_) if !born => 5,
        Statement::Answered(_) => 4,
        Statement::Qualified(_) | Statement::Adjusted(_) | Statement::Enrolled(_) | Statement::Skipped(_) => 3,
        Statement::Promised(_) => 2,
        Statement::Set(_) => 1,
        _ => 0,
    }
}

fn one(world: &World, records: &dyn Records, statement: &Statement) -> String {
    let voice = world.voice;
    let who = |about: Entity| ("who", Arg::from(name(records, about)));
    match statement {
        Statement::Bought(s) => voice.tell("toast-won", &[who(s.deal), ("amount", voice.amount(s.amount).into())]),
        Statement::Lost(s) => voice.tell("toast-lost", &[who(s.deal)]),
        Statement::Moved(s) => {
            let stage = world.playbook.stage(&s.to).and_then(|at| world.playbook.stages().get(at));
            let stage = stage.map_or(s.to.as_str(), |stage| world.label(&stage.label));
            voice.tell("toast-moved", &[who(s.deal), ("stage", stage.into())])
        }
        Statement::Quoted(s) => voice.tell("toast-quoted", &[who(s.deal)]),
        Statement::Permitted(s) => {
            let key = match s.permission {
                Permission::Opposed => "toast-opposed",
                Permission::Consented => "toast-consented",
                Permission::Withdrawn => "toast-withdrawn",
            };
            voice.tell(key, &[who(s.about)])
        }
        Statement::Assigned(s) => voice.tell("toast-assigned", &[who(s.about), ("owner", s.owner.as_str().into())]),
        Statement::Complained(s) => {
            voice.tell(if s.open { "toast-complained" } else { "toast-settled" }, &[who(s.about)])
        }
        Statement::Exchanged(s) => {
            let what = voice.exchanged(s.channel, s.direction);
            voice.tell("toast-exchanged", &[who(s.about), ("what", what.into())])
        }
        Statement::Linked(s) if !matches!(s.role, Role::Party | Role::WorksFor) || !s.tied => {
            let args = [who(s.from), ("role", voice.word(&s.role).into()), ("whom", name(records, s.to).into())];
            voice.tell(if s.tied { "toast-linked" } else { "toast-unlinked" }, &args)
        }
        Statement::Linked(s) => voice.tell("toast-created", &[who(s.from)]),
        Statement::Answered(s) => {
            let criterion = world.playbook.criterion(&s.criterion);
            let criterion = criterion.map_or(s.criterion.as_str(), |known| world.label(&known.label));
            let sure = voice.word(&s.sure);
            voice.tell("toast-answered", &[who(s.deal), ("criterion", criterion.into()), ("sure", sure.into())])
        }
        Statement::Promised(s) => match s.due {
            Some(due) => voice.tell("toast-next", &[who(s.about), ("when", voice.due(due, world.today).into())]),
            None => voice.tell("toast-no-next", &[who(s.about)]),
        },
        Statement::Enrolled(s) => enrolled(world, who(s.deal), s),
        Statement::Skipped(s) => {
            voice.tell("toast-step-skipped", &[who(s.deal), ("what", voice.word(&s.channel).into())])
        }
        Statement::Merged(s) => voice.tell("toast-merged", &[who(s.into)]),
        Statement::Apart(s) => voice.tell("toast-apart", &[who(s.one), ("whom", name(records, s.other).into())]),
        Statement::Set(s) => set(world, records, s.about, &s.field, &s.value),
        _ => voice.say("toast-done").to_owned(),
    }
}

fn enrolled(world: &World, who: (&str, Arg), said: &Enrolled) -> String {
    let known = world.playbook.sequences().iter().find(|known| Some(&known.key) == said.sequence.as_ref());
    match known {
        Some(known) => world.voice.tell("toast-enrolled", &[who, ("sequence", world.label(&known.label).into())]),
        None => world.voice.tell("toast-unenrolled", &[who]),
    }
}

fn set(world: &World, records: &dyn Records, about: Entity, key: &str, value: &Value) -> String {
    let shown = world.field(key).map(|field| world.voice.value(&field, value)).unwrap_or_default();
    let args = [("who", name(records, about).into()), ("field", world.field_name(key).into()), ("value", shown.into())];
    world.voice.tell(if *value == Value::Nothing { "toast-emptied" } else { "toast-set" }, &args)
}

/// Where a deal stands in the sequence that follows it; nothing where none does.
pub fn sequence(world: &World, case: &Case<'_>) -> Option<String> {
    let key = &case.deal.sequence.as_ref()?.key;
    let known = world.playbook.sequences().iter().find(|known| known.key == *key)?;
    let name = world.label(&known.label).to_owned();
    let words = world.voice.standing(sequence::standing(case, world.playbook, world.today)?, world.today);
    Some(world.voice.tell("pane-sequence", &[("name", name.into()), ("standing", words.into())]))
}

/// How an entity is called.
pub fn name(records: &dyn Records, about: Entity) -> String {
    let case = world::case(records, about);
    case.map(|case| world::name(&case)).unwrap_or_default()
}
