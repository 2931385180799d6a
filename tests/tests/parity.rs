//! One table with each convention of real appendices gives the same records in every medium.
//!
//! `fixtures/make/parity.py` writes the inputs and their truth. `tests/golden/parity.txt` says what is read
//! rightly; `UPDATE=1 cargo test -p phuluc-tests --test parity` rewrites it, and a change that lets a miss
//! come is no improvement.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use phuluc_model::Code;
use phuluc_parser::{Options, parse};
use phuluc_tests::reading::reading;
use phuluc_tests::score::align;
use serde_json::Value;

/// The media of a table, and how the names of their files end.
const MEDIA: [(&str, &str); 8] = [
    ("ruled", "ruled.pdf"),
    ("part-ruled", "part-ruled.pdf"),
    ("unruled", "unruled.pdf"),
    ("-layout", "layout.txt"),
    ("-raw", "raw.txt"),
    ("tika", "tika.txt"),
    ("tabs", "tabs.txt"),
    ("pipes", "pipes.txt"),
];

/// What is compared of a record.
const FIELDS: [&str; 11] = [
    "section_number",
    "section_title",
    "number",
    "task",
    "lead_unit",
    "coordinating_unit",
    "not_performed",
    "product",
    "timeframe",
    "note",
    "extra",
];

/// What says that rows or cells may be cut wrongly.
const DOUBTS: [Code; 5] =
    [Code::CloseReading, Code::LinesMisfit, Code::TableDoubtful, Code::RaggedRow, Code::OrderLost];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The names of the variants, in the order of the alphabet.
fn variants() -> Vec<String> {
    let files = fs::read_dir(root().join("fixtures/parity")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .map(|name| name.split('.').next().unwrap().to_owned())
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn file(variant: &str, ending: &str) -> Vec<u8> {
    fs::read(root().join("fixtures/parity").join(format!("{variant}.{ending}"))).unwrap()
}

/// A record, field by field; a field that is empty or not there is an empty text.
type Record = Vec<String>;

/// The records of a document, and the place of each, where it has one.
fn records(document: &Value) -> Vec<(Record, Value)> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut records = Vec::new();
    for section in list(&document["appendices"]).iter().flat_map(|table| list(&table["sections"])) {
        for task in list(&section["tasks"]) {
            let field = |name: &&str| match *name {
                "section_number" => text(&section["number"]),
                "section_title" => text(&section["title"]),
                "extra" => extra(&task["extra"]),
                name => text(&task[name]),
            };
            records.push((FIELDS.iter().map(field).collect(), task["place"].clone()));
        }
    }
    records
}

/// A field as one line: no text of a page says where its paragraphs end.
fn text(value: &Value) -> String {
    match value {
        Value::Bool(true) => "true".to_owned(),
        value => value.as_str().unwrap_or_default().replace('\n', " "),
    }
}

/// The cells of columns without a role, each with its label.
fn extra(cells: &Value) -> String {
    let cells = cells.as_object().into_iter().flatten();
    let filled =
        cells.map(|(label, cell)| (label, text(cell))).filter(|(_, cell)| !cell.is_empty());
    filled.map(|(label, cell)| format!("{label}: {cell}")).collect::<Vec<_>>().join("; ")
}

/// How a table was read in one medium.
#[derive(Default)]
struct Cell {
    /// In a word or two.
    short: String,
    /// Each miss: its row, and what is wrong there.
    misses: Vec<String>,
}

fn read(variant: &str, ending: &str, truth: &[Record]) -> Cell {
    let parsed = match parse(&file(variant, ending), &Options::default()) {
        Ok(parsed) => parsed,
        Err(error) => {
            return Cell { short: error.code().to_owned(), misses: vec![error.to_string()] };
        }
    };
    let balance = parsed.document.audit().balances();
    assert!(balance, "{variant}.{ending}: words are lost or counted twice");
    let document = reading(&parsed);
    let said = document["diagnostics"].as_array().unwrap();
    let doubts: Vec<&Value> =
        said.iter().filter(|said| DOUBTS.iter().any(|code| said["code"] == code.name())).collect();
    let mut cell = compare(truth, &records(&document), &doubts);
    if records(&document).is_empty() {
        let errors =
            said.iter().filter(|said| said["severity"] == "error").map(|said| text(&said["code"]));
        cell = Cell {
            short: errors.collect::<Vec<_>>().join(" "),
            misses: vec!["all rows missing".to_owned()],
        };
    }
    if !doubts.is_empty() {
        cell.short += " ?";
    }
    cell
}

fn compare(truth: &[Record], found: &[(Record, Value)], doubts: &[&Value]) -> Cell {
    let wanted: Vec<Vec<Option<String>>> =
        truth.iter().map(|record| record.iter().cloned().map(Some).collect()).collect();
    let read: Vec<Record> = found.iter().map(|(record, _)| record.clone()).collect();
    let pairs = align(&wanted, &read);
    let (mut wrong, mut missing) = (0, 0);
    let mut misses = Misses::default();
    for (index, (record, pair)) in truth.iter().zip(&pairs).enumerate() {
        let Some(pair) = *pair else {
            missing += 1;
            misses.add((index + 1).to_string(), "missing".to_owned());
            continue;
        };
        wrong += usize::from(*record != read[pair]);
        let doubted = doubts.iter().any(|doubt| doubt["place"] == found[pair].1);
        let row = format!("{}{}", index + 1, if doubted { " ?" } else { "" });
        for (name, (wanted, read)) in FIELDS.iter().zip(record.iter().zip(&read[pair])) {
            if wanted != read {
                misses.add(row.clone(), format!("{name} is [{read}], not [{wanted}]"));
            }
        }
    }
    let surplus: Vec<&Record> = (0..)
        .zip(&read)
        .filter(|(index, _)| !pairs.contains(&Some(*index)))
        .map(|(_, row)| row)
        .collect();
    let mut lines = misses.lines();
    for record in &surplus {
        let filled: Vec<&str> =
            record.iter().map(String::as_str).filter(|field| !field.is_empty()).collect();
        lines.push(format!("a row too many: [{}]", filled.join("] [")));
    }
    let counts = [(wrong, "wrong"), (missing, "missing"), (surplus.len(), "too many")];
    let counts = counts.iter().filter(|(count, _)| *count > 0);
    let short =
        counts.map(|(count, what)| format!("{count} {what}")).collect::<Vec<_>>().join(", ");
    Cell { short: if short.is_empty() { "ok".to_owned() } else { short }, misses: lines }
}

/// What is wrong, and in which rows it is the same.
#[derive(Default)]
struct Misses(Vec<(String, Vec<String>)>);

impl Misses {
    fn add(&mut self, row: String, what: String) {
        match self.0.iter_mut().find(|(known, _)| *known == what) {
            Some((_, rows)) => rows.push(row),
            None => self.0.push((what, vec![row])),
        }
    }

    fn lines(self) -> Vec<String> {
        self.0.into_iter().map(|(what, rows)| format!("row {}: {what}", rows.join(", "))).collect()
    }
}

/// The table and, below it, each miss by name.
fn matrix() -> String {
    let mut rows = vec![vec!["convention".to_owned()]];
    rows[0].extend(MEDIA.iter().map(|(medium, _)| (*medium).to_owned()));
    let mut misses = String::new();
    for variant in variants() {
        let truth: Value = serde_json::from_slice(&file(&variant, "truth.json")).unwrap();
        let truth: Vec<Record> = records(&truth).into_iter().map(|(record, _)| record).collect();
        assert_eq!(truth.len(), 6, "{variant}");
        let mut row = vec![variant.clone()];
        for (medium, ending) in MEDIA {
            let cell = read(&variant, ending, &truth);
            for miss in cell.misses {
                writeln!(misses, "{variant}, {medium}, {miss}").unwrap();
            }
            row.push(cell.short);
        }
        rows.push(row);
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap();
    let widths: Vec<usize> = (0..=MEDIA.len()).map(width).collect();
    let mut table = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        writeln!(table, "{}", cells.collect::<Vec<_>>().join("  ").trim_end()).unwrap();
    }
    format!("{LEGEND}\n{table}\n{misses}")
}

/// What stands above the table.
const LEGEND: &str = "\
What is read of one table of six tasks, by convention and medium, and below it each miss by name.
? a diagnostic says that cells or rows may be cut wrongly; in the list, that it says so of this row.
";

#[test]
fn a_table_is_the_same_in_every_medium() {
    let golden = root().join("tests/golden/parity.txt");
    let matrix = matrix();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&golden, &matrix).unwrap();
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    // The columns of the table are as wide as their widest cell, which is no difference to be told.
    let bare = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = |text: &str| text.lines().map(bare).collect::<BTreeSet<_>>();
    let [gone, new] = [&lines(&expected) - &lines(&matrix), &lines(&matrix) - &lines(&expected)];
    assert!(expected == matrix, "no longer so: {gone:#?}\nnew: {new:#?}");
}
