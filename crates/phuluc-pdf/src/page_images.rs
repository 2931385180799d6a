//! Pictures of pages for the review sheet: hayro-svg draws them as SVG.
//!
//! The cost of a page is counted before it is drawn, because hayro-svg has no limits.

use hayro_interpret::InterpreterSettings;
use hayro_svg::{RenderCache, SvgRenderSettings, convert};
use hayro_syntax::page::Page;
use phuluc_model::Place;
use phuluc_model::view::Blank;

use crate::compact_svg::compact;
use crate::engine::hayro::Hayro;
use crate::guard::catch::guarded;
use crate::guard::page_cost::PageCosts;
use crate::guard::picture_cost::PictureCost;
use phuluc_page::canvas::PageRoom;
use phuluc_page::deadline::Deadline;
use phuluc_page::options::{Engine, Limits, Options};
use phuluc_page::upright::Way;

/// A page to draw.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Its number, from one.
    pub number: u32,
    /// Which way its lines run before it is turned upright.
    pub way: Way,
}

/// Draws the wanted pages in their order, until a limit is reached. Each result is an SVG, or the reason
/// why there is none; where the time is over the list is shorter than `wanted`.
pub fn pictures(
    bytes: &[u8],
    options: &Options,
    deadline: &Deadline<'_>,
    wanted: &[Wanted],
) -> Vec<Result<String, Blank>> {
    let password = options.password.as_deref().unwrap_or_default();
    let Ok(pdf) = guarded(Engine::Hayro, || Hayro::open(bytes, password)) else {
        return vec![Err(Blank::Undrawn); wanted.len()];
    };
    let limits = &options.limits;
    let mut left = Left { pages: limits.max_view_pages, bytes: limits.max_view_bytes };
    let goes_on = |wanted: &&Wanted| deadline.goes_on(Place::new(wanted.number, 1));
    let wanted = wanted.iter().take_while(goes_on);
    let room = PageRoom::new(limits);
    let mut page_costs = PageCosts::new(&room);
    wanted.map(|wanted| left.picture(&pdf, *wanted, limits, &mut page_costs)).collect()
}

/// How much may still be drawn.
struct Left {
    pages: usize,
    bytes: usize,
}

impl Left {
    fn picture(
        &mut self,
        pdf: &Hayro,
        wanted: Wanted,
        limits: &Limits,
        page_costs: &mut PageCosts<'_>,
    ) -> Result<String, Blank> {
        let index = usize::try_from(wanted.number.saturating_sub(1)).unwrap_or(usize::MAX);
        let page = pdf.pages().get(index).ok_or(Blank::Undrawn)?;
        self.pages = self.pages.checked_sub(1).ok_or(Blank::Pages(limits.max_view_pages))?;
        let picture = guarded(Engine::Hayro, || Ok(drawn(page, wanted.way, limits, page_costs)));
        let picture = picture.unwrap_or(Err(Blank::Undrawn))?;
        let left = self.bytes.checked_sub(picture.len());
        self.bytes = left.ok_or(Blank::Bytes(limits.max_view_bytes))?;
        Ok(picture)
    }
}

/// The picture of one page, turned upright.
fn drawn(
    page: &Page<'_>,
    way: Way,
    limits: &Limits,
    page_costs: &mut PageCosts<'_>,
) -> Result<String, Blank> {
    if !page_costs.may_be_shown(page).unwrap_or(false) || !PictureCost::measure(page, limits).fits()
    {
        return Err(Blank::TooMuch);
    }
    let svg = convert(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &SvgRenderSettings::default(),
    );
    Ok(upright(&compact(&svg), way, page.render_dimensions()))
}

/// The picture of the given size, turned so that its lines run to the right.
fn upright(svg: &str, way: Way, (width, height): (f32, f32)) -> String {
    let (turn, wide, high) = match way {
        Way::Right | Way::Aslant => return svg.to_owned(),
        Way::Down => (format!("0 -1 1 0 0 {width}"), height, width),
        Way::Left => (format!("-1 0 0 -1 {width} {height}"), width, height),
        Way::Up => (format!("0 1 -1 0 {height} 0"), height, width),
    };
    format!(
        r#"<svg viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" xmlns="http://www.w3.org/2000/svg"><g transform="matrix({turn})">{svg}</g></svg>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_turned_as_its_letters_are() {
        let check = |way, expected: &str| {
            let svg = upright("<svg/>", way, (100.0, 200.0));
            assert!(svg.contains(expected) && svg.contains("<svg/>"), "{svg}");
        };
        check(Way::Up, r#"viewBox="0 0 200 100""#);
        check(Way::Up, "matrix(0 1 -1 0 200 0)");
        check(Way::Down, "matrix(0 -1 1 0 0 100)");
        check(Way::Left, r#"viewBox="0 0 100 200""#);
        assert_eq!(upright("<svg/>", Way::Right, (100.0, 200.0)), "<svg/>");
    }
}
