//! A table as a PDF, with rules around its cells or without.
//!
//! The least that a reader needs: one font of letters half as wide as high, which is not in the file,
//! with a map to Unicode; pages of text and lines.

use std::fmt::Write as _;

use crate::rows::{COLUMNS, Row, labels, lines, rows};

const WIDTH: usize = 842;
const HEIGHT: usize = 595;
const MARGIN: usize = 40;
const SIZE: usize = 10;
const LEADING: usize = 12;
/// The white above and below the lines of a row together.
const PADDING: usize = 8;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rules {
    Around,
    None,
}

/// A file, and how many pages it has.
pub(crate) struct Made {
    pub(crate) bytes: Vec<u8>,
    pub(crate) pages: usize,
}

pub(crate) fn pdf(count: usize, rules: Rules) -> Made {
    let pages = pages(&rows(count), rules);
    let mut file = File::default();
    // The objects 1 to 5 are the same in every file; a page and what stands on it follow.
    let kids: Vec<String> = (0..pages.len()).map(|nth| format!("{} 0 R", 6 + 2 * nth)).collect();
    file.object("<</Type/Catalog/Pages 2 0 R>>");
    file.object(&format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")));
    file.object(
        "<</Type/Font/Subtype/Type0/BaseFont/Times-Roman/Encoding/Identity-H/ToUnicode 5 0 R\
         /DescendantFonts[4 0 R]>>",
    );
    file.object(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Times-Roman/DW 500\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>\
         /FontDescriptor<</Type/FontDescriptor/FontName/Times-Roman/Flags 4/ItalicAngle 0/Ascent 900\
         /Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 1000 900]>>>>",
    );
    file.stream(
        "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 3 beginbfrange \
         <0000> <00FF> <0000> <0100> <01FF> <0100> <1E00> <1EFF> <1E00> endbfrange endcmap",
    );
    for (nth, content) in pages.iter().enumerate() {
        file.object(&format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]\
             /Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            7 + 2 * nth
        ));
        file.stream(content);
    }
    Made { bytes: file.finished(), pages: pages.len() }
}

/// What is drawn on each page; the labels stand on all.
fn pages(body: &[Row], rules: Rules) -> Vec<String> {
    let mut pages = Vec::new();
    let mut page = Page::new(rules);
    for row in body {
        if !page.has_room_for(row) {
            pages.push(page.content);
            page = Page::new(rules);
        }
        page.add(row);
    }
    pages.push(page.content);
    pages
}

struct Page {
    rules: Rules,
    content: String,
    /// How far the page is filled, from below.
    y: usize,
}

impl Page {
    fn new(rules: Rules) -> Self {
        let mut page = Self { rules, content: String::new(), y: HEIGHT - MARGIN };
        page.add(&labels());
        page
    }

    fn has_room_for(&self, row: &Row) -> bool {
        self.y >= MARGIN + depth(row)
    }

    fn add(&mut self, row: &Row) {
        let (mut x, depth) = (MARGIN, depth(row));
        for (cell, (_, letters)) in lines(row).iter().zip(COLUMNS) {
            let width = letters * SIZE / 2 + 6;
            if self.rules == Rules::Around {
                let _ = writeln!(self.content, "{x} {} {width} {depth} re S", self.y - depth);
            }
            for (nth, line) in cell.iter().enumerate() {
                self.write(x + 3, self.y - SIZE - LEADING * nth, line);
            }
            x += width;
        }
        self.y -= depth;
    }

    fn write(&mut self, x: usize, y: usize, line: &str) {
        let _ = write!(self.content, "BT /F {SIZE} Tf {x} {y} Td <");
        for unit in line.encode_utf16() {
            let _ = write!(self.content, "{unit:04X}");
        }
        self.content.push_str("> Tj ET\n");
    }
}

fn depth(row: &Row) -> usize {
    lines(row).iter().map(Vec::len).max().unwrap_or(0) * LEADING + PADDING
}

/// The bytes of a file, and where its objects begin.
#[derive(Default)]
struct File {
    text: String,
    places: Vec<usize>,
}

impl File {
    fn object(&mut self, body: &str) {
        if self.text.is_empty() {
            self.text.push_str("%PDF-1.7\n");
        }
        self.places.push(self.text.len());
        let _ = write!(self.text, "{} 0 obj\n{body}\nendobj\n", self.places.len());
    }

    fn stream(&mut self, content: &str) {
        self.object(&format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }

    fn finished(mut self) -> Vec<u8> {
        let (table, count) = (self.text.len(), self.places.len() + 1);
        let _ = write!(self.text, "xref\n0 {count}\n0000000000 65535 f \n");
        for place in &self.places {
            let _ = writeln!(self.text, "{place:010} 00000 n ");
        }
        let _ =
            write!(self.text, "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        self.text.into_bytes()
    }
}
