//! The default engine: hayro.

use std::borrow::Cow;

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{self, Affine, BezPath, PathEl, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, SoftMask, TransformExt, interpret,
};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, MaybeRef, ObjRef, Object, Stream};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf, PdfData};
use phuluc_language::charset::Font;

use crate::engine::Draw;
use crate::guard::content_break::breaks_off;
use crate::guard::page_cost::PageCosts;
use crate::guard::unpack_budget::UnpackBudget;
use phuluc_page::canvas::{Canvas, Glyph, PageRoom, Paint, PathStep, Point, narrow};
use phuluc_page::error::Error;

/// A PDF that hayro opened.
pub(crate) struct Hayro {
    pdf: Pdf,
    /// The number of pages that the PDF itself gives.
    counted: Option<usize>,
}

impl Hayro {
    pub(crate) fn open(bytes: &[u8], password: &str) -> Result<Self, Error> {
        let pdf = opened(&PdfData::from(bytes.to_vec()), password);
        let pdf = pdf.map_err(|error| match error {
            LOCKED => Error::Password { given: !password.is_empty() },
            LoadPdfError::Decryption(_) => Error::Cipher,
            LoadPdfError::Invalid => Error::Damaged,
        })?;
        Ok(Self { counted: counted(&pdf), pdf })
    }

    /// Its pages, in their order.
    #[cfg(feature = "pictures")]
    pub(crate) fn pages(&self) -> &[Page<'_>] {
        self.pdf.pages()
    }
}

/// The engine's error for a file that needs a password.
const LOCKED: LoadPdfError = LoadPdfError::Decryption(DecryptionError::PasswordProtected);

/// Opens a file, with the password only if it does not open without one.
pub(crate) fn opened(data: &PdfData, password: &str) -> Result<Pdf, LoadPdfError> {
    match Pdf::new(data.clone()) {
        Err(LOCKED) if !password.is_empty() => Pdf::new_with_password(data.clone(), password),
        opened => opened,
    }
}

/// The number of pages in the root of the page tree.
fn counted(pdf: &Pdf) -> Option<usize> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let count = catalog.get::<Dict<'_>>("Pages")?.get::<i32>("Count")?;
    usize::try_from(count).ok()
}

impl Draw for Hayro {
    fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    fn counted(&self) -> Option<usize> {
        self.counted
    }

    fn draw(
        &self,
        room: &PageRoom,
        each: &mut dyn FnMut(&Canvas) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let cache = InterpreterCache::new();
        // Only the content of a page is drawn, no annotations: stamps of a signature would lie over
        // the letterhead.
        let settings = InterpreterSettings::default();
        let mut pen = HayroPen { canvas: Canvas::default(), room };
        let mut page_costs = PageCosts::new(room);
        for (index, page) in self.pdf.pages().iter().enumerate() {
            let transform = page.initial_transform(true).to_kurbo();
            let (width, height) = page.render_dimensions();
            let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let mut context =
                Context::new(transform, bounds, &cache, self.pdf.xref(), settings.clone());
            let drawn = content(page, &mut page_costs.budget)?;
            let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
            pen.canvas.begin(number, width, height);
            pen.canvas.unreadable = is_unreadable(page, drawn.as_deref());
            let (fitting, cut) = page_costs.fitting(page, drawn.as_deref().unwrap_or_default())?;
            interpret(TypedIter::new(fitting), page.resources(), &mut context, &mut pen);
            pen.canvas.cut_short = cut.or(pen.canvas.cut_short);
            each(&pen.canvas)?;
        }
        Ok(())
    }
}

/// Fonts in an old encoding whose names are kept for a page; real pages have under ten. Text in a further
/// font is not lost: its encoding is found from its words.
const MAX_OLD_FONTS: usize = 64;

/// Records what hayro draws.
struct HayroPen<'room> {
    canvas: Canvas,
    room: &'room PageRoom,
}

impl HayroPen<'_> {
    /// The number of the font of a run, if it is known to be in an old encoding.
    fn font(&mut self, run: &GlyphRun<'_, '_>) -> u16 {
        let name = match run.glyphs().first().map(|glyph| &**glyph) {
            Some(Shape::Outline(shape)) => shape.font_data().and_then(|font| font.postscript_name),
            _ => None,
        };
        let Some(name) = name.filter(|name| Font::from_name(name).is_some()) else { return 0 };
        let fonts = &mut self.canvas.fonts;
        let known = fonts.iter().position(|font| *font == name);
        let index = known.unwrap_or(fonts.len());
        if index == MAX_OLD_FONTS {
            return 0;
        }
        if known.is_none() {
            fonts.push(name);
        }
        u16::try_from(index + 1).unwrap_or(0)
    }

    fn trace(&mut self, path: &BezPath, transform: Affine, paint: Paint) {
        let place = |end| {
            let kurbo::Point { x, y } = transform * end;
            Point::new(x, y)
        };
        let steps = path.iter().map(|element| match element {
            PathEl::MoveTo(end) => PathStep::Move(place(end)),
            PathEl::LineTo(end) | PathEl::QuadTo(_, end) | PathEl::CurveTo(_, _, end) => {
                PathStep::Line(place(end))
            }
            PathEl::ClosePath => PathStep::Close,
        });
        self.canvas.trace(paint, steps, self.room);
    }
}

/// The content of a page; `None` if it cannot be decoded.
///
/// The engine has such a function too, but it keeps the content of every page in memory.
fn content<'a>(page: &Page<'a>, budget: &mut UnpackBudget) -> Result<Option<Cow<'a, [u8]>>, Error> {
    let stored = page.raw();
    if let Some(stream) = stored.get::<Stream<'a>>(CONTENTS) {
        budget.take_drawn(&stream, false)?;
        return Ok(stream.decoded_data().ok());
    }
    let Some(parts) = stored.get::<Array<'a>>(CONTENTS) else { return Ok(None) };
    let object = |part| match part {
        MaybeRef::Ref(reference) => page.xref().get::<Object<'a>>(ObjRef::into(reference)),
        MaybeRef::NotRef(object) => Some(object),
    };
    let mut all = Vec::new();
    for part in parts.raw_iter().filter_map(object).filter_map(Object::into_stream) {
        // A page may name one part many times.
        let length = budget.take_drawn(&part, false)?;
        budget.within(length.saturating_add(all.len() as u64))?;
        let Ok(part) = part.decoded_data() else { continue };
        all.extend_from_slice(&part);
        // An operator never continues in the next part.
        all.push(b' ');
    }
    Ok(Some(Cow::Owned(all)))
}

/// The key of the content of a page.
const CONTENTS: &str = "Contents";

/// The most bytes of an empty stream: a compressed one has a header and a checksum.
const NOTHING: usize = 16;

/// Whether a page has content that cannot be decoded to its end. A page that draws nothing visible is
/// readable.
fn is_unreadable(page: &Page<'_>, drawn: Option<&[u8]>) -> bool {
    let stored = page.raw();
    match drawn {
        Some(drawn) if breaks_off(drawn) => true,
        None => stored.contains_key(CONTENTS),
        Some([]) => match stored.get::<Array<'_>>(CONTENTS) {
            Some(parts) => parts.raw_iter().next().is_some(),
            None => stored
                .get::<Stream<'_>>(CONTENTS)
                .is_some_and(|stream| stream.raw_data().len() > NOTHING),
        },
        Some(drawn) => !drawn.trim_ascii().is_empty() && !has_operator(drawn),
    }
}

/// Whether there is an operator of the PDF standard.
fn has_operator(drawn: &[u8]) -> bool {
    let mut operators = TypedIter::new(drawn);
    while let Some(operator) = operators.next() {
        if !matches!(operator, TypedInstruction::Fallback(_)) {
            return true;
        }
    }
    false
}

impl<'a> Device<'a> for HayroPen<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if !shows(&props) {
            return;
        }
        let transform = props.transform;
        let pen = |width: f32| Paint::Stroke(width * scale(transform));
        match mode {
            DrawMode::Fill(_) => self.trace(path, transform, Paint::Fill),
            DrawMode::Stroke(stroke) => self.trace(path, transform, pen(stroke.line_width)),
            DrawMode::FillAndStroke(_, stroke) => {
                self.trace(path, transform, pen(stroke.line_width));
            }
            DrawMode::Invisible => {}
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let font = self.font(run);
        for (index, placed) in run.glyphs().iter().enumerate() {
            let advance = match &**placed {
                Shape::Outline(shape) => shape.advance_width(),
                Shape::Type3(shape) => shape.advance_width(),
            };
            let glyph = glyph(props.transform * placed.transform(), advance.unwrap_or(0.0));
            let code = u8::try_from(placed.char_code()).ok();
            let glyph = Glyph { first: index == 0, font, code, ..glyph };
            match placed.as_unicode() {
                Some(BfString::Char(letter)) => {
                    self.canvas.add_letter(Some(letter), glyph, self.room);
                }
                Some(BfString::String(text)) => self.canvas.add_glyph(&text, glyph, self.room),
                None => self.canvas.add_letter(None, glyph, self.room),
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.canvas.images += 1;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn pop_clip(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}

/// A glyph from its matrix, which maps thousandths of the font size to points on the page.
fn glyph(matrix: Affine, advance: f32) -> Glyph {
    let [along_x, along_y, up_x, up_y, x, y] = matrix.as_coeffs();
    let em = |x, y| Point::new(1000.0 * x, 1000.0 * y);
    Glyph::new(Point::new(x, y), em(along_x, along_y), em(up_x, up_y), advance / 1000.0)
}

/// The factor by which a transform makes lines longer.
fn scale(transform: Affine) -> f32 {
    narrow(transform.determinant().abs().sqrt())
}

/// Whether the paint is visible on white paper.
fn shows(props: &DrawProps<'_>) -> bool {
    match &props.paint {
        hayro_interpret::Paint::Color(color) => {
            let [red, green, blue, alpha] = color.to_rgba().components();
            alpha > 0.05 && red.min(green).min(blue) < 0.95
        }
        hayro_interpret::Paint::Pattern(_) => true,
    }
}
