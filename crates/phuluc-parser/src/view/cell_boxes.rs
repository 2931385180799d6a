//! Marks: the places of the cells of each row.

use std::collections::BTreeMap;

use phuluc_model::Role;
use phuluc_model::view::{Area, Mark, Row};

use crate::assignment::assignment;
use crate::record::RowRecord;
use crate::view::words::TextSource;
use phuluc_page::extent::Extent;
use phuluc_page::line::Word;
use phuluc_table::table::{CellBox, RowKind};

/// Collects the places of cells.
#[derive(Debug, Default)]
pub(crate) struct BoxMarker {
    marks: Vec<Mark>,
    /// The text that words are looked for in; `None` for a PDF.
    source: Option<TextSource>,
    /// The places of the cells of the last row, for cells that the next row repeats.
    above: BTreeMap<CellSlot, Vec<(u32, Area)>>,
    /// Empty cells of a PDF; each is as high as its row and as wide as its column.
    empty: Vec<(Row, CellSlot, CellBox)>,
    /// The extents of columns by appendix, page and cell.
    widths: BTreeMap<(usize, u32, CellSlot), Extent>,
}

/// Which cell of a row: its role, and its index among those without one.
type CellSlot = (Role, usize);

/// A cell of a table, or its number.
struct CellPart<'a> {
    slot: CellSlot,
    words: &'a [Word],
    cell_boxes: &'a [CellBox],
    repeated: bool,
}

impl BoxMarker {
    pub(crate) fn new(source: Option<TextSource>) -> Self {
        Self { source, ..Self::default() }
    }

    /// Marks the cells of a row.
    pub(crate) fn add(&mut self, record: &RowRecord<'_>) {
        let parts = parts(record);
        let own = parts.iter().filter(|part| !part.repeated).find_map(|part| part.words.first());
        if let (Some(source), Some(first)) = (&mut self.source, own) {
            source.open_row(first.place.line);
        }
        for part in &parts {
            let areas = self.areas(part);
            let mark = |(page, area): &(u32, Area)| {
                let (role, extra) = part.slot;
                Mark { row: record.at, role, extra, page: *page, area: *area }
            };
            self.marks.extend(areas.iter().map(mark));
            self.above.insert(part.slot, areas);
            for cell_box in part.cell_boxes {
                let key = (record.at.appendix, cell_box.page, part.slot);
                let width = self.widths.entry(key).or_insert(cell_box.x);
                if cell_box.x.length() < width.length() {
                    *width = cell_box.x;
                }
            }
        }
        if record.row.kind == RowKind::Task {
            self.add_helpers(record, &parts);
            self.add_empty(record.at, &parts);
        }
    }

    fn areas(&mut self, part: &CellPart<'_>) -> Vec<(u32, Area)> {
        let Some(source) = &mut self.source else {
            return part
                .cell_boxes
                .iter()
                .map(|cell_box| (cell_box.page, rectangle(cell_box)))
                .collect();
        };
        if part.repeated {
            return self.above.get(&part.slot).cloned().unwrap_or_default();
        }
        source.areas(part.words)
    }

    /// If one cell names lead and coordinating units, both have its place.
    fn add_helpers(&mut self, record: &RowRecord<'_>, parts: &[CellPart<'_>]) {
        let lead = parts.iter().find(|part| part.slot == (Role::LeadUnit, 0));
        let Some(lead) = lead.filter(|lead| assignment(lead.words).is_some()) else { return };
        if record.roles.contains(&Role::CoordinatingUnit) {
            return;
        }
        for (page, area) in self.above.get(&lead.slot).into_iter().flatten() {
            let (row, role) = (record.at, Role::CoordinatingUnit);
            self.marks.push(Mark { row, role, extra: 0, page: *page, area: *area });
        }
    }

    /// Keeps the empty cells of a row of a PDF; their width is known at the end.
    fn add_empty(&mut self, row: Row, parts: &[CellPart<'_>]) {
        let first =
            parts.iter().flat_map(|part| part.cell_boxes).map(|cell_box| cell_box.page).min();
        let on_first = parts.iter().flat_map(|part| part.cell_boxes);
        let on_first = on_first.filter(|cell_box| Some(cell_box.page) == first);
        let lowest = on_first.min_by(|a, b| a.y.length().total_cmp(&b.y.length()));
        let Some(lowest) = lowest else { return };
        for part in parts.iter().filter(|part| part.cell_boxes.is_empty()) {
            self.empty.push((row, part.slot, *lowest));
        }
    }

    /// The marks in the order of the rows, and the text.
    pub(crate) fn finish(mut self) -> (Vec<Mark>, Option<TextSource>) {
        for (row, (role, extra), cell_box) in std::mem::take(&mut self.empty) {
            let width = self.widths.get(&(row.appendix, cell_box.page, (role, extra)));
            let Some(x) = width.copied() else { continue };
            let area = rectangle(&CellBox { x, ..cell_box });
            self.marks.push(Mark { row, role, extra, page: cell_box.page, area });
        }
        self.marks.sort_by_key(|mark| mark.row);
        (self.marks, self.source)
    }
}

/// The number and the cells of a row. In a section, the first cell with words is the title.
fn parts<'a>(record: &RowRecord<'a>) -> Vec<CellPart<'a>> {
    let row = record.row;
    let mut parts = Vec::new();
    if let Some(number) = &row.number {
        parts.push(CellPart {
            slot: (Role::Number, 0),
            words: &number.words,
            cell_boxes: &number.cell_boxes,
            repeated: number.repeated,
        });
    }
    let mut extras = 0;
    for (index, cell) in row.cells.iter().enumerate() {
        let slot = match (record.at.task, record.roles.get(index)) {
            (None, _) => (Role::Task, 0),
            (_, Some(Role::Extra)) => {
                extras += 1;
                (Role::Extra, extras - 1)
            }
            (_, Some(role)) => (*role, 0),
            (_, None) => continue,
        };
        if record.at.task.is_some() || !cell.words.is_empty() {
            let (words, cell_boxes) = (&cell.words, &cell.cell_boxes);
            parts.push(CellPart { slot, words, cell_boxes, repeated: cell.repeated });
        }
    }
    parts
}

const fn rectangle(cell_box: &CellBox) -> Area {
    let CellBox { x, y, .. } = cell_box;
    Area::Box { x: x.min, y: y.min, width: x.max - x.min, height: y.max - y.min }
}
