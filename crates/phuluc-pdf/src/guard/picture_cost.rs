//! How much a page draws as a picture, so that a page that costs too much is not drawn.
//!
//! Content inside other content (letters of Type 3 fonts, patterns, masks) is counted too, as often as
//! hayro-svg repeats it.

use std::collections::BTreeSet;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, Rect, Shape as _};
use hayro_interpret::pattern::Pattern;
use hayro_interpret::util::TransformExt as _;
use hayro_interpret::{
    BlendMode, CacheKey as _, ClipPath, Context, Device, DrawMode, DrawProps, Image,
    ImageDrawProps, InterpreterCache, InterpreterSettings, Paint, SoftMask, interpret_page,
};
use hayro_syntax::page::Page;

use crate::guard::image_pixels::pixels;
use phuluc_page::options::Limits;

/// How much is drawn, as far as the limits go.
#[derive(Debug)]
pub(crate) struct PictureCost<'l> {
    limits: &'l Limits,
    letters: usize,
    /// Steps of paths, clip paths too.
    steps: usize,
    /// Pixels of all images and shadings.
    pixels: u64,
    /// The patterns and masks that were counted; hayro-svg draws each once.
    seen: BTreeSet<u128>,
}

impl<'l> PictureCost<'l> {
    pub(crate) fn measure(page: &Page<'_>, limits: &'l Limits) -> Self {
        let cache = InterpreterCache::new();
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            bounds,
            &cache,
            page.xref(),
            InterpreterSettings::default(),
        );
        let mut cost = Self::new(limits);
        interpret_page(page, &mut context, &mut cost);
        cost
    }

    const fn new(limits: &'l Limits) -> Self {
        Self { limits, letters: 0, steps: 0, pixels: 0, seen: BTreeSet::new() }
    }

    /// Whether the page may be drawn.
    pub(crate) const fn fits(&self) -> bool {
        self.letters <= self.limits.max_page_glyphs
            && self.steps <= self.limits.max_page_points
            && self.pixels <= self.limits.max_page_pixels
    }

    /// Counts inner content, unless the page is over a limit already.
    fn within(&mut self, key: Option<u128>, draw: impl FnOnce(&mut Self)) {
        if self.fits() && key.is_none_or(|key| self.seen.insert(key)) {
            draw(self);
        }
    }

    fn mask(&mut self, mask: Option<&SoftMask<'_>>) {
        if let Some(mask) = mask {
            self.within(Some(mask.cache_key()), |cost| mask.interpret(cost));
        }
    }

    /// Counts the paint of a shape; `part` gives the box that the shape covers.
    fn paint(&mut self, paint: &Paint<'_>, part: impl FnOnce() -> Rect) {
        let Paint::Pattern(pattern) = paint else { return };
        match &**pattern {
            Pattern::Shading(_) => self.add_pixels(part()),
            Pattern::Tiling(tiling) => self.within(Some(pattern.cache_key()), |cost| {
                tiling.interpret(cost, Affine::IDENTITY, false);
            }),
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an area is not negative, and one that is too large is as large as can be"
    )]
    fn add_pixels(&mut self, part: Rect) {
        self.pixels = self.pixels.saturating_add(part.area().abs() as u64);
    }
}

impl<'a> Device<'a> for PictureCost<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.steps += path.elements().len();
        self.mask(props.soft_mask.as_ref());
        self.paint(&props.paint, || {
            let pen = match mode {
                DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) => stroke.line_width,
                DrawMode::Fill(_) | DrawMode::Invisible => 0.0,
            };
            let shape = path.bounding_box().inflate(f64::from(pen), f64::from(pen));
            props.transform.transform_rect_bbox(shape)
        });
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.steps += clip.path.elements().len();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.letters += run.glyphs().len();
        self.mask(props.soft_mask.as_ref());
        for placed in run.glyphs() {
            let transform = props.transform;
            match &**placed {
                Glyph::Outline(shape) => self.paint(&props.paint, || {
                    let place = transform * placed.transform();
                    place.transform_rect_bbox(shape.outline().bounding_box())
                }),
                Glyph::Type3(shape) => self.within(None, |cost| {
                    shape.interpret(cost, transform, placed.transform(), &props.paint);
                }),
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let (width, height) = (image.width(), image.height());
        let pixels = match &image {
            Image::Stencil(image) => pixels(image.stream(), width, height),
            Image::Raster(image) => pixels(image.stream(), width, height),
        };
        self.pixels = self.pixels.saturating_add(pixels);
        self.mask(props.soft_mask.as_ref());
        // A stencil may be painted with a shading.
        if matches!(image, Image::Stencil(_)) {
            let whole = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            self.add_pixels(props.transform.transform_rect_bbox(whole));
        }
    }

    fn push_transparency_group(&mut self, _: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.mask(mask.as_ref());
    }

    fn pop_transparency_group(&mut self) {}
    fn pop_clip(&mut self) {}
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use hayro_syntax::Pdf;

    use super::*;

    /// A PDF of one page. `more` are the objects after its content, which is object 4.
    fn pdf(resources: &str, content: &str, more: &[&str]) -> Vec<u8> {
        let stream = format!("<</Length {}>>\nstream\n{content}\nendstream", content.len());
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<<{resources}>>/Contents 4 0 R>>"
        );
        let catalog = "<</Type/Catalog/Pages 2 0 R>>".to_owned();
        let tree = "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned();
        let objects = [catalog, tree, page, stream];
        let objects = objects.iter().map(String::as_str).chain(more.iter().copied());
        let mut file = "%PDF-1.4\n".to_owned();
        for (number, object) in (1..).zip(objects) {
            write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
        }
        file.push_str("trailer\n<</Root 1 0 R>>\n%%EOF\n");
        file.into_bytes()
    }

    fn fits(bytes: Vec<u8>, limits: &Limits) -> bool {
        let pdf = Pdf::new(bytes).unwrap();
        PictureCost::measure(&pdf.pages()[0], limits).fits()
    }

    #[test]
    fn a_large_image_is_refused_before_it_is_decoded() {
        let image = |side: u32| {
            let dict = format!("/Subtype/Image/Width {side}/Height {side}/ColorSpace/DeviceGray");
            let image = format!("<<{dict}/BitsPerComponent 8/Length 1>>\nstream\nx\nendstream");
            pdf("/XObject<</I 5 0 R>>", "q 100 0 0 100 0 0 cm /I Do Q", &[&image])
        };
        assert!(fits(image(1_000), &Limits::default()));
        assert!(!fits(image(60_000), &Limits::default()));
    }

    #[test]
    fn a_shading_costs_as_much_as_the_area_that_it_covers() {
        let shading =
            "<</ShadingType 1/ColorSpace/DeviceGray/Function<</FunctionType 2/Domain[0 1]/N 1>>>>";
        let pattern = "<</PatternType 2/Shading 5 0 R>>";
        let page = |side: &str| {
            let content = format!("/Pattern cs /P scn 0 0 {side} {side} re f");
            pdf("/Pattern<</P 6 0 R>>", &content, &[shading, pattern])
        };
        assert!(fits(page("50"), &Limits::default()));
        assert!(!fits(page("9000000"), &Limits::default()));
    }

    #[test]
    fn what_letters_draw_costs_each_time() {
        let steps = "1 1 l ".repeat(99);
        let letter = format!("1000 0 d0 0 0 m {steps} f");
        let letter = format!("<</Length {}>>\nstream\n{letter}\nendstream", letter.len());
        let font = "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]\
            /CharProcs<</a 6 0 R>>/Encoding<</Type/Encoding/Differences[97/a]>>/FirstChar 97/LastChar 97\
            /Widths[1000]/Resources<<>>>>";
        let text = format!("BT /F 9 Tf ({}) Tj ET", "a".repeat(50));
        let page = pdf("/Font<</F 5 0 R>>", &text, &[font, &letter]);
        let mut limits = Limits::default();
        assert!(fits(page.clone(), &limits));
        limits.max_page_points = 2_000;
        assert!(!fits(page, &limits));
    }
}
