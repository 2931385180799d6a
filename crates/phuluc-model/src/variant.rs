//! Which sentence is meant, where a code has several.

macro_rules! variants {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal;)+) => {
        /// Which sentence is meant of a code that has several.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Variant {
            $($(#[$doc])+ $variant,)+
        }

        impl Variant {
            /// Every variant.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name that the outputs use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

variants! {
    /// In a text: what is said names lines.
    Lines = "lines";
    /// In a text, and the letter `ư` is nowhere in what was decoded.
    LinesWithoutHorn = "lines_without_horn";
    /// In a PDF: what is said names pages.
    Pages = "pages";
    /// The row has no number.
    Unnumbered = "unnumbered";
    /// Nothing of the page.
    WholePage = "whole_page";
    /// What is drawn after a place on the page.
    RestOfPage = "rest_of_page";
    /// Letters.
    Letters = "letters";
    /// Corners of lines.
    Corners = "corners";
    /// Lines that are drawn.
    Rules = "rules";
    /// Operations that draw.
    Operations = "operations";
    /// Forms that are called.
    Forms = "forms";
    /// Forms that call each other.
    Depth = "depth";
    /// Bytes that are unpacked.
    Bytes = "bytes";
    /// Lines that may head tables.
    Headers = "headers";
    /// Each of the engines reads words that the other does not.
    Both = "both";
    /// One engine reads words that the other does not.
    One = "one";
    /// The date of issue.
    Issue = "issue";
    /// A day in a cell.
    Day = "day";
    /// A range of days in a cell.
    Range = "range";
    /// With the word that would be right.
    Pair = "pair";
    /// With a digit in the place of a letter.
    Digit = "digit";
}
