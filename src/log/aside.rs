//! Small files and moves beside the journal and sled: the journal's shortcut, and what is put aside. Never the truth.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    Damage,
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

fn harm(places: &Places) -> PathBuf {
    places.generation().join("harm")
}

/// What was found damaged earlier and is not repaired yet.
pub(super) fn read_harm(places: &Places) -> Vec<Damage> {
    read(&harm(places)).unwrap_or_default()
}

/// Remembers it.
pub(super) fn write_harm(places: &Places, damage: &[Damage]) -> io::Result<()> {
    platter::replace(&harm(places), &sealed(&damage)?)
}

fn read<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let bytes = fs::read(path).ok()?;
    serde_json::from_slice(line::check(bytes.strip_suffix(b"\n")?)?).ok()
}

fn sealed(what: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    line::write(what, &mut bytes).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok(bytes)
}

fn lost(generation: &Path) -> PathBuf {
    generation.join("lost")
}

/// Numbers of a device that are in no copy any more, as was said when the generation was made.
pub(super) fn read_lost(places: &Places) -> Vec<(u64, u64, u64)> {
    read(&lost(places.generation())).unwrap_or_default()
}

/// Remembers them.
pub(super) fn write_lost(generation: &Path, gaps: &[(u64, u64, u64)]) -> io::Result<()> {
    platter::replace(&lost(generation), &sealed(&gaps)?)
}

/// The shortcut as it is kept: with whose it is.
#[derive(Serialize, Deserialize)]
struct Kept {
    device: u64,
    marks: Marks,
}

/// The shortcut of this device's journal; another's is none.
pub(super) fn read_marks(places: &Places, device: u64) -> Option<Marks> {
    let kept: Kept = read(&places.marks())?;
    (kept.device == device).then_some(kept.marks)
}

/// A shortcut that may be lost: put in place at once, but not waited for.
pub(super) fn write_marks(places: &Places, device: u64, marks: &Marks) -> io::Result<()> {
    let path = &places.marks();
    let bytes = sealed(&Kept { device, marks: marks.clone() })?;
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
