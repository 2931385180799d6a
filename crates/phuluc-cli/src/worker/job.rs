//! What a worker is asked: one line of JSON, and after it the bytes of the input.

use std::io::{self, BufRead, Read as _};

use phuluc::{Engine, Filter, Format, Options};
use serde::{Deserialize, Serialize};

use crate::column::{self, ColumnRole};
use crate::options::timed;

/// Bytes that the line of a job may have: a name, a password and what is wanted.
const MAX_LINE: u64 = 1 << 20;

/// One input and what is wanted of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Job {
    /// The input, as diagnostics name it.
    pub(crate) label: String,
    /// The input, as outputs name it.
    pub(crate) name: String,
    /// The SHA-256 of the bytes.
    pub(crate) sha256: String,
    /// How many bytes follow the line.
    pub(crate) bytes: usize,
    pub(crate) password: Option<String>,
    pub(crate) settings: Settings,
}

/// What is the same for every input of a run, but for the password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Settings {
    /// The version of the program that asks; a worker of another one refuses.
    pub(crate) version: String,
    /// The names of the formats, in the order in which the outputs are to come.
    pub(crate) formats: Vec<String>,
    /// The tasks that are wanted, as the command line has it.
    pub(crate) only: Vec<String>,
    pub(crate) year: Option<i16>,
    /// The roles of columns, as the command line has them.
    pub(crate) columns: Vec<String>,
    pub(crate) engine: String,
    pub(crate) second_opinion: bool,
    #[serde(rename = "caps")]
    pub(crate) resources: ResourceLimits,
}

/// What a worker may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResourceLimits {
    /// Address space, in MiB.
    pub(crate) memory: u32,
    /// Seconds for one input.
    pub(crate) seconds: u32,
}

/// Why a job was not understood. Only a fault of the program itself, or a person who types one, makes such
/// a job.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("the job could not be read")]
    Read(#[from] io::Error),
    #[error("the job is no line of JSON that a worker knows")]
    Line(#[from] serde_json::Error),
    #[error("the job is of version {0}, and the worker is not")]
    Version(String),
    #[error("the job asks for `{0}`, which the worker does not know")]
    Unknown(String),
    #[error("the input of the job ends too early")]
    Short,
    #[error("the input of the job is not the one whose SHA-256 it names")]
    OtherBytes,
}

/// Reads the line of a job, and no byte after it.
pub(crate) fn line(from: &mut impl BufRead) -> Result<Job, Error> {
    let mut line = Vec::new();
    from.take(MAX_LINE).read_until(b'\n', &mut line)?;
    let job: Job = serde_json::from_slice(&line)?;
    if job.settings.version != VERSION {
        return Err(Error::Version(job.settings.version));
    }
    Ok(job)
}

/// The version of this program.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Job {
    /// Reads the bytes of the input, which follow the line.
    pub(crate) fn bytes(&self, from: &mut impl BufRead) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        from.take(u64::try_from(self.bytes).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        if bytes.len() == self.bytes { Ok(bytes) } else { Err(Error::Short) }
    }
}

impl Settings {
    /// The formats that are wanted.
    pub(crate) fn formats(&self) -> Result<Vec<&'static Format>, Error> {
        let format =
            |name: &String| phuluc::format(name).ok_or_else(|| Error::Unknown(name.clone()));
        self.formats.iter().map(format).collect()
    }

    /// The filters for the tasks that are wanted.
    pub(crate) fn filters(&self) -> Result<Vec<Filter>, Error> {
        let filter = |text: &String| text.parse().map_err(|_| Error::Unknown(text.clone()));
        self.only.iter().map(filter).collect()
    }

    /// The roles of columns.
    fn columns(&self) -> Result<Vec<ColumnRole>, Error> {
        let column = |text: &String| text.parse().map_err(|_| Error::Unknown(text.clone()));
        self.columns.iter().map(column).collect()
    }

    /// How the input is to be read.
    pub(crate) fn options(&self) -> Result<Options, Error> {
        let engine = Engine::ALL.into_iter().find(|engine| engine.name() == self.engine);
        let mut options = timed();
        options.limits.max_millis = u64::from(self.resources.seconds) * 1_000;
        options.year = self.year;
        options.engine = engine.ok_or_else(|| Error::Unknown(self.engine.clone()))?;
        options.second_opinion = self.second_opinion;
        options.roles = column::roles(&self.columns()?);
        options.view = self.formats()?.iter().any(|format| format.view);
        Ok(options)
    }
}

#[cfg(test)]
impl Settings {
    /// Settings that ask for formats and nothing else.
    pub(crate) fn of(formats: &[&str]) -> Self {
        Self {
            version: VERSION.to_owned(),
            formats: formats.iter().map(ToString::to_string).collect(),
            only: Vec::new(),
            year: None,
            columns: Vec::new(),
            engine: Engine::default().name().to_owned(),
            second_opinion: false,
            resources: ResourceLimits { memory: 512, seconds: 5 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> Job {
        let only = vec!["performed".to_owned()];
        let settings = Settings { only, year: Some(2024), ..Settings::of(&["json"]) };
        Job {
            label: "a/b\n.txt".to_owned(),
            name: "b\n.txt".to_owned(),
            sha256: String::new(),
            bytes: 3,
            password: None,
            settings,
        }
    }

    fn written(job: &Job, bytes: &[u8]) -> Vec<u8> {
        [&serde_json::to_vec(job).unwrap()[..], b"\n", bytes].concat()
    }

    #[test]
    fn a_job_is_a_line_and_the_bytes_after_it() {
        let written = written(&job(), b"x\ny");
        let mut from = &written[..];
        let read = line(&mut from).unwrap();
        assert_eq!(read, job());
        assert_eq!(read.bytes(&mut from).unwrap(), b"x\ny");
    }

    #[test]
    fn what_no_program_of_this_version_asks_is_refused() {
        let mut other = job();
        other.settings.version = "0.0.0".to_owned();
        assert!(matches!(line(&mut &written(&other, b"")[..]), Err(Error::Version(_))));
        assert!(matches!(line(&mut &b"{}\n"[..]), Err(Error::Line(_))));
        let written = written(&job(), b"x");
        let mut from = &written[..];
        assert!(matches!(line(&mut from).unwrap().bytes(&mut from), Err(Error::Short)));
        let mut settings = job().settings;
        settings.engine = "none".to_owned();
        assert!(matches!(settings.options(), Err(Error::Unknown(_))));
    }
}
