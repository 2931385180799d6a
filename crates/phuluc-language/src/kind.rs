//! What the words of `heads.txt` and `connectives.txt` are known for.

use crate::entries::kinds;

kinds! {
    /// A kind of word. A word may be of several: `ban` opens units and goes on names of bodies.
    pub enum WordKind {
        /// The first word or words of a unit: a body, an office, a post, a collective.
        Unit = "unit",
        /// The same inside a list of units only: a cell of flattened text is not cut by them.
        ListedUnit = "listed-unit",
        /// The head of a unit that takes a name, so that nothing ends after it.
        NamedUnit = "named-unit",
        /// The first words of a document that a task produces.
        Document = "document",
        /// The first words of an event, a medium or a program that a task produces.
        Event = "event",
        /// The same inside a list of products only: a cell of flattened text is not cut by them.
        ListedEvent = "listed-event",
        /// The first words of a system, a measure or a result that a task produces.
        Effect = "effect",
        /// The first words of a time.
        Time = "time",
        /// Verbs and nouns that open a task and hardly ever another cell.
        Task = "task",
        /// Words that put a noun into the plural.
        Plural = "plural",
        /// Nouns for bodies that never have a name of their own.
        CommonNoun = "common-noun",
        /// Nouns for bodies that name their class where no name follows: `các phòng, ban`.
        Institution = "institution",
        /// Nouns that end a row of nouns. `hội` and `đội` are not among them, because they would
        /// also end `Quốc hội` and `bộ đội`.
        RowEnd = "row-end",
        /// Nouns for territories.
        Territory = "territory",
        /// Nouns for groups of persons.
        Person = "person",
        /// Words that begin like a unit and name none: `Cục Bản quyền, Sở hữu trí tuệ`.
        NoUnit = "no-unit",
        /// Verbs that begin like a unit, also with a comma inside: `phòng, chống tội phạm`.
        NoUnitVerb = "no-unit-verb",
        /// Posts that mean nothing without the body they are in.
        Post = "post",
        /// Heads of units that are a field of work too: `Vụ Tiền tệ, Ngân hàng`.
        FieldUnit = "field-unit",
        /// Posts that are a field of work too, but not at the beginning of a value.
        FieldPost = "field-post",
        /// Heads of units of which none has another of its kind in its name.
        Peer = "peer",
        /// Heads of products that are verbs too: `Văn bản chỉ đạo, hướng dẫn` is one product.
        VerbalProduct = "verbal-product",
        /// First words of who issued a document, besides the heads of units.
        Issuer = "issuer",
        /// Small syllables that names of bodies are made of.
        NameSyllable = "name-syllable",
        /// Nouns for fields of work in names of bodies; no verb of a sentence begins like them.
        Field = "field",
        /// Names of bodies that are whole without a territory, so that a small word after them does
        /// not belong to them.
        WholeName = "whole-name",
        /// Territories of the lowest level.
        Commune = "commune",
        /// Territories of the second level from below.
        District = "district",
        /// Territories of the third level from below.
        City = "city",
        /// Territories of the highest level.
        Province = "province",
        /// Things with a number that looks like the symbol of a document: `Mẫu số 01/TTHC`.
        NumberedThing = "numbered-thing",
        /// The same, where the name goes on after the first word: `Sổ theo dõi`.
        NamedThing = "named-thing",
        /// Words of which the name of a numbered thing is only a part: `đơn vị`.
        LongerWord = "longer-word",
        /// First syllables of words that end in `số`: `tỷ số`, `chỉ số`.
        NumberCompound = "number-compound",
        /// Words that ask for another word, so that no cell ends with them.
        Open = "open",
        /// The same where they have no capital: `Bến Thành` may end a cell, `các tỉnh, thành` not.
        OpenSmall = "open-small",
        /// The same where they have a capital: a cell ends in `hằng năm`, not in `Năm`.
        OpenCapital = "open-capital",
        /// Words with which no cell ends at the end of a page.
        OpenAtPage = "open-at-page",
        /// Words with which no unit ends.
        OpenUnit = "open-unit",
        /// Words that begin a clause in which commas separate no units.
        UnitClause = "unit-clause",
        /// Words that begin a clause about a product: what it is about, for, from.
        ProductClause = "product-clause",
        /// Words that contain one of those and begin no clause.
        NoProductClause = "no-product-clause",
        /// Small words that follow an issuer and belong to no name of a body.
        IssuerEnd = "issuer-end",
        /// Words that a title may begin with in a capital, and no name of a body or a place has.
        IssuerTitle = "issuer-title",
        /// Words that bring in a document, whatever stands before them.
        ReferenceLink = "reference-link",
        /// Small words that a name does not begin with: `Trung tâm thuộc Bộ`.
        NoName = "no-name",
        /// Words of grammar and of counting, which stand beside any word: a pair that one of them
        /// would make with another mark proves nothing. `để` and `từ` are not among them, because
        /// `đề` and `tư` are misread as them.
        Grammar = "grammar",
    }
}

/// A set of kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u64);

// A kind is one bit of the set.
const _: () = assert!(WordKind::ALL.len() <= 64, "more kinds than bits");

impl Kinds {
    /// The set of these kinds.
    #[must_use]
    pub const fn of(kinds: &[WordKind]) -> Self {
        let mut bits = 0;
        let mut rest = kinds;
        while let [kind, others @ ..] = rest {
            bits |= 1 << *kind as u64;
            rest = others;
        }
        Self(bits)
    }

    /// The kinds of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets have a kind in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
