//! The area of the PAR Index that a section belongs to.
//!
//! The areas are those of Quyết định 876/QĐ-BNV of 2022, with the names that Quyết định 1150/QĐ-BNV
//! of 2019 gave them. A title has to name its area: a general word (`thể chế`, `tổ chức`, `tài
//! chính`) decides only where the title says nothing else, because plans of every field have a
//! section `Hoàn thiện thể chế về đất đai` or `Phát triển kinh tế số`.

use phuluc_model::Area;

use phuluc_language::areas::{self, AreaStrength, phrases};
use phuluc_language::fold::plain;

/// Abbreviations in titles, without marks, and their words.
const SHORT: [(&str, &str); 7] = [
    ("cchc", "cai cach hanh chinh"),
    ("tthc", "thu tuc hanh chinh"),
    ("vbqppl", "van ban quy pham phap luat"),
    ("cbcc", "can bo cong chuc"),
    ("cbccvc", "can bo cong chuc vien chuc"),
    ("cntt", "cong nghe thong tin"),
    ("dvc", "dich vu cong"),
];

/// The reform as a whole, which all areas are parts of.
const REFORM: &str = "cai cach hanh chinh";

/// The area that a section's title names.
///
/// The parts of a nested title stand from the outermost inwards; the first that names an area
/// decides. A part that names two (`Cải cách thể chế và thủ tục hành chính`) names none.
#[must_use]
pub fn area(title: &str) -> Area {
    title.split(" / ").find_map(named).unwrap_or(Area::Other)
}

fn named(part: &str) -> Option<Area> {
    let words = words(part);
    let mut told = told(AreaStrength::Name, &words);
    let Some(area) = told.next() else { return hinted(&words) };
    let others = told.chain(self::told(AreaStrength::Hint, &words));
    others.into_iter().all(|other| other == area).then_some(area)
}

/// The areas that phrases of a strength name among the words.
fn told(strength: AreaStrength, words: &str) -> impl Iterator<Item = Area> {
    let phrases = phrases().iter().filter(move |phrase| phrase.strength == strength);
    phrases.filter(move |phrase| holds(words, phrase.words)).map(|phrase| phrase.area)
}

/// The one area that the phrases hint at, if the words around them are a frame.
///
/// The reform as a whole stands beside direction only: `Chuyển đổi số, cải cách hành chính` names
/// two things.
fn hinted(words: &str) -> Option<Area> {
    let reform = holds(words, REFORM);
    let mut rest = format!(" {words} ");
    let mut areas = Vec::new();
    for known in phrases().iter().filter(|phrase| phrase.strength != AreaStrength::Name) {
        let phrase = format!(" {} ", known.words);
        while rest.contains(&phrase) {
            rest = rest.replace(&phrase, " ");
            areas.push(known.area);
        }
    }
    let area = *areas.first()?;
    let one = areas.iter().all(|other| *other == area);
    let whole = match area {
        Area::Direction => reform || holds(words, "chi dao dieu hanh"),
        _ => !reform,
    };
    (one && whole && is_frame(&rest)).then_some(area)
}

fn is_frame(words: &str) -> bool {
    words
        .split(' ')
        .filter(|word| !word.is_empty())
        .all(|word| areas::is_frame(word) || word.chars().all(|char| char.is_ascii_digit()))
}

/// Whether the phrase stands among the words, from the beginning of a word to the end of one.
fn holds(words: &str, phrase: &str) -> bool {
    format!(" {words} ").contains(&format!(" {phrase} "))
}

/// The words without marks and punctuation, abbreviations written out, one space between two.
fn words(part: &str) -> String {
    let folded = plain(part);
    let words: Vec<&str> = folded
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: &str) {
        assert_eq!(area(title).name(), expected, "{title}");
    }

    #[test]
    fn reads_the_titles_of_the_seed() {
        check("Lĩnh vực chỉ đạo, điều hành", "1");
        check("Lĩnh vực cải cách thể chế", "2");
        check("Lĩnh vực cải cách TTHC", "3");
        check("Lĩnh vực cải cách tổ chức bộ máy", "4");
        check("Lĩnh vực cải cách chế độ công vụ", "5");
        check("Lĩnh vực cải cách tài chính công", "6");
        check("Lĩnh vực xây dựng chính quyền điện tử, chính quyền số", "7");
        check("Tác động của cải cách hành chính đến người dân, tổ chức của Quận 1", "8");
        check(
            "Nâng cao hiệu quả khảo sát sự hài lòng người dân (SIPAS) và Điều tra xã hội học đối với cán bộ, công chức lãnh đạo",
            "survey",
        );
    }

    #[test]
    fn reads_other_names_cases_and_lost_marks() {
        check("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\nCẢI CÁCH HÀNH CHÍNH", "1");
        check("Công tác chỉ đạo, điều hành và tuyên truyền CCHC năm 2024", "1");
        check("Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật", "2");
        check("Cai cach thu  tuc hanh chinh", "3");
        check("Kiểm soát thủ tục hành chính", "3");
        check("Xây dựng và nâng cao chất lượng đội ngũ", "5");
        check("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức", "5");
        check("Đổi mới cơ chế tài chính đối với cơ quan hành chính và đơn vị sự nghiệp", "6");
        check("Hiện đại hóa hành chính", "7");
        check("Xây dựng và phát triển Chính phủ điện tử, Chính phủ số", "7");
        check("Hoàn thiện thể chế", "2");
        check("Theo dõi thi hành pháp luật", "2");
        check("Đơn giản hóa TTHC", "3");
        check("Thực hiện cơ chế một cửa, một cửa liên thông", "3");
        check("Sắp xếp, kiện toàn tổ chức bộ máy", "4");
        check("Tổ chức bộ máy và biên chế", "4");
        check("Đào tạo, bồi dưỡng CBCC", "5");
        check("Quản lý tài chính, tài sản công", "6");
        check("Ứng dụng CNTT, chuyển đổi số", "7");
        check("Cung cấp DVC trực tuyến", "7");
        check("Khảo sát sự hài lòng của người dân, tổ chức", "survey");
    }

    #[test]
    fn the_reform_as_a_whole_is_directed() {
        check("Tuyên truyền, kiểm tra CCHC", "1");
        check("Tuyên truyền", "other");
        check("Kiểm tra công vụ", "other");
        check("Chuyển đổi số, cải cách hành chính", "other");
    }

    #[test]
    fn the_outermost_part_decides() {
        check("Cải cách hành chính / Cải cách thể chế", "2");
        check("Cải cách thể chế / Hiện đại hóa hành chính", "2");
        check("Cải cách thể chế và cải cách thủ tục hành chính", "other");
        check("Cải cách thể chế và thủ tục hành chính", "other");
        check("Chuyển đổi số và cải cách thủ tục hành chính", "other");
    }

    #[test]
    fn general_words_do_not_decide() {
        check("", "other");
        check("Phát triển kinh tế số", "other");
        check("Hoàn thiện thể chế về đất đai", "other");
        check("Cải cách thể chế kinh tế thị trường", "other");
        check("Sắp xếp đơn vị hành chính", "other");
        check("Đào tạo, bồi dưỡng giáo viên", "other");
        check("HOÀN THIỆN ĐỒNG BỘ THỂ CHẾ PHÁT TRIỂN, GIẢI PHÓNG SỨC SẢN XUẤT", "other");
        check("Tổ chức thực hiện", "other");
        check("Lĩnh vực tài chính", "other");
        check("Chỉ đạo, điều hành phát triển kinh tế - xã hội", "other");
        check("Đẩy mạnh chuyển đổi số, cải cách hành chính trong lĩnh vực bảo hiểm y tế", "other");
        check("Nâng cao chất lượng đội ngũ nhà giáo", "other");
    }
}
