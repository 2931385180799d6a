//! The texts of the sheet in its language.

use std::borrow::Cow;

use phuluc_messages::{Lang, sentence, words};
use phuluc_model::view::Blank;
use phuluc_model::{Arguments, Remainder};

/// How many words are in no cell, and why.
pub(super) fn left_out(reason: Remainder, count: usize, lang: Lang) -> String {
    let reason = words(lang, &format!("remainder-{}", reason.name())).into_owned();
    let arguments = Arguments::new().with("count", count).with("reason", reason);
    sentence(lang, "sheet-words_left_out", &arguments)
}

/// Why a page has no picture.
pub(super) fn blank(blank: Blank, lang: Lang) -> Cow<'static, str> {
    let beyond =
        |key, limit: usize| Cow::Owned(sentence(lang, key, &Arguments::new().with("limit", limit)));
    match blank {
        Blank::Undrawn => words(lang, "sheet-blank_undrawn"),
        Blank::Unable => words(lang, "sheet-blank_unable"),
        Blank::TooMuch => words(lang, "sheet-blank_too_much"),
        Blank::Pages(limit) => beyond("sheet-blank_pages", limit),
        Blank::Bytes(limit) => beyond("sheet-blank_bytes", limit),
    }
}
