//! The one catalogue of plain fields. It drives forms, columns, import headers, export, query words and labels.
//! Labels are texts `field-contact-given_name`… of [`crate::voice`]; no sentence lives here.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{entity::Kind, fact::Value, moment::Day, money::Money};

/// What a field holds, and so how text is read into it and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One line of words.
    Line,
    /// Several lines.
    Lines,
    /// A name: letters kept as typed.
    Name,
    /// A phone number, kept as E.164.
    Phone,
    /// An e-mail address.
    Email,
    /// 9 digits with a key.
    Siren,
    /// 14 digits with a key.
    Siret,
    /// An intra-community VAT number.
    VatNumber,
    /// A post code.
    Postcode,
    /// A whole number.
    Number,
    /// A share.
    Percent,
    /// An amount.
    Amount,
    /// A day.
    Date,
    /// Yes or no.
    YesNo,
    /// Where the contact came from: a key of the playbook's `sources`.
    Source,
    /// Several words.
    Tags,
}

/// A row of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Key in facts, for ever: `contact.phone`.
    pub key: &'static str,
    /// Whose field it is.
    pub about: Kind,
    /// What it holds.
    pub holds: Holds,
    /// How files and queries name it: folded (lower case, no accents, no signs, words joined by one space).
    pub words: &'static [&'static str],
}

/// Index into [`FIELDS`].
pub type Row = u16;

macro_rules! catalogue {
    ($($about:ident $name:literal $holds:ident [$($word:literal),*];)*) => {
        /// Every known field. Rows are only appended: snapshots name them by index.
        pub static FIELDS: &[Field] = &[$(Field { key: $name, about: Kind::$about, holds: Holds::$holds, words: &[$($word),*] }),*];
    };
}

catalogue! {
    Contact "contact.civility" Line ["civilite", "titre", "title", "salutation", "mr mme", "prefix", "name prefix"];
    Contact "contact.given_name" Name ["prenom", "first name", "given name", "firstname"];
    Contact "contact.family_name" Name ["nom", "nom de famille", "last name", "family name", "surname", "lastname"];
    Contact "contact.job" Line ["fonction", "poste", "job", "job title", "metier", "organization title", "role"];
    Contact "contact.phone" Phone ["telephone", "tel", "phone", "telephone fixe", "fixe", "business phone", "phone 1 value", "phone number", "work phone", "tel fixe", "numero de telephone", "numero"];
    Contact "contact.mobile" Phone ["mobile", "portable", "gsm", "mobile phone", "tel portable", "telephone portable", "cell", "tel mobile"];
    Contact "contact.email" Email ["mel", "mail", "email", "e mail", "courriel", "adresse mail", "adresse e mail", "e mail address", "email address", "e mail 1 value", "work email"];
    Contact "contact.street" Line ["adresse", "rue", "street", "address", "business street", "adresse 1"];
    Contact "contact.postcode" Postcode ["cp", "code postal", "postcode", "zip", "postal code", "zip code", "business postal code"];
    Contact "contact.town" Line ["ville", "town", "city", "commune", "localite", "business city"];
    Contact "contact.country" Line ["pays", "country", "business country region"];
    Contact "contact.source" Source ["source", "origine", "provenance", "lead source", "canal", "original source"];
    Contact "contact.consumer" YesNo ["particulier", "consumer", "consommateur"];
    Contact "contact.tags" Tags ["etiquette", "etiquettes", "tags", "tag", "labels", "categorie", "categories"];
    Contact "contact.note" Lines ["commentaire", "commentaires", "note", "notes", "remarque", "remarques", "observations", "description", "comment"];
    Company "company.name" Name ["societe", "entreprise", "company", "raison sociale", "organisation", "organization", "company name", "account", "account name", "organization name", "client", "compte", "associated company"];
    Company "company.siren" Siren ["siren"];
    Company "company.siret" Siret ["siret", "n siret", "numero siret"];
    Company "company.vat_number" VatNumber ["tva", "tva intracommunautaire", "n tva", "vat", "vat number", "numero de tva"];
    Company "company.naf" Line ["naf", "ape", "code naf", "code ape"];
    Company "company.sector" Line ["secteur", "secteur d activite", "activite", "sector", "industry"];
    Company "company.size" Number ["effectif", "effectifs", "taille", "salaries", "employees", "number of employees", "no of employees", "nombre de salaries", "size"];
    Company "company.phone" Phone ["standard", "telephone societe", "company phone", "company main phone"];
    Company "company.email" Email ["mail societe", "company email"];
    Company "company.website" Line ["site", "site web", "site internet", "website", "web page", "url"];
    Company "company.street" Line ["adresse societe", "company street"];
    Company "company.postcode" Postcode ["cp societe", "company zip"];
    Company "company.town" Line ["ville societe", "company city"];
    Deal "deal.title" Name ["affaire", "projet", "opportunite", "deal", "deal name", "opportunity", "intitule", "objet", "besoin", "deal title", "produit"];
    Deal "deal.amount" Amount ["montant", "montant ht", "montant ttc", "amount", "ca", "valeur", "value", "montant estime", "deal value", "budget", "close value", "prix"];
    Deal "deal.closing" Date ["date de cloture", "echeance", "closing", "close date", "date de signature", "signature prevue", "expected close date"];
    Deal "deal.start" Date ["date de debut", "debut souhaite", "start", "start date", "demarrage"];
    Deal "deal.probability" Percent ["probabilite", "proba", "probability", "chance", "taux"];
    Deal "deal.competitor" Line ["concurrent", "competitor", "concurrence"];
    Deal "deal.note" Lines ["note affaire", "deal note"];
    Contact "contact.archived" YesNo ["archive", "archivee", "archived", "mis de cote"];
    Company "company.archived" YesNo ["entreprise archivee", "societe archivee", "company archived"];
    Deal "deal.archived" YesNo ["affaire archivee", "deal archived"];
    Deal "deal.framework" Line ["grille de qualification", "methode de qualification", "qualification framework"];
    Contact "contact.reference" Line ["reference du contact", "contact reference"];
    Company "company.reference" Line ["reference de l entreprise", "company reference"];
    Deal "deal.reference" Line ["reference de l affaire", "deal reference"];
    Deal "deal.contact_reference" Line ["contact attendu", "awaited contact"];
    Deal "deal.company_reference" Line ["entreprise attendue", "awaited company"];
}

/// The row of a key.
pub fn row(key: &str) -> Option<Row> {
    FIELDS.iter().position(|field| field.key == key).map(|at| at as Row)
}

/// The field of a key.
pub fn field(key: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.key == key)
}

/// How a field of the firm's own is read and shown; its key and its words are the settings'.
pub fn own(about: Kind, holds: Holds) -> Field {
    Field { key: "custom", about, holds, words: &[] }
}

/// The plain fields of one entity: known ones by row, custom ones by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    known: Vec<(Row, Value)>,
    custom: Vec<(String, Value)>,
}

impl Fields {
    /// The value under a key, if one is set.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match row(key) {
            Some(row) => self.known.iter().find(|(at, _)| *at == row).map(|(_, value)| value),
            None => self.custom.iter().find(|(name, _)| name == key).map(|(_, value)| value),
        }
    }

    /// Sets or, with [`Value::Nothing`], empties a field.
    pub fn set(&mut self, key: &str, value: Value) {
        match row(key) {
            Some(row) => put(&mut self.known, row, value),
            None => put(&mut self.custom, key.to_owned(), value),
        }
    }

    /// All set fields with their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        let known =
            self.known.iter().filter_map(|(row, value)| FIELDS.get(*row as usize).map(|field| (field.key, value)));
        known.chain(self.custom.iter().map(|(name, value)| (name.as_str(), value)))
    }

    /// Words under a key; empty where none.
    pub fn text(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// An amount under a key.
    pub fn money(&self, key: &str) -> Option<Money> {
        match self.get(key) {
            Some(Value::Money(money)) => Some(*money),
            _ => None,
        }
    }

    /// A day under a key.
    pub fn day(&self, key: &str) -> Option<Day> {
        match self.get(key) {
            Some(Value::Day(day)) => Some(*day),
            _ => None,
        }
    }

    /// A whole number under a key.
    pub fn number(&self, key: &str) -> Option<i64> {
        match self.get(key) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Whether a yes/no field says yes.
    pub fn flag(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Value::Flag(true)))
    }
}

fn put<K: PartialEq>(list: &mut Vec<(K, Value)>, key: K, value: Value) {
    list.retain(|(at, _)| *at != key);
    if value != Value::Nothing {
        list.push((key, value));
    }
}

/// Lower case, accents and ligatures undone, every sign a space, spaces single: the form in which words are compared.
pub fn folded(text: &str) -> Cow<'_, str> {
    super::words::fold::folded(text)
}
