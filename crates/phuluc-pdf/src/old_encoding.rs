//! Pages in an old encoding.
//!
//! The name of a font shows its encoding. If no name does, the words of a page decide: are they
//! Vietnamese syllables as they are, or only after decoding?

use std::borrow::Cow;

use ecow::EcoString;
use phuluc_language::charset::{
    Encoding, EncodingVerdict, Font, Share, is_doubtful, share, verdict,
};
use phuluc_model::{Code, Diagnostic, Place, Variant};
use rustc_hash::FxHashMap;

use crate::old_font::{Fonts, says_unicode};
use phuluc_page::canvas::Canvas;
use phuluc_page::page::{Composer, Page};
use phuluc_page::placed_word::PlacedWord;

/// What was found on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EncodingFinding {
    /// The encoding from which the page was decoded; `None` if it was left as it is.
    encoding: Option<Encoding>,
    /// The first line in that encoding.
    place: Place,
    /// Words of that line before it was decoded.
    found: String,
}

/// Memory and tables that are used again for the next page.
#[derive(Debug, Default)]
pub(crate) struct PageState {
    composer: Composer,
    shares: Shares,
}

/// How much of each word is Vietnamese, remembered because words repeat in a document.
#[derive(Debug, Default)]
struct Shares(FxHashMap<EcoString, Share>);

/// At this number of words all are forgotten, to bound the memory; they are only computed again. A
/// document of a thousand pages has some thousands.
const MOST_WORDS: usize = 20_000;

impl Shares {
    fn get(&mut self, word: &EcoString) -> Share {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        if self.0.len() >= MOST_WORDS {
            self.0.clear();
        }
        let share = share(word);
        self.0.insert(word.clone(), share);
        share
    }
}

/// The page that a canvas shows, decoded if the encoding is certain.
pub(crate) fn page(canvas: &Canvas, state: &mut PageState) -> (Page, Option<EncodingFinding>) {
    let (canvas, by_name) = by_name(canvas, state);
    let is_unicode = canvas.glyphs.iter().filter_map(|glyph| glyph.text).any(says_unicode);
    let (page, by_words) =
        if is_unicode { unicode(&canvas, state) } else { by_words(&canvas, state) };
    (page, by_name.or(by_words))
}

/// A page with letters that no old font can show. It is not decoded, even if parts of it are in an old
/// encoding.
fn unicode(canvas: &Canvas, state: &mut PageState) -> (Page, Option<EncodingFinding>) {
    let page = state.composer.page(canvas);
    let share: Share = page.words.iter().map(|word| state.shares.get(&word.text)).sum();
    let doubtful = !share.is_sound() && is_doubtful(&text(&page));
    let finding = doubtful.then(|| suspected(&page));
    (page, finding)
}

/// Decodes the letters of fonts whose name shows an old encoding.
fn by_name<'c>(
    canvas: &'c Canvas,
    state: &mut PageState,
) -> (Cow<'c, Canvas>, Option<EncodingFinding>) {
    if canvas.fonts.is_empty() {
        return (Cow::Borrowed(canvas), None);
    }
    let fonts = Fonts::named(canvas);
    let Some(Font { encoding, .. }) = fonts.first() else { return (Cow::Borrowed(canvas), None) };
    let decoded = fonts.decoded(canvas);
    let (before, after) = (state.composer.page(canvas), state.composer.page(&decoded));
    // Such a font may have the right letters in the file; then decoding would destroy them.
    if share(&text(&before)).possible > share(&text(&after)).possible {
        return (Cow::Borrowed(canvas), None);
    }
    let finding = changed(&before, &after).map(|word| finding(&before, word, Some(encoding)));
    (Cow::Owned(decoded), finding)
}

/// Decodes a page whose words are Vietnamese in exactly one encoding.
fn by_words(canvas: &Canvas, state: &mut PageState) -> (Page, Option<EncodingFinding>) {
    let page = state.composer.page(canvas);
    let mut decoded = |encoding| {
        let font = Font { encoding, capitals: false };
        state.composer.page(&Fonts::all(canvas, font).decoded(canvas))
    };
    match verdict(&text(&page), |encoding| text(&decoded(encoding))) {
        EncodingVerdict::Sound => (page, None),
        EncodingVerdict::Old(encoding) => {
            let after = decoded(encoding);
            let word = changed(&page, &after).unwrap_or(0);
            (after, Some(finding(&page, word, Some(encoding))))
        }
        EncodingVerdict::Doubtful => {
            let finding = suspected(&page);
            (page, Some(finding))
        }
    }
}

fn suspected(page: &Page) -> EncodingFinding {
    let odd = page.words.iter().position(|word| !word.text.is_ascii());
    finding(page, odd.unwrap_or(0), None)
}

/// The words of a page, line by line.
fn text(page: &Page) -> String {
    let mut text = String::new();
    let mut above = None;
    for word in &page.words {
        if let Some(above) = above.replace(word.line) {
            text.push(if above == word.line { ' ' } else { '\n' });
        }
        text.push_str(&word.text);
    }
    text
}

fn word(word: &PlacedWord) -> &str {
    &word.text
}

/// The first word that decoding changed.
fn changed(before: &Page, after: &Page) -> Option<usize> {
    let mut pairs = before.words.iter().zip(&after.words);
    pairs.position(|(before, after)| before.text != after.text)
}

/// Words that a message shows, so that it stays short.
const SHOWN: usize = 6;

fn finding(page: &Page, index: usize, encoding: Option<Encoding>) -> EncodingFinding {
    let line = page.words.get(index).map_or(1, |word| word.line);
    let words = page.words.iter().skip(index).take_while(|word| word.line == line);
    let found = words.take(SHOWN).map(word).collect::<Vec<_>>().join(" ");
    EncodingFinding { encoding, place: Place::new(page.number, line), found }
}

/// One diagnostic for each group of neighbouring pages with the same encoding.
pub(crate) fn diagnostics(findings: &[EncodingFinding]) -> Vec<Diagnostic> {
    let alike = |a: &EncodingFinding, b: &EncodingFinding| {
        a.encoding == b.encoding && a.place.page.checked_add(1) == Some(b.place.page)
    };
    findings.chunk_by(alike).filter_map(diagnostic).collect()
}

fn diagnostic(run: &[EncodingFinding]) -> Option<Diagnostic> {
    let first = run.first()?;
    let pages: Vec<u32> = run.iter().map(|finding| finding.place.page).collect();
    let message = match first.encoding {
        Some(encoding) => Diagnostic::new(Code::EncodingDecoded).with("encoding", encoding.name()),
        None => Diagnostic::new(Code::EncodingSuspected),
    };
    let message = message.variant(Variant::Pages).with("pages", pages);
    Some(message.at(first.place).found(&first.found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::canvas::{Glyph, Point};

    /// A line in one font; letters are half as wide as high and have their Latin-1 codes.
    fn line(number: u32, font: &str, text: &str) -> Canvas {
        let mut canvas = Canvas { number, fonts: vec![font.to_owned()], ..Canvas::default() };
        let mut x = 20.0;
        for letter in text.chars() {
            canvas.glyphs.push(Glyph {
                text: Some(letter),
                origin: Point { x, y: 20.0 },
                advance: 5.0,
                size: 10.0,
                direction: Point { x: 1.0, y: 0.0 },
                first: false,
                font: 1,
                code: u8::try_from(letter).ok(),
            });
            x += 5.0;
        }
        canvas
    }

    #[track_caller]
    fn check(font: &str, drawn: &str, expected: &str, decoded: bool) {
        let (page, finding) = page(&line(1, font, drawn), &mut PageState::default());
        assert_eq!(text(&page), expected);
        assert_eq!(finding.is_some_and(|finding| finding.encoding.is_some()), decoded);
    }

    #[test]
    fn the_name_of_a_font_decides() {
        check(".VnTime", "Tr\u{AD}íc", "Trước", true);
        check(".VnTimeH", "Tr\u{AD}íc", "TRƯỚC", true);
        check("VNI-Times", "Tröôùc", "Trước", true);
        check("Times", "Tröôùc", "Tröôùc", false);
    }

    #[test]
    fn unicode_text_is_left_as_it_is() {
        check(".VnTime", "Trước tháng", "Trước tháng", false);
        check(".VnTime", "Quý à", "Quý à", false);
    }

    #[test]
    fn words_decide_where_no_name_does() {
        let old = "Keá hoaïch kieåm tra coâng taùc caûi caùch haønh chính cuûa phöôøng trong naêm";
        let expected = "Kế hoạch kiểm tra công tác cải cách hành chính của phường trong năm";
        check("Times", old, expected, true);
        let few = "Keá hoaïch kieåm tra coâng taùc";
        check("Times", few, few, false);
    }

    #[test]
    fn a_letter_of_two_glyphs_is_as_wide_as_both() {
        let (page, _) = page(&line(1, "VNI-Times", "aù b"), &mut PageState::default());
        let places: Vec<_> = page.words.iter().map(|word| (word.x.min, word.x.max)).collect();
        assert_eq!(places, [(20.0, 30.0), (35.0, 40.0)]);
    }

    #[test]
    fn neighbouring_pages_share_a_message() {
        let found = |number, font, text| {
            page(&line(number, font, text), &mut PageState::default()).1.unwrap()
        };
        let findings = [
            found(1, ".VnTime", "Tr\u{AD}íc ngµy"),
            found(2, ".VnTime", "c¶i c¸ch"),
            found(3, "VNI-Times", "caûi"),
        ];
        let message: Vec<_> = diagnostics(&findings).iter().map(ToString::to_string).collect();
        let expected = [
            "warning[encoding_decoded-pages]: page 1, line 1: encoding «TCVN3 (ABC)», pages 1 2",
            "warning[encoding_decoded-pages]: page 3, line 1: encoding «VNI», pages 3",
        ];
        assert_eq!(message, expected);
    }
}
