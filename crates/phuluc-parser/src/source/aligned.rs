//! Text with columns kept by spaces, as `pdftotext -layout` writes it: its letters are on a grid of
//! characters, so it becomes pages of placed words like a PDF.

use phuluc_language::fold::plain;
use phuluc_model::Place;

use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::extent::Extent;
use phuluc_page::page::{LETTER, Page};
use phuluc_page::placed_word::{Lie, PlacedWord};
use phuluc_page::rule::Rules;
use phuluc_page::upright::Way;
use phuluc_table::header::number_label::number_label;

/// The size of the letters and the distance of two lines, in points.
const SIZE: f32 = 10.0;
const LEADING: f32 = 12.0;

/// This many spaces separate texts; justified lines have two.
const WIDE: &str = "   ";

/// This many spaces separate the texts of a header.
const APART: usize = 2;

/// Of this many lines below a header at least one in `ONE_OF` must have a wide gap. In aligned text
/// every second line has one, in flattened text one in a hundred.
const LINES: usize = 40;
const ONE_OF: usize = 4;

/// At most this many lines of labels are above the line of the number label.
const ABOVE: usize = 8;

/// Fewer lines with a gap are too few samples.
const ENOUGH: usize = 3;

/// Whether the columns of a text are kept by spaces: many lines under a number label have wide
/// gaps.
pub(crate) fn is_aligned(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let mut next = 0;
    while let Some(found) = lines.iter().skip(next).position(|line| opens_header(line)) {
        let at = next + found;
        if has_gaps(lines.get(at..).unwrap_or_default()) {
            return true;
        }
        next = at + LINES;
    }
    false
}

/// Whether a line opens with a number label, and has a gap between texts or ends with the label
/// (the lines of other labels may be above and below it).
fn opens_header(line: &str) -> bool {
    let line = line.trim();
    let label = label_of_numbers(line.split_whitespace());
    label > 0 && (line.contains("  ") || line.split_whitespace().count() == label)
}

/// How many words of the number label open a line; 0 if none.
fn label_of_numbers<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    number_label(&words.take(3).map(plain).collect::<Vec<_>>())
}

fn has_gaps(lines: &[&str]) -> bool {
    let (mut all, mut gapped) = (0, 0);
    let lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    for line in lines.take(LINES) {
        all += 1;
        gapped += usize::from(line.contains(WIDE));
    }
    gapped >= ENOUGH && gapped * ONE_OF >= all
}

/// The pages of an aligned text. Lines are counted over the whole text.
pub(crate) fn pages(text: &str, deadline: &Deadline<'_>) -> Result<Vec<Page>, Error> {
    let limits = deadline.limits;
    let mut pages: Vec<Page> = Vec::new();
    let mut line = 1_u32;
    for (index, page_text) in page_texts(text).into_iter().enumerate() {
        if index >= limits.max_pages {
            return Err(Error::TooManyPages { found: index + 1, limit: limits.max_pages });
        }
        let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        let mut page = blank(number);
        for (row, raw) in page_text.split('\n').enumerate() {
            // A form feed ends no line: the last line of a page and the next one share a number.
            line += u32::from(row > 0);
            if line as usize > limits.max_lines {
                return Err(Error::TooManyLines { limit: limits.max_lines });
            }
            deadline.check(Place::new(number, line))?;
            add_line(&mut page, raw, row, line);
        }
        pages.push(page);
    }
    Ok(pages)
}

/// The texts of the pages: a form feed ends one. If a tool left them out, a page begins where the
/// header is repeated.
fn page_texts(text: &str) -> Vec<&str> {
    let text = text.strip_suffix('\u{C}').unwrap_or(text);
    if text.contains('\u{C}') {
        return text.split('\u{C}').collect();
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let Some(header) = lines.iter().position(|line| opens_header(line)) else { return vec![text] };
    let label = lines.get(header).map_or("", |line| line.trim());
    let repeat_budget =
        (header + 1..lines.len()).filter(|at| lines.get(*at).is_some_and(|l| l.trim() == label));
    let mut starts: Vec<usize> =
        repeat_budget.map(|copy| top_of_copy(&lines, header, copy)).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    let mut rest = text;
    let mut page_texts = Vec::new();
    for (from, to) in starts.iter().zip(ends) {
        let length = lines.get(*from..to).unwrap_or_default().iter().map(|line| line.len()).sum();
        let (page_text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        page_texts.push(page_text);
        rest = after;
    }
    page_texts
}

/// The first line of a page that repeats a header. Above the line of the number label are lines of
/// labels, as on the first page, and above them the page number.
fn top_of_copy(lines: &[&str], header: usize, copy: usize) -> usize {
    let line = |at: usize| lines.get(at).map_or("", |line| line.trim());
    let labels = (1..=ABOVE.min(header).min(copy - header - 1))
        .take_while(|above| line(header - above) == line(copy - above))
        .count();
    let is_figure = |at: &usize| line(*at).chars().all(|c| c.is_ascii_digit());
    let figures = (header + 1..copy - labels).rev().take_while(is_figure).count();
    copy - labels - figures
}

fn blank(number: u32) -> Page {
    Page {
        number,
        width: 0.0,
        height: 0.0,
        way: Way::Right,
        words: Vec::new(),
        rules: Rules::default(),
        on_grid: true,
        glyphs: 0,
        unmapped: 0,
        images: 0,
        cut_short: None,
    }
}

fn add_line(page: &mut Page, raw: &str, row: usize, line: u32) {
    let baseline = LEADING * (count(row) + 1.0);
    let mut end = None;
    let words = words(raw);
    // The number label is close to the next label.
    let label = label_of_numbers(words.iter().map(|(text, ..)| *text));
    for (index, (text, from, to)) in words.into_iter().enumerate() {
        let x = Extent { min: LETTER * count(from), max: LETTER * count(to) };
        page.width = page.width.max(x.max);
        let follows = end.is_some_and(|end| from < end + APART) && index != label;
        page.words.push(PlacedWord {
            text: text.into(),
            x,
            baseline,
            size: SIZE,
            line,
            lie: Lie::Level,
            follows,
            spaced: false,
            pieces: 1,
        });
        end = Some(to);
    }
    page.height = baseline + LEADING;
}

#[expect(clippy::cast_precision_loss, reason = "a page has some thousand lines and columns")]
const fn count(count: usize) -> f32 {
    count as f32
}

/// The words of a line with the columns at which they begin and end.
fn words(line: &str) -> Vec<(&str, usize, usize)> {
    let mut words = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (column, (offset, letter)) in line.char_indices().chain([(line.len(), ' ')]).enumerate() {
        if letter.is_whitespace() {
            if let Some((start, from)) = open.take() {
                words.extend(line.get(start..offset).map(|word| (word, from, column)));
            }
        } else {
            open.get_or_insert((offset, column));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::options::Options;

    const TABLE: &str = "\
STT   Nội dung          Chủ trì        Thời gian
1     Rà soát văn bản   Phòng Tư pháp  Quý II
2     Báo cáo kết quả   Phòng Nội vụ   Tháng 6
3     Tổ chức hội nghị  Văn phòng      Tháng 9
";

    #[test]
    fn knows_columns_that_are_kept_by_spaces() {
        assert!(is_aligned(TABLE));
        let flat = TABLE.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!is_aligned(&flat));
        assert!(!is_aligned("Một  hai\nba  bốn\n"));
    }

    /// `pdftotext -layout -nopgbrk` leaves the form feeds out.
    #[test]
    fn a_repeated_header_begins_a_page_where_nothing_else_does() {
        let label = "               Đơn vị\n";
        let text = ["KẾ HOẠCH\n", label, TABLE, "\n  2\n\n", label, TABLE].concat();
        let pages = pages(&text, &Deadline::begin(&Options::default())).unwrap();
        let first = |page: &Page| (page.words[0].text.to_string(), page.words[0].line);
        let firsts: Vec<_> = pages.iter().map(first).collect();
        assert_eq!(firsts, [("KẾ".to_owned(), 1), ("2".to_owned(), 8)]);
    }

    #[test]
    fn places_words_on_a_grid() {
        let pages = pages("a b\u{C}  c  d\n e", &Deadline::begin(&Options::default())).unwrap();
        let placed = |page: &Page| {
            let word = |word: &PlacedWord| (word.text.to_string(), word.x.min, word.line);
            page.words.iter().map(word).collect::<Vec<_>>()
        };
        assert_eq!(placed(&pages[0]), [("a".to_owned(), 0.0, 1), ("b".to_owned(), 10.0, 1)]);
        let second =
            [("c".to_owned(), 10.0, 1), ("d".to_owned(), 25.0, 1), ("e".to_owned(), 5.0, 2)];
        assert_eq!(placed(&pages[1]), second);
        assert!(pages[0].words[1].follows && !pages[1].words[1].follows);
    }
}
