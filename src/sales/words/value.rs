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

type Mended<T> = Result<(T, Option<Repair>), Flaw>;

/// Reads a text into the value of a field; an empty text empties the field.
pub fn read(field: &Field, text: &str, ctx: &Context) -> Result<Read, Flaw> {
    plain::bounded(text)?;
    let line = plain::line(text);
    if line.is_empty() {
        return Ok(Read { value: Value::Nothing, repair: None });
    }
    let (value, repair) = match field.holds {
        Holds::Lines => (Value::Text(plain::clean(text).trim().to_owned()), None),
        Holds::Number => whole(&line)?,
        Holds::Percent => mended(number::percent(&line), Value::Percent)?,
        Holds::Amount => mended(amount::mended(&line, ctx.tax), Value::Money)?,
        Holds::Date => mended(date::mended(&line, ctx.today), |moment| Value::Day(moment.day))?,
        Holds::YesNo => (Value::Flag(number::yes_no(&line)?), None),
        Holds::Tags => (tags(text), None),
        _ => mended(words(field.holds, &line, ctx), Value::Text)?,
    };
    let repair = repair.or_else(|| plain::hides(text).then_some(Repair::Invisible));
    Ok(Read { value, repair })
}

/// Kinds of fields that keep a text.
fn words(holds: Holds, line: &str, ctx: &Context) -> Mended<String> {
    match holds {
        Holds::Phone => mended(phone::mended(line), |phone| phone.kept()),
        Holds::Email => Ok((email::parse(line)?, None)),
        Holds::Siren => siren::siren_mended(line),
        Holds::Siret => siren::siret_mended(line),
        Holds::VatNumber => Ok((siren::vat(line)?, None)),
        Holds::Postcode => number::postcode(line),
        Holds::Source => Ok((source(line, ctx)?, None)),
        _ => Ok((line.to_owned(), None)),
    }
}

fn mended<T, V>(read: Mended<T>, value: impl Fn(T) -> V) -> Mended<V> {
    read.map(|(found, repair)| (value(found), repair))
}

/// No shipped number counts below zero.
fn whole(line: &str) -> Mended<Value> {
    match number::whole_mended(line)? {
        (number, _) if number < 0 => Err(Flaw::Negative),
        (number, repair) => Ok((Value::Number(number), repair)),
    }
}

/// The key of a source, from the key itself or any of its words.
pub fn source(text: &str, ctx: &Context) -> Result<String, Flaw> {
    let word = folded(text);
    let known = ctx.sources.iter().find(|(key, words)| folded(key) == word || words.iter().any(|known| *known == word));
    known.map(|(key, _)| key.clone()).ok_or(Flaw::UnknownSource)
}

/// Tags between commas, semicolons, ends of lines or Google's `:::`, each once.
fn tags(text: &str) -> Value {
    let text = plain::clean(text).replace(":::", ",");
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([',', ';', '\n', '|']) {
        let tag = plain::line(tag.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || c == '#')).into_owned();
        if !tag.is_empty() && tags.iter().all(|known| !same(known, &tag)) {
            tags.push(tag);
        }
    }
    if tags.is_empty() { Value::Nothing } else { Value::List(tags) }
}

/// Alike without accents and case; tags made of signs only are compared as they are.
fn same(one: &str, other: &str) -> bool {
    one == other || (folded(one) == folded(other) && !folded(one).is_empty())
}

/// The text to put back into an edit line; read again it gives the same value. An amount says its tax, because what an
/// unmarked one means depends on where it is typed.
pub fn typed(field: &Field, value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) if field.holds == Holds::Phone => phone::shown(text),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Percent(share) => format!("{} %", hundredths(i64::from(*share))),
        Value::Money(money) => euros(*money),
        Value::Day(day) => day.date().format("%d/%m/%Y").to_string(),
        Value::Flag(flag) => if *flag { "oui" } else { "non" }.to_owned(),
        Value::List(words) => words.join(", "),
    }
}

fn euros(money: Money) -> String {
    let tax = match money.tax {
        Tax::Ht => "HT",
        Tax::Ttc => "TTC",
    };
    let figures = match money.cents % 100 {
        0 => (money.cents / 100).to_string(),
        _ => format!("{},{:02}", money.cents / 100, (money.cents % 100).abs()),
    };
    format!("{figures} {tax}")
}

/// `60`, `60,5`, `33,33`.
fn hundredths(share: i64) -> String {
    match (share / 100, share % 100) {
        (whole, 0) => whole.to_string(),
        (whole, rest) if rest % 10 == 0 => format!("{whole},{}", rest / 10),
        (whole, rest) => format!("{whole},{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sales::fields::{FIELDS, field};

    fn sources() -> Vec<(String, Vec<String>)> {
        vec![("fair".into(), vec!["salon".into(), "foire".into()]), ("cold_call".into(), vec!["appel a froid".into()])]
    }

    fn reading(key: &str, text: &str) -> Result<(Value, Option<Repair>), Flaw> {
        let sources = sources();
        let ctx = Context { today: "2026-11-22".parse().unwrap(), tax: Tax::Ht, sources: &sources };
        read(field(key).unwrap(), text, &ctx).map(|read| (read.value, read.repair))
    }

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    #[test]
    fn every_kind_of_field() {
        for (key, given, value, repair) in [
            ("contact.given_name", "  Zoé ", text("Zoé"), None),
            ("contact.given_name", "Zo\u{200b}e\u{301}", text("Zoé"), Some(Repair::Invisible)),
            ("contact.note", "un\r\ndeux ", text("un\ndeux"), None),
            ("contact.phone", "0639980001", text("+33639980001"), None),
            ("contact.phone", "6,39980003E+08", text("+33639980003"), Some(Repair::Scientific)),
            ("contact.mobile", "639980001", text("+33639980001"), Some(Repair::LeadingZero)),
            ("company.phone", "01 99 00 00 01 poste 12", text("+33199000001;ext=12"), None),
            ("contact.email", "ERIC@moreau-elec.example", text("eric@moreau-elec.example"), None),
            ("contact.postcode", "1000", text("01000"), Some(Repair::Postcode)),
            ("contact.source", "Salon", text("fair"), None),
            ("contact.source", "cold_call", text("cold_call"), None),
            ("contact.source", "Appel à froid", text("cold_call"), None),
            ("contact.consumer", "oui", Value::Flag(true), None),
            ("contact.tags", "vip; Nantes, VIP", Value::List(vec!["vip".into(), "Nantes".into()]), None),
            (
                "contact.tags",
                "Prospects ::: * myContacts",
                Value::List(vec!["Prospects".into(), "myContacts".into()]),
                None,
            ),
            ("contact.tags", " ;, ", Value::Nothing, None),
            ("company.siren", "732 829 320", text("732829320"), None),
            ("company.siret", "00001010800017", text("00001010800017"), None),
            ("company.vat_number", "FR 44 732829320", text("FR44732829320"), None),
            ("company.size", "1 200", Value::Number(1200), None),
            ("deal.amount", "15 000,00 €", Value::Money(Money::ht(1_500_000)), None),
            ("deal.amount", "4820,5 TTC", Value::Money(Money { cents: 482_050, tax: Tax::Ttc }), None),
            ("deal.probability", "60 %", Value::Percent(6000), None),
            ("deal.probability", "0,9", Value::Percent(9000), Some(Repair::PercentOfOne)),
            ("deal.closing", "05/01/2027", Value::Day("2027-01-05".parse().unwrap()), None),
            ("deal.closing", "46027", Value::Day("2026-01-05".parse().unwrap()), Some(Repair::SerialDay)),
            ("deal.closing", "   ", Value::Nothing, None),
            ("deal.title", "\x1b[31mBardage\x1b[0m", text("Bardage"), Some(Repair::Invisible)),
        ] {
            assert_eq!(reading(key, given), Ok((value, repair)), "{key} {given:?}");
        }
    }

    #[test]
    fn refusals_say_why() {
        for (key, given, flaw) in [
            ("contact.phone", "à rappeler", Flaw::NotAPhone),
            ("contact.email", "marie", Flaw::NotAnEmail),
            ("contact.source", "bouche à oreille", Flaw::UnknownSource),
            ("contact.consumer", "peut-être", Flaw::NotYesNo),
            ("company.siret", "1,98770001E+13", Flaw::ScientificLoss),
            ("company.siret", "MONACOCONFO001", Flaw::SiretLength),
            ("company.size", "-3", Flaw::Negative),
            ("company.size", "beaucoup", Flaw::NotANumber),
            ("deal.amount", "-5", Flaw::Negative),
            ("deal.closing", "31/02/2027", Flaw::NoSuchDay { day: 31, month: 2, year: 2027 }),
            ("deal.probability", "150 %", Flaw::NotAPercent),
        ] {
            assert_eq!(reading(key, given), Err(flaw), "{key} {given}");
        }
        assert_eq!(reading("contact.note", &"é".repeat(40_000)), Err(Flaw::TooLong { max: 65_536 }));
    }

    #[test]
    fn typed_as_people_write() {
        for (key, value, line) in [
            ("contact.phone", text("+33639980001"), "06 39 98 00 01"),
            ("deal.amount", Value::Money(Money::ht(123_456)), "1234,56 HT"),
            ("deal.amount", Value::Money(Money { cents: 840_000, tax: Tax::Ttc }), "8400 TTC"),
            ("deal.closing", Value::Day("2027-01-05".parse().unwrap()), "05/01/2027"),
            ("deal.probability", Value::Percent(6050), "60,5 %"),
            ("contact.tags", Value::List(vec!["vip".into(), "Nantes".into()]), "vip, Nantes"),
        ] {
            assert_eq!(typed(field(key).unwrap(), &value), line);
        }
    }

    proptest! {
        #[test]
        fn what_was_read_is_read_again_from_its_edit_line(
            at in 0..FIELDS.len(), ttc: bool, today in 693_596i32..800_000,
            given in prop_oneof![".*", "[0-9]{1,14}", "[0-9 ]{1,9}[.,][0-9]{1,3}( ?k?€)?", "0[1-9]([ .]?[0-9]{2}){4}",
                "[0-9]{1,2}/[0-9]{1,2}(/20[0-9]{2})?", "(oui|non|salon|x)", "[a-z]{1,5}@[a-z]{1,5}\\.example", "[0-9]{1,3} ?%"],
        ) {
            let sources = sources();
            let ctx = Context { today: Day(today), tax: if ttc { Tax::Ttc } else { Tax::Ht }, sources: &sources };
            let other = Context { tax: if ttc { Tax::Ht } else { Tax::Ttc }, ..ctx };
            if let Ok(first) = read(&FIELDS[at], &given, &ctx) {
                let again = read(&FIELDS[at], &typed(&FIELDS[at], &first.value), &other);
                prop_assert_eq!(again, Ok(Read { value: first.value, repair: None }));
            }
        }

        #[test]
        fn any_amount_day_or_share_survives_its_edit_line(cents in 0i64..1_000_000_000_000_000, share in 0u32..=10_000, day in 693_962i32..803_500) {
            let ctx = Context { today: Day(740_000), tax: Tax::Ht, sources: &[] };
            for (key, value) in [
                ("deal.amount", Value::Money(Money { cents, tax: Tax::Ttc })),
                ("deal.probability", Value::Percent(share)),
                ("deal.closing", Value::Day(Day(day))),
                ("company.size", Value::Number(cents)),
            ] {
                let field = field(key).unwrap();
                prop_assert_eq!(read(field, &typed(field, &value), &ctx), Ok(Read { value, repair: None }));
            }
        }
    }
}
