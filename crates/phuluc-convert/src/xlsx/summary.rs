//! The sheet of counts.

use phuluc_model::{Appendix, Text};
use rust_xlsxwriter::Worksheet;

use super::height::height;
use super::look::{self, Look, Sort};
use super::sheet::{pieces, printed};
use super::tally::{Count, Line, by_lead, by_quarter, by_section};
use crate::error::Error;
use crate::report::{Filtered, Report};
use crate::row::{self, Row};

/// The name of the sheet.
const NAME: &str = "Tổng hợp";

/// The widths of its columns: number, name, counts.
const WIDTHS: [f64; 5] = [8.0, 64.0, 12.0, 12.0, 12.0];

/// The labels of each table.
const LABELS: [&str; 3] = ["Số nhiệm vụ", "Có thực hiện", "Không thực hiện"];

/// Writes the counts.
pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report<'_>,
    rows: &[Row<'_>],
) -> Result<(), Error> {
    sheet.set_name(NAME)?;
    printed(sheet, report);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut page = Page { sheet, row: 0 };
    page.origin(report)?;
    let whole = Count::of(rows.iter().map(|row| row.task));
    let title = if report.filter.is_some() {
        "Các nhiệm vụ được chọn"
    } else {
        "Toàn văn bản"
    };
    page.table(title, "Tổng số", &[(String::new(), report.source.name.to_owned(), whole)])?;
    if let Some(Filtered { only, tasks_read, .. }) = report.filter {
        let (kept, only) = (rows.len(), only.join(", "));
        page.note(&format!("Chọn {kept} trong {tasks_read} nhiệm vụ của văn bản: {only}"))?;
    }
    page.table("Theo đơn vị chủ trì", "Đơn vị chủ trì", &by_lead(rows))?;
    page.note("Nhiệm vụ có nhiều đơn vị chủ trì được đếm cho từng đơn vị.")?;
    page.table("Theo quý đến hạn", "Thời gian", &by_quarter(rows))?;
    page.note("Nhiệm vụ đến hạn trong nhiều quý được đếm cho từng quý.")?;
    let appendices = report.document.appendices();
    for (index, appendix) in appendices.iter().enumerate() {
        let title = match appendices.len() {
            1 => "Theo mục".to_owned(),
            _ => format!("Theo mục: {}", row::name(appendix, index)),
        };
        page.table(&title, "Mục", &by_section(appendix))?;
    }
    Ok(())
}

/// The sheet while it is written, and its next row.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl Page<'_> {
    /// What the tasks come from.
    fn origin(&mut self, report: &Report<'_>) -> Result<(), Error> {
        for appendix in report.document.appendices() {
            for text in heading(appendix) {
                self.line(&text)?;
            }
        }
        Ok(())
    }

    fn table(&mut self, title: &str, name: &str, lines: &[Line]) -> Result<(), Error> {
        self.row += 1;
        self.line(title)?;
        let format = look::header();
        let labels = ["TT", name].into_iter().chain(LABELS);
        let tight = labels.clone().zip(WIDTHS).map(|(label, width)| (label, width - 1.0));
        self.sheet.set_row_height(self.row, height(tight))?;
        for (column, label) in (0..).zip(labels) {
            self.sheet.write_string_with_format(self.row, column, label, &format)?;
        }
        self.row += 1;
        for line in lines {
            self.counted(line)?;
        }
        Ok(())
    }

    fn counted(&mut self, (number, name, count): &Line) -> Result<(), Error> {
        let text = look::cell(Look::default());
        let mark = look::cell(Look { sort: Sort::Mark, ..Look::default() });
        self.sheet.write_string_with_format(self.row, 0, first(number), &mark)?;
        self.sheet.write_string_with_format(self.row, 1, first(name), &text)?;
        let counts = [count.all, count.all - count.flagged, count.flagged];
        for (column, count) in (2..).zip(counts) {
            self.sheet.write_number_with_format(self.row, column, count, &mark)?;
        }
        self.fit(name, WIDTHS[1])
    }

    /// A title, over all columns: nothing is filtered here that merged cells could hinder.
    fn line(&mut self, text: &str) -> Result<(), Error> {
        let last = u16::try_from(WIDTHS.len() - 1).unwrap_or_default();
        self.sheet.merge_range(self.row, 0, self.row, last, first(text), &look::title())?;
        self.fit(text, WIDTHS.iter().sum())
    }

    /// Ends the row with a height for its text.
    fn fit(&mut self, text: &str, width: f64) -> Result<(), Error> {
        self.sheet.set_row_height(self.row, height([(text, width)].into_iter()))?;
        self.row += 1;
        Ok(())
    }

    fn note(&mut self, text: &str) -> Result<(), Error> {
        self.sheet.write_string_with_format(self.row, 1, text, &look::plain())?;
        self.fit(text, WIDTHS[1])
    }
}

/// The lines of a heading that are there.
fn heading(appendix: &Appendix) -> Vec<String> {
    let issued = appendix.issued_with.as_ref();
    let kind = issued.and_then(|issued| issued.kind.as_ref());
    let number = issued.and_then(|issued| issued.number.as_ref());
    let issued: Vec<&str> = [kind, number].into_iter().flatten().map(Text::as_str).collect();
    let texts = [appendix.label.as_ref(), appendix.title.as_ref(), appendix.unit.as_ref()];
    let texts = texts.into_iter().flatten().map(|text| text.as_str().to_owned());
    let issued = (!issued.is_empty()).then(|| format!("Kèm theo: {}", issued.join(" ")));
    texts.chain(issued).collect()
}

/// What fits a cell; the whole stands among the tasks.
fn first(text: &str) -> &str {
    pieces(text).first().copied().unwrap_or_default()
}
