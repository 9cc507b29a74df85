//! The words a query may use: every field of the catalogue and of the firm's own, the readings, and the values of the
//! lists, in French and English, folded.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tree::{Derived, Subject, Wanted};
use crate::sales::{
    fact::Temperature,
    fields::{self, FIELDS, Row, folded},
    playbook::Playbook,
    status::Status,
};

/// How readings are asked for.
const READINGS: &[(Derived, &[&str])] = &[
    (Derived::Status, &["statut", "status"]),
    (Derived::Temperature, &["temp", "temperature"]),
    (Derived::Score, &["score", "points"]),
    (Derived::Stage, &["etape", "stage"]),
    (Derived::Next, &["relance", "next", "prochaine", "action", "due"]),
    (Derived::Exchange, &["echange", "exchange", "dernier"]),
    (Derived::Sign, &["signe", "sign"]),
    (Derived::Purchase, &["achat", "purchase", "bought"]),
    (Derived::Since, &["depuis", "since"]),
    (Derived::Created, &["cree", "created", "creation"]),
    (Derived::Qualified, &["qualifie", "qualified"]),
    (Derived::Stepless, &["delaisse", "delaissee", "stray"]),
    (Derived::Owner, &["a", "responsable", "owner", "vendeur"]),
    (Derived::Loss, &["perdu", "lost", "motif"]),
];

const STATUSES: &[(Status, &[&str])] = &[
    (Status::Lead, &["lead", "leads", "piste", "suspect", "mql", "subscriber"]),
    (
        Status::Prospect,
        &["prospect", "prospects", "prospect qualifie", "client potentiel", "prospect commercial", "sql"],
    ),
    (Status::Intermediary, &["intermediaire", "intermediaires", "prescripteur", "intermediary", "intermediaries"]),
    (Status::Client, &["client", "clients", "customer", "customers"]),
    (Status::Lapsed, &["ancien client", "anciens clients", "ancien", "anciens", "inactif", "lapsed", "former client"]),
];

const TEMPERATURES: &[(Temperature, &[&str])] = &[
    (Temperature::Cold, &["froid", "froide", "froids", "cold"]),
    (Temperature::Warm, &["tiede", "tiedes", "warm"]),
    (Temperature::Hot, &["chaud", "chaude", "chauds", "hot"]),
];

/// The words of a query with one playbook.
pub struct Vocabulary<'a> {
    playbook: &'a Playbook,
}

/// The fixed words; the first meaning of a word counts, readings before fields.
static WORDS: LazyLock<FxHashMap<&'static str, Subject>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (derived, names) in READINGS {
        for name in *names {
            words.entry(*name).or_insert(Subject::Derived(*derived));
        }
    }
    for (row, field) in FIELDS.iter().enumerate() {
        for name in field.words {
            words.entry(*name).or_insert(Subject::Field(row as Row));
        }
    }
    words
});

/// The row of the amount, which purchases overrule.
pub(super) fn amount_row() -> Row {
    static ROW: LazyLock<Row> = LazyLock::new(|| fields::row("deal.amount").unwrap_or(Row::MAX));
    *ROW
}

impl<'a> Vocabulary<'a> {
    /// The words with a playbook's own.
    pub fn new(playbook: &'a Playbook) -> Self {
        Self { playbook }
    }

    /// What a word before an operator means.
    pub fn subject(&self, word: &str) -> Option<Subject> {
        if let Some(row) = fields::row(word) {
            return Some(Subject::Field(row));
        }
        let plain = folded(word);
        let own =
            |field: &&crate::sales::playbook::CustomField| field.key == word || field.words.iter().any(|w| *w == plain);
        let own = self.playbook.fields().iter().find(own);
        own.map(|field| Subject::Custom(field.key.clone())).or_else(|| WORDS.get(&*plain).cloned())
    }

    /// The known word nearest to one that is not.
    pub fn near_subject(&self, word: &str) -> Option<String> {
        let readings = READINGS.iter().flat_map(|(_, names)| names.iter().copied());
        let fields = FIELDS.iter().flat_map(|field| field.words.iter().copied()).filter(|name| !name.contains(' '));
        let own = self.playbook.fields().iter().flat_map(|field| field.words.iter().map(String::as_str));
        nearest(&folded(word), readings.chain(fields).chain(own))
    }

    /// The segment nearest to a name that is none.
    pub fn near_segment(&self, name: &str) -> Option<String> {
        nearest(&folded(name), self.playbook.segments().iter().map(|segment| segment.key.as_str()))
    }

    /// A status by its word.
    pub fn status(&self, word: &str) -> Result<Wanted, Option<String>> {
        named(word, STATUSES).map(Wanted::Status)
    }

    /// A temperature by its word.
    pub fn temperature(&self, word: &str) -> Result<Wanted, Option<String>> {
        named(word, TEMPERATURES).map(Wanted::Temperature)
    }

    /// A stage by its key or a name.
    pub fn stage(&self, word: &str) -> Result<Wanted, Option<String>> {
        let stages = self.playbook.stages();
        let names =
            stages.iter().map(|stage| vec![folded(&stage.key), folded(&stage.label.fr), folded(&stage.label.en)]);
        listed(word, names).map(Wanted::Stage)
    }

    /// A source by its key or a synonym.
    pub fn source(&self, word: &str) -> Result<Wanted, Option<String>> {
        let sources = self.playbook.sources();
        let names = sources.iter().map(|source| source.synonyms.iter().map(|word| word.as_str().into()).collect());
        listed(word, names).map(|at| Wanted::Key(sources[at].key.clone()))
    }

    /// The reason of a loss by its key or a name.
    pub fn loss(&self, word: &str) -> Result<Wanted, Option<String>> {
        let losses = self.playbook.losses();
        let names = losses.iter().map(|loss| vec![folded(&loss.key), folded(&loss.label.fr), folded(&loss.label.en)]);
        listed(word, names).map(|at| Wanted::Key(losses[at].key.clone()))
    }
}

fn named<T: Copy>(word: &str, table: &[(T, &[&str])]) -> Result<T, Option<String>> {
    let plain = folded(word);
    let found = table.iter().find(|(_, names)| names.contains(&&*plain)).map(|(value, _)| *value);
    found.ok_or_else(|| nearest(&plain, table.iter().flat_map(|(_, names)| names.iter().copied())))
}

/// The place of the first list that has a word; else the nearest word of all.
fn listed<'w>(
    word: &str,
    lists: impl Iterator<Item = Vec<std::borrow::Cow<'w, str>>>,
) -> Result<usize, Option<String>> {
    let plain = folded(word);
    let lists: Vec<_> = lists.collect();
    match lists.iter().position(|names| names.contains(&plain)) {
        Some(at) => Ok(at),
        None => Err(nearest(&plain, lists.iter().flatten().map(AsRef::as_ref))),
    }
}

/// The nearest word by edit distance, where it is near enough to have been meant; the first of the list among equals.
pub fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<String> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    let near = known.map(|known| (distance(word, known), known)).filter(|(far, _)| *far <= limit);
    near.min_by_key(|(far, _)| *far).map(|(_, known)| known.to_owned())
}

/// Letters to add, drop, change or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_a_swap_once() {
        for (a, b, far) in
            [("", "", 0), ("vile", "ville", 1), ("vlile", "ville", 1), ("statu", "statut", 1), ("x", "", 1)]
        {
            assert_eq!(distance(a, b), far, "{a} {b}");
        }
    }
}
