//! Bytes of a PDF to a document, and all that is promised of it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use phuluc_tests::promises;

fuzz_target!(init: engine_may_panic(), |bytes: &[u8]| {
    let whole = if bytes.starts_with(b"%PDF-") { bytes.to_vec() } else { [b"%PDF-", bytes].concat() };
    if let Err(broken) = promises::all(&whole) {
        eprintln!("{broken}");
        std::process::abort();
    }
});

/// The fuzzer ends the process at each panic, also one that is caught. The library promises to catch those
/// of the engine, so only a panic in a file of this project does.
fn engine_may_panic() {
    std::panic::set_hook(Box::new(|panic| {
        if panic.location().is_none_or(|place| place.file().contains("phuluc-")) {
            eprintln!("{panic}");
            std::process::abort();
        }
    }));
}
