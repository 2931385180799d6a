//! Counts from the clearly read rows of a document, which help to read the other rows.

use std::sync::LazyLock;

use phuluc_model::Role;

use crate::cells::column_width;
use crate::cells::column_width::{FULL, LineRoom, SLACK};
use crate::cells::counts::{BORDER, INSIDE, KeyCounts, count_in, odds, without_own_share};
use crate::cells::measure::{CellLine, Measured, WordSpan};
use crate::cells::row_reading::RowReading;
use crate::cells::vocabulary::WordFacts;
use crate::cells::weights;
use phuluc_page::em::SPACE;
use phuluc_page::line::Gap;

/// A row is a misfit from this many lines on that fit no width, if they are at least one line in
/// `MISFIT_SHARE`.
const MISFIT_LINES: usize = 2;
const MISFIT_SHARE: usize = 3;

/// Rows with a smaller margin are not counted: a wrong reading would be repeated in other rows.
const CLEAR: f32 = 0.6;

/// Rows with this margin count fully; between `CLEAR` and this they count in proportion.
const SURE: f32 = 2.0;

/// With fewer cells there are too few samples to know the usual length.
const MIN_CELLS: usize = 3;

/// Everything that was counted, per column or per border.
#[derive(Debug)]
pub(crate) struct DocumentStats {
    pub(crate) columns: Vec<ColumnStats>,
    /// How many cells of each column open with a word.
    first_words: KeyCounts,
    /// How many cells of each column hold a value.
    values: KeyCounts,
    /// How many items of lists of units hold a value.
    items: KeyCounts,
    /// For two words, how often a border separates them and how often not.
    joints: KeyCounts,
    /// The same for the word before the border alone, and for the word after it alone.
    lasts: KeyCounts,
    firsts: KeyCounts,
    /// The same for any two words.
    all_joints: (f32, f32),
    /// By the number of lines of the cell before and after a border (each at most three): borders
    /// inside a line, and all borders.
    borders: [[(f32, f32); 4]; 4],
    /// The weight of the row that is being counted.
    teaches: f32,
    /// Empty lines at borders and inside cells, each with the number of all line ends there.
    blank_at_borders: (f32, f32),
    blank_inside: (f32, f32),
    /// The same for lines that open with a space, among line ends without an empty line.
    indent_at_borders: (f32, f32),
    indent_inside: (f32, f32),
}

/// The counts of one column.
#[derive(Debug)]
pub(crate) struct ColumnStats {
    pub(crate) role: Role,
    /// Its width in ems; `None` while there are too few samples.
    pub(crate) width: Option<f32>,
    /// Breaks inside cells where the next word had room, and all breaks inside cells.
    ragged: (f32, f32),
    /// Lines that contradict the width of most lines, and all lines.
    against: (f32, f32),
    /// The penalty of a break that left room for the next word.
    pub(crate) raggedness: f32,
    /// The penalty of an empty cell.
    pub(crate) emptiness: f32,
    /// The search tries no cell with more words than this.
    pub(crate) most_words: usize,
    cells: f32,
    empty: f32,
    /// Mean and deviation of the logarithm of the number of words.
    pub(crate) length: (f32, f32),
}

impl DocumentStats {
    /// Only the priors, before any row is counted.
    pub(crate) fn without_rows(roles: &[Role]) -> Self {
        let columns = roles.iter().map(|role| ColumnStats::new(*role)).collect();
        let mut borders = [[(0.0, 0.0); 4]; 4];
        for (before, row) in borders.iter_mut().enumerate() {
            for (after, border) in row.iter_mut().enumerate() {
                *border = usual_border(before, after);
            }
        }
        Self {
            columns,
            first_words: KeyCounts::default(),
            values: KeyCounts::default(),
            items: KeyCounts::default(),
            joints: KeyCounts::default(),
            lasts: KeyCounts::default(),
            firsts: KeyCounts::default(),
            all_joints: USUAL_JOINTS,
            borders,
            teaches: 1.0,
            blank_at_borders: (1.0, 2.0),
            blank_inside: (1.0, 2.0),
            indent_at_borders: (1.0, 2.0),
            indent_inside: (1.0, 2.0),
        }
    }

    /// The counts of the clear rows.
    pub(crate) fn learn<'a>(
        roles: &[Role],
        rows: impl Iterator<Item = (&'a Measured<'a>, &'a RowReading)>,
    ) -> Self {
        let mut stats = Self::without_rows(roles);
        let mut widths: Vec<Vec<LineRoom>> = vec![Vec::new(); roles.len()];
        let mut lengths: Vec<Vec<f32>> = vec![Vec::new(); roles.len()];
        let clear: Vec<_> = rows.filter(|(_, reading)| is_clear(reading)).collect();
        for (row, reading) in &clear {
            stats.teaches = teaches(reading);
            for record in &reading.records {
                for (index, cell) in record.iter().enumerate() {
                    stats.count_cell(row, index, cell, &mut widths, &mut lengths);
                }
                stats.count_borders(row, record);
            }
        }
        for ((column, widths), lengths) in stats.columns.iter_mut().zip(widths).zip(&lengths) {
            column.width = column_width::width(&widths);
            column.against = column_width::against(&widths);
            column.learn_length(lengths);
        }
        for (row, reading) in &clear {
            stats.count_ragged(row, reading);
        }
        for column in &mut stats.columns {
            column.settle();
        }
        stats
    }

    fn count_cell(
        &mut self,
        row: &Measured<'_>,
        index: usize,
        cell: &[WordSpan],
        widths: &mut [Vec<LineRoom>],
        lengths: &mut [Vec<f32>],
    ) {
        let Some(column) = self.columns.get_mut(index) else { return };
        let Some((first, _)) = row.ends(cell) else {
            column.empty += 1.0;
            return;
        };
        column.cells += 1.0;
        count_in(&mut self.values, row.key(cell), index, self.teaches);
        count_in(&mut self.first_words, first.facts.key, index, self.teaches);
        if let Some(widths) = widths.get_mut(index) {
            widths.extend(row.lines(cell).map(LineRoom::from_line));
        }
        if let Some(lengths) = lengths.get_mut(index) {
            lengths.push(ln(Measured::count(cell)));
        }
        if matches!(column.role, Role::LeadUnit | Role::CoordinatingUnit) {
            for item in cell.iter().flat_map(|span| row.items(*span)) {
                count_in(&mut self.items, row.key(&[item]), 0, self.teaches);
            }
        }
        for span in cell {
            let words = row.span_tokens(*span);
            for (before, token) in words.iter().zip(words.iter().skip(1)) {
                count_blank(&mut self.blank_inside, token.gap);
                count_indent(&mut self.indent_inside, token.gap);
                if token.may_open_a_cell() {
                    self.count_joint(before.facts, token.facts, INSIDE);
                }
            }
        }
    }

    fn count_borders(&mut self, row: &Measured<'_>, record: &[Vec<WordSpan>]) {
        let mut before: Option<WordSpan> = None;
        for span in record.iter().filter_map(|cell| cell.first().copied()) {
            if let Some(before) = before.filter(|before| before.end == span.start) {
                let gap = row.span_tokens(span).first().map_or(Gap::Line, |token| token.gap);
                count_blank(&mut self.blank_at_borders, gap);
                count_indent(&mut self.indent_at_borders, gap);
                if let (Some(last), Some(first)) =
                    (row.span_tokens(before).last(), row.span_tokens(span).first())
                {
                    self.count_joint(last.facts, first.facts, BORDER);
                }
                let border = self.border_mut(row.line_class(before), row.line_class(span));
                if let Some((inside, all)) = border {
                    *all += 1.0;
                    *inside += if gap.opens_line() { 0.0 } else { 1.0 };
                }
            }
            before = Some(span);
        }
    }

    fn count_joint(&mut self, before: &WordFacts, after: &WordFacts, kind: usize) {
        count_in(&mut self.joints, joint(before, after), kind, self.teaches);
        count_in(&mut self.lasts, before.key, kind, self.teaches);
        count_in(&mut self.firsts, after.key, kind, self.teaches);
        let (border, inside) = &mut self.all_joints;
        *(if kind == BORDER { border } else { inside }) += self.teaches;
    }

    fn border_mut(&mut self, before: usize, after: usize) -> Option<&mut (f32, f32)> {
        self.borders.get_mut(before)?.get_mut(after)
    }

    fn count_ragged(&mut self, row: &Measured<'_>, reading: &RowReading) {
        for record in &reading.records {
            for (column, cell) in self.columns.iter_mut().zip(record) {
                let Some(width) = column.width else { continue };
                for line in row.lines(cell) {
                    if line.next.is_some() {
                        column.ragged.1 += 1.0;
                    }
                    if is_broken(line, width) {
                        column.ragged.0 += 1.0;
                    }
                }
            }
        }
    }

    /// Whether the lines of tasks agree with no width: where lines are mixed half of them do not,
    /// in other texts less than one in ten.
    pub(crate) fn has_broken_lines(&self) -> bool {
        let mut tasks = self.columns.iter().filter(|column| column.role == Role::Task);
        tasks.any(|task| task.against.1 >= MIN_LINES && task.against.0 > 0.5 * task.against.1)
    }

    /// Whether many lines of a row do not fit the widths of their columns.
    pub(crate) fn misfit(&self, row: &Measured<'_>, reading: &RowReading) -> bool {
        let (mut against, mut all) = (0, 0);
        for record in &reading.records {
            for (column, cell) in self.columns.iter().zip(record) {
                let Some(width) = column.width else { continue };
                let paragraphs = paragraphs(row, width, cell);
                for line in row.lines(cell) {
                    let opens = line.next.is_some_and(|(_, index)| paragraphs.contains(&index));
                    let broken = is_broken(line, width) && !opens;
                    all += 1;
                    against += usize::from(broken || line.width > SLACK * width);
                }
            }
        }
        against >= MISFIT_LINES && against * MISFIT_SHARE > all
    }

    /// The logarithm of how usual such a border is: inside a line or at a line's end, between cells
    /// of `before` and `after` lines.
    pub(crate) fn border(&self, gap: Gap, before: usize, after: usize) -> f32 {
        let (inside, all) =
            self.borders.get(before).and_then(|row| row.get(after)).copied().unwrap_or((1.0, 2.0));
        let share = inside / all;
        if !gap.opens_line() {
            return share.ln();
        }
        let contrast = |is: bool, border: (f32, f32), inside: (f32, f32)| {
            let share = |(with, all): (f32, f32)| if is { with / all } else { 1.0 - with / all };
            (share(border) / share(inside)).ln()
        };
        let blank = contrast(gap == Gap::Blank, self.blank_at_borders, self.blank_inside);
        let indent = contrast(gap == Gap::Indent, self.indent_at_borders, self.indent_inside);
        let contrast = match gap {
            Gap::Blank => blank,
            Gap::Line | Gap::Indent => blank + indent,
            _ => 0.0,
        };
        (1.0 - share).ln() + contrast
    }

    /// The log odds of a border between two words: from the counts of the pair, and if the pair is
    /// rare from the counts of each word alone.
    ///
    /// The share of the row itself is left out.
    pub(crate) fn joint(
        &self,
        before: &WordFacts,
        after: &WordFacts,
        own_share: Option<(bool, f32)>,
    ) -> f32 {
        let (border, inside) = self.all_joints;
        let usual = (border / inside).ln();
        let single =
            |counts: &KeyCounts, key: u64| odds(counts.get(&key), usual, own_share) - usual;
        let singles = single(&self.lasts, before.key) + single(&self.firsts, after.key);
        let expected = usual + singles.clamp(weights::SINGLES.0, weights::SINGLES.1);
        odds(self.joints.get(&joint(before, after)), expected, own_share) - usual
    }

    /// How many other cells of the column have the same value.
    pub(crate) fn returns(&self, column: usize, key: u64, own_share: f32) -> f32 {
        let counts = self.values.get(&key).and_then(|counts| counts.get(column));
        without_own_share(counts.copied().unwrap_or(0.0), own_share)
    }

    /// How many other items of lists of units have the same value.
    pub(crate) fn returning_items(&self, key: u64, own_share: f32) -> f32 {
        let counts = self.items.get(&key).and_then(|counts| counts.first());
        without_own_share(counts.copied().unwrap_or(0.0), own_share)
    }

    /// The log odds that a cell that opens with this word is of this column and not of another one.
    /// `own_share` is the column where the row itself opened a cell with it, and its weight.
    pub(crate) fn first_word(
        &self,
        column: usize,
        key: u64,
        own_share: Option<(usize, f32)>,
    ) -> f32 {
        let Some(counts) = self.first_words.get(&key) else { return 0.0 };
        let all = without_own_share(
            counts.iter().sum(),
            own_share.map_or(0.0, |(_, own_share)| own_share),
        );
        let own_share = own_share
            .filter(|(opened, _)| *opened == column)
            .map_or(0.0, |(_, own_share)| own_share);
        let here = without_own_share(counts.get(column).copied().unwrap_or(0.0), own_share);
        #[expect(clippy::cast_precision_loss, reason = "a table has few columns")]
        let columns = self.columns.len() as f32;
        ((here + 0.3) / (all + 0.3 * columns) * columns).ln()
    }

    /// The width of a column in ems.
    pub(crate) fn width(&self, column: usize) -> Option<f32> {
        self.columns.get(column).and_then(|column| column.width)
    }
}

/// The words of a cell that open a paragraph: they follow the end of a sentence, and the line
/// before was broken although it had room (IV.1 of the seed).
pub(crate) fn paragraphs(row: &Measured<'_>, width: f32, cell: &[WordSpan]) -> Vec<usize> {
    let opens = |line: CellLine| {
        let (_, index) = line.next?;
        let before = row.tokens.get(index.checked_sub(1)?)?.facts;
        let opens = row.tokens.get(index)?.facts.first;
        let ends = matches!(before.last, '.' | ';' | ':' | '!' | '?');
        let may = ends && is_broken(line, width) && (opens.is_uppercase() || opens == '-');
        may.then_some(index)
    };
    row.lines(cell).filter_map(opens).collect()
}

/// Whether a line ends although its column had room for the next word.
fn is_broken(line: CellLine, width: f32) -> bool {
    line.next.is_some_and(|(next, _)| line.width + SPACE + next < FULL * width)
}

impl ColumnStats {
    fn new(role: Role) -> Self {
        Self {
            role,
            width: None,
            ragged: USUALLY_RAGGED,
            against: (0.0, 0.0),
            raggedness: 0.0,
            emptiness: usual_emptiness(role),
            most_words: most_words(role, usual_length(role)),
            cells: 0.0,
            empty: 0.0,
            length: usual_length(role),
        }
    }

    /// Computes width and penalties from the counted cells.
    fn settle(&mut self) {
        self.raggedness = (self.ragged.0 / self.ragged.1).ln().max(-3.0);
        let rows = self.cells + self.empty;
        self.emptiness =
            ((self.empty + 4.0 * usual_emptiness(self.role).exp()) / (rows + 4.0)).ln();
        self.most_words = most_words(self.role, self.length);
    }

    fn learn_length(&mut self, lengths: &[f32]) {
        #[expect(clippy::cast_precision_loss, reason = "a table has far fewer rows")]
        let count = lengths.len() as f32;
        if lengths.len() < MIN_CELLS {
            return;
        }
        // The prior weighs as much as three cells, so that few cells do not decide alone.
        let (usual, spread) = self.length;
        let mean = (lengths.iter().sum::<f32>() + 3.0 * usual) / (count + 3.0);
        let square = lengths.iter().map(|length| (length - mean).powi(2)).sum::<f32>()
            + 3.0 * spread.powi(2);
        self.length = (mean, (square / (count + 3.0)).sqrt().max(0.35));
    }
}

/// Prior of breaks that left room for the next word: one in eight.
const USUALLY_RAGGED: (f32, f32) = (1.0, 8.0);

/// Fewer lines of tasks are too few samples to decide that lines are mixed.
const MIN_LINES: f32 = 30.0;

/// Prior of two words with a border between them, and without one.
const USUAL_JOINTS: (f32, f32) = (1.0, 3.0);

/// Whether the margin of a row is large enough to count it.
pub(crate) fn is_clear(reading: &RowReading) -> bool {
    reading.margin >= CLEAR
}

/// The weight of a clear row: the smaller its margin, the smaller the weight.
pub(crate) fn teaches(reading: &RowReading) -> f32 {
    (reading.margin / SURE).min(1.0)
}

fn joint(before: &WordFacts, after: &WordFacts) -> u64 {
    before.key.rotate_left(17) ^ after.key
}

/// The prior penalty of an empty cell.
const fn usual_emptiness(role: Role) -> f32 {
    match role {
        Role::Task => weights::EMPTY_TASK,
        Role::LeadUnit => weights::EMPTY_LEAD,
        Role::CoordinatingUnit => weights::EMPTY_COORDINATING,
        Role::Timeframe => weights::EMPTY_TIME,
        Role::Note => weights::EMPTY_NOTE,
        Role::Extra => weights::EMPTY_EXTRA,
        Role::Number | Role::Product => weights::EMPTY,
    }
}

/// A bound far above the usual length of a cell of the column; a task has no bound.
fn most_words(role: Role, (mean, spread): (f32, f32)) -> usize {
    if role == Role::Task {
        return usize::MAX;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    let most = (mean + 4.0 * spread).exp().clamp(40.0, 160.0) as usize;
    most
}

fn count_indent((indent, all): &mut (f32, f32), gap: Gap) {
    if matches!(gap, Gap::Indent | Gap::Line) {
        *all += 1.0;
        *indent += if gap == Gap::Indent { 1.0 } else { 0.0 };
    }
}

fn count_blank((blank, all): &mut (f32, f32), gap: Gap) {
    if matches!(gap, Gap::Blank | Gap::Line | Gap::Indent) {
        *all += 1.0;
        *blank += if gap == Gap::Blank { 1.0 } else { 0.0 };
    }
}

/// Prior of borders, as counts: two cells of one line each share a line if they start at the same
/// height; a longer cell shares one only in centred rows.
fn usual_border(before: usize, after: usize) -> (f32, f32) {
    match (before, after) {
        (1, 1) => (2.0, 3.0),
        (1, _) => (1.0, 3.0),
        (2, 1) => (0.3, 3.0),
        _ => (0.05, 3.0),
    }
}

/// Prior of the mean and deviation of the logarithm of a cell's words, measured on gazette tables.
fn usual_length(role: Role) -> (f32, f32) {
    match role {
        Role::Task => (3.2, 0.7),
        Role::LeadUnit | Role::CoordinatingUnit => (1.7, 0.8),
        Role::Timeframe => (1.1, 0.7),
        Role::Number => (0.0, 0.5),
        Role::Product | Role::Note | Role::Extra => (1.6, 0.9),
    }
}

/// The logarithms of small counts.
static LOGARITHMS: LazyLock<Vec<f32>> = LazyLock::new(|| (0..256).map(logarithm).collect());

/// The logarithm of a count; 0 for 0.
pub(crate) fn ln(count: usize) -> f32 {
    LOGARITHMS.get(count).copied().unwrap_or_else(|| logarithm(count))
}

fn logarithm(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a cell has far fewer words")]
    let count = count.max(1) as f32;
    count.ln()
}
