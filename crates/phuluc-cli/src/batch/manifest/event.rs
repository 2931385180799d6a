//! The lines of a manifest.

use std::fs;
use std::path::{Path, PathBuf};

use phuluc::sha256;
use serde::{Deserialize, Serialize};

use crate::status::Status;

/// The first line: what the file is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ManifestHead {
    schema: String,
    schema_version: String,
}

impl Default for ManifestHead {
    fn default() -> Self {
        Self { schema: "phuluc/manifest".to_owned(), schema_version: "1.0".to_owned() }
    }
}

impl ManifestHead {
    pub(super) fn line(&self) -> Vec<u8> {
        line(self)
    }

    /// Whether a line is the first of a manifest.
    pub(super) fn is(line: &[u8]) -> bool {
        serde_json::from_slice::<Self>(line).is_ok_and(|head| head.schema == Self::default().schema)
    }

    /// Whether bytes are the beginning of such a line.
    pub(super) fn begins(bytes: &[u8]) -> bool {
        Self::default().line().starts_with(bytes)
    }
}

/// A line after the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(super) enum Event {
    Start(InputStart),
    End(InputEnd),
}

/// An input begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct InputStart {
    pub(super) key: String,
    pub(super) input: String,
    pub(super) bytes: usize,
    pub(super) sha256: String,
    pub(super) version: String,
    pub(super) config: String,
    /// Seconds since 1970.
    pub(super) at: u64,
}

/// An input has ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct InputEnd {
    pub(super) key: String,
    pub(super) input: String,
    pub(crate) status: Status,
    /// The name of the error, where it has one.
    pub(crate) error: Option<String>,
    /// The error in a sentence.
    pub(super) said: Option<String>,
    pub(super) outputs: Vec<Written>,
    pub(crate) tasks: usize,
    pub(super) ms: u64,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    format: String,
    /// Below the folder of the outputs, with `/` between its parts.
    path: String,
    bytes: u64,
    sha256: String,
}

impl Event {
    pub(super) fn line(&self) -> Vec<u8> {
        line(self)
    }
}

fn line(value: &impl Serialize) -> Vec<u8> {
    // Numbers and strings cannot fail to be written.
    let mut line = serde_json::to_vec(value).unwrap_or_default();
    line.push(b'\n');
    line
}

impl Written {
    pub(crate) fn new(format: &str, path: &Path, bytes: &[u8]) -> Self {
        Self {
            format: format.to_owned(),
            path: path.to_string_lossy().into_owned(),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            sha256: sha256(bytes),
        }
    }

    /// The same with its path below a folder.
    pub(super) fn below(&self, folder: &Path) -> Self {
        let path = Path::new(&self.path);
        let below: PathBuf = path.strip_prefix(folder).unwrap_or(path).to_owned();
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        Self { path: parts.join("/"), ..self.clone() }
    }

    /// Whether the file is there as it was written.
    pub(super) fn stands(&self, folder: &Path) -> bool {
        let path = folder.join(&self.path);
        let length = fs::metadata(&path).map(|found| found.len());
        length.is_ok_and(|length| length == self.bytes)
            && fs::read(&path).is_ok_and(|bytes| sha256(&bytes) == self.sha256)
    }
}
