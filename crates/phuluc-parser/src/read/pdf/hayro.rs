//! The default engine: hayro.

use hayro_interpret::font::{Glyph as Shape, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::page::Page;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::Engine;
use super::canvas::{Canvas, Glyph, Paint, Path, Point, Room};
use crate::error::Error;

/// A PDF that hayro opened.
pub(super) struct Hayro {
    pdf: Pdf,
}

impl Hayro {
    pub(super) fn open(bytes: &[u8], password: &str) -> Result<Self, Error> {
        match Pdf::new_with_password(bytes.to_vec(), password) {
            Ok(pdf) => Ok(Self { pdf }),
            Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {
                Err(Error::Password { given: !password.is_empty() })
            }
            Err(LoadPdfError::Decryption(_)) => Err(Error::Cipher),
            Err(LoadPdfError::Invalid) => Err(Error::Damaged),
        }
    }
}

impl Engine for Hayro {
    fn pages(&self) -> usize {
        self.pdf.pages().len()
    }

    fn draw(&self, room: &Room, each: &mut dyn FnMut(Canvas)) -> Result<(), Error> {
        let cache = InterpreterCache::new();
        // Annotations are not the document: stamps of a signature lie over the letterhead.
        let settings = InterpreterSettings {
            render_content: RenderContent::PAGE,
            ..InterpreterSettings::default()
        };
        for (index, page) in self.pdf.pages().iter().enumerate() {
            let transform = page.initial_transform(true).to_kurbo();
            let (width, height) = page.render_dimensions();
            let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let mut context =
                Context::new(transform, bounds, &cache, self.pdf.xref(), settings.clone());
            let mut pen = Pen::new(page, index, room);
            interpret_page(page, &mut context, &mut pen);
            each(pen.canvas);
        }
        Ok(())
    }
}

/// Takes down what hayro draws.
struct Pen<'room> {
    canvas: Canvas,
    room: &'room Room,
    /// Points of paths so far.
    points: usize,
}

impl<'room> Pen<'room> {
    fn new(page: &Page<'_>, index: usize, room: &'room Room) -> Self {
        let (width, height) = page.render_dimensions();
        let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
        Self { canvas: Canvas { number, width, height, ..Canvas::default() }, room, points: 0 }
    }

    fn add(&mut self, paint: Paint, points: &mut Vec<Point>) {
        let path = Path { paint, points: std::mem::take(points) };
        self.canvas.add_path(path, &mut self.points, self.room);
    }

    fn trace(&mut self, path: &BezPath, transform: Affine, paint: Paint) {
        let mut points: Vec<Point> = Vec::new();
        for element in path {
            let end = match element {
                PathEl::MoveTo(end) => {
                    self.add(paint, &mut points);
                    end
                }
                PathEl::LineTo(end) | PathEl::QuadTo(_, end) | PathEl::CurveTo(_, _, end) => end,
                PathEl::ClosePath => {
                    points.extend(points.first().copied());
                    continue;
                }
            };
            points.push(point(transform * end));
        }
        self.add(paint, &mut points);
    }
}

impl<'a> Device<'a> for Pen<'_> {
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
        for (index, placed) in run.glyphs().iter().enumerate() {
            let advance = match &**placed {
                Shape::Outline(shape) => shape.advance_width(),
                Shape::Type3(shape) => shape.advance_width(),
            };
            let glyph = glyph(props.transform * placed.transform(), advance.unwrap_or(0.0));
            let glyph = Glyph { first: index == 0, ..glyph };
            match placed.as_unicode() {
                Some(BfString::Char(letter)) => {
                    let mut buffer = [0; 4];
                    self.canvas.add_glyph(letter.encode_utf8(&mut buffer), glyph, self.room);
                }
                Some(BfString::String(text)) => self.canvas.add_glyph(&text, glyph, self.room),
                None => self.canvas.add_glyph("", glyph, self.room),
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

/// A glyph from the matrix that takes thousandths of its font's size to the page.
fn glyph(matrix: Affine, advance: f32) -> Glyph {
    let [a, b, c, d, e, f] = matrix.as_coeffs().map(|coefficient| coefficient as f32);
    let run = a.hypot(b);
    let direction =
        if run > 0.0 { Point { x: a / run, y: b / run } } else { Point { x: 1.0, y: 0.0 } };
    Glyph {
        text: None,
        origin: Point { x: e, y: f },
        advance: advance * run,
        size: c.hypot(d) * 1000.0,
        direction,
        first: false,
    }
}

fn point(point: hayro_interpret::kurbo::Point) -> Point {
    Point { x: point.x as f32, y: point.y as f32 }
}

/// How much longer a line becomes.
fn scale(transform: Affine) -> f32 {
    transform.determinant().abs().sqrt() as f32
}

/// Whether the paint can be seen on white paper.
fn shows(props: &DrawProps<'_>) -> bool {
    match &props.paint {
        hayro_interpret::Paint::Color(color) => {
            let [red, green, blue, alpha] = color.to_rgba().components();
            alpha > 0.05 && red.min(green).min(blue) < 0.95
        }
        hayro_interpret::Paint::Pattern(_) => true,
    }
}
