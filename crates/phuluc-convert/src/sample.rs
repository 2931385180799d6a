//! A small document for the tests, with values that are easy to write wrongly.

use phuluc_model::{
    Appendix, Area, Audit, Citation, CitationClass, Code, Column, Date, Diagnostic, Document,
    Draft, Extra, IssuedWith, Item, Meaning, Place, Placed, Remainder, Role, Schedule, Section,
    Task, Text, Timing, YearSource, validate,
};

use crate::{Report, Source};

/// `Quyết định` with decomposed accents (NFD).
pub(crate) const DECOMPOSED: &str = "Quye\u{302}\u{301}t d\u{323}i\u{323}nh";

/// Two appendices: one with every field, one with only what every table has.
pub(crate) fn document() -> (Document, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let audit = Audit {
        words_in: 10,
        in_cells: 6,
        in_headings: 1,
        left_out: [(Remainder::Letterhead, 1), (Remainder::PageNumber, 2)].into(),
    };
    let document = validate(Draft { appendices: vec![full(), bare()], audit }, &mut diagnostics);
    diagnostics.push(Diagnostic::new(Code::ShreddedText));
    (document, diagnostics)
}

/// Two versions of a plan with each kind of change. Of three tasks the first was removed, the second has a
/// new lead unit and another number, and the third is in a new section.
pub(crate) fn versions() -> (Document, Document) {
    let task = |number: &str, task: &str| Task {
        number: Some(text(number)),
        task: Some(text(task)),
        ..Task::empty(Place::new(2, 40))
    };
    let section = |number: &str, title: &str, tasks: Vec<Task>| Section {
        number: Some(text(number)),
        title: Some(text(title)),
        tasks,
        ..Section::default()
    };
    let document = |title: &str, sections: Vec<Section>| {
        let appendix =
            Appendix { title: Some(text(title)), sections, ..Appendix::empty(Place::START) };
        validate(Draft { appendices: vec![appendix], ..Draft::default() }, &mut Vec::new())
    };
    let led =
        Task { lead_unit: Some(text("Phòng Nội vụ")), ..task("1", "Rà soát quy trình") };
    let three = vec![
        task("1", "Báo cáo năm"),
        task("2", "Rà soát quy trình"),
        task("3", "Mua sắm máy tính"),
    ];
    let old = document("Kế hoạch năm 2024", vec![section("I", "Chung", three)]);
    let other = section("II", "Công nghệ", vec![task("1", "Mua sắm máy tính")]);
    let new = document("Kế hoạch năm 2025", vec![section("I", "Chung", vec![led]), other]);
    (old, new)
}

/// The report on the sample.
pub(crate) fn report<'a>(document: &'a Document, diagnostics: &'a [Diagnostic]) -> Report<'a> {
    let sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let source = Source::new("sample.txt", "text").with_form("paragraphs");
    Report::new(source.with_sha256(sha256).with_pages(13), document, diagnostics)
}

fn text(value: &str) -> Text {
    Text::new(value.to_owned(), Place::new(2, 42))
}

fn full() -> Appendix {
    Appendix {
        label: Some(text("Phụ lục")),
        title: Some(text("Phân công nhiệm vụ")),
        issuer: Some(text("Ủy ban nhân dân Quận 1")),
        unit: Some(text("Trường mầm non Bến Thành")),
        year: Some(Placed::new(2024, Place::START)),
        issued_with: Some(IssuedWith {
            kind: Some(text("Kế hoạch")),
            number: Some(text("165/KH-MNBT")),
            date: Some(Placed::new(Date::new(2024, 6, 5).unwrap(), Place::START)),
            issuer: None,
        }),
        citations: Vec::new(),
        columns: vec![
            Column { role: Role::Number, label: text("TT") },
            Column { role: Role::Task, label: text("Nội dung") },
        ],
        sections: vec![Section {
            number: Some(text("I")),
            title: Some(text("Chỉ đạo, điều hành")),
            area: Some(Area::Direction),
            citations: Vec::new(),
            tasks: vec![full_task()],
        }],
        place: Place::START,
    }
}

fn full_task() -> Task {
    Task {
        number: Some(text("1")),
        task: Some(text("Rà soát \"quy trình\", thủ tục")),
        lead_unit: Some(text("Phòng Nội vụ")),
        not_performed: Some(text("không thực hiện nội dung này")),
        product: Some(text("=1+1")),
        timeframe: Some(text("Quý II\nQuý III")),
        extra: vec![
            Extra { label: "Căn cứ".to_owned(), value: Some(text(DECOMPOSED)) },
            Extra { label: "Căn cứ".to_owned(), value: None },
            Extra { label: "note".to_owned(), value: Some(text("-5")) },
        ],
        meaning: meaning(),
        ..Task::empty(Place::new(2, 40))
    }
}

/// The meanings of the cells of the full task, with every field filled.
fn meaning() -> Meaning {
    let item = |text: &str, expanded: Option<&str>| Item {
        text: text.to_owned(),
        expanded: expanded.map(str::to_owned),
    };
    let quarter = |month: i8| Schedule {
        year_source: Some(YearSource::Title),
        ..Schedule::new(Timing::Window {
            start: Date::new(2024, month, 1).ok(),
            end: Date::new(2024, month + 2, 1).unwrap().last_of_month(),
        })
    };
    Meaning {
        schedule: Some(Schedule::new(Timing::List { items: vec![quarter(4), quarter(7)] })),
        lead_units: vec![item("Phòng Nội vụ", None), item("VP UBND", Some("Văn phòng UBND"))],
        coordinating_units: Vec::new(),
        products: vec![item("=1+1", None)],
        citations: vec![Citation {
            canonical: "108/2020/NĐ-CP".to_owned(),
            raw: "108/2020/NĐCP".to_owned(),
            class: CitationClass::Normative,
            number: "108".to_owned(),
            year: Some(2020),
            kind: Some("Nghị định".to_owned()),
            organ: Some("CP".to_owned()),
            issuer: None,
            date: Date::new(2020, 9, 14).ok(),
            place: Place::new(2, 41),
            field: Some(Role::Task),
        }],
    }
}

fn bare() -> Appendix {
    let task = Task { task: Some(text("Báo cáo")), ..Task::empty(Place::new(3, 7)) };
    Appendix {
        sections: vec![Section { tasks: vec![task], ..Section::default() }],
        ..Appendix::empty(Place::new(3, 5))
    }
}
