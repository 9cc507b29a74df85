//! Killed at random moments: importing 25, recording 40, in the cockpit 20, idle 15 times.

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process_group};

use super::{super::talk::Home, Dice, Kept, booth::Booth, soon};

/// A process whose words are heard line by line, in a group of its own.
pub struct Heard {
    child: Child,
    lines: Receiver<String>,
}

impl Heard {
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).process_group(0).spawn().unwrap();
        let (told, lines) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || out.lines().map_while(Result::ok).all(|line| told.send(line).is_ok()));
        Self { child, lines }
    }

    /// Hears it for a time, then kills it and all it started; gives what it said before. True: it had ended by itself.
    pub fn kill_after(mut self, wait: Duration) -> (Vec<String>, bool) {
        let end = Instant::now() + wait;
        let mut said = Vec::new();
        let ended = loop {
            match self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => said.push(line),
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        // It may just have ended.
        kill_process_group(Pid::from_child(&self.child), Signal::KILL).ok();
        soon("it ends", || self.child.try_wait().unwrap());
        said.extend(self.lines.iter());
        (said, ended)
    }
}

/// A file of so many people.
pub fn people(from: usize, count: usize) -> String {
    let mut file = "Nom;Prénom;Mél;Société;Montant HT\n".to_owned();
    for n in from..from + count {
        writeln!(file, "Dupont{n};Léa;lea{n}@dupont.example;Scierie {n};{n}0,50").unwrap();
    }
    file
}

/// How often a test kills: as it stands, or `VIGIE_KILLS` times as often.
#[expect(clippy::disallowed_methods, reason = "said to the test, not to Vigie")]
pub fn rounds(usual: u64) -> u64 {
    let times = std::env::var("VIGIE_KILLS").ok().and_then(|times| times.parse().ok());
    usual * times.unwrap_or(1)
}

/// Several times what is kept with one sync, so that a kill often meets it half done.
const ROWS: usize = 2_500;

#[test]
fn an_import_killed_anywhere_is_named_and_one_undo_away() {
    let mut dice = Dice::cast("import");
    let start = Instant::now();
    marie_and_a_file().does(&["import", "next.csv"]);
    let usual = start.elapsed();
    let mut cut_off = 0;
    // The moments when it is half done are few on a fast disk: it is tried until one was met.
    for round in 1..=rounds(200) {
        if round > rounds(25) && cut_off > 0 {
            break;
        }
        let home = marie_and_a_file();
        let wait = dice.within(usual);
        let (said, _) = Heard::start(home.command().args(["import", "next.csv"])).kill_after(wait);
        let kept = Kept::of(&home.store());
        let told = said.iter().any(|line| line.starts_with("Enregistré"));
        assert!(kept.names.contains("Marie Lefèvre"), "round {round}: {wait:?}");
        match (kept.unfinished.as_slice(), kept.names.len() - 1) {
            ([], 0) => assert!(!told, "round {round}: {wait:?}"),
            ([], rows) => assert_eq!(rows, ROWS, "round {round}: {wait:?}"),
            ([act], _) => {
                assert!(!told && act.label.as_deref() == Some("next.csv"), "round {round}: {wait:?}");
                is_named_and_taken_back(&home, cut_off == 0);
                cut_off += 1;
            }
            more => panic!("round {round}: {wait:?}: {more:?}"),
        }
    }
    assert!(cut_off > 0, "no kill came in time");
}

fn marie_and_a_file() -> Home {
    let home = Home::with_marie();
    home.with("next.csv", people(0, ROWS).as_bytes());
    home
}

fn is_named_and_taken_back(home: &Home, in_the_cockpit_too: bool) {
    let told = home.ask(&["show", "marie"]).err;
    assert!(told.contains("next.csv") && told.contains("vigie undo"), "{told}");
    if in_the_cockpit_too {
        Booth::cockpit(home).shows("Import de next.csv interrompu");
    }
    home.does(&["undo"]);
    let after = Kept::of(&home.store());
    assert!(after.names.len() == 1 && after.unfinished.is_empty(), "{:?}", after.names);
    assert_eq!(home.ask(&["show", "marie"]).err, "");
}

/// Commands one after the other, each saying as JSON which act it recorded.
pub const LOOP: &str = r#"n=$1
while :; do
  n=$((n + 1))
  "$0" --json add "Paul Petit$n, paul$n@petit.example" --anyway || exit 1
  "$0" --json log marie call --note "appel $n" || exit 1
  "$0" --json set marie "ville=Nantes $n" || exit 1
done"#;

#[test]
fn what_a_command_said_was_recorded_is_there_after_any_kill() {
    let mut dice = Dice::cast("recording");
    let home = Home::with_marie();
    let mut promised = Kept::of(&home.store()).acts;
    for round in 1..=rounds(40) {
        let wait = dice.within(Duration::from_millis(600));
        let mut shell = Command::new("/bin/sh");
        let from = (round * 1_000).to_string();
        shell
            .envs(home.command().get_envs().filter_map(|(name, value)| Some((name, value?))))
            .current_dir(home.path("."));
        shell.args(["-c", LOOP, env!("CARGO_BIN_EXE_vigie"), &from]);
        let (said, ended) = Heard::start(&mut shell).kill_after(wait);
        assert!(!ended, "round {round}: {said:?}");
        for line in said {
            let told: serde_json::Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
            promised.insert(told["saved"]["act"].as_str().unwrap().to_owned());
        }
        let kept = Kept::of(&home.store());
        assert!(kept.acts.is_superset(&promised), "round {round}: {wait:?}");
        // The one that was under way is kept whole or not at all.
        assert!(kept.acts.len() <= promised.len() + 1, "round {round}: {wait:?}");
        assert!(kept.unfinished.is_empty());
        promised = kept.acts;
    }
}

#[test]
fn what_the_screen_ticked_off_is_there_after_any_kill() {
    let mut dice = Dice::cast("cockpit");
    let home = Home::with_marie();
    let mut promised = Kept::of(&home.store()).names;
    let mut seen = 0;
    for round in 0..rounds(20) {
        let mut booth = Booth::cockpit(&home);
        booth.shows("✓ enregistré");
        let end = Instant::now() + dice.within(Duration::from_millis(500));
        for n in 0.. {
            let name = format!("Zoé{round}n{n} Durand");
            let left = |end: Instant| end.saturating_duration_since(Instant::now());
            booth.types("n");
            if !booth.may_show(left(end), |screen| screen.contains("Prénom")) {
                break;
            }
            booth.types(&name.replace(' ', "\t"));
            booth.types("\r");
            let created = format!("{name} : fiche créée · u annule");
            let ticked = |screen: &str| screen.contains(&created) && screen.contains("✓ enregistré");
            if booth.may_show(left(end), ticked) {
                promised.insert(name);
                seen += 1;
            } else {
                break;
            }
        }
        booth.kill();
        let kept = Kept::of(&home.store());
        assert!(kept.names.is_superset(&promised), "round {round}: {:?}", promised.difference(&kept.names));
        promised = kept.names;
    }
    assert!(seen > 0, "nothing was ticked off");
}

#[test]
fn an_idle_cockpit_killed_while_it_writes_its_snapshot_loses_nothing() {
    let mut dice = Dice::cast("idle");
    let home = Home::with_marie();
    home.with("many.csv", people(0, 900).as_bytes());
    home.does(&["import", "many.csv"]);
    let whole = Kept::of(&home.store());
    for round in 0..rounds(15) {
        let booth = Booth::cockpit(&home);
        booth.shows("✓ enregistré");
        // A calm of three seconds has the snapshot written.
        let late = if round.is_multiple_of(5) { Duration::from_millis(2_950) } else { Duration::ZERO };
        booth.may_show(late + dice.within(Duration::from_millis(250)), |_| false);
        booth.kill();
        let kept = Kept::of(&home.store());
        assert!(kept.acts == whole.acts && kept.names == whole.names, "round {round}");
    }
}
