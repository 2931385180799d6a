//! Inputs that are too large in one way each, made here and read in one run, beside one that is not.
//!
//! `fixtures/make/hostile.py --out DIR` makes many more.

use super::hostile::ends;
use super::workshop::{Workshop, size};

/// A name, what makes the file, and how it ends: a status and the name of an error.
type Case = (&'static str, fn() -> Vec<u8>, &'static str, Option<&'static str>);

const CASES: [Case; 15] = [
    ("archive.pdf", || [b"PK\x03\x04", &noise(8 << 20)[..]].concat(), "failed", Some("binary")),
    ("bomb.pdf", bomb, "failed", Some("too_many_decoded_bytes")),
    ("cell.txt", long_cell, "converted", None),
    ("digits.txt", || b"1".repeat(100_000_000), "failed", Some("too_many_bytes")),
    ("digits-below-the-limit.txt", || b"1".repeat(60_000_000), "no_table", None),
    ("lines.txt", || b"\n".repeat(2_000_001), "failed", Some("too_many_lines")),
    ("lists.pdf", || pdf(1, "", &b"[".repeat(4_000_000)), "failed", Some("damaged")),
    ("noise.pdf", || noise(8 << 20), "failed", Some("binary")),
    (
        "noise-behind-a-mark.pdf",
        || [b"%PDF-1.7\n", &noise(8 << 20)[..], b"\n%%EOF\n"].concat(),
        "failed",
        Some("damaged"),
    ),
    ("pages.pdf", || pdf(60_000, "", b""), "failed", Some("too_many_pages")),
    ("pipes.txt", || cells('|'), "failed", Some("too_many_cells")),
    ("states.pdf", || pdf(1, "", &b"q ".repeat(4_000_000)), "failed", Some("no_text")),
    ("tabs.txt", || cells('\t'), "failed", Some("too_many_cells")),
    ("texts.pdf", texts_that_never_end, "failed", Some("too_many_searched_bytes")),
    (
        "zeros-behind.pdf",
        || [&pdf(1, "", b"")[..], &[0; 64 << 20]].concat(),
        "failed",
        Some("too_many_bytes"),
    ),
];

/// What a cell says, again and again.
const CELL: &str = "công việc ";
const CELLS: usize = 500_000;

#[test]
fn each_ends_at_a_limit_that_is_named_and_the_good_one_is_converted() {
    let workshop = Workshop::new();
    workshop.put_page("in/good.txt");
    for (name, made, ..) in CASES {
        workshop.put(format!("in/{name}"), made());
    }
    let report = workshop.run("convert in --out-dir out --jobs 2 --quiet --report").exits(1).json();
    assert_eq!(report["inputs"], CASES.len() + 1);

    let ends = ends(&workshop.text("out/manifest.jsonl"));
    let found = CASES.map(|(name, ..)| {
        let end = &ends[name];
        (name, end["status"].as_str().unwrap(), end["error"].as_str())
    });
    assert_eq!(found, CASES.map(|(name, _, status, error)| (name, status, error)));

    assert_eq!(workshop.names("out"), ["cell.json", "good.json", "manifest.jsonl"]);
    assert_eq!(size(&workshop.json("out/good.json")), (1, 4));
    let task = &workshop.json("out/cell.json")["appendices"][0]["sections"][0]["tasks"][0];
    assert_eq!(task["task"].as_str().unwrap(), CELL.repeat(CELLS).trim_end());
}

fn long_cell() -> Vec<u8> {
    let cell = CELL.repeat(CELLS);
    format!("TT\tNội dung\tChủ trì\tThời gian\n1\t{cell}\tPhòng Nội vụ\tQuý I\n").into()
}

/// A row of very many cells.
fn cells(mark: char) -> Vec<u8> {
    let row = |cells: [&str; 4]| cells.map(|cell| format!("{mark}{cell}")).concat();
    let header = row(["TT", "Nội dung", "Chủ trì", "Thời gian"]);
    let first = row(["1", "Rà soát", "Phòng Nội vụ", "Quý I"]);
    format!("{header}\n{first}\n{}\n", mark.to_string().repeat(3_000_000)).into()
}

/// Bytes that follow no rule that can be seen, the same each time.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    std::iter::repeat_with(next).take(count / 8).flatten().collect()
}

/// A PDF of so many pages that all draw the same.
fn pdf(pages: usize, filter: &str, content: &[u8]) -> Vec<u8> {
    let numbers: Vec<usize> = (4..4 + pages).collect();
    let kids: Vec<String> = numbers.iter().map(|number| format!("{number} 0 R")).collect();
    let leaf = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R>>";
    let leaves: Vec<String> =
        numbers.iter().map(|number| format!("{number} 0 obj {leaf} endobj\n")).collect();
    let head = format!(
        "%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
         2 0 obj <</Type/Pages/Count {pages}/Kids[{}]>> endobj\n\
         {}3 0 obj <<{filter}/Length {}>>\nstream\n",
        kids.join(" "),
        leaves.concat(),
        content.len()
    );
    let tail = b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
    [head.as_bytes(), content, tail].concat()
}

/// A PDF of objects that begin in the texts of others, which never end.
fn texts_that_never_end() -> Vec<u8> {
    [b"%PDF-1.7\n", &b"1 0 obj << /A ( ".repeat(40_000)[..], b"\n%%EOF\n"].concat()
}

/// A PDF whose page unpacks to 640 MB: runs of 128 spaces.
fn bomb() -> Vec<u8> {
    pdf(1, "/Filter/RunLengthDecode", &[129, b' '].repeat(5_000_000))
}
