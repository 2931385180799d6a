//! Words that lead a time.

use phuluc_language::times::{TimeUse, phrases};

use super::token::Cursor;

/// Verbs and nouns before a time that do not change it: `Hoàn thành trong quý III`; whether there
/// was one.
pub(super) fn lead(cursor: &mut Cursor<'_>) -> bool {
    let mut found = false;
    while cursor.one_of(phrases(TimeUse::Lead)).is_some() {
        found = true;
        cursor.sign(':');
    }
    found
}
