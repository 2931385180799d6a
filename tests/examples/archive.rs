//! Converts a folder of good and poison files, alone and together, killed and not, and prints what came of
//! it.
//!
//! `cargo build --release -p phuluc-cli`, then
//! `cargo run --release -p phuluc-tests --example archive -- [--good 2000] [--poison 20] [--kills 10] [--jobs 2]
//! [--from FOLDER]… [--hostile FOLDER]…`
//!
//! The good files are copies of the files in `fixtures/text` and `fixtures/pdf` (or `--from`), each with
//! bytes of its own behind its end. The poison is taken from `fixtures/hostile` (or `--hostile`): of the files that
//! must not be converted, by the `outcomes.json` beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The files of a folder by their names below it.
type Files = BTreeMap<String, Vec<u8>>;

struct Plan {
    good: usize,
    poison: usize,
    kills: usize,
    jobs: usize,
    from: Vec<PathBuf>,
    hostile: Vec<PathBuf>,
}

fn main() -> Outcome<()> {
    let plan = Plan::of(std::env::args().skip(1))?;
    let root = Path::new("target/archive");
    let _ = fs::remove_dir_all(root);
    let (good, all) = (root.join("in-good"), root.join("in-all"));
    let inputs = copies(&plan.from, plan.good, &good)?;
    copies(&plan.from, plan.good, &all)?;
    let poison = chosen(&plan.hostile, plan.poison, &all.join("poison"))?;
    say(&format!("inputs: {inputs} good, {poison} poison, --jobs {}", plan.jobs))?;

    let alone = root.join("out-good");
    let (exit, took) = ended(run(&good, &alone, plan.jobs)?)?;
    say(&format!("the good alone: exit {exit}, {:.1} s", took.as_secs_f64()))?;
    let together = root.join("out-all");
    let (exit, took) = ended(run(&all, &together, plan.jobs)?)?;
    say(&format!("with the poison: exit {exit}, {:.1} s", took.as_secs_f64()))?;
    manifest(&together, inputs + poison)?;

    let expected = files(&alone)?;
    let is_good = |(name, _): &(String, Vec<u8>)| !name.starts_with("poison/");
    let found: Files = files(&together)?.into_iter().filter(is_good).collect();
    say(&format!(
        "outputs of the good files: {} of {} the same as alone, {} more",
        same(&expected, &found),
        expected.len(),
        found.len().saturating_sub(expected.len())
    ))?;

    let killed = root.join("out-killed");
    let kills = interrupted(&all, &killed, &plan, inputs + poison)?;
    let (exit, took) = ended(run(&all, &killed, plan.jobs)?)?;
    say(&format!("killed {kills} times, then: exit {exit}, {:.1} s", took.as_secs_f64()))?;
    manifest(&killed, inputs + poison)?;
    let (whole, resumed) = (files(&together)?, files(&killed)?);
    let (equal, more) = (same(&whole, &resumed), resumed.len().saturating_sub(whole.len()));
    say(&format!("outputs: {equal} of {} the same as in one run, {more} more", whole.len()))
}

impl Plan {
    fn of(mut args: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut plan =
            Self { good: 2_000, poison: 20, kills: 10, jobs: 2, from: vec![], hostile: vec![] };
        while let Some(arg) = args.next() {
            let value = args.next().ok_or("an option needs a value")?;
            match arg.as_str() {
                "--good" => plan.good = value.parse()?,
                "--poison" => plan.poison = value.parse()?,
                "--kills" => plan.kills = value.parse()?,
                "--jobs" => plan.jobs = value.parse()?,
                "--from" => plan.from.push(value.into()),
                "--hostile" => plan.hostile.push(value.into()),
                other => return Err(format!("there is no option {other}").into()),
            }
        }
        if plan.from.is_empty() {
            plan.from = vec!["fixtures/text".into(), "fixtures/pdf".into()];
        }
        if plan.hostile.is_empty() {
            plan.hostile = vec!["fixtures/hostile".into()];
        }
        Ok(plan)
    }
}

/// The inputs in folders, in the order of their names.
fn inputs(folders: &[PathBuf]) -> Outcome<Vec<PathBuf>> {
    let mut inputs = Vec::new();
    for folder in folders {
        let mut paths: Vec<_> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<_>>()?;
        paths.sort();
        let is_input = |path: &PathBuf| {
            let end = path.extension().unwrap_or_default();
            path.is_file() && !["json", "tsv", "md"].iter().any(|other| end == *other)
        };
        inputs.extend(paths.into_iter().filter(is_input));
    }
    Ok(inputs)
}

/// So many copies of files, all of them different, in folders of a hundred.
fn copies(from: &[PathBuf], count: usize, to: &Path) -> Outcome<usize> {
    let sources = inputs(from)?;
    for (index, source) in sources.iter().cycle().take(count).enumerate() {
        let mut bytes = fs::read(source)?;
        let round = index / sources.len();
        if source.extension().is_some_and(|end| end == "pdf") {
            write!(bytes, "\n%{round}\n")?;
        } else {
            bytes.extend(std::iter::repeat_n(b'\n', round));
        }
        let folder = to.join(format!("{:02}", index / 100));
        fs::create_dir_all(&folder)?;
        let name = source.file_name().ok_or("a file without a name")?.to_string_lossy();
        fs::write(folder.join(format!("{round:03}-{name}")), bytes)?;
    }
    Ok(if sources.is_empty() { 0 } else { count })
}

/// So many files of folders that must not be converted, taken evenly.
fn chosen(from: &[PathBuf], count: usize, to: &Path) -> Outcome<usize> {
    let mut sources = inputs(from)?;
    for folder in from {
        let table = fs::read(folder.join("outcomes.json"))?;
        let table: Vec<Value> = serde_json::from_slice(&table)?;
        let harmless: BTreeSet<PathBuf> = table
            .iter()
            .filter(|case| may_convert(case))
            .filter_map(|case| Some(folder.join(text(case, "file")?)))
            .collect();
        sources.retain(|source| !harmless.contains(source));
    }
    fs::create_dir_all(to)?;
    let count = count.min(sources.len());
    for index in 0..count {
        let source = sources.get(index * sources.len() / count).ok_or("no such file")?;
        fs::copy(source, to.join(source.file_name().ok_or("a file without a name")?))?;
    }
    Ok(count)
}

/// Whether a file may be converted, by its row of the table.
fn may_convert(case: &Value) -> bool {
    let outcomes = case.get("outcomes").and_then(Value::as_array).into_iter().flatten();
    outcomes
        .into_iter()
        .any(|end| text(end, "status").is_some_and(|status| status.starts_with("converted")))
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// Starts the command that stands beside this example.
fn run(from: &Path, to: &Path, jobs: usize) -> Outcome<(Child, Instant)> {
    let example = std::env::current_exe()?;
    let folder = example.parent().and_then(Path::parent).ok_or("no folder of programs")?;
    let mut command = Command::new(folder.join("phuluc"));
    command.arg("convert").arg(from).arg("--out-dir").arg(to);
    command.args(["--format", "json,csv", "--quiet", "--jobs", &jobs.to_string()]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok((command.spawn()?, Instant::now()))
}

fn ended((mut child, began): (Child, Instant)) -> Outcome<(i32, Duration)> {
    let exit = child.wait()?.code().ok_or("the command was ended by a signal")?;
    Ok((exit, began.elapsed()))
}

/// Runs that are killed when the manifest has grown to a point that chance names.
fn interrupted(from: &Path, to: &Path, plan: &Plan, inputs: usize) -> Outcome<usize> {
    let manifest = to.join("manifest.jsonl");
    let length = || fs::metadata(&manifest).map_or(0, |found| found.len());
    let whole = fs::metadata("target/archive/out-all/manifest.jsonl")?.len();
    let (mut chance, mut kills) = (inputs as u64, 0);
    while kills < plan.kills && length() < whole {
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let room = (whole - length()) / (plan.kills - kills + 1) as u64;
        let point = length() + (chance >> 33) % (2 * room).max(1);
        let (mut child, _) = run(from, to, plan.jobs)?;
        while length() < point && child.try_wait()?.is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        kills += usize::from(child.try_wait()?.is_none());
        child.kill()?;
        child.wait()?;
    }
    Ok(kills)
}

/// Says what the manifest says, and whether every input has an end.
fn manifest(folder: &Path, inputs: usize) -> Outcome<()> {
    let manifest = fs::read_to_string(folder.join("manifest.jsonl"))?;
    let mut ends = BTreeMap::new();
    for line in manifest.lines() {
        let line: Value = serde_json::from_str(line)?;
        if let (Some("end"), Some(input), Some(status)) =
            (text(&line, "event"), text(&line, "input"), text(&line, "status"))
        {
            ends.insert(input.to_owned(), status.to_owned());
        }
    }
    let mut statuses: BTreeMap<&str, usize> = BTreeMap::new();
    for status in ends.values() {
        *statuses.entry(status).or_default() += 1;
    }
    let statuses: Vec<String> =
        statuses.iter().map(|(status, count)| format!("{count} {status}")).collect();
    say(&format!(
        "manifest: {} of {inputs} inputs have an end: {}",
        ends.len(),
        statuses.join(", ")
    ))
}

/// The outputs of a folder, those in hidden folders too.
fn files(folder: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name() != Some("manifest.jsonl".as_ref()) {
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path)?);
            }
        }
    }
    Ok(files)
}

fn same(one: &Files, other: &Files) -> usize {
    one.iter().filter(|(name, bytes)| other.get(*name) == Some(*bytes)).count()
}

fn say(line: &str) -> Outcome<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
