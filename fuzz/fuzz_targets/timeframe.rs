//! A cell to a time.

#![no_main]

use libfuzzer_sys::fuzz_target;
use phuluc_tests::promises;

fuzz_target!(|text: &str| {
    if let Err(broken) = promises::timeframe(text) {
        panic!("{broken}");
    }
});
