//! Who may ask what: one open store, the book it adds up to, and the door through which everything is said.
//! A verb is a statement: screen and command line hand the same ones to [`Desk::record`]. Sees `sales`, `log` and
//! `voice`; no screen, no file format, no environment.
//!
//! Durable first, then true: the book learns a fact only after the journal has it. What is on its way is shown through
//! [`Book::preview`] by whoever shows it.

mod clerk;
pub mod clock;
pub mod door;
mod forget;
pub mod ids;
mod learn;
mod long;
pub mod memo;
mod past;
mod scribe;
mod seat;
mod start;
pub mod trouble;
mod upkeep;
pub mod writer;

use std::{
    cell::{OnceCell, RefCell},
    collections::VecDeque,
    path::PathBuf,
    thread::JoinHandle,
    time::Duration,
};

use rustc_hash::FxHashMap;

pub use self::{
    clock::Clock,
    forget::{Far, Forgetting, Whom, forget},
    long::{LongAct, SHEAF},
    past::Story,
    start::{Found, Setup},
    trouble::Trouble,
    writer::Wake,
};
use self::{
    ids::Ids,
    learn::Behind,
    long::UnderWay,
    scribe::Scribe,
    writer::{Entry, Writer},
};
use crate::{
    log::{Cause, Damage, Forgotten, Holder, Position, drafts::Draft},
    sales::{
        acts::Act,
        book::{Book, Learnt},
        columns::Columns,
        entity::{Entity, Id},
        erasure,
        fact::{ActId, Fact, Retracted, Set, Statement, Target, Value},
        find::Finder,
        fold::Said,
        moment::{Day, Hour},
        playbook::Playbook,
        register::{self, Register},
    },
};

/// Facts after which the snapshot is written anew, beside the work.
pub const MUCH: u64 = 2_000;
/// How long anything waits for the log in one piece.
const PATIENCE: Duration = Duration::from_secs(30);

/// An open store and what it adds up to.
pub struct Desk {
    book: Book,
    columns: OnceCell<Columns>,
    /// What the columns lack.
    behind: Behind,
    finder: OnceCell<RefCell<Finder>>,
    playbook: Playbook,
    writer: Writer,
    under_way: UnderWay,
    here: Here,
    ids: Ids,
    news: VecDeque<News>,
    /// Whom the store must not take in again.
    forgotten: Forgotten,
    memory: Memory,
}

/// Who sits here, and when.
struct Here {
    author: String,
    device: u64,
    clock: Clock,
    /// The day the reader asked for, where it is not today.
    reading: Option<Day>,
    /// Acts recorded by this desk, latest last.
    sitting: Vec<ActId>,
    /// Why the store can only be read, where it can.
    held: Option<Cause>,
    /// Somebody else holds the store.
    guest: bool,
    /// What was said last at this desk since it was opened, by what it settles, while nobody has settled it otherwise.
    mine: FxHashMap<(Entity, String), Statement>,
}

/// Where the book stands in the log, and its snapshot.
struct Memory {
    snapshot: Option<PathBuf>,
    /// The store, where it is ours to look after.
    store: Option<PathBuf>,
    /// Who we are for whoever finds it held.
    holder: Holder,
    /// The box's index of the snapshot, until it is asked for.
    finder: Option<memo::Asleep>,
    drafts: Option<Scribe>,
    learnt_to: Position,
    since_snapshot: u64,
    /// The snapshot lacks the columns of today or of the days to come.
    stale: bool,
    writing: Option<JoinHandle<Result<(), Cause>>>,
    backing: Option<JoinHandle<Result<(), Cause>>>,
}

impl Memory {
    fn finder(&self, book: &Book) -> Finder {
        self.finder.as_ref().and_then(|asleep| asleep.wake(book)).unwrap_or_else(|| register::finder_of(book))
    }
}

/// What became of something recorded.
#[derive(Clone, Debug)]
pub enum News {
    /// On the platter, and learnt.
    Saved {
        /// The fact.
        fact: Fact,
        /// What it changed.
        learnt: Learnt,
    },
    /// Not kept, or nobody knows; what was said comes back.
    Refused {
        /// The act.
        act: ActId,
        /// Why, with the statements where nothing changed.
        trouble: Trouble,
    },
    /// The copies of the store were compared in full: everything found damaged, or why that could not be done.
    Checked(Result<Vec<Damage>, Cause>),
    /// The backup of the day could not be made.
    NoBackup(Cause),
    /// Somebody else recorded something.
    Heard {
        /// The fact.
        fact: Fact,
        /// What it says otherwise than was said here before.
        over: Vec<Statement>,
    },
    /// The book was read anew: somebody was forgotten, or a backup put in its place.
    Anew,
    /// What was recorded waits for whoever holds the store, and will be kept; why.
    Delayed(Trouble),
    /// Others cannot come in here: they can only read.
    NoDoor(Trouble),
    /// The past could not be read: what is shown may be old until Vigie is opened again. Nothing is lost.
    Unread,
}

/// An act taken back, or done again.
#[derive(Clone, Debug)]
pub struct TakenBack {
    /// The act concerned.
    pub act: Act,
    /// The act that did it.
    pub by: ActId,
    /// What shows as before all the same, because it was said again since.
    pub hidden: Vec<Set>,
}

impl Desk {
    /// The book.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The pipeline on the reader's day. Read at the first call where the snapshot did not have it.
    pub fn columns(&self) -> &Columns {
        self.columns.get_or_init(|| Columns::build(&self.book, &self.playbook, self.today()))
    }

    /// The firm's settings.
    pub fn playbook(&self) -> &Playbook {
        &self.playbook
    }

    /// The day readings are made for.
    pub fn today(&self) -> Day {
        self.here.reading.unwrap_or_else(|| self.here.clock.local().0)
    }

    /// The local time of day.
    pub fn hour(&self) -> Hour {
        self.here.clock.local().1
    }

    /// The clock.
    pub fn clock(&self) -> Clock {
        self.here.clock
    }

    /// Who sits here; empty until said.
    pub fn author(&self) -> &str {
        &self.here.author
    }

    /// Says who sits here.
    pub fn sit(&mut self, author: &str) {
        author.clone_into(&mut self.here.author);
    }

    /// Why nothing can be recorded, where the store can only be read.
    pub fn held(&self) -> Option<&Cause> {
        self.here.held.as_ref()
    }

    /// Whether somebody else holds the store; what is recorded goes through them.
    pub fn is_guest(&self) -> bool {
        self.here.guest
    }

    /// What would be recorded now by whom, for previews.
    pub fn said(&self) -> Said<'_> {
        let stamp = crate::sales::fact::Stamp(u64::MAX);
        Said { author: &self.here.author, day: self.here.clock.local().0, stamp }
    }

    /// What was found damaged in the store.
    pub fn damage(&self) -> Vec<Damage> {
        self.writer.damage()
    }

    /// Sends statements to be kept as one fact; [`Desk::news`] tells what became of it. New things get their ids, which
    /// come back in the statements.
    pub fn record(&mut self, statements: Vec<Statement>) -> (ActId, Vec<Statement>) {
        self.no_more();
        let act = self.new_act();
        if self.objects(&statements) {
            let trouble = Trouble::Forgotten(statements.clone());
            self.news.push_back(News::Refused { act, trouble });
            return (act, statements);
        }
        let statements = self.number(statements, &mut FxHashMap::default());
        self.writer.keep(vec![self.entry(act, statements.clone())]);
        self.here.sitting.push(act);
        (act, statements)
    }

    /// Keeps statements as one fact and waits for it.
    pub fn record_now(&mut self, statements: Vec<Statement>) -> Result<Fact, Trouble> {
        if self.objects(&statements) {
            return Err(Trouble::Forgotten(statements));
        }
        let (act, _) = self.record(statements);
        self.wait_for(act)
    }

    /// Whether statements take somebody in again who was forgotten and objects to that.
    pub fn objects(&self, statements: &[Statement]) -> bool {
        statements.iter().filter_map(reach_of).any(|word| self.forgotten.knows(&word))
    }

    /// Whom the store must not take in again.
    pub fn forgotten(&self) -> &Forgotten {
        &self.forgotten
    }

    /// Takes somebody in again who asks for it.
    pub fn forgive(&mut self, statements: &[Statement]) -> Result<(), Trouble> {
        let words: Vec<String> = statements.iter().filter_map(reach_of).collect();
        let Some(store) = self.memory.store.as_deref().filter(|_| self.objects(statements)) else { return Ok(()) };
        Ok(self.forgotten.forgive(store, &words)?)
    }

    /// A new act, for a long one that is recorded sheaf by sheaf.
    pub fn new_act(&mut self) -> ActId {
        ActId(self.new_id())
    }

    /// A new id.
    pub fn new_id(&mut self) -> Id {
        self.ids.next(self.here.clock.millis())
    }

    /// What became of everything recorded since the last call. The book has learnt what was saved.
    pub fn news(&mut self) -> Vec<News> {
        self.writer.take_group();
        while let Some(outcome) = self.writer.outcome() {
            self.take(outcome);
        }
        self.catch_up();
        self.remember_sometimes();
        if let Some(made) = self.memory.backing.take_if(|backing| backing.is_finished())
            && let Ok(Err(cause)) = made.join()
        {
            self.news.push_back(News::NoBackup(cause));
        }
        self.news.drain(..).collect()
    }

    /// The day of the last act, where the clock is more than a day behind it. It is so until something is recorded.
    pub fn ahead(&self) -> Option<Day> {
        let last = self.book.acts().latest().next()?.day;
        (last > self.here.clock.local().0.plus(1)).then_some(last)
    }

    /// The last act that [`Desk::undo`] would take back.
    pub fn undoable(&self) -> Option<&Act> {
        self.book.acts().undoable(&self.here.author, self.here.device, self.book.ledger())
    }

    /// A long act that was cut off in an earlier sitting, as long as it is what [`Desk::undo`] would take back. Nothing
    /// where somebody else holds the store and may be at it.
    pub fn cut_off(&self) -> Option<&Act> {
        self.undoable().filter(|act| act.is_unfinished() && !self.here.guest && self.here.held.is_none())
    }

    /// Whether an act was done at this desk since it was opened.
    pub fn is_of_this_sitting(&self, act: ActId) -> bool {
        self.here.sitting.contains(&act)
    }

    /// Takes back the last live act of this author on this device.
    pub fn undo(&mut self) -> Result<TakenBack, Trouble> {
        let act = self.undoable().cloned().ok_or(Trouble::NothingToUndo)?;
        self.take_back(act)
    }

    /// Does again what was last taken back, unless something was done since.
    pub fn redo(&mut self) -> Result<TakenBack, Trouble> {
        let acts = self.book.acts();
        let undo = acts.redoable(&self.here.author, self.here.device, self.book.ledger()).cloned();
        let undo = undo.ok_or(Trouble::NothingToRedo)?;
        let undone = match undo.retracts() {
            Some(Target::Act(id)) => acts.get(id).cloned(),
            _ => None,
        };
        let taken = self.take_back(undo)?;
        Ok(TakenBack { act: undone.unwrap_or(taken.act), ..taken })
    }

    /// Takes an act back, whenever it was done.
    pub fn take_back(&mut self, act: Act) -> Result<TakenBack, Trouble> {
        let why = act.label.clone().unwrap_or_default();
        let retracted = Statement::Retracted(Retracted { target: Target::Act(act.id), why });
        let before = shown(&self.book, &act);
        let fact = self.record_now(vec![retracted])?;
        let mut hidden = shown(&self.book, &act);
        hidden.retain(|now| before.contains(now));
        Ok(TakenBack { act, by: fact.act, hidden })
    }

    /// Every fact there is, oldest first.
    pub fn every_fact(&self, take: &mut dyn FnMut(Fact)) -> Result<(), Trouble> {
        self.writer.since(Position::default(), &mut |_, fact| take(fact))?;
        Ok(())
    }

    /// Keeps what is being typed somewhere, beside the work; an error is that of the keeping before.
    pub fn keep_draft(&self, place: &str, text: &str) -> Result<(), Trouble> {
        let Some(drafts) = &self.memory.drafts else { return Ok(()) };
        let author = self.here.author.clone();
        let draft = Draft { place: place.to_owned(), author, kept_at: self.here.clock.millis(), text: text.to_owned() };
        Ok(drafts.keep(draft)?)
    }

    /// What was being typed by who sits here when a cockpit of theirs was cut off, latest first. Ours from now on; what is
    /// typed in another cockpit at this moment stays there.
    pub fn drafts(&self) -> Result<Vec<Draft>, Trouble> {
        let Some(drafts) = &self.memory.drafts else { return Ok(Vec::new()) };
        Ok(drafts.take_over(&self.here.author)?)
    }

    /// Lets go of what was being typed somewhere.
    pub fn drop_draft(&self, place: &str) -> Result<(), Trouble> {
        let Some(drafts) = &self.memory.drafts else { return Ok(()) };
        Ok(drafts.forget(place.to_owned(), self.here.author.clone())?)
    }

    fn number(&mut self, mut statements: Vec<Statement>, named: &mut FxHashMap<Entity, Entity>) -> Vec<Statement> {
        self.ids.number(&mut statements, named, self.here.clock.millis());
        statements
    }

    fn entry(&self, act: ActId, statements: Vec<Statement>) -> Entry {
        let recorded_at = self.here.clock.millis();
        Entry { act, author: self.here.author.clone(), recorded_at, day: clock::local(recorded_at).0, statements }
    }

    fn wait_for(&mut self, act: ActId) -> Result<Fact, Trouble> {
        loop {
            let outcome = self.wait()?;
            self.take(outcome);
            self.catch_up();
            match self.news.back() {
                Some(News::Saved { fact, .. }) if fact.act == act => {
                    let fact = fact.clone();
                    self.news.pop_back();
                    return Ok(fact);
                }
                Some(News::Refused { act: refused, trouble }) if *refused == act => {
                    let trouble = trouble.clone();
                    self.news.pop_back();
                    return Err(trouble);
                }
                _ => {}
            }
        }
    }
}

/// What the fields an act set show now.
fn shown(book: &Book, act: &Act) -> Vec<Set> {
    let set = act.facts.iter().flat_map(|fact| &fact.statements).filter_map(|said| match said {
        Statement::Set(set) => Some(set),
        _ => None,
    });
    set.filter_map(|set| Some(Set { value: book.value(set.about, &set.field)?, ..set.clone() })).collect()
}

/// The address or number that a statement gives somebody.
fn reach_of(said: &Statement) -> Option<String> {
    match said {
        Statement::Set(Set { field, value: Value::Text(text), .. }) => erasure::reach(field, text),
        _ => None,
    }
}

impl Register for Desk {
    fn finder(&self) -> &RefCell<Finder> {
        self.finder.get_or_init(|| RefCell::new(self.memory.finder(&self.book)))
    }
}
