//! A note in the person's own editor, which has the terminal and the keys to itself.

use super::{super::talk::Home, booth::Booth};

fn writing(home: &Home, editor: &str) -> Booth {
    let mut booth =
        Booth::start(home, &["--as", "sandrine"], &[("EDITOR", editor), ("PATH", "/usr/bin:/bin")], (120, 36));
    booth.shows("✓ enregistré");
    booth.types("aj");
    booth.shows("Ctrl-E éditeur");
    booth.types("Veut un devis");
    booth.shows("Veut un devis");
    booth.types("\x05");
    booth
}

#[test]
fn the_editor_has_the_keys_to_itself_and_gives_them_back() {
    let home = Home::with_marie();
    // It reads a line as one would type it: were the keys still read by us, it would never end.
    let mut booth = writing(&home, "ask() { echo; echo QUOI; read -r line; echo \"$line\" > \"$1\"; }; ask");
    booth.shows("QUOI");
    booth.types("Veut un poêle en faïence\r");
    booth.until("the note as the editor left it", |screen| {
        screen.contains("poêle en faïence") && screen.contains("Résultat")
    });
    booth.types(" vite\r");
    booth.shows("✓ enregistré");
    booth.types("\x11");
    assert_eq!(booth.ends(), 0);
    assert!(home.does(&["show", "Marie"]).contains("Veut un poêle en faïence vite"));
}

#[test]
fn an_editor_that_fails_is_one_sentence_and_the_text_stays() {
    for editor in ["false", "/nowhere/nano"] {
        let home = Home::with_marie();
        let booth = writing(&home, editor);
        booth.until("why, and the text", |screen| {
            screen.contains(&format!("L’éditeur « {editor} » n’a rien rendu")) && screen.contains("Veut un devis")
        });
        booth.kill();
    }
}

#[test]
fn control_c_in_the_editor_is_not_ours() {
    let home = Home::with_marie();
    let mut booth = writing(
        &home,
        "ask() { trap 'echo AIE' INT; echo QUOI; until [ \"$line\" = deux ]; do read -r line; done; echo \"$line\" > \"$1\"; }; ask",
    );
    booth.shows("QUOI");
    booth.types("\x03");
    booth.shows("AIE");
    booth.types("un\rdeux\r");
    booth.until("the note", |screen| screen.contains("deux") && screen.contains("Résultat"));
    booth.kill();
}
