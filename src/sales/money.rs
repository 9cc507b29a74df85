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

    /// Whole euros, rounded down.
    pub fn euros(self) -> i64 {
        self.cents / 100
    }
}
