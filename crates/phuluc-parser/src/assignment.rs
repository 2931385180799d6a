//! Cells that name the lead and the coordinating units: `Chủ trì: Sở Nội vụ. Phối hợp: Sở Tài
//! chính`.

use phuluc_language::fold::plain;
use phuluc_page::line::Word;

/// Where the units are among the words of the cell.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Assignment {
    /// The range of the words of the lead unit.
    pub(crate) lead: (usize, usize),
    /// The first word of the coordinating units, which reach to the end of the cell.
    pub(crate) coop: usize,
}

/// The units of a cell that opens with `Chủ trì:`; the part of the coordinating units may be empty.
pub(crate) fn assignment(words: &[Word]) -> Option<Assignment> {
    let keys: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
    let lead = opening(&keys, ["chu", "tri:"]).filter(|(from, _)| *from == 0)?.1;
    let rest = keys.get(lead..)?;
    let helps = opening(rest, ["phoi", "hop:"]);
    let (end, coop) = helps.map_or((rest.len(), rest.len()), |found| found);
    Some(Assignment { lead: (lead, lead + end), coop: lead + coop })
}

/// The start and the end of two words, with a dash and `Đơn vị` or `Cơ quan` before them if there.
fn opening(keys: &[String], label: [&str; 2]) -> Option<(usize, usize)> {
    let at = keys.windows(2).position(|pair| pair.iter().eq(&label))?;
    let before = |back: usize, words: &[&str]| {
        let from = at.checked_sub(back)?;
        keys.get(from..from + words.len())?.iter().eq(words).then_some(from)
    };
    let body = before(2, &["don", "vi"]).or_else(|| before(2, &["co", "quan"])).unwrap_or(at);
    let dash = body
        .checked_sub(1)
        .filter(|dash| matches!(keys.get(*dash).map(String::as_str), Some("-" | "+")));
    Some((dash.unwrap_or(body), at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::line::Gap;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let word = |text: &str| Word {
            text: text.into(),
            gap: Gap::Space,
            place: Place::START,
            pieces: 1,
        };
        let words: Vec<Word> = text.split(' ').map(word).collect();
        let part = |from: usize, to: usize| {
            words[from..to].iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        let actual = assignment(&words)
            .map(|found| (part(found.lead.0, found.lead.1), part(found.coop, words.len())));
        let expected = expected.map(|(lead, coop)| (lead.to_owned(), coop.to_owned()));
        assert_eq!(actual, expected, "{text}");
    }

    #[test]
    fn who_leads_and_who_helps() {
        check("Chủ trì: Sở Nội vụ; Phối hợp: Sở Y tế", Some(("Sở Nội vụ;", "Sở Y tế")));
        check("- Đơn vị chủ trì: Sở A - Đơn vị phối hợp: Sở B", Some(("Sở A", "Sở B")));
        check("Chủ trì: Sở Nội vụ", Some(("Sở Nội vụ", "")));
        check("Sở Nội vụ chủ trì: việc", None);
    }
}
