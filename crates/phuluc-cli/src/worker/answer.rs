//! What a worker answers: one line of JSON, and behind it the outputs, one after the other.
//!
//! The worker has read what a stranger made, so the one who asked believes nothing of it unseen.

use std::io::{self, Write};
use std::ops::Range;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::job::{Settings, VERSION};
use crate::said::Said;
use crate::sha256::sha256;
use crate::status::Status;

/// What became of an input, and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    version: String,
    pub(crate) status: Status,
    /// The name of the error, for machines.
    pub(crate) code: Option<String>,
    pub(crate) error: Option<Said>,
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
pub(crate) enum Error {
    #[error("it does not begin with a line of JSON that a worker says")]
    Line(#[from] serde_json::Error),
    #[error("it is of version {0}")]
    Version(String),
    #[error("no worker says of itself that it is `{0}`")]
    Status(String),
    #[error("it holds other outputs than were asked for")]
    Outputs,
    #[error("it is shorter or longer than it says")]
    Length,
    #[error("the {0} is not what was made")]
    Hash(String),
    #[error("the {0} is no such file")]
    Kind(String),
}

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
    pub(crate) fn failed(status: Status, code: Option<&str>, error: Said) -> Self {
        Self { code: code.map(str::to_owned), error: Some(error), ..Self::new(status) }
    }

    /// Tells the answer, with its outputs under the names of their formats.
    pub(crate) fn tell(
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

/// An answer that was found sound, and where its outputs stand in what was told, in the order in which
/// they were asked for.
pub(crate) fn sound(
    told: &[u8],
    settings: &Settings,
) -> Result<(Answer, Vec<Range<usize>>), Error> {
    let end = told.iter().position(|byte| *byte == b'\n').unwrap_or(told.len());
    let (line, _) = told.split_at(end);
    let answer: Answer = serde_json::from_slice(line)?;
    if answer.version != VERSION {
        return Err(Error::Version(answer.version));
    }
    if !answer.status.is_said_by_workers() {
        return Err(Error::Status(answer.status.name()));
    }
    let wanted: &[String] = if answer.status.has_outputs() { &settings.formats } else { &[] };
    if !answer.outputs.iter().map(|output| &output.format).eq(wanted) {
        return Err(Error::Outputs);
    }
    let mut places = Vec::with_capacity(answer.outputs.len());
    let mut start = end + 1;
    for output in &answer.outputs {
        let place = start..start.checked_add(output.bytes).ok_or(Error::Length)?;
        is_sound(output, told.get(place.clone()).ok_or(Error::Length)?)?;
        start = place.end;
        places.push(place);
    }
    if start == told.len() { Ok((answer, places)) } else { Err(Error::Length) }
}

/// Whether an output is the one that was made, and looks like its kind.
fn is_sound(output: &Output, bytes: &[u8]) -> Result<(), Error> {
    if sha256(bytes) != output.sha256 {
        return Err(Error::Hash(output.format.clone()));
    }
    let is_json = |bytes: &[u8]| serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    let fits = match output.format.as_str() {
        "json" | "datapackage" => is_json(bytes),
        "jsonl" => bytes.split(|byte| *byte == b'\n').all(|line| line.is_empty() || is_json(line)),
        "xlsx" => bytes.starts_with(b"PK"),
        _ => std::str::from_utf8(bytes).is_ok(),
    };
    if fits { Ok(()) } else { Err(Error::Kind(output.format.clone())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(status: Status, outputs: &[(&str, &str)]) -> Vec<u8> {
        let outputs: Vec<_> =
            outputs.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
        let mut told = Vec::new();
        Answer::new(status).tell(&outputs, &mut told).unwrap();
        told
    }

    #[track_caller]
    fn check(told: &[u8], formats: &[&str], expected: Option<&[&str]>) {
        let found = sound(told, &Settings::of(formats)).ok();
        let found = found.map(|(_, places)| places.into_iter().map(|place| &told[place]).collect());
        let expected: Option<Vec<_>> =
            expected.map(|texts| texts.iter().map(|text| text.as_bytes()).collect());
        assert_eq!(found, expected);
    }

    #[test]
    fn outputs_come_as_they_were_told() {
        let told = told(Status::Converted, &[("json", "{}\n"), ("csv", "a,b\nc,d\n")]);
        check(&told, &["json", "csv"], Some(&["{}\n", "a,b\nc,d\n"]));
        check(&told, &["csv", "json"], None);
        check(&told, &["json"], None);
    }

    #[test]
    fn a_failure_has_no_outputs() {
        check(&told(Status::Failed, &[]), &["json"], Some(&[]));
        check(&told(Status::Failed, &[("json", "{}")]), &["json"], None);
        check(&told(Status::Converted, &[]), &["json"], None);
    }

    #[test]
    fn what_no_worker_says_is_not_believed() {
        let good = told(Status::Converted, &[("json", "{}")]);
        check(&good, &["json"], Some(&["{}"]));
        check(&good[..good.len() - 1], &["json"], None);
        check(&[&good[..], b" "].concat(), &["json"], None);
        check(&[&good[..good.len() - 2], b"[]"].concat(), &["json"], None);
        check(b"", &["json"], None);
        check(b"hello\n", &["json"], None);
        check(&told(Status::SetAside, &[]), &["json"], None);
        check(&told(Status::Converted, &[("json", "{")]), &["json"], None);
        check(&told(Status::Converted, &[("jsonl", "{}\n{}\n")]), &["jsonl"], Some(&["{}\n{}\n"]));
        check(&told(Status::Converted, &[("jsonl", "{}\n}\n")]), &["jsonl"], None);
        check(&told(Status::Converted, &[("xlsx", "{}")]), &["xlsx"], None);
    }
}
