//! Makes an SVG of hayro smaller without a visible difference: no indents, no `fill` where it is black
//! (the default), fewer decimals.

/// Decimals of a number from one up, and significant digits of a smaller one.
const DECIMALS: usize = 2;
const SMALL_DIGITS: usize = 4;

/// Where the shapes of letters begin and end. Their unit is a thousandth of the font size, so they need
/// no decimals.
const SHAPES: [&str; 2] = ["<defs id=\"outline-glyph\">", "</defs>"];

/// The SVG in fewer bytes. Only decimals are removed; names and images in it have none.
pub(crate) fn compact(svg: &str) -> String {
    // SVG fills with black by default.
    let svg = svg.replace(" fill=\"#000000\"", "").replace("xlink:href", "href");
    let [opening, closing] = SHAPES;
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg.as_str();
    while let Some((before, shapes)) = rest.split_once(opening) {
        shorten(&mut out, before, DECIMALS);
        out.push_str(opening);
        let end = shapes.find(closing).unwrap_or(shapes.len());
        let (shapes, after) = shapes.split_at(end);
        shorten(&mut out, shapes, 0);
        rest = after;
    }
    shorten(&mut out, rest, DECIMALS);
    out
}

/// Adds a part of an SVG without indents and with at most `decimals` decimals in each number.
fn shorten(out: &mut String, svg: &str, decimals: usize) {
    let mut rest = svg;
    while let Some(at) = rest.find(['\n', '.']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut after = from.chars();
        if after.next() == Some('\n') {
            rest = after.as_str().trim_start_matches([' ', '\n']);
        } else {
            rest = fraction(out, after.as_str(), decimals);
        }
    }
    out.push_str(rest);
}

/// Adds the decimals to keep, and returns the rest of the text after the number.
fn fraction<'a>(out: &mut String, rest: &'a str, decimals: usize) -> &'a str {
    let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (fraction, after) = rest.split_at(length);
    let zeros = fraction.len() - fraction.trim_start_matches('0').len();
    let count = if decimals > 0 && is_small(out) { zeros + SMALL_DIGITS } else { decimals };
    let kept = fraction.get(..count).unwrap_or(fraction).trim_end_matches('0');
    // A point in a web address has no digits after it.
    if !kept.is_empty() || fraction.is_empty() {
        out.push('.');
        out.push_str(kept);
    }
    after
}

/// Whether the number at the end of a text is below one.
fn is_small(before: &str) -> bool {
    before.strip_suffix('0').is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_visible_digits() {
        let svg = "<g>\n    <path d=\"M-0.0120049,612.34567L10.5 0.00001234\"/>\n</g>\n";
        assert_eq!(compact(svg), "<g><path d=\"M-0.012,612.34L10.5 0.00001234\"/></g>");
        assert_eq!(compact("0.0 5.001 20.129"), "0 5 20.12");
        let address = "xmlns=\"http://www.w3.org/2000/svg\"";
        assert_eq!(compact(address), address);
    }

    #[test]
    fn shapes_of_letters_keep_whole_units() {
        let svg = "1.25<defs id=\"outline-glyph\">409.18 -0.5</defs>1.25 <use xlink:href=\"#g0\" fill=\"#000000\"/>";
        let expected = "1.25<defs id=\"outline-glyph\">409 -0</defs>1.25 <use href=\"#g0\"/>";
        assert_eq!(compact(svg), expected);
    }
}
