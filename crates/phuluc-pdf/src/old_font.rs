//! Letters of fonts in an old encoding.
//!
//! Such a font draws `ư` for the byte AD, but the text map of the file gives the letter of Latin-1. VNI
//! draws a letter as a base and a modifier; here they become one letter.

use phuluc_language::charset::{Font, is_unicode};

use phuluc_page::canvas::{Canvas, Glyph};

/// How the letters of each font of a canvas are read, by the number of the font.
pub(crate) struct Fonts {
    fonts: Vec<DrawnFont>,
}

#[derive(Debug, Clone, Copy)]
struct DrawnFont {
    /// `None` where the letters are left as they are.
    font: Option<Font>,
    codes: LetterCodes,
}

/// What the code of a letter means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LetterCodes {
    /// The byte that was written.
    Bytes,
    /// Nothing: letters are numbered in the order of their first use, or as in the font file.
    Numbers,
}

impl Fonts {
    /// The fonts whose name shows an old encoding, without those that the file maps to Unicode.
    pub(crate) fn named(canvas: &Canvas) -> Self {
        Self::new(canvas, |number| Font::from_name(canvas.fonts.get(number.checked_sub(1)?)?))
    }

    /// Every font, as if it were in one encoding.
    pub(crate) fn all(canvas: &Canvas, font: Font) -> Self {
        Self::new(canvas, |_| Some(font))
    }

    fn new(canvas: &Canvas, font: impl Fn(usize) -> Option<Font>) -> Self {
        let letters = letters(canvas);
        let drawn = |(number, letters): (usize, &FontLetters)| DrawnFont {
            font: font(number).filter(|_| !letters.unicode),
            codes: letters.codes(),
        };
        Self { fonts: letters.iter().enumerate().map(drawn).collect() }
    }

    /// The first encoding; a document has only one.
    pub(crate) fn first(&self) -> Option<Font> {
        self.fonts.iter().find_map(|drawn| drawn.font)
    }

    /// The canvas with the letters that its fonts show.
    pub(crate) fn decoded(&self, canvas: &Canvas) -> Canvas {
        let mut glyphs = Vec::with_capacity(canvas.glyphs.len());
        let mut rest = canvas.glyphs.as_slice();
        while let Some(first) = rest.first() {
            let (glyph, took) = self.letter(rest).unwrap_or((*first, 1));
            glyphs.push(glyph);
            rest = rest.get(took.max(1)..).unwrap_or_default();
        }
        Canvas { glyphs, ..canvas.clone() }
    }

    /// The first letter, and how many glyphs draw it.
    fn letter(&self, glyphs: &[Glyph]) -> Option<(Glyph, usize)> {
        let first = glyphs.first()?;
        let DrawnFont { font, codes } = *self.fonts.get(usize::from(first.font))?;
        let font = font?;
        let together = glyphs.windows(2).take(3).take_while(|pair| touch(pair)).count() + 1;
        let shown = glyphs.iter().take(together).map_while(|glyph| shown(glyph, codes));
        let (letter, took) = font.encoding.letter(shown)?;
        let text = if font.capitals { letter.to_uppercase().next() } else { Some(letter) };
        let ends = glyphs.iter().take(took).map(|glyph| along(first, glyph) + glyph.advance);
        let advance = ends.fold(first.advance, f32::max);
        Some((Glyph { text, advance, ..*first }, took))
    }
}

/// The letters that the file gives for one font.
#[derive(Debug, Clone, Copy, Default)]
struct FontLetters {
    /// Whether one of them is in no old encoding, so the file maps the font to Unicode.
    unicode: bool,
    /// ASCII letters and digits whose code is their own.
    own: usize,
    /// ASCII letters and digits with another code.
    other: usize,
}

/// The letters of each font, by the number of the font.
fn letters(canvas: &Canvas) -> Vec<FontLetters> {
    let mut fonts = vec![FontLetters::default(); canvas.fonts.len() + 1];
    for glyph in &canvas.glyphs {
        let (Some(text), Some(font)) = (glyph.text, fonts.get_mut(usize::from(glyph.font))) else {
            continue;
        };
        font.unicode |= says_unicode(text);
        if text.is_ascii_alphanumeric() {
            let own = glyph.code.map(char::from) == Some(text);
            font.own += usize::from(own);
            font.other += usize::from(!own);
        }
    }
    fonts
}

/// Whether no byte of an old encoding shows a letter.
pub(crate) fn says_unicode(letter: char) -> bool {
    is_unicode(letter.encode_utf8(&mut [0; 4]))
}

impl FontLetters {
    /// Codes are bytes if each ASCII letter and digit has itself as its code.
    const fn codes(&self) -> LetterCodes {
        if self.own > 0 && self.other == 0 { LetterCodes::Bytes } else { LetterCodes::Numbers }
    }
}

/// The byte that draws a glyph, as a Latin-1 letter. The byte is more reliable than the text: files map
/// AD to a hyphen, and symbol fonts to nothing or to letters of other fonts.
fn shown(glyph: &Glyph, codes: LetterCodes) -> Option<char> {
    match (codes, glyph.code) {
        (LetterCodes::Bytes, Some(code)) if code >= 0x80 => Some(char::from(code)),
        _ => glyph.text,
    }
}

/// Whether the second of two glyphs was drawn right after the first, or onto it.
fn touch(pair: &[Glyph]) -> bool {
    let [first, second] = pair else { return false };
    let gap = along(first, second) - first.advance;
    let size = first.size.max(second.size);
    first.font == second.font
        && first.direction == second.direction
        && (-size..size / 2.0).contains(&gap)
        && across(first, second).abs() < size / 2.0
}

/// How far a glyph is after another, along the line.
fn along(first: &Glyph, glyph: &Glyph) -> f32 {
    let (x, y) = (glyph.origin.x - first.origin.x, glyph.origin.y - first.origin.y);
    x * first.direction.x + y * first.direction.y
}

/// How far it is beside that line.
fn across(first: &Glyph, glyph: &Glyph) -> f32 {
    let (x, y) = (glyph.origin.x - first.origin.x, glyph.origin.y - first.origin.y);
    x * first.direction.y - y * first.direction.x
}
