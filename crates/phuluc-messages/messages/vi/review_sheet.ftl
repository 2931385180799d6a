### Nội dung của bảng đối chiếu.

## Phần đầu

sheet-title = Bảng đối chiếu
sheet-title_of = Bảng đối chiếu: { $name }
sheet-counts = { $name } · { $pages } trang · { $tasks } nhiệm vụ · cần xem lại: { $doubts }
sheet-move = Di chuyển
sheet-doubt = Cần xem lại
sheet-nth_doubt = Chỗ cần xem lại
sheet-help = Trợ giúp

## Tệp

sheet-file = Tệp
sheet-chosen = Nhiệm vụ được chọn
sheet-word_count = Số từ
sheet-words = { $words } từ: { $cells } trong ô, { $headings } trong tiêu đề
sheet-words_left_out = { $count } { $reason }
remainder-running_head = đầu trang lặp lại
remainder-page_number = số trang
remainder-repeated_header = tiêu đề bảng lặp lại
remainder-letterhead = quốc hiệu, tên cơ quan
remainder-footnote = chú thích cuối trang
remainder-signature_block = phần ký
remainder-ornament = nét trang trí
remainder-column_numbers = số thứ tự cột
remainder-note_row = dòng ghi chú, dòng tổng
remainder-watermark = chữ chìm
remainder-outside_table = ngoài bảng

## Các trang

sheet-page = Trang { $page }
sheet-original_page = Bản gốc, trang { $page }
sheet-no_task = Không có nhiệm vụ nào bắt đầu ở trang này.
sheet-box_on_page = { $row }, trang { $page }: xem bản ghi
sheet-box_on_line = { $row }, dòng { $line }: xem bản ghi
sheet-blank_undrawn = Không vẽ được trang này; hãy xem trang trong tệp gốc.
sheet-blank_unable = Chương trình này không kèm phần vẽ trang; hãy xem trang trong tệp gốc.
sheet-blank_too_much = Trang có quá nhiều chữ, nét hoặc ảnh nên không được vẽ; hãy xem trang trong tệp gốc.
sheet-blank_pages = Bảng này chỉ vẽ { $limit } trang (max_view_pages); hãy xem trang này trong tệp gốc.
sheet-blank_bytes = Các trang trước đã chiếm hết { $limit } byte dành cho hình trang (max_view_bytes); hãy xem trang này trong tệp gốc.

## Các bản ghi

sheet-section_of = Mục { $section }
sheet-task_of = Nhiệm vụ { $task }
sheet-name = Tên
sheet-issuer = Cơ quan ban hành
sheet-unit = Đơn vị
sheet-issued_with = Kèm theo
sheet-issued_on = ngày { $day }
sheet-column_of = Cột «{ $label }»
sheet-checked = Đã đối chiếu
sheet-empty = (trống)
sheet-found = : «{ $words }»
sheet-suggested = , có thể là «{ $words }»
sheet-on_line = (dòng { $line })
sheet-on_page = (trang { $page })

## Phần ký

sheet-confirmation = Xác nhận
sheet-i_confirm = Tôi đã đối chiếu các nhiệm vụ trong bảng này với bản gốc và xác nhận là đúng, trừ những chỗ đã ghi rõ.
sheet-reviewer = Người đối chiếu (ký, ghi rõ họ tên)
sheet-post = Đơn vị, chức vụ
sheet-date = Ngày, tháng, năm

## Trợ giúp

sheet-help_doubt = chỗ cần xem lại tiếp theo / trước đó
sheet-help_task = nhiệm vụ tiếp theo / trước đó
sheet-help_cell = ô tiếp theo
sheet-help_enter = ở một nhiệm vụ hoặc một ô: chỉ chỗ của nó trên trang; ở một khung trên trang: mở nhiệm vụ của nó
sheet-help_help = mở hoặc đóng bảng này
sheet-help_rest = Bấm chuột vào nhiệm vụ, vào ô hoặc vào khung trên trang cũng vậy. Chữ sau dấu → là cách hiểu nội dung của ô. Không chữ nào của văn bản bị sửa.
sheet-close = Đóng
