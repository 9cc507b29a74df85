//! What the cockpit has done elsewhere: files, letters, settings, and who sits here remembered.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use crate::{
    cockpit::{
        effect::Ask,
        event::Event,
        fresh::Fresh,
        outbox::{Outgoing, Posted, Unsent},
        run::{Errands, Work},
    },
    desk::{Clock, Desk},
    post::Letter,
    sales::{
        entity::Entity,
        playbook::{Change, Playbook},
    },
};

use super::{editor, filing::Asked, hall::Hall, kept, live::Live, paper::Paper};

/// Files and settings on behalf of the cockpit.
pub(super) struct CliErrands {
    home: Option<PathBuf>,
    /// The program notes are edited with, as the person set it.
    editor: Option<String>,
    config: PathBuf,
    live: Live,
    /// Where what became of letters is told.
    inbox: Sender<Event>,
}

impl CliErrands {
    /// For a visit.
    pub(super) fn new(hall: &Hall, live: Live, inbox: Sender<Event>) -> Self {
        let env = &hall.setup.env;
        let editor = ["VISUAL", "EDITOR"].into_iter().find_map(|name| env.text(name)).map(str::to_owned);
        Self { home: env.path("HOME"), editor, config: hall.setup.folders.config.join("config.toml"), live, inbox }
    }

    /// Writes a new file into the person's home, for their eyes alone; where it stands, or in words why it does not.
    fn write(&self, name: &str, ending: &str, bytes: &[u8]) -> Result<String, String> {
        let folder = self.home.clone().unwrap_or_default();
        let name: String = name.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '-' }).collect();
        let told = |path: PathBuf| match path.strip_prefix(&folder) {
            Ok(rest) if self.home.is_some() => format!("~/{}", rest.display()),
            _ => path.display().to_string(),
        };
        kept::create(&folder, &name, ending, bytes).map(told).map_err(|error| {
            let file = folder.join(format!("{name}.{ending}")).display().to_string();
            let args = [("file", file.into()), ("why", error.to_string().into())];
            self.live.voice().tell("cli-send-unwritten", &args)
        })
    }

    /// A path as a person types it: `~` is home, and a terminal that dropped a file may have quoted it.
    fn path(&self, typed: &str) -> PathBuf {
        let typed = typed.trim().trim_matches(['\'', '"']);
        match (typed.strip_prefix("~/"), &self.home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => PathBuf::from(typed),
        }
    }
}

impl Errands for CliErrands {
    fn edit(&mut self, text: &str) -> Result<String, String> {
        editor::edited(self.editor.as_deref(), text, &self.live.voice())
    }

    fn import(&mut self, typed: &str, ask: &Ask, desk: &mut Desk) -> Result<Box<dyn Work>, String> {
        let folder = self.config.parent().unwrap_or(Path::new(".")).to_owned();
        Asked { typed, path: self.path(typed), folder, ask }.begun(&self.live, desk)
    }

    fn post(&mut self, number: u64, letter: Outgoing) {
        let (post, voice) = (self.live.post(), self.live.voice());
        let inbox = self.inbox.clone();
        let told = move |done: Result<Posted, Unsent>| drop(inbox.send(Event::Posted(number, done)));
        let unset = Unsent { why: voice.say("form-letter-unset").to_owned(), certain: true };
        let (file, to) = (letter.file, letter.to.clone());
        let letter = Letter {
            from: post.from,
            to: letter.to,
            subject: letter.subject,
            body: letter.body,
            written: Clock::System.millis(),
            way_out: letter.way_out,
        };
        if file {
            let written = crate::post::file(&letter).map_err(|failure| failure.tell(&voice));
            let name = to.split('@').next().unwrap_or_default();
            let written = written.and_then(|bytes| self.write(name, "eml", &bytes));
            return told(written.map(Posted::Written).map_err(|why| Unsent { why, certain: true }));
        }
        let Some(way) = post.way else { return told(Err(unset)) };
        let failed = told.clone();
        let started = std::thread::Builder::new().name("vigie-post".into()).spawn(move || {
            let sent = crate::post::send(&letter, &way);
            told(
                sent.map(|()| Posted::Left)
                    .map_err(|failure| Unsent { why: failure.tell(&voice), certain: failure.is_certain() }),
            );
        });
        if let Err(error) = started {
            failed(Err(Unsent { why: error.to_string(), certain: true }));
        }
    }

    fn sheet(&mut self, deals: &[Entity], desk: &Desk) -> Result<String, String> {
        let voice = self.live.voice();
        let lines = Paper { desk, voice: &voice }.lines(deals);
        let name = voice.tell("paper-file", &[("day", desk.today().to_string().into())]);
        self.write(&name, "txt", (lines.join("\n") + "\n").as_bytes())
    }

    fn settle(&mut self, changes: &[Change]) -> Result<(Playbook, Option<String>), String> {
        self.live.settle(changes)
    }

    fn reread(&mut self) -> Vec<Fresh> {
        self.live.reread()
    }

    fn keep_author(&mut self, name: &str) -> Result<(), String> {
        self.live.sits(name);
        keep(&self.config, name).map_err(|error| {
            let voice = self.live.voice();
            let file = self.config.display().to_string();
            voice.tell("cli-errand-config", &[("file", file.into()), ("why", error.to_string().into())])
        })
    }
}

/// Puts `author = "…"` into a settings file, in the place of another, and leaves every other line alone.
fn keep(config: &Path, name: &str) -> std::io::Result<()> {
    let text = kept::read(config)?;
    // What JSON escapes, TOML's basic strings escape alike.
    let line = format!("author = {}", serde_json::Value::from(name));
    let is_author = |text: &str| text.split_once('=').is_some_and(|(key, _)| key.trim() == "author");
    let others = text.lines().filter(|text| !is_author(text));
    let lines: Vec<&str> = std::iter::once(line.as_str()).chain(others).collect();
    kept::write(config, &(lines.join("\n") + "\n"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_author_is_written_and_every_other_line_stays() {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("vigie/config.toml");
        keep(&config, "Élodie \"Lo\"").unwrap();
        assert_eq!(fs::read_to_string(&config).unwrap(), "author = \"Élodie \\\"Lo\\\"\"\n");
        fs::write(&config, "# mine\nlang = \"en\"\nauthor = \"x\"\ntheme = \"light\"\n").unwrap();
        keep(&config, "Karim").unwrap();
        let text = fs::read_to_string(&config).unwrap();
        assert_eq!(text, "author = \"Karim\"\n# mine\nlang = \"en\"\ntheme = \"light\"\n");
        assert_eq!(super::super::settings::config(&text).unwrap().author.as_deref(), Some("Karim"));
    }
}
