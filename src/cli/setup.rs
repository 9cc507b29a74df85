//! Where everything is and who asks: store, settings, language, author, day. The only reader of the user's files; the
//! environment comes from [`super::env`].

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    desk::Clock,
    log::Holder,
    sales::words::plain,
    terminal::place::Place,
    voice::{Language, Voice},
};

use super::{
    args::{Global, Tongue},
    env::Env,
    print::{self, Look},
    settings::{self, Config, Found, Lang, Mistake},
    stop::{Code, Stop},
};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The command line.
    Flag,
    /// A variable of the environment.
    Env(&'static str),
    /// `config.toml`.
    File,
    /// Nobody said anything.
    Usual,
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known<T> {
    pub(super) value: T,
    pub(super) origin: Origin,
}

/// The user's folders.
#[derive(Clone, Debug)]
pub(super) struct Folders {
    /// `config.toml`, `playbook.toml`, `keys.toml`.
    pub(super) config: PathBuf,
    /// Copies of good settings, details of our faults.
    pub(super) state: PathBuf,
    /// Where a cockpit's door goes that would have too long a path in its store.
    pub(super) runtime: PathBuf,
}

/// Everything known before a command begins.
pub(super) struct Setup {
    pub(super) place: Place,
    pub(super) folders: Folders,
    pub(super) store: Known<PathBuf>,
    pub(super) lang: Known<Language>,
    pub(super) author: Known<String>,
    pub(super) config: Found<Config>,
    pub(super) global: Global,
    pub(super) look: Look,
    pub(super) env: Env,
}

impl Setup {
    /// Reads what there is to read. An error carries its sentence in the language known so far.
    pub(super) fn read(env: &Env, global: &Global) -> Result<Self, Stop> {
        let folders = folders(env).ok_or_else(|| no_home(env, global))?;
        let memory = folders.remembered("config.toml");
        let config = settings::read(&folders.config.join("config.toml"), &memory, settings::config, Config::default());
        let lang = language(env, global, &config.value);
        let place = env.place(config.value.ascii);
        let look = Look { json: global.json, ascii: place.tty && place.is_ascii(), width: print::width() };
        let store = store(env, global).ok_or_else(|| no_home(env, global))?;
        let author = author(env, global, &config.value, lang.value)?;
        Ok(Self { place, folders, store, lang, author, config, global: global.clone(), look, env: env.clone() })
    }

    /// The voice of the reader.
    pub(super) fn voice(&self) -> Voice {
        Voice::new(self.lang.value)
    }

    /// A settings file and what was remembered of it.
    pub(super) fn file<T>(
        &self,
        name: &str,
        parse: impl Fn(&str) -> Result<T, settings::Flaw>,
        shipped: T,
    ) -> Found<T> {
        settings::read(&self.folders.config.join(name), &self.folders.remembered(name), parse, shipped)
    }
}

impl Setup {
    /// The system's name for who sits here, else their number.
    fn user(&self) -> String {
        let name = ["USER", "LOGNAME"].into_iter().find_map(|name| self.env.text(name)).filter(|name| !name.is_empty());
        name.map_or_else(|| format!("uid {}", rustix::process::getuid().as_raw()), str::to_owned)
    }

    /// Who will hold the store, for whoever finds it held.
    pub(super) fn holder(&self) -> Holder {
        let (day, hour) = Clock::System.local();
        Holder {
            pid: std::process::id(),
            user: self.user(),
            tty: terminal_name(),
            host: host_name(),
            since: format!("{} {hour}", self.voice().date(day)),
            door: String::new(),
        }
    }
}

fn terminal_name() -> String {
    let name = rustix::termios::ttyname(std::io::stdin(), Vec::new());
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The machine's name, where the system says it in a file.
fn host_name() -> String {
    let said =
        ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().find_map(|path| fs::read_to_string(path).ok());
    said.map(|name| plain::line(&name).into_owned()).unwrap_or_default()
}

impl Folders {
    fn remembered(&self, name: &str) -> PathBuf {
        self.state.join("last-good").join(name)
    }
}

/// The language before any file could be read: what the flag says, else the environment.
pub(super) fn first_language(env: &Env, global: &Global) -> Language {
    language(env, global, &Config::default()).value
}

/// A mistake as one sentence: file, line, what, and which settings carry on.
pub(super) fn sentence(mistake: &Mistake, voice: &Voice) -> String {
    let carry = voice.say(if mistake.last_good { "cli-settings-last_good" } else { "cli-settings-shipped" });
    let file = mistake.file.display().to_string();
    let place = match mistake.line {
        Some(line) => voice.tell("cli-settings-place", &[("file", file.into()), ("line", line.to_string().into())]),
        None => file,
    };
    // What the files cannot say in the reader's language is the key of a text.
    let what = if voice.has(&mistake.what) { voice.say(&mistake.what) } else { &mistake.what };
    voice.tell("cli-settings-mistake", &[("place", place.into()), ("what", what.into()), ("carry", carry.into())])
}

fn folders(env: &Env) -> Option<Folders> {
    let config = env.folder("XDG_CONFIG_HOME", ".config")?;
    Some(Folders { config, state: env.folder("XDG_STATE_HOME", ".local/state")?, runtime: env.runtime() })
}

fn store(env: &Env, global: &Global) -> Option<Known<PathBuf>> {
    // Whole, so that a sentence names it the same wherever it is read.
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let known = |path: &Path, origin| Known { value: whole(path), origin };
    if let Some(path) = &global.store {
        return Some(known(path, Origin::Flag));
    }
    match env.path("VIGIE_STORE") {
        Some(path) => Some(known(&path, Origin::Env("VIGIE_STORE"))),
        None => Some(known(&env.folder("XDG_DATA_HOME", ".local/share")?, Origin::Usual)),
    }
}

fn language(env: &Env, global: &Global, config: &Config) -> Known<Language> {
    if let Some(tongue) = global.lang {
        return Known { value: tongue.into(), origin: Origin::Flag };
    }
    if let Some(lang) = config.lang {
        let value = if lang == Lang::Fr { Language::Fr } else { Language::En };
        return Known { value, origin: Origin::File };
    }
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| Some((name, env.text(name)?)));
    match spoken {
        Some((name, locale)) if locale.starts_with("en") => Known { value: Language::En, origin: Origin::Env(name) },
        Some((name, locale)) if locale.starts_with("fr") => Known { value: Language::Fr, origin: Origin::Env(name) },
        _ => Known { value: Language::Fr, origin: Origin::Usual },
    }
}

fn author(env: &Env, global: &Global, config: &Config, lang: Language) -> Result<Known<String>, Stop> {
    if let Some(name) = &global.author {
        let value = plain::line(name).into_owned();
        let empty = || Stop::input(Voice::new(lang).say("cli-author-empty"));
        return if value.is_empty() { Err(empty()) } else { Ok(Known { value, origin: Origin::Flag }) };
    }
    let configured = config.author.as_deref().map(plain::line).filter(|name| !name.is_empty());
    if let Some(name) = configured {
        return Ok(Known { value: name.into_owned(), origin: Origin::File });
    }
    let account = ["USER", "LOGNAME"].into_iter().find_map(|name| Some((name, env.text(name)?)));
    Ok(match account {
        Some((name, user)) => Known { value: plain::line(user).into_owned(), origin: Origin::Env(name) },
        None => Known { value: Voice::new(lang).say("cli-author-nobody").to_owned(), origin: Origin::Usual },
    })
}

fn no_home(env: &Env, global: &Global) -> Stop {
    Stop::new(Code::Settings, Voice::new(first_language(env, global)).say("cli-no-home"))
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Fr => Self::Fr,
            Tongue::En => Self::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(env: &[(&'static str, &str)], flag: Option<Tongue>, config: Option<Lang>) -> Language {
        let global = Global { lang: flag, ..Global::default() };
        language(&Env::of(env), &global, &Config { lang: config, ..Config::default() }).value
    }

    #[test]
    fn french_unless_somebody_says_otherwise() {
        assert_eq!(lang(&[], None, None), Language::Fr);
        assert_eq!(lang(&[("LANG", "de_DE.UTF-8")], None, None), Language::Fr);
        assert_eq!(lang(&[("LANG", "en_GB.UTF-8")], None, None), Language::En);
        assert_eq!(lang(&[("LANG", "en_GB.UTF-8"), ("LC_ALL", "fr_FR.UTF-8")], None, None), Language::Fr);
        assert_eq!(lang(&[("LANG", "C")], None, None), Language::Fr);
    }

    #[test]
    fn the_flag_before_the_file_before_the_environment() {
        assert_eq!(lang(&[("LANG", "en_US")], None, Some(Lang::Fr)), Language::Fr);
        assert_eq!(lang(&[("LANG", "fr_FR")], Some(Tongue::En), Some(Lang::Fr)), Language::En);
    }

    #[test]
    fn the_author_is_said_then_configured_then_the_account() {
        let env = Env::of(&[("USER", "karim")]);
        let of = |flag: Option<&str>, file: Option<&str>| {
            let global = Global { author: flag.map(Into::into), ..Global::default() };
            let config = Config { author: file.map(Into::into), ..Config::default() };
            author(&env, &global, &config, Language::Fr).map(|known| known.value)
        };
        assert_eq!(of(Some("Sandrine"), Some("Élodie")), Ok("Sandrine".into()));
        assert_eq!(of(None, Some("Élodie")), Ok("Élodie".into()));
        assert_eq!(of(None, None), Ok("karim".into()));
        assert_eq!(of(None, Some(" ")), Ok("karim".into()));
        assert_eq!(of(Some(" \u{1b}"), None).unwrap_err().code, Code::Input);
    }

    #[test]
    fn the_store_is_said_then_in_the_environment_then_at_home() {
        let env = Env::of(&[("HOME", "/h"), ("VIGIE_STORE", "/v")]);
        let said = Global { store: Some("/s".into()), ..Global::default() };
        assert_eq!(store(&env, &said).unwrap().value, PathBuf::from("/s"));
        assert_eq!(store(&env, &Global::default()).unwrap().value, PathBuf::from("/v"));
        let home = Env::of(&[("HOME", "/h")]);
        assert_eq!(store(&home, &Global::default()).unwrap().value, PathBuf::from("/h/.local/share/vigie"));
    }
}
