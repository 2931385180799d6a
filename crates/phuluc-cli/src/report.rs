//! What is written to standard error: errors and diagnostics.
//!
//! Everything passes through [`visible`], because names and messages hold text from strangers
//! and a terminal obeys control characters.

use std::io::{self, Write as _};

use phuluc::messages::{Lang, sentence, words};
use phuluc::model::{Arguments, Diagnostic};
use phuluc::visible;

use crate::message::ErrorMessage;
use crate::switches;

/// One sentence, and each cause on a line of its own.
pub(crate) fn error(lang: Lang, message: &ErrorMessage) {
    let mut lines = message.lines();
    let sentence = headed(lang, "line-error", lines.next().unwrap_or_default());
    let causes = lines.map(|cause| format!("  {}", headed(lang, "line-cause", cause)));
    let text: String = std::iter::once(sentence).chain(causes).map(|line| line + "\n").collect();
    say(&text);
}

/// A fault of the program itself, with its place in the source.
pub(crate) fn fault(lang: Lang, text: &str) {
    error(lang, &ErrorMessage::new(words(lang, "line-fault")).because(text));
}

/// A sentence after the word that says what it is: `note: …`. `key` is that of the line.
pub(crate) fn headed(lang: Lang, key: &str, said: &str) -> String {
    sentence(lang, key, &Arguments::new().with("sentence", visible(said)))
}

/// Writes text. When standard error is closed nobody is there to read it, so that is no reason to fail.
pub(crate) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// `FILE:PAGE:LINE: severity[code]: message`; the file alone when there is no place.
pub(crate) fn line(lang: Lang, input: &str, diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.map(|place| format!(":{}:{}", place.page, place.line));
    let place = place.unwrap_or_default();
    let message = switches::diagnostic(lang, diagnostic);
    let severity = words(lang, &format!("severity_name-{}", diagnostic.severity()));
    let code = diagnostic.code;
    visible(&format!("{input}{place}: {severity}[{code}]: {message}"))
}

#[cfg(test)]
mod tests {
    use phuluc::model::{Code, Place};

    use super::*;

    #[test]
    fn a_diagnostic_is_one_line() {
        let diagnostic = Diagnostic::new(Code::TaskMissing).with("row", "3\n4");
        let expected = r"a.txt: warning[task_missing]: row 3\n4 has no task";
        assert_eq!(line(Lang::En, "a.txt", &diagnostic), expected);
        let placed = diagnostic.at(Place::new(2, 40));
        assert!(line(Lang::En, "a.txt", &placed).starts_with("a.txt:2:40: warning["));
        assert!(
            line(Lang::Vi, "a.txt", &placed).starts_with("a.txt:2:40: cảnh báo[task_missing]: ")
        );
    }
}
