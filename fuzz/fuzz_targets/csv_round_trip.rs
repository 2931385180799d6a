//! A document of any words to CSV and back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use phuluc_tests::{made, promises};

fuzz_target!(|text: &str| {
    let (document, _) = made::document(text);
    if let Err(broken) = promises::read_back_csv(&document) {
        panic!("{broken}");
    }
});
