//! Tables without a grid: columns from labels and white, rows from numbers, from
//! white and from the rules that there are.

use std::collections::HashSet;

use crate::header::in_cells::header;
use crate::header::in_words::{WordHeader, candidates, head};
use crate::page_reader::char_grid_columns;
use crate::page_reader::column_span::{columns, span};
use crate::page_reader::column_widths::ColumnWidths;
use crate::page_reader::page_table::{PartCell, TablePart, TableSource};
use crate::page_reader::rows_by_partial_rules::{RowRules, RowsByRules};
use crate::page_reader::rows_by_whitespace::{
    RowBand, band, bands, has_rows, is_rest_of_title, right_edge,
};
use crate::page_reader::spanned_records::records;
use crate::page_reader::table_frame::TableFrame;
use crate::page_reader::text_block::{TextBlock, cut, is_outside, leading, slabs};
use crate::page_reader::text_chunk::{TextChunk, runs};
use phuluc_model::{Place, Role};
use phuluc_page::deadline::Deadline;
use phuluc_page::extent::Extent;
use phuluc_page::page::Page;
use phuluc_page::placed_word::{Lie, PlacedWord};
use phuluc_page::rule::Rule;

/// A rule that is as long as this share of the table parts rows.
const LONG: f32 = 0.6;

/// The edge of a table is ruled if a rule is this near to its text, in points.
const EDGE: f32 = 12.0;

/// White of so many sizes ends a table where no number follows.
const END: f32 = 3.0;

/// The tables among loose words, and the words that are left.
pub(crate) fn pieces(
    words: Vec<PlacedWord>,
    page: &Page,
    open: Option<TableFrame<'_>>,
    ledger: &mut ColumnWidths,
    watch: &Deadline<'_>,
) -> (Vec<TablePart>, Vec<PlacedWord>) {
    let (level, mut left): (Vec<PlacedWord>, Vec<PlacedWord>) =
        words.into_iter().partition(|word| word.lie == Lie::Level);
    let mut slabs = slabs(runs(&level));
    let header = open.map_or(&[][..], |open| open.header);
    let mut heads = heads(&slabs, page, open, ledger, watch);
    let mut pieces = Vec::new();
    let mut free = 0;
    if let Some(frame) = open {
        let stop = heads.first().map_or(slabs.len(), |found| found.head.slabs.start);
        let refit = refit(frame, slabs.get(..stop).unwrap_or_default(), page);
        let frame = TableFrame { columns: &refit, ..frame };
        let columns =
            own_columns(slabs.get_mut(..stop).unwrap_or_default(), frame, &[], page, ledger);
        let frame = TableFrame { columns: &columns, on_grid: page.on_grid, ..frame };
        let end = end(slabs.get(..stop).unwrap_or_default(), frame, true);
        if let Some(piece) = body(slabs.get(..end).unwrap_or_default(), frame, page, None) {
            pieces.push(piece);
            free = end;
        }
    }
    let stops: Vec<usize> = heads.iter().skip(1).map(|found| found.head.slabs.start).collect();
    for (found, stop) in heads.iter_mut().zip(stops.into_iter().chain([slabs.len()])) {
        let from = found.head.slabs.end;
        let below = slabs.get_mut(from..stop).unwrap_or_default();
        let frame = found.frame(header, page.on_grid);
        found.columns = own_columns(below, frame, &found.head.columns, page, ledger);
        let frame = found.frame(header, page.on_grid);
        let end = from + end(slabs.get(from..stop).unwrap_or_default(), frame, false);
        left.extend(words_of(slabs.get(free..found.head.slabs.start).unwrap_or_default()));
        let slabs = slabs.get(from..end).unwrap_or_default();
        pieces.extend(body(slabs, frame, page, Some(&found.head)));
        free = end;
    }
    left.extend(words_of(slabs.get(free..).unwrap_or_default()));
    left.sort_by(|a, b| a.line.cmp(&b.line).then(a.x.min.total_cmp(&b.x.min)));
    (pieces, left)
}

/// The columns as the lines of this page show them. Texts that touch over a border are cut there; on a
/// grid of characters each line is cut on its own.
fn own_columns(
    slabs: &mut [TextBlock],
    frame: TableFrame<'_>,
    labels: &[Extent],
    page: &Page,
    ledger: &mut ColumnWidths,
) -> Vec<Extent> {
    if !page.on_grid {
        cut(slabs, frame.columns);
        return frame.columns.to_vec();
    }
    let stop = slabs.iter().position(is_outside).unwrap_or(slabs.len());
    let slabs = slabs.get_mut(..stop).unwrap_or_default();
    let words =
        |slab: &TextBlock| slab.runs.iter().flat_map(|run| run.words.iter().cloned()).collect();
    let lines: Vec<Vec<PlacedWord>> = slabs.iter().map(words).collect();
    let cut = char_grid_columns::cut(&lines, frame, labels, ledger);
    for ((slab, runs), margin) in slabs.iter_mut().zip(cut.lines).zip(cut.margins) {
        let first = runs.first().and_then(|run| run.words.first());
        if let Some(word) = first.filter(|_| margin < char_grid_columns::weights::CLOSE) {
            ledger.doubt(word.line);
        }
        slab.runs = runs;
    }
    cut.columns
}

fn words_of(slabs: &[TextBlock]) -> impl Iterator<Item = PlacedWord> {
    slabs.iter().flat_map(|slab| &slab.runs).flat_map(|run| run.words.iter().cloned())
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

/// The headers of task tables among the slabs.
fn heads(
    slabs: &[TextBlock],
    page: &Page,
    open: Option<TableFrame<'_>>,
    ledger: &mut ColumnWidths,
    watch: &Deadline<'_>,
) -> Vec<HeaderOnPage> {
    let leading = leading(slabs);
    let header = open.map_or(&[][..], |open| open.header);
    let mut found: Vec<HeaderOnPage> = Vec::new();
    let candidates = candidates(slabs);
    let (tried, left) =
        candidates.split_at_checked(watch.limits.max_page_headers).unwrap_or((&candidates, &[]));
    if let Some(first) = left.first().and_then(|at| slabs.get(*at)).and_then(first_word) {
        ledger.leave(Place::new(page.number, first.line), candidates.len());
    }
    for at in tried.iter().copied() {
        if found.last().is_some_and(|last| at < last.head.slabs.end) {
            continue;
        }
        let Some(head) = head(slabs, at, page, leading, header, &watch.labels) else { continue };
        // Lines are of one header only.
        if found.last().is_some_and(|last| head.slabs.start < last.head.slabs.end) {
            continue;
        }
        let open = open.filter(|_| found.is_empty());
        found.extend(task_table(head, slabs, page, open, watch));
    }
    found
}

fn first_word(slab: &TextBlock) -> Option<&PlacedWord> {
    slab.runs.iter().find_map(|run| run.words.first())
}

/// A header with its columns, if its labels are those of a task table.
fn task_table(
    head: WordHeader,
    slabs: &[TextBlock],
    page: &Page,
    open: Option<TableFrame<'_>>,
    watch: &Deadline<'_>,
) -> Option<HeaderOnPage> {
    let below = slabs.get(head.slabs.start..)?.iter().take_while(|slab| !is_outside(slab));
    let runs: Vec<&TextChunk> = below.flat_map(|slab| &slab.runs).collect();
    let own = own(&head.columns, &runs, page);
    let columns = match open {
        Some(open)
            if goes_on(&head, open) && crossed(open.columns, &runs) <= crossed(&own, &runs) =>
        {
            open.columns.to_vec()
        }
        _ => own,
    };
    let piece = headed(Some(&head), &columns);
    let roles = header(&piece, page.number, watch.limits.max_columns, &watch.labels)?.roles();
    let number = roles.iter().position(|role| *role == Role::Number)?;
    Some(HeaderOnPage { head, columns, number, roles })
}

/// The columns of the open table, with the borders moved that texts of this page cross where none crosses
/// the one that they show under the labels: a column that was empty so far showed only its label, and
/// texts may begin before it.
fn refit(open: TableFrame<'_>, slabs: &[TextBlock], page: &Page) -> Vec<Extent> {
    let mut columns = open.columns.to_vec();
    if page.on_grid || open.labels.len() != columns.len() {
        return columns;
    }
    let runs: Vec<&TextChunk> =
        slabs.iter().take_while(|slab| !is_outside(slab)).flat_map(|slab| &slab.runs).collect();
    let own = own(open.labels, &runs, page);
    let crossing = |at: f32| runs.iter().filter(|run| run.x.holds(at)).count();
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
fn own(labels: &[Extent], runs: &[&TextChunk], page: &Page) -> Vec<Extent> {
    columns(labels, runs, Extent { min: 0.0, max: page.width })
}

/// Whether a header may be that of the open table, repeated: each label stands in its column. A page
/// with few lines shows less of the columns than the page before (`part-ruled-libreoffice-one-line-on-a-page.pdf`).
fn goes_on(head: &WordHeader, open: TableFrame<'_>) -> bool {
    let mut pairs = head.columns.iter().zip(open.columns);
    head.columns.len() == open.columns.len()
        && pairs.all(|(label, column)| span(*label, open.columns) == span(*column, open.columns))
}

/// How many times a text runs over a border.
fn crossed(columns: &[Extent], runs: &[&TextChunk]) -> usize {
    let over = |run: &&TextChunk| {
        let (first, last) = span(run.x, columns);
        last - first
    };
    runs.iter().map(over).sum()
}

/// How many slabs belong to the table that begins with the first of them.
fn end(slabs: &[TextBlock], frame: TableFrame<'_>, goes_on: bool) -> usize {
    let stop = slabs.iter().position(is_outside).unwrap_or(slabs.len());
    let slabs = slabs.get(..stop).unwrap_or_default();
    let slabs = slabs.get(..footnotes(slabs, frame)).unwrap_or_default();
    let numbered = |slab: &TextBlock| slab.runs.iter().any(|run| frame.is_number(run));
    let fits = |slab: &TextBlock| {
        let one = |run: &TextChunk| {
            let (first, last) = span(run.x, frame.columns);
            first == last
        };
        slab.runs.iter().all(one)
    };
    let last_number = slabs.iter().rposition(numbered);
    let mut end = match last_number {
        Some(last) => last + 1,
        // A page may hold nothing but the rest of a row.
        None if goes_on => 0,
        None => return slabs.len(),
    };
    let right = right_edge(slabs);
    // Lines under the last number belong to its row while they fit its columns or are those of a title.
    while let Some(slab) = slabs.get(end) {
        let above = end.checked_sub(1).and_then(|above| slabs.get(above));
        let size = slab.runs.first().map_or(0.0, |run| run.size);
        let far = above.is_some_and(|above| slab.y.min - above.y.max > END * size);
        let rest = above.is_some_and(|above| is_rest_of_title(slab, above, frame, right));
        if far || !(fits(slab) || rest) {
            break;
        }
        end += 1;
    }
    end
}

/// Where the footnotes of a page on a grid begin, if it has any: a number alone on its line, a text
/// across the columns below it, and above it a word that ends with the number.
fn footnotes(slabs: &[TextBlock], frame: TableFrame<'_>) -> usize {
    if !frame.on_grid {
        return slabs.len();
    }
    let mut marks: HashSet<&str> = HashSet::new();
    for (index, (slab, below)) in slabs.iter().zip(slabs.iter().skip(1)).enumerate() {
        let alone = if let [run] = slab.runs.as_slice() { run.word() } else { None };
        if alone.is_some_and(|number| marks.contains(number))
            && below.runs.iter().any(|run| frame.is_title(run, below))
        {
            return index;
        }
        marks.extend(slab.runs.iter().flat_map(|run| &run.words).filter_map(note_mark));
    }
    slabs.len()
}

/// The number that a word ends with.
fn note_mark(word: &PlacedWord) -> Option<&str> {
    let rest = word.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let mark = word.text.get(rest.len()..)?;
    (!rest.is_empty() && !mark.is_empty()).then_some(mark)
}

/// A piece that has nothing but its header.
fn headed(head: Option<&WordHeader>, columns: &[Extent]) -> TablePart {
    TablePart {
        source: TableSource::Unruled,
        columns: columns.to_vec(),
        rows: head.map_or_else(Vec::new, |head| vec![head.y; head.rows]),
        cells: head.map_or_else(Vec::new, |head| head.cells.clone()),
    }
}

/// The piece of a table that slabs show under its header.
fn body(
    slabs: &[TextBlock],
    frame: TableFrame<'_>,
    page: &Page,
    head: Option<&WordHeader>,
) -> Option<TablePart> {
    let runs: Vec<TextChunk> = slabs.iter().flat_map(|slab| slab.runs.iter().cloned()).collect();
    if head.is_none() && runs.is_empty() {
        return None;
    }
    let mut piece = headed(head, frame.columns);
    if let Some(counts) = head.and_then(|head| band(head.counts.clone())) {
        add(&mut piece, &counts, frame);
    }
    if let Some(partings) = RowRules::of(&page.rules.horizontal, &runs, frame) {
        let parted = partings.part(runs.clone(), frame);
        if !parted.rows.iter().any(|row| has_rows(row, frame)) {
            add_parted(&mut piece, parted, frame);
            piece.source = TableSource::PartRuled;
            return Some(piece);
        }
    }
    let rules = row_rules(&page.rules.horizontal, &runs);
    for (index, group) in between(runs, &rules).into_iter().enumerate() {
        // A rule parts rows: what stands between two of them is one row unless it has more numbers.
        let whole = !rules.is_empty() && !has_rows(&group, frame);
        let bands = if whole {
            band(group).into_iter().collect()
        } else {
            bands(group, frame, head.is_some_and(|head| !head.is_copy) || index > 0)
        };
        for band in bands {
            match records(&band, frame) {
                records if page.on_grid && records.len() > 1 => {
                    add_records(&mut piece, &band, &records, frame);
                }
                _ => add(&mut piece, &band, frame),
            }
        }
    }
    if page.on_grid {
        piece.source = TableSource::Aligned;
    } else if has_rules(&piece, page) {
        piece.source = TableSource::PartRuled;
    }
    Some(piece)
}

/// Adds ruled rows, some cells of which go over several.
fn add_parted(piece: &mut TablePart, parted: RowsByRules, frame: TableFrame<'_>) {
    let first = piece.rows.len();
    for band in parted.rows.into_iter().filter_map(band) {
        add(piece, &band, frame);
    }
    let mut covered = HashSet::new();
    for (rows, column, _) in &parted.tall {
        covered.extend(rows.clone().map(|row| (first + row, *column)));
    }
    let stays = |cell: &PartCell| {
        let column = cell.columns.start;
        !cell.words.is_empty()
            || cell.columns.len() != 1
            || !covered.contains(&(cell.rows.start, column))
    };
    piece.cells.retain(stays);
    for (rows, column, runs) in parted.tall {
        let rows = first + rows.start..first + rows.end;
        let words = runs.into_iter().flat_map(|run| run.words).collect();
        piece.cells.push(PartCell { rows, columns: column..column + 1, words });
    }
    piece.cells.sort_by_key(|cell| (cell.rows.start, cell.columns.start));
}

/// Whether a long rule stands in a piece or at its edge.
fn has_rules(piece: &TablePart, page: &Page) -> bool {
    let words = piece.cells.iter().flat_map(|cell| &cell.words);
    let Some(x) = Extent::around(words.map(|word| word.x)) else { return false };
    let y = Extent { min: piece.y().min - EDGE, max: piece.y().max + EDGE };
    let across = |rule: &Rule| y.holds(rule.at) && rule.along.overlap(x) > LONG * x.length();
    let down = |rule: &Rule| x.holds(rule.at) && rule.along.overlap(y) > LONG * y.length();
    page.rules.horizontal.iter().any(across) || page.rules.vertical.iter().any(down)
}

/// The heights of the rules that part the rows.
fn row_rules(rules: &[Rule], runs: &[TextChunk]) -> Vec<f32> {
    let (Some(x), Some(y)) = (
        Extent::around(runs.iter().map(|run| run.x)),
        Extent::around(runs.iter().map(|run| run.y)),
    ) else {
        return Vec::new();
    };
    let parts = |rule: &&Rule| y.holds(rule.at) && rule.along.overlap(x) > LONG * x.length();
    rules.iter().filter(parts).map(|rule| rule.at).collect()
}

/// The runs between rules, from top to bottom.
fn between(runs: Vec<TextChunk>, rules: &[f32]) -> Vec<Vec<TextChunk>> {
    let mut groups: Vec<Vec<TextChunk>> = vec![Vec::new(); rules.len() + 1];
    for run in runs {
        let above = rules.partition_point(|rule| *rule < run.y.middle());
        if let Some(group) = groups.get_mut(above) {
            group.push(run);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Adds a row to a piece. A text over several columns is one cell if nothing but a number stands
/// beside it; otherwise it belongs to the column in which it begins.
fn add(piece: &mut TablePart, band: &RowBand, frame: TableFrame<'_>) {
    let row = piece.rows.len();
    piece.rows.push(band.y);
    let spans: Vec<(usize, usize)> =
        band.runs.iter().map(|run| span(run.x, frame.columns)).collect();
    let across =
        spans.iter().copied().filter(|(first, last)| first < last).max_by_key(|(a, b)| b - a);
    let title = across.filter(|(from, to)| {
        let beside = RowTexts::of(band, frame);
        spans.iter().zip(&band.runs).all(|((first, last), run)| {
            (from <= first && last <= to && !beside.has(run))
                || (*first == frame.number && frame.is_number(run))
        })
    });
    let mut cells: Vec<Vec<PlacedWord>> = vec![Vec::new(); frame.columns.len()];
    for (run, (first, _)) in band.runs.iter().zip(&spans) {
        let column = match title {
            Some((from, to)) if (from..=to).contains(first) => from,
            _ => *first,
        };
        if let Some(cell) = cells.get_mut(column) {
            cell.extend(run.words.iter().cloned());
        }
    }
    for (column, words) in cells.into_iter().enumerate() {
        let end = match title {
            Some((from, to)) if from == column => to + 1,
            Some((from, to)) if (from..=to).contains(&column) => continue,
            _ => column + 1,
        };
        piece.cells.push(PartCell { rows: row..row + 1, columns: column..end, words });
    }
}

/// The texts of a row that are no numbers, by their heights.
struct RowTexts {
    /// Where each stands, and the next of them that stands elsewhere along its line.
    texts: Vec<(f32, Extent, usize)>,
}

impl RowTexts {
    fn of(band: &RowBand, frame: TableFrame<'_>) -> Self {
        let texts = band.runs.iter().filter(|run| !frame.is_number(run));
        let mut texts: Vec<(f32, Extent, usize)> =
            texts.map(|run| (run.baseline, run.x, usize::MAX)).collect();
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

    /// Whether something but a number stands on the line of a run.
    fn has(&self, run: &TextChunk) -> bool {
        let first = self.texts.partition_point(|(baseline, ..)| baseline - run.baseline <= -1.0);
        let Some((_, x, next)) = self.texts.get(first) else { return false };
        let other = if *x == run.x { *next } else { first };
        self.texts.get(other).is_some_and(|(baseline, ..)| baseline - run.baseline < 1.0)
    }
}

/// Adds the records of a row. Its number and its task span them, and so does a cell that stands
/// around their middle and not around that of a record.
fn add_records(piece: &mut TablePart, band: &RowBand, records: &[Extent], frame: TableFrame<'_>) {
    let first = piece.rows.len();
    piece.rows.extend(records);
    let whole = first..first + records.len();
    let mut cells: Vec<PartCell> = Vec::new();
    for (column, role) in frame.roles.iter().enumerate() {
        let own = |run: &&TextChunk| span(run.x, frame.columns).0 == column;
        let texts: Vec<&TextChunk> = band.runs.iter().filter(own).collect();
        let words = |texts: &mut dyn Iterator<Item = &&TextChunk>| {
            texts.flat_map(|run| run.words.iter().cloned()).collect::<Vec<PlacedWord>>()
        };
        let columns = column..column + 1;
        if matches!(role, Role::Number | Role::Task) || spans(&texts, band.y, records) {
            let words = words(&mut texts.iter());
            cells.push(PartCell { rows: whole.clone(), columns, words });
            continue;
        }
        let mut own: Vec<Vec<&TextChunk>> = vec![Vec::new(); records.len()];
        for run in texts {
            // Records stand below each other.
            let at = run.y.middle();
            let below = records.partition_point(|record| record.max <= at);
            if let (Some(record), Some(own)) = (records.get(below), own.get_mut(below))
                && record.min <= at
            {
                own.push(run);
            }
        }
        for (row, texts) in whole.clone().zip(own) {
            let words = words(&mut texts.iter());
            cells.push(PartCell { rows: row..row + 1, columns: columns.clone(), words });
        }
    }
    cells.sort_by_key(|cell| (cell.rows.start, cell.columns.start));
    piece.cells.append(&mut cells);
}

/// Whether the texts of a column are one cell over all records.
fn spans(texts: &[&TextChunk], row: Extent, records: &[Extent]) -> bool {
    let Some(y) = Extent::around(texts.iter().map(|run| run.y)) else { return true };
    let off = |stretch: &Extent| (stretch.middle() - y.middle()).abs();
    let holds = records.iter().filter(|record| record.overlap(y) > 0.0).count();
    let nearest = records.iter().map(off).fold(f32::MAX, f32::min);
    holds < records.len() && texts.len() < records.len() + holds && off(&row) < nearest
}

/// Cuts the rows of a ruled piece that hold several numbered rows: only its columns are ruled.
///
/// `goes_on` tells that it goes on with a table of the page before, `columns_only` that no rules
/// parted the rows there.
pub(crate) fn with_rows(
    piece: TablePart,
    first: usize,
    frame: TableFrame<'_>,
    goes_on: bool,
    columns_only: bool,
) -> TablePart {
    let runs_of = |row: usize| -> Vec<TextChunk> {
        let mut words: Vec<PlacedWord> =
            piece.row(row).flat_map(|cell| cell.words.iter().cloned()).collect();
        words.sort_by(|a, b| a.line.cmp(&b.line).then(a.x.min.total_cmp(&b.x.min)));
        runs(&words)
    };
    // A cell over several rows shows that rules part the rows; cutting them would lose it.
    let spans = |cell: &PartCell| cell.rows.end > first && cell.rows.len() > 1;
    if piece.cells.iter().any(spans) {
        return piece;
    }
    let rows: Vec<Vec<TextChunk>> = (first..piece.rows.len()).map(runs_of).collect();
    if !columns_only && !rows.iter().any(|runs| has_rows(runs, frame)) {
        return piece;
    }
    let mut cut = TablePart { source: TableSource::PartRuled, ..piece };
    let kept = |cell: &PartCell| cell.rows.end <= first;
    cut.cells.retain(kept);
    cut.rows.truncate(first);
    cut.columns = frame.columns.to_vec();
    for (index, runs) in rows.into_iter().enumerate() {
        for band in bands(runs, frame, index > 0 || !goes_on) {
            add(&mut cut, &band, frame);
        }
    }
    cut
}
