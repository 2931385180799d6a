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
mod copies;
mod cut;
mod em;
mod error;
mod flat;
mod footnote;
mod form;
mod heading;
mod inspect;
mod join;
mod label;
mod layout;
mod options;
mod page;
mod picture;
mod read;
mod record;
mod role;
mod sorted;
mod stage;
mod surround;
mod table;
mod view;
mod watch;

use phuluc_model::view::View;
use phuluc_model::{Diagnostic, Document, Draft};

pub use crate::error::Error;
pub use crate::form::{Form, Kind};
use crate::layout::{Page, Sorter};
pub use crate::options::{Clock, Engine, Limits, Options};
use crate::read::{Delimited, Input, Pages};
use crate::record::Became;
use crate::sorted::Sorted;
pub use crate::stage::Stage;
use crate::view::{Sheet, Viewer};
use crate::watch::Watch;

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
    let watch = Watch::begin(options);
    if options.view {
        return with_view(bytes, options, &watch);
    }
    judge(sort(bytes, options, &watch, &mut |_| {})?, options, &watch, &mut |_| {})
}

/// Reads an input to the document and what a person sees of it.
fn with_view(bytes: &[u8], options: &Options, watch: &Watch<'_>) -> Result<Parsed, Error> {
    let mut sheets = Vec::new();
    let sorted = sort(bytes, options, watch, &mut |page| sheets.push(Sheet::of(page)))?;
    let mut viewer = Viewer::new(bytes, options, sheets, &sorted);
    let parsed = judge(sorted, options, watch, &mut |became| viewer.add(became))?;
    let view = viewer.finish(watch);
    watch.verdict()?;
    Ok(Parsed { view: Some(view), ..parsed })
}

/// Reads an input and tells it apart: tables, and what is left out. Each page goes by `each`.
fn sort(
    bytes: &[u8],
    options: &Options,
    watch: &Watch<'_>,
    each: &mut dyn FnMut(&Page),
) -> Result<Sorted, Error> {
    let mut layout = Sorter::new(watch, options.view);
    let mut add = |page: Page| {
        each(&page);
        layout.add(page);
    };
    let sorted = match read::input(bytes, options, watch, &mut add)? {
        Input::Lines(read) => flat::sort(read, watch),
        Input::Records(Delimited { form, records, diagnostics }) => {
            layout::delimited::sort(&records, form, diagnostics, watch)
        }
        Input::Pages(Pages { form, diagnostics }) => layout.finish(form, diagnostics),
    };
    watch.verdict().map(|()| sorted)
}

/// Tables to records, records to what they mean, and both to the judged document. Each row goes by
/// `each` when it has become a record. It fails only where a limit ended it.
fn judge(
    sorted: Sorted,
    options: &Options,
    watch: &Watch<'_>,
    each: &mut dyn FnMut(&Became<'_>),
) -> Result<Parsed, Error> {
    let audit = sorted::audit(&sorted);
    let Sorted { form, pages, tables, left, mut diagnostics, mut copies, .. } = sorted;
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
    let watch = Watch::begin(options);
    let Sorted { form: Form::Pdf, tables, .. } = sort(bytes, options, &watch, &mut |_| {})? else {
        return Err(missing);
    };
    let canvas = read::pdf::canvas(bytes, options, &watch, page)?.ok_or(missing)?;
    Ok(picture::svg(&layout::turned(&canvas), tables.iter().flat_map(|table| &table.seen)))
}

/// What a stage saw, as text for a person: one line a thing, in the order of the input.
pub fn inspect(bytes: &[u8], options: &Options, stage: Stage) -> Result<String, Error> {
    let sorted = || sort(bytes, options, &Watch::begin(options), &mut |_| {});
    Ok(match stage {
        Stage::Pages | Stage::Lines => inspect_read(bytes, options, stage == Stage::Pages)?,
        Stage::Table => inspect::tables(&sorted()?.tables),
        Stage::Remainder => inspect::remainder(&sorted()?.left),
        Stage::Records => inspect::records(&parse(bytes, options)?.document),
        Stage::Meaning => inspect::meaning(&parse(bytes, options)?.document),
    })
}

/// What was read: the pages, or their lines.
fn inspect_read(bytes: &[u8], options: &Options, as_pages: bool) -> Result<String, Error> {
    let watch = Watch::begin(options);
    let mut pages = Vec::new();
    let input = read::input(bytes, options, &watch, &mut |page| pages.push(page))?;
    let form = input.form();
    let text = match (input, as_pages) {
        (Input::Lines(read), true) => inspect::pages(&flat::sheet(read.lines, &watch)),
        (Input::Lines(read), false) => inspect::lines(&flat::sheet(read.lines, &watch)),
        (Input::Records(read), true) => inspect::delimited_pages(&read.records),
        (Input::Records(read), false) => inspect::delimited_lines(&read.records),
        (Input::Pages(_), true) => inspect::placed_pages(&pages),
        (Input::Pages(_), false) => inspect::placed_lines(&pages),
    };
    watch.verdict()?;
    Ok(if as_pages { inspect::form(form) + &text } else { text })
}
