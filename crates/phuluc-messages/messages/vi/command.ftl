### Những câu của lệnh, ngoài các chẩn đoán và các lỗi của thư viện.

## Các dòng ghi ra luồng lỗi

line-error = lỗi: { $sentence }
line-cause = nguyên nhân: { $sentence }
line-note = ghi chú: { $sentence }
line-warning = cảnh báo: { $sentence }
line-fault = Chương trình phuluc gặp sự cố; hãy báo lỗi này cho nhóm phát triển.
severity_name-error = lỗi
severity_name-warning = cảnh báo
severity_name-info = ghi chú

## Các tùy chọn giúp sửa một lỗi hoặc một chẩn đoán

switch-password_file = { $sentence } (--password-file)
switch-remainder = { $sentence }; hãy xem `inspect --stage remainder`

## Vì sao không làm theo được dòng lệnh

error-several_on_stdout = Không ghi được nhiều tệp vào hoặc nhiều định dạng ra cùng một đầu ra chuẩn; hãy dùng --out-dir THƯ_MỤC.
error-several_in_one_file = Tùy chọn -o chỉ nhận một tệp vào và một định dạng; nếu có nhiều, hãy dùng --out-dir THƯ_MỤC.
error-same_output = `{ $first }` và `{ $second }` sẽ cùng được ghi vào `{ $output }`; hãy chuyển đổi riêng từng tệp.
error-output_is_input = `{ $output }` là tệp vào và sẽ bị ghi đè; hãy chọn tệp ra khác.
error-manifest_without_folder = Sổ theo dõi cần có thư mục chứa các tệp ra; hãy dùng --out-dir THƯ_MỤC.
error-report_on_stdout = Báo cáo và các bản ghi cùng được ghi ra đầu ra chuẩn; hãy dùng -o TỆP hoặc --out-dir THƯ_MỤC.
error-stdin_twice = Đầu vào chuẩn chỉ đọc được một lần.
error-not_a_folder = `{ $path }` không phải là thư mục.
error-no_such_command = Không có lệnh `{ $name }`; hãy xem các lệnh bằng phuluc --help.
error-password_file = Không đọc được tệp mật khẩu `{ $path }`.
error-no_shard = Một phần được viết là 1/4, nghĩa là phần thứ nhất trong bốn phần.

## Vì sao không chuyển đổi được một tệp vào

error-unreadable = Không đọc được `{ $name }`.
error-input_too_long = `{ $name }` dài hơn giới hạn { $limit } byte (max_bytes); hãy chia nhỏ tệp.
error-no_table = `{ $name }` không có bảng nhiệm vụ nào nên không có gì được chuyển đổi.
error-nothing_to_compare = `{ $name }` không có bảng nhiệm vụ nào để so sánh; hãy đưa vào tệp PDF hoặc văn bản của kế hoạch.
error-no_files = `{ $name }` không có tệp nào để đọc.
error-no_memory = Không đủ bộ nhớ để bắt đầu đọc `{ $name }`; hãy cho phép dùng nhiều hơn (--memory).

## Vì sao không ghi được một tệp ra

error-unwritten_file = Không ghi được `{ $path }`.
error-unwritten_folder = Không tạo được thư mục `{ $path }`.
error-unwritten_stdout = Không ghi được ra đầu ra chuẩn.
error-unwritten_records = Không ghi được các bản ghi của `{ $name }`.

## Vì sao không dùng được một sổ theo dõi

error-manifest_io = Không đọc hoặc không ghi được sổ theo dõi `{ $path }`.
error-manifest_foreign = `{ $path }` không phải là sổ theo dõi của phuluc; hãy chọn tệp khác (--manifest).
error-manifest_locked = Một lần chạy khác đang ghi vào sổ theo dõi `{ $path }`; hãy đợi lần chạy đó kết thúc, hoặc dùng --shard hay --manifest.

## Các tiến trình đọc văn bản

worker-none = Không khởi động được tiến trình đọc.
worker-not_started = Chưa đọc được `{ $name }` vì không khởi động được tiến trình đọc.
worker-interrupted = Chưa đọc hết `{ $name }`.
worker-time_limit = Không đọc xong `{ $name }` trong { $seconds } giây (--timeout).
worker-ended = Chưa đọc được `{ $name }` vì tiến trình đọc { $how }.
worker-bad_answer = Chưa đọc được `{ $name }` vì kết quả của tiến trình đọc không đúng quy cách.
worker-panicked = Chương trình phuluc gặp sự cố khi đọc `{ $name }`, là lỗi của chính chương trình; hãy báo lỗi kèm theo tệp.
worker-set_aside = `{ $name }` được để riêng vì nhiều lần chạy đã dừng khi đang đọc tệp này; hãy dùng --retry-failed để thử lại.
isolated-ended = Chưa đọc được văn bản vì tiến trình đọc { $how }.
isolated-time_limit = chạy lâu hơn { $seconds } giây
death-memory = cần nhiều hơn { $memory } MiB bộ nhớ (--memory)
death-stack = dùng quá ngăn xếp
death-cpu = dùng quá { $seconds } giây của bộ xử lý (--timeout)
death-signal = bị dừng bởi tín hiệu { $signal }
death-exit = kết thúc với «{ $exit }» và thông báo «{ $last }»
death-silent = không có gì
error-answer_line = Kết quả không bắt đầu bằng một dòng JSON của tiến trình đọc.
error-answer_version = Kết quả thuộc phiên bản { $version }.
error-answer_status = Không tiến trình đọc nào tự báo trạng thái `{ $status }`.
error-answer_outputs = Kết quả có các tệp ra khác với yêu cầu.
error-answer_length = Kết quả ngắn hoặc dài hơn độ dài đã ghi.
error-answer_hash = Tệp { $format } không phải là tệp đã được tạo ra.
error-answer_kind = Tệp { $format } không đúng định dạng.
error-job_read = Không đọc được yêu cầu.
error-job_line = Yêu cầu không phải là một dòng JSON mà tiến trình đọc hiểu được.
error-job_version = Yêu cầu thuộc phiên bản { $version }, khác với phiên bản của tiến trình đọc.
error-job_unknown = Yêu cầu nêu `{ $name }`, là điều mà tiến trình đọc không biết.
error-job_short = Nội dung kèm theo yêu cầu bị thiếu phần cuối.
error-job_other_bytes = Nội dung kèm theo yêu cầu không khớp với mã SHA-256 đã ghi.

## Chạy trên các tệp vào

run-left_out = Đã bỏ qua `{ $name }`. { $reason }
run-failed_earlier = `{ $name }` không thành công ở lần chạy trước ({ $status }); hãy dùng --retry-failed để thử lại.
run-filtered = `{ $name }`: { $kept } trong { $read } nhiệm vụ thỏa điều kiện { $only }; các nhiệm vụ khác được bỏ ra, cùng với { $doubts } cảnh báo về các nhiệm vụ đó.
run-and = { $before } và { $after }
run-so_far = Đã xong { $done } trong { $inputs } tệp vào, trong đó { $failed } tệp không thành công.
run-total = { $inputs } tệp vào: { $counts }
run-total_with_earlier = { $inputs } tệp vào: { $counts } (trong đó { $earlier } tệp do lần chạy trước)
run-status_count = { $count } { $status }
run-see = { $sentence }; xem { $path }
status-converted = đã chuyển đổi
status-converted_with_losses = đã chuyển đổi nhưng bị mất một phần
status-left_out = được bỏ qua
status-no_table = không có bảng nhiệm vụ
status-failed = không đọc được
status-unwritten = không ghi được
status-panicked = làm chương trình gặp sự cố
status-stack_overflow = dùng quá ngăn xếp
status-out_of_memory = thiếu bộ nhớ
status-cpu_limit = quá thời gian của bộ xử lý
status-time_limit = quá thời gian
status-aborted = bị dừng giữa chừng
status-bad_answer = có kết quả không đúng quy cách
status-not_started = chưa khởi động được
status-set_aside = được để riêng
status-interrupted = bị ngắt
status-not_begun = chưa bắt đầu

## So với kết quả mẫu

check-orphan = `{ $path }` không thuộc tệp vào nào.
check-wrote = Đã ghi `{ $path }`.
check-missing = Thiếu `{ $path }`; hãy dùng --update để ghi.
check-as_read = { $name } (kết quả đọc hiện nay)
check-agree = { $count } khớp
check-differ = { $count } khác
check-without_expected = { $count } chưa có kết quả mẫu
check-rewritten = { $count } được ghi lại
check-written = { $count } được ghi mới
check-not_read = { $count } không đọc được
check-without_input = { $count } không có tệp vào

## Điều kiện lọc

error-filter_key = Không có điều kiện `{ $key }`; các điều kiện là section=, lead=, due=, performed và not-performed.
error-filter_empty = Sau `{ $key }` cần có nội dung, chẳng hạn { $key }{ $example }.
error-filter_day = `{ $day }` không phải là một ngày; hãy viết như 2026-06-30.
error-filter_no_day = Sau due= cần có ngày: 2026-01-01..2026-06-30, 2026-01-01.., ..2026-06-30 hoặc 2026-06-30.
error-filter_order = Ngày { $first } ở sau ngày { $last }.

## Vai trò của cột

error-column_no_role = Thiếu dấu `=`; hãy viết TÊN_CỘT=VAI_TRÒ, chẳng hạn "Thời điểm trình=timeframe".
error-column_no_label = Thiếu tên cột trước dấu `=`; hãy viết TÊN_CỘT=VAI_TRÒ, chẳng hạn "Ai làm=lead_unit".
error-column_unknown_role = Không có vai trò `{ $role }`; các vai trò là { $roles }.

## Thay đổi giữa hai bản kế hoạch

diff-appendix = phụ lục { $name }
diff-section = mục
diff-numbered_section = mục { $number }
diff-in = { $table }: { $place }
diff-was = { $name } (trước đây là { $was })
diff-span = { $first } đến { $last }
diff-renumbered = { $old } nay là { $new }
diff-none = Không có thay đổi: { $count } nhiệm vụ giống nhau.
diff-counts = { $added } nhiệm vụ thêm, { $removed } bị bỏ, { $moved } chuyển chỗ, { $changed } sửa đổi, { $renumbered } đổi số thứ tự, { $same } giữ nguyên.
error-too_many_rows = Có { $old } dòng cũ và { $new } dòng mới với lời văn riêng, quá nhiều để so từng dòng với nhau (max_steps { $limit }); các dòng được viết lại chỉ được tìm theo số thứ tự.
field-label = tên phụ lục
field-title = tiêu đề
field-issuer = cơ quan ban hành
field-unit = đơn vị
field-year = năm
field-issued_with_type = loại văn bản ban hành
field-issued_with_number = số văn bản ban hành
field-issued_with_date = ngày ban hành
field-issued_with_issuer = nơi ban hành văn bản
field-columns = các cột
field-number = số thứ tự
field-task = nhiệm vụ
field-lead_unit = đơn vị chủ trì
field-coordinating_unit = đơn vị phối hợp
field-product = sản phẩm
field-timeframe = thời gian
field-note = ghi chú
field-not_performed_note = lời ghi không thực hiện
