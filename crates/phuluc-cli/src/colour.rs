//! When standard output may have colours: on a terminal that has them, if nobody says no.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal as _};

use phuluc::Colour;

/// Colours for standard output.
pub(crate) fn on_stdout() -> Colour {
    let (no_color, term) = (env::var_os("NO_COLOR"), env::var_os("TERM"));
    colour(io::stdout().is_terminal(), no_color.as_deref(), term.as_deref())
}

/// `NO_COLOR` counts when it is not empty (<https://no-color.org>).
fn colour(terminal: bool, no_color: Option<&OsStr>, term: Option<&OsStr>) -> Colour {
    let refused = no_color.is_some_and(|value| !value.is_empty());
    let dumb = term.is_some_and(|term| term == "dumb");
    if terminal && !refused && !dumb { Colour::On } else { Colour::Off }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_has_colours_unless_somebody_says_no() {
        let check = |terminal, no_color: Option<&str>, term: Option<&str>, expected| {
            assert_eq!(colour(terminal, no_color.map(OsStr::new), term.map(OsStr::new)), expected);
        };
        check(true, None, Some("xterm"), Colour::On);
        check(true, Some(""), None, Colour::On);
        check(true, Some("1"), Some("xterm"), Colour::Off);
        check(true, None, Some("dumb"), Colour::Off);
        check(false, None, Some("xterm"), Colour::Off);
    }
}
