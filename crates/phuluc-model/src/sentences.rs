//! The sentences that each code has, and what each of them is filled with.

use crate::diagnostic::Code;
use crate::variant::Variant;

/// A sentence of a code: its variant, and the names of its arguments.
pub type Sentence = (Option<Variant>, &'static [&'static str]);

impl Code {
    /// The sentences of the code. A diagnostic has the variant and the arguments of one of them.
    #[must_use]
    pub const fn sentences(self) -> &'static [Sentence] {
        const NOTHING: &[Sentence] = &[(None, &[])];
        const ROW: &[Sentence] = &[(None, &["row"])];
        const ROW_OR_NONE: &[Sentence] = &[(None, &["row"]), (Some(Variant::Unnumbered), &[])];
        const WORDS: &[Sentence] = &[(None, &["words"])];
        match self {
            Self::NoTasks
            | Self::ShreddedText
            | Self::OrderLost
            | Self::PageScanned
            | Self::ColumnsBySpaces
            | Self::CellEndsInComma => NOTHING,
            Self::NoTable => &[(Some(Variant::Lines), &[]), (Some(Variant::Pages), &[])],
            Self::RowTooLong | Self::LinesMisfit | Self::CloseReading | Self::TableDoubtful => {
                ROW_OR_NONE
            }
            Self::TaskMissing | Self::LeadMissing => ROW,
            Self::FlagWithDuty => &[(None, &["row", "words"])],
            Self::WordsUnaccounted => &[(None, &["found", "accounted"])],
            Self::CellTooLong => &[(None, &["found", "limit"])],
            Self::FileTruncated => &[(None, &["pages"])],
            Self::PagesMissing => &[(None, &["counted", "found"])],
            Self::PageUnreadable => {
                &[(Some(Variant::WholePage), &[]), (Some(Variant::RestOfPage), &[])]
            }
            Self::PageSkipped => &[(None, &["page"])],
            Self::PageCutShort => PAGE_CUT_SHORT,
            Self::TextMapIncomplete => &[(None, &["unmapped", "letters"])],
            Self::EnginesDisagree => ENGINES_DISAGREE,
            Self::SecondOpinionMissing => &[(None, &["engine", "reason"])],
            Self::RaggedRow => &[(None, &["found", "columns"])],
            Self::NotRepeated => &[(None, &["rows", "words", "times"])],
            Self::NumberOutOfOrder | Self::SectionOutOfOrder => &[(None, &["number", "previous"])],
            Self::SectionEmpty => &[(None, &["number"])],
            Self::DateInvalid => &[
                (Some(Variant::Issue), &["date"]),
                (Some(Variant::Day), &["words"]),
                (Some(Variant::Range), &["words"]),
            ],
            Self::ScheduleUnparsed | Self::YearUnknown | Self::ToneOrder | Self::ProperNameCase => {
                WORDS
            }
            Self::ImpossibleSyllable => &[
                (None, &["word"]),
                (Some(Variant::Pair), &["word", "pair"]),
                (Some(Variant::Digit), &["word", "digit", "meant"]),
            ],
            Self::ConfusableSyllable | Self::LostInitial => &[(None, &["word", "pair"])],
            Self::AcronymLookalike => &[(None, &["word", "meant"])],
            Self::LookalikeLetter => &[(None, &["letter", "points", "meant", "word", "more"])],
            Self::EncodingDecoded => &[
                (Some(Variant::Lines), &["encoding", "first", "last", "count"]),
                (Some(Variant::LinesWithoutHorn), &["encoding", "first", "last", "count"]),
                (Some(Variant::Pages), &["encoding", "pages"]),
            ],
            Self::EncodingSuspected => {
                &[(Some(Variant::Lines), &[]), (Some(Variant::Pages), &["pages"])]
            }
        }
    }
}

const PAGE_CUT_SHORT: &[Sentence] = &[
    (Some(Variant::Letters), &["limit"]),
    (Some(Variant::Corners), &["limit"]),
    (Some(Variant::Rules), &[]),
    (Some(Variant::Operations), &["limit"]),
    (Some(Variant::Forms), &["limit"]),
    (Some(Variant::Depth), &["limit"]),
    (Some(Variant::Bytes), &["limit"]),
    (Some(Variant::Headers), &["found", "limit"]),
];

const ENGINES_DISAGREE: &[Sentence] = &[
    (
        Some(Variant::Both),
        &["engine", "words", "more", "other_engine", "other_words", "other_more"],
    ),
    (Some(Variant::One), &["engine", "words", "more"]),
];
