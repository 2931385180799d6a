//! What the engine alone takes to draw a PDF: the measure for everything built on it.
//!
//! ```sh
//! cargo run --release -p phuluc-tests --example engine -- FILE.pdf
//! ```

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write as _};

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{BezPath, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::Pdf;

/// Counts what is drawn, and adds up places so that none goes unread.
#[derive(Debug, Default)]
struct Tally {
    letters: usize,
    paths: usize,
    places: f64,
}

impl<'a> Device<'a> for Tally {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.paths += 1;
        for element in path {
            if let Some(end) = element.end_point() {
                self.places += (props.transform * end).x;
            }
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        for placed in run.glyphs() {
            let advance = match &**placed {
                Glyph::Outline(shape) => shape.advance_width(),
                Glyph::Type3(shape) => shape.advance_width(),
            };
            let [.., x, y] = (props.transform * placed.transform()).as_coeffs();
            self.places += x + y + f64::from(advance.unwrap_or(0.0));
            self.letters += match placed.as_unicode() {
                Some(BfString::Char(_)) => 1,
                Some(BfString::String(text)) => text.chars().count(),
                None => 0,
            };
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn pop_clip(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}

fn main() -> Result<(), Box<dyn Error>> {
    let name = env::args_os().nth(1).ok_or("the name of a PDF is missing")?;
    let pdf = Pdf::new(fs::read(name)?).map_err(|error| format!("{error:?}"))?;
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings {
        render_content: RenderContent::PAGE,
        ..InterpreterSettings::default()
    };
    let mut tally = Tally::default();
    for page in pdf.pages().iter() {
        let transform = page.initial_transform(true).to_kurbo();
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings.clone());
        interpret_page(page, &mut context, &mut tally);
    }
    writeln!(io::stdout(), "{} pages: {tally:?}", pdf.pages().len())?;
    Ok(())
}
