//! Ruled tables: cells from the grid of the rules. Distances are in points.

use std::ops::Range;

use crate::page_reader::groups::Groups;
use phuluc_page::extent::Extent;
use phuluc_page::rule::{Rule, Rules};

/// Tolerance: a rule that ends this close to another one meets it.
const MEET: f32 = 3.0;

/// Tolerance: borders that are closer than this are one border.
const SAME: f32 = 3.0;

/// A rule that reaches further than this beyond the last crossing ends at an open side.
const OPEN: f32 = 6.0;

/// A side of a cell is ruled if this share of it is.
const RULED: f32 = 0.6;

/// At most this many borders of columns and of rows: bounds memory; a page has far fewer.
const MAX_BORDERS: (usize, usize) = (64, 500);

/// The cells of a table from its rules.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RuledGrid {
    /// The borders of the columns, one more than there are columns.
    pub(crate) xs: Vec<f32>,
    /// The borders of the rows, one more than there are rows.
    pub(crate) ys: Vec<f32>,
    /// The cell of each place, row by row.
    places: Vec<usize>,
    /// The rows and columns of each cell.
    pub(crate) cells: Vec<(Range<usize>, Range<usize>)>,
    /// Which columns have no rule at the foot, because the page cut their last cell.
    open: Vec<bool>,
}

/// A line at most this many font sizes under an open foot belongs to the cell above: the rules end
/// with the last whole line.
const UNDER: f32 = 1.5;

impl RuledGrid {
    pub(crate) fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    pub(crate) fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    /// The cell that contains the middle of a text of a font size.
    pub(crate) fn at(&self, x: f32, y: f32, size: f32) -> Option<usize> {
        let column = stretch(&self.xs, x)?;
        let foot = *self.ys.last()?;
        let under = y >= foot && y - foot < UNDER * size && self.open.get(column) == Some(&true);
        let row = if under { self.rows().checked_sub(1)? } else { stretch(&self.ys, y)? };
        self.places.get(row * self.columns() + column).copied()
    }
}

/// The index of the interval between two neighbouring borders that contains a place.
pub(crate) fn stretch(borders: &[f32], at: f32) -> Option<usize> {
    let above = borders.partition_point(|border| *border <= at);
    (1..borders.len()).contains(&above).then(|| above - 1)
}

/// The grids that the rules of a page make.
pub(crate) fn grids(rules: &Rules) -> Vec<RuledGrid> {
    let mut grids: Vec<RuledGrid> = meeting(rules).iter().filter_map(grid).collect();
    grids.sort_by(|a, b| a.ys.first().unwrap_or(&0.0).total_cmp(b.ys.first().unwrap_or(&0.0)));
    grids
}

/// The rules that meet each other, by group.
fn meeting(rules: &Rules) -> Vec<Rules> {
    let (horizontal, vertical) = (&rules.horizontal, &rules.vertical);
    let mut groups = Groups::new(horizontal.len() + vertical.len());
    let mut downs: Vec<(usize, &Rule)> = vertical.iter().enumerate().collect();
    downs.sort_by(|a, b| a.1.at.total_cmp(&b.1.at));
    for (h, across) in horizontal.iter().enumerate() {
        let from = downs.partition_point(|(_, down)| down.at < across.along.min - MEET);
        let reached = downs.iter().skip(from).take_while(|(_, down)| reaches(across, down.at));
        for (v, down) in reached {
            if reaches(down, across.at) {
                groups.join(h, horizontal.len() + v);
            }
        }
    }
    let mut found: Vec<Rules> = vec![Rules::default(); horizontal.len() + vertical.len()];
    for (index, rule) in horizontal.iter().enumerate() {
        if let Some(group) = found.get_mut(groups.group_of(index)) {
            group.horizontal.push(*rule);
        }
    }
    for (index, rule) in vertical.iter().enumerate() {
        if let Some(group) = found.get_mut(groups.group_of(horizontal.len() + index)) {
            group.vertical.push(*rule);
        }
    }
    found.retain(|group| !group.horizontal.is_empty() && !group.vertical.is_empty());
    found
}

fn reaches(rule: &Rule, at: f32) -> bool {
    (rule.along.min - MEET..=rule.along.max + MEET).contains(&at)
}

fn grid(rules: &Rules) -> Option<RuledGrid> {
    let xs = borders(&rules.vertical, &rules.horizontal);
    let ys = borders(&rules.horizontal, &rules.vertical);
    if xs.len() > MAX_BORDERS.0 || ys.len() > MAX_BORDERS.1 {
        return None;
    }
    let xs = ruled_somewhere(&xs, &rules.vertical, &ys);
    let ys = ruled_somewhere(&ys, &rules.horizontal, &xs);
    let enough = xs.len() > 2 && ys.len() > 1;
    enough.then(|| with_cells(xs, ys, rules))
}

/// The places of the rules, and the open sides that the crossing rules reach.
fn borders(rules: &[Rule], crossing: &[Rule]) -> Vec<f32> {
    let mut places: Vec<f32> = rules.iter().map(|rule| rule.at).collect();
    places.sort_by(f32::total_cmp);
    let (first, last) = (places.first().copied(), places.last().copied());
    let reach = Extent::around(crossing.iter().map(|rule| rule.along));
    if let (Some(first), Some(last), Some(reach)) = (first, last, reach) {
        places.extend([reach.min].into_iter().filter(|min| first - min > OPEN));
        places.extend([reach.max].into_iter().filter(|max| max - last > OPEN));
        places.sort_by(f32::total_cmp);
    }
    let mut borders: Vec<f32> = Vec::new();
    for place in places {
        if borders.last().is_none_or(|last| place - last > SAME) {
            borders.push(place);
        }
    }
    borders
}

/// The borders without inner ones that are no side of any cell, such as the rule under a word.
fn ruled_somewhere(borders: &[f32], rules: &[Rule], crossing: &[f32]) -> Vec<f32> {
    let last = borders.len().saturating_sub(1);
    let keep = |(index, border): (usize, &f32)| {
        let outermost = index == 0 || index == last;
        let kept = outermost || sides(*border, rules, crossing).contains(&true);
        kept.then_some(*border)
    };
    borders.iter().enumerate().filter_map(keep).collect()
}

/// Which of the sides along a border are ruled.
fn sides(border: f32, rules: &[Rule], crossing: &[f32]) -> Vec<bool> {
    let from = rules.partition_point(|rule| rule.at < border - SAME);
    let near: Vec<&Rule> =
        rules.iter().skip(from).take_while(|rule| rule.at <= border + SAME).collect();
    let pairs = crossing.iter().zip(crossing.iter().skip(1));
    pairs
        .map(|(from, to)| {
            let side = Extent { min: *from, max: *to };
            let length: f32 = near.iter().map(|rule| rule.along.overlap(side).max(0.0)).sum();
            length >= RULED * side.length()
        })
        .collect()
}

/// Joins neighbouring places without a rule between them.
fn with_cells(xs: Vec<f32>, ys: Vec<f32>, rules: &Rules) -> RuledGrid {
    let (columns, rows) = (xs.len() - 1, ys.len() - 1);
    let mut groups = Groups::new(columns * rows);
    for (column, x) in xs.iter().enumerate().take(columns).skip(1) {
        for (row, ruled) in sides(*x, &rules.vertical, &ys).into_iter().enumerate() {
            if !ruled {
                groups.join(row * columns + column - 1, row * columns + column);
            }
        }
    }
    for (row, y) in ys.iter().enumerate().take(rows).skip(1) {
        for (column, ruled) in sides(*y, &rules.horizontal, &xs).into_iter().enumerate() {
            if !ruled {
                groups.join((row - 1) * columns + column, row * columns + column);
            }
        }
    }
    let foot = ys.last().copied().unwrap_or(0.0);
    let open = sides(foot, &rules.horizontal, &xs).into_iter().map(|ruled| !ruled).collect();
    numbered(xs, ys, &mut groups, open)
}

/// Numbers the cells in the order of their first places.
fn numbered(xs: Vec<f32>, ys: Vec<f32>, groups: &mut Groups, open: Vec<bool>) -> RuledGrid {
    let columns = xs.len() - 1;
    let count = columns * (ys.len() - 1);
    let mut number_of: Vec<Option<usize>> = vec![None; count];
    let mut cells: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut places = Vec::with_capacity(count);
    for place in 0..count {
        let (row, column) = (place / columns, place % columns);
        let Some(number) = number_of.get_mut(groups.group_of(place)) else { continue };
        let number = *number.get_or_insert_with(|| {
            cells.push((row..row + 1, column..column + 1));
            cells.len() - 1
        });
        if let Some((rows, columns)) = cells.get_mut(number) {
            rows.end = rows.end.max(row + 1);
            columns.start = columns.start.min(column);
            columns.end = columns.end.max(column + 1);
        }
        places.push(number);
    }
    RuledGrid { xs, ys, places, cells, open }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn across(at: f32, min: f32, max: f32) -> Rule {
        Rule { at, along: Extent { min, max } }
    }

    #[test]
    fn cells_span_where_no_rule_runs() {
        // Three columns and three rows; the last column of the lower two rows is one cell, and the
        // second row has one cell over its first two columns.
        let rules = Rules {
            horizontal: vec![
                across(0.0, 0.0, 300.0),
                across(20.0, 0.0, 300.0),
                across(40.0, 0.0, 200.0),
                across(60.0, 0.0, 300.0),
            ],
            vertical: vec![
                across(0.0, 0.0, 60.0),
                across(100.0, 0.0, 20.0),
                across(100.0, 40.0, 60.0),
                across(200.0, 0.0, 60.0),
                across(300.0, 0.0, 60.0),
            ],
        };
        let [grid] = grids(&rules).try_into().unwrap();
        assert_eq!((grid.rows(), grid.columns()), (3, 3));
        let spans = [
            (0..1, 0..1),
            (0..1, 1..2),
            (0..1, 2..3),
            (1..2, 0..2),
            (1..3, 2..3),
            (2..3, 0..1),
            (2..3, 1..2),
        ];
        assert_eq!(grid.cells, spans);
        assert_eq!(grid.at(250.0, 50.0, 10.0), Some(4));
        assert_eq!(grid.at(310.0, 50.0, 10.0), None);
    }

    #[test]
    fn an_underlined_word_is_no_border() {
        let rules = Rules {
            horizontal: vec![
                across(0.0, 0.0, 200.0),
                across(10.0, 100.0, 130.0),
                across(20.0, 0.0, 200.0),
            ],
            vertical: vec![
                across(0.0, 0.0, 20.0),
                across(100.0, 0.0, 20.0),
                across(200.0, 0.0, 20.0),
            ],
        };
        let [grid] = grids(&rules).try_into().unwrap();
        assert_eq!(grid.rows(), 1);
    }

    #[test]
    fn a_cell_may_be_open_to_the_end_of_the_page() {
        let rules = Rules {
            horizontal: vec![across(0.0, 0.0, 200.0), across(20.0, 0.0, 200.0)],
            vertical: vec![
                across(0.0, 0.0, 90.0),
                across(100.0, 0.0, 90.0),
                across(200.0, 0.0, 90.0),
            ],
        };
        let [grid] = grids(&rules).try_into().unwrap();
        assert_eq!(grid.ys, [0.0, 20.0, 90.0]);
        assert_eq!(grid.at(50.0, 95.0, 10.0), Some(2), "a line under the foot");
        assert_eq!(grid.at(50.0, 120.0, 10.0), None, "a line far under it");
    }
}
