//! The environment, read once; nobody else asks for it.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    io::{self, IsTerminal},
    path::PathBuf,
};

use crate::terminal::place::Place;

/// What is asked of the environment.
const NAMES: [&str; 16] = [
    "VIGIE_STORE",
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
    "LC_ALL",
    "LC_MESSAGES",
    "LC_CTYPE",
    "LANG",
    "USER",
    "LOGNAME",
    "TERM",
    "NO_COLOR",
    "VISUAL",
    "EDITOR",
];

/// What the environment says.
#[derive(Clone, Debug, Default)]
pub(super) struct Env {
    said: BTreeMap<&'static str, OsString>,
    tty: bool,
}

impl Env {
    /// The environment of this process.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub(super) fn read() -> Self {
        let said = NAMES.into_iter().filter_map(|name| Some((name, std::env::var_os(name)?))).collect();
        Self { said, tty: io::stdin().is_terminal() && io::stdout().is_terminal() }
    }

    /// An environment made up.
    #[cfg(test)]
    pub(super) fn of(pairs: &[(&'static str, &str)]) -> Self {
        Self { said: pairs.iter().map(|(name, value)| (*name, OsString::from(value))).collect(), tty: false }
    }

    /// Words under a name; nothing where it is unset, empty or not text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.said.get(name)?.to_str().filter(|text| !text.is_empty())
    }

    /// A path under a name; nothing where it is unset or empty.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        self.said.get(name).filter(|path| !path.is_empty()).map(PathBuf::from)
    }

    /// One of the user's folders: what XDG says where it is absolute, else its usual place at home.
    pub(super) fn folder(&self, xdg: &str, usual: &str) -> Option<PathBuf> {
        let said = self.path(xdg).filter(|path| path.is_absolute());
        said.or_else(|| Some(self.home()?.join(usual))).map(|path| path.join("vigie"))
    }

    /// The user's folder for what lasts no longer than a session.
    pub(super) fn runtime(&self) -> PathBuf {
        let said = self.path("XDG_RUNTIME_DIR").filter(|path| path.is_absolute()).map(|path| path.join("vigie"));
        said.unwrap_or_else(|| temporary().join(format!("vigie-{}", rustix::process::getuid().as_raw())))
    }

    fn home(&self) -> Option<PathBuf> {
        self.path("HOME").or_else(|| etcetera::home_dir().ok()).filter(|path| path.is_absolute())
    }

    /// What it says about the terminal.
    pub(super) fn place(&self, ascii: bool) -> Place {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(|name| self.text(name));
        Place {
            term: self.text("TERM").unwrap_or_default().to_owned(),
            locale: locale.map(str::to_owned),
            no_color: self.text("NO_COLOR").is_some(),
            ascii,
            tty: self.tty,
        }
    }
}

/// Where temporary files live.
pub(super) fn temporary() -> PathBuf {
    std::env::temp_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_those_of_xdg_where_they_are_absolute() {
        let env = Env::of(&[("HOME", "/home/s"), ("XDG_DATA_HOME", "/d"), ("XDG_STATE_HOME", "relative")]);
        assert_eq!(env.folder("XDG_DATA_HOME", ".local/share"), Some("/d/vigie".into()));
        assert_eq!(env.folder("XDG_CONFIG_HOME", ".config"), Some("/home/s/.config/vigie".into()));
        assert_eq!(env.folder("XDG_STATE_HOME", ".local/state"), Some("/home/s/.local/state/vigie".into()));
    }

    #[test]
    fn an_empty_variable_says_nothing() {
        assert_eq!(Env::of(&[("VIGIE_STORE", "")]).path("VIGIE_STORE"), None);
    }
}
