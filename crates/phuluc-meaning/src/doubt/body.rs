//! Names of bodies that begin with a small letter.
//!
//! Nghị định 30/2020/NĐ-CP, Phụ lục II, IV: the first letter of the words for the kind of a body is
//! a capital. The heads here name bodies and nothing else.

use phuluc_model::{Code, Diagnostic};

use crate::doubt::finding::Suspicion;
use crate::doubt::names::HEADS;
use crate::doubt::vocabulary::{Case, capitalised};
use crate::doubt::words::TextWords;

/// How many words at `index` are the head of a body's name, where the first has the key `first`.
pub(super) fn head(words: &TextWords, index: usize, first: &str) -> Option<usize> {
    let is_head = |(opens, rest): &&(&str, &[&str])| {
        let mut run = words.run(index).skip(1);
        *opens == first && rest.iter().all(|key| run.next().is_some_and(|word| word.key == *key))
    };
    HEADS.iter().find(is_head).map(|(_, rest)| rest.len() + 1)
}

/// The head of a body's name in small letters.
pub(super) fn finding(words: &TextWords, index: usize) -> Option<Suspicion> {
    let word = words.get(index)?;
    if !word.opens_body || word.case != Case::Small || word.tied {
        return None;
    }
    let length = head(words, index, &word.key)?;
    let found = words.run(index).take(length).map(|word| word.raw).collect::<Vec<_>>().join(" ");
    Some(Suspicion {
        said: Diagnostic::new(Code::ProperNameCase).with("words", found.as_str()),
        start: word.start,
        suggestion: Some(capitalised(&found)),
        found,
    })
}
