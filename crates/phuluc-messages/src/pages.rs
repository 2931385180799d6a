//! Pages as a person lists them: `pages 1 to 3, 7 and 8 more`.

use phuluc_model::Arguments;

use crate::catalogue::Catalogue;

/// Runs of pages that a sentence names before it only counts the rest. Twelve of them fill a line of a
/// terminal.
const RUNS: usize = 12;

/// The pages in the words of a catalogue.
pub(crate) fn list(catalogue: &'static Catalogue, pages: &[u32]) -> String {
    let runs: Vec<&[u32]> = pages.chunk_by(|a, b| a.checked_add(1) == Some(*b)).collect();
    let named = runs.iter().take(RUNS).map(|run| match run {
        [first, .., last] if run.len() > 2 => {
            let ends = Arguments::new().with("first", *first).with("last", *last);
            catalogue.part("pages-run", &ends)
        }
        run => run.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    });
    let list = named.collect::<Vec<String>>().join(", ");
    let more: usize = runs.iter().skip(RUNS).map(|run| run.len()).sum();
    let arguments = Arguments::new().with("list", list);
    match more {
        0 => catalogue.part("pages-list", &arguments.with("count", pages.len())),
        more => catalogue.part("pages-list_and_more", &arguments.with("more", more)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn pages_are_listed_in_runs() {
        let english = |pages: &[u32]| list(Catalogue::of(Lang::En), pages);
        assert_eq!(english(&[4]), "page 4");
        assert_eq!(english(&[1, 2]), "pages 1, 2");
        assert_eq!(english(&[1, 2, 3, 7]), "pages 1 to 3, 7");
        let odd: Vec<u32> = (0..20).map(|index| 2 * index + 1).collect();
        assert!(english(&odd).ends_with("21, 23 and 8 more"), "{}", english(&odd));
        let vietnamese = list(Catalogue::of(Lang::Vi), &[1, 2, 3, 7]);
        assert_eq!(vietnamese, "các trang 1 đến 3, 7");
    }
}
