//! Prints how many cells of samples with truth are read exactly.
//!
//! `cargo run --release -p phuluc-tests --example score -- DIR [FILE] [--misses]`
//!
//! `DIR` holds one folder a document with `gold.jsonl`, `meta.json` and the inputs; `FILE` names
//! the input in each (`flat_pdfbox_tika.txt` unless told otherwise).

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "an example prints, and JSON is indexed by key"
)]

use std::error::Error;
use std::fs;
use std::path::Path;

use phuluc_parser::{Options, parse};
use phuluc_tests::score::{Score, Share, score};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, names): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let dir = names.first().ok_or("usage: score DIR [FILE] [--misses]")?;
    let file = names.get(1).map_or("flat_pdfbox_tika.txt", String::as_str);
    let mut folders: Vec<_> = fs::read_dir(dir)?.collect::<Result<_, _>>()?;
    folders.sort_by_key(fs::DirEntry::path);
    println!("| document | cells | rows | sections | spurious rows | columns |");
    println!("| --- | --- | --- | --- | --- | --- |");
    for folder in folders.iter().filter(|folder| folder.path().join("gold.jsonl").exists()) {
        let score = document(&folder.path(), file)?;
        println!("{}", row(&folder.file_name().to_string_lossy(), &score));
        if flags.iter().any(|flag| flag == "--misses") {
            for [row, role, truth, read] in &score.misses {
                println!("    {row} {role}\n      truth: {truth}\n      read:  {read}");
            }
        }
    }
    Ok(())
}

fn document(folder: &Path, file: &str) -> Result<Score, Box<dyn Error>> {
    let meta: Value = serde_json::from_slice(&fs::read(folder.join("meta.json"))?)?;
    let roles: Vec<String> = serde_json::from_value(meta["roles"].clone())?;
    let gold = fs::read_to_string(folder.join("gold.jsonl"))?;
    let gold: Vec<Value> = gold.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let parsed = parse(&fs::read(folder.join(file))?, &Options::default())?;
    Ok(score(&parsed.document, &gold, &roles))
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
