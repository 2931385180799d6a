//! The formats of cells.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// The font of official documents.
const FONT: &str = "Times New Roman";

const HEADER: Color = Color::RGB(0x1F_4E78);
const BAND: Color = Color::RGB(0xE2_ECF7);
const DOUBT: Color = Color::RGB(0xFF_E699);
const RULE: Color = Color::RGB(0xBF_BFBF);
const PALE: Color = Color::RGB(0x7F_7F7F);
const LINK: Color = Color::RGB(0x05_63C1);

/// What decides the format of a cell of a table.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// The cell is in a section with a background colour: every second section.
    pub(super) banded: bool,
    /// The cell has a diagnostic.
    pub(super) doubted: bool,
    pub(super) weight: Weight,
    pub(super) sort: Sort,
}

/// How much a text is emphasised.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Weight {
    #[default]
    Normal,
    Bold,
    /// For filters; it repeats the value above.
    Pale,
}

/// The kind of value of a cell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) enum Sort {
    #[default]
    Text,
    /// Narrow values, centred.
    Mark,
    /// True or false. Excel always shows the words; other programs show 1 and 0 without this format.
    Flag,
    Day,
    Link,
}

/// The format of a cell of a table.
pub(super) fn cell(look: Look) -> Format {
    let mut format = base().set_border(FormatBorder::Thin).set_border_color(RULE);
    format = match look.sort {
        Sort::Text => format,
        Sort::Mark => format.set_align(FormatAlign::Center),
        Sort::Flag => {
            format.set_align(FormatAlign::Center).set_num_format(r#""TRUE";"TRUE";"FALSE""#)
        }
        Sort::Day => format.set_align(FormatAlign::Center).set_num_format("dd/mm/yyyy"),
        Sort::Link => format.set_font_color(LINK).set_underline(FormatUnderline::Single),
    };
    format = match look.weight {
        Weight::Normal => format,
        Weight::Bold => format.set_bold(),
        Weight::Pale => format.set_font_color(PALE),
    };
    match (look.doubted, look.banded) {
        (true, _) => format.set_background_color(DOUBT),
        (false, true) => format.set_background_color(BAND),
        (false, false) => format,
    }
}

/// The format of a header label.
pub(super) fn header() -> Format {
    let format = base().set_bold().set_font_color(Color::White).set_background_color(HEADER);
    let format = format.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    format.set_border(FormatBorder::Thin).set_border_color(RULE)
}

/// The format of a title above a table.
pub(super) fn title() -> Format {
    base().set_bold().set_font_color(HEADER)
}

/// The format of text outside a table.
pub(super) fn plain() -> Format {
    base()
}

fn base() -> Format {
    let format = Format::new().set_font_name(FONT).set_font_size(11);
    format.set_text_wrap().set_align(FormatAlign::Top)
}
