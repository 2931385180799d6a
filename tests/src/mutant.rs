//! Damaged copies of a file, the same for the same seed.

use std::ops::Range;

use pdf_extract::Document;

use crate::random::Random;

/// The most damages of one mutant.
const MOST: usize = 6;

/// The most bytes of one damage; one damage in [`LARGE`] has no such bound.
const REACH: usize = 400;
const LARGE: usize = 16;

/// Numbers at which programs stumble.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "255",
    "256",
    "32768",
    "65535",
    "65536",
    "1000000",
    "2147483647",
    "2147483648",
    "-2147483648",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "99999999999999999999999",
    "0.0000000001",
    "-0.5",
    "1e30",
];

/// What has a meaning in a PDF.
const PDF_WORDS: &[&str] = &[
    "/Type",
    "/Pages",
    "/Page",
    "/Kids",
    "/Parent",
    "/Count",
    "/Contents",
    "/Resources",
    "/Font",
    "/Encoding",
    "/Identity-H",
    "/Identity-V",
    "/ToUnicode",
    "/DescendantFonts",
    "/W",
    "/DW",
    "/Widths",
    "/FirstChar",
    "/LastChar",
    "/FontFile2",
    "/FontFile3",
    "/Length",
    "/Filter",
    "/FlateDecode",
    "/LZWDecode",
    "/ASCIIHexDecode",
    "/DecodeParms",
    "/Predictor",
    "/Columns",
    "/XObject",
    "/Form",
    "/Matrix",
    "/BBox",
    "/MediaBox",
    "/Rotate 90",
    "/Rotate 45",
    "/UserUnit",
    "/XRef",
    "/ObjStm",
    "/Prev",
    "/Root",
    "/Encrypt",
    "null",
    "true",
    "[",
    "]",
    "<<",
    ">>",
    "(",
    ")",
    "<",
    ">",
    "BT",
    "ET",
    "Tj",
    "TJ",
    "'",
    "\"",
    "Tf",
    "Tm",
    "Td",
    "T*",
    "Tz",
    "Tr",
    "Ts",
    "cm",
    "q",
    "Q",
    "re",
    "f",
    "S",
    "W n",
    "l",
    "m",
    "c",
    "h",
    "Do",
    "gs",
    "sh",
    "BI",
    "ID",
    "EI",
    "BDC",
    "EMC",
    "obj",
    "endobj",
    "stream\n",
    "endstream",
    "xref",
    "trailer",
    "startxref",
    "1 0 R",
    "3 0 R",
    "beginbfchar",
    "endbfchar",
    "beginbfrange",
    "begincodespacerange",
    "0 0 0 0 0 0 cm",
    "1e30 0 0 1e30 0 0 cm",
    "/Fm0 Do",
];

/// What has a meaning in a text, or none that anybody thought of.
const TEXT_WORDS: &[&str] = &[
    "TT",
    "STT",
    "Nội dung công việc",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Sản phẩm",
    "Thời gian",
    "Ghi chú",
    "I",
    "II.",
    "IV",
    "1",
    "1.1",
    "1.1.1",
    "a)",
    "đ)",
    "-",
    "+",
    "Phụ lục II",
    "PHỤ LỤC",
    "Kèm theo Kế hoạch số 1/KH-UBND ngày 31/02/2024",
    "không thực hiện nội dung này",
    "Nơi nhận:",
    "CÔNG BÁO/Số 259/Ngày 30-04-2026 58",
    "Trang 3/7",
    "Quý II",
    "Tháng 13",
    "Trước ngày 32/12",
    "năm 0",
    "\t",
    "|",
    "|---|---|",
    "\"",
    "\n",
    "\n\n\n",
    "\r\n",
    "\r",
    "\u{C}",
    "          ",
    "\u{A0}",
    "\u{AD}",
    "\u{200B}",
    "\u{200D}",
    "\u{202E}",
    "\u{2028}",
    "\u{FEFF}",
    "\u{301}\u{301}\u{301}",
    "ﬁ",
    "𝟙",
    "١",
    "Ⅳ",
    "🏛️",
    "\u{85}",
    "\u{3000}",
    "İ",
    "ẞ",
];

/// Near what the damage of a PDF shows: most of its bytes are those of fonts and pictures.
const ANCHORS: &[&str] = &[
    "obj", "stream", "<<", "BT", "Tj", "TJ", "Tm", "re", "cm", "Tf", "beginbf", "/Kids", "/W",
    "xref",
];

/// A copy of a file with one damage or several.
#[must_use]
pub fn mutant(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let is_pdf = bytes.starts_with(b"%PDF-");
    let mut damaged = bytes.to_vec();
    for _ in 0..=random.below(MOST) {
        damage(&mut damaged, is_pdf, random);
    }
    // Of a text one byte alone decides whether it is one, so most mutants are mended to UTF-8.
    if is_pdf || random.below(8) == 0 { damaged } else { mended(&damaged).into_bytes() }
}

/// The PDF with its streams unpacked, so that what is damaged are contents and fonts, and not the
/// checks of their compression; `None` if it cannot be opened.
#[must_use]
pub fn unpacked(pdf: &[u8]) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(pdf).ok()?;
    document.decompress();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).ok()?;
    Some(bytes)
}

/// Text without bytes that no text has.
fn mended(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.chars().filter(|letter| !matches!(letter, '\0'..='\u{8}' | '\u{E}'..='\u{1F}')).collect()
}

fn damage(bytes: &mut Vec<u8>, is_pdf: bool, random: &mut Random) {
    let place = place(bytes, is_pdf, random);
    let range = range(bytes, place, random);
    let words = if is_pdf { PDF_WORDS } else { TEXT_WORDS };
    match random.below(10) {
        0 | 1 => overwrite(bytes, place, random),
        2 => drop(bytes.drain(range)),
        3 => copy(bytes, range.clone(), range.end),
        4 => copy(bytes, range, place),
        5 if random.below(4) == 0 => bytes.truncate(place),
        5 | 6 => number(bytes, place, random),
        7 => swap(bytes, place, random),
        _ => insert(bytes, place, random.one_of(words).unwrap_or_default()),
    }
}

/// A byte: any, or in half of the damages of a PDF one where something is said.
fn place(bytes: &[u8], is_pdf: bool, random: &mut Random) -> usize {
    let any = random.below(bytes.len());
    let anchor = random.one_of(ANCHORS).unwrap_or_default().as_bytes();
    if !is_pdf || random.below(2) == 0 {
        return any;
    }
    let rest = bytes.get(any..).unwrap_or_default();
    let found = rest.windows(anchor.len()).position(|window| window == anchor);
    (any + found.unwrap_or(0)).saturating_sub(random.below(40))
}

fn range(bytes: &[u8], place: usize, random: &mut Random) -> Range<usize> {
    let reach = if random.below(LARGE) == 0 { bytes.len() } else { REACH };
    place..(place + random.below(reach)).min(bytes.len()).max(place)
}

/// A few bytes become others.
fn overwrite(bytes: &mut [u8], place: usize, random: &mut Random) {
    for _ in 0..=random.below(8) {
        let at = place + random.below(16);
        if let Some(byte) = bytes.get_mut(at) {
            *byte = random.any().to_le_bytes().into_iter().next().unwrap_or(0);
        }
    }
}

fn copy(bytes: &mut Vec<u8>, range: Range<usize>, place: usize) {
    let piece = bytes.get(range).unwrap_or_default().to_vec();
    let place = place.min(bytes.len());
    bytes.splice(place..place, piece);
}

fn insert(bytes: &mut Vec<u8>, place: usize, word: &str) {
    let place = place.min(bytes.len());
    bytes.splice(place..place, format!(" {word} ").into_bytes());
}

/// The next number becomes another.
fn number(bytes: &mut Vec<u8>, place: usize, random: &mut Random) {
    let range = run(bytes, place, |byte| byte.is_ascii_digit());
    let other = random.one_of(NUMBERS).unwrap_or_default();
    bytes.splice(range, other.bytes());
}

/// Two words change places.
fn swap(bytes: &mut Vec<u8>, place: usize, random: &mut Random) {
    let is_word = |byte: u8| !byte.is_ascii_whitespace();
    let first = run(bytes, place, is_word);
    let second = run(bytes, first.end + 1 + random.below(REACH), is_word);
    let are_words = [&first, &second].iter().all(|word| (1..=REACH).contains(&word.len()));
    if !are_words || second.start < first.end {
        return;
    }
    let [one, other] =
        [&first, &second].map(|range| bytes.get(range.clone()).unwrap_or_default().to_vec());
    bytes.splice(second, one);
    bytes.splice(first, other);
}

/// The next run of bytes of a kind.
fn run(bytes: &[u8], place: usize, is_kind: impl Fn(u8) -> bool) -> Range<usize> {
    let behind = |place: usize| bytes.iter().skip(place).copied();
    let skipped = behind(place).take_while(|byte| !is_kind(*byte)).count();
    let start = (place + skipped).min(bytes.len());
    start..start + behind(start).take_while(|byte| is_kind(*byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_has_its_mutants() {
        let text = "TT Nội dung Đơn vị chủ trì\n1 Rà soát Phòng Nội vụ\n".as_bytes();
        let of = |seed| mutant(text, &mut Random::new(seed));
        let all: std::collections::BTreeSet<Vec<u8>> = (0..100).map(of).collect();
        assert!(all.len() > 90, "only {} are unlike", all.len());
        assert_eq!(of(7), of(7));
        assert!(all.iter().filter(|bytes| std::str::from_utf8(bytes).is_ok()).count() > 80);
    }

    #[test]
    fn nothing_has_mutants_too() {
        for seed in 0..200 {
            let _ = mutant(b"", &mut Random::new(seed));
            let _ = mutant(b"%PDF-", &mut Random::new(seed));
        }
    }

    #[test]
    fn words_change_places() {
        let mut bytes = b"  one  two three".to_vec();
        let range = run(&bytes, 5, |byte| !byte.is_ascii_whitespace());
        assert_eq!(bytes.get(range), Some(b"two".as_slice()));
        (0..20).for_each(|seed| swap(&mut bytes, 0, &mut Random::new(seed)));
        let mut words: Vec<&[u8]> =
            bytes.split(|byte| *byte == b' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        assert_eq!(words, [b"one".as_slice(), b"three", b"two"]);
    }
}
