//! A log somebody else holds. Reads the same files as the holder, which needs no lock and costs the holder nothing;
//! records through the holder's door, which tells when to read on. Without a door it only reads.

use std::{
    io::{ErrorKind, Write},
    net::Shutdown,
    os::unix::net::UnixStream,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::{Duration, Instant},
};

use super::{
    Cause, Damage, Failure, Holder, Idle, Last, Log, Onlooker, Position, Take,
    format::Places,
    socket::{self, Timed},
    wire::{self, Asked, Flaw, HIGHEST, LOWEST, Sorry, Told},
};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Target},
};

/// How long a holder may take to open its door.
const WELCOME: Duration = Duration::from_secs(2);
/// How long a holder may take to keep something: it may have to rebuild a copy first.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the holder lets us know unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ring {
    /// Somebody recorded: read on.
    Grew,
    /// The holder has gone.
    Ended,
    /// The holder lets go of the store for somebody: stay away for a moment.
    Aside,
}

/// Called from a thread of its own.
pub type Bell = Box<dyn Fn(Ring) + Send>;

/// The log of somebody else.
pub struct Remote {
    onlooker: Onlooker,
    holder: Box<Holder>,
    line: Option<Line>,
}

impl Remote {
    /// Reads the log of a store somebody holds; [`Remote::knock`] before anything is recorded.
    pub fn open(root: &Path, holder: Box<Holder>) -> Result<Self, Cause> {
        let onlooker = Onlooker::open(root, Cause::Locked(holder.clone()))?;
        Ok(Self { onlooker, holder, line: None })
    }

    /// Where everything is.
    pub fn places(&self) -> &Places {
        self.onlooker.places()
    }

    /// Who holds the log.
    pub fn holder(&self) -> Box<Holder> {
        self.holder.clone()
    }

    /// Goes to the holder's door; false where none is open, yet or any more.
    pub fn knock(&mut self, bell: Bell) -> Result<bool, Cause> {
        if self.holder.door.is_empty() {
            return Ok(false);
        }
        let path = socket::path(self.places().root(), &self.holder.door);
        let stream = match UnixStream::connect(&path) {
            Ok(stream) => stream,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => {
                return Ok(false);
            }
            Err(error) => return Err(Cause::of(&error, path)),
        };
        let entered = self.enter(&stream)?;
        if let Some(position) = entered {
            self.line = Some(Line::lay(stream, position, bell).map_err(|error| Cause::of(&error, path))?);
        }
        Ok(entered.is_some())
    }

    /// Says hello; where the log ends, or nothing where the holder is just leaving.
    fn enter(&self, stream: &UnixStream) -> Result<Option<Position>, Cause> {
        let foreign = || Cause::Foreign(self.holder.clone());
        if !socket::is_ours(stream) {
            return Err(foreign());
        }
        let hello = wire::frame(&Asked::Hello { lowest: LOWEST, highest: HIGHEST }).map_err(|_| foreign())?;
        if !socket::hand(stream, &hello) {
            return Ok(None);
        }
        match wire::read(&mut Timed::soon(stream, WELCOME)) {
            Ok(Told::Welcome { version, position }) if (LOWEST..=HIGHEST).contains(&version) => Ok(Some(position)),
            Ok(Told::Sorry(Sorry::Full)) => Err(Cause::Crowded(self.holder.clone())),
            Err(Flaw::Io(error)) if matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock) => {
                Err(Cause::Silent(self.holder.clone()))
            }
            Err(Flaw::Ended | Flaw::Cut | Flaw::Io(_)) => Ok(None),
            Ok(_) | Err(Flaw::TooLong | Flaw::Shape) => Err(foreign()),
        }
    }

    /// Asks the holder to let go of the store for a moment; false where no door is open.
    pub(super) fn ask_aside(root: &Path, holder: Box<Holder>) -> Result<bool, Cause> {
        let mut remote = Self::open(root, holder)?;
        let (rung, heard) = channel();
        // Whoever rings when nobody waits any more need not be heard.
        let entered = remote.knock(Box::new(move |ring| rung.send(ring).unwrap_or_default()))?;
        let (true, Some(line), Ok(frame)) = (entered, &mut remote.line, wire::frame(&Asked::Aside)) else {
            return Ok(false);
        };
        if line.stream.write_all(&frame).is_err() {
            return Ok(false);
        }
        let silent = Cause::Silent(remote.holder.clone());
        let end = Instant::now() + PATIENCE;
        while let Ok(ring) = heard.recv_timeout(end.saturating_duration_since(Instant::now())) {
            if ring != Ring::Grew {
                return Ok(ring == Ring::Aside);
            }
        }
        Err(silent)
    }

    fn ask(&mut self, frame: &[u8]) -> Result<Position, Failure> {
        let Some(line) = &mut self.line else {
            return Err(Failure::Refused(Cause::Locked(self.holder.clone())));
        };
        let holder = self.holder.clone();
        let lost = match line.ask(frame) {
            Ok(Told::Kept(position)) => {
                line.known.raise(position);
                return Ok(position);
            }
            Ok(Told::Failed(failure)) => return Err(failure),
            Err(RecvTimeoutError::Timeout) => Cause::Silent(holder),
            Ok(_) | Err(RecvTimeoutError::Disconnected) => Cause::Ended(holder),
        };
        // Hung up before anything else: a holder that wakes up again leaves alone what nobody waits for any more.
        self.line = None;
        Err(Failure::Uncertain(lost))
    }
}

/// The way to the holder.
struct Line {
    stream: UnixStream,
    answers: Receiver<Told>,
    known: Arc<Known>,
}

impl Line {
    fn lay(stream: UnixStream, position: Position, bell: Bell) -> std::io::Result<Self> {
        stream.set_write_timeout(Some(PATIENCE))?;
        let known = Arc::new(Known { end: Mutex::new(position), rung: AtomicBool::new(false) });
        let (told, answers) = channel();
        let ear = Ear { stream: stream.try_clone()?, told, known: Arc::clone(&known), bell };
        std::thread::Builder::new().name("vigie-ear".into()).spawn(move || ear.listen())?;
        Ok(Self { stream, answers, known })
    }

    fn ask(&mut self, frame: &[u8]) -> Result<Told, RecvTimeoutError> {
        if let Err(error) = self.stream.write_all(frame) {
            let slow = matches!(error.kind(), ErrorKind::TimedOut | ErrorKind::WouldBlock);
            return Err(if slow { RecvTimeoutError::Timeout } else { RecvTimeoutError::Disconnected });
        }
        self.answers.recv_timeout(PATIENCE)
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        // The other end may have hung up first.
        self.stream.shutdown(Shutdown::Both).ok();
    }
}

/// How far the log is on the platter, as the holder says.
struct Known {
    end: Mutex<Position>,
    /// The bell was rung, and nobody has read on since.
    rung: AtomicBool,
}

impl Known {
    fn raise(&self, position: Position) {
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        *end = position.max(*end);
    }

    fn end(&self) -> Position {
        self.rung.store(false, Ordering::SeqCst);
        *self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Hears the holder out.
struct Ear {
    stream: UnixStream,
    told: Sender<Told>,
    known: Arc<Known>,
    bell: Bell,
}

impl Ear {
    fn listen(self) {
        loop {
            match wire::read(&mut Timed::whenever(&self.stream, PATIENCE)) {
                Ok(Told::Grew(position)) => {
                    self.known.raise(position);
                    if !self.known.rung.swap(true, Ordering::SeqCst) {
                        (self.bell)(Ring::Grew);
                    }
                }
                Ok(Told::Aside) => (self.bell)(Ring::Aside),
                Ok(answer) => drop(self.told.send(answer)),
                Err(_) => break,
            }
        }
        drop(self.told);
        (self.bell)(Ring::Ended);
    }
}

impl Log for Remote {
    fn record(&mut self, facts: &[Fact]) -> Result<Position, Failure> {
        let mut end = self.position();
        for frame in wire::keep(facts).map_err(Failure::Refused)? {
            end = self.ask(&frame)?;
        }
        Ok(end)
    }

    fn has_act(&mut self, act: ActId) -> Result<bool, Cause> {
        self.onlooker.has_act(act)
    }

    fn facts_of(&mut self, about: Entity) -> Result<Vec<Fact>, Cause> {
        self.onlooker.facts_of(about)
    }

    fn facts_under(&mut self, target: Target) -> Result<Vec<Fact>, Cause> {
        self.onlooker.facts_under(target)
    }

    fn since(&mut self, from: Position, take: &mut Take<'_>) -> Result<Position, Cause> {
        let until = self.line.as_ref().map(|line| line.known.end());
        self.onlooker.since_until(from, until, take)
    }

    fn reaches(&self, position: Position) -> bool {
        self.onlooker.reaches(position)
    }

    fn position(&self) -> Position {
        self.onlooker.position()
    }

    fn last(&self) -> Last {
        self.onlooker.last()
    }

    fn warm(&mut self) {}

    fn settle(&mut self) -> Result<(), Cause> {
        self.onlooker.settle()
    }

    fn idle(&mut self) -> Result<Idle, Cause> {
        Ok(Idle::Done)
    }

    fn damage(&self) -> &[Damage] {
        self.onlooker.damage()
    }

    fn close(self: Box<Self>) -> Result<(), Cause> {
        Ok(())
    }
}
