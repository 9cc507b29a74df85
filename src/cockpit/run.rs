//! The loop, and the only place of the cockpit that sees the desk: takes all that is waiting in the inbox, updates, draws
//! once the inbox is empty. While keys keep coming there is at most one frame in 33 ms; nothing else wakes it.

mod doubles;
pub mod many;
mod past;

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError},
    time::{Duration, Instant},
};

use ratatui::{Terminal, backend::Backend, layout::Size};

use self::many::Many;
use super::{
    Cockpit,
    effect::Effect,
    event::{Beside, Event, News},
    fresh::Fresh,
    outbox::Outgoing,
    recall::Recall,
    settings::Turn,
    world::World,
};
use crate::{
    desk::{self, Desk, TakenBack, clock, trouble},
    sales::{
        entity::Entity,
        fact::Statement,
        playbook::{Change, Playbook},
    },
    voice::Voice,
};

/// What the loop draws on: ratatui's backend, and what lies beyond it.
pub trait Surface: Backend<Error = io::Error> {
    /// The window has another size.
    fn fit(&mut self, size: Size);
    /// Has the mouse, or leaves it to the terminal.
    fn mouse(&mut self, ours: bool);
    /// Puts a text into the clipboard.
    fn copy(&mut self, text: &str);
    /// Lets another program have the screen and the keys.
    fn lend(&mut self) -> io::Result<()>;
    /// Takes the screen again after somebody else had it.
    fn retake(&mut self) -> io::Result<()>;
}

/// What is done for the cockpit elsewhere: files, settings.
pub trait Errands {
    /// Lets the person edit a text in their own editor; in words why that failed.
    fn edit(&mut self, text: &str) -> Result<String, String>;
    /// Begins to read a file in, or only to look at what it would do; in words why it cannot be.
    fn import(&mut self, path: &str, look: bool, desk: &mut Desk) -> Result<Box<dyn Work>, String>;
    /// Sends a letter beside the screen; [`Event::Posted`] tells what became of it.
    fn post(&mut self, number: u64, letter: Outgoing);
    /// Puts numbers into the user's settings: what they are from now on, and what is to be said about where they were
    /// kept; in words why nothing changed.
    fn settle(&mut self, changes: &[Change]) -> Result<(Playbook, Option<String>), String>;
    /// The settings as their files are now: what is another than before.
    fn reread(&mut self) -> Vec<Fresh>;
    /// Keeps who sits here for the next time; in words why that failed.
    fn keep_author(&mut self, name: &str) -> Result<(), String>;
}

/// A long work, done a little at a time between events.
pub trait Work {
    /// Does a little (a few hundredths of a second).
    fn step(&mut self, desk: &mut Desk) -> Beside;
    /// Ends it here; what was done stays, one undo away.
    fn stop(&mut self, desk: &mut Desk) -> Beside;
}

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Farewell {
    /// The person left.
    Left,
    /// The person wants to see the believable portfolio.
    Demo,
    /// Somebody asked us to end.
    Terminated,
    /// The terminal went away: it may not be touched.
    HungUp,
}

/// The least time between two frames while keys keep coming.
const FRAME: Duration = Duration::from_millis(33);
/// How long keys rest before what is typed is kept.
const REST: Duration = Duration::from_secs(1);
/// How long the cursor rests before the dossier follows it.
const STILL: Duration = Duration::from_millis(80);
/// How long nothing must happen before the snapshot for a quicker start is written, where it is worth it.
const CALM: Duration = Duration::from_secs(3);
/// How long leaving waits for what is on its way to the journal.
const PATIENCE: Duration = Duration::from_secs(5);

/// One visit to the cockpit.
pub struct Visit<'a, S: Surface> {
    /// The screen's state.
    pub cockpit: Cockpit,
    /// The open store.
    pub desk: &'a mut Desk,
    /// The language.
    pub voice: Voice,
    /// Where it is drawn.
    pub terminal: Terminal<S>,
    /// Files and settings.
    pub errands: &'a mut dyn Errands,
    clockwork: Clockwork,
    work: Option<Box<dyn Work>>,
    /// Who leaves was told that something waits.
    warned: bool,
}

/// One-shot timers.
struct Clockwork {
    rest: Option<Instant>,
    still: Option<Instant>,
    calm: Option<Instant>,
    midnight: Instant,
}

/// What the desk and the settings know, for one event or one frame.
fn world<'a>(desk: &'a Desk, voice: &'a Voice) -> World<'a> {
    World {
        book: desk.book(),
        columns: desk.columns(),
        playbook: desk.playbook(),
        voice,
        register: desk,
        today: desk.today(),
        now: desk.hour(),
        author: desk.author(),
    }
}

impl<'a, S: Surface> Visit<'a, S> {
    /// A visit about to begin.
    pub fn new(
        cockpit: Cockpit,
        desk: &'a mut Desk,
        voice: Voice,
        terminal: Terminal<S>,
        errands: &'a mut dyn Errands,
    ) -> Self {
        let midnight = Instant::now() + Duration::from_millis(clock::until_midnight(desk.clock().millis()));
        let calm = Some(Instant::now() + CALM);
        let clockwork = Clockwork { rest: None, still: None, calm, midnight };
        Self { cockpit, desk, voice, terminal, errands, clockwork, work: None, warned: false }
    }

    /// Runs until somebody or something ends it.
    pub fn run(&mut self, inbox: &Receiver<Event>) -> Farewell {
        self.begin();
        loop {
            match self.turn(inbox) {
                Ok(None) => {}
                Ok(Some(Farewell::Left)) if !self.settled(inbox) => {}
                Ok(Some(farewell)) => return self.leave(farewell),
                // The terminal takes no bytes any more.
                Err(_) => return self.leave(Farewell::HungUp),
            }
        }
    }

    fn begin(&mut self) {
        self.cockpit.open(&world(self.desk, &self.voice));
        if self.cockpit.has_mouse() {
            self.terminal.backend_mut().mouse(true);
        }
        if let Some(cause) = self.desk.held() {
            let words = trouble::reason(cause, &self.voice);
            self.tell(Event::News(News::Word(words, true)));
        }
        if let Some(words) = trouble::health(&self.desk.damage(), false, &self.voice) {
            self.word(words);
        }
        if let Some(words) = trouble::ahead(self.desk, &self.voice) {
            self.word(words);
        }
        if let Some(act) = self.desk.cut_off() {
            let (label, rows) = (act.label.clone().unwrap_or_default(), act.size.saturating_sub(1));
            let of = act.announced.map_or(0, |(facts, _)| facts);
            self.tell(Event::News(News::CutOff { label, rows, of }));
        }
        self.offer_drafts();
    }

    /// What who sits here typed and never validated.
    fn offer_drafts(&mut self) {
        match self.desk.drafts() {
            Ok(drafts) if drafts.is_empty() => {}
            Ok(drafts) => {
                let drafts: Vec<(String, String)> =
                    drafts.into_iter().rev().map(|draft| (draft.place, draft.text)).collect();
                self.tell(Event::News(News::Drafts(drafts)));
            }
            Err(why) => self.tell(Event::News(News::Word(why.tell(&self.voice), true))),
        }
    }

    /// Draws, waits, then takes all that is waiting: one frame however much came.
    fn turn(&mut self, inbox: &Receiver<Event>) -> io::Result<Option<Farewell>> {
        self.draw()?;
        let mut next = self.next(inbox);
        let begun = Instant::now();
        while let Some(event) = next {
            // What nobody pressed can wait for the next frame; what somebody pressed is shown at once.
            let patient =
                !matches!(event, Event::Key(_) | Event::Mouse(_) | Event::Paste(_) | Event::Burst(_) | Event::Look);
            if let Some(farewell) = self.take(event)? {
                return Ok(Some(farewell));
            }
            let left = FRAME.saturating_sub(begun.elapsed());
            next = if patient && self.work.is_none() { inbox.recv_timeout(left).ok() } else { inbox.try_recv().ok() };
            if let Some(event) = next.take_if(|_| left.is_zero()) {
                return self.take(event);
            }
        }
        Ok(None)
    }

    fn draw(&mut self) -> io::Result<()> {
        let world = world(self.desk, &self.voice);
        let cockpit = &self.cockpit;
        self.terminal.draw(|frame| cockpit.view(&world, frame))?;
        Ok(())
    }

    /// The next event; a long work goes on while there is none.
    fn next(&mut self, inbox: &Receiver<Event>) -> Option<Event> {
        if self.cockpit.is_looking(&world(self.desk, &self.voice)) {
            return Some(inbox.try_recv().unwrap_or_else(|error| match error {
                TryRecvError::Empty => Event::Look,
                TryRecvError::Disconnected => Event::HungUp,
            }));
        }
        if let Some(work) = &mut self.work {
            return match inbox.try_recv() {
                Ok(event) => Some(event),
                Err(TryRecvError::Disconnected) => Some(Event::HungUp),
                Err(TryRecvError::Empty) => {
                    let beside = work.step(self.desk);
                    if !matches!(beside, Beside::Progress { .. }) {
                        self.work = None;
                    }
                    Some(Event::Beside(beside))
                }
            };
        }
        let timers = [self.clockwork.rest, self.clockwork.still, self.clockwork.calm];
        let until = timers.into_iter().flatten().fold(self.clockwork.midnight, Instant::min);
        match inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Disconnected) => Some(Event::HungUp),
            Err(RecvTimeoutError::Timeout) => self.rung(),
        }
    }

    /// A timer ran out.
    fn rung(&mut self) -> Option<Event> {
        let now = Instant::now();
        if self.clockwork.rest.is_some_and(|rest| rest <= now) {
            self.clockwork.rest = None;
            return Some(Event::Rested);
        }
        if self.clockwork.still.take_if(|still| *still <= now).is_some() {
            return Some(Event::Still);
        }
        if self.clockwork.calm.take_if(|calm| *calm <= now).is_some() {
            self.calm();
        }
        (self.clockwork.midnight <= now).then_some(Event::Midnight)
    }

    /// Nobody does anything: the time for what may wait.
    fn calm(&mut self) {
        if self.desk.is_worth_remembering() {
            self.desk.remember_ahead();
        }
        if !self.cockpit.is_demo() {
            self.desk.look_after();
        }
    }

    fn take(&mut self, event: Event) -> io::Result<Option<Farewell>> {
        match event {
            Event::HungUp => return Ok(Some(Farewell::HungUp)),
            Event::Terminated => return Ok(Some(Farewell::Terminated)),
            Event::Resumed => {
                self.terminal.backend_mut().retake()?;
                self.redraw()?;
            }
            Event::Resize(width, height) => {
                self.terminal.backend_mut().fit(Size { width, height });
                self.tell(event);
            }
            Event::Desk => {
                self.news();
            }
            Event::Settings => self.refresh(),
            Event::Midnight => {
                self.desk.turn_page();
                let wait = clock::until_midnight(self.desk.clock().millis());
                self.clockwork.midnight = Instant::now() + Duration::from_millis(wait);
                self.clockwork.calm = Some(Instant::now() + CALM);
                self.tell(event);
            }
            event => {
                let typed = matches!(event, Event::Key(_) | Event::Mouse(_) | Event::Paste(_) | Event::Burst(_));
                let effects = self.cockpit.update(event, &world(self.desk, &self.voice));
                if typed {
                    let typing = !self.cockpit.drafts(&world(self.desk, &self.voice)).is_empty();
                    self.clockwork.rest = typing.then(|| Instant::now() + REST);
                    self.clockwork.still = self.cockpit.is_behind().then(|| Instant::now() + STILL);
                }
                return self.perform(effects);
            }
        }
        Ok(None)
    }

    /// An event that asks for nothing.
    fn tell(&mut self, event: Event) {
        let effects = self.cockpit.update(event, &world(self.desk, &self.voice));
        for effect in effects {
            match effect {
                Effect::Draft { place, text } => self.keep_draft(&place, &text),
                Effect::DropDraft(place) => self.drop_draft(&place),
                Effect::Past(of) => self.past(of),
                _ => {}
            }
        }
    }

    fn keep_draft(&mut self, place: &str, text: &str) {
        if let Err(why) = self.desk.keep_draft(place, text) {
            self.word(why.tell(&self.voice));
        }
    }

    fn word(&mut self, words: String) {
        self.tell(Event::News(News::Word(words, true)));
    }

    fn perform(&mut self, effects: Vec<Effect>) -> io::Result<Option<Farewell>> {
        for effect in effects {
            match effect {
                Effect::Record(statements) => {
                    let (act, statements) = self.desk.record(statements);
                    self.tell(Event::News(News::Taken(act, statements)));
                }
                Effect::Chronicle(past) => self.chronicle(past),
                Effect::Doubles => self.doubles(),
                Effect::Undo(agreed) => self.undo(agreed),
                Effect::Redo => {
                    let done = self.desk.redo();
                    self.taken_back(done, true);
                }
                Effect::Past(of) => self.past(of),
                Effect::Recall(recall) => {
                    if let Some(farewell) = self.recall(recall)? {
                        return Ok(Some(farewell));
                    }
                }
                Effect::Draft { place, text } => self.keep_draft(&place, &text),
                Effect::DropDraft(place) => self.drop_draft(&place),
                Effect::Many { label, said } => self.many(label, said),
                Effect::Post(number, letter) => self.errands.post(number, letter),
                Effect::Mouse(ours) => self.terminal.backend_mut().mouse(ours),
                Effect::Import { path, look } => self.import(&path, look),
                Effect::Stop => self.stop(),
                Effect::Settle(changes, turn) => self.settle(changes, turn),
                Effect::Author(name) => self.sit(&name),
                Effect::Edit(text) => self.edit(&text)?,
                Effect::Copy(text) => self.terminal.backend_mut().copy(&text),
                Effect::Redraw => self.redraw()?,
                Effect::Demo => return Ok(Some(Farewell::Demo)),
                Effect::Quit => return Ok(Some(Farewell::Left)),
            }
        }
        Ok(None)
    }

    fn past(&mut self, of: Entity) {
        match self.desk.history_of(of) {
            Ok(story) => self.tell(Event::News(News::Past(of, story.lines))),
            Err(why) => self.word(why.tell(&self.voice)),
        }
    }

    /// Looks up what was said, and does what follows from it.
    fn recall(&mut self, recall: Recall) -> io::Result<Option<Farewell>> {
        match self.desk.said_of(&recall.of()) {
            Ok(facts) => {
                let event = Event::News(News::Recalled(facts, recall));
                let effects = self.cockpit.update(event, &world(self.desk, &self.voice));
                self.perform(effects)
            }
            Err(why) => {
                self.word(why.tell(&self.voice));
                Ok(None)
            }
        }
    }

    fn drop_draft(&mut self, place: &str) {
        if let Err(why) = self.desk.drop_draft(place) {
            self.word(why.tell(&self.voice));
        }
    }

    fn redraw(&mut self) -> io::Result<()> {
        let size = self.terminal.backend().size()?;
        self.terminal.resize(ratatui::layout::Rect::new(0, 0, size.width, size.height))
    }

    /// The person's own editor has the terminal until it ends.
    fn edit(&mut self, text: &str) -> io::Result<()> {
        self.terminal.backend_mut().lend()?;
        let edited = self.errands.edit(text);
        self.terminal.backend_mut().retake()?;
        self.redraw()?;
        match edited {
            Ok(text) => self.tell(Event::Edited(text)),
            Err(why) => self.word(why),
        }
        Ok(())
    }

    fn undo(&mut self, agreed: bool) {
        if let Some(act) = self.desk.undoable().filter(|act| !agreed && !self.desk.is_of_this_sitting(act.id)) {
            let statements = act.facts.iter().flat_map(|fact| fact.statements.clone()).collect();
            let (label, author) = (act.label.clone(), act.author.clone());
            return self.tell(Event::News(News::AskUndo { statements, label, author }));
        }
        let done = self.desk.undo();
        self.taken_back(done, false);
    }

    fn taken_back(&mut self, done: Result<TakenBack, desk::Trouble>, again: bool) {
        let news = match done {
            Ok(TakenBack { act, hidden, .. }) => {
                let statements = act.facts.into_iter().flat_map(|fact| fact.statements).collect();
                News::TakenBack { statements, label: act.label, again, hidden }
            }
            Err(why) => News::Word(why.tell(&self.voice), true),
        };
        self.news();
        self.tell(Event::News(news));
    }

    /// What became of what was recorded; whether something of it was refused.
    fn news(&mut self) -> bool {
        let all = self.desk.news();
        let refused = all.iter().any(|news| matches!(news, desk::News::Refused { .. }));
        for news in all {
            let told = match news {
                desk::News::Checked(Ok(damage)) => match trouble::health(&damage, true, &self.voice) {
                    Some(words) => News::Word(words, true),
                    None => continue,
                },
                desk::News::Checked(Err(cause)) | desk::News::NoBackup(cause) => {
                    News::Word(trouble::reason(&cause, &self.voice), true)
                }
                desk::News::Saved { fact, .. } => News::Saved(fact.act),
                desk::News::Refused { act, trouble } => News::Refused(act, trouble.tell(&self.voice)),
                desk::News::Heard { fact, over } => {
                    News::Heard { author: fact.author, statements: fact.statements, over }
                }
                desk::News::Delayed(trouble) => {
                    self.warned = false;
                    News::Delayed(trouble.tell(&self.voice))
                }
                desk::News::NoDoor(trouble) => {
                    let why = trouble.tell(&self.voice);
                    News::Word(self.voice.tell("toast-no-door", &[("why", why.into())]), true)
                }
                desk::News::Unread => News::Word(self.voice.say("toast-unread").to_owned(), true),
            };
            self.tell(Event::News(told));
        }
        refused
    }

    fn sit(&mut self, name: &str) {
        self.desk.sit(name);
        if let Err(why) = self.errands.keep_author(name) {
            self.word(why);
        } else {
            self.tell(Event::Desk);
        }
        self.offer_drafts();
    }

    /// Takes what changed in the files of the settings.
    fn refresh(&mut self) {
        for fresh in self.errands.reread() {
            match fresh {
                Fresh::Playbook(playbook) => self.desk.settle_on(*playbook),
                Fresh::Keys(keys) => self.cockpit.bind(keys),
                Fresh::Theme(theme) => self.cockpit.wear(theme),
                Fresh::Post(sends) => self.cockpit.post_by(sends),
                Fresh::Language(language) => self.voice = Voice::new(language),
                Fresh::Author(name) => self.desk.sit(&name),
                Fresh::Mouse(ours) => {
                    self.cockpit.have_mouse(ours);
                    self.terminal.backend_mut().mouse(ours);
                }
                Fresh::Word(words, bad) => self.tell(Event::News(News::Word(words, bad))),
            }
        }
        self.tell(Event::Settings);
    }

    fn settle(&mut self, changes: Vec<Change>, turn: Turn) {
        let news = match self.errands.settle(&changes) {
            Ok((playbook, note)) => {
                self.desk.settle_on(playbook);
                self.clockwork.calm = Some(Instant::now() + CALM);
                News::Settled { changes, turn, note }
            }
            Err(why) => News::Unsettled(why),
        };
        self.tell(Event::News(news));
    }

    /// What little there is to enter is entered before the next frame.
    fn many(&mut self, label: String, said: Vec<Vec<Statement>>) {
        let mut work = Many::new(label, said, self.voice.language());
        let beside = work.step(self.desk);
        if matches!(beside, Beside::Progress { .. }) {
            self.work = Some(Box::new(work));
        }
        self.tell(Event::Beside(beside));
    }

    fn import(&mut self, path: &str, look: bool) {
        match self.errands.import(path, look, self.desk) {
            Ok(work) => {
                self.work = Some(work);
                self.tell(Event::Beside(Beside::Progress { done: 0, total: 0 }));
            }
            Err(why) => self.tell(Event::Beside(Beside::Failed(why))),
        }
    }

    fn stop(&mut self) {
        if let Some(mut work) = self.work.take() {
            let beside = work.stop(self.desk);
            self.tell(Event::Beside(beside));
        }
    }

    /// Waits until the journal has everything; false where something was refused just now and the person must see it.
    fn settled(&mut self, inbox: &Receiver<Event>) -> bool {
        self.stop();
        if self.cockpit.is_delayed() {
            return self.leaves_what_waits();
        }
        let end = Instant::now() + PATIENCE;
        let mut refused = self.news();
        while self.cockpit.is_waiting() {
            let left = end.saturating_duration_since(Instant::now());
            match inbox.recv_timeout(left) {
                Ok(Event::Desk) => refused |= self.news(),
                // A letter that was taken is noted before we go.
                Ok(event @ Event::Posted(..)) => {
                    refused |= matches!(event, Event::Posted(_, Err(_)));
                    let effects = self.cockpit.update(event, &world(self.desk, &self.voice));
                    if self.perform(effects).is_err() {
                        return true;
                    }
                }
                Ok(_) => {}
                Err(_) => return true,
            }
        }
        !refused
    }

    /// What waits for another cockpit cannot be waited for: whoever leaves nevertheless says so twice.
    fn leaves_what_waits(&mut self) -> bool {
        if std::mem::replace(&mut self.warned, true) {
            return true;
        }
        self.word(self.voice.say("toast-delayed-quit").to_owned());
        false
    }

    /// What is being typed is kept before we go.
    fn leave(&mut self, farewell: Farewell) -> Farewell {
        for (place, text) in self.cockpit.drafts(&world(self.desk, &self.voice)) {
            // Nobody is left to tell when the last keeping fails; the timer has kept all but the last second.
            let _ = self.desk.keep_draft(&place, &text);
        }
        farewell
    }
}
