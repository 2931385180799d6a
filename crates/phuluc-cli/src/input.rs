//! Inputs: files and standard input, never more bytes of them than the limit.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use phuluc::messages::Lang;
use phuluc::model::{Arguments, Coded};
use phuluc::{Options, Reading};

use crate::message::{ErrorMessage, Said, in_english};
use crate::{switches, system};

/// The name of standard input where a file name is asked for.
const STDIN: &str = "stdin";

/// Why an input was not converted.
#[derive(Debug, thiserror::Error)]
pub(crate) enum InputError {
    Read { name: String, source: io::Error },
    TooLong { name: String, limit: usize },
    Parse { name: String, source: phuluc::Error },
    NoTable { name: String },
    NothingToCompare { name: String },
    NoFiles { name: String },
    NoMemory { name: String, source: io::Error },
}

/// The code of an input that is neither a PDF nor text.
pub(crate) const BINARY: &str = "binary";

impl InputError {
    /// The code in the manifest, where it has one. Of an input that the reader could not read it is the
    /// code of the reader.
    pub(crate) const fn manifest_code(&self) -> Option<&'static str> {
        match self {
            Self::Read { .. } => Some("unreadable"),
            Self::TooLong { .. } => Some("too_many_bytes"),
            Self::Parse { source, .. } => Some(source.code()),
            _ => None,
        }
    }
}

impl Coded for InputError {
    fn code(&self) -> &'static str {
        match self {
            Self::Read { .. } | Self::Parse { .. } => "unreadable",
            Self::TooLong { .. } => "input_too_long",
            Self::NoTable { .. } => "no_table",
            Self::NothingToCompare { .. } => "nothing_to_compare",
            Self::NoFiles { .. } => "no_files",
            Self::NoMemory { .. } => "no_memory",
        }
    }

    fn arguments(&self) -> Arguments {
        let (Self::Read { name, .. }
        | Self::TooLong { name, .. }
        | Self::Parse { name, .. }
        | Self::NoTable { name }
        | Self::NothingToCompare { name }
        | Self::NoFiles { name }
        | Self::NoMemory { name, .. }) = self;
        let arguments = Arguments::new().with("name", name.as_str());
        match self {
            Self::TooLong { limit, .. } => arguments.with("limit", *limit),
            _ => arguments,
        }
    }
}

impl Said for InputError {
    fn cause(&self, lang: Lang) -> Option<ErrorMessage> {
        match self {
            Self::Read { source, .. } | Self::NoMemory { source, .. } => {
                Some(ErrorMessage::new(system::said(lang, source)))
            }
            Self::Parse { source, .. } => Some(ErrorMessage::new(switches::error(lang, source))),
            _ => None,
        }
    }
}

in_english!(InputError);

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    /// A file that was named on the command line.
    Named(PathBuf),
    /// A file that was found in a folder.
    Found(FoundFile),
}

/// A file that was found in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FoundFile {
    pub(crate) path: PathBuf,
    /// Its path below the folder that was named.
    pub(crate) below: PathBuf,
}

/// Endings of names that say that a file was meant as an input.
const MEANT: [&str; 2] = ["pdf", "txt"];

impl Input {
    /// The input of a command-line argument that is no folder.
    pub(crate) fn new(argument: &Path) -> Self {
        if argument == "-" { Self::Stdin } else { Self::Named(argument.to_owned()) }
    }

    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::Named(path) | Self::Found(FoundFile { path, .. }) => Some(path),
        }
    }

    /// The name in diagnostics: the path as it was given.
    pub(crate) fn label(&self) -> String {
        self.path().map_or_else(|| STDIN.to_owned(), |path| path.display().to_string())
    }

    /// The name in outputs: without folders, so that an output does not show where it was made.
    pub(crate) fn name(&self) -> String {
        let name = self.path().and_then(Path::file_name).unwrap_or(OsStr::new(STDIN));
        name.to_string_lossy().into_owned()
    }

    /// The name without its extension.
    pub(crate) fn stem(&self) -> OsString {
        self.path().and_then(Path::file_stem).unwrap_or(OsStr::new(STDIN)).to_owned()
    }

    /// The name that is the same wherever the folder lies.
    pub(crate) fn id(&self) -> String {
        match self {
            Self::Found(FoundFile { below, .. }) => {
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                parts.join("/")
            }
            _ => self.label(),
        }
    }

    /// Whether nothing says that the file was meant as an input: it was only found, and its name is not
    /// that of a PDF or a text.
    pub(crate) fn was_not_meant(&self) -> bool {
        let Self::Found(FoundFile { path, .. }) = self else { return false };
        let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
        !MEANT.iter().any(|meant| ending.eq_ignore_ascii_case(meant))
    }

    /// What the reader makes of the input.
    pub(crate) fn reading(&self, options: &Options) -> Result<Reading, InputError> {
        let bytes = self.read(options.limits.max_bytes)?;
        phuluc::read(&bytes, &self.name(), options)
            .map_err(|source| InputError::Parse { name: self.label(), source })
    }

    /// All bytes of the input, if they are no more than the limit.
    pub(crate) fn read(&self, limit: usize) -> Result<Vec<u8>, InputError> {
        let bytes = match self.path() {
            None => up_to(limit, io::stdin().lock()),
            Some(path) => file_up_to(limit, path),
        };
        let bytes = bytes.map_err(|source| InputError::Read { name: self.label(), source })?;
        bytes.ok_or_else(|| InputError::TooLong { name: self.label(), limit })
    }
}

/// The bytes of a file; `None` when there are more than the limit.
fn file_up_to(limit: usize, path: &Path) -> io::Result<Option<Vec<u8>>> {
    let length = fs::metadata(path)?.len();
    if length > bytes(limit) {
        return Ok(None);
    }
    // The length of a pipe is zero and a file may grow meanwhile, so the limit holds here too.
    up_to(limit, File::open(path)?)
}

fn up_to(limit: usize, reader: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut content = Vec::new();
    reader.take(bytes(limit).saturating_add(1)).read_to_end(&mut content)?;
    Ok((content.len() <= limit).then_some(content))
}

fn bytes(limit: usize) -> u64 {
    u64::try_from(limit).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_up_to_the_limit_and_no_further() {
        assert_eq!(up_to(3, &b"abc"[..]).unwrap(), Some(b"abc".to_vec()));
        assert_eq!(up_to(3, &b"abcd"[..]).unwrap(), None);
        assert_eq!(up_to(usize::MAX, &b"abc"[..]).unwrap(), Some(b"abc".to_vec()));
        assert_eq!(up_to(3, io::repeat(b'a')).unwrap(), None);
    }

    #[test]
    fn names_leave_the_folder_out() {
        let input = Input::new(Path::new("plans/2024/plan.final.txt"));
        assert_eq!(input.name(), "plan.final.txt");
        assert_eq!(input.stem(), "plan.final");
        assert_eq!(Input::new(Path::new("-")).name(), "stdin");
    }

    #[test]
    fn what_was_found_and_has_another_ending_was_not_meant() {
        let found = |name: &str| {
            let path = PathBuf::from(name);
            Input::Found(FoundFile { below: path.clone(), path }).was_not_meant()
        };
        assert!(found("a.zip"));
        assert!(found("a"));
        assert!(!found("a.PDF"));
        assert!(!Input::new(Path::new("a.zip")).was_not_meant());
    }
}
