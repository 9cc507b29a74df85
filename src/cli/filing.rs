//! A file read in beside the screen: what its columns are, what it would do, then its rows recorded as one act.

use std::{
    fs::File,
    path::PathBuf,
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    time::{Duration, Instant},
};

use crate::{
    cockpit::{
        effect::Ask,
        event::Beside,
        form::columns::{self, Chosen},
        run::Work,
    },
    desk::{Clock, Desk, LongAct, Trouble, ids::Ids},
    exchange::{
        directory::Directory,
        import::Import,
        known::Nobody,
        proposal::Unreadable,
        report::Report,
        setting::{Kept, Setting, Written},
        survey::{Header, Layout},
        telling as exchange,
    },
    log::Forgotten,
    sales::{
        book::Book,
        entity::Entity,
        fact::{ActId, Statement},
        moment::Day,
        money::Tax,
        playbook::Playbook,
    },
    voice::Voice,
};

use super::{account, import, import::Terms, live::Live, maps, telling};

/// A file that was asked for.
pub(super) struct Asked<'a> {
    /// Its path as it was typed.
    pub(super) typed: &'a str,
    /// Where it is.
    pub(super) path: PathBuf,
    /// The folder of the settings.
    pub(super) folder: PathBuf,
    /// What to do with it.
    pub(super) ask: &'a Ask,
}

impl Asked<'_> {
    /// Begins the work; in words why it cannot be done.
    pub(super) fn begun(self, live: &Live, desk: &Desk) -> Result<Box<dyn Work>, String> {
        let voice = live.voice();
        let mut reader = self.reader(desk, &voice)?;
        let layout = reader.layout(self.file(&voice)?)?;
        match self.ask {
            Ask::Columns if layout.header != Header::Known => {
                let columns = columns_of(&voice, desk.playbook(), &layout, self.typed);
                return Ok(Box::new(Laid(Some(columns))));
            }
            Ask::Columns => {}
            Ask::Look(chosen) | Ask::Enter(chosen) => {
                reader.map = mapped(&voice, desk.playbook(), &layout, &reader, chosen);
            }
        }
        if let Ask::Enter(chosen) = self.ask {
            let layout = reader.layout(self.file(&voice)?)?;
            live.grow(&import::born(&layout))?;
            if !chosen.is_empty() {
                let kept = maps::keep(&self.folder, &headers(&layout), &reader.map);
                kept.map_err(|why| voice.tell("cli-import-maps", &[("why", why.into())]))?;
            }
        }
        self.read(reader, voice)
    }

    fn file(&self, voice: &Voice) -> Result<File, String> {
        import::file(voice, &self.path).map_err(|stop| stop.sentence)
    }

    fn reader(&self, desk: &Desk, voice: &Voice) -> Result<Reader, String> {
        let kept = maps::read(&self.folder).map_err(|why| voice.tell("cli-import-maps", &[("why", why.into())]))?;
        Ok(Reader {
            label: self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
            today: desk.clock().local().0,
            terms: Terms::of(desk.playbook()),
            kept,
            map: Vec::new(),
            book: desk.book().clone(),
            forgotten: desk.forgotten().clone(),
            clock: desk.clock(),
            voice: Voice::new(voice.language()),
        })
    }

    fn read(&self, reader: Reader, voice: Voice) -> Result<Box<dyn Work>, String> {
        let (label, file) = (reader.label.clone(), self.file(&voice)?);
        let (rows, read) = sync_channel(WAITING);
        let started = std::thread::Builder::new().name("vigie-import".into()).spawn(move || reader.read(file, &rows));
        started.map_err(|error| {
            voice.tell("cli-import-unreadable", &[("file", label.as_str().into()), ("why", error.to_string().into())])
        })?;
        let looks = match self.ask {
            Ask::Enter(_) => None,
            Ask::Look(chosen) => Some((self.typed.to_owned(), chosen.clone())),
            Ask::Columns => Some((self.typed.to_owned(), Vec::new())),
        };
        match read.recv() {
            Ok(Row::Opened) => Ok(Box::new(Filing { read, act: None, label, looks, done: 0, voice })),
            Ok(Row::Unreadable(why)) => Err(why),
            _ => Err(voice.say("trouble-no-writer").to_owned()),
        }
    }
}

fn headers(layout: &Layout) -> Vec<String> {
    layout.columns.iter().map(|column| column.header.to_string()).collect()
}

/// The columns for the screen.
fn columns_of(voice: &Voice, playbook: &Playbook, layout: &Layout, typed: &str) -> columns::Columns {
    let one = |(column, samples): (&crate::exchange::mapping::Column, &Vec<String>)| columns::Column {
        header: column.header.to_string(),
        samples: samples.clone(),
        guess: match column.spare {
            Some(field) => {
                voice.tell("form-column-spare", &[("field", account::label(voice, playbook, field.key).into())])
            }
            None => account::label(voice, playbook, column.meaning.key()),
        },
    };
    columns::Columns {
        path: typed.to_owned(),
        all: layout.columns.iter().zip(&layout.samples).map(one).collect(),
        choices: account::choices(voice, playbook).into_iter().map(|(label, _)| label).collect(),
        recalled: layout.recalled,
    }
}

/// What an earlier file of these headers says of its columns, and over it what was chosen now.
fn mapped(
    voice: &Voice,
    playbook: &Playbook,
    layout: &Layout,
    reader: &Reader,
    chosen: &Chosen,
) -> Vec<(String, String)> {
    let names = headers(layout);
    let choices = account::choices(voice, playbook);
    let kept = reader.setting().recalling(&names).map(|setting| setting.map.to_vec());
    let mut map = if chosen.is_empty() { Vec::new() } else { kept.unwrap_or_default() };
    for (at, label) in chosen {
        let target = choices.iter().find(|(known, _)| known == label).map_or(label.as_str(), |(_, key)| key);
        let name = names.get(*at).filter(|name| names.iter().filter(|other| other == name).count() == 1);
        let name = name.cloned().unwrap_or_else(|| (at + 1).to_string());
        map.retain(|(known, _)| *known != name);
        map.push((name, target.to_owned()));
    }
    map
}

/// The columns of a file, told at once.
struct Laid(Option<columns::Columns>);

impl Work for Laid {
    fn step(&mut self, _: &mut Desk) -> Beside {
        self.0.take().map_or_else(|| Beside::Done(Vec::new()), Beside::Columns)
    }

    fn stop(&mut self, _: &mut Desk) -> Beside {
        Beside::Done(Vec::new())
    }
}

/// Rows that wait to be recorded while others are read.
const WAITING: usize = 2_000;
/// How long a step works before the screen has its turn.
const STEP: Duration = Duration::from_millis(25);

/// What the reading thread tells.
enum Row {
    /// The file is one that can be read.
    Opened,
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
    map: Vec<(String, String)>,
    book: Book,
    forgotten: Forgotten,
    clock: Clock,
    voice: Voice,
}

impl Reader {
    fn setting(&self) -> Setting<'_> {
        let (file, column) = (self.voice.say("import-word-file"), self.voice.say("import-word-column"));
        Setting {
            file: &self.label,
            today: self.today,
            tax: Tax::Ht,
            sources: &self.terms.sources,
            stages: &self.terms.stages,
            losses: &self.terms.losses,
            own: &self.terms.own,
            map: &self.map,
            kept: &self.kept,
            sheet: None,
            written: Written { file, column },
        }
    }

    fn why(&self, why: &Unreadable) -> String {
        telling::told(&self.voice, &exchange::unreadable(why))
    }

    /// How the file is laid out.
    fn layout(&self, file: File) -> Result<Layout, String> {
        let mut births = |kind| Entity::fresh(kind, 0);
        let import = Import::open(file, self.setting(), &Nobody, &mut births).map_err(|why| self.why(&why))?;
        Ok(import.layout().clone())
    }

    /// Reads the file and tells its rows; ends early where nobody listens any more.
    fn read(self, file: File, rows: &SyncSender<Row>) {
        let forgotten = self.forgotten.clone();
        let directory = Directory::of(&self.book, move |word| forgotten.knows(word));
        let mut ids = Ids::default();
        let mut births = |kind| Entity::known(kind, ids.next(self.clock.millis()));
        let source = std::io::BufReader::new(file);
        let mut import = match Import::open(source, self.setting(), &directory, &mut births) {
            Ok(import) => import,
            Err(why) => {
                return drop(rows.send(Row::Unreadable(self.why(&why))));
            }
        };
        let mut heard = rows.send(Row::Opened).is_ok();
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
    /// The path as it was typed and what was chosen, where the file is only looked at.
    looks: Option<(String, Chosen)>,
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
        let Some((path, chosen)) = self.looks.take() else {
            self.act = self.act.take().or_else(|| desk.resume(&self.label));
            return self.finish(desk, lines);
        };
        lines.rotate_right(1);
        Beside::Looked(lines, path, chosen)
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
                Ok(Row::End(report)) => return self.end(desk, account::lines(&self.voice, desk.playbook(), &report)),
                Ok(Row::Opened) => Ok(()),
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
