//! Numbers, money, dates, fields and flaws in words.

use super::Voice;
use crate::sales::{
    fact::Value,
    fields::Field,
    moment::{Day, Moment},
    money::Money,
    words::{Flaw, Repair, value},
};

impl Voice {
    /// `1 234,56 €`.
    pub fn amount(&self, money: Money) -> String {
        format!("{},{:02}\u{a0}€", money.cents / 100, money.cents % 100)
    }

    /// `8,4 k€`.
    pub fn amount_short(&self, money: Money) -> String {
        self.amount(money)
    }

    /// `8 400 € HT`.
    pub fn with_tax(&self, money: Money) -> String {
        self.amount(money)
    }

    /// `12 345`.
    pub fn number(&self, number: i64) -> String {
        number.to_string()
    }

    /// Hundredths of a percent: `60 %`.
    pub fn percent(&self, share: u32) -> String {
        format!("{}\u{a0}%", share / 100)
    }

    /// `22/11/2026`.
    pub fn date(&self, day: Day) -> String {
        day.date().format("%d/%m/%Y").to_string()
    }

    /// `auj.`, `hier`, `jeu. 26`, `jeu. 3/12`, `15/12/2027`.
    pub fn day_short(&self, day: Day, _today: Day) -> String {
        self.date(day)
    }

    /// `retard 3 j`.
    pub fn late(&self, days: i32) -> String {
        self.tell("date-late", &[("days", days.into())])
    }

    /// When something is due.
    pub fn due(&self, moment: Moment, today: Day) -> String {
        self.day_short(moment.day, today)
    }

    /// How long ago a day was.
    pub fn ago(&self, day: Day, today: Day) -> String {
        self.day_short(day, today)
    }

    /// A field's value, as shown.
    pub fn value(&self, field: &Field, shown: &Value) -> String {
        value::typed(field, shown)
    }

    /// Why a text was refused.
    pub fn flaw(&self, flaw: &Flaw) -> String {
        format!("{flaw:?}")
    }

    /// What was mended.
    pub fn repair(&self, repair: Repair) -> String {
        format!("{repair:?}")
    }

    /// The label of a field key.
    pub fn field(&self, key: &str) -> String {
        self.say(&format!("field-{}", key.replace('.', "-"))).to_owned()
    }
}
