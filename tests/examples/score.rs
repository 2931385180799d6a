//! Reads every sample with truth and prints how much of it is read exactly.
//!
//! `cargo run --release -p phuluc-tests --example score -- FOLDER… [OPTION…]`
//!
//! | option | |
//! | --- | --- |
//! | `--only KIND` | only inputs of this kind: `pdf`, or what `NAME.KIND.txt` names; may be repeated |
//! | `--documents` | a line for each document, not for each family and program |
//! | `--misses` | the cells that differ, document by document |
//! | `--white-space exact\|folded\|ignored` | the least that is forgiven (`exact`) |
//! | `--password WORD` | for a PDF that needs one |
//! | `--markdown FILE` | the tables into a file, too: between its lines `<!-- score -->` and `<!-- end of score -->` where it has them |
//! | `--part NAME` | another name than `score` in these lines |
//!
//! `phuluc_tests::samples` says what a folder holds.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use phuluc_tests::board::{self, Judged};
use phuluc_tests::outcome::outcome;
use phuluc_tests::samples::{Sample, samples};
use phuluc_tests::truth::Spaces;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse(std::env::args().skip(1))?;
    let began = Instant::now();
    let judged = judged(&arguments)?;
    eprintln!("{} samples in {:.1} s", judged.len(), began.elapsed().as_secs_f64());
    let name: fn(&Sample) -> &str =
        if arguments.documents { |sample| &sample.document } else { |sample| &sample.group };
    let tables = [
        board::totals(&judged),
        board::groups(&judged, name),
        board::columns(&judged),
        board::said(&judged),
    ];
    let tables: Vec<String> = tables.into_iter().filter(|table| !table.is_empty()).collect();
    let tables = tables.join("\n");
    println!("{tables}");
    if arguments.misses {
        print!("{}", judged.iter().map(board::misses).collect::<String>());
    }
    if let Some(file) = &arguments.markdown {
        write(file, &arguments.part, &format!("```sh\n{}\n```\n\n{tables}", arguments.command()))?;
    }
    Ok(())
}

fn judged(arguments: &Arguments) -> Result<Vec<Judged>, Box<dyn Error>> {
    let mut judged = Vec::new();
    for folder in &arguments.folders {
        for sample in samples(folder)? {
            if arguments.only.is_empty() || arguments.only.contains(&sample.kind) {
                let outcome = outcome(&sample, arguments.password.as_deref(), arguments.spaces)?;
                judged.push((sample, outcome));
            }
        }
    }
    Ok(judged)
}

/// Writes a part of a file: all of it, or what stands between the two lines with the part's name.
fn write(file: &Path, part: &str, text: &str) -> Result<(), Box<dyn Error>> {
    let (begin, end) = (format!("<!-- {part} -->\n"), format!("<!-- end of {part} -->\n"));
    let old = fs::read_to_string(file).unwrap_or_default();
    let around =
        old.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let new = match around {
        Some((before, after)) => format!("{before}{begin}\n{text}\n{end}{after}"),
        None => text.to_owned(),
    };
    Ok(fs::write(file, new)?)
}

/// What was asked for.
#[derive(Default)]
struct Arguments {
    given: Vec<String>,
    folders: Vec<PathBuf>,
    only: Vec<String>,
    documents: bool,
    misses: bool,
    spaces: Spaces,
    password: Option<String>,
    markdown: Option<PathBuf>,
    part: String,
}

impl Arguments {
    fn parse(given: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let given: Vec<String> = given.collect();
        let mut arguments =
            Self { part: "score".to_owned(), given: given.clone(), ..Self::default() };
        let mut words = given.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or(format!("{word} needs a value"));
            match word.as_str() {
                "--only" => arguments.only.push(value()?),
                "--documents" => arguments.documents = true,
                "--misses" => arguments.misses = true,
                "--white-space" => arguments.spaces = spaces(&value()?)?,
                "--password" => arguments.password = Some(value()?),
                "--markdown" => arguments.markdown = Some(value()?.into()),
                "--part" => arguments.part = value()?,
                option if option.starts_with("--") => {
                    return Err(format!("no option {option}").into());
                }
                _ => arguments.folders.push(word.into()),
            }
        }
        if arguments.folders.is_empty() {
            return Err(
                "usage: score FOLDER… [--only KIND] [--documents] [--misses] [--markdown FILE]"
                    .into(),
            );
        }
        Ok(arguments)
    }

    /// The command that gives the same tables.
    fn command(&self) -> String {
        format!("cargo run --release -p phuluc-tests --example score -- {}", self.given.join(" "))
    }
}

fn spaces(name: &str) -> Result<Spaces, String> {
    match name {
        "exact" => Ok(Spaces::Exact),
        "folded" => Ok(Spaces::Folded),
        "ignored" => Ok(Spaces::Ignored),
        _ => Err(format!("--white-space is exact, folded or ignored, not {name}")),
    }
}
