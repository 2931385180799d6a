//! Recognises the JSON of this project by its `schema`.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::checked::Object;
use super::error::ReadError;
use crate::json::version::SCHEMA_NAME;

/// The beginning of every `schema` of this project.
const OURS: &[u8] = b"phuluc/";

/// The `schema` is searched in this many bytes at the beginning, where the writer puts it, before the whole
/// is parsed.
const START: usize = 1024;

/// The first character of every document.
#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
    schema_version: Option<String>,
}

/// Whether bytes are a JSON of this project: an object whose `schema` begins with `phuluc/`.
///
/// A broken one is recognised too if `schema` is in its first kilobyte, so that [`read`](super::read) can
/// report what is wrong with it. White space and a byte order mark before it do not matter.
#[must_use]
pub fn is_document(bytes: &[u8]) -> bool {
    let bytes = without_mark(bytes);
    let Some(b'{') = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) else { return false };
    let start = bytes.get(..START).unwrap_or(bytes);
    // Programs that sort keys put `schema` after all tables.
    names_itself(start)
        || serde_json::from_slice::<Head>(bytes)
            .is_ok_and(|head| head.schema.is_some_and(|schema| schema.as_bytes().starts_with(OURS)))
}

/// Whether bytes are a JSON: a whole object or list, or one of this project, broken or not.
///
/// No table is written like this, so an input that is a JSON and no `phuluc/document` is an error and not
/// a text without tables.
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let start = without_mark(bytes).trim_ascii_start().first();
    let is_whole = || serde_json::from_slice::<IgnoredAny>(without_mark(bytes)).is_ok();
    is_document(bytes) || (matches!(start, Some(b'{' | b'[')) && is_whole())
}

/// Whether the bytes contain `"schema": "phuluc/`.
fn names_itself(bytes: &[u8]) -> bool {
    let key = b"\"schema\"";
    let after_key = bytes.windows(key.len()).position(|window| window == key);
    let Some(rest) = after_key.and_then(|at| bytes.get(at + key.len()..)) else { return false };
    let value = rest.trim_ascii_start().strip_prefix(b":").map(<[u8]>::trim_ascii_start);
    value.and_then(|value| value.strip_prefix(b"\"")).is_some_and(|name| name.starts_with(OURS))
}

/// The bytes after a byte order mark.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}

/// Checks that the bytes are complete JSON with a schema and version that can be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let Object(head): Object<Head> =
        serde_json::from_slice(bytes).map_err(|error| ReadError::from_json(bytes, &error))?;
    if head.schema.as_deref() != Some(SCHEMA_NAME) {
        return Err(ReadError::Schema { found: head.schema });
    }
    let Some(version) = head.schema_version else {
        let reason = "it does not say its version (`schema_version`)".to_owned();
        return Err(ReadError::Value { path: String::new(), reason });
    };
    let minor = version.strip_prefix("1.").unwrap_or_default();
    if minor.is_empty() || !minor.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ReadError::Version { found: version });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_document(text.as_bytes()), expected, "{text}");
    }

    #[test]
    fn knows_a_document_by_what_it_says() {
        check(r#"{"schema": "phuluc/document"}"#, true);
        check("\u{FEFF} \r\n{ \"schema\"\n:\t\"phuluc/document\", \"cut off", true);
        check(r#"{"schema": "phuluc/diff"}"#, true);
        let late =
            format!(r#"{{"appendices": ["{}"], "schema": "phuluc/document"}}"#, "x".repeat(START));
        check(&late, true);
    }

    #[test]
    fn knows_what_is_none() {
        for text in ["", "{", "{}", "[]", "%PDF-1.7", "TT\tNội dung", r#"{"schema": "other"}"#] {
            check(text, false);
        }
        check(r#"{"name": "phuluc/document"}"#, false);
        check(r#"{"a": {"schema": 1}, "b": "phuluc/document"}"#, false);
        check(r#"["schema", "phuluc/document"]"#, false);
    }
}
