//! A long import that is stopped.

use std::{
    io::Write as _,
    process::Stdio,
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};

use crate::talk::Home;

#[test]
fn ctrl_c_ends_an_import_at_a_row_and_what_was_read_is_saved() {
    let home = Home::new();
    let store = home.path("long");
    let at = ["--store", store.to_str().unwrap()];
    let mut child = home
        .command()
        .args(at)
        .args(["import", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let row = |n: u32| format!("Personne {n};06 39 {:02} {:02} {:02}\n", n / 10_000 % 100, n / 100 % 100, n % 100);
    pipe.write_all(b"Nom;Mobile\n").unwrap();
    (0..6_000).for_each(|n| pipe.write_all(row(n).as_bytes()).unwrap());
    let journal = store.join("gen-0001/journal/00000001.jsonl");
    let deadline = Instant::now() + Duration::from_mins(1);
    while std::fs::metadata(&journal).map_or(0, |held| held.len()) < 100_000 {
        assert!(Instant::now() < deadline, "nothing was recorded");
        std::thread::yield_now();
    }
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    // it hears of it at its next row, and then reads no more
    let unread = (6_000..2_000_000).find(|n| pipe.write_all(row(*n).as_bytes()).is_err());
    assert!(unread.is_some(), "it went on reading");
    let out = child.wait_with_output().unwrap();
    let said = String::from_utf8(out.stdout).unwrap();
    assert!(out.status.success() && said.contains("Arrêté ici"), "{said}");
    let count = home.json(&[&at[..], &["list", "--limit", "1"]].concat())["count"].as_u64().unwrap();
    assert!((1_000..u64::from(unread.unwrap())).contains(&count), "{count}");
    let acts = home.does(&[&at[..], &["undo", "--list"]].concat());
    assert!(!acts.contains("interrompu"), "{acts}");
}
