//! The real program on a real pseudo terminal: starts, draws, resizes, is hung up on, quits and gives everything back.

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

fn some(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).unwrap()
}

pub(super) struct Term {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    vt: vt100::Parser,
    raw: Vec<u8>,
    home: TempDir,
    hung_up: Arc<AtomicBool>,
}

impl Term {
    fn start(cols: u16, rows: u16, args: &[&str], env: &[(&str, &str)]) -> Self {
        Self::at(tempfile::tempdir().unwrap(), (cols, rows), args, env)
    }

    pub(super) fn at(home: TempDir, (cols, rows): (u16, u16), args: &[&str], env: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_vigie"));
        command.args(args);
        command.cwd(home.path());
        command.env_clear();
        let place = home.path().to_str().unwrap().to_owned();
        let usual = [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("HOME", &place), ("TMPDIR", &place)];
        for (key, value) in usual.iter().chain(env) {
            command.env(key, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        // Kept open here, the slave would hide the end of the program from the reader.
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, bytes) = channel();
        let hung_up = Arc::new(AtomicBool::new(false));
        let gone = hung_up.clone();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if gone.load(Ordering::SeqCst) || sender.send(buffer[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        let vt = vt100::Parser::new(some(rows), some(cols), 0);
        Self { master: Some(pair.master), writer: Some(writer), child, bytes, vt, raw: Vec::new(), home, hung_up }
    }

    /// Takes what came; false once nothing can come any more.
    fn take(&mut self, wait: Duration) -> bool {
        match self.bytes.recv_timeout(wait) {
            Ok(bytes) => {
                self.vt.process(&bytes);
                self.raw.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => true,
            Err(RecvTimeoutError::Disconnected) => false,
        }
    }

    fn wait(&mut self, what: &str, mut done: impl FnMut(&vt100::Screen) -> bool) {
        let end = Instant::now() + Duration::from_secs(30);
        while !done(self.vt.screen()) {
            let goes_on = self.take(Duration::from_millis(50));
            assert!(goes_on || done(self.vt.screen()), "ended before: {what}\n{}", self.screen());
            assert!(Instant::now() < end, "never: {what}\n{}", self.screen());
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().replace('\u{a0}', " ").contains(text));
    }

    pub(super) fn screen(&self) -> String {
        self.vt.screen().contents()
    }

    pub(super) fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    fn resize(&mut self, cols: u16, rows: u16) {
        self.vt.screen_mut().set_size(some(rows), some(cols));
        self.master.as_ref().unwrap().resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).unwrap();
    }

    /// The terminal goes away, as in a tunnel. The reader lets go of it at the next bytes: those of one more letter.
    fn hang_up(&mut self) {
        self.hung_up.store(true, Ordering::SeqCst);
        self.send("é");
        self.writer = None;
        self.master = None;
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap().success());
    }

    /// How often the program has asked the system for bytes; nothing where nobody counts.
    fn reads(&self) -> Option<u64> {
        let told = std::fs::read_to_string(format!("/proc/{}/io", self.child.process_id()?)).ok()?;
        told.lines().find_map(|line| line.strip_prefix("syscr: "))?.parse().ok()
    }

    /// Waits for the end; everything written before it has been read.
    pub(super) fn exit(&mut self) -> u32 {
        let end = Instant::now() + Duration::from_secs(30);
        while self.take(Duration::from_millis(50)) {
            assert!(Instant::now() < end, "never ended\n{}", self.screen());
        }
        self.child.wait().unwrap().exit_code()
    }

    fn is_given_back(&self) -> bool {
        let screen = self.vt.screen();
        !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()
    }
}

impl Drop for Term {
    fn drop(&mut self) {
        // Already gone in most tests.
        let _ = self.child.kill();
    }
}

const DEMO: [&str; 5] = ["--today", "22/11/2026", "demo", "--size", "12"];

#[test]
fn the_cockpit_starts_draws_and_gives_the_terminal_back() {
    let mut term = Term::start(120, 36, &DEMO, &[]);
    term.text("Pipeline");
    term.text("✓ enregistré");
    term.text("Qualification");
    assert!(term.vt.screen().alternate_screen() && term.vt.screen().bracketed_paste());
    term.send("\x11");
    assert_eq!(term.exit(), 0);
    assert!(term.is_given_back());
}

#[test]
fn a_window_that_changes_size_is_filled_anew() {
    let mut term = Term::start(120, 36, &DEMO, &[]);
    term.text("? aide");
    term.resize(80, 24);
    term.wait("24 rows", |screen| screen.contents().lines().count() == 24 && screen.contents().contains("? aide"));
    term.resize(45, 20);
    term.wait("one pane", |screen| screen.contents().contains("? aide") && !screen.contents().contains("Échanges"));
    term.resize(10, 3);
    term.text("Trop petit");
    term.resize(120, 36);
    term.text("Échanges");
}

#[test]
fn what_is_typed_is_kept_when_the_line_drops_and_offered_at_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("data").to_str().unwrap().to_owned();
    let args = ["--store", store.as_str(), "--as", "Karim"];
    let mut term = Term::at(home, (120, 36), &args, &[]);
    term.text("saisir mon premier contact");
    term.send("n");
    term.text("Nouveau contact");
    term.send("Zoé");
    term.text("Zoé");
    term.hang_up();
    assert_ne!(term.exit(), 101, "no panic");
    let home = std::mem::replace(&mut term.home, tempfile::tempdir().unwrap());
    let mut again = Term::at(home, (120, 36), &args, &[]);
    again.text("Texte non validé");
    again.send("r");
    again.text("Nouveau contact");
    again.text("Zoé");
}

#[test]
fn asked_to_end_it_gives_the_terminal_back_and_keeps_what_is_typed() {
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("data").to_str().unwrap().to_owned();
    let args = ["--store", store.as_str(), "--as", "Karim"];
    let mut term = Term::at(home, (80, 24), &args, &[]);
    term.text("saisir mon premier contact");
    term.send("n");
    term.text("Nouveau contact");
    term.send("Zoé");
    term.text("Zoé");
    term.signal("TERM");
    term.exit();
    assert!(term.is_given_back());
    let home = std::mem::replace(&mut term.home, tempfile::tempdir().unwrap());
    Term::at(home, (80, 24), &args, &[]).text("Texte non validé");
}

#[test]
fn no_color_means_none_and_the_cursor_is_still_seen() {
    let mut term = Term::start(120, 36, &DEMO, &[("NO_COLOR", "1")]);
    term.text("? aide");
    let screen = term.vt.screen();
    let mut reversed = 0;
    for row in 0..36 {
        for col in 0..120 {
            let Some(cell) = screen.cell(row, col) else { continue };
            assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
            reversed += usize::from(cell.inverse());
        }
    }
    assert!(reversed > 0, "the chosen card stands out without colour");
}

#[test]
fn colours_are_the_sixteen_everybody_has() {
    let mut term = Term::start(120, 36, &DEMO, &[]);
    term.text("? aide");
    let raw = String::from_utf8_lossy(&term.raw).into_owned();
    assert!(raw.contains("\x1b[") && !raw.contains("38;5;") && !raw.contains("48;5;") && !raw.contains("38;2;"));
}

#[test]
fn an_old_or_ascii_terminal_gets_ascii() {
    let mut term = Term::start(120, 36, &DEMO, &[("LANG", "C")]);
    term.text("? aide");
    assert!(term.screen().is_ascii(), "{}", term.screen());
}

#[test]
fn a_dumb_terminal_gets_a_sentence_and_no_escape_codes() {
    let mut term = Term::start(80, 24, &["--as", "Karim"], &[("TERM", "dumb")]);
    assert_eq!(term.exit(), 2);
    assert!(!term.raw.contains(&0x1b));
    assert!(!term.screen().trim().is_empty());
}

#[test]
fn a_paste_of_lines_goes_into_the_field_and_commands_nothing() {
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("data").to_str().unwrap().to_owned();
    let mut term = Term::at(home, (120, 36), &["--store", &store, "--as", "Karim"], &[]);
    term.text("saisir mon premier contact");
    term.send("n");
    term.text("Nouveau contact");
    term.send("\x1b[200~Zoé\rMartin\x1b[201~");
    term.text("Zoé Martin");
    term.send("\r");
    term.text("Lead 1");
}

#[test]
fn a_novel_typed_at_once_is_there_to_its_last_letter_without_another_key() {
    let mut term = Term::start(120, 36, &DEMO, &[]);
    term.text("? aide");
    term.send("i");
    term.text("Noter :");
    let words: String = (0..400).map(|n| format!("table {n} ")).collect();
    term.send(&format!("{words}la fin"));
    term.text("la fin");
}

#[test]
fn moving_costs_few_bytes() {
    let mut term = Term::start(120, 36, &["--today", "22/11/2026", "demo", "--size", "60"], &[]);
    term.text("▌ Garage Morin");
    term.text("? aide");
    let before = term.raw.len();
    term.send("j");
    term.text("▌ Menuiserie Lefèvre");
    assert!(term.raw.len() - before < 2_500, "{} bytes", term.raw.len() - before);
}

#[test]
fn a_key_is_read_once_and_not_looked_for_thousands_of_times() {
    let mut term = Term::start(120, 36, &["--today", "22/11/2026", "demo", "--size", "60"], &[]);
    term.text("▌ Garage Morin");
    term.text("? aide");
    let Some(before) = term.reads() else { return eprintln!("this system counts no reads: not tried") };
    term.send("j");
    term.text("▌ Menuiserie Lefèvre");
    term.send("j");
    term.text("▌ Véronique Lacroix");
    let asked = term.reads().unwrap() - before;
    assert!(asked < 400, "{asked} reads for two keys");
}

#[test]
fn settings_that_change_on_disk_are_taken_at_once_and_a_mistake_is_named_with_its_line() {
    let mut term = Term::start(120, 36, &DEMO, &[]);
    term.text("? aide");
    let folder = term.home.path().join(".config/vigie");
    let (keys, beside) = (folder.join("keys.toml"), folder.join("4913"));
    std::fs::write(&beside, "[everywhere]\nhelp = [\"w\"]\n").unwrap();
    std::fs::rename(&beside, &keys).unwrap();
    term.text("w aide");
    term.text("Réglages relus");
    std::fs::write(&keys, "[everywhere]\nhelp = [\"w\"]\nsing = [\"s\"]\n").unwrap();
    term.text("keys.toml, ligne 3");
    term.text("« sing »");
    term.text("w aide");
    std::fs::write(folder.join("config.toml"), "lang = \"en\"\n").unwrap();
    term.text("w help");
    term.send("\x11");
    assert_eq!(term.exit(), 0);
}

#[test]
fn numbers_kept_on_the_screen_are_in_the_users_file_with_its_comments() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/vigie");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("playbook.toml");
    std::fs::write(&file, "[thresholds]\nhot = 75 # exigeants\n").unwrap();
    let store = home.path().join("data").to_str().unwrap().to_owned();
    let mut term = Term::at(home, (80, 24), &["--store", store.as_str(), "--as", "Karim"], &[]);
    term.text("saisir mon premier contact");
    term.send("\x1b");
    term.text("? aide");
    term.send("y");
    term.text("[Score]");
    term.send("\x1b[C\r");
    term.text("Réglages gardés");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "[thresholds]\nhot = 76 # exigeants\n");
}
