//! What a worker is asked: one line of JSON, and after it the bytes of the input.

use std::io::{self, BufRead, Read as _};

use phuluc::messages::Lang;
use phuluc::model::{Arguments, Coded};
use phuluc::{Engine, Filter, Format, Options};
use serde::{Deserialize, Serialize};

use crate::column::{self, ColumnRole};
use crate::message::{ErrorMessage, Said, in_english};
use crate::options::timed;
use crate::system;

/// Bytes that the line of a job may have: a name, a password and what is wanted.
const MAX_LINE: u64 = 1 << 20;

/// One input and what is wanted of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Job {
    /// The language of what is said about the input. No output depends on it.
    pub(crate) lang: String,
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
    /// The language of the outputs that a person reads, where the command line names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) outputs_lang: Option<String>,
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
pub(crate) enum JobError {
    Read(#[from] io::Error),
    Line(#[from] serde_json::Error),
    Version(String),
    Unknown(String),
    Short,
    OtherBytes,
}

impl Coded for JobError {
    fn code(&self) -> &'static str {
        match self {
            Self::Read(_) => "job_read",
            Self::Line(_) => "job_line",
            Self::Version(_) => "job_version",
            Self::Unknown(_) => "job_unknown",
            Self::Short => "job_short",
            Self::OtherBytes => "job_other_bytes",
        }
    }

    fn arguments(&self) -> Arguments {
        match self {
            Self::Version(version) => Arguments::new().with("version", version.as_str()),
            Self::Unknown(name) => Arguments::new().with("name", name.as_str()),
            Self::Read(_) | Self::Line(_) | Self::Short | Self::OtherBytes => Arguments::new(),
        }
    }
}

impl Said for JobError {
    fn cause(&self, lang: Lang) -> Option<ErrorMessage> {
        match self {
            Self::Read(error) => Some(ErrorMessage::new(system::said(lang, error))),
            Self::Line(error) => Some(ErrorMessage::of(error)),
            _ => None,
        }
    }
}

in_english!(JobError);

/// Reads the line of a job, and no byte after it.
pub(crate) fn line(from: &mut impl BufRead) -> Result<Job, JobError> {
    let mut line = Vec::new();
    from.take(MAX_LINE).read_until(b'\n', &mut line)?;
    let job: Job = serde_json::from_slice(&line)?;
    if job.settings.version != VERSION {
        return Err(JobError::Version(job.settings.version));
    }
    Ok(job)
}

/// The version of this program.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Job {
    /// The language of what is said about the input.
    pub(crate) fn lang(&self) -> Result<Lang, JobError> {
        self.lang.parse().map_err(|_| JobError::Unknown(self.lang.clone()))
    }

    /// Reads the bytes of the input, which follow the line.
    pub(crate) fn bytes(&self, from: &mut impl BufRead) -> Result<Vec<u8>, JobError> {
        let mut bytes = Vec::new();
        from.take(u64::try_from(self.bytes).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        if bytes.len() == self.bytes { Ok(bytes) } else { Err(JobError::Short) }
    }
}

impl Settings {
    /// The formats that are wanted.
    pub(crate) fn formats(&self) -> Result<Vec<&'static Format>, JobError> {
        let format =
            |name: &String| phuluc::format(name).ok_or_else(|| JobError::Unknown(name.clone()));
        self.formats.iter().map(format).collect()
    }

    /// The filters for the tasks that are wanted.
    pub(crate) fn filters(&self) -> Result<Vec<Filter>, JobError> {
        let filter = |text: &String| text.parse().map_err(|_| JobError::Unknown(text.clone()));
        self.only.iter().map(filter).collect()
    }

    /// The language of the outputs that a person reads, where one is asked for.
    pub(crate) fn outputs_lang(&self) -> Result<Option<Lang>, JobError> {
        let lang = |name: &String| name.parse().map_err(|_| JobError::Unknown(name.clone()));
        self.outputs_lang.as_ref().map(lang).transpose()
    }

    /// The roles of columns.
    fn columns(&self) -> Result<Vec<ColumnRole>, JobError> {
        let column = |text: &String| text.parse().map_err(|_| JobError::Unknown(text.clone()));
        self.columns.iter().map(column).collect()
    }

    /// How the input is to be read.
    pub(crate) fn options(&self) -> Result<Options, JobError> {
        let engine = Engine::ALL.into_iter().find(|engine| engine.name() == self.engine);
        let mut options = timed();
        options.limits.max_millis = u64::from(self.resources.seconds) * 1_000;
        options.year = self.year;
        options.engine = engine.ok_or_else(|| JobError::Unknown(self.engine.clone()))?;
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
            outputs_lang: None,
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
            lang: "vi".to_owned(),
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
        assert!(matches!(line(&mut &written(&other, b"")[..]), Err(JobError::Version(_))));
        assert!(matches!(line(&mut &b"{}\n"[..]), Err(JobError::Line(_))));
        let written = written(&job(), b"x");
        let mut from = &written[..];
        assert!(matches!(line(&mut from).unwrap().bytes(&mut from), Err(JobError::Short)));
        let mut settings = job().settings;
        settings.engine = "none".to_owned();
        assert!(matches!(settings.options(), Err(JobError::Unknown(_))));
    }
}
