//! How files name their columns: the catalogue's own words, what is no field, and the words of other programs. Which
//! column gets a field that several claim is [`super::mapping`]'s matter.

use crate::sales::{
    fields::{self, FIELDS},
    words::fold::folded,
};

use super::mapping::Meaning;

/// The word `--map` takes, what it means, and how files name it.
pub(super) type Row = (&'static str, Meaning, &'static [&'static str]);

/// What is no field of the catalogue: its word for `--map`, and how files name it.
pub(super) const OWN: [Row; 12] = [
    (
        "name",
        Meaning::FullName,
        &[
            "contact",
            "nom complet",
            "nom et prenom",
            "nom prenom",
            "prenom nom",
            "prenom et nom",
            "full name",
            "name",
            "contact name",
            "interlocuteur",
            "personne",
            "person",
            "nom du contact",
            "client name",
            "display name",
            "contact principal",
            "fn",
        ],
    ),
    (
        "next",
        Meaning::Due,
        &[
            "date de relance",
            "relance",
            "relance le",
            "prochaine relance",
            "date relance",
            "a relancer le",
            "prochain contact",
            "next follow up",
            "next activity date",
            "follow up",
            "follow up date",
            "activity due date",
            "next step date",
            "prochaine action le",
            "date de la prochaine action",
            "rappeler le",
            "a rappeler le",
        ],
    ),
    (
        "todo",
        Meaning::ToDo,
        &["prochaine action", "action", "a faire", "next step", "activity subject", "todo", "prochaine etape"],
    ),
    (
        "state",
        Meaning::State,
        &[
            "etat",
            "statut",
            "status",
            "etape",
            "stage",
            "temperature",
            "deal stage",
            "lead status",
            "lifecycle stage",
            "rating",
            "phase",
            "avancement",
            "pipeline stage",
            "statut commercial",
            "interet",
            "chaleur",
            "opportunity stage",
            "etape du pipeline",
            "statut du lead",
            "lead stage",
        ],
    ),
    (
        "owner",
        Meaning::Owner,
        &[
            "responsable",
            "commercial",
            "proprietaire",
            "owner",
            "contact owner",
            "deal owner",
            "lead owner",
            "account owner",
            "opportunity owner",
            "vendeur",
            "suivi par",
            "charge d affaires",
            "attribue a",
            "sales agent",
            "sales rep",
            "agent commercial",
            "assigned to",
        ],
    ),
    (
        "created",
        Meaning::Created,
        &[
            "cree le",
            "date de creation",
            "create date",
            "created",
            "created at",
            "creation",
            "date d entree",
            "date creation",
            "created date",
            "engage date",
            "ajoute le",
        ],
    ),
    (
        "last",
        Meaning::LastExchange,
        &[
            "dernier contact",
            "date du dernier contact",
            "derniere relance",
            "dernier echange",
            "last contacted",
            "last contact",
            "last activity",
            "last activity date",
            "contacte le",
            "date dernier contact",
            "dernier appel",
        ],
    ),
    (
        "channel",
        Meaning::LastChannel,
        &["derniere interaction", "type de contact", "dernier canal", "last activity type", "type du dernier contact"],
    ),
    (
        "loss",
        Meaning::Loss,
        &[
            "motif de perte",
            "raison de perte",
            "motif",
            "lost reason",
            "loss reason",
            "closed lost reason",
            "cause de perte",
        ],
    ),
    ("tax", Meaning::Tax, &["ht ttc", "ht ou ttc", "tax basis"]),
    ("bought", Meaning::BoughtOn, &["date d achat", "achete le", "date de l achat", "purchase date", "bought on"]),
    (
        "opposition",
        Meaning::Opposition,
        &["opposition", "oppositions", "opted out", "opt out", "optout", "opposition rgpd"],
    ),
];

/// Words other programs and offices use for a field of the catalogue.
const MORE: [(&str, &[&str]); 26] = [
    (
        "contact.reference",
        &[
            "record id",
            "id",
            "identifiant",
            "contact id",
            "lead id",
            "person id",
            "associated contact ids",
            "contact record id",
        ],
    ),
    (
        "company.reference",
        &["company id", "organization id", "account id", "associated company ids", "company record id", "code client"],
    ),
    ("deal.reference", &["deal id", "opportunity id", "deal record id", "numero d affaire", "n d affaire"]),
    ("contact.phone", &["phone work", "primary phone", "tel bureau", "telephone 1", "tel 1", "phone 1", "home phone"]),
    ("contact.mobile", &["phone mobile", "phone 2 value", "telephone 2", "tel 2", "phone 2", "other phone", "mob"]),
    (
        "contact.email",
        &[
            "email work",
            "e mail 1",
            "email 1",
            "adresse email",
            "email home",
            "e mail 2 value",
            "e mail 2 address",
            "adresse mel",
        ],
    ),
    ("contact.job", &["titre du poste", "intitule du poste", "profession", "qualite"]),
    (
        "contact.postcode",
        &[
            "post code",
            "zip postal code",
            "code post",
            "mailing zip postal code",
            "home postal code",
            "address 1 postal code",
        ],
    ),
    ("contact.town", &["mailing city", "home city", "address 1 city"]),
    ("contact.street", &["mailing street", "home street", "address 1 street", "adresse postale", "rue et numero"]),
    ("contact.country", &["mailing country", "business country", "home country", "address 1 country"]),
    ("contact.note", &["note content", "memo", "commentaires et notes", "infos", "information", "informations"]),
    ("contact.tags", &["mots cles", "keywords", "groupe", "groupes"]),
    (
        "company.name",
        &[
            "company account",
            "nom de la societe",
            "nom entreprise",
            "nom de l entreprise",
            "nom societe",
            "etablissement",
            "enseigne",
        ],
    ),
    ("company.street", &["organization address", "adresse entreprise", "adresse de l entreprise", "company address"]),
    ("company.vat_number", &["n de tva", "tva intra", "n tva intracommunautaire"]),
    ("company.naf", &["naf code", "ape code"]),
    ("company.phone", &["main phone", "standard telephonique", "telephone de l entreprise"]),
    ("company.email", &["e mail de l entreprise", "company e mail", "mail de l entreprise"]),
    ("company.postcode", &["code postal de l entreprise", "company post code", "company postcode"]),
    ("company.town", &["ville de l entreprise", "company town"]),
    ("deal.start", &["wished start"]),
    ("deal.closing", &["expected signature"]),
    ("deal.note", &["note de l affaire"]),
    ("deal.title", &["nom de l affaire", "opportunity name", "sujet", "titre de l affaire", "product"]),
    (
        "deal.amount",
        &["montant eur", "montant euros", "ca potentiel", "ca previsionnel", "montant du devis", "potentiel"],
    ),
];

/// Our own column of reasons in a file of refused rows.
const REFUSED: [&str; 2] = ["refus", "refused"];

/// What a header means, and how usual the word is.
pub fn meaning(header: &str) -> Option<(Meaning, usize)> {
    let words = folded(header);
    by_words(&words).or_else(|| {
        let bare = ["person ", "contact ", "lead ", "organization ", "deal "]
            .iter()
            .find_map(|prefix| words.strip_prefix(prefix))?;
        by_words(bare)
    })
}

fn by_words(words: &str) -> Option<(Meaning, usize)> {
    let at = |list: &[&str]| list.iter().position(|word| *word == words);
    let own = || OWN.iter().find_map(|(_, meaning, list)| Some((*meaning, at(list)?)));
    let more = || MORE.iter().find_map(|(key, list)| Some((Meaning::Field(fields::field(key)?), 100 + at(list)?)));
    let label = || (words.ends_with(" label") || REFUSED.contains(&words)).then_some((Meaning::Nothing, 0));
    let catalogue = || FIELDS.iter().find_map(|field| Some((Meaning::Field(field), at(field.words)?)));
    own().or_else(catalogue).or_else(more).or_else(label)
}

/// How many cells of a record are headers this page knows.
pub fn known_headers<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells.filter(|cell| cell.len() < 80 && meaning(cell).is_some()).count()
}
