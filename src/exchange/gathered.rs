//! What one row says, put together: fields, remarks, states, oppositions, findings; and what its cells mean together.

use std::sync::Arc;

use crate::sales::{
    entity::Kind,
    fact::{Channel, Value},
    fields::{Field, Holds, field},
    moment::{Day, Moment},
    money::Tax,
    words::{Flaw, value},
};

use super::{
    objection::Objection,
    proposal::{Finding, Found, Refusal},
    repair,
    said::Said,
};

/// Fields with their values, in the order of the file.
pub type Values = Vec<(&'static Field, Value)>;

/// What a row says.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Fields of the person.
    pub contact: Values,
    /// Fields of the company.
    pub company: Values,
    /// Fields of the deal.
    pub deal: Values,
    /// Remarks, and what found no field.
    pub note: String,
    /// States with their words.
    pub said: Vec<Stated>,
    /// Oppositions with their words, and whether they stood in the company's name.
    pub objections: Vec<Raised>,
    /// Times, persons and words around it.
    pub around: Around,
    /// What is worth telling.
    pub findings: Vec<Finding>,
    /// Why the row cannot be recorded.
    pub refusal: Option<Refusal>,
    /// Its deal has a number: who looks after it looks after this deal.
    pub number: bool,
    /// A column that has its field for itself has given the address, or a part of it.
    pub(super) placed: bool,
}

/// A state, its words and their column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What the words mean.
    pub said: Said,
    /// The words.
    pub text: String,
    /// Their column.
    pub column: Arc<str>,
}

/// An opposition and where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// What is opposed.
    pub objection: Objection,
    /// In which words.
    pub wording: String,
    /// In the company's name: it opposes for the company too.
    pub firm: bool,
}

/// Times, persons and words that are no fields.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// When the next step is due.
    pub due: Option<Moment>,
    /// What it is.
    pub todo: String,
    /// Who looks after it.
    pub owner: String,
    /// When it was entered somewhere.
    pub created: Option<Day>,
    /// When it was bought.
    pub bought: Option<Day>,
    /// What a column says about tax.
    pub tax: Option<Tax>,
    /// The currency a column names, where it is not ours, with its header.
    pub currency: Option<(Arc<str>, String)>,
    /// When the last exchange was, with header and text.
    pub last: Option<(Moment, String)>,
    /// What it was.
    pub channel: Option<Channel>,
    /// Why it was lost.
    pub loss: String,
}

impl Gathered {
    pub(super) fn clear(&mut self) {
        for list in [&mut self.contact, &mut self.company, &mut self.deal] {
            list.clear();
        }
        self.note.clear();
        self.said.clear();
        self.objections.clear();
        self.around = Around::default();
        self.findings = Vec::new();
        self.refusal = None;
        self.number = false;
        self.placed = false;
    }

    /// The text of a field of the row.
    pub fn text<'g>(list: &'g Values, key: &str) -> &'g str {
        match list.iter().find(|(field, _)| field.key == key) {
            Some((_, Value::Text(text))) => text,
            _ => "",
        }
    }

    /// Adds a line to the note.
    pub fn remark(&mut self, header: &str, text: &str) {
        if !self.note.is_empty() {
            self.note.push('\n');
        }
        if !header.is_empty() {
            self.note.push_str(header);
            self.note.push_str(" : ");
        }
        self.note.push_str(text);
    }

    pub(super) fn found(&mut self, line: u64, column: &Arc<str>, kind: Found) {
        self.findings.push(Finding { line, column: Arc::clone(column), kind });
    }
}

pub(super) fn put(field: &'static Field, value: Value, row: &mut Gathered) {
    if value == Value::Nothing {
        return;
    }
    let list = match field.about {
        Kind::Contact => &mut row.contact,
        Kind::Company => &mut row.company,
        Kind::Deal => &mut row.deal,
    };
    list.retain(|(known, _)| known.key != field.key);
    list.push((field, value));
}

/// Two columns may say the same; of two stages the further one counts.
pub(super) fn state(new: Stated, row: &mut Gathered) {
    let place = |said: &Said| match said {
        Said::Stage(key) => STAGES.iter().position(|stage| stage == key),
        _ => None,
    };
    let further = |old: &Stated| place(&new.said) <= place(&old.said) && place(&new.said).is_some();
    if row.said.iter().any(|old| old.said == new.said || further(old)) {
        return;
    }
    if place(&new.said).is_some() {
        row.said.retain(|old| place(&old.said).is_none());
    }
    row.said.push(new);
}

/// The shipped stages, the first ones first; others are never weighed.
const STAGES: [&str; 5] = ["lead", "prospect", "opportunity", "quoted", "negotiation"];

/// Of a mobile and a fixed number that stood in one place, each takes its own field.
pub(super) fn by_nature(row: &mut Gathered) {
    let is_mobile = |text: &str| text.starts_with("+336") || text.starts_with("+337");
    let of = |key: &str| Gathered::text(&row.contact, key).to_owned();
    let (phone, mobile) = (of("contact.phone"), of("contact.mobile"));
    if is_mobile(&phone) && !mobile.is_empty() && !is_mobile(&mobile) {
        for (field, value) in &mut row.contact {
            match field.key {
                "contact.phone" => *value = Value::Text(mobile.clone()),
                "contact.mobile" => *value = Value::Text(phone.clone()),
                _ => {}
            }
        }
    }
}

/// `12 rue des Lilas, 44000 Nantes` in one cell: the code and the town have fields of their own.
pub(super) fn address(row: &mut Gathered) {
    for (list, keys) in [
        (&mut row.contact, ["contact.street", "contact.postcode", "contact.town"]),
        (&mut row.company, ["company.street", "company.postcode", "company.town"]),
    ] {
        let has = |key: &str| list.iter().any(|(field, _)| field.key == key);
        if !has(keys[0]) || has(keys[1]) || has(keys[2]) {
            continue;
        }
        let [Some(street), Some(code), Some(town)] = keys.map(field) else { continue };
        if let Some(parts) = repair::address(Gathered::text(list, street.key)) {
            list.retain(|(field, _)| field.key != street.key);
            let parts = [street, code, town].into_iter().zip(parts).filter(|(_, text)| !text.is_empty());
            list.extend(parts.map(|(field, text)| (field, Value::Text(text))));
        }
    }
}

/// An amount in another currency is no amount in ours.
pub(super) fn foreign(line: u64, row: &mut Gathered) {
    let Some((column, currency)) = row.around.currency.take() else { return };
    let Some(at) = row.deal.iter().position(|(field, _)| field.holds == Holds::Amount) else {
        return row.remark(&column, &currency);
    };
    let (field, value) = row.deal.remove(at);
    let text = format!("{} {currency}", value::typed(field, &value).trim_end_matches(" HT").trim_end_matches(" TTC"));
    row.remark(&column, &text);
    row.found(line, &column, Found::Doubtful { flaw: Flaw::NotEuros, text });
}

/// The column about tax has the last word on the amounts of its row.
pub(super) fn taxed(row: &mut Gathered) {
    let Some(tax) = row.around.tax else { return };
    for (_, value) in &mut row.deal {
        if let Value::Money(money) = value {
            money.tax = tax;
        }
    }
}
