//! The language in which the command speaks to a person.

use std::env;
use std::ffi::{OsStr, OsString};

use phuluc::messages::Lang;

/// The variables that name a language; the first that is set and not empty decides.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of this process. It is known before the command line is understood, because what is wrong
/// with a command line is said in it too.
pub(crate) fn of_process() -> Lang {
    asked(env::args_os().skip(1)).unwrap_or_else(|| of_locale(|name| env::var_os(name)))
}

/// The language that `--lang` names among the arguments.
fn asked(arguments: impl Iterator<Item = OsString>) -> Option<Lang> {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        let argument = argument.to_string_lossy();
        if argument == "--lang" {
            return arguments.next()?.to_str()?.parse().ok();
        }
        if let Some(name) = argument.strip_prefix("--lang=") {
            return name.parse().ok();
        }
    }
    None
}

/// The language of a locale, of which `variable` gives the variables: `vi_VN.UTF-8` is Vietnamese, and
/// every other locale English.
fn of_locale(variable: impl Fn(&str) -> Option<OsString>) -> Lang {
    let locale = VARIABLES.into_iter().filter_map(variable).find(|value| !value.is_empty());
    if locale.is_some_and(|locale| is_vietnamese(&locale)) { Lang::Vi } else { Lang::En }
}

/// Whether the part of the locale that names the language, up to `_`, `.`, `@` or `-`, is `vi`.
fn is_vietnamese(locale: &OsStr) -> bool {
    let locale = locale.to_string_lossy();
    let language = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    language.eq_ignore_ascii_case("vi")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_locale(variables: &[(&str, &str)], expected: Lang) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        };
        assert_eq!(of_locale(variable), expected, "{variables:?}");
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        check_locale(&[], Lang::En);
        check_locale(&[("LANG", "vi_VN.UTF-8")], Lang::Vi);
        check_locale(&[("LANG", "vi")], Lang::Vi);
        check_locale(&[("LANG", "C")], Lang::En);
        check_locale(&[("LANG", "POSIX")], Lang::En);
        check_locale(&[("LANG", "fr_FR.UTF-8")], Lang::En);
        check_locale(&[("LANG", "vilnius")], Lang::En);
        check_locale(&[("LC_ALL", "C"), ("LANG", "vi_VN")], Lang::En);
        check_locale(&[("LC_ALL", ""), ("LC_MESSAGES", "vi_VN"), ("LANG", "C")], Lang::Vi);
        check_locale(&[("LC_ALL", "vi_VN"), ("LC_MESSAGES", "en_GB")], Lang::Vi);
    }

    #[track_caller]
    fn check_asked(line: &str, expected: Option<Lang>) {
        assert_eq!(asked(line.split(' ').map(OsString::from)), expected, "{line}");
    }

    #[test]
    fn an_argument_names_the_language() {
        check_asked("convert a.txt --lang vi", Some(Lang::Vi));
        check_asked("--lang=en convert a.txt", Some(Lang::En));
        check_asked("convert a.txt --lang", None);
        check_asked("convert a.txt --lang fr", None);
        check_asked("convert -- --lang vi", None);
        check_asked("convert --language vi", None);
    }
}
