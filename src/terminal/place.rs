//! Where we are: facts about the terminal that `cli::setup` reads once from the environment.

/// What the environment says about the terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// `TERM`; empty where unset.
    pub term: String,
    /// The first of `LC_ALL`, `LC_CTYPE`, `LANG` that is set; nothing where none is.
    pub locale: Option<String>,
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// The person asked for ASCII.
    pub ascii: bool,
    /// Standard input and output are both a terminal.
    pub tty: bool,
}

impl Place {
    /// Whether a full screen can live here at all.
    pub fn has_screen(&self) -> bool {
        self.tty && !self.term.is_empty() && self.term != "dumb"
    }

    /// Only letters every terminal has: asked for, a very old terminal, or a locale that is explicitly not UTF-8.
    /// No locale at all means UTF-8: SSH often carries none.
    pub fn is_ascii(&self) -> bool {
        self.ascii || self.is_old() || self.locale.as_deref().is_some_and(|locale| !is_utf8(locale))
    }

    /// No colours: asked for by `NO_COLOR`, or a terminal that has none.
    pub fn is_mono(&self) -> bool {
        self.no_color || self.is_old()
    }

    /// A terminal of the first days, or one that says so.
    pub fn is_old(&self) -> bool {
        matches!(self.term.as_str(), "vt100" | "vt102" | "vt220" | "ansi-mono")
    }
}

fn is_utf8(locale: &str) -> bool {
    let lower = locale.to_ascii_lowercase();
    if lower.is_empty() || lower.contains("utf-8") || lower.contains("utf8") {
        return true;
    }
    // "fr_FR" alone is what many desktops set and leaves the encoding open; "C", "POSIX" and "fr_FR.ISO-8859-1" do not.
    !(lower == "c" || lower == "posix" || lower.contains('.') || lower.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(term: &str, locale: Option<&str>) -> Place {
        Place { term: term.into(), locale: locale.map(Into::into), tty: true, ..Place::default() }
    }

    #[test]
    fn only_an_explicit_locale_makes_it_ascii() {
        assert!(!place("xterm", None).is_ascii());
        assert!(!place("xterm", Some("fr_FR.UTF-8")).is_ascii());
        assert!(!place("xterm", Some("C.utf8")).is_ascii());
        assert!(!place("xterm", Some("fr_FR")).is_ascii());
        assert!(place("xterm", Some("C")).is_ascii());
        assert!(place("xterm", Some("fr_FR.ISO-8859-1")).is_ascii());
        assert!(place("vt100", Some("fr_FR.UTF-8")).is_ascii());
    }

    #[test]
    fn dumb_terminals_and_pipes_have_no_screen() {
        assert!(place("xterm-256color", None).has_screen());
        assert!(!place("dumb", None).has_screen());
        assert!(!place("", None).has_screen());
        assert!(!Place { tty: false, ..place("xterm", None) }.has_screen());
    }
}
