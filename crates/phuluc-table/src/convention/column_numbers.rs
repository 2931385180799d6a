//! The row below a header that counts the columns: `(1) (2) (3)`, `1 2 3`, `A B 1 2`.

/// A row that counts has at least this many texts: no table of tasks has fewer columns.
const MIN_COLUMNS: usize = 3;

/// Whether the texts of a row, one for each filled cell from left to right, count the columns.
pub(crate) fn counts_columns<'a>(texts: impl Iterator<Item = &'a str>) -> bool {
    let mut figures = Vec::new();
    for text in texts {
        let count = text.trim_matches(['(', ')', '[', ']']);
        match count.parse::<u32>() {
            Ok(figure) if count.len() <= 2 => figures.push(Some(figure)),
            _ if matches!(count, "A" | "B" | "C" | "a" | "b" | "c") => figures.push(None),
            _ => return false,
        }
    }
    let counted: Vec<u32> = figures.iter().copied().flatten().collect();
    let mut pairs = counted.iter().zip(counted.iter().skip(1));
    figures.len() >= MIN_COLUMNS && counted.len() > 1 && pairs.all(|(a, b)| a < b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(texts: &str, expected: bool) {
        assert_eq!(counts_columns(texts.split(' ')), expected, "{texts}");
    }

    #[test]
    fn columns_are_counted_in_many_ways() {
        check("(1) (2) (3) (4)", true);
        check("[1] [2] [3]", true);
        check("1 2 3 4 5 6", true);
        check("A B 1 2 3", true);
    }

    #[test]
    fn other_rows_do_not_count() {
        check("1 2", false);
        check("3 2 1", false);
        check("1 2026 2027", false);
        check("A B C", false);
        check("1 Báo cáo", false);
    }
}
