//! Words that look wrong, each with its place and what it may stand for.

use phuluc_model::{Diagnostic, Role, Text};

/// What to doubt in a text, in its order.
#[must_use]
pub fn doubts(_text: &Text, _field: Option<Role>) -> Vec<Diagnostic> {
    Vec::new()
}
