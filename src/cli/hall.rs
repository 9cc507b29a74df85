//! What every command has before a store is open: the setup, the voice, the page; and the way in to the desk.

use crate::{
    cockpit::keymap::Keymap,
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
    print::{self, Page},
    settings::{Found, Mistake},
    setup::{self, Setup},
    stop::Stop,
    trouble,
};

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
        self.setup.file("playbook.toml", read, Playbook::shipped())
    }

    /// The keys, those of `keys.toml` laid over the shipped ones, and what is wrong with that file.
    pub(super) fn keys(&self) -> Found<Keymap> {
        let shipped = || Keymap::shipped().map_err(|flaw| (None, flaw.to_string()));
        let merged = |text: &str| {
            let mut keys = shipped()?;
            keys.merge(text).map_err(|flaw| (None, flaw.to_string()))?;
            Ok(keys)
        };
        let usual = shipped().unwrap_or_else(|(_, why)| unreachable!("the shipped keys are tested: {why}"));
        self.setup.file("keys.toml", merged, usual)
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
        })
    }

    /// The desk; `wake` is called whenever it has news.
    pub(super) fn desk(&self, wake: Wake) -> Result<Desk, Stop> {
        let (desk, _) = Desk::open(self.desk_setup()?, wake).map_err(|trouble| trouble::stop(&trouble, &self.voice))?;
        Ok(desk)
    }

    /// Opens the door to the desk.
    pub(super) fn open(self) -> Result<Door, Box<(Stop, Self)>> {
        match self.desk(Box::new(|| {})) {
            Ok(desk) => {
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
