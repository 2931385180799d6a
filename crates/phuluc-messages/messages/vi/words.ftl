### Từ ngữ dùng chung cho nhiều định dạng.

## Tên cột thường dùng, theo vai trò

column-number = TT
column-task = Nội dung công việc
column-lead_unit = Đơn vị chủ trì
column-coordinating_unit = Đơn vị phối hợp
column-product = Sản phẩm
column-timeframe = Thời gian
column-note = Ghi chú
column-extra = Cột khác

## Mức độ

severity-error = Lỗi
severity-warning = Cảnh báo
severity-info = Ghi chú

## Các dòng và phần chung quanh

appendix = Phụ lục
not_performed = Không thực hiện
source = Nguồn: { $name }, trang { $page }
choice = { $kept } trong { $read } nhiệm vụ: { $only }
