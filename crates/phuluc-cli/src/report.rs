//! What is written to standard error: errors and diagnostics.
//!
//! Everything passes through [`visible`], because names and messages hold text from strangers
//! and a terminal obeys control characters.

use std::error::Error;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use phuluc::messages::Lang;
use phuluc::model::Diagnostic;
use phuluc::visible;

use crate::switches;

/// One sentence, and each cause on a line of its own.
pub(crate) fn error(failure: &dyn Error) {
    let mut text = format!("error: {}\n", visible(&failure.to_string()));
    let mut cause = failure.source();
    while let Some(error) = cause {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  cause: {}", visible(&error.to_string()));
        cause = error.source();
    }
    say(&text);
}

/// A fault of the program itself, with its place in the source.
pub(crate) fn fault(text: &str) {
    say(&format!("error: phuluc failed; please report this\n  cause: {}\n", visible(text)));
}

/// Writes text. When standard error is closed nobody is there to read it, so that is no reason to fail.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// `FILE:PAGE:LINE: severity[code]: message`; the file alone when there is no place.
pub(crate) fn line(input: &str, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.map(|place| format!(":{}:{}", place.page, place.line));
    let place = place.unwrap_or_default();
    let message = phuluc::messages::diagnostic(Lang::En, diagnostic);
    let (severity, code) = (diagnostic.severity(), diagnostic.code);
    let switch = switches::of_diagnostic(code);
    visible(&format!("{input}{place}: {severity}[{code}]: {message}{switch}"))
}

#[cfg(test)]
mod tests {
    use phuluc::model::{Code, Place};

    use super::*;

    #[test]
    fn a_diagnostic_is_one_line() {
        let diagnostic = Diagnostic::new(Code::TaskMissing).with("row", "3\n4");
        let expected = r"a.txt: warning[task_missing]: row 3\n4 has no task";
        assert_eq!(line("a.txt", &diagnostic), expected);
        let placed = diagnostic.at(Place::new(2, 40));
        assert!(line("a.txt", &placed).starts_with("a.txt:2:40: warning["));
    }
}
