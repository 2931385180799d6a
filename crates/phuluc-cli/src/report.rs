//! What is said on standard error: diagnostics, errors, and how far a long run is.
//!
//! Everything is said through [`visible`], because names and messages hold text from strangers
//! and a terminal obeys control characters.

use std::cell::Cell;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use phuluc_messages::Lang;
use phuluc_model::Diagnostic;

use crate::batch::totals::Totals;
use crate::input;

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
    /// A console for a run over so many inputs.
    pub(crate) fn new(quiet: bool, inputs: usize) -> Self {
        let shown = inputs > 1 && io::stderr().is_terminal();
        let length = u64::try_from(inputs).unwrap_or(u64::MAX);
        let bar = if shown { ProgressBar::new(length) } else { ProgressBar::hidden() };
        Self { quiet, inputs, bar, plain: inputs > 1 && !shown, last: Cell::new(Instant::now()) }
    }

    /// One line for each diagnostic, unless the run is quiet.
    pub(crate) fn diagnostics(&self, input: &str, diagnostics: &[Diagnostic]) {
        let lines: Vec<String> = diagnostics.iter().map(|found| line(input, found)).collect();
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

/// One sentence, and each cause on a line of its own.
pub(crate) fn error(failure: &dyn Error) {
    let mut text = format!("error: {}\n", visible(&failure.to_string()));
    let mut cause = failure.source();
    while let Some(error) = cause {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  cause: {}", visible(&input::sentence(error)));
        cause = error.source();
    }
    say(&text);
}

/// A fault of the program itself, with its place in the source.
pub(crate) fn fault(text: &str) {
    say(&format!("error: phuluc failed; please report this\n  cause: {}\n", visible(text)));
}

/// Nobody is left to tell when standard error is closed, so that is no reason to fail.
fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// `FILE:PAGE:LINE: severity[code]: message`; the file alone when there is no place.
pub(crate) fn line(input: &str, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.map(|place| format!(":{}:{}", place.page, place.line));
    let place = place.unwrap_or_default();
    let message = phuluc_messages::diagnostic(Lang::En, diagnostic);
    let (severity, code) = (diagnostic.severity(), diagnostic.code);
    visible(&format!("{input}{place}: {severity}[{code}]: {message}"))
}

/// The text on one line, with every character that moves the cursor or turns the text escaped.
pub(crate) fn visible(text: &str) -> String {
    escaped(text, |_| false)
}

/// The same for text of several lines, which may hold tabs.
pub(crate) fn visible_lines(text: &str) -> String {
    escaped(text, |c| matches!(c, '\n' | '\t'))
}

fn escaped(text: &str, kept: fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if moves(c) && !kept(c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Control characters, line separators, and the marks that turn the direction of text.
pub(crate) fn moves(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use phuluc_model::{Code, Place};

    use super::*;

    #[test]
    fn says_a_diagnostic_on_one_line() {
        let diagnostic = Diagnostic::new(Code::TaskMissing).with("row", "3\n4");
        assert_eq!(
            line("a.txt", &diagnostic),
            r"a.txt: warning[task_missing]: row 3\n4 has no task"
        );
        let placed = diagnostic.at(Place::new(2, 40));
        assert!(line("a.txt", &placed).starts_with("a.txt:2:40: warning["));
    }

    #[test]
    fn escapes_what_a_terminal_obeys() {
        assert_eq!(visible("\u{1b}[31m\u{7}\u{9b}\u{202e}"), r"\u{1b}[31m\u{7}\u{9b}\u{202e}");
        assert_eq!(visible("Điều \u{301}"), "Điều \u{301}", "Vietnamese stays as it is");
        assert_eq!(visible_lines("a\tb\nc\r"), "a\tb\nc\\r");
    }
}
