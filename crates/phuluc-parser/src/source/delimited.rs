//! Text with cells between tabs or `|`, as Word, Excel and Markdown write a table.

use phuluc_model::ordinal::Ordinal;
use phuluc_model::{Code, Diagnostic, Place, Role};

use phuluc_language::labels::LabelWords;
use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::form::Form;
use phuluc_page::line::{Gap, Word};
use phuluc_page::medium::Record;
use phuluc_table::header::label::with_roles;

/// A table has at least this many columns.
const MIN_COLUMNS: usize = 3;

/// The header is among this many first lines, below letterhead and heading.
const HEADER_WITHIN: usize = 200;

/// The records of a text that has a header of a task table in delimited cells, and the form of the
/// delimiters.
pub(crate) fn records(
    text: &str,
    deadline: &Deadline<'_>,
) -> Result<Option<(Form, Vec<Record>)>, Error> {
    for (form, mark) in [(Form::Tabs, '\t'), (Form::Pipes, '|')] {
        let known = &*deadline.labels;
        let cut = |text| if form == Form::Tabs { tabbed(text, known) } else { piped(text) };
        if !text.contains(mark) || !has_header(&cut(head(text)), known) {
            continue;
        }
        check_cells(text, mark, deadline)?;
        let records = cut(text);
        if has_header(&records, known) {
            return Ok(Some((form, records)));
        }
    }
    Ok(None)
}

/// The first lines of a text, in which the header is looked for; a cell may have several lines.
fn head(text: &str) -> &str {
    let end = text.match_indices('\n').nth(HEAD).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or(text)
}

const HEAD: usize = 20 * HEADER_WITHIN;

/// An error if a text has more delimiters than there may be cells.
fn check_cells(text: &str, mark: char, deadline: &Deadline<'_>) -> Result<(), Error> {
    let mut found = 0;
    for (line, raw) in (1..).zip(text.split('\n')) {
        found += raw.matches(mark).count();
        if !deadline.allows_cells(found, Place::new(1, line)) {
            break;
        }
    }
    deadline.verdict()
}

/// Cells between tabs, in quotes if they contain line ends.
fn tabbed(text: &str, known: &LabelWords) -> Vec<Record> {
    let mut records = Vec::new();
    let mut record = Record { line: 1, cells: Vec::new() };
    let mut line = 1_u32;
    let mut rest = text;
    while !rest.is_empty() {
        let (cell, after) = field(rest);
        line = line.saturating_add(u32::try_from(cell.matches('\n').count()).unwrap_or(u32::MAX));
        record.cells.push(cell);
        let ends = !after.starts_with('\t');
        rest = after.get(1..).unwrap_or_default();
        if ends {
            line = line.saturating_add(1);
            let next = Record { line, cells: Vec::new() };
            records.push(std::mem::replace(&mut record, next));
        } else if rest.is_empty() {
            record.cells.push(String::new());
        }
    }
    if !record.cells.is_empty() {
        records.push(record);
    }
    mended(&records, known)
}

/// The first field, and the text from the tab or line end after it.
fn field(text: &str) -> (String, &str) {
    quoted(text).unwrap_or_else(|| {
        let end = text.find(['\t', '\n']).unwrap_or(text.len());
        let (field, after) = text.split_at(end);
        (field.trim_end_matches('\r').to_owned(), after)
    })
}

/// A quoted cell has no more bytes than this.
const MAX_QUOTED: usize = 20_000;

/// A cell that Excel puts in quotes, because it contains line ends, tabs or quotes; other quotes
/// are part of the text.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut from = 0;
    loop {
        let end = from + inner.get(from..)?.find('"').filter(|_| from < MAX_QUOTED)?;
        let after = inner.get(end + 1..)?;
        if after.starts_with('"') {
            from = end + 2;
            continue;
        }
        let cell = inner.get(..end)?;
        let closes = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
        let needed = cell.contains(['\n', '\t']) || cell.contains("\"\"");
        let after = after.strip_prefix('\r').unwrap_or(after);
        let cell = || cell.replace("\"\"", "\"").replace("\r\n", "\n");
        return (closes && needed).then(|| (cell(), after));
    }
}

/// Joins the lines of a row that Word breaks at the paragraphs of a cell: the missing cells are on
/// the next lines, together as many as the header has.
fn mended(records: &[Record], known: &LabelWords) -> Vec<Record> {
    let header =
        records.iter().position(|record| is_header(record, known)).unwrap_or(records.len());
    let columns = records.get(header).map_or(0, |record| record.cells.len());
    let last = records.iter().rposition(|record| record.cells.len() > 1).unwrap_or(0);
    let mut mended: Vec<Record> = Vec::new();
    let mut at = 0;
    while let Some(record) = records.get(at) {
        let after = records.get(at + 1..last + 1).unwrap_or_default();
        let count = if at > header { pieces_of_row(record, after, columns) } else { 0 };
        let mut row = record.clone();
        for piece in after.iter().take(count) {
            add_piece(&mut row, piece);
        }
        mended.push(row);
        at += count + 1;
    }
    mended
}

/// How many of the records after a row are pieces of it: those that complete it, and paragraphs of
/// its last cell.
fn pieces_of_row(row: &Record, after: &[Record], columns: usize) -> usize {
    let is_row = row.cells.len() > 1 && row.cells.first().is_some_and(|cell| is_number(cell));
    let opens = |record: &&Record| record.cells.first().is_some_and(|cell| is_number(cell));
    if !is_row {
        return 0;
    }
    let mut cells = row.cells.len();
    let mut complete = (cells == columns).then_some(0);
    for (index, piece) in after.iter().take_while(|record| !opens(record)).enumerate() {
        cells += piece.cells.len() - 1;
        let paragraph = piece.cells.len() == 1 && is_paragraph(piece);
        match complete {
            Some(_) if !paragraph => break,
            _ if cells > columns => break,
            _ => complete = (cells == columns).then_some(index + 1).or(complete),
        }
    }
    complete.unwrap_or(0)
}

/// Whether a line continues a cell: a title would have a number or capitals.
fn is_paragraph(record: &Record) -> bool {
    let text = record.cells.first().map_or("", |cell| cell.trim());
    let numbered = text.split_whitespace().next().is_some_and(is_number);
    let low = text.contains(char::is_lowercase);
    !text.is_empty() && low && (!numbered || text.starts_with(['-', '+', '–']))
}

fn add_piece(row: &mut Record, piece: &Record) {
    let mut cells = piece.cells.iter();
    if let (Some(last), Some(first)) = (row.cells.last_mut(), cells.next()) {
        last.push('\n');
        last.push_str(first);
    }
    row.cells.extend(cells.cloned());
}

fn is_number(cell: &str) -> bool {
    !Ordinal::readings(cell.trim()).is_empty()
}

/// Cells between `|`, with or without one at each end; `<br>` ends a line of a cell.
fn piped(text: &str) -> Vec<Record> {
    let record = |(line, raw): (u32, &str)| {
        let row = raw.trim();
        let inner = row.strip_prefix('|').unwrap_or(row);
        let cells = between_pipes(inner);
        let cells = cells.iter().map(|cell| cell.trim().replace("<br>", "\n")).collect();
        Record { line, cells }
    };
    (1..).zip(text.lines()).map(record).collect()
}

/// The cells of a row, with or without `|` at the end; Markdown writes `\|` for a `|` in a cell.
fn between_pipes(row: &str) -> Vec<String> {
    let mut cells = vec![];
    let mut cell = String::new();
    let mut letters = row.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.next_if_eq(&'|').is_some() => cell.push('|'),
            '|' => cells.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    if !cell.is_empty() || !row.ends_with('|') {
        cells.push(cell);
    }
    cells
}

/// The rows with more or fewer cells than the header above them, so that a cell may be in the wrong
/// column. A title has a number and at most one cell.
pub(crate) fn ragged(records: &[Record], known: &LabelWords) -> Vec<Diagnostic> {
    let mut columns = None;
    let mut ragged = Vec::new();
    for record in records {
        if !record.cells.first().is_some_and(|cell| is_number(cell)) {
            columns = is_header(record, known).then_some(record.cells.len()).or(columns);
            continue;
        }
        let is_filled = |cell: &&String| !cell.trim().is_empty();
        let filled = record.cells.iter().filter(is_filled).count();
        let last = record.cells.iter().rposition(|cell| is_filled(&cell)).map_or(0, |at| at + 1);
        if let Some(columns) = columns
            && (last > columns || (filled > 2 && record.cells.len() < columns))
        {
            let count = last.max(record.cells.len().min(columns));
            let place = Place::new(1, record.line);
            let diagnostic = Diagnostic::new(Code::RaggedRow).with("found", count);
            ragged.push(diagnostic.with("columns", columns).at(place));
        }
    }
    ragged
}

fn has_header(records: &[Record], known: &LabelWords) -> bool {
    records.iter().take(HEADER_WITHIN).any(|record| is_header(record, known))
}

/// Whether the cells are the labels of a task table.
fn is_header(record: &Record, known: &LabelWords) -> bool {
    let label = |cell: &String| -> Vec<Word> {
        let word = |text: &str| Word {
            text: text.into(),
            gap: Gap::Space,
            place: Place::START,
            pieces: 1,
        };
        cell.split_whitespace().map(word).collect()
    };
    let labels = with_roles(record.cells.iter().map(label).collect(), known);
    let has = |role| labels.iter().any(|label| label.role == role);
    let others = [Role::LeadUnit, Role::CoordinatingUnit, Role::Product, Role::Timeframe];
    labels.len() >= MIN_COLUMNS && has(Role::Task) && others.into_iter().any(has)
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::options::Options;

    fn of(text: &str) -> Option<(Form, Vec<Record>)> {
        records(text, &Deadline::begin(&Options::default())).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(u32, &[&str])]) {
        let records = of(text).unwrap().1;
        let actual: Vec<(u32, Vec<&str>)> = records
            .iter()
            .map(|record| (record.line, record.cells.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(u32, Vec<&str>)> =
            expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(actual, expected);
    }

    #[test]
    fn tabs_separate_cells_and_quotes_keep_line_ends() {
        check(
            "Phụ lục\nTT\tNội dung\tChủ trì\n1\t\"Rà soát\nvăn bản\"\tPhòng Tư pháp\n",
            &[
                (1, &["Phụ lục"]),
                (2, &["TT", "Nội dung", "Chủ trì"]),
                (3, &["1", "Rà soát\nvăn bản", "Phòng Tư pháp"]),
            ],
        );
    }

    #[test]
    fn quotes_of_the_writer_stay() {
        check(
            "TT\tNội dung\tChủ trì\r\n1\t\"Một cửa\" liên thông\t\"Phòng\"\r\n2\t\"a \"\"b\"\"\"\t\"c\n",
            &[
                (1, &["TT", "Nội dung", "Chủ trì"]),
                (2, &["1", "\"Một cửa\" liên thông", "\"Phòng\""]),
                (3, &["2", "a \"b\"", "\"c"]),
            ],
        );
    }

    #[test]
    fn a_row_that_is_broken_at_a_paragraph_is_one() {
        check(
            "TT\tNội dung\tChủ trì\nI\tThể chế\n1\tRà soát\nvăn bản\tPhòng Tư pháp\n2\tHọp\tPhòng\n",
            &[
                (1, &["TT", "Nội dung", "Chủ trì"]),
                (2, &["I", "Thể chế"]),
                (3, &["1", "Rà soát\nvăn bản", "Phòng Tư pháp"]),
                (5, &["2", "Họp", "Phòng"]),
            ],
        );
    }

    #[test]
    fn a_paragraph_after_a_row_is_of_its_last_cell_and_a_title_is_not() {
        check(
            "TT\tNội dung\tThời gian\n1\tRà soát\tQuý II\nQuý III\nLĨNH VỰC B\n2\tHọp\tQuý I\nNơi nhận:\n",
            &[
                (1, &["TT", "Nội dung", "Thời gian"]),
                (2, &["1", "Rà soát", "Quý II\nQuý III"]),
                (4, &["LĨNH VỰC B"]),
                (5, &["2", "Họp", "Quý I"]),
                (6, &["Nơi nhận:"]),
            ],
        );
        let short = "TT\tNội dung\tThời gian\n1\tRà soát\nNơi nhận:\n";
        check(
            short,
            &[(1, &["TT", "Nội dung", "Thời gian"]), (2, &["1", "Rà soát"]), (3, &["Nơi nhận:"])],
        );
    }

    #[test]
    fn pipes_separate_cells() {
        check(
            "| TT | Nội dung | Chủ trì |\n|---|---|---|\n| 1 | Rà soát<br>văn bản | |\n",
            &[
                (1, &["TT", "Nội dung", "Chủ trì"]),
                (2, &["---", "---", "---"]),
                (3, &["1", "Rà soát\nvăn bản", ""]),
            ],
        );
    }

    #[test]
    fn an_escaped_pipe_separates_no_cells() {
        check(
            "| TT | Nội dung | Chủ trì |\n| 1 | A \\| B | C\\| |\n2 | A | B\n",
            &[
                (1, &["TT", "Nội dung", "Chủ trì"]),
                (2, &["1", "A | B", "C|"]),
                (3, &["2", "A", "B"]),
            ],
        );
    }

    #[test]
    fn rows_with_more_or_fewer_cells_than_the_header_are_reported() {
        let text = "a | 1 | 2 | 3\nTT | Nội dung | Chủ trì | Thời gian\nI | Thể chế\n\
                    1 | Họp | Phòng | Quý I\n2 | Họp | Phòng\n3 | Họp | Phòng | Quý I | thừa\n\
                    4 | Họp | | | |\n";
        let diagnostic: Vec<String> = ragged(&of(text).unwrap().1, LabelWords::built_in())
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            diagnostic,
            [
                "warning[ragged_row]: page 1, line 5: found 3, columns 4",
                "warning[ragged_row]: page 1, line 6: found 5, columns 4",
            ]
        );
    }

    #[test]
    fn text_without_a_header_in_cells_is_not_delimited() {
        assert_eq!(of("TT Nội dung Chủ trì\n1\tRà soát\tPhòng\n"), None);
        assert_eq!(of("a | b | c\n"), None);
    }
}
