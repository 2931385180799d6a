//! The options of the reader, out of the command line.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use phuluc::Options;

use crate::args::ReadingArgs;
use crate::column;
use crate::usage::Usage;

/// Bytes of a password file that are looked at. No PDF takes a password of more than 127.
const PASSWORD_WITHIN: u64 = 1024;

/// The options; the password file is read here, before any input.
pub(crate) fn options(args: &ReadingArgs) -> Result<Options, Usage> {
    let mut options = timed();
    options.year = args.year;
    options.engine = args.pdf.engine;
    options.second_opinion = args.pdf.second_opinion;
    options.roles = column::roles(&args.column);
    if let Some(path) = &args.pdf.password_file {
        let password = first_line(path);
        options.password =
            Some(password.map_err(|source| Usage::PasswordFile { path: path.clone(), source })?);
    }
    Ok(options)
}

/// The usual options with a clock, which the reader has none of.
pub(crate) fn timed() -> Options {
    Options::new().clock(since_start)
}

/// The time since it was first asked for.
fn since_start() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// The first line of a file without its end and without a byte order mark.
fn first_line(path: &Path) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(File::open(path)?.take(PASSWORD_WITHIN)).read_line(&mut line)?;
    let line = line.strip_suffix('\n').unwrap_or(&line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    Ok(line.strip_prefix('\u{FEFF}').unwrap_or(line).to_owned())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[track_caller]
    fn check(content: &[u8], expected: Option<&str>) {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), content).unwrap();
        assert_eq!(first_line(file.path()).ok().as_deref(), expected);
    }

    #[test]
    fn the_password_is_the_first_line() {
        check(b"secret\nmore", Some("secret"));
        check(b" secret \r\n", Some(" secret "));
        check("\u{FEFF}mật khẩu".as_bytes(), Some("mật khẩu"));
        check(b"", Some(""));
        check(b"caf\xe9\n", None);
    }
}
