//! Capitals that become a known abbreviation without their marks: `ƯBND`.

use phuluc_model::{Code, Diagnostic};

use crate::doubt::Finding;
use crate::doubt::vocabulary::Case;
use crate::doubt::words::Word;
use phuluc_language::letter::{base, split_tone};

/// Abbreviations of bodies, domains and indices that administrative texts use without explaining.
const KNOWN: &str = "UBND UBMTTQ HĐND MTTQ TAND VKSND BCH BCĐ BTV BTC BGH BQL BQLDA TTHC CCHC CNTT CĐS ĐMST KHCN \
    QPPL VBQPPL CBCC CBCCVC CCVC CBVC CBNV CBQL LĐTBXH TNMT TTTT VHTT VHTTDL GDĐT NNPTNT TCKH KTXH KHĐT QLNN QLĐT \
    BHXH BHYT BHTN BVMT ATTP PCCC PCTN GPMB NSNN ĐTXD XDCB XDNTM CSDL CSXH DVC DVCTT TTĐT VNPT THCS THPT GDTX GDNN \
    TDTT DNNN DNNVV SXKD SIPAS PCI DDCI PAPI PAR ICT";

/// Abbreviations of bodies of the state. No other word is written like one of them with a stroke lost
/// or added, while `QLDT` and `QLĐT` are two.
const BODIES: &str = "UBND HĐND TAND VKSND LĐTBXH";

/// A word in capitals that is no known abbreviation and becomes one without marks.
///
/// `Đ` keeps its stroke, because it is a letter of its own in abbreviations; only in those of bodies
/// it may have lost it. Symbols are read too: `12/KH-ƯBND`.
pub(super) fn finding(word: &Word) -> Option<Finding> {
    if word.case != Case::Capitals || is_known(&word.repair.text) || word.is_possible {
        return None;
    }
    let bare = word.small.chars().map(unmarked).collect::<String>().to_uppercase();
    let known = if is_known(&bare) { Some(bare) } else { body(&bare) }?;
    (known != word.repair.text).then(|| Finding {
        said: Diagnostic::new(Code::AcronymLookalike)
            .with("word", word.raw)
            .with("meant", known.to_string()),
        start: word.start,
        found: word.raw.to_owned(),
        suggestion: Some(known),
    })
}

fn unmarked(letter: char) -> char {
    let (shape, _) = split_tone(letter);
    if shape == 'đ' { shape } else { base(shape) }
}

fn is_known(abbreviation: &str) -> bool {
    KNOWN.split_ascii_whitespace().any(|known| known == abbreviation)
}

/// The body whose abbreviation has the same letters, strokes aside.
fn body(abbreviation: &str) -> Option<String> {
    let strokeless = abbreviation.replace('Đ', "D");
    let mut bodies = BODIES.split_ascii_whitespace();
    bodies.find(|body| body.replace('Đ', "D") == strokeless).map(str::to_owned)
}
