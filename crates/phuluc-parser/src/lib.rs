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
//! Bytes become lines (`read`), lines are told apart into headings, headers, bodies and
//! what is left out, bodies are cut into rows and cells, rows become records, and validation judges
//! them. Only reading fails; every later step reports [`Diagnostic`]s. A step that meets a limit of the
//! whole input (time, cells) stops early, and [`parse`] gives the error that names it.
//!
//! # Features
//!
//! Both are on by default. `pdf-extract` is the second engine; `pictures` draws the pages of a
//! [`Parsed::view`], which are blank without it.
//!
//! # Limitations
//!
//! - A cell that spans several rows stands in the text once; the rows below it have an empty cell.
//! - Text whose order is lost (interleaved lines of two cells) cannot be put in order again.
//! - Of a PDF, what is an image stays unread; it needs OCR first.

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

use crate::record::RowRecord;
use crate::view::Viewer;
use crate::view::page_images::PageShape;

pub use phuluc_page::error::Error;
pub use phuluc_page::form::{Form, InputKind};
pub use phuluc_page::options::{Clock, Engine, Limits, Options};

pub use crate::stage::Stage;

/// What came out of an input.
#[derive(Debug)]
pub struct Parsed {
    /// The appendices, sections and tasks.
    pub document: Document,
    /// What to doubt, in the order of the input.
    pub diagnostics: Vec<Diagnostic>,
    /// What form the input had.
    pub form: Form,
    /// How many pages it has, as far as the text tells.
    pub pages: u32,
    /// What a person sees of it, if [`Options::view`] asks for it.
    pub view: Option<View>,
}

/// Reads an input to the document and what to doubt in it.
pub fn parse(bytes: &[u8], options: &Options) -> Result<Parsed, Error> {
    let watch = Deadline::begin(options);
    if options.view {
        return with_view(bytes, options, &watch);
    }
    judge(find_tables(bytes, options, &watch, &mut |_| {})?, options, &watch, &mut |_| {})
}

/// Reads an input to the document and what a person sees of it.
fn with_view(bytes: &[u8], options: &Options, watch: &Deadline<'_>) -> Result<Parsed, Error> {
    let mut shapes = Vec::new();
    let found = find_tables(bytes, options, watch, &mut |page| shapes.push(PageShape::of(page)))?;
    let mut viewer = Viewer::new(bytes, options, shapes, &found);
    let parsed = judge(found, options, watch, &mut |became| viewer.add(became))?;
    let view = viewer.finish(watch);
    watch.verdict()?;
    Ok(Parsed { view: Some(view), ..parsed })
}

/// The tables of an input, and what is left out. Each page goes by `each`.
fn find_tables(
    bytes: &[u8],
    options: &Options,
    watch: &Deadline<'_>,
    each: &mut dyn FnMut(&Page),
) -> Result<FoundTables, Error> {
    let mut reader = PageReader::new(watch, options.view);
    let mut add = |page: Page| {
        each(&page);
        reader.add(page);
    };
    let found = match source::input(bytes, options, watch, &mut add)? {
        Medium::Flow(flow) => flow::find_tables(flow, watch),
        Medium::Grid(grid) => grid_reader::find_tables(grid, watch),
        Medium::Pages(Pages { form, diagnostics }) => reader.finish(form, diagnostics),
    };
    watch.verdict().map(|()| found)
}

/// Tables to records, records to what they mean, and both to the judged document. Each row goes by
/// `each` when it has become a record. It fails only where a limit ended it.
fn judge(
    found: FoundTables,
    options: &Options,
    watch: &Deadline<'_>,
    each: &mut dyn FnMut(&RowRecord<'_>),
) -> Result<Parsed, Error> {
    let audit = found_tables::audit(&found);
    let FoundTables { form, pages, tables, left, mut diagnostics, mut copies, .. } = found;
    drop(left);
    let mut appendices = Vec::with_capacity(tables.len());
    for (index, table) in tables.into_iter().enumerate() {
        appendices.push(record::appendix(table, index, &mut copies, &mut diagnostics, watch, each));
    }
    diagnostics.extend(copies.said());
    let goes_on = |place| watch.goes_on(place);
    phuluc_meaning::interpret_while(&mut appendices, options.year, &mut diagnostics, goes_on);
    watch.verdict()?;
    let document = phuluc_model::validate(Draft { appendices, audit }, &mut diagnostics);
    diagnostics.sort_by_key(|diagnostic| (diagnostic.place, diagnostic.code));
    Ok(Parsed { document, diagnostics, form, pages, view: None })
}

/// A page of a PDF as an SVG for a person who looks for a fault: the boxes of its letters, the rules,
/// and over them the cells and the row numbers of its tables. One unit is a point.
pub fn picture(bytes: &[u8], options: &Options, page: u32) -> Result<String, Error> {
    let missing = Error::NoSuchPage { page };
    let watch = Deadline::begin(options);
    let FoundTables { form: Form::Pdf, tables, .. } =
        find_tables(bytes, options, &watch, &mut |_| {})?
    else {
        return Err(missing);
    };
    let canvas = phuluc_pdf::canvas(bytes, options, &watch, page)?.ok_or(missing)?;
    Ok(picture::svg(&upright::turned(&canvas), tables.iter().flat_map(|table| &table.seen)))
}

/// What a stage saw, as text for a person: one line a thing, in the order of the input.
pub fn inspect(bytes: &[u8], options: &Options, stage: Stage) -> Result<String, Error> {
    let found = || find_tables(bytes, options, &Deadline::begin(options), &mut |_| {});
    Ok(match stage {
        Stage::Pages | Stage::Lines => inspect_read(bytes, options, stage == Stage::Pages)?,
        Stage::Table => inspect::tables(&found()?.tables),
        Stage::Remainder => inspect::remainder(&found()?.left),
        Stage::Records => inspect::records(&parse(bytes, options)?.document),
        Stage::Meaning => inspect::meaning(&parse(bytes, options)?.document),
    })
}

/// The same of a document that was read before; `None` for a stage of which nothing is left in it.
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
    let watch = Deadline::begin(options);
    let mut pages = Vec::new();
    let input = source::input(bytes, options, &watch, &mut |page| pages.push(page))?;
    let form = input.form();
    let text = match (input, as_pages) {
        (Medium::Flow(flow), true) => inspect::pages(&line_uses(flow.lines, &watch)),
        (Medium::Flow(flow), false) => inspect::lines(&line_uses(flow.lines, &watch)),
        (Medium::Grid(read), true) => inspect::delimited_pages(&read.records),
        (Medium::Grid(read), false) => inspect::delimited_lines(&read.records),
        (Medium::Pages(_), true) => inspect::placed_pages(&pages),
        (Medium::Pages(_), false) => inspect::placed_lines(&pages),
    };
    watch.verdict()?;
    Ok(if as_pages { inspect::form(form) + &text } else { text })
}
