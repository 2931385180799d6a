//! The words of a cell, with marks around those that went and those that came.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::colour::Colour;
use crate::visible::visible;

/// Of cells with more words the old one is shown whole and then the new one, because finding their common words takes the
/// square of their number.
const MAX_WORDS: usize = 2_000;

/// The text on one line, a space between its words.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell as it was and as it is in one line.
pub(super) fn marked(old: Option<&str>, new: Option<&str>, colour: Colour) -> String {
    let words = |text: Option<&str>| -> Vec<String> {
        text.unwrap_or_default().split_whitespace().map(visible).collect()
    };
    let (old, new) = (words(old), words(new));
    let mut marked = Vec::new();
    for op in ops(&old, &new) {
        let (before, after) = (op.old_range(), op.new_range());
        let was = old.get(before).unwrap_or_default().join(" ");
        let is = new.get(after).unwrap_or_default().join(" ");
        if let DiffOp::Equal { .. } = op {
            marked.push(is);
            continue;
        }
        if !was.is_empty() {
            marked.push(colour.removed(&format!("[-{was}-]")));
        }
        if !is.is_empty() {
            marked.push(colour.added(&format!("{{+{is}+}}")));
        }
    }
    marked.join(" ")
}

/// The parts of two cells; all of one for all of the other where hardly a word is the same.
fn ops(old: &[String], new: &[String]) -> Vec<DiffOp> {
    let (old_len, new_len) = (old.len(), new.len());
    let whole = vec![DiffOp::Replace { old_index: 0, old_len, new_index: 0, new_len }];
    if old_len.max(new_len) > MAX_WORDS {
        return whole;
    }
    let ops = capture_diff_slices(Algorithm::Myers, old, new);
    let same = |op: &DiffOp| match op {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    };
    // Single words that two sentences share by chance would cut both to pieces.
    if 3 * ops.iter().map(same).sum::<usize>() < old_len.max(new_len) { whole } else { ops }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        assert_eq!(marked(Some(old), Some(new), Colour::Off), expected);
    }

    #[test]
    fn marks_the_words_that_went_and_came() {
        check("Phòng Nội vụ", "Sở Nội vụ", "[-Phòng-] {+Sở+} Nội vụ");
        check("Quý II\nQuý III", "Quý II", "Quý II [-Quý III-]");
        check("Thường xuyên", "Trước ngày 15/12", "[-Thường xuyên-] {+Trước ngày 15/12+}");
        check("a b c d e f g", "x b y z u v w", "[-a b c d e f g-] {+x b y z u v w+}");
    }

    #[test]
    fn an_empty_cell_has_no_words() {
        assert_eq!(marked(None, Some("Báo cáo"), Colour::Off), "{+Báo cáo+}");
        assert_eq!(marked(Some("Báo cáo"), None, Colour::Off), "[-Báo cáo-]");
    }

    #[test]
    fn colours_are_around_the_marks() {
        let marked = marked(Some("Quý I"), Some("Quý II"), Colour::On);
        assert_eq!(marked, "Quý \u{1b}[31m[-I-]\u{1b}[0m \u{1b}[32m{+II+}\u{1b}[0m");
    }

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        check("a \u{1b}[2J", "a b", r"a [-\u{1b}[2J-] {+b+}");
    }

    #[test]
    fn long_cells_are_shown_one_after_the_other() {
        let long = "a ".repeat(MAX_WORDS + 1);
        assert!(marked(Some(&long), Some("a"), Colour::Off).starts_with("[-a a"));
    }
}
