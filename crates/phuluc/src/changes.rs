//! What changed between two readings, for a person and for programs.

use std::io;

use phuluc_compare::{Comparison, compare};
use phuluc_convert::{Source, diff as json};
use phuluc_messages::Lang;

use crate::colour::Colour;
use crate::diff_text;
use crate::reading::Reading;

/// Compares two versions of a plan. They may be inputs of different kinds: white space is no difference.
#[must_use]
pub fn diff<'a>(old: &'a Reading, new: &'a Reading) -> Changes<'a> {
    let comparison = compare(old.document(), new.document());
    Changes { old: old.source(), new: new.source(), comparison }
}

/// What changed between two readings.
#[derive(Debug, Clone)]
pub struct Changes<'a> {
    old: Source<'a>,
    new: Source<'a>,
    comparison: Comparison<'a>,
}

impl Changes<'_> {
    /// The tasks, sections and tables that came, went, moved or have other words.
    #[must_use]
    pub const fn comparison(&self) -> &Comparison<'_> {
        &self.comparison
    }

    /// Whether nothing changed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.comparison.is_empty()
    }

    /// Writes the changes as JSON of the shape `phuluc/diff`.
    pub fn write_json(&self, out: &mut dyn io::Write) -> Result<(), phuluc_convert::Error> {
        let Self { old, new, comparison } = self;
        json::write(&json::Diff { old: *old, new: *new, comparison }, out)
    }

    /// The changes for a person: a line for each, its cells below it, and how many there are. `names` is
    /// what the old and the new input are called. Names of cells are those of the outputs in each language.
    ///
    /// `+` came, `-` went, `>` moved, `~` changed, `=` has another number. Words that went are in
    /// `[-…-]`, words that came in `{+…+}`, as in `git diff --word-diff`. What a terminal obeys is escaped.
    #[must_use]
    pub fn to_text(&self, lang: Lang, names: [&str; 2], colour: Colour) -> String {
        diff_text::text(lang, names, &self.comparison, colour)
    }
}

#[cfg(test)]
mod tests {
    use phuluc_parser::Options;

    use super::*;
    use crate::reading::read;

    fn reading(lead: &str) -> Reading {
        let text = format!(
            "TT\tNội dung công việc\tĐơn vị chủ trì\n1\tRà soát văn bản\t{lead}\n2\tBáo cáo năm\tSở Nội vụ\n"
        );
        read(text.as_bytes(), "plan.tsv", &Options::new()).unwrap()
    }

    #[test]
    fn the_same_reading_has_no_changes() {
        let reading = reading("Phòng Tư pháp");
        let changes = diff(&reading, &reading);
        assert!(changes.is_empty());
        let text = changes.to_text(Lang::En, ["a", "b"], Colour::Off);
        assert_eq!(text, "no difference: 2 tasks are the same\n");
    }

    #[test]
    fn a_change_is_shown_to_people_and_programs() {
        let (old, new) = (reading("Phòng Tư pháp"), reading("Sở Tư pháp"));
        let changes = diff(&old, &new);
        let text = changes.to_text(Lang::En, ["old", "new"], Colour::Off);
        assert!(text.starts_with("--- old\n+++ new\n~ "), "{text}");
        assert!(text.contains("    lead_unit: [-Phòng-] {+Sở+} Tư pháp\n"), "{text}");
        let mut bytes = Vec::new();
        changes.write_json(&mut bytes).unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value["counts"]["changed"], 1);
        assert_eq!(value["old"]["sha256"], old.source().sha256);
    }
}
