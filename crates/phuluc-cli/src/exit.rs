//! Exit codes: how a run ended.

use std::process::ExitCode;

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
