//! A log somebody else holds. Reads the same files as the holder, which needs no lock and costs the holder nothing;
//! records through the holder's door, which tells when to read on. Without a door it only reads.

use std::{
    collections::VecDeque,
    io::{ErrorKind, Write},
    net::Shutdown,
    os::unix::net::UnixStream,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::channel,
    },
    time::{Duration, Instant},
};

use super::{
    Cause, Damage, Failure, Holder, Last, Log, Onlooker, Position, Take,
    format::Places,
    socket::{self, Timed},
    wire::{self, Asked, Flaw, HIGHEST, LOWEST, Sorry, Told},
};
use crate::sales::{
    entity::Entity,
    fact::{ActId, Fact, Target},
};

/// How long a holder that was asked to step aside may take: it may have to rebuild a copy first.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long a message may take to leave us, or from its first byte to its last.
const MESSAGE: Duration = Duration::from_secs(5);

/// What the holder lets us know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ring {
    /// We are in: what is asked for from now on is kept.
    Welcome,
    /// We must stay out.
    Sorry(Cause),
    /// Somebody recorded: read on.
    Grew,
    /// A message of ours is on the platter.
    Kept,
    /// It is not, or nobody knows.
    Failed(Failure),
    /// The holder has gone, or has put us out.
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
    /// Reads the log of a store somebody holds; [`Remote::knock`] before anything is asked for.
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

    /// Whether we are at a door, answered or not.
    pub fn is_at_a_door(&self) -> bool {
        self.line.is_some()
    }

    /// Whether we were let in.
    pub fn is_in(&self) -> bool {
        self.line.as_ref().is_some_and(|line| line.known.end().is_some())
    }

    /// Goes to the holder's door and says hello, where one is open. The bell tells the answer, however late.
    pub fn knock(&mut self, bell: Bell) -> Result<(), Cause> {
        if self.holder.door.is_empty() {
            return Ok(());
        }
        let path = socket::path(self.places().root(), &self.holder.door);
        let stream = match UnixStream::connect(&path) {
            Ok(stream) => stream,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => {
                return Ok(());
            }
            Err(error) => return Err(Cause::of(&error, path)),
        };
        let foreign = || Cause::Foreign(self.holder.clone());
        if !socket::is_ours(&stream) {
            return Err(foreign());
        }
        let hello = wire::frame(&Asked::Hello { lowest: LOWEST, highest: HIGHEST }).map_err(|_| foreign())?;
        if socket::hand(&stream, &hello) {
            let line = Line::lay(stream, self.holder.clone(), bell).map_err(|error| Cause::of(&error, path))?;
            self.line = Some(line);
        }
        Ok(())
    }

    /// Hangs up. A holder that wakes up again leaves alone what nobody waits for any more.
    pub fn leave(&mut self) {
        self.line = None;
    }

    /// Asks for facts to be kept. The bell tells what became of each message; [`Remote::go_on`] then.
    pub fn ask(&mut self, facts: &[Fact]) -> Result<(), Cause> {
        let Some(line) = &mut self.line else { return Err(Cause::Locked(self.holder.clone())) };
        line.frames = wire::keep(facts)?.into();
        self.go_on();
        Ok(())
    }

    /// Whether what was asked for last is still to be answered. What it came to may be read before that.
    pub fn is_asked(&self) -> bool {
        self.line.as_ref().is_some_and(|line| line.asked)
    }

    /// Sends the next message once the one before was answered; false where all were.
    pub fn go_on(&mut self) -> bool {
        let Some(line) = &mut self.line else { return false };
        let next = line.frames.pop_front();
        line.asked = next.is_some();
        let Some(frame) = next else { return false };
        if line.stream.write_all(&frame).is_err() {
            // It is not there whole, so nothing of it is heard; the bell tells that we are out.
            line.hang_up();
        }
        true
    }

    /// Sends nothing more of what was asked for last: a message of it was refused.
    pub fn give_up(&mut self) {
        if let Some(line) = &mut self.line {
            line.frames.clear();
            line.asked = false;
        }
    }

    /// Asks the holder to let go of the store for a moment; false where no door is open.
    pub(super) fn ask_aside(root: &Path, holder: Box<Holder>) -> Result<bool, Cause> {
        let mut remote = Self::open(root, holder)?;
        let (rung, heard) = channel();
        // Whoever rings when nobody waits any more need not be heard.
        remote.knock(Box::new(move |ring| rung.send(ring).unwrap_or_default()))?;
        let (Some(line), Ok(frame)) = (&mut remote.line, wire::frame(&Asked::Aside)) else { return Ok(false) };
        let end = Instant::now() + PATIENCE;
        while let Ok(ring) = heard.recv_timeout(end.saturating_duration_since(Instant::now())) {
            match ring {
                Ring::Welcome if line.stream.write_all(&frame).is_err() => return Ok(false),
                Ring::Sorry(cause) => return Err(cause),
                Ring::Aside => return Ok(true),
                Ring::Ended => return Ok(false),
                _ => {}
            }
        }
        Err(Cause::Silent(remote.holder))
    }
}

/// The way to the holder.
struct Line {
    stream: UnixStream,
    /// Messages that wait for the answer to the one before.
    frames: VecDeque<Vec<u8>>,
    /// The answer to a message is still to come.
    asked: bool,
    known: Arc<Known>,
}

impl Line {
    fn lay(stream: UnixStream, holder: Box<Holder>, bell: Bell) -> std::io::Result<Self> {
        stream.set_write_timeout(Some(MESSAGE))?;
        let known = Arc::new(Known { end: Mutex::new(None), rung: AtomicBool::new(false) });
        let ear = Ear { stream: stream.try_clone()?, holder, known: Arc::clone(&known), bell };
        std::thread::Builder::new().name("vigie-ear".into()).spawn(move || ear.listen())?;
        Ok(Self { stream, frames: VecDeque::new(), asked: false, known })
    }

    fn hang_up(&self) {
        // The other end may have hung up first.
        self.stream.shutdown(Shutdown::Both).ok();
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.hang_up();
    }
}

/// How far the log is on the platter, as the holder says.
struct Known {
    /// Nothing before we are in.
    end: Mutex<Option<Position>>,
    /// The bell was rung, and nobody has read on since.
    rung: AtomicBool,
}

impl Known {
    fn raise(&self, position: Position) {
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        *end = (*end).max(Some(position));
    }

    fn end(&self) -> Option<Position> {
        *self.end.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same for who reads on to there.
    fn reached(&self) -> Option<Position> {
        self.rung.store(false, Ordering::SeqCst);
        self.end()
    }
}

/// Hears the holder out.
struct Ear {
    stream: UnixStream,
    holder: Box<Holder>,
    known: Arc<Known>,
    bell: Bell,
}

impl Ear {
    fn listen(self) {
        loop {
            let told = wire::read(&mut Timed::whenever(&self.stream, MESSAGE));
            let nonsense = matches!(told, Err(Flaw::TooLong | Flaw::Shape)) && self.known.end().is_none();
            match told {
                Ok(told) => match self.heard(told) {
                    Some(ring @ Ring::Sorry(_)) => return (self.bell)(ring),
                    Some(ring) => (self.bell)(ring),
                    None => {}
                },
                Err(_) if nonsense => return (self.bell)(Ring::Sorry(Cause::Foreign(self.holder))),
                Err(_) => return (self.bell)(Ring::Ended),
            }
        }
    }

    fn heard(&self, told: Told) -> Option<Ring> {
        Some(match told {
            Told::Welcome { version, position } if (LOWEST..=HIGHEST).contains(&version) => {
                self.known.raise(position);
                Ring::Welcome
            }
            Told::Grew(position) => {
                self.known.raise(position);
                return (!self.known.rung.swap(true, Ordering::SeqCst)).then_some(Ring::Grew);
            }
            Told::Kept(position) => {
                self.known.raise(position);
                Ring::Kept
            }
            Told::Failed(failure) => Ring::Failed(failure),
            Told::Aside => Ring::Aside,
            Told::Sorry(Sorry::Full) => Ring::Sorry(Cause::Crowded(self.holder.clone())),
            Told::Sorry(Sorry::Version { .. }) | Told::Welcome { .. } => {
                Ring::Sorry(Cause::Foreign(self.holder.clone()))
            }
        })
    }
}

impl Log for Remote {
    /// Only whoever holds it can: [`Remote::ask`].
    fn record(&mut self, facts: &[Fact]) -> Result<Position, Failure> {
        self.onlooker.record(facts)
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
        let until = self.line.as_ref().and_then(|line| line.known.reached());
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

    fn settle(&mut self) -> Result<(), Cause> {
        self.onlooker.settle()
    }

    fn damage(&self) -> &[Damage] {
        self.onlooker.damage()
    }
}
