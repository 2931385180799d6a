//! The sheet of counts.

use std::borrow::Cow;

use phuluc_messages::{Lang, sentence, words};
use phuluc_model::{Appendix, Arguments, Text};
use rust_xlsxwriter::Worksheet;

use super::height::height;
use super::look::{self, Look, Sort};
use super::sheet::{pieces, printed};
use super::tally::{Count, CountLine, by_lead, by_quarter, by_section};
use crate::error::Error;
use crate::report::{Filtered, Report};
use crate::row::{self, TaskRow};

/// The widths of its columns: number, name, counts.
const WIDTHS: [f64; 5] = [8.0, 64.0, 12.0, 12.0, 12.0];

/// The keys of the labels of each table.
const LABELS: [&str; 3] = ["book-count", "book-count_performed", "book-count_not_performed"];

/// Writes the counts.
pub(super) fn write(
    sheet: &mut Worksheet,
    report: &Report<'_>,
    rows: &[TaskRow<'_>],
) -> Result<(), Error> {
    let lang = report.lang;
    sheet.set_name(words(lang, "book-summary"))?;
    printed(sheet, report);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut page = SummarySheet { sheet, row: 0, lang };
    page.origin(report)?;
    let whole = Count::of(rows.iter().map(|row| row.task));
    let title = if report.filter.is_some() { "book-chosen" } else { "book-whole" };
    page.table(
        &words(lang, title),
        "book-total",
        &[(String::new(), report.source.name.to_owned(), whole)],
    )?;
    if let Some(Filtered { only, tasks_read, .. }) = report.filter {
        let kept = Arguments::new().with("kept", rows.len()).with("read", tasks_read);
        page.note(&sentence(lang, "book-choice", &kept.with("only", only.join(", "))))?;
    }
    page.table(&words(lang, "book-by_lead"), "column-lead_unit", &by_lead(rows, lang))?;
    page.note(&words(lang, "book-by_lead_note"))?;
    page.table(&words(lang, "book-by_quarter"), "column-timeframe", &by_quarter(rows, lang))?;
    page.note(&words(lang, "book-by_quarter_note"))?;
    let appendices = report.document.appendices();
    for (index, appendix) in appendices.iter().enumerate() {
        let title = if appendices.len() == 1 {
            words(lang, "book-by_section").into_owned()
        } else {
            let name = row::name(appendix, index).into_owned();
            sentence(lang, "book-by_section_of", &Arguments::new().with("appendix", name))
        };
        page.table(&title, "book-section", &by_section(appendix, lang))?;
    }
    Ok(())
}

/// The sheet while it is written, with its next row.
struct SummarySheet<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    lang: Lang,
}

impl SummarySheet<'_> {
    /// The source of the tasks.
    fn origin(&mut self, report: &Report<'_>) -> Result<(), Error> {
        for appendix in report.document.appendices() {
            for text in heading(appendix, self.lang) {
                self.line(&text)?;
            }
        }
        Ok(())
    }

    /// Writes a table; `name` is the message key of what is counted.
    fn table(&mut self, title: &str, name: &str, lines: &[CountLine]) -> Result<(), Error> {
        self.row += 1;
        self.line(title)?;
        let format = look::header();
        let keys = ["book-number", name].into_iter().chain(LABELS);
        let labels: Vec<Cow<'_, str>> = keys.map(|key| words(self.lang, key)).collect();
        let tight = labels.iter().zip(WIDTHS).map(|(label, width)| (&**label, width - 1.0));
        self.sheet.set_row_height(self.row, height(tight))?;
        for (column, label) in (0..).zip(&labels) {
            self.sheet.write_string_with_format(self.row, column, &**label, &format)?;
        }
        self.row += 1;
        for line in lines {
            self.counted(line)?;
        }
        Ok(())
    }

    fn counted(&mut self, (number, name, count): &CountLine) -> Result<(), Error> {
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

    /// A title over all columns. The cells may be merged, because this sheet is not filtered.
    fn line(&mut self, text: &str) -> Result<(), Error> {
        let last = u16::try_from(WIDTHS.len() - 1).unwrap_or_default();
        self.sheet.merge_range(self.row, 0, self.row, last, first(text), &look::title())?;
        self.fit(text, WIDTHS.iter().sum())
    }

    /// Ends the row and sets its height for the text.
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

/// The lines of a heading, without absent ones.
fn heading(appendix: &Appendix, lang: Lang) -> Vec<String> {
    let issued = appendix.issued_with.as_ref();
    let kind = issued.and_then(|issued| issued.kind.as_ref());
    let number = issued.and_then(|issued| issued.number.as_ref());
    let issued: Vec<&str> = [kind, number].into_iter().flatten().map(Text::as_str).collect();
    let texts = [appendix.label.as_ref(), appendix.title.as_ref(), appendix.unit.as_ref()];
    let texts = texts.into_iter().flatten().map(|text| text.as_str().to_owned());
    let issued = (!issued.is_empty()).then(|| {
        let document = Arguments::new().with("document", issued.join(" "));
        sentence(lang, "book-issued_with", &document)
    });
    texts.chain(issued).collect()
}

/// The part of a text that fits a cell; the whole text is in the sheet of tasks.
fn first(text: &str) -> &str {
    pieces(text).first().copied().unwrap_or_default()
}
