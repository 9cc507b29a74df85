//! The door of whoever holds the store: lets other cockpits and commands of the same person record, and tells them what
//! was recorded. What comes in goes to the writer thread like everything else; nothing here touches the log.
//!
//! Nobody at the door can stop, stall or fill the holder: at most [`MOST`] guests; messages of at most
//! [`wire::LONGEST`] bytes, read on a thread of the guest's own as they come; one under way per guest, the next is
//! read once it is answered; a hello within [`HELLO`], a message whole within [`MESSAGE`] of its first byte; whoever
//! says nonsense, dates a fact more than a day ahead or does not take what it is told at once is put out.

use std::{
    net::Shutdown,
    os::unix::net::{UnixListener, UnixStream},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Sender, SyncSender, sync_channel},
    },
    thread,
    time::Duration,
};

use super::{Clock, clerk::Order, writer::Entry};
use crate::{
    log::{
        Cause, Failure, Position,
        socket::{self, Timed},
        wire::{self, Asked, Flaw, HIGHEST, LOWEST, Sorry, Told},
    },
    sales::fact::Fact,
};

/// The most guests at once.
pub const MOST: usize = 64;
/// How long a guest may take for its first word.
pub const HELLO: Duration = Duration::from_secs(2);
/// How long a message may take from its first byte to its last.
pub const MESSAGE: Duration = Duration::from_secs(5);
/// How far ahead of the holder's clock a fact may be dated: later ones would put everybody else's in the past.
const AHEAD: i64 = 86_400_000;
/// Enough for a thread that reads one message.
const STACK: usize = 512 << 10;

/// An open door; dropping it shuts it.
pub(super) struct Door {
    path: PathBuf,
    room: Arc<Room>,
}

/// What the door's threads share.
struct Room {
    inside: Mutex<Inside>,
    orders: Sender<Order>,
    clock: Clock,
}

struct Inside {
    shut: bool,
    /// Where the log ends.
    position: Position,
    /// Guests ever let in.
    count: u64,
    guests: Vec<Guest>,
}

/// Somebody inside.
struct Guest {
    number: u64,
    stream: UnixStream,
    out: Arc<AtomicBool>,
    /// It has said hello and is told what is recorded.
    greeted: bool,
}

impl Guest {
    fn put_out(&self) {
        self.out.store(true, Ordering::SeqCst);
        // It may have gone by itself.
        self.stream.shutdown(Shutdown::Both).ok();
    }
}

/// Who wants something kept, and where the answer goes.
pub(super) struct Caller {
    number: u64,
    out: Arc<AtomicBool>,
    stream: UnixStream,
    reply: SyncSender<Result<Position, Failure>>,
}

impl Caller {
    /// Whether it still waits for the answer.
    pub(super) fn waits(&self) -> bool {
        !self.out.load(Ordering::SeqCst) && !socket::is_gone(&self.stream)
    }

    pub(super) fn answer(self, answer: Result<Position, Failure>) {
        // The thread that waits may have been put out.
        let _ = self.reply.send(answer);
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }
}

impl Door {
    /// Opens the door of the log that ends at a position. What guests want kept comes as orders.
    pub(super) fn open(
        (listener, path): (UnixListener, PathBuf),
        position: Position,
        orders: Sender<Order>,
        clock: Clock,
    ) -> Result<Self, Cause> {
        let inside = Mutex::new(Inside { shut: false, position, count: 0, guests: Vec::new() });
        let room = Arc::new(Room { inside, orders, clock });
        let hall = Arc::clone(&room);
        let started = thread::Builder::new().name("vigie-door".into()).stack_size(STACK).spawn(move || {
            for stream in listener.incoming() {
                if hall.inside().shut {
                    return;
                }
                match stream {
                    Ok(stream) => hall.let_in(stream),
                    // Out of file descriptors: some are given back before long.
                    Err(_) => thread::park_timeout(Duration::from_millis(100)),
                }
            }
        });
        started.map_err(|error| Cause::of(&error, &path))?;
        Ok(Self { path, room })
    }

    /// Tells everybody inside where the log ends now, but who has recorded.
    pub(super) fn grew(&self, position: Position, but: Option<u64>) {
        let mut inside = self.room.inside();
        inside.position = position;
        let others = |guest: &Guest| guest.greeted && Some(guest.number) != but;
        inside.tell(&Told::Grew(position), others);
    }

    /// Everybody inside is told to keep away for a moment.
    pub(super) fn step_aside(&self) {
        self.room.inside().tell(&Told::Aside, |guest| guest.greeted);
    }

    fn hang_up(&self) {
        self.room.inside().guests.drain(..).for_each(|guest| guest.put_out());
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.room.inside().shut = true;
        self.hang_up();
        // The thread at the door waits for somebody to come.
        UnixStream::connect(&self.path).ok();
        socket::remove(&self.path);
    }
}

impl Inside {
    /// Tells some of those inside; who does not take it at once is put out.
    fn tell(&mut self, told: &Told, who: impl Fn(&Guest) -> bool) {
        let Ok(frame) = wire::frame(told) else { return };
        self.guests.retain(|guest| {
            let well = !who(guest) || socket::hand(&guest.stream, &frame);
            if !well {
                guest.put_out();
            }
            well
        });
    }
}

impl Room {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets somebody in, on a thread of its own.
    fn let_in(self: &Arc<Self>, stream: UnixStream) {
        if !socket::is_ours(&stream) {
            return;
        }
        let Some(number) = self.seat(&stream) else {
            if let Ok(frame) = wire::frame(&Told::Sorry(Sorry::Full)) {
                socket::hand(&stream, &frame);
            }
            return;
        };
        let room = Arc::clone(self);
        let started = thread::Builder::new().name("vigie-guest".into()).stack_size(STACK).spawn(move || {
            // However it ends, the guest is out then.
            let _ = room.serve(number, &stream);
            room.put_out(number);
        });
        if started.is_err() {
            self.put_out(number);
        }
    }

    /// A place inside, if there is one.
    fn seat(&self, stream: &UnixStream) -> Option<u64> {
        let mut inside = self.inside();
        let stream = (inside.guests.len() < MOST && !inside.shut).then(|| stream.try_clone().ok())??;
        inside.count += 1;
        let number = inside.count;
        inside.guests.push(Guest { number, stream, out: Arc::default(), greeted: false });
        Some(number)
    }

    fn put_out(&self, number: u64) {
        let mut inside = self.inside();
        if let Some(at) = inside.guests.iter().position(|guest| guest.number == number) {
            inside.guests.swap_remove(at).put_out();
        }
    }

    fn serve(&self, number: u64, stream: &UnixStream) -> Result<(), Flaw> {
        let Asked::Hello { lowest, highest } = wire::read(&mut Timed::soon(stream, HELLO))? else {
            return Err(Flaw::Shape);
        };
        let Some(version) = wire::common((LOWEST, HIGHEST), (lowest, highest)) else {
            let sorry = Told::Sorry(Sorry::Version { lowest: LOWEST, highest: HIGHEST });
            self.inside().tell(&sorry, |guest| guest.number == number);
            return Ok(());
        };
        self.welcome(number, version);
        loop {
            let told = match wire::read(&mut Timed::whenever(stream, MESSAGE))? {
                Asked::Keep(facts) => match self.keep(number, stream, facts)? {
                    Ok(position) => Told::Kept(position),
                    Err(failure) => Told::Failed(failure),
                },
                // The answer is told to all.
                Asked::Aside => return self.orders.send(Order::StepAside).map_err(|_| Flaw::Ended),
                Asked::Hello { .. } => return Err(Flaw::Shape),
            };
            self.inside().tell(&told, |guest| guest.number == number);
        }
    }

    /// From here on the guest is told what is recorded: nothing falls between its first word and the next.
    fn welcome(&self, number: u64, version: u32) {
        let mut inside = self.inside();
        let position = inside.position;
        inside.tell(&Told::Welcome { version, position }, |guest| guest.number == number);
        inside.guests.iter_mut().filter(|guest| guest.number == number).for_each(|guest| guest.greeted = true);
    }

    /// Has facts kept by the writer thread, and waits for it.
    fn keep(&self, number: u64, stream: &UnixStream, facts: Vec<Fact>) -> Result<Result<Position, Failure>, Flaw> {
        let latest = self.clock.millis().saturating_add(AHEAD);
        if facts.is_empty() || facts.iter().any(|fact| fact.recorded_at > latest) {
            return Err(Flaw::Shape);
        }
        let out = self.inside().guests.iter().find(|guest| guest.number == number).map(|guest| Arc::clone(&guest.out));
        let (reply, answer) = sync_channel(1);
        let caller =
            Caller { number, out: out.ok_or(Flaw::Ended)?, stream: stream.try_clone().map_err(Flaw::Io)?, reply };
        let entries = facts.into_iter().map(Entry::from).collect();
        self.orders.send(Order::Admit(entries, caller)).map_err(|_| Flaw::Ended)?;
        answer.recv().map_err(|_| Flaw::Ended)
    }
}
