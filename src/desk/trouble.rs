//! Any failure a person may meet, typed; `voice` puts it into one sentence: what happened, what is safe, what to do.

use std::io::ErrorKind;

use super::Desk;
use crate::{
    log::{Cause, Damage, Failure, Harm, Holder},
    sales::fact::Statement,
    voice::{Arg, Voice},
};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The store could not be opened or read.
    Store(Cause),
    /// A write was refused: nothing changed; what was to be said comes back.
    Refused(Cause, Vec<Statement>),
    /// Nobody knows whether a write is kept.
    Uncertain(Cause),
    /// It waits for whoever holds the store, and is kept once they answer or end.
    Delayed(Cause),
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// They were forgotten and object to being taken in again; what was to be said comes back.
    Forgotten(Vec<Statement>),
    /// The past could not be read.
    Unread,
    /// The writer could not be started, or has ended.
    NoWriter,
}

impl From<Cause> for Trouble {
    fn from(cause: Cause) -> Self {
        Self::Store(cause)
    }
}

impl Trouble {
    /// A failed write with what it was to keep.
    pub fn of(failure: Failure, statements: Vec<Statement>) -> Self {
        match failure {
            Failure::Refused(cause) => Self::Refused(cause, statements),
            Failure::Uncertain(cause) => Self::Uncertain(cause),
        }
    }

    /// Why alone, without what became of it.
    pub fn why(&self, voice: &Voice) -> String {
        match self {
            Self::Store(cause) | Self::Refused(cause, _) => reason(cause, voice),
            _ => self.tell(voice),
        }
    }

    /// The sentence.
    pub fn tell(&self, voice: &Voice) -> String {
        match self {
            Self::Store(cause) => reason(cause, voice),
            Self::Refused(cause, _) => voice.tell("trouble-refused", &[("why", Arg::from(reason(cause, voice)))]),
            Self::Uncertain(cause) => voice.tell("trouble-uncertain", &[("why", Arg::from(reason(cause, voice)))]),
            Self::Delayed(cause) => delayed(cause, voice),
            Self::NothingToUndo => voice.say("trouble-nothing-to-undo").to_owned(),
            Self::NothingToRedo => voice.say("trouble-nothing-to-redo").to_owned(),
            Self::Forgotten(_) => voice.say("trouble-forgotten").to_owned(),
            Self::Unread => voice.say("trouble-history").to_owned(),
            Self::NoWriter => voice.say("trouble-no-writer").to_owned(),
        }
    }
}

/// Why, in words.
pub fn reason(cause: &Cause, voice: &Voice) -> String {
    let path = |path: &std::path::Path| ("path", Arg::from(path.display().to_string()));
    match cause {
        Cause::Full => voice.say("trouble-full").to_owned(),
        Cause::ReadOnly => voice.say("trouble-read-only").to_owned(),
        Cause::NoLock => voice.say("trouble-no-lock").to_owned(),
        Cause::Unsettled => voice.say("trouble-unsettled").to_owned(),
        Cause::ClockBack => voice.say("trouble-clock-back").to_owned(),
        Cause::Stopped => voice.say("trouble-stopped").to_owned(),
        Cause::Conflict(_) | Cause::Gap { .. } => voice.say("trouble-numbering").to_owned(),
        Cause::Denied(at) => voice.tell("trouble-denied", &[path(at)]),
        Cause::NotAStore(at) => voice.tell("trouble-not-a-store", &[path(at)]),
        Cause::NotABackup(at) => voice.tell("trouble-not-a-backup", &[path(at)]),
        Cause::SpoiltBackup { path: at, line } => {
            voice.tell("trouble-spoilt-backup", &[path(at), ("line", Arg::from(*line as i64))])
        }
        Cause::NewerFormat { found } => voice.tell("trouble-newer", &[("found", Arg::from(i64::from(*found)))]),
        Cause::TooLong { max } => voice.tell("trouble-too-long", &[("max", Arg::from(*max / 1024))]),
        Cause::Locked(holder) => held("trouble-locked", holder, voice),
        Cause::Silent(holder) => held("trouble-silent", holder, voice),
        Cause::Foreign(holder) => held("trouble-foreign", holder, voice),
        Cause::Crowded(holder) => held("trouble-crowded", holder, voice),
        Cause::Ended(holder) => held("trouble-ended", holder, voice),
        Cause::Damaged(damage) => voice.tell(
            "trouble-damaged",
            &[("segment", Arg::from(i64::from(damage.segment))), ("line", Arg::from(damage.line as i64))],
        ),
        Cause::Io { kind: ErrorKind::NotFound, path: at, .. } => voice.tell("trouble-absent", &[path(at)]),
        Cause::Io { kind: ErrorKind::IsADirectory | ErrorKind::NotADirectory, path: at, .. } => {
            voice.tell("trouble-in_the_way", &[path(at)])
        }
        Cause::Io { text, path: at, .. } => voice.tell("trouble-io", &[path(at), ("text", Arg::from(text.clone()))]),
    }
}

/// That the clock is behind the last entry, in words.
pub fn ahead(desk: &Desk, voice: &Voice) -> Option<String> {
    let last = desk.ahead()?;
    let today = desk.clock().local().0;
    Some(voice.tell("store-ahead", &[("last", voice.date(last).into()), ("today", voice.date(today).into())]))
}

/// What was found damaged, in words: what no copy has first, then what one copy lost. `compared`: both were read in full.
pub fn health(damage: &[Damage], compared: bool, voice: &Voice) -> Option<String> {
    let lost = |damage: &Damage| matches!(damage.harm, Harm::Lost { .. });
    let worst =
        damage.iter().find(|damage| lost(damage)).or_else(|| damage.iter().find(|damage| damage.harm != Harm::Sled));
    let Some(worst) = worst else { return damage.first().map(|_| voice.say("health-fast").to_owned()) };
    if let Harm::Lost { first, last } = worst.harm {
        let key = if first == last { "health-lost_one" } else { "health-lost" };
        return Some(voice.tell(key, &[("first", Arg::from(first as i64)), ("last", Arg::from(last as i64))]));
    }
    let key = if compared { "health-healed" } else { "health-hurt" };
    let place = [("segment", Arg::from(i64::from(worst.segment))), ("line", Arg::from(worst.line as i64))];
    Some(voice.tell(key, &place))
}

/// What waits for whoever holds the store, and what for.
fn delayed(cause: &Cause, voice: &Voice) -> String {
    match cause {
        Cause::Silent(holder) => held("waiting-silent", holder, voice),
        Cause::Locked(holder) => held("waiting-locked", holder, voice),
        other => reason(other, voice),
    }
}

/// A sentence about whoever holds the store.
fn held(key: &str, holder: &Holder, voice: &Voice) -> String {
    let args = [
        ("pid", Arg::from(holder.pid.to_string())),
        ("user", Arg::from(holder.user.clone())),
        ("tty", Arg::from(holder.tty.clone())),
        ("host", Arg::from(holder.host.clone())),
        ("since", Arg::from(holder.since.clone())),
    ];
    voice.tell(key, &args)
}
