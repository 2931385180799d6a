### Phần trợ giúp của lệnh và các lời từ chối dòng lệnh. Tiếng Anh ở trong định nghĩa dòng lệnh và trong
### thư viện clap nên không có ở đây. Khóa là `help-`, tên lệnh và tên đối số; `any` là chung cho nhiều lệnh.

heading-usage = Cách dùng
heading-commands = Các lệnh
heading-arguments = Đối số
heading-options = Tùy chọn
heading-many = Nhiều tệp
help-default = mặc định: { $list }
help-possible = các giá trị: { $list }

## Tên các giá trị

value-options = TÙY_CHỌN
value-command = LỆNH
value-input = TỆP
value-file = TỆP
value-dir = THƯ_MỤC
value-format = ĐỊNH_DẠNG
value-which = ĐIỀU_KIỆN
value-n = SỐ
value-seconds = GIÂY
value-mib = MIB
value-i_n = PHẦN/TỔNG
value-old = BẢN_CŨ
value-new = BẢN_MỚI
value-stage = BƯỚC
value-page = TRANG
value-shell = SHELL
value-year = NĂM
value-label_role = TÊN_CỘT=VAI_TRÒ
value-engine = BỘ_ĐỌC
value-lang = NGÔN_NGỮ

## Các lệnh

help-phuluc = Chuyển các bảng nhiệm vụ trong phụ lục văn bản hành chính thành các bản ghi.
    .after =
        Ví dụ:
          phuluc convert plan.txt | jq '.appendices[].sections[].tasks[].task'
          phuluc convert plans/ --out-dir records --format json,csv
          phuluc convert archive/ --out-dir records --format json,csv --jobs 4 --report
          phuluc convert plan.pdf -o ours.xlsx --only performed
          phuluc convert plan.pdf --only lead="Phòng Nội vụ" --only due=2026-01-01..2026-06-30
    .after_long =
        Mã kết thúc:
          0  đã chuyển đổi tất cả
          1  đã chuyển đổi nhưng bị mất một phần, hoặc một số tệp không thành công, hoặc hai bản kế hoạch khác nhau
          2  dòng lệnh không đúng, hoặc không đọc được tệp mật khẩu
          3  không chuyển đổi được gì
          4  không ghi được một tệp ra
          130  người dùng bấm Ctrl-C
help-convert = Ghi các bản ghi của từng tệp vào
    .after =
        Ví dụ:
          phuluc convert plan.txt | jq '.appendices[].sections[].tasks[].task'
          phuluc convert plans/ --out-dir records --format json,csv
          phuluc convert archive/ --out-dir records --format json,csv --jobs 4 --report
          phuluc convert plan.pdf -o ours.xlsx --only performed
          phuluc convert plan.pdf --only lead="Phòng Nội vụ" --only due=2026-01-01..2026-06-30
    .after_long =
        Mã kết thúc:
          0  đã chuyển đổi tất cả
          1  đã chuyển đổi nhưng bị mất một phần, hoặc một số tệp không thành công
          2  dòng lệnh không đúng, hoặc không đọc được tệp mật khẩu
          3  không chuyển đổi được gì
          4  không ghi được một tệp ra
          130  người dùng bấm Ctrl-C
help-diff = Cho biết những thay đổi giữa hai bản của một kế hoạch
    .long = Hai nhiệm vụ là một khi lời văn giống nhau: thêm một dòng ở phía trên làm các dòng sau đổi số thứ tự thì chỉ được nêu trong một dòng. Khoảng trắng không được tính là khác nhau. Các dòng cần xem lại do lệnh `convert` nêu, không nêu ở đây.
    .after =
        Ví dụ:
          phuluc diff plan-2025.pdf plan-2026.pdf
          phuluc diff old.txt new.pdf --format json | jq '.counts'

        Các dấu:
          + thêm   - bị bỏ   > chuyển chỗ   ~ sửa đổi   = chỉ đổi số thứ tự
        {"  ["}-từ bị bỏ-]   {"{"}+từ được thêm+{"}"}
    .after_long =
        Mã kết thúc:
          0  không có thay đổi
          1  có thay đổi, hoặc một phần của tệp vào bị mất khi đọc
          2  dòng lệnh không đúng, hoặc không đọc được tệp mật khẩu
          3  không đọc được một tệp vào, hoặc tệp không có bảng nhiệm vụ
          4  không ghi được các thay đổi
help-check = So từng tệp của một thư mục với kết quả mẫu đặt bên cạnh
    .long = Kết quả mẫu của `plan.txt` là `plan.expected.json`: nội dung JSON của tệp, hoặc {"`{"}"error": "…"{"}`"} nếu không đọc được tệp.
    .after =
        Ví dụ:
          phuluc check fixtures
          phuluc check fixtures --update && git diff fixtures
help-inspect = Cho xem kết quả của một bước đọc
    .after =
        Ví dụ:
          phuluc inspect plan.pdf --stage remainder
          phuluc inspect plan.pdf --svg 3 > page-3.svg
help-completions = In đoạn mã giúp shell gợi ý dòng lệnh
    .after =
        Ví dụ:
          phuluc completions bash > ~/.local/share/bash-completion/completions/phuluc
          phuluc completions fish > ~/.config/fish/completions/phuluc.fish
help-manual = In tài liệu hướng dẫn theo dạng trang của lệnh man (bằng tiếng Anh)
    .after =
        Ví dụ:
          phuluc manual | man -l -
          phuluc manual convert > phuluc-convert.1
help-worker = Trả lời một yêu cầu từ đầu vào chuẩn, do lệnh `convert` tự gọi cho từng văn bản
help-help = In phần trợ giúp này hoặc phần trợ giúp của một lệnh

## Đối số chung

help-any-help = In phần trợ giúp (`-h` là bản ngắn, `--help` là bản đầy đủ)
help-any-version = In phiên bản
help-any-lang = Ngôn ngữ của các thông báo, của sổ Excel và của trang rà soát [mặc định: theo LC_ALL, LC_MESSAGES hoặc LANG đối với thông báo; tiếng Việt đối với sổ Excel và trang rà soát]
help-any-year = Năm của các thời gian không ghi năm, khi văn bản không cho biết năm
help-any-column = Gán vai trò cho cột có tên này; có thể dùng nhiều lần
    .long = Tên cột được viết đầy đủ, chữ hoa hay thường, có dấu hay không dấu đều được; dòng tiêu đề của bảng cũng được tìm theo tên này. Các vai trò là `number`, `task`, `lead_unit`, `coordinating_unit`, `product`, `timeframe`, `note` và `extra`.
help-any-password_file = Mở tệp PDF được mã hóa bằng dòng đầu tiên của tệp này
help-any-engine = Đọc PDF bằng bộ đọc khác; pdf-extract bị treo hoặc dừng với một số tệp hỏng
help-any-second_opinion = Đọc PDF thêm bằng bộ đọc còn lại và nêu các trang mà hai bộ đọc cho ra từ khác nhau; tệp nào làm dừng bộ đọc còn lại thì không được đọc

## phuluc convert

help-convert-inputs = Tệp (PDF, văn bản, hoặc JSON do phuluc ghi), thư mục, hoặc - là đầu vào chuẩn; thư mục nghĩa là các tệp trong đó và trong các thư mục con, trừ tệp ẩn và các tệp ra (*.json, *.csv, …)
help-convert-output = Ghi một kết quả vào tệp này; phần mở rộng của tệp cho biết định dạng khi không có --format
help-convert-out_dir = Ghi mọi kết quả vào thư mục này, theo tên của tệp vào; thư mục được tạo nếu chưa có
help-convert-format = Các định dạng cần ghi [mặc định: json]
help-convert-only = Chỉ giữ các nhiệm vụ thỏa mọi điều kiện này; có thể dùng nhiều lần
    .long = section=II: thuộc mục này hoặc mục con của nó. lead=TỪ_NGỮ: đơn vị chủ trì có các từ này, không phân biệt chữ hoa, chữ thường, có dấu hay không dấu. performed, not-performed: theo cụm từ `không thực hiện`. due=TỪ..ĐẾN: có ngày hoặc ngày cuối của khoảng thời gian nằm trong đó; có thể bỏ trống một đầu, hoặc chỉ ghi một ngày.
help-convert-quiet = Không in các chẩn đoán; lỗi vẫn được in
help-convert-jobs = Số tệp được chuyển đổi đồng thời; có tùy chọn này thì sổ theo dõi được ghi [mặc định: bằng số bộ xử lý, không ghi sổ theo dõi]
    .long = Sổ theo dõi của --out-dir ghi tệp nào đã bắt đầu và đã kết thúc ra sao. Lần chạy bị dừng giữa chừng sẽ tiếp tục từ chỗ đó: tệp nào đã xong, có các tệp ra vẫn như khi được ghi, thì không làm lại.
help-convert-timeout = Dừng việc đọc một tệp khi mất nhiều thời gian hơn
help-convert-memory = Dừng việc đọc một tệp khi cần nhiều bộ nhớ hơn, nếu hệ thống đo được
help-convert-report = In các tổng số của lần chạy thành một dòng JSON khi kết thúc
help-convert-manifest = Ghi sổ theo dõi vào tệp này [mặc định: manifest.jsonl trong --out-dir]
help-convert-retry_failed = Chuyển đổi lại các tệp không thành công, theo sổ theo dõi
help-convert-again = Chuyển đổi lại tất cả, bất kể sổ theo dõi ghi gì
help-convert-shard = Chuyển đổi một phần trong số các phần; mỗi tệp luôn thuộc cùng một phần trên mọi máy

## phuluc diff

help-diff-old = Bản trước: tệp PDF, văn bản, hoặc tệp JSON do phuluc ghi, hoặc - là đầu vào chuẩn
help-diff-new = Bản sau
help-diff-format = Cách trình bày các thay đổi: text là các dòng cho người đọc, json là dạng phuluc/diff
help-diff-quiet = Không nêu những gì bị mất khi đọc; lỗi vẫn được in

## phuluc check

help-check-folder = Thư mục chứa các tệp vào
help-check-update = Ghi các kết quả mẫu còn thiếu hoặc khác

## phuluc inspect

help-inspect-input = Tệp, hoặc - là đầu vào chuẩn
help-inspect-stage = Bước cần xem
help-inspect-svg = Cùng với --stage pages, vẽ một trang PDF thành SVG: khung của các chữ, các đường kẻ, và ở trên là các ô và số dòng của các bảng

## phuluc completions và phuluc manual

help-completions-shell = Loại shell
help-manual-of = Lệnh cần xem tài liệu [mặc định: phuluc]

## Vì sao không hiểu dòng lệnh

refusal-conflict = Không dùng «{ $argument }» cùng với «{ $others }».
refusal-twice = Chỉ được dùng «{ $argument }» một lần.
refusal-no_value = Tùy chọn «{ $argument }» cần có giá trị.
refusal-value = Giá trị «{ $value }» không hợp lệ cho «{ $argument }».
refusal-values = Các giá trị được chấp nhận: { $list }.
refusal-too_many = Giá trị «{ $value }» là thừa đối với «{ $argument }».
refusal-range = Giá trị phải nằm trong khoảng { $range }.
refusal-number = Giá trị phải là một số nguyên dương.
refusal-command = Không có lệnh «{ $name }».
refusal-unknown = Không có tùy chọn hoặc đối số «{ $argument }».
refusal-missing = Còn thiếu: { $list }.
refusal-not_utf8 = Một đối số không phải là văn bản UTF-8.
refusal-other = Dòng lệnh không đúng.
refusal-suggestion = Có thể bạn muốn dùng «{ $name }».
refusal-see_help = Để biết thêm, hãy dùng «--help».
