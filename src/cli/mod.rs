//! The talking door: one command a file, people's text or JSON out, exit codes. The only room that prints, reads the
//! environment, the user's folders and the command line.

pub mod demo;

mod account;
mod add;
mod args;
mod around;
mod backup;
mod buy;
mod calendar;
mod card;
mod config;
mod doctor;
mod door;
mod doubles;
mod editor;
mod env;
mod errands;
mod export;
mod facts;
mod fault;
mod fields_of;
mod filing;
mod forget;
mod guide;
mod hall;
mod history;
mod import;
mod kept;
mod list;
mod live;
mod log;
mod lose;
mod mail;
mod maps;
mod merge;
mod next;
mod paper;
mod print;
mod qualify;
mod restore;
mod retention;
mod rule;
mod said_in;
mod say;
mod score;
mod send;
mod sequence;
mod set;
mod settings;
mod setup;
mod shell;
mod show;
mod spread;
mod stage;
mod stop;
mod telling;
mod today;
mod trouble;
mod undo;
mod visit;
mod watch;
mod who;

use std::{ffi::OsString, panic::AssertUnwindSafe, process::ExitCode};

use clap::FromArgMatches;

use crate::{sales::entity::Entity, voice::Voice};

use args::{Global, Said, Tongue, Wish};
use env::Env;
use hall::Hall;
use print::Look;
use setup::Setup;
use stop::{Code, Done, Stop};

/// Answers one command line and says what to leave with.
pub fn run(words: impl IntoIterator<Item = OsString>) -> ExitCode {
    fault::listen();
    fault::outlive_full_files();
    let words: Vec<OsString> = words.into_iter().collect();
    let env = Env::read();
    let first = first(&words);
    let answered = std::panic::catch_unwind(AssertUnwindSafe(|| answer(&env, &words, &first)));
    let code = answered.unwrap_or_else(|_| broke(&env, &first));
    ExitCode::from(code as u8)
}

/// The language and the form asked for, seen before the words are understood: mistakes are told in them too.
fn first(words: &[OsString]) -> Global {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let lang = words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let lang = match lang {
        Some("fr") => Some(Tongue::Fr),
        Some("en") => Some(Tongue::En),
        _ => None,
    };
    Global { lang, json: words.contains(&"--json"), ..Global::default() }
}

fn answer(env: &Env, words: &[OsString], first: &Global) -> Code {
    let look = Look { json: first.json, ..Look::default() };
    // The language of the settings, where they can be read, before the words are understood.
    let voice =
        Setup::read(env, first).map_or_else(|_| Voice::new(setup::first_language(env, first)), |setup| setup.voice());
    let said = match understood(words, &voice, look) {
        Ok(said) => said,
        Err(code) => return code,
    };
    match Setup::read(env, &said.global) {
        Ok(setup) => obey(Hall::new(setup), said.command),
        Err(stop) => {
            print::complain(&stop, look);
            stop.code
        }
    }
}

/// The words as a command; help and version are printed here, mistakes told.
fn understood(words: &[OsString], voice: &Voice, look: Look) -> Result<Said, Code> {
    let matches = args::command(voice).try_get_matches_from(words);
    let said = matches.and_then(|matches| Said::from_arg_matches(&matches));
    said.map_err(|error| match error.kind() {
        clap::error::ErrorKind::DisplayHelp | clap::error::ErrorKind::DisplayVersion => {
            let mut page = print::Page::stdout(Look::default());
            page.raw(error.render().to_string().as_bytes());
            page.finish().map_or(Code::Input, |()| Code::Fine)
        }
        _ => {
            let stop = args::misunderstood(&error, voice);
            print::complain(&stop, look);
            stop.code
        }
    })
}

/// Does what is wished, lets everything out, and tells what went wrong.
fn obey(hall: Hall, wish: Option<Wish>) -> Code {
    let look = hall.setup.look;
    let (done, finished) = match wish {
        None => (visit::run(hall), Ok(())),
        Some(Wish::Demo(said)) => (visit::demo(hall, &said), Ok(())),
        Some(Wish::Config) => ended(hall, |hall| Ok(config::run(hall))),
        Some(Wish::Doctor(said)) => ended(hall, |hall| doctor::run(hall, &said)),
        Some(Wish::Backup(said)) => ended(hall, |hall| backup::run(hall, said.file.as_deref())),
        Some(Wish::Restore(said)) => ended(hall, |hall| restore::run(hall, &said.file)),
        Some(Wish::Guide(said)) => ended(hall, |hall| guide::run(hall, &said)),
        Some(Wish::Completions(said)) => ended(hall, |hall| Ok(shell::completions(hall, &said))),
        Some(Wish::Man) => ended(hall, shell::man),
        Some(Wish::Forget(said)) => forget::run(hall, &said),
        Some(Wish::Import(said)) if said.facts => ended(hall, |hall| facts::run(hall, &said.file)),
        Some(wish) => at_the_desk(hall, &wish),
    };
    let done = finished.map_err(|error: std::io::Error| Stop::input(error.to_string())).and(done);
    done.unwrap_or_else(|stop| {
        print::complain(&stop, look);
        stop.code
    })
}

type Ended = (Done, std::io::Result<()>);

fn ended(mut hall: Hall, run: impl FnOnce(&mut Hall) -> Done) -> Ended {
    let done = run(&mut hall);
    (done, hall.page.finish())
}

fn at_the_desk(hall: Hall, wish: &Wish) -> Ended {
    let mut door = match hall.open() {
        Ok(door) => door,
        Err(refused) => {
            let (stop, mut hall) = *refused;
            return (Err(stop), hall.page.finish());
        }
    };
    if !matches!(wish, Wish::Undo(_)) {
        door.warn_of_cut_off();
        door.warn_of_damage();
        door.warn_of_clock();
    }
    let done = command(&mut door, wish);
    let finished = door.page.finish();
    // What was recorded is on the platter; what only makes the next start quicker may fail.
    let closed = door.close();
    (done.and_then(|code| closed.map(|()| code)), finished)
}

fn command(door: &mut door::Door, wish: &Wish) -> Done {
    match wish {
        Wish::Import(said) => import::run(door, said),
        Wish::Add(said) => add::run(door, said),
        Wish::List(said) => list::run(door, said),
        Wish::Today(said) => today::run(door, said),
        Wish::Show(said) => show::run(door, said),
        Wish::Set(said) => set::run(door, said),
        Wish::Log(said) => log::run(door, said),
        Wish::Send(said) => send::run(door, said),
        Wish::Sequence(said) => sequence::run(door, said),
        Wish::Qualify(said) => qualify::run(door, said),
        Wish::Move(said) => stage::run(door, said),
        Wish::Buy(said) => buy::run(door, said),
        Wish::Lose(said) => lose::run(door, said),
        Wish::Score(said) => score::run(door, said),
        Wish::Next(said) => next::run(door, said),
        Wish::History(said) => history::run(door, said),
        Wish::Doubles(said) => doubles::run(door, said),
        Wish::Retention(said) => retention::run(door, said),
        Wish::Merge(said) => merge::run(door, said),
        Wish::Undo(said) => undo::undo(door, said),
        Wish::Redo => undo::redo(door),
        Wish::Export(said) => export::run(door, said),
        Wish::Config
        | Wish::Doctor(_)
        | Wish::Forget(_)
        | Wish::Backup(_)
        | Wish::Restore(_)
        | Wish::Demo(_)
        | Wish::Guide(_)
        | Wish::Completions(_)
        | Wish::Man => Ok(Code::Fine),
    }
}

/// Our fault: where the details were written, in one sentence.
fn broke(env: &Env, first: &Global) -> Code {
    let voice = Voice::new(setup::first_language(env, first));
    let folder = env.folder("XDG_STATE_HOME", ".local/state");
    let written = folder.and_then(|folder| fault::write_down(&folder));
    let sentence = match written {
        Some(path) => voice.tell("cli-bug", &[("file", path.display().to_string().into())]),
        None => voice.say("cli-bug-unwritten").to_owned(),
    };
    print::complain(&Stop::new(Code::Bug, sentence), Look { json: first.json, ..Look::default() });
    Code::Bug
}

/// The last letters of an id: enough to tell things apart, short enough to be typed.
fn short(entity: Entity) -> String {
    entity.id.short()
}
