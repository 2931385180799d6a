//! Tables without a ruled grid: columns from labels and gutters, rows from numbers, from whitespace
//! and from partial rules.

use std::collections::HashSet;

use crate::header::in_cells::header;
use crate::header::in_words::{WordHeader, candidates, head};
use crate::page_reader::char_grid_columns;
use crate::page_reader::column_span::{columns, span};
use crate::page_reader::column_widths::ColumnWidths;
use crate::page_reader::mend_chunks::{mend_labels, mend_numbers};
use crate::page_reader::page_table::{PartCell, TablePart, TableSource};
use crate::page_reader::rows_by_partial_rules::{RowRules, RowsByRules};
use crate::page_reader::rows_by_whitespace::{
    RowBand, continues_title, has_rows, right_edge, row_band, row_bands,
};
use crate::page_reader::spanned_records::records;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_block::{TextBlock, blocks, cut, is_outside, leading};
use crate::page_reader::text_chunk::{TextChunk, chunks};
use phuluc_model::{Place, Role};
use phuluc_page::deadline::Deadline;
use phuluc_page::extent::Extent;
use phuluc_page::page::Page;
use phuluc_page::placed_word::{Lie, PlacedWord};
use phuluc_page::rule::Rule;

/// A rule that is as long as this share of the table separates rows.
const LONG: f32 = 0.6;

/// Tolerance in points: a rule this near to the text is the edge of the table.
const EDGE: f32 = 12.0;

/// A gap of this many font sizes ends a table, if no number follows.
const END: f32 = 3.0;

/// The tables among the words outside ruled grids, and the words that are left.
pub(crate) fn table_parts(
    words: Vec<PlacedWord>,
    page: &Page,
    open: Option<TableFrame<'_>>,
    column_widths: &mut ColumnWidths,
    deadline: &Deadline<'_>,
) -> (Vec<TablePart>, Vec<PlacedWord>) {
    let (level, mut left): (Vec<PlacedWord>, Vec<PlacedWord>) =
        words.into_iter().partition(|word| word.lie == Lie::Level);
    let mut level = chunks(&level);
    mend_labels(&mut level);
    let mut blocks = blocks(level);
    let header = open.map_or(&[][..], |open| open.header);
    let mut heads = heads(&blocks, page, open, column_widths, deadline);
    let mut table_parts = Vec::new();
    let mut free = 0;
    if let Some(frame) = open {
        let stop = heads.first().map_or(blocks.len(), |found| found.head.blocks.start);
        let refit = refit(frame, blocks.get(..stop).unwrap_or_default(), page);
        let frame = TableFrame { columns: &refit, ..frame };
        let columns = page_columns(
            blocks.get_mut(..stop).unwrap_or_default(),
            frame,
            &[],
            page,
            column_widths,
        );
        let frame = TableFrame { columns: &columns, on_grid: page.on_grid, ..frame };
        mend_numbers(blocks.get_mut(..stop).unwrap_or_default(), frame);
        let end = end(blocks.get(..stop).unwrap_or_default(), frame, true);
        if let Some(table_part) = body(blocks.get(..end).unwrap_or_default(), frame, page, None) {
            table_parts.push(table_part);
            free = end;
        }
    }
    let stops: Vec<usize> = heads.iter().skip(1).map(|found| found.head.blocks.start).collect();
    for (found, stop) in heads.iter_mut().zip(stops.into_iter().chain([blocks.len()])) {
        let from = found.head.blocks.end;
        let below = blocks.get_mut(from..stop).unwrap_or_default();
        let frame = found.frame(header, page.on_grid);
        found.columns = page_columns(below, frame, &found.head.columns, page, column_widths);
        let frame = found.frame(header, page.on_grid);
        mend_numbers(blocks.get_mut(from..stop).unwrap_or_default(), frame);
        let end = from + end(blocks.get(from..stop).unwrap_or_default(), frame, false);
        left.extend(words_of(blocks.get(free..found.head.blocks.start).unwrap_or_default()));
        let blocks = blocks.get(from..end).unwrap_or_default();
        table_parts.extend(body(blocks, frame, page, Some(&found.head)));
        free = end;
    }
    left.extend(words_of(blocks.get(free..).unwrap_or_default()));
    left.sort_by(|a, b| a.line.cmp(&b.line).then(a.x.min.total_cmp(&b.x.min)));
    (table_parts, left)
}

/// The columns from the lines of this page. Texts of two columns that touch are cut at the border;
/// on a grid of characters each line is cut on its own.
fn page_columns(
    blocks: &mut [TextBlock],
    frame: TableFrame<'_>,
    labels: &[Extent],
    page: &Page,
    column_widths: &mut ColumnWidths,
) -> Vec<Extent> {
    if !page.on_grid {
        cut(blocks, frame.columns);
        return frame.columns.to_vec();
    }
    let stop = blocks.iter().position(is_outside).unwrap_or(blocks.len());
    let blocks = blocks.get_mut(..stop).unwrap_or_default();
    let words = |block: &TextBlock| {
        block.chunks.iter().flat_map(|chunk| chunk.words.iter().cloned()).collect()
    };
    let lines: Vec<Vec<PlacedWord>> = blocks.iter().map(words).collect();
    let cut = char_grid_columns::cut(&lines, frame, labels, column_widths);
    for ((block, chunks), margin) in blocks.iter_mut().zip(cut.lines).zip(cut.margins) {
        let first = chunks.first().and_then(|chunk| chunk.words.first());
        if let Some(word) = first.filter(|_| margin < char_grid_columns::weights::CLOSE) {
            column_widths.doubt(word.line);
        }
        block.chunks = chunks;
    }
    cut.columns
}

fn words_of(blocks: &[TextBlock]) -> impl Iterator<Item = PlacedWord> {
    blocks.iter().flat_map(|block| &block.chunks).flat_map(|chunk| chunk.words.iter().cloned())
}

/// A header on the page and the columns under it.
struct HeaderOnPage {
    head: WordHeader,
    columns: Vec<Extent>,
    number: usize,
    roles: Vec<Role>,
}

impl HeaderOnPage {
    fn frame<'a>(&'a self, header: &'a [String], on_grid: bool) -> TableFrame<'a> {
        let Self { columns, number, roles, .. } = self;
        TableFrame { columns, labels: &self.head.columns, number: *number, roles, header, on_grid }
    }
}

/// The headers of task tables among the blocks.
fn heads(
    blocks: &[TextBlock],
    page: &Page,
    open: Option<TableFrame<'_>>,
    column_widths: &mut ColumnWidths,
    deadline: &Deadline<'_>,
) -> Vec<HeaderOnPage> {
    let leading = leading(blocks);
    let header = open.map_or(&[][..], |open| open.header);
    let mut found: Vec<HeaderOnPage> = Vec::new();
    let candidates = candidates(blocks);
    let (tried, left) =
        candidates.split_at_checked(deadline.limits.max_page_headers).unwrap_or((&candidates, &[]));
    if let Some(first) = left.first().and_then(|at| blocks.get(*at)).and_then(first_word) {
        column_widths.leave(Place::new(page.number, first.line), candidates.len());
    }
    for at in tried.iter().copied() {
        if found.last().is_some_and(|last| at < last.head.blocks.end) {
            continue;
        }
        let Some(head) = head(blocks, at, page, leading, header, &deadline.labels) else {
            continue;
        };
        // Lines are of one header only.
        if found.last().is_some_and(|last| head.blocks.start < last.head.blocks.end) {
            continue;
        }
        let open = open.filter(|_| found.is_empty());
        found.extend(task_table(head, blocks, page, open, deadline));
    }
    found
}

fn first_word(block: &TextBlock) -> Option<&PlacedWord> {
    block.chunks.iter().find_map(|chunk| chunk.words.first())
}

/// A header with its columns, if its labels are those of a task table.
fn task_table(
    head: WordHeader,
    blocks: &[TextBlock],
    page: &Page,
    open: Option<TableFrame<'_>>,
    deadline: &Deadline<'_>,
) -> Option<HeaderOnPage> {
    let below = blocks.get(head.blocks.start..)?.iter().take_while(|block| !is_outside(block));
    let chunks: Vec<&TextChunk> = below.flat_map(|block| &block.chunks).collect();
    let own = columns_under(&head.columns, &chunks, page);
    let columns = match open {
        Some(open)
            if continues(&head, open)
                && crossed(open.columns, &chunks) <= crossed(&own, &chunks) =>
        {
            open.columns.to_vec()
        }
        _ => own,
    };
    let table_part = headed(Some(&head), &columns);
    let roles =
        header(&table_part, page.number, deadline.limits.max_columns, &deadline.labels)?.roles();
    let number = roles.iter().position(|role| *role == Role::Number)?;
    Some(HeaderOnPage { head, columns, number, roles })
}

/// The columns of the open table, fitted to this page: if texts cross a border, but not the border
/// that this page shows under the labels, the border is moved. A column that was empty so far
/// showed only its label, and its texts may begin before the label.
fn refit(open: TableFrame<'_>, blocks: &[TextBlock], page: &Page) -> Vec<Extent> {
    let mut columns = open.columns.to_vec();
    if page.on_grid || open.labels.len() != columns.len() {
        return columns;
    }
    let chunks: Vec<&TextChunk> = blocks
        .iter()
        .take_while(|block| !is_outside(block))
        .flat_map(|block| &block.chunks)
        .collect();
    let own = columns_under(open.labels, &chunks, page);
    let crossing = |at: f32| chunks.iter().filter(|chunk| chunk.x.holds(at)).count();
    for index in 1..columns.len() {
        let Some(border) = own.get(index).map(|column| column.min) else { break };
        let Some([left, right]) = columns.get_mut(index - 1..=index) else { break };
        if crossing(border) == 0
            && crossing(right.min) > 0
            && left.min < border
            && border < right.max
        {
            (left.max, right.min) = (border, border);
        }
    }
    columns
}

/// The columns that the texts of a page show under labels.
fn columns_under(labels: &[Extent], chunks: &[&TextChunk], page: &Page) -> Vec<Extent> {
    columns(labels, chunks, Extent { min: 0.0, max: page.width })
}

/// Whether a header may repeat that of the open table: each label is in its column. A page with few
/// lines shows less of the columns than the page before
/// (`part-ruled-libreoffice-one-line-on-a-page.pdf`).
fn continues(head: &WordHeader, open: TableFrame<'_>) -> bool {
    let mut pairs = head.columns.iter().zip(open.columns);
    head.columns.len() == open.columns.len()
        && pairs.all(|(label, column)| span(*label, open.columns) == span(*column, open.columns))
}

/// How many times a text crosses a border.
fn crossed(columns: &[Extent], chunks: &[&TextChunk]) -> usize {
    let over = |chunk: &&TextChunk| {
        let (first, last) = span(chunk.x, columns);
        last - first
    };
    chunks.iter().map(over).sum()
}

/// How many of the blocks belong to the table that begins with the first of them.
fn end(blocks: &[TextBlock], frame: TableFrame<'_>, continues: bool) -> usize {
    let stop = blocks.iter().position(is_outside).unwrap_or(blocks.len());
    let blocks = blocks.get(..stop).unwrap_or_default();
    let blocks = blocks.get(..footnotes(blocks, frame)).unwrap_or_default();
    let numbered = |block: &TextBlock| block.chunks.iter().any(|chunk| frame.is_number(chunk));
    let fits = |block: &TextBlock| {
        let one = |chunk: &TextChunk| {
            let (first, last) = span(chunk.x, frame.columns);
            first == last
        };
        block.chunks.iter().all(one)
    };
    let last_number = blocks.iter().rposition(numbered);
    let mut end = match last_number {
        Some(last) => last + 1,
        // A page may have nothing but the rest of a row.
        None if continues => 0,
        None => return blocks.len(),
    };
    let right = right_edge(blocks);
    // Lines under the last number belong to its row while they fit the columns or continue a title.
    while let Some(block) = blocks.get(end) {
        let above = end.checked_sub(1).and_then(|above| blocks.get(above));
        let size = block.chunks.first().map_or(0.0, |chunk| chunk.size);
        let far = above.is_some_and(|above| block.y.min - above.y.max > END * size);
        let rest = above.is_some_and(|above| continues_title(block, above, frame, right));
        if far || !(fits(block) || rest) {
            break;
        }
        end += 1;
    }
    end
}

/// The first block of the footnotes of a page on a grid of characters; the number of blocks if it
/// has none. A footnote is a number alone on its line, with a text across the columns below it, and
/// above it a word that ends with the number.
fn footnotes(blocks: &[TextBlock], frame: TableFrame<'_>) -> usize {
    if !frame.on_grid {
        return blocks.len();
    }
    let mut marks: HashSet<&str> = HashSet::new();
    for (index, (block, below)) in blocks.iter().zip(blocks.iter().skip(1)).enumerate() {
        let alone = if let [chunk] = block.chunks.as_slice() { chunk.word() } else { None };
        if alone.is_some_and(|number| marks.contains(number))
            && below.chunks.iter().any(|chunk| frame.is_title(chunk, below))
        {
            return index;
        }
        marks.extend(block.chunks.iter().flat_map(|chunk| &chunk.words).filter_map(note_mark));
    }
    blocks.len()
}

/// The number that a word ends with.
fn note_mark(word: &PlacedWord) -> Option<&str> {
    let rest = word.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let mark = word.text.get(rest.len()..)?;
    (!rest.is_empty() && !mark.is_empty()).then_some(mark)
}

/// A table part with nothing but its header.
fn headed(head: Option<&WordHeader>, columns: &[Extent]) -> TablePart {
    TablePart {
        source: TableSource::Unruled,
        columns: columns.to_vec(),
        rows: head.map_or_else(Vec::new, |head| vec![head.y; head.rows]),
        cells: head.map_or_else(Vec::new, |head| head.cells.clone()),
    }
}

/// The table part in the blocks under a header.
fn body(
    blocks: &[TextBlock],
    frame: TableFrame<'_>,
    page: &Page,
    head: Option<&WordHeader>,
) -> Option<TablePart> {
    let chunks: Vec<TextChunk> =
        blocks.iter().flat_map(|block| block.chunks.iter().cloned()).collect();
    if head.is_none() && chunks.is_empty() {
        return None;
    }
    let mut table_part = headed(head, frame.columns);
    if let Some(counts) = head.and_then(|head| row_band(head.counts.clone())) {
        add(&mut table_part, &counts, frame);
    }
    if let Some(partial_rules) = RowRules::between(&page.rules.horizontal, &chunks, frame) {
        let by_rules = partial_rules.part(chunks.clone(), frame);
        if !by_rules.rows.iter().any(|row| has_rows(row, frame)) {
            add_rows_by_rules(&mut table_part, by_rules, frame);
            table_part.source = TableSource::PartRuled;
            return Some(table_part);
        }
    }
    let rules = row_rules(&page.rules.horizontal, &chunks);
    for (index, group) in between(chunks, &rules).into_iter().enumerate() {
        // Between two rules is one row, unless it has several numbers.
        let whole = !rules.is_empty() && !has_rows(&group, frame);
        let row_bands = if whole {
            row_band(group).into_iter().collect()
        } else {
            row_bands(group, frame, head.is_some_and(|head| !head.is_copy) || index > 0)
        };
        for row_band in row_bands {
            match records(&row_band, frame) {
                records if page.on_grid && records.len() > 1 => {
                    add_records(&mut table_part, &row_band, &records, frame);
                }
                _ => add(&mut table_part, &row_band, frame),
            }
        }
    }
    if page.on_grid {
        table_part.source = TableSource::Aligned;
    } else if has_rules(&table_part, page) {
        table_part.source = TableSource::PartRuled;
    }
    Some(table_part)
}

/// Adds rows between partial rules, with their rowspans.
fn add_rows_by_rules(table_part: &mut TablePart, by_rules: RowsByRules, frame: TableFrame<'_>) {
    let first = table_part.rows.len();
    for row_band in by_rules.rows.into_iter().filter_map(row_band) {
        add(table_part, &row_band, frame);
    }
    let mut covered = HashSet::new();
    for (rows, column, _) in &by_rules.tall {
        covered.extend(rows.clone().map(|row| (first + row, *column)));
    }
    let stays = |cell: &PartCell| {
        let column = cell.columns.start;
        !cell.words.is_empty()
            || cell.columns.len() != 1
            || !covered.contains(&(cell.rows.start, column))
    };
    table_part.cells.retain(stays);
    for (rows, column, chunks) in by_rules.tall {
        let rows = first + rows.start..first + rows.end;
        let words = chunks.into_iter().flat_map(|chunk| chunk.words).collect();
        table_part.cells.push(PartCell { rows, columns: column..column + 1, words });
    }
    table_part.cells.sort_by_key(|cell| (cell.rows.start, cell.columns.start));
}

/// Whether there is a long rule in a table part or at its edge.
fn has_rules(table_part: &TablePart, page: &Page) -> bool {
    let words = table_part.cells.iter().flat_map(|cell| &cell.words);
    let Some(x) = Extent::around(words.map(|word| word.x)) else { return false };
    let y = Extent { min: table_part.y().min - EDGE, max: table_part.y().max + EDGE };
    let across = |rule: &Rule| y.holds(rule.at) && rule.along.overlap(x) > LONG * x.length();
    let down = |rule: &Rule| x.holds(rule.at) && rule.along.overlap(y) > LONG * y.length();
    page.rules.horizontal.iter().any(across) || page.rules.vertical.iter().any(down)
}

/// The heights of the rules that separate the rows.
fn row_rules(rules: &[Rule], chunks: &[TextChunk]) -> Vec<f32> {
    let (Some(x), Some(y)) = (
        Extent::around(chunks.iter().map(|chunk| chunk.x)),
        Extent::around(chunks.iter().map(|chunk| chunk.y)),
    ) else {
        return Vec::new();
    };
    let parts = |rule: &&Rule| y.holds(rule.at) && rule.along.overlap(x) > LONG * x.length();
    rules.iter().filter(parts).map(|rule| rule.at).collect()
}

/// The chunks between rules, from top to bottom.
fn between(chunks: Vec<TextChunk>, rules: &[f32]) -> Vec<Vec<TextChunk>> {
    let mut groups: Vec<Vec<TextChunk>> = vec![Vec::new(); rules.len() + 1];
    for chunk in chunks {
        let above = rules.partition_point(|rule| *rule < chunk.y.middle());
        if let Some(group) = groups.get_mut(above) {
            group.push(chunk);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Adds a row to a table part. A text over several columns has a colspan if nothing but a number is
/// beside it; otherwise it belongs to the column in which it begins.
fn add(table_part: &mut TablePart, row_band: &RowBand, frame: TableFrame<'_>) {
    let row = table_part.rows.len();
    table_part.rows.push(row_band.y);
    let spans: Vec<(usize, usize)> =
        row_band.chunks.iter().map(|chunk| span(chunk.x, frame.columns)).collect();
    let across =
        spans.iter().copied().filter(|(first, last)| first < last).max_by_key(|(a, b)| b - a);
    let title = across.filter(|(from, to)| {
        let beside = RowTexts::new(row_band, frame);
        spans.iter().zip(&row_band.chunks).all(|((first, last), chunk)| {
            (from <= first && last <= to && !beside.has(chunk))
                || (*first == frame.number && frame.is_number(chunk))
        })
    });
    let mut cells: Vec<Vec<PlacedWord>> = vec![Vec::new(); frame.columns.len()];
    for (chunk, (first, _)) in row_band.chunks.iter().zip(&spans) {
        let column = match title {
            Some((from, to)) if (from..=to).contains(first) => from,
            _ => *first,
        };
        if let Some(cell) = cells.get_mut(column) {
            cell.extend(chunk.words.iter().cloned());
        }
    }
    for (column, words) in cells.into_iter().enumerate() {
        let end = match title {
            Some((from, to)) if from == column => to + 1,
            Some((from, to)) if (from..=to).contains(&column) => continue,
            _ => column + 1,
        };
        table_part.cells.push(PartCell { rows: row..row + 1, columns: column..end, words });
    }
}

/// The texts of a row without its numbers, sorted by height.
struct RowTexts {
    /// The baseline and place of each text, and the index of the next text with another place.
    texts: Vec<(f32, Extent, usize)>,
}

impl RowTexts {
    fn new(row_band: &RowBand, frame: TableFrame<'_>) -> Self {
        let texts = row_band.chunks.iter().filter(|chunk| !frame.is_number(chunk));
        let mut texts: Vec<(f32, Extent, usize)> =
            texts.map(|chunk| (chunk.baseline, chunk.x, usize::MAX)).collect();
        texts.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut below: Option<(usize, Extent, usize)> = None;
        for (index, (_, x, next)) in texts.iter_mut().enumerate().rev() {
            if let Some((under, other, others)) = below {
                *next = if other == *x { others } else { under };
            }
            below = Some((index, *x, *next));
        }
        Self { texts }
    }

    /// Whether another text than a number is on the line of a chunk.
    fn has(&self, chunk: &TextChunk) -> bool {
        let first = self.texts.partition_point(|(baseline, ..)| baseline - chunk.baseline <= -1.0);
        let Some((_, x, next)) = self.texts.get(first) else { return false };
        let other = if *x == chunk.x { *next } else { first };
        self.texts.get(other).is_some_and(|(baseline, ..)| baseline - chunk.baseline < 1.0)
    }
}

/// Adds the records of a row. Its number and its task span them, and so does a cell that is centred
/// on all of them and not on one record.
fn add_records(
    table_part: &mut TablePart,
    row_band: &RowBand,
    records: &[Extent],
    frame: TableFrame<'_>,
) {
    let first = table_part.rows.len();
    table_part.rows.extend(records);
    let whole = first..first + records.len();
    let mut cells: Vec<PartCell> = Vec::new();
    for (column, role) in frame.roles.iter().enumerate() {
        let own = |chunk: &&TextChunk| span(chunk.x, frame.columns).0 == column;
        let texts: Vec<&TextChunk> = row_band.chunks.iter().filter(own).collect();
        let words = |texts: &mut dyn Iterator<Item = &&TextChunk>| {
            texts.flat_map(|chunk| chunk.words.iter().cloned()).collect::<Vec<PlacedWord>>()
        };
        let columns = column..column + 1;
        if matches!(role, Role::Number | Role::Task) || spans(&texts, row_band.y, records) {
            let words = words(&mut texts.iter());
            cells.push(PartCell { rows: whole.clone(), columns, words });
            continue;
        }
        let mut own: Vec<Vec<&TextChunk>> = vec![Vec::new(); records.len()];
        for chunk in texts {
            // Records are below each other.
            let at = chunk.y.middle();
            let below = records.partition_point(|record| record.max <= at);
            if let (Some(record), Some(own)) = (records.get(below), own.get_mut(below))
                && record.min <= at
            {
                own.push(chunk);
            }
        }
        for (row, texts) in whole.clone().zip(own) {
            let words = words(&mut texts.iter());
            cells.push(PartCell { rows: row..row + 1, columns: columns.clone(), words });
        }
    }
    cells.sort_by_key(|cell| (cell.rows.start, cell.columns.start));
    table_part.cells.append(&mut cells);
}

/// Whether the texts of a column are one cell over all records.
fn spans(texts: &[&TextChunk], row: Extent, records: &[Extent]) -> bool {
    let Some(y) = Extent::around(texts.iter().map(|chunk| chunk.y)) else { return true };
    let off = |stretch: &Extent| (stretch.middle() - y.middle()).abs();
    let holds = records.iter().filter(|record| record.overlap(y) > 0.0).count();
    let nearest = records.iter().map(off).fold(f32::MAX, f32::min);
    holds < records.len() && texts.len() < records.len() + holds && off(&row) < nearest
}

/// Cuts the rows of a ruled part that have several numbers: only its columns are ruled.
///
/// `continues` says that it continues a table of the page before, `columns_only` that no rules
/// separated the rows there.
pub(crate) fn with_rows(
    table_part: TablePart,
    first: usize,
    frame: TableFrame<'_>,
    continues: bool,
    columns_only: bool,
) -> TablePart {
    let chunks_of = |row: usize| -> Vec<TextChunk> {
        let mut words: Vec<PlacedWord> =
            table_part.row(row).flat_map(|cell| cell.words.iter().cloned()).collect();
        words.sort_by(|a, b| a.line.cmp(&b.line).then(a.x.min.total_cmp(&b.x.min)));
        let mut blocks = blocks(chunks(&words));
        mend_numbers(&mut blocks, frame);
        blocks.into_iter().flat_map(|block| block.chunks).collect()
    };
    // A rowspan shows that rules separate the rows; cutting them would lose it.
    let spans = |cell: &PartCell| cell.rows.end > first && cell.rows.len() > 1;
    if table_part.cells.iter().any(spans) {
        return table_part;
    }
    let rows: Vec<Vec<TextChunk>> = (first..table_part.rows.len()).map(chunks_of).collect();
    if !columns_only && !rows.iter().any(|chunks| has_rows(chunks, frame)) {
        return table_part;
    }
    let mut cut = TablePart { source: TableSource::PartRuled, ..table_part };
    let kept = |cell: &PartCell| cell.rows.end <= first;
    cut.cells.retain(kept);
    cut.rows.truncate(first);
    cut.columns = frame.columns.to_vec();
    for (index, chunks) in rows.into_iter().enumerate() {
        for row_band in row_bands(chunks, frame, index > 0 || !continues) {
            add(&mut cut, &row_band, frame);
        }
    }
    cut
}
