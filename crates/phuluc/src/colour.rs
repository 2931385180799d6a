//! Colours of a text for a terminal.

/// Whether a text has the sequences by which a terminal shows colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Colour {
    /// It has none, so it can be kept in a file.
    #[default]
    Off,
    /// It has them.
    On,
}

impl Colour {
    /// Text in red, for what was.
    pub(crate) fn removed(self, text: &str) -> String {
        self.wrap("\u{1b}[31m", text)
    }

    /// Text in green, for what is.
    pub(crate) fn added(self, text: &str) -> String {
        self.wrap("\u{1b}[32m", text)
    }

    /// Text in bold, for headings.
    pub(crate) fn heading(self, text: &str) -> String {
        self.wrap("\u{1b}[1m", text)
    }

    fn wrap(self, sequence: &str, text: &str) -> String {
        match self {
            Self::Off => text.to_owned(),
            Self::On => format!("{sequence}{text}\u{1b}[0m"),
        }
    }
}
