//! The PDFs under `fixtures/pdf`: every cell equals the truth that was written beside the page, every
//! word is accounted for, and damage ends in an error or a document that balances.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

use phuluc_parser::{Error, Form, Options, parse, picture};
use phuluc_tests::reading::reading;
use phuluc_tests::score::score;
use phuluc_tests::truth::{Spaces, Truth};
use proptest::prelude::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/pdf")
}

fn pdfs() -> Vec<PathBuf> {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut pdfs: Vec<PathBuf> = files.filter(|path| path.extension().unwrap() == "pdf").collect();
    pdfs.sort();
    pdfs
}

#[test]
fn every_cell_equals_its_truth() {
    let mut checked = 0;
    for pdf in pdfs() {
        let Ok(truth) = fs::read(pdf.with_extension("truth.json")) else { continue };
        let truth = Truth::from_document(&serde_json::from_slice(&truth).unwrap());
        let parsed = parse(&fs::read(&pdf).unwrap(), &Options::default()).unwrap();
        let score = score(&reading(&parsed), &truth, Spaces::Exact);
        assert!(score.misses.is_empty(), "{}: {:#?}", pdf.display(), score.misses);
        assert_eq!(score.spurious, 0, "{}: rows that are not there", pdf.display());
        assert_eq!(parsed.form, Form::Pdf);
        assert!(parsed.document.audit().balances(), "{}", pdf.display());
        checked += score.cells().all;
    }
    assert!(checked > 900, "only {checked} cells were compared");
}

#[test]
fn a_file_that_anyone_may_open_is_read_like_its_open_twin() {
    let read = |name: &str| {
        let bytes = fs::read(folder().join(name)).unwrap();
        parse(&bytes, &Options::default()).unwrap().document
    };
    assert_eq!(read("encrypted-empty-password.pdf"), read("ruled-libreoffice-not-performed.pdf"));
}

#[test]
fn a_page_can_be_drawn() {
    let bytes = fs::read(folder().join("ruled-libreoffice-spans.pdf")).unwrap();
    let svg = picture(&bytes, &Options::default(), 1).unwrap();
    assert!(svg.contains(r#"class="cell""#) && svg.contains(">ruled</text>"));
    assert!(picture(&bytes, &Options::default(), 99).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]

    #[test]
    fn damage_never_panics_and_loses_no_word(
        file in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let pdfs = pdfs();
        let mut bytes = fs::read(pdfs.get(file.index(pdfs.len())).unwrap()).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            if let Some(slot) = bytes.get_mut(at) {
                *slot = byte;
            }
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let mut options = Options::default();
        options.view = true;
        match parse(&bytes, &options) {
            Ok(parsed) => {
                prop_assert!(parsed.document.audit().balances());
                prop_assert!(parsed.view.is_some_and(|view| view.pages.len() == parsed.pages as usize));
            }
            Err(error) => prop_assert!(!matches!(error, Error::Fault { .. }), "{}", error),
        }
    }
}
