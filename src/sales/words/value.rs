//! The single door from text to a field's value, and back into an edit line.

use crate::sales::{
    fact::Value,
    fields::{Field, Holds},
    moment::Day,
    money::{Money, Tax},
};

use super::{Flaw, Repair, amount, date, email, fold::folded, number, phone, plain, siren};

/// What reading a text depends on besides the text.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The reader's day.
    pub today: Day,
    /// What an amount means that does not say.
    pub tax: Tax,
    /// Keys of the playbook's sources with their folded synonyms.
    pub sources: &'a [(String, Vec<String>)],
}

/// A value, and what was mended to get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The value.
    pub value: Value,
    /// What was mended with certainty.
    pub repair: Option<Repair>,
}

/// Reads a text into the value of a field; an empty text empties the field.
pub fn read(field: &Field, text: &str, ctx: &Context) -> Result<Read, Flaw> {
    plain::bounded(text)?;
    let line = plain::line(text);
    if line.is_empty() {
        return Ok(Read { value: Value::Nothing, repair: None });
    }
    let (value, repair) = match field.holds {
        Holds::Line | Holds::Name => (Value::Text(line.into_owned()), None),
        Holds::Lines => (Value::Text(plain::clean(text).trim().to_owned()), None),
        Holds::Phone => (Value::Text(phone::parse(&line)?.e164), None),
        Holds::Email => (Value::Text(email::parse(&line)?), None),
        Holds::Siren => (Value::Text(siren::siren(&line)?), None),
        Holds::Siret => (Value::Text(siren::siret(&line)?), None),
        Holds::VatNumber => (Value::Text(siren::vat(&line)?), None),
        Holds::Postcode => number::postcode(&line).map(|(code, repair)| (Value::Text(code), repair))?,
        Holds::Number => (Value::Number(number::whole(&line)?), None),
        Holds::Percent => number::percent(&line).map(|(share, repair)| (Value::Percent(share), repair))?,
        Holds::Amount => (Value::Money(amount::parse(&line, ctx.tax)?), None),
        Holds::Date => (Value::Day(date::parse(&line, ctx.today)?.day), None),
        Holds::YesNo => (Value::Flag(number::yes_no(&line)?), None),
        Holds::Source => (Value::Text(source(&line, ctx)?), None),
        Holds::Tags => (Value::List(line.split([',', ';']).map(|tag| tag.trim().to_owned()).collect()), None),
    };
    Ok(Read { value, repair })
}

fn source(text: &str, ctx: &Context) -> Result<String, Flaw> {
    let word = folded(text);
    let known = ctx.sources.iter().find(|(key, words)| *key == word || words.iter().any(|known| *known == word));
    known.map(|(key, _)| key.clone()).ok_or(Flaw::UnknownSource)
}

/// The text to put back into an edit line.
pub fn typed(field: &Field, value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) if field.holds == Holds::Phone => phone::shown(text),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Percent(share) => format!("{} %", share / 100),
        Value::Money(money) => euros(*money),
        Value::Day(day) => day.date().format("%d/%m/%Y").to_string(),
        Value::Flag(flag) => if *flag { "oui" } else { "non" }.to_owned(),
        Value::List(words) => words.join(", "),
    }
}

fn euros(money: Money) -> String {
    format!("{},{:02}", money.cents / 100, money.cents % 100)
}
