//! What the cockpit has done elsewhere: a file read in beside the screen, and who sits here remembered.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, sync_channel},
    time::{Duration, Instant},
};

use crate::{
    cockpit::{
        event::{Beside, Event},
        fresh::Fresh,
        outbox::{Outgoing, Posted, Unsent},
        run::{Errands, Work},
    },
    desk::{Clock, Desk, LongAct, Trouble, ids::Ids},
    exchange::{
        directory::Directory,
        import::Import,
        report::Report,
        setting::{Kept, Setting, Written},
        telling as exchange,
    },
    log::Forgotten,
    post::Letter,
    sales::{
        book::Book,
        entity::Entity,
        fact::{ActId, Statement},
        moment::Day,
        money::Tax,
        playbook::{Change, CustomField, Playbook},
    },
    voice::Voice,
};

use super::{account, editor, hall::Hall, import, import::Terms, kept, live::Live, maps, paper::Paper, telling};

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
        kept::create(&folder, &name, ending, bytes).map(|path| path.display().to_string()).map_err(|error| {
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

    fn import(&mut self, typed: &str, look: bool, desk: &mut Desk) -> Result<Box<dyn Work>, String> {
        let voice = self.live.voice();
        let path = self.path(typed);
        let file = import::file(&voice, &path).map_err(|stop| stop.sentence)?;
        let label = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = self.config.parent().unwrap_or(Path::new("."));
        let kept = maps::read(folder).map_err(|why| voice.tell("cli-import-maps", &[("why", why.into())]))?;
        let reader = Reader::of(desk, &voice, label.clone(), kept);
        let (rows, read) = sync_channel(WAITING);
        let started = std::thread::Builder::new().name("vigie-import".into()).spawn(move || reader.read(file, &rows));
        started.map_err(|error| {
            voice.tell("cli-import-unreadable", &[("file", label.as_str().into()), ("why", error.to_string().into())])
        })?;
        match read.recv() {
            Ok(Row::Opened(born)) => {
                if !look {
                    self.live.grow(&born)?;
                }
                Ok(Box::new(Filing { read, act: None, label, looks: look.then(|| typed.to_owned()), done: 0, voice }))
            }
            Ok(Row::Unreadable(why)) => Err(why),
            _ => Err(voice.say("trouble-no-writer").to_owned()),
        }
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

/// Rows that wait to be recorded while others are read.
const WAITING: usize = 2_000;
/// How long a step works before the screen has its turn.
const STEP: Duration = Duration::from_millis(25);

/// What the reading thread tells.
enum Row {
    /// The file is one that can be read; what it adds to the firm's own fields.
    Opened(Vec<CustomField>),
    /// It is not; why.
    Unreadable(String),
    /// What a row says.
    Says(Vec<Statement>),
    /// The whole file was read.
    End(Box<Report>),
}

/// Everything the reading thread needs, its own.
struct Reader {
    label: String,
    today: Day,
    terms: Terms,
    kept: Vec<Kept>,
    book: Book,
    forgotten: Forgotten,
    clock: crate::desk::Clock,
    voice: Voice,
}

impl Reader {
    fn of(desk: &Desk, voice: &Voice, label: String, kept: Vec<Kept>) -> Self {
        Self {
            label,
            today: desk.clock().local().0,
            terms: Terms::of(desk.playbook()),
            kept,
            book: desk.book().clone(),
            forgotten: desk.forgotten().clone(),
            clock: desk.clock(),
            voice: Voice::new(voice.language()),
        }
    }

    /// Reads the file and tells its rows; ends early where nobody listens any more.
    fn read(self, file: fs::File, rows: &SyncSender<Row>) {
        let (word, column) = (self.voice.say("import-word-file"), self.voice.say("import-word-column"));
        let setting = Setting {
            file: &self.label,
            today: self.today,
            tax: Tax::Ht,
            sources: &self.terms.sources,
            stages: &self.terms.stages,
            losses: &self.terms.losses,
            own: &self.terms.own,
            map: &[],
            kept: &self.kept,
            sheet: None,
            written: Written { file: word, column },
        };
        let forgotten = self.forgotten;
        let directory = Directory::of(&self.book, move |word| forgotten.knows(word));
        let mut ids = Ids::default();
        let mut births = |kind| Entity::known(kind, ids.next(self.clock.millis()));
        let source = std::io::BufReader::new(file);
        let mut import = match Import::open(source, setting, &directory, &mut births) {
            Ok(import) => import,
            Err(why) => {
                return drop(rows.send(Row::Unreadable(telling::told(&self.voice, &exchange::unreadable(&why)))));
            }
        };
        let mut heard = rows.send(Row::Opened(import::born(import.layout()))).is_ok();
        while heard && let Some(proposal) = import.next() {
            heard = rows.send(Row::Says(proposal.statements)).is_ok();
        }
        drop(rows.send(Row::End(Box::new(import.report().clone()))));
    }
}

/// A file on its way in, recorded a little at a time as one act.
struct Filing {
    read: Receiver<Row>,
    act: Option<LongAct>,
    label: String,
    /// The path as it was typed, where the file is only looked at.
    looks: Option<String>,
    done: u64,
    voice: Voice,
}

impl Filing {
    fn keep(&mut self, desk: &mut Desk, statements: Vec<Statement>) -> Result<(), String> {
        self.done += 1;
        if statements.is_empty() || self.looks.is_some() {
            return Ok(());
        }
        let begun = |desk: &mut Desk| desk.resume(&self.label).unwrap_or_else(|| desk.begin(&self.label, 0));
        let act = self.act.get_or_insert_with(|| begun(desk));
        let id = act.act();
        desk.add(act, statements, None).map_err(|trouble| self.cut_off(desk, id, &trouble))
    }

    fn cut_off(&self, desk: &Desk, act: ActId, trouble: &Trouble) -> String {
        let kept = import::cut_off(desk, &self.voice, act, trouble, "cli-import-cut_here");
        kept.unwrap_or_else(|| trouble.tell(&self.voice))
    }

    /// The whole file is read. Before anything of it is entered, what it comes to stands first.
    fn end(&mut self, desk: &mut Desk, mut lines: Vec<String>) -> Beside {
        let Some(path) = self.looks.take() else {
            self.act = self.act.take().or_else(|| desk.resume(&self.label));
            return self.finish(desk, lines);
        };
        lines.rotate_right(1);
        Beside::Looked(lines, path)
    }

    fn finish(&mut self, desk: &mut Desk, mut lines: Vec<String>) -> Beside {
        if let Some(act) = self.act.take() {
            let id = act.act();
            if let Err(trouble) = desk.finish(act) {
                lines.push(self.cut_off(desk, id, &trouble));
                return Beside::Failed(lines.join("\n"));
            }
        }
        Beside::Done(lines)
    }
}

impl Work for Filing {
    fn step(&mut self, desk: &mut Desk) -> Beside {
        let until = Instant::now() + STEP;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let kept = match self.read.recv_timeout(left) {
                Ok(Row::Says(statements)) => self.keep(desk, statements),
                Ok(Row::End(report)) => return self.end(desk, account::lines(&self.voice, &report)),
                Ok(Row::Opened(_)) => Ok(()),
                Ok(Row::Unreadable(why)) => return Beside::Failed(why),
                Err(RecvTimeoutError::Timeout) => return Beside::Progress { done: self.done, total: 0 },
                Err(RecvTimeoutError::Disconnected) => Err(Trouble::NoWriter.tell(&self.voice)),
            };
            if let Err(why) = kept {
                return Beside::Failed(why);
            }
        }
    }

    fn stop(&mut self, desk: &mut Desk) -> Beside {
        if self.looks.is_some() {
            return Beside::Done(vec![self.voice.say("pane-before-stopped").to_owned()]);
        }
        let line = self.voice.say("cli-import-stopped").to_owned();
        self.finish(desk, vec![line])
    }
}

#[cfg(test)]
mod tests {
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
