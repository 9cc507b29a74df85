//! Somebody is forgotten for good: no word of them is left in any file, and who objected is not taken in again.

use std::{fs, path::Path};

use vigie::{
    log::{Disk, Holder},
    sales::{
        book::Records,
        erasure::Erasure,
        fact::{Statement, Struck},
    },
};

use crate::{
    talk::Home,
    world::{World, contact, set},
};

/// The words that are left somewhere under a folder.
fn left(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(left(&path, words));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let holds = |word: &&&str| bytes.windows(word.len()).any(|part| part == word.as_bytes());
        found.extend(words.iter().filter(holds).map(|word| format!("{word} in {}", path.display())));
    }
    found
}

const CLIENTS: &str = "Nom;Prénom;Société;Tél.;Mail\nMartin;Paul;Garage Martin;0639980007;paul@martin.example\n\
                       Durand;Zoé;Hôtel du Port;0639980008;zoe@port.example\n";

/// A portfolio in which much was said about Zoé Durand, some of it taken back, with a backup and a draft.
fn portfolio() -> Home {
    let home = Home::new();
    home.with("clients.csv", CLIENTS.as_bytes());
    home.does(&["import", "clients.csv"]);
    home.does(&["set", "durand", "affaire=Véranda", "montant=8k"]);
    home.does(&["log", "durand", "call", "--note", "veut une pergola"]);
    home.does(&["set", "durand", "ville=Saint-Herblain"]);
    home.does(&["undo"]);
    home.does(&["buy", "durand", "3000", "--proof", "order"]);
    home.does(&["backup"]);
    let rows: String = (0..3_000).map(|n| format!("Client {n};client{n}@large.example\n")).collect();
    home.with("large.csv", format!("Nom;Mail\n{rows}").as_bytes());
    home.does(&["import", "large.csv"]);
    let generation = home.store().join("gen-0001");
    assert!(generation.join("snapshot").exists() && generation.join("sled").exists());
    home
}

#[test]
fn no_word_of_a_forgotten_person_is_left_in_any_file() {
    let home = portfolio();
    let words = ["Durand", "Zoé", "zoe@port", "39980008", "Véranda", "pergola", "Saint-Herblain", "durand"];
    assert!(!left(&home.store(), &words[..3]).is_empty());
    home.refuses(2, &["forget", "durand"]);
    home.refuses(1, &["forget", "personne"]);
    let told = home.does(&["forget", "durand", "--yes"]);
    assert!(told.contains("Véranda") && told.contains("effacé pour de bon"), "{told}");
    assert_eq!(left(&home.store(), &words), Vec::<String>::new());
    home.refuses(1, &["show", "durand"]);
    let listed = home.json(&["list", "--limit", "9999"]);
    assert_eq!(listed["count"], 3_002, "the house and everybody else stay");
    let acts = home.does(&["history"]);
    assert!(acts.contains("effacé (personne oubliée)"), "{acts}");
    assert!(home.json(&["doctor"])["ok"].as_bool().unwrap());
    home.does(&["add", "Paul Petit"]);
    home.does(&["undo"]);
    home.does(&["export", "--facts"]);
    assert_eq!(left(&home.store(), &words), Vec::<String>::new());
}

#[test]
fn who_objected_is_not_taken_in_again_unless_they_ask() {
    let home = portfolio();
    home.does(&["forget", "durand", "--objects", "--yes"]);
    assert!(left(&home.store(), &["zoe@port"]).is_empty());
    let refused = home.refuses(2, &["add", "Z. Durand, 06 39 98 00 08"]);
    assert!(refused.contains("oubliée à sa demande"), "{refused}");
    home.refuses(2, &["set", "martin", "mail=Zoe@Port.example"]);
    let report = home.json(&["import", "clients.csv"]);
    assert_eq!((report["refused"].as_u64(), report["created"].as_u64()), (Some(1), Some(0)), "{report}");
    home.refuses(1, &["show", "durand"]);
    home.does(&["add", "--anyway", "Zoé Durand, 06 39 98 00 08"]);
    home.does(&["show", "durand"]);
}

#[test]
fn who_did_not_object_can_come_back() {
    let home = portfolio();
    home.does(&["forget", "durand", "--yes"]);
    home.does(&["add", "Zoé Durand, 06 39 98 00 08"]);
}

#[test]
fn a_backup_brings_nobody_back_who_was_forgotten_since() {
    let home = portfolio();
    home.does(&["backup", "avant.gz"]);
    home.does(&["forget", "durand", "--objects", "--yes"]);
    home.does(&["backup", "apres.gz"]);
    let told = home.json(&["restore", "avant.gz"]);
    assert_eq!(told["forgotten"], 5, "{told}");
    home.refuses(1, &["show", "durand"]);
    assert!(left(&home.store().join("gen-0003"), &["Durand", "zoe@port", "pergola"]).is_empty());
    home.does(&["show", "martin"]);
    home.refuses(2, &["add", "Z. Durand, 06 39 98 00 08"]);
    // Who objected stays so wherever a later backup comes back.
    let other = home.path("other");
    let other = ["--store", other.to_str().unwrap()];
    let told = home.does(&[&other[..], &["restore", "apres.gz"]].concat());
    assert!(told.contains("qui a été oublié après cette copie"), "an empty folder knows nobody: {told}");
    home.refuses(2, &[&other[..], &["add", "Z. Durand, 06 39 98 00 08"]].concat());
    // A portfolio of somebody else's, in which they are too: their address tells them.
    let foreign = portfolio();
    foreign.does(&["backup", "autre.gz"]);
    let foreign = foreign.path("autre.gz");
    let told = home.json(&[&other[..], &["restore", foreign.to_str().unwrap()]].concat());
    assert_eq!(told["forgotten"], 5, "{told}");
    home.refuses(1, &[&other[..], &["show", "durand"]].concat());
    home.does(&[&other[..], &["doctor"]].concat());
}

#[test]
fn notes_about_others_that_name_them_are_shown_and_go_where_asked() {
    let home = portfolio();
    home.does(&["log", "martin", "call", "--note", "recommandé par Zoé DURAND"]);
    home.does(&["next", "martin", "demain", "rappeler le 06.39.98.00.08"]);
    home.does(&["log", "martin", "call", "--note", "du bois très endurant"]);
    home.does(&["add", "Luc Petit, Maison Durand"]);
    let told = home.refuses(2, &["forget", "zoe@port.example"]);
    assert!(told.contains("2 notes") && told.contains("recommandé par Zoé DURAND"), "{told}");
    assert!(told.contains("rappeler le 06.39.98.00.08") && !told.contains("endurant"), "{told}");
    home.does(&["forget", "zoe@port.example", "--mentions", "--yes"]);
    assert_eq!(left(&home.store(), &["DURAND", "39.98.00.08", "recommandé par"]), Vec::<String>::new());
    assert!(home.does(&["history", "martin"]).contains("du bois très endurant"));
    assert!(home.does(&["show", "petit"]).contains("Maison Durand"), "how others are called is theirs");
    home.does(&["doctor"]);
}

#[test]
fn who_was_entered_and_undone_can_be_forgotten() {
    let home = Home::with_marie();
    home.does(&["add", "Timothée Roux, 06 39 98 00 09"]);
    home.does(&["undo"]);
    home.refuses(1, &["show", "roux"]);
    assert!(home.does(&["history"]).contains("Timothée Roux"), "the name, not an id");
    assert!(!left(&home.store(), &["Roux"]).is_empty());
    let told = home.refuses(2, &["forget", "roux"]);
    assert!(told.contains("Timothée Roux"), "{told}");
    home.does(&["forget", "timothée roux", "--yes"]);
    assert_eq!(left(&home.store(), &["Roux", "Timothée", "39980009"]), Vec::<String>::new());
}

#[test]
fn whoever_gave_no_sign_for_three_years_is_listed() {
    let home = Home::with_marie();
    let told = home.refuses(1, &["retention"]);
    assert!(told.contains("moins de 36 mois"), "{told}");
    let told = home.does(&["--today", "25/12/2040", "retention"]);
    assert!(told.contains("une personne sans signe depuis 36 mois") && told.contains("Marie Lefèvre"), "{told}");
    let told = home.json(&["--today", "25/12/2040", "retention"]);
    assert_eq!((told["count"].as_u64(), told["silent"][0]["sign"].is_null()), (Some(1), true), "{told}");
    home.does(&["buy", "marie", "3000", "--proof", "order"]);
    home.refuses(1, &["--today", "25/12/2040", "retention"]);
}

/// A strike names a statement by its place in its fact.
#[test]
fn what_was_struck_out_of_a_shared_fact_stays_struck() {
    let mut world = World::default();
    let shared = world.tell(vec![
        set(contact(1), "contact.town", "Nantes"),
        set(contact(2), "contact.town", "Brest"),
        set(contact(2), "contact.job", "menuisier"),
    ]);
    world.tell(vec![Statement::Struck(Struck { fact: shared.id, at: 2 })]);
    world.tell(vec![Statement::Struck(Struck { fact: shared.id, at: 0 })]);
    let erasure = Erasure::of(&world.book(), contact(1), &mut world).unwrap();
    let after = World(world.0.iter().cloned().map(|fact| erasure.strip(fact)).collect());
    assert!(after.book().contact(contact(1)).is_none());
    assert_eq!(after.book().contact(contact(2)), world.book().contact(contact(2)));
    let seqs: Vec<u64> = after.0.iter().map(|fact| fact.id.seq).collect();
    assert_eq!(seqs, [1, 2, 3], "numbers stay gapless");
}

#[test]
fn a_store_that_somebody_has_open_is_left_as_it_is() {
    let home = Home::with_marie();
    let held = Disk::open(&home.store(), &Holder { pid: 42, user: "Karim".into(), ..Holder::default() }).unwrap();
    let refused = home.refuses(4, &["forget", "marie", "--yes"]);
    assert!(refused.contains("Karim"), "{refused}");
    drop(held);
    home.does(&["show", "marie"]);
}
