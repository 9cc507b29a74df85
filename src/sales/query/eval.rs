//! Whether a query holds for a case. Readings that others computed come along; nothing is scored here.

use super::tree::{Derived, Node, Op, Query, Subject, Test, Wanted, When};
use crate::sales::{
    case::Case,
    fact::{Temperature, Value},
    fields::{FIELDS, Row, folded},
    moment::Day,
    playbook::Playbook,
    qualification, stage,
    status::Status,
};

/// A case with the readings a query may ask for. What is not known holds for no test.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The card and the people behind it.
    pub case: Case<'a>,
    /// The settings.
    pub playbook: &'a Playbook,
    /// The day one asks.
    pub day: Day,
    /// The party's status.
    pub status: Option<Status>,
    /// The score.
    pub score: Option<u8>,
    /// The temperature.
    pub temperature: Option<Temperature>,
    /// When the next step is due.
    pub due: Option<Day>,
}

impl<'a> Seen<'a> {
    /// A case without its readings: what rules of the score see.
    pub fn bare(case: Case<'a>, playbook: &'a Playbook, day: Day) -> Self {
        Self { case, playbook, day, status: None, score: None, temperature: None, due: None }
    }
}

/// Whether a query holds.
pub fn holds(query: &Query, seen: &Seen<'_>) -> bool {
    node(&query.root, seen)
}

fn node(part: &Node, seen: &Seen<'_>) -> bool {
    match part {
        Node::All(parts) => parts.iter().all(|part| node(part, seen)),
        Node::Not(part) => !node(part, seen),
        Node::Segment(_, part) => node(part, seen),
        Node::Test(test) => tested(test, seen),
        Node::Words(words) => has_words(words, &seen.case),
    }
}

/// `!=` is the opposite of `=`: it also holds where there is no value.
fn tested(test: &Test, seen: &Seen<'_>) -> bool {
    let (op, turned) = straight(test.op);
    let holds = match &test.subject {
        Subject::Derived(derived) => reading(*derived, op, &test.value, seen),
        Subject::Custom(key) => field(seen.case.value(key), op, &test.value, seen.day),
        Subject::Field(row) if *row == super::vocabulary::amount_row() => {
            amount(op, &test.value, seen.case.deal.amount().map(|amount| amount.cents))
        }
        Subject::Field(row) => catalogued(*row, op, &test.value, seen),
    };
    holds != turned
}

/// `=` for `!=`, and whether the answer is to be turned round.
pub(super) fn straight(op: Op) -> (Op, bool) {
    if op == Op::Unequal { (Op::Equal, true) } else { (op, false) }
}

/// A field of the catalogue; where the person's is empty, the company's of the same name.
fn catalogued(row: Row, op: Op, wanted: &Wanted, seen: &Seen<'_>) -> bool {
    let Some(key) = FIELDS.get(usize::from(row)).map(|field| field.key) else { return false };
    let twin = || match key {
        "contact.phone" => seen.case.value("company.phone"),
        "contact.email" => seen.case.value("company.email"),
        "contact.street" => seen.case.value("company.street"),
        "contact.postcode" => seen.case.value("company.postcode"),
        "contact.town" => seen.case.value("company.town"),
        _ => None,
    };
    field(seen.case.value(key).or_else(twin), op, wanted, seen.day)
}

/// A deal is worth what was bought, else what its field says.
pub(super) fn amount(op: Op, wanted: &Wanted, worth: Option<i64>) -> bool {
    is(worth, wanted, |worth| matches!(wanted, Wanted::Cents(cents) if compare(&worth, op, cents)))
}

fn field(value: Option<&Value>, op: Op, wanted: &Wanted, today: Day) -> bool {
    match (value, wanted) {
        (value, Wanted::Filled(yes)) => value.is_some() == *yes,
        (Some(Value::Flag(flag)), Wanted::Flag(yes)) => flag == yes,
        (None, Wanted::Flag(yes)) => !yes,
        (Some(Value::Text(text)), Wanted::Text(words)) => says(&folded(text), op, words),
        (Some(Value::Text(text)), Wanted::Key(key)) => text == key,
        (Some(Value::Text(text)), Wanted::Digits(digits)) => !digits.is_empty() && text.contains(digits.as_str()),
        (Some(Value::List(list)), Wanted::Text(words)) => list.iter().any(|tag| folded(tag) == words.as_str()),
        (Some(Value::Number(number)), Wanted::Number(wanted)) => compare(number, op, wanted),
        (Some(Value::Percent(share)), Wanted::Percent(wanted)) => compare(share, op, wanted),
        (Some(Value::Money(money)), Wanted::Cents(cents)) => compare(&money.cents, op, cents),
        (Some(Value::Day(day)), Wanted::When(when)) => within(*day, op, *when, today),
        _ => false,
    }
}

fn reading(derived: Derived, op: Op, wanted: &Wanted, seen: &Seen<'_>) -> bool {
    let deal = seen.case.deal;
    match derived {
        Derived::Status => status(seen.status, wanted),
        Derived::Temperature => temperature(seen.temperature, op, wanted),
        Derived::Score => score(seen.score, op, wanted),
        Derived::Stage => at_stage(stage::of(deal, seen.playbook), op, wanted),
        Derived::Qualified => *wanted == Wanted::Flag(qualification::is_qualified(deal, seen.playbook)),
        Derived::Stepless => *wanted == Wanted::Flag(deal.is_open() && seen.case.next_step().is_none()),
        Derived::Owner => owner(seen.case.owner(), op, wanted),
        Derived::Loss => is(deal.lost(), wanted, |(reason, _)| matches!(wanted, Wanted::Key(key) if key == reason)),
        _ => due(moment(derived, seen), op, wanted, seen.day),
    }
}

pub(super) fn status(status: Option<Status>, wanted: &Wanted) -> bool {
    is(status, wanted, |status| *wanted == Wanted::Status(status))
}

pub(super) fn temperature(now: Option<Temperature>, op: Op, wanted: &Wanted) -> bool {
    is(now, wanted, |now| matches!(wanted, Wanted::Temperature(wanted) if compare(&now, op, wanted)))
}

pub(super) fn score(score: Option<u8>, op: Op, wanted: &Wanted) -> bool {
    is(score, wanted, |score| matches!(wanted, Wanted::Number(wanted) if compare(&i64::from(score), op, wanted)))
}

pub(super) fn at_stage(stage: usize, op: Op, wanted: &Wanted) -> bool {
    is(Some(stage), wanted, |at| matches!(wanted, Wanted::Stage(wanted) if compare(&at, op, wanted)))
}

pub(super) fn due(day: Option<Day>, op: Op, wanted: &Wanted, today: Day) -> bool {
    is(day, wanted, |day| matches!(wanted, Wanted::When(when) if within(day, op, *when, today)))
}

/// The day a reading stands for.
fn moment(derived: Derived, seen: &Seen<'_>) -> Option<Day> {
    let (case, day) = (&seen.case, seen.day);
    let bought = case.deal.purchases.iter().map(|purchase| purchase.on);
    match derived {
        Derived::Next => seen.due.or_else(|| case.next_step().map(|step| step.due.day)),
        Derived::Exchange => case.last_exchange(day).map(|activity| activity.when.day),
        Derived::Sign => case.last_sign(day).map(|activity| activity.when.day),
        Derived::Purchase => bought.max(),
        Derived::Since => bought.min(),
        Derived::Created => case.deal.life.created,
        _ => None,
    }
}

/// Whether a value that may be missing is as wanted.
fn is<T>(value: Option<T>, wanted: &Wanted, holds: impl FnOnce(T) -> bool) -> bool {
    match (value, wanted) {
        (value, Wanted::Filled(yes)) => value.is_some() == *yes,
        (Some(value), _) => holds(value),
        (None, _) => false,
    }
}

/// Who looks after the deal, else after its party.
pub(super) fn owner(owner: &str, op: Op, wanted: &Wanted) -> bool {
    let owner = Some(owner).filter(|owner| !owner.is_empty());
    is(owner, wanted, |owner| matches!(wanted, Wanted::Text(words) if says(&folded(owner), op, words)))
}

fn says(words: &str, op: Op, wanted: &str) -> bool {
    match op {
        Op::Has => words.contains(wanted),
        _ => words == wanted,
    }
}

fn compare<T: Ord>(value: &T, op: Op, wanted: &T) -> bool {
    match op {
        Op::Has | Op::Equal => value == wanted,
        Op::Unequal => value != wanted,
        Op::Less => value < wanted,
        Op::AtMost => value <= wanted,
        Op::More => value > wanted,
        Op::AtLeast => value >= wanted,
    }
}

/// A day against a stretch of days: before it begins, after it ends, or within.
fn within(day: Day, op: Op, when: When, today: Day) -> bool {
    let (from, to) = match when {
        When::Fixed(from, to) => (from, to),
        When::Relative(days) => (today.plus(days), today.plus(days)),
    };
    match op {
        Op::Has | Op::Equal => (from..=to).contains(&day),
        Op::Unequal => !(from..=to).contains(&day),
        Op::Less => day < from,
        Op::AtMost => day <= to,
        Op::More => day > to,
        Op::AtLeast => day >= from,
    }
}

/// Fields in which free words are looked for.
const SEARCHED: [&str; 11] = [
    "contact.given_name",
    "contact.family_name",
    "contact.email",
    "contact.town",
    "contact.tags",
    "contact.job",
    "company.name",
    "company.town",
    "company.sector",
    "deal.title",
    "deal.competitor",
];

fn has_words(words: &str, case: &Case<'_>) -> bool {
    if words.is_empty() || has_number(words, case) {
        return true;
    }
    let name = case.contact.map(crate::sales::contact::Contact::name).unwrap_or_default();
    folded(&name).contains(words) || SEARCHED.iter().any(|key| value_has(case.value(key), words))
}

fn value_has(value: Option<&Value>, words: &str) -> bool {
    match value {
        Some(Value::Text(text)) => folded(text).contains(words),
        Some(Value::List(list)) => list.iter().any(|text| folded(text).contains(words)),
        _ => false,
    }
}

/// Four digits or more are also looked for in phone numbers.
fn has_number(words: &str, case: &Case<'_>) -> bool {
    let digits: String = words.chars().filter(|c| *c != ' ').collect();
    let number = digits.strip_prefix('0').unwrap_or(&digits);
    let phones = ["contact.phone", "contact.mobile", "company.phone"];
    digits.len() >= 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && phones.iter().any(|key| case.text(key).contains(number))
}
