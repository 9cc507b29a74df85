//! The few things the journal asks of the disk, so that tests can make each of them fail; and folders made to last.
//! No format lives here.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, FileExt, MetadataExt, OpenOptionsExt},
    path::Path,
};

/// A file that is written at its end and made to last.
pub trait Platter: Send {
    /// Writes bytes at an offset; may write fewer.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize>;
    /// Waits until everything written is on the platter.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the file.
    fn cut(&mut self, length: u64) -> io::Result<()>;
    /// Whether it still is the file of a name: what is written to another is found by nobody.
    fn is_at(&self, path: &Path) -> bool {
        let _ = path;
        true
    }
}

/// The platter of one who only looks.
pub(super) struct Glass;

impl Platter for Glass {
    fn write_at(&mut self, _: u64, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn cut(&mut self, _: u64) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }
}

/// Opens a file for the journal, making it where it is not there.
pub type Open = Box<dyn FnMut(&Path) -> io::Result<Box<dyn Platter>> + Send>;

impl Platter for File {
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        FileExt::write_at(self, bytes, offset)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)
    }

    fn is_at(&self, path: &Path) -> bool {
        let which = |meta: fs::Metadata| (meta.dev(), meta.ino());
        self.metadata().is_ok_and(|own| fs::metadata(path).is_ok_and(|there| which(own) == which(there)))
    }
}

/// The real disk.
pub fn real() -> Open {
    Box::new(|path| private(path).map(|file| Box::new(file) as Box<dyn Platter>))
}

/// A file only its owner may read, made where it is not there.
pub fn private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)
}

/// A folder only its owner may enter, with its parents, each synced into the one above.
pub fn folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent {
        folder(parent)?;
    }
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !path.is_dir() => return Err(error),
        _ => {}
    }
    sync_folder(parent.unwrap_or(Path::new(".")))
}

/// Makes the names in a folder last.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Puts a whole file in place of another at once: written beside it, synced, renamed, the folder synced.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path);
    fs::remove_file(&beside).or_else(absent_is_fine)?;
    let written = write_new(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if let Err(error) = written {
        fs::remove_file(&beside).or_else(absent_is_fine)?;
        return Err(error);
    }
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

/// The name a file has while it is being written.
pub fn beside(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    name.into()
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

/// Taking away what is not there is done already.
pub fn absent_is_fine(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
}
