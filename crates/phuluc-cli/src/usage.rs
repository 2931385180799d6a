//! What a command line asks for and cannot have.

use std::io;
use std::path::PathBuf;

/// What a command line asks for and cannot have. Nothing was read or written then.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Usage {
    #[error("several inputs or formats do not fit on standard output; give --out-dir DIR")]
    SeveralOnStdout,
    #[error("-o takes one input and one format; give --out-dir DIR for several")]
    SeveralInOneFile,
    #[error(
        "`{first}` and `{second}` would both be written to `{}`; convert them apart",
        output.display()
    )]
    SameOutput { first: String, second: String, output: PathBuf },
    #[error("`{}` is an input and would be overwritten; choose another output", output.display())]
    OutputIsInput { output: PathBuf },
    #[error("a manifest needs a folder for the outputs; give --out-dir DIR")]
    ManifestWithoutFolder,
    #[error(
        "the report goes to standard output, and so do the records; give -o FILE or --out-dir DIR"
    )]
    ReportOnStdout,
    #[error("standard input can be read only once")]
    StdinTwice,
    #[error("`{}` is not a folder", path.display())]
    NotAFolder { path: PathBuf },
    #[error("there is no command `{name}`; phuluc --help names them")]
    NoSuchCommand { name: String },
    #[error("the password file `{}` could not be read", path.display())]
    PasswordFile { path: PathBuf, source: io::Error },
}
