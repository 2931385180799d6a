//! What became of an input: the words of the manifest and of the report.

use std::borrow::Cow;

use phuluc::messages::{Lang, words};
use serde::{Deserialize, Serialize};

use crate::exit::Exit;

/// What became of an input. The names are a promise: other programs read them in the manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Converted,
    /// Converted, and something of it was lost: a page, letters, rows.
    ConvertedWithLosses,
    /// It was found in a folder, is of no kind that is read, and has no name that says it were.
    LeftOut,
    /// It was read and holds no task table.
    NoTable,
    /// It could not be read; the error says why.
    Failed,
    /// An output could not be made or written.
    Unwritten,
    /// The program failed on it, which is its own fault.
    Panicked,
    /// The worker's stack was full, so the system ended it.
    StackOverflow,
    /// The worker asked for more memory than it may have.
    OutOfMemory,
    /// The worker used more time of the processor than it may.
    CpuLimit,
    /// The worker took longer than it may.
    TimeLimit,
    /// The system ended the worker in another way.
    Aborted,
    /// The worker ended and what it answered is not what a worker says.
    BadAnswer,
    /// No worker could be started.
    NotStarted,
    /// Several runs ended while they were at it, so it is no longer tried.
    SetAside,
    /// The run was ended before it was done.
    Interrupted,
}

impl Status {
    /// Whether there are outputs.
    pub(crate) const fn has_outputs(self) -> bool {
        matches!(self, Self::Converted | Self::ConvertedWithLosses)
    }

    /// Whether there is something that another try may make good.
    pub(crate) const fn is_failure(self) -> bool {
        !matches!(self, Self::Converted | Self::ConvertedWithLosses | Self::LeftOut)
    }

    /// Whether a later run need not do it again.
    pub(crate) const fn is_final(self) -> bool {
        !matches!(self, Self::Interrupted | Self::NotStarted | Self::Unwritten)
    }

    /// Whether a worker may answer it; the others are what its parent finds.
    pub(crate) const fn may_come_from_a_worker(self) -> bool {
        matches!(
            self,
            Self::Converted
                | Self::ConvertedWithLosses
                | Self::NoTable
                | Self::Failed
                | Self::Unwritten
                | Self::Panicked
                | Self::OutOfMemory
        )
    }

    /// The words for it in sentences; in English its name.
    pub(crate) fn words(self, lang: Lang) -> Cow<'static, str> {
        words(lang, &format!("status-{}", self.name()))
    }

    /// The name in the manifest and the report.
    pub(crate) fn name(self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|name| Some(name.as_str()?.to_owned()))
            .unwrap_or_default()
    }
}

/// The exit code of a run, out of what became of its inputs.
pub(crate) fn exit(statuses: impl IntoIterator<Item = Status>) -> Exit {
    let (mut outputs, mut losses, mut unwritten, mut interrupted) = (false, false, false, false);
    for status in statuses {
        outputs |= status.has_outputs();
        losses |= status == Status::ConvertedWithLosses || status.is_failure();
        unwritten |= status == Status::Unwritten;
        interrupted |= status == Status::Interrupted;
    }
    match () {
        () if interrupted => Exit::Interrupted,
        () if unwritten => Exit::Unwritten,
        () if !outputs => Exit::Nothing,
        () if losses => Exit::Losses,
        () => Exit::Complete,
    }
}

#[cfg(test)]
mod tests {
    use super::Status::*;
    use super::*;

    #[test]
    fn the_exit_code_follows_from_the_statuses() {
        assert_eq!(exit([Converted, LeftOut]), Exit::Complete);
        assert_eq!(exit([ConvertedWithLosses]), Exit::Losses);
        assert_eq!(exit([Converted, Failed]), Exit::Losses);
        assert_eq!(exit([Converted, StackOverflow]), Exit::Losses);
        assert_eq!(exit([Failed, TimeLimit]), Exit::Nothing);
        assert_eq!(exit([LeftOut]), Exit::Nothing);
        assert_eq!(exit([Converted, Failed, Unwritten]), Exit::Unwritten);
        assert_eq!(exit([Converted, Unwritten, Interrupted]), Exit::Interrupted);
    }

    #[test]
    fn names_are_those_of_the_manifest() {
        assert_eq!(ConvertedWithLosses.name(), "converted_with_losses");
        assert_eq!(CpuLimit.name(), "cpu_limit");
        assert_eq!(CpuLimit.words(Lang::En), "cpu_limit");
        assert_eq!(Converted.words(Lang::Vi), "đã chuyển đổi");
    }
}
