//! A cell to the documents that it refers to.

#![no_main]

use libfuzzer_sys::fuzz_target;
use phuluc_tests::promises;

fuzz_target!(|text: &str| {
    if let Err(broken) = promises::citation(text) {
        panic!("{broken}");
    }
});
