//! Amounts as sellers type them.

use crate::sales::money::{Money, Tax};

use super::{
    Flaw, Repair,
    digits::{Notation, scientific, unshifted},
    fold::{folded, unaccented},
    number::ungrouped,
};

/// The most cents an amount may have: ten thousand billion euros.
const MOST: i64 = 1_000_000_000_000_000;

/// What stands after a number, and what it makes of euros; the longest first.
const UNITS: [(&str, i64); 12] = [
    ("millions d'euros", 1_000_000),
    ("milliers d'euros", 1000),
    ("millions", 1_000_000),
    ("million", 1_000_000),
    ("euros", 1),
    ("euro", 1),
    ("keur", 1000),
    ("meur", 1_000_000),
    ("eur", 1),
    ("mille", 1000),
    ("k", 1000),
    ("m", 1_000_000),
];

/// Words before a number that change nothing.
const ABOUT: [&str; 10] = ["budget", "environ", "env.", "env", "autour de", "about", "around", "approx.", "~", "eur "];

/// Signs of other currencies.
const FOREIGN: [&str; 9] = ["$", "£", "¥", "usd", "chf", "gbp", "cad", "xpf", "mad"];

/// An amount in euros: `15 000,00 €`, `8,4 k€`, `12k`, `1.234,56`, `4820,5 TTC`. Without HT or TTC it means `tax`.
pub fn parse(text: &str, tax: Tax) -> Result<Money, Flaw> {
    mended(text, tax).map(|(money, _)| money)
}

/// [`parse`], and what was mended to get there.
pub fn mended(text: &str, tax: Tax) -> Result<(Money, Option<Repair>), Flaw> {
    let azerty = unshifted(text, &[(',', ','), (';', '.'), ('k', 'k'), ('€', '€')]);
    let repair = azerty.is_some().then_some(Repair::Azerty);
    let amount = Amount::of(azerty.as_deref().unwrap_or(text), tax)?;
    match amount.cents(amount.unit.unwrap_or(1)) {
        Err(_) if range(text).is_some() => Err(Flaw::Range),
        Err(flaw) => Err(flaw),
        Ok(cents) => Ok((Money { cents, tax: amount.tax }, repair)),
    }
}

/// A span such as `8–9 k€`, `8 à 9 k€`, `entre 8 000 et 9 000 €`; HT unless it says TTC. Words after a comma are left.
pub fn range(text: &str) -> Option<(Money, Money)> {
    let plain = unaccented(text);
    let clause = plain.split([';', '\n', '?']).next()?.split(", ").next()?.trim();
    let clause = without_words(clause, &ABOUT);
    let clause = without_words(clause, &["entre ", "between ", "de ", "from "]);
    let between = ["–", "—", "-", " a ", " et ", " to ", " and "];
    between.iter().filter_map(|sign| clause.split_once(sign)).find_map(|(low, high)| span(low, high))
}

/// The low end borrows the unit of the high end where it has none and would be lower for it: `8–9 k€`.
fn span(low: &str, high: &str) -> Option<(Money, Money)> {
    let high = Amount::of(high, Tax::Ht).ok()?;
    let low = Amount::of(low, high.tax).ok()?;
    let top = high.cents(high.unit.unwrap_or(1)).ok()?;
    let unit = low.unit.or(high.unit).unwrap_or(1);
    let bottom = low.cents(unit).ok()?;
    let bottom = if bottom > top { low.cents(1).ok()? } else { bottom };
    let money = |cents| Money { cents, tax: high.tax };
    (bottom <= top && bottom >= top / 100).then(|| (money(bottom), money(top)))
}

fn without_words<'a>(text: &'a str, words: &[&str]) -> &'a str {
    words
        .iter()
        .fold(text, |rest, word| rest.strip_prefix(word).map_or(rest, |rest| rest.trim_start_matches([' ', ':'])))
}

/// A number with what was said about it.
struct Amount {
    number: String,
    unit: Option<i64>,
    tax: Tax,
}

impl Amount {
    fn of(text: &str, tax: Tax) -> Result<Self, Flaw> {
        let plain = unaccented(text);
        let rest = without_words(plain.trim(), &ABOUT);
        if FOREIGN.iter().any(|sign| rest.contains(sign)) {
            return Err(Flaw::NotEuros);
        }
        let (rest, tax) = without_tax(rest, tax);
        let (rest, unit) = without_unit(rest);
        // `12 m` may be metres: millions are said with a capital or a currency
        if unit == Some(1_000_000) && !text.contains(['M', '€']) && !plain.contains("mill") && !plain.contains("eur")
        {
            return Err(Flaw::NotAnAmount);
        }
        if rest.starts_with(['-', '−']) || (rest.starts_with('(') && rest.ends_with(')')) {
            return Err(if rest.contains(|c: char| c.is_ascii_digit()) { Flaw::Negative } else { Flaw::NotAnAmount });
        }
        Ok(Self { number: rest.to_owned(), unit, tax })
    }

    fn cents(&self, unit: i64) -> Result<i64, Flaw> {
        match scientific(&self.number) {
            Some(Notation::Whole(digits)) => return cents(&digits, "", unit),
            Some(Notation::Lossy) => return Err(Flaw::ScientificLoss),
            None => {}
        }
        let (whole, decimals) = split(&self.number, unit > 1);
        let whole = if whole.is_empty() && !decimals.is_empty() { Some("0".to_owned()) } else { ungrouped(whole) };
        if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Flaw::NotAnAmount);
        }
        cents(&whole.ok_or(Flaw::NotAnAmount)?, decimals, unit)
    }
}

fn without_tax(text: &str, tax: Tax) -> (&str, Tax) {
    let said = [
        ("h.t.", Tax::Ht),
        ("ht", Tax::Ht),
        ("t.t.c.", Tax::Ttc),
        ("ttc", Tax::Ttc),
        ("excl. vat", Tax::Ht),
        ("excl vat", Tax::Ht),
        ("incl. vat", Tax::Ttc),
        ("incl vat", Tax::Ttc),
    ];
    let found = said.into_iter().find_map(|(word, tax)| Some((text.strip_suffix(word)?.trim_end(), tax)));
    found.unwrap_or((text, tax))
}

fn without_unit(text: &str) -> (&str, Option<i64>) {
    let mut rest = text.trim_matches(|c: char| c == '€' || c.is_whitespace());
    let mut unit = None;
    for (word, times) in UNITS {
        if let Some(before) = rest.strip_suffix(word) {
            rest = before.trim_end_matches(|c: char| c == '€' || c.is_whitespace());
            unit = Some(unit.unwrap_or(1) * times);
        }
    }
    (rest, unit.filter(|times| *times > 1))
}

/// Whole part and decimals. Where both signs occur the last is the decimal one; a lone sign before exactly three digits
/// groups thousands, unless a unit follows or nothing but zero stands before.
fn split(number: &str, has_unit: bool) -> (&str, &str) {
    let Some(last) = number.rfind(['.', ',']) else { return (number, "") };
    let (whole, decimals) = (&number[..last], &number[last + 1..]);
    let sign = number.as_bytes()[last] as char;
    let other = if sign == ',' { '.' } else { ',' };
    let grouped = decimals.len() == 3 && !whole.is_empty() && whole.len() <= 3 && whole != "0" && !has_unit;
    if whole.contains(sign) || (grouped && !whole.contains(other)) { (number, "") } else { (whole, decimals) }
}

/// Rounds half up to the cent.
fn cents(whole: &str, decimals: &str, unit: i64) -> Result<i64, Flaw> {
    let whole: i128 = whole.parse().map_err(|_| Flaw::TooLarge)?;
    let decimals = decimals.get(..decimals.len().min(12)).unwrap_or_default();
    let fraction: i128 = if decimals.is_empty() { 0 } else { decimals.parse().map_err(|_| Flaw::NotAnAmount)? };
    let scale = 10_i128.pow(decimals.len() as u32);
    let scaled = (whole.saturating_mul(scale).saturating_add(fraction)).saturating_mul(i128::from(unit) * 100);
    let cents = (scaled + scale / 2) / scale;
    if cents <= i128::from(MOST) { Ok(cents as i64) } else { Err(Flaw::TooLarge) }
}

/// Whether a text mentions that amounts in it carry tax: headers such as `Montant TTC`.
pub fn says_tax(text: &str) -> Option<Tax> {
    folded(text).split(' ').find_map(|word| match word {
        "ht" => Some(Tax::Ht),
        "ttc" => Some(Tax::Ttc),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn takes_what_sellers_type() {
        for (text, cents) in [
            ("15 000,00 €", 1_500_000),
            ("15\u{202f}000,00\u{a0}€", 1_500_000),
            ("15 000", 1_500_000),
            ("15000", 1_500_000),
            ("14700.50 excl. VAT", 1_470_050),
            ("4820,5", 482_050),
            ("4820.50", 482_050),
            ("4 820,50", 482_050),
            ("1.234,56", 123_456),
            ("1,234.56", 123_456),
            ("1.234", 123_400),
            ("1,234", 123_400),
            ("1.234.567", 123_456_700),
            ("1'234", 123_400),
            ("8,4 k€", 840_000),
            ("8.4k", 840_000),
            ("12k", 1_200_000),
            ("12 K€", 1_200_000),
            ("12 keur", 1_200_000),
            ("1.234k", 123_400),
            ("1,2 M€", 120_000_000),
            ("1,2M", 120_000_000),
            ("2 m€", 200_000_000),
            ("2 millions d'euros", 200_000_000),
            ("8 mille", 800_000),
            ("€ 1 200", 120_000),
            ("1200 EUR", 120_000),
            ("1200 euros", 120_000),
            ("environ 8 k€", 800_000),
            ("~ 8000", 800_000),
            ("0", 0),
            ("0,5", 50),
            (",5", 50),
            ("0.125", 13),
            ("4820,505", 482_051),
            ("15000.0", 1_500_000),
            ("&éà", 12_000),
            ("_,' k€", 840_000),
            ("1,5E+01", 1_500),
        ] {
            assert_eq!(parse(text, Tax::Ht), Ok(Money::ht(cents)), "{text}");
        }
    }

    #[test]
    fn hears_the_tax() {
        for (text, tax) in [
            ("8400", Tax::Ttc),
            ("8400 HT", Tax::Ht),
            ("8 400 € H.T.", Tax::Ht),
            ("8400€ttc", Tax::Ttc),
            ("8,4 k€ TTC", Tax::Ttc),
        ] {
            assert_eq!(parse(text, Tax::Ttc), Ok(Money { cents: 840_000, tax }), "{text}");
        }
        assert_eq!(says_tax("Montant TTC (€)"), Some(Tax::Ttc));
        assert_eq!(says_tax("Montant"), None);
    }

    #[test]
    fn refuses_with_the_reason() {
        for (text, flaw) in [
            ("", Flaw::NotAnAmount),
            ("-", Flaw::NotAnAmount),
            ("à voir", Flaw::NotAnAmount),
            ("€", Flaw::NotAnAmount),
            ("k", Flaw::NotAnAmount),
            ("1 23 4", Flaw::NotAnAmount),
            ("12 bis", Flaw::NotAnAmount),
            ("12 m", Flaw::NotAnAmount),
            ("1,2,3", Flaw::NotAnAmount),
            ("-500", Flaw::Negative),
            ("- 500 €", Flaw::Negative),
            ("(500)", Flaw::Negative),
            ("$500", Flaw::NotEuros),
            ("500 CHF", Flaw::NotEuros),
            ("99999999999999999", Flaw::TooLarge),
            ("9999999999999999999999999999999999999999999999999999", Flaw::TooLarge),
            ("1,5E+04", Flaw::ScientificLoss),
            ("8–9 k€", Flaw::Range),
            ("8 à 9 k€", Flaw::Range),
        ] {
            assert_eq!(parse(text, Tax::Ht), Err(flaw), "{text}");
        }
    }

    #[test]
    fn spans() {
        for (text, low, high) in [
            ("8–9 k€", 800_000, 900_000),
            ("8-9k", 800_000, 900_000),
            ("8 à 9 k€", 800_000, 900_000),
            ("entre 8 et 9 k€", 800_000, 900_000),
            ("de 8 000 à 9 000 €", 800_000, 900_000),
            ("8 000 - 9 k€", 800_000, 900_000),
            ("8k-9k", 800_000, 900_000),
            ("8–9 k€, financement accepté", 800_000, 900_000),
            ("budget 8–9 k€", 800_000, 900_000),
            ("between 8 and 9 k€", 800_000, 900_000),
            ("500-800 €", 50_000, 80_000),
        ] {
            assert_eq!(range(text), Some((Money::ht(low), Money::ht(high))), "{text}");
        }
        assert_eq!(range("8–9 k€ TTC").map(|(low, _)| low.tax), Some(Tax::Ttc));
        for text in ["", "8 k€", "9–8 k€", "-", "a-b", "06-39-98-00-01"] {
            assert_eq!(range(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".*", near in "[0-9 .,kM€HTC–E+'&é-]{0,20}") {
            for text in [text, near] {
                if let Ok(money) = parse(&text, Tax::Ht) {
                    prop_assert!((0..=MOST).contains(&money.cents));
                }
                if let Some((low, high)) = range(&text) {
                    prop_assert!(low.cents <= high.cents);
                }
            }
        }
    }
}
