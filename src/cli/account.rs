//! What became of a file, told: how it was read, then what was found on its rows, the same said once with its count and
//! the first rows, then the counts that add up. The sentences are in the texts; nothing is counted here.

use crate::{
    exchange::{
        headers,
        report::{Heap, Place, Remark, Report},
        source::Form,
        telling,
    },
    sales::{fields::FIELDS, playbook::Playbook},
    voice::Voice,
};

use super::{say, telling::told};

/// The whole account.
pub(super) fn lines(voice: &Voice, playbook: &Playbook, report: &Report) -> Vec<String> {
    let mut lines = reading(voice, playbook, report);
    for heap in Heap::ALL {
        let mut remarks: Vec<&Remark> = report.remarks.iter().filter(|remark| remark.heap() == heap).collect();
        remarks.sort_by_key(|remark| remark.rows.first());
        if !remarks.is_empty() {
            lines.push(voice.say(&format!("import-heap-{}", heap.key())).to_owned());
            lines.extend(remarks.into_iter().map(|remark| format!("- {}", line(voice, remark))));
        }
    }
    lines.push(told(voice, &telling::counts(&report.counts)));
    lines
}

/// `Tél. : pas un numéro de téléphone : « ?? » · ligne 3`.
fn line(voice: &Voice, remark: &Remark) -> String {
    let what = told(voice, &telling::remark(remark));
    let rows: Vec<String> = remark.rows.iter().map(u64::to_string).collect();
    let more = if remark.count > remark.rows.len() as u64 { "…" } else { "" };
    let count = i64::try_from(remark.count).unwrap_or(i64::MAX);
    let rows = voice.tell("import-rows", &[("count", count.into()), ("rows", (rows.join(", ") + more).into())]);
    let column = ("column", (&*remark.column).into());
    let key = if remark.column.is_empty() { "import-remark-row" } else { "import-remark" };
    voice.tell(key, &[column, ("what", what.into()), ("rows", rows.into())])
}

/// How the file was read: its encoding, its header, what its columns are.
fn reading(voice: &Voice, playbook: &Playbook, report: &Report) -> Vec<String> {
    let mut lines = vec![written(voice, &report.file.form)];
    if report.file.recalled {
        lines.push(voice.say("import-recalled").to_owned());
    }
    let table = matches!(report.file.form, Form::Text(_) | Form::Sheet(_));
    if report.file.header.is_none() && table {
        lines.push(voice.say("import-no_header").to_owned());
    }
    if report.file.form == Form::Cards {
        return lines;
    }
    let places = || report.file.columns.iter().filter(|place| place.filled > 0);
    let to = |place: &Place, key: &str| format!("{} → {}", place.header, label(voice, playbook, key));
    let list = |key: &str, columns: Vec<String>| {
        (!columns.is_empty()).then(|| voice.tell(key, &[("columns", columns.join(", ").into())]))
    };
    let guessed = places().filter(|place| place.told).map(|place| to(place, place.key)).collect();
    let spare = places().filter_map(|place| Some(to(place, place.spare?))).collect();
    let born = report.file.columns.iter().filter_map(|place| place.born.as_deref().map(str::to_owned)).collect();
    lines.extend(list("import-columns-born", born));
    lines.extend(list("import-columns-guessed", guessed));
    lines.extend(list("import-columns-spare", spare));
    lines.extend(places().filter_map(|place| {
        let field = ("field", voice.field(place.promised?).into());
        Some(voice.tell("import-column-promised", &[("column", (&*place.header).into()), field]))
    }));
    lines.extend(unknown(voice, &places().filter(|place| place.is_unknown()).collect::<Vec<_>>()));
    lines
}

/// The columns nobody knows.
fn unknown(voice: &Voice, places: &[&Place]) -> Option<String> {
    places.first()?;
    let names: Vec<&str> = places.iter().map(|place| &*place.header).collect();
    let args = [("count", (names.len() as i64).into()), ("columns", names.join(", ").into())];
    Some(voice.tell("import-columns-unknown", &args))
}

/// At the command line, how the first column nobody knows is given a place.
pub(super) fn hint(voice: &Voice, report: &Report) -> Option<String> {
    let first = report.file.columns.iter().find(|place| place.filled > 0 && place.is_unknown())?;
    let table = report.file.form != Form::Cards;
    table.then(|| voice.tell("import-columns-hint", &[("first", (&*first.header).into())]))
}

/// What a column is, in words.
pub(super) fn label(voice: &Voice, playbook: &Playbook, key: &str) -> String {
    let own = playbook.fields().iter().find(|own| own.key == key);
    match (own, key) {
        (Some(own), _) => say::label(voice, &own.label).to_owned(),
        (None, "-") => voice.say("import-own-nothing").to_owned(),
        (None, key) if key.contains('.') => voice.field(key),
        (None, key) => voice.say(&format!("import-own-{key}")).to_owned(),
    }
}

/// What a column may be: in words, and as `--map` takes it.
pub(super) fn choices(voice: &Voice, playbook: &Playbook) -> Vec<(String, String)> {
    let fields = FIELDS.iter().map(|field| field.key);
    let own = playbook.fields().iter().map(|own| own.key.as_str());
    let others = headers::OWN.iter().map(|(key, _)| *key).chain(["note", "-"]);
    let all = others.chain(fields).chain(own).map(|key| (label(voice, playbook, key), key.to_owned()));
    std::iter::once((voice.say("import-own-new").to_owned(), "champ".to_owned())).chain(all).collect()
}

/// Encoding and separator, or which sheet of which workbook.
fn written(voice: &Voice, form: &Form) -> String {
    match form {
        Form::Text(table) => {
            let separator = match table.separator {
                b'\t' => voice.say("cli-import-tab").to_owned(),
                other => voice.tell("import-quoted", &[("text", (other as char).to_string().into())]),
            };
            let args = [("encoding", table.encoding.name().into()), ("separator", separator.into())];
            voice.tell("import-written", &args)
        }
        Form::Cards => voice.say("import-cards").to_owned(),
        Form::Json => voice.say("import-json").to_owned(),
        Form::Sheet(sheet) => {
            let others = sheet.others.join(", ");
            let key = if sheet.others.is_empty() { "import-sheet" } else { "import-sheet-of" };
            voice.tell(key, &[("name", sheet.name.as_str().into()), ("others", others.into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        exchange::{import::Import, known::Nobody, setting::Setting},
        sales::entity::{Entity, Id, Kind},
        voice::Language,
    };

    fn account(file: &str) -> String {
        let mut last = 0;
        let mut births = |kind: Kind| {
            last += 1;
            Entity::known(kind, Id(last))
        };
        let mut import = Import::open(file.as_bytes(), Setting::default(), &Nobody, &mut births).unwrap();
        import.by_ref().for_each(drop);
        let playbook = Playbook::shipped();
        let lines = lines(&Voice::new(Language::Fr), &playbook, import.report()).join("\n");
        lines.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn the_same_is_said_once_with_its_count_and_the_first_rows() {
        let file = "Société;Tél.;État;Probabilité;E-mail;E-mail 2;Vide;Machine
A SARL;??;perdu;0,9;a@a.example;;;Tour
B SARL;06 39 98 00 01;perdu;50 %;;b@b.example;;
C SARL;06 39 98 00 03;perdu;60 %;c@c.example;;;
D SARL;06 39 98 00 04 ;Perdue;60 %;d@d.example;;;
E SARL;jamais;un jour;60 %;e@e.example;;;
;;;;;;;
;;;12 %;;;;
TOTAL;;;;;;;
TOTAL;4;;;;;;
";
        assert_eq!(
            account(file),
            "\
UTF-8, séparateur « ; »
colonnes de rechange, si l'autre est vide, sinon dans la note : E-mail 2 → E-mail
colonne inconnue, gardée dans la note : Machine
Lignes refusées
- ni nom, ni entreprise, ni e-mail, ni téléphone · ligne 8
Pas compris, gardé dans la note
- Tél. : pas un numéro de téléphone : « ?? », « jamais » · 2 lignes (2, 6)
- État : état inconnu : « un jour » · ligne 6
À vérifier
- État : perdu sans motif : « perdu », « Perdue » · 4 lignes (2, 3, 4…)
- rien d'autre sur la ligne : « TOTAL » · ligne 9
Corrigé
- Probabilité : lu en pourcentage : 0,9 → 90 % · ligne 2
Lignes ignorées
- vide · ligne 7
- un total · ligne 10
9 lignes : 6 créées, 0 mise à jour, 2 ignorées, 1 refusée"
        );
    }
}
