//! Bytes of a PDF to a document, and all that is promised of it. The engine's own panics are caught by
//! the library, but not here, where each panic ends the run: `panics` leaves those of its files aside.

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

/// The fuzzer ends the process at each panic. The library promises to catch those of the engine, so
/// only a panic of this project's own files does.
fn engine_may_panic() {
    std::panic::set_hook(Box::new(|panic| {
        let own = panic.location().is_none_or(|place| !place.file().contains("/hayro"));
        if own {
            eprintln!("{panic}");
            std::process::abort();
        }
    }));
}
