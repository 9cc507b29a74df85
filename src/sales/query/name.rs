//! How a query says what it looks at and against what, in French and in English: one word each, read back as the same.

use super::{
    tree::{Derived, Subject, Wanted, When},
    vocabulary::Vocabulary,
};
use crate::sales::{
    fact::Temperature,
    fields::FIELDS,
    moment::Day,
    playbook::{Label, Playbook},
    status::Status,
    template::Tongue,
};

/// Readings, in French and in English.
pub(super) const READINGS: [(Derived, [&str; 2]); 14] = [
    (Derived::Status, ["statut", "status"]),
    (Derived::Temperature, ["température", "temperature"]),
    (Derived::Score, ["score", "score"]),
    (Derived::Stage, ["étape", "stage"]),
    (Derived::Next, ["relance", "next"]),
    (Derived::Owner, ["responsable", "owner"]),
    (Derived::Exchange, ["échange", "exchange"]),
    (Derived::Sign, ["signe", "sign"]),
    (Derived::Purchase, ["achat", "purchase"]),
    (Derived::Since, ["depuis", "since"]),
    (Derived::Created, ["créé", "created"]),
    (Derived::Qualified, ["qualifié", "qualified"]),
    (Derived::Stepless, ["délaissé", "stray"]),
    (Derived::Loss, ["perdu", "lost"]),
];

/// Fields of the catalogue, those asked for most first.
pub(super) const NAMES: [(&str, [&str; 2]); 44] = [
    ("contact.town", ["ville", "town"]),
    ("contact.tags", ["étiquette", "tag"]),
    ("deal.amount", ["montant", "amount"]),
    ("contact.source", ["source", "source"]),
    ("company.name", ["société", "company"]),
    ("company.sector", ["secteur", "sector"]),
    ("contact.job", ["fonction", "job"]),
    ("contact.family_name", ["nom", "last-name"]),
    ("contact.given_name", ["prénom", "first-name"]),
    ("contact.email", ["mail", "email"]),
    ("contact.phone", ["téléphone", "phone"]),
    ("contact.mobile", ["portable", "mobile"]),
    ("contact.postcode", ["cp", "postcode"]),
    ("contact.street", ["adresse", "address"]),
    ("contact.country", ["pays", "country"]),
    ("contact.consumer", ["particulier", "consumer"]),
    ("contact.civility", ["civilité", "salutation"]),
    ("contact.note", ["note", "note"]),
    ("deal.title", ["affaire", "deal"]),
    ("deal.closing", ["échéance", "closing"]),
    ("deal.start", ["démarrage", "start"]),
    ("deal.probability", ["probabilité", "probability"]),
    ("deal.competitor", ["concurrent", "competitor"]),
    ("deal.note", ["note-affaire", "deal-note"]),
    ("company.size", ["effectif", "employees"]),
    ("company.siren", ["siren", "siren"]),
    ("company.siret", ["siret", "siret"]),
    ("company.vat_number", ["tva", "vat"]),
    ("company.naf", ["naf", "naf"]),
    ("company.phone", ["standard", "company-phone"]),
    ("company.email", ["mail-société", "company-email"]),
    ("company.website", ["site", "website"]),
    ("company.street", ["adresse-société", "company-street"]),
    ("company.postcode", ["cp-société", "company-zip"]),
    ("company.town", ["ville-société", "company-city"]),
    ("contact.archived", ["archivé", "archived"]),
    ("company.archived", ["entreprise-archivée", "company-archived"]),
    ("deal.archived", ["affaire-archivée", "deal-archived"]),
    ("deal.framework", ["grille-de-qualification", "qualification-framework"]),
    ("contact.reference", ["référence-du-contact", "contact-reference"]),
    ("company.reference", ["référence-de-l-entreprise", "company-reference"]),
    ("deal.reference", ["référence-de-l-affaire", "deal-reference"]),
    ("deal.contact_reference", ["contact-attendu", "awaited-contact"]),
    ("deal.company_reference", ["entreprise-attendue", "awaited-company"]),
];

pub(super) const STATUSES: [(Status, [&str; 2]); 5] = [
    (Status::Lead, ["lead", "lead"]),
    (Status::Prospect, ["prospect", "prospect"]),
    (Status::Intermediary, ["intermédiaire", "intermediary"]),
    (Status::Client, ["client", "client"]),
    (Status::Lapsed, ["ancien", "lapsed"]),
];

pub(super) const TEMPERATURES: [(Temperature, [&str; 2]); 3] = [
    (Temperature::Cold, ["froid", "cold"]),
    (Temperature::Warm, ["tiède", "warm"]),
    (Temperature::Hot, ["chaud", "hot"]),
];

/// Days named by words.
pub(super) const DAYS: [(i32, [&str; 2]); 3] =
    [(0, ["aujourd'hui", "today"]), (1, ["demain", "tomorrow"]), (-1, ["hier", "yesterday"])];

/// What names a query that was kept, in both languages.
pub(super) const SEGMENT: &str = "segment";

/// No value.
pub(super) const EMPTY: [&str; 2] = ["vide", "empty"];

/// Yes, then no.
pub(super) const FLAGS: [[&str; 2]; 2] = [["oui", "yes"], ["non", "no"]];

/// The one of two words that is of a language.
pub(super) fn said(words: [&'static str; 2], tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Fr => words[0],
        Tongue::En => words[1],
    }
}

fn of<T: Copy + PartialEq>(table: &[(T, [&'static str; 2])], what: T, tongue: Tongue) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == what).map(|(_, words)| said(*words, tongue))
}

/// The word of a subject.
pub(super) fn subject(subject: &Subject, tongue: Tongue) -> String {
    let word = match subject {
        Subject::Derived(derived) => of(&READINGS, *derived, tongue),
        Subject::Field(row) => {
            let key = FIELDS.get(usize::from(*row)).map_or("", |field| field.key);
            NAMES.iter().find(|(known, _)| *known == key).map(|(_, words)| said(*words, tongue)).or(Some(key))
        }
        Subject::Custom(key) => return key.clone(),
    };
    word.unwrap_or_default().to_owned()
}

/// What a test compares with, as it is typed.
pub(super) fn value(test: (&Subject, &Wanted), playbook: &Playbook, tongue: Tongue) -> String {
    match test.1 {
        Wanted::Text(words) if words.is_empty() => "-".to_owned(),
        Wanted::Text(words) => quoted(words),
        Wanted::Key(key) => quoted(&listed(test.0, key, playbook, tongue)),
        Wanted::Digits(digits) => number(digits),
        Wanted::Number(number) => number.to_string(),
        Wanted::Percent(share) => format!("{}.{:02}%", share / 100, share % 100),
        Wanted::Cents(cents) if cents % 100 == 0 => (cents / 100).to_string(),
        Wanted::Cents(cents) => format!("{}.{:02}", cents / 100, cents % 100),
        Wanted::When(when) => self::when(*when, tongue),
        Wanted::Flag(yes) => said(FLAGS[usize::from(!yes)], tongue).to_owned(),
        Wanted::Filled(true) => "*".to_owned(),
        Wanted::Filled(false) => said(EMPTY, tongue).to_owned(),
        Wanted::Status(status) => of(&STATUSES, *status, tongue).unwrap_or_default().to_owned(),
        Wanted::Temperature(heat) => of(&TEMPERATURES, *heat, tongue).unwrap_or_default().to_owned(),
        Wanted::Stage(at) => stage(*at, playbook, tongue),
    }
}

/// Words as one value.
pub(super) fn quoted(words: &str) -> String {
    if words.contains(char::is_whitespace) { format!("\"{words}\"") } else { words.to_owned() }
}

/// A name of the settings as it is typed.
pub(super) fn label(label: &Label, tongue: Tongue) -> String {
    match tongue {
        Tongue::Fr => label.fr.to_lowercase(),
        Tongue::En => label.en.to_lowercase(),
    }
}

/// The name of a stage where it is read back as this one, else its key.
pub(super) fn stage(at: usize, playbook: &Playbook, tongue: Tongue) -> String {
    let Some(stage) = playbook.stages().get(at) else { return String::new() };
    let name = label(&stage.label, tongue);
    let same = Vocabulary::new(playbook).stage(&name) == Ok(Wanted::Stage(at)) && !name.contains('"');
    quoted(if same { &name } else { &stage.key })
}

/// The name of a source or a reason for a loss where it is read back as this one, else its key.
fn listed(subject: &Subject, key: &str, playbook: &Playbook, tongue: Tongue) -> String {
    let words = Vocabulary::new(playbook);
    let loss = *subject == Subject::Derived(Derived::Loss);
    let label_of = |list_key: &str, known: &Label| (list_key == key).then(|| label(known, tongue));
    let name = if loss {
        playbook.losses().iter().find_map(|loss| label_of(&loss.key, &loss.label))
    } else {
        playbook.sources().iter().find_map(|source| label_of(&source.key, &source.label))
    };
    let read = |name: &String| if loss { words.loss(name) } else { words.source(name) };
    let wanted = Ok(Wanted::Key(key.to_owned()));
    name.filter(|name| read(name) == wanted && !name.contains('"')).unwrap_or_else(|| key.to_owned())
}

/// A number as the French dial it.
fn number(digits: &str) -> String {
    match digits {
        "" => "-".to_owned(),
        digits if digits.starts_with('0') || (digits.starts_with("33") && digits.len() == 11) => format!("+{digits}"),
        digits => format!("0{digits}"),
    }
}

fn when(when: When, tongue: Tongue) -> String {
    let (from, to) = match when {
        When::Relative(days) => {
            let sign = said(["j", "d"], tongue);
            return of(&DAYS, days, tongue).map_or_else(|| format!("{days}{sign}"), str::to_owned);
        }
        When::Fixed(from, to) => (from, to),
    };
    let date = from.date();
    let of_year = |format: &str| date.format(format).to_string();
    if from == to {
        let usual = (Day::of(1900, 1, 1)..=Day::of(2200, 12, 31)).contains(&Some(from));
        return if tongue == Tongue::Fr && usual { of_year("%d/%m/%Y") } else { from.to_string() };
    }
    if to.since(from) > 31 { of_year("%Y") } else { of_year("%m/%Y") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sales::fields;

    #[test]
    fn every_name_is_read_back_as_what_it_names() {
        let playbook = Playbook::shipped();
        let words = Vocabulary::new(&playbook);
        for (derived, names) in READINGS {
            names.iter().for_each(|name| assert_eq!(words.subject(name), Some(Subject::Derived(derived)), "{name}"));
        }
        for (key, names) in NAMES {
            let row = fields::row(key).unwrap();
            names.iter().for_each(|name| assert_eq!(words.subject(name), Some(Subject::Field(row)), "{name}"));
        }
        assert!(FIELDS.iter().all(|field| NAMES.iter().any(|(key, _)| *key == field.key)), "every field has its name");
    }

    #[test]
    fn every_value_is_read_back_as_itself() {
        let playbook = Playbook::shipped();
        let words = Vocabulary::new(&playbook);
        for (status, names) in STATUSES {
            names.iter().for_each(|name| assert_eq!(words.status(name), Ok(Wanted::Status(status))));
        }
        for (heat, names) in TEMPERATURES {
            names.iter().for_each(|name| assert_eq!(words.temperature(name), Ok(Wanted::Temperature(heat))));
        }
    }
}
