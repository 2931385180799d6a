//! Documents with truth, found in folders.
//!
//! Three shapes are known, in the folders given and in all below them:
//!
//! - a folder with `gold.jsonl` and `meta.json` is one document: every PDF and text in it;
//! - a folder with `truth.json` holds one table in many files;
//! - `NAME.truth.json` stands beside `NAME.pdf` and its texts `NAME.FLATTENER.txt`.
//!
//! `NAME.PEER.json` beside any of them is what another tool read, in the shape of this project's JSON
//! with the name of the tool in `peer`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use serde_json::Value;

use crate::truth::Truth;

/// An input and its truth.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The folder that it came with.
    pub set: String,
    /// What its document has in common with others: family and program of a made one, else its name.
    pub group: String,
    /// The name of its document.
    pub document: String,
    /// `pdf`, the program that flattened the text, or the other tool.
    pub kind: String,
    /// The file.
    pub input: PathBuf,
    /// What it holds.
    pub truth: Rc<Truth>,
}

/// The samples of a folder and of those below it, in the order of their names.
pub fn samples(folder: &Path) -> Result<Vec<Sample>, Box<dyn Error>> {
    let mut samples = Vec::new();
    collect(folder, &mut samples)?;
    Ok(samples)
}

fn collect(folder: &Path, samples: &mut Vec<Sample>) -> Result<(), Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    paths.sort();
    let shared = shared(folder)?;
    for path in &paths {
        if path.is_dir() {
            collect(path, samples)?;
        } else if let Some((stem, kind)) = kind(path)? {
            samples.extend(match &shared {
                Some(shared) => Some(shared.sample(folder, stem, kind, path)),
                None => made(folder, stem, kind, path)?,
            });
        }
    }
    Ok(())
}

/// The truth of all files of a folder.
enum Shared {
    /// The folder is one document.
    Document(Rc<Truth>),
    /// The folder holds one table in many files.
    Table(Rc<Truth>),
}

impl Shared {
    fn sample(&self, folder: &Path, stem: String, kind: String, path: &Path) -> Sample {
        let (set, document, truth) = match self {
            Self::Document(truth) => (name(folder.parent().unwrap_or(folder)), name(folder), truth),
            Self::Table(truth) => (name(folder), stem, truth),
        };
        let (input, truth) = (path.to_owned(), Rc::clone(truth));
        Sample { set, group: document.clone(), document, kind, input, truth }
    }
}

fn shared(folder: &Path) -> Result<Option<Shared>, Box<dyn Error>> {
    let (gold, table) = (folder.join("gold.jsonl"), folder.join("truth.json"));
    if gold.exists() {
        let rows = fs::read_to_string(gold)?;
        let rows: Vec<Value> = rows.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
        let truth = Truth::from_gold(&rows, &read(&folder.join("meta.json"))?);
        return Ok(Some(Shared::Document(truth.into())));
    }
    if table.exists() {
        return Ok(Some(Shared::Table(Truth::from_table(&read(&table)?).into())));
    }
    Ok(None)
}

/// A file whose truth stands beside it.
fn made(
    folder: &Path,
    stem: String,
    kind: String,
    path: &Path,
) -> Result<Option<Sample>, Box<dyn Error>> {
    let truth = folder.join(format!("{stem}.truth.json"));
    if !truth.exists() {
        return Ok(None);
    }
    let truth = read(&truth)?;
    let group = match ["family", "producer"].map(|key| truth.get(key).and_then(Value::as_str)) {
        [Some(family), Some(producer)] => format!("{family} {producer}"),
        _ => stem.clone(),
    };
    Ok(Some(Sample {
        set: name(folder),
        group,
        document: stem,
        kind,
        input: path.to_owned(),
        truth: Truth::from_document(&truth).into(),
    }))
}

/// The name of a file's document and the kind of input it is; `None` for a file that is no input.
fn kind(path: &Path) -> Result<Option<(String, String)>, Box<dyn Error>> {
    let file = name(path);
    if let Some(stem) = file.strip_suffix(".pdf") {
        return Ok(Some((stem.to_owned(), "pdf".to_owned())));
    }
    if let Some(stem) = file.strip_suffix(".txt") {
        // `flat_pdfbox_tika.txt` names its program last, and so does `NAME.tika.txt`.
        let (stem, kind) = match (stem.rsplit_once('.'), stem.strip_prefix("flat_")) {
            (Some(parts), _) => parts,
            (None, Some(program)) => (stem, program.rsplit('_').next().unwrap_or(program)),
            (None, None) => (stem, "text"),
        };
        return Ok(Some((stem.to_owned(), kind.to_owned())));
    }
    let parts = file.strip_suffix(".json").and_then(|stem| stem.rsplit_once('.'));
    Ok(match parts {
        Some((stem, kind)) if read(path)?.get("peer").is_some_and(Value::is_string) => {
            Some((stem.to_owned(), kind.to_owned()))
        }
        _ => None,
    })
}

/// A file of JSON.
pub fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn name(path: &Path) -> String {
    let last = path.file_name().map(|name| name.to_string_lossy().into_owned());
    last.unwrap_or_else(|| path.display().to_string())
}
