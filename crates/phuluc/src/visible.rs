//! Text from strangers for a terminal: what a terminal obeys is escaped, so that it is seen and not done.

/// The text on one line, with every character that moves the cursor or turns the text escaped.
#[must_use]
pub fn visible(text: &str) -> String {
    escaped(text, |_| false)
}

/// The same for text of several lines, which may hold tabs.
#[must_use]
pub fn visible_lines(text: &str) -> String {
    escaped(text, |c| matches!(c, '\n' | '\t'))
}

fn escaped(text: &str, kept: fn(char) -> bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_control(c) && !kept(c) {
            escaped.extend(c.escape_default());
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Whether a character moves the cursor or turns the text: control characters, line separators, and the
/// marks of direction.
#[must_use]
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_a_terminal_obeys() {
        assert_eq!(visible("\u{1b}[31m\u{7}\u{9b}\u{202e}"), r"\u{1b}[31m\u{7}\u{9b}\u{202e}");
        assert_eq!(visible("Điều \u{301}"), "Điều \u{301}", "Vietnamese stays as it is");
        assert_eq!(visible_lines("a\tb\nc\r"), "a\tb\nc\\r");
    }
}
