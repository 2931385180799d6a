//! Standard error during a run: messages of each input, and how far a long run is.

use std::cell::Cell;
use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use phuluc::messages::{Lang, sentence};
use phuluc::model::{Arguments, Diagnostic};
use phuluc::visible;

use crate::batch::totals::Totals;
use crate::message::ErrorMessage;
use crate::report::{error, headed, line, say};

/// Standard error during a run over several inputs.
#[derive(Debug)]
pub(crate) struct Console {
    lang: Lang,
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
    pub(crate) fn new(lang: Lang, quiet: bool, inputs: usize) -> Self {
        let shown = inputs > 1 && io::stderr().is_terminal();
        let length = u64::try_from(inputs).unwrap_or(u64::MAX);
        let bar = if shown { ProgressBar::new(length) } else { ProgressBar::hidden() };
        let plain = inputs > 1 && !shown;
        Self { lang, quiet, inputs, bar, plain, last: Cell::new(Instant::now()) }
    }

    /// One line for each diagnostic, unless the run is quiet.
    pub(crate) fn diagnostics<'d>(
        &self,
        input: &str,
        diagnostics: impl Iterator<Item = &'d Diagnostic>,
    ) {
        let lines: Vec<String> = diagnostics.map(|found| line(self.lang, input, found)).collect();
        self.lines(&lines);
    }

    /// Diagnostics that are lines already, unless the run is quiet.
    pub(crate) fn lines(&self, lines: &[String]) {
        if !self.quiet && !lines.is_empty() {
            let lines: String = lines.iter().map(|line| visible(line) + "\n").collect();
            self.bar.suspend(|| say(&lines));
        }
    }

    pub(crate) fn error(&self, message: &ErrorMessage) {
        self.bar.suspend(|| error(self.lang, message));
    }

    /// An input that was left out without being a failure.
    pub(crate) fn left_out(&self, input: &str, reason: &ErrorMessage) {
        let arguments = Arguments::new().with("name", input).with("reason", reason.to_string());
        let text = headed(self.lang, "line-note", &sentence(self.lang, "run-left_out", &arguments));
        self.bar.suspend(|| say(&(text + "\n")));
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
            self.note(&totals.so_far(self.lang, self.inputs));
        }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
