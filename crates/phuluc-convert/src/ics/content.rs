//! Content lines: escaped, folded, with CR LF at the end (RFC 5545, 3.1).

use std::io::{self, Write};

use phuluc_model::Date;

/// The most octets of a line without its end (RFC 5545, 3.1). Longer lines are folded; nothing is lost.
const MAX_OCTETS: usize = 75;

/// Writes content lines.
pub(super) struct Content<'a> {
    out: &'a mut dyn Write,
}

impl<'a> Content<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out }
    }

    /// Writes a line whose value is not text and needs no escaping.
    pub(super) fn line(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.out.write_all(folded(&format!("{name}:{value}")).as_bytes())
    }

    /// Writes a line whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.line(name, &escaped(value))
    }

    /// Writes a line whose value is a day.
    pub(super) fn day(&mut self, name: &str, value: Date) -> io::Result<()> {
        self.line(&format!("{name};VALUE=DATE"), &day(value))
    }
}

/// A day in the form of RFC 5545: `20241231`.
pub(super) fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The text with a backslash before the characters that have a meaning in the format.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push(letter),
            letter if letter.is_ascii_control() => escaped.push(char::REPLACEMENT_CHARACTER),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// The line in parts of at most 75 octets, never cut inside a letter; all but the first begin with a space.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 24 + 2);
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > MAX_OCTETS {
            folded.push_str("\r\n ");
            used = 1;
        }
        folded.push(letter);
        used += letter.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_between_letters() {
        assert_eq!(folded("SUMMARY:x"), "SUMMARY:x\r\n");
        let fits = "a".repeat(MAX_OCTETS);
        assert_eq!(folded(&fits), format!("{fits}\r\n"));
        let line = format!("SUMMARY:{}", "ề𝄞 ".repeat(60));
        let folded = folded(&line);
        assert!(folded.split_terminator("\r\n").all(|part| part.len() <= MAX_OCTETS));
        assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
    }

    #[test]
    fn escapes_what_the_format_reads_as_its_own() {
        assert_eq!(escaped("a,b;c\\d\ne\tf: \"g\""), "a\\,b\\;c\\\\d\\ne\tf: \"g\"");
        assert_eq!(escaped("a\u{1}\rb"), "a\u{fffd}\u{fffd}b");
        assert_eq!(escaped("Quy\u{1ebf}t"), "Quy\u{1ebf}t");
    }
}
