//! The path of the value at a place of a JSON.
//!
//! `serde_json` gives the line and the column of an error. The path is searched only after an error, so it
//! costs nothing otherwise.

use std::fmt::Write as _;

/// The position of a scan inside one array or object.
enum Level {
    /// The position of the value in an array, from zero.
    Array(usize),
    /// The key of the value in an object; `None` before the key is read.
    Object(Option<String>),
}

/// The path of the value that ends or begins at `line`, from one, after `column` bytes of the line.
pub(super) fn path_at(bytes: &[u8], line: usize, column: usize) -> String {
    let before = bytes.split_inclusive(|byte| *byte == b'\n').take(line.saturating_sub(1));
    let offset = before.map(<[u8]>::len).sum::<usize>() + column;
    let mut rest = bytes.get(..offset).unwrap_or(bytes);
    let mut levels: Vec<Level> = Vec::new();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'[' => levels.push(Level::Array(0)),
            b'{' => levels.push(Level::Object(None)),
            b']' | b'}' => {
                levels.pop();
            }
            b',' => match levels.last_mut() {
                Some(Level::Array(position)) => *position += 1,
                Some(Level::Object(key)) => *key = None,
                None => {}
            },
            b'"' => {
                let (string, after) = rest.split_at(string_end(rest));
                rest = after.get(1..).unwrap_or_default();
                if let Some(Level::Object(key @ None)) = levels.last_mut() {
                    *key = Some(unescaped(string));
                }
            }
            _ => {}
        }
    }
    written(&levels)
}

/// The index of the quotation mark that ends a string.
fn string_end(bytes: &[u8]) -> usize {
    let mut escaped = false;
    let ends = |byte: &u8| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    };
    bytes.iter().position(ends).unwrap_or(bytes.len())
}

fn unescaped(string: &[u8]) -> String {
    let quoted = [b"\"", string, b"\""].concat();
    serde_json::from_slice(&quoted).unwrap_or_else(|_| String::from_utf8_lossy(string).into_owned())
}

fn written(levels: &[Level]) -> String {
    let mut path = String::new();
    for level in levels {
        // Writing to a string does not fail.
        let _ = match level {
            Level::Array(position) => write!(path, "[{position}]"),
            Level::Object(None) => Ok(()),
            Level::Object(Some(key)) if is_plain(key) && path.is_empty() => write!(path, "{key}"),
            Level::Object(Some(key)) if is_plain(key) => write!(path, ".{key}"),
            Level::Object(Some(key)) => write!(path, "[{key:?}]"),
        };
    }
    path
}

/// Whether a key needs no quotation marks in a path.
fn is_plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the path at `^` in the text.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (before, after) = text.split_once('^').unwrap();
        let line = before.split('\n').count();
        let column = before.rsplit('\n').next().unwrap().len();
        let json = [before, after].concat();
        assert_eq!(path_at(json.as_bytes(), line, column), expected, "{text}");
    }

    #[test]
    fn knows_keys_and_positions() {
        check("^[]", "");
        check(r#"{"a": [1, {"b": "x"^}]}"#, "a[1].b");
        check("{\n \"a\": [1,\n {\"b\": 2}^]}", "a[1]");
        check(r#"{"a": {"b": 1}, "c": ^[]}"#, "c");
        check(r#"{"a": {"b": [[], [0, ^"#, "a.b[1][1]");
    }

    #[test]
    fn is_not_led_astray_by_strings() {
        check(r#"{"a": "},]\"[{", "b": ^1}"#, "b");
        check(r#"{"extra": {"C\u0103n \"c\u1ee9\"": ^1}}"#, r#"extra["Căn \"cứ\""]"#);
        check(r#"{"a\\": {"b": ^1}}"#, r#"["a\\"].b"#);
        check(r#"{"a": "no end ^"#, "a");
    }
}
