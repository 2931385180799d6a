//! What diagnostics say, in Vietnamese: those who look at a workbook or a review sheet may not read the
//! messages.

use phuluc_model::Code;

/// One phrase for each code.
pub(crate) const fn of_code(code: Code) -> &'static str {
    match code {
        Code::NoTable => "Không tìm thấy bảng nhiệm vụ",
        Code::NoTasks => "Bảng có tiêu đề cột nhưng không có nhiệm vụ nào",
        Code::ShreddedText => "Văn bản bị vỡ vụn (trang xoay), không đọc được",
        Code::OrderLost => "Văn bản mất thứ tự các ô của bảng, không đọc được",
        Code::WordsUnaccounted => "Có từ không nằm ở đâu trong kết quả",
        Code::RowTooLong => "Dòng quá dài nên không chia thành ô",
        Code::CellTooLong => "Ô dài quá mức thường có, được giữ nguyên; xem có phải là một ô không",
        Code::FileTruncated => "Tệp bị cắt mất phần cuối",
        Code::PagesMissing => "Thiếu trang so với số trang mà tệp ghi",
        Code::PageUnreadable => "Không giải mã được nội dung trang",
        Code::PageScanned => "Trang là ảnh chụp, không có chữ để đọc",
        Code::PageSkipped => "Trang nằm giữa bảng nhưng không đọc được hàng nào",
        Code::PageCutShort => "Trang quá nhiều chữ hoặc nét, phần còn lại không được đọc",
        Code::TextMapIncomplete => "Có chữ chỉ có hình, tệp không cho biết là chữ gì",
        Code::EnginesDisagree => "Hai bộ đọc PDF đọc khác nhau",
        Code::SecondOpinionMissing => "Không có kết quả của bộ đọc PDF thứ hai",
        Code::CloseReading => "Có hai cách chia ô gần như ngang nhau; xem lại các ô",
        Code::LinesMisfit => "Dòng chữ không khớp bề rộng cột, có thể lẫn lộn ô",
        Code::TableDoubtful => "Nhiều hàng của bảng đáng ngờ nên hàng này cũng vậy",
        Code::ColumnsBySpaces => "Các cột chỉ cách nhau bằng dấu cách; xem lại ranh giới các ô",
        Code::RaggedRow => "Số ô của dòng khác số cột của bảng",
        Code::NotRepeated => "Ô gộp hoặc tên mục quá dài nên không lặp lại ở mọi dòng",
        Code::TaskMissing => "Thiếu nội dung nhiệm vụ",
        Code::LeadMissing => "Thiếu đơn vị chủ trì",
        Code::NumberOutOfOrder => "Số thứ tự không nối tiếp số trước",
        Code::SectionOutOfOrder => "Số mục không nối tiếp mục trước",
        Code::SectionEmpty => "Mục không có nhiệm vụ nào",
        Code::DateInvalid => "Ngày không có trong lịch",
        Code::ScheduleUnparsed => "Không hiểu được thời gian",
        Code::YearUnknown => "Thời gian không rõ năm",
        Code::ImpossibleSyllable => "Âm tiết không có trong tiếng Việt",
        Code::ConfusableSyllable => "Âm tiết có thể sai dấu",
        Code::LostInitial => "Có thể mất chữ cái đầu",
        Code::AcronymLookalike => "Chữ viết tắt có thể sai dấu",
        Code::LookalikeLetter => "Chữ cái của bảng chữ khác trông giống chữ tiếng Việt",
        Code::EncodingDecoded => "Văn bản ở bảng mã cũ, đã đổi sang Unicode",
        Code::EncodingSuspected => "Văn bản có thể ở bảng mã cũ, để nguyên",
        Code::ToneOrder => "Dấu thanh đặt trước dấu của nguyên âm",
        Code::ProperNameCase => "Tên cơ quan viết thường chữ đầu",
        Code::CellEndsInComma => "Ô kết thúc bằng dấu phẩy",
        Code::FlagWithDuty => "Ghi là không thực hiện nhưng vẫn có sản phẩm hoặc thời gian",
        // A code that a later model has. The test below asks that none of today's is missing.
        _ => "Có chỗ cần xem lại",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_phrase_of_its_own() {
        let phrases: std::collections::BTreeSet<_> =
            Code::ALL.iter().map(|c| of_code(*c)).collect();
        assert_eq!(phrases.len(), Code::ALL.len());
        assert!(!phrases.contains("Có chỗ cần xem lại"));
    }
}
