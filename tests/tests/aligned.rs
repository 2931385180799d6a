//! Text whose columns are kept by spaces is read as placed words.

use std::fs;
use std::path::Path;

use phuluc_model::Code;
use phuluc_parser::{Kind, Options, parse};
use phuluc_tests::reading::reading;
use phuluc_tests::score::score;
use phuluc_tests::truth::{Spaces, Truth};

/// The truth was written beside the PDFs of which `pdftotext -layout` made these texts.
#[test]
fn every_cell_equals_its_truth() {
    for name in ["aligned-rules-between-rows", "aligned-without-rules"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/text");
        let truth = fs::read(folder.join(name).with_extension("truth.json")).unwrap();
        let truth = Truth::from_document(&serde_json::from_slice(&truth).unwrap());
        let text = fs::read(folder.join(name).with_extension("txt")).unwrap();
        let parsed = parse(&text, &Options::default()).unwrap();
        let score = score(&reading(&parsed), &truth, Spaces::Folded);
        assert!(score.misses.is_empty(), "{name}: {:#?}", score.misses);
        assert_eq!(score.spurious, 0, "{name}: rows that are not there");
        assert!(score.cells().all > 40, "{name}: only {} cells", score.cells().all);
        assert_eq!(parsed.kind, Kind::Text);
        assert!(parsed.document.audit().balances(), "{name}");
        assert!(parsed.diagnostics.iter().any(|said| said.code == Code::ColumnsBySpaces));
    }
}
