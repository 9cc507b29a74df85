//! What a table of people may show of each, by name, and how rows are put in order by it. No sentence, no width.

use std::cmp::Ordering;

use crate::sales::{
    card::Card,
    case::Case,
    contact::Contact,
    fact::Value,
    fields::{self, FIELDS, Row, folded},
    moment::Day,
    playbook::Playbook,
};

/// Something a row shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// The person, else the company.
    Name,
    /// Where the person works.
    Company,
    /// Where they are.
    Town,
    /// The number to call.
    Phone,
    /// What they are to us.
    Status,
    /// How close to deciding.
    Temperature,
    /// From 0 to 100.
    Score,
    /// Where the best deal stands.
    Stage,
    /// What it is worth.
    Amount,
    /// When the next step is due.
    Next,
    /// Who looks after them.
    Owner,
    /// The last exchange.
    Last,
    /// A row of the catalogue.
    Field(Row),
    /// The firm's own field.
    Own(String),
}

use Column::{Amount, Company, Last, Name, Next, Owner, Phone, Score, Stage, Status, Temperature, Town};

/// The columns that are no plain field, by name.
const READINGS: [(&str, Column); 12] = [
    ("name", Name),
    ("company", Company),
    ("town", Town),
    ("phone", Phone),
    ("status", Status),
    ("temperature", Temperature),
    ("score", Score),
    ("stage", Stage),
    ("amount", Amount),
    ("next", Next),
    ("owner", Owner),
    ("last", Last),
];

/// Fields that another column shows, and what only the program needs.
const WITHIN: [&str; 12] = [
    "contact.given_name",
    "contact.family_name",
    "contact.phone",
    "contact.mobile",
    "contact.town",
    "contact.archived",
    "company.name",
    "company.archived",
    "deal.amount",
    "deal.archived",
    "deal.framework",
    "deal.probability",
];

/// Where the number to call is looked for.
const PHONES: [&str; 3] = ["contact.mobile", "contact.phone", "company.phone"];

/// What a row is put in order by; what is not known comes last whichever way one sorts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Key {
    Number(i64),
    Text(Box<str>),
    #[default]
    Nothing,
}

impl Key {
    pub(super) fn order(&self, other: &Self, falls: bool) -> Ordering {
        let straight = match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            (a, b) => return a.rank().cmp(&b.rank()),
        };
        if falls { straight.reverse() } else { straight }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Nothing => 2,
        }
    }

    fn text(text: &str) -> Self {
        let plain = folded(text);
        if plain.is_empty() { Self::Nothing } else { Self::Text(plain.into()) }
    }
}

impl Column {
    /// The columns somebody begins with.
    pub const USUAL: [Self; 8] = [Name, Company, Town, Phone, Status, Score, Next, Owner];

    /// Every column there is with these settings.
    pub fn all(playbook: &Playbook) -> Vec<Self> {
        let shown = |row: &usize| FIELDS.get(*row).is_some_and(|field| !WITHIN.contains(&field.key));
        let fields = (0..FIELDS.len()).filter(shown).map(|row| Self::Field(row as Row));
        let own = playbook.fields().iter().map(|field| Self::Own(field.key.clone()));
        READINGS.into_iter().map(|(_, column)| column).chain(fields).chain(own).collect()
    }

    /// The column of a name.
    pub fn named(name: &str, playbook: &Playbook) -> Option<Self> {
        Self::all(playbook).into_iter().find(|column| column.name() == name)
    }

    /// Its name in settings and text keys: its own, or the key of its field.
    pub fn name(&self) -> &str {
        match self {
            Self::Field(row) => FIELDS.get(usize::from(*row)).map_or("", |field| field.key),
            Self::Own(key) => key,
            reading => READINGS.iter().find(|(_, known)| known == reading).map_or("", |(name, _)| name),
        }
    }

    /// Whether what is highest comes first where one sorts by it.
    pub fn falls(&self) -> bool {
        matches!(self, Temperature | Score | Stage | Amount | Last)
    }

    /// The key of a row, where its card alone tells.
    pub(super) fn of_card(&self, card: &Card, owner: &str) -> Option<Key> {
        Some(match self {
            Status => Key::Number(card.status as i64),
            Temperature => Key::Number(card.temperature as i64),
            Score => Key::Number(i64::from(card.score)),
            Stage => Key::Number(i64::from(card.stage)),
            Amount => card.amount_cents.map_or(Key::Nothing, Key::Number),
            Next => card.due.map_or(Key::Nothing, |due| Key::Number(i64::from(due.0))),
            Owner => Key::text(owner),
            _ => return None,
        })
    }

    /// The key of a row that is read.
    pub(super) fn of_case(&self, case: &Case<'_>, day: Day) -> Key {
        match self {
            Name => Key::text(&listed(case).join(" ")),
            Company => Key::text(case.company.map_or("", |company| company.name())),
            Town => Key::text(town(case)),
            Phone => Key::text(phone(case)),
            Last => case.last_exchange(day).map_or(Key::Nothing, |last| Key::Number(i64::from(last.when.day.0))),
            Self::Field(_) | Self::Own(_) => value(case, self.name()).map_or(Key::Nothing, of_value),
            _ => Key::Nothing,
        }
    }
}

fn of_value(value: &Value) -> Key {
    match value {
        Value::Text(text) => Key::text(text),
        Value::List(list) => Key::text(&list.join(" ")),
        Value::Number(number) => Key::Number(*number),
        Value::Percent(share) => Key::Number(i64::from(*share)),
        Value::Money(money) => Key::Number(money.cents),
        Value::Day(day) => Key::Number(i64::from(day.0)),
        Value::Flag(yes) => Key::Number(i64::from(!yes)),
        Value::Nothing => Key::Nothing,
    }
}

/// How somebody is listed: family name, then given name; where there is no person, the company.
pub fn listed<'a>(case: &Case<'a>) -> Vec<std::borrow::Cow<'a, str>> {
    let Some(contact) = case.contact else {
        return case.company.map(|company| company.name().into()).into_iter().collect();
    };
    let text = |key: &str| contact.fields.text(key);
    let (given, family) = (text("contact.given_name"), text("contact.family_name"));
    if given.is_empty() || family.is_empty() {
        vec![Contact::name(contact).into()]
    } else {
        vec![family.into(), given.into()]
    }
}

/// Where they are: the person, else the company.
pub fn town<'a>(case: &Case<'a>) -> &'a str {
    let own = case.text("contact.town");
    if own.is_empty() { case.text("company.town") } else { own }
}

/// The number to call.
pub fn phone<'a>(case: &Case<'a>) -> &'a str {
    PHONES.iter().map(|key| case.text(key)).find(|number| !number.is_empty()).unwrap_or_default()
}

/// The value of a field; where the person's is empty, the company's of the same name.
pub fn value<'a>(case: &Case<'a>, key: &str) -> Option<&'a Value> {
    let twin = || {
        let twin = format!("company.{}", key.strip_prefix("contact.")?);
        fields::row(&twin).and_then(|_| case.value(&twin))
    };
    case.value(key).or_else(twin)
}
