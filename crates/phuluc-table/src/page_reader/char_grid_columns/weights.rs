//! The weight of each kind of evidence when a line is cut; a border after two spaces costs 0.7. The
//! values were found by trying them one by one on made documents.

/// The cost of a border by its number of spaces: one, two, more.
pub(crate) const BORDER: [f32; 3] = [0.5, 0.7, 0.0];

/// The cost of spaces inside a text, as in justified lines: two, each one more; and the most.
pub(crate) const WIDE: (f32, f32) = (0.4, 1.6);
pub(crate) const WIDEST: f32 = 2.75;

/// The cost of each character between the start of a text and the start of its column, if the
/// column is aligned to the left; else between their middles; and the most.
pub(crate) const OFF_START: f32 = 0.35;
pub(crate) const OFF_MIDDLE: f32 = 0.5;
pub(crate) const OFF_MOST: f32 = 3.7;

/// The cost of using the place of the texts around instead of that of the column.
pub(crate) const WITH_NEIGHBOUR: f32 = 0.05;

/// The cost of each character that a text reaches out of its column.
pub(crate) const OUTSIDE: f32 = 0.4;

/// Factor on these costs for a text that the text before it moved.
pub(crate) const PRESSED: f32 = 0.5;

/// The cost of a text after a single space that opens with a small letter, with the second syllable
/// of a word, and with a head of its column.
pub(crate) const OPENS_LOW: f32 = 0.35;
pub(crate) const OPENS_INSIDE: f32 = 2.8;
pub(crate) const OPENS_WITH_HEAD: f32 = -2.5;

/// The cost of a text that opens with the second syllable of a word that began in the text above;
/// that ends with the first syllable of a word that the text below completes; that opens with a
/// small letter without a text above.
pub(crate) const CONTINUES: f32 = -4.0;
pub(crate) const IS_CONTINUED: f32 = -3.9;
pub(crate) const BEGINS_LOW: f32 = 2.0;

/// The cost of a text that is wider in print than its column, for each width of the column, and the
/// most; the same for a line that ends although the next word had room.
pub(crate) const TOO_WIDE: f32 = 12.5;
pub(crate) const TOO_WIDE_MOST: f32 = 2.9;
pub(crate) const ROOM: f32 = 2.8;
pub(crate) const ROOM_MOST: f32 = 2.1;

/// The cost of other words in the number column.
pub(crate) const NO_NUMBER: f32 = 2.8;

/// The cost of a title across the columns; less by these if it has the number of a section, or is
/// in capitals.
pub(crate) const ACROSS: f32 = 3.5;
pub(crate) const SECTION: f32 = 2.8;
pub(crate) const CAPITALS: f32 = 1.5;

/// Threshold of the margin: a line with less is doubtful. In made documents two thirds of the wrong
/// rows and one in twelve of the others have such a line (`score`).
pub(crate) const CLOSE: f32 = 1.0;
