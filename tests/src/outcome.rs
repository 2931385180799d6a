//! What becomes of a sample: a score, or the sentence with which it is refused.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs;

use phuluc_model::Severity;
use phuluc_parser::{Error as Refusal, Options, Parsed, parse};
use serde_json::Value;

use crate::reading::reading;
use crate::samples::{Sample, read};
use crate::score::{Score, score};
use crate::truth::Spaces;

/// What became of a sample.
#[derive(Debug)]
pub struct Outcome {
    /// The score; `None` when there is no document at all.
    pub score: Option<Score>,
    /// Whether every word of the input is accounted for; `None` where nobody counts them.
    pub balances: Option<bool>,
    /// What was said about it: the sentence that refuses it, the codes of what was lost.
    pub said: Vec<String>,
}

/// Reads a sample and compares it with its truth. A PDF that needs a password is first refused, which
/// is part of the outcome, and then read with the password given.
pub fn outcome(
    sample: &Sample,
    password: Option<&str>,
    spaces: Spaces,
) -> Result<Outcome, Box<dyn Error>> {
    if sample.input.extension().is_some_and(|extension| extension == "json") {
        return peer(sample, spaces);
    }
    let bytes = fs::read(&sample.input)?;
    // Flattened text does not tell paragraphs.
    let spaces = if sample.kind == "pdf" { spaces } else { spaces.max(Spaces::Folded) };
    let mut options = Options::default();
    let mut said = Vec::new();
    let mut parsed = parse(&bytes, &options);
    if let (Err(error @ Refusal::Password { .. }), Some(_)) = (&parsed, password) {
        said.push(format!("{}, without the password: {error}", sample.document));
        options.password = password.map(str::to_owned);
        parsed = parse(&bytes, &options);
    }
    match parsed {
        Err(error) => {
            said.push(format!("{}: {error}", sample.document));
            Ok(Outcome { score: None, balances: None, said })
        }
        Ok(parsed) => {
            said.extend(losses(&parsed));
            let balances = Some(parsed.document.audit().balances());
            let score = score(&reading(&parsed), &sample.truth, spaces);
            Ok(Outcome { score: Some(score), balances, said })
        }
    }
}

/// The names of losses, each once.
fn losses(parsed: &Parsed) -> BTreeSet<String> {
    let losses = parsed.diagnostics.iter().filter(|d| d.severity() == Severity::Error);
    losses.map(|loss| loss.code.to_string()).collect()
}

/// What another tool read.
fn peer(sample: &Sample, spaces: Spaces) -> Result<Outcome, Box<dyn Error>> {
    let document = read(&sample.input)?;
    let (score, said) = match document.get("error").and_then(Value::as_str) {
        Some(error) => (None, vec![format!("{}: {error}", sample.document)]),
        None => (Some(score(&document, &sample.truth, spaces.max(Spaces::Folded))), Vec::new()),
    };
    Ok(Outcome { score, balances: None, said })
}
