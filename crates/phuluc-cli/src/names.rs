//! Names of outputs: those of their inputs, without what a file system or a shell trips over.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use phuluc::{is_control, sha256};

use crate::input::{FoundFile, Input};

/// Bytes of a name; endings of formats and of temporary files still fit into the 255 of most systems.
const MAX_BYTES: usize = 180;

/// What Windows takes for something else in a name.
const FORBIDDEN: [char; 9] = ['<', '>', ':', '"', '/', '\\', '|', '?', '*'];

/// Names that are devices on Windows, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The places of the outputs of each input below the folder of the outputs, without the endings of the
/// formats. Of inputs that were found, no two have the same: those that would have keep the endings of
/// their own names, and if that is not enough, end with a part of a hash. `is_free` is asked whether
/// a name may be taken.
pub(crate) fn stems(inputs: &[Input], mut is_free: impl FnMut(&Path) -> bool) -> Vec<PathBuf> {
    let plain: Vec<PathBuf> = inputs.iter().map(plain).collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for stem in &plain {
        *counts.entry(key(stem)).or_default() += 1;
    }
    let name = |(input, stem): (&Input, PathBuf)| {
        let Input::Found(found) = input else {
            // Where two that were named would meet, the person who named them chooses other names.
            is_free(&stem);
            return stem;
        };
        let is_alone = counts.get(&key(&stem)) == Some(&1);
        let long = below(&found.below, found.below.file_name());
        if is_alone && is_free(&stem) {
            stem
        } else if is_free(&long) {
            long
        } else {
            let hash = sha256(found.path.as_os_str().as_encoded_bytes());
            let hashed = with_end(&long, &format!("~{}", hash.get(..8).unwrap_or_default()));
            is_free(&hashed);
            hashed
        }
    };
    inputs.iter().zip(plain).map(name).collect()
}

/// The name as two file names are compared where capitals do not count.
pub(crate) fn key(path: &Path) -> String {
    path.to_string_lossy().to_lowercase()
}

/// A name with an ending, whether it has dots in it or not.
pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut whole = path.as_os_str().to_owned();
    whole.push(end);
    whole.into()
}

fn plain(input: &Input) -> PathBuf {
    match input {
        Input::Found(FoundFile { below: path, .. }) => below(path, path.file_stem()),
        other => PathBuf::from(clean(&other.stem())),
    }
}

/// A clean name in the clean folder of a path.
fn below(path: &Path, name: Option<&OsStr>) -> PathBuf {
    let folder = path.parent().into_iter().flat_map(Path::iter).map(clean);
    folder.chain(name.map(clean)).collect()
}

/// A name without what moves a cursor or means something to a system.
fn clean(name: &OsStr) -> String {
    let name = name.to_string_lossy();
    let safe = |c: char| if is_control(c) || FORBIDDEN.contains(&c) { '_' } else { c };
    let mut clean: String = name.trim_end_matches(['.', ' ']).chars().map(safe).collect();
    if clean.is_empty() || clean.starts_with('-') || is_device(&clean) {
        clean.insert(0, '_');
    }
    if clean.len() > MAX_BYTES {
        let hash = sha256(name.as_bytes());
        let end = clean.floor_char_boundary(MAX_BYTES);
        clean.truncate(end);
        clean.push('~');
        clean.extend(hash.chars().take(8));
    }
    clean
}

fn is_device(name: &str) -> bool {
    let head = name.split('.').next().unwrap_or_default().to_lowercase();
    let letters = head.trim_end_matches(|c: char| c.is_ascii_digit());
    DEVICES.contains(&letters)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(clean(OsStr::new(name)), expected);
    }

    #[test]
    fn names_are_clean() {
        check("Phụ lục 1 (bản cuối)", "Phụ lục 1 (bản cuối)");
        check("a\u{1b}[31m\u{202e}b\n", "a_[31m_b_");
        check("a:b\\c", "a_b_c");
        check("-rf", "_-rf");
        check("a. .", "a");
        check("...", "_");
        check("CON", "_CON");
        check("com1.a", "_com1.a");
        check("comma", "comma");
        let long = "ế".repeat(200);
        let short = clean(OsStr::new(&long));
        assert!(short.len() < MAX_BYTES + 10, "{short}");
        assert_ne!(short, clean(OsStr::new(&"ế".repeat(201))), "long names stay apart");
    }

    fn found(below: &str) -> Input {
        Input::Found(FoundFile { path: Path::new("in").join(below), below: below.into() })
    }

    /// The names of the outputs of these inputs.
    fn named(inputs: &[Input]) -> Vec<String> {
        let mut taken = HashSet::new();
        let stems = stems(inputs, |stem| taken.insert(key(stem)));
        stems.iter().map(|stem| stem.to_string_lossy().replace('\\', "/")).collect()
    }

    #[test]
    fn outputs_are_in_folders_as_their_inputs_are() {
        let inputs = [found("a.pdf"), found("x/a.pdf"), found("x/b.final.txt")];
        assert_eq!(named(&inputs), ["a", "x/a", "x/b.final"]);
    }

    #[test]
    fn names_do_not_collide() {
        let inputs = [found("a.pdf"), found("A.txt"), found("b.pdf")];
        assert_eq!(named(&inputs), ["a.pdf", "A.txt", "b"]);
        let inputs = [found("a:.pdf"), found("a?.pdf"), found("a_.pdf")];
        let names = named(&inputs);
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), 3, "{names:?}");
        assert_eq!(names[0], "a_.pdf");
        assert!(names[1].starts_with("a_.pdf~"), "{names:?}");
    }
}
