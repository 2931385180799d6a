//! A folder of its own for each test, and the command run in it.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// An appendix of 47 tasks in 9 sections on 13 pages.
const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/text/ben-thanh-2024.txt");

/// How many lines of it are its first page, which holds 4 tasks in 1 section.
const FIRST_PAGE: usize = 84;

/// Text that is no appendix.
pub(crate) const LETTER: &str = "Kính gửi Ông Nguyễn Văn A,\n\nXin cảm ơn.\n";

/// A folder that is removed with the test.
pub(crate) struct Workshop {
    folder: TempDir,
}

/// What a run left.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Workshop {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    pub(crate) fn put_page(&self, name: &str) -> &Self {
        self.put(name, page())
    }

    pub(crate) fn text(&self, name: impl AsRef<Path>) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn json(&self, name: &str) -> Value {
        serde_json::from_str(&self.text(name)).unwrap()
    }

    /// The names in a folder, hidden ones too.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    /// The command, in the folder, with arguments that are split at spaces.
    pub(crate) fn run(&self, line: &str) -> Ran {
        self.run_args(line.split(' '))
    }

    pub(crate) fn run_args(&self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Ran {
        Ran::of(&self.command().args(args).stdin(Stdio::null()).output().unwrap())
    }

    /// The same, with bytes on standard input.
    pub(crate) fn run_on(&self, line: &str, input: &str) -> Ran {
        let mut child = self.start(line);
        give(&mut child, input);
        Ran::of(&child.wait_with_output().unwrap())
    }

    /// The command where a file may grow to one block only, so that a longer one is cut in half.
    #[cfg(unix)]
    pub(crate) fn run_short_of_space(&self, line: &str) -> Ran {
        let mut command = Command::new("sh");
        command.current_dir(self.folder.path()).env("LC_ALL", "C").stdin(Stdio::null());
        command.args(["-c", r#"trap "" XFSZ; ulimit -f 1; exec "$0" "$@""#]);
        command.arg(env!("CARGO_BIN_EXE_phuluc")).args(line.split(' '));
        Ran::of(&command.output().unwrap())
    }

    pub(crate) fn start(&self, line: &str) -> Child {
        let mut command = self.command();
        command.args(line.split(' ')).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_phuluc"));
        command.current_dir(self.folder.path()).env("LC_ALL", "C");
        command
    }
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// Asserts the exit code, and shows what was said when it is another.
    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout: {}\nstderr: {}", self.out, self.err);
        self
    }

    #[track_caller]
    pub(crate) fn says(self, part: &str) -> Self {
        assert!(self.err.contains(part), "{part:?} is not in {:?}", self.err);
        self
    }

    #[track_caller]
    pub(crate) fn prints(self, part: &str) -> Self {
        assert!(self.out.contains(part), "{part:?} is not in {:?}", self.out);
        self
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

/// Writes to standard input and closes it. The command may have stopped reading before.
pub(crate) fn give(child: &mut Child, input: &str) {
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
}

/// The whole plan.
pub(crate) fn plan() -> String {
    fs::read_to_string(PLAN).unwrap()
}

/// The first page of the plan, which is enough where the records do not matter.
pub(crate) fn page() -> String {
    plan().split_inclusive('\n').take(FIRST_PAGE).collect()
}

/// How many sections and tasks the JSON holds.
pub(crate) fn size(document: &Value) -> (usize, usize) {
    let appendices = document["appendices"].as_array().unwrap();
    let sections = appendices.iter().flat_map(|a| a["sections"].as_array().unwrap());
    let tasks = sections.clone().map(|section| section["tasks"].as_array().unwrap().len());
    (sections.count(), tasks.sum())
}
