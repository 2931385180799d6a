//! Why a run ends early, and with which exit code.

use std::io;

use crate::batch::manifest;
use crate::exit::Exit;
use crate::usage::Usage;
use crate::{input, output};

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
