//! A budget for words that the document repeats: those of a cell in each row that it spans, and
//! those of a title in each section inside it.
//!
//! Without a budget a cell as long as the table would take memory in the square of its length.

use phuluc_model::{Code, Diagnostic, Place};

use phuluc_page::line::Word;

/// This many words may be repeated in any document: a hundred times as many as in the longest of
/// the samples.
const FREE: usize = 1_000_000;

/// This many more for each word of its tables, so that memory grows in proportion to the input.
const FOR_A_WORD: usize = 4;

/// How many words were repeated, and what was left out because they were too many.
#[derive(Debug, Default)]
pub struct RepeatBudget {
    read: usize,
    copied: usize,
    left_out: usize,
    first: Option<Place>,
}

impl RepeatBudget {
    /// Adds words of the tables to the budget.
    pub fn read(&mut self, words: usize) {
        self.read = self.read.saturating_add(words);
    }

    /// Whether the words may be repeated; if so they are counted.
    pub fn may_add(&mut self, words: usize) -> bool {
        let most = FREE.saturating_add(FOR_A_WORD.saturating_mul(self.read));
        let copied = self.copied.saturating_add(words);
        let may = copied <= most;
        if may {
            self.copied = copied;
        }
        may
    }

    /// Counts rows or sections that do not repeat the words above them.
    pub fn leave_out(&mut self, times: usize, place: Option<Place>) {
        self.left_out = self.left_out.saturating_add(times);
        self.first = self.first.or(place);
    }

    /// Counts rows that do not repeat a cell that spans them.
    pub fn leave_out_cell(&mut self, rows: usize, words: &[Word]) {
        self.leave_out(rows, words.first().map(|word| word.place));
    }

    /// A diagnostic if anything was left out.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let Self { left_out, first, .. } = self;
        if *left_out == 0 {
            return None;
        }
        let diagnostic = Diagnostic::new(Code::NotRepeated).with("rows", *left_out);
        let diagnostic = diagnostic.with("words", FREE).with("times", FOR_A_WORD);
        Some(match first {
            Some(place) => diagnostic.at(*place),
            None => diagnostic,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_beyond_the_limit_is_reported() {
        let mut repeat_budget = RepeatBudget::default();
        assert!(
            repeat_budget.may_add(FREE)
                && !repeat_budget.may_add(1)
                && repeat_budget.diagnostic().is_none()
        );
        repeat_budget.read(10);
        assert!(repeat_budget.may_add(40) && !repeat_budget.may_add(1));
        repeat_budget.leave_out(2, Some(Place::new(3, 4)));
        repeat_budget.leave_out(1, None);
        let diagnostic = repeat_budget.diagnostic().unwrap();
        assert_eq!(
            (diagnostic.code, diagnostic.place),
            (Code::NotRepeated, Some(Place::new(3, 4)))
        );
        assert!(diagnostic.to_string().contains("rows 3, "), "{diagnostic}");
    }
}
