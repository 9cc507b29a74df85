//! Files in and out, whole files at a time.

use proptest::prelude::*;
use vigie::{
    exchange::{
        directory::Directory,
        import::Import,
        known::Nobody,
        proposal::{Found, Proposal, Refusal, Skip, Unreadable, Verdict},
        report::{Counts, Report},
        setting::Setting,
    },
    sales::{
        book::{Book, Records},
        entity::{Entity, Id, Kind},
        fact::{Statement, Value},
        money::Money,
        words::{Flaw, Repair},
    },
    voice::{Language, Voice},
};

use crate::world::{World, day};

/// Reads a file into an empty portfolio; ids count up from 100,000.
pub fn import(bytes: &[u8], setting: Setting) -> Result<(Vec<Proposal>, Report), Unreadable> {
    let mut last = 100_000;
    let mut births = |kind: Kind| {
        last += 1;
        Entity::known(kind, Id(last))
    };
    let mut import = Import::open(bytes, setting, &Nobody, &mut births)?;
    let proposals: Vec<Proposal> = import.by_ref().collect();
    let report = import.report().clone();
    assert!(report.counts.balance(), "{:?}", report.counts);
    assert_eq!(report.counts.rows, proposals.len() as u64);
    Ok((proposals, report))
}

/// Reads a file into a portfolio.
pub fn import_into(world: &mut World, bytes: &[u8]) -> Report {
    let book = Book::of(world).unwrap();
    let directory = Directory::of(&book, |_| false);
    let mut last = (1 << 90) + world.0.len() as u128 * 1000;
    let mut births = |kind: Kind| {
        last += 1;
        Entity::known(kind, Id(last))
    };
    let setting = Setting { file: "fichier.csv", today: day("2026-11-22"), ..Setting::default() };
    let mut import = Import::open(bytes, setting, &directory, &mut births).unwrap();
    for proposal in import.by_ref().filter(|proposal| !proposal.statements.is_empty()) {
        world.tell(proposal.statements);
    }
    import.report().clone()
}

#[test]
fn the_same_file_again_says_nothing_new() {
    for name in [
        "excel_fr_semicolon_cp1252.csv",
        "google_contacts_new_format.csv",
        "hubspot_contacts.csv",
        "pipedrive_people_deals_import_vocabulary.csv",
        "salesforce_leads.csv",
    ] {
        let mut world = World::default();
        let first = import_into(&mut world, &file(name)).counts;
        let facts = world.0.len();
        assert_eq!(facts as u64, first.created, "{name}");
        let again = import_into(&mut world, &file(name)).counts;
        assert_eq!(
            (again.created, again.updated, again.skipped),
            (0, 0, first.rows),
            "{name}: {:#?}",
            &world.0[facts..]
        );
    }
}

#[test]
fn a_later_file_completes_what_is_known() {
    let mut world = World::default();
    import_into(&mut world, "Nom;Prénom;Mail;Ville\nMoreau;Éric;e@m.example;Bourg\n".as_bytes());
    let report =
        import_into(&mut world, "Nom;Prénom;Mail;Tél;Montant\nMOREAU;Éric;E@m.example;0639980003;\n".as_bytes());
    assert_eq!(report.counts.updated, 1);
    let book = Book::of(&mut world).unwrap();
    assert_eq!(book.count(Kind::Contact), 1);
    let contact = book.entities(Kind::Contact).find_map(|entity| book.contact(entity)).unwrap();
    assert_eq!(contact.fields.text("contact.town"), "Bourg");
    assert_eq!(contact.fields.text("contact.phone"), "+33639980003");
}

pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What a proposal says, one line a statement, entities by kind and by their order in the file.
fn told(proposal: &Proposal) -> Vec<String> {
    proposal.statements.iter().map(|statement| serde_json::to_string(statement).unwrap()).collect()
}

pub fn says(proposal: &Proposal, words: &[&str]) -> bool {
    told(proposal).iter().any(|line| words.iter().all(|word| line.contains(word)))
}

pub fn set(proposal: &Proposal, field: &str) -> Option<Value> {
    proposal.statements.iter().find_map(|statement| match statement {
        Statement::Set(set) if set.field == field => Some(set.value.clone()),
        _ => None,
    })
}

pub fn text(proposal: &Proposal, field: &str) -> String {
    match set(proposal, field) {
        Some(Value::Text(text)) => text,
        other => format!("{other:?}"),
    }
}

fn french() -> (Vec<Proposal>, Report) {
    let name = "excel_fr_semicolon_cp1252.csv";
    import(&file(name), Setting { file: name, ..Setting::default() }).unwrap()
}

#[test]
fn a_french_spreadsheet_is_read_row_by_row() {
    let (rows, report) = french();
    let Counts { rows: all, created, updated, skipped, refused } = report.counts;
    assert_eq!((all, created, updated, skipped, refused), (4, 3, 0, 1, 0));
    let json = report.json();
    assert_eq!(
        (&json["encoding"], &json["separator"], &json["header_line"]),
        (&"Windows-1252".into(), &";".into(), &1.into())
    );
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4, 5]);
    assert_eq!(rows[3].verdict, Verdict::Skipped(Skip::Empty));
    assert_eq!(report.in_the_note().count(), 0);
}

#[test]
fn a_clean_row_needs_no_word_but_about_its_temperature() {
    let row = &french().0[0];
    assert_eq!(row.findings.iter().map(|found| found.kind.key()).collect::<Vec<_>>(), ["warmth"]);
    assert_eq!(text(row, "contact.civility"), "Mme");
    assert_eq!(text(row, "contact.given_name"), "Gaëlle");
    assert_eq!(text(row, "contact.family_name"), "LE GOFF");
    assert_eq!(text(row, "contact.phone"), "+33639980001");
    assert_eq!(text(row, "company.siret"), "00001010800017");
    assert_eq!(text(row, "contact.note"), "rappeler après les congés");
    assert_eq!(set(row, "deal.amount"), Some(Value::Money(Money::ht(1_500_000))));
    assert_eq!(set(row, "deal.probability"), Some(Value::Percent(6_000)));
    assert!(says(row, &["promised", "deal:", "2027-01-05"]));
    assert!(says(row, &["adjusted", "\"warm\"", "fichier : Tiède"]));
}

#[test]
fn a_damaged_row_is_mended_where_that_is_certain_and_told_where_it_is_not() {
    let row = &french().0[1];
    assert_eq!(text(row, "contact.phone"), "+33639980003");
    assert_eq!(text(row, "contact.postcode"), "01000");
    assert_eq!(set(row, "deal.amount"), Some(Value::Money(Money::ht(482_050))));
    assert_eq!(set(row, "deal.probability"), Some(Value::Percent(9_000)));
    assert_eq!(text(row, "contact.family_name"), "MOREAU");
    assert_eq!((set(row, "contact.given_name"), set(row, "company.siret")), (None, None));
    assert!(!says(row, &["promised"]));
    assert!(says(row, &["adjusted", "\"hot\"", "fichier : chaud !!"]));
    assert_eq!(text(row, "contact.note"), "SIRET : 1,98770001E+13\nDate de relance : 31/02/2027");
    let found: Vec<(&str, Found)> = row.findings.iter().map(|found| (&*found.column, found.kind.clone())).collect();
    let mended = |repair, from: &str, to: &str| Found::Repaired { repair, from: from.to_owned(), to: to.to_owned() };
    let doubted = |flaw, text: &str| Found::Doubtful { flaw, text: text.to_owned() };
    assert_eq!(
        found,
        [
            ("Tél.", mended(Repair::Scientific, "6,39980003E+08", "06 39 98 00 03")),
            ("CP", mended(Repair::Postcode, "1000", "01000")),
            ("SIRET", doubted(Flaw::ScientificLoss, "1,98770001E+13")),
            ("Probabilité", mended(Repair::PercentOfOne, "0,9", "90 %")),
            ("Date de relance", doubted(Flaw::NoSuchDay { day: 31, month: 2, year: 2027 }, "31/02/2027")),
            ("État", Found::Warmth { text: "chaud !!".to_owned() }),
        ]
    );
}

#[test]
fn an_opposition_in_any_cell_is_one() {
    let row = &french().0[2];
    assert_eq!(text(row, "company.name"), "Dupont & Fils");
    assert_eq!(text(row, "company.email"), "contact@dupont-fils.example");
    let origin = "excel_fr_semicolon_cp1252.csv";
    assert!(says(row, &["permitted", "company:", "\"phone\"", "opposed", "NE PLUS APPELER", origin, "2026-11-22"]));
    assert!(says(row, &["permitted", "\"approach\":null", "opposed", "retiré du fichier", origin, "2026-02-03"]));
    assert!(says(row, &["linked", "\"to\":\"company:", "party"]));
    assert!(says(row, &["lost", "\"reason\":\"\""]));
}

#[test]
fn files_of_other_programs_are_read() {
    for (name, created, updated) in [
        ("google_contacts_new_format.csv", 3, 0),
        ("hubspot_contacts.csv", 4, 0),
        ("outlook_contacts_en_headers_cp1252.csv", 1, 1),
        ("pipedrive_people_deals_import_vocabulary.csv", 2, 0),
        ("salesforce_leads.csv", 2, 0),
    ] {
        let (_, report) = import(&file(name), Setting::default()).unwrap();
        assert_eq!((report.counts.created, report.counts.updated), (created, updated), "{name}");
    }
}

#[test]
fn what_other_programs_put_into_one_cell_is_taken_apart() {
    let (rows, _) = import(&file("google_contacts_new_format.csv"), Setting::default()).unwrap();
    assert_eq!(text(&rows[0], "contact.phone"), "+33639980001");
    assert_eq!(text(&rows[0], "contact.note"), "Rencontrée au salon de Nantes\nveut un devis avant l'été");
    assert_eq!(set(&rows[0], "contact.tags"), Some(Value::List(vec!["Prospects".to_owned()])));
    let (rows, _) = import(&file("pipedrive_people_deals_import_vocabulary.csv"), Setting::default()).unwrap();
    let numbers = (text(&rows[0], "contact.phone"), text(&rows[0], "contact.mobile"));
    assert_eq!(numbers, ("+33299000001".to_owned(), "+33639980001".to_owned()));
    assert!(says(&rows[0], &["promised", "2024-12-05", "Relance devis"]));
    let (rows, _) = import(&file("salesforce_leads.csv"), Setting::default()).unwrap();
    assert_eq!(text(&rows[0], "contact.job"), "Directrice");
    assert_eq!(set(&rows[1], "company.name"), None);
}

fn rows(text: &str) -> Vec<Proposal> {
    import(text.as_bytes(), Setting::default()).unwrap().0
}

fn keys(text: &str) -> Vec<&'static str> {
    rows(text).iter().map(|row| row.verdict.key()).collect()
}

#[test]
fn one_person_in_two_rows_is_one() {
    assert_eq!(keys("Nom;Prénom;Mail\nMoreau;Éric;e@m.example\nMOREAU;Eric;E@m.example\n"), ["created", "updated"]);
    assert_eq!(keys("Nom;Prénom;Tél\nMoreau;Éric;0639980001\nMoreau;;06 39 98 00 01\n"), ["created", "updated"]);
    assert_eq!(
        keys("Nom;Prénom;Société;Mail\nMoreau;Éric;Elec;\nÉric;Moreau;ELEC;x@m.example\nMoreau;Eric;Autre;\n"),
        ["created", "updated", "created"]
    );
}

#[test]
fn two_people_behind_one_address_stay_two() {
    let rows = rows("Nom;Prénom;Mail\nMoreau;Éric;contact@m.example\nLe Goff;Gaëlle;contact@m.example\n");
    assert_eq!(rows[1].verdict, Verdict::Created);
    assert_eq!(rows[1].findings[0].kind.key(), "shared");
    assert_eq!(keys("Nom;Prénom;Tél\nMoreau;Éric;0639980001\nMoreau;Léa;0639980001\n"), ["created", "created"]);
}

#[test]
fn a_company_is_told_by_siret_or_by_name_and_postcode() {
    let companies = |text: &str| {
        let all = rows(text).into_iter().flat_map(|row| row.statements).flat_map(|said| said.entities());
        all.filter(|entity| entity.kind == Kind::Company).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!(companies("Nom;Prénom;Société;CP\nA;B;Elec;01000\nC;D;ÉLEC;1000\n"), 1);
    assert_eq!(companies("Nom;Prénom;Société;CP\nA;B;Elec;01000\nC;D;Elec;44000\n"), 2);
    assert_eq!(companies("Nom;Prénom;Société;CP\nA;B;Elec;01000\nC;D;Elec;\n"), 1);
    assert_eq!(companies("Société;SIRET\nElec;73282932000074\nÉlectricité;73282932000074\n"), 1);
    assert_eq!(companies("Société;SIRET\nElec;73282932000074\nElec;35600000000048\n"), 2);
}

#[test]
fn the_very_same_row_is_skipped_with_the_line_it_repeats() {
    let rows = rows("Nom;Prénom\nMoreau;Éric\nLe Goff;Gaëlle\nMoreau;Éric\nNom;Prénom\n");
    assert_eq!(rows[2].verdict, Verdict::Skipped(Skip::SameAs { line: 2 }));
    assert_eq!(rows[3].verdict, Verdict::Skipped(Skip::HeaderAgain));
}

#[test]
fn a_column_nobody_knows_goes_to_the_note_under_its_header() {
    let (rows, report) = import("Nom;Pointure;Signe\nÉric Moreau;43;Lion\n".as_bytes(), Setting::default()).unwrap();
    assert_eq!(text(&rows[0], "contact.note"), "Pointure : 43\nSigne : Lion");
    assert_eq!(report.in_the_note().collect::<Vec<_>>(), ["Pointure", "Signe"]);
    let map = [("Signe".to_owned(), "-".to_owned()), ("Pointure".to_owned(), "contact.job".to_owned())];
    let setting = Setting { map: &map, ..Setting::default() };
    let (rows, _) = import("Nom;Pointure;Signe\nÉric Moreau;43;Lion\n".as_bytes(), setting).unwrap();
    assert_eq!((text(&rows[0], "contact.job"), set(&rows[0], "contact.note")), ("43".to_owned(), None));
}

#[test]
fn a_header_that_promises_something_else_is_not_believed() {
    let mut text = "Nom;Échéance;Effectif\n".to_owned();
    (0..10).for_each(|n| text.push_str(&format!("Éric Moreau{n};{n};10-49\n")));
    let (rows, report) = import(text.as_bytes(), Setting::default()).unwrap();
    let place = &report.file.columns[1];
    assert_eq!((&*place.header, place.key, place.promised), ("Échéance", "note", Some("deal.closing")));
    assert_eq!(report.findings, []);
    assert!(rows[0].statements.iter().all(|said| !matches!(said, Statement::Linked(_))));
}

#[test]
fn columns_without_names_are_told_by_what_they_hold() {
    let text = "Éric Moreau;eric@m.example;06 39 98 00 01;01000;x1\nGaëlle Le Goff;g@l.example;0639980002;44000;x2\n";
    let (rows, report) = import(text.as_bytes(), Setting::default()).unwrap();
    assert_eq!(report.file.header, None);
    assert_eq!(self::text(&rows[0], "contact.given_name"), "Éric");
    assert_eq!(self::text(&rows[1], "contact.phone"), "+33639980002");
    assert_eq!(self::text(&rows[1], "contact.note"), "colonne 5 : x2");
}

#[test]
fn a_title_above_the_header_is_skipped() {
    let rows = rows("Export du 12/03/2026;;\n;;\nNom;Prénom;Ville\nMoreau;Éric;Nantes\n");
    let verdicts: Vec<_> = rows.iter().map(|row| row.verdict.clone()).collect();
    let [above, empty] = [Skip::AboveHeader, Skip::Empty].map(Verdict::Skipped);
    assert_eq!(verdicts, [above, empty, Verdict::Created]);
    assert_eq!(rows[2].line, 4);
}

#[test]
fn won_needs_an_amount_and_is_recorded_without_proof() {
    let rows = rows("Nom;Statut;Montant;Date de clôture\nA B;gagné;1 200;03/02/2026\nC D;client;;\n");
    assert!(says(&rows[0], &["bought", "120000", "\"proof\":null", "2026-02-03"]));
    assert_eq!(rows[1].findings[0].kind.key(), "purchase_unknown");
    assert_eq!(text(&rows[1], "contact.note"), "Statut : client");
}

#[test]
fn a_row_about_nobody_is_refused() {
    let rows = rows("Société;Montant\n;15000\nElec;12\n");
    assert_eq!(rows[0].verdict, Verdict::Refused(Refusal::Nobody));
    assert_eq!(rows[1].verdict, Verdict::Created);
}

#[test]
fn a_text_too_long_refuses_its_row_alone() {
    let long = "x".repeat(70_000);
    let rows = rows(&format!("Nom;Note\nÉric Moreau;{long}\nGaëlle Le Goff;ok\n"));
    assert_eq!(rows[0].verdict, Verdict::Refused(Refusal::TooLong { column: "Note".into(), max: 65_536 }));
    assert_eq!(rows[1].verdict, Verdict::Created);
}

#[test]
fn nothing_unseen_enters() {
    let rows = rows("Nom;Ville\n\u{1b}[31mMoreau\u{1b}[0m Éric;\u{202e}setnaN\u{8}\u{7}\n🦊 محمد;Ἀθῆναι\n");
    let all = rows.iter().flat_map(told).collect::<String>();
    assert!(!all.contains(['\u{1b}', '\u{202e}', '\u{8}', '\u{7}']) && !all.contains("\\u001b"), "{all}");
    assert_eq!(rows[1].verdict, Verdict::Created);
}

#[test]
fn odd_tables_come_to_a_sane_end() {
    assert_eq!(keys("Nom;Montant\nÉric Moreau;-500\n"), ["created"]);
    assert_eq!(keys("Nom;Nom;Nom\nA B;C D;E F\n"), ["created"]);
    assert_eq!(keys("Nom;Prénom\nMoreau\nLe Goff;Gaëlle;x;;y\n"), ["created", "created"]);
    assert_eq!(keys("Nom;Note\nÉric Moreau;\"ouvert\nGaëlle Le Goff;ok\n"), ["created", "created"]);
    let wide = format!("Nom{}\nÉric Moreau{}\n", ";Bidule".repeat(10_000), ";x".repeat(10_000));
    assert_eq!(keys(&wide), ["refused"]);
}

#[test]
fn what_is_no_table_is_named() {
    let of = |bytes: &[u8]| match import(bytes, Setting::default()) {
        Err(why) => why.key(),
        Ok((_, report)) => panic!("{report:?}"),
    };
    assert_eq!(of(b""), "empty");
    assert_eq!(of(b"PK\x03\x04xl/workbook.xml"), "workbook");
    assert_eq!(of(b"\x00\x01\x02\x03\x04"), "binary");
    assert_eq!(of(b"Nom;Ville\n\0\0Moreau;\0\n"), "binary");
    assert_eq!(of(b"a;b;c\n1;2;3\n"), "nobody_in_it");
    assert_eq!(of(b"{\"format\":\"vigie-facts\",\"version\":1,\"count\":0}\n"), "facts");
}

#[test]
fn dates_are_read_month_first_where_the_column_says_so() {
    let rows = rows("Name,Next follow-up\nA B,3/4/2027\nC D,3/15/2027\n");
    assert!(says(&rows[0], &["promised", "2027-03-04"]));
    assert!(says(&rows[1], &["promised", "2027-03-15"]));
}

#[test]
fn a_report_is_json_with_every_row_in_it() {
    let json = french().1.json();
    assert_eq!(json["rows"], 4);
    assert_eq!(json["skipped_because"]["empty"], 1);
    assert_eq!(json["findings"][5]["flaw"], "no_such_day");
    assert_eq!(json["findings"][5]["column"], "Date de relance");
    assert_eq!(json["findings"][5]["line"], 3);
}

/// Cells as they come: fields that mean something, letters, signs, bytes of any kind.
fn cell() -> impl Strategy<Value = Vec<u8>> {
    let known = prop::sample::select(vec![
        "Moreau",
        "Éric",
        "06 39 98 00 01",
        "6,39980003E+08",
        "e@m.example",
        "Elec",
        "chaud",
        "perdu",
        "gagné",
        "1 200,00 €",
        "31/02/2027",
        "12/03/2026",
        "\"",
        "\"a\"\"b\"",
        "73282932000074",
        "0,9",
        "ne plus appeler",
        "-1",
        "\u{1b}[0m",
        "\u{202e}x",
        "",
    ]);
    prop_oneof![
        6 => known.prop_map(|text| text.as_bytes().to_vec()),
        2 => ".{0,20}".prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..12),
    ]
}

fn table() -> impl Strategy<Value = Vec<u8>> {
    let headers = prop::sample::select(vec![
        "Nom",
        "Prénom",
        "Société",
        "Contact",
        "Tél.",
        "Mél",
        "CP",
        "SIRET",
        "Montant HT",
        "Probabilité",
        "Date de relance",
        "État",
        "Commentaire",
        "Affaire",
        "Bidule",
        "",
        "Créé le",
        "Dernier contact",
        "Responsable",
        "Particulier",
    ]);
    let headers = prop::collection::vec(headers, 1..8);
    let rows = prop::collection::vec(prop::collection::vec(cell(), 0..9), 0..12);
    (headers, rows, prop::sample::select(vec![b';', b',', b'\t'])).prop_map(|(headers, rows, separator)| {
        let mut bytes = headers.join(&*(separator as char).to_string()).into_bytes();
        for row in rows {
            bytes.push(b'\n');
            bytes.extend(row.join(&separator));
        }
        bytes
    })
}

/// Whatever the bytes: no panic, and every row is accounted for ([`import`] checks).
fn survives(bytes: &[u8]) {
    let _ = import(bytes, Setting::default());
}

proptest! {
    #[test]
    fn random_bytes_come_to_an_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        survives(&bytes);
    }

    #[test]
    fn random_text_comes_to_an_end(text in "(\\PC|[;,\n\"\r\t]){0,300}") {
        survives(text.as_bytes());
    }

    #[test]
    fn random_tables_account_for_every_row(bytes in table()) {
        survives(&bytes);
    }

    #[test]
    fn random_tables_enter_without_unseen_characters(bytes in table()) {
        if let Ok((rows, _)) = import(&bytes, Setting::default()) {
            let all = rows.iter().flat_map(told).collect::<String>();
            let unseen = all.contains(['\u{1b}', '\u{202e}']) || all.contains("\\u001b");
            prop_assert!(!unseen, "{}", all);
        }
    }
}

#[test]
fn every_text_of_an_import_is_there_in_both_languages() {
    let source = |language: &str| {
        std::fs::read_to_string(format!("{}/assets/i18n/{language}.ftl", env!("CARGO_MANIFEST_DIR"))).unwrap()
    };
    let keys = |text: &str| -> Vec<String> {
        let keys = text.lines().filter(|line| line.starts_with("import-"));
        keys.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
    };
    let (french, english) = (source("fr"), source("en"));
    assert_eq!(keys(&french), keys(&english));
    let voice = Voice::new(Language::En);
    for foreign in [
        "empty",
        "locked",
        "zip",
        "compressed",
        "pdf",
        "calendar",
        "json",
        "workbook",
        "no_such_sheet",
        "workbook",
        "no_such_sheet",
        "html",
        "xml",
        "binary",
    ] {
        assert!(voice.has(&format!("import-unreadable-{foreign}")), "{foreign}");
    }
}

#[test]
fn a_loss_without_reason_and_an_empty_row_are_told_with_their_line() {
    let (_, report) =
        import("Nom;État\nÉric Moreau;perdu\n;\nGaëlle Le Goff;Perdu - trop cher\n".as_bytes(), Setting::default())
            .unwrap();
    let found: Vec<_> = report.findings.iter().map(|found| (found.line, found.kind.key())).collect();
    assert_eq!(found, [(2, "loss_unknown")]);
    assert_eq!(report.passed, [(3, Skip::Empty)]);
    let remarks: Vec<_> = report.remarks.iter().map(|remark| (remark.word, &remark.rows[..])).collect();
    assert_eq!(remarks, [(("found", "loss_unknown"), &[2][..]), (("skip", "empty"), &[3])]);
}

#[test]
fn a_day_of_creation_is_a_remark_and_no_exchange() {
    let rows = rows("Nom;Date de création\nÉric Moreau;12/03/2026\n");
    assert!(rows[0].statements.iter().all(|said| !matches!(said, Statement::Exchanged(_))));
    assert_eq!(text(&rows[0], "contact.note"), "Date de création : 12/03/2026");
}

#[test]
fn the_headers_and_guards_of_our_own_table_are_understood() {
    let rows = rows(
        "Nom;Note;Code postal;Montant;HT/TTC;Étape;Date d'achat;Opposition\nÉric Moreau;'=1+2;\u{200b}01000;15000,00;TTC;Gagné;03/02/2026;e-mail, SMS\n",
    );
    assert_eq!((text(&rows[0], "contact.note"), text(&rows[0], "contact.postcode")), ("=1+2".into(), "01000".into()));
    assert!(says(&rows[0], &["bought", "1500000", "ttc", "2026-02-03"]));
    assert!(says(&rows[0], &["opposed", "mail"]) && says(&rows[0], &["opposed", "sms"]));
}
