//! The user's settings while the cockpit runs: read again when their files change, changed from the screen. A file with a
//! mistake is told once; what held before goes on.

use std::{io, path::PathBuf};

use crate::{
    cockpit::{fresh::Fresh, keymap::Keymap, theme::Theme},
    sales::playbook::{Change, CustomField, Playbook},
    voice::{Language, Voice},
};

use super::{
    args::Global,
    env::Env,
    hall::Hall,
    import, kept, mail,
    setup::{self, Setup},
};

/// The settings in force, and where they come from.
pub(super) struct Live {
    env: Env,
    global: Global,
    playbook: PathBuf,
    /// The playbook of a demo, which writes nothing into the user's.
    made_up: Option<String>,
    seen: Seen,
}

/// What the files said when they were last read.
struct Seen {
    language: Language,
    author: String,
    theme: Theme,
    mouse: bool,
    keys: Keymap,
    playbook: Playbook,
    sends: bool,
    mistakes: Vec<String>,
}

impl Live {
    /// As the files are now.
    pub(super) fn new(hall: &Hall, demo: bool) -> Self {
        let playbook = hall.setup.folders.config.join("playbook.toml");
        let mut seen = Seen::now(hall);
        seen.sends &= !demo;
        Self {
            env: hall.setup.env.clone(),
            global: hall.setup.global.clone(),
            made_up: demo.then(|| kept::read(&playbook).unwrap_or_default()),
            playbook,
            seen,
        }
    }

    pub(super) fn keys(&self) -> &Keymap {
        &self.seen.keys
    }

    pub(super) fn theme(&self) -> &Theme {
        &self.seen.theme
    }

    pub(super) fn voice(&self) -> Voice {
        Voice::new(self.seen.language)
    }

    /// Whether letters can be sent; never to the made-up people of a demo.
    pub(super) fn sends(&self) -> bool {
        self.seen.sends
    }

    /// How letters leave, as the settings are now.
    pub(super) fn post(&self) -> mail::Desk {
        let none = mail::Desk { from: String::new(), way: None };
        let setup = Setup::read(&self.env, &self.global).ok().filter(|_| self.made_up.is_none());
        setup.map_or(none, |setup| mail::Desk::of(&setup, &self.voice()))
    }

    /// What is wrong in the files, each in a sentence.
    pub(super) fn mistakes(&self) -> &[String] {
        &self.seen.mistakes
    }

    /// Who sits here was kept just now.
    pub(super) fn sits(&mut self, author: &str) {
        author.clone_into(&mut self.seen.author);
    }

    /// Reads the files again: what is another than before.
    pub(super) fn reread(&mut self) -> Vec<Fresh> {
        let setup = match Setup::read(&self.env, &self.global) {
            Ok(setup) => setup,
            Err(stop) => return vec![Fresh::Word(stop.sentence, true)],
        };
        let mut now = Seen::now(&Hall::new(setup));
        now.sends &= self.made_up.is_none();
        let mut fresh = now.against(&self.seen);
        if fresh.iter().any(|fresh| matches!(fresh, Fresh::Playbook(_))) && self.made_up.is_some() {
            self.made_up = Some(kept::read(&self.playbook).unwrap_or_default());
        }
        let mended = self.seen.mistakes.iter().any(|mistake| !now.mistakes.contains(mistake));
        let new: Vec<&String> = now.mistakes.iter().filter(|mistake| !self.seen.mistakes.contains(mistake)).collect();
        let voice = Voice::new(now.language);
        if new.is_empty() && (mended || !fresh.is_empty()) {
            fresh.push(Fresh::Word(voice.say("settings-reread").to_owned(), false));
        }
        fresh.extend(new.into_iter().map(|mistake| Fresh::Word(mistake.clone(), true)));
        self.seen = now;
        fresh
    }

    /// Puts new fields of the firm's own into the user's playbook, which is read again for it; a demo keeps none.
    pub(super) fn grow(&self, born: &[CustomField]) -> Result<(), String> {
        let born = if self.made_up.is_some() { &[] } else { born };
        import::keep_fields(&self.playbook, born, &self.voice())
    }

    /// Puts numbers into the user's playbook; in a demo only for its time.
    pub(super) fn settle(&mut self, changes: &[Change]) -> Result<(Playbook, Option<String>), String> {
        let voice = self.voice();
        let file = || ("file", self.playbook.display().to_string().into());
        let unwritten =
            |error: io::Error| voice.tell("settings-unwritten", &[file(), ("why", error.to_string().into())]);
        let text = match &self.made_up {
            Some(text) => text.clone(),
            None => kept::read(&self.playbook).map_err(unwritten)?,
        };
        let (text, playbook) = Playbook::edited(&text, changes).map_err(|flaw| {
            let what = voice.reason(&flaw.message);
            voice.tell("settings-place", &[file(), ("line", flaw.line.to_string().into()), ("what", what.into())])
        })?;
        if self.made_up.is_some() {
            self.made_up = Some(text);
            let playbook = playbook.with_letters_of(&self.seen.playbook);
            return Ok((playbook, Some(voice.say("settings-demo").to_owned())));
        }
        let playbook = playbook.with_letters_of(&self.seen.playbook);
        kept::write(&self.playbook, &text).map_err(unwritten)?;
        self.seen.playbook = playbook.clone();
        Ok((playbook, None))
    }
}

impl Seen {
    fn now(hall: &Hall) -> Self {
        let (playbook, keys, theme) = (hall.playbook(), hall.keys(), hall.theme());
        let all = [&hall.setup.config.mistake, &playbook.mistake, &keys.mistake, &theme.mistake];
        let mistakes = all.into_iter().flatten().map(|mistake| setup::sentence(mistake, &hall.voice)).collect();
        Self {
            language: hall.setup.lang.value,
            author: hall.setup.author.value.clone(),
            theme: theme.value,
            mouse: hall.setup.config.value.mouse.unwrap_or(true),
            keys: keys.value,
            playbook: playbook.value,
            sends: hall.post().way.is_some(),
            mistakes,
        }
    }

    /// What is another than it was.
    fn against(&self, before: &Self) -> Vec<Fresh> {
        let mut fresh = Vec::new();
        if self.playbook != before.playbook {
            fresh.push(Fresh::Playbook(Box::new(self.playbook.clone())));
        }
        if self.keys != before.keys {
            fresh.push(Fresh::Keys(self.keys.clone()));
        }
        if self.sends != before.sends {
            fresh.push(Fresh::Post(self.sends));
        }
        if self.theme != before.theme {
            fresh.push(Fresh::Theme(self.theme.clone()));
        }
        if self.mouse != before.mouse {
            fresh.push(Fresh::Mouse(self.mouse));
        }
        if self.language != before.language {
            fresh.push(Fresh::Language(self.language));
        }
        if self.author != before.author {
            fresh.push(Fresh::Author(self.author.clone()));
        }
        fresh
    }
}
