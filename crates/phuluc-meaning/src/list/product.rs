//! Where a product begins behind another.

use super::cell::{Joint, Word, key, length, opened, opens};
use super::opening;
use phuluc_language::lexicon::{DOCUMENT, EVENT, Kinds, WordKind};

const PRODUCT_CLAUSE: Kinds = Kinds::of(&[WordKind::ProductClause]);
const NO_PRODUCT_CLAUSE: Kinds = Kinds::of(&[WordKind::NoProductClause]);
const VERBAL_PRODUCT: Kinds = Kinds::of(&[WordKind::VerbalProduct]);

/// Whether a product begins behind a joint.
pub(super) fn begins(joint: Joint, before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    match joint {
        Joint::Semicolon => true,
        Joint::Paragraph => is_target(before, behind) || Head::read(behind).is_some(),
        Joint::Marker => Head::read(behind).is_some() && !is_reference(behind),
        Joint::Comma | Joint::And | Joint::Plus => {
            is_target(before, behind)
                || Head::read(behind).is_some_and(|head| is_parted(before, behind, head))
        }
        Joint::Stop => starts_big(behind) && Head::read(behind).is_some() && !is_reference(behind),
        Joint::Slash => {
            let document = Head::read(behind) == Some(Head::Document);
            document && starts_big(behind) && is_bare(before) && !is_reference(behind)
        }
        Joint::Bracket | Joint::Space => false,
    }
}

/// What a head of a product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// `kế hoạch`
    Document,
    /// `hội nghị`
    Event,
    /// `các hoạt động`
    Plural,
    /// Systems, measures and results; in small letters they go on with the words before.
    Effect,
}

impl Head {
    fn read(words: &[Word<'_>]) -> Option<Self> {
        let things = uncounted(words);
        let counted = things.len() < words.len();
        let first = things.first()?;
        if first.key == "các" {
            let listed =
                opens_product(things) || opens_product(things.get(1..).unwrap_or_default());
            return listed.then_some(Self::Plural);
        }
        if !opens_product(things) {
            None
        } else if opens(DOCUMENT, things) {
            Some(Self::Document)
        } else if opens(EVENT, things) {
            Some(Self::Event)
        } else {
            (counted || opening::is_capital(first.text)).then_some(Self::Effect)
        }
    }
}

fn opens_product(words: &[Word<'_>]) -> bool {
    opens(EVENT, words) || heads_product(words)
}

fn heads_product(words: &[Word<'_>]) -> bool {
    opened(words).product
}

/// Whether a product behind a comma or `và` is one of its own and no part of the one before.
fn is_parted(before: &[Word<'_>], behind: &[Word<'_>], head: Head) -> bool {
    if is_reference(behind) || shares_verb(before, behind) {
        return false;
    }
    if opening::is_plural(before) {
        return head == Head::Plural && !has_clause(before);
    }
    if !starts_big(behind) && (has_clause(before) || (is_verbal(behind) && !is_bare(before))) {
        return false;
    }
    !is_within(before, behind, head)
}

fn starts_big(words: &[Word<'_>]) -> bool {
    words.first().is_some_and(|word| opening::is_capital(word.text))
}

/// `Kết luận số 182-KL/TW và Kết luận số 218-KL/TW` refers to documents and lists no products.
fn is_reference(behind: &[Word<'_>]) -> bool {
    let figures = |word: &Word<'_>| word.text.starts_with(|char: char| char.is_ascii_digit());
    let symbol = |word: &Word<'_>| figures(word) && word.text.contains(char::is_uppercase);
    let numbered = |pair: &[Word<'_>]| match pair {
        [number, figure] => (number.key == "số" && figures(figure)) || symbol(figure),
        _ => false,
    };
    behind.windows(2).take(3).any(numbered)
}

/// `Cơ chế, chính sách được ban hành`: both are in one sentence.
fn shares_verb(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    /// A sentence in a cell is short; `Các chỉ tiêu được đưa vào …` has its verb third.
    const REACH: usize = 20;
    let sentence = behind.iter().take(REACH).take_while(|word| !word.text.ends_with(';'));
    is_bare(before) && sentence.into_iter().any(|word| word.key == "được")
}

/// Whether the value is a head and nothing else.
fn is_bare(before: &[Word<'_>]) -> bool {
    let head = length(DOCUMENT, before).max(length(EVENT, before));
    head == before.len() || (before.len() <= 2 && heads_product(before))
}

fn has_clause(before: &[Word<'_>]) -> bool {
    let rest = |place: usize| before.get(place..).unwrap_or_default();
    (1..before.len()).any(|place| {
        opens(PRODUCT_CLAUSE, rest(place))
            && !opens(NO_PRODUCT_CLAUSE, rest(place))
            && !opens(NO_PRODUCT_CLAUSE, rest(place - 1))
    })
}

fn is_verbal(behind: &[Word<'_>]) -> bool {
    opens(VERBAL_PRODUCT, behind)
}

/// Whether the value before already names a thing of the same kind within itself, so that the next
/// may go on with that one: `Quyết định ban hành Quy chế, Quy trình`.
///
/// Behind `Dự thảo` the thing is the product itself, and a small verb (`Văn bản hướng dẫn`) is none.
/// A capital does not go on with a small thing (`Quyết định phê duyệt danh mục, Tờ trình`), and the
/// head of the value before, written with a capital again, opens the next.
fn is_within(before: &[Word<'_>], behind: &[Word<'_>], head: Head) -> bool {
    let heads = match head {
        Head::Document => DOCUMENT,
        Head::Event => EVENT,
        Head::Plural | Head::Effect => return false,
    };
    let own = uncounted(before);
    let draft = key(own, 0, 2) == "dự thảo";
    let first = length(heads, own).max(1);
    let inner = own.get(first..).unwrap_or_default();
    let big = starts_big(behind);
    let is_thing = |place: usize| {
        let rest = inner.get(place..).unwrap_or_default();
        let verb = is_verbal(rest) && !starts_big(rest);
        opens(heads, rest) && !verb && (!big || starts_big(rest))
    };
    let again = big && starts_big(own) && same_head(heads, own, behind);
    !draft && !again && (0..inner.len()).any(is_thing)
}

fn same_head(kinds: Kinds, one: &[Word<'_>], other: &[Word<'_>]) -> bool {
    let head = |words: &[Word<'_>]| key(words, 0, length(kinds, words));
    opens(kinds, one) && head(one) == head(other)
}

/// `100% hồ sơ`, `tối thiểu 98%`, `≥ 100 lượt`: what is to be reached.
fn is_target(before: &[Word<'_>], behind: &[Word<'_>]) -> bool {
    let [first, second, ..] = behind else { return false };
    let figures = |word: &str| word.starts_with(|char: char| char.is_ascii_digit());
    let small = second.text.starts_with(char::is_alphabetic);
    let least = match key(behind, 0, 2).as_str() {
        "tối thiểu" | "ít nhất" => 2,
        _ => usize::from(first.key == "trên"),
    };
    // A rate is a target of its own after another; `số lượng, tỷ lệ hồ sơ` is not a target.
    let rate = matches!(key(behind, 0, 2).as_str(), "tỷ lệ" | "tỉ lệ");
    (figures(first.text) && first.text.ends_with('%') && small)
        || first.text.starts_with(['≥', '>'])
        || (rate && before.iter().any(|word| word.text.contains('%')))
        || (least > 0 && behind.get(least).is_some_and(|word| figures(word.text)))
}

/// The words behind a count: `01 báo cáo`.
fn uncounted<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    match words {
        [count, rest @ ..] if count.text.chars().all(|char| char.is_ascii_digit()) => rest,
        _ => words,
    }
}
