//! The user's settings files: `config.toml` for the person, `playbook.toml` for the trade, `keys.toml` for the keyboard.
//! A mistake in one is a sentence with file and line; the last good settings carry on.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::Deserialize;

/// `config.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Config {
    /// `fr` or `en`.
    pub(super) lang: Option<Lang>,
    /// Who enters facts.
    pub(super) author: Option<String>,
    /// The colours: a shipped theme, or a file of `themes/`.
    pub(super) theme: Option<String>,
    /// Plain letters and lines only.
    #[serde(default)]
    pub(super) ascii: bool,
    /// `false` leaves the mouse to the terminal.
    pub(super) mouse: Option<bool>,
    /// How mail leaves.
    pub(super) mail: Option<Mail>,
}

/// `[mail]`: who writes, and how it leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mail {
    /// `Sandrine Petit <sandrine@petit.example>`
    pub(super) from: Option<String>,
    /// The firm, for letters.
    pub(super) firm: Option<String>,
    /// What stands below a letter.
    pub(super) signature: Option<String>,
    /// The machine's own program, where no server is named.
    pub(super) sendmail: Option<PathBuf>,
    /// The server.
    pub(super) smtp: Option<Smtp>,
}

/// `[mail.smtp]`: the server that takes mail. The password is never here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Smtp {
    /// Its name.
    pub(super) host: String,
    /// Its port; the usual one of the way it is spoken with where none is said.
    pub(super) port: Option<u16>,
    /// How the line is made private.
    #[serde(default)]
    pub(super) tls: Secrecy,
    /// Who we are to it.
    pub(super) user: Option<String>,
    /// A file whose first line is the password.
    pub(super) password_file: Option<PathBuf>,
    /// A command that says it.
    pub(super) password_command: Option<String>,
    /// Refused: anybody who reads the settings would know it.
    #[serde(default, rename = "password", deserialize_with = "refused")]
    pub(super) in_clear: (),
}

/// How the line to the server is made private.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Secrecy {
    /// From the start, port 465.
    #[default]
    Tls,
    /// Asked for once one speaks, port 587.
    Starttls,
    /// Not at all: only to this machine.
    None,
}

/// The text that says why; [`super::setup::sentence`] puts it into the reader's language.
fn refused<'de, D: serde::Deserializer<'de>>(_: D) -> Result<(), D::Error> {
    Err(serde::de::Error::custom("cli-settings-password"))
}

/// A line nobody else can read, or one that does not leave the machine.
fn is_private(smtp: &Smtp) -> bool {
    smtp.tls != Secrecy::None || ["localhost", "127.0.0.1", "::1"].contains(&smtp.host.as_str())
}

/// A language of `config.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Lang {
    Fr,
    En,
}

/// Something wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    /// Which file.
    pub(super) file: PathBuf,
    /// Which line, where one can be named.
    pub(super) line: Option<usize>,
    /// What is wrong.
    pub(super) what: String,
    /// Whether the last good settings carry on; else those Vigie comes with.
    pub(super) last_good: bool,
}

/// What is wrong with a text, and where.
pub(super) type Flaw = (Option<usize>, String);

/// A settings file as it was found.
pub(super) struct Found<T> {
    /// What holds.
    pub(super) value: T,
    /// Whether the file is there.
    pub(super) there: bool,
    /// What is wrong in it.
    pub(super) mistake: Option<Mistake>,
}

/// Reads a settings file. A good one is remembered in `memory`; a bad one is told and the remembered one holds.
pub(super) fn read<T>(file: &Path, memory: &Path, parse: impl Fn(&str) -> Result<T, Flaw>, shipped: T) -> Found<T> {
    let text = match fs::read(file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Found { value: shipped, there: false, mistake: None };
        }
        Err(error) => Err((None, error.to_string())),
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| not_text(&error)),
    };
    let read = text.and_then(|text| parse(&text).map(|value| (value, text)));
    match read {
        Ok((value, text)) => {
            remember(memory, &text);
            Found { value, there: true, mistake: None }
        }
        Err((line, what)) => {
            let good = fs::read_to_string(memory).ok().and_then(|text| parse(&text).ok());
            let mistake = Mistake { file: file.to_owned(), line, what, last_good: good.is_some() };
            Found { value: good.unwrap_or(shipped), there: true, mistake: Some(mistake) }
        }
    }
}

/// Parses `config.toml`.
pub(super) fn config(text: &str) -> Result<Config, Flaw> {
    let config: Config = toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_of(text.as_bytes(), span.start));
        (line, error.message().to_owned())
    })?;
    let smtp = config.mail.as_ref().and_then(|mail| mail.smtp.as_ref());
    if smtp.is_some_and(|smtp| !is_private(smtp)) {
        return Err((line_of_key(text, "tls"), "cli-settings-open_line".to_owned()));
    }
    Ok(config)
}

fn not_text(error: &std::string::FromUtf8Error) -> Flaw {
    (Some(line_of(error.as_bytes(), error.utf8_error().valid_up_to())), error.utf8_error().to_string())
}

fn line_of(text: &[u8], at: usize) -> usize {
    text.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

/// The line, from 1, of a key at the top of a file.
pub(super) fn line_of_key(text: &str, key: &str) -> Option<usize> {
    let is_key = |line: &str| line.split_once('=').is_some_and(|(left, _)| left.trim() == key);
    text.lines().position(is_key).map(|at| at + 1)
}

/// Keeps a copy of good settings. Where the home cannot be written there is simply none: the file itself is good.
fn remember(memory: &Path, text: &str) {
    if fs::read_to_string(memory).is_ok_and(|known| known == text) {
        return;
    }
    let kept = memory.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(memory, text));
    if kept.is_err() {
        // A half-written copy must not pass for good settings one day.
        fs::remove_file(memory).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }
        fn read(&self, text: Option<&[u8]>) -> Found<Config> {
            let file = self.0.path().join("config.toml");
            match text {
                Some(text) => fs::write(&file, text).unwrap(),
                None => fs::remove_file(&file).unwrap_or_default(),
            }
            read(&file, &self.0.path().join("good/config.toml"), config, Config::default())
        }
    }

    #[test]
    fn no_file_is_no_mistake() {
        let found = Folder::new().read(None);
        assert!(!found.there && found.mistake.is_none() && found.value == Config::default());
    }

    #[test]
    fn a_mistake_names_its_line_and_the_last_good_settings_carry_on() {
        let folder = Folder::new();
        assert_eq!(folder.read(Some(b"lang = \"en\"\nauthor = \"Karim\"\n")).value.author.as_deref(), Some("Karim"));
        let found = folder.read(Some(b"lang = \"en\"\nauthr = \"Karim\"\n"));
        assert_eq!(found.value.author.as_deref(), Some("Karim"));
        let mistake = found.mistake.unwrap();
        assert_eq!((mistake.line, mistake.last_good), (Some(2), true));
        assert!(mistake.what.contains("authr"), "{}", mistake.what);
    }

    #[test]
    fn without_good_settings_the_shipped_ones_hold() {
        let found = Folder::new().read(Some(b"\n\nlang = \"de\"\n"));
        let mistake = found.mistake.unwrap();
        assert_eq!((mistake.line, mistake.last_good, found.value), (Some(3), false, Config::default()));
    }

    #[test]
    fn bytes_that_are_no_text_are_a_mistake_with_a_line() {
        let found = Folder::new().read(Some(b"lang = \"fr\"\nauthor = \"\xe9\"\n"));
        assert_eq!(found.mistake.unwrap().line, Some(2));
    }

    #[test]
    fn a_directory_is_a_mistake() {
        let folder = Folder::new();
        let file = folder.0.path().join("config.toml");
        fs::create_dir(&file).unwrap();
        let found = read(&file, &folder.0.path().join("m"), config, Config::default());
        assert!(found.mistake.unwrap().line.is_none());
    }
}
