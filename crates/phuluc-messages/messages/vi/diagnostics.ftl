### Những chỗ cần xem lại và những phần bị mất. Khóa là mã, hoặc mã và trường hợp; `.title` nêu ngắn gọn
### vấn đề của mã.

## Toàn bộ tệp hoặc một trang

no_table =
    .title = Không tìm thấy bảng nhiệm vụ
no_table-lines = Không tìm thấy dòng tiêu đề của bảng nhiệm vụ, là dòng bắt đầu bằng TT hoặc STT và có tên cột nội dung công việc cùng với đơn vị, sản phẩm hoặc thời gian.
no_table-pages = Không tìm thấy bảng nhiệm vụ, là bảng có tiêu đề gồm nội dung công việc cùng với đơn vị, sản phẩm hoặc thời gian.

no_tasks = Bảng có tiêu đề cột nhưng không có nhiệm vụ nào ở dưới.
    .title = Bảng có tiêu đề cột nhưng không có nhiệm vụ nào

shredded_text = Các dòng chữ bị vỡ thành từng mẩu vài chữ cái, thường do trang bị xoay; hãy chuyển PDF sang văn bản bằng công cụ biết xoay trang.
    .title = Văn bản bị vỡ vụn (trang xoay), không đọc được

order_lost = Thứ tự chữ trong văn bản không theo các ô của bảng, thường do chương trình đọc trang theo cột hoặc trộn dòng chữ của nhiều ô, nên các dòng của bảng bị bỏ ra ngoài; hãy đọc chính tệp PDF, hoặc chuyển sang văn bản bằng Tika, PyMuPDF hay `pdftotext -raw`.
    .title = Văn bản mất thứ tự các ô của bảng, không đọc được

words_unaccounted = Văn bản có { $found } từ nhưng kết quả chỉ có { $accounted } từ; đây là lỗi của chương trình đọc.
    .title = Có từ không nằm ở đâu trong kết quả

file_truncated = Tệp PDF bị mất phần cuối; đọc được { $pages } trang, các trang khác có thể đã mất; hãy tải lại tệp.
    .title = Tệp bị cắt mất phần cuối

pages_missing = Tệp PDF ghi là có { $counted } trang nhưng chỉ tìm thấy { $found } trang; hãy tải lại hoặc xuất lại tệp.
    .title = Thiếu trang so với số trang mà tệp ghi

page_unreadable =
    .title = Không giải mã được nội dung trang
page_unreadable-whole_page = Không giải mã được nội dung của trang; hãy tải lại hoặc xuất lại tệp PDF.
page_unreadable-rest_of_page = Nội dung của trang bị đứt giữa chừng, phần còn lại đã mất; hãy tải lại hoặc xuất lại tệp PDF.

page_scanned = Trang là ảnh chụp, không có chữ; hãy nhận dạng chữ (OCR) trước.
    .title = Trang là ảnh chụp, không có chữ để đọc

page_skipped = Trang { $page } nằm giữa hai trang của một bảng nhưng không có chữ nào của trang được đọc thành dòng của bảng.
    .title = Trang nằm giữa bảng nhưng không đọc được dòng nào

page_cut_short =
    .title = Trang quá nhiều chữ hoặc nét, phần còn lại không được đọc
page_cut_short-letters = Trang có hơn { $limit } chữ cái (max_page_glyphs); phần còn lại không được đọc.
page_cut_short-corners = Các nét trên trang có hơn { $limit } điểm (max_page_points); phần còn lại không được đọc.
page_cut_short-rules = Trang có nhiều nét kẻ hơn mọi bảng thường có; phần còn lại không được đọc.
page_cut_short-operations = Trang cần hơn { $limit } thao tác vẽ (max_page_operations); phần còn lại không được đọc.
page_cut_short-forms = Trang gọi hơn { $limit } mẫu vẽ (max_page_forms); phần còn lại không được đọc.
page_cut_short-depth = Trang có các mẫu vẽ gọi nhau sâu hơn { $limit } cấp, hoặc có mẫu tự gọi chính mình (max_form_depth); phần còn lại không được đọc.
page_cut_short-bytes = Trang giải nén lặp đi lặp lại hơn { $limit } byte (max_decoded_bytes); phần còn lại không được đọc.
page_cut_short-headers = Trang có { $found } dòng có thể là tiêu đề bảng, vượt giới hạn { $limit } dòng (max_page_headers); từ đây trở đi không tìm bảng nữa.

text_map_incomplete = Có { $unmapped } trong { $letters } chữ cái trên trang chỉ có hình vẽ; tệp PDF không cho biết đó là chữ gì.
    .title = Có chữ chỉ có hình, tệp không cho biết là chữ gì

engines_disagree =
    .title = Hai bộ đọc PDF đọc khác nhau
engines_disagree-both = Hai bộ đọc PDF đọc khác nhau: chỉ { $engine } đọc được { $words }{ $more ->
        [0] { "" }
       *[other] { " và " }{ $more } từ khác
    }; chỉ { $other_engine } đọc được { $other_words }{ $other_more ->
        [0] { "" }
       *[other] { " và " }{ $other_more } từ khác
    }.
engines_disagree-one = Hai bộ đọc PDF đọc khác nhau: chỉ { $engine } đọc được { $words }{ $more ->
        [0] { "" }
       *[other] { " và " }{ $more } từ khác
    }.

second_opinion_missing = Không có kết quả đối chiếu của bộ đọc { $engine }: { $reason }
    .title = Không có kết quả của bộ đọc PDF thứ hai

columns_by_spaces = Các cột chỉ cách nhau bằng dấu cách; chỗ hai ô chỉ cách nhau một dấu cách thì ranh giới được đoán theo từ ngữ và bề rộng cột, nên hãy xem lại các ô hoặc đọc chính tệp PDF.
    .title = Các cột chỉ cách nhau bằng dấu cách; xem lại ranh giới các ô

not_repeated = Ô gộp nhiều dòng hoặc tên mục quá dài nên không lặp lại ở { $rows } dòng và mục (chỉ lặp lại nhiều nhất { $words } từ và { $times } lần số từ của các bảng).
    .title = Ô gộp hoặc tên mục quá dài nên không lặp lại ở mọi dòng

encoding_decoded =
    .title = Văn bản ở bảng mã cũ, đã đổi sang Unicode
encoding_decoded-lines = { $count ->
        [1] Dòng { $first }
       *[other] Các dòng { $first } đến { $last }
    } ở bảng mã cũ { $encoding }, đã được đổi sang Unicode.
encoding_decoded-lines_without_horn = { $count ->
        [1] Dòng { $first }
       *[other] Các dòng { $first } đến { $last }
    } ở bảng mã cũ { $encoding }, đã được đổi sang Unicode; trong đó không có chữ `ư` nào, nên có công cụ đã làm mất hoặc đổi chữ này từ trước.
encoding_decoded-pages = Chữ trên { $pages } ở bảng mã cũ { $encoding }, đã được đổi sang Unicode.

encoding_suspected =
    .title = Văn bản có thể ở bảng mã cũ, để nguyên
encoding_suspected-lines = Văn bản có thể ở bảng mã cũ và được để nguyên; hãy lưu lại ở bảng mã Unicode.
encoding_suspected-pages = Chữ trên { $pages } có thể ở bảng mã cũ và được để nguyên; hãy xuất lại tệp với phông chữ Unicode.

## Một dòng, một mục hoặc một ô

row_too_long = Dòng { $row } dài quá giới hạn (max_row_words) nên không chia thành ô mà để nguyên trong cột nội dung.
    .title = Dòng quá dài nên không chia thành ô
row_too_long-unnumbered = Một dòng không có số thứ tự dài quá giới hạn (max_row_words) nên không chia thành ô mà để nguyên trong cột nội dung.

cell_too_long = Ô có { $found } ký tự, vượt giới hạn { $limit } ký tự (max_cell_chars); ô được giữ nguyên, hãy xem đó có phải là một ô không.
    .title = Ô dài quá mức thường có, được giữ nguyên; xem có phải là một ô không

close_reading = Dòng { $row } có hai cách chia ô gần như ngang nhau; hãy xem lại các ô của dòng này.
    .title = Có hai cách chia ô gần như ngang nhau; xem lại các ô
close_reading-unnumbered = Một dòng không có số thứ tự có hai cách chia ô gần như ngang nhau; hãy xem lại các ô của dòng này.

lines_misfit = Dòng { $row } có những dòng chữ không khớp bề rộng cột, có thể do chữ của nhiều ô bị lẫn lộn; hãy xem lại các ô của dòng này.
    .title = Dòng chữ không khớp bề rộng cột, có thể lẫn lộn ô
lines_misfit-unnumbered = Một dòng không có số thứ tự có những dòng chữ không khớp bề rộng cột, có thể do chữ của nhiều ô bị lẫn lộn; hãy xem lại các ô của dòng này.

table_doubtful = Dòng { $row } thuộc bảng có nhiều dòng đáng ngờ nên dòng này cũng có thể sai; hãy xem lại các ô, hoặc đọc chính tệp PDF.
    .title = Nhiều dòng của bảng đáng ngờ nên dòng này cũng vậy
table_doubtful-unnumbered = Một dòng không có số thứ tự thuộc bảng có nhiều dòng đáng ngờ nên dòng này cũng có thể sai; hãy xem lại các ô, hoặc đọc chính tệp PDF.

ragged_row = Dòng có { $found } ô, còn tiêu đề bảng có { $columns } ô.
    .title = Số ô của dòng khác số cột của bảng

task_missing = Dòng { $row } thiếu nội dung công việc.
    .title = Thiếu nội dung nhiệm vụ

lead_missing = Dòng { $row } thiếu đơn vị chủ trì.
    .title = Thiếu đơn vị chủ trì

number_out_of_order = Số thứ tự { $number } đứng sau { $previous }.
    .title = Số thứ tự không nối tiếp số trước

section_out_of_order = Mục { $number } đứng sau mục { $previous }.
    .title = Số mục không nối tiếp mục trước

section_empty = Mục { $number } không có nhiệm vụ nào.
    .title = Mục không có nhiệm vụ nào

date_invalid =
    .title = Ngày không có trong lịch
date_invalid-issue = Ngày { $date } không có trong lịch nên ngày ban hành để trống.
date_invalid-day = «{ $words }» nêu một ngày không có trong lịch.
date_invalid-range = «{ $words }» có thời điểm kết thúc trước thời điểm bắt đầu.

schedule_unparsed = Không đổi được «{ $words }» thành ngày tháng.
    .title = Không hiểu được thời gian

year_unknown = Cả «{ $words }» lẫn văn bản đều không cho biết năm nào.
    .title = Thời gian không rõ năm

impossible_syllable = «{ $word }» không phải là âm tiết tiếng Việt.
    .title = Âm tiết không có trong tiếng Việt
impossible_syllable-pair = «{ $word }» không phải là âm tiết tiếng Việt; «{ $pair }» thì có nghĩa.
impossible_syllable-digit = «{ $word }» có chữ số { $digit } thay cho một chữ cái; «{ $meant }» thì có nghĩa ở đây.

confusable_syllable = «{ $word }» không có nghĩa ở đây; «{ $pair }» thì có nghĩa.
    .title = Âm tiết có thể sai dấu

lost_initial = «{ $word }» có thể đã mất chữ cái đầu; «{ $pair }» là một từ.
    .title = Có thể mất chữ cái đầu

acronym_lookalike = «{ $word }» có thể là chữ viết tắt «{ $meant }».
    .title = Chữ viết tắt có thể sai dấu

lookalike_letter = Trong «{ $word }»{ $more ->
        [0] { "" }
       *[other] { " và " }{ $more } từ khác
    }, chữ «{ $letter }» ({ $points }) được dùng thay cho «{ $meant }».
    .title = Chữ cái của bảng chữ khác trông giống chữ tiếng Việt

tone_order = Trong «{ $words }», dấu thanh đặt trước dấu của nguyên âm.
    .title = Dấu thanh đặt trước dấu của nguyên âm

proper_name_case = Tên cơ quan «{ $words }» viết thường chữ đầu.
    .title = Tên cơ quan viết thường chữ đầu

cell_ends_in_comma = Nội dung kết thúc bằng dấu phẩy.
    .title = Ô kết thúc bằng dấu phẩy

flag_with_duty = Dòng { $row } ghi là không thực hiện («{ $words }») nhưng vẫn có sản phẩm hoặc thời gian.
    .title = Ghi là không thực hiện nhưng vẫn có sản phẩm hoặc thời gian
