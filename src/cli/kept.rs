//! The user's settings files as Vigie writes them: whole or not at all, for the user's eyes alone unless the user opened
//! them, through a link to where it leads.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

/// The text of a file; nothing where there is none.
pub(super) fn read(path: &Path) -> io::Result<String> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        other => other,
    }
}

/// Puts a text into a file: written beside it, on the platter, then put in its place.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = folder.join(name);
    if let Err(error) = fs::remove_file(&beside)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error);
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
    file.write_all(text.as_bytes())?;
    if let Ok(held) = fs::metadata(&path) {
        file.set_permissions(held.permissions())?;
    }
    file.sync_all()?;
    fs::rename(&beside, &path)?;
    File::open(folder)?.sync_all()
}

/// Puts bytes into a new file of a folder; where the name is taken, it gets a number.
pub(super) fn create(folder: &Path, name: &str, ending: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let names = std::iter::once(name.to_owned()).chain((2..).map(|number| format!("{name}-{number}")));
    for name in names {
        let path = folder.join(format!("{name}.{ending}"));
        match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(mut file) => {
                file.write_all(bytes)?;
                file.sync_all()?;
                return Ok(path);
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_new_file_is_the_users_alone_and_an_opened_one_stays_so() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("vigie/playbook.toml");
        write(&path, "a = 1\n").unwrap();
        assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        write(&path, "a = 2\n").unwrap();
        assert_eq!((mode(&path), read(&path).unwrap().as_str()), (0o644, "a = 2\n"));
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_file_of_ones_own_never_takes_the_place_of_another() {
        let home = tempfile::tempdir().unwrap();
        let first = create(home.path(), "lettre", "eml", b"un").unwrap();
        let second = create(home.path(), "lettre", "eml", b"deux").unwrap();
        assert_eq!((fs::read(&first).unwrap(), fs::read(&second).unwrap()), (b"un".to_vec(), b"deux".to_vec()));
        assert_eq!((mode(&second), second.ends_with("lettre-2.eml")), (0o600, true));
        assert!(create(&home.path().join("none"), "lettre", "eml", b"").is_err());
    }

    #[test]
    fn a_link_stays_a_link() {
        let home = tempfile::tempdir().unwrap();
        let (real, link) = (home.path().join("mine.toml"), home.path().join("playbook.toml"));
        fs::write(&real, "").unwrap();
        symlink(&real, &link).unwrap();
        write(&link, "a = 1\n").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&real).unwrap(), "a = 1\n");
    }
}
