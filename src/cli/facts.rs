//! `vigie import --facts`: facts another Vigie exported, kept as they are: their numbers, days and authors. The file is
//! read to its end first, so that half a file brings nothing in.

use std::{
    fs::File,
    io::{BufRead, BufReader, Cursor, Read},
    path::Path,
};

use serde_json::json;

use crate::{
    desk::Trouble,
    exchange::facts::{Broken, Reader, verify},
    log::{Disk, Log},
    sales::fact::Fact,
};

use super::{
    hall::Hall,
    stop::{Code, Done, Stop},
    telling, trouble,
};

/// Facts kept together with one sync.
const SHEAF: usize = 1_000;

pub(super) fn run(hall: &mut Hall, file: &Path) -> Done {
    let bytes = if file == Path::new("-") { Some(all_of(hall, std::io::stdin())?) } else { None };
    let open = || -> Result<Box<dyn BufRead>, Stop> {
        match &bytes {
            Some(bytes) => Ok(Box::new(Cursor::new(bytes))),
            None => Ok(Box::new(BufReader::new(opened(hall, file)?))),
        }
    };
    let broken = |broken: Broken| {
        Stop::input(telling::told(&hall.voice, &crate::exchange::telling::facts(&broken))).with("line", broken.line)
    };
    let count = verify(open()?).map_err(broken)?;
    let mut log = Disk::alone(&hall.setup.store.value, &hall.setup.holder()).map_err(|cause| kept(hall, cause))?;
    let mut sheaf = Vec::with_capacity(SHEAF);
    for fact in Reader::open(open()?).map_err(broken)? {
        sheaf.push(fact.map_err(broken)?);
        if sheaf.len() >= SHEAF {
            keep(hall, &mut log, &mut sheaf)?;
        }
    }
    keep(hall, &mut log, &mut sheaf)?;
    log.catch_up().map_err(|cause| kept(hall, cause))?;
    Box::new(log).close().map_err(|cause| kept(hall, cause))?;
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let line = hall.voice.tell("cli-facts-done", &[("count", count.into())]);
    hall.page.line(&line);
    hall.page.json(&json!({ "facts": count }));
    Ok(Code::Fine)
}

fn keep(hall: &Hall, log: &mut Disk, sheaf: &mut Vec<Fact>) -> Result<(), Stop> {
    let recorded = log.record(sheaf).map_err(|failure| trouble::stop(&Trouble::of(failure, Vec::new()), &hall.voice));
    sheaf.clear();
    recorded.map(drop)
}

fn kept(hall: &Hall, cause: crate::log::Cause) -> Stop {
    trouble::stop(&Trouble::Store(cause), &hall.voice)
}

fn opened(hall: &Hall, file: &Path) -> Result<File, Stop> {
    super::import::file(&hall.voice, file)
}

fn all_of(hall: &Hall, mut source: impl Read) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes).map_err(|error| {
        Stop::input(
            hall.voice.tell("cli-import-unreadable", &[("file", "-".into()), ("why", error.to_string().into())]),
        )
    })?;
    Ok(bytes)
}
