//! An error as its sentences, so that one process can write it and another one print it.

use std::error::Error;
use std::fmt;

use phuluc::messages::{self, Lang};
use phuluc::model::Coded;
use serde::{Deserialize, Serialize};

/// An error of the command, which is said in a language together with why it came to it.
pub(crate) trait Said: Coded + Sized {
    /// Why it came to it, where something else says why.
    fn cause(&self, lang: Lang) -> Option<ErrorMessage>;

    /// Its sentences.
    fn message(&self, lang: Lang) -> ErrorMessage {
        let cause = self.cause(lang).map(Box::new);
        ErrorMessage { sentence: messages::error(lang, self), cause }
    }
}

/// An error of which the English sentence is what it displays.
macro_rules! in_english {
    ($error:ty) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&phuluc::messages::error(phuluc::messages::Lang::En, self))
            }
        }
    };
}
pub(crate) use in_english;

/// A sentence and why it came to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ErrorMessage {
    sentence: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<Box<Self>>,
}

impl ErrorMessage {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), cause: None }
    }

    /// The sentence because of what another one says.
    pub(crate) fn because(self, cause: impl Into<String>) -> Self {
        Self { cause: Some(Box::new(Self::new(cause))), ..self }
    }

    /// Why it came to the sentence, or the sentence itself where nothing says why.
    pub(crate) fn cause(self) -> Self {
        self.cause.map_or_else(|| Self::new(self.sentence), |cause| *cause)
    }

    /// An error of another library and its causes, in the words of that library.
    pub(crate) fn of(error: &dyn Error) -> Self {
        let cause = error.source().map(|cause| Box::new(Self::of(cause)));
        Self { sentence: error.to_string(), cause }
    }

    /// The sentence, and then why, each for a line of its own.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self), |message| message.cause.as_deref())
            .map(|message| message.sentence.as_str())
    }
}

impl fmt::Display for ErrorMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::InputError;

    #[test]
    fn an_error_keeps_its_causes() {
        let parse = || InputError::Parse {
            name: "a.txt".to_owned(),
            source: phuluc::InputError::Empty.into(),
        };
        let message = parse().message(Lang::En);
        let lines: Vec<&str> = message.lines().collect();
        let expected =
            ["`a.txt` could not be read", "the input is empty or holds only white space"];
        assert_eq!(lines, expected);
        let read: ErrorMessage =
            serde_json::from_str(&serde_json::to_string(&message).unwrap()).unwrap();
        assert_eq!(read, message);
        let vietnamese = parse().message(Lang::Vi);
        let lines: Vec<&str> = vietnamese.lines().collect();
        assert_eq!(lines, ["Không đọc được `a.txt`.", "Tệp trống hoặc chỉ có khoảng trắng."]);
    }
}
