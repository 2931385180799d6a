//! An error as its sentences, so that one process can write it and another one print it.

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Causes that are kept; no error of this program has more.
const MAX_CAUSES: usize = 8;

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

    /// The sentences of an error.
    pub(crate) fn of(error: &dyn Error) -> Self {
        let mut sentences = vec![error.to_string()];
        let mut cause = error.source();
        while let Some(error) = cause.filter(|_| sentences.len() < MAX_CAUSES) {
            sentences.push(error.to_string());
            cause = error.source();
        }
        let chained = sentences
            .into_iter()
            .rev()
            .fold(None, |cause, sentence| Some(Box::new(Self { sentence, cause })));
        chained.map_or_else(|| Self::new(""), |whole| *whole)
    }
}

impl fmt::Display for ErrorMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl Error for ErrorMessage {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;

    #[test]
    fn an_error_keeps_its_causes() {
        let error = input::Error::parse("a.txt".to_owned(), phuluc::InputError::Empty.into());
        let message = ErrorMessage::of(&error);
        assert_eq!(message.to_string(), error.to_string());
        let cause = message.source().unwrap();
        assert_eq!(cause.to_string(), "the input is empty or holds only white space");
        assert!(cause.source().is_none());
        let read: ErrorMessage =
            serde_json::from_str(&serde_json::to_string(&message).unwrap()).unwrap();
        assert_eq!(read, message);
    }
}
