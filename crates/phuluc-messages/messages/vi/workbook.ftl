### Nội dung của sổ Excel.

## Tên trang tính và chân trang in

book-tasks = Nhiệm vụ
book-doubts = Cần xem lại
book-summary = Tổng hợp
book-page = Trang

## Các cột của trang nhiệm vụ

book-section = Mục
book-section_title = Tên mục
book-start = Bắt đầu
book-end = Kết thúc
book-due = Hạn
book-not_performed_note = Lời ghi không thực hiện
book-bound = Cách tính hạn
book-schedule = Lịch
book-id = Mã nhiệm vụ
book-line = Dòng
bound-before = trước ngày
bound-by = đến hết ngày
bound-on = đúng ngày

## Các cột của trang cần xem lại

book-severity = Mức
book-issue = Vấn đề
book-cell = Ô
book-column = Cột
book-words = Từ ngữ
book-suggestion = Gợi ý
book-details = Chi tiết
book-code = Mã
book-overlong = Ô dài hơn 32.767 ký tự; phần tiếp theo ở cột «Từ ngữ»
book-overlong_details = Nội dung dài hơn một ô của Excel; đây là phần tiếp theo.

## Trang tổng hợp

book-count = Số nhiệm vụ
book-count_performed = Có thực hiện
book-count_not_performed = Không thực hiện
book-number = TT
book-empty = (để trống)
book-whole = Toàn văn bản
book-chosen = Các nhiệm vụ được chọn
book-total = Tổng số
book-choice = Chọn { $kept } trong { $read } nhiệm vụ của văn bản: { $only }
book-by_lead = Theo đơn vị chủ trì
book-by_lead_note = Nhiệm vụ có nhiều đơn vị chủ trì được đếm cho từng đơn vị.
book-by_quarter = Theo quý đến hạn
book-by_quarter_note = Nhiệm vụ đến hạn trong nhiều quý được đếm cho từng quý.
book-by_section = Theo mục
book-by_section_of = Theo mục: { $appendix }
book-issued_with = Kèm theo: { $document }
book-quarter = Quý { $quarter }/{ $year }
book-continuous = Thường xuyên
book-recurring = Định kỳ
book-frequency = Theo số lần
book-relative = Sau một sự kiện
book-on_demand = Khi có yêu cầu
book-by_reference = Theo văn bản khác
book-unparsed = Không hiểu được
