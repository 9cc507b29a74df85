//! Small files and moves beside the journal and sled: the journal's shortcut, and what is put aside. Never the truth.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    format::Places,
    line::{self, Marks},
    platter,
};

/// The note that sled did not come back in time.
pub(super) fn hung(places: &Places) -> PathBuf {
    places.generation().join("sled-hung")
}

/// The day the copies were last compared in full.
pub(super) fn checked(places: &Places) -> PathBuf {
    places.generation().join("checked")
}

fn lost(generation: &Path) -> PathBuf {
    generation.join("lost")
}

/// Numbers of a device that are in no copy any more, as was said when the generation was made.
pub(super) fn read_lost(places: &Places) -> Vec<(u64, u64, u64)> {
    let bytes = fs::read(lost(places.generation())).unwrap_or_default();
    let json = bytes.strip_suffix(b"\n").and_then(line::check);
    json.and_then(|json| serde_json::from_slice(json).ok()).unwrap_or_default()
}

/// Remembers them.
pub(super) fn write_lost(generation: &Path, gaps: &[(u64, u64, u64)]) -> io::Result<()> {
    let mut bytes = Vec::new();
    line::write(&gaps, &mut bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    platter::replace(&lost(generation), &bytes)
}

/// The shortcut as it is kept: with whose it is.
#[derive(Serialize, Deserialize)]
struct Kept {
    device: u64,
    marks: Marks,
}

/// The shortcut of this device's journal; another's is none.
pub(super) fn read_marks(places: &Places, device: u64) -> Option<Marks> {
    let bytes = fs::read(places.marks()).ok()?;
    let kept: Kept = serde_json::from_slice(line::check(bytes.strip_suffix(b"\n")?)?).ok()?;
    (kept.device == device).then_some(kept.marks)
}

/// A shortcut that may be lost: put in place at once, but not waited for.
pub(super) fn write_marks(places: &Places, device: u64, marks: &Marks) -> io::Result<()> {
    let path = &places.marks();
    let mut bytes = Vec::new();
    line::write(&Kept { device, marks: marks.clone() }, &mut bytes)
        .map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    if fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    let beside = platter::beside(path);
    let file = platter::private(&beside)?;
    file.set_len(0)?;
    io::Write::write_all(&mut &file, &bytes)?;
    fs::rename(&beside, path)
}

/// Moves a file or folder under the first free name, and says which.
pub(super) fn quarantine(from: &Path, into: &Path) -> io::Result<PathBuf> {
    let name = from.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut numbered = (1_u32..10_000).map(|number| into.join(format!("{name}-{number:04}")));
    let to = numbered.find(|path| !path.exists()).ok_or(io::ErrorKind::AlreadyExists)?;
    if from.exists() {
        fs::rename(from, &to)?;
        platter::sync_folder(into)?;
        platter::sync_folder(from.parent().unwrap_or(into))?;
    }
    Ok(to)
}
