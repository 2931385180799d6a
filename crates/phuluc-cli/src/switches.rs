//! The switches of the command that help with an error or a diagnostic. The library knows no command, so
//! the command adds them.

use phuluc::model::Code;

/// What is added to the sentence of an error.
pub(crate) fn of_error(error: &phuluc::Error) -> &'static str {
    match error.code() {
        "password_needed" | "password_wrong" => " (--password-file)",
        _ => "",
    }
}

/// What is added to the sentence of a diagnostic.
pub(crate) const fn of_diagnostic(code: Code) -> &'static str {
    match code {
        Code::PageSkipped => "; look at `inspect --stage remainder`",
        _ => "",
    }
}
