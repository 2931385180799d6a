//! Every sentence that a person reads, in English and in Vietnamese.
//!
//! The sentences are in the files `messages/en/*.ftl` and `messages/vi/*.ftl`, in the form of
//! [Project Fluent](https://projectfluent.org), and are part of the program. The code gives a key and
//! named arguments; it holds no sentences itself.
//!
//! | file | what |
//! | --- | --- |
//! | `diagnostics.ftl` | a title and one or more sentences for each [`Code`] |
//! | `errors.ftl` | why nothing was read or written, by the code of the error |
//! | `command.ftl` | what the command says |
//! | `vi/help.ftl`, `vi/system.ftl` | what `clap` and the operating system say in English by themselves |
//! | `places.ftl` | pages and lines inside other sentences |
//! | `words.ftl` | names of columns, severities and remainders that several outputs show |
//! | `times.ftl` | what a time was understood as |
//! | `review_sheet.ftl`, `workbook.ftl` | what these outputs show |
//!
//! ```
//! use phuluc_messages::{Lang, diagnostic};
//! use phuluc_model::{Code, Diagnostic};
//!
//! let missing = Diagnostic::new(Code::LeadMissing).with("row", "I.3");
//! assert_eq!(diagnostic(Lang::En, &missing), "row I.3 has no lead unit");
//! assert_eq!(diagnostic(Lang::Vi, &missing), "Dòng I.3 thiếu đơn vị chủ trì.");
//! ```
//!
//! # A new sentence
//!
//! One entry in the same file of each language. A new code is named in `phuluc_model` first
//! ([`Code::sentences`] says which arguments it has). Tests say which entries are missing, which nobody
//! asks for, and which ask for an argument that is not given.

mod catalogue;
mod lang;
mod pages;

use std::borrow::Cow;

use phuluc_model::{Arguments, Code, Coded, Diagnostic};

use crate::catalogue::Catalogue;
pub use crate::lang::{Lang, UnknownLang};

/// The sentence of a key, filled with its arguments. A key that is not in the catalogue, or that asks
/// for other arguments, is its own sentence.
#[must_use]
pub fn sentence(lang: Lang, key: &str, arguments: &Arguments) -> String {
    let sentence = Catalogue::of(lang).sentence(key, None, arguments);
    sentence.map_or_else(|| key.to_owned(), Cow::into_owned)
}

/// The sentence or the words of a key that takes no arguments.
#[must_use]
pub fn words(lang: Lang, key: &str) -> Cow<'static, str> {
    let words = Catalogue::of(lang).sentence(key, None, &Arguments::new());
    words.unwrap_or_else(|| Cow::Owned(key.to_owned()))
}

/// The words of a key, or of a part of it, that take no arguments; `None` where the catalogue of the
/// language does not have them.
#[must_use]
pub fn part(lang: Lang, key: &str, part: Option<&str>) -> Option<Cow<'static, str>> {
    Catalogue::of(lang).sentence(key, part, &Arguments::new())
}

/// What a diagnostic says. Where its variant or its arguments are not those of a sentence of its code, as
/// in a document that another version wrote, it is the title of the code.
#[must_use]
pub fn diagnostic(lang: Lang, diagnostic: &Diagnostic) -> String {
    let name = diagnostic.code.name();
    let key = match diagnostic.variant {
        Some(variant) => Cow::Owned(format!("{name}-{}", variant.name())),
        None => Cow::Borrowed(name),
    };
    let sentence = Catalogue::of(lang).sentence(&key, None, &diagnostic.arguments);
    sentence.unwrap_or_else(|| title(lang, diagnostic.code)).into_owned()
}

/// What a code is about, in a few words without arguments.
#[must_use]
pub fn title(lang: Lang, code: Code) -> Cow<'static, str> {
    let title = Catalogue::of(lang).sentence(code.name(), Some("title"), &Arguments::new());
    title.unwrap_or(Cow::Borrowed(code.name()))
}

/// What an error says.
#[must_use]
pub fn error(lang: Lang, error: &impl Coded) -> String {
    sentence(lang, &format!("error-{}", error.code()), &error.arguments())
}

#[cfg(test)]
mod tests {
    use phuluc_model::Variant;

    use super::*;

    #[track_caller]
    fn check(found: &Diagnostic, english: &str, vietnamese: &str) {
        assert_eq!(diagnostic(Lang::En, found), english);
        assert_eq!(diagnostic(Lang::Vi, found), vietnamese);
    }

    #[test]
    fn numbers_choose_the_form() {
        let truncated = |pages: usize| Diagnostic::new(Code::FileTruncated).with("pages", pages);
        check(
            &truncated(1),
            "the end of the PDF is missing; 1 page could be read, others may be lost; fetch it again",
            "Tệp PDF bị mất phần cuối; đọc được 1 trang, các trang khác có thể đã mất; hãy tải lại tệp.",
        );
        check(
            &truncated(12),
            "the end of the PDF is missing; 12 pages could be read, others may be lost; fetch it again",
            "Tệp PDF bị mất phần cuối; đọc được 12 trang, các trang khác có thể đã mất; hãy tải lại tệp.",
        );
        let lookalike = |more: usize| {
            let found = Diagnostic::new(Code::LookalikeLetter).with("letter", "Ð");
            let found = found.with("points", "U+00D0").with("meant", "Đ").with("word", "QÐ");
            found.with("more", more)
        };
        check(
            &lookalike(0),
            "«Ð» (U+00D0) is written for «Đ» in «QÐ»",
            "Trong «QÐ», chữ «Ð» (U+00D0) được dùng thay cho «Đ».",
        );
        check(
            &lookalike(1),
            "«Ð» (U+00D0) is written for «Đ» in «QÐ» and one more word",
            "Trong «QÐ» và 1 từ khác, chữ «Ð» (U+00D0) được dùng thay cho «Đ».",
        );
        check(
            &lookalike(2),
            "«Ð» (U+00D0) is written for «Đ» in «QÐ» and 2 more words",
            "Trong «QÐ» và 2 từ khác, chữ «Ð» (U+00D0) được dùng thay cho «Đ».",
        );
    }

    #[test]
    fn lines_and_pages_are_named() {
        let decoded = Diagnostic::new(Code::EncodingDecoded).with("encoding", "VNI");
        let pages = decoded.clone().variant(Variant::Pages).with("pages", vec![1, 2, 3, 7]);
        check(
            &pages,
            "text on pages 1 to 3, 7 was in an old encoding, VNI, and was decoded",
            "Chữ trên các trang 1 đến 3, 7 ở bảng mã cũ VNI, đã được đổi sang Unicode.",
        );
        let lines = |first: u32, last: u32| {
            let lines = decoded.clone().variant(Variant::LinesWithoutHorn).with("first", first);
            lines.with("last", last).with("count", last - first + 1)
        };
        check(
            &lines(3, 3),
            "line 3 was in an old encoding, VNI, and was decoded; no `ư` is in it, so a tool has dropped or changed that letter before",
            "Dòng 3 ở bảng mã cũ VNI, đã được đổi sang Unicode; trong đó không có chữ `ư` nào, nên có công cụ đã làm mất hoặc đổi chữ này từ trước.",
        );
        check(
            &lines(3, 5),
            "lines 3 to 5 were in an old encoding, VNI, and were decoded; no `ư` is in them, so a tool has dropped or changed that letter before",
            "Các dòng 3 đến 5 ở bảng mã cũ VNI, đã được đổi sang Unicode; trong đó không có chữ `ư` nào, nên có công cụ đã làm mất hoặc đổi chữ này từ trước.",
        );
    }

    #[test]
    fn words_of_engines_are_counted_beyond_those_that_are_named() {
        let one = |more: usize| {
            let found = Diagnostic::new(Code::EnginesDisagree).with("engine", "hayro");
            found.with("words", "`a` `b`").with("more", more)
        };
        check(
            &one(2).variant(Variant::One),
            "the engines read different words: only hayro reads `a` `b` and 2 more",
            "Hai bộ đọc PDF đọc khác nhau: chỉ hayro đọc được `a` `b` và 2 từ khác.",
        );
        let both = one(0).variant(Variant::Both).with("other_engine", "pdf-extract");
        check(
            &both.with("other_words", "`c`").with("other_more", 0_usize),
            "the engines read different words: only hayro reads `a` `b`; only pdf-extract reads `c`",
            "Hai bộ đọc PDF đọc khác nhau: chỉ hayro đọc được `a` `b`; chỉ pdf-extract đọc được `c`.",
        );
    }

    #[test]
    fn a_diagnostic_without_its_arguments_is_its_title() {
        let bare = Diagnostic::new(Code::LeadMissing);
        check(&bare, "The lead unit is missing", "Thiếu đơn vị chủ trì");
    }

    #[test]
    fn numbers_that_are_large_stay_exact() {
        let large = Arguments::new().with("found", u64::MAX).with("limit", 1_usize);
        let said = sentence(Lang::En, "error-too_many_decoded_bytes", &large);
        assert!(said.contains("unpacks to 18446744073709551615 bytes"), "{said}");
    }
}
