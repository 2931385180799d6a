//! Damaged copies of fixtures keep the promises, and so do the inputs that once did not.
//!
//! The example `mutants` reads many more, in processes of its own. Here an input that hangs or ends the
//! process fails the whole test.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use phuluc_tests::made;
use phuluc_tests::mutant::{mutant, unpacked};
use phuluc_tests::promises::{self, Broken};
use phuluc_tests::random::Random;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(root().join("fixtures").join(name)).unwrap()
}

/// Reads mutants of a file and gives how many of them became what.
fn read(original: &[u8], name: &str, count: u64) -> BTreeMap<String, u64> {
    let mut outcomes = BTreeMap::new();
    for seed in 0..count {
        match promises::all(&mutant(original, &mut Random::new(seed))) {
            Ok(outcome) => *outcomes.entry(outcome.name()).or_default() += 1,
            Err(broken) => panic!("mutant {seed} of {name}: {broken}"),
        }
    }
    outcomes
}

/// At least half of the mutants are read: those that are refused show little.
fn check(original: &[u8], name: &str, count: u64) {
    let outcomes = read(original, name, count);
    let read = outcomes.get("Read").copied().unwrap_or_default();
    assert!(2 * read >= count, "{name}: {outcomes:?}");
}

#[test]
fn mutants_of_texts_keep_the_promises() {
    let names = [
        ("ben-thanh-2024", 5),
        ("delimited-quoted-cells-from-excel", 60),
        ("delimited-markdown", 60),
        ("footnote-under-the-page", 30),
        ("old-encoding-tcvn3-bytes", 30),
        ("aligned-without-rules", 8),
    ];
    for (name, count) in names {
        check(&fixture(&format!("text/{name}.txt")), name, count);
    }
}

#[test]
fn mutants_of_pdfs_keep_the_promises() {
    for name in ["ruled-libreoffice-spans", "part-ruled-typst-columns", "old-font-tcvn3"] {
        let packed = fixture(&format!("pdf/{name}.pdf"));
        let unpacked = unpacked(&packed).unwrap();
        assert!(!unpacked.windows(12).any(|window| window == b"/FlateDecode"), "{name}");
        check(&packed, name, 10);
        check(&unpacked, &format!("{name}, unpacked"), 15);
    }
}

/// What a folder of `fuzz/regressions` is asked.
fn ask(folder: &str, bytes: &[u8]) -> Result<(), Broken> {
    let text = String::from_utf8_lossy(bytes);
    match folder {
        "timeframe" => promises::timeframe(&text),
        "citation" => promises::citation(&text),
        "csv_round_trip" => promises::read_back_csv(&made::document(&text).0),
        "json_round_trip" => {
            let (document, diagnostics) = made::document(&text);
            promises::read_back_json(&document, &diagnostics)
        }
        _ => promises::all(bytes).map(drop),
    }
}

/// Each find of a fuzzer or of a mutant is kept under the name of its target.
#[test]
fn what_once_broke_a_promise_keeps_it() {
    let mut asked = 0;
    for folder in fs::read_dir(root().join("fuzz/regressions")).unwrap() {
        let folder = folder.unwrap().path();
        let target = root().join("fuzz/fuzz_targets").join(folder.file_name().unwrap());
        assert!(target.with_extension("rs").exists(), "{} has no target", folder.display());
        let name = folder.file_name().unwrap().to_str().unwrap();
        for file in fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            if let Err(broken) = ask(name, &fs::read(&path).unwrap()) {
                panic!("{}: {broken}", path.display());
            }
            asked += 1;
        }
    }
    assert!(asked > 0);
}
