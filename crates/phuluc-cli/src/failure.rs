//! Why a run ends early, and with which exit code.

use std::io;

use crate::batch::manifest::ManifestError;
use crate::exit::Exit;
use crate::input::InputError;
use crate::output::OutputError;
use crate::usage::Usage;

/// Why a run ends early.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Usage(#[from] Usage),
    #[error(transparent)]
    Input(#[from] InputError),
    #[error(transparent)]
    Output(#[from] OutputError),
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    #[error("no worker process can be started")]
    Worker(#[source] io::Error),
}

impl Failure {
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Output(_) | Self::Manifest(ManifestError::Io { .. }) => Exit::Unwritten,
            Self::Usage(_) | Self::Manifest(_) => Exit::Usage,
            Self::Input(_) | Self::Worker(_) => Exit::Nothing,
        }
    }
}
