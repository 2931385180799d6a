//! Standard error during a run: messages of each input, and how far a long run is.

use std::cell::Cell;
use std::error::Error;
use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use phuluc::model::Diagnostic;
use phuluc::visible;

use crate::batch::totals::Totals;
use crate::report::{error, line, say};

/// Standard error during a run over several inputs.
#[derive(Debug)]
pub(crate) struct Console {
    quiet: bool,
    inputs: usize,
    bar: ProgressBar,
    /// Whether lines take the place of the bar.
    plain: bool,
    /// When a line last did.
    last: Cell<Instant>,
}

/// How long a run that cannot show a bar says nothing of how far it is.
const PAUSE: Duration = Duration::from_secs(5);

impl Console {
    /// A console for a run over a number of inputs.
    pub(crate) fn new(quiet: bool, inputs: usize) -> Self {
        let shown = inputs > 1 && io::stderr().is_terminal();
        let length = u64::try_from(inputs).unwrap_or(u64::MAX);
        let bar = if shown { ProgressBar::new(length) } else { ProgressBar::hidden() };
        Self { quiet, inputs, bar, plain: inputs > 1 && !shown, last: Cell::new(Instant::now()) }
    }

    /// One line for each diagnostic, unless the run is quiet.
    pub(crate) fn diagnostics<'d>(
        &self,
        input: &str,
        diagnostics: impl Iterator<Item = &'d Diagnostic>,
    ) {
        let lines: Vec<String> = diagnostics.map(|found| line(input, found)).collect();
        self.lines(&lines);
    }

    /// Diagnostics that are lines already, unless the run is quiet.
    pub(crate) fn lines(&self, lines: &[String]) {
        if !self.quiet && !lines.is_empty() {
            let lines: String = lines.iter().map(|line| visible(line) + "\n").collect();
            self.bar.suspend(|| say(&lines));
        }
    }

    pub(crate) fn error(&self, failure: &dyn Error) {
        self.bar.suspend(|| error(failure));
    }

    /// An input that was left out without being a failure.
    pub(crate) fn left_out(&self, input: &str, reason: &dyn Error) {
        let text = format!("note: `{input}` was left out: {reason}");
        self.bar.suspend(|| say(&(visible(&text) + "\n")));
    }

    /// A remark on a run, unless it is quiet.
    pub(crate) fn note(&self, text: &str) {
        if !self.quiet {
            self.bar.suspend(|| say(&(visible(text) + "\n")));
        }
    }

    /// One more input is done. Where no bar can be shown, a long run says now and then how far it is.
    pub(crate) fn step(&self, totals: &Totals) {
        self.bar.inc(1);
        if self.plain && self.last.get().elapsed() >= PAUSE {
            self.last.set(Instant::now());
            self.note(&totals.so_far(self.inputs));
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
