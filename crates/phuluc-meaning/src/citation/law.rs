//! Laws with their name before the number: `Luật Cán bộ, công chức số 80/2025/QH15`.

use phuluc_language::fold;

/// How many words in front are looked at; the longest name of a law has seventeen (`Luật Quản lý,
/// sử dụng vốn Nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp`).
const REACH: usize = 20;

/// The kind of a law that the text names before its number.
///
/// The nearest word decides, but a law that amends others is a law, whatever it amends: `Luật sửa
/// đổi, bổ sung một số điều của Bộ luật Hình sự`.
pub(super) fn kind(passed: &str) -> Option<&'static str> {
    let clause = passed.rsplit([';', '“', '"', ':']).next()?;
    let mut words: Vec<&str> = clause.split_whitespace().rev().take(REACH).collect();
    words.reverse();
    let mut named = None;
    for place in 0..words.len() {
        match opened(words.get(place..)?) {
            Some(Opened::Amendment) => return Some("Luật"),
            Some(Opened::Law(kind)) => named = Some(kind),
            Some(Opened::Another) => named = None,
            None => {}
        }
    }
    named
}

/// What the words open.
enum Opened {
    Law(&'static str),
    /// A law that amends others.
    Amendment,
    /// A document of another kind, or the end of a sentence.
    Another,
}

fn opened(words: &[&str]) -> Option<Opened> {
    let [first, rest @ ..] = words else { return None };
    let second = rest.first().map(|word| fold::key(word));
    let second = second.as_deref().unwrap_or_default();
    if first.ends_with('.') {
        return Some(Opened::Another);
    }
    let first = first.trim_start_matches('(');
    match (fold::key(first).as_str(), second) {
        ("luật", "sửa") => starts_big(first).then_some(Opened::Amendment),
        ("luật", _) => is_named(first, rest).then_some(Opened::Law("Luật")),
        ("bộ", "luật") => is_named(first, rest.get(1..)?).then_some(Opened::Law("Bộ luật")),
        ("pháp", "lệnh") => is_named(first, rest.get(1..)?).then_some(Opened::Law("Pháp lệnh")),
        ("nghị", "quyết" | "định") | ("hiến", "pháp") | ("và" | "hoặc", "số") => {
            Some(Opened::Another)
        }
        _ => None,
    }
}

/// Both the word and its name begin with capitals: `pháp luật` and `Luật sư` do not.
fn is_named(word: &str, name: &[&str]) -> bool {
    starts_big(word) && name.first().is_some_and(|name| starts_big(name))
}

fn starts_big(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
