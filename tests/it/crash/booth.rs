//! A real terminal around the real binary: keys typed into a PTY, the screen read as a person sees it.

use std::{
    fs::File,
    io::{Read, Write},
    num::NonZero,
    sync::{Arc, Condvar, Mutex},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::{
    process::{Pid, Signal, kill_process},
    termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr},
};

use super::{super::talk::Home, PATIENCE, soon};

/// Vigie in a terminal of its own.
pub struct Booth {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    glass: Arc<Glass>,
    reader: Option<JoinHandle<()>>,
}

/// What has come out of it.
struct Glass {
    seen: Mutex<Seen>,
    changed: Condvar,
}

struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    ended: bool,
    enough: bool,
}

impl Booth {
    /// Starts `vigie` at a home, with more of an environment, in a window of columns and rows.
    pub fn start(home: &Home, words: &[&str], env: &[(&str, &str)], (cols, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        leave_no_last_words(&*pair.master);
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_vigie"));
        command.args(words);
        command.cwd(home.path("."));
        command.env_clear();
        let data = home.path("data");
        let usual = [("HOME", home.path(".")), ("XDG_DATA_HOME", data)];
        usual.iter().for_each(|(name, value)| command.env(name, value));
        [("USER", "sandrine"), ("TERM", "xterm-256color"), ("LANG", "fr_FR.UTF-8")]
            .iter()
            .chain(env)
            .for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let glass = Arc::new(Glass::new(rows, cols));
        let (from, onto) = (pair.master.try_clone_reader().unwrap(), Arc::clone(&glass));
        let reader = std::thread::spawn(move || onto.look(from));
        let keys = pair.master.take_writer().unwrap();
        Self { child, master: Some(pair.master), keys: Some(keys), glass, reader: Some(reader) }
    }

    /// The usual cockpit: sandrine's, 120×36, in French.
    pub fn cockpit(home: &Home) -> Self {
        Self::start(home, &["--as", "sandrine"], &[], (120, 36))
    }

    /// Types; keys that are no letters as terminals send them.
    pub fn types(&mut self, text: &str) {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(text.as_bytes()).and_then(|()| keys.flush()).unwrap();
    }

    /// Waits until the screen is as it should be; gives the screen.
    pub fn until(&self, what: &str, is_so: impl Fn(&str) -> bool) -> String {
        match self.glass.wait(PATIENCE, &is_so) {
            Ok(screen) => screen,
            Err(screen) => panic!("never: {what}\n{screen}"),
        }
    }

    /// Waits until words stand on the screen.
    pub fn shows(&self, words: &str) -> String {
        self.until(words, |screen| screen.contains(words))
    }

    /// The same, for a while; says whether they did.
    pub fn may_show(&self, wait: Duration, is_so: impl Fn(&str) -> bool) -> bool {
        self.glass.wait(wait, &is_so).is_ok()
    }

    /// The screen as it is now.
    pub fn screen(&self) -> String {
        plain(&self.glass.seen.lock().unwrap().parser)
    }

    /// Every byte that came so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.glass.seen.lock().unwrap().bytes.clone()
    }

    pub fn signal(&self, signal: Signal) {
        let pid = self.child.process_id().and_then(|pid| Pid::from_raw(pid as i32)).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Kills it; nothing of it is left when this returns.
    pub fn kill(mut self) -> String {
        self.signal(Signal::KILL);
        self.ends();
        self.screen()
    }

    /// Waits until it has ended by itself; gives the exit code.
    pub fn ends(&mut self) -> u32 {
        let child = &mut self.child;
        let status = soon("it ends", || child.try_wait().unwrap());
        if self.master.is_some() {
            self.glass.end();
        }
        status.exit_code()
    }

    /// The window is closed: no byte follows, the line is cut.
    pub fn hang_up(&mut self) {
        self.glass.seen.lock().unwrap().enough = true;
        let master = self.master.take().unwrap();
        // Whoever reads waits for a byte: a new size is drawn.
        let (rows, cols) = (20, 70);
        master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        self.reader.take().unwrap().join().unwrap();
        drop((self.keys.take(), master));
    }

    /// Whether keys reach a program one by one, unseen: what a terminal may not be left in.
    pub fn is_raw(&self) -> bool {
        let mode = tcgetattr(tty(&**self.master.as_ref().unwrap())).unwrap();
        !mode.local_modes.contains(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Another size of the window.
    pub fn resize(&self, (cols, rows): (u16, u16)) {
        self.glass.seen.lock().unwrap().parser.screen_mut().set_size(one(rows), one(cols));
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }
}

impl Drop for Booth {
    fn drop(&mut self) {
        // It may have ended long ago.
        if let Ok(None) = self.child.try_wait() {
            self.signal(Signal::KILL);
            drop(self.child.wait());
        }
    }
}

impl Glass {
    fn new(rows: u16, cols: u16) -> Self {
        let parser = vt100::Parser::new(one(rows), one(cols), 0);
        let seen = Seen { parser, bytes: Vec::new(), ended: false, enough: false };
        Self { seen: Mutex::new(seen), changed: Condvar::new() }
    }

    fn look(&self, mut from: Box<dyn Read + Send>) {
        let mut bytes = [0; 65_536];
        loop {
            let came = from.read(&mut bytes).unwrap_or(0);
            let mut seen = self.seen.lock().unwrap();
            seen.parser.process(&bytes[..came]);
            seen.bytes.extend_from_slice(&bytes[..came]);
            seen.ended = came == 0;
            self.changed.notify_all();
            if seen.ended || seen.enough {
                return;
            }
        }
    }

    /// The screen once it is so, or as it is when time is up or nothing more comes.
    fn wait(&self, most: Duration, is_so: &dyn Fn(&str) -> bool) -> Result<String, String> {
        let end = Instant::now() + most;
        let mut seen = self.seen.lock().unwrap();
        loop {
            let screen = plain(&seen.parser);
            if is_so(&screen) {
                return Ok(screen);
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                return Err(screen);
            }
            seen = self.changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Waits until everything that was written has been read.
    fn end(&self) {
        let seen = self.seen.lock().unwrap();
        drop(self.changed.wait_timeout_while(seen, PATIENCE, |seen| !seen.ended).unwrap());
    }
}

fn one(many: u16) -> NonZero<u16> {
    NonZero::new(many).unwrap()
}

/// The screen as text, every space an ordinary one.
fn plain(parser: &vt100::Parser) -> String {
    parser.screen().contents().replace(['\u{a0}', '\u{202f}'], " ")
}

/// portable-pty ends every line it lets go of with a break and the end-of-file key, which a real terminal that is closed
/// does not; where that key is none, it writes nothing.
fn leave_no_last_words(master: &dyn MasterPty) {
    let tty = tty(master);
    let mut mode = tcgetattr(&tty).unwrap();
    mode.special_codes[SpecialCodeIndex::VEOF] = 0;
    tcsetattr(&tty, OptionalActions::Now, &mode).unwrap();
}

fn tty(master: &dyn MasterPty) -> File {
    File::options().read(true).write(true).open(master.tty_name().unwrap()).unwrap()
}
