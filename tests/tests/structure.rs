//! How the workspace hangs together: crates depend one way, and no two files of a crate import each other.
//!
//! Two files that import each other can only be read, changed and tested together. What both need belongs
//! into a third file.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use imports::Imports;

/// The crates of the workspace: each may depend on those before it, never on those after it.
const ORDER: [&str; 10] = [
    "phuluc-model",
    "phuluc-messages",
    "phuluc-language",
    "phuluc-meaning",
    "phuluc-parser",
    "phuluc-compare",
    "phuluc-convert",
    "phuluc",
    "phuluc-cli",
    "phuluc-tests",
];

/// The crates in which pairs of files still import each other, and how many pairs. A number may only fall.
/// The other crates have no circle of files, however long.
const PAIRS_LEFT: [(&str, usize); 3] =
    [("phuluc-language", 6), ("phuluc-meaning", 17), ("phuluc-parser", 22)];

#[test]
fn no_two_files_import_each_other() {
    let mut faults = Vec::new();
    for (name, imports) in crates() {
        let pairs = imports.pairs();
        let left = PAIRS_LEFT.iter().find(|(left, _)| *left == name).map_or(0, |(_, count)| *count);
        if pairs.len() != left {
            faults.push(format!("{name} has {} pairs, and {left} were left:", pairs.len()));
            faults.extend(pairs.iter().map(|(a, b)| format!("  {a} and {b}")));
        }
    }
    let faults = faults.join("\n");
    assert!(faults.is_empty(), "a number that fell is to fall in PAIRS_LEFT too\n{faults}");
}

#[test]
fn crates_without_pairs_have_no_longer_circle() {
    for (name, imports) in crates() {
        if PAIRS_LEFT.iter().all(|(left, _)| *left != name) {
            let circle = imports.circle();
            assert!(circle.is_empty(), "{name}: these files form a circle: {circle:#?}");
        }
    }
}

#[test]
fn crates_depend_one_way() {
    let place = |name: &str| ORDER.iter().position(|other| *other == name);
    for (name, manifest) in manifests() {
        let own = place(&name);
        assert!(own.is_some(), "{name}: name its place in ORDER");
        for other in dependencies(&manifest) {
            assert!(
                place(&other) < own,
                "{name} depends on {other}, which comes after it in ORDER"
            );
        }
    }
}

#[test]
fn the_readme_shows_the_example_of_the_library() {
    let root_file = fs::read_to_string(root().join("crates/phuluc/src/lib.rs")).unwrap();
    let comment = root_file.lines().map_while(|line| line.strip_prefix("//!"));
    let comment: Vec<_> = comment.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let comment = comment.join("\n");
    let example = comment.split("```").nth(1).unwrap();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&format!("```rust{example}```")), "{example}");
}

/// The imports of each crate.
fn crates() -> BTreeMap<String, Imports> {
    let folder = root().join("crates");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sources = entries.filter(|path| path.join("src").is_dir());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, Imports::of(&path.join("src")))
    };
    sources.map(read).collect()
}

/// The manifests of the crates, under their names.
fn manifests() -> BTreeMap<String, String> {
    let root = root();
    let crates = fs::read_dir(root.join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let all = crates.chain([root.join("tests")]).map(|folder| folder.join("Cargo.toml"));
    let named = |text: String| {
        let name = text.lines().find_map(|line| line.strip_prefix("name = ")).unwrap();
        (name.trim_matches('"').to_owned(), text)
    };
    all.filter(|path| path.is_file()).map(|path| named(fs::read_to_string(path).unwrap())).collect()
}

/// The crates of this workspace that a manifest names as dependencies, of any kind.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut in_dependencies = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && line.starts_with("phuluc") {
            let end = line.find(['.', ' ', '=']).unwrap_or(line.len());
            names.insert(line.get(..end).unwrap().to_owned());
        }
    }
    names
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}
