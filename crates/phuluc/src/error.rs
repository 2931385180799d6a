//! Why there is no document at all.

use std::fmt;

use phuluc_convert::json;
use phuluc_messages::Lang;
use phuluc_model::{Arguments, Coded};
use phuluc_parser::Stage;

/// Why an input could not be read, or a stage of it not be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A PDF or a text could not be read.
    Input(phuluc_parser::Error),
    /// A JSON could not be read, or is no `phuluc/document`.
    Json(json::ReadError),
    /// The input is a `phuluc/document`, and a stage of reading was asked for of which it keeps nothing.
    NoStage(Stage),
}

impl Error {
    /// The name of the error for programs: it stays when the sentence is worded anew.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Input(error) => error.code(),
            Self::Json(error) => error.code(),
            Self::NoStage(_) => "json_no_stage",
        }
    }
}

impl Coded for Error {
    fn code(&self) -> &'static str {
        Self::code(self)
    }

    fn arguments(&self) -> Arguments {
        match self {
            Self::Input(error) => error.arguments(),
            Self::Json(error) => error.arguments(),
            Self::NoStage(stage) => Arguments::new().with("stage", stage.name()),
        }
    }
}

/// In English; [`phuluc_messages::error`](crate::messages::error) says it in another language.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&phuluc_messages::error(Lang::En, self))
    }
}

impl From<phuluc_parser::Error> for Error {
    fn from(error: phuluc_parser::Error) -> Self {
        Self::Input(error)
    }
}

impl From<json::ReadError> for Error {
    fn from(error: json::ReadError) -> Self {
        Self::Json(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_sentence_in_every_language() {
        let (found, limit, reason) = (2, 1, "wrong".to_owned());
        let broken = json::ReadError::Broken { line: 1, column: 2, reason: reason.clone() };
        let errors = [
            Error::Input(phuluc_parser::Error::Empty),
            json::ReadError::TooManyBytes { found, limit }.into(),
            json::ReadError::TooManyTasks { found, limit }.into(),
            json::ReadError::TooDeep { limit }.into(),
            broken.into(),
            json::ReadError::Schema { found: Some("x".to_owned()) }.into(),
            json::ReadError::Schema { found: None }.into(),
            json::ReadError::Version { found: "2.0".to_owned() }.into(),
            json::ReadError::Value { path: String::new(), reason: reason.clone() }.into(),
            json::ReadError::Value { path: "audit".to_owned(), reason }.into(),
            Error::NoStage(Stage::Lines),
        ];
        for error in errors {
            for lang in Lang::ALL {
                let said = phuluc_messages::error(lang, &error);
                assert!(said.contains(' ') && !said.starts_with("error-"), "{lang}: {said}");
            }
        }
    }
}
