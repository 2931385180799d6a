//! Reads the task table of a Vietnamese government appendix (phụ lục) out of a PDF or of flattened
//! text.
//!
//! ```
//! use phuluc_parser::{Options, parse};
//!
//! let text = "\
//! TT Nội dung công việc Đơn vị chủ trì Thời gian
//! 1 Rà soát văn bản Phòng Tư pháp Quý II
//! 2 Báo cáo kết quả năm Phòng Nội vụ Tháng 6
//! ";
//! let parsed = parse(text.as_bytes(), &Options::default())?;
//! let task = parsed.document.tasks().next().unwrap();
//! assert_eq!(task.lead_unit.as_ref().unwrap().value, "Phòng Tư pháp");
//! assert_eq!(task.timeframe.as_ref().unwrap().value, "Quý II");
//! # Ok::<(), phuluc_parser::Error>(())
//! ```
//!
//! # Steps
//!
//! | step | from | to | where |
//! | --- | --- | --- | --- |
//! | read | bytes | a medium: pages of placed words, lines of words, or cells | `source`, `phuluc-pdf` |
//! | find tables | a medium | tables of rows of cells, and the lines outside them | `phuluc-table` |
//! | make records | a table | an appendix of sections and tasks | `record` |
//! | interpret | an appendix | the same with what its cells mean | `phuluc-meaning` |
//! | validate | appendices | the document | `phuluc-model` |
//!
//! Only the first step fails; the others report [`Diagnostic`]s. A step that meets a limit of the whole
//! input (time, cells) stops early, and [`parse`] returns the error that names the limit.
//!
//! # Features
//!
//! Both are on by default. `pdf-extract` is the second engine; `pictures` draws the pages of a
//! [`Parsed::view`], which are blank without it.
//!
//! # Limitations
//!
//! - Flattened text has a cell with a rowspan once; the rows below it have an empty cell.
//! - Text whose order is lost (interleaved lines of two cells) cannot be put in order again.
//! - Images in a PDF are not read; they need OCR first.

mod assignment;
mod inspect;
mod picture;
mod record;
mod source;
mod stage;
mod view;

use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document, Draft};
use phuluc_page::deadline::Deadline;
use phuluc_page::medium::{Medium, Pages};
use phuluc_page::page::Page;
use phuluc_page::upright;
use phuluc_table::flow::line_uses::line_uses;
use phuluc_table::found_tables::{self, FoundTables};
use phuluc_table::page_reader::PageReader;
use phuluc_table::{flow, grid_reader};

use crate::record::{AppendixRecords, RowRecord};
use crate::view::Viewer;
use crate::view::page_images::PageShape;

pub use phuluc_page::error::Error;
pub use phuluc_page::form::{Form, InputKind};
pub use phuluc_page::options::{Clock, Engine, Limits, Options};

pub use crate::stage::Stage;

/// The result of reading an input.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parsed {
    /// The appendices, sections and tasks.
    pub document: Document,
    /// What to doubt, in the order of the input.
    pub diagnostics: Vec<Diagnostic>,
    /// The form of the input.
    pub form: Form,
    /// How many pages it has; of a text, as many as it shows.
    pub pages: u32,
    /// What a person sees of it, if [`Options::view`] asks for it.
    pub view: Option<View>,
}

/// Reads an input to the document and what to doubt in it.
pub fn parse(bytes: &[u8], options: &Options) -> Result<Parsed, Error> {
    let deadline = Deadline::begin(options);
    let (found, shapes) = find_tables(bytes, options, &deadline)?;
    if !options.view {
        return make_document(found, options, &deadline, None);
    }
    let mut viewer = Viewer::new(bytes, options, shapes, &found);
    let parsed = make_document(found, options, &deadline, Some(&mut viewer))?;
    let view = viewer.finish(&deadline);
    deadline.verdict()?;
    Ok(Parsed { view: Some(view), ..parsed })
}

/// The tables of an input, the lines outside them, and the shapes of its pages. Each page is dropped
/// when its tables are found, because all pages of a long PDF do not fit into memory.
fn find_tables(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
) -> Result<(FoundTables, Vec<PageShape>), Error> {
    let mut shapes = Vec::new();
    let mut reader = PageReader::new(deadline, options.view);
    let mut add = |page: Page| {
        shapes.push(PageShape::from_page(&page));
        reader.add(page);
    };
    let found = match source::input(bytes, options, deadline, &mut add)? {
        Medium::Flow(flow) => flow::find_tables(flow, deadline),
        Medium::Grid(grid) => grid_reader::find_tables(grid, deadline),
        Medium::Pages(Pages { form, diagnostics }) => reader.finish(form, diagnostics),
    };
    deadline.verdict().map(|()| (found, shapes))
}

/// Tables to records, records to what they mean, and both to the validated document. Each row is
/// dropped when its record is made and the viewer has seen it. It fails only if a limit ended it.
fn make_document(
    found: FoundTables,
    options: &Options,
    deadline: &Deadline<'_>,
    mut viewer: Option<&mut Viewer<'_>>,
) -> Result<Parsed, Error> {
    let audit = found_tables::audit(&found);
    let FoundTables { form, pages, tables, left, mut diagnostics, mut repeat_budget, .. } = found;
    drop(left);
    let mut appendices = Vec::with_capacity(tables.len());
    for (index, table) in tables.into_iter().enumerate() {
        let mut records = AppendixRecords::new(table, index, deadline, &mut diagnostics);
        while let Some((at, row)) = records.next_row(&mut repeat_budget) {
            if let Some(viewer) = &mut viewer {
                viewer.add(&RowRecord { at, row: &row, roles: records.roles() });
            }
        }
        appendices.push(records.finish());
    }
    diagnostics.extend(repeat_budget.diagnostic());
    let goes_on = |place| deadline.goes_on(place);
    phuluc_meaning::interpret_while(&mut appendices, options.year, &mut diagnostics, goes_on);
    deadline.verdict()?;
    let document = phuluc_model::validate(Draft { appendices, audit }, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| (diagnostic.place, diagnostic.code));
    Ok(Parsed { document, diagnostics, form, pages, view: None })
}

/// A page of a PDF as an SVG for a person who looks for a fault: the boxes of its letters, the
/// rules, and over them the cells and the row numbers of its tables. One unit is a point.
pub fn picture(bytes: &[u8], options: &Options, page: u32) -> Result<String, Error> {
    let missing = Error::NoSuchPage { page };
    let deadline = Deadline::begin(options);
    let (FoundTables { form: Form::Pdf, tables, .. }, _) = find_tables(bytes, options, &deadline)?
    else {
        return Err(missing);
    };
    let canvas = phuluc_pdf::canvas(bytes, options, &deadline, page)?.ok_or(missing)?;
    Ok(picture::svg(&upright::turned(&canvas), tables.iter().flat_map(|table| &table.seen)))
}

/// What a stage saw, as text for a person: one line a thing, in the order of the input.
pub fn inspect(bytes: &[u8], options: &Options, stage: Stage) -> Result<String, Error> {
    let found = || find_tables(bytes, options, &Deadline::begin(options)).map(|(found, _)| found);
    Ok(match stage {
        Stage::Pages | Stage::Lines => inspect_read(bytes, options, stage == Stage::Pages)?,
        Stage::Table => inspect::tables(&found()?.tables),
        Stage::Remainder => inspect::remainder(&found()?.left),
        Stage::Records => inspect::records(&parse(bytes, options)?.document),
        Stage::Meaning => inspect::meaning(&parse(bytes, options)?.document),
    })
}

/// The pages that were read, or their lines.
#[must_use]
pub fn inspect_document(document: &Document, stage: Stage) -> Option<String> {
    match stage {
        Stage::Records => Some(inspect::records(document)),
        Stage::Meaning => Some(inspect::meaning(document)),
        Stage::Pages | Stage::Lines | Stage::Table | Stage::Remainder => None,
    }
}

/// What was read: the pages, or their lines.
fn inspect_read(bytes: &[u8], options: &Options, as_pages: bool) -> Result<String, Error> {
    let deadline = Deadline::begin(options);
    let mut pages = Vec::new();
    let input = source::input(bytes, options, &deadline, &mut |page| pages.push(page))?;
    let form = input.form();
    let text = match (input, as_pages) {
        (Medium::Flow(flow), true) => inspect::pages(&line_uses(flow.lines, &deadline)),
        (Medium::Flow(flow), false) => inspect::lines(&line_uses(flow.lines, &deadline)),
        (Medium::Grid(read), true) => inspect::delimited_pages(&read.records),
        (Medium::Grid(read), false) => inspect::delimited_lines(&read.records),
        (Medium::Pages(_), true) => inspect::placed_pages(&pages),
        (Medium::Pages(_), false) => inspect::placed_lines(&pages),
    };
    deadline.verdict()?;
    Ok(if as_pages { inspect::form(form) + &text } else { text })
}
