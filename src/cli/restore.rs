//! `vigie restore`: a backup in the place of the portfolio, which is kept aside and named.

use std::path::Path;

use serde_json::json;

use crate::{
    desk::clock,
    log::{Disk, Log},
};

use super::{
    backup::{Gauge, held, stop},
    hall::Hall,
    stop::{Code, Done, Stop},
};

pub(super) fn run(hall: &mut Hall, file: &Path) -> Done {
    if let Err(error) = std::fs::metadata(file) {
        let args = [("file", file.display().to_string().into()), ("why", error.to_string().into())];
        return Err(Stop::input(hall.voice.tell("cli-import-unreadable", &args)));
    }
    let store = hall.setup.store.value.clone();
    let mut disk = Disk::alone(&store, &hall.setup.holder()).map_err(|cause| held(hall, cause))?;
    let mut gauge = Gauge::new(hall, "cli-restore-progress");
    let restored =
        disk.restore(file, &mut |done, total| gauge.shows(done, total)).map_err(|cause| stop(hall, cause))?;
    disk.catch_up().map_err(|cause| stop(hall, cause))?;
    Box::new(disk).close().map_err(|cause| stop(hall, cause))?;
    let (day, hour) = clock::local(restored.summary.made);
    let made = [
        ("count", (restored.summary.facts as i64).into()),
        ("day", hall.voice.date(day).into()),
        ("hour", hall.voice.hour(hour).into()),
    ];
    hall.page.line(&hall.voice.tell("cli-restore-done", &made));
    if restored.summary.lost > 0 {
        hall.page.line(&hall.voice.tell("cli-backup-lost", &[("count", (restored.summary.lost as i64).into())]));
    }
    if restored.left_out > 0 {
        let args = [("count", (restored.left_out as i64).into())];
        hall.page.line(&hall.voice.tell("cli-restore-forgotten", &args));
    }
    if restored.before == 0 {
        hall.page.line(hall.voice.say("cli-restore-fresh"));
    }
    let kept = restored.kept.as_deref().filter(|_| restored.before > 0);
    if let Some(kept) = kept {
        let args = [("count", (restored.before as i64).into()), ("folder", kept.display().to_string().into())];
        hall.page.line(&hall.voice.tell("cli-restore-kept", &args));
    }
    let summary = restored.summary;
    hall.page.json(&json!({
        "facts": summary.facts,
        "lost": summary.lost,
        "made": format!("{day} {hour}"),
        "before": restored.before,
        "forgotten": restored.left_out,
        "kept": kept,
    }));
    Ok(Code::Fine)
}
