//! `phuluc check`: compares each input of a folder with the expected output beside it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use phuluc::messages::{Lang, sentence};
use phuluc::model::Arguments;
use phuluc::{Options, json, visible_lines};
use serde_json::json;
use similar::TextDiff;

use crate::args::CheckArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::input::{Input, InputError};
use crate::options::options;
use crate::output::{self, OutputError, Target};
use crate::report;
use crate::usage::Usage;

/// How the name of an expected output ends.
const EXPECTED: &str = ".expected.json";

/// How an expected output and what is read now compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FixtureVerdict {
    Agrees,
    Differs,
    /// There is no expected output.
    Missing,
    /// The input or its expected output could not be read at all.
    Unread,
    /// There is an expected output and no input.
    Orphan,
}

pub(crate) fn run(args: &CheckArgs, lang: Lang) -> Result<Exit, Failure> {
    if !args.folder.is_dir() {
        return Err(Usage::NotAFolder { path: args.folder.clone() }.into());
    }
    let options = options(&args.reading)?;
    let name = args.folder.display().to_string();
    let files = files::within(&args.folder);
    let files = files.map_err(|source| InputError::Read { name: name.clone(), source })?;
    let fixtures = fixtures(&files)?;
    if fixtures.is_empty() {
        return Err(InputError::NoFiles { name }.into());
    }
    let mut verdicts = orphans(lang, &files, &fixtures)?;
    for (expected, input) in &fixtures {
        verdicts.push(judge(lang, input, expected, args.update, &options)?);
    }
    output::print(summary(lang, &verdicts, args.update).as_bytes())?;
    Ok(exit(&verdicts, args.update))
}

fn is_expected(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(EXPECTED))
}

/// The inputs by the paths of their expected outputs.
fn fixtures(files: &[PathBuf]) -> Result<BTreeMap<PathBuf, Input>, Usage> {
    let mut fixtures = BTreeMap::new();
    for file in files.iter().filter(|file| !is_expected(file)) {
        let input = Input::Named(file.clone());
        let mut name = input.stem();
        name.push(EXPECTED);
        let output = file.with_file_name(name);
        if let Some(first) = fixtures.insert(output.clone(), input) {
            let (first, second) = (first.label(), file.display().to_string());
            return Err(Usage::SameOutput { first, second, output });
        }
    }
    Ok(fixtures)
}

/// The expected outputs that nobody owns, such as those of a fixture that was renamed.
fn orphans(
    lang: Lang,
    files: &[PathBuf],
    fixtures: &BTreeMap<PathBuf, Input>,
) -> Result<Vec<FixtureVerdict>, OutputError> {
    let mut verdicts = Vec::new();
    for file in files.iter().filter(|file| is_expected(file) && !fixtures.contains_key(*file)) {
        say(&about(lang, "check-orphan", file))?;
        verdicts.push(FixtureVerdict::Orphan);
    }
    Ok(verdicts)
}

/// Compares one input; with `update`, makes it agree.
fn judge(
    lang: Lang,
    input: &Input,
    expected: &Path,
    update: bool,
    options: &Options,
) -> Result<FixtureVerdict, OutputError> {
    let (actual, old) = match both(input, expected, options) {
        Ok(both) => both,
        Err(Failure::Output(error)) => return Err(error),
        Err(failure) => {
            report::error(lang, &failure.message(lang));
            return Ok(FixtureVerdict::Unread);
        }
    };
    let verdict = match &old {
        Some(old) if *old == actual => return Ok(FixtureVerdict::Agrees),
        Some(_) => FixtureVerdict::Differs,
        None => FixtureVerdict::Missing,
    };
    if update {
        let target = Target::File(expected.to_owned());
        target.write(&input.name(), |out| Ok(out.write_all(&actual)?))?;
        say(&about(lang, "check-wrote", expected))?;
    } else {
        say(&difference(lang, input, expected, old.as_deref(), &actual))?;
    }
    Ok(verdict)
}

/// What is read now, and what was expected, if anything was.
fn both(
    input: &Input,
    expected: &Path,
    options: &Options,
) -> Result<(Vec<u8>, Option<Vec<u8>>), Failure> {
    let actual = actual(input, options)?;
    let old = held(expected).map_err(|source| {
        let name = expected.display().to_string();
        InputError::Read { name, source }
    })?;
    Ok((actual, old))
}

fn held(expected: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(expected) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The JSON of an input, or the reason why it has none, which a malformed fixture expects.
fn actual(input: &Input, options: &Options) -> Result<Vec<u8>, Failure> {
    match input.reading(options) {
        Ok(reading) => Ok(output::rendered(&reading, &json::FORMAT)?),
        Err(InputError::Parse { source, .. }) => {
            let error = json!({ "error": source.to_string() });
            Ok(format!("{error:#}\n").into_bytes())
        }
        Err(error) => Err(error.into()),
    }
}

fn difference(
    lang: Lang,
    input: &Input,
    expected: &Path,
    old: Option<&[u8]>,
    actual: &[u8],
) -> String {
    let Some(old) = old else { return about(lang, "check-missing", expected) };
    let expected = expected.display().to_string();
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(actual));
    let diff = TextDiff::from_lines(old.as_ref(), new.as_ref());
    let name = Arguments::new().with("name", input.label());
    diff.unified_diff().header(&expected, &sentence(lang, "check-as_read", &name)).to_string()
}

/// A line about a file.
fn about(lang: Lang, key: &str, file: &Path) -> String {
    let path = Arguments::new().with("path", file.display().to_string());
    sentence(lang, key, &path) + "\n"
}

fn say(text: &str) -> Result<(), OutputError> {
    output::print(visible_lines(text).as_bytes())
}

fn summary(lang: Lang, verdicts: &[FixtureVerdict], update: bool) -> String {
    let (differ, missing) = if update {
        ("check-rewritten", "check-written")
    } else {
        ("check-differ", "check-without_expected")
    };
    let always = [
        (FixtureVerdict::Agrees, "check-agree"),
        (FixtureVerdict::Differs, differ),
        (FixtureVerdict::Missing, missing),
    ];
    let seldom = [
        (FixtureVerdict::Unread, "check-not_read"),
        (FixtureVerdict::Orphan, "check-without_input"),
    ];
    let seldom = seldom.into_iter().filter(|(verdict, _)| verdicts.contains(verdict));
    let counts = always.into_iter().chain(seldom);
    let counted = |(verdict, key): (FixtureVerdict, &str)| {
        sentence(lang, key, &Arguments::new().with("count", count(verdicts, verdict)))
    };
    let counts: Vec<_> = counts.map(counted).collect();
    counts.join(", ") + "\n"
}

fn count(verdicts: &[FixtureVerdict], verdict: FixtureVerdict) -> usize {
    verdicts.iter().filter(|found| **found == verdict).count()
}

fn exit(verdicts: &[FixtureVerdict], update: bool) -> Exit {
    let holds = |verdict: &FixtureVerdict| match verdict {
        FixtureVerdict::Agrees => true,
        FixtureVerdict::Differs | FixtureVerdict::Missing => update,
        FixtureVerdict::Unread | FixtureVerdict::Orphan => false,
    };
    if verdicts.iter().all(holds) { Exit::Complete } else { Exit::Losses }
}
