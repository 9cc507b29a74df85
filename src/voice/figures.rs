//! Numbers, shares and money as each language writes them.

use super::{Language, Voice, Word};
use crate::sales::money::Money;

/// Between groups of three digits in French.
const NARROW: char = '\u{202f}';
/// Before € and % in French.
const FIXED: char = '\u{a0}';

impl Voice {
    /// `1 234,56 €`.
    pub fn amount(&self, money: Money) -> String {
        let cents = format!("{:02}", (money.cents % 100).unsigned_abs());
        let point = if self.language == Language::Fr { ',' } else { '.' };
        self.euros(
            money.cents < 0,
            &format!("{}{point}{cents}", grouped(self.language, (money.cents / 100).unsigned_abs())),
        )
    }

    /// `8,4 k€`, `210 k€`, `1,2 M€`, `840 €`.
    pub fn amount_short(&self, money: Money) -> String {
        let euros = money.cents.unsigned_abs().saturating_add(50) / 100;
        let (divisor, unit) = match euros {
            0..1000 => return self.euros(money.cents < 0, &euros.to_string()),
            1000..999_500 => (1000, "k"),
            _ => (1_000_000, "M"),
        };
        let tenths = (euros * 10 + divisor / 2) / divisor;
        let figures = if tenths >= 1000 { grouped(self.language, (tenths + 5) / 10) } else { self.tenths(tenths) };
        let sign = if money.cents < 0 { "-" } else { "" };
        match self.language {
            Language::Fr => format!("{sign}{figures}{FIXED}{unit}€"),
            Language::En => format!("{sign}€{figures}{unit}"),
        }
    }

    /// `8 400 € HT`; cents only where there are any.
    pub fn with_tax(&self, money: Money) -> String {
        let amount = match money.cents % 100 {
            0 => self.euros(money.cents < 0, &grouped(self.language, (money.cents / 100).unsigned_abs())),
            _ => self.amount(money),
        };
        format!("{amount} {}", self.say(money.tax.text_key()))
    }

    /// `12 345`.
    pub fn number(&self, number: i64) -> String {
        signed(self.language, number)
    }

    /// Hundredths of a percent: `60 %`, `60,5 %`.
    pub fn percent(&self, share: u32) -> String {
        let point = if self.language == Language::Fr { ',' } else { '.' };
        let figures = match (share / 100, share % 100) {
            (whole, 0) => whole.to_string(),
            (whole, rest) if rest % 10 == 0 => format!("{whole}{point}{}", rest / 10),
            (whole, rest) => format!("{whole}{point}{rest:02}"),
        };
        match self.language {
            Language::Fr => format!("{figures}{FIXED}%"),
            Language::En => format!("{figures}%"),
        }
    }

    fn euros(&self, negative: bool, figures: &str) -> String {
        let sign = if negative { "-" } else { "" };
        match self.language {
            Language::Fr => format!("{sign}{figures}{FIXED}€"),
            Language::En => format!("{sign}€{figures}"),
        }
    }

    fn tenths(&self, tenths: u64) -> String {
        let point = if self.language == Language::Fr { ',' } else { '.' };
        if tenths.is_multiple_of(10) {
            (tenths / 10).to_string()
        } else {
            format!("{}{point}{}", tenths / 10, tenths % 10)
        }
    }
}

/// A number with its sign, grouped.
pub(super) fn signed(language: Language, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(language, number.unsigned_abs()))
}

fn grouped(language: Language, number: u64) -> String {
    let digits = number.to_string();
    let between = if language == Language::Fr { NARROW } else { ',' };
    let mut out = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sales::money::Tax;

    #[test]
    fn money_in_both_languages() {
        let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
        for (cents, french, english) in [
            (123_456, "1\u{202f}234,56\u{a0}€", "€1,234.56"),
            (5, "0,05\u{a0}€", "€0.05"),
            (-123_456, "-1\u{202f}234,56\u{a0}€", "-€1,234.56"),
            (-5, "-0,05\u{a0}€", "-€0.05"),
            (100_000_000, "1\u{202f}000\u{202f}000,00\u{a0}€", "€1,000,000.00"),
            (
                i64::MIN,
                "-92\u{202f}233\u{202f}720\u{202f}368\u{202f}547\u{202f}758,08\u{a0}€",
                "-€92,233,720,368,547,758.08",
            ),
        ] {
            assert_eq!(fr.amount(Money::ht(cents)), french);
            assert_eq!(en.amount(Money::ht(cents)), english);
        }
    }

    #[test]
    fn short_money() {
        let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
        for (euros, french, english) in [
            (0, "0\u{a0}€", "€0"),
            (840, "840\u{a0}€", "€840"),
            (999, "999\u{a0}€", "€999"),
            (1000, "1\u{a0}k€", "€1k"),
            (8400, "8,4\u{a0}k€", "€8.4k"),
            (8449, "8,4\u{a0}k€", "€8.4k"),
            (8450, "8,5\u{a0}k€", "€8.5k"),
            (99_960, "100\u{a0}k€", "€100k"),
            (210_400, "210\u{a0}k€", "€210k"),
            (999_600, "1\u{a0}M€", "€1M"),
            (1_250_000, "1,3\u{a0}M€", "€1.3M"),
            (-8400, "-8,4\u{a0}k€", "-€8.4k"),
        ] {
            assert_eq!(fr.amount_short(Money::ht(euros * 100)), french);
            assert_eq!(en.amount_short(Money::ht(euros * 100)), english);
        }
        assert_eq!(fr.amount_short(Money::ht(99_960)), "1\u{a0}k€", "999,60 € is a thousand");
    }

    #[test]
    fn tax_shares_and_numbers() {
        let (fr, en) = (Voice::new(Language::Fr), Voice::new(Language::En));
        assert_eq!(fr.with_tax(Money::ht(840_000)), "8\u{202f}400\u{a0}€ HT");
        assert_eq!(fr.with_tax(Money { cents: 840_050, tax: Tax::Ttc }), "8\u{202f}400,50\u{a0}€ TTC");
        assert_eq!(en.with_tax(Money::ht(840_000)), "€8,400 excl. VAT");
        assert_eq!(
            (fr.percent(6000), fr.percent(6050), fr.percent(3333)),
            ("60\u{a0}%".into(), "60,5\u{a0}%".into(), "33,33\u{a0}%".into())
        );
        assert_eq!(en.percent(6050), "60.5%");
        assert_eq!((fr.number(-1_234_567), en.number(1234)), ("-1\u{202f}234\u{202f}567".into(), "1,234".into()));
    }
}
