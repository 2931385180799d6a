//! The width of a column, estimated from its lines.

use crate::cells::measure::CellLine;
use phuluc_page::em::SPACE;

/// Tolerance: a line may be wider than its column by this factor, because widths are those of one
/// font.
pub(crate) const SLACK: f32 = 1.08;

/// With fewer line breaks inside cells there are too few samples to estimate a width.
const MIN_BREAKS: usize = 3;

/// A line below this share of the width did not wrap: the writer ended it.
pub(crate) const FULL: f32 = 0.90;

/// Bounds that a line gives for the width of its column, in ems: the column held the line, and if
/// the cell continues it did not hold the next word too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineRoom {
    held: f32,
    not_held: Option<f32>,
}

impl LineRoom {
    pub(crate) fn from_line(line: CellLine) -> Self {
        Self { held: line.width, not_held: line.next.map(|(next, _)| line.width + SPACE + next) }
    }
}

/// The width of a column in ems: the one that agrees with most lines, so that lines of wrongly read
/// cells are outvoted. A line that the column held counts twice: a paragraph may end where there is
/// room, but no line is wider than its column.
pub(crate) fn width(rooms: &[LineRoom]) -> Option<f32> {
    agreed(rooms, 2.0)
}

/// The width that agrees with most lines; a line that the column held counts `held` times as much
/// as a break.
fn agreed(rooms: &[LineRoom], held: f32) -> Option<f32> {
    let breaks = rooms.iter().filter(|room| room.not_held.is_some()).count();
    if breaks < MIN_BREAKS {
        return None;
    }
    let holds = rooms.iter().map(|room| (room.held, held));
    let breaks = rooms.iter().filter_map(|room| Some((room.not_held?, -1.0)));
    let mut ends: Vec<(f32, f32)> = holds.chain(breaks).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut agree, mut most, mut best) = (0.0, 0.0, None);
    for (width, says) in ends {
        agree += says;
        if says > 0.0 && agree >= most {
            (most, best) = (agree, Some(width));
        }
    }
    best
}

/// The number of lines that contradict the width of most lines, and the number of all lines. A line
/// contradicts if it is wider, or if it broke although the next word had room.
pub(crate) fn against(rooms: &[LineRoom]) -> (f32, f32) {
    let Some(width) = agreed(rooms, 1.0) else { return (0.0, 0.0) };
    let speaks_against = |room: &&LineRoom| {
        let broke = room.not_held.is_some_and(|not_held| not_held < FULL * width);
        broke || room.held > SLACK * width
    };
    (count(rooms.iter().filter(speaks_against).count()), count(rooms.len()))
}

fn count(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(held: f32, not_held: f32) -> LineRoom {
        LineRoom { held, not_held: (not_held > 0.0).then_some(not_held) }
    }

    #[test]
    fn lines_of_a_wrong_cell_are_outvoted() {
        let lines = [room(9.0, 11.0), room(8.5, 10.5), room(9.5, 10.2), room(20.0, 0.0)];
        assert_eq!(width(&lines), Some(9.5));
        assert_eq!(against(&lines), (1.0, 4.0));
    }

    #[test]
    fn paragraphs_that_break_early_make_no_column_narrow() {
        let lines =
            [room(3.0, 5.0), room(3.5, 5.5), room(3.0, 5.2), room(9.0, 0.0), room(8.0, 0.0)];
        assert_eq!(width(&lines), Some(9.0));
    }

    #[test]
    fn few_breaks_show_no_width() {
        assert_eq!(width(&[room(9.0, 11.0), room(8.0, 0.0)]), None);
    }
}
