//! HTML: the review sheet (bảng đối chiếu), one file that needs nothing else.
//!
//! Each page of the input stands beside the records that begin on it, with the cells drawn over it and
//! the doubts in place. Who must sign that the records are right reads it on a screen, by keyboard
//! too, or prints it. It is in Vietnamese, because clerks read it.
//!
//! Documents come from strangers: their text is escaped, the pictures of their pages are images in
//! which nothing runs, and the policy of the file forbids all that comes from elsewhere and every
//! script and style but its own two, which it knows by their hash.

mod class;
mod escape;
mod found;
mod index;
mod page;
mod record;
mod time;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};

use phuluc_model::Severity;
use phuluc_model::view::{Page, View};

use self::escape::Escaped;
use self::index::{Index, What};
use self::page::Overlay;
use self::record::{Records, fact};
use crate::error::Error;
use crate::format::Format;
use crate::report::Report;

/// The look of the sheet, and its hash.
const STYLE: &str = include_str!("html/sheet.css");
const STYLE_HASH: &str = "BVWB3igSjoqZXfVfeq8siTJdCJdVJ7uT0vwDXp30PnM=";

/// What the keys and the pointer do, and its hash.
const SCRIPT: &str = include_str!("html/sheet.js");
const SCRIPT_HASH: &str = "IogLsCb2qklVtMlj418tRdo9Ob6GUZJ/6vQ+lWKcfw8=";

/// The bytes that are handed to the output at once.
const BUFFER: usize = 1 << 16;

/// The review sheet, which shows the pages of the input.
pub const FORMAT: Format = Format::new("html", "html", write).with_view();

/// Writes the review sheet. Without a view it has the records alone.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let mut out = io::BufWriter::with_capacity(BUFFER, out);
    let index = Index::of(report.document, report.diagnostics);
    head(report, &mut out)?;
    bar(report, &mut out)?;
    out.write_all(b"<main>\n")?;
    facts(report, &index, &mut out)?;
    pairs(report, &index, &mut out)?;
    out.write_all(SIGN.as_bytes())?;
    out.write_all(b"</main>\n")?;
    out.write_all(HELP.as_bytes())?;
    write!(out, "<script>{SCRIPT}</script>\n</body>\n</html>\n")?;
    out.flush()?;
    Ok(())
}

fn head(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let policy = format!(
        "default-src 'none'; img-src data:; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
    );
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Bảng đối chiếu: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        Escaped(report.source.name)
    )
}

/// The line that stays above: what the sheet is about, and buttons for the keys.
fn bar(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let doubts = report.diagnostics.iter().filter(|d| d.severity() != Severity::Info).count();
    writeln!(
        out,
        "<div class=\"bar\"><h1>Bảng đối chiếu</h1><p>{} · {} trang · {} nhiệm vụ · cần xem lại: {doubts}</p>\
         <output aria-live=\"polite\"></output><div role=\"toolbar\" aria-label=\"Di chuyển\">\
         <button data-key=\"p\">‹ Cần xem lại <kbd>p</kbd></button> \
         <button data-key=\"n\">Cần xem lại › <kbd>n</kbd></button> \
         <button data-key=\"?\">Trợ giúp <kbd>?</kbd></button></div></div>",
        Escaped(report.source.name),
        report.source.pages,
        report.document.tasks().count(),
    )
}

fn records<'a>(report: &Report<'a>) -> Records<'a> {
    Records { diagnostics: report.diagnostics, is_text: report.source.kind == "text" }
}

/// What is said of the input as a whole.
fn facts(report: &Report<'_>, index: &Index<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"<section class=\"facts\"><dl>")?;
    fact("Tệp", Some(report.source.name), out)?;
    fact("SHA-256", Some(report.source.sha256).filter(|hash| !hash.is_empty()), out)?;
    fact("Nhiệm vụ được chọn", report.choice().as_deref(), out)?;
    let audit = report.document.audit();
    let mut words = format!(
        "{} từ: {} trong ô, {} trong tiêu đề",
        audit.words_in, audit.in_cells, audit.in_headings
    );
    for (reason, count) in &audit.left_out {
        words = format!("{words}, {count} {}", words::remainder(*reason));
    }
    fact("Số từ", Some(&words), out)?;
    out.write_all(b"</dl>")?;
    records(report).list(index.of_all.iter().copied(), 0, out)?;
    out.write_all(b"</section>\n")
}

/// Each page beside the rows that begin on it.
fn pairs(report: &Report<'_>, index: &Index<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let none = View::default();
    let view = report.view.unwrap_or(&none);
    let overlay = Overlay::of(view, index, report.diagnostics);
    let records = records(report);
    let faces: BTreeMap<u32, &Page> = view.pages.iter().map(|page| (page.number, page)).collect();
    let rows = index.rows.iter().enumerate();
    let mut rows = rows.peekable();
    let numbers = faces.keys().copied().chain(index.rows.iter().map(|row| row.page));
    let numbers: BTreeSet<u32> = numbers.chain(index.of_pages.keys().copied()).collect();
    for number in numbers {
        write!(
            out,
            "<section class=\"pair\" aria-label=\"Trang {number}\"><h2>Trang {number}</h2>\n<div class=\"left\">"
        )?;
        if let Some(face) = faces.get(&number) {
            overlay.write(face, out)?;
        }
        out.write_all(b"</div>\n<div class=\"records\">\n")?;
        page_doubts(&records, index, number, out)?;
        let mut begun = false;
        while let Some((at, row)) = rows.next_if(|(_, row)| row.page <= number) {
            begun |= matches!(row.what, What::Task(..));
            records.write(at, row, out)?;
        }
        if !begun {
            out.write_all(
                "<p class=\"none\">Không có nhiệm vụ nào bắt đầu ở trang này.</p>\n".as_bytes(),
            )?;
        }
        out.write_all(b"</div></section>\n")?;
    }
    Ok(())
}

/// What is said of a page.
fn page_doubts(
    records: &Records<'_>,
    index: &Index<'_>,
    page: u32,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let Some(doubts) = index.of_pages.get(&page) else { return Ok(()) };
    out.write_all(b"<div class=\"page-doubts\">")?;
    records.list(doubts.iter().copied(), page, out)?;
    out.write_all(b"</div>\n")
}

/// Where the reviewer signs.
const SIGN: &str = "\
<section class=\"sign\" aria-label=\"Xác nhận\">
<p>Tôi đã đối chiếu các nhiệm vụ trong bảng này với bản gốc và xác nhận là đúng, trừ những chỗ đã ghi rõ.</p>
<div><span>Người đối chiếu (ký, ghi rõ họ tên)</span></div>
<div><span>Đơn vị, chức vụ</span></div>
<div><span>Ngày, tháng, năm</span></div>
</section>
";

const HELP: &str = "\
<dialog class=\"help\" aria-label=\"Trợ giúp\">
<h2>Trợ giúp</h2>
<dl>
<dt><kbd>n</kbd> / <kbd>p</kbd></dt><dd>chỗ cần xem lại tiếp theo / trước đó</dd>
<dt><kbd>j</kbd> / <kbd>k</kbd></dt><dd>nhiệm vụ tiếp theo / trước đó</dd>
<dt><kbd>Tab</kbd></dt><dd>ô tiếp theo</dd>
<dt><kbd>Enter</kbd></dt><dd>ở một nhiệm vụ hoặc một ô: chỉ chỗ của nó trên trang; ở một khung trên trang: mở nhiệm vụ của nó</dd>
<dt><kbd>?</kbd></dt><dd>mở hoặc đóng bảng này</dd>
</dl>
<p>Bấm chuột vào nhiệm vụ, vào ô hoặc vào khung trên trang cũng vậy. Chữ sau dấu → là cách hiểu nội dung của ô. Không chữ nào của văn bản bị sửa.</p>
<form method=\"dialog\"><button>Đóng</button></form>
</dialog>
";

#[cfg(test)]
mod tests;
