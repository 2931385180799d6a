//! The form of an input: the program or layout that put its words into their order.

/// The kinds of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputKind {
    /// Text that a program made from a document.
    Text,
    /// A PDF.
    Pdf,
}

impl InputKind {
    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Pdf => "pdf",
        }
    }
}

/// The forms that an input can have, with programs that write them. Programs with the same form cannot
/// be distinguished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A PDF.
    Pdf,
    /// Columns kept by spaces: `pdftotext -layout`.
    Aligned,
    /// Cells with tabs between them: pasted from Word or Excel.
    Tabs,
    /// Cells with `|` between them: Markdown.
    Pipes,
    /// An empty line after each paragraph: Apache Tika and PDFBox.
    Paragraphs,
    /// An empty line after each block of lines, a form feed after each page: `pdftotext` without options,
    /// pdfminer.
    Blocks,
    /// A space before each line that is higher on the page than the line before: the crate `pdf-extract`.
    Jumps,
    /// Lines only: `pdftotext -raw`, PyMuPDF, pypdf.
    Lines,
}

/// If one line in ten is empty, empty lines separate paragraphs or blocks; text of bare lines has almost
/// no empty lines.
const EMPTY: usize = 10;

/// If one line in eight begins with one space, the space marks a jump up the page; in other text one line
/// in thirty does.
const INDENTED: usize = 8;

impl Form {
    /// The form of a text without cells or columns.
    pub fn of_flattened(text: &str) -> Self {
        let (mut all, mut empty, mut indented, mut filled) = (0, 0, 0, 0);
        for line in text.trim().lines() {
            all += 1;
            empty += usize::from(line.is_empty());
            let is_filled = !line.trim().is_empty();
            let is_indented = line.starts_with(' ') && !line.starts_with("  ");
            filled += usize::from(is_filled);
            indented += usize::from(is_filled && is_indented);
        }
        if indented * INDENTED > filled {
            Self::Jumps
        } else if empty * EMPTY < all {
            Self::Lines
        } else if text.trim_end_matches(['\n', '\r']).ends_with('\u{C}') {
            Self::Blocks
        } else {
            Self::Paragraphs
        }
    }

    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Aligned => "aligned",
            Self::Tabs => "tabs",
            Self::Pipes => "pipes",
            Self::Paragraphs => "paragraphs",
            Self::Blocks => "blocks",
            Self::Jumps => "jumps",
            Self::Lines => "lines",
        }
    }

    /// The kind of input that has it.
    #[must_use]
    pub const fn kind(self) -> InputKind {
        match self {
            Self::Pdf => InputKind::Pdf,
            _ => InputKind::Text,
        }
    }

    /// A name of the form for people, in English.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF",
            Self::Aligned => "columns kept by spaces, as `pdftotext -layout` gives them",
            Self::Tabs => "cells with tabs between them",
            Self::Pipes => "cells with `|` between them",
            Self::Paragraphs => "an empty line behind each paragraph, as Apache Tika gives it",
            Self::Blocks => {
                "an empty line behind each block, as pdfminer and `pdftotext` without options give it"
            }
            Self::Jumps => "a space before lines that stand higher, as `pdf-extract` gives it",
            Self::Lines => "lines only, as `pdftotext -raw`, PyMuPDF and pypdf give them",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Form) {
        assert_eq!(Form::of_flattened(text), expected, "{text:?}");
    }

    #[test]
    fn empty_lines_and_page_ends_tell_the_form() {
        check("1 Rà soát \n\nPhòng A \n\nQuý I \n\n\n", Form::Paragraphs);
        check("1\n\nRà soát\n\nPhòng A\n\nQuý I\n\n\u{C}", Form::Blocks);
        check("1 Rà soát\nPhòng A\nQuý I\n\u{C}2 Báo cáo\nPhòng B\n\u{C}", Form::Lines);
        check("\n\n1\n Rà soát\nvăn bản\n Phòng A\n Quý I", Form::Jumps);
    }

    /// A line with only a space is an empty paragraph and no empty line: PyMuPDF keeps them.
    #[test]
    fn empty_paragraphs_part_nothing() {
        check("1\nRà soát \n \nPhòng A \n \nQuý I \n \nghi chú", Form::Lines);
    }
}
