//! Keeps a fault of an engine from ending the program.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use phuluc_page::error::Error;
use phuluc_page::options::Engine;

/// Letters of what an engine said that are kept; some say whole dictionaries.
const SAID: usize = 160;

/// Runs an engine; a panic in it becomes an error.
///
/// What was half done when it panicked is dropped or only counted, so nothing sees it. Where a
/// panic ends the program at once, as in WebAssembly, it still does.
pub(crate) fn guarded<T>(
    engine: Engine,
    run: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    guarded_handing(engine, &Cell::new(false), run)
}

/// The same of an engine that hands pages over. While it does, `ours` is set: a panic is then this
/// program's own fault, and is called so.
pub(crate) fn guarded_handing<T>(
    engine: Engine,
    ours: &Cell<bool>,
    run: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let said = text.unwrap_or("no reason");
        let fault = || Error::Fault { reason: on_one_line(said) };
        Err(if ours.get() { fault() } else { failed(engine, said) })
    })
}

/// The failure of an engine, with what it said on one line.
pub(crate) fn failed(engine: Engine, said: &str) -> Error {
    Error::Engine { engine, reason: format!("it failed with `{}`", on_one_line(said)) }
}

fn on_one_line(said: &str) -> String {
    let words: Vec<&str> = said.split_whitespace().collect();
    shortened(&words.join(" "))
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SAID).and_then(|(end, _)| text.get(..end)) {
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
    fn a_panic_of_ours_is_no_fault_of_the_engine() {
        let error =
            guarded_handing::<()>(Engine::Hayro, &Cell::new(true), || panic!("row 3")).unwrap_err();
        assert_eq!(error, Error::Fault { reason: "row 3".to_owned() });
    }

    #[test]
    fn what_is_said_is_short() {
        assert_eq!(shortened("ngắn"), "ngắn");
        assert_eq!(shortened(&"ế".repeat(500)).chars().count(), SAID + 1);
    }

    #[test]
    fn what_goes_well_is_left_alone() {
        assert_eq!(guarded(Engine::Hayro, || Ok(1)), Ok(1));
        assert_eq!(guarded(Engine::Hayro, || Err::<(), _>(Error::Cipher)), Err(Error::Cipher));
    }
}
