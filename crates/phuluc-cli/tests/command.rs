//! The command from outside: exit codes, where outputs go, what is said.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod command {
    mod batch;
    mod check;
    mod columns;
    mod convert;
    mod diff;
    mod failure;
    mod formats;
    mod hostile;
    mod inspect;
    mod lang;
    mod large;
    mod meaning;
    mod only;
    mod paper;
    mod pdf;
    mod review;
    mod saved;
    mod shell;
    mod usage;
    pub(crate) mod workshop;
}
