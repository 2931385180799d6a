//! Hostile inputs end at a limit that is named.
//!
//! No test looks at a clock: without the limits most of these would take hours or all memory.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a panic is how a test fails")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Duration;

use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress};
use phuluc_messages::Lang;
use phuluc_model::{Code, Diagnostic};
use phuluc_parser::{Error, Options, parse};

const WORDS: &str = "BT /F 12 Tf 72 700 Td (Some words) Tj ET\n";

/// An object: its dictionary without the brackets, and a stream, if it has one.
struct Object {
    dict: String,
    stream: Option<Vec<u8>>,
}

fn dict(dict: impl Into<String>) -> Object {
    Object { dict: dict.into(), stream: None }
}

fn stream(dict: &str, data: impl Into<Vec<u8>>) -> Object {
    let data = data.into();
    Object { dict: format!("{dict}/Length {}", data.len()), stream: Some(data) }
}

/// The objects of a file, from one on, and its end.
fn file(objects: &[Object]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    for (number, Object { dict, stream }) in (1..).zip(objects) {
        write!(file, "{number} 0 obj\n<<{dict}>>\n").unwrap();
        if let Some(stream) = stream {
            file.extend(b"stream\n");
            file.extend(stream);
            file.extend(b"\nendstream\n");
        }
        file.extend(b"endobj\n");
    }
    file.extend(b"trailer\n<</Root 1 0 R>>\n%%EOF\n");
    file
}

/// A PDF of one page with this content, which is object 4; others follow from 5 on.
fn page(content: Object, resources: &str, more: Vec<Object>) -> Vec<u8> {
    let page = format!(
        "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
         /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>{resources}>>"
    );
    let mut objects = vec![
        dict("/Type/Catalog/Pages 2 0 R"),
        dict("/Type/Pages/Kids[3 0 R]/Count 1"),
        dict(page),
        content,
    ];
    objects.extend(more);
    file(&objects)
}

fn drawn(content: &str) -> Object {
    stream("", content)
}

/// A form with a box, and with resources if they are given.
fn form(resources: &str, content: &str) -> Object {
    stream(&format!("/Type/XObject/Subtype/Form/BBox[0 0 595 842]{resources}"), content)
}

/// So many megabytes of white space, packed: one of them, again and again.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut part = Vec::with_capacity(1 << 16);
    let mut deflate = Compress::new(Compression::best(), false);
    deflate.compress_vec(&vec![b' '; 1 << 20], &mut part, FlushCompress::Full).unwrap();
    let mut bomb = vec![0x78, 0x9C];
    bomb.extend(part.repeat(megabytes));
    bomb.extend([0x03, 0x00]);
    bomb
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// Options under which a megabyte may be unpacked.
fn small() -> Options {
    let mut options = Options::default();
    options.limits.max_decoded_bytes = 1 << 20;
    options
}

#[track_caller]
fn refused(bytes: &[u8], options: &Options) {
    let error = parse(bytes, options).map(|parsed| parsed.diagnostics).unwrap_err();
    let limit = options.limits.max_decoded_bytes;
    assert!(
        matches!(error, Error::TooManyDecodedBytes { found, limit: l } if l == limit && found > limit),
        "{error}"
    );
}

fn sentence(said: &Diagnostic) -> String {
    phuluc_messages::diagnostic(Lang::En, said)
}

/// What was said of the page that a limit cut short.
#[track_caller]
fn cut(bytes: &[u8], options: &Options) -> String {
    let parsed = parse(bytes, options).unwrap();
    let said: Vec<&Diagnostic> =
        parsed.diagnostics.iter().filter(|said| said.code == Code::PageCutShort).collect();
    let [said] = said[..] else { panic!("{:?}", parsed.diagnostics) };
    // What stands before the cut was read.
    assert_eq!(parsed.document.audit().words_in, 2);
    sentence(said)
}

#[test]
fn a_bomb_in_what_is_drawn_is_not_unpacked() {
    let bomb = bomb(600);
    assert!(bomb.len() < 1_000_000, "{}", bomb.len());
    refused(&page(stream("/Filter/FlateDecode", bomb), "", vec![]), &Options::default());
}

#[test]
fn bombs_in_other_places_are_found() {
    let flate = "/Filter/FlateDecode";
    let fonts = "/Font<</G 5 0 R>>";
    let font = |key: &str| {
        dict(format!(
            "/Type/Font/Subtype/TrueType/BaseFont/G/FirstChar 32/LastChar 32/Widths[500]{key}"
        ))
    };
    let words = || drawn(WORDS);
    let places = [
        page(words(), fonts, vec![font("/ToUnicode 6 0 R"), stream(flate, bomb(4))]),
        page(
            words(),
            fonts,
            vec![
                font("/FontDescriptor 6 0 R"),
                dict("/Type/FontDescriptor/FontName/G/FontFile2 7 0 R"),
                stream(flate, bomb(4)),
            ],
        ),
        page(
            words(),
            "/ColorSpace<</C[/ICCBased 5 0 R]>>",
            vec![stream("/N 3/Filter/FlateDecode", bomb(4))],
        ),
        page(
            words(),
            "/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 5 0 R>>>>",
            vec![stream("/FunctionType 4/Filter/FlateDecode", bomb(4))],
        ),
        page(
            words(),
            "/ExtGState<</G<</SMask<</S/Alpha/G 5 0 R>>>>>>",
            vec![stream("/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode", bomb(4))],
        ),
        page(
            drawn("/X Do"),
            "/XObject<</X 5 0 R>>",
            vec![stream("/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode", bomb(4))],
        ),
    ];
    for (index, place) in places.iter().enumerate() {
        assert!(parse(place, &small()).is_err(), "place {index}");
        refused(place, &small());
    }
}

#[test]
fn bombs_that_open_with_the_file_are_found() {
    // A stream of objects, by its name.
    let holder = stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", bomb(4));
    refused(&page(drawn(WORDS), "", vec![holder]), &small());
    // A table, and what it says to be a stream of objects.
    let table = |data| stream("/W[1 1 1]/Size 9/Root 1 0 R/Filter/FlateDecode", data);
    refused(&page(drawn(WORDS), "", vec![table(bomb(4))]), &small());
    let named = table(packed(&[2, 6, 0]));
    let hidden = stream("/Filter/FlateDecode", bomb(4));
    refused(&page(drawn(WORDS), "", vec![named, hidden]), &small());
    // A stream of objects that nobody can measure before it is decrypted.
    let mut sealed =
        page(drawn(WORDS), "", vec![stream("/Type/ObjStm/Filter/FlateDecode", vec![7; 9_000])]);
    sealed.extend(b"trailer\n<</Root 1 0 R/Encrypt 9 0 R>>\n%%EOF\n");
    refused(&sealed, &small());
}

/// A file whose streams are said to be encrypted, by a method that leaves them as they are, and that
/// opens without a password.
fn sealed(mut file: Vec<u8>) -> Vec<u8> {
    let owner = "11".repeat(32);
    let user = "ad83c527ffca4c715bb1047eac24d2ae00000000000000000000000000000000";
    write!(
        file,
        "trailer\n<</Root 1 0 R/Encrypt<</Filter/Standard/V 4/R 4/Length 128/P -1/O<{owner}>/U<{user}>\
         /CF<<>>/StmF/Identity/StrF/Identity>>>>\n%%EOF\n"
    )
    .unwrap();
    file
}

#[test]
fn encrypted_streams_of_objects_are_measured_as_they_become() {
    let holder = |data| stream("/Type/ObjStm/N 0/First 0/Filter/FlateDecode", data);
    refused(&sealed(page(drawn(WORDS), "", vec![holder(bomb(4))])), &small());
    // So many bytes could become two megabytes, and become two thousand.
    let mut seed = 1_u32;
    let noise = (0..2_000).map(|_| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed.to_be_bytes()[0]
    });
    let noise = packed(&noise.collect::<Vec<u8>>());
    assert!(noise.len() > 1_500);
    let file = sealed(page(drawn(WORDS), "", vec![holder(noise)]));
    parse(&file, &small()).unwrap();
}

#[test]
fn chains_of_filters_are_undone_or_taken_for_the_worst() {
    let twice = packed(&bomb(4));
    refused(&page(stream("/Filter[/FlateDecode/FlateDecode]", twice), "", vec![]), &small());
    let mut text = String::new();
    for byte in bomb(4) {
        write!(text, "{byte:02X}").unwrap();
    }
    refused(&page(stream("/Filter[/AHx/Fl]", text), "", vec![]), &small());
    let runs = vec![129; 40_000];
    refused(&page(stream("/Filter/RunLengthDecode", runs), "", vec![]), &small());
}

#[test]
fn one_part_named_many_times_is_taken_each_time() {
    let part = format!("{WORDS}{}", " ".repeat(100_000));
    let mut file = String::from_utf8(page(drawn(&part), "", vec![])).unwrap();
    file = file.replace("/Contents 4 0 R", &format!("/Contents[{}]", "4 0 R ".repeat(20)));
    refused(file.as_bytes(), &small());
}

#[test]
fn images_do_not_count() {
    let image = "/Subtype/Image/Width 2048/Height 2048/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode";
    let content = format!("{WORDS}/X Do");
    let bytes = page(drawn(&content), "/XObject<</X 5 0 R>>", vec![stream(image, bomb(4))]);
    let parsed = parse(&bytes, &small()).unwrap();
    assert!(parsed.diagnostics.iter().all(|said| said.code == Code::NoTable));
}

#[test]
fn ten_forms_that_call_each_other_ten_times_end_at_once() {
    let calls = "/X Do ".repeat(10);
    let mut forms: Vec<Object> = (6..14)
        .map(|next| form(&format!("/Resources<</XObject<</X {next} 0 R>>>>"), &calls))
        .collect();
    forms.push(form("", "0 0 m 9 9 l S"));
    let content = format!("{WORDS}/X Do {WORDS}");
    let said = cut(&page(drawn(&content), "/XObject<</X 5 0 R>>", forms), &Options::default());
    assert_eq!(
        said,
        "the page calls more than 10000 forms (max_page_forms); the rest was not read"
    );
}

#[test]
fn a_form_that_calls_itself_is_not_drawn() {
    let content = format!("{WORDS}/X Do {WORDS}");
    let page = |forms| page(drawn(&content), "/XObject<</X 5 0 R>>", forms);
    let said = cut(&page(vec![form("", "/X Do /X Do")]), &Options::default());
    assert!(said.contains("or one that calls itself (max_form_depth)"), "{said}");
    // The engine finds no way in a circle through the resources of the forms themselves.
    let own = |next: &str| form(&format!("/Resources<</XObject<</X {next} 0 R>>>>"), "/X Do /X Do");
    for forms in [vec![own("5")], vec![own("6"), own("5")]] {
        let parsed = parse(&page(forms), &Options::default()).unwrap();
        assert!(parsed.diagnostics.iter().all(|said| said.code == Code::NoTable));
        assert_eq!(parsed.document.audit().words_in, 4);
    }
}

#[test]
fn forms_are_drawn_fifty_deep_and_no_deeper() {
    let nested = |depth: usize| {
        let mut forms: Vec<Object> = (6..5 + depth)
            .map(|next| form(&format!("/Resources<</XObject<</X {next} 0 R>>>>"), "/X Do"))
            .collect();
        forms.push(form("", "0 0 m 9 9 l S"));
        page(drawn(&format!("{WORDS}/X Do")), "/XObject<</X 5 0 R>>", forms)
    };
    let parsed = parse(&nested(50), &Options::default()).unwrap();
    assert!(parsed.diagnostics.iter().all(|said| said.code == Code::NoTable));
    let said = cut(&nested(51), &Options::default());
    assert!(said.contains("more than 50 deep"), "{said}");
}

#[test]
fn operations_without_end_end() {
    for endless in ["q\n", "BT\n", "0 0 m\n"] {
        let content = format!("{WORDS}{}", endless.repeat(2_000_000));
        let bytes = page(stream("/Filter/FlateDecode", packed(content.as_bytes())), "", vec![]);
        let said = cut(&bytes, &Options::default());
        let expected = "the page takes more than 1000000 operations to be drawn (max_page_operations); the rest was not read";
        assert_eq!(said, expected, "{endless}");
    }
}

#[test]
fn a_text_of_too_many_letters_is_not_drawn() {
    let content = format!("{WORDS}BT /F 9 Tf ({}) Tj ET", "a".repeat(5_000_000));
    let said = cut(&page(drawn(&content), "", vec![]), &Options::default());
    assert!(
        said.starts_with("the page holds more than 100000 letters (max_page_glyphs);"),
        "{said}"
    );
}

#[test]
fn a_form_unpacked_again_and_again_is_cut() {
    let form = form("", &" ".repeat(100_000));
    let content = format!("{WORDS}{}", "/X Do ".repeat(100));
    let said = cut(&page(drawn(&content), "/XObject<</X 5 0 R>>", vec![form]), &small());
    assert!(said.contains("more than 1048576 bytes again and again (max_decoded_bytes)"), "{said}");
}

#[test]
fn the_letters_of_all_pages_are_counted() {
    let mut options = Options::default();
    options.limits.max_glyphs = 9;
    let error = parse(&page(drawn(WORDS), "", vec![]), &options).map(|_| ()).unwrap_err();
    assert_eq!(error, Error::TooManyGlyphs { found: 10, limit: 9, page: 1 });
}

/// A table in each form that a text may have.
fn texts() -> [String; 3] {
    let head = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"];
    let rows = (1..=9).map(|row| {
        [
            row.to_string(),
            format!("Rà soát văn bản số {row}"),
            "Phòng Tư pháp".into(),
            "Quý II".into(),
        ]
    });
    let rows: Vec<[String; 4]> = [head.map(str::to_owned)].into_iter().chain(rows).collect();
    let lines = |line: fn(&[String; 4]) -> String| {
        rows.iter().map(|row| line(row) + "\n").collect::<String>()
    };
    [
        lines(|row| row.join(" ")),
        lines(|row| row.join("\t")),
        lines(|[tt, task, unit, time]| format!("{tt:<6}{task:<40}{unit:<30}{time}")),
    ]
}

#[test]
fn cells_are_counted_in_every_form() {
    for text in texts() {
        let mut options = Options::default();
        parse(text.as_bytes(), &options).unwrap();
        options.limits.max_cells = 20;
        let error = parse(text.as_bytes(), &options).map(|_| ()).unwrap_err();
        assert!(matches!(error, Error::TooManyCells { found: 21.., limit: 20, .. }), "{error}");
    }
}

#[test]
fn a_long_cell_is_kept_whole_and_named() {
    let [_, text, _] = texts();
    let mut options = Options::default();
    options.limits.max_cell_chars = 18;
    let parsed = parse(text.as_bytes(), &options).unwrap();
    let said: Vec<&Diagnostic> =
        parsed.diagnostics.iter().filter(|said| said.code == Code::CellTooLong).collect();
    assert_eq!(said.len(), 9);
    assert!(
        sentence(said[0]).contains("20 characters, more than the limit of 18 (max_cell_chars)")
    );
    assert_eq!(said[0].place.unwrap().line, 2);
    assert_eq!(
        parsed.document.tasks().next().unwrap().task.as_ref().unwrap().value.chars().count(),
        20
    );
}

/// Whether finding the objects takes looking through more bytes than this.
fn searches(bytes: &[u8], limit: u64) -> bool {
    let mut options = Options::default();
    options.limits.max_searched_bytes = limit;
    match parse(bytes, &options) {
        Err(Error::TooManySearchedBytes { found, limit: l }) => found > l && l == limit,
        _ => false,
    }
}

#[test]
fn objects_that_do_not_end_are_not_looked_through_again_and_again() {
    let pieces = [
        "1 0 obj ( ",
        "1 0 obj << /A ( ",
        "1 0 obj << /A [ ( < ",
        "1 0 obj << /A << /B ",
        "1 0 obj [ 1 2 3 ",
        "<< /A ( ",
        "(1 0 obj << /A ( ",
        "1 0 obj %",
        "1 % ",
    ];
    for piece in pieces {
        let file = format!("%PDF-1.7\n{}\n%%EOF\n", piece.repeat(3_000));
        assert!(searches(file.as_bytes(), 1 << 20), "{piece}");
    }
}

#[test]
fn a_root_that_many_ends_name_is_not_looked_through_again_and_again() {
    let root = dict(format!("/Type/Catalog/Pages 2 0 R/X[{}]", "1 ".repeat(1_000)));
    let many = |ends: usize| {
        let mut file = file(&[root, dict("/Type/Pages/Kids[]/Count 0")]);
        file.extend(b"trailer\n<</Root 1 0 R>>\n".repeat(ends));
        file
    };
    assert!(searches(&many(500), 1 << 20));
}

#[test]
fn an_ordinary_pdf_is_looked_through_three_times_at_most() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/pdf");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let pdfs: Vec<_> = paths.filter(|path| path.extension().is_some_and(|e| e == "pdf")).collect();
    assert!(pdfs.len() > 20, "{}", pdfs.len());
    for path in pdfs {
        let bytes = std::fs::read(&path).unwrap();
        assert!(!searches(&bytes, 3 * bytes.len() as u64), "{}", path.display());
    }
}

#[test]
fn headers_beyond_those_of_a_page_are_named() {
    let [_, _, table] = texts();
    let text = table.clone() + &table.replacen("TT ", "STT", 1);
    let said = |options: &Options| {
        let parsed = parse(text.as_bytes(), options).unwrap();
        let short = parsed.diagnostics.into_iter().filter(|said| said.code == Code::PageCutShort);
        short.map(|said| (sentence(&said), said.place.unwrap().line)).collect::<Vec<_>>()
    };
    let mut options = Options::default();
    assert_eq!(said(&options), []);
    options.limits.max_page_headers = 1;
    let [(message, line)] = &said(&options)[..] else { panic!("not one") };
    assert!(
        message.starts_with(
            "the page has 2 lines that may head tables, more than the limit of 1 (max_page_headers)"
        ),
        "{message}"
    );
    assert_eq!(*line, 11);
}

thread_local! {
    static NOW: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// A clock that goes on by a millisecond each time someone looks at it.
fn clock() -> Duration {
    NOW.set(NOW.get() + 1);
    Duration::from_millis(NOW.get())
}

/// The place at which time is up after so many looks at the clock, or nothing if there is enough.
fn time_up(bytes: &[u8], looks: u64, view: bool) -> Option<phuluc_model::Place> {
    let mut options = Options::default();
    options.view = view;
    options.clock = Some(clock);
    options.limits.max_millis = looks;
    match parse(bytes, &options) {
        Ok(_) => None,
        Err(Error::TooLong { elapsed, limit, place }) => {
            assert_eq!((elapsed, limit), (looks + 1, looks));
            Some(place)
        }
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn time_is_up_wherever_reading_has_come_to() {
    let pdf = page(drawn(WORDS), "", vec![]);
    let inputs = texts().into_iter().map(String::into_bytes).chain([pdf]);
    for (index, bytes) in inputs.enumerate() {
        let first = time_up(&bytes, 0, true).unwrap();
        assert_eq!((first.page, first.line), (1, 1), "input {index}");
        // Whenever time is up, reading ends there and says so.
        let looks = (1..10_000).find(|looks| time_up(&bytes, *looks, true).is_none()).unwrap();
        assert!(looks > if index < 3 { 20 } else { 2 }, "input {index}: {looks}");
    }
}
