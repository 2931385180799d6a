//! Prints how many cells of samples with truth are read exactly.
//!
//! `cargo run --release -p phuluc-tests --example score -- DIR [FILE] [--misses] [--total]`
//!
//! `DIR` holds folders with `gold.jsonl` and `meta.json`, in which `FILE` names the input
//! (`flat_pdfbox_tika.txt` unless told otherwise); or inputs with a `NAME.truth.json` beside them;
//! or inputs that share one `truth.json`. `--misses` shows the cells that differ; `--total` adds up
//! the documents whose names begin alike, up to the first hyphen.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "an example prints, and JSON is indexed by key"
)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use phuluc_parser::{Options, parse};
use phuluc_tests::score::{Score, Share, score};
use phuluc_tests::truth::Truth;
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, names): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let dir = Path::new(names.first().ok_or("usage: score DIR [FILE] [--misses] [--total]")?);
    let file = names.get(1).map_or("flat_pdfbox_tika.txt", String::as_str);
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    println!("| document | cells | rows | sections | spurious rows | columns |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let mut groups: BTreeMap<String, Score> = BTreeMap::new();
    for sample in samples(dir, file)? {
        let score = match parse(&fs::read(&sample.input)?, &Options::default()) {
            Ok(parsed) => score(&parsed.document, &sample.truth),
            Err(error) => {
                println!("| {} | {error} | | | | |", sample.name);
                continue;
            }
        };
        if !has("--total") {
            println!("{}", row(&sample.name, &score));
        }
        if has("--misses") {
            for [row, role, truth, read] in &score.misses {
                println!("    {row} {role}\n      truth: {truth}\n      read:  {read}");
            }
        }
        let kind = sample.name.split('-').next().unwrap_or_default().to_owned();
        groups.entry(kind).or_default().add(&score);
    }
    if has("--total") {
        for (kind, score) in groups {
            println!("{}", row(&kind, &score));
        }
    }
    Ok(())
}

/// A document and its truth.
struct Sample {
    name: String,
    input: PathBuf,
    truth: Truth,
}

/// The samples of a folder, in the order of their names.
fn samples(dir: &Path, file: &str) -> Result<Vec<Sample>, Box<dyn Error>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    let mut samples = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let own = path.with_extension("truth.json");
        if path.join("gold.jsonl").exists() {
            samples.push(Sample { name, input: path.join(file), truth: gold(&path)? });
        } else if path.extension().is_some_and(|extension| extension == "pdf" || extension == "txt")
        {
            let shared = dir.join("truth.json");
            let truth = if own.exists() {
                Truth::from_document(&json(&own)?)
            } else if shared.exists() {
                Truth::from_table(&json(&shared)?)
            } else {
                continue;
            };
            samples.push(Sample { name, input: path, truth });
        }
    }
    Ok(samples)
}

fn json(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn gold(folder: &Path) -> Result<Truth, Box<dyn Error>> {
    let roles: Vec<String> =
        serde_json::from_value(json(&folder.join("meta.json"))?["roles"].clone())?;
    let rows = fs::read_to_string(folder.join("gold.jsonl"))?;
    let rows: Vec<Value> = rows.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    Ok(Truth::from_gold(&rows, &roles))
}

fn row(name: &str, score: &Score) -> String {
    let columns: Vec<String> = score
        .columns
        .iter()
        .map(|(role, share)| format!("{role} {}/{}", share.right, share.all))
        .collect();
    format!(
        "| {name} | {} | {} | {} | {} | {} |",
        percent(score.cells()),
        percent(score.rows),
        percent(score.sections),
        score.spurious,
        columns.join(", ")
    )
}

fn percent(Share { right, all }: Share) -> String {
    match (right * 1000).checked_div(all) {
        Some(mille) => format!("{right}/{all} ({}.{} %)", mille / 10, mille % 10),
        None => "none".to_owned(),
    }
}
