//! `vigie` and `vigie demo`: the cockpit on the portfolio, or on a made-up one that is gone afterwards.

use std::{
    fs,
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
    sync::mpsc::channel,
};

use serde_json::json;

use crate::{
    cockpit::{
        Cockpit,
        event::{Event, News},
        run::{Farewell, Visit},
    },
    desk::{Clock, Trouble},
    log::{Cause, Disk, Log},
    terminal::{self, Refusal},
};

use super::{
    args::Demo,
    demo,
    errands::CliErrands,
    hall::Hall,
    live::Live,
    setup::{Known, Origin},
    stop::{Code, Done, Stop},
    trouble, watch,
};

/// Facts kept together with one sync.
const SHEAF: usize = 1_000;

/// The most contacts a demo has.
const MOST: usize = 1_000_000;

/// Opens the cockpit on the portfolio.
pub(super) fn run(hall: Hall) -> Done {
    if !hall.setup.place.has_screen() {
        return Err(Stop::input(hall.voice.say("cli-no-terminal")));
    }
    let word = hall.setup.store.value.join(MARK).exists().then(|| hall.voice.say("demo-is"));
    match cockpit(&hall, word)? {
        Farewell::Demo => demo(hall, &Demo { size: demo::SIZE }),
        Farewell::Left | Farewell::Terminated | Farewell::HungUp => Ok(Code::Fine),
    }
}

/// Makes a portfolio up and opens the cockpit on it. In a folder that was named it stays; else it is removed.
pub(super) fn demo(mut hall: Hall, said: &Demo) -> Done {
    if said.size > MOST {
        let most = hall.voice.number(MOST as i64);
        return Err(Stop::input(hall.voice.tell("demo-too_many", &[("most", most.into())])));
    }
    let screen = hall.setup.place.has_screen();
    if hall.setup.store.origin == Origin::Flag {
        fill(&mut hall, said.size)?;
        let store = hall.setup.store.value.display().to_string();
        let line = hall.voice.tell("demo-kept", &[("store", store.as_str().into()), ("count", said.size.into())]);
        hall.page.line(&line);
        hall.page.json(&json!({ "store": store, "contacts": said.size, "demo": true }));
        hall.page.finish().map_err(|error| Stop::input(error.to_string()))?;
        let stays = screen && !hall.setup.look.json;
        return if stays {
            cockpit(&hall, Some(hall.voice.say("demo-is"))).map(|_| Code::Fine)
        } else {
            Ok(Code::Fine)
        };
    }
    if !screen {
        return Err(Stop::input(hall.voice.say("demo-no-terminal")));
    }
    let folder = Folder::new().map_err(|error| {
        Stop::new(Code::Store, hall.voice.tell("demo-no-folder", &[("why", error.to_string().into())]))
    })?;
    hall.setup.store = Known { value: folder.0.clone(), origin: Origin::Usual };
    if hall.setup.author.origin != Origin::Flag {
        hall.setup.author = Known { value: demo::author().to_owned(), origin: Origin::Flag };
        // As if it had been said, so that it stays so when the settings are read again.
        hall.setup.global.author = Some(demo::author().to_owned());
    }
    fill(&mut hall, said.size)?;
    cockpit(&hall, Some(hall.voice.say("demo-is-gone")))?;
    drop(folder);
    let line = hall.voice.tell("demo-removed", &[("count", said.size.into())]);
    hall.page.line(&line);
    hall.page.finish().map_err(|error| Stop::input(error.to_string()))?;
    Ok(Code::Fine)
}

/// A folder that is gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> std::io::Result<Self> {
        let name = format!("vigie-demo-{}-{}", std::process::id(), Clock::System.millis());
        let path = super::env::temporary().join(name);
        // Made anew and ours alone: nobody can have put something there before.
        fs::DirBuilder::new().mode(0o700).create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed stays where temporary files are removed anyway.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Writes the made-up facts into an empty store.
fn fill(hall: &mut Hall, size: usize) -> Result<(), Stop> {
    let today = hall.reading()?.unwrap_or_else(|| Clock::System.local().0);
    let store = hall.setup.store.value.clone();
    let told = |hall: &Hall, trouble: &Trouble| trouble::stop(trouble, &hall.voice);
    let mut log = Disk::open(&store, &hall.setup.holder()).map_err(|cause| told(hall, &Trouble::Store(cause)))?;
    let last = log.last();
    if last.seq > 0 {
        let path = store.display().to_string();
        return Err(Stop::input(hall.voice.tell("demo-not_empty", &[("store", path.into())])));
    }
    mark(&store).map_err(|cause| told(hall, &Trouble::Store(cause)))?;
    let mut sheaf = Vec::with_capacity(SHEAF);
    for fact in demo::numbered(demo::facts(size, demo::SEED, today), last) {
        sheaf.push(fact);
        if sheaf.len() >= SHEAF {
            log.record(&sheaf).map_err(|failure| told(hall, &Trouble::of(failure, Vec::new())))?;
            sheaf.clear();
        }
    }
    log.record(&sheaf).map_err(|failure| told(hall, &Trouble::of(failure, Vec::new())))?;
    Box::new(log).close().map_err(|cause| told(hall, &Trouble::Store(cause)))
}

/// The file that says a store holds made-up people, so that nobody takes them for real ones.
pub(super) const MARK: &str = "DEMO";

fn mark(store: &Path) -> Result<(), Cause> {
    let path = store.join(MARK);
    fs::write(&path, "vigie demo\n").map_err(|error| Cause::of(&error, path))
}

/// Shows the cockpit until somebody leaves it.
fn cockpit(hall: &Hall, word: Option<&str>) -> Result<Farewell, Stop> {
    let (inbox, events) = channel();
    let news = inbox.clone();
    // Where the cockpit has gone nobody is left to be told.
    let (mut desk, found) = hall.cockpit_desk(Box::new(move || drop(news.send(Event::Desk))))?;
    if found.copied {
        drop(inbox.send(Event::News(News::Word(hall.voice.say("store-copied").to_owned(), true))));
    }
    if let Some(word) = word {
        drop(inbox.send(Event::News(News::Word(word.to_owned(), false))));
    }
    if hall.setup.author.origin == Origin::Usual {
        // Nobody has said who sits here: the cockpit asks.
        desk.sit("");
    }
    let live = Live::new(hall, word.is_some());
    for mistake in live.mistakes() {
        drop(inbox.send(Event::News(News::Word(mistake.clone(), true))));
    }
    if let Err(error) = watch::start(&hall.setup.folders.config, &inbox) {
        let words = hall.voice.tell("settings-unwatched", &[("why", error.to_string().into())]);
        drop(inbox.send(Event::News(News::Word(words, true))));
    }
    let (keys, theme, sends) = (live.keys().clone(), live.theme().clone(), live.sends());
    let mut errands = CliErrands::new(hall, live, inbox.clone());
    let shown = terminal::show(&hall.setup.place, &inbox, |screen, size| {
        let mut cockpit = Cockpit::new(keys, theme, size.width, size.height);
        cockpit.call_demo(word.is_some());
        cockpit.post_by(sends);
        if hall.setup.config.value.mouse == Some(false) {
            cockpit.have_mouse(false);
        }
        Visit::new(cockpit, &mut desk, hall.setup.voice(), screen, &mut errands).run(&events)
    });
    let closed = desk.leave().map_err(|trouble| trouble::stop(&trouble, &hall.voice));
    let farewell = shown.map_err(|refusal| refused(hall, &refusal))?;
    closed.map(|()| farewell)
}

fn refused(hall: &Hall, refusal: &Refusal) -> Stop {
    match refusal {
        Refusal::NoScreen => Stop::input(hall.voice.say("cli-no-terminal")),
        Refusal::Terminal(error) => {
            Stop::input(hall.voice.tell("cli-terminal-refused", &[("why", error.to_string().into())]))
        }
    }
}
