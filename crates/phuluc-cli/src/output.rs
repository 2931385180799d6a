//! Outputs: files that appear whole or not at all, and standard output.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Why an output was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("`{}` could not be written", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the folder `{}` could not be created", path.display())]
    Folder { path: PathBuf, source: io::Error },
    #[error("standard output could not be written")]
    Stdout(#[source] io::Error),
    #[error("the records of `{name}` could not be written")]
    Records { name: String, source: phuluc_convert::Error },
}

/// Where an output goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    pub(crate) fn write(&self, bytes: &[u8]) -> Result<(), Error> {
        match self {
            Self::Stdout => print(bytes),
            Self::File(path) => {
                write_file(path, bytes).map_err(|source| Error::File { path: path.clone(), source })
            }
        }
    }
}

/// Writes to standard output. A reader that has closed it has what it wanted.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Error::Stdout(error)),
        _ => Ok(()),
    }
}

pub(crate) fn create_folder(path: &Path) -> Result<(), Error> {
    fs::create_dir_all(path).map_err(|source| Error::Folder { path: path.to_owned(), source })
}

fn write_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = resolved(path);
    match fs::metadata(&path) {
        // A device or a pipe has no folder to be renamed into: `-o /dev/null` must not replace it.
        Ok(found) if !found.is_file() => {
            OpenOptions::new().write(true).open(&path)?.write_all(bytes)
        }
        Ok(found) => replace(&path, bytes, Some(found.permissions())),
        Err(_) => replace(&path, bytes, None),
    }
}

/// Writes beside the file and renames, so that a reader sees the old content or the new.
fn replace(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    // Asked before, because the error of a temporary file tells its name, which is another each time.
    fs::metadata(folder(path).join("."))?;
    let mut file = temporary(folder(path))?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    // Hidden, so that a folder being converted does not take it for an input.
    builder.prefix(".phuluc-");
    #[cfg(unix)]
    {
        // A temporary file is private by default; an output has the mode that the umask leaves.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The path with its links followed, as far as it exists, to compare it and to write through links.
pub(crate) fn resolved(path: &Path) -> PathBuf {
    let whole = fs::canonicalize(path);
    whole.or_else(|_| in_resolved_folder(path)).unwrap_or_else(|_| path.to_owned())
}

fn in_resolved_folder(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    Ok(fs::canonicalize(folder(path))?.join(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn replaces_a_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = Target::File(folder.path().join("out.json"));
        target.write(b"old and longer").unwrap();
        target.write(b"new").unwrap();
        assert_eq!(fs::read(folder.path().join("out.json")).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["out.json"]);
    }

    #[test]
    fn a_failure_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("out.json")).unwrap();
        let error = Target::File(folder.path().join("out.json")).write(b"new").unwrap_err();
        assert!(error.to_string().contains("out.json"), "{error}");
        assert_eq!(names(folder.path()), ["out.json"]);
    }

    #[cfg(unix)]
    #[test]
    fn writes_through_links_and_keeps_modes() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("file"), folder.path().join("link"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        Target::File(link.clone()).write(b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    /// A socket stands for a device here, so that a fault cannot harm the system.
    #[cfg(unix)]
    #[test]
    fn replaces_no_device() {
        use std::os::unix::{fs::FileTypeExt as _, net::UnixListener};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _listener = UnixListener::bind(&path).unwrap();
        Target::File(path.clone()).write(b"new").unwrap_err();
        assert!(fs::metadata(&path).unwrap().file_type().is_socket());
    }
}
