//! Words around a table and between its rows: letterhead, heading, signature block, sums, notes.

use std::sync::LazyLock;

use crate::entries::{by_use, kinds};

const TEXT: &str = include_str!("../data/furniture.txt");

kinds! {
    /// What a phrase is known for, and in which form it is compared.
    pub enum FurnitureUse {
        /// A post that stands alone on its line above a signature, as printed.
        SignaturePost = "signature-post",
        /// The first word of a line above a signature, as printed.
        SignatureWord = "signature-word",
        /// The beginning of a signature block, without marks.
        SignatureStart = "signature-start",
        /// A line that ends a document, without marks.
        SignatureLine = "signature-line",
        /// Words of the two lines on the right of a letterhead, without marks.
        StateLine = "state-line",
        /// The first words of the label of an appendix, without marks.
        AppendixLabel = "appendix-label",
        /// The first words of a title over a table, without marks.
        TableTitle = "table-title",
        /// The label of a row of sums, in small letters. Marks count, because `Công` begins the
        /// names of offices.
        Total = "total",
        /// The first words of a note below a table or across it, without marks.
        Note = "note",
    }
}

static PHRASES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let names: Vec<&str> = FurnitureUse::ALL.iter().map(|wanted| wanted.name()).collect();
    by_use(TEXT, &names)
});

/// The phrases of a use.
#[must_use]
pub fn phrases(wanted: FurnitureUse) -> &'static [&'static str] {
    PHRASES.get(wanted as usize).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::check::sorted_file;
    use crate::fold;

    #[test]
    fn the_data_file_is_sound() {
        let known: Vec<&str> = FurnitureUse::ALL.iter().map(|wanted| wanted.name()).collect();
        sorted_file::<3>(TEXT, &known);
        for wanted in FurnitureUse::ALL {
            let form = |phrase: &str| match wanted {
                FurnitureUse::SignaturePost | FurnitureUse::SignatureWord => phrase.to_uppercase(),
                FurnitureUse::Total => phrase.to_lowercase(),
                _ => fold::plain(phrase),
            };
            assert!(phrases(*wanted).iter().all(|phrase| form(phrase) == *phrase), "{wanted:?}");
            assert!(!phrases(*wanted).is_empty(), "{wanted:?}");
        }
    }
}
