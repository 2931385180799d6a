//! A panic is said by whoever it reaches.
//!
//! The reader turns a panic of an engine into an error that is said like others. The standard hook
//! would say the panic before that, with the place in somebody else's source.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind, set_hook};
use std::sync::{Arc, Mutex};

use crate::report;

/// Runs the command. A panic that nobody catches is said at the end, as the standard hook says it.
pub(crate) fn said_last<T>(run: impl FnOnce() -> T) -> T {
    let last = Arc::new(Mutex::new(String::new()));
    let heard = Arc::clone(&last);
    set_hook(Box::new(move |panic| {
        if let Ok(mut last) = heard.lock() {
            *last = panic.to_string();
        }
    }));
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        if let Ok(last) = last.lock() {
            report::fault(&last);
        }
        resume_unwind(panic)
    })
}
