//! Bytes of a text to a document, and all that is promised of it.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use phuluc_tests::promises;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    // A PDF is the other target's.
    if bytes.windows(5).take(1024).any(|window| window == b"%PDF-") {
        return Corpus::Reject;
    }
    if let Err(broken) = promises::all(bytes) {
        panic!("{broken}");
    }
    Corpus::Keep
});
