//! The rows of a table, joined over its pages.
//!
//! A cell that spans rows is one cell that several rows show, so what a page adds to it reaches all
//! of them.

use std::ops::Range;

use phuluc_model::ordinal::{Ordinal, Scheme};
use phuluc_model::{Remainder, Role};

use super::cell::{Breaks, Text, plain_word, text};
use super::chapter::{self, Chapter};
use super::extent::Extent;
use super::page::PlacedWord;
use super::piece::{Piece, PieceCell, Recogniser};
use super::rest::{self, Rest};
use crate::copies::Copies;
use crate::label::Label;
use crate::page::{Gap, Line, Word};
use crate::table::{Cell, Kind, Number, Row, Spot};
use phuluc_meaning::fold::is_plain;

/// A title across the table that is no section ends like a sentence or has more words than this.
const MAX_TITLE: usize = 40;

/// The rows so far.
#[derive(Debug)]
pub(super) struct Rows {
    roles: Vec<Role>,
    cells: Vec<Text>,
    drafts: Vec<Draft>,
    /// Whether a row without a number of its own stands inside a page.
    numberless: bool,
    /// Whether cells keep where they stand.
    spots: bool,
}

/// A row of cells by their index, one for each column.
#[derive(Debug)]
struct Draft {
    kind: Kind,
    cells: Vec<Option<usize>>,
    /// Whether the row goes on over a page in a way that may be read otherwise.
    doubtful: bool,
}

/// A cell of a piece as one row shows it.
#[derive(Debug, Clone)]
struct Shown {
    /// The cell of the piece.
    index: usize,
    /// The columns of the table that it covers.
    columns: Range<usize>,
    /// Whether it has words.
    filled: bool,
    /// Whether it spans several rows.
    tall: bool,
}

impl Rows {
    pub(super) fn new(labels: &[Label], spots: bool) -> Self {
        let roles = labels.iter().map(|label| label.role).collect();
        Self { roles, cells: Vec::new(), drafts: Vec::new(), numberless: false, spots }
    }

    /// Adds the title of a chapter as a section.
    pub(super) fn add_chapter(&mut self, chapter: Option<Chapter>) {
        let Some(Chapter { number, title }) = chapter else { return };
        let first = self.cells.len();
        self.cells.extend([Text::of(number), Text::of(title)]);
        let cells = vec![Some(first), Some(first + 1)];
        self.drafts.push(Draft { kind: Kind::Section, cells, doubtful: false });
    }

    /// Adds the rows of a piece from `first` on; returns the rows that are none, and cells beside the
    /// columns.
    pub(super) fn add(
        &mut self,
        piece: Piece,
        first: usize,
        columns: &[Extent],
        page: u32,
        goes_on: bool,
    ) -> Vec<(Remainder, Line)> {
        let spans: Vec<Range<usize>> =
            piece.cells.iter().map(|cell| covered(&piece, cell, columns)).collect();
        let beside = beside(&piece, &spans, first, page);
        let widths = widths(&piece, &spans, columns.len());
        let recogniser = piece.recogniser;
        let shown = shown_from(&piece, &spans, first);
        let sides = Sides { recogniser, page, columns: piece.columns, rows: piece.rows };
        let texts = piece.cells.into_iter().zip(&spans).map(|(cell, span)| {
            let width = span.clone().filter_map(|column| widths.get(column)).sum();
            let breaks = match recogniser {
                Recogniser::Delimited => Breaks::Written,
                Recogniser::Aligned => Breaks::Pressed(width),
                _ => Breaks::Wrapped(width),
            };
            (cell.rows.start >= first).then(|| {
                let spot = if self.spots { sides.spot(&cell) } else { None };
                let mut text = text(cell.words, page, breaks);
                text.cell.spots.extend(spot);
                text
            })
        });
        let texts: Vec<Option<Text>> = texts.collect();
        let mut adding = Adding { rows: self, texts, ids: Vec::new(), left: beside };
        adding.ids = vec![None; adding.texts.len()];
        for (index, shown) in shown.iter().enumerate() {
            adding.add_row(shown, goes_on && index == 0);
        }
        adding.left
    }

    /// Whether a row to come has no number, or that of the last row.
    fn lacks_number(&self, cells: &[Option<usize>]) -> bool {
        let Some(at) = self.roles.iter().position(|role| *role == Role::Number) else {
            return false;
        };
        let of = |cells: &[Option<usize>]| cells.get(at).copied().flatten();
        let last = self.drafts.last().filter(|last| last.kind == Kind::Task);
        of(cells).is_none_or(|number| last.and_then(|last| of(&last.cells)) == Some(number))
    }

    /// Whether the last two rows share their cell of a column.
    fn ends_tall(&self, column: usize) -> bool {
        let mut last = self.drafts.iter().rev().map(|row| row.cells.get(column).copied().flatten());
        matches!((last.next(), last.next()), (Some(Some(a)), Some(Some(b))) if a == b)
    }

    /// What the cells of all rows count against the limit of cells: a cell that several rows show is
    /// copied, so its words count in each but the first.
    pub(super) fn weight(&self) -> usize {
        let mut shown = vec![false; self.cells.len()];
        let mut weight = 0_usize;
        for cell in self.drafts.iter().flat_map(|draft| &draft.cells) {
            let shown = cell.and_then(|id| Some((shown.get_mut(id)?, self.cells.get(id)?)));
            let words = shown.map_or(0, |(shown, text)| {
                if std::mem::replace(shown, true) { text.cell.words.len() } else { 0 }
            });
            weight = weight.saturating_add(1 + words);
        }
        weight
    }

    /// The rows with their cells.
    pub(super) fn finish(mut self, copies: &mut Copies) -> Vec<Row> {
        let mut uses = vec![0; self.cells.len()];
        for id in self.drafts.iter().flat_map(|draft| &draft.cells).flatten() {
            if let Some(uses) = uses.get_mut(*id) {
                *uses += 1;
            }
        }
        let mut cells: Vec<Shared> = std::mem::take(&mut self.cells)
            .into_iter()
            .zip(uses)
            .map(|(text, uses)| Shared { cell: text.cell, uses, repeated: false, left_out: false })
            .collect();
        copies.read(cells.iter().map(|shared| shared.cell.words.len()).sum());
        self.drafts.iter().map(|draft| self.row(draft, &mut cells, copies)).collect()
    }

    fn row(&self, draft: &Draft, shared: &mut [Shared], copies: &mut Copies) -> Row {
        let mut take = |id: Option<usize>| {
            let shared = id.and_then(|id| shared.get_mut(id));
            shared.map(|shared| shared.take(copies)).unwrap_or_default()
        };
        let mut number = None;
        let mut cells = Vec::new();
        if draft.kind == Kind::Section {
            let mut parts = draft.cells.iter().map(|id| take(*id));
            number = parts.next().and_then(number_of);
            cells.extend(parts);
        } else {
            for (role, id) in self.roles.iter().zip(&draft.cells) {
                match role {
                    Role::Number => number = number_of(take(*id)),
                    _ => cells.push(take(*id)),
                }
            }
        }
        let margin = draft.doubtful.then_some(0.0);
        Row { kind: draft.kind, number, cells, margin, flaw: None }
    }
}

/// Where the columns and rows of a piece stand.
struct Sides {
    recogniser: Recogniser,
    page: u32,
    columns: Vec<Extent>,
    rows: Vec<Extent>,
}

impl Sides {
    /// Where a cell stands: between its rules, or around its words where there are none.
    fn spot(&self, cell: &PieceCell) -> Option<Spot> {
        let (x, y) = if self.recogniser == Recogniser::Ruled {
            let columns = self.columns.get(cell.columns.clone())?;
            let rows = self.rows.get(cell.rows.clone())?;
            (Extent::around(columns.iter().copied())?, Extent::around(rows.iter().copied())?)
        } else {
            let x = Extent::around(cell.words.iter().map(|word| word.x))?;
            let y = Extent::around(cell.words.iter().map(PlacedWord::y))?;
            (wider(x), wider(y))
        };
        Some(Spot { page: self.page, x, y })
    }
}

/// White around the words of a cell without rules, in points, that a person sees them better.
const WHITE: f32 = 1.5;

fn wider(stretch: Extent) -> Extent {
    Extent { min: stretch.min - WHITE, max: stretch.max + WHITE }
}

/// A cell and the rows that show it.
struct Shared {
    cell: Cell,
    /// How many rows are to come.
    uses: usize,
    /// Whether a row above shows it.
    repeated: bool,
    /// Whether it is too long for the rows to come, which have nothing in its place.
    left_out: bool,
}

impl Shared {
    /// The cell for the next row; a copy where others follow, which have none if it is too long.
    fn take(&mut self, copies: &mut Copies) -> Cell {
        if self.left_out {
            return Cell::default();
        }
        self.uses = self.uses.saturating_sub(1);
        let words = &self.cell.words;
        let cell = if self.uses > 0 && copies.may_add(words.len()) {
            self.cell.clone()
        } else {
            if self.uses > 0 && !words.is_empty() {
                copies.leave_out_cell(self.uses, words);
                self.left_out = true;
            }
            std::mem::take(&mut self.cell)
        };
        Cell { repeated: std::mem::replace(&mut self.repeated, true), ..cell }
    }
}

fn number_of(cell: Cell) -> Option<Number> {
    let first = cell.words.first()?;
    let alone = cell.words.len() == 1;
    let ordinal = Ordinal::readings(&first.text).into_iter().next().filter(|_| alone);
    let Cell { words, repeated, spots, .. } = cell;
    Some(Number { words, ordinal, repeated, spots })
}

/// The columns of the table that a cell of a piece covers.
fn covered(piece: &Piece, cell: &PieceCell, columns: &[Extent]) -> Range<usize> {
    let own = piece.columns.get(cell.columns.clone()).unwrap_or_default();
    let Some(x) = Extent::around(own.iter().copied()) else { return 0..0 };
    let covers = |column: &Extent| {
        let shared = column.overlap(x);
        2.0 * shared > column.length() || 2.0 * shared > x.length()
    };
    let first = columns.iter().position(covers);
    let last = columns.iter().rposition(covers);
    first.zip(last).map_or(0..0, |(first, last)| first..last + 1)
}

/// The words of cells in no column of the table: a row of delimited text with cells too many.
fn beside(
    piece: &Piece,
    spans: &[Range<usize>],
    first: usize,
    page: u32,
) -> Vec<(Remainder, Line)> {
    let cells = piece.cells.iter().zip(spans);
    let beside = cells.filter(|(cell, span)| span.is_empty() && cell.rows.start >= first);
    beside
        .filter(|(cell, _)| !cell.words.is_empty())
        .map(|(cell, _)| {
            let words = cell.words.iter().map(|word| plain_word(word, page, Gap::Space)).collect();
            (Remainder::OutsideTable, Line { words, blanks_above: 0, page_mark: false })
        })
        .collect()
}

/// The width of the text of each column: from its leftmost to its rightmost word.
fn widths(piece: &Piece, spans: &[Range<usize>], columns: usize) -> Vec<f32> {
    let mut texts: Vec<Option<Extent>> = vec![None; columns];
    for (cell, span) in piece.cells.iter().zip(spans).filter(|(_, span)| span.len() == 1) {
        let text = Extent::around(cell.words.iter().map(|word| word.x));
        if let (Some(slot), Some(text)) = (texts.get_mut(span.start), text) {
            *slot = Some(slot.map_or(text, |slot| slot.join(text)));
        }
    }
    texts.into_iter().map(|text| text.map_or(0.0, Extent::length)).collect()
}

/// The cells that each row from `first` on shows, from left to right.
fn shown_from(piece: &Piece, spans: &[Range<usize>], first: usize) -> Vec<Vec<Shown>> {
    let mut rows: Vec<Vec<Shown>> = vec![Vec::new(); piece.rows.len().saturating_sub(first)];
    let cells = piece.cells.iter().enumerate().zip(spans).filter(|(_, span)| !span.is_empty());
    for ((index, cell), span) in cells {
        let (filled, tall) = (!cell.words.is_empty(), cell.rows.len() > 1);
        let (from, to) =
            (cell.rows.start.saturating_sub(first), cell.rows.end.saturating_sub(first));
        for row in rows.iter_mut().take(to).skip(from) {
            row.push(Shown { index, columns: span.clone(), filled, tall });
        }
    }
    for row in &mut rows {
        row.sort_by_key(|shown| shown.columns.start);
    }
    rows
}

/// The rows of one piece on their way into the table.
struct Adding<'a> {
    rows: &'a mut Rows,
    /// The text of each cell of the piece, until a row takes it.
    texts: Vec<Option<Text>>,
    /// The cell of the table that a cell of the piece became.
    ids: Vec<Option<usize>>,
    left: Vec<(Remainder, Line)>,
}

impl Adding<'_> {
    fn add_row(&mut self, shown: &[Shown], opens_page: bool) {
        let filled: Vec<&Shown> = shown.iter().filter(|shown| shown.filled).collect();
        if filled.is_empty() {
            return;
        }
        if filled.first().is_none_or(|first| !self.is_total(first))
            && let Some(section) = self.section(&filled)
        {
            self.rows.drafts.push(section);
        } else if let Some(note) = self.note(&filled) {
            self.left.push((Remainder::NoteRow, note));
        } else if opens_page && (self.extend_title(&filled) || self.go_on(shown)) {
        } else {
            let cells = self.cells(shown);
            self.rows.numberless |= !opens_page && self.rows.lacks_number(&cells);
            self.rows.drafts.push(Draft { kind: Kind::Task, cells, doubtful: false });
        }
    }

    fn role(&self, column: usize) -> Option<Role> {
        self.rows.roles.get(column).copied()
    }

    fn text(&self, shown: &Shown) -> Option<&Text> {
        self.texts.get(shown.index).and_then(Option::as_ref)
    }

    /// Takes the text of a cell into the table, once.
    fn keep(&mut self, shown: &Shown) -> Option<usize> {
        if let Some(text) = self.texts.get_mut(shown.index).and_then(Option::take) {
            self.rows.cells.push(text);
            if let Some(id) = self.ids.get_mut(shown.index) {
                *id = Some(self.rows.cells.len() - 1);
            }
        }
        self.ids.get(shown.index).copied().flatten()
    }

    /// A cell for each column; one that spans columns belongs to the first of them.
    fn cells(&mut self, shown: &[Shown]) -> Vec<Option<usize>> {
        let mut cells = vec![None; self.rows.roles.len()];
        for shown in shown {
            let id = self.keep(shown);
            let empty = self.words(id).is_empty();
            let Some(slot) = cells.get_mut(shown.columns.start) else { continue };
            if let (Some(first), Some(id)) = (*slot, id) {
                self.append(first, id);
            } else if !empty {
                *slot = id;
            }
        }
        cells
    }

    /// Moves the words of a cell behind those of another one of the same row and column.
    fn append(&mut self, to: usize, from: usize) {
        let text = self.rows.cells.get_mut(from).map(std::mem::take).unwrap_or_default();
        self.extend(to, text);
    }

    fn extend(&mut self, to: usize, rest: Text) {
        if let Some(text) = self.rows.cells.get_mut(to) {
            text.extend(rest);
        }
    }

    /// A heading row: a number and a title, or a title across the table.
    fn section(&mut self, filled: &[&Shown]) -> Option<Draft> {
        match filled {
            [title] => {
                let words = &self.text(title)?.cell.words;
                let count = opening(words);
                let numbered = count > 0;
                let leftmost = self.role(title.columns.start) == Some(Role::Number);
                let is_section = (numbered && (leftmost || self.is_across(title)))
                    || (self.is_across(title) && is_title(words));
                is_section.then(|| self.split_title(title, count))
            }
            [number, title] if self.role(number.columns.start) == Some(Role::Number) => {
                let words = &self.text(number)?.cell.words;
                let [word] = words.as_slice() else { return None };
                let readings = Ordinal::readings(&word.text);
                let high = |o: &Ordinal| matches!(o.scheme, Scheme::Roman | Scheme::Capital);
                let covers =
                    |role| title.columns.clone().any(|column| self.role(column) == Some(role));
                // Between rules of white a title stands in the column behind the number.
                let beside = title.columns.start == number.columns.end;
                let titled = (covers(Role::Task) || beside)
                    && (readings.iter().any(high)
                        || (!readings.is_empty() && self.is_across(title)));
                titled.then(|| {
                    let cells = vec![self.keep(number), self.keep(title)];
                    Draft { kind: Kind::Section, cells, doubtful: false }
                })
            }
            _ => None,
        }
    }

    /// Whether a cell reaches over half of the columns or more, that of the tasks among them.
    fn is_across(&self, shown: &Shown) -> bool {
        let over = |role| shown.columns.clone().any(|column| self.role(column) == Some(role));
        shown.columns.len() > 1
            && 2 * shown.columns.len() >= self.rows.roles.len()
            && (over(Role::Task) || over(Role::Number))
    }

    /// A title across the table as a section; so many of its first words as `count` are the number.
    fn split_title(&mut self, title: &Shown, count: usize) -> Draft {
        let mut cells = vec![None, self.keep(title)];
        if count > 0
            && let Some(text) = cells.last().copied().flatten()
        {
            if let Some(title) = self.rows.cells.get_mut(text) {
                let rest = title.cell.words.split_off(count.min(title.cell.words.len()));
                let words = std::mem::replace(&mut title.cell.words, rest);
                let moved =
                    title.cell.paragraphs.iter().filter_map(|index| index.checked_sub(count));
                title.cell.paragraphs = moved.collect();
                self.rows.cells.push(Text::of(words));
            }
            if let Some(slot) = cells.first_mut() {
                *slot = Some(self.rows.cells.len() - 1);
            }
        }
        Draft { kind: Kind::Section, cells, doubtful: false }
    }

    /// The words of a row that is neither a section nor a task: a text across the table, or sums.
    fn note(&mut self, filled: &[&Shown]) -> Option<Line> {
        let [first, rest @ ..] = filled else { return None };
        let across = rest.is_empty() && self.is_across(first);
        if !across && !self.is_total(first) {
            return None;
        }
        let mut words = Vec::new();
        for shown in filled {
            let text = self.texts.get_mut(shown.index).and_then(Option::take);
            words.extend(text.into_iter().flat_map(|text| text.cell.words));
        }
        Some(Line { words, blanks_above: 0, page_mark: false })
    }

    /// Whether a cell opens a row of sums: no number stands before it.
    fn is_total(&self, shown: &Shown) -> bool {
        let words = self.text(shown).map_or(&[][..], |text| &text.cell.words);
        let leftmost = |role| shown.columns.clone().any(|column| self.role(column) == Some(role));
        (leftmost(Role::Number) || leftmost(Role::Task))
            && is_total(words.iter().map(|word| word.text.as_str()))
    }

    /// Adds the first row of a page to the title of a section that the page before ended with.
    fn extend_title(&mut self, filled: &[&Shown]) -> bool {
        let [rest] = filled else { return false };
        let title = self.rows.drafts.last().filter(|last| last.kind == Kind::Section);
        let Some(title) = title.and_then(|title| title.cells.last().copied().flatten()) else {
            return false;
        };
        let binds = match (self.rows.cells.get(title), self.text(rest)) {
            (Some(above), Some(below)) => {
                rest::is_bound(above, below) || (in_capitals(above) && in_capitals(below))
            }
            _ => false,
        };
        if binds && let Some(text) = self.texts.get_mut(rest.index).and_then(Option::take) {
            self.extend(title, text);
        }
        binds
    }

    /// Adds the first row of a page to the last row of the page before, if it is its rest.
    fn go_on(&mut self, shown: &[Shown]) -> bool {
        let Some(last) = self.rows.drafts.last().filter(|last| last.kind == Kind::Task) else {
            return false;
        };
        let none = Text::default();
        let above = last.cells.iter().map(|id| id.and_then(|id| self.rows.cells.get(id)));
        let above: Vec<&Text> = above.map(|text| text.unwrap_or(&none)).collect();
        let mut below: Vec<&Text> = vec![&none; above.len()];
        for shown in shown {
            if let (Some(slot), Some(text)) = (below.get_mut(shown.columns.start), self.text(shown))
            {
                *slot = text;
            }
        }
        let verdict = rest::judge(&above, &below, &self.rows.roles, self.rows.numberless);
        let last = last.cells.clone();
        match verdict {
            Rest::Row => {
                // An empty cell over several rows goes on from the page before, and so does one below
                // a cell over several if it must not be empty.
                let needed = |shown: &&Shown| {
                    let role = self.role(shown.columns.start);
                    matches!(role, Some(Role::Number | Role::Task | Role::LeadUnit))
                        && self.rows.ends_tall(shown.columns.start)
                };
                // So does one whose words go on with those above.
                let bound = |shown: &&Shown| {
                    let above = last.get(shown.columns.start).copied().flatten();
                    let above = above.and_then(|id| self.rows.cells.get(id));
                    let below = self.text(shown);
                    above.zip(below).is_some_and(|(above, below)| rest::is_bound(above, below))
                };
                let going: Vec<&Shown> = shown
                    .iter()
                    .filter(|shown| {
                        let goes_on = if shown.filled { bound(shown) } else { true };
                        (shown.tall && goes_on) || (!shown.filled && needed(shown))
                    })
                    .collect();
                self.share(going.into_iter(), &last);
                false
            }
            Rest::Part { doubtful } => {
                self.join_rest(shown, &last, doubtful);
                true
            }
            Rest::Record => {
                let spans = |shown: &&Shown| {
                    matches!(self.role(shown.columns.start), Some(Role::Number | Role::Task))
                };
                let spanning: Vec<&Shown> = shown
                    .iter()
                    .filter(|shown| spans(shown) || (shown.tall && !shown.filled))
                    .collect();
                self.share(spanning.into_iter(), &last);
                false
            }
        }
    }

    fn words(&self, id: Option<usize>) -> &[Word] {
        id.and_then(|id| self.rows.cells.get(id)).map_or(&[], |text| &text.cell.words)
    }

    /// Joins the cells of a rest to the cells above them, column by column.
    fn join_rest(&mut self, shown: &[Shown], last: &[Option<usize>], doubtful: bool) {
        self.share(shown.iter(), last);
        for shown in shown {
            // A cell that was empty above has all its words below.
            let id = self.keep(shown).filter(|id| !self.words(Some(*id)).is_empty());
            let row = self.rows.drafts.last_mut();
            let slot = row.and_then(|row| row.cells.get_mut(shown.columns.start));
            if let Some(slot @ None) = slot {
                *slot = id;
            }
        }
        if let Some(row) = self.rows.drafts.last_mut() {
            row.doubtful |= doubtful;
        }
    }

    /// Lets cells be those of the row above, which span this row too; what they add goes there.
    fn share<'s>(&mut self, shown: impl Iterator<Item = &'s Shown>, last: &[Option<usize>]) {
        for shown in shown {
            let above = last.get(shown.columns.start).copied().flatten();
            let Some(above) = above.filter(|id| !self.words(Some(*id)).is_empty()) else {
                continue;
            };
            if let Some(text) = self.texts.get_mut(shown.index).and_then(Option::take) {
                self.extend(above, text);
            }
            if let Some(id) = self.ids.get_mut(shown.index) {
                *id = Some(above);
            }
        }
    }
}

/// Whether the words of a cell name the sums below a table or above its rows.
///
/// Tones count: `Công` opens the names of offices.
pub(super) fn is_total<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    const TOTALS: [&str; 3] = ["tổng cộng", "tổng số", "cộng"];
    let words: Vec<String> =
        words.take(3).map(|word| word.trim_end_matches(':').to_lowercase()).collect();
    TOTALS.contains(&words.join(" ").as_str())
}

/// Whether a text has no small letters.
fn in_capitals(text: &Text) -> bool {
    !text.cell.words.iter().any(|word| word.text.contains(char::is_lowercase))
}

/// How many words number a title: `I.`, `A.`, `1.`, `Chương II`; a capital letter needs its dot.
fn opening(words: &[Word]) -> usize {
    let [first, rest @ ..] = words else { return 0 };
    let named = chapter::numbers(words);
    let opens = |o: &Ordinal| o.closed && o.scheme != Scheme::Dash || o.scheme == Scheme::Roman;
    let numbered = !rest.is_empty() && Ordinal::readings(&first.text).iter().any(opens);
    if named.is_some_and(|count| count > 1) { 2 } else { usize::from(numbered) }
}

/// Whether words across the table are a title and no note: short, and no sentence.
fn is_title(words: &[Word]) -> bool {
    let ends = words.last().is_some_and(|word| word.text.ends_with(['.', ';', ')']));
    let high = words.iter().all(|word| !word.text.contains(char::is_lowercase));
    let opens = |(word, key): (&Word, &str)| is_plain(word.text.trim_end_matches(':'), key);
    let note = words.len() > 1 && words.iter().zip(["ghi", "chu"]).all(opens);
    words.len() <= MAX_TITLE && (high || !ends) && !note
}
