//! What a worker answers: one line of JSON, and after it the outputs, one after the other.
//!
//! The worker has read a stranger's file, so the process that asked checks all that it answers.

use std::io::{self, Write};
use std::ops::Range;

use phuluc::model::{Arguments, Coded};
use phuluc::sha256;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::job::{Settings, VERSION};
use crate::message::{ErrorMessage, in_english};
use crate::status::Status;

/// What became of an input, and the messages about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    version: String,
    pub(crate) status: Status,
    /// The name of the error, for machines.
    pub(crate) code: Option<String>,
    pub(crate) error: Option<ErrorMessage>,
    /// One line each, for standard error.
    pub(crate) diagnostics: Vec<String>,
    /// A remark on what was left out.
    pub(crate) note: Option<String>,
    /// How many tasks the outputs hold.
    pub(crate) tasks: usize,
    outputs: Vec<Output>,
}

/// One output that follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Output {
    format: String,
    bytes: usize,
    sha256: String,
}

/// Why an answer is not believed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AnswerError {
    Line(#[from] serde_json::Error),
    Version(String),
    Status(String),
    Outputs,
    Length,
    Hash(String),
    Kind(String),
}

impl Coded for AnswerError {
    fn code(&self) -> &'static str {
        match self {
            Self::Line(_) => "answer_line",
            Self::Version(_) => "answer_version",
            Self::Status(_) => "answer_status",
            Self::Outputs => "answer_outputs",
            Self::Length => "answer_length",
            Self::Hash(_) => "answer_hash",
            Self::Kind(_) => "answer_kind",
        }
    }

    fn arguments(&self) -> Arguments {
        let none = Arguments::new();
        match self {
            Self::Version(version) => none.with("version", version.as_str()),
            Self::Status(status) => none.with("status", status.as_str()),
            Self::Hash(format) | Self::Kind(format) => none.with("format", format.as_str()),
            Self::Line(_) | Self::Outputs | Self::Length => none,
        }
    }
}

in_english!(AnswerError);

impl Answer {
    pub(crate) fn new(status: Status) -> Self {
        Self {
            version: VERSION.to_owned(),
            status,
            code: None,
            error: None,
            diagnostics: Vec::new(),
            note: None,
            tasks: 0,
            outputs: Vec::new(),
        }
    }

    /// The answer of an input of which there is nothing to write.
    pub(crate) fn failed(status: Status, code: Option<&str>, error: ErrorMessage) -> Self {
        Self { code: code.map(str::to_owned), error: Some(error), ..Self::new(status) }
    }

    /// Writes the answer, with its outputs under the names of their formats.
    pub(crate) fn write(
        &mut self,
        outputs: &[(&str, Vec<u8>)],
        to: &mut impl Write,
    ) -> io::Result<()> {
        let output = |(format, bytes): &(&str, Vec<u8>)| Output {
            format: (*format).to_owned(),
            bytes: bytes.len(),
            sha256: sha256(bytes),
        };
        self.outputs = outputs.iter().map(output).collect();
        serde_json::to_writer(&mut *to, self)?;
        to.write_all(b"\n")?;
        outputs.iter().try_for_each(|(_, bytes)| to.write_all(bytes))?;
        to.flush()
    }
}

/// An answer that was found sound, and where in its bytes the outputs are, in the order in which they were
/// asked for.
pub(crate) fn sound(
    written: &[u8],
    settings: &Settings,
) -> Result<(Answer, Vec<Range<usize>>), AnswerError> {
    let end = written.iter().position(|byte| *byte == b'\n').unwrap_or(written.len());
    let (line, _) = written.split_at(end);
    let answer: Answer = serde_json::from_slice(line)?;
    if answer.version != VERSION {
        return Err(AnswerError::Version(answer.version));
    }
    if !answer.status.may_come_from_a_worker() {
        return Err(AnswerError::Status(answer.status.name()));
    }
    let wanted: &[String] = if answer.status.has_outputs() { &settings.formats } else { &[] };
    if !answer.outputs.iter().map(|output| &output.format).eq(wanted) {
        return Err(AnswerError::Outputs);
    }
    let mut places = Vec::with_capacity(answer.outputs.len());
    let mut start = end + 1;
    for output in &answer.outputs {
        let place = start..start.checked_add(output.bytes).ok_or(AnswerError::Length)?;
        is_sound(output, written.get(place.clone()).ok_or(AnswerError::Length)?)?;
        start = place.end;
        places.push(place);
    }
    if start == written.len() { Ok((answer, places)) } else { Err(AnswerError::Length) }
}

/// Whether an output is the one that was made, and looks like its kind.
fn is_sound(output: &Output, bytes: &[u8]) -> Result<(), AnswerError> {
    if sha256(bytes) != output.sha256 {
        return Err(AnswerError::Hash(output.format.clone()));
    }
    let is_json = |bytes: &[u8]| serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    let fits = match output.format.as_str() {
        "json" | "datapackage" => is_json(bytes),
        "jsonl" => bytes.split(|byte| *byte == b'\n').all(|line| line.is_empty() || is_json(line)),
        "xlsx" => bytes.starts_with(b"PK"),
        _ => std::str::from_utf8(bytes).is_ok(),
    };
    if fits { Ok(()) } else { Err(AnswerError::Kind(output.format.clone())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(status: Status, outputs: &[(&str, &str)]) -> Vec<u8> {
        let outputs: Vec<_> =
            outputs.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
        let mut written = Vec::new();
        Answer::new(status).write(&outputs, &mut written).unwrap();
        written
    }

    #[track_caller]
    fn check(written: &[u8], formats: &[&str], expected: Option<&[&str]>) {
        let found = sound(written, &Settings::of(formats)).ok();
        let found =
            found.map(|(_, places)| places.into_iter().map(|place| &written[place]).collect());
        let expected: Option<Vec<_>> =
            expected.map(|texts| texts.iter().map(|text| text.as_bytes()).collect());
        assert_eq!(found, expected);
    }

    #[test]
    fn outputs_are_read_as_they_were_written() {
        let written = written(Status::Converted, &[("json", "{}\n"), ("csv", "a,b\nc,d\n")]);
        check(&written, &["json", "csv"], Some(&["{}\n", "a,b\nc,d\n"]));
        check(&written, &["csv", "json"], None);
        check(&written, &["json"], None);
    }

    #[test]
    fn a_failure_has_no_outputs() {
        check(&written(Status::Failed, &[]), &["json"], Some(&[]));
        check(&written(Status::Failed, &[("json", "{}")]), &["json"], None);
        check(&written(Status::Converted, &[]), &["json"], None);
    }

    #[test]
    fn what_no_worker_says_is_not_believed() {
        let good = written(Status::Converted, &[("json", "{}")]);
        check(&good, &["json"], Some(&["{}"]));
        check(&good[..good.len() - 1], &["json"], None);
        check(&[&good[..], b" "].concat(), &["json"], None);
        check(&[&good[..good.len() - 2], b"[]"].concat(), &["json"], None);
        check(b"", &["json"], None);
        check(b"hello\n", &["json"], None);
        check(&written(Status::SetAside, &[]), &["json"], None);
        check(&written(Status::Converted, &[("json", "{")]), &["json"], None);
        check(
            &written(Status::Converted, &[("jsonl", "{}\n{}\n")]),
            &["jsonl"],
            Some(&["{}\n{}\n"]),
        );
        check(&written(Status::Converted, &[("jsonl", "{}\n}\n")]), &["jsonl"], None);
        check(&written(Status::Converted, &[("xlsx", "{}")]), &["xlsx"], None);
    }
}
