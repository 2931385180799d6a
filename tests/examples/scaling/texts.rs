//! Texts that have too many of one thing.

use super::Made;

pub(crate) const ALL: &[Made] = &[
    Made { name: "flat rows", size: 2_000, make: flat_rows },
    Made {
        name: "flat rows of one word",
        size: 5_000,
        make: |n| flat(n, |nth| format!("{nth} a\n")),
    },
    Made { name: "flat rows all alike", size: 2_000, make: |n| flat(n, |_| row(1)) },
    Made {
        name: "flat one row",
        size: 20_000,
        make: |n| flat(1, |_| format!("1 {}", "rà soát\n".repeat(n))),
    },
    Made {
        name: "flat one line",
        size: 20_000,
        make: |n| flat(1, |_| format!("1 {}", "rà soát ".repeat(n))),
    },
    Made {
        name: "flat one word",
        size: 2_000_000,
        make: |n| flat(1, |_| format!("1 {}", "a".repeat(n))),
    },
    Made { name: "flat figures", size: 10_000, make: |n| flat(n, |_| "1\n".to_owned()) },
    Made {
        name: "flat figures that count",
        size: 10_000,
        make: |n| flat(n, |nth| format!("{nth}\n")),
    },
    Made {
        name: "flat figures in a line",
        size: 10_000,
        make: |n| flat(n, |nth| format!("{nth} ")),
    },
    Made {
        name: "flat small letters",
        size: 10_000,
        make: |n| flat(n, |_| "a) rà soát\n".to_owned()),
    },
    Made {
        name: "flat dashes",
        size: 10_000,
        make: |n| flat(n, |_| "- rà soát Phòng A\n".to_owned()),
    },
    Made {
        name: "flat roman sections",
        size: 5_000,
        make: |n| flat(n, |nth| format!("{} THỂ CHẾ\n", ["I", "II", "III", "IV"][nth % 4])),
    },
    Made {
        name: "flat dotted numbers",
        size: 5_000,
        make: |n| flat(n, |nth| format!("1.{}", row(nth))),
    },
    Made {
        name: "flat form feeds",
        size: 10_000,
        make: |n| flat(n, |nth| format!("\u{C}{nth}\n")),
    },
    Made {
        name: "flat running heads",
        size: 5_000,
        make: |n| flat(n, |nth| format!("\u{C}CÔNG BÁO/Số 259 {nth}\n{}", row(nth))),
    },
    Made {
        name: "flat page gaps",
        size: 5_000,
        make: |n| flat(n, |nth| format!("\n\n\n\n{}", row(nth))),
    },
    Made {
        name: "flat footnotes",
        size: 5_000,
        make: |n| flat(n, |nth| format!("{nth} ghi chú của trang\n")),
    },
    Made { name: "flat headers", size: 3_000, make: |n| LABELS.repeat(n).into_bytes() },
    Made {
        name: "flat tables",
        size: 1_000,
        make: |n| {
            (0..n)
                .map(|nth| format!("Phụ lục {nth}\n{LABELS}{}", row(1)))
                .collect::<String>()
                .into_bytes()
        },
    },
    Made { name: "flat number labels", size: 20_000, make: |n| "STT\n".repeat(n).into_bytes() },
    Made {
        name: "flat labels run together",
        size: 5_000,
        make: |n| "HIỆNSTT CÔNG VIỆCSTT thànhCơ quan chủ trì ".repeat(n).into_bytes(),
    },
    Made {
        name: "flat signatures",
        size: 10_000,
        make: |n| flat(n, |_| "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n".to_owned()),
    },
    Made {
        name: "flat labels of appendices",
        size: 10_000,
        make: |n| flat(n, |_| "Phụ lục II\n".to_owned()),
    },
    Made {
        name: "flat labels above",
        size: 10_000,
        make: |n| ("Phụ lục II\n".repeat(n) + LABELS + &row(1)).into_bytes(),
    },
    Made {
        name: "flat label hidden in a word",
        size: 200_000,
        make: |n| format!("STT {}\n", "AB".repeat(n)).into_bytes(),
    },
    Made {
        name: "flat long title over sections",
        size: 1_000,
        make: |n| flat(n, |nth| long_title(nth, n, " ")),
    },
    Made {
        name: "csv long title over sections",
        size: 1_000,
        make: |n| tabs(n, |nth| long_title(nth, n, "\t")),
    },
    Made {
        name: "flat rows of a thousand words",
        size: 20,
        make: |n| {
            flat(n, |nth| {
                format!("{nth} {}\n", "Rà soát văn bản Phòng Tư pháp quý II/2026, ".repeat(100))
            })
        },
    },
    Made {
        name: "csv title of many parts",
        size: 5_000,
        make: |n| {
            tabs(2, |nth| {
                if nth == 1 {
                    format!("I\t\"{}\"\n", "a /\nb ".repeat(n.min(2_500)))
                } else {
                    tab_row(nth)
                }
            })
        },
    },
    Made {
        name: "no table",
        size: 50_000,
        make: |n| "một dòng chữ không có bảng\n".repeat(n).into_bytes(),
    },
    Made {
        name: "empty lines",
        size: 200_000,
        make: |n| (LABELS.to_owned() + &"\n".repeat(n)).into_bytes(),
    },
    Made {
        name: "marks on one letter",
        size: 200_000,
        make: |n| flat(1, |_| format!("1 a{}", "\u{301}\u{323}".repeat(n))),
    },
    Made {
        name: "old encoding by turns",
        size: 5_000,
        make: |n| {
            "KÕ ho¹ch kiÓm tra c«ng t¸c c¶i c¸ch hµnh chÝnh cña phêng\nKế hoạch kiểm tra công tác của phường\n".repeat(n).into_bytes()
        },
    },
    Made {
        name: "shown as latin-1",
        size: 5_000,
        make: |n| "Káº¿ hoáº¡ch kiá»ƒm tra cÃ´ng tÃ¡c cáº£i cÃ¡ch\n".repeat(n).into_bytes(),
    },
    Made {
        name: "bytes of TCVN3",
        size: 5_000,
        make: |n| {
            "KÕ ho¹ch kiÓm tra c«ng t¸c c¶i c¸ch hµnh chÝnh cña\n"
                .repeat(n)
                .chars()
                .map(|c| c as u8)
                .collect()
        },
    },
    Made { name: "aligned rows, one page", size: 1_000, make: |n| aligned(n, aligned_row) },
    Made {
        name: "aligned rows on pages",
        size: 1_000,
        make: |n| {
            (0..n / 20)
                .map(|nth| format!("{}\u{C}", text(aligned(20, |row| aligned_row(nth * 20 + row)))))
                .collect::<String>()
                .into_bytes()
        },
    },
    Made {
        name: "aligned one row",
        size: 2_000,
        make: |n| {
            aligned(n, |nth| {
                if nth < 20 {
                    aligned_row(nth)
                } else {
                    "     rà soát văn bản quy phạm     Phòng Tư pháp      Quý II\n".to_owned()
                }
            })
        },
    },
    Made {
        name: "aligned figures",
        size: 2_000,
        make: |n| aligned(n, |nth| if nth < 20 { aligned_row(nth) } else { "1\n".to_owned() }),
    },
    Made {
        name: "aligned notes",
        size: 2_000,
        make: |n| {
            aligned(n, |nth| {
                if nth < 20 {
                    aligned_row(nth)
                } else {
                    "1\n\n  ghi chú của trang này đi qua tất cả các cột của bảng không có gì\n"
                        .to_owned()
                }
            })
        },
    },
    Made {
        name: "aligned titles",
        size: 2_000,
        make: |n| {
            aligned(n, |nth| {
                if nth < 20 {
                    aligned_row(nth)
                } else {
                    "  ghi chú của trang này đi qua tất cả các cột của bảng không có gì\n"
                        .to_owned()
                }
            })
        },
    },
    Made {
        name: "aligned empty lines",
        size: 50_000,
        make: |n| aligned(n, |nth| if nth < 20 { aligned_row(nth) } else { "\n".to_owned() }),
    },
    Made { name: "aligned headers", size: 500, make: |n| aligned(20, aligned_row).repeat(n) },
    Made {
        name: "aligned long line",
        size: 1_000,
        make: |n| {
            aligned(21, |nth| {
                if nth < 20 {
                    aligned_row(nth)
                } else {
                    format!("21   {}\n", "rà soát ".repeat(n))
                }
            })
        },
    },
    Made {
        name: "aligned long line apart",
        size: 1_000,
        make: |n| {
            aligned(21, |nth| {
                if nth < 20 {
                    aligned_row(nth)
                } else {
                    format!("21   {}\n", "rà      ".repeat(n))
                }
            })
        },
    },
    Made {
        name: "aligned long word",
        size: 500_000,
        make: |n| {
            aligned(21, |nth| {
                if nth < 20 { aligned_row(nth) } else { format!("21   {}\n", "a".repeat(n)) }
            })
        },
    },
    Made {
        name: "aligned far word",
        size: 500_000,
        make: |n| {
            aligned(21, |nth| {
                if nth < 20 { aligned_row(nth) } else { format!("21   {}a\n", " ".repeat(n)) }
            })
        },
    },
    Made {
        name: "aligned pages without table",
        size: 1_000,
        make: |n| {
            [aligned(20, aligned_row), "\u{C}một dòng chữ   không có bảng\n".repeat(n).into_bytes()]
                .concat()
        },
    },
    Made { name: "csv rows", size: 5_000, make: |n| tabs(n, tab_row) },
    Made { name: "csv rows alike", size: 5_000, make: |n| tabs(n, |_| tab_row(1)) },
    Made {
        name: "csv rows without number",
        size: 5_000,
        make: |n| tabs(n, |_| "\trà soát\tPhòng A\tQuý I\n".to_owned()),
    },
    Made {
        name: "csv rows of nothing",
        size: 20_000,
        make: |n| tabs(n, |_| "\t\t\t\n".to_owned()),
    },
    Made {
        name: "csv rows too long",
        size: 5_000,
        make: |n| tabs(n, |nth| format!("{nth}\ta\tb\tc\td\n")),
    },
    Made {
        name: "csv rows too short",
        size: 5_000,
        make: |n| tabs(n, |nth| format!("{nth}\ta\n")),
    },
    Made {
        name: "csv lines of one cell",
        size: 10_000,
        make: |n| tabs(n, |_| "rà soát\n".to_owned()),
    },
    Made {
        name: "csv sections",
        size: 5_000,
        make: |n| tabs(n, |nth| format!("{}\tThể chế {nth}\n", ["I", "II", "III"][nth % 3])),
    },
    Made {
        name: "csv sections and rows",
        size: 5_000,
        make: |n| tabs(n, |nth| format!("I\tThể chế\n{}", tab_row(nth))),
    },
    Made { name: "csv headers", size: 3_000, make: |n| tabs(n, |_| TABS.to_owned()) },
    Made {
        name: "csv tables",
        size: 1_000,
        make: |n| tabs(n, |nth| format!("Phụ lục {nth}\n{TABS}{}", tab_row(1))),
    },
    Made {
        name: "csv columns",
        size: 20_000,
        make: |n| tabs(1, |_| "1\ta".to_owned() + &"\tb".repeat(n)),
    },
    Made {
        name: "csv columns of the header",
        size: 2_000,
        make: |n| {
            format!("TT\tNội dung\tChủ trì\tThời gian{}\n1\ta\tb\tc\n", "\tGhi chú".repeat(n))
                .into_bytes()
        },
    },
    Made { name: "csv open quotes", size: 50_000, make: |n| tabs(n, |_| "\"a\t".to_owned()) },
    Made { name: "csv quotes", size: 200_000, make: |n| tabs(1, |_| "\"".repeat(n)) },
    Made {
        name: "csv quotes in lines",
        size: 50_000,
        make: |n| tabs(n, |_| "\"\"\"\n".to_owned()),
    },
    Made {
        name: "pipes",
        size: 5_000,
        make: |n| {
            format!(
                "TT|Nội dung|Chủ trì|Thời gian\n{}",
                (0..n).map(|nth| tab_row(nth).replace('\t', "|")).collect::<String>()
            )
            .into_bytes()
        },
    },
    Made {
        name: "pipes escaped",
        size: 500_000,
        make: |n| {
            format!("TT|Nội dung|Chủ trì|Thời gian\n1|a|{}", "\\|<br>".repeat(n)).into_bytes()
        },
    },
    Made { name: "cell task words", size: 20_000, make: |n| cell(1, "rà soát ", n) },
    Made {
        name: "cell task odd words", size: 20_000, make: |n| cell(1, "rà soat vắn bảm ", n)
    },
    Made { name: "cell task quotes", size: 20_000, make: |n| cell(1, "“rà (soát ", n) },
    Made {
        name: "cell task citations",
        size: 5_000,
        make: |n| cell(1, "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND phường; ", n),
    },
    Made { name: "cell task numbers", size: 20_000, make: |n| cell(1, "số 12/KH, ", n) },
    Made { name: "cell task decisions", size: 20_000, make: |n| cell(1, "Quyết định ", n) },
    Made { name: "cell task number alone", size: 20_000, make: |n| cell(1, "số ", n) },
    Made {
        name: "cell task dates",
        size: 20_000,
        make: |n| cell(1, "ngày 05 tháng 01 năm 2026 ", n),
    },
    Made { name: "cell task of", size: 20_000, make: |n| cell(1, "của Bộ Nội vụ và ", n) },
    Made {
        name: "cell task laws", size: 20_000, make: |n| cell(1, "Luật Cán bộ, công chức ", n)
    },
    Made { name: "cell task digits", size: 500_000, make: |n| cell(1, "1", n) },
    Made { name: "cell task slashes", size: 200_000, make: |n| cell(1, "1/", n) },
    Made { name: "cell task symbol", size: 200_000, make: |n| cell(1, "A-", n) },
    Made {
        name: "cell task symbol over lines",
        size: 50_000,
        make: |n| cell(1, "12/KH-\u{a0}", n),
    },
    Made { name: "cell lead units", size: 10_000, make: |n| cell(2, "Phòng Nội vụ, ", n) },
    Made { name: "cell lead commas", size: 100_000, make: |n| cell(2, ",", n) },
    Made { name: "cell lead commas apart", size: 50_000, make: |n| cell(2, ", ", n) },
    Made { name: "cell lead and", size: 20_000, make: |n| cell(2, "và ", n) },
    Made { name: "cell lead one unit", size: 20_000, make: |n| cell(2, "Phòng Nội vụ ", n) },
    Made { name: "cell lead brackets", size: 50_000, make: |n| cell(2, "(", n) },
    Made { name: "cell lead brackets apart", size: 20_000, make: |n| cell(2, "Phòng (A ", n) },
    Made {
        name: "cell lead roles",
        size: 5_000,
        make: |n| cell(2, "Chủ trì: Phòng A; phối hợp: Phòng B; ", n),
    },
    Made { name: "cell lead dashes", size: 20_000, make: |n| cell(2, "- Phòng A ", n) },
    Made { name: "cell time words", size: 20_000, make: |n| cell(3, "quý ", n) },
    Made { name: "cell time months", size: 10_000, make: |n| cell(3, "Tháng 1, ", n) },
    Made { name: "cell time months run together", size: 10_000, make: |n| cell(3, "Tháng 1 ", n) },
    Made { name: "cell time figures", size: 10_000, make: |n| cell(3, "1, ", n) },
    Made { name: "cell time figures and and", size: 10_000, make: |n| cell(3, "1 và ", n) },
    Made { name: "cell time from to", size: 10_000, make: |n| cell(3, "từ tháng 1 đến ", n) },
    Made { name: "cell time when", size: 10_000, make: |n| cell(3, "khi có yêu cầu, ", n) },
    Made { name: "cell time after", size: 10_000, make: |n| cell(3, "sau khi ", n) },
    Made {
        name: "cell time before",
        size: 10_000,
        make: |n| cell(3, "trước ngày 5 hàng tháng, ", n),
    },
    Made { name: "cell time before alone", size: 10_000, make: |n| cell(3, "trước ", n) },
    Made { name: "cell time days", size: 10_000, make: |n| cell(3, "05/01/2026; ", n) },
    Made {
        name: "cell time weekly", size: 10_000, make: |n| cell(3, "thứ Hai hằng tuần, ", n)
    },
    Made { name: "cell time brackets", size: 10_000, make: |n| cell(3, "(Tháng 1 ", n) },
    Made { name: "cell time brackets closed", size: 10_000, make: |n| cell(3, "(Tháng 1) ", n) },
    Made {
        name: "cell time lines",
        size: 10_000,
        make: |n| tabs(1, |_| format!("1\ta\tb\t\"{}c\"\n", "Tháng 1\n".repeat(n.min(2_400)))),
    },
    Made {
        name: "flat row of times",
        size: 200,
        make: |n| flat(50, |nth| format!("{nth} rà soát Phòng A {}\n", "Tháng 1, ".repeat(n / 4))),
    },
    Made {
        name: "flat row of whens",
        size: 200,
        make: |n| flat(50, |nth| format!("{nth} rà soát Phòng A {}\n", "khi có ".repeat(n / 4))),
    },
    Made {
        name: "flat row of units",
        size: 200,
        make: |n| flat(50, |nth| format!("{nth} rà soát {}\n", "Phòng Nội vụ, ".repeat(n / 4))),
    },
];

const LABELS: &str = "TT Nội dung công việc Đơn vị chủ trì Thời gian\n";
const TABS: &str = "TT\tNội dung công việc\tĐơn vị chủ trì\tThời gian\n";
const SPACED: &str = "TT   Nội dung công việc            Đơn vị chủ trì     Thời gian\n";

fn row(nth: usize) -> String {
    let unit = ["Phòng Tư pháp", "Phòng Nội vụ", "Văn phòng", "Công an phường"][nth % 4];
    format!("{nth} Rà soát văn bản số {nth} {unit} Quý {}\n", ["I", "II", "III"][nth % 3])
}

fn flat_rows(count: usize) -> Vec<u8> {
    flat(count, row)
}

/// A title as long as there are sections inside it.
fn long_title(nth: usize, count: usize, gap: &str) -> String {
    match nth {
        1 => format!("A{gap}{}\n", "thể chế ".repeat(count)),
        nth => format!("{}{gap}THỂ CHẾ\n", ["I", "II", "III"][nth % 3]),
    }
}

fn flat(count: usize, line: impl Fn(usize) -> String) -> Vec<u8> {
    (LABELS.to_owned() + &(1..=count).map(line).collect::<String>()).into_bytes()
}

fn aligned(count: usize, line: impl Fn(usize) -> String) -> Vec<u8> {
    (SPACED.to_owned() + &(1..=count).map(line).collect::<String>()).into_bytes()
}

fn aligned_row(nth: usize) -> String {
    format!(
        "{nth:<5}Rà soát văn bản quy phạm      Phòng Tư pháp      Quý II\n     của phường                    và các đơn vị\n"
    )
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_default()
}

fn tabs(count: usize, line: impl Fn(usize) -> String) -> Vec<u8> {
    (TABS.to_owned() + &(1..=count).map(line).collect::<String>()).into_bytes()
}

fn tab_row(nth: usize) -> String {
    let unit = ["Phòng Tư pháp", "Phòng Nội vụ", "Văn phòng", "Công an phường"][nth % 4];
    format!("{nth}\tRà soát văn bản số {nth}\t{unit}\tQuý {}\n", ["I", "II", "III"][nth % 3])
}

/// A row with one enormous cell.
fn cell(column: usize, text: &str, count: usize) -> Vec<u8> {
    let mut cells = ["1", "Rà soát", "Phòng A", "Quý I"].map(str::to_owned);
    if let Some(cell) = cells.get_mut(column) {
        *cell = text.repeat(count);
    }
    tabs(1, |_| cells.join("\t"))
}
