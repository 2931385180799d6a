//! Which old encodings there are, and which text is in none.

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
}

/// Whether a text has a Vietnamese letter that no byte shows.
#[must_use]
pub fn is_unicode(text: &str) -> bool {
    text.chars().any(|char| {
        let mark =
            matches!(char, '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31B}' | '\u{323}');
        mark || "ĂăĐđĨĩŨũƠơƯư".contains(char) || ('\u{1EA0}'..='\u{1EF9}').contains(&char)
    })
}
