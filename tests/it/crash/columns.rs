//! A file whose columns are changed on the screen before it is read in, and the next one of its kind.

use super::{super::talk::Home, booth::Booth};

const FILE: &str = "Nom;Tél;Bécane\nRoux Paul;06 39 98 00 01;Tour\n";
const CTRL_O: &str = "\u{f}";

/// Opens the columns of a file.
fn opened(home: &Home, name: &str) -> Booth {
    let mut booth = Booth::cockpit(home);
    booth.shows("✓ enregistré");
    booth.types(CTRL_O);
    booth.shows("Importer un fichier");
    booth.types(home.path(name).to_str().unwrap());
    booth.types("\r");
    booth.shows("Les colonnes du fichier");
    booth
}

#[test]
fn what_is_chosen_on_the_screen_is_entered_and_kept_for_the_next_file() {
    let home = Home::with_marie();
    home.with("parc.csv", FILE.as_bytes());
    home.with("encore.csv", FILE.replace("Roux", "Blot").replace("01", "02").as_bytes());
    let mut booth = opened(&home, "parc.csv");
    booth.types("\t\tchamp:Machine\r");
    booth.shows("Avant d’importer");
    booth.types("\r");
    booth.shows("Compte rendu");
    booth.types("\r\u{11}");
    booth.ends();
    assert!(home.does(&["show", "roux"]).contains("Machine"));
    let mut booth = opened(&home, "encore.csv");
    booth.shows("Rangées comme la dernière fois");
    booth.types("\u{1b}\u{11}");
    booth.ends();
    home.does(&["import", home.path("encore.csv").to_str().unwrap()]);
    assert!(home.does(&["list", "machine:tour"]).contains("Blot"));
}
