//! How a run ends: exit codes, and the failures that end it early.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::batch::manifest;
use crate::{input, output};

/// The exit codes. They are a promise: `tests/command.rs` holds each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All converted.
    Complete = 0,
    /// Converted with losses, or some inputs failed.
    Losses = 1,
    /// The command line asks for what cannot be.
    Usage = 2,
    /// Nothing converted.
    Nothing = 3,
    /// An output could not be written.
    Unwritten = 4,
    /// The user ended the run.
    Interrupted = 130,
}

impl Exit {
    const ALL: [Self; 6] = [
        Self::Complete,
        Self::Losses,
        Self::Usage,
        Self::Nothing,
        Self::Unwritten,
        Self::Interrupted,
    ];

    /// The exit that a process of this program ended with.
    pub(crate) fn of_code(code: i32) -> Option<Self> {
        Self::ALL.into_iter().find(|exit| *exit as i32 == code)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a run ends early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Usage(#[from] Usage),
    #[error(transparent)]
    Input(#[from] input::Error),
    #[error(transparent)]
    Output(#[from] output::Error),
    #[error(transparent)]
    Manifest(#[from] manifest::Error),
    #[error("no worker process can be started")]
    Worker(#[source] io::Error),
}

impl Failure {
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Output(_) | Self::Manifest(manifest::Error::Io { .. }) => Exit::Unwritten,
            Self::Usage(_) | Self::Manifest(_) => Exit::Usage,
            Self::Input(_) | Self::Worker(_) => Exit::Nothing,
        }
    }
}

/// What a command line asks for and cannot have. Nothing was read or written then.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Usage {
    #[error("several inputs or formats do not fit on standard output; give --out-dir DIR")]
    SeveralOnStdout,
    #[error("-o takes one input and one format; give --out-dir DIR for several")]
    SeveralInOneFile,
    #[error(
        "`{first}` and `{second}` would both be written to `{}`; convert them apart",
        output.display()
    )]
    SameOutput { first: String, second: String, output: PathBuf },
    #[error("`{}` is an input and would be overwritten; choose another output", output.display())]
    OutputIsInput { output: PathBuf },
    #[error("a manifest needs a folder for the outputs; give --out-dir DIR")]
    ManifestWithoutFolder,
    #[error(
        "the report goes to standard output, and so do the records; give -o FILE or --out-dir DIR"
    )]
    ReportOnStdout,
    #[error("standard input can be read only once")]
    StdinTwice,
    #[error("`{}` is not a folder", path.display())]
    NotAFolder { path: PathBuf },
    #[error("there is no command `{name}`; phuluc --help names them")]
    NoSuchCommand { name: String },
    #[error("the password file `{}` could not be read", path.display())]
    PasswordFile { path: PathBuf, source: io::Error },
}
