//! Outputs: files that appear whole or not at all, and standard output.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use phuluc::messages::{self, Lang};
use phuluc::model::{Arguments, Coded};
use phuluc::{Format, Reading};
use tempfile::NamedTempFile;

use crate::message::{ErrorMessage, Said, in_english};
use crate::system;

/// Why an output was not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum OutputError {
    File { path: PathBuf, source: io::Error },
    Folder { path: PathBuf, source: io::Error },
    Stdout(#[source] io::Error),
    Records { name: String, source: phuluc::WriteError },
}

impl Coded for OutputError {
    fn code(&self) -> &'static str {
        match self {
            Self::File { .. } => "unwritten_file",
            Self::Folder { .. } => "unwritten_folder",
            Self::Stdout(_) => "unwritten_stdout",
            Self::Records { .. } => "unwritten_records",
        }
    }

    fn arguments(&self) -> Arguments {
        match self {
            Self::File { path, .. } | Self::Folder { path, .. } => {
                Arguments::new().with("path", path.display().to_string())
            }
            Self::Stdout(_) => Arguments::new(),
            Self::Records { name, .. } => Arguments::new().with("name", name.as_str()),
        }
    }
}

impl Said for OutputError {
    fn cause(&self, lang: Lang) -> Option<ErrorMessage> {
        Some(match self {
            Self::File { source, .. } | Self::Folder { source, .. } | Self::Stdout(source) => {
                ErrorMessage::new(system::said(lang, source))
            }
            Self::Records { source, .. } => {
                let message = ErrorMessage::new(messages::error(lang, source));
                match std::error::Error::source(source) {
                    Some(cause) => message.because(cause.to_string()),
                    None => message,
                }
            }
        })
    }
}

in_english!(OutputError);

/// The bytes of an output.
pub(crate) fn rendered(reading: &Reading, format: &Format) -> Result<Vec<u8>, OutputError> {
    reading
        .to_bytes(format)
        .map_err(|source| OutputError::Records { name: reading.name().to_owned(), source })
}

/// Where an output goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    /// Writes what `fill` makes, which is never held as a whole. `name` is that of the input.
    pub(crate) fn write(
        &self,
        name: &str,
        fill: impl FnOnce(Sink<'_>) -> Made,
    ) -> Result<(), OutputError> {
        self.write_by(None, name, fill)
    }

    /// The same by way of a folder for what is not whole yet, which must be on the same disk.
    pub(crate) fn write_by(
        &self,
        staging: Option<&Path>,
        name: &str,
        fill: impl FnOnce(Sink<'_>) -> Made,
    ) -> Result<(), OutputError> {
        let made = match self {
            Self::Stdout => fill(&mut io::stdout().lock()),
            Self::File(path) => write_file(path, staging, fill),
        };
        made.or_else(|error| match (error, self) {
            (phuluc::WriteError::Io(source), Self::Stdout) => unprinted(source),
            (phuluc::WriteError::Io(source), Self::File(path)) => {
                Err(OutputError::File { path: path.clone(), source })
            }
            (source, _) => Err(OutputError::Records { name: name.to_owned(), source }),
        })
    }
}

/// Where an output is written to.
type Sink<'a> = &'a mut dyn Write;

/// Whether an output was made.
type Made = Result<(), phuluc::WriteError>;

/// Writes to standard output.
pub(crate) fn print(bytes: &[u8]) -> Result<(), OutputError> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes).and_then(|()| stdout.flush()).or_else(unprinted)
}

/// A reader that has closed standard output has what it wanted.
fn unprinted(error: io::Error) -> Result<(), OutputError> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(OutputError::Stdout(error)),
    }
}

pub(crate) fn create_folder(path: &Path) -> Result<(), OutputError> {
    fs::create_dir_all(path).map_err(|source| OutputError::Folder { path: path.to_owned(), source })
}

fn write_file(path: &Path, staging: Option<&Path>, fill: impl FnOnce(Sink<'_>) -> Made) -> Made {
    let path = resolved(path);
    match fs::metadata(&path) {
        // A device or a pipe has no folder to be renamed into: `-o /dev/null` must not replace it.
        Ok(found) if !found.is_file() => fill(&mut OpenOptions::new().write(true).open(&path)?),
        Ok(found) => replace(&path, staging, fill, Some(found.permissions())),
        Err(_) => replace(&path, staging, fill, None),
    }
}

/// Writes elsewhere and renames, so that a reader sees the old content or the new.
fn replace(
    path: &Path,
    staging: Option<&Path>,
    fill: impl FnOnce(Sink<'_>) -> Made,
    permissions: Option<fs::Permissions>,
) -> Made {
    // Asked before, because a missing folder has a better sentence than its kind.
    fs::metadata(folder(path).join("."))?;
    let mut hidden =
        temporary(staging.unwrap_or(folder(path))).map_err(|error| nameless(&error))?;
    fill(hidden.as_file_mut())?;
    if let Some(permissions) = permissions {
        hidden.as_file().set_permissions(permissions)?;
    }
    hidden.as_file().sync_all()?;
    hidden.persist(path).map_err(io::Error::from)?;
    Ok(())
}

/// The kind of an error alone: that of a temporary file has its name, which is another each time.
fn nameless(error: &io::Error) -> io::Error {
    error.kind().into()
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

    /// Writes bytes to a file.
    fn write(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
        Target::File(path.to_owned()).write("input", |out| Ok(out.write_all(bytes)?))
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn replaces_a_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        write(&path, b"old and longer").unwrap();
        write(&path, b"new").unwrap();
        assert_eq!(fs::read(folder.path().join("out.json")).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["out.json"]);
    }

    #[test]
    fn a_failure_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("out.json")).unwrap();
        let error = write(&folder.path().join("out.json"), b"new").unwrap_err();
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
        write(&link, b"new").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    }

    /// A socket takes the place of a device here, so that a fault cannot harm the system.
    #[cfg(unix)]
    #[test]
    fn replaces_no_device() {
        use std::os::unix::{fs::FileTypeExt as _, net::UnixListener};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("socket");
        let _listener = UnixListener::bind(&path).unwrap();
        write(&path, b"new").unwrap_err();
        assert!(fs::metadata(&path).unwrap().file_type().is_socket());
    }
}
