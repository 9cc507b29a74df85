//! `vigie send` as a process.

use std::{fs, os::unix::fs::PermissionsExt as _};

use super::office::{Manner, Office};
use crate::talk::Home;

/// Marie, and a server that takes mail or not.
fn home(manner: Manner) -> (Home, Office) {
    let (home, office) = (Home::with_marie(), Office::open(manner));
    settings(&home, &format!("[mail.smtp]\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\n", office.port));
    (home, office)
}

fn settings(home: &Home, more: &str) {
    let folder = home.path(".config/vigie");
    fs::create_dir_all(&folder).unwrap();
    let from = "[mail]\nfrom = \"Sandrine Petit <sandrine@petit.example>\"\nfirm = \"Petit & Fils\"\n";
    fs::write(folder.join("config.toml"), format!("author = \"Sandrine\"\n{from}{more}")).unwrap();
}

fn mails(home: &Home) -> usize {
    let shown = home.json(&["show", "marie"]);
    shown["exchanges"].as_array().unwrap().iter().filter(|exchange| exchange["channel"] == "mail").count()
}

#[test]
fn a_letter_is_shown_then_sent_and_noted_once_it_was_taken() {
    let (home, office) = home(Manner::Takes);
    let shown = home.does(&["send", "marie", "--template", "bienvenue", "--dry-run"]);
    for wanted in
        ["marie@lefevre.example", "Merci de votre confiance", "Bonjour Marie Lefèvre,", "Petit & Fils", "stop"]
    {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    assert_eq!((office.taken().len(), mails(&home)), (0, 0));
    let said = home.does(&["send", "marie", "--template", "bienvenue"]);
    assert!(said.contains("Merci de votre confiance"), "{said}");
    assert_eq!((office.taken().len(), mails(&home)), (1, 1));
    assert!(home.does(&["show", "marie"]).contains("Merci de votre confiance"));
    home.does(&["undo", "--yes"]);
    assert_eq!(mails(&home), 0);
}

#[test]
fn what_is_missing_is_named_and_nothing_leaves() {
    let (home, office) = home(Manner::Takes);
    let said = home.refuses(2, &["send", "marie", "--template", "devis-2"]);
    assert!(said.contains("date du devis") && said.contains("montant"), "{said}");
    let given = ["--with", "date du devis=12 novembre", "--with", "montant=8 400 €"];
    home.does(&[&["send", "marie", "--template", "devis-2"], given.as_slice()].concat());
    assert_eq!(office.taken().len(), 1);
    let said = home.refuses(2, &["send", "marie", "--template", "pigeon"]);
    assert!(said.contains("bienvenue"), "{said}");
    home.does(&["set", "marie", "mail="]);
    assert!(home.refuses(2, &["send", "marie", "--template", "bienvenue"]).contains("adresse"));
}

#[test]
fn a_letter_that_was_refused_is_not_noted() {
    for (manner, wanted) in [(Manner::RefusesTo, "Rien n'est parti"), (Manner::HangsUp, "On ne sait pas")] {
        let (home, _office) = home(manner);
        let said = home.refuses(2, &["send", "marie", "--template", "bienvenue"]);
        assert!(said.contains(wanted), "{said}");
        assert_eq!(mails(&home), 0);
    }
}

#[test]
fn an_opposed_person_is_written_to_only_when_one_insists() {
    let (home, office) = home(Manner::Takes);
    home.does(&["import", home.with("o.csv", OPPOSED.as_bytes()).to_str().unwrap()]);
    let said = home.refuses(2, &["send", "zoé", "--template", "bienvenue"]);
    assert!(said.contains("--yes") && said.contains("opposition"), "{said}");
    assert!(office.taken().is_empty());
    home.does(&["send", "zoé", "--template", "bienvenue", "--yes"]);
    assert_eq!(office.taken().len(), 1);
}

const OPPOSED: &str =
    "Prénom;Nom;Société;Mail;Commentaire\nZoé;Martin;Garage Martin;zoe@martin.example;NE PLUS CONTACTER\n";

#[test]
fn the_same_letter_never_leaves_twice_a_day_by_itself() {
    let (home, office) = home(Manner::Takes);
    home.does(&["send", "marie", "--template", "bienvenue"]);
    let said = home.refuses(2, &["send", "marie", "--template", "bienvenue"]);
    assert!(said.contains("Déjà envoyé à marie@lefevre.example") && said.contains("--again"), "{said}");
    assert_eq!((office.taken().len(), mails(&home)), (1, 1));
    home.does(&["send", "marie", "--template", "avis"]);
    home.does(&["send", "marie", "--template", "bienvenue", "--again"]);
    assert_eq!((office.taken().len(), mails(&home)), (3, 3));
}

#[test]
fn a_file_needs_no_settings_and_names_no_writer() {
    let home = Home::with_marie();
    let file = home.path("marie.eml");
    home.does(&["send", "marie", "--template", "bienvenue", "--eml", file.to_str().unwrap()]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(!text.contains("From:") && text.contains("X-Unsent: 1"), "{text}");
}

#[test]
fn without_a_server_it_is_written_to_a_file_of_the_persons_alone() {
    let (home, _office) = home(Manner::Takes);
    settings(&home, "sendmail = \"/nowhere/sendmail\"\n");
    assert!(home.refuses(2, &["send", "marie", "--template", "bienvenue"]).contains("Rien n'est parti"));
    let file = home.path("marie.eml");
    let said = home.does(&["send", "marie", "--template", "bienvenue", "--eml", file.to_str().unwrap()]);
    assert!(said.contains("marie.eml"), "{said}");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("To: marie@lefevre.example"), "{text}");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    home.refuses(2, &["send", "marie", "--template", "bienvenue", "--eml", file.to_str().unwrap()]);
    assert_eq!(mails(&home), 0);
}

#[test]
fn a_sendmail_of_the_machine_takes_it() {
    let (home, _office) = home(Manner::Takes);
    let program = home.path("sendmail");
    fs::write(&program, "#!/bin/sh\ncat > \"$HOME/sent\"\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    settings(&home, &format!("sendmail = \"{}\"\n", program.display()));
    home.does(&["send", "marie", "--template", "bienvenue"]);
    assert!(fs::read_to_string(home.path("sent")).unwrap().contains("To: marie@lefevre.example"));
    assert_eq!(mails(&home), 1);
}

#[test]
fn the_firms_own_letters_come_first_and_english_ones_are_english() {
    let (home, _office) = home(Manner::Takes);
    let folder = home.path(".config/vigie/templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("salon.txt"), "Ravi de vous avoir vue, {prénom|}\n\nBonjour,\n{vendeur}\n").unwrap();
    let listed = home.does(&["send", "marie"]);
    assert!(listed.trim_start().starts_with("salon") && listed.contains("devis-1"), "{listed}");
    let shown = home.does(&["send", "marie", "--template", "salon", "--dry-run"]);
    assert!(shown.contains("vue, Marie") && shown.contains("Sandrine"), "{shown}");
    let english = home.does(&["--lang", "en", "send", "marie", "--template", "welcome", "--dry-run"]);
    assert!(english.contains("Dear Marie Lefèvre") && english.contains("simply reply"), "{english}");
}

#[test]
fn a_password_in_clear_or_an_open_line_is_refused_and_never_shown() {
    let (home, _office) = home(Manner::Takes);
    settings(&home, "[mail.smtp]\nhost = \"smtp.petit.example\"\nuser = \"s\"\npassword = \"s3same\"\n");
    let said = home.ask(&["config"]);
    assert!(
        said.out.contains("password_command") && !format!("{}{}", said.out, said.err).contains("s3same"),
        "{}",
        said.out
    );
    settings(&home, "[mail.smtp]\nhost = \"smtp.petit.example\"\ntls = \"none\"\n");
    assert!(home.ask(&["config"]).out.contains("localhost"));
    settings(
        &home,
        "[mail.smtp]\nhost = \"smtp.petit.example\"\nuser = \"s\"\npassword_command = \"pass show mail\"\n",
    );
    let shown = home.does(&["config"]);
    assert!(shown.contains("smtp.petit.example:465") && shown.contains("pass show mail"), "{shown}");
}

#[test]
fn a_sequence_is_begun_told_and_ended_from_the_shell() {
    let home = Home::with_marie();
    assert!(home.does(&["sequence", "marie"]).contains("Relance de devis"));
    assert!(home.does(&["sequence", "marie", "garder"]).contains("Garder le contact"));
    assert!(home.does(&["sequence", "marie"]).contains("étape 1/4"));
    let told = home.json(&["sequence", "marie"]);
    assert_eq!(
        (told["sequences"][0]["sequence"].as_str(), told["sequences"][0]["of"].as_i64()),
        (Some("nurturing"), Some(4))
    );
    home.does(&["sequence", "marie", "aucune"]);
    assert!(home.does(&["sequence", "marie"]).contains("Aucune séquence"));
    assert!(home.does(&["history", "marie"]).contains("séquence arrêtée"));
    assert!(home.refuses(2, &["sequence", "marie", "pigeon"]).contains("Bienvenue"));
}
