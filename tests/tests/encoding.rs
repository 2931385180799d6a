//! A text in an old encoding gives the records of the same text in Unicode.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;

use phuluc_model::Code;
use phuluc_parser::{Options, Stage, inspect, parse};

fn fixture(name: &str) -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read(root.join("fixtures/text").join(name)).unwrap()
}

fn records(name: &str) -> String {
    inspect(&fixture(name), &Options::default(), Stage::Records).unwrap()
}

/// `fold` takes away what the encoding cannot tell.
#[track_caller]
fn check(name: &str, lines: &[u32], fold: fn(&str) -> String) {
    let name = format!("old-encoding-{name}.txt");
    assert_eq!(fold(&records(&name)), fold(&records("two-appendices.txt")), "{name}");
    let parsed = parse(&fixture(&name), &Options::default()).unwrap();
    let decoded = parsed.diagnostics.iter().filter(|said| said.code == Code::EncodingDecoded);
    let places: Vec<u32> = decoded.map(|said| said.place.unwrap().line).collect();
    assert_eq!(places, lines, "{name}");
    assert!(parsed.document.audit().balances(), "{name}");
}

#[test]
fn records_are_those_of_the_unicode_text() {
    for name in ["vni", "viscii", "viscii-bytes", "windows-1258", "utf8"] {
        check(name, &[1], str::to_owned);
    }
}

/// TCVN3 has no capitals with tones; a font of capitals shows small letters as such.
#[test]
fn capitals_of_tcvn3_are_small() {
    for name in ["tcvn3", "tcvn3-bytes", "tcvn3-half"] {
        check(name, &[1], str::to_lowercase);
    }
}
