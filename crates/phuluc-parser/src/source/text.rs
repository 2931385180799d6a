//! Text: its encoding, its lines, its words.

use std::borrow::Cow;

use phuluc_language::charset::{self, DecodedText, Encoding, OldPassage, is_viscii_control};
use phuluc_model::{Code, Diagnostic, Place, Variant};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::source::unicode;
use phuluc_page::deadline::Deadline;
use phuluc_page::error::Error;
use phuluc_page::line::{Gap, Line, Word};

/// A text in Unicode, and the diagnostics of its decoding.
#[derive(Debug)]
pub(crate) struct InputText<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Decodes Unicode, and old encodings if the evidence is clear; composes letters (NFC).
pub(crate) fn decode(bytes: &[u8]) -> Result<InputText<'_>, Error> {
    // Old encodings are decoded first: NFC is for Unicode, and white space is a letter in some
    // encodings.
    let (text, passages) = match unicode::text(bytes) {
        Ok(text) => now_unicode(text),
        Err(error) => one_byte(bytes).ok_or(error)?,
    };
    let text = if is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) };
    Ok(InputText { text, diagnostics: passages.iter().map(diagnostic).collect() })
}

/// A text with its old passages decoded.
fn now_unicode(text: Cow<'_, str>) -> (Cow<'_, str>, Vec<OldPassage>) {
    match text {
        Cow::Borrowed(text) => {
            let DecodedText { text, passages } = charset::decoded(text);
            (text, passages)
        }
        Cow::Owned(text) => {
            let DecodedText { text, passages } = charset::decoded(&text);
            (Cow::Owned(text.into_owned()), passages)
        }
    }
}

/// A text whose bytes are not Unicode and clearly an old encoding.
///
/// The capitals of VISCII that are control characters may also be in UTF-8, if a tool read bytes as
/// Latin-1.
fn one_byte(bytes: &[u8]) -> Option<(Cow<'_, str>, Vec<OldPassage>)> {
    let is_other = |byte: u8| unicode::is_binary(byte) && !is_viscii_control(char::from(byte));
    if bytes.iter().any(|byte| is_other(*byte)) {
        return None;
    }
    let shown = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    };
    let DecodedText { text, passages } = charset::decoded(&shown);
    let binary = |char: char| u8::try_from(char).is_ok_and(unicode::is_binary);
    let beyond_doubt =
        |passage: &OldPassage| !matches!(passage.encoding, None | Some(Encoding::Utf8));
    (!passages.is_empty() && passages.iter().all(beyond_doubt) && !text.contains(binary))
        .then(|| (Cow::Owned(text.into_owned()), passages))
}

fn diagnostic(passage: &OldPassage) -> Diagnostic {
    let OldPassage { line, last, .. } = *passage;
    let diagnostic = match passage.encoding {
        Some(encoding) => {
            let horn = passage.without_u_horn;
            Diagnostic::new(Code::EncodingDecoded)
                .variant(if horn { Variant::LinesWithoutHorn } else { Variant::Lines })
                .with("encoding", encoding.name())
                .with("first", line)
                .with("last", last)
                .with("count", last.saturating_sub(line).saturating_add(1))
        }
        None => Diagnostic::new(Code::EncodingSuspected).variant(Variant::Lines),
    };
    diagnostic.at(Place::new(1, line)).found(&passage.found)
}

/// Cuts text into the lines that have a word.
pub(crate) fn lines(text: &str, deadline: &Deadline<'_>) -> Result<Vec<Line>, Error> {
    let limit = deadline.limits.max_lines;
    let mut lines = Vec::new();
    let mut above = LinesPassed::default();
    let mut number = 0_u32;
    for raw in text.split('\n') {
        number = number.saturating_add(1);
        if number as usize > limit {
            return Err(Error::TooManyLines { limit });
        }
        deadline.check(Place::new(1, number))?;
        for (index, piece) in raw.split('\u{C}').enumerate() {
            above.page_mark |= index > 0;
            let words = words(piece, above.gap(), number);
            if words.is_empty() {
                above.pass(piece);
            } else {
                let LinesPassed { blanks, page_mark, .. } = std::mem::take(&mut above);
                lines.push(Line { words, blanks_above: blanks, page_mark });
            }
        }
    }
    Ok(lines)
}

/// What was passed since the last line with a word.
#[derive(Default)]
struct LinesPassed {
    blanks: u32,
    hollow: bool,
    page_mark: bool,
}

impl LinesPassed {
    fn pass(&mut self, blank: &str) {
        self.blanks += 1;
        self.hollow |= blank.contains(' ');
    }

    const fn gap(&self) -> Gap {
        match (self.hollow, self.blanks) {
            (true, _) => Gap::Hollow,
            (false, 0) => Gap::Line,
            (false, _) => Gap::Blank,
        }
    }
}

fn words(line: &str, opening: Gap, number: u32) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut spaces = 0;
    for piece in line.split(char::is_whitespace) {
        if piece.is_empty() {
            spaces += 1;
            continue;
        }
        let gap = match (words.is_empty(), spaces) {
            (true, 1) if opening == Gap::Line => Gap::Indent,
            (true, _) => opening,
            (false, 0) => Gap::Space,
            (false, _) => Gap::Wide,
        };
        words.push(Word { text: piece.into(), gap, place: Place::new(1, number), pieces: 1 });
        spaces = 0;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::options::Options;

    fn read(text: &str) -> Vec<Line> {
        lines(text, &Deadline::begin(&Options::default())).unwrap()
    }

    #[test]
    fn keeps_what_stands_between_words() {
        let lines = read("a b  c\nd\n\ne\n \nf\u{C}g\n h\n");
        let gaps: Vec<_> = lines.iter().flat_map(|l| &l.words).map(|w| w.gap).collect();
        let expected = [
            Gap::Line,
            Gap::Space,
            Gap::Wide,
            Gap::Line,
            Gap::Blank,
            Gap::Hollow,
            Gap::Line,
            Gap::Indent,
        ];
        assert_eq!(gaps, expected);
        assert!(lines[4].page_mark);
    }

    #[test]
    fn composes_letters() {
        assert_eq!(decode("Tie\u{302}\u{301}n".as_bytes()).unwrap().text, "Tiến");
    }

    const OLD: &str = "KÕ ho¹ch kiÓm tra c«ng t¸c c¶i c¸ch hµnh chÝnh cña ph\u{AD}êng n¨m 2026\n";
    const NEW: &str = "Kế hoạch kiểm tra công tác cải cách hành chính của phường năm 2026\n";

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, code: Option<Code>) {
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.text, expected);
        assert_eq!(decoded.diagnostics.first().map(|diagnostic| diagnostic.code), code);
    }

    #[test]
    fn old_encodings_are_decoded() {
        check(OLD.as_bytes(), NEW, Some(Code::EncodingDecoded));
        let bytes: Vec<u8> = OLD.chars().map(|char| u8::try_from(char).unwrap()).collect();
        check(&bytes, NEW, Some(Code::EncodingDecoded));
        check(NEW.as_bytes(), NEW, None);
    }

    #[test]
    fn bytes_without_evidence_stay_no_utf8() {
        assert!(matches!(decode(b"Th\xE1ng 6, Qu\xFD II"), Err(Error::NotUtf8 { .. })));
        let cut_in_a_letter = NEW.as_bytes().split_at(2).1;
        let broken: Vec<u8> = [b"\x87", NEW.as_bytes(), cut_in_a_letter].concat();
        assert!(matches!(decode(&broken), Err(Error::NotUtf8 { .. })));
        assert!(matches!(decode(b"a\x14b"), Err(Error::Binary { .. })));
    }
}
