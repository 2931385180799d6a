//! What each line is: heading, header, body of a table, or left out for a named reason.

use crate::flow::line_use::LineUse;
use std::ops::Range;

use phuluc_model::{Code, Diagnostic, Place, Remainder, Variant};

use crate::convention::note_row::opens_note;
use crate::convention::signature::is_signature;
use crate::furniture::appendix_heading::is_label;
use crate::furniture::footnote;
use crate::furniture::letterhead::{MAX_HEADING, heading_start, is_letterhead, is_ornament};
use crate::furniture::{page_number, running_head};
use crate::header::in_lines;
use crate::header::in_lines::LineHeader;
use crate::header::label::Label;
use phuluc_page::deadline::Deadline;
use phuluc_page::line::{Gap, Line, Word};

/// The lines of an input and the use of each.
#[derive(Debug)]
pub struct LineUses {
    /// The lines, with their pages.
    pub lines: Vec<Line>,
    /// One use for each line.
    pub uses: Vec<LineUse>,
    /// How many pages the text shows.
    pub pages: u32,
    /// The tables.
    pub tables: Vec<TableLines>,
}

/// A table among the lines.
#[derive(Debug)]
pub struct TableLines {
    /// The labels of its header.
    pub labels: Vec<Label>,
    /// The lines of its first header.
    header: Range<usize>,
    /// The lines from the header to the end of the table.
    body: Range<usize>,
}

impl LineUses {
    /// The lines of a table's heading.
    pub fn heading(&self, index: usize) -> Vec<Line> {
        self.above(index, LineUse::Heading)
    }

    /// The lines of the letterhead above the heading of a table.
    pub fn letterhead(&self, index: usize) -> Vec<Line> {
        self.above(index, LineUse::Left(Remainder::Letterhead))
    }

    fn above(&self, index: usize, wanted: LineUse) -> Vec<Line> {
        let start = match index.checked_sub(1).and_then(|before| self.tables.get(before)) {
            Some(before) => before.body.end,
            None => 0,
        };
        let end = self.tables.get(index).map_or(0, |table| table.header.start);
        self.lines_of(start..end, wanted).cloned().collect()
    }

    /// The words of a table's body, with the page ends marked.
    pub fn body(&self, table: &TableLines) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for line in self.lines_of(table.body.clone(), LineUse::Body) {
            let new_page = words.last().is_some_and(|last| last.place.page < line.place().page);
            for (index, word) in line.words.iter().enumerate() {
                let gap = if new_page && index == 0 { Gap::Page } else { word.gap };
                words.push(Word { gap, ..word.clone() });
            }
        }
        words
    }

    /// Leaves out the body of a table.
    pub fn leave_out(&mut self, index: usize) {
        let Some(body) = self.tables.get(index).map(|table| table.body.clone()) else { return };
        for is in self.uses.get_mut(body).unwrap_or_default() {
            if *is == LineUse::Body {
                *is = LineUse::Left(Remainder::OutsideTable);
            }
        }
    }

    /// The lines that were left out, and why.
    pub fn left(self) -> Vec<(Remainder, Line)> {
        let lines = self.lines.into_iter().zip(self.uses);
        let left = lines.filter_map(|(line, is)| match is {
            LineUse::Left(reason) => Some((reason, line)),
            LineUse::Heading | LineUse::Header | LineUse::Body => None,
        });
        left.collect()
    }

    /// Why the text has no table, if it has none.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        if !self.tables.is_empty() {
            return Vec::new();
        }
        if is_shredded(&self.lines) {
            return vec![Diagnostic::new(Code::ShreddedText)];
        }
        vec![Diagnostic::new(Code::NoTable).variant(Variant::Lines)]
    }

    /// A diagnostic of a line from before the pages were counted, now with its page.
    pub fn on_its_page(&self, diagnostic: Diagnostic) -> Diagnostic {
        let Some(Place { line, .. }) = diagnostic.place else { return diagnostic };
        let above = self.lines.partition_point(|other| other.place().line < line);
        let page = self.lines.get(above).map_or(self.pages, |line| line.place().page);
        diagnostic.at(Place::new(page, line))
    }

    fn lines_of(&self, range: Range<usize>, wanted: LineUse) -> impl Iterator<Item = &Line> {
        let lines = self.lines.get(range.clone()).unwrap_or_default();
        let uses = self.uses.get(range).unwrap_or_default();
        lines.iter().zip(uses).filter(move |(_, is)| **is == wanted).map(|(line, _)| line)
    }
}

/// Whether half of many lines are shorter than four letters.
fn is_shredded(lines: &[Line]) -> bool {
    let short = lines.iter().filter(|line| line.text().chars().count() < 4).count();
    lines.len() > 50 && short * 2 > lines.len()
}

/// Finds the use of each line.
pub fn line_uses(lines: Vec<Line>, deadline: &Deadline<'_>) -> LineUses {
    let lines = in_lines::separate_labels(lines, &deadline.labels);
    let mut uses: Vec<Option<LineUse>> = running_head::running_heads(&lines)
        .into_iter()
        .map(|is_head| is_head.then_some(LineUse::Left(Remainder::RunningHead)))
        .collect();
    let mut tables = find_tables(&lines, &mut uses, deadline);
    let lines = with_pages(lines, &mut uses, &tables);
    mark_footnotes(&lines, &mut uses);
    mark_headings(&lines, &mut uses, &mut tables);
    let uses: Vec<LineUse> =
        uses.into_iter().map(|is| is.unwrap_or(LineUse::Left(Remainder::OutsideTable))).collect();
    let pages = lines.last().map_or(0, |line| line.place().page);
    LineUses { lines, uses, pages, tables }
}

/// Marks headers and their copies, page numbers above copies, and table bodies.
fn find_tables(
    lines: &[Line],
    uses: &mut [Option<LineUse>],
    deadline: &Deadline<'_>,
) -> Vec<TableLines> {
    let mut tables: Vec<(LineHeader, TableLines)> = Vec::new();
    let mut index = 0;
    while let Some(rest) = lines.get(index..).filter(|rest| has_time(rest, deadline)) {
        let copy = tables.last().and_then(|(header, _)| header.copy_length(rest));
        if let Some(count) = copy.filter(|_| !new_appendix_above(lines, uses, index)) {
            mark(uses, index..index + count, LineUse::Left(Remainder::RepeatedHeader));
            index += count;
        } else if let Some(header) =
            in_lines::at(rest, deadline.limits.max_columns, &deadline.labels)
        {
            let range = index..index + header.lines;
            index = range.end;
            mark(uses, range.clone(), LineUse::Header);
            let header_lines = lines.get(range.clone()).unwrap_or_default();
            let slots = uses.get_mut(range.clone()).unwrap_or_default();
            for (line, slot) in header_lines.iter().zip(slots) {
                if in_lines::counts_columns(line) {
                    *slot = Some(LineUse::Left(Remainder::RepeatedHeader));
                }
            }
            if let Some((_, before)) = tables.last_mut() {
                before.body.end = range.start;
            }
            let found = TableLines {
                labels: header.labels.clone(),
                header: range,
                body: index..lines.len(),
            };
            tables.push((header, found));
        } else {
            if !tables.is_empty() && uses.get(index).is_some_and(Option::is_none) {
                let ornament = rest.first().is_some_and(is_ornament);
                let is = if ornament { LineUse::Left(Remainder::Ornament) } else { LineUse::Body };
                mark(uses, index..index + 1, is);
            }
            index += 1;
        }
    }
    tables.into_iter().map(|(_, found)| found).collect()
}

/// Whether there are more lines, and time for them.
fn has_time(rest: &[Line], deadline: &Deadline<'_>) -> bool {
    rest.first().is_some_and(|line| deadline.goes_on(line.place()))
}

/// Whether a label `Phụ lục …` is directly above, so that an equal header opens a new table.
fn new_appendix_above(lines: &[Line], uses: &[Option<LineUse>], index: usize) -> bool {
    let above = index.saturating_sub(MAX_HEADING)..index;
    let lines = lines.get(above.clone()).unwrap_or_default();
    lines
        .iter()
        .zip(uses.get(above).unwrap_or_default())
        .rev()
        .take_while(|(_, is)| {
            !matches!(is, Some(LineUse::Header | LineUse::Left(Remainder::RepeatedHeader)))
        })
        .any(|(line, _)| is_label(line))
}

fn mark(uses: &mut [Option<LineUse>], range: Range<usize>, is: LineUse) {
    for slot in uses.get_mut(range).unwrap_or_default() {
        *slot = Some(is);
    }
}

/// Counts the pages: one begins at a form feed, a running head, a page number or a header copy.
fn with_pages(
    mut lines: Vec<Line>,
    uses: &mut [Option<LineUse>],
    tables: &[TableLines],
) -> Vec<Line> {
    let ends = tables.iter().skip(1).map(|next| next.header.start).chain([lines.len()]);
    let bodies = tables.iter().zip(ends).map(|(table, end)| table.header.end..end);
    for index in page_number::page_numbers(&lines, uses, bodies) {
        mark(uses, index..index + 1, LineUse::Left(Remainder::PageNumber));
    }
    let tops = page_tops(&lines, uses);
    let mut page = 1;
    for (line, top) in lines.iter_mut().zip(tops) {
        page += u32::from(top);
        for word in &mut line.words {
            word.place.page = page;
        }
    }
    lines
}

/// Which lines open a page: those after a form feed; without form feeds, what is usual at the top
/// of pages.
fn page_tops(lines: &[Line], uses: &[Option<LineUse>]) -> Vec<bool> {
    let marked = lines.iter().any(|line| line.page_mark);
    let top = |(index, is): (usize, &Option<LineUse>)| match is {
        Some(LineUse::Left(Remainder::RunningHead | Remainder::RepeatedHeader)) => true,
        // A number at the foot of a page belongs to the page before.
        Some(LineUse::Left(Remainder::PageNumber)) => {
            !lines.get(index + 1).is_some_and(running_head::is_below_page_gap)
        }
        _ => false,
    };
    let tops: Vec<bool> = uses.iter().enumerate().map(top).collect();
    let before = std::iter::once(true).chain(tops.iter().copied());
    let opens = lines.iter().zip(&tops).zip(before);
    let opens = opens.enumerate().map(|(index, ((line, top), before))| {
        let gap = !marked && index > 0 && running_head::is_below_page_gap(line);
        line.page_mark || (!before && (gap || (*top && !marked)))
    });
    opens.collect()
}

fn mark_footnotes(lines: &[Line], uses: &mut [Option<LineUse>]) {
    let mut start = 0;
    for page in lines.chunk_by(|a, b| a.place().page == b.place().page) {
        if let Some(first) = footnote::start(page) {
            for slot in uses.get_mut(start + first..start + page.len()).unwrap_or_default() {
                if matches!(slot, None | Some(LineUse::Body)) {
                    *slot = Some(LineUse::Left(Remainder::Footnote));
                }
            }
        }
        start += page.len();
    }
}

/// Marks the heading above each table, the letterhead above the heading, and the lines after a
/// table.
fn mark_headings(lines: &[Line], uses: &mut [Option<LineUse>], tables: &mut [TableLines]) {
    let mut free_from = 0;
    for index in 0..tables.len() {
        let Some(header) = tables.get(index).map(|table| table.header.clone()) else { return };
        let above = lines.get(free_from..header.start).unwrap_or_default();
        let heading = free_from + heading_start(above);
        if let Some(before) = index.checked_sub(1).and_then(|before| tables.get_mut(before)) {
            before.body.end = heading;
        }
        mark_above(lines, uses, free_from..heading);
        mark_free(lines, uses, heading..header.start, LineUse::Heading);
        free_from = header.end;
        let end = tables.get(index + 1).map_or(lines.len(), |next| next.header.start);
        if let Some(table) = tables.get_mut(index) {
            table.body = end_of_body(lines, uses, header.end..end);
            free_from = table.body.end;
        }
    }
    mark_free(lines, uses, free_from..lines.len(), LineUse::Left(Remainder::OutsideTable));
}

fn mark_above(lines: &[Line], uses: &mut [Option<LineUse>], range: Range<usize>) {
    let is = if is_letterhead(lines.get(range.clone()).unwrap_or_default()) {
        Remainder::Letterhead
    } else {
        Remainder::OutsideTable
    };
    mark_free(lines, uses, range, LineUse::Left(is));
}

/// Marks the lines of a range that have no use yet; ornaments stay ornaments.
fn mark_free(lines: &[Line], uses: &mut [Option<LineUse>], range: Range<usize>, is: LineUse) {
    for index in range {
        let ornament = lines.get(index).is_some_and(is_ornament);
        let is = if ornament { LineUse::Left(Remainder::Ornament) } else { is };
        if let Some(slot @ (None | Some(LineUse::Body))) = uses.get_mut(index) {
            *slot = Some(is);
        }
    }
}

/// Ends a body before the signature block or the heading of the next table.
fn end_of_body(lines: &[Line], uses: &mut [Option<LineUse>], range: Range<usize>) -> Range<usize> {
    let ends = |index: &usize| {
        let is_body = uses.get(*index) == Some(&Some(LineUse::Body));
        is_body && lines.get(*index).is_some_and(|line| is_signature(line) || is_label(line))
    };
    let end = range.clone().find(ends).unwrap_or(range.end);
    if let Some(note) = closing_note(lines, range.start..end) {
        mark_free(lines, uses, note..end, LineUse::Left(Remainder::OutsideTable));
    }
    let signature = lines.get(end).is_some_and(is_signature);
    if signature && end < range.end {
        let stop = range
            .clone()
            .skip(end - range.start)
            .find(|index| lines.get(*index).is_some_and(is_label));
        let stop = stop.unwrap_or(range.end);
        mark_free(lines, uses, end..stop, LineUse::Left(Remainder::SignatureBlock));
        return range.start..stop;
    }
    range.start..end
}

/// Where a note below the last row begins: `Ghi chú: Các đơn vị …`.
fn closing_note(lines: &[Line], body: Range<usize>) -> Option<usize> {
    let last = body.end.saturating_sub(MAX_NOTE).max(body.start)..body.end;
    let opens = |index: &usize| {
        lines.get(*index).is_some_and(|line| {
            line.words.iter().take(3).any(|word| word.text.ends_with(':'))
                && opens_note(&line.words)
        })
    };
    last.into_iter().find(opens)
}

/// A note below a table has at most this many lines.
const MAX_NOTE: usize = 8;
