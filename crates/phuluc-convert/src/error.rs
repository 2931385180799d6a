//! Why a report was not written.

use std::io;

/// Why a report was not written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The place for the bytes did not take them.
    #[error("the output did not take the bytes")]
    Io(#[from] io::Error),
    /// The report could not be put into JSON.
    #[error("the report could not be put into JSON")]
    Json(#[source] serde_json::Error),
    /// The report could not be put into CSV.
    #[error("the report could not be put into CSV")]
    Csv(#[source] csv::Error),
    /// The document has more tasks than a sheet of a workbook has rows.
    #[error(
        "the document has {found} tasks, more than the {limit} that a sheet holds; take another format"
    )]
    TooManyTasks {
        /// How many it has.
        found: usize,
        /// How many a sheet holds.
        limit: usize,
    },
    /// The report could not be put into a workbook.
    #[cfg(feature = "xlsx")]
    #[error("the report could not be put into a workbook")]
    Xlsx(#[source] rust_xlsxwriter::XlsxError),
}

// The libraries wrap the errors of the output. They are unwrapped here, so that a caller can
// tell a closed pipe without knowing the format.

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
