//! The structure of the workspace: crates depend one way, no two files of a crate import each other, no
//! crate is too large, and a type name means one thing.
//!
//! Two files that import each other can only be read, changed and tested together. What both need belongs
//! into a third file.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod crate_source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate_source::CrateSource;

/// The crates of the workspace: each may depend on those before it, never on those after it.
const ORDER: [&str; 13] = [
    "phuluc-model",
    "phuluc-messages",
    "phuluc-language",
    "phuluc-meaning",
    "phuluc-page",
    "phuluc-pdf",
    "phuluc-table",
    "phuluc-parser",
    "phuluc-compare",
    "phuluc-convert",
    "phuluc",
    "phuluc-cli",
    "phuluc-tests",
];

/// Crates that know nothing of each other, whichever comes first in [`ORDER`]: a table is found on a page
/// whatever program or file gave the page, and what writes a document does not care how it was read.
const STRANGERS: [(&str, &str); 4] = [
    ("phuluc-table", "phuluc-pdf"),
    ("phuluc-convert", "phuluc-parser"),
    ("phuluc-compare", "phuluc-parser"),
    ("phuluc-page", "phuluc-meaning"),
];

/// No crate holds more of the source lines than this, in percent: a larger one is more than one room.
const MOST_LINES: usize = 30;

/// Fewer type names than this, in percent, are defined in more than one place.
const MOST_NAMES_TWICE: usize = 5;

#[test]
fn no_two_files_import_each_other() {
    let mut faults = Vec::new();
    for (name, source) in crates() {
        faults.extend(source.pairs().iter().map(|(a, b)| format!("{name}: {a} and {b}")));
    }
    assert!(faults.is_empty(), "these files import each other: {faults:#?}");
}

#[test]
fn no_files_form_a_circle() {
    for (name, source) in crates() {
        let circle = source.circle();
        assert!(circle.is_empty(), "{name}: these files form a circle: {circle:#?}");
    }
}

#[test]
fn no_crate_holds_most_of_the_lines() {
    let lines: BTreeMap<String, usize> =
        crates().iter().map(|(name, source)| (name.clone(), source.lines())).collect();
    let all: usize = lines.values().sum();
    let share = |(name, lines): (&String, &usize)| format!("{name}: {} %", lines * 100 / all);
    let shares: Vec<String> = lines.iter().map(share).collect();
    let largest = lines.values().max().unwrap();
    assert!(largest * 100 <= all * MOST_LINES, "over {MOST_LINES} %: {shares:#?}");
}

#[test]
fn a_type_name_means_one_thing() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (crate_name, source) in crates() {
        for (file, name) in source.types() {
            places.entry(name.to_owned()).or_default().push(format!("{crate_name}: {file}"));
        }
    }
    let all = places.len();
    places.retain(|_, files| files.len() > 1);
    let twice = places.len();
    assert!(
        twice * 100 < all * MOST_NAMES_TWICE,
        "{twice} of {all} type names are defined more than once: {places:#?}"
    );
}

#[test]
fn crates_depend_one_way() {
    let place = |name: &str| ORDER.iter().position(|other| *other == name);
    for (name, manifest) in manifests() {
        let own = place(&name);
        assert!(own.is_some(), "{name}: name its place in ORDER");
        for other in dependencies(&manifest) {
            assert!(place(&other).is_some(), "{other}: name its place in ORDER");
            assert!(
                place(&other) < own,
                "{name} depends on {other}, which comes after it in ORDER"
            );
        }
    }
}

#[test]
fn strangers_do_not_depend_on_each_other() {
    let manifests = manifests();
    for (one, other) in STRANGERS {
        for (name, stranger) in [(one, other), (other, one)] {
            let known = dependencies(manifests.get(name).unwrap());
            assert!(!known.contains(stranger), "{name} depends on {stranger}");
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

/// The source of each crate, read once for all tests.
fn crates() -> &'static BTreeMap<String, CrateSource> {
    static CRATES: LazyLock<BTreeMap<String, CrateSource>> = LazyLock::new(sources);
    &CRATES
}

fn sources() -> BTreeMap<String, CrateSource> {
    let folder = root().join("crates");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sources = entries.filter(|path| path.join("src").is_dir());
    let read = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, CrateSource::of(&path.join("src")))
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
