//! The second engine: pdf-extract.
//!
//! It gives less than hayro: no `/Rotate`, no device colours, no line width, no position of a form, and
//! only some of the ways to paint a path. It panics on damaged files, so it runs only under
//! [`guarded`](crate::guard::catch::guarded).

use std::collections::BTreeMap;

use pdf_extract::encryption::DecryptionError;
use pdf_extract::{
    ColorSpace, Document, LoadOptions, MediaBox, OutputDev, OutputError, Path, PathOp, Transform,
    output_doc,
};

use crate::engine::Draw;
use crate::engine::widths;
use crate::guard::catch::failed;
use phuluc_page::canvas::{Canvas, Glyph, PageRoom, Paint, PathStep, Point, narrow};
use phuluc_page::error::Error;
use phuluc_page::options::Engine;

/// The width of a stroke in points. pdf-extract does not give it; this one is that of an ordinary rule.
const PEN: f32 = 1.0;

/// A PDF that pdf-extract opened.
pub(crate) struct PdfExtract {
    document: Document,
    /// The number of images in the resources of each page; they are not drawn.
    images: BTreeMap<u32, usize>,
}

impl PdfExtract {
    pub(crate) fn open(bytes: &[u8], password: &str) -> Result<Self, Error> {
        let given = !password.is_empty();
        let options =
            if given { LoadOptions::with_password(password) } else { LoadOptions::default() };
        let mut document =
            Document::load_mem_with_options(bytes, options).map_err(|e| failure(&e))?;
        if document.is_encrypted() {
            return Err(Error::Password { given });
        }
        widths::write_out(&mut document);
        let images = |id| document.get_page_images(id).map_or(0, |images| images.len());
        let pages = document.get_pages().into_iter();
        let images = pages.map(|(number, id)| (number, images(id))).collect();
        Ok(Self { document, images })
    }
}

impl Draw for PdfExtract {
    fn pages(&self) -> usize {
        self.images.len()
    }

    fn counted(&self) -> Option<usize> {
        let catalog = self.document.catalog().ok()?;
        let pages = self.document.get_dict_in_dict(catalog, b"Pages").ok()?;
        usize::try_from(pages.get(b"Count").ok()?.as_i64().ok()?).ok()
    }

    fn draw(
        &self,
        room: &PageRoom,
        each: &mut dyn FnMut(&Canvas) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let canvas = Canvas::default();
        let (images, stop) = (&self.images, None);
        let mut pen = ExtractPen { canvas, left: 0.0, top: 0.0, images, room, each, stop };
        let outcome = output_doc(&self.document, &mut pen);
        if let Some(stop) = pen.stop {
            return Err(stop);
        }
        outcome.map_err(|error| match error {
            OutputError::PdfError(error) => failure(&error),
            other => failed(Engine::PdfExtract, &other.to_string()),
        })
    }
}

fn failure(error: &pdf_extract::Error) -> Error {
    match error {
        pdf_extract::Error::InvalidPassword
        | pdf_extract::Error::Decryption(DecryptionError::IncorrectPassword) => {
            Error::Password { given: true }
        }
        pdf_extract::Error::UnsupportedSecurityHandler(_) | pdf_extract::Error::Decryption(_) => {
            Error::Cipher
        }
        other => failed(Engine::PdfExtract, &other.to_string()),
    }
}

/// Records what pdf-extract draws.
struct ExtractPen<'a> {
    canvas: Canvas,
    /// The left edge of the page, in points from the origin of its text.
    left: f64,
    /// Its top edge, in points above that origin.
    top: f64,
    images: &'a BTreeMap<u32, usize>,
    room: &'a PageRoom,
    each: &'a mut dyn FnMut(&Canvas) -> Result<(), Error>,
    /// The error of `each` that ends the drawing.
    stop: Option<Error>,
}

impl ExtractPen<'_> {
    /// The point on the canvas of a point before its matrix.
    fn place(&self, matrix: &Transform, x: f64, y: f64) -> Point {
        let across = matrix.m11 * x + matrix.m21 * y + matrix.m31;
        let up = matrix.m12 * x + matrix.m22 * y + matrix.m32;
        Point::new(across - self.left, self.top - up)
    }

    fn trace(&mut self, paint: Paint, matrix: &Transform, path: &Path) {
        let place = |x: f64, y: f64| self.place(matrix, x, y);
        let steps: Vec<PathStep> = path.ops.iter().flat_map(|part| steps(part, place)).collect();
        self.canvas.trace(paint, steps, self.room);
    }
}

fn steps(part: &PathOp, place: impl Fn(f64, f64) -> Point) -> Vec<PathStep> {
    match *part {
        PathOp::MoveTo(x, y) => vec![PathStep::Move(place(x, y))],
        PathOp::LineTo(x, y) | PathOp::CurveTo(_, _, _, _, x, y) => {
            vec![PathStep::Line(place(x, y))]
        }
        PathOp::Rect(x, y, width, height) => vec![
            PathStep::Move(place(x, y)),
            PathStep::Line(place(x + width, y)),
            PathStep::Line(place(x + width, y + height)),
            PathStep::Line(place(x, y + height)),
            PathStep::Close,
        ],
        PathOp::Close => vec![PathStep::Close],
    }
}

impl OutputDev for ExtractPen<'_> {
    fn begin_page(
        &mut self,
        number: u32,
        page: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        // The two corners of a box may be in any order.
        let (left, right) = (page.llx.min(page.urx), page.llx.max(page.urx));
        let (bottom, top) = (page.lly.min(page.ury), page.lly.max(page.ury));
        (self.left, self.top) = (left, top);
        self.canvas.begin(number, narrow(right - left), narrow(top - bottom));
        self.canvas.images = self.images.get(&number).copied().unwrap_or(0);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        (self.each)(&self.canvas).map_err(|stop| {
            self.stop = Some(stop);
            // The engine has no error for this; any error ends it.
            OutputError::FormatError(std::fmt::Error)
        })
    }

    /// `width` is in units of the font.
    fn output_character(
        &mut self,
        matrix: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let em = |x, y: f64| Point::new(x * size, -y * size);
        let (along, up) = (em(matrix.m11, matrix.m12), em(matrix.m21, matrix.m22));
        let glyph = Glyph::new(self.place(matrix, 0.0, 0.0), along, up, narrow(width));
        self.canvas.add_glyph(text, glyph, self.room);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn stroke(
        &mut self,
        matrix: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.trace(Paint::Stroke(PEN), matrix, path);
        Ok(())
    }

    fn fill(
        &mut self,
        matrix: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.trace(Paint::Fill, matrix, path);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: PageRoom =
        PageRoom { glyphs: 100, points: 100, operations: 9, forms: 9, depth: 9, bytes: 9 };

    /// The canvas of a page of 100 by 200 points whose lower left corner is at 10, 20.
    fn drawn(draw: impl FnOnce(&mut ExtractPen<'_>) -> Result<(), OutputError>) -> Canvas {
        let mut canvases = Vec::new();
        let mut pen = ExtractPen {
            canvas: Canvas::default(),
            left: 0.0,
            top: 0.0,
            images: &BTreeMap::from([(3, 1)]),
            room: &ROOM,
            each: &mut |canvas| {
                canvases.push(canvas.clone());
                Ok(())
            },
            stop: None,
        };
        let page = MediaBox { llx: 10.0, lly: 20.0, urx: 110.0, ury: 220.0 };
        pen.begin_page(3, &page, None).unwrap();
        draw(&mut pen).unwrap();
        pen.end_page().unwrap();
        assert_eq!(canvases.len(), 1);
        canvases.remove(0)
    }

    #[test]
    fn letters_are_where_the_reader_sees_them() {
        // Letters half as wide as high, from the lower left corner of the page upwards.
        let upwards = Transform::row_major(0.0, 0.5, -1.0, 0.0, 10.0, 20.0);
        let canvas = drawn(|pen| pen.output_character(&upwards, 0.6, 3.0, 12.0, "ế"));
        let expected = Glyph {
            text: Some('ế'),
            origin: Point { x: 0.0, y: 200.0 },
            advance: 0.6 * 6.0,
            size: 12.0,
            direction: Point { x: 0.0, y: -1.0 },
            first: false,
            font: 0,
            code: None,
        };
        assert_eq!(canvas.glyphs, [expected]);
        assert_eq!((canvas.number, canvas.width, canvas.height), (3, 100.0, 200.0));
        assert_eq!(canvas.images, 1);
    }

    #[test]
    fn a_box_is_a_closed_path() {
        let double = Transform::row_major(2.0, 0.0, 0.0, 2.0, 0.0, 0.0);
        let path = Path { ops: vec![PathOp::Rect(5.0, 10.0, 50.0, 100.0)] };
        let canvas = drawn(|pen| pen.fill(&double, &ColorSpace::DeviceGray, &[], &path));
        let points: Vec<_> = canvas.paths[0].points.iter().map(|p| (p.x, p.y)).collect();
        let corners = [(0.0, 200.0), (100.0, 200.0), (100.0, 0.0), (0.0, 0.0), (0.0, 200.0)];
        assert_eq!(points, corners);
        assert_eq!(canvas.paths[0].paint, Paint::Fill);
    }
}
