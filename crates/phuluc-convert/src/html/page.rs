//! A page of the input with the cells drawn over it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

use phuluc_messages::{Lang, sentence};
use phuluc_model::view::{Area, Face, Line, Mark, Page, View};
use phuluc_model::{Arguments, Diagnostic, Severity};

use super::class::{class, field};
use super::escape::{Escaped, SvgAddress};
use super::found::DoubtedWords;
use super::index::Index;
use super::{record, words};

/// The marks that are drawn over pages.
pub(super) struct Overlay<'a> {
    index: &'a Index<'a>,
    diagnostics: &'a [Diagnostic],
    /// The marks of each page.
    marks: BTreeMap<u32, Vec<&'a Mark>>,
    /// The doubted words of each line of a text.
    found: BTreeMap<u32, Vec<&'a str>>,
    lang: Lang,
}

impl<'a> Overlay<'a> {
    pub(super) fn new(
        view: &'a View,
        index: &'a Index<'a>,
        diagnostics: &'a [Diagnostic],
        lang: Lang,
    ) -> Self {
        let mut marks: BTreeMap<u32, Vec<&Mark>> = BTreeMap::new();
        for mark in &view.marks {
            marks.entry(mark.page).or_default().push(mark);
        }
        let mut found: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for diagnostic in diagnostics {
            if let (Some(place), Some(words)) = (diagnostic.place, diagnostic.found.as_deref()) {
                found.entry(place.line).or_default().push(words);
            }
        }
        Self { index, diagnostics, marks, found, lang }
    }

    /// Writes a page.
    pub(super) fn write(&self, page: &Page, out: &mut dyn Write) -> io::Result<()> {
        let number = page.number;
        let of_page = Arguments::new().with("page", number);
        write!(
            out,
            "<div class=\"page\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">",
            Escaped(&sentence(self.lang, "sheet-original_page", &of_page))
        )?;
        match &page.face {
            Face::Svg(svg) => {
                write!(
                    out,
                    "<div class=\"sheet\"><img alt=\"{}\" width=\"{}\" height=\"{}\" src='{}'>",
                    Escaped(&sentence(self.lang, "sheet-page", &of_page)),
                    page.width,
                    page.height,
                    SvgAddress(svg)
                )?;
                self.boxes(page, out)?;
                out.write_all(b"</div>")?;
            }
            Face::Blank(blank) => {
                write!(
                    out,
                    "<p class=\"why\">{}</p><div class=\"sheet blank\">",
                    Escaped(&words::blank(*blank, self.lang))
                )?;
                self.boxes(page, out)?;
                out.write_all(b"</div>")?;
            }
            Face::Lines(lines) => self.lines(number, lines, out)?,
        }
        out.write_all(b"</div>\n")
    }

    fn marks(&self, page: u32) -> &[&'a Mark] {
        self.marks.get(&page).map(Vec::as_slice).unwrap_or_default()
    }

    /// The number of the row of a mark.
    fn number(&self, mark: &Mark) -> Option<usize> {
        self.index.numbers.get(&mark.row).copied()
    }

    /// The label of a box: its row, and the page or the line.
    fn label(&self, key: &str, row: usize, name: &'static str, number: u32) -> String {
        let row = self.index.rows.get(row).map(|row| record::name(row, self.lang));
        let row = Arguments::new().with("row", row.unwrap_or_default());
        sentence(self.lang, key, &row.with(name, number))
    }

    /// The highest severity of the diagnostics of the cell of a mark.
    fn worst(&self, mark: &Mark) -> Option<Severity> {
        let row = self.index.rows.get(self.number(mark)?)?;
        row.worst((mark.role, mark.extra), self.diagnostics)
    }

    /// The rectangles of the cells, one group for each row.
    fn boxes(&self, page: &Page, out: &mut dyn Write) -> io::Result<()> {
        let (width, height) = (page.width, page.height);
        if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
            return Ok(());
        }
        write!(
            out,
            "<svg class=\"over\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">"
        )?;
        for marks in self.marks(page.number).chunk_by(|a, b| a.row == b.row) {
            let Some(number) = marks.first().and_then(|mark| self.number(mark)) else { continue };
            let label = self.label("sheet-box_on_page", number, "page", page.number);
            write!(
                out,
                "<g class=\"boxes\" tabindex=\"0\" role=\"button\" data-r=\"{number}\" aria-label=\"{}\">",
                Escaped(&label)
            )?;
            for mark in marks {
                let Area::Box { x, y, width, height } = mark.area else { continue };
                write!(
                    out,
                    "<rect class=\"box{}\" data-r=\"{number}\" data-f=\"{}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>",
                    class(self.worst(mark)),
                    field((mark.role, mark.extra))
                )?;
            }
            out.write_all(b"</g>\n")?;
        }
        out.write_all(b"</svg>")
    }

    /// The lines of a text.
    fn lines(&self, page: u32, lines: &[Line], out: &mut dyn Write) -> io::Result<()> {
        let mut marks: BTreeMap<u32, Vec<&Mark>> = BTreeMap::new();
        for mark in self.marks(page) {
            if let Area::Words { line, .. } = mark.area {
                marks.entry(line).or_default().push(mark);
            }
        }
        let mut seen = BTreeSet::new();
        out.write_all(b"<div class=\"lines\">")?;
        for line in lines {
            let own = marks.get(&line.number).map(Vec::as_slice).unwrap_or_default();
            let empty = if line.text.trim().is_empty() { " class=\"empty\"" } else { "" };
            write!(out, "<div{empty}><span class=\"no\">{}</span><code>", line.number)?;
            let doubted = self.found.get(&line.number).into_iter().flatten();
            let found = DoubtedWords::new(doubted.copied());
            for (text, mark) in parts(&line.text, own) {
                match mark {
                    Some(mark) => {
                        self.part(line.number, (text, &found), own, mark, &mut seen, out)?;
                    }
                    None => write!(out, "{}", Escaped(text))?,
                }
            }
            out.write_all(b"</code></div>\n")?;
        }
        out.write_all(b"</div>")
    }

    /// A part of a line that belongs to a cell; several rows can share the cell.
    fn part(
        &self,
        line: u32,
        (text, found): (&str, &DoubtedWords<'_>),
        own: &[&Mark],
        mark: &Mark,
        seen: &mut BTreeSet<usize>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let same = own.iter().filter(|other| other.area == mark.area);
        let mut rows = String::new();
        let mut first = None;
        for number in same.filter_map(|mark| self.number(mark)) {
            first = first.or(Some(number));
            let _ = write!(rows, "{}{number}", if rows.is_empty() { "" } else { " " });
        }
        let field = field((mark.role, mark.extra));
        write!(out, "<span class=\"box\" data-r=\"{rows}\" data-f=\"{field}\"")?;
        // The Tab key stops at the first part of a row.
        if let Some(number) = first.filter(|number| seen.insert(*number)) {
            let label = self.label("sheet-box_on_line", number, "line", line);
            write!(out, " tabindex=\"0\" role=\"button\" aria-label=\"{}\"", Escaped(&label))?;
        }
        out.write_all(b">")?;
        found.write(text, out)?;
        out.write_all(b"</span>")
    }
}

/// Cuts a line where its marks begin and end. A mark that overlaps an earlier one is not drawn; the text is
/// complete.
fn parts<'t, 'm>(text: &'t str, marks: &[&'m Mark]) -> Vec<(&'t str, Option<&'m Mark>)> {
    let mut spans: Vec<(usize, usize, &Mark)> = marks
        .iter()
        .filter_map(|mark| match mark.area {
            Area::Words { start, end, .. } => Some((start, end, *mark)),
            Area::Box { .. } => None,
        })
        .collect();
    spans.sort_by_key(|(start, end, _)| (*start, *end));
    let mut parts = Vec::new();
    let mut at = 0;
    for (start, end, mark) in spans {
        let (Some(before), Some(own)) = (text.get(at..start), text.get(start..end)) else {
            continue;
        };
        parts.extend([(before, None), (own, Some(mark))]);
        at = end;
    }
    parts.push((text.get(at..).unwrap_or_default(), None));
    parts
}

#[cfg(test)]
mod tests {
    use phuluc_model::Role;
    use phuluc_model::view::Row;

    use super::*;

    fn mark(start: usize, end: usize) -> Mark {
        let row = Row { appendix: 0, section: 0, task: Some(0) };
        let area = Area::Words { line: 1, start, end };
        Mark { row, role: Role::Task, extra: 0, page: 1, area }
    }

    #[test]
    fn a_line_is_cut_at_its_marks() {
        // `ở` has three bytes, so the last of these ends inside a letter.
        let (a, b, odd) = (mark(2, 6), mark(7, 8), mark(4, 7));
        let parts = parts("1 Sở x", &[&b, &a, &odd]);
        let texts: Vec<(&str, bool)> = parts.iter().map(|(t, m)| (*t, m.is_some())).collect();
        assert_eq!(texts, [("1 ", false), ("Sở", true), (" ", false), ("x", true), ("", false)]);
    }
}
