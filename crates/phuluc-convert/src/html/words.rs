//! The words of the sheet, in Vietnamese, because clerks read it.

use phuluc_model::Remainder;
use phuluc_model::view::Blank;

/// Why words are in no cell.
pub(super) const fn remainder(reason: Remainder) -> &'static str {
    match reason {
        Remainder::RunningHead => "đầu trang lặp lại",
        Remainder::PageNumber => "số trang",
        Remainder::RepeatedHeader => "tiêu đề bảng lặp lại",
        Remainder::Letterhead => "quốc hiệu, tên cơ quan",
        Remainder::Footnote => "chú thích cuối trang",
        Remainder::SignatureBlock => "phần ký",
        Remainder::Ornament => "nét trang trí",
        Remainder::ColumnNumbers => "số thứ tự cột",
        Remainder::NoteRow => "dòng ghi chú, dòng tổng",
        Remainder::Watermark => "chữ chìm",
        Remainder::OutsideTable => "ngoài bảng",
        // A reason that a later model has. The test below asks that none of today's is missing.
        _ => "lý do khác",
    }
}

/// Why nothing is seen of a page.
pub(super) fn blank(blank: Blank) -> String {
    match blank {
        Blank::Undrawn => "Không vẽ được trang này; hãy xem trang trong tệp gốc.".to_owned(),
        Blank::Unable => {
            "Chương trình này không kèm phần vẽ trang; hãy xem trang trong tệp gốc.".to_owned()
        }
        Blank::TooMuch => "Trang có quá nhiều chữ, nét hoặc ảnh nên không được vẽ; hãy xem trang \
            trong tệp gốc."
            .to_owned(),
        Blank::Pages(limit) => format!(
            "Bảng này chỉ vẽ {limit} trang (max_view_pages); hãy xem trang này trong tệp gốc."
        ),
        Blank::Bytes(limit) => format!(
            "Các trang trước đã chiếm hết {limit} byte dành cho hình trang (max_view_bytes); hãy xem \
             trang này trong tệp gốc."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_words_of_its_own() {
        let words: std::collections::BTreeSet<_> = Remainder::ALL.map(remainder).into();
        assert_eq!(words.len(), Remainder::ALL.len());
        assert!(!words.contains("lý do khác"));
    }
}
