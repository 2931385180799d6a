//! The language of what the command says: `--lang`, else the locale.

use super::workshop::{LETTER, Ran, Workshop};

/// Words that English sentences have and that are no words of Vietnamese.
const ENGLISH: [&str; 27] = [
    "the",
    "is",
    "are",
    "of",
    "and",
    "not",
    "with",
    "be",
    "has",
    "was",
    "were",
    "for",
    "from",
    "which",
    "error",
    "warning",
    "note",
    "cause",
    "usage",
    "options",
    "arguments",
    "commands",
    "default",
    "file",
    "input",
    "output",
    "written",
];

/// The appendix of a table with a row that has no lead unit, and a copy with other words.
const PLAN: &str =
    "TT\tNội dung công việc\tĐơn vị chủ trì\n1\tRà soát văn bản\tSở Tư pháp\n2\tBáo cáo năm\t\n";
const NEW_PLAN: &str = "TT\tNội dung công việc\tĐơn vị chủ trì\n1\tTổng kết năm\tSở Nội vụ\n2\tRà soát văn bản\tPhòng Tư pháp\n";

/// What of a line the command says itself: without quoted text and without examples.
fn own_words(line: &str) -> String {
    if line.starts_with("  phuluc ") {
        return String::new();
    }
    let pieces = line.split('`').step_by(2).flat_map(|piece| piece.split('«'));
    pieces.map(|piece| piece.split_once('»').map_or(piece, |(_, rest)| rest)).collect()
}

/// Asserts that nothing of a text is in English, names of options, formats and codes aside.
#[track_caller]
fn is_vietnamese(text: &str) {
    for line in text.lines() {
        let line = own_words(line);
        let names = |c: char| !(c.is_alphanumeric() || "-_.=/<".contains(c));
        let english =
            line.split(names).map(str::to_lowercase).find(|word| ENGLISH.contains(&word.as_str()));
        assert_eq!(english, None, "{line}");
    }
}

fn vietnamese(workshop: &Workshop, line: &str) -> Ran {
    let mut command = workshop.command();
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "vi_VN.UTF-8");
    let ran = Ran::of(&command.args(line.split(' ')).output().unwrap());
    is_vietnamese(&ran.err);
    ran
}

#[test]
fn help_is_in_the_language_of_the_locale() {
    let workshop = Workshop::new();
    let ran = vietnamese(&workshop, "--help").exits(0);
    is_vietnamese(&ran.out);
    ran.prints("Cách dùng: phuluc [TÙY_CHỌN] <LỆNH>").prints("Các lệnh:").prints("Mã kết thúc:");
    for command in ["convert", "diff", "check", "inspect", "completions", "manual", "worker"] {
        for line in
            [format!("{command} --help"), format!("{command} -h"), format!("help {command}")]
        {
            let ran = vietnamese(&workshop, &line).exits(0);
            is_vietnamese(&ran.out);
            ran.prints(&format!("Cách dùng: phuluc {command} [TÙY_CHỌN]"));
        }
    }
    let diff = vietnamese(&workshop, "diff -h");
    let (old, new) = (diff.out.find("  <BẢN_CŨ>").unwrap(), diff.out.find("  <BẢN_MỚI>").unwrap());
    assert!(old < new, "{}", diff.out);
    diff.prints("\n  [-từ bị bỏ-]   {+từ được thêm+}\n");
}

#[test]
fn a_locale_without_vietnamese_is_english() {
    let workshop = Workshop::new();
    for (name, value) in [("LC_ALL", "C"), ("LC_ALL", "en_US.UTF-8"), ("LC_MESSAGES", "POSIX")] {
        let mut command = workshop.command();
        command.env_remove("LC_ALL").env(name, value).env("LANG", "vi_VN.UTF-8");
        let ran = Ran::of(&command.arg("--help").output().unwrap()).exits(0);
        ran.prints("Usage: phuluc [OPTIONS] <COMMAND>");
    }
    let mut command = workshop.command();
    command.env("LC_ALL", "vi_VN.UTF-8");
    let ran = Ran::of(&command.args(["--lang", "en", "--help"]).output().unwrap()).exits(0);
    ran.prints("Turns the task tables");
}

#[test]
fn a_command_line_is_refused_in_the_language() {
    let workshop = Workshop::new();
    let refused = |line: &str| vietnamese(&workshop, line).exits(2);
    refused("convert a.txt --oops").says("lỗi: Không có tùy chọn hoặc đối số «--oops».");
    refused("convert").says("lỗi: Còn thiếu: <TỆP>...");
    refused("convert a.txt --format xml")
        .says("Giá trị «xml» không hợp lệ")
        .says("json, jsonl, csv");
    refused("convert a.txt --lang fr").says("Các giá trị được chấp nhận: en, vi.");
    refused("convert a.txt --only unit=X").says("Không có điều kiện `unit=X`");
    refused("print a.txt").says("lỗi: Không có lệnh «print».");
    refused("check missing").says("lỗi: `missing` không phải là thư mục.\n");
    refused("convert - - --out-dir o").says("Đầu vào chuẩn chỉ đọc được một lần.");
    refused("convert x --retry-failed").says("Sổ theo dõi cần có thư mục");
    let ran = workshop.run("convert a.txt --lang=vi --oops").exits(2);
    is_vietnamese(&ran.err);
}

#[test]
fn a_missing_file_and_its_cause_are_named_in_the_language() {
    let workshop = Workshop::new();
    for line in ["convert missing.pdf --lang vi", "inspect missing.pdf --lang vi"] {
        let ran = workshop.run(line).exits(3);
        is_vietnamese(&ran.err);
        ran.says(
            "lỗi: Không đọc được `missing.pdf`.\n  nguyên nhân: Không có tệp hoặc thư mục này",
        );
    }
    workshop.put("letter.txt", LETTER).put("empty.txt", " ");
    let ran = workshop.run("convert letter.txt --lang vi").exits(3);
    ran.says("`letter.txt` không có bảng nhiệm vụ nào");
    let ran = workshop.run("convert empty.txt --lang vi").exits(3);
    ran.says("nguyên nhân: Tệp trống hoặc chỉ có khoảng trắng.\n");
}

#[test]
fn a_wrong_password_is_named_with_the_switch() {
    let workshop = Workshop::new();
    let pdf = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/malformed/encrypted-user-password.pdf"
    );
    workshop.put("password", "wrong\n");
    for line in [format!("convert {pdf}"), format!("convert {pdf} --password-file password")] {
        let ran = vietnamese(&workshop, &line).exits(3);
        ran.says("mật khẩu").says(" (--password-file).\n");
    }
}

#[test]
fn diagnostics_and_totals_are_in_the_language() {
    let workshop = Workshop::new();
    workshop.put("a.tsv", PLAN).put("b.tsv", NEW_PLAN).put("c.txt", LETTER);
    let ran = vietnamese(&workshop, "convert a.tsv --only section=I --only performed").exits(0);
    ran.says("cảnh báo: `a.tsv`: 0 trong 2 nhiệm vụ thỏa điều kiện section=I và performed");
    let ran = vietnamese(&workshop, "convert a.tsv -o a.json").exits(0);
    ran.says("a.tsv:1:3: cảnh báo[lead_missing]: Dòng 2 thiếu đơn vị chủ trì.\n");
    let ran = vietnamese(&workshop, "convert a.tsv b.tsv c.txt --out-dir out --jobs 1").exits(1);
    ran.says("3 tệp vào: 2 đã chuyển đổi, 1 không có bảng nhiệm vụ; xem out/manifest.jsonl");
    assert!(workshop.text("out/manifest.jsonl").contains(r#""status":"no_table""#));
    let again = workshop.run("convert a.tsv b.tsv c.txt --out-dir out --jobs 1").exits(1);
    again.says("3 of them by an earlier run");
}

#[test]
fn changes_are_told_in_the_language() {
    let workshop = Workshop::new();
    workshop.put("a.tsv", PLAN).put("b.tsv", NEW_PLAN);
    let ran = vietnamese(&workshop, "diff a.tsv b.tsv").exits(1);
    is_vietnamese(&ran.out);
    ran.prints("    đơn vị chủ trì: [-Sở-] {+Phòng+} Tư pháp\n").prints("1 sửa đổi");
    let ran = vietnamese(&workshop, "diff a.tsv a.tsv").exits(0);
    assert_eq!(ran.out, "Không có thay đổi: 2 nhiệm vụ giống nhau.\n");
    let json = vietnamese(&workshop, "diff a.tsv b.tsv --format json").exits(1).out;
    assert_eq!(json, workshop.run("diff a.tsv b.tsv --format json").exits(1).out);
}

#[test]
fn fixtures_are_compared_in_the_language() {
    let workshop = Workshop::new();
    workshop.put("in/a.tsv", PLAN).put("in/b.txt", LETTER).put("in/gone.expected.json", "{}");
    let ran = vietnamese(&workshop, "check in").exits(1);
    is_vietnamese(&ran.out);
    ran.prints("`in/gone.expected.json` không thuộc tệp vào nào.\n")
        .prints("Thiếu `in/a.expected.json`; hãy dùng --update để ghi.\n")
        .prints("0 khớp, 0 khác, 2 chưa có kết quả mẫu, 1 không có tệp vào\n");
}

/// JSON is for programs, so its sentences are English in every language; what a person reads is Vietnamese
/// unless the command line asks for English.
#[test]
fn only_outputs_for_people_follow_the_command_line() {
    let workshop = Workshop::new();
    workshop.put("a.tsv", PLAN);
    let english = workshop.run("convert a.tsv").exits(0).out;
    assert_eq!(vietnamese(&workshop, "convert a.tsv").exits(0).out, english);
    assert_eq!(workshop.run("convert a.tsv --lang vi").exits(0).out, english);
    let sheet = workshop.run("convert a.tsv --format html").exits(0).out;
    assert!(sheet.contains("lang=\"vi\""));
    assert_eq!(vietnamese(&workshop, "convert a.tsv --format html").exits(0).out, sheet);
    assert_eq!(workshop.run("convert a.tsv --format html --lang vi").exits(0).out, sheet);
    let asked = workshop.run("convert a.tsv --format html --lang en").exits(0).out;
    assert!(asked.contains("lang=\"en\""));
}

/// The language of messages is no part of what a manifest knows an input by; that of outputs is.
#[test]
fn a_manifest_knows_the_language_of_outputs_alone() {
    let workshop = Workshop::new();
    workshop.put("a.tsv", PLAN).put("b.tsv", NEW_PLAN);
    let line = "convert a.tsv b.tsv --out-dir out --format html --jobs 1";
    workshop.run(line).exits(0);
    vietnamese(&workshop, line).exits(0).says("trong đó 2 tệp do lần chạy trước");
    let asked = workshop.run(&format!("{line} --lang en")).exits(0);
    assert!(!asked.err.contains("earlier"), "{}", asked.err);
    assert!(workshop.text("out/a.html").contains("lang=\"en\""));
}
