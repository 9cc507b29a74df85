//! The rules of the house, read off the sources: one crate has no walls, so this is the wall.
//! Fails with file and line.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.retain(|(path, _)| !is_test(path));
    found.sort();
    found
}

/// Inline tests and measurements that fill a file of their own.
fn is_test(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == "tests" || name == "measure")
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
        }
    }
}

/// The code of a file without its inline tests and without comments, with line numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let until = text.find("#[cfg(test)]\nmod ").filter(|at| text[*at..].contains("mod tests {")).unwrap_or(text.len());
    let lines = text[..until].lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The room of a source: `sales`, `cli`…
fn room(path: &Path) -> &str {
    path.components().nth(1).and_then(|part| part.as_os_str().to_str()).unwrap_or("")
}

/// What a room may see of the others. `cockpit/run` alone sees desk, exchange and terminal.
fn may_see(path: &Path) -> &'static [&'static str] {
    let file = path.to_string_lossy();
    match room(path) {
        "sales" => &[],
        "voice" | "log" | "exchange" => &["sales"],
        "post" => &["voice"],
        "desk" => &["sales", "voice", "log"],
        "cockpit" if file.contains("cockpit/run") => &["sales", "voice", "log", "desk", "exchange", "terminal"],
        "cockpit" => &["sales", "voice"],
        "terminal" => &["cockpit"],
        _ => &["sales", "voice", "log", "desk", "exchange", "post", "cockpit", "terminal", "cli"],
    }
}

const ROOMS: [&str; 9] = ["sales", "voice", "log", "desk", "exchange", "post", "cockpit", "terminal", "cli"];

#[test]
fn every_room_sees_only_what_it_may() {
    let mut broken = Vec::new();
    for (path, text) in sources("src") {
        let inside = path.components().count() > 2;
        let mut from_crate = false;
        for (line, code) in code(&text).filter(|_| inside) {
            from_crate = (from_crate && !code.ends_with("};")) || code.contains("use crate::{");
            for other in ROOMS.iter().filter(|other| **other != room(&path) && !may_see(&path).contains(other)) {
                let named = code.contains(&format!("crate::{other}::"))
                    || (from_crate
                        && code.trim_start().trim_start_matches("use crate::{").starts_with(&format!("{other}::")));
                if named {
                    broken.push(format!("{}:{line} sees {other}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Words that may stand in some rooms only.
const ONLY_IN: &[(&str, &[&str], &str)] = &[
    ("sled::Config", &["src/log/sled"], "the only room naming sled"),
    ("sled::Db", &["src/log/sled"], "the only room naming sled"),
    ("SystemTime::now", &["src/desk/clock.rs"], "ask the clock"),
    ("env::var", &["src/cli/setup.rs", "src/cli/env.rs"], "only setup reads the environment"),
    ("lettre::", &["src/post/"], "mail belongs to the post"),
    ("println!", &["src/cli/"], "only the command line prints"),
    ("ratatui", &["src/cockpit/", "src/terminal/"], "widgets belong to the screen"),
    ("crossterm", &["src/cockpit/", "src/terminal/"], "keys belong to the screen"),
    (
        "std::fs",
        &["src/log/", "src/cli/", "src/cockpit/run", "src/terminal/"],
        "files belong to the log and the command line",
    ),
];

#[test]
fn what_belongs_to_one_room_stays_there() {
    let mut broken = Vec::new();
    for (path, text) in sources("src") {
        let file = path.to_string_lossy().into_owned();
        for (line, code) in code(&text) {
            for (word, homes, why) in ONLY_IN {
                if code.contains(word) && !homes.iter().any(|home| file.starts_with(home)) {
                    broken.push(format!("{file}:{line} has {word}: {why}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_file_says_what_lives_in_it() {
    let silent: Vec<String> = sources("src")
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!") || text.starts_with("//! (to come)"))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "no word of introduction in:\n{}", silent.join("\n"));
}

#[test]
fn no_function_is_longer_than_sixty_lines() {
    let mut long = Vec::new();
    for (path, text) in sources("src") {
        let mut begun: Option<(usize, usize, &str)> = None;
        for (line, code) in code(&text) {
            let indent = code.len() - code.trim_start().len();
            let head = code.trim_start();
            let is_fn = ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn ", "const fn ", "pub const fn "];
            if begun.is_none() && is_fn.iter().any(|start| head.starts_with(start)) && !head.ends_with(';') {
                begun = Some((line, indent, head));
            }
            if let Some((start, depth, name)) = begun
                && indent == depth
                && head.starts_with('}')
            {
                if line - start >= 60 {
                    long.push(format!("{}:{start} {} lines: {name}", path.display(), line - start + 1));
                }
                begun = None;
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

fn texts(language: &str) -> BTreeSet<String> {
    let file = fs::read_to_string(root().join(format!("assets/i18n/{language}.ftl"))).unwrap();
    let keys = file.lines().filter_map(|line| line.split_once(" ="));
    keys.filter(|(key, _)| key.starts_with(|c: char| c.is_ascii_lowercase())).map(|(key, _)| key.to_owned()).collect()
}

#[test]
fn both_languages_have_every_text() {
    let (fr, en) = (texts("fr"), texts("en"));
    let missing: Vec<&String> = fr.symmetric_difference(&en).collect();
    assert!(missing.is_empty(), "in one language only: {missing:?}");
}

#[test]
fn no_text_stands_twice() {
    for language in ["fr", "en"] {
        let file = fs::read_to_string(root().join(format!("assets/i18n/{language}.ftl"))).unwrap();
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, line) in file.lines().enumerate() {
            if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                let before = seen.insert(key, at + 1);
                assert!(before.is_none(), "{language}.ftl:{} repeats {key} of line {before:?}", at + 1);
            }
        }
    }
}

/// Texts named in the sources: `say("…")` and `tell("…"`.
#[test]
fn every_text_asked_for_exists() {
    let known = texts("fr");
    let mut missing = Vec::new();
    for (path, text) in sources("src") {
        for (line, code) in code(&text) {
            for opening in [".say(\"", ".tell(\""] {
                for (at, _) in code.match_indices(opening) {
                    let key = code[at + opening.len()..].split('"').next().unwrap_or("");
                    if !known.contains(key) {
                        missing.push(format!("{}:{line} asks for {key}", path.display()));
                    }
                }
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Every `vigie …` line of the README, in order, in a store of its own.
#[test]
fn the_readme_runs() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("clients.csv"), "Nom;Société;Tél.\nMartin;Garage Martin;0639980007\n").unwrap();
    let binary = Path::new(env!("CARGO_BIN_EXE_vigie"));
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let lines: Vec<&str> =
        readme.lines().filter(|line| line.starts_with("vigie ") && !line.contains("# the cockpit")).collect();
    assert!(lines.len() >= 8, "the README lost its examples: {lines:?}");
    for line in lines {
        let path = format!("{}:/usr/bin:/bin", binary.parent().unwrap().display());
        let said = std::process::Command::new("sh")
            .args(["-c", line])
            .current_dir(home.path())
            .env_clear()
            .envs([("PATH", path.as_str()), ("LANG", "fr_FR.UTF-8"), ("USER", "sandrine")])
            .env("HOME", home.path())
            .output()
            .unwrap();
        // 1: a search of the example finds nobody in so small a store.
        let code = said.status.code();
        assert!(matches!(code, Some(0 | 1)), "{line}: {code:?} {}", String::from_utf8_lossy(&said.stderr));
    }
}
