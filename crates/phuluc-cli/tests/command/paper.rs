//! Small PDFs, written by hand.

use std::fmt::Write as _;

/// What stands on a page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page {
    /// A table of two tasks.
    Table,
    /// The same, drawn by an operator that pdf-extract does not know.
    TableByQuotes,
    /// The same on a page that does not say how large it is, which pdf-extract needs to know.
    TableWithoutSize,
    /// An image.
    Image,
    /// Bytes that no reader can decode.
    Garbled,
    /// Nothing.
    Blank,
    /// A page that is counted and is not there.
    Lost,
}

const CELLS: [[&str; 4]; 3] = [
    ["TT", "Noi dung cong viec", "Don vi chu tri", "Thoi gian"],
    ["1", "Ra soat van ban", "Phong Tu phap", "Quy II"],
    ["2", "Bao cao ket qua nam", "Phong Noi vu", "Thang 6"],
];

/// The left edge of each column and the right edge of the last, in points.
const EDGES: [u32; 5] = [50, 90, 260, 400, 500];

/// The height of a row, in points.
const ROW: u32 = 40;

/// The upper edge of the table, in points from below.
const TOP: u32 = 700;

/// A PDF of these pages.
pub(crate) fn pdf(pages: &[Page]) -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        tree(pages),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        stream(
            "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
            "x",
        ),
    ];
    for (index, page) in pages.iter().enumerate() {
        objects.push(dictionary(*page, index));
        objects.push(content(*page));
    }
    file(&objects)
}

/// The number of the object of a page; its content has the next.
fn number(index: usize) -> usize {
    5 + 2 * index
}

fn tree(pages: &[Page]) -> String {
    let kids = pages.iter().enumerate().map(|(index, page)| match page {
        Page::Lost => "null ".to_owned(),
        _ => format!("{} 0 R ", number(index)),
    });
    format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.collect::<String>(), pages.len())
}

fn dictionary(page: Page, index: usize) -> String {
    let size = if matches!(page, Page::TableWithoutSize) { "" } else { "/MediaBox[0 0 595 842]" };
    let resources = match page {
        Page::Image => "/XObject<</I 4 0 R>>",
        _ => "/Font<</F 3 0 R>>",
    };
    let content = number(index) + 1;
    format!("<</Type/Page/Parent 2 0 R{size}/Resources<<{resources}>>/Contents {content} 0 R>>")
}

fn content(page: Page) -> String {
    match page {
        Page::Table | Page::TableWithoutSize => stream("", &(rules() + &words("Tj"))),
        Page::TableByQuotes => stream("", &(rules() + &words("'"))),
        Page::Image => stream("", "q 500 0 0 700 50 50 cm /I Do Q"),
        Page::Garbled => stream("/Filter/FlateDecode", "this was never compressed"),
        Page::Blank | Page::Lost => stream("", ""),
    }
}

fn rules() -> String {
    let rows = u32::try_from(CELLS.len()).unwrap();
    let (left, right, bottom) = (EDGES[0], EDGES[4], TOP - rows * ROW);
    let level = (0..=rows).map(|row| (TOP - row * ROW, left, right));
    let level = level.map(|(y, from, to)| format!("{from} {y} m {to} {y} l S\n"));
    let upright = EDGES.iter().map(|x| format!("{x} {bottom} m {x} {TOP} l S\n"));
    level.chain(upright).collect()
}

fn words(operator: &str) -> String {
    let mut words = String::new();
    for (row, cells) in (1..).zip(CELLS) {
        for (x, cell) in EDGES.iter().zip(cells) {
            let (x, y) = (x + 5, TOP - row * ROW + 15);
            writeln!(words, "BT /F 11 Tf {x} {y} Td ({cell}) {operator} ET").unwrap();
        }
    }
    words
}

fn stream(entries: &str, content: &str) -> String {
    format!("<<{entries}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// The file of objects that are numbered from one, the first of them the root.
fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let (size, start) = (objects.len() + 1, file.len());
    write!(file, "xref\n0 {size}\n0000000000 65535 f \n{places}").unwrap();
    write!(file, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").unwrap();
    file.into_bytes()
}
