//! Why a reading is what it is: a text key and the values its sentence names. Putting it into words is
//! the voice's task; no sentence lives here.

use super::{
    moment::{Day, Hour},
    money::Money,
};

/// A reason ready for the voice: a text key and what its sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Key of the text (`because-…`, `law-…`, `missing-…`, `query-…`).
    pub key: &'static str,
    /// The values by the name the text gives them.
    pub values: Vec<(&'static str, Given)>,
}

/// A value a sentence names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Words as they are: the customer's, a town, a label.
    Text(String),
    /// A number.
    Number(i64),
    /// A day.
    Day(Day),
    /// A time of day.
    Hour(Hour),
    /// An amount.
    Money(Money),
    /// Another text's key (`channel-call`, `field-contact-town`): said in the reader's language.
    Key(String),
    /// A reason within a reason.
    Reason(Box<Reason>),
    /// A label of the settings, in both languages.
    Label(super::playbook::Label),
}

impl Reason {
    /// A reason without values.
    pub fn plain(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// The same reason naming one more value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Given>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

/// The key of a field's label: `field-contact-given_name`; the firm's own fields go by their name.
pub fn field_key(key: &str) -> Given {
    match key.strip_prefix("custom.") {
        Some(own) => Given::Text(own.to_owned()),
        None => Given::Key(format!("field-{}", key.replace('.', "-"))),
    }
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Day> for Given {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<Money> for Given {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Reason> for Given {
    fn from(reason: Reason) -> Self {
        Self::Reason(Box::new(reason))
    }
}

impl From<super::playbook::Label> for Given {
    fn from(label: super::playbook::Label) -> Self {
        Self::Label(label)
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl From<$number> for Given {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}

numbers!(u8, u16, u32, i32, i64);
