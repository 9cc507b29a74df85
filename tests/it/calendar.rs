//! The calendar as another program reads it: python-icalendar, where this machine has it.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::talk::Home;

/// Reads a calendar and says what it understood, an event a line.
const READER: &str = r#"
import sys, json, icalendar
whole = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
assert str(whole["version"]) == "2.0" and str(whole["prodid"]), "no calendar of version 2"
for event in whole.walk("VEVENT"):
    assert not event.errors, event.errors
    print(json.dumps({
        "uid": str(event["uid"]),
        "start": event.decoded("dtstart").isoformat(),
        "end": event.decoded("dtend").isoformat(),
        "title": str(event["summary"]),
        "words": str(event.get("description", "")),
        "busy": str(event.get("transp", "OPAQUE")) == "OPAQUE",
    }))
"#;

/// What the reader understood; nothing where it is not here, which is said aloud.
fn understood(ics: &str) -> Option<Vec<Value>> {
    let python = |script: &str| {
        let mut command = Command::new("python3");
        command.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    };
    if !python("import icalendar").output().is_ok_and(|said| said.status.success()) {
        let words = "SKIPPED: no other program reads the calendar here; pip install icalendar for python3\n";
        std::io::stderr().write_all(words.as_bytes()).unwrap();
        return None;
    }
    let mut reader = python(READER).spawn().unwrap();
    reader.stdin.take().unwrap().write_all(ics.as_bytes()).unwrap();
    let said = reader.wait_with_output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let lines = String::from_utf8(said.stdout).unwrap();
    Some(lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn another_program_understands_every_event_to_the_letter() {
    let home = Home::new();
    home.does(&["add", "Éloïse Œillet, Crêperie de l'Œillet, 06 39 98 00 01"]);
    home.does(&["add", "Paul Morin, 06 39 98 00 02"]);
    let what = "échantillons ; prendre les cotes : cuisine, cellier et « entrée » \\ voir 東京";
    home.does(&["next", "œillet", "15/12/2099 14h", what]);
    home.does(&["next", "morin", "16/7/2099"]);
    let Some(mut events) = understood(&home.does(&["export", "--to", "ics"])) else { return };
    events.sort_by_key(|event| event["start"].to_string());
    let [whole_day, fixed] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!((whole_day["start"].as_str(), whole_day["end"].as_str()), (Some("2099-07-16"), Some("2099-07-17")));
    assert!(whole_day["title"].as_str().unwrap().contains("Morin") && whole_day["busy"] == false, "{whole_day}");
    assert_eq!(fixed["start"], "2099-12-15T13:00:00+00:00", "14 h in Paris");
    assert!(fixed["title"].as_str().unwrap().contains(what) && fixed["busy"] == true, "{fixed}");
    assert!(fixed["words"].as_str().unwrap().contains("06 39 98 00 01"), "{fixed}");
    assert_ne!(whole_day["uid"], fixed["uid"]);
    home.does(&["next", "œillet", "16/12/2099 9h", "rappeler"]);
    let moved = understood(&home.does(&["export", "--to", "ics"])).unwrap();
    let same = moved.iter().find(|event| event["uid"] == fixed["uid"]).unwrap();
    assert_eq!(same["start"], "2099-12-16T08:00:00+00:00", "put off, it is the same event");
}
