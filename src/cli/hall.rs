//! What every command has before a store is open: the setup, the voice, the page; and the way in to the desk.

use crate::{
    cockpit::{
        keymap::{KeyFlaw, Keymap},
        theme::{Theme, ThemeFlaw},
    },
    desk::{self, Desk, Wake},
    sales::{
        moment::Day,
        playbook::{Playbook, PlaybookFlaw},
        words::{date, fold::folded},
    },
    voice::Voice,
};

use super::{
    door::Door,
    kept, mail,
    print::{self, Page},
    settings::{self, Found, Mistake},
    setup::{self, Setup},
    stop::Stop,
    trouble,
};

/// The theme nobody asked for.
pub(super) const USUAL: &str = "dark";

/// Before the store.
pub(super) struct Hall {
    pub(super) setup: Setup,
    pub(super) voice: Voice,
    pub(super) page: Page,
}

impl Hall {
    /// With everything read that needs no store.
    pub(super) fn new(setup: Setup) -> Self {
        let voice = setup.voice();
        let page = Page::stdout(setup.look);
        Self { setup, voice, page }
    }

    /// The firm's settings, and what is wrong with its file.
    pub(super) fn playbook(&self) -> Found<Playbook> {
        let read = |text: &str| Playbook::read(text).map_err(|flaw| (Some(flaw.line), self.flaw(&flaw)));
        let found = self.setup.file("playbook.toml", read, Playbook::shipped());
        let (letters, unread) = mail::letters(&self.setup.folders.config.join("templates"));
        let mistake = found.mistake.or(unread);
        Found { value: found.value.with_letters(letters, mail::seller(&self.setup)), there: found.there, mistake }
    }

    /// The keys, those of `keys.toml` laid over the shipped ones, and what is wrong with that file.
    pub(super) fn keys(&self) -> Found<Keymap> {
        let usual = Keymap::shipped().unwrap_or_else(|why| unreachable!("the shipped keys are tested: {why}"));
        let merged = |text: &str| {
            let mut keys = usual.clone();
            keys.merge(text).map_err(|flaw| (flaw.line(text), self.key_flaw(&flaw)))?;
            Ok(keys)
        };
        self.setup.file("keys.toml", merged, usual.clone())
    }

    fn key_flaw(&self, flaw: &KeyFlaw) -> String {
        let told = |key: &str, word: &str| self.voice.tell(key, &[("word", word.into())]);
        match flaw {
            KeyFlaw::Syntax(_, message) => message.clone(),
            KeyFlaw::Place(word) => told("keys-flaw-place", word),
            KeyFlaw::Command(word) => told("keys-flaw-command", word),
            KeyFlaw::Key(word) => told("keys-flaw-key", word),
        }
    }

    /// The colours asked for: a shipped theme, or a file of `themes/` over the usual one; and what is wrong with it.
    pub(super) fn theme(&self) -> Found<Theme> {
        let place = &self.setup.place;
        let config = &self.setup.config;
        let wanted = config.value.theme.as_deref().filter(|_| !place.is_mono());
        let name = wanted.unwrap_or(if place.is_mono() { "mono" } else { USUAL });
        let shipped = |name: &str| Theme::shipped(name, place.is_ascii());
        if let Ok(theme) = shipped(name) {
            return Found { value: theme, there: wanted.is_some(), mistake: None };
        }
        let usual = shipped(USUAL).unwrap_or_else(|why| unreachable!("the shipped themes are tested: {why}"));
        let plain = name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'));
        let over = |text: &str| usual.clone().with(text).map_err(|flaw| (flaw.line(text), self.theme_flaw(&flaw)));
        let found = plain.then(|| self.setup.file(&format!("themes/{name}.toml"), over, usual.clone()));
        found.filter(|found| found.there).unwrap_or_else(|| Found {
            value: usual.clone(),
            there: false,
            mistake: Some(self.no_theme(name)),
        })
    }

    fn theme_flaw(&self, flaw: &ThemeFlaw) -> String {
        let told = |key: &str, word: &str| self.voice.tell(key, &[("word", word.into())]);
        match flaw {
            ThemeFlaw::Syntax(_, message) => message.clone(),
            ThemeFlaw::Name(word) => told("theme-flaw-name", word),
            ThemeFlaw::Role(word) => told("theme-flaw-role", word),
            ThemeFlaw::Look(word) => told("theme-flaw-look", word),
        }
    }

    fn no_theme(&self, name: &str) -> Mistake {
        let file = self.setup.folders.config.join("config.toml");
        let line = kept::read(&file).ok().and_then(|text| settings::line_of_key(&text, "theme"));
        let what = self.theme_flaw(&ThemeFlaw::Name(name.to_owned()));
        Mistake { file, line, what, last_good: false }
    }

    fn flaw(&self, flaw: &PlaybookFlaw) -> String {
        self.voice.reason(&flaw.message)
    }

    /// Tells mistakes of the settings, each once, beside whatever the command says.
    pub(super) fn warn(&self, mistake: Option<&Mistake>) {
        if let Some(mistake) = mistake {
            print::remark(&setup::sentence(mistake, &self.voice), self.setup.look);
        }
    }

    /// The day the reader asked for.
    pub(super) fn reading(&self) -> Result<Option<Day>, Stop> {
        let Some(text) = &self.setup.global.today else { return Ok(None) };
        let day = date::parse(text, desk::Clock::System.local().0).map(|moment| Some(moment.day));
        day.map_err(|flaw| {
            let args = [("text", text.as_str().into()), ("why", self.voice.flaw(&flaw).into())];
            Stop::input(self.voice.tell("cli-flaw", &args))
        })
    }

    /// What opening the desk needs.
    pub(super) fn desk_setup(&self) -> Result<desk::Setup, Stop> {
        let playbook = self.playbook();
        self.warn(self.setup.config.mistake.as_ref());
        self.warn(playbook.mistake.as_ref());
        Ok(desk::Setup {
            store: Some(self.setup.store.value.clone()),
            holder: self.setup.holder(),
            author: self.setup.author.value.clone(),
            clock: desk::Clock::System,
            reading: self.reading()?,
            playbook: playbook.value,
            serves: None,
        })
    }

    /// The desk of a cockpit, which others may come to; `wake` is called whenever it has news.
    pub(super) fn cockpit_desk(&self, wake: Wake) -> Result<(Desk, desk::Found), Stop> {
        let serves = Some(self.setup.folders.runtime.clone());
        self.desk(desk::Setup { serves, ..self.desk_setup()? }, wake)
    }

    fn desk(&self, setup: desk::Setup, wake: Wake) -> Result<(Desk, desk::Found), Stop> {
        Desk::open(setup, wake).map_err(|trouble| trouble::stop(&trouble, &self.voice))
    }

    /// Opens the door to the desk.
    pub(super) fn open(self) -> Result<Door, Box<(Stop, Self)>> {
        match self.desk_setup().and_then(|setup| self.desk(setup, Box::new(|| {}))) {
            Ok((desk, found)) => {
                if found.copied {
                    print::remark(self.voice.say("store-copied"), self.setup.look);
                }
                let sources = sources(desk.playbook());
                Ok(Door { setup: self.setup, voice: self.voice, page: self.page, desk, sources })
            }
            Err(stop) => Err(Box::new((stop, self))),
        }
    }
}

/// The sources of the settings with the words people use for them.
pub(super) fn sources(playbook: &Playbook) -> Vec<(String, Vec<String>)> {
    let words = |source: &crate::sales::playbook::Source| {
        let labels = [&source.label.fr, &source.label.en].map(|label| folded(label).into_owned());
        source.synonyms.iter().cloned().chain(labels).collect()
    };
    playbook.sources().iter().map(|source| (source.key.clone(), words(source))).collect()
}
