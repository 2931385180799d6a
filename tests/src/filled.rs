//! A document in which any field of the model may be filled, by a seed.
//!
//! What a reader makes of an input has only what the input says. Stored documents may have more.

use phuluc_model::{
    Appendix, Area, Argument, Assumption, Audit, Bound, Citation, CitationClass, Code, Column,
    Date, Diagnostic, Document, Draft, Extra, IssuedWith, Item, Meaning, Period, Place, Placed,
    Remainder, Role, Schedule, Section, Task, Text, Timing, YearSource, validate,
};

use crate::random::Random;

/// Words that a format may take for its own, and letters that are written in several bytes.
const WORDS: &[&str] = &[
    "Rà soát",
    "văn bản",
    "\n",
    " / ",
    "\"",
    "\\",
    "{",
    "]",
    ",",
    "null",
    "=1+1",
    "🏛️",
    "\u{301}",
    "\u{FEFF}",
    "\u{2028}",
    "\u{1}",
    "#",
    "1~2",
    "I.1",
];

/// A document of a seed, and what validation doubts in it with some doubts more.
#[must_use]
pub fn document(seed: u64) -> (Document, Vec<Diagnostic>) {
    let mut random = Random::new(seed);
    let draft = Draft {
        appendices: list(&mut random, 3, appendix),
        audit: Audit {
            words_in: random.below(99),
            in_cells: random.below(99),
            in_headings: random.below(99),
            left_out: list(&mut random, 4, |random| (any(random, &Remainder::ALL), 7)),
        },
    };
    let mut diagnostics = Vec::new();
    let document = validate(draft, &mut diagnostics);
    diagnostics.extend(list::<Vec<_>, _>(&mut random, 4, diagnostic));
    (document, diagnostics)
}

fn list<C: FromIterator<T>, T>(
    random: &mut Random,
    most: usize,
    one: impl Fn(&mut Random) -> T,
) -> C {
    (0..random.below(most + 1)).map(|_| one(random)).collect()
}

fn maybe<T>(random: &mut Random, one: impl Fn(&mut Random) -> T) -> Option<T> {
    (random.below(3) > 0).then(|| one(random))
}

#[expect(clippy::indexing_slicing, reason = "the sets have values")]
fn any<T: Copy>(random: &mut Random, all: &[T]) -> T {
    all[random.below(all.len())]
}

fn words(random: &mut Random) -> String {
    let more: String = list(random, 3, |random| any(random, WORDS));
    any(random, WORDS).to_owned() + &more
}

fn place(random: &mut Random) -> Place {
    let count = |random: &mut Random| if random.below(9) == 0 { u32::MAX } else { 1 };
    Place::new(count(random), count(random))
}

/// A text of several lines.
fn text(random: &mut Random) -> Text {
    let mut text = Text::new(words(random), place(random));
    for _ in 0..random.below(3) {
        text.push(&words(random), place(random));
    }
    text
}

fn date(random: &mut Random) -> Date {
    let days = [
        Date::constant(1, 1, 1),
        Date::constant(2024, 2, 29),
        Date::constant(2026, 12, 31),
        Date::constant(9999, 12, 31),
    ];
    any(random, &days)
}

fn appendix(random: &mut Random) -> Appendix {
    Appendix {
        label: maybe(random, text),
        title: maybe(random, text),
        issuer: maybe(random, text),
        unit: maybe(random, text),
        year: maybe(random, |random| Placed::new(2024, place(random))),
        issued_with: maybe(random, |random| IssuedWith {
            kind: maybe(random, text),
            number: maybe(random, text),
            date: maybe(random, |random| Placed::new(date(random), place(random))),
            issuer: maybe(random, text),
        }),
        citations: list(random, 1, citation),
        columns: list(random, 3, |random| Column {
            role: any(random, &Role::ALL),
            label: text(random),
        }),
        sections: list(random, 3, section),
        place: place(random),
    }
}

fn section(random: &mut Random) -> Section {
    Section {
        number: maybe(random, text),
        title: maybe(random, text),
        area: maybe(random, |random| any(random, &Area::ALL)),
        citations: list(random, 1, citation),
        tasks: list(random, 4, task),
    }
}

fn task(random: &mut Random) -> Task {
    Task {
        number: maybe(random, text),
        task: maybe(random, text),
        lead_unit: maybe(random, text),
        coordinating_unit: maybe(random, text),
        not_performed: maybe(random, text),
        product: maybe(random, text),
        timeframe: maybe(random, text),
        note: maybe(random, text),
        extra: list(random, 3, |random| Extra {
            label: any(random, &["", "Căn cứ", "Căn cứ (2)", "note"]).to_owned(),
            value: maybe(random, text),
        }),
        meaning: Meaning {
            schedule: maybe(random, |random| schedule(random, 2)),
            lead_units: list(random, 2, item),
            coordinating_units: list(random, 2, item),
            products: list(random, 2, item),
            citations: list(random, 1, citation),
        },
        ..Task::empty(place(random))
    }
}

fn item(random: &mut Random) -> Item {
    Item { text: words(random), expanded: maybe(random, words) }
}

fn citation(random: &mut Random) -> Citation {
    Citation {
        canonical: words(random),
        raw: words(random),
        class: any(random, &CitationClass::ALL),
        number: words(random),
        year: maybe(random, |random| any(random, &[i16::MIN, 0, 2024])),
        kind: maybe(random, words),
        organ: maybe(random, words),
        issuer: maybe(random, words),
        date: maybe(random, date),
        place: place(random),
        field: maybe(random, |random| any(random, &Role::ALL)),
    }
}

fn schedule(random: &mut Random, depth: usize) -> Schedule {
    Schedule {
        timing: timing(random, depth),
        approximate: random.below(2) == 0,
        year_source: maybe(random, |random| any(random, &YearSource::ALL)),
        assumptions: list(random, 2, |random| any(random, Assumption::ALL)),
    }
}

fn timing(random: &mut Random, depth: usize) -> Timing {
    let event = words(random);
    match random.below(if depth == 0 { 11 } else { 12 }) {
        0 => Timing::Window { start: maybe(random, date), end: date(random) },
        1 => Timing::Date { due: date(random) },
        2 => Timing::Deadline { due: date(random), bound: any(random, &Bound::ALL) },
        3 => Timing::Continuous { start: maybe(random, date), end: maybe(random, date) },
        4 => Timing::Recurring { rrule: maybe(random, words), bound: any(random, &Bound::ALL) },
        5 => Timing::Frequency {
            times: 1,
            per: any(random, &Period::ALL),
            at_least: random.below(2) == 0,
        },
        6 => Timing::Relative { offset: "P10D".to_owned(), business_days: true, event },
        7 => Timing::OnDemand { event },
        8 => Timing::ByReference { event },
        9 => Timing::Unspecified,
        10 => Timing::Unparsed,
        _ => Timing::List { items: list(random, 3, |random| schedule(random, depth - 1)) },
    }
}

fn argument(random: &mut Random) -> Argument {
    match random.below(4) {
        0 => Argument::Number(random.below(99) as u64),
        1 => Argument::Place(place(random)),
        2 => Argument::Pages(vec![1, 2, 7]),
        _ => Argument::Text(words(random)),
    }
}

fn diagnostic(random: &mut Random) -> Diagnostic {
    let code = any(random, Code::ALL);
    let mut diagnostic = Diagnostic::new(code);
    let (variant, names) = any(random, code.sentences());
    diagnostic.variant = variant;
    for name in names {
        diagnostic = diagnostic.with(name, argument(random));
    }
    diagnostic.place = maybe(random, place);
    diagnostic.field = maybe(random, |random| any(random, &Role::ALL));
    diagnostic.found = maybe(random, words);
    diagnostic.suggestion = maybe(random, words);
    diagnostic
}
