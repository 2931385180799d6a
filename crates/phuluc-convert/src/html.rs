//! HTML: the review sheet (bảng đối chiếu), one file that needs no other file.
//!
//! Each page of the input is next to the records that begin on it. The cells are drawn over the page and
//! doubts are shown at their place. The person who signs that the records are right reads it on a screen,
//! with mouse or keyboard, or prints it.
//!
//! Documents come from strangers. So their text is escaped, pictures of pages are images in which no
//! script runs, and the content policy of the file forbids everything from other addresses and every
//! script and style except its own two, which it names by their hash.

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

use phuluc_messages::{Lang, sentence, words};
use phuluc_model::view::{Page, View};
use phuluc_model::{Arguments, Severity};

use self::escape::{Escaped, EscapedWords};
use self::index::{Index, What};
use self::page::Overlay;
use self::record::{Records, fact};
use crate::error::Error;
use crate::format::Format;
use crate::report::Report;

/// The style of the sheet, and its SHA-256 in Base64 for the content policy.
const STYLE: &str = include_str!("html/sheet.css");
const STYLE_HASH: &str = "BVWB3igSjoqZXfVfeq8siTJdCJdVJ7uT0vwDXp30PnM=";

/// The script for keys and mouse, and its SHA-256 in Base64 for the content policy.
const SCRIPT: &str = include_str!("html/sheet.js");
const SCRIPT_HASH: &str = "2zE6pNesOsAndr5jprtLeRlBmU5298b5d4mk6M3m2yY=";

/// The bytes that are collected before they are written to the output.
const BUFFER: usize = 1 << 16;

/// The review sheet, which shows the pages of the input.
pub const FORMAT: Format = Format::new("html", "html", write).with_view();

/// Writes the review sheet. Without a view it has only the records.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> Result<(), Error> {
    let mut out = io::BufWriter::with_capacity(BUFFER, out);
    let index = Index::new(report.document, report.diagnostics);
    head(report, &mut out)?;
    bar(report, &mut out)?;
    out.write_all(b"<main>\n")?;
    facts(report, &index, &mut out)?;
    pairs(report, &index, &mut out)?;
    sign(report.lang, &mut out)?;
    out.write_all(b"</main>\n")?;
    help(report.lang, &mut out)?;
    write!(out, "<script>{SCRIPT}</script>\n</body>\n</html>\n")?;
    out.flush()?;
    Ok(())
}

fn head(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let policy = format!(
        "default-src 'none'; img-src data:; style-src 'sha256-{STYLE_HASH}'; script-src 'sha256-{SCRIPT_HASH}'; base-uri 'none'; form-action 'none'"
    );
    let name = Arguments::new().with("name", report.source.name);
    write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        report.lang,
        Escaped(&sentence(report.lang, "sheet-title_of", &name))
    )
}

/// The line that stays at the top: the title of the sheet, and buttons for the keys.
fn bar(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let doubts = report.diagnostics.iter().filter(|d| d.severity() != Severity::Info).count();
    let counts = Arguments::new()
        .with("name", report.source.name)
        .with("pages", report.source.pages)
        .with("tasks", report.document.tasks().count())
        .with("doubts", doubts);
    let say = |key| EscapedWords(words(report.lang, key));
    writeln!(
        out,
        "<div class=\"bar\"><h1>{}</h1><p>{}</p>\
         <output aria-live=\"polite\" data-doubt=\"{}\"></output>\
         <div role=\"toolbar\" aria-label=\"{}\">\
         <button data-key=\"p\">‹ {doubt} <kbd>p</kbd></button> \
         <button data-key=\"n\">{doubt} › <kbd>n</kbd></button> \
         <button data-key=\"?\">{} <kbd>?</kbd></button></div></div>",
        say("sheet-title"),
        Escaped(&sentence(report.lang, "sheet-counts", &counts)),
        say("sheet-nth_doubt"),
        say("sheet-move"),
        say("sheet-help"),
        doubt = say("sheet-doubt"),
    )
}

fn records<'a>(report: &Report<'a>) -> Records<'a> {
    Records {
        diagnostics: report.diagnostics,
        is_text: report.source.kind == "text",
        lang: report.lang,
    }
}

/// The diagnostics of the input as a whole.
fn facts(report: &Report<'_>, index: &Index<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"<section class=\"facts\"><dl>")?;
    let lang = report.lang;
    fact(&words(lang, "sheet-file"), Some(report.source.name), out)?;
    fact("SHA-256", Some(report.source.sha256).filter(|hash| !hash.is_empty()), out)?;
    fact(&words(lang, "sheet-chosen"), report.choice(lang).as_deref(), out)?;
    let audit = report.document.audit();
    let counts = Arguments::new()
        .with("words", audit.words_in)
        .with("cells", audit.in_cells)
        .with("headings", audit.in_headings);
    let mut counted = sentence(lang, "sheet-words", &counts);
    for (reason, count) in &audit.left_out {
        counted = format!("{counted}, {}", words::left_out(*reason, *count, lang));
    }
    fact(&words(lang, "sheet-word_count"), Some(&counted), out)?;
    out.write_all(b"</dl>")?;
    records(report).list(index.input_diagnostics.iter().copied(), 0, out)?;
    out.write_all(b"</section>\n")
}

/// Each page next to the rows that begin on it.
fn pairs(report: &Report<'_>, index: &Index<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let none = View::default();
    let view = report.view.unwrap_or(&none);
    let overlay = Overlay::new(view, index, report.diagnostics, report.lang);
    let records = records(report);
    let faces: BTreeMap<u32, &Page> = view.pages.iter().map(|page| (page.number, page)).collect();
    let rows = index.rows.iter().enumerate();
    let mut rows = rows.peekable();
    let numbers = faces.keys().copied().chain(index.rows.iter().map(|row| row.page));
    let numbers: BTreeSet<u32> = numbers.chain(index.page_diagnostics.keys().copied()).collect();
    for number in numbers {
        let page = sentence(report.lang, "sheet-page", &Arguments::new().with("page", number));
        let page = Escaped(&page);
        write!(
            out,
            "<section class=\"pair\" aria-label=\"{page}\"><h2>{page}</h2>\n<div class=\"left\">"
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
            let none = EscapedWords(words(report.lang, "sheet-no_task"));
            writeln!(out, "<p class=\"none\">{none}</p>")?;
        }
        out.write_all(b"</div></section>\n")?;
    }
    Ok(())
}

/// The diagnostics of a page.
fn page_doubts(
    records: &Records<'_>,
    index: &Index<'_>,
    page: u32,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let Some(doubts) = index.page_diagnostics.get(&page) else { return Ok(()) };
    out.write_all(b"<div class=\"page-doubts\">")?;
    records.list(doubts.iter().copied(), page, out)?;
    out.write_all(b"</div>\n")
}

/// The place for the reviewer's signature.
fn sign(lang: Lang, out: &mut dyn io::Write) -> io::Result<()> {
    let say = |key| EscapedWords(words(lang, key));
    writeln!(
        out,
        "<section class=\"sign\" aria-label=\"{}\">\n<p>{}</p>",
        say("sheet-confirmation"),
        say("sheet-i_confirm")
    )?;
    for key in ["sheet-reviewer", "sheet-post", "sheet-date"] {
        writeln!(out, "<div><span>{}</span></div>", say(key))?;
    }
    out.write_all(b"</section>\n")
}

/// The list of keys.
fn help(lang: Lang, out: &mut dyn io::Write) -> io::Result<()> {
    const KEYS: [(&str, &str); 5] = [
        ("<kbd>n</kbd> / <kbd>p</kbd>", "sheet-help_doubt"),
        ("<kbd>j</kbd> / <kbd>k</kbd>", "sheet-help_task"),
        ("<kbd>Tab</kbd>", "sheet-help_cell"),
        ("<kbd>Enter</kbd>", "sheet-help_enter"),
        ("<kbd>?</kbd>", "sheet-help_help"),
    ];
    let say = |key| EscapedWords(words(lang, key));
    let help = say("sheet-help");
    writeln!(out, "<dialog class=\"help\" aria-label=\"{help}\">\n<h2>{help}</h2>\n<dl>")?;
    for (keys, key) in KEYS {
        writeln!(out, "<dt>{keys}</dt><dd>{}</dd>", say(key))?;
    }
    writeln!(
        out,
        "</dl>\n<p>{}</p>\n<form method=\"dialog\"><button>{}</button></form>\n</dialog>",
        say("sheet-help_rest"),
        say("sheet-close")
    )
}

#[cfg(test)]
mod tests;
