//! Page numbers: figures alone on a line that count the pages.
//!
//! The number of a row may also be alone on a line at the top of a page. So rows and pages are
//! counted together ([`ordinals::page_figures`]): figures that are not in the best chain of rows
//! may be pages.

use std::ops::Range;

use phuluc_model::Remainder;

use crate::flow::line_use::LineUse;
use crate::flow::ordinals;
use crate::flow::ordinals::PageFigure;
use crate::furniture::running_head::is_below_page_gap;
use phuluc_page::line::{Gap, Line, Word};

/// The lines that are page numbers. Pages are counted through all bodies, rows in each body again.
pub(crate) fn page_numbers(
    lines: &[Line],
    uses: &[Option<LineUse>],
    bodies: impl Iterator<Item = Range<usize>>,
) -> Vec<usize> {
    let marked = lines.iter().any(|line| line.page_mark);
    let text =
        PagedText { lines, uses, marked, shows_pages: marked || uses.contains(&RUNNING_HEAD) };
    let mut numbers: Vec<usize> = Vec::new();
    let mut last = None;
    for body in bodies {
        for (line, page_figure) in text.page_figures(body, last) {
            last = Some(page_figure.number);
            numbers.push(line);
        }
    }
    numbers
}

/// A text and the ways in which it shows pages.
struct PagedText<'a> {
    lines: &'a [Line],
    uses: &'a [Option<LineUse>],
    /// Whether form feeds mark the pages.
    marked: bool,
    /// Whether form feeds or running heads show the pages: then a figure far from them is no page
    /// number.
    shows_pages: bool,
}

impl PagedText<'_> {
    /// The page numbers of a body, with their lines.
    fn page_figures(&self, body: Range<usize>, last: Option<u32>) -> Vec<(usize, PageFigure)> {
        let mut words: Vec<Word> = Vec::new();
        // For each word the line that it opens, and its page figure.
        let mut opened: Vec<Option<(usize, PageFigure)>> = Vec::new();
        for index in
            body.filter(|index| matches!(self.uses.get(*index), Some(None | Some(LineUse::Body))))
        {
            let Some(line) = self.lines.get(index) else { break };
            opened.push(self.page_figure(index, line).map(|page_figure| (index, page_figure)));
            opened.resize(words.len() + line.words.len(), None);
            let gap = |word: &Word| if self.opens_page(line) { Gap::Page } else { word.gap };
            let (first, rest) = line.words.split_at(line.words.len().min(1));
            words.extend(first.iter().map(|word| Word { gap: gap(word), ..word.clone() }));
            words.extend(rest.iter().cloned());
        }
        let at = |word: usize| opened.get(word).copied().flatten();
        let page_figures = ordinals::page_figures(&words, last, |word| Some(at(word)?.1));
        page_figures.into_iter().filter_map(at).collect()
    }

    /// The figure that is a whole line, if it may be a page number.
    fn page_figure(&self, index: usize, line: &Line) -> Option<PageFigure> {
        let number = number(line)?;
        let next = self.lines.get(index + 1);
        let above = index.checked_sub(1).and_then(|above| self.uses.get(above));
        let at_edge = self.opens_page(line)
            || next.is_none_or(|next| self.opens_page(next))
            || self.uses.get(index + 1).copied().flatten().is_some_and(is_top)
            || above == Some(&RUNNING_HEAD);
        (at_edge || !self.shows_pages).then_some(PageFigure { number, at_edge })
    }

    fn opens_page(&self, line: &Line) -> bool {
        line.page_mark || !self.marked && is_below_page_gap(line)
    }
}

const RUNNING_HEAD: Option<LineUse> = Some(LineUse::Left(Remainder::RunningHead));

const fn is_top(is: LineUse) -> bool {
    matches!(is, LineUse::Left(Remainder::RepeatedHeader | Remainder::RunningHead))
}

/// The figure that is a whole line; four digits are a year.
fn number(line: &Line) -> Option<u32> {
    let [word] = line.words.as_slice() else { return None };
    let figures = word.text.len() <= 3 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| word.text.parse().ok())?
}
