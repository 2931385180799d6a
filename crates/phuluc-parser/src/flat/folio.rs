//! Page numbers: figures alone on a line that count the pages.
//!
//! Rows count too, and their numbers may stand alone on a line at the top of a page. So both are
//! counted together ([`outline::folios`]): what counts the rows best leaves the rest to the pages.

use phuluc_model::Remainder;

use super::furniture::is_below_page_gap;
use super::outline::{self, Folio};
use super::sheet::Use;
use crate::page::{Gap, Line, Word};

/// The lines from `start` on that are page numbers.
pub(super) fn page_numbers(lines: &[Line], uses: &[Option<Use>], start: usize) -> Vec<usize> {
    let free = |index: &usize| matches!(uses.get(*index), Some(None | Some(Use::Body)));
    let marked = lines.iter().any(|line| line.page_mark);
    let mut words: Vec<Word> = Vec::new();
    // For each word the line that it opens, and what it may count.
    let mut opened: Vec<Option<(usize, Option<Folio>)>> = Vec::new();
    for index in (start..lines.len()).filter(free) {
        let Some(line) = lines.get(index) else { break };
        let next = lines.get(index + 1);
        let at_edge = opens_page(line, marked)
            || next.is_none_or(|next| opens_page(next, marked))
            || uses.get(index + 1).is_some_and(is_top);
        // Where form feeds tell of pages, a figure far from them is none of theirs.
        let folio = number(line).filter(|_| at_edge || !marked);
        opened.push(Some((index, folio.map(|number| Folio { number, at_edge }))));
        opened.resize(words.len() + line.words.len(), None);
        words.extend(line.words.iter().cloned());
        if let Some(first) = words.iter_mut().rev().nth(line.words.len() - 1) {
            first.gap = if opens_page(line, marked) { Gap::Page } else { first.gap };
        }
    }
    let at = |word: usize| opened.get(word).copied().flatten();
    let folios = outline::folios(&words, |word| at(word)?.1);
    folios.into_iter().filter_map(|word| Some(at(word)?.0)).collect()
}

fn opens_page(line: &Line, marked: bool) -> bool {
    line.page_mark || !marked && is_below_page_gap(line)
}

fn is_top(is: &Option<Use>) -> bool {
    matches!(is, Some(Use::Left(Remainder::RepeatedHeader | Remainder::RunningHead)))
}

/// The figure that is all of a line.
fn number(line: &Line) -> Option<u32> {
    let [word] = line.words.as_slice() else { return None };
    let figures = word.text.len() <= 4 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| word.text.parse().ok())?
}
