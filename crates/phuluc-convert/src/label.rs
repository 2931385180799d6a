//! Unique names for columns without a role, made from their labels.

use std::collections::BTreeMap;

/// The labels in their order, each different from those before it and from the names already taken.
///
/// Two columns may share a label; the second becomes `label (2)`, so that no cell is lost.
pub(crate) fn distinct<'a>(
    labels: impl IntoIterator<Item = &'a str>,
    taken: &[&str],
) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    // The last number that was tried for each label: smaller ones are taken and need not be tried again.
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for label in labels {
        let last = tried.entry(label).or_default();
        // There is one candidate more than there are names, so one is free.
        let candidates = *last + 1..=*last + names.len() + taken.len() + 1;
        let mut candidates = candidates.map(|count| (count, numbered(label, count)));
        let free =
            |(_, name): &(usize, String)| !names.contains(name) && !taken.contains(&name.as_str());
        if let Some((count, name)) = candidates.find(free) {
            *last = count;
            names.push(name);
        }
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
