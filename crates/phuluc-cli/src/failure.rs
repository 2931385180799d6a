//! Why a run ends early, and with which exit code.

use crate::batch::manifest::ManifestError;
use crate::input::InputError;
use crate::output::OutputError;
use std::io;

use phuluc::messages::{Lang, words};

use crate::exit::Exit;
use crate::message::{ErrorMessage, Said as _};
use crate::system;
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
    /// No process could be started that reads documents.
    #[error(transparent)]
    Worker(io::Error),
}

impl Failure {
    /// What it says, and why it came to it.
    pub(crate) fn message(&self, lang: Lang) -> ErrorMessage {
        match self {
            Self::Usage(error) => error.message(lang),
            Self::Input(error) => error.message(lang),
            Self::Output(error) => error.message(lang),
            Self::Manifest(error) => error.message(lang),
            Self::Worker(error) => {
                ErrorMessage::new(words(lang, "worker-none")).because(system::said(lang, error))
            }
        }
    }

    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Output(_) | Self::Manifest(ManifestError::Io { .. }) => Exit::Unwritten,
            Self::Usage(_) | Self::Manifest(_) => Exit::Usage,
            Self::Input(_) | Self::Worker(_) => Exit::Nothing,
        }
    }
}
