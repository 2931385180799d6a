//! Text whose columns are kept by spaces is read as placed words.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::path::Path;

use phuluc_model::Code;
use phuluc_parser::{Form, Options, Stage, inspect, parse};
use phuluc_tests::reading::reading;
use phuluc_tests::score::score;
use phuluc_tests::truth::{Spaces, Truth};

/// The truth was written beside the PDFs of which `pdftotext -layout` made these texts.
#[test]
fn every_cell_equals_its_truth() {
    for name in [
        "aligned-rules-between-rows",
        "aligned-without-rules",
        "aligned-labels-of-several-lines",
        "aligned-head-over-labels",
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/text");
        let truth = fs::read(folder.join(name).with_extension("truth.json")).unwrap();
        let truth = Truth::from_document(&serde_json::from_slice(&truth).unwrap());
        let text = fs::read(folder.join(name).with_extension("txt")).unwrap();
        let parsed = parse(&text, &Options::default()).unwrap();
        let score = score(&reading(&parsed), &truth, Spaces::Folded);
        assert!(score.misses.is_empty(), "{name}: {:#?}", score.misses);
        assert_eq!(score.spurious, 0, "{name}: rows that are not there");
        assert!(score.cells().all > 40, "{name}: only {} cells", score.cells().all);
        assert_eq!(parsed.form, Form::Aligned);
        assert!(parsed.document.audit().balances(), "{name}");
        assert!(parsed.diagnostics.iter().any(|said| said.code == Code::ColumnsBySpaces));
    }
}

/// What a stage shows of a text whose words are all accounted for.
#[track_caller]
fn shows(text: &str, stage: Stage, expected: &[&str]) {
    let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
    assert!(parsed.document.audit().balances(), "{text}");
    let seen = inspect(text.as_bytes(), &Options::default(), stage).unwrap();
    let lines: Vec<&str> = seen.lines().map(str::trim).collect();
    for line in expected {
        assert!(lines.contains(line), "no `{line}` in\n{seen}");
    }
}

/// As in `nq97_2026` of the shared samples: the number of a footnote alone on its line.
#[test]
fn a_footnote_is_no_row() {
    let text = "\
                             PHỤ LỤC
TT   Nhiệm vụ                       Đơn vị chủ trì     Kết quả               Thời gian

1    Rà soát văn bản quy phạm       Sở Tư pháp         Báo cáo chuyên đề     Tháng 5
     pháp luật theo Nghị định                          về thể chế
     số 09/2026/NĐ-CP3

2    Xây dựng cơ sở dữ liệu         Sở Nội vụ          Kế hoạch được         Tháng 6
     về cán bộ, công chức                              ban hành

3
     Nghị định số 09/2026/NĐ-CP ngày 10/01/2026 của Chính phủ quy định về rà soát văn bản quy phạm
";
    let note = "1:12 footnote Nghị định số 09/2026/NĐ-CP ngày 10/01/2026 của Chính phủ quy định về \
        rà soát văn bản quy phạm";
    shows(text, Stage::Remainder, &["1:11 footnote 3", note]);
    shows(text, Stage::Records, &["task: Xây dựng cơ sở dữ liệu về cán bộ, công chức"]);
}

/// As in `nq116_2026`: no white parts the note from the rows around it.
#[test]
fn a_note_across_the_columns_is_no_part_of_a_row() {
    let text = "\
                             PHỤ LỤC
TT   Nhiệm vụ                       Đơn vị chủ trì     Kết quả               Thời gian

     Rà soát văn bản quy phạm
1    pháp luật theo Nghị định       Sở Tư pháp         Báo cáo               Tháng 5
     số 09/2026/NĐ-CP
     Các đơn vị nêu rõ hoạt động, sản phẩm, người chịu trách nhiệm và thời gian thực hiện
     của từng nhiệm vụ trong kế hoạch của mình.
     Xây dựng cơ sở dữ liệu về
2    cán bộ, công chức trong        Sở Nội vụ          Kế hoạch              Tháng 6
     toàn tỉnh
";
    let note = "1:7 note_row Các đơn vị nêu rõ hoạt động, sản phẩm, người chịu trách nhiệm và thời \
        gian thực hiện của từng nhiệm vụ trong kế hoạch của mình.";
    shows(text, Stage::Remainder, &[note]);
    let tasks = [
        "task: Rà soát văn bản quy phạm pháp luật theo Nghị định số 09/2026/NĐ-CP",
        "task: Xây dựng cơ sở dữ liệu về cán bộ, công chức trong toàn tỉnh",
    ];
    shows(text, Stage::Records, &tasks);
}

/// As in `nq97_2026`: the first record ends on the second page, where the second one begins.
#[test]
fn a_record_begins_where_its_row_goes_on() {
    let text = "\
                             PHỤ LỤC
TT   Nhiệm vụ                       Đơn vị chủ trì     Kết quả               Thời gian

1    Rà soát văn bản quy phạm       Sở Tư pháp         Báo cáo               Tháng 5
     pháp luật của tỉnh                                của tỉnh
2    Tiếp tục hoàn thiện chính      Sở Nội vụ          Báo cáo chuyên đề     Tháng 5
     sách tiền lương theo                              về cơ chế, chính
\u{C}                                    2
TT   Nhiệm vụ                       Đơn vị chủ trì     Kết quả               Thời gian
     Nghị quyết của Tỉnh ủy                            sách lớn được trình
                                                       Ban Chỉ đạo
                                                       Báo cáo kết quả
                                    Sở Nội vụ          thực hiện chính       Tháng 11
                                                       sách được trình
3    Xây dựng cơ sở dữ liệu         Sở Y tế            Kế hoạch              Tháng 6
     về bệnh nhân                                      được duyệt
";
    let records = [
        "task appendix-1#2",
        "product: Báo cáo chuyên đề về cơ chế, chính sách lớn được trình Ban Chỉ đạo",
        "task appendix-1#2~2",
        "product: Báo cáo kết quả thực hiện chính sách được trình",
        "timeframe: Tháng 11",
        "task: Xây dựng cơ sở dữ liệu về bệnh nhân",
    ];
    shows(text, Stage::Records, &records);
    let parsed = parse(text.as_bytes(), &Options::default()).unwrap();
    assert_eq!(parsed.document.tasks().count(), 4);
}
