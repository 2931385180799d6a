//! Why a report was not written.

use std::{fmt, io};

use phuluc_messages::Lang;
use phuluc_model::{Arguments, Coded};

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The output failed to take the bytes.
    Io(#[from] io::Error),
    /// The report could not be put into JSON.
    Json(#[source] serde_json::Error),
    /// The report could not be put into CSV.
    Csv(#[source] csv::Error),
    /// The document has more tasks than a sheet of a workbook has rows.
    TooManyTasks {
        /// Tasks of the document.
        found: usize,
        /// Rows of a sheet.
        limit: usize,
    },
    /// The report could not be put into a workbook.
    #[cfg(feature = "xlsx")]
    Xlsx(#[source] rust_xlsxwriter::XlsxError),
}

impl Error {
    /// The name of the error for programs: it stays the same when the sentence changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "output",
            Self::Json(_) => "json",
            Self::Csv(_) => "csv",
            Self::TooManyTasks { .. } => "too_many_tasks",
            #[cfg(feature = "xlsx")]
            Self::Xlsx(_) => "xlsx",
        }
    }
}

impl Coded for Error {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn arguments(&self) -> Arguments {
        match self {
            Self::TooManyTasks { found, limit } => {
                Arguments::new().with("found", *found).with("limit", *limit)
            }
            _ => Arguments::new(),
        }
    }
}

/// In English; [`phuluc_messages::error`] gives the sentence in another language.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&phuluc_messages::error(Lang::En, self))
    }
}

// The libraries wrap the errors of the output. They are unwrapped here, so that a caller can recognise
// a closed pipe without knowing the format.

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        if error.is_io() { Self::Io(error.into()) } else { Self::Json(error) }
    }
}

impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Self {
        if !error.is_io_error() {
            return Self::Csv(error);
        }
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Io(error),
            other => Self::Io(io::Error::other(format!("{other:?}"))),
        }
    }
}

#[cfg(feature = "xlsx")]
impl From<rust_xlsxwriter::XlsxError> for Error {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        match error {
            rust_xlsxwriter::XlsxError::IoError(error) => Self::Io(error),
            other => Self::Xlsx(other),
        }
    }
}
