//! The files that arguments mean: a folder means those in it and below it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use phuluc::FORMATS;
use walkdir::{DirEntry, WalkDir};

use crate::input::{FoundFile, Input};

/// Folders in folders that are gone into. No path can be so deep on most systems.
const MAX_DEPTH: usize = 256;

/// The inputs that the arguments mean: a folder means the files in it and below it, in the order of their
/// names, but for those in `outputs`.
pub(crate) fn expand(arguments: &[PathBuf], outputs: Option<&Path>) -> Vec<Input> {
    arguments.iter().flat_map(|argument| expand_one(argument, outputs)).collect()
}

fn expand_one(argument: &Path, outputs: Option<&Path>) -> Vec<Input> {
    if argument.is_dir() { below(argument, outputs) } else { vec![Input::new(argument)] }
}

/// The files in a folder that are not hidden, in the order of their names; subfolders are not read.
pub(crate) fn within(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !hidden && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// The files of a folder in the order of their names. Hidden ones, outputs and the
/// folder of the outputs are left out; links to files are followed, links to folders are not, because they
/// may lead in a circle or out of the folder.
fn below(folder: &Path, outputs: Option<&Path>) -> Vec<Input> {
    let outputs = outputs.and_then(|outputs| fs::canonicalize(outputs).ok());
    let walk = WalkDir::new(folder).max_depth(MAX_DEPTH).max_open(16).sort_by_file_name();
    let wanted = |entry: &DirEntry| {
        entry.depth() == 0 || !(is_hidden(entry) || is_folder_of(entry, outputs.as_deref()))
    };
    let entries = walk.into_iter().filter_entry(wanted);
    entries.filter_map(|entry| input(folder, entry)).collect()
}

fn input(folder: &Path, entry: walkdir::Result<DirEntry>) -> Option<Input> {
    match entry {
        Ok(entry) if entry.path().is_file() && !is_output(entry.path()) => {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_owned();
            Some(Input::Found(FoundFile { path: entry.into_path(), below }))
        }
        Ok(_) => None,
        // Reading it fails for the same reason, and is reported then.
        Err(error) => Some(Input::Named(error.path().unwrap_or(folder).to_owned())),
    }
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_folder_of(entry: &DirEntry, outputs: Option<&Path>) -> bool {
    let canonical = || fs::canonicalize(entry.path()).ok();
    outputs.is_some() && entry.file_type().is_dir() && canonical().as_deref() == outputs
}

/// What is an output by its name, and is often in the same folder as its input. Of the formats that are
/// written only JSON can be read, and only where a file is named: in a folder it would be read twice.
fn is_output(path: &Path) -> bool {
    let extension = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let written = |extension: String| {
        let mut ends = FORMATS.iter().filter_map(|format| format.extension.rsplit('.').next());
        ends.any(|end| end == extension)
    };
    extension.is_some_and(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(folder: &Path, outputs: Option<&Path>) -> Vec<String> {
        below(folder, outputs).iter().map(Input::id).collect()
    }

    #[test]
    fn a_folder_means_its_files_that_are_not_hidden_and_no_outputs() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b.txt", "a.md", ".hidden", "a.json", "a.JSON", "a.jsonl", "a.xlsx"] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        for path in ["c/d", ".git", "out"] {
            let below = folder.path().join(path);
            fs::create_dir_all(&below).unwrap();
            fs::write(below.join("e.txt"), "x").unwrap();
        }
        let outputs = folder.path().join("c/../out");
        assert_eq!(found(folder.path(), Some(&outputs)), ["a.md", "b.txt", "c/d/e.txt"]);
        assert_eq!(found(&outputs, Some(&outputs)), ["e.txt"], "a folder into itself");
        let elsewhere = Path::new("nowhere");
        assert_eq!(found(folder.path(), Some(elsewhere)).last().unwrap(), "out/e.txt");
    }

    #[cfg(unix)]
    #[test]
    fn links_to_folders_are_not_followed() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.txt"), "x").unwrap();
        symlink("a.txt", folder.path().join("b.txt")).unwrap();
        symlink("nowhere", folder.path().join("c.txt")).unwrap();
        symlink(".", folder.path().join("loop")).unwrap();
        assert_eq!(found(folder.path(), None), ["a.txt", "b.txt"]);
    }
}
