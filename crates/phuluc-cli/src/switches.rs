//! The switches of the command that help with an error or a diagnostic. The library knows no command, so
//! the command adds them.

use phuluc::messages::{self, Lang, sentence};
use phuluc::model::{Arguments, Code, Diagnostic};

/// What an error of the reader says, with the switch that helps.
pub(crate) fn error(lang: Lang, error: &phuluc::Error) -> String {
    let said = messages::error(lang, error);
    match error.code() {
        "password_needed" | "password_wrong" => with(lang, "switch-password_file", said),
        _ => said,
    }
}

/// What a diagnostic says, with the switch that helps.
pub(crate) fn diagnostic(lang: Lang, diagnostic: &Diagnostic) -> String {
    let said = messages::diagnostic(lang, diagnostic);
    match diagnostic.code {
        Code::PageSkipped => with(lang, "switch-remainder", said),
        _ => said,
    }
}

/// A sentence with a switch before its full stop, if it has one.
fn with(lang: Lang, switch: &str, said: String) -> String {
    match said.strip_suffix('.') {
        Some(said) => sentence(lang, switch, &Arguments::new().with("sentence", said)) + ".",
        None => sentence(lang, switch, &Arguments::new().with("sentence", said)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_is_inside_the_sentence() {
        let needed = phuluc::InputError::Password { given: false }.into();
        assert!(error(Lang::En, &needed).ends_with("; give it (--password-file)"));
        assert!(error(Lang::Vi, &needed).ends_with("hãy cho biết mật khẩu (--password-file)."));
    }
}
