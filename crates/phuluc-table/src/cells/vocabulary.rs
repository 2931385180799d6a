//! The distinct words of a table. Each is looked up once, because the same words come many times.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use phuluc_language::connectives::is_connective;
use phuluc_language::fold::plain;
use phuluc_language::lexicon::{Opens, head_key};
use phuluc_meaning::schedule::passage::may_open;

use phuluc_page::em;
use phuluc_page::line::Word;

/// What is known of a word without its neighbours.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for on its own")]
pub(crate) struct WordFacts {
    /// The length of its key without marks, in bytes.
    pub(crate) plain_len: usize,
    /// Its key as a head.
    pub(crate) head: String,
    /// Equal words have equal keys; punctuation at the end is ignored.
    pub(crate) key: u64,
    /// Its width in ems.
    pub(crate) width: f32,
    /// Opening minus closing brackets and quotation marks.
    pub(crate) brackets: i32,
    /// Its first letter or sign.
    pub(crate) first: char,
    /// Its last letter or sign.
    pub(crate) last: char,
    /// Whether a head begins with it.
    pub(crate) begins_a_head: bool,
    /// Whether a time may open with it.
    pub(crate) opens_time: bool,
    /// Whether another word must follow it: `và`, `của`.
    pub(crate) is_connective: bool,
    /// Whether a date or years must follow it: `trước ngày`, `giai đoạn`.
    pub(crate) asks_for_date: bool,
    /// Whether it counts an item of a list: `(2)`, `2.`, `b)`.
    pub(crate) is_count: bool,
    /// Whether it names an office in any place.
    pub(crate) is_office: bool,
}

/// The distinct words of a table.
#[derive(Debug)]
pub(crate) struct RowVocabulary<'a> {
    index: HashMap<&'a str, usize>,
    facts: Vec<WordFacts>,
}

impl<'a> RowVocabulary<'a> {
    /// Looks up the words of all rows.
    pub(crate) fn new(words: impl Iterator<Item = &'a Word>) -> Self {
        let mut vocabulary = Self { index: HashMap::new(), facts: Vec::new() };
        for word in words {
            let next = vocabulary.facts.len();
            if *vocabulary.index.entry(&word.text).or_insert(next) == next {
                vocabulary.facts.push(WordFacts::new(&word.text));
            }
        }
        vocabulary
    }

    /// What is known of a word of the table.
    pub(crate) fn facts(&self, word: &str) -> Option<&WordFacts> {
        self.facts.get(*self.index.get(word)?)
    }
}

impl WordFacts {
    fn new(text: &str) -> Self {
        let plain = plain(text);
        let head = head_key(text);
        let mut hasher = DefaultHasher::new();
        plain.trim_end_matches(['.', ',', ';']).hash(&mut hasher);
        let first = text.chars().next().unwrap_or(' ');
        let brackets = text.chars().map(|c| match c {
            '(' | '“' | '[' | '«' => 1,
            ')' | '”' | ']' | '»' => -1,
            _ => 0,
        });
        Self {
            key: hasher.finish(),
            width: em::width(text),
            brackets: brackets.sum(),
            first,
            last: text.chars().next_back().unwrap_or(' '),
            begins_a_head: Opens::may_begin_with(&head),
            is_connective: is_connective(&head, first),
            is_count: is_count(text),
            asks_for_date: matches!(head.as_str(), "ngày" | "đoạn"),
            is_office: first.is_uppercase() && OFFICES.contains(&head.as_str()),
            opens_time: may_open(text),
            plain_len: plain.len(),
            head,
        }
    }
}

/// Whether a word is a figure or a letter that counts an item: `(2)`, `2.`, `b)`.
fn is_count(text: &str) -> bool {
    let body = text.strip_suffix(')').map(|body| body.strip_prefix('(').unwrap_or(body));
    let body = body.or_else(|| text.strip_suffix('.'));
    body.is_some_and(|body| {
        let mut letters = body.chars();
        let letter = letters.next().is_some_and(char::is_lowercase) && letters.next().is_none();
        letter || matches!(body.len(), 1 | 2) && body.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Heads that name an office wherever they have a capital.
const OFFICES: [&str; 7] = ["bộ", "sở", "phòng", "các", "công", "ubnd", "ngân"];
