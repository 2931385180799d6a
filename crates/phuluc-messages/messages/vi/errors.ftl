### Vì sao không đọc được hoặc không ghi được. Khóa là `error-` và mã lỗi.

## Khi đọc

error-empty = Tệp trống hoặc chỉ có khoảng trắng.
error-too_many_bytes = Tệp có { $found } byte, vượt giới hạn { $limit } byte (max_bytes).
error-too_many_lines = Tệp có nhiều dòng hơn giới hạn { $limit } dòng (max_lines).
error-too_many_pages = Tệp có ít nhất { $found } trang, vượt giới hạn { $limit } trang (max_pages).
error-too_many_decoded_bytes = Tệp PDF giải nén ra ít nhất { $found } byte, vượt giới hạn { $limit } byte (max_decoded_bytes); có thể tệp được tạo ra để làm đầy bộ nhớ.
error-too_many_searched_bytes = Để tìm các đối tượng của tệp PDF phải đọc qua ít nhất { $found } byte, vượt giới hạn { $limit } byte (max_searched_bytes); tệp bị hỏng hoặc được tạo ra để kéo dài thời gian đọc.
error-too_many_glyphs = Tệp PDF có { $found } chữ cái tính đến trang { $page }, vượt giới hạn { $limit } chữ cái (max_glyphs).
error-too_many_cells = Các bảng có ít nhất { $found } ô tính đến { $place }, vượt giới hạn { $limit } ô (max_cells).
error-too_long = Việc đọc đã mất { $elapsed } ms, vượt giới hạn { $limit } ms (max_millis), và mới đến { $place }.
error-password_needed = Tệp PDF được mã hóa và cần mật khẩu để mở; hãy cho biết mật khẩu.
error-password_wrong = Tệp PDF được mã hóa và mật khẩu đã cho không mở được tệp; hãy cho đúng mật khẩu.
error-cipher_unknown = Tệp PDF được mã hóa theo cách chưa được hỗ trợ; hãy lưu lại tệp không mã hóa.
error-damaged = Tệp PDF bị hỏng, không đọc được trang nào; hãy tải lại hoặc xuất lại tệp.
error-truncated = Tệp PDF bị cắt mất phần cuối và không đọc được trang nào; hãy tải lại tệp.
error-no_pages = Tệp PDF không có trang nào; hãy xuất lại tệp.
error-scanned = Tệp PDF là bản chụp: { $pages } là ảnh, không có chữ; hãy nhận dạng chữ (OCR) trước.
error-no_text_map = Có { $unmapped } trong { $letters } chữ cái của tệp PDF chỉ có hình vẽ mà không cho biết là chữ gì; hãy in lại từ tệp gốc, hoặc nhận dạng chữ (OCR).
error-no_text = Tệp PDF có { $pages } trang và không có chữ nào; hãy xuất lại từ tệp gốc.
error-engine_failed = Bộ đọc { $engine } không đọc được tệp PDF: { $reason }
error-fault = Chương trình đọc gặp lỗi `{ $reason }`, là lỗi của chính chương trình; hãy báo lỗi kèm theo tệp.
error-no_such_page = Không vẽ được trang { $page }: tệp không phải là PDF hoặc có ít trang hơn.
error-binary = Tệp không phải là PDF, cũng không phải là văn bản: byte thứ { $offset } là { $byte }; hãy xuất ra PDF, hoặc lưu thành văn bản UTF-8.
error-not_utf8 = Tệp không phải là văn bản UTF-8: byte sai đầu tiên ở vị trí { $offset }, dòng { $line }; hãy đổi sang UTF-8 trước.
error-json_too_many_tasks = Văn bản có { $found } nhiệm vụ, vượt giới hạn { $limit } nhiệm vụ (max_tasks).
error-json_too_deep = Tệp JSON lồng nhau quá { $limit } tầng.
error-json_broken = Tệp JSON bị hỏng ở dòng { $line }, cột { $column }: { $reason }; hãy ghi lại tệp.
error-json_schema = Tệp JSON thuộc loại `{ $found }`; chỉ đọc được `phuluc/document`.
error-json_no_schema = Tệp JSON không cho biết thuộc loại nào (`schema`); chỉ đọc được `phuluc/document`.
error-json_version = Tệp JSON thuộc phiên bản { $found } của `phuluc/document`; chương trình này đọc được 1.0 và mọi phiên bản 1.x sau đó.
error-json_value = { $whole ->
        [1] Không đọc được tệp JSON: { $reason }
       *[0] Không đọc được `{ $path }` của tệp JSON: { $reason }
    }
error-json_no_stage = Tệp `phuluc/document` không có bước `{ $stage }` vì đã được đọc từ trước; tệp chỉ có các bước records và meaning.

## Khi ghi

error-output = Không ghi được dữ liệu vào nơi nhận.
error-json = Không ghi được báo cáo thành JSON.
error-csv = Không ghi được báo cáo thành CSV.
error-xlsx = Không ghi được báo cáo thành sổ Excel.
error-too_many_tasks = Văn bản có { $found } nhiệm vụ, nhiều hơn { $limit } nhiệm vụ mà một trang tính chứa được; hãy chọn định dạng khác.
