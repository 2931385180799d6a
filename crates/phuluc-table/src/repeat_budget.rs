//! Words that the document holds more often than the input: those of a cell in each of the rows
//! that it spans, and those of a title in each of the sections inside it.
//!
//! A cell as long as the table would fill memory with the square of it.

use phuluc_model::{Code, Diagnostic, Place};

use phuluc_page::line::Word;

/// So many words may be copied in any document. In the longest of the samples there are a hundredth
/// of them.
const FREE: usize = 1_000_000;

/// So many more for each word of its tables.
const FOR_A_WORD: usize = 4;

/// How many words were copied, and what was left out because they were too many.
#[derive(Debug, Default)]
pub struct RepeatBudget {
    read: usize,
    copied: usize,
    left_out: usize,
    first: Option<Place>,
}

impl RepeatBudget {
    /// Takes account of words that the tables hold.
    pub fn read(&mut self, words: usize) {
        self.read = self.read.saturating_add(words);
    }

    /// Whether so many words may stand once more; if so they are counted.
    pub fn may_add(&mut self, words: usize) -> bool {
        let most = FREE.saturating_add(FOR_A_WORD.saturating_mul(self.read));
        let copied = self.copied.saturating_add(words);
        let may = copied <= most;
        if may {
            self.copied = copied;
        }
        may
    }

    /// Takes down that rows or sections do not hold the words, which stand above them.
    pub fn leave_out(&mut self, times: usize, place: Option<Place>) {
        self.left_out = self.left_out.saturating_add(times);
        self.first = self.first.or(place);
    }

    /// Takes down that rows do not hold a cell that spans them.
    pub fn leave_out_cell(&mut self, rows: usize, words: &[Word]) {
        self.leave_out(rows, words.first().map(|word| word.place));
    }

    /// What is said if anything was left out.
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
    fn what_is_beyond_the_limit_is_said() {
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
