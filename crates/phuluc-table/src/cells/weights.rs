//! The weight of each kind of evidence, in natural logarithms of odds.
//!
//! They were set on the seed, on gazette documents of 2026 and on made documents. Their order
//! matters, not their last digit.

/// A unit cell that opens with the head of a unit, and one that does not.
pub(crate) const UNIT_HEAD: (f32, f32) = (1.5, -2.5);
/// The same for a product.
pub(crate) const PRODUCT_HEAD: (f32, f32) = (1.5, -1.0);
/// The same for a task.
pub(crate) const TASK_HEAD: (f32, f32) = (1.0, 0.0);
/// A time cell that reads as a time to its last word; one that only opens as one; neither.
pub(crate) const TIME: (f32, f32, f32) = (4.0, 2.0, -3.0);
/// A cell of another column that is only a time.
pub(crate) const TIME_ELSEWHERE: f32 = -4.0;
/// A cell that opens in lower case.
pub(crate) const OPENS_LOW: f32 = -3.0;
/// A cell that opens with a sign that continues a text: `-`, `)`, `,`.
pub(crate) const OPENS_WITH_SIGN: f32 = -3.5;
/// A cell that ends in a comma or a hyphen.
pub(crate) const ENDS_OPEN: f32 = -6.0;
/// A cell of units, products or times that ends in a semicolon.
pub(crate) const ENDS_IN_SEMICOLON: f32 = -4.5;
/// A cell that ends in the count of an item: `(2)`.
pub(crate) const ENDS_IN_COUNT: f32 = -4.0;
/// A cell that ends in a word that needs another: `và`, `của`, `theo`.
pub(crate) const ENDS_IN_CONNECTIVE: f32 = -3.0;
/// A task that ends with a full stop.
pub(crate) const TASK_ENDS_SENTENCE: f32 = 0.7;
/// A full stop inside a cell of another column, before a capital.
pub(crate) const SENTENCE_INSIDE: f32 = -1.0;
/// A full stop inside a task, before a capital.
pub(crate) const SENTENCE_INSIDE_TASK: f32 = -0.5;
/// A unit that begins inside a cell of units with no comma before it.
pub(crate) const UNANNOUNCED_UNIT: f32 = -2.0;
/// A unit that opens a line of a task, where no word before it needs one.
pub(crate) const UNIT_INSIDE_TASK: f32 = -1.0;
/// A product that begins inside a cell of units.
pub(crate) const UNANNOUNCED_PRODUCT: f32 = -2.0;
/// A cell of units or products that ends in a time: a border before the time was missed.
pub(crate) const TIME_MISSED: f32 = -2.5;
/// A border inside a known word of two syllables.
pub(crate) const INSIDE_WORD: f32 = -2.5;
/// The least and the most for a border between two words, from the counts of the pair.
pub(crate) const JOINT: (f32, f32) = (-3.0, 2.0);
/// The same from the counts of each word alone, if the pair is rare.
pub(crate) const SINGLES: (f32, f32) = (-2.0, 2.0);
/// The lowest score that the length of a cell can give.
pub(crate) const LENGTH_LEAST: f32 = -10.0;
/// Each bracket or quotation mark left open.
pub(crate) const BRACKET_OPEN: f32 = -2.5;
/// The flag phrase in the wrong place: in another column, or not at the end of the cell.
pub(crate) const PHRASE_MISPLACED: f32 = -6.0;
/// The flag phrase at the end of the cell of the coordinating unit.
pub(crate) const PHRASE_PLACED: f32 = 3.0;
/// Times the logarithm of how often the column has the same value elsewhere.
pub(crate) const RETURNS: f32 = 1.2;
/// The most that a repeated value can add.
pub(crate) const RETURNS_MOST: f32 = 3.5;
/// The same for the first and the last unit of a list.
pub(crate) const ITEM: f32 = 0.6;
/// The most that each of the two can add.
pub(crate) const ITEM_MOST: f32 = 1.5;
/// A list of units that ends in a head that needs a name.
pub(crate) const LACKS_NAME: f32 = -1.5;
/// The second half of a cell after a page end completes a word of two syllables.
pub(crate) const COMPLETES_WORD: f32 = 1.0;
/// Factor on the log odds that the last word before a page end and the first word after it are
/// together elsewhere in the document.
pub(crate) const CONTINUATION_JOINED: f32 = 0.5;
/// The least and the most for a first word that the document uses in this column and not in others.
pub(crate) const FIRST_WORD: (f32, f32) = (-1.5, 2.0);
/// A line wider than its column, for each tenth over it; and the lowest score of a line.
pub(crate) const TOO_WIDE: (f32, f32) = (-1.5, -6.0);
/// The lowest score that the lines of a cell can give.
pub(crate) const WIDTHS_LEAST: f32 = -20.0;
/// An empty cell before the document has shown how usual they are.
pub(crate) const EMPTY: f32 = -3.0;
/// The same for the lead unit, which nearly every task has.
pub(crate) const EMPTY_LEAD: f32 = -4.5;
/// The same for a coordinating unit.
pub(crate) const EMPTY_COORDINATING: f32 = -2.5;
/// The same for a time.
pub(crate) const EMPTY_TIME: f32 = -3.5;
/// The same for notes, which most rows leave empty.
pub(crate) const EMPTY_NOTE: f32 = -1.5;
/// The same for columns without a role.
pub(crate) const EMPTY_EXTRA: f32 = -3.0;
/// A row without a task.
pub(crate) const EMPTY_TASK: f32 = -6.0;
/// An empty cell with a doubled space or a line of spaces at the border.
pub(crate) const EMPTY_MARKED: f32 = 1.5;
/// A border at a doubled space or at a line of spaces, and such a place inside a cell.
pub(crate) const MARKED_GAP: (f32, f32) = (1.5, -1.0);
/// The number and the task span one more record.
pub(crate) const ANOTHER_RECORD: f32 = -7.0;
/// Each cell of the page before that continues, so that few cells are split.
pub(crate) const CONTINUES: f32 = -0.5;
/// A cell that begins after the page end, although a cell right of it began before.
pub(crate) const BEGINS_LATE: f32 = -3.0;
/// Threshold of the margin: a reading with less is reported as `close_reading`.
pub const CLOSE: f32 = 1.5;
