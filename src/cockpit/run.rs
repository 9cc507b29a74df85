//! The loop, and the only place of the cockpit that sees the desk: takes all that is waiting in the inbox, updates, draws
//! once the inbox is empty. While keys keep coming there is at most one frame in 33 ms; nothing else wakes it.

mod doubles;
mod forget;
mod host;
pub mod many;
mod past;
mod perform;

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError},
    time::{Duration, Instant},
};

use ratatui::{Terminal, layout::Size};

pub use self::host::{Errands, Farewell, Surface, Work};
use super::{
    Cockpit,
    effect::Effect,
    event::{Beside, Event, News},
    fresh::Fresh,
    world::World,
};
use crate::{
    desk::{self, Desk, clock, trouble},
    voice::Voice,
};

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
                desk::News::Anew => News::Anew,
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
