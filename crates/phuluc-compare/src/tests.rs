//! Plans in a few words: a line that begins with a Roman number is a section, the others are tasks.

use phuluc_model::{Appendix, Draft, IssuedWith, Place, Section, Task, Text, validate};

use super::*;

fn text(value: &str) -> Option<Text> {
    (!value.is_empty()).then(|| Text::new(value.to_owned(), Place::START))
}

/// `II Title` is a section, `3 Task / lead unit` a task.
fn plan(lines: &str) -> Document {
    let mut appendix = Appendix::empty(Place::START);
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (number, words) = line.split_once(' ').unwrap();
        if number.starts_with(['I', 'V']) {
            let (number, title) = (text(number), text(words));
            appendix.sections.push(Section { number, title, ..Section::default() });
        } else {
            let (task, lead) = words.split_once(" / ").unwrap_or((words, ""));
            let mut row = Task::empty(Place::START);
            (row.number, row.task, row.lead_unit) = (text(number), text(task), text(lead));
            appendix.sections.last_mut().unwrap().tasks.push(row);
        }
    }
    document(appendix)
}

fn document(appendix: Appendix) -> Document {
    validate(Draft { appendices: vec![appendix], ..Draft::default() }, &mut Vec::new())
}

/// The plan after a change to its one appendix.
fn changed(plan: &Document, change: impl FnOnce(&mut Appendix)) -> Document {
    let mut appendix = plan.appendices()[0].clone();
    change(&mut appendix);
    document(appendix)
}

/// The changes in a line each.
fn said(comparison: &Comparison<'_>) -> Vec<String> {
    let name = |row: &TaskAt<'_>| row.task.id.split_once('#').unwrap().1.to_owned();
    let task = |change: &Change<'_, TaskAt<'_>>| match change {
        Change::Added(row) => format!("+ {}", name(row)),
        Change::Removed(row) => format!("- {}", name(row)),
        Change::Kept { old, new, moved, differences } => {
            let fields: Vec<_> = differences.iter().map(|found| found.field).collect();
            let sign = if *moved { '>' } else { '~' };
            format!("{sign} {} {} {}", name(old), name(new), fields.join(" ")).trim().to_owned()
        }
    };
    let run = |run: &Renumbered<'_>| {
        let (first, last) = (run.first, run.last);
        format!("= {}-{} {}-{}", name(&first.0), name(&last.0), name(&first.1), name(&last.1))
    };
    let tasks = comparison.tasks.iter().map(task);
    tasks.chain(comparison.renumbered.iter().map(run)).collect()
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[&str]) {
    let (old, new) = (plan(old), plan(new));
    assert_eq!(said(&compare(&old, &new)), expected);
}

const OLD: &str = "
    I Chỉ đạo, điều hành
    1 Ban hành kế hoạch cải cách hành chính năm 2024 / Văn phòng
    2 Tổ chức hội nghị sơ kết sáu tháng đầu năm / Văn phòng
    3 Kiểm tra việc chấp hành kỷ luật, kỷ cương / Phòng Nội vụ
    4 Báo cáo định kỳ hằng quý gửi Sở Nội vụ / Phòng Nội vụ
    II Cải cách thể chế
    1 Rà soát văn bản quy phạm pháp luật / Phòng Tư pháp
    2 Theo dõi tình hình thi hành pháp luật / Phòng Tư pháp";

#[test]
fn the_same_plan_has_no_change() {
    let plan = plan(OLD);
    let comparison = compare(&plan, &plan);
    assert!(comparison.is_empty());
    assert_eq!((comparison.same, comparison.limit), (6, None));
}

#[test]
fn white_space_is_no_difference() {
    let other = changed(&plan(OLD), |appendix| {
        for task in &mut appendix.sections[0].tasks {
            let words = task.task.take().unwrap().value.replace(' ', "\n");
            task.task = text(&words);
        }
    });
    assert!(compare(&plan(OLD), &other).is_empty());
}

#[test]
fn a_row_put_in_renumbers_the_rows_below() {
    let new = OLD.replace("2 Tổ chức", "2 Xây dựng bộ câu hỏi khảo sát\n3 Tổ chức");
    let new = new.replace("3 Kiểm tra", "4 Kiểm tra").replace("4 Báo cáo", "5 Báo cáo");
    check(OLD, &new, &["+ I.2", "= I.2-I.4 I.3-I.5"]);
    check(&new, OLD, &["- I.2", "= I.3-I.5 I.2-I.4"]);
}

#[test]
fn a_row_worded_anew_is_found_behind_a_row_put_in() {
    let new =
        OLD.replace("2 Tổ chức hội nghị", "2 Xây dựng bộ câu hỏi\n3 Tổ chức hội nghị, hội thảo");
    let new = new.replace("3 Kiểm tra", "4 Kiểm tra").replace("4 Báo cáo", "5 Báo cáo");
    check(OLD, &new, &["+ I.2", "~ I.2 I.3 task", "= I.2-I.4 I.3-I.5"]);
}

#[test]
fn cells_change_one_by_one() {
    let new = OLD.replace("pháp luật / Phòng Tư pháp\n", "pháp luật / Sở Tư pháp\n");
    check(OLD, &new, &["~ II.1 II.1 lead_unit"]);
    let new = OLD.replace("chính năm 2024 / Văn phòng", "chính năm 2025");
    check(OLD, &new, &["~ I.1 I.1 task lead_unit"]);
}

#[test]
fn a_row_moves_to_another_section_or_past_others() {
    let line = "3 Kiểm tra việc chấp hành kỷ luật, kỷ cương / Phòng Nội vụ\n";
    let new = OLD.replace(line, "").replace("4 Báo cáo", "3 Báo cáo") + "\n" + line;
    check(OLD, &new, &["> I.3 II.3", "= I.4-I.4 I.3-I.3"]);
    let new = OLD.replace("    1 Ban", "    4 Ban").replace("    2 Tổ", "    1 Tổ");
    let new = new.replace("    3 Kiểm", "    2 Kiểm").replace("    4 Báo", "    3 Báo");
    let mut lines: Vec<_> = new.lines().collect();
    let first = lines.remove(2);
    lines.insert(5, first);
    check(OLD, &lines.join("\n"), &["> I.1 I.4", "= I.2-I.4 I.1-I.3"]);
}

#[test]
fn a_row_replaced_by_another_came_and_went() {
    let new = OLD.replace("Kiểm tra việc chấp hành kỷ luật, kỷ cương", "Mua sắm máy tính");
    check(OLD, &new, &["- I.3", "+ I.3"]);
}

#[test]
fn a_section_put_in_renumbers_the_section_and_no_row() {
    let new = OLD.replace("II Cải", "II Công nghệ\n1 Cấp chữ ký số\nIII Cải");
    let (old, new) = (plan(OLD), plan(&new));
    let comparison = compare(&old, &new);
    assert_eq!(said(&comparison), ["+ II.1"]);
    let titles = |change: &Change<'_, SectionAt<'_>>| match change {
        Change::Added(group) => format!("+ {}", group.section.title.as_ref().unwrap().value),
        Change::Kept { differences, .. } => format!("~ {}", differences[0].field),
        Change::Removed(_) => "-".to_owned(),
    };
    let sections: Vec<_> = comparison.sections.iter().map(titles).collect();
    assert_eq!(sections, ["+ Công nghệ", "~ number"]);
}

#[test]
fn a_section_is_known_by_its_rows_when_title_and_number_change() {
    let new = OLD.replace("I Chỉ đạo, điều hành", "VI Công tác chung");
    let (old, new) = (plan(OLD), plan(&new));
    let comparison = compare(&old, &new);
    assert!(comparison.tasks.is_empty());
    let [Change::Kept { differences, .. }] = comparison.sections.as_slice() else { panic!() };
    let fields: Vec<_> = differences.iter().map(|found| found.field).collect();
    assert_eq!(fields, ["number", "title"]);
}

#[test]
fn the_heading_is_compared() {
    let old = plan(OLD);
    let new = changed(&old, |appendix| {
        appendix.title = text("Phân công");
        let number = text("165/KH-MNBT");
        appendix.issued_with = Some(IssuedWith { number, ..IssuedWith::default() });
    });
    let comparison = compare(&old, &new);
    let [Change::Kept { differences, .. }] = comparison.appendices.as_slice() else { panic!() };
    let fields: Vec<_> = differences.iter().map(|found| found.field).collect();
    assert_eq!(fields, ["title", "issued_with.number"]);
    assert!(comparison.tasks.is_empty(), "a row is not called by the number of its document here");
}

#[test]
fn rows_of_the_same_words_are_taken_in_their_order() {
    let old = "I Chung\n1 Báo cáo / A\n2 Báo cáo / B\n3 Báo cáo / C";
    check(old, "I Chung\n1 Báo cáo / A\n2 Báo cáo / B", &["- I.3"]);
    check(old, "I Chung\n1 Báo cáo / A\n2 Báo cáo / X\n3 Báo cáo / C", &["~ I.2 I.2 lead_unit"]);
}

/// A plan in which no row has the words of another version: a word in five is another.
fn long(version: &str, rows: usize) -> String {
    let row = |row: usize| format!("{row} việc số {row} của năm {version} là việc {row} lần\n");
    format!("I Chung\n{}", (1..=rows).map(row).collect::<String>())
}

#[test]
fn ten_thousand_rows_worded_anew_meet_the_limit_and_are_found_by_their_numbers() {
    let (old, new) = (plan(&long("2024", 10_000)), plan(&long("2025", 10_000)));
    let comparison = compare(&old, &new);
    assert_eq!(comparison.limit, Some(Limit { old: 10_000, new: 10_000 }));
    assert!(comparison.limit.unwrap().to_string().contains("max_steps"));
    assert_eq!((comparison.tasks.len(), comparison.same), (10_000, 0));
    assert!(comparison.tasks.iter().all(|change| matches!(change, Change::Kept { .. })));
}

#[test]
fn ten_thousand_rows_below_one_that_came_are_one_line() {
    let old = long("2024", 10_000);
    let mut rows: Vec<_> =
        old.lines().skip(1).map(|line| line.split_once(' ').unwrap().1).collect();
    rows.insert(0, "Mua sắm máy tính");
    let rows = rows.iter().enumerate().map(|(index, row)| format!("{} {row}\n", index + 1));
    let new = format!("I Chung\n{}", rows.collect::<String>());
    check(&old, &new, &["+ I.1", "= I.1-I.10000 I.2-I.10001"]);
}
