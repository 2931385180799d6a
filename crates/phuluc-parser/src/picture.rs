//! A page as an SVG.

use std::fmt::Write;

use phuluc_page::canvas::{Canvas, Glyph};
use phuluc_page::extent::Extent;
use phuluc_page::rule::Rules;
use phuluc_table::page_reader::page_table::TableSource;
use phuluc_table::table::TableOnPage;

/// Colours: letters grey, their text black, rules red, cells blue, row numbers green.
const STYLE: &str = "\
  .glyph { fill: #ddd } .none { fill: #f99 } .text { fill: #000 } \
.rule { stroke: #d00; stroke-width: 1 } \
.cell { fill: #36c; fill-opacity: .06; stroke: #36c; stroke-width: .7 } \
.row { fill: #080; font: bold 9px sans-serif }";

/// Draws the letters and rules of a page, and the tables that were found on it.
pub(crate) fn svg<'a>(canvas: &Canvas, seen: impl Iterator<Item = &'a TableOnPage>) -> String {
    let (width, height) = (canvas.width, canvas.height);
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">"#
    );
    let _ = writeln!(svg, "<style>\n{STYLE}\n</style>");
    let _ = writeln!(svg, r##"<rect width="{width}" height="{height}" fill="#fff"/>"##);
    for glyph in &canvas.glyphs {
        draw_glyph(&mut svg, glyph);
    }
    draw_rules(&mut svg, &Rules::from_paths(&canvas.paths));
    for seen in seen.filter(|seen| seen.page == canvas.number) {
        draw_table(&mut svg, seen);
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw_glyph(svg: &mut String, glyph: &Glyph) {
    let Glyph { origin, advance, size, direction, text, .. } = glyph;
    let angle = direction.y.atan2(direction.x).to_degrees();
    let class = if text.is_none() { "none" } else { "glyph" };
    let _ = write!(
        svg,
        r#"<g transform="translate({:.2} {:.2}) rotate({angle:.1})"><rect class="{class}" y="{:.2}" width="{advance:.2}" height="{:.2}"/>"#,
        origin.x,
        origin.y,
        -0.75 * size,
        0.95 * size
    );
    if let Some(text) = text.filter(|text| !text.is_whitespace() && !text.is_control()) {
        let _ = write!(svg, r#"<text class="text" font-size="{size:.1}">{}</text>"#, escaped(text));
    }
    svg.push_str("</g>\n");
}

fn escaped(text: char) -> String {
    match text {
        '<' => "&lt;".to_owned(),
        '&' => "&amp;".to_owned(),
        other => other.to_string(),
    }
}

fn draw_rules(svg: &mut String, rules: &Rules) {
    let mut line = |x: Extent, y: Extent| {
        let _ = writeln!(
            svg,
            r#"<line class="rule" x1="{:.2}" y1="{:.2}" x2="{:.2}" y2="{:.2}"/>"#,
            x.min, y.min, x.max, y.max
        );
    };
    for rule in &rules.horizontal {
        line(rule.along, Extent { min: rule.at, max: rule.at });
    }
    for rule in &rules.vertical {
        line(Extent { min: rule.at, max: rule.at }, rule.along);
    }
}

fn draw_table(svg: &mut String, seen: &TableOnPage) {
    for (rows, columns) in &seen.cells {
        let x = Extent::around(seen.columns.get(columns.clone()).into_iter().flatten().copied());
        let y = Extent::around(seen.rows.get(rows.clone()).into_iter().flatten().copied());
        if let (Some(x), Some(y)) = (x, y) {
            let _ = writeln!(
                svg,
                r#"<rect class="cell" x="{:.2}" y="{:.2}" width="{:.2}" height="{:.2}"/>"#,
                x.min,
                y.min,
                x.length(),
                y.length()
            );
        }
    }
    let left = seen.columns.first().map_or(0.0, |column| column.min.max(0.0));
    for (number, row) in seen.rows.iter().enumerate() {
        let _ = writeln!(
            svg,
            r#"<text class="row" x="{:.2}" y="{:.2}">{}</text>"#,
            left + 1.0,
            row.min + 8.0,
            number + 1
        );
    }
    let name: &str = TableSource::name(seen.source);
    let top = seen.rows.first().map_or(0.0, |row| row.min);
    let _ = writeln!(svg, r#"<text class="row" x="{left:.2}" y="{:.2}">{name}</text>"#, top - 2.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_page::canvas::Point;

    #[test]
    fn a_page_is_drawn_with_its_letters_and_cells() {
        let right = Point::new(1.0, 0.0);
        let glyph =
            Glyph { text: Some('<'), ..Glyph::new(Point::new(10.0, 20.0), right, right, 0.5) };
        let canvas = Canvas {
            number: 2,
            width: 100.0,
            height: 50.0,
            glyphs: vec![glyph],
            ..Canvas::default()
        };
        let whole = Extent { min: 5.0, max: 45.0 };
        let seen = TableOnPage {
            page: 2,
            source: TableSource::Ruled,
            columns: vec![whole],
            rows: vec![whole],
            cells: vec![(0..1, 0..1)],
        };
        let other = TableOnPage { page: 1, source: TableSource::Unruled, ..seen.clone() };
        let svg = svg(&canvas, [&seen, &other].into_iter());
        assert!(svg.contains("&lt;</text>"), "{svg}");
        assert!(
            svg.contains(r#"<rect class="cell" x="5.00" y="5.00" width="40.00" height="40.00"/>"#)
        );
        assert!(svg.contains(">ruled</text>") && !svg.contains("unruled"));
    }
}
