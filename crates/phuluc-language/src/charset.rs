//! Old encodings of Vietnamese: TCVN3, VNI, VISCII, Windows-1258, and UTF-8 read as Latin-1.
//!
//! A tool that does not know them shows their bytes as ISO 8859-1 or Windows-1252: `Uû ban nh©n d©n`.
//! [`Encoding::decode`] turns such text into Vietnamese; [`verdict`] says whether a text is in need
//! of it; [`decoded`] does both for a text that may be only partly old.

mod letter;
mod passage;
mod share;
mod table;
mod verdict;
mod viscii;

pub use self::passage::{Decoded, Passage, decoded, is_unicode};
pub use self::share::{Share, share};
pub use self::verdict::{Verdict, is_doubtful, is_viscii_control, verdict};

/// The encodings that text may have been in before a tool read it as Latin-1 or Windows-1252.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// TCVN3 (ABC), the fonts `.Vn*`.
    Tcvn3,
    /// VNI-Windows, the fonts `VNI-*`.
    Vni,
    /// VISCII.
    Viscii,
    /// Windows-1258.
    Windows1258,
    /// UTF-8.
    Utf8,
}

impl Encoding {
    /// Every encoding.
    pub const ALL: [Self; 5] =
        [Self::Tcvn3, Self::Vni, Self::Viscii, Self::Windows1258, Self::Utf8];

    /// Its name in a sentence.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Viscii => "VISCII",
            Self::Windows1258 => "Windows-1258",
            Self::Utf8 => "UTF-8 read as Latin-1",
        }
    }

    /// The text that a tool showed as Latin-1 or Windows-1252, decoded and composed (NFC).
    ///
    /// What the encoding does not know stays as it is.
    #[must_use]
    pub fn decode(self, shown: &str) -> String {
        letter::decode(self, shown)
    }

    /// The first letter of a text that a tool showed as Latin-1 or Windows-1252, and how many of its
    /// characters are that letter. A letter may be a combining mark.
    pub fn letter(self, shown: impl Iterator<Item = char> + Clone) -> Option<(char, usize)> {
        letter::letter(self, shown)
    }
}

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
