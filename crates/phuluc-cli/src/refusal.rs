//! What is wrong with a command line, in another language than English, in which clap says it itself.

use std::error::Error as _;
use std::process;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use phuluc::messages::{self, Lang, sentence, words};
use phuluc::model::Arguments;
use phuluc::{FilterError, visible};

use crate::batch::shard::NoShard;
use crate::column::ColumnRoleError;
use crate::exit::Exit;
use crate::help::USAGE;
use crate::report::{headed, say};

/// Ends the process with help, the version, or with what is wrong with the command line.
pub(crate) fn end(lang: Lang, error: &Error) -> ! {
    if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        error.exit();
    }
    say(&text(lang, error));
    process::exit(Exit::Usage as i32)
}

/// The sentences, the usage, and where to read more.
fn text(lang: Lang, error: &Error) -> String {
    let mut sentences = vec![reason(lang, error)];
    let possible = list(error, ContextKind::ValidValue);
    if !possible.is_empty() {
        sentences.push(filled(lang, "refusal-values", &[("list", possible)]));
    }
    let suggestions =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let suggested = suggestions.map(|kind| list(error, kind));
    if let Some(name) = suggested.into_iter().find(|name| !name.is_empty()) {
        sentences.push(filled(lang, "refusal-suggestion", &[("name", name)]));
    }
    let reasons = headed(lang, "line-error", &sentences.join(" "));
    [Some(reasons), usage(lang, error), Some(words(lang, "refusal-see_help").into_owned() + "\n")]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// How the command is used.
fn usage(lang: Lang, error: &Error) -> Option<String> {
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    let usage = usage.to_string();
    let usage = usage.strip_prefix(USAGE).unwrap_or(&usage);
    let usage = usage.replace("OPTIONS", &words(lang, "value-options"));
    Some(format!("{}: {usage}", words(lang, "heading-usage")))
}

/// The first sentence.
fn reason(lang: Lang, error: &Error) -> String {
    let argument = list(error, ContextKind::InvalidArg);
    let value = list(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::ArgumentConflict => {
            let others = list(error, ContextKind::PriorArg);
            if others.is_empty() || others == argument {
                filled(lang, "refusal-twice", &[("argument", argument)])
            } else {
                filled(lang, "refusal-conflict", &[("argument", argument), ("others", others)])
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            filled(lang, "refusal-no_value", &[("argument", argument)])
        }
        ErrorKind::InvalidValue => {
            filled(lang, "refusal-value", &[("value", value), ("argument", argument)])
        }
        ErrorKind::ValueValidation => {
            let said = filled(lang, "refusal-value", &[("value", value), ("argument", argument)]);
            format!("{said} {}", cause(lang, error))
        }
        ErrorKind::TooManyValues => {
            filled(lang, "refusal-too_many", &[("value", value), ("argument", argument)])
        }
        ErrorKind::InvalidSubcommand => {
            let name = list(error, ContextKind::InvalidSubcommand);
            filled(lang, "refusal-command", &[("name", name)])
        }
        ErrorKind::UnknownArgument => filled(lang, "refusal-unknown", &[("argument", argument)]),
        ErrorKind::MissingRequiredArgument => {
            filled(lang, "refusal-missing", &[("list", argument)])
        }
        ErrorKind::InvalidUtf8 => words(lang, "refusal-not_utf8").into_owned(),
        _ => words(lang, "refusal-other").into_owned(),
    }
}

/// Why a value is not taken. Errors of numbers are those of clap and the standard library, which have only
/// English sentences.
fn cause(lang: Lang, error: &Error) -> String {
    let Some(source) = error.source() else { return String::new() };
    if let Some(error) = source.downcast_ref::<FilterError>() {
        return messages::error(lang, error);
    }
    if let Some(error) = source.downcast_ref::<ColumnRoleError>() {
        return messages::error(lang, error);
    }
    if let Some(error) = source.downcast_ref::<NoShard>() {
        return messages::error(lang, error);
    }
    match source.to_string().split_once(" is not in ") {
        Some((_, range)) => filled(lang, "refusal-range", &[("range", range.to_owned())]),
        None => words(lang, "refusal-number").into_owned(),
    }
}

/// What an error says of a kind; empty where it says nothing.
fn list(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => visible(text),
        Some(ContextValue::Strings(texts)) => visible(&texts.join(", ")),
        _ => String::new(),
    }
}

fn filled<const N: usize>(lang: Lang, key: &str, words: &[(&'static str, String); N]) -> String {
    let with = |arguments: Arguments, (name, word): &(&'static str, String)| {
        arguments.with(*name, word.as_str())
    };
    sentence(lang, key, &words.iter().fold(Arguments::new(), with))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::args::Args;
    use crate::help;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let command = help::in_language(Lang::Vi, Args::command());
        let error = command.try_get_matches_from(line.split(' ')).unwrap_err();
        let text = text(Lang::Vi, &error);
        assert!(text.starts_with(&format!("lỗi: {expected}\n")), "{text}");
        assert!(text.ends_with("Để biết thêm, hãy dùng «--help».\n"), "{text}");
    }

    #[test]
    fn a_command_line_is_refused_with_a_reason() {
        check("phuluc print", "Không có lệnh «print».");
        check("phuluc convert a --oops", "Không có tùy chọn hoặc đối số «--oops».");
        check("phuluc convert", "Còn thiếu: <TỆP>....");
        check("phuluc convert a --year", "Tùy chọn «--year <NĂM>» cần có giá trị.");
        check(
            "phuluc convert a --year 7",
            "Giá trị «7» không hợp lệ cho «--year <NĂM>». Giá trị phải nằm trong khoảng 1945..2100.",
        );
        check(
            "phuluc convert a --jobs x",
            "Giá trị «x» không hợp lệ cho «--jobs <SỐ>». Giá trị phải là một số nguyên dương.",
        );
        check(
            "phuluc convert a --only x",
            "Giá trị «x» không hợp lệ cho «--only <ĐIỀU_KIỆN>». Không có điều kiện `x`; các điều kiện là \
             section=, lead=, due=, performed và not-performed.",
        );
        check(
            "phuluc convert a --shard 5/4",
            "Giá trị «5/4» không hợp lệ cho «--shard <PHẦN/TỔNG>». Một phần được viết là 1/4, nghĩa là phần \
             thứ nhất trong bốn phần.",
        );
        check(
            "phuluc diff a b --format xml",
            "Giá trị «xml» không hợp lệ cho «--format <ĐỊNH_DẠNG>». Các giá trị được chấp nhận: text, json.",
        );
        check(
            "phuluc convert a -o b --out-dir c",
            "Không dùng «--output <TỆP>» cùng với «--out-dir <THƯ_MỤC>».",
        );
    }
}
