//! Words that look wrong, each with its place and what it may be.
//!
//! Nothing is rewritten: a doubt is a diagnostic, and its suggestion is for a person. A doubt about
//! a right word costs trust in all others, so each rule says when it is silent.

mod abbreviation;
mod body;
mod digit;
mod ending;
mod finding;
mod fit;
mod foreign;
mod letters;
mod names;
mod repair;
mod spelling;
mod variant;
mod vocabulary;
mod words;

use phuluc_model::{Diagnostic, Role, Text};

use crate::doubt::finding::Suspicion;
use crate::doubt::vocabulary::KnownWords;
use crate::doubt::words::TextWords;

/// What to doubt in a text, in its order.
#[must_use]
pub fn doubts(text: &Text, field: Option<Role>) -> Vec<Diagnostic> {
    TextDoubter::default().doubts(text, field)
}

/// Reads text after text of a document and keeps what it knows of their words.
#[derive(Default)]
pub struct TextDoubter {
    vocabulary: KnownWords,
}

impl TextDoubter {
    /// What to doubt in a text, in its order.
    pub fn doubts(&mut self, text: &Text, field: Option<Role>) -> Vec<Diagnostic> {
        let words = TextWords::new(text.as_str(), &mut self.vocabulary);
        let findings = findings(text.as_str(), &words);
        findings.into_iter().map(|finding| finding.diagnostic(text, field)).collect()
    }
}

fn findings(text: &str, words: &TextWords<'_>) -> Vec<Suspicion> {
    let mut findings = letters::strangers(words);
    for (index, word) in words.iter().enumerate() {
        findings.extend(letters::disorder(word));
        findings.extend(abbreviation::finding(word));
        findings.extend(spelling::finding(words, index));
        findings.extend(body::finding(words, index));
    }
    findings.extend(digit::findings(words, text));
    findings.sort_by_key(|finding| finding.start);
    findings.extend(ending::finding(text));
    findings
}

#[cfg(test)]
mod tests;
