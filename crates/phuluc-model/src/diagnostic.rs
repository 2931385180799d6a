//! What the reader doubts or lost, with its place.

use std::fmt;

use crate::argument::{Argument, Arguments};
use crate::place::Place;
use crate::role::Role;
use crate::variant::Variant;

/// How much a diagnostic weighs. The set is closed: exit codes depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something was lost or could not be read.
    Error,
    /// A value may be wrong; a person should look.
    Warning,
    /// A remark that needs no action.
    Info,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// The name that the outputs use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a diagnostic is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A page or the whole input, whatever stands at its place.
    Page,
    /// A row or a section, or a cell of it.
    Row,
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $variant:ident = $name:literal, $severity:ident, $scope:ident;)+) => {
        /// The closed set of things a diagnostic can say.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[$doc])+ $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The name that the outputs use.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How much a diagnostic with this code weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What a diagnostic with this code is about.
            #[must_use]
            pub const fn scope(self) -> Scope {
                match self { $(Self::$variant => Scope::$scope,)+ }
            }
        }
    };
}

codes! {
    /// The input holds no header of a task table.
    NoTable = "no_table", Error, Page;
    /// A table has a header and no task.
    NoTasks = "no_tasks", Error, Page;
    /// The text came out of a rotated page in pieces of a few letters; it cannot be read.
    ShreddedText = "shredded_text", Error, Page;
    /// The words of a text are not in the order of the cells of its table.
    OrderLost = "order_lost", Error, Page;
    /// Words of the input that are in no cell, no heading and no named remainder.
    WordsUnaccounted = "words_unaccounted", Error, Page;
    /// A row is longer than the limit and was not cut into cells.
    RowTooLong = "row_too_long", Error, Row;
    /// A cell is longer than the limit; it was kept whole.
    CellTooLong = "cell_too_long", Warning, Row;
    /// The end of the file is missing.
    FileTruncated = "file_truncated", Error, Page;
    /// The PDF counts more pages than can be found in it.
    PagesMissing = "pages_missing", Error, Page;
    /// What is drawn on a page cannot be decoded, or not to its end.
    PageUnreadable = "page_unreadable", Error, Page;
    /// A page is an image without text.
    PageScanned = "page_scanned", Error, Page;
    /// A page between two pages of a table holds text and nothing of the table.
    PageSkipped = "page_skipped", Error, Page;
    /// A limit ended the reading of a page before its end.
    PageCutShort = "page_cut_short", Error, Page;
    /// Letters of a page have no text in the file.
    TextMapIncomplete = "text_map_incomplete", Error, Page;
    /// Two engines read different words on a page.
    EnginesDisagree = "engines_disagree", Warning, Page;
    /// The second engine could not read the document.
    SecondOpinionMissing = "second_opinion_missing", Warning, Page;
    /// Two readings of the row explain its words nearly as well.
    CloseReading = "close_reading", Warning, Row;
    /// The lines of a row fit the widths of their columns so badly that they may be those of several
    /// cells, mixed.
    LinesMisfit = "lines_misfit", Warning, Row;
    /// So many rows of a table are doubtful that this one is too.
    TableDoubtful = "table_doubtful", Warning, Row;
    /// The columns of a text are kept by spaces, so that some borders are told by words alone.
    ColumnsBySpaces = "columns_by_spaces", Warning, Page;
    /// A row of delimited text has more or fewer cells than the header.
    RaggedRow = "ragged_row", Warning, Row;
    /// Rows do not repeat a cell that spans them, nor sections a title above them, because they are too
    /// long.
    NotRepeated = "not_repeated", Warning, Page;
    /// A row without a task.
    TaskMissing = "task_missing", Warning, Row;
    /// A row without a lead unit, in a table that has a column for it.
    LeadMissing = "lead_missing", Warning, Row;
    /// The row's number does not follow the number before it.
    NumberOutOfOrder = "number_out_of_order", Warning, Row;
    /// The section's number does not follow the number before it.
    SectionOutOfOrder = "section_out_of_order", Warning, Row;
    /// A section without tasks.
    SectionEmpty = "section_empty", Warning, Row;
    /// A date that no calendar has.
    DateInvalid = "date_invalid", Warning, Row;
    /// A time that the grammar of times does not know.
    ScheduleUnparsed = "schedule_unparsed", Warning, Row;
    /// A time without a year, in a document that names none.
    YearUnknown = "year_unknown", Warning, Row;
    /// A syllable that Vietnamese spelling cannot form.
    ImpossibleSyllable = "impossible_syllable", Warning, Row;
    /// A syllable that exists and makes no word here, where one with another mark would.
    ConfusableSyllable = "confusable_syllable", Warning, Row;
    /// A syllable that makes a word here when a letter is put before it.
    LostInitial = "lost_initial", Warning, Row;
    /// Capitals that become a known abbreviation without their marks: `ƯBND`.
    AcronymLookalike = "acronym_lookalike", Warning, Row;
    /// A letter of another alphabet that looks like a Vietnamese one: `Ð` for `Đ`, `Ƣ` for `Ư`.
    LookalikeLetter = "lookalike_letter", Warning, Row;
    /// The text was read in an old encoding (TCVN3, VNI, VISCII, …) and decoded.
    EncodingDecoded = "encoding_decoded", Warning, Page;
    /// The text may be in an old encoding; it was left as it is.
    EncodingSuspected = "encoding_suspected", Warning, Page;
    /// A mark of tone that stands before the mark of the vowel, so that they do not compose.
    ToneOrder = "tone_order", Info, Row;
    /// The name of a body that begins with a small letter: `ủy ban nhân dân`.
    ProperNameCase = "proper_name_case", Info, Row;
    /// A cell or a title that ends in a comma.
    CellEndsInComma = "cell_ends_in_comma", Info, Row;
    /// A row is said not to be performed and still has a product or a time.
    FlagWithDuty = "flag_with_duty", Info, Row;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One thing to doubt, with its place.
///
/// It holds no sentence: a catalogue makes one, in the language that is asked for, of the code, the variant
/// and the arguments. [`Code::sentences`] says which of them go together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: Code,
    /// Which of the sentences of the code; `None` where it has one.
    pub variant: Option<Variant>,
    /// What the sentence is filled with.
    pub arguments: Arguments,
    /// Where; `None` for the document as a whole.
    pub place: Option<Place>,
    /// In which field of the record.
    pub field: Option<Role>,
    /// The words that are doubted, as the page has them.
    pub found: Option<String>,
    /// What they may stand for; nothing was changed.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A diagnostic about the document as a whole.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self {
            code,
            variant: None,
            arguments: Arguments::new(),
            place: None,
            field: None,
            found: None,
            suggestion: None,
        }
    }

    /// The same, with this sentence of the code.
    #[must_use]
    pub const fn variant(mut self, variant: Variant) -> Self {
        self.variant = Some(variant);
        self
    }

    /// The same, with one more argument of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments = self.arguments.with(name, argument);
        self
    }

    /// The same, at a place.
    #[must_use]
    pub const fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same, in a field.
    #[must_use]
    pub const fn field(mut self, field: Role) -> Self {
        self.field = Some(field);
        self
    }

    /// The same, about these words; no words are no find.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into()).filter(|found: &String| !found.is_empty());
        self
    }

    /// How much it weighs: that of its code.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// The plain form for programmers: `error[page_cut_short-letters]: page 1, line 1: limit 5`.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}", self.severity(), self.code)?;
        if let Some(variant) = self.variant {
            write!(f, "-{}", variant.name())?;
        }
        f.write_str("]")?;
        if let Some(place) = self.place {
            write!(f, ": {place}")?;
        }
        for (index, (name, argument)) in self.arguments.iter().enumerate() {
            write!(f, "{} {name} {argument}", if index == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_form_has_case_place_and_arguments() {
        let whole = Diagnostic::new(Code::NoTasks);
        assert_eq!(whole.to_string(), "error[no_tasks]");
        let cut = Diagnostic::new(Code::PageCutShort).variant(Variant::Headers);
        let cut = cut.with("found", 7_usize).with("limit", 5_usize).at(Place::START);
        let expected = "error[page_cut_short-headers]: page 1, line 1: found 7, limit 5";
        assert_eq!(cut.to_string(), expected);
    }
}
