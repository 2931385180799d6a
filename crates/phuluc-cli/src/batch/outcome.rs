//! What became of one input.

use crate::message::ErrorMessage;
use crate::status::Status;
use crate::worker::answer::Answer;

/// What became of an input, and the messages about it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) label: String,
    pub(crate) status: Status,
    /// The name of the error, where it has one.
    pub(crate) code: Option<String>,
    pub(crate) error: Option<ErrorMessage>,
    pub(crate) diagnostics: Vec<String>,
    pub(crate) note: Option<String>,
    pub(crate) tasks: usize,
    pub(crate) bytes: usize,
    /// Whether an earlier run did it.
    pub(crate) earlier: bool,
    /// The manifest could not be written.
    pub(crate) unrecorded: Option<ErrorMessage>,
}

impl Outcome {
    pub(super) fn new(label: String, status: Status) -> Self {
        Self {
            label,
            status,
            code: None,
            error: None,
            diagnostics: Vec::new(),
            note: None,
            tasks: 0,
            bytes: 0,
            earlier: false,
            unrecorded: None,
        }
    }

    pub(super) fn failed(label: String, status: Status, error: ErrorMessage) -> Self {
        Self { error: Some(error), ..Self::new(label, status) }
    }

    pub(super) fn answered(label: String, answer: Answer) -> Self {
        let Answer { status, code, error, diagnostics, note, tasks, .. } = answer;
        Self { code, error, diagnostics, note, tasks, ..Self::new(label, status) }
    }
}
