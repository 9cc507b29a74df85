//! Vigie, the sales cockpit that lives in the terminal: whom to call now, why, and what to ask.
//!
//! # The map
//! ```text
//! main ── cli ── terminal ── cockpit ── voice ── sales      A room sees what stands to its right, and:
//!          │                    └run ── desk ── log ┘        cli sees all, run.rs alone among the screen's
//!          ├── exchange ─────────┘                           files sees desk and exchange.
//!          └── post ── voice                                 Letters out.
//! ```
//! * [`sales`]: the trade. Facts, what they add up to ([`sales::book`]), and every reading of it (status, score,
//!   stage, next follow-up) as a pure function of records, settings and a day.
//! * [`voice`]: French and English sentences, numbers, dates, money.
//! * [`log`]: memory that lasts. One journal line per fact; sled follows; a snapshot for the start.
//! * [`desk`]: one open store and the door through which everything is said.
//! * [`exchange`]: files in and out. Bytes in, proposals out.
//! * [`post`]: letters out. A message built and handed over, or one sentence saying why not.
//! * [`cockpit`]: the screen. `update(event, world) -> effects`, `view(world)`. Panes own cursors, never records.
//! * [`terminal`]: the local host: one write a frame, three threads, the terminal given back whatever happens.
//! * [`cli`]: the talking door: one command a file; the only reader of environment and home.
//!
//! # The rules
//! 1. Time is always an argument: every live value is a function of facts, settings and a day.
//! 2. A verb is a statement: screen and command line hand the same [`sales::fact::Statement`]s to
//!    [`desk::Desk::record`].
//! 3. Durable first, then true: the book learns a fact only after the journal has it. What is typed or on its way is
//!    a [`sales::book::Preview`].
//! 4. Nothing is overwritten: undo is a fact that takes another back, in any order, at any time.
//! 5. The walls are a test: `tests/it/house.rs`.
//!
//! # Glossary
//! *Fact*: what a person entered in one go, a list of statements. *Act*: what belongs together for undo: one fact, or
//! an import of thousands. *Stamp*: the order of facts. *Record*: a contact, company or deal, folded from its facts.
//! *Reading*: anything derived. *Case*: a deal with its contact and company. *Share*: how much of a score rule holds,
//! in 240ths.
//!
//! # One keystroke
//! Key → input thread → inbox → `run` → keymap → `Command` → pane → effects → one draw, one write.
//!
//! # One fact
//! Form text → [`sales::words`] → statements → [`desk::Desk::record`] → journal line synced → [`sales::book::Book::learn`]
//! → columns and box follow → `✓`.

pub mod cli;
pub mod cockpit;
pub mod desk;
pub mod exchange;
pub mod log;
pub mod post;
pub mod sales;
pub mod terminal;
pub mod voice;
