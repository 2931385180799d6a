//! The lines outside the tables: headings, letterheads, furniture, notes, signature blocks.

use phuluc_model::Remainder;

use crate::convention::signature::is_signature;
use crate::furniture::appendix_heading::is_label;
use crate::furniture::footnote;
use crate::furniture::letterhead::{heading_start, is_letterhead, is_ornament, is_state_line};
use crate::furniture::title_above;
use crate::furniture::title_above::TitleAbove;
use crate::page_reader::cell_text::plain_word;
use phuluc_page::extent::Extent;
use phuluc_page::line::{Gap, Line};
use phuluc_page::placed_word::{Lie, PlacedWord};

/// A line outside the tables, or a part of one between wide gaps.
#[derive(Debug, Clone)]
pub(crate) struct PlacedLine {
    pub(crate) page: u32,
    pub(crate) x: Extent,
    pub(crate) lie: Lie,
    pub(crate) line: Line,
}

/// A gap wider than this many font sizes cuts a line: the two sides of a letterhead.
const PARTS: f32 = 2.0;

impl PlacedLine {
    /// The parts of a line of words.
    pub(crate) fn parts(words: &[PlacedWord], page: u32) -> Vec<Self> {
        let apart = |a: &PlacedWord, b: &PlacedWord| {
            b.x.min - a.x.max > PARTS * a.size.max(b.size) || a.lie != b.lie
        };
        words
            .chunk_by(|a, b| !apart(a, b))
            .filter_map(|part| {
                let gap = |index| if index == 0 { Gap::Line } else { Gap::Space };
                let words = part.iter().enumerate();
                let words = words.map(|(index, word)| plain_word(word, page, gap(index))).collect();
                Some(Self {
                    page,
                    x: Extent::around(part.iter().map(|word| word.x))?,
                    lie: part.first()?.lie,
                    line: Line { words, blanks_above: 0, page_mark: false },
                })
            })
            .collect()
    }
}

/// Whether a label or a signature is among the waiting lines; kept so that each line is tested
/// once.
#[derive(Debug, Default)]
struct Asked {
    lines: usize,
    label: bool,
    signature: bool,
}

/// Lines that wait for their table, and lines that are left out.
#[derive(Debug, Default)]
pub(crate) struct Outside {
    waiting: Vec<PlacedLine>,
    /// What was found in the waiting lines that are tested.
    asked: Asked,
    left: Vec<(Remainder, Line)>,
    /// Whether a table is above the waiting lines.
    below_table: bool,
}

impl Outside {
    pub(crate) fn add(&mut self, line: PlacedLine, furniture: Option<Remainder>) {
        let reason = match line.lie {
            Lie::Aslant => Some(Remainder::Watermark),
            Lie::Level | Lie::Turned => furniture,
        };
        match reason {
            Some(reason) => self.left.push((reason, line.line)),
            None => self.waiting.push(line),
        }
    }

    /// Whether a label such as `Phụ lục II` waits for its table.
    pub(crate) fn has_label(&mut self) -> bool {
        self.ask().label
    }

    pub(crate) fn has_signature(&mut self) -> bool {
        self.ask().signature
    }

    fn ask(&mut self) -> &Asked {
        let Self { waiting, asked, .. } = self;
        for PlacedLine { line, .. } in waiting.get(asked.lines..).unwrap_or_default() {
            asked.label |= is_label(line);
            asked.signature |= is_signature(line);
        }
        asked.lines = waiting.len();
        asked
    }

    /// Takes all waiting lines.
    fn take_waiting(&mut self) -> Vec<PlacedLine> {
        self.asked = Asked::default();
        std::mem::take(&mut self.waiting)
    }

    /// Takes the heading and the letterhead of a table that begins on a page.
    pub(crate) fn heading(&mut self, page: u32) -> (Vec<Line>, Vec<Line>) {
        let waiting = self.take_waiting();
        // A heading may be alone on the page before.
        let here = waiting.iter().any(|line| line.page == page);
        let from = if here { page } else { page.saturating_sub(1) };
        let (before, here) = waiting.split_at(waiting.partition_point(|line| line.page < from));
        let lines: Vec<Line> = here.iter().map(|line| line.line.clone()).collect();
        let start = heading_start(&lines);
        let (above, heading) = here.split_at(start);
        let above_lines: Vec<Line> = above.iter().map(|line| line.line.clone()).collect();
        let letterhead = if is_letterhead(&above_lines) { side_by_side(above) } else { Vec::new() };
        if letterhead.is_empty() {
            let above: Vec<PlacedLine> = before.iter().chain(above).cloned().collect();
            self.leave_lines(&above);
        } else {
            self.leave_lines(before);
            self.left.extend(letterhead.iter().map(|line| (Remainder::Letterhead, line.clone())));
        }
        self.below_table = true;
        let heading: Vec<Line> = heading.iter().map(|line| line.line.clone()).collect();
        let (ornaments, heading) = heading.into_iter().partition(is_ornament);
        let ornaments: Vec<Line> = ornaments;
        self.left.extend(ornaments.into_iter().map(|line| (Remainder::Ornament, line)));
        (heading, letterhead)
    }

    /// Takes the title at the end of the waiting lines.
    pub(crate) fn title_above(&mut self) -> Option<TitleAbove> {
        let mut lines: Vec<Line> = self.waiting.iter().map(|line| line.line.clone()).collect();
        let title_above = title_above::take(&mut lines, |_| true)?;
        self.waiting.truncate(lines.len());
        self.asked = Asked::default();
        Some(title_above)
    }

    /// Leaves out the waiting lines: they are between two parts of one table.
    pub(crate) fn between(&mut self) {
        let waiting = self.take_waiting();
        self.leave_lines(&waiting);
    }

    /// Leaves out the copy of a header.
    pub(crate) fn leave_header(&mut self, words: Vec<PlacedWord>, page: u32) {
        self.leave_as(words, page, Remainder::RepeatedHeader);
    }

    /// Leaves out the row that counts the columns.
    pub(crate) fn leave_counts(&mut self, words: Vec<PlacedWord>, page: u32) {
        self.leave_as(words, page, Remainder::ColumnNumbers);
    }

    /// Leaves out the words of a table that is not a task table.
    pub(crate) fn leave_words(&mut self, words: Vec<PlacedWord>, page: u32) {
        self.leave_as(words, page, Remainder::OutsideTable);
    }

    pub(crate) fn leave(&mut self, lines: Vec<(Remainder, Line)>) {
        self.left.extend(lines);
    }

    fn leave_as(&mut self, mut words: Vec<PlacedWord>, page: u32, reason: Remainder) {
        words.sort_by(|a, b| a.line.cmp(&b.line).then(a.x.min.total_cmp(&b.x.min)));
        for line in words.chunk_by(|a, b| a.line == b.line) {
            let words = line.iter().map(|word| plain_word(word, page, Gap::Space)).collect();
            self.left.push((reason, Line { words, blanks_above: 0, page_mark: false }));
        }
    }

    /// Leaves out lines, each with its reason.
    fn leave_lines(&mut self, lines: &[PlacedLine]) {
        let mut signature = false;
        for page in lines.chunk_by(|a, b| a.page == b.page) {
            let plain: Vec<Line> = page.iter().map(|line| line.line.clone()).collect();
            let notes = if self.below_table { note_start(&plain) } else { None };
            for (index, line) in plain.into_iter().enumerate() {
                signature |= self.below_table && is_signature(&line);
                let reason = if is_ornament(&line) {
                    Remainder::Ornament
                } else if signature {
                    Remainder::SignatureBlock
                } else if notes.is_some_and(|notes| notes <= index) {
                    Remainder::Footnote
                } else {
                    Remainder::OutsideTable
                };
                self.left.push((reason, line));
            }
        }
    }

    /// What was left out, in the order of the input.
    pub(crate) fn finish(mut self) -> Vec<(Remainder, Line)> {
        self.between();
        self.left.sort_by_key(|(_, line)| line.place());
        self.left
    }
}

/// The first line that opens with a note mark: a figure alone, or a star.
fn note_start(lines: &[Line]) -> Option<usize> {
    lines.iter().position(|line| footnote::opens_note(line.first()))
}

/// The lines of a letterhead: those on the left, then those on the right.
fn side_by_side(lines: &[PlacedLine]) -> Vec<Line> {
    let state = lines.iter().find(|line| is_state_line(&line.line.text()));
    let border = state.map_or(f32::INFINITY, |state| state.x.min);
    let (left, right): (Vec<&PlacedLine>, Vec<&PlacedLine>) =
        lines.iter().partition(|line| line.x.middle() < border);
    left.into_iter().chain(right).map(|line| line.line.clone()).collect()
}
