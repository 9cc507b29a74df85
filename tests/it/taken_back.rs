//! What the command line says of what was taken back, and how it hears its words.

use crate::talk::Home;

#[test]
fn an_undo_that_changes_nothing_on_the_fiche_says_so() {
    let home = Home::with_marie();
    home.does(&["set", "marie", "ville=Nantes"]);
    home.does(&["set", "marie", "ville=Brest"]);
    let acts = home.json(&["history"]);
    let act = acts["acts"][1]["short"].as_str().unwrap();
    let told = home.does(&["undo", "--act", act, "--yes"]);
    assert!(told.contains("Ville reste Brest"), "{told}");
    let told = home.does(&["undo"]);
    assert!(!told.contains("reste"), "{told}");
}

#[test]
fn a_files_name_is_never_altered_and_options_may_follow_the_words() {
    let home = Home::with_marie();
    home.with("bad.bk", b"mine");
    assert!(home.refuses(4, &["restore", "bad.bk"]).contains("bad.bk"));
    home.does(&["add", "Marie Lefèvre, 06 39 98 00 01", "--anyway"]);
    assert!(home.does(&["add", "Zoé Roux", "--json"]).starts_with('{'));
}
