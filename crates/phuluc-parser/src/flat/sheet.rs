//! What each line is: heading, header, body of a table, or left out for a named reason.

use std::ops::Range;

use phuluc_model::{Code, Diagnostic, Place, Remainder, Variant};

use super::header::Header;
use super::{folio, furniture, header};
use crate::footnote;
use crate::heading::is_label;
use crate::label::Label;
use crate::page::{Gap, Line, Word};
use crate::surround::{MAX_HEADING, heading_start, is_letterhead, is_ornament, is_signature};
use crate::watch::Watch;
use phuluc_language::fold::plain;

/// What a line was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Part of an appendix heading.
    Heading,
    /// Part of the first header of a table.
    Header,
    /// Part of the body of a table.
    Body,
    /// Left out.
    Left(Remainder),
}

/// The lines of an input and what each was taken for.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// The lines, their pages counted.
    pub(crate) lines: Vec<Line>,
    /// One use for each line.
    pub(crate) uses: Vec<Use>,
    /// How many pages there are, as far as the text tells.
    pub(crate) pages: u32,
    /// The tables.
    pub(crate) tables: Vec<Found>,
}

/// A table on the sheet.
#[derive(Debug)]
pub(crate) struct Found {
    /// The labels of its header.
    pub(crate) labels: Vec<Label>,
    /// The lines of its first header.
    header: Range<usize>,
    /// The lines from the header to the end of the table.
    body: Range<usize>,
}

impl Sheet {
    /// The lines of a table's heading.
    pub(crate) fn heading(&self, index: usize) -> Vec<Line> {
        self.above(index, Use::Heading)
    }

    /// The lines of the letterhead above a table's heading.
    pub(crate) fn letterhead(&self, index: usize) -> Vec<Line> {
        self.above(index, Use::Left(Remainder::Letterhead))
    }

    fn above(&self, index: usize, wanted: Use) -> Vec<Line> {
        let start = match index.checked_sub(1).and_then(|before| self.tables.get(before)) {
            Some(before) => before.body.end,
            None => 0,
        };
        let end = self.tables.get(index).map_or(0, |table| table.header.start);
        self.lines_of(start..end, wanted).cloned().collect()
    }

    /// The words of a table's body, with the page ends marked.
    pub(crate) fn body(&self, table: &Found) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for line in self.lines_of(table.body.clone(), Use::Body) {
            let new_page = words.last().is_some_and(|last| last.place.page < line.place().page);
            for (index, word) in line.words.iter().enumerate() {
                let gap = if new_page && index == 0 { Gap::Page } else { word.gap };
                words.push(Word { gap, ..word.clone() });
            }
        }
        words
    }

    /// Leaves the body of a table out.
    pub(super) fn leave_out(&mut self, index: usize) {
        let Some(body) = self.tables.get(index).map(|table| table.body.clone()) else { return };
        for is in self.uses.get_mut(body).unwrap_or_default() {
            if *is == Use::Body {
                *is = Use::Left(Remainder::OutsideTable);
            }
        }
    }

    /// The lines that were left out, and why.
    pub(crate) fn left(self) -> Vec<(Remainder, Line)> {
        let lines = self.lines.into_iter().zip(self.uses);
        let left = lines.filter_map(|(line, is)| match is {
            Use::Left(reason) => Some((reason, line)),
            Use::Heading | Use::Header | Use::Body => None,
        });
        left.collect()
    }

    /// Why the sheet holds no table, where it holds none.
    pub(crate) fn diagnostics(&self) -> Vec<Diagnostic> {
        if !self.tables.is_empty() {
            return Vec::new();
        }
        if is_shredded(&self.lines) {
            return vec![Diagnostic::new(Code::ShreddedText)];
        }
        vec![Diagnostic::new(Code::NoTable).variant(Variant::Lines)]
    }

    /// What was said of a line before the pages were counted.
    pub(super) fn on_its_page(&self, said: Diagnostic) -> Diagnostic {
        let Some(Place { line, .. }) = said.place else { return said };
        let above = self.lines.partition_point(|other| other.place().line < line);
        let page = self.lines.get(above).map_or(self.pages, |line| line.place().page);
        said.at(Place::new(page, line))
    }

    fn lines_of(&self, range: Range<usize>, wanted: Use) -> impl Iterator<Item = &Line> {
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

/// Tells the lines apart.
pub(crate) fn sheet(lines: Vec<Line>, watch: &Watch<'_>) -> Sheet {
    let lines = header::part_labels(lines);
    let mut uses: Vec<Option<Use>> = furniture::running_heads(&lines)
        .into_iter()
        .map(|is_head| is_head.then_some(Use::Left(Remainder::RunningHead)))
        .collect();
    let mut tables = find_tables(&lines, &mut uses, watch);
    let lines = with_pages(lines, &mut uses, &tables);
    mark_footnotes(&lines, &mut uses);
    mark_headings(&lines, &mut uses, &mut tables);
    let uses: Vec<Use> =
        uses.into_iter().map(|is| is.unwrap_or(Use::Left(Remainder::OutsideTable))).collect();
    let pages = lines.last().map_or(0, |line| line.place().page);
    Sheet { lines, uses, pages, tables }
}

/// Marks headers and their copies, page numbers above copies, and bodies.
fn find_tables(lines: &[Line], uses: &mut [Option<Use>], watch: &Watch<'_>) -> Vec<Found> {
    let mut tables: Vec<(Header, Found)> = Vec::new();
    let mut index = 0;
    while let Some(rest) = lines.get(index..).filter(|rest| goes_on(rest, watch)) {
        let copy = tables.last().and_then(|(header, _)| header.copy_at(rest));
        if let Some(count) = copy.filter(|_| !new_appendix_above(lines, uses, index)) {
            mark(uses, index..index + count, Use::Left(Remainder::RepeatedHeader));
            index += count;
        } else if let Some(header) = header::at(rest, watch.limits.max_columns) {
            let range = index..index + header.lines;
            index = range.end;
            mark(uses, range.clone(), Use::Header);
            let header_lines = lines.get(range.clone()).unwrap_or_default();
            let slots = uses.get_mut(range.clone()).unwrap_or_default();
            for (line, slot) in header_lines.iter().zip(slots) {
                if header::counts_columns(line) {
                    *slot = Some(Use::Left(Remainder::RepeatedHeader));
                }
            }
            if let Some((_, before)) = tables.last_mut() {
                before.body.end = range.start;
            }
            let found =
                Found { labels: header.labels.clone(), header: range, body: index..lines.len() };
            tables.push((header, found));
        } else {
            if !tables.is_empty() && uses.get(index).is_some_and(Option::is_none) {
                let ornament = rest.first().is_some_and(is_ornament);
                let is = if ornament { Use::Left(Remainder::Ornament) } else { Use::Body };
                mark(uses, index..index + 1, is);
            }
            index += 1;
        }
    }
    tables.into_iter().map(|(_, found)| found).collect()
}

/// Whether there are lines to come, and time for them.
fn goes_on(rest: &[Line], watch: &Watch<'_>) -> bool {
    rest.first().is_some_and(|line| watch.goes_on(line.place()))
}

/// Whether a label `Phụ lục …` stands right above, so that an equal header opens a new table.
fn new_appendix_above(lines: &[Line], uses: &[Option<Use>], index: usize) -> bool {
    let above = index.saturating_sub(MAX_HEADING)..index;
    let lines = lines.get(above.clone()).unwrap_or_default();
    lines
        .iter()
        .zip(uses.get(above).unwrap_or_default())
        .rev()
        .take_while(|(_, is)| {
            !matches!(is, Some(Use::Header | Use::Left(Remainder::RepeatedHeader)))
        })
        .any(|(line, _)| is_label(line))
}

fn mark(uses: &mut [Option<Use>], range: Range<usize>, is: Use) {
    for slot in uses.get_mut(range).unwrap_or_default() {
        *slot = Some(is);
    }
}

/// Counts the pages: one begins at a form feed, a running head, a page number or a header copy.
fn with_pages(mut lines: Vec<Line>, uses: &mut [Option<Use>], tables: &[Found]) -> Vec<Line> {
    let ends = tables.iter().skip(1).map(|next| next.header.start).chain([lines.len()]);
    let bodies = tables.iter().zip(ends).map(|(table, end)| table.header.end..end);
    for index in folio::page_numbers(&lines, uses, bodies) {
        mark(uses, index..index + 1, Use::Left(Remainder::PageNumber));
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

/// Which lines open a page: those that a form feed says, or else what stands at the top of pages.
fn page_tops(lines: &[Line], uses: &[Option<Use>]) -> Vec<bool> {
    let marked = lines.iter().any(|line| line.page_mark);
    let top = |(index, is): (usize, &Option<Use>)| match is {
        Some(Use::Left(Remainder::RunningHead | Remainder::RepeatedHeader)) => true,
        // A number at the foot of a page belongs to the page before.
        Some(Use::Left(Remainder::PageNumber)) => {
            !lines.get(index + 1).is_some_and(furniture::is_below_page_gap)
        }
        _ => false,
    };
    let tops: Vec<bool> = uses.iter().enumerate().map(top).collect();
    let before = std::iter::once(true).chain(tops.iter().copied());
    let opens = lines.iter().zip(&tops).zip(before);
    let opens = opens.enumerate().map(|(index, ((line, top), before))| {
        let gap = !marked && index > 0 && furniture::is_below_page_gap(line);
        line.page_mark || (!before && (gap || (*top && !marked)))
    });
    opens.collect()
}

fn mark_footnotes(lines: &[Line], uses: &mut [Option<Use>]) {
    let mut start = 0;
    for page in lines.chunk_by(|a, b| a.place().page == b.place().page) {
        if let Some(first) = footnote::start(page) {
            for slot in uses.get_mut(start + first..start + page.len()).unwrap_or_default() {
                if matches!(slot, None | Some(Use::Body)) {
                    *slot = Some(Use::Left(Remainder::Footnote));
                }
            }
        }
        start += page.len();
    }
}

/// Marks the heading above each table, the letterhead above that, and what follows a table.
fn mark_headings(lines: &[Line], uses: &mut [Option<Use>], tables: &mut [Found]) {
    let mut free_from = 0;
    for index in 0..tables.len() {
        let Some(header) = tables.get(index).map(|table| table.header.clone()) else { return };
        let above = lines.get(free_from..header.start).unwrap_or_default();
        let heading = free_from + heading_start(above);
        if let Some(before) = index.checked_sub(1).and_then(|before| tables.get_mut(before)) {
            before.body.end = heading;
        }
        mark_above(lines, uses, free_from..heading);
        mark_free(lines, uses, heading..header.start, Use::Heading);
        free_from = header.end;
        let end = tables.get(index + 1).map_or(lines.len(), |next| next.header.start);
        if let Some(table) = tables.get_mut(index) {
            table.body = end_of_body(lines, uses, header.end..end);
            free_from = table.body.end;
        }
    }
    mark_free(lines, uses, free_from..lines.len(), Use::Left(Remainder::OutsideTable));
}

fn mark_above(lines: &[Line], uses: &mut [Option<Use>], range: Range<usize>) {
    let is = if is_letterhead(lines.get(range.clone()).unwrap_or_default()) {
        Remainder::Letterhead
    } else {
        Remainder::OutsideTable
    };
    mark_free(lines, uses, range, Use::Left(is));
}

/// Marks the lines of a range that have no use yet; ornaments stay ornaments.
fn mark_free(lines: &[Line], uses: &mut [Option<Use>], range: Range<usize>, is: Use) {
    for index in range {
        let ornament = lines.get(index).is_some_and(is_ornament);
        let is = if ornament { Use::Left(Remainder::Ornament) } else { is };
        if let Some(slot @ (None | Some(Use::Body))) = uses.get_mut(index) {
            *slot = Some(is);
        }
    }
}

/// Ends a body before the signature block or the heading of the next table.
fn end_of_body(lines: &[Line], uses: &mut [Option<Use>], range: Range<usize>) -> Range<usize> {
    let ends = |index: &usize| {
        let is_body = uses.get(*index) == Some(&Some(Use::Body));
        is_body && lines.get(*index).is_some_and(|line| is_signature(line) || is_label(line))
    };
    let end = range.clone().find(ends).unwrap_or(range.end);
    if let Some(note) = closing_note(lines, range.start..end) {
        mark_free(lines, uses, note..end, Use::Left(Remainder::OutsideTable));
    }
    let signature = lines.get(end).is_some_and(is_signature);
    if signature && end < range.end {
        let stop = range
            .clone()
            .skip(end - range.start)
            .find(|index| lines.get(*index).is_some_and(is_label));
        let stop = stop.unwrap_or(range.end);
        mark_free(lines, uses, end..stop, Use::Left(Remainder::SignatureBlock));
        return range.start..stop;
    }
    range.start..end
}

/// Where a note below the last row begins: `Ghi chú: Các đơn vị …`.
fn closing_note(lines: &[Line], body: Range<usize>) -> Option<usize> {
    let last = body.end.saturating_sub(MAX_NOTE).max(body.start)..body.end;
    let opens = |index: &usize| {
        lines.get(*index).is_some_and(|line| plain(&line.text()).starts_with("ghi chu:"))
    };
    last.into_iter().find(opens)
}

/// A note below a table has no more lines.
const MAX_NOTE: usize = 8;
