//! PDFs that have too many of one thing.

use std::fmt::Write as _;

use super::Made;

pub(crate) const ALL: &[Made] = &[
    Made {
        name: "pdf letters at one place",
        size: 10_000,
        make: |n| one(n, |_| word(100, 100, 10, "a")),
    },
    Made {
        name: "pdf letters of one string",
        size: 10_000,
        make: |n| one(1, |_| word(0, 100, 10, &"a".repeat(n))),
    },
    Made {
        name: "pdf words of one string",
        size: 5_000,
        make: |n| one(1, |_| word(0, 100, 10, &"a ".repeat(n))),
    },
    Made {
        name: "pdf letters along a line",
        size: 10_000,
        make: |n| one(n, |nth| word(nth * 7, 100, 10, "a")),
    },
    Made {
        name: "pdf letters down a line",
        size: 10_000,
        make: |n| one(n, |nth| word(100, nth, 10, "a")),
    },
    Made {
        name: "pdf letters close together",
        size: 10_000,
        make: |n| {
            one(n, |nth| {
                format!(
                    "BT /F 10 Tf {} {} Td (a) Tj ET\n",
                    100.0 + f(nth % 97) / 10.0,
                    100.0 + f(nth % 89) / 10.0
                )
            })
        },
    },
    Made {
        name: "pdf letters of all sizes",
        size: 10_000,
        make: |n| one(n, |nth| word(nth % 800, nth % 500, 1 + nth % 60, "a")),
    },
    Made {
        name: "pdf letters of all ways",
        size: 10_000,
        make: |n| {
            one(n, |nth| {
                let (sin, cos) = f(nth).sin_cos();
                format!(
                    "BT /F 10 Tf {cos:.4} {sin:.4} {:.4} {cos:.4} {} {} Tm (a) Tj ET\n",
                    -sin,
                    nth % 800,
                    nth % 500
                )
            })
        },
    },
    Made {
        name: "pdf letters in a grid",
        size: 10_000,
        make: |n| one(n, |nth| word(nth % 100 * 20, nth / 100 * 12, 10, "ab")),
    },
    Made {
        name: "pdf rules across",
        size: 10_000,
        make: |n| one(n, |nth| rule(40.0, f(nth) / 20.0, 800.0, f(nth) / 20.0)),
    },
    Made {
        name: "pdf rules in pieces",
        size: 10_000,
        make: |n| one(n, |nth| rule(f(nth) / 20.0, 100.0, f(nth) / 20.0 + 0.04, 100.0)),
    },
    Made {
        name: "pdf rules that cross",
        size: 4_000,
        make: |n| {
            one(n, |nth| {
                let at = f(nth / 2) * 4.0;
                if nth % 2 == 0 {
                    rule(0.0, at, f(n) * 2.0, at)
                } else {
                    rule(at, 0.0, at, f(n) * 2.0)
                }
            })
        },
    },
    Made {
        name: "pdf rules at one place",
        size: 10_000,
        make: |n| one(n, |_| rule(40.0, 100.0, 800.0, 100.0)),
    },
    Made {
        name: "pdf boxes apart",
        size: 4_000,
        make: |n| one(n, |nth| boxed(nth % 60 * 14, nth / 60 * 14, 10, 10)),
    },
    Made {
        name: "pdf boxes one in the other",
        size: 4_000,
        make: |n| {
            one(n, |nth| {
                format!(
                    "{} {} {} {} re S\n",
                    f(nth) / 10.0,
                    f(nth) / 10.0,
                    1000.0 - f(nth) / 5.0,
                    1000.0 - f(nth) / 5.0
                )
            })
        },
    },
    Made {
        name: "pdf boxes in a grid",
        size: 4_000,
        make: |n| one(n, |nth| boxed(nth % 60 * 14, nth / 60 * 14, 14, 14)),
    },
    Made {
        name: "pdf boxes with words",
        size: 4_000,
        make: |n| {
            one(n, |nth| {
                boxed(nth % 60 * 14, nth / 60 * 14, 14, 14)
                    + &word(nth % 60 * 14 + 2, nth / 60 * 14 + 2, 8, "a")
            })
        },
    },
    Made {
        name: "pdf slanted lines",
        size: 10_000,
        make: |n| one(n, |nth| rule(f(nth % 500), f(nth % 300), f(nth % 400), f(nth % 501))),
    },
    Made {
        name: "pdf path of corners",
        size: 20_000,
        make: |n| {
            one(1, |_| {
                "0 0 m\n".to_owned()
                    + &(0..n)
                        .map(|nth| format!("{} {} l\n", nth % 700, nth % 500))
                        .collect::<String>()
                    + "S\n"
            })
        },
    },
    Made {
        name: "pdf ruled rows on a page",
        size: 500,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, true)
                    + &(0..n).map(|nth| row((n - nth) * 20, nth, true)).collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf rows on a page",
        size: 500,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, false)
                    + &(0..n).map(|nth| row((n - nth) * 20, nth, false)).collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf lines of one row",
        size: 2_000,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, false)
                    + &row(n * 20, 1, false)
                    + &(1..n)
                        .map(|nth| word(70, (n - nth) * 20, 10, "ra soat van ban"))
                        .collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf ruled cell of lines",
        size: 2_000,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, true)
                    + &boxes(0, n * 20)
                    + &word(44, n * 20 - 15, 10, "1")
                    + &(1..n)
                        .map(|nth| word(74, (n - nth) * 20, 10, "ra soat van ban"))
                        .collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf cell over rows",
        size: 100,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, true)
                    + &(0..n).map(|nth| tall_row((n - nth) * 20, nth)).collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf cell over rows and pages",
        size: 100,
        make: |n| {
            pages(n, |nth| {
                (if nth == 0 { labels(560, true) } else { String::new() })
                    + &(0..25).map(|at| tall_row(540 - at * 20, nth * 25 + at)).collect::<String>()
            })
        },
    },
    Made {
        name: "pdf rows with interrupted rules",
        size: 300,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, false)
                    + &(0..n)
                        .map(|nth| {
                            row((n - nth) * 20, nth, false)
                                + &rule(
                                    40.0,
                                    f((n - nth) * 20),
                                    560.0 - f(nth % 2) * 200.0,
                                    f((n - nth) * 20),
                                )
                        })
                        .collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf numbers in one cell",
        size: 1_000,
        make: |n| {
            pdf(
                &[labels(n * 20 + 20, true)
                    + &boxes(0, n * 20)
                    + &(1..n)
                        .map(|nth| {
                            word(44, (n - nth) * 20, 10, &nth.to_string())
                                + &word(74, (n - nth) * 20, 10, "ra soat")
                        })
                        .collect::<String>()],
                n * 20 + 100,
            )
        },
    },
    Made {
        name: "pdf tables on a page",
        size: 200,
        make: |n| {
            pdf(
                &[(0..n)
                    .map(|nth| labels(nth * 60 + 30, true) + &row(nth * 60 + 10, 1, true))
                    .collect::<String>()],
                n * 60 + 100,
            )
        },
    },
    Made {
        name: "pdf headers on a page",
        size: 200,
        make: |n| {
            pdf(&[(0..n).map(|nth| labels(nth * 20, false)).collect::<String>()], n * 20 + 100)
        },
    },
    Made {
        name: "pdf pages of a ruled table",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                (if nth == 0 { labels(400, true) } else { String::new() })
                    + &(0..10)
                        .map(|at| row(380 - at * 20, nth * 10 + at + 1, true))
                        .collect::<String>()
            })
        },
    },
    Made {
        name: "pdf pages of a table",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                (if nth == 0 { labels(400, false) } else { String::new() })
                    + &(0..10)
                        .map(|at| row(380 - at * 20, nth * 10 + at + 1, false))
                        .collect::<String>()
            })
        },
    },
    Made {
        name: "pdf pages that repeat the header",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                labels(400, true)
                    + &(0..10)
                        .map(|at| row(380 - at * 20, nth * 10 + at + 1, true))
                        .collect::<String>()
            })
        },
    },
    Made {
        name: "pdf pages of one cell",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                if nth == 0 {
                    labels(400, true) + &row(380, 1, true)
                } else {
                    boxes(100, 280)
                        + &(0..10)
                            .map(|at| word(74, 360 - at * 20, 10, "ra soat van ban cua"))
                            .collect::<String>()
                }
            })
        },
    },
    Made {
        name: "pdf pages without table",
        size: 300,
        make: |n| {
            pages(n, |_| {
                (0..20)
                    .map(|at| word(74, 560 - at * 20, 10, "mot dong chu khong co bang"))
                    .collect()
            })
        },
    },
    Made {
        name: "pdf pages between",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                if nth % 2 == 0 {
                    labels(400, true) + &row(380, nth, true)
                } else {
                    (0..20)
                        .map(|at| word(74, 560 - at * 20, 10, "mot dong chu khong co bang"))
                        .collect()
                }
            })
        },
    },
    Made {
        name: "pdf pages of text below a table",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                if nth == 0 {
                    labels(400, true) + &row(380, 1, true)
                } else {
                    (0..20)
                        .map(|at| word(74, 560 - at * 20, 10, "mot dong chu khong co bang"))
                        .collect()
                }
            })
        },
    },
    Made {
        name: "pdf pages of small boxes",
        size: 300,
        make: |n| {
            pages(n, |nth| {
                labels(400, true)
                    + &row(380, nth, true)
                    + &(0..50).map(|at| boxed(at * 14, 100, 10, 10)).collect::<String>()
            })
        },
    },
];

/// A page with a table in one corner, because a page without text is not looked at.
fn one(count: usize, part: impl Fn(usize) -> String) -> Vec<u8> {
    let table = labels(560, true) + &row(540, 1, true);
    pdf(&[table + &(0..count).map(part).collect::<String>()], 595)
}

fn pages(count: usize, page: impl Fn(usize) -> String) -> Vec<u8> {
    pdf(&(0..count).map(page).collect::<Vec<_>>(), 595)
}

#[expect(clippy::cast_precision_loss, reason = "places on a page")]
const fn f(count: usize) -> f64 {
    count as f64
}

fn word(x: usize, y: usize, size: usize, text: &str) -> String {
    format!("BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

fn rule(x0: f64, y0: f64, x1: f64, y1: f64) -> String {
    format!("{x0:.2} {y0:.2} m {x1:.2} {y1:.2} l S\n")
}

fn boxed(x: usize, y: usize, width: usize, height: usize) -> String {
    format!("{x} {y} {width} {height} re S\n")
}

const COLUMNS: [(usize, usize); 4] = [(40, 30), (70, 300), (370, 200), (570, 200)];

/// The four cells of a row, ruled.
fn boxes(y: usize, height: usize) -> String {
    COLUMNS.iter().map(|(x, width)| boxed(*x, y, *width, height)).collect()
}

fn cells(y: usize, texts: [&str; 4], ruled: bool) -> String {
    let words = COLUMNS.iter().zip(texts).map(|((x, _), text)| word(x + 4, y + 5, 10, text));
    let words: String = words.collect();
    if ruled { boxes(y, 20) + &words } else { words }
}

fn labels(y: usize, ruled: bool) -> String {
    cells(y, ["TT", "Noi dung cong viec", "Don vi chu tri", "Thoi gian"], ruled)
}

fn row(y: usize, nth: usize, ruled: bool) -> String {
    cells(y, [&nth.to_string(), "Ra soat van ban quy pham", "Phong Tu phap", "Quy II"], ruled)
}

/// A row whose unit is that of the rows above and below it, and goes on there.
fn tall_row(y: usize, nth: usize) -> String {
    let [number, task, (unit, _), time] = COLUMNS;
    let boxes: String =
        [number, task, time].iter().map(|(x, width)| boxed(*x, y, *width, 20)).collect();
    let sides =
        rule(f(unit), f(y), f(unit), f(y + 20)) + &rule(f(time.0), f(y), f(time.0), f(y + 20));
    boxes
        + &sides
        + &cells(y, [&nth.to_string(), "Ra soat", "va cac don vi khac,", "Quy II"], false)
}

/// A file of pages that are as high as they are told.
fn pdf(pages: &[String], height: usize) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    let mut object = |body: &str| {
        places.push(text.len());
        let _ = write!(text, "{} 0 obj\n{body}\nendobj\n", places.len());
    };
    let kids: Vec<String> = (0..pages.len()).map(|nth| format!("{} 0 R", 4 + 2 * nth)).collect();
    object("<</Type/Catalog/Pages 2 0 R>>");
    object(&format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")));
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    for (nth, content) in pages.iter().enumerate() {
        object(&format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 {height}]\
             /Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            5 + 2 * nth
        ));
        object(&format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    let (table, count) = (text.len(), places.len() + 1);
    let _ = write!(text, "xref\n0 {count}\n0000000000 65535 f \n");
    for place in &places {
        let _ = writeln!(text, "{place:010} 00000 n ");
    }
    let _ = write!(text, "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
    text.into_bytes()
}
