//! Indentation of two spaces for each level, as `serde_json` writes it, but with one write for each line,
//! which is faster.

use std::io::{self, Write};

use serde_json::ser::Formatter;

/// The end of a line and the spaces of the next one; deeper levels are written in several pieces.
const LINE: &[u8] = b"\n                                ";

/// Spaces for each level.
const STEP: usize = 2;

/// Writes one key or value on each line.
#[derive(Debug, Default)]
pub(super) struct Indented {
    level: usize,
    /// Whether the innermost array or object has a value.
    filled: bool,
}

impl Indented {
    fn open<W: Write + ?Sized>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.level += 1;
        self.filled = false;
        out.write_all(sign)
    }

    fn close<W: Write + ?Sized>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.level = self.level.saturating_sub(1);
        if self.filled {
            self.break_line(out)?;
        }
        out.write_all(sign)
    }

    fn next<W: Write + ?Sized>(&self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.break_line(out)
    }

    fn break_line<W: Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        let spaces = STEP * self.level;
        let line = LINE.get(..=spaces).unwrap_or(LINE);
        out.write_all(line)?;
        for _ in line.len()..=spaces {
            out.write_all(b" ")?;
        }
        Ok(())
    }
}

impl Formatter for Indented {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }

    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.next(out, first)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> io::Result<()> {
        self.filled = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize as _;
    use serde_json::{Value, json};

    use super::*;

    #[track_caller]
    fn check(value: &Value) {
        let mut bytes = Vec::new();
        let mut serializer =
            serde_json::Serializer::with_formatter(&mut bytes, Indented::default());
        value.serialize(&mut serializer).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), serde_json::to_string_pretty(value).unwrap());
    }

    #[test]
    fn writes_what_serde_json_writes() {
        check(&json!({ "a": [], "b": {}, "c": [1, [2, { "d": null }], []], "e": { "f": "g" } }));
        let mut deep = json!("end");
        for _ in 0..40 {
            deep = json!([deep]);
        }
        check(&deep);
    }
}
