//! Names for columns that have no role: their labels, made unique.

/// The labels in their order, each unlike those before it and unlike the names already taken.
///
/// Two columns may share a label; the second becomes `label (2)`, so that no cell is lost.
pub(crate) fn distinct<'a>(
    labels: impl IntoIterator<Item = &'a str>,
    taken: &[&str],
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for label in labels {
        // One more candidate than there are names to be unlike.
        let name = (1..=names.len() + taken.len() + 1)
            .map(|count| numbered(label, count))
            .find(|name| !names.contains(name) && !taken.contains(&name.as_str()));
        names.extend(name);
    }
    names
}

fn numbered(label: &str, count: usize) -> String {
    if count == 1 { label.to_owned() } else { format!("{label} ({count})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(labels: &[&str], expected: &[&str]) {
        assert_eq!(distinct(labels.iter().copied(), &["note"]), expected, "{labels:?}");
    }

    #[test]
    fn keeps_labels_apart() {
        check(&["Căn cứ", "Cấp trình"], &["Căn cứ", "Cấp trình"]);
        check(&["Căn cứ", "Căn cứ", "Căn cứ"], &["Căn cứ", "Căn cứ (2)", "Căn cứ (3)"]);
        check(&["Căn cứ", "Căn cứ", "Căn cứ (2)"], &["Căn cứ", "Căn cứ (2)", "Căn cứ (2) (2)"]);
        check(&["note"], &["note (2)"]);
    }
}
