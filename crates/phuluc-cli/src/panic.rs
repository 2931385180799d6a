//! Panics as messages: who catches one prints it.
//!
//! The reader turns a panic of an engine into an error that is printed like others. The standard
//! hook would print the panic before that, with the place in somebody else's source.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Arc, Mutex};

/// Runs something. If it panics, the text that the standard hook would have printed is returned, with the
/// place in the source.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    let last = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&last);
    set_hook(Box::new(move |panic| {
        if let Ok(mut last) = kept.lock() {
            *last = panic.to_string();
        }
    }));
    catch_unwind(AssertUnwindSafe(run))
        .map_err(|_| last.lock().map(|last| last.clone()).unwrap_or_default())
}
