//! Cells and titles that end in a comma.

use phuluc_model::{Code, Diagnostic};

use crate::doubt::finding::Suspicion;

/// The last word, where a comma ends the text; what should follow is not known.
pub(super) fn finding(text: &str) -> Option<Suspicion> {
    let text = text.trim_end();
    let found = text.split_whitespace().next_back().filter(|word| word.ends_with(','))?;
    Some(Suspicion {
        said: Diagnostic::new(Code::CellEndsInComma),
        start: text.len() - found.len(),
        found: found.to_owned(),
        suggestion: None,
    })
}
