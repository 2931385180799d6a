//! A panic is said by whoever it reaches.
//!
//! The reader turns a panic of an engine into an error that is said like others. The standard hook
//! would say the panic before that, with the place in somebody else's source.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::{Arc, Mutex};

/// Runs something. If it panics, what the standard hook would have said comes back, with the place in
/// the source.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Result<T, String> {
    let last = Arc::new(Mutex::new(String::new()));
    let heard = Arc::clone(&last);
    set_hook(Box::new(move |panic| {
        if let Ok(mut last) = heard.lock() {
            *last = panic.to_string();
        }
    }));
    catch_unwind(AssertUnwindSafe(run))
        .map_err(|_| last.lock().map(|last| last.clone()).unwrap_or_default())
}
