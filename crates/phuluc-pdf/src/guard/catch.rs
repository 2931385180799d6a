//! Turns a panic of an engine into an error, so that it does not end the program.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use phuluc_page::error::Error;
use phuluc_page::options::Engine;

/// Letters of an engine's message that are kept: some messages contain whole dictionaries.
const MAX_REASON: usize = 160;

/// Runs an engine; a panic in it becomes an error.
///
/// Nothing that was half done when it panicked is used later. Where a panic ends the program at
/// once, as in WebAssembly, it still does.
pub(crate) fn guarded<T>(
    engine: Engine,
    run: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    guarded_with_caller(engine, &Cell::new(false), run)
}

/// The same for an engine that calls back with each page. The caller sets `ours` during the call:
/// a panic is then a fault of this program, not of the engine, and the error says so.
pub(crate) fn guarded_with_caller<T>(
    engine: Engine,
    ours: &Cell<bool>,
    run: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let reason = text.unwrap_or("no reason");
        let fault = || Error::Fault { reason: on_one_line(reason) };
        Err(if ours.get() { fault() } else { failed(engine, reason) })
    })
}

/// The failure of an engine, with its message on one line.
pub(crate) fn failed(engine: Engine, reason: &str) -> Error {
    Error::Engine { engine, reason: format!("it failed with `{}`", on_one_line(reason)) }
}

fn on_one_line(reason: &str) -> String {
    let words: Vec<&str> = reason.split_whitespace().collect();
    shortened(&words.join(" "))
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_REASON).and_then(|(end, _)| text.get(..end)) {
        Some(head) => format!("{head}…"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(run: fn() -> Result<(), Error>, reason: &str) {
        let error = guarded(Engine::PdfExtract, run).unwrap_err();
        let expected = Error::Engine { engine: Engine::PdfExtract, reason: reason.to_owned() };
        assert_eq!(error, expected);
    }

    #[test]
    fn a_panic_becomes_an_error() {
        check(|| panic!("deref"), "it failed with `deref`");
        check(|| panic!("page {}\nis odd", 3), "it failed with `page 3 is odd`");
        check(|| std::panic::panic_any(3), "it failed with `no reason`");
    }

    #[test]
    fn a_panic_of_the_caller_is_not_blamed_on_the_engine() {
        let error = guarded_with_caller::<()>(Engine::Hayro, &Cell::new(true), || panic!("row 3"))
            .unwrap_err();
        assert_eq!(error, Error::Fault { reason: "row 3".to_owned() });
    }

    #[test]
    fn a_long_message_is_shortened() {
        assert_eq!(shortened("ngắn"), "ngắn");
        assert_eq!(shortened(&"ế".repeat(500)).chars().count(), MAX_REASON + 1);
    }

    #[test]
    fn results_and_errors_pass_unchanged() {
        assert_eq!(guarded(Engine::Hayro, || Ok(1)), Ok(1));
        assert_eq!(guarded(Engine::Hayro, || Err::<(), _>(Error::Cipher)), Err(Error::Cipher));
    }
}
