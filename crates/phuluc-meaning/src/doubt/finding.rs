//! What a rule doubts in a text.

use phuluc_model::{Diagnostic, Role, Text};

/// What a rule doubts, before it has a place on a page.
pub(super) struct Suspicion {
    /// The code with its variant and arguments.
    pub(super) said: Diagnostic,
    /// The byte offset in the text.
    pub(super) start: usize,
    pub(super) found: String,
    pub(super) suggestion: Option<String>,
}

impl Suspicion {
    pub(super) fn diagnostic(self, text: &Text, field: Option<Role>) -> Diagnostic {
        let mut diagnostic = self.said.at(text.place_at(self.start)).found(self.found);
        diagnostic.field = field;
        diagnostic.suggestion = self.suggestion;
        diagnostic
    }
}
