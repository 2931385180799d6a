//! The source of one file: its modules, the types that it defines, and the paths that it names.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a panic is how a test fails, and every length here comes from the text itself"
)]

use std::collections::BTreeSet;
use std::iter::Peekable;

/// What the source of a file says of others.
pub(super) struct FileSource {
    /// Each path of a `use` line, and each path in code that has more than one name.
    pub(super) paths: Vec<Vec<String>>,
    pub(super) child_modules: BTreeSet<String>,
    /// Child modules that exist in tests only.
    pub(super) test_modules: BTreeSet<String>,
    /// The types, traits and aliases of the module itself: not those in functions or blocks.
    pub(super) types: Vec<String>,
    /// How many lines the file has, with its tests.
    pub(super) lines: usize,
}

impl FileSource {
    pub(super) fn read(text: &str) -> Self {
        let tokens = tokens(text);
        let (tokens, test_modules) = without_tests(&tokens);
        let types = types(&tokens);
        let (mut paths, mut child_modules) = (Vec::new(), BTreeSet::new());
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token {
                "use" if rest.peek() != Some(&"<") => tree(&mut rest, &[], &mut paths),
                "mod" => {
                    let name = rest.next().unwrap_or_default().to_owned();
                    if rest.peek() == Some(&";") {
                        child_modules.insert(name);
                    }
                }
                // A path that begins elsewhere, such as `::std::io`.
                "::" => skip_path(&mut rest),
                name if is_name(name) && rest.peek() == Some(&"::") => {
                    paths.push(path(name, &mut rest));
                }
                _ => {}
            }
        }
        Self { paths, child_modules, test_modules, types, lines: text.lines().count() }
    }
}

/// The names of the types that stand in no block.
fn types(tokens: &[&str]) -> Vec<String> {
    let (mut depth, mut types) = (0, Vec::new());
    for (place, token) in tokens.iter().enumerate() {
        match *token {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => depth -= 1,
            "struct" | "enum" | "union" | "trait" | "type" if depth == 0 => {
                types.extend(tokens.get(place + 1).map(|name| (*name).to_owned()));
            }
            _ => {}
        }
    }
    types
}

/// The paths of what follows `use`: `a::{b, c::D}` names two.
fn tree<'t>(
    rest: &mut Peekable<impl Iterator<Item = &'t str>>,
    before: &[String],
    paths: &mut Vec<Vec<String>>,
) {
    let mut path = before.to_vec();
    while let Some(token) = rest.next() {
        match token {
            "{" => {
                while rest.peek().is_some_and(|token| *token != "}") {
                    tree(rest, &path, paths);
                    rest.next_if_eq(&",");
                }
                rest.next();
                return;
            }
            "as" => {
                rest.next();
            }
            name if is_name(name) => path.push(name.to_owned()),
            _ => {}
        }
        if rest.peek().is_none_or(|token| [",", "}", ";"].contains(token)) {
            break;
        }
    }
    paths.push(path);
}

fn path<'t>(first: &str, rest: &mut Peekable<impl Iterator<Item = &'t str>>) -> Vec<String> {
    let mut path = vec![first.to_owned()];
    while rest.next_if_eq(&"::").is_some() {
        match rest.next_if(|token| is_name(token)) {
            Some(name) => path.push(name.to_owned()),
            None => break,
        }
    }
    path
}

fn skip_path<'t>(rest: &mut Peekable<impl Iterator<Item = &'t str>>) {
    if let Some(first) = rest.next_if(|token| is_name(token)) {
        path(first, rest);
    }
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The tokens without what is compiled for tests only, and the names of modules for tests in files of their
/// own.
fn without_tests<'t>(tokens: &[&'t str]) -> (Vec<&'t str>, BTreeSet<String>) {
    let (mut kept, mut modules) = (Vec::new(), BTreeSet::new());
    let mut at = 0;
    while at < tokens.len() {
        let end = attribute_end(tokens, at);
        let attribute = &tokens[at..end];
        if attribute.starts_with(&["#", "[", "cfg"])
            && attribute.contains(&"test")
            && !attribute.contains(&"not")
        {
            let item_end = item_end(tokens, end);
            if let Some(name) = tokens[end..item_end].iter().position(|token| *token == "mod") {
                modules.insert(tokens[end + name + 1].to_owned());
            }
            at = item_end;
        } else {
            kept.push(tokens[at]);
            at += 1;
        }
    }
    (kept, modules)
}

/// Where an attribute ends that begins here; here, where none begins.
fn attribute_end(tokens: &[&str], at: usize) -> usize {
    if tokens[at] != "#" || tokens.get(at + 1) != Some(&"[") {
        return at;
    }
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate().skip(at + 1) {
        match *token {
            "[" => depth += 1,
            "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    tokens.len()
}

/// Where an item ends: at its semicolon or with its block, whichever comes first.
fn item_end(tokens: &[&str], at: usize) -> usize {
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate().skip(at) {
        match *token {
            "{" | "[" | "(" => depth += 1,
            "}" | "]" | ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 && (*token == ";" || *token == "}") {
            return place + 1;
        }
    }
    tokens.len()
}

/// Names and signs, without white space, comments, strings and characters.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some(length) = literal(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let length =
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(&rest[..length]);
            length
        } else if first.is_whitespace() {
            first.len_utf8()
        } else {
            let length = if rest.starts_with("::") { 2 } else { first.len_utf8() };
            tokens.push(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    tokens
}

/// The length of a block comment, which may hold others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let here = &text.as_bytes()[at..];
        match here {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of a string or a character that begins here, or of a lifetime.
fn literal(text: &str) -> Option<usize> {
    let mut body = text;
    for prefix in ["br", "cr", "b", "c", "r"] {
        let after = text.strip_prefix(prefix);
        if let Some(after) = after.filter(|after| after.starts_with(['"', '#', '\''])) {
            body = after;
            break;
        }
    }
    let prefix = &text[..text.len() - body.len()];
    if prefix.contains('r') {
        let hashes = body.len() - body.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = body[hashes..].strip_prefix('"')?;
        return Some(prefix.len() + hashes + 1 + inside.find(&end)? + end.len());
    }
    let quote = body.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    let mut characters = body.char_indices().skip(1);
    if quote == '\'' && !prefix.contains('b') {
        let mut ahead = characters.clone().map(|(_, c)| c);
        if ahead.next() != Some('\\') && ahead.next() != Some('\'') {
            let name = body[1..].find(|c: char| !c.is_alphanumeric() && c != '_');
            return Some(1 + name.unwrap_or(body.len() - 1));
        }
    }
    while let Some((at, c)) = characters.next() {
        if c == '\\' {
            characters.next();
        } else if c == quote {
            return Some(prefix.len() + at + c.len_utf8());
        }
    }
    Some(text.len())
}

#[test]
fn strings_comments_and_lifetimes_are_no_names() {
    let text =
        r##"fn a<'t>(b: &'t str) { c('\'', '"', "d\"e", r#"f"g"#, b'h') /* i /* j */ k */ } // l"##;
    assert_eq!(
        tokens(text).into_iter().filter(|token| is_name(token)).collect::<Vec<_>>(),
        ["fn", "a", "b", "str", "c"]
    );
}

#[test]
fn what_is_for_tests_is_left_out() {
    let source = FileSource::read(
        "#[cfg(test)] mod a; #[cfg(all(test, unix))] mod b { use super::c; } mod d;",
    );
    assert_eq!(source.test_modules.iter().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(source.child_modules.iter().collect::<Vec<_>>(), ["d"]);
    assert!(source.paths.is_empty());
}

#[test]
fn types_in_blocks_and_in_tests_are_left_out() {
    let text = "pub struct A(u8); trait B { type C; } impl B for A { type C = u8; } \
        fn f() { enum D {} } type E = A; #[cfg(test)] mod tests { struct F; }";
    assert_eq!(FileSource::read(text).types, ["A", "B", "E"]);
}
