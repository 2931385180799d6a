//! Page numbers: figures alone on a line that count the pages.
//!
//! Rows count too, and their numbers may stand alone on a line at the top of a page. So both are
//! counted together ([`outline::folios`]): what counts the rows best leaves the rest to the pages.

use std::ops::Range;

use phuluc_model::Remainder;

use super::furniture::is_below_page_gap;
use super::outline::{self, Folio};
use super::sheet::Use;
use crate::page::{Gap, Line, Word};

/// The lines that are page numbers, from where the first table begins; the others are counted anew in
/// each of the bodies.
pub(super) fn page_numbers(
    lines: &[Line],
    uses: &[Option<Use>],
    bodies: impl Iterator<Item = Range<usize>>,
) -> Vec<usize> {
    let marked = lines.iter().any(|line| line.page_mark);
    // Where form feeds or running heads tell of pages, a figure far from them is none of theirs.
    let told = marked || uses.contains(&RUNNING_HEAD);
    let mut numbers: Vec<usize> = Vec::new();
    let mut last = None;
    for body in bodies {
        let mut words: Vec<Word> = Vec::new();
        // For each word the line that it opens, and what it may count.
        let mut opened: Vec<Option<(usize, Option<Folio>)>> = Vec::new();
        for index in body.filter(|index| matches!(uses.get(*index), Some(None | Some(Use::Body)))) {
            let Some(line) = lines.get(index) else { break };
            let next = lines.get(index + 1);
            let at_edge = opens_page(line, marked)
                || next.is_none_or(|next| opens_page(next, marked))
                || uses.get(index + 1).is_some_and(is_top)
                || index.checked_sub(1).and_then(|above| uses.get(above)) == Some(&RUNNING_HEAD);
            let folio = number(line).filter(|_| at_edge || !told);
            opened.push(Some((index, folio.map(|number| Folio { number, at_edge }))));
            opened.resize(words.len() + line.words.len(), None);
            let gap = |word: &Word| if opens_page(line, marked) { Gap::Page } else { word.gap };
            let (first, rest) = line.words.split_at(line.words.len().min(1));
            words.extend(first.iter().map(|word| Word { gap: gap(word), ..word.clone() }));
            words.extend(rest.iter().cloned());
        }
        let at = |word: usize| opened.get(word).copied().flatten();
        let folios = outline::folios(&words, last, |word| at(word)?.1);
        let folios = folios.into_iter().filter_map(at);
        for (line, folio) in folios {
            last = folio.map(|folio| folio.number).or(last);
            numbers.push(line);
        }
    }
    numbers
}

const RUNNING_HEAD: Option<Use> = Some(Use::Left(Remainder::RunningHead));

fn opens_page(line: &Line, marked: bool) -> bool {
    line.page_mark || !marked && is_below_page_gap(line)
}

fn is_top(is: &Option<Use>) -> bool {
    matches!(is, Some(Use::Left(Remainder::RepeatedHeader | Remainder::RunningHead)))
}

/// The figure that is all of a line; four figures are a year.
fn number(line: &Line) -> Option<u32> {
    let [word] = line.words.as_slice() else { return None };
    let figures = word.text.len() <= 3 && word.text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| word.text.parse().ok())?
}
