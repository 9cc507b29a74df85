//! Money in integer cents, each amount marked without tax (HT) or with tax (TTC). Euros only.

use serde::{Deserialize, Serialize};

/// Whether VAT is in the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tax {
    /// Hors taxes: the default for companies.
    Ht,
    /// Toutes taxes comprises: the default for consumers.
    Ttc,
}

/// An amount in cents of a euro.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Cents; negative amounts never enter as facts.
    pub cents: i64,
    /// Without or with tax.
    pub tax: Tax,
}

impl Money {
    /// An amount without tax.
    pub fn ht(cents: i64) -> Self {
        Self { cents, tax: Tax::Ht }
    }

    /// The amount without tax for totals: one with tax counts less the normal rate of 20 % (art. 278 of the CGI), to the
    /// nearest cent. The amount itself keeps what was said.
    pub fn without_tax(self) -> i64 {
        match self.tax {
            Tax::Ht => self.cents,
            Tax::Ttc => (self.cents * 100 + 60) / 120,
        }
    }

    /// Whole euros, rounded down.
    pub fn euros(self) -> i64 {
        self.cents / 100
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_count_without_tax() {
        let ttc = |cents| Money { cents, tax: Tax::Ttc }.without_tax();
        assert_eq!((ttc(1_500_000), ttc(120), ttc(1), ttc(0)), (1_250_000, 100, 1, 0));
        assert_eq!(Money::ht(840_000).without_tax(), 840_000);
    }
}
