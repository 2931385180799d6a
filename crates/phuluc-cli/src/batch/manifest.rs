//! The manifest: one line when an input begins, one when it has ended, and nothing is ever changed.
//!
//! So a run that was killed goes on where it was: what has an end is done, if its outputs are as they
//! were written. A line that was cut off by the kill is dropped.

mod event;

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use phuluc::messages::Lang;
use phuluc::model::{Arguments, Coded};
use phuluc::sha256;
use tempfile::TempDir;

pub(crate) use self::event::Written;
use self::event::{Event, InputEnd, InputStart, ManifestHead};
use super::outcome::Outcome;
use super::shard::Shard;
use crate::message::{ErrorMessage, Said, in_english};
use crate::system;
use crate::worker::job::Settings;

/// Bytes of a line; a longer one is not ours.
const MAX_LINE: u64 = 1 << 20;

/// How often an input may be begun by runs that ended before it did. A run that is killed again and again
/// may meet the same input more than once by chance, hardly so often.
const TRIES: usize = 5;

/// How long a lock is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// How names of manifests begin and end; no output has such a name.
const NAME: (&str, &str) = ("manifest", ".jsonl");

/// Why a manifest cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ManifestError {
    Io { path: PathBuf, source: io::Error },
    Foreign { path: PathBuf },
    Locked { path: PathBuf },
}

impl Coded for ManifestError {
    fn code(&self) -> &'static str {
        match self {
            Self::Io { .. } => "manifest_io",
            Self::Foreign { .. } => "manifest_foreign",
            Self::Locked { .. } => "manifest_locked",
        }
    }

    fn arguments(&self) -> Arguments {
        let (Self::Io { path, .. } | Self::Foreign { path } | Self::Locked { path }) = self;
        Arguments::new().with("path", path.display().to_string())
    }
}

impl Said for ManifestError {
    fn cause(&self, lang: Lang) -> Option<ErrorMessage> {
        match self {
            Self::Io { source, .. } => Some(ErrorMessage::new(system::said(lang, source))),
            Self::Foreign { .. } | Self::Locked { .. } => None,
        }
    }
}

in_english!(ManifestError);

/// A manifest that is being written, and what it and the manifests of other parts held before.
#[derive(Debug)]
pub(crate) struct Manifest {
    path: PathBuf,
    file: Mutex<File>,
    /// A hash of all settings, which is part of each key.
    config: String,
    past: HashMap<String, Past>,
    /// The outputs are named below it.
    folder: PathBuf,
    /// Where outputs are until they are whole. What a run that was killed left there is thrown away.
    staging: TempDir,
    again: Again,
}

/// What is done although it was done before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Again {
    Nothing,
    Failed,
    All,
}

/// What is known of a key.
#[derive(Debug, Default)]
struct Past {
    input: String,
    /// How often it began since it last ended.
    starts: usize,
    end: Option<InputEnd>,
}

/// The name of the manifest of a part.
pub(crate) fn name(shard: Option<Shard>) -> String {
    let (head, tail) = NAME;
    shard.map_or_else(|| format!("{head}{tail}"), |shard| format!("{head}.{shard}{tail}"))
}

/// Whether a file is called as a manifest is, so that no output may be.
pub(crate) fn is_name(name: &str) -> bool {
    let name = name.to_lowercase();
    let middle = name.strip_prefix(NAME.0).and_then(|rest| rest.strip_suffix(NAME.1));
    middle.is_some_and(|part| part.is_empty() || part.starts_with('.') && part.contains("-of-"))
}

impl Manifest {
    /// Opens a manifest for one run alone, and reads it and those of other parts beside it.
    pub(crate) fn open(
        path: &Path,
        folder: &Path,
        settings: &Settings,
        has_password: bool,
        again: Again,
    ) -> Result<Self, ManifestError> {
        let failed = |source| ManifestError::Io { path: path.to_owned(), source };
        let mut past = HashMap::new();
        for other in neighbours(path) {
            // Another part may be being written, so its last line may not be whole yet.
            if let Ok(file) = File::open(&other) {
                let _ = read(&file, &mut past);
            }
        }
        let file = OpenOptions::new().read(true).append(true).create(true).open(path);
        let mut file = file.map_err(failed)?;
        if !is_ours(&file) {
            return Err(ManifestError::Locked { path: path.to_owned() });
        }
        match read(&file, &mut past).map_err(failed)? {
            ManifestExtent::Whole(end) => file.set_len(end).map_err(failed)?,
            ManifestExtent::Foreign => {
                return Err(ManifestError::Foreign { path: path.to_owned() });
            }
            ManifestExtent::Empty => {
                file.set_len(0).map_err(failed)?;
                file.write_all(&ManifestHead::default().line()).map_err(failed)?;
            }
        }
        let staging = staging(path, folder).map_err(failed)?;
        let config = config(settings, has_password);
        let (path, folder) = (path.to_owned(), folder.to_owned());
        Ok(Self { path, file: Mutex::new(file), config, past, folder, staging, again })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A folder for outputs that are not whole yet.
    pub(crate) fn staging(&self) -> &Path {
        self.staging.path()
    }

    /// What names an input, its bytes, where its outputs go, and all settings.
    pub(crate) fn key(&self, id: &str, sha256_of_input: &str) -> String {
        let whole = format!("{}\n{sha256_of_input}\n{id}", self.config);
        sha256(whole.as_bytes()).chars().take(32).collect()
    }

    /// How an input ended, if nothing is to be done for it.
    pub(crate) fn done(&self, key: &str) -> Option<&InputEnd> {
        let end = self.past.get(key)?.end.as_ref()?;
        let again = match self.again {
            Again::Nothing => !end.status.is_final(),
            Again::Failed => end.status.is_failure(),
            Again::All => true,
        };
        (!again && end.outputs.iter().all(|output| output.stands(&self.folder))).then_some(end)
    }

    /// Whether too many runs ended while they were at it.
    pub(crate) fn is_set_aside(&self, key: &str) -> bool {
        let starts = self.past.get(key).map_or(0, |past| past.starts);
        starts >= TRIES && self.again == Again::Nothing
    }

    /// The inputs at which a run was when it ended: they come last, so that none of them keeps the others
    /// from being done.
    pub(crate) fn unfinished(&self) -> impl Iterator<Item = &str> {
        let past = self.past.values().filter(|past| past.starts > 0);
        past.map(|past| past.input.as_str())
    }

    pub(crate) fn start(
        &self,
        key: &str,
        input: &str,
        bytes: usize,
        sha256: &str,
    ) -> Result<(), ManifestError> {
        self.append(&Event::Start(InputStart {
            key: key.to_owned(),
            input: input.to_owned(),
            bytes,
            sha256: sha256.to_owned(),
            version: crate::worker::job::VERSION.to_owned(),
            config: self.config.clone(),
            at: now(),
        }))
    }

    pub(crate) fn end(
        &self,
        key: &str,
        outcome: &Outcome,
        written: &[Written],
        took: Duration,
    ) -> Result<(), ManifestError> {
        let below = |written: &Written| written.below(&self.folder);
        self.append(&Event::End(InputEnd {
            key: key.to_owned(),
            input: outcome.label.clone(),
            status: outcome.status,
            error: outcome.code.clone(),
            said: outcome.error.as_ref().map(ToString::to_string),
            outputs: written.iter().map(below).collect(),
            tasks: outcome.tasks,
            ms: u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
        }))
    }

    /// One line in one piece.
    fn append(&self, event: &Event) -> Result<(), ManifestError> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(&event.line())
            .map_err(|source| ManifestError::Io { path: self.path.clone(), source })
    }
}

/// Whether no other run writes to the file, or the file system has no locks. A run that was killed
/// while it started a worker leaves its lock to that for a moment.
fn is_ours(file: &File) -> bool {
    let began = Instant::now();
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if began.elapsed() < PATIENCE => {
                thread::sleep(PATIENCE / 50);
            }
            Err(TryLockError::WouldBlock) => return false,
            Ok(()) | Err(TryLockError::Error(_)) => return true,
        }
    }
}

/// How far a file is a manifest.
enum ManifestExtent {
    Empty,
    Foreign,
    /// Up to the end of its last whole line.
    Whole(u64),
}

/// Reads a manifest from its beginning. Lines that are not ours are passed over: a disk may have lost
/// what was written before a crash.
fn read(file: &File, past: &mut HashMap<String, Past>) -> io::Result<ManifestExtent> {
    let mut reader = BufReader::new(file);
    reader.seek(SeekFrom::Start(0))?;
    let (mut whole, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let length = reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)?;
        if !line.ends_with(b"\n") {
            break;
        }
        if whole == 0 && !ManifestHead::is(&line) {
            return Ok(ManifestExtent::Foreign);
        }
        whole += u64::try_from(length).unwrap_or(0);
        if let Ok(event) = serde_json::from_slice(&line) {
            learn(event, past);
        }
    }
    Ok(match whole {
        // A run may be killed while it writes the first line.
        0 if ManifestHead::begins(&line) => ManifestExtent::Empty,
        0 => ManifestExtent::Foreign,
        whole => ManifestExtent::Whole(whole),
    })
}

fn learn(event: Event, past: &mut HashMap<String, Past>) {
    match event {
        Event::Start(InputStart { key, input, .. }) => {
            let past = past.entry(key).or_default();
            past.input = input;
            past.starts += 1;
        }
        Event::End(end) => {
            let past = past.entry(end.key.clone()).or_default();
            past.starts = 0;
            past.end = Some(end);
        }
    }
}

/// An empty folder that goes with the run, hidden so that nobody takes it for an output. It has the name of
/// the manifest, which no other run writes to.
fn staging(path: &Path, folder: &Path) -> io::Result<TempDir> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = format!(".{name}.staging");
    match fs::remove_dir_all(folder.join(&name)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => tempfile::Builder::new().prefix(&name).rand_bytes(0).tempdir_in(folder),
    }
}

/// The manifests of other parts.
fn neighbours(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).into_iter().flatten().flatten();
    let is_other = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        is_name(&name.to_string_lossy()) && Some(&*name) != path.file_name()
    };
    let mut others: Vec<_> = entries.filter(is_other).map(|entry| entry.path()).collect();
    others.sort();
    others
}

/// A hash of everything that the outputs hang on, but for the input. Of the password only whether there
/// is one: a hash of it could be guessed.
fn config(settings: &Settings, has_password: bool) -> String {
    let limits = format!("{:?}", phuluc::Limits::default());
    let whole = serde_json::json!([settings, limits, has_password]).to_string();
    sha256(whole.as_bytes()).chars().take(16).collect()
}

/// Seconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

#[cfg(test)]
mod tests;
