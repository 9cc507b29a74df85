//! What a file calls the state of a person or a project: a temperature, a stage, won, lost, or a status of another
//! program. Status itself is never typed here: it follows from the facts.

use crate::sales::{
    fact::{Channel, Temperature},
    words::fold::folded,
};

use super::setting::Setting;

/// What a state cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Froid, tiède, chaud.
    Warmth(Temperature),
    /// A stage by its key.
    Stage(String),
    /// Bought.
    Won,
    /// Has bought before, or is called a client: a purchase nobody has given.
    Client,
    /// Lost, with the rest of the words.
    Lost(String),
    /// Is known not to decide.
    Intermediary,
}

const WARMTHS: [(Temperature, &[&str]); 3] = [
    (Temperature::Cold, &["froid", "froide", "cold", "glacial", "gele"]),
    (Temperature::Warm, &["tiede", "warm"]),
    (Temperature::Hot, &["chaud", "chaude", "hot", "brulant", "bouillant", "ultra chaud"]),
];

const STAGES: [(&str, &[&str]); 5] = [
    (
        "lead",
        &[
            "lead",
            "piste",
            "suspect",
            "subscriber",
            "abonne",
            "mql",
            "marketing qualified lead",
            "new",
            "nouveau",
            "nouveau lead",
            "open",
            "open not contacted",
            "working contacted",
            "contacte",
            "a contacter",
            "connected",
            "in progress",
            "attempted to contact",
            "open deal",
            "a qualifier",
            "contact",
            "evangelist",
            "in",
            "prospecting",
            "ouvert",
            "ouverte",
            "en cours",
            "decouverte",
            "qualification en cours",
            "prise de contact",
        ],
    ),
    (
        "prospect",
        &[
            "prospect",
            "client potentiel",
            "prospect commercial",
            "prospect qualifie",
            "sql",
            "sales qualified lead",
            "qualifie",
            "qualified",
            "appointment scheduled",
            "qualified to buy",
            "rendez vous",
            "rdv",
            "rdv pris",
            "contact made",
            "qualifiee",
            "rendez vous planifie",
            "engaging",
            "qualification",
        ],
    ),
    (
        "opportunity",
        &[
            "opportunite",
            "opportunity",
            "a chiffrer",
            "demonstration",
            "demo",
            "demo scheduled",
            "presentation scheduled",
            "decision maker bought in",
            "needs analysis",
            "needs defined",
            "value proposition",
            "closed converted",
            "presentation planifiee",
            "decideur convaincu",
            "devis en cours",
            "devis a faire",
            "chiffrage",
            "etude",
        ],
    ),
    (
        "quoted",
        &[
            "devis envoye",
            "devis",
            "proposition envoyee",
            "proposition",
            "offre envoyee",
            "proposal made",
            "proposal",
            "proposal price quote",
            "quote sent",
            "quoted",
            "devis remis",
            "offre",
            "offre remise",
            "proposition commerciale",
        ],
    ),
    (
        "negotiation",
        &[
            "negociation",
            "en negociation",
            "negotiation",
            "negotiations started",
            "negotiation review",
            "contract sent",
            "contrat envoye",
            "en attente de signature",
            "signature",
        ],
    ),
];

const WON: [&str; 14] = [
    "gagne",
    "gagnee",
    "won",
    "closed won",
    "signe",
    "signee",
    "vendu",
    "conclu",
    "commande",
    "affaire gagnee",
    "transaction gagnee",
    "ferme gagne",
    "fermee gagnee",
    "devis signe",
];
const CLIENT: [&str; 8] =
    ["client", "cliente", "customer", "client actif", "ancien client", "former customer", "client gagne", "ex client"];
const LOST: [&str; 17] = [
    "perdu",
    "perdue",
    "ferme perdu",
    "fermee perdue",
    "transaction perdue",
    "affaire perdue",
    "annule",
    "lost",
    "closed lost",
    "sans suite",
    "abandonne",
    "abandonnee",
    "unqualified",
    "non qualifie",
    "refuse",
    "closed not converted",
    "disqualified",
];
const INTERMEDIARY: [&str; 5] = ["intermediaire", "prescripteur", "apporteur", "apporteur d affaires", "intermediary"];
const DEGREES: [&str; 9] = ["tres", "assez", "plutot", "encore", "un peu", "super", "very", "prospect", "lead"];

/// Reads a state cell; nothing where the words are not known.
pub fn read(text: &str, setting: &Setting) -> Option<Said> {
    let words = folded(text);
    let words = words.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if words.is_empty() {
        return None;
    }
    named(words, setting).or_else(|| known(words)).or_else(|| lost(text, words))
}

/// A stage of the user's own playbook, by key or label.
fn named(words: &str, setting: &Setting) -> Option<Said> {
    let is = |(key, labels): &&(String, Vec<String>)| key == words || labels.iter().any(|label| label == words);
    match setting.stages.iter().find(is)?.0.as_str() {
        "won" => Some(Said::Won),
        "lost" => Some(Said::Lost(String::new())),
        key => Some(Said::Stage(key.to_owned())),
    }
}

fn known(words: &str) -> Option<Said> {
    let among = |list: &[&str]| list.contains(&words);
    if among(&WON) {
        return Some(Said::Won);
    }
    if among(&CLIENT) {
        return Some(Said::Client);
    }
    if among(&INTERMEDIARY) {
        return Some(Said::Intermediary);
    }
    warmth(words).map(Said::Warmth).or_else(|| {
        let stage = STAGES.iter().find(|(_, list)| list.contains(&words))?;
        Some(Said::Stage(stage.0.to_owned()))
    })
}

fn warmth(words: &str) -> Option<Temperature> {
    let mut bare = words;
    while let Some(rest) = DEGREES.iter().find_map(|degree| bare.strip_prefix(degree)?.strip_prefix(' ')) {
        bare = rest;
    }
    WARMTHS.iter().find(|(_, list)| list.contains(&bare)).map(|(temperature, _)| *temperature)
}

/// `perdu`, `Perdu - trop cher`: what follows the word is the detail.
fn lost(text: &str, words: &str) -> Option<Said> {
    let word = LOST
        .iter()
        .find(|word| words.strip_prefix(**word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))?;
    let rest = text.split_whitespace().skip(word.split(' ').count()).collect::<Vec<_>>().join(" ");
    Some(Said::Lost(rest.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()))
}

/// The key of a reason for losing, if the playbook knows the words.
pub fn loss(text: &str, setting: &Setting) -> String {
    let words = folded(text);
    let is = |(key, labels): &&(String, Vec<String>)| *key == words || labels.iter().any(|label| *label == words);
    setting.losses.iter().find(is).map_or_else(String::new, |(key, _)| key.clone())
}

const CHANNELS: [(Channel, &[&str]); 7] = [
    (Channel::Call, &["appel", "telephone", "call", "message vocal", "relance"]),
    (Channel::Mail, &["e mail", "email", "mail", "courriel", "devis"]),
    (Channel::Sms, &["sms", "texto"]),
    (Channel::Letter, &["courrier", "lettre", "letter"]),
    (Channel::Meeting, &["rendez vous", "rdv", "reunion", "meeting", "visioconference", "visio", "demonstration"]),
    (Channel::Visit, &["visite", "visit"]),
    (Channel::Fair, &["salon", "foire"]),
];

/// The channel a file calls an exchange by.
pub fn channel(text: &str) -> Option<Channel> {
    let words = folded(text);
    CHANNELS.iter().find(|(_, list)| list.contains(&words.as_ref())).map(|(channel, _)| *channel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_other_programs_are_understood() {
        let stage = |key: &str| Some(Said::Stage(key.to_owned()));
        for (text, said) in [
            ("chaud !!", Some(Said::Warmth(Temperature::Hot))),
            ("Tiède", Some(Said::Warmth(Temperature::Warm))),
            ("très froid", Some(Said::Warmth(Temperature::Cold))),
            ("Prospect chaud", Some(Said::Warmth(Temperature::Hot))),
            ("pas chaud", None),
            ("perdu", Some(Said::Lost(String::new()))),
            ("Perdu - trop cher", Some(Said::Lost("trop cher".to_owned()))),
            ("perdurer", None),
            ("Closed Won", Some(Said::Won)),
            ("customer", Some(Said::Client)),
            ("client potentiel", stage("prospect")),
            ("MQL", stage("lead")),
            ("Devis envoyé", stage("quoted")),
            ("3 - Négociation", stage("negotiation")),
            ("Open - Not Contacted", stage("lead")),
            ("intermédiaire", Some(Said::Intermediary)),
            ("???", None),
        ] {
            assert_eq!(read(text, &Setting::default()), said, "{text}");
        }
    }

    #[test]
    fn stages_of_the_playbook_come_first() {
        let stages = [("pilot".to_owned(), vec!["devis".to_owned()])];
        let setting = Setting { stages: &stages, ..Setting::default() };
        assert_eq!(read("Devis", &setting), Some(Said::Stage("pilot".to_owned())));
    }
}
