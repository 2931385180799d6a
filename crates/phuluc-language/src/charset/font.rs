//! What the name of a font says of the encoding of its text.

use super::encoding::Encoding;

/// How a font shows an old encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Font {
    /// The encoding.
    pub encoding: Encoding,
    /// Whether its small letters look like capitals.
    pub capitals: bool,
}

impl Font {
    /// What the name of a font says: `.VnTime`, `ABCDEF+.VnTimeH`, `VNI-Times`.
    ///
    /// Styles stand behind the name, as in `.VnTimeH,Bold` and `.VnTimeH-Bold`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = without_subset(name);
        if name.starts_with(".Vn") {
            let family = name.split([',', '-', ' ']).next().unwrap_or(name);
            return Some(Self { encoding: Encoding::Tcvn3, capitals: family.ends_with('H') });
        }
        name.starts_with("VNI-").then_some(Self { encoding: Encoding::Vni, capitals: false })
    }
}

/// A name without the six letters and the plus of a font of which the file holds a part.
fn without_subset(name: &str) -> &str {
    match name.split_once('+') {
        Some((tag, name)) if tag.len() == 6 && tag.bytes().all(|b| b.is_ascii_uppercase()) => name,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<(Encoding, bool)>) {
        let font = Font::of_name(name).map(|font| (font.encoding, font.capitals));
        assert_eq!(font, expected, "{name}");
    }

    #[test]
    fn fonts_tell_their_encoding_by_their_names() {
        check(".VnTime", Some((Encoding::Tcvn3, false)));
        check("ABCDEF+.VnTimeH", Some((Encoding::Tcvn3, true)));
        check(".VnTimeH,BoldItalic", Some((Encoding::Tcvn3, true)));
        check(".VnArialH-Bold", Some((Encoding::Tcvn3, true)));
        check("BCDEEE+VNI-Times", Some((Encoding::Vni, false)));
        check("TimesNewRomanPSMT", None);
        check("Abc+.VnTime", None);
    }
}
