//! What each diagnostic says, in Vietnamese: those who look at a workbook may not read the messages.

use phuluc_model::Code;

/// One phrase for each code.
pub(super) const fn meaning(code: Code) -> &'static str {
    match code {
        Code::NoTable => "Không tìm thấy bảng nhiệm vụ",
        Code::NoTasks => "Bảng có tiêu đề nhưng không có nhiệm vụ",
        Code::ShreddedText => "Chữ bị xé thành từng mảnh, không đọc được",
        Code::OrderLost => "Thứ tự các ô trong văn bản đã mất",
        Code::WordsUnaccounted => "Có từ không được tính vào ô hay tiêu đề nào",
        Code::RowTooLong => "Hàng quá dài, chưa được tách thành ô",
        Code::FileTruncated => "Tệp bị cắt mất phần cuối",
        Code::PagesMissing => "Tệp PDF thiếu trang",
        Code::PageUnreadable => "Trang không đọc được",
        Code::PageScanned => "Trang là ảnh quét, không có chữ",
        Code::PageSkipped => "Trang nằm giữa bảng nhưng không đọc được hàng nào",
        Code::PageCutShort => "Trang vượt giới hạn, chỉ đọc được một phần",
        Code::TextMapIncomplete => "Có chữ chỉ có hình, không có mã ký tự",
        Code::EnginesDisagree => "Hai bộ đọc cho kết quả khác nhau",
        Code::SecondOpinionMissing => "Bộ đọc thứ hai không đọc được",
        Code::CloseReading => "Có hai cách tách ô gần như ngang nhau",
        Code::LinesMisfit => "Dòng không khớp bề rộng cột, có thể lẫn lộn ô",
        Code::TableDoubtful => "Nhiều hàng của bảng đáng ngờ nên hàng này cũng vậy",
        Code::ColumnsBySpaces => "Cột chỉ được tách bằng dấu cách",
        Code::RaggedRow => "Hàng có số ô khác với tiêu đề bảng",
        Code::TaskMissing => "Thiếu nội dung nhiệm vụ",
        Code::LeadMissing => "Thiếu đơn vị chủ trì",
        Code::NumberOutOfOrder => "Số thứ tự không liền mạch",
        Code::SectionOutOfOrder => "Số của mục không liền mạch",
        Code::SectionEmpty => "Mục không có nhiệm vụ",
        Code::DateInvalid => "Ngày không có trong lịch",
        Code::ScheduleUnparsed => "Không hiểu được thời gian",
        Code::YearUnknown => "Thời gian không rõ năm",
        Code::ImpossibleSyllable => "Âm tiết không có trong tiếng Việt",
        Code::ConfusableSyllable => "Có thể sai dấu hoặc sai chữ",
        Code::LostInitial => "Có thể mất chữ cái đầu",
        Code::AcronymLookalike => "Có thể là chữ viết tắt bị sai dấu",
        Code::LookalikeLetter => "Chữ cái của bảng chữ khác, trông giống chữ Việt",
        Code::EncodingDecoded => "Đã chuyển từ bảng mã cũ",
        Code::EncodingSuspected => "Có thể là bảng mã cũ, chưa chuyển",
        Code::ToneOrder => "Dấu thanh đứng trước dấu của nguyên âm",
        Code::ProperNameCase => "Tên cơ quan không viết hoa",
        Code::CellEndsInComma => "Ô kết thúc bằng dấu phẩy",
        Code::FlagWithDuty => "Ghi không thực hiện nhưng vẫn có sản phẩm hoặc thời gian",
    }
}
