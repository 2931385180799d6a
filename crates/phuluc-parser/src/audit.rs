//! The account of the words: what the tables hold and what the sheet left out.

use phuluc_model::Audit;

use crate::flat::{Sheet, Use};
use crate::table::{Kind, Table};

/// Counts each word of the sheet where it ended; cells and headings are counted in the tables.
pub(crate) fn audit(sheet: &Sheet, tables: &[Table]) -> Audit {
    let mut audit = Audit {
        words_in: sheet.lines.iter().map(|line| line.words.len()).sum(),
        ..Audit::default()
    };
    for (line, is) in sheet.lines.iter().zip(&sheet.uses) {
        if let Use::Left(reason) = is {
            *audit.left_out.entry(*reason).or_default() += line.words.len();
        }
    }
    for table in tables {
        audit.in_headings += table.heading.iter().map(|line| line.words.len()).sum::<usize>();
        audit.in_headings += table.labels.iter().map(|label| label.words.len()).sum::<usize>();
        for row in &table.rows {
            let words = usize::from(row.number.is_some())
                + row.cells.iter().map(|cell| cell.words.len()).sum::<usize>();
            match row.kind {
                Kind::Section => audit.in_headings += words,
                Kind::Task => audit.in_cells += words,
            }
        }
    }
    audit
}
