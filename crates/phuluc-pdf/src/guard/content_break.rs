//! Whether the content of a page breaks off: the engine stops at the first bytes that it cannot
//! parse, and does not report that the rest is missing.

use hayro_syntax::content::UntypedIter;

/// Nearly all content that shows something has one of these operators. One after the break means
/// that something is lost.
const DRAWING: [&[u8]; 5] = [b"Tj", b"TJ", b"Do", b"BT", b"ET"];

/// Whether the engine leaves something undrawn. A comment or numbers at the end draw nothing.
pub(crate) fn breaks_off(drawn: &[u8]) -> bool {
    let ParsedContent { end, in_text } = parsed(drawn);
    let rest = drawn.get(end..).unwrap_or_default();
    let mut tokens = rest.split(|byte| byte.is_ascii_whitespace() || *byte == 0);
    let is_cut = || in_text && !rest.trim_ascii().is_empty();
    tokens.any(|token| DRAWING.contains(&token)) || is_cut()
}

/// The part that the engine can parse.
#[derive(Debug, Default)]
struct ParsedContent {
    /// Where its last operator ends.
    end: usize,
    /// Whether it ends between `BT` and `ET`.
    in_text: bool,
}

fn parsed(drawn: &[u8]) -> ParsedContent {
    let start = drawn.as_ptr().addr();
    let mut parsed = ParsedContent::default();
    let mut operators = UntypedIter::new(drawn);
    while let Some(instruction) = operators.next() {
        let operator: &[u8] = instruction.operator;
        // The engine gives no offset, but the operator borrows from the content, so its address shows
        // the offset. A name with `#` codes is a copy and has none.
        let end = operator.as_ptr().addr().wrapping_sub(start).wrapping_add(operator.len());
        if (parsed.end..=drawn.len()).contains(&end) {
            parsed.end = end;
        }
        match operator {
            b"BT" => parsed.in_text = true,
            b"ET" => parsed.in_text = false,
            // The bytes of an inline image are no operators.
            b"BI" => parsed.end = end_of_image(drawn, parsed.end),
            _ => {}
        }
    }
    parsed
}

/// The earliest place where an inline image can end.
fn end_of_image(drawn: &[u8], begin: usize) -> usize {
    let image = drawn.get(begin..).unwrap_or_default();
    image.windows(2).position(|pair| pair == b"EI").map_or(begin, |at| begin + at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(drawn: &str, expected: bool) {
        assert_eq!(breaks_off(drawn.as_bytes()), expected, "{drawn}");
    }

    #[test]
    fn operators_after_a_break_are_lost() {
        check("BT (a) Tj <zz> Tj (b) Tj ET", true);
        check("q (a) Tj Q (b Tj ET", true);
        check(&format!("{} BT (a) Tj ET", "1 ".repeat(90)), true);
    }

    #[test]
    fn content_that_ends_inside_a_text_is_cut() {
        check("BT (a) Tj (b", true);
        check("BT (a) Tj 12 30 T", false);
        check("BT (a) Tj 12 30", true);
    }

    #[test]
    fn whole_content_does_not_break_off() {
        check("", false);
        check("BT (a) Tj ET\n", false);
        check("BT (a) Tj ET 1 2 3 % the end", false);
        check("BT (a) Tj ET S#20 foo", false);
        check("BI /W 1 /H 1 ID Tj BT EI\nBT (a) Tj ET", false);
        check("BT (a) Tj ET BI /W 1 /H 1 ID Tj BT EI", false);
    }
}
