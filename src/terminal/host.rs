//! Taking the terminal over and giving it back, whatever ends us: a wish, a signal, a panic. Only a terminal that went
//! away is left alone.

use std::{
    io::{self, Write},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use crossterm::{style, terminal};
use ratatui::layout::Size;
use thiserror::Error;

use super::{backend::Paper, place::Place};

/// Why no screen can be shown. `cli` puts it into words and leaves with 2.
#[derive(Debug, Error)]
pub enum Refusal {
    /// `TERM=dumb`, no `TERM`, a pipe.
    #[error("no terminal to draw on")]
    NoScreen,
    /// The terminal refused raw mode or its size.
    #[error("the terminal refused: {0}")]
    Terminal(#[from] io::Error),
}

/// Alternate screen, no cursor, bracketed paste, plain colours, blank.
const TAKE: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[0m\x1b[2J";
/// The way back; a frame that was cut short is ended first.
const GIVE: &[u8] = b"\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?25h\x1b[?1049l";

static TAKEN: AtomicBool = AtomicBool::new(false);
static LENT: AtomicBool = AtomicBool::new(false);
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// The terminal while it is ours; dropping it gives it back.
#[derive(Debug)]
pub struct Host {
    size: Size,
    old: bool,
}

impl Host {
    /// Takes the terminal over.
    pub fn take(place: &Place) -> Result<Self, Refusal> {
        if !place.has_screen() {
            return Err(Refusal::NoScreen);
        }
        // Otherwise crossterm obeys NO_COLOR by itself and wipes reverse and bold with the colours; our theme obeys it.
        style::force_color_output(true);
        keep_last_words();
        let (width, height) = terminal::size()?;
        terminal::enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        let host = Self { size: Size { width, height }, old: place.is_old() };
        write(TAKE)?;
        // The first poll installs crossterm's listener for changes of size, which is taken off again before ours comes.
        crossterm::event::poll(std::time::Duration::ZERO)?;
        Ok(host)
    }

    /// Its size when it was taken.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The sheet to draw on.
    pub fn paper(&self) -> Paper<io::Stdout> {
        let mut paper = Paper::new(io::stdout(), self.size);
        paper.manner.erases = !self.old;
        paper
    }

    /// The terminal is gone: leave it alone from now on.
    pub fn abandon(self) {
        TAKEN.store(false, Ordering::SeqCst);
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        give_back();
    }
}

/// Lets another program have the terminal as it was.
pub fn lend() -> io::Result<()> {
    LENT.store(true, Ordering::SeqCst);
    write(GIVE)?;
    terminal::disable_raw_mode()
}

/// Whether another program has the terminal: its Ctrl-C is not meant for us.
pub fn is_lent() -> bool {
    LENT.load(Ordering::SeqCst)
}

/// Takes the screen again after somebody else had it (a stop and `fg`, the person's editor).
pub fn retake() -> io::Result<()> {
    LENT.store(false, Ordering::SeqCst);
    terminal::enable_raw_mode()?;
    write(TAKE)
}

fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // Nothing can be told to anybody if these fail: the terminal is the one that would show it.
    let _ = write(GIVE);
    let _ = terminal::disable_raw_mode();
    if thread::panicking()
        && let Some(words) = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take()
    {
        let _ = writeln!(io::stderr(), "{words}");
    }
}

fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// While the screen is ours a panic may not write on it: contained ones (the store's) stay silent, the one that ends us
/// is told after the terminal was given back.
fn keep_last_words() {
    static ONCE: AtomicBool = AtomicBool::new(false);
    if ONCE.swap(true, Ordering::SeqCst) {
        return;
    }
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if TAKEN.load(Ordering::SeqCst) {
            *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(panic.to_string());
        } else {
            before(panic);
        }
    }));
}
