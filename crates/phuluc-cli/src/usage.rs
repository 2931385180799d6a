//! What a command line asks for and cannot have.

use std::io;
use std::path::PathBuf;

use phuluc::messages::Lang;
use phuluc::model::{Arguments, Coded};

use crate::message::{ErrorMessage, Said, in_english};
use crate::system;

/// What a command line asks for and cannot have. Nothing was read or written then.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Usage {
    SeveralOnStdout,
    SeveralInOneFile,
    SameOutput { first: String, second: String, output: PathBuf },
    OutputIsInput { output: PathBuf },
    ManifestWithoutFolder,
    ReportOnStdout,
    StdinTwice,
    NotAFolder { path: PathBuf },
    NoSuchCommand { name: String },
    PasswordFile { path: PathBuf, source: io::Error },
}

impl Coded for Usage {
    fn code(&self) -> &'static str {
        match self {
            Self::SeveralOnStdout => "several_on_stdout",
            Self::SeveralInOneFile => "several_in_one_file",
            Self::SameOutput { .. } => "same_output",
            Self::OutputIsInput { .. } => "output_is_input",
            Self::ManifestWithoutFolder => "manifest_without_folder",
            Self::ReportOnStdout => "report_on_stdout",
            Self::StdinTwice => "stdin_twice",
            Self::NotAFolder { .. } => "not_a_folder",
            Self::NoSuchCommand { .. } => "no_such_command",
            Self::PasswordFile { .. } => "password_file",
        }
    }

    fn arguments(&self) -> Arguments {
        let none = Arguments::new();
        match self {
            Self::SameOutput { first, second, output } => none
                .with("first", first.as_str())
                .with("second", second.as_str())
                .with("output", output.display().to_string()),
            Self::OutputIsInput { output } => none.with("output", output.display().to_string()),
            Self::NotAFolder { path } | Self::PasswordFile { path, .. } => {
                none.with("path", path.display().to_string())
            }
            Self::NoSuchCommand { name } => none.with("name", name.as_str()),
            Self::SeveralOnStdout
            | Self::SeveralInOneFile
            | Self::ManifestWithoutFolder
            | Self::ReportOnStdout
            | Self::StdinTwice => none,
        }
    }
}

impl Said for Usage {
    fn cause(&self, lang: Lang) -> Option<ErrorMessage> {
        match self {
            Self::PasswordFile { source, .. } => {
                Some(ErrorMessage::new(system::said(lang, source)))
            }
            _ => None,
        }
    }
}

in_english!(Usage);
