//! Reads damaged copies of files and counts what became of them, in processes of its own, because
//! a stack that overflows ends the process that it is in.
//!
//! ```sh
//! cargo run --release -p phuluc-tests --example mutants -- --count 2000 --seed 1 FILE…
//! ```
//!
//! Each second mutant of a PDF is one of its unpacked copy. `--keep DIR` writes each mutant that
//! panicked, broke a promise or ended its process, under its file's name, seed and number.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use phuluc_tests::mutant::{mutant, unpacked};
use phuluc_tests::promises;
use phuluc_tests::random::Random;

/// How long a mutant may take before it is said to hang.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where this project's own files stand, as panics name them.
const OWN: &str = "crates/phuluc-";

/// The places of the panics since the last mutant, caught or not.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments = Arguments::of(env::args().skip(1))?;
    if let Some(from) = arguments.from {
        let [file] = arguments.files.as_slice() else { return Err("one file at a time".into()) };
        run(file, from, &arguments)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = io::stdout().lock();
    let mut bad = 0;
    for file in &arguments.files {
        let tally = watch(file, &arguments)?;
        bad += tally.faults.len();
        write!(out, "{}", tally.told(file))?;
        out.flush()?;
    }
    Ok(if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

struct Arguments {
    count: usize,
    seed: u64,
    /// The first mutant of a process that reads some itself.
    from: Option<usize>,
    keep: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl Arguments {
    fn of(mut given: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut read = Self { count: 2000, seed: 1, from: None, keep: None, files: Vec::new() };
        while let Some(argument) = given.next() {
            let mut value = || given.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--count" => read.count = value()?.parse()?,
                "--seed" => read.seed = value()?.parse()?,
                "--from" => read.from = Some(value()?.parse()?),
                "--keep" => read.keep = Some(value()?.into()),
                _ => read.files.push(argument.into()),
            }
        }
        Ok(read)
    }
}

/// The files of which mutants are made: the one given, and a PDF unpacked.
fn originals(file: &Path) -> io::Result<Vec<Vec<u8>>> {
    let bytes = fs::read(file)?;
    let unpacked = if bytes.starts_with(b"%PDF-") { unpacked(&bytes) } else { None };
    Ok([Some(bytes), unpacked].into_iter().flatten().collect())
}

/// The mutant of a number; each has numbers of its own, so that none hangs on those before it.
fn numbered(originals: &[Vec<u8>], seed: u64, number: usize) -> Vec<u8> {
    let mut random = Random::new(Random::new(seed).any() ^ number as u64);
    let original = originals.get(number % originals.len().max(1));
    mutant(original.map(Vec::as_slice).unwrap_or_default(), &mut random)
}

/// Reads mutants from one number on and tells of each on one line.
fn run(file: &Path, from: usize, arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "nowhere".to_owned(), ToString::to_string);
        if let Ok(mut panics) = PANICS.lock() {
            panics.push(place);
        }
    }));
    let originals = originals(file)?;
    let mut out = io::stdout().lock();
    for number in from..arguments.count {
        let bytes = numbered(&originals, arguments.seed, number);
        let start = Instant::now();
        let told = outcome(&bytes);
        writeln!(out, "{number}\t{}\t{told}", start.elapsed().as_millis())?;
        out.flush()?;
    }
    Ok(())
}

/// What became of a mutant: `kind` or `kind: how`.
fn outcome(bytes: &[u8]) -> String {
    let asked = panic::catch_unwind(|| promises::all(bytes));
    let panics = PANICS.lock().map(|mut panics| std::mem::take(&mut *panics)).unwrap_or_default();
    let own = panics.iter().find(|place| place.contains(OWN));
    match (asked, own, panics.first()) {
        (Err(_), _, place) => format!("panic: {}", place.map_or("nowhere", String::as_str)),
        (Ok(_), Some(place), _) => format!("panic: {place}"),
        (Ok(Err(broken)), ..) => format!("broken: {}", broken.to_string().replace('\n', " ")),
        (Ok(Ok(_)), None, Some(place)) => format!("engine: {place}"),
        (Ok(Ok(outcome)), None, None) => outcome.name(),
    }
}

/// What became of all mutants of a file.
#[derive(Default)]
struct Tally {
    outcomes: BTreeMap<String, usize>,
    /// Panics that the engine made and the library caught, by their place.
    engine: BTreeMap<String, usize>,
    /// Mutants that did what no input may do, with what they did.
    faults: Vec<(usize, String)>,
    slowest: (u64, usize),
}

impl Tally {
    fn add(&mut self, number: usize, time: u64, told: &str) {
        self.slowest = self.slowest.max((time, number));
        let kind = told.split(": ").next().unwrap_or(told);
        *self.outcomes.entry(kind.to_owned()).or_default() += 1;
        match told.split_once(": ") {
            Some(("engine", place)) => *self.engine.entry(place.to_owned()).or_default() += 1,
            Some(_) => self.faults.push((number, told.to_owned())),
            None => {}
        }
    }

    fn told(&self, file: &Path) -> String {
        let all: usize = self.outcomes.values().sum();
        let outcomes: Vec<String> =
            self.outcomes.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let (time, number) = self.slowest;
        let mut told = format!(
            "{}: {all} mutants: {}; faults of the library {}; slowest {time} ms (number {number})\n",
            file.display(),
            outcomes.join(", "),
            self.faults.len()
        );
        for (place, count) in &self.engine {
            let count = count.to_string();
            told += &["  engine panicked, caught: ", &count, " at ", place, "\n"].concat();
        }
        for (number, fault) in &self.faults {
            told += &["  number ", &number.to_string(), ": ", fault, "\n"].concat();
        }
        told
    }
}

/// Has processes read all mutants of a file, and begins a new one behind each that ends one.
fn watch(file: &Path, arguments: &Arguments) -> Result<Tally, Box<dyn Error>> {
    let mut tally = Tally::default();
    let mut next = 0;
    while next < arguments.count {
        let mut child = Command::new(env::current_exe()?)
            .args(["--count", &arguments.count.to_string(), "--seed", &arguments.seed.to_string()])
            .args(["--from", &next.to_string()])
            .arg(file)
            .stdout(Stdio::piped())
            .spawn()?;
        let lines = lines(child.stdout.take().ok_or("the process has no output")?);
        let hangs = loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    let mut parts = line.splitn(3, '\t');
                    let mut part = || parts.next().unwrap_or_default();
                    let (number, time, told) = (part().parse()?, part().parse()?, part());
                    tally.add(number, time, told);
                    next = number + 1;
                }
                Err(RecvTimeoutError::Timeout) => break true,
                Err(RecvTimeoutError::Disconnected) => break false,
            }
        };
        if hangs {
            child.kill()?;
        }
        let status = child.wait()?;
        if next < arguments.count {
            let how = if hangs { "hangs" } else { "ends the process" };
            tally.add(next, 0, &format!("{how}: {status}"));
            next += 1;
        }
    }
    if let Some(folder) = &arguments.keep {
        keep(folder, file, arguments.seed, &tally)?;
    }
    Ok(tally)
}

/// The lines of a process, as they come.
fn lines(output: impl io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

fn keep(folder: &Path, file: &Path, seed: u64, tally: &Tally) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let originals = originals(file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    for (number, _) in &tally.faults {
        let path = folder.join(format!("{seed}-{number}-{name}"));
        fs::write(path, numbered(&originals, seed, *number))?;
    }
    Ok(())
}
