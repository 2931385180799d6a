//! Capitals that become a known abbreviation without their marks: `ƯBND`.

use phuluc_model::Code;

use crate::doubt::Finding;
use crate::doubt::words::{Case, Words};
use crate::letter::{base, split_tone};
use crate::syllable::is_possible;

/// Abbreviations of bodies, domains and indices that administrative texts use without explaining.
const KNOWN: &str = "UBND UBMTTQ HĐND MTTQ TAND VKSND BCH BCĐ BTV BTC BGH BQL BQLDA TTHC CCHC CNTT CĐS ĐMST KHCN \
    QPPL VBQPPL CBCC CBCCVC CCVC CBVC CBNV CBQL LĐTBXH TNMT TTTT VHTT VHTTDL GDĐT NNPTNT TCKH KTXH KHĐT QLNN QLĐT \
    BHXH BHYT BHTN BVMT ATTP PCCC PCTN GPMB NSNN ĐTXD XDCB XDNTM CSDL CSXH DVC DVCTT TTĐT VNPT THCS THPT GDTX GDNN \
    TDTT DNNN DNNVV SXKD SIPAS PCI DDCI PAPI PAR ICT";

/// A word in capitals that is no known abbreviation and becomes one without marks.
///
/// `Đ` keeps its stroke, because it is a letter of its own in abbreviations. Symbols are read too:
/// `12/KH-ƯBND`.
pub(super) fn finding(words: &Words, index: usize) -> Option<Finding> {
    let word = words.get(index)?;
    if word.case != Case::Capitals || is_known(&word.repair.text) || is_possible(&word.small) {
        return None;
    }
    let bare = word.small.chars().map(unmarked).collect::<String>().to_uppercase();
    (bare != word.repair.text && is_known(&bare)).then(|| Finding {
        code: Code::AcronymLookalike,
        message: format!("«{}» may be the abbreviation «{bare}»", word.raw),
        start: word.start,
        found: word.raw.to_owned(),
        suggestion: Some(bare),
    })
}

fn unmarked(letter: char) -> char {
    let (shape, _) = split_tone(letter);
    if shape == 'đ' { shape } else { base(shape) }
}

fn is_known(abbreviation: &str) -> bool {
    KNOWN.split_ascii_whitespace().any(|known| known == abbreviation)
}
