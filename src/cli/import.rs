//! `vigie import FILE|-`: a file's rows read, told one by one, recorded as one act; `--dry-run` only tells.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{
    desk::{Desk, LongAct, Trouble, ids::Ids},
    exchange::{
        directory::Directory,
        import::Import,
        mapping::{Column, Meaning},
        own::{self, Own},
        proposal::{Proposal, Unreadable},
        report::Report,
        setting::{Kept, Setting, Written},
        survey::Layout,
        telling,
    },
    sales::{
        entity::Entity,
        fact::ActId,
        money::Tax,
        playbook::{CustomField, Label, Playbook, with_fields},
        words::fold::folded,
    },
    voice::Voice,
};

use super::{
    account, args,
    around::Around,
    door::Door,
    hall, kept, maps, print,
    stop::{Code, Done, Stop},
    trouble,
};

type Words = Vec<(String, Vec<String>)>;

/// The playbook's words as an import reads them.
pub(super) struct Terms {
    pub(super) sources: Words,
    pub(super) stages: Words,
    pub(super) losses: Words,
    pub(super) own: Vec<Own>,
}

impl Terms {
    /// Of a playbook.
    pub(super) fn of(playbook: &Playbook) -> Self {
        let own = |field: &CustomField| Own {
            field: own::field(&field.key, field.about, field.holds),
            words: field.words.clone(),
        };
        Self {
            sources: hall::sources(playbook),
            stages: playbook.stages().iter().map(|stage| (stage.key.clone(), both(&stage.label))).collect(),
            losses: playbook.losses().iter().map(|loss| (loss.key.clone(), both(&loss.label))).collect(),
            own: playbook.fields().iter().map(own).collect(),
        }
    }
}

/// The columns of a file that become fields of the firm's own, which the playbook does not have yet.
pub(super) fn born(layout: &Layout) -> Vec<CustomField> {
    let field = |column: &Column| {
        let (label, Meaning::Field(field)) = (column.born.as_deref()?, column.meaning) else { return None };
        let label = Label { fr: label.to_owned(), en: label.to_owned() };
        let (key, words) = (field.key.to_owned(), Vec::new());
        Some(CustomField { key, label, about: field.about, holds: field.holds, words })
    };
    layout.columns.iter().filter_map(field).collect()
}

/// Keeps new fields of the firm's own in the user's playbook; in words why that failed.
pub(super) fn keep_fields(path: &Path, born: &[CustomField], voice: &Voice) -> Result<(), String> {
    if born.is_empty() {
        return Ok(());
    }
    let file = || ("file", path.display().to_string().into());
    let unwritten = |error: io::Error| voice.tell("settings-unwritten", &[file(), ("why", error.to_string().into())]);
    let text = kept::read(path).map_err(unwritten)?;
    let text = with_fields(&text, born).map_err(|flaw| {
        let what = voice.reason(&flaw.message);
        voice.tell("settings-place", &[file(), ("line", flaw.line.to_string().into()), ("what", what.into())])
    })?;
    kept::write(path, &text).map_err(unwritten)
}

pub(super) fn run(door: &mut Door, said: &args::Import) -> Done {
    let (source, total) = opened(door, &said.file)?;
    let mut around = Around::new(door, total, said.rejects.as_deref())?;
    let source = around.counted(source);
    let label = said.file.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
    let map = said.map.iter().map(|text| pair(door, text)).collect::<Result<Vec<_>, _>>()?;
    let terms = Terms::of(door.playbook());
    let (file, column) =
        (door.voice.say("import-word-file").to_owned(), door.voice.say("import-word-column").to_owned());
    let kept = recalled(door, said);
    let setting = Setting {
        file: &label,
        today: door.now().0,
        tax: Tax::Ht,
        sources: &terms.sources,
        stages: &terms.stages,
        losses: &terms.losses,
        own: &terms.own,
        map: &map,
        kept: &kept,
        sheet: said.sheet.as_deref(),
        written: Written { file: &file, column: &column },
    };
    let forgotten = door.desk.forgotten().clone();
    let directory = Directory::of(door.book(), move |word| forgotten.knows(word));
    let (mut ids, clock) = (Ids::default(), door.desk.clock());
    let mut births = |kind| Entity::known(kind, ids.next(clock.millis()));
    let mut import = Import::open(source, setting, &directory, &mut births).map_err(|why| unreadable(door, &why))?;
    if said.dry_run {
        looked(door, &mut import, &mut around)?;
    } else {
        let playbook = door.setup.folders.config.join("playbook.toml");
        keep_fields(&playbook, &born(import.layout()), &door.voice).map_err(Stop::input)?;
        recorded(door, &mut import, &mut around, &label)?;
    }
    let ended = Ended { stopped: around.is_stopped(), dry_run: said.dry_run, rejects: around.finish(door)? };
    let headers = import.layout().columns.iter().map(|column| column.header.to_string()).collect::<Vec<_>>();
    let report = import.report().clone();
    told(door, &report, &ended);
    if said.memory.remember && !said.dry_run {
        maps::keep(&door.setup.folders.config, &headers, &map).map_err(|why| maps_stop(door, why))?;
        door.page.line(door.voice.say("cli-import-remembered").to_owned().as_str());
    }
    Ok(Code::Fine)
}

/// The mappings kept from earlier files; a mistake in them is told, and nothing is recalled.
fn recalled(door: &Door, said: &args::Import) -> Vec<Kept> {
    if said.memory.no_memory {
        return Vec::new();
    }
    maps::read(&door.setup.folders.config).unwrap_or_else(|why| {
        print::remark(&maps_stop(door, why).sentence, door.page.look);
        Vec::new()
    })
}

fn maps_stop(door: &Door, why: String) -> Stop {
    Stop::input(door.tell("cli-import-maps", &vec![("why", why.into())]))
}

/// The file's bytes and how many there are, or what is wrong with it in one sentence.
fn opened(door: &Door, path: &Path) -> Result<(Box<dyn Read>, Option<u64>), Stop> {
    if path == Path::new("-") {
        return Ok((Box::new(io::stdin()), None));
    }
    let file = file(&door.voice, path)?;
    let total = file.metadata().ok().map(|held| held.len());
    Ok((Box::new(BufReader::new(file)), total))
}

/// A file to read, or what is wrong with it.
pub(super) fn file(voice: &Voice, path: &Path) -> Result<File, Stop> {
    let shown = path.display().to_string();
    let stop =
        |key: &str, why: String| Stop::input(voice.tell(key, &[("file", shown.as_str().into()), ("why", why.into())]));
    if path.is_dir() {
        return Err(stop("cli-import-folder", String::new()));
    }
    File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => stop("cli-import-not_found", String::new()),
        io::ErrorKind::PermissionDenied => stop("cli-import-denied", String::new()),
        _ => stop("cli-import-unreadable", error.to_string()),
    })
}

fn pair(door: &Door, text: &str) -> Result<(String, String), Stop> {
    let (header, field) =
        text.split_once('=').ok_or_else(|| Stop::input(door.tell("cli-import-map", &vec![("text", text.into())])))?;
    Ok((header.trim().to_owned(), field.trim().to_owned()))
}

fn both(label: &Label) -> Vec<String> {
    vec![folded(&label.fr).into_owned(), folded(&label.en).into_owned()]
}

fn looked(door: &Door, import: &mut Import<'_>, around: &mut Around) -> Result<(), Stop> {
    while let Some(proposal) = import.next() {
        around.row(door, import, &proposal)?;
    }
    Ok(())
}

/// Every row is one fact of one act. What goes on around it never leaves the act unfinished.
fn recorded(door: &mut Door, import: &mut Import<'_>, around: &mut Around, label: &str) -> Result<(), Stop> {
    around.listen().map_err(|error| Stop::input(error.to_string()))?;
    let mut beside = Ok(());
    let mut act: Option<LongAct> = door.desk.resume(label);
    while beside.is_ok()
        && !around.is_stopped()
        && let Some(proposal) = import.next()
    {
        beside = around.row(door, import, &proposal);
        if proposal.statements.is_empty() {
            continue;
        }
        let long = act.get_or_insert_with(|| door.desk.begin(label, 0));
        let Proposal { statements, .. } = proposal;
        let added = door.desk.add(long, statements, None);
        added.map_err(|trouble| cut(&door.desk, &door.voice, long.act(), &trouble))?;
    }
    if let Some(long) = act {
        let id = long.act();
        door.desk.finish(long).map_err(|trouble| cut(&door.desk, &door.voice, id, &trouble))?;
    }
    beside
}

fn cut(desk: &Desk, voice: &Voice, act: ActId, trouble: &Trouble) -> Stop {
    let stop = trouble::stop(trouble, voice);
    cut_off(desk, voice, act, trouble, "cli-import-cut").map_or(stop, |words| Stop::new(Code::Store, words))
}

/// What is kept of an import that could not go on, where something is.
pub(super) fn cut_off(desk: &Desk, voice: &Voice, act: ActId, trouble: &Trouble, key: &str) -> Option<String> {
    let kept = desk.kept(act) as i64;
    (kept > 0).then(|| voice.tell(key, &[("count", kept.into()), ("why", trouble.why(voice).into())]))
}

/// How an import came to its end.
struct Ended {
    stopped: bool,
    dry_run: bool,
    rejects: Option<PathBuf>,
}

/// The report, for people and for programs.
fn told(door: &mut Door, report: &Report, ended: &Ended) {
    let last = match (ended.dry_run, report.counts.created + report.counts.updated) {
        (true, _) => "cli-import-dry",
        _ if ended.stopped => "cli-import-halted",
        (false, 0) => "cli-import-none",
        (false, _) => "cli-import-done",
    };
    let mut lines = account::lines(&door.voice, door.playbook(), report);
    let count = i64::try_from(report.counts.refused).unwrap_or(i64::MAX);
    match &ended.rejects {
        Some(path) => {
            let args = vec![("count", count.into()), ("file", path.display().to_string().into())];
            lines.push(door.tell("cli-import-rejects", &args));
        }
        None if count > 0 => lines.push(door.tell("cli-import-rejects_hint", &vec![("count", count.into())])),
        None => {}
    }
    lines.extend(account::hint(&door.voice, report));
    lines.push(door.voice.say(last).to_owned());
    for line in &lines {
        door.page.line(line);
    }
    let mut value = report.json();
    value["dry_run"] = json!(ended.dry_run);
    value["stopped"] = json!(ended.stopped);
    value["rejects"] = json!(ended.rejects);
    door.page.json(&value);
}

fn unreadable(door: &Door, why: &Unreadable) -> Stop {
    Stop::input(super::telling::told(&door.voice, &telling::unreadable(why))).with("reason", why.key())
}
