//! The errors of reading the JSON of a report.

use std::fmt;

use phuluc_messages::Lang;
use phuluc_model::{Arguments, Coded};
use serde_json::error::Category;

use super::path::path_at;

/// How deep arrays and objects may be nested: the limit of `serde_json`, beyond which it returns an error.
const MAX_DEPTH: usize = 128;

/// Why the JSON of a report was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The JSON is longer than [`Limits::max_bytes`](super::Limits::max_bytes).
    TooManyBytes {
        /// Bytes of the JSON.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// The document has more tasks than [`Limits::max_tasks`](super::Limits::max_tasks).
    TooManyTasks {
        /// Tasks of the document.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// Arrays and objects stand too deep in each other.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// The bytes are no JSON, or not to their end.
    Broken {
        /// The line, from one.
        line: usize,
        /// The byte of the line, from one; zero before the first.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// The JSON says that it is something else, or does not say what it is.
    Schema {
        /// Its `schema`.
        found: Option<String>,
    },
    /// The JSON is of a version that is not known.
    Version {
        /// Its version.
        found: String,
    },
    /// A value is missing, of the wrong kind, or contradicts another one.
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
            Self::TooManyTasks { .. } => "json_too_many_tasks",
            Self::TooDeep { .. } => "json_too_deep",
            Self::Broken { .. } => "json_broken",
            Self::Schema { found: Some(_) } => "json_schema",
            Self::Schema { found: None } => "json_no_schema",
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

impl Coded for ReadError {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn arguments(&self) -> Arguments {
        let none = Arguments::new();
        match self {
            Self::TooManyBytes { found, limit } | Self::TooManyTasks { found, limit } => {
                none.with("found", *found).with("limit", *limit)
            }
            Self::TooDeep { limit } => none.with("limit", *limit),
            Self::Broken { line, column, reason } => {
                none.with("line", *line).with("column", *column).with("reason", reason.as_str())
            }
            Self::Schema { found: Some(found) } | Self::Version { found } => {
                none.with("found", found.as_str())
            }
            Self::Schema { found: None } => none,
            Self::Value { path, reason } => {
                let whole = usize::from(path.is_empty());
                none.with("whole", whole)
                    .with("path", path.as_str())
                    .with("reason", reason.as_str())
            }
        }
    }
}

/// In English; [`phuluc_messages::error`] says it in another language.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&phuluc_messages::error(Lang::En, self))
    }
}
