//! What each kind of evidence weighs when a line is cut. A point is about the cost of a border behind two
//! spaces; the figures were found by trying them one by one on made documents.

/// What a border costs by the number of spaces at it: one, two, more.
pub(crate) const BORDER: [f32; 3] = [0.5, 0.7, 0.0];

/// What spaces inside a text cost: two, each one more, and the most; justified lines have them.
pub(crate) const WIDE: (f32, f32) = (0.4, 1.6);
pub(crate) const WIDEST: f32 = 2.75;

/// What each character costs that a text begins beside the place where its column begins, if that is a
/// line; or beside the middle of the column; the most that both can cost.
pub(crate) const OFF_START: f32 = 0.35;
pub(crate) const OFF_MIDDLE: f32 = 0.5;
pub(crate) const OFF_MOST: f32 = 3.7;

/// What it costs that a text stands with those around it and not with its column.
pub(crate) const WITH_NEIGHBOUR: f32 = 0.05;

/// What each character costs that a text reaches out of its column.
pub(crate) const OUTSIDE: f32 = 0.4;

/// The share of these that a text costs which another one presses.
pub(crate) const PRESSED: f32 = 0.5;

/// What a text behind a single space costs that opens with a small letter, with the second half of a
/// word, and with a head of its column.
pub(crate) const OPENS_LOW: f32 = 0.35;
pub(crate) const OPENS_INSIDE: f32 = 2.8;
pub(crate) const OPENS_WITH_HEAD: f32 = -2.5;

/// What it costs that a text opens with the second half of a word whose first half ends the text above;
/// that it ends with a first half whose second one opens the text below; and that it opens in small
/// letters with no text above.
pub(crate) const CONTINUES: f32 = -4.0;
pub(crate) const IS_CONTINUED: f32 = -3.9;
pub(crate) const BEGINS_LOW: f32 = 2.0;

/// What it costs that a text is wider in print than its column, for each width of it; the same that a
/// line ends although the next word had room; and the most that each can cost.
pub(crate) const TOO_WIDE: f32 = 12.5;
pub(crate) const TOO_WIDE_MOST: f32 = 2.9;
pub(crate) const ROOM: f32 = 2.8;
pub(crate) const ROOM_MOST: f32 = 2.1;

/// What it costs that the number column holds something else.
pub(crate) const NO_NUMBER: f32 = 2.8;

/// What it costs that a line is a title across the columns; how much less if it is numbered as sections
/// are, or in capitals.
pub(crate) const ACROSS: f32 = 3.5;
pub(crate) const SECTION: f32 = 2.8;
pub(crate) const CAPITALS: f32 = 1.5;

/// With less between the two cheapest ways to cut a line it is doubtful. Of made documents two thirds
/// of the wrong rows and one in twelve of the others have such a line (`score`).
pub(crate) const CLOSE: f32 = 1.0;
