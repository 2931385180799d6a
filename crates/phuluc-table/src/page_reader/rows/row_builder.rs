//! Adds the rows of a table part to the table: as titles, notes, continuations of the row above, or
//! rows.

use phuluc_model::ordinal::{Ordinal, Scheme};
use phuluc_model::{Remainder, Role};

use crate::convention::section_title::{is_title, number_words};
use crate::convention::total_row::is_total;
use crate::page_reader::cell_text::CellText;
use crate::page_reader::page_break;
use crate::page_reader::page_break::RowStart;
use crate::page_reader::rows::draft::{DraftRow, Rows, Shown};
use crate::table::RowKind;
use phuluc_page::line::{Line, Word};

/// Adds the rows of one table part to the table.
pub(crate) struct RowBuilder<'a> {
    rows: &'a mut Rows,
    /// The text of each cell of the table part, until a row takes it.
    texts: Vec<Option<CellText>>,
    /// For each cell of the table part, its cell in the table.
    ids: Vec<Option<usize>>,
    left: Vec<(Remainder, Line)>,
}

impl<'a> RowBuilder<'a> {
    /// `texts` are the texts of the cells of a table part, `left` the words left out so far.
    pub(crate) fn new(
        rows: &'a mut Rows,
        texts: Vec<Option<CellText>>,
        left: Vec<(Remainder, Line)>,
    ) -> Self {
        Self { ids: vec![None; texts.len()], rows, texts, left }
    }

    /// The words that are in no row.
    pub(crate) fn finish(self) -> Vec<(Remainder, Line)> {
        self.left
    }

    pub(crate) fn add_row(&mut self, shown: &[Shown], opens_page: bool) {
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
            self.rows.drafts.push(DraftRow { kind: RowKind::Task, cells, doubtful: false });
        }
    }

    fn role(&self, column: usize) -> Option<Role> {
        self.rows.roles.get(column).copied()
    }

    fn text(&self, shown: &Shown) -> Option<&CellText> {
        self.texts.get(shown.index).and_then(Option::as_ref)
    }

    /// Moves the text of a cell into the table, once.
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

    /// Appends the words of a cell to another cell of the same row and column.
    fn append(&mut self, to: usize, from: usize) {
        let text = self.rows.cells.get_mut(from).map(std::mem::take).unwrap_or_default();
        self.extend(to, text);
    }

    fn extend(&mut self, to: usize, rest: CellText) {
        if let Some(text) = self.rows.cells.get_mut(to) {
            text.extend(rest);
        }
    }

    /// A heading row: a number and a title, or a title across the table.
    fn section(&mut self, filled: &[&Shown]) -> Option<DraftRow> {
        match filled {
            [title] => {
                let words = &self.text(title)?.cell.words;
                let count = number_words(words);
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
                // Without rules a title is in the column after the number.
                let beside = title.columns.start == number.columns.end;
                let titled = (covers(Role::Task) || beside)
                    && (readings.iter().any(high)
                        || (!readings.is_empty() && self.is_across(title)));
                titled.then(|| {
                    let cells = vec![self.keep(number), self.keep(title)];
                    DraftRow { kind: RowKind::Section, cells, doubtful: false }
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

    /// A title across the table as a section; its first `count` words are the number.
    fn split_title(&mut self, title: &Shown, count: usize) -> DraftRow {
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
                self.rows.cells.push(CellText::from_words(words));
            }
            if let Some(slot) = cells.first_mut() {
                *slot = Some(self.rows.cells.len() - 1);
            }
        }
        DraftRow { kind: RowKind::Section, cells, doubtful: false }
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

    /// Whether a cell opens a row of sums: no number is before it.
    fn is_total(&self, shown: &Shown) -> bool {
        let words = self.text(shown).map_or(&[][..], |text| &text.cell.words);
        let leftmost = |role| shown.columns.clone().any(|column| self.role(column) == Some(role));
        (leftmost(Role::Number) || leftmost(Role::Task))
            && is_total(words.iter().map(|word| word.text.as_str()))
    }

    /// Adds the first row of a page to the title of a section that the page before ended with.
    fn extend_title(&mut self, filled: &[&Shown]) -> bool {
        let [rest] = filled else { return false };
        let title = self.rows.drafts.last().filter(|last| last.kind == RowKind::Section);
        let Some(title) = title.and_then(|title| title.cells.last().copied().flatten()) else {
            return false;
        };
        let binds = match (self.rows.cells.get(title), self.text(rest)) {
            (Some(above), Some(below)) => {
                page_break::is_bound(above, below) || (in_capitals(above) && in_capitals(below))
            }
            _ => false,
        };
        if binds && let Some(text) = self.texts.get_mut(rest.index).and_then(Option::take) {
            self.extend(title, text);
        }
        binds
    }

    /// Adds the first row of a page to the last row of the page before, if it continues it.
    fn go_on(&mut self, shown: &[Shown]) -> bool {
        let Some(last) = self.rows.drafts.last().filter(|last| last.kind == RowKind::Task) else {
            return false;
        };
        let none = CellText::default();
        let above = last.cells.iter().map(|id| id.and_then(|id| self.rows.cells.get(id)));
        let above: Vec<&CellText> = above.map(|text| text.unwrap_or(&none)).collect();
        let mut below: Vec<&CellText> = vec![&none; above.len()];
        for shown in shown {
            if let (Some(slot), Some(text)) = (below.get_mut(shown.columns.start), self.text(shown))
            {
                *slot = text;
            }
        }
        let verdict = page_break::judge(&above, &below, &self.rows.roles, self.rows.numberless);
        let last = last.cells.clone();
        match verdict {
            RowStart::Row => {
                // An empty cell over several rows continues the cell above, and so does an empty
                // one below a cell over several rows if it must not be empty.
                let needed = |shown: &&Shown| {
                    let role = self.role(shown.columns.start);
                    matches!(role, Some(Role::Number | Role::Task | Role::LeadUnit))
                        && self.rows.ends_tall(shown.columns.start)
                };
                // So does a cell whose words continue those above.
                let bound = |shown: &&Shown| {
                    let above = last.get(shown.columns.start).copied().flatten();
                    let above = above.and_then(|id| self.rows.cells.get(id));
                    let below = self.text(shown);
                    above
                        .zip(below)
                        .is_some_and(|(above, below)| page_break::is_bound(above, below))
                };
                let going: Vec<&Shown> = shown
                    .iter()
                    .filter(|shown| {
                        let continues_above = if shown.filled { bound(shown) } else { true };
                        (shown.tall && continues_above) || (!shown.filled && needed(shown))
                    })
                    .collect();
                self.share(going.into_iter(), &last);
                false
            }
            RowStart::Continuation { doubtful } => {
                self.join_continuation(shown, &last, doubtful);
                true
            }
            RowStart::Record => {
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

    /// Joins the cells of a continuation to the cells above them, column by column.
    fn join_continuation(&mut self, shown: &[Shown], last: &[Option<usize>], doubtful: bool) {
        self.share(shown.iter(), last);
        for shown in shown {
            // A cell that was empty above has all its words below.
            let id = self.keep(shown).filter(|id| !self.words(Some(*id)).is_empty());
            let row = self.rows.drafts.last_mut();
            let slot = row.and_then(|row| row.cells.get_mut(shown.columns.start));
            match (slot, id) {
                (Some(slot @ None), _) => *slot = id,
                (Some(&mut Some(first)), Some(id)) if first != id => self.append(first, id),
                _ => {}
            }
        }
        if let Some(row) = self.rows.drafts.last_mut() {
            row.doubtful |= doubtful;
        }
    }

    /// Shares cells of the row above, which span this row too; their new words are added there.
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

/// Whether a text has no small letters.
fn in_capitals(text: &CellText) -> bool {
    !text.cell.words.iter().any(|word| word.text.contains(char::is_lowercase))
}
