//! The errors of reading the JSON of a report.

use serde_json::error::Category;

use super::path::path_at;

/// How deep arrays and objects may be nested: the limit of `serde_json`, beyond which it returns an error.
const MAX_DEPTH: usize = 128;

/// Why the JSON of a report was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The JSON is longer than [`Limits::max_bytes`](super::Limits::max_bytes).
    #[error("the JSON has {found} bytes, more than the limit of {limit} (max_bytes)")]
    TooManyBytes {
        /// Bytes of the JSON.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The document has more tasks than [`Limits::max_tasks`](super::Limits::max_tasks).
    #[error("the document has {found} tasks, more than the limit of {limit} (max_tasks)")]
    TooManyTasks {
        /// Tasks of the document.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// Arrays and objects are nested too deep.
    #[error("the JSON is nested more than {limit} levels deep")]
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// The bytes are not JSON, or the JSON is incomplete.
    #[error("the JSON is broken at line {line}, column {column}: {reason}; write it again")]
    Broken {
        /// The line, from one.
        line: usize,
        /// The byte of the line, from one; zero before the first.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// The `schema` of the JSON is another one, or is missing.
    #[error(
        "the JSON {}; only `phuluc/document` can be read",
        match found {
            Some(found) => format!("is a `{found}`"),
            None => "does not say what it is (`schema`)".to_owned(),
        }
    )]
    Schema {
        /// Its `schema`.
        found: Option<String>,
    },
    /// The version of the JSON is unknown.
    #[error(
        "the JSON is of version {found} of `phuluc/document`; this program reads 1.0 and all later 1.x"
    )]
    Version {
        /// Its version.
        found: String,
    },
    /// A value is missing, of the wrong kind, or contradicts another one.
    #[error(
        "{} cannot be read: {reason}",
        if path.is_empty() { "the JSON".to_owned() } else { format!("`{path}`") }
    )]
    Value {
        /// The path of the value, such as `appendices[0].sections[2].tasks[5].number`; empty for the whole.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl ReadError {
    /// The name of the error for programs: it stays the same when the sentence changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooManyBytes { .. } => "too_many_bytes",
            Self::TooManyTasks { .. } => "too_many_tasks",
            Self::TooDeep { .. } => "json_too_deep",
            Self::Broken { .. } => "json_broken",
            Self::Schema { .. } => "json_schema",
            Self::Version { .. } => "json_version",
            Self::Value { .. } => "json_value",
        }
    }

    /// Makes the error from the one that `serde_json` gives for these bytes.
    pub(super) fn from_json(bytes: &[u8], error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let message = error.to_string();
        let reason = message.strip_suffix(&format!(" at line {line} column {column}"));
        let reason = reason.unwrap_or(&message).to_owned();
        match error.classify() {
            Category::Data => Self::Value { path: path_at(bytes, line, column), reason },
            _ if reason == "recursion limit exceeded" => Self::TooDeep { limit: MAX_DEPTH },
            _ => Self::Broken { line, column, reason },
        }
    }
}
