//! What a variable of a letter stands for: a field of the person, the firm or the deal, something of its last quote, or
//! the seller. Named in French or in English, accents and signs apart.

use crate::sales::{
    case::Case,
    deal::Quote,
    fact::Value,
    fields::{self, FIELDS, folded},
    moment::Day,
    playbook::Playbook,
};

/// Who writes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seller {
    /// Who sits here.
    pub name: String,
    /// The firm; empty where the settings do not say.
    pub firm: String,
    /// What stands below a letter; empty: the name, and the firm below it.
    pub signature: String,
}

/// Everything a letter is written from.
#[derive(Clone, Copy, Debug)]
pub struct Pen<'a> {
    /// To whom, about what.
    pub case: Case<'a>,
    /// By whom.
    pub seller: &'a Seller,
    /// The firm's settings, which know its own fields.
    pub playbook: &'a Playbook,
    /// The day.
    pub today: Day,
}

impl Pen<'_> {
    /// What the variable of a name stands for; nothing where there is none, or nothing is known.
    pub fn worth(&self, name: &str) -> Option<Worth> {
        Variable::named(name, self.playbook)?.worth(&self.case, self.seller, self.today)
    }
}

/// A variable.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Variable {
    /// `Madame Lefèvre`
    Salutation,
    /// The number of the last quote.
    Quote,
    /// The day it was sent.
    QuoteDate,
    /// Until when it holds.
    QuoteUntil,
    /// Its amount, else the deal's.
    Amount,
    /// The day of the letter.
    Today,
    /// Who writes.
    Seller,
    /// Their firm.
    Firm,
    /// What stands below.
    Signature,
    /// A field of the catalogue, or of the firm's own.
    Field(String),
}

/// What it stands for, to be put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// How somebody is addressed: civility as it is kept, given name, family name.
    Person(String, String, String),
    /// The value of the field of a key.
    Field(String, Value),
}

const NAMES: [(&str, Variable); 20] = [
    ("salutation", Variable::Salutation),
    ("devis", Variable::Quote),
    ("numero du devis", Variable::Quote),
    ("quote", Variable::Quote),
    ("quote number", Variable::Quote),
    ("date du devis", Variable::QuoteDate),
    ("date devis", Variable::QuoteDate),
    ("quote date", Variable::QuoteDate),
    ("validite", Variable::QuoteUntil),
    ("valid until", Variable::QuoteUntil),
    ("montant", Variable::Amount),
    ("amount", Variable::Amount),
    ("aujourd hui", Variable::Today),
    ("today", Variable::Today),
    ("vendeur", Variable::Seller),
    ("seller", Variable::Seller),
    ("notre societe", Variable::Firm),
    ("our firm", Variable::Firm),
    ("our company", Variable::Firm),
    ("signature", Variable::Signature),
];

impl Variable {
    /// The variable of a name; nothing where there is none.
    fn named(name: &str, playbook: &Playbook) -> Option<Self> {
        let name = folded(name);
        let name = name.trim();
        if let Some((_, variable)) = NAMES.iter().find(|(known, _)| *known == name) {
            return Some(variable.clone());
        }
        let own = playbook.fields().iter().find(|own| own.words.iter().any(|word| word == name));
        let known = || FIELDS.iter().find(|field| field.words.contains(&name)).map(|field| field.key);
        own.map(|own| own.key.clone()).or_else(|| known().map(str::to_owned)).map(Self::Field)
    }

    /// What it stands for.
    fn worth(&self, case: &Case<'_>, seller: &Seller, today: Day) -> Option<Worth> {
        let text = |text: &str| (!text.is_empty()).then(|| Value::Text(text.to_owned()));
        let quote = || last_quote(case);
        let value = match self {
            Self::Salutation => return Some(addressed(case)),
            Self::Quote => quote().and_then(|quote| text(&quote.number)),
            Self::QuoteDate => quote().and_then(|quote| quote.sent).map(Value::Day),
            Self::QuoteUntil => quote().and_then(|quote| quote.valid_until).map(Value::Day),
            Self::Amount => quote().and_then(|quote| quote.amount).or(case.deal.amount()).map(Value::Money),
            Self::Today => Some(Value::Day(today)),
            Self::Seller => text(&seller.name),
            Self::Firm => text(&seller.firm),
            Self::Signature => text(&signature(seller)),
            Self::Field(key) => field(case, key).cloned(),
        };
        let key = if let Self::Field(key) = self { key.clone() } else { String::new() };
        value.map(|value| Worth::Field(key, value))
    }
}

/// The last quote that went out.
fn last_quote<'a>(case: &Case<'a>) -> Option<&'a Quote> {
    case.deal.quotes.iter().filter(|quote| quote.sent.is_some()).max_by_key(|quote| quote.sent)
}

fn addressed(case: &Case<'_>) -> Worth {
    let of = |key: &str| case.text(key).trim().to_owned();
    Worth::Person(of("contact.civility"), of("contact.given_name"), of("contact.family_name"))
}

fn signature(seller: &Seller) -> String {
    let lines = [seller.name.as_str(), seller.firm.as_str()].into_iter().filter(|line| !line.is_empty());
    if seller.signature.is_empty() { lines.collect::<Vec<_>>().join("\n") } else { seller.signature.clone() }
}

/// A field's value; the firm's town stands in for the person's, and so on.
fn field<'a>(case: &Case<'a>, key: &str) -> Option<&'a Value> {
    let of_firm = || {
        let key = format!("company.{}", key.strip_prefix("contact.")?);
        case.value(fields::field(&key)?.key)
    };
    case.value(key).or_else(of_firm)
}
