//! Where the cells of each row stand.

use std::collections::BTreeMap;

use phuluc_model::Role;
use phuluc_model::view::{Area, Mark, Row};

use crate::assignment::assignment;
use crate::record::RowRecord;
use crate::view::words::TextSource;
use phuluc_page::extent::Extent;
use phuluc_page::line::Word;
use phuluc_table::table::{CellBox, RowKind};

/// Takes down where cells stand.
#[derive(Debug, Default)]
pub(crate) struct BoxMarker {
    marks: Vec<Mark>,
    /// The text that words are looked for in; `None` for a PDF.
    source: Option<TextSource>,
    /// Where the cells of the last row stood, for those that the next one repeats.
    above: BTreeMap<CellSlot, Vec<(u32, Area)>>,
    /// Empty cells of a PDF, which are as high as their row and as wide as their column.
    empty: Vec<(Row, CellSlot, CellBox)>,
    /// How wide columns are by appendix, page and cell.
    widths: BTreeMap<(usize, u32, CellSlot), Extent>,
}

/// Which cell of a row: its role, and its index among those without one.
type CellSlot = (Role, usize);

/// A cell of a table, or its number.
struct CellPart<'a> {
    slot: CellSlot,
    words: &'a [Word],
    spots: &'a [CellBox],
    repeated: bool,
}

impl BoxMarker {
    pub(crate) fn new(source: Option<TextSource>) -> Self {
        Self { source, ..Self::default() }
    }

    /// Takes down the cells of a row.
    pub(crate) fn add(&mut self, became: &RowRecord<'_>) {
        let parts = parts(became);
        let own = parts.iter().filter(|part| !part.repeated).find_map(|part| part.words.first());
        if let (Some(source), Some(first)) = (&mut self.source, own) {
            source.open_row(first.place.line);
        }
        for part in &parts {
            let areas = self.areas(part);
            let mark = |(page, area): &(u32, Area)| {
                let (role, extra) = part.slot;
                Mark { row: became.at, role, extra, page: *page, area: *area }
            };
            self.marks.extend(areas.iter().map(mark));
            self.above.insert(part.slot, areas);
            for spot in part.spots {
                let key = (became.at.appendix, spot.page, part.slot);
                let width = self.widths.entry(key).or_insert(spot.x);
                if spot.x.length() < width.length() {
                    *width = spot.x;
                }
            }
        }
        if became.row.kind == RowKind::Task {
            self.add_helpers(became, &parts);
            self.add_empty(became.at, &parts);
        }
    }

    fn areas(&mut self, part: &CellPart<'_>) -> Vec<(u32, Area)> {
        let Some(source) = &mut self.source else {
            return part.spots.iter().map(|spot| (spot.page, rectangle(spot))).collect();
        };
        if part.repeated {
            return self.above.get(&part.slot).cloned().unwrap_or_default();
        }
        source.areas(part.words)
    }

    /// Those who help stand where those who lead do, if one cell says both.
    fn add_helpers(&mut self, became: &RowRecord<'_>, parts: &[CellPart<'_>]) {
        let lead = parts.iter().find(|part| part.slot == (Role::LeadUnit, 0));
        let Some(lead) = lead.filter(|lead| assignment(lead.words).is_some()) else { return };
        if became.roles.contains(&Role::CoordinatingUnit) {
            return;
        }
        for (page, area) in self.above.get(&lead.slot).into_iter().flatten() {
            let (row, role) = (became.at, Role::CoordinatingUnit);
            self.marks.push(Mark { row, role, extra: 0, page: *page, area: *area });
        }
    }

    /// Takes down the cells of a row of a PDF that are empty.
    fn add_empty(&mut self, row: Row, parts: &[CellPart<'_>]) {
        let first = parts.iter().flat_map(|part| part.spots).map(|spot| spot.page).min();
        let on_first = parts.iter().flat_map(|part| part.spots);
        let on_first = on_first.filter(|spot| Some(spot.page) == first);
        let lowest = on_first.min_by(|a, b| a.y.length().total_cmp(&b.y.length()));
        let Some(lowest) = lowest else { return };
        for part in parts.iter().filter(|part| part.spots.is_empty()) {
            self.empty.push((row, part.slot, *lowest));
        }
    }

    /// The marks in the order of the rows, and the text.
    pub(crate) fn finish(mut self) -> (Vec<Mark>, Option<TextSource>) {
        for (row, (role, extra), spot) in std::mem::take(&mut self.empty) {
            let width = self.widths.get(&(row.appendix, spot.page, (role, extra)));
            let Some(x) = width.copied() else { continue };
            let area = rectangle(&CellBox { x, ..spot });
            self.marks.push(Mark { row, role, extra, page: spot.page, area });
        }
        self.marks.sort_by_key(|mark| mark.row);
        (self.marks, self.source)
    }
}

/// The number and the cells of a row. Of a section, the first cell with words is the title.
fn parts<'a>(became: &RowRecord<'a>) -> Vec<CellPart<'a>> {
    let row = became.row;
    let mut parts = Vec::new();
    if let Some(number) = &row.number {
        parts.push(CellPart {
            slot: (Role::Number, 0),
            words: &number.words,
            spots: &number.spots,
            repeated: number.repeated,
        });
    }
    let mut extras = 0;
    for (index, cell) in row.cells.iter().enumerate() {
        let slot = match (became.at.task, became.roles.get(index)) {
            (None, _) => (Role::Task, 0),
            (_, Some(Role::Extra)) => {
                extras += 1;
                (Role::Extra, extras - 1)
            }
            (_, Some(role)) => (*role, 0),
            (_, None) => continue,
        };
        if became.at.task.is_some() || !cell.words.is_empty() {
            let (words, spots) = (&cell.words, &cell.spots);
            parts.push(CellPart { slot, words, spots, repeated: cell.repeated });
        }
    }
    parts
}

const fn rectangle(spot: &CellBox) -> Area {
    let CellBox { x, y, .. } = spot;
    Area::Box { x: x.min, y: y.min, width: x.max - x.min, height: y.max - y.min }
}
