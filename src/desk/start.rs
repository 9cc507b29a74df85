//! Opening: the snapshot first, then what was recorded after it; the slow copy of the store opens behind.

use std::{cell::OnceCell, collections::VecDeque, path::PathBuf};

use rustc_hash::FxHashMap;

use super::{
    Clock, Desk, Here, Memory, Trouble, Wake,
    ids::Ids,
    learn::Behind,
    long::UnderWay,
    memo,
    scribe::Scribe,
    seat::{Seat, Way},
    writer::Writer,
};
use crate::{
    log::{Cause, Disk, Drafts, Forgotten, Holder, Log, MemoryLog, Onlooker, Position, Remote, format::Places, socket},
    sales::{
        book::{Book, History, Unreadable},
        columns::Columns,
        entity::Entity,
        fact::{Fact, Target},
        moment::Day,
        playbook::Playbook,
    },
};

/// What opening needs to be told.
pub struct Setup {
    /// The folder of the store; nothing keeps everything in memory, for tests.
    pub store: Option<PathBuf>,
    /// Who will hold it, for whoever finds it held.
    pub holder: Holder,
    /// The author of what is recorded; empty until said.
    pub author: String,
    /// Where the time comes from.
    pub clock: Clock,
    /// The day readings are made for, where it is not today. Never stamps a fact.
    pub reading: Option<Day>,
    /// The firm's settings.
    pub playbook: Playbook,
    /// For one that stays, such as a cockpit: it answers a door to others while it holds the store. Where a door goes
    /// whose path in the store would be too long.
    pub serves: Option<PathBuf>,
}

/// What opening found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The store was made just now.
    pub created: bool,
    /// The store's folder is a copy of another one.
    pub copied: bool,
    /// Facts read one by one, because no snapshot had them.
    pub read: u64,
}

/// After a longer tail than this the whole book is read anew rather than fact by fact.
const TAIL: usize = 20_000;

impl Desk {
    /// Opens a store, or makes it. `wake` is called whenever there is news.
    pub fn open(setup: Setup, wake: Wake) -> Result<(Self, Found), Trouble> {
        let mut opened = Opened::of(&setup)?;
        let day = setup.reading.unwrap_or_else(|| setup.clock.local().0);
        let memo = opened.places.as_ref().and_then(|places| memo::read(&places.snapshot(), &setup.playbook, day));
        let memo = memo.filter(|memo| opened.seat.log().reaches(memo.position));
        let prepared = memo.as_ref().is_some_and(|memo| memo.columns.is_some() && memo.prepared);
        let Read { book, columns, finder, one_by_one: read, learnt_to } = match memo {
            Some(memo) => catch_up(memo, &setup.playbook, opened.seat.log())?,
            None => anew(opened.seat.log())?,
        };
        let drafts = match &opened.places {
            Some(places) if opened.held.is_none() => {
                Some(Scribe::start(Drafts::at(&places.drafts())?).map_err(|_| Trouble::NoWriter)?)
            }
            _ => None,
        };
        let device = opened.seat.log().last().device;
        let ours = opened.held.is_none();
        let stale = !prepared && setup.reading.is_none();
        let desk = Self {
            book,
            columns: columns.map_or_else(OnceCell::new, OnceCell::from),
            behind: Behind::default(),
            finder: OnceCell::new(),
            playbook: setup.playbook,
            under_way: UnderWay::default(),
            writer: Writer::start(opened.seat, opened.way, learnt_to, wake).map_err(|_| Trouble::NoWriter)?,
            here: Here {
                author: setup.author,
                device,
                clock: setup.clock,
                reading: setup.reading,
                sitting: Vec::new(),
                held: opened.held,
                guest: opened.guest,
                mine: FxHashMap::default(),
            },
            ids: Ids::default(),
            news: VecDeque::new(),
            forgotten: setup.store.as_deref().map_or_else(|| Ok(Forgotten::default()), Forgotten::read)?,
            memory: Memory {
                finder,
                store: opened.places.as_ref().filter(|_| ours).map(|places| places.root().to_owned()),
                holder: setup.holder,
                snapshot: opened.places.map(|places| places.snapshot()),
                drafts,
                learnt_to,
                since_snapshot: read,
                stale,
                writing: None,
                backing: None,
            },
        };
        Ok((desk, Found { created: opened.created, copied: opened.copied, read }))
    }
}

/// A log held, somebody else's, or only looked at.
struct Opened {
    seat: Seat,
    way: Option<Way>,
    places: Option<Places>,
    created: bool,
    guest: bool,
    held: Option<Cause>,
    copied: bool,
}

impl Opened {
    fn of(setup: &Setup) -> Result<Self, Cause> {
        let Some(store) = &setup.store else {
            let seat = Seat::Own(Box::new(MemoryLog::new(1)), None);
            return Ok(Self { seat, way: None, places: None, created: true, guest: false, held: None, copied: false });
        };
        let mut holder = setup.holder.clone();
        if let Some(runtime) = &setup.serves {
            holder.door = socket::name(store, runtime);
        }
        let way = |places: &Places| Way {
            store: store.clone(),
            holder: holder.clone(),
            serves: setup.serves.is_some(),
            clock: setup.clock,
            places: places.clone(),
        };
        match Disk::open(store, &holder) {
            Ok(disk) => {
                let (places, created, copied) = (disk.places().clone(), disk.created(), disk.copied());
                let seat = Seat::Own(Box::new(disk), None);
                Ok(Self {
                    seat,
                    way: Some(way(&places)),
                    places: Some(places),
                    created,
                    guest: false,
                    held: None,
                    copied,
                })
            }
            Err(Cause::Locked(holder)) => {
                let remote = Remote::open(store, holder)?;
                let places = remote.places().clone();
                let (seat, way) = (Seat::Guest(Box::new(remote)), Some(way(&places)));
                Ok(Self { seat, way, places: Some(places), created: false, guest: true, held: None, copied: false })
            }
            Err(why @ (Cause::ReadOnly | Cause::Denied(_) | Cause::NoLock)) => {
                // Where it cannot even be read, the first reason is the one to tell.
                let looked = Onlooker::open(store, why.clone()).map_err(|_| why.clone())?;
                let places = Some(looked.places().clone());
                let seat = Seat::Own(Box::new(looked), None);
                Ok(Self { seat, way: None, places, created: false, guest: false, held: Some(why), copied: false })
            }
            Err(cause) => Err(cause),
        }
    }
}

/// The book as it was read.
struct Read {
    book: Book,
    columns: Option<Columns>,
    finder: Option<memo::Asleep>,
    /// Facts read one by one.
    one_by_one: u64,
    learnt_to: Position,
}

/// The snapshot's book with what was recorded after it.
fn catch_up(memo: memo::Memo, playbook: &Playbook, log: &mut dyn Log) -> Result<Read, Trouble> {
    let memo::Memo { mut book, columns, finder, position, .. } = memo;
    let mut tail = Vec::new();
    let reached = log.since(position, &mut |_, fact| {
        if tail.len() <= TAIL {
            tail.push(fact);
        }
        Ok(())
    })?;
    if tail.is_empty() {
        return Ok(Read { book, columns, finder: Some(finder), one_by_one: 0, learnt_to: reached });
    }
    if tail.len() > TAIL {
        return anew(log);
    }
    let (mut columns, mut finder) = (columns, Some(finder));
    for fact in &tail {
        let Ok(learnt) = book.learn(fact, &mut Past(log)) else { return anew(log) };
        if let Some(columns) = &mut columns {
            columns.follow(&book, playbook, &learnt);
        }
        finder = finder.and_then(|finder| finder.behind(learnt));
    }
    Ok(Read { book, columns, finder, one_by_one: tail.len() as u64, learnt_to: reached })
}

/// The book of every fact there is.
fn anew(log: &mut dyn Log) -> Result<Read, Trouble> {
    let mut past = Counted { past: Past(log), read: 0, refusal: None };
    let book = Book::of(&mut past);
    let (read, refusal) = (past.read, past.refusal.take());
    match (book, refusal) {
        (Ok(book), _) => Ok(Read { book, columns: None, finder: None, one_by_one: read, learnt_to: log.position() }),
        (Err(Unreadable), Some(cause)) => Err(cause.into()),
        (Err(Unreadable), None) => Err(Trouble::NoWriter),
    }
}

/// A log asked for the past.
pub(super) struct Past<'l>(pub(super) &'l mut dyn Log);

impl History for Past<'_> {
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable> {
        self.0.facts_of(entity).map_err(|_| Unreadable)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable> {
        self.0.facts_under(target).map_err(|_| Unreadable)
    }

    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable> {
        let read = self.0.since(Position::default(), &mut |_, fact| {
            take(fact);
            Ok(())
        });
        read.map(|_| ()).map_err(|_| Unreadable)
    }
}

/// The past, with what was read counted and the reason kept where it could not be.
struct Counted<'l> {
    past: Past<'l>,
    read: u64,
    refusal: Option<Cause>,
}

impl History for Counted<'_> {
    fn facts_of(&mut self, entity: Entity) -> Result<Vec<Fact>, Unreadable> {
        self.past.facts_of(entity)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Unreadable> {
        self.past.facts_under(target)
    }

    fn every_fact(&mut self, take: &mut dyn FnMut(Fact)) -> Result<(), Unreadable> {
        self.read = 0;
        let (count, refusal) = (&mut self.read, &mut self.refusal);
        let read = self.past.0.since(Position::default(), &mut |_, fact| {
            *count += 1;
            take(fact);
            Ok(())
        });
        read.map(|_| ()).map_err(|cause| {
            *refusal = Some(cause);
            Unreadable
        })
    }
}
