//! What is looked for: folded words, or a phone number.

use crate::sales::words::{digits::azerty, fold::folded, phone};

/// A query, ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    /// Folded words, in the order typed.
    pub(super) words: Vec<String>,
    /// The whole query as a number.
    pub(super) number: Option<Number>,
}

/// Digits looked for within E.164 numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Digits without trunk zero or plus.
    pub(super) digits: String,
    /// Typed with a leading zero: a French number begins with them.
    pub(super) trunk: bool,
}

impl Number {
    fn of(text: &str) -> Option<Self> {
        let trunk = text.trim_start().strip_prefix('0').is_some_and(|rest| !rest.starts_with('0'));
        let number = || phone::digits(text).map(|digits| Self { digits, trunk });
        if text.contains(|c: char| c.is_ascii_digit()) { number() } else { None }
    }

    /// As it stands at the beginning of a French number among a row's digits.
    pub(super) fn french(&self) -> Option<String> {
        self.trunk.then(|| format!(" 33{}", self.digits))
    }

    /// Digits that may stand anywhere in a number; too few after a leading zero would be anywhere.
    pub(super) fn anywhere(&self) -> Option<&str> {
        (!self.trunk || self.digits.len() >= 3).then_some(self.digits.as_str())
    }
}

impl Query {
    pub(super) fn of(text: &str) -> Self {
        // one sign alone may be the beginning of a word: `é` of `élodie`
        let unshifted = azerty(text).filter(|digits| digits.len() > 1);
        let text = unshifted.as_deref().unwrap_or(text);
        let words = folded(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { words, number: Number::of(text) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether everything this query finds, the other found too.
    pub(super) fn extends(&self, other: &Self) -> bool {
        let grown = |(longer, shorter): (&String, &String)| longer.starts_with(shorter.as_str());
        self == other
            || (self.words.len() >= other.words.len()
                && self.words.iter().zip(&other.words).all(grown)
                && !self.counts()
                && !other.counts())
    }

    /// A number, or a word of digits that may be part of one.
    fn counts(&self) -> bool {
        self.number.is_some() || self.words.iter().any(|word| number_in(word).is_some())
    }

    pub(super) fn may_be_mistyped(&self) -> bool {
        self.number.is_none() && self.words.iter().all(|word| word.len() >= 3 && number_in(word).is_none())
    }
}

/// A word of digits beside other words: `dupont 0639`.
pub(super) fn number_in(word: &str) -> Option<Number> {
    let digits = word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if digits { Number::of(word) } else { None }
}
