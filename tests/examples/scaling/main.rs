//! How time and memory grow from N to 2N and 4N of what an input may have too many of.
//!
//! ```sh
//! cargo run --release -p phuluc-tests --example scaling                 # all
//! cargo run --release -p phuluc-tests --example scaling -- csv pdf      # those with one of these words
//! cargo run --release -p phuluc-tests --example scaling -- --times 4    # at four times the sizes
//! ```
//!
//! An input is read with its view and without, written in every format and compared with itself. The
//! exponent is that of N in the time from half of it: 1 is a line, 2 a square. Memory is how much
//! more the process held at most than when it began (Linux only).

#![expect(
    clippy::format_collect,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "an example shows what it found, and what it makes is its own"
)]

mod pages;
mod texts;

use std::io;
use std::time::{Duration, Instant};

use phuluc_convert::FORMATS;
use phuluc_parser::{Options, parse};
use phuluc_tests::reading::report;

/// A kind of input, of which any number can be made.
struct Made {
    name: &'static str,
    /// What is made N times.
    size: usize,
    make: fn(usize) -> Vec<u8>,
}

/// Larger inputs of a kind are not tried if one has taken as long as this.
const ENOUGH: Duration = Duration::from_secs(30);

/// A time shorter than this tells nothing of how it grows.
const SHORT: Duration = Duration::from_millis(200);

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments_end = arguments.len();
    let times = match arguments.iter().position(|argument| argument == "--times") {
        Some(at) => arguments
            .drain(at..(at + 2).min(arguments_end))
            .nth(1)
            .and_then(|times| times.parse().ok())
            .unwrap_or(1),
        None => 1,
    };
    let wanted =
        |name: &str| arguments.is_empty() || arguments.iter().any(|word| name.contains(&**word));
    println!(
        "| input | N | kB | read | view | written | compared | exponent | MB | bytes a byte |"
    );
    println!("|{}", " --- |".repeat(10));
    for made in texts::ALL.iter().chain(pages::ALL).filter(|made| wanted(made.name)) {
        let mut before = None;
        for step in [1, 2, 4] {
            let size = made.size * times * step;
            let cost = cost(&(made.make)(size));
            println!("| {} | {size} {}", made.name, cost.line(before.as_ref()));
            if cost.total() > ENOUGH {
                break;
            }
            before = Some(cost);
        }
    }
}

/// What an input cost.
struct Cost {
    bytes: usize,
    /// To be read, read with a view, written, compared.
    steps: [Duration; 4],
    /// The most bytes that the process held.
    memory: Option<usize>,
    failure: Option<String>,
}

impl Cost {
    fn total(&self) -> Duration {
        self.steps.iter().sum()
    }

    fn line(&self, half: Option<&Self>) -> String {
        let steps: Vec<String> =
            self.steps.iter().map(|step| format!("{:.3}", step.as_secs_f64())).collect();
        let memory = self.memory.map_or_else(String::new, |bytes| (bytes >> 20).to_string());
        let share = self.memory.map_or_else(String::new, |held| (held / self.bytes).to_string());
        let failure = self.failure.as_deref().unwrap_or_default();
        let exponent = half.map_or_else(String::new, |half| self.exponent(half));
        format!(
            "| {} | {} | {exponent} | {memory} | {share} | {failure}",
            self.bytes / 1000,
            steps.join(" | ")
        )
    }

    /// The worst exponent of a step that takes long enough to tell, and its number.
    fn exponent(&self, half: &Self) -> String {
        let told = self.steps.iter().zip(&half.steps).enumerate();
        let told = told.filter(|(_, (step, half))| **step > SHORT && **half > SHORT / 4);
        let grown = told.map(|(nth, (step, half))| {
            (step.as_secs_f64().log2() - half.as_secs_f64().log2(), nth)
        });
        let worst = grown.max_by(|a, b| a.0.total_cmp(&b.0));
        let names = ["read", "view", "written", "compared"];
        let name = |nth: usize| names.get(nth).copied().unwrap_or_default();
        worst.map_or_else(String::new, |(exponent, nth)| format!("{exponent:.2} {}", name(nth)))
    }
}

fn cost(bytes: &[u8]) -> Cost {
    forget_memory();
    let held = memory();
    let (parsed, read) = timed(|| parse(bytes, &Options::default()));
    let mut cost = Cost { bytes: bytes.len(), steps: [read; 4], memory: None, failure: None };
    let mut options = Options::default();
    options.view = true;
    let (viewed, view) = timed(|| parse(bytes, &options));
    cost.steps = [read, view, Duration::ZERO, Duration::ZERO];
    match (parsed, viewed) {
        (Ok(parsed), Ok(viewed)) => {
            let report = report(&viewed, "made");
            let ((), written) = timed(|| {
                for format in FORMATS {
                    if let Err(error) = (format.write)(&report, &mut io::sink()) {
                        cost.failure = Some(format!("{}: {error}", format.name));
                    }
                }
            });
            let (_, compared) =
                timed(|| phuluc_compare::compare(&parsed.document, &viewed.document).same);
            cost.steps = [read, view, written, compared];
        }
        (Err(error), _) | (_, Err(error)) => cost.failure = Some(error.to_string()),
    }
    cost.memory = memory().zip(held).map(|(most, before)| most.saturating_sub(before));
    cost
}

fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let (start, began) = (spent(), Instant::now());
    let done = what();
    let spent = spent().zip(start).map(|(end, start)| end.saturating_sub(start));
    (done, spent.unwrap_or_else(|| began.elapsed()))
}

/// The time that processors have worked for the process; what else the machine does is none of it.
fn spent() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name of the program the times are the twelfth and the thirteenth field.
    let (_, fields) = stat.rsplit_once(") ")?;
    let ticks = fields.split(' ').skip(11).take(2).map(str::parse::<u64>);
    Some(Duration::from_millis(10) * u32::try_from(ticks.sum::<Result<u64, _>>().ok()?).ok()?)
}

/// Begins to measure anew what the process holds at most.
fn forget_memory() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// The most bytes that the process held.
fn memory() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<usize>().ok()? << 10)
}
