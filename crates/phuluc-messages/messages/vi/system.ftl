### Lời báo lỗi của hệ điều hành. Tiếng Anh là lời của chính hệ thống nên không có ở đây.

system-not_found = Không có tệp hoặc thư mục này
system-permission_denied = Không có quyền truy cập
system-already_exists = Tệp hoặc thư mục đã có sẵn
system-is_a_directory = Đây là thư mục
system-not_a_directory = Một phần của đường dẫn không phải là thư mục
system-storage_full = Đã hết chỗ trống trên đĩa
system-read_only = Đĩa chỉ cho phép đọc
system-invalid_name = Tên tệp không hợp lệ
system-out_of_memory = Không đủ bộ nhớ
system-not_utf8 = Nội dung không phải là văn bản UTF-8
system-other = Hệ thống báo «{ $reason }»
system-number = { $sentence } (mã lỗi hệ thống { $number }).
