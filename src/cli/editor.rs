//! A note in the person's own editor: a private file, their program, the text read back.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::{desk::Clock, sales::words::plain::MAX_TEXT, voice::Voice};

use super::env;

/// The text as the person left it; in words why it could not be had.
pub(super) fn edited(editor: Option<&str>, text: &str, voice: &Voice) -> Result<String, String> {
    let editor = editor.ok_or_else(|| voice.say("toast-editor-none").to_owned())?;
    let failed = |why: String| voice.tell("toast-editor-failed", &[("editor", editor.into()), ("why", why.into())]);
    let desk = Folder::new().map_err(|error| failed(error.to_string()))?;
    let file = desk.0.join("note.txt");
    write(&file, text).map_err(|error| failed(error.to_string()))?;
    // As git does it: what is set may carry arguments.
    let script = format!("{editor} \"$1\"");
    let status = Command::new("sh").arg("-c").arg(script).arg("sh").arg(&file).status();
    let status = status.map_err(|error| failed(error.to_string()))?;
    if !status.success() {
        return Err(failed(status.to_string()));
    }
    read(&file).map_err(|error| failed(error.to_string()))
}

/// A folder nobody else can look into, gone with what is in it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> io::Result<Self> {
        static TURN: AtomicU32 = AtomicU32::new(0);
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        let name = format!("vigie-note-{}-{}-{turn}", std::process::id(), Clock::System.millis());
        let path = env::temporary().join(name);
        DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed stays where temporary files are removed anyway.
        drop(fs::remove_dir_all(&self.0));
    }
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")
}

/// What stands in the file, in whatever letters; more than a note may hold is refused when it is entered.
fn read(file: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    fs::File::open(file)?.take(4 * MAX_TEXT as u64).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::voice::Language;

    #[test]
    fn the_text_comes_back_as_the_editor_left_it_or_one_sentence_says_why_not() {
        let voice = Voice::new(Language::Fr);
        let edit = |editor| edited(editor, "Veut un devis", &voice);
        assert_eq!(edit(Some("sed -i s/devis/poêle/")), Ok("Veut un poêle".into()), "arguments are the person's");
        assert_eq!(edit(Some("true")), Ok("Veut un devis".into()));
        for (editor, why) in [(None, "EDITOR"), (Some("false"), "false"), (Some("/nowhere/nano"), "/nowhere/nano")] {
            let said = edit(editor).unwrap_err();
            assert!(said.contains(why) && said.lines().count() == 1, "{said}");
        }
    }

    #[test]
    fn nobody_else_can_read_the_file_and_it_is_gone_afterwards() {
        let voice = Voice::new(Language::En);
        let editor = "look() { stat -c %a \"$1\" \"${1%/*}\" > \"$1\"; echo \"$1\" >> \"$1\"; }; look";
        let said = edited(Some(editor), "", &voice).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[..2], ["600", "700"]);
        assert!(!Path::new(lines[2]).exists(), "{}", lines[2]);
    }
}
