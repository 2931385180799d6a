//! Escapes text from strangers, so that in HTML it stays text.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

/// Text that is shown as it is, in an element or an attribute.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// A message of the catalogue, also shown as it is.
pub(super) struct EscapedWords(pub(super) Cow<'static, str>);

impl fmt::Display for EscapedWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Escaped(&self.0).fmt(f)
    }
}

/// An SVG as the address of an image, for an attribute in single quotes. A browser runs no script in such
/// an image and loads nothing for it.
pub(super) struct SvgAddress<'a>(pub(super) &'a str);

impl fmt::Display for SvgAddress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("data:image/svg+xml,")?;
        for letter in self.0.chars() {
            match letter {
                '%' | '#' | '\'' | '&' | '\\' | '\u{0}'..='\u{1f}' | '\u{7f}' => {
                    write!(f, "%{:02X}", u32::from(letter))?;
                }
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_stays_text() {
        let text = Escaped("<script>alert(\"1\" & '2')</script>").to_string();
        assert_eq!(text, "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;");
    }

    #[test]
    fn an_address_cannot_leave_its_attribute() {
        let address = SvgAddress("<svg a='b'>\n100% &lt; #c</svg>").to_string();
        assert_eq!(address, "data:image/svg+xml,<svg a=%27b%27>%0A100%25 %26lt; %23c</svg>");
    }
}
