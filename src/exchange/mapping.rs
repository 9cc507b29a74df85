//! What every column of a file means: its header looked up in the catalogue and among the words of other programs.
//! The user's own mapping wins; a column nobody knows is kept in the note under its header.

use std::sync::Arc;

use crate::sales::{
    entity::Kind,
    fields::{self, Field, Holds},
    money::Tax,
    words::{fold::folded, plain},
};

use super::{
    headers::{OWN, meaning},
    own::{self, Wanted},
    proposal::Unreadable,
    setting::Setting,
};

/// What a column means.
#[derive(Clone, Copy, Debug)]
pub enum Meaning {
    /// A field of the catalogue.
    Field(&'static Field),
    /// Civility, given and family name in one.
    FullName,
    /// When the next step is due.
    Due,
    /// What the next step is.
    ToDo,
    /// A temperature, a stage, a status of another program.
    State,
    /// Who looks after it.
    Owner,
    /// When the row was first entered somewhere.
    Created,
    /// When the last exchange was.
    LastExchange,
    /// What the last exchange was.
    LastChannel,
    /// Why it was lost.
    Loss,
    /// Whether the amount is with or without tax.
    Tax,
    /// In which currency the amount is.
    Currency,
    /// When it was bought.
    BoughtOn,
    /// Through which channels they oppose.
    Opposition,
    /// Nobody knows: kept in the note under its header.
    Note,
    /// Left out: the user asked for it, or it only names its neighbour.
    Nothing,
}

impl Meaning {
    /// The field's key, or the word `--map` takes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Field(field) => field.key,
            Self::Nothing => "-",
            other => OWN.iter().find(|(_, meaning)| same(*meaning, other)).map_or("note", |(key, _)| key),
        }
    }
}

/// Whether two columns would fill the same place.
pub(super) fn same(one: Meaning, other: Meaning) -> bool {
    match (one, other) {
        (Meaning::Field(a), Meaning::Field(b)) => std::ptr::eq(a, b) || a.key == b.key,
        _ => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

/// A column of the file.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its header, or its number in words where it has none.
    pub header: Arc<str>,
    /// What it means.
    pub meaning: Meaning,
    /// The field it fills where the column that has it is empty; else it is kept in the note.
    pub spare: Option<&'static Field>,
    /// What its header says about tax.
    pub tax: Option<Tax>,
    /// Its header names another currency than ours.
    pub foreign: bool,
    /// How far down the list of its field's words the header stands; the user's own mapping stands first.
    rank: usize,
    /// Dates are written month first.
    pub month_first: bool,
    /// What its header promised, where the first rows did not keep it.
    pub promised: Option<&'static str>,
    /// Nobody knows its header: what it holds told what it is.
    pub told: bool,
    /// The name of the new field of the firm's own that it becomes.
    pub born: Option<Arc<str>>,
}

impl Column {
    /// A column whose meaning the format gives.
    pub(super) fn of(header: &str, meaning: Meaning) -> Self {
        Self {
            header: header.into(),
            meaning,
            spare: None,
            tax: None,
            foreign: false,
            rank: 0,
            month_first: false,
            promised: None,
            told: false,
            born: None,
        }
    }
}

/// The meaning of each column under these headers.
pub fn columns(headers: &[String], setting: &Setting) -> Result<Vec<Column>, Unreadable> {
    let mut columns: Vec<Column> = headers.iter().enumerate().map(|(at, header)| column(at, header, setting)).collect();
    whose_name(&mut columns);
    name_alone(&mut columns);
    title_of_a_job(&mut columns);
    whose_number(&mut columns);
    once_each(&mut columns);
    of_our_own(&mut columns, headers);
    own_words(&mut columns, headers, setting)?;
    Ok(columns)
}

fn column(at: usize, header: &str, setting: &Setting) -> Column {
    let name = plain::line(header);
    let words = folded(&name);
    let own = setting.own.iter().find(|own| own.words.iter().any(|word| *word == words));
    let own = own.map(|own| (Meaning::Field(own.field), 0));
    let (meaning, rank) = own.or_else(|| meaning(&name)).unwrap_or((Meaning::Note, 0));
    let tax = words.split(' ').find_map(|word| match word {
        "ht" => Some(Tax::Ht),
        "ttc" => Some(Tax::Ttc),
        _ => None,
    });
    let header = if name.is_empty() {
        format!("{} {}", setting.written.column, at + 1)
    } else {
        name.chars().take(200).collect::<String>()
    };
    let foreign = name.contains(['$', '£']) || words.split(' ').any(|word| CURRENCIES.contains(&word));
    Column { tax, foreign, rank, ..Column::of(&header, meaning) }
}

/// Other currencies that a header may name.
const CURRENCIES: [&str; 4] = ["usd", "gbp", "chf", "cad"];

/// `Nom` or `Nom client` beside the name of a contact is that of the company; where another column has that, of the deal.
fn whose_name(columns: &mut [Column]) {
    const BARE: [&str; 6] = ["nom", "name", "nom client", "nom du client", "nom prospect", "nom du prospect"];
    let is_person = |column: &Column| matches!(column.meaning.key(), "name" | "contact.family_name");
    let is_bare = |column: &Column| is_person(column) && BARE.contains(&&*folded(&column.header));
    let own_given = columns
        .iter()
        .any(|column| column.meaning.key() == "contact.given_name" && !folded(&column.header).contains("contact"));
    let another = columns.iter().any(|column| is_person(column) && !is_bare(column));
    let has = |key: &str| columns.iter().any(|column| column.meaning.key() == key);
    let key = match (has("company.name"), has("deal.amount") && !has("deal.title")) {
        (false, _) => "company.name",
        (true, true) => "deal.title",
        (true, false) => return,
    };
    if let (Some(name), true, false) = (fields::field(key), another, own_given) {
        let bare = columns.iter_mut().find(|column| is_bare(column));
        bare.into_iter().for_each(|column| column.meaning = Meaning::Field(name));
    }
}

/// `Nom` without a `Prénom` beside it holds whole names.
fn name_alone(columns: &mut [Column]) {
    let has = |key: &str| columns.iter().any(|column| column.meaning.key() == key);
    if has("contact.family_name") && !has("contact.given_name") && !has("name") {
        columns
            .iter_mut()
            .filter(|column| column.meaning.key() == "contact.family_name")
            .for_each(|column| column.meaning = Meaning::FullName);
    }
}

/// `Title` beside another civility is a job.
fn title_of_a_job(columns: &mut [Column]) {
    let civilities = columns.iter().filter(|column| column.meaning.key() == "contact.civility").count();
    let (Some(job), true) = (fields::field("contact.job"), civilities > 1) else { return };
    let title = |column: &&mut Column| matches!(&*folded(&column.header), "title" | "titre");
    if let Some(column) = columns.iter_mut().find(title) {
        (column.meaning, column.rank) = (Meaning::Field(job), 50);
    }
}

/// `Record ID`, `Id`: the number of a deal among deals, of a company among companies, else of a person; a bare `Numéro`
/// among deals is theirs.
fn whose_number(columns: &mut [Column]) {
    let has = |keys: &[&str]| columns.iter().any(|column| keys.contains(&column.meaning.key()));
    let person = has(&["contact.given_name", "contact.family_name", "name", "contact.email"]);
    let key = match (has(&["deal.title"]), person, has(&["company.name"])) {
        (true, false, _) => "deal.reference",
        (false, false, true) => "company.reference",
        _ => return,
    };
    let number = |column: &&mut Column| match &*folded(&column.header) {
        "record id" | "id" | "identifiant" | "id de fiche d informations" => true,
        "numero" | "n" | "no" | "reference" | "ref" => key == "deal.reference",
        _ => false,
    };
    if let (Some(column), Some(field)) = (columns.iter_mut().find(number), fields::field(key)) {
        column.meaning = Meaning::Field(field);
    }
}

/// A table that Vigie wrote: what was computed is computed anew, only the stage tells where a deal stands.
fn of_our_own(columns: &mut [Column], headers: &[String]) {
    const COMPUTED: [[&str; 4]; 2] =
        [["statut", "score", "temperature", "relance proposee"], ["status", "score", "temperature", "suggested on"]];
    let names: Vec<String> = headers.iter().map(|header| folded(header).into_owned()).collect();
    let Some(own) = COMPUTED.iter().find(|own| own.iter().all(|word| names.iter().any(|name| name == word))) else {
        return;
    };
    for (column, name) in columns.iter_mut().zip(&names) {
        if own.contains(&name.as_str()) {
            column.meaning = Meaning::Nothing;
        }
    }
}

/// The column with the most usual word fills the field; the others stand in where it is empty, a second phone is the mobile.
/// States and names may come in several columns.
fn once_each(columns: &mut [Column]) {
    for at in 0..columns.len() {
        let (meaning, rank) = (columns[at].meaning, columns[at].rank);
        if matches!(meaning, Meaning::State | Meaning::Opposition | Meaning::Note | Meaning::Nothing)
            || meaning.key() == "contact.note"
        {
            continue;
        }
        let better = |(other, column): (usize, &Column)| {
            other != at && same(column.meaning, meaning) && (column.rank, other) < (rank, at)
        };
        if columns.iter().enumerate().any(better) {
            let mobile = fields::field("contact.mobile").filter(|_| meaning.key() == "contact.phone");
            let free = !columns.iter().any(|column| column.meaning.key() == "contact.mobile");
            let spare = if let Meaning::Field(field) = meaning { Some(field) } else { None };
            (columns[at].meaning, columns[at].spare) = match mobile.filter(|_| free) {
                Some(mobile) => (Meaning::Field(mobile), None),
                None => (Meaning::Note, spare),
            };
        }
    }
}

/// `--map Header=field`, by header or by number.
pub(super) fn own_words(columns: &mut [Column], headers: &[String], setting: &Setting) -> Result<(), Unreadable> {
    for (header, target) in setting.map {
        let wanted = folded(header);
        let by_name = headers.iter().position(|name| folded(name) == wanted && !wanted.is_empty());
        let by_number = || header.trim().parse::<usize>().ok()?.checked_sub(1);
        let at = by_name.or_else(by_number).filter(|at| *at < columns.len());
        let at = at.ok_or_else(|| Unreadable::NoSuchHeader(header.clone()))?;
        let born = own::wanted(target).map(|wanted| born(columns, at, &wanted, setting));
        let known = || target_of(target).or_else(|| of_the_firm(target, setting));
        let meaning = born.as_ref().map(|(meaning, _)| *meaning).or_else(known);
        let meaning = meaning.ok_or_else(|| Unreadable::NoSuchField(target.clone()))?;
        for (other, column) in columns.iter_mut().enumerate() {
            if other != at && same(column.meaning, meaning) && !matches!(meaning, Meaning::State | Meaning::Nothing) {
                column.meaning = Meaning::Note;
            }
        }
        (columns[at].meaning, columns[at].spare) = (meaning, None);
        columns[at].born = born.and_then(|(_, label)| label);
    }
    Ok(())
}

/// A field of the firm's own by its key or one of its words.
fn of_the_firm(target: &str, setting: &Setting) -> Option<Meaning> {
    let words = folded(target);
    let own =
        setting.own.iter().find(|own| own.field.key == target.trim() || own.words.iter().any(|word| *word == words));
    own.map(|own| Meaning::Field(own.field))
}

/// The field a column becomes, and its name where it is a new one: what it holds is told by its cells.
fn born(columns: &[Column], at: usize, wanted: &Wanted, setting: &Setting) -> (Meaning, Option<Arc<str>>) {
    let header = || columns.get(at).map(|column| Arc::clone(&column.header)).unwrap_or_default();
    let label = if wanted.label.is_empty() { header() } else { wanted.label.as_str().into() };
    if let Some(known) = of_the_firm(&label, setting) {
        return (known, None);
    }
    let has = |keys: &[&str]| columns.iter().any(|column| keys.contains(&column.meaning.key()));
    let person = has(&["name", "contact.given_name", "contact.family_name", "contact.email"]);
    let about = wanted.about.unwrap_or(match (person, has(&["company.name"])) {
        (true, _) => Kind::Contact,
        (false, true) => Kind::Company,
        (false, false) => Kind::Deal,
    });
    let taken = |key: &str| setting.own.iter().any(|own| own.field.key == key) || has(&[key]);
    (Meaning::Field(own::field(&own::key_of(&label, taken), about, Holds::Line)), Some(label))
}

/// What the right side of `--map` names: a key, a word of this page, or any header that would be understood.
pub(super) fn target_of(target: &str) -> Option<Meaning> {
    let target = target.trim();
    match target {
        "-" => Some(Meaning::Nothing),
        "note" => Some(Meaning::Note),
        _ => fields::field(target)
            .map(Meaning::Field)
            .or_else(|| OWN.iter().find(|(key, _)| *key == target).map(|(_, meaning)| *meaning))
            .or_else(|| meaning(target).map(|(meaning, _)| meaning)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(headers: &str, map: &[(&str, &str)]) -> Vec<&'static str> {
        let headers: Vec<String> = headers.split(';').map(str::to_owned).collect();
        let map: Vec<_> = map.iter().map(|(header, key)| ((*header).to_owned(), (*key).to_owned())).collect();
        let setting = Setting { map: &map, ..Setting::default() };
        columns(&headers, &setting).unwrap().iter().map(|column| column.meaning.key()).collect()
    }

    #[test]
    fn the_headers_of_a_french_office_are_known() {
        assert_eq!(
            keys(
                "Société;Contact;Tél.;Mél;CP;Ville;SIRET;Montant HT;Probabilité;Date de relance;État;Commentaire",
                &[]
            ),
            [
                "company.name",
                "name",
                "contact.phone",
                "contact.email",
                "contact.postcode",
                "contact.town",
                "company.siret",
                "deal.amount",
                "deal.probability",
                "next",
                "state",
                "contact.note"
            ]
        );
    }

    #[test]
    fn a_name_alone_is_a_whole_name() {
        assert_eq!(keys("Nom;Ville", &[]), ["name", "contact.town"]);
        assert_eq!(keys("Nom;Prénom", &[]), ["contact.family_name", "contact.given_name"]);
    }

    #[test]
    fn the_most_usual_word_fills_the_field() {
        assert_eq!(keys("Budget;Montant (€);Effectif;Taille", &[]), ["note", "deal.amount", "company.size", "note"]);
        assert_eq!(
            keys("Phone;Work phone;Téléphone;E-mail 1 - Label", &[]),
            ["contact.mobile", "note", "contact.phone", "-"]
        );
        assert_eq!(keys("Salutation;Title", &[]), ["contact.civility", "contact.job"]);
    }

    #[test]
    fn the_users_own_mapping_wins() {
        assert_eq!(keys("Bidule;Ville", &[("bidule", "contact.town")]), ["contact.town", "note"]);
        assert_eq!(keys("Bidule;Ville", &[("2", "-"), ("Bidule", "Téléphone")]), ["contact.phone", "-"]);
        let map = [("Machin".to_owned(), "name".to_owned())];
        let setting = Setting { map: &map, ..Setting::default() };
        assert!(matches!(columns(&["A".to_owned()], &setting), Err(Unreadable::NoSuchHeader(_))));
        let map = [("A".to_owned(), "contact.shoe_size".to_owned())];
        let setting = Setting { map: &map, ..Setting::default() };
        assert!(matches!(columns(&["A".to_owned()], &setting), Err(Unreadable::NoSuchField(_))));
    }

    #[test]
    fn a_bare_name_beside_a_contact_is_that_of_the_company_or_the_deal() {
        assert_eq!(keys("Nom client;Contact;Tél", &[]), ["company.name", "name", "contact.phone"]);
        assert_eq!(
            keys("Nom;Nom (contact);Prénom (contact)", &[]),
            ["company.name", "contact.family_name", "contact.given_name"]
        );
        assert_eq!(keys("Nom;Société;Contact;Montant", &[]), ["deal.title", "company.name", "name", "deal.amount"]);
    }

    #[test]
    fn a_header_in_another_currency_is_foreign() {
        let columns = columns(&["Montant (USD)".to_owned()], &Setting::default()).unwrap();
        assert!(columns[0].foreign);
    }

    #[test]
    fn the_header_says_about_tax() {
        let columns = columns(&["Montant TTC".to_owned()], &Setting::default()).unwrap();
        assert_eq!(columns[0].tax, Some(Tax::Ttc));
    }
}
