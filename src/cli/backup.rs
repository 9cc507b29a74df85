//! `vigie backup`: the whole portfolio in one file, read back before it is called made. Works beside an open cockpit.

use std::{
    io::{IsTerminal, stderr},
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{
    desk::{Clock, Trouble},
    log::{Backups, Cause, backup},
    voice::Voice,
};

use super::{
    hall::Hall,
    print::{self, Look},
    stop::{Code, Done, Stop},
    trouble,
};

pub(super) fn run(hall: &mut Hall, file: Option<&Path>) -> Done {
    let store = hall.setup.store.value.clone();
    if !store.join("FORMAT").exists() {
        return Err(nothing(hall, &store));
    }
    let (day, millis) = (Clock::System.local().0, Clock::System.millis());
    let mut gauge = Gauge::new(hall, "cli-backup-progress");
    let mut progress = |done, total| gauge.shows(done, total);
    let made = match file {
        None => Backups::of(&store).make(day, millis, &mut progress),
        Some(file) => {
            let file = whole(&if file.is_dir() { file.join(backup::name(day)) } else { file.to_owned() });
            backup::write(&store, &file, millis, &mut progress).map(|summary| (file, summary))
        }
    };
    let (file, summary) = made.map_err(|cause| stop(hall, cause))?;
    let bytes = std::fs::metadata(&file).map_or(0, |meta| meta.len());
    let args = [
        ("count", (summary.facts as i64).into()),
        ("size", size(&hall.voice, bytes).into()),
        ("file", file.display().to_string().into()),
    ];
    hall.page.line(&hall.voice.tell("cli-backup-done", &args));
    if summary.lost > 0 {
        hall.page.line(&hall.voice.tell("cli-backup-lost", &[("count", (summary.lost as i64).into())]));
    }
    hall.page.json(&json!({ "file": file, "facts": summary.facts, "bytes": bytes, "lost": summary.lost }));
    Ok(if summary.lost == 0 { Code::Fine } else { Code::Store })
}

fn nothing(hall: &Hall, store: &Path) -> Stop {
    let args = [("store", store.display().to_string().into())];
    Stop::new(Code::Nothing, hall.voice.tell("cli-doctor-nothing", &args))
}

pub(super) fn stop(hall: &Hall, cause: Cause) -> Stop {
    trouble::stop(&Trouble::Store(cause), &hall.voice)
}

/// Why a store cannot be written anew.
pub(super) fn held(hall: &Hall, cause: Cause) -> Stop {
    let Cause::Locked(holder) = cause else { return stop(hall, cause) };
    let args = [("user", holder.user.into()), ("pid", holder.pid.to_string().into()), ("tty", holder.tty.into())];
    Stop::new(Code::Store, hall.voice.tell("cli-restore-open", &args))
}

/// A path that names the file from anywhere.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Bytes as people say them.
pub(super) fn size(voice: &Voice, bytes: u64) -> String {
    let tenth = |unit: u64| (bytes.saturating_mul(10) / unit) as i64;
    let (tenths, key) =
        if bytes < 1_000_000 { (tenth(1_000), "cli-size-kilo") } else { (tenth(1_000_000), "cli-size-mega") };
    let mark = voice.say("cli-size-mark");
    voice.tell(key, &[("size", format!("{}{mark}{}", voice.number(tenths / 10), tenths % 10).into())])
}

/// How far a long work has come, tenth by tenth, for who looks at a terminal.
pub(super) struct Gauge<'h> {
    voice: &'h Voice,
    look: Look,
    key: &'static str,
    seen: bool,
    told: u64,
}

impl<'h> Gauge<'h> {
    pub(super) fn new(hall: &'h Hall, key: &'static str) -> Self {
        Self { voice: &hall.voice, look: hall.page.look, key, seen: stderr().is_terminal(), told: 0 }
    }

    pub(super) fn shows(&mut self, done: u64, total: u64) {
        let tenths = done.saturating_mul(10) / total.max(1);
        if self.seen && tenths > self.told {
            self.told = tenths;
            let share = self.voice.percent((tenths * 1_000).min(10_000) as u32);
            print::remark(&self.voice.tell(self.key, &[("share", share.into())]), self.look);
        }
    }
}
