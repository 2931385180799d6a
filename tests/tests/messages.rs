//! The catalogues of sentences: what the code asks for is there in every language, and nothing else is.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use phuluc_messages::{Lang, diagnostic, sentence, title};
use phuluc_model::{Argument, Arguments, Code, Diagnostic, Place, Remainder, Role, Severity};

/// What other programs say in English by themselves. What of the help is asked for is tested in the crate
/// of the command, which has the arguments.
const VIETNAMESE_ONLY: [&str; 2] = ["help.ftl", "system.ftl"];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("crates")
}

/// What a sentence is filled with: names that are shown, and names that only choose between forms.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    shown: BTreeSet<String>,
    choosing: BTreeSet<String>,
}

impl Names {
    fn add(&mut self, text: &str) {
        for part in text.split('$').skip(1) {
            let end = part.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap();
            let (name, rest) = part.split_at(end);
            let set = if rest.starts_with(" ->") { &mut self.choosing } else { &mut self.shown };
            set.insert(name.to_owned());
        }
    }

    fn all(&self) -> BTreeSet<&str> {
        self.shown.iter().chain(&self.choosing).map(String::as_str).collect()
    }
}

/// The entries of each file of a language by their keys.
fn entries(lang: Lang) -> BTreeMap<String, BTreeMap<String, Names>> {
    let mut files = BTreeMap::new();
    for file in fs::read_dir(crates().join("phuluc-messages/messages").join(lang.name())).unwrap() {
        let file = file.unwrap();
        let mut keys: BTreeMap<String, Names> = BTreeMap::new();
        let mut current = String::new();
        for line in fs::read_to_string(file.path()).unwrap().lines() {
            let is_key = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((key, _)) = line.split_once(" =").filter(|_| is_key) {
                assert!(!keys.contains_key(key), "{key} is there twice");
                key.clone_into(&mut current);
                keys.insert(current.clone(), Names::default());
            }
            if !line.starts_with('#') && !line.is_empty() {
                keys.get_mut(&current).unwrap().add(line);
            }
        }
        files.insert(file.file_name().into_string().unwrap(), keys);
    }
    files
}

#[test]
fn both_languages_have_the_same_files_entries_and_arguments() {
    let (english, mut vietnamese) = (entries(Lang::En), entries(Lang::Vi));
    for file in VIETNAMESE_ONLY {
        assert!(vietnamese.remove(file).is_some(), "{file} is missing");
    }
    assert!(english.keys().eq(vietnamese.keys()));
    for (file, english) in &english {
        let vietnamese = &vietnamese[file];
        let keys = |entries: &BTreeMap<String, Names>| entries.keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(english), keys(vietnamese), "{file}");
        for (key, names) in english {
            assert_eq!(names.shown, vietnamese[key].shown, "{file}: {key}");
        }
    }
}

fn sample(name: &str) -> Argument {
    match name {
        "pages" => vec![1, 2, 3, 7].into(),
        "place" => Place::new(3, 7).into(),
        "found" | "limit" | "more" | "other_more" | "count" | "rows" => Argument::Number(2),
        name => format!("<{name}>").into(),
    }
}

fn samples<'a>(names: impl IntoIterator<Item = &'a str>) -> Arguments {
    let with = |arguments: Arguments, name: &'a str| arguments.with(name.to_owned(), sample(name));
    names.into_iter().fold(Arguments::new(), with)
}

#[test]
fn every_code_has_a_title_and_its_sentences() {
    for lang in Lang::ALL {
        let mut entries = entries(lang).remove("diagnostics.ftl").unwrap();
        for code in Code::ALL {
            assert_ne!(title(lang, *code), code.name(), "{lang}: {code} has no title");
            entries.remove(code.name()).filter(|names| names.all().is_empty());
            for (variant, names) in code.sentences() {
                let key = match variant {
                    Some(variant) => format!("{code}-{}", variant.name()),
                    None => code.name().to_owned(),
                };
                let arguments = samples(names.iter().copied());
                let said = sentence(lang, &key, &arguments);
                assert_ne!(said, key, "{lang}: {key} is missing or asks for other arguments");
                assert!(said.len() > 10 && !said.contains('{'), "{lang}: {said}");
                let mut found = Diagnostic::new(*code);
                (found.variant, found.arguments) = (*variant, arguments);
                assert_eq!(diagnostic(lang, &found), said);
                let asked = entries.remove(&key).unwrap_or_default();
                if variant.is_some() {
                    let given: BTreeSet<&str> = names.iter().copied().collect();
                    assert!(asked.all().is_subset(&given), "{lang}: {key}");
                }
            }
        }
        assert!(entries.is_empty(), "nobody asks for {:?}", entries.keys());
    }
}

#[test]
fn every_sentence_can_be_made() {
    for lang in Lang::ALL {
        for (key, names) in entries(lang).into_values().flatten() {
            let has_value = !Code::ALL.iter().any(|code| {
                code.name() == key && code.sentences().iter().all(|(variant, _)| variant.is_some())
            });
            let said = sentence(lang, &key, &samples(names.all()));
            assert!(!has_value || said != key, "{lang}: {key} cannot be made");
            assert!(!said.contains('\n'), "{lang}: {key} has several lines");
        }
    }
}

/// The text of the source files that ask for words by their keys.
fn sources_of_writers() -> String {
    let crates_of_writers = ["phuluc-convert", "phuluc-messages", "phuluc", "phuluc-cli"];
    crates_of_writers.map(|name| sources(&crates().join(name).join("src"))).concat()
}

/// The text of every source file of a folder.
fn sources(folder: &Path) -> String {
    let mut sources = String::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                sources.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    sources
}

/// Keys that are made of a name of the model.
fn named() -> BTreeSet<String> {
    let roles = Role::ALL.iter().map(|role| format!("column-{}", role.name()));
    let extra = ["column-extra".to_owned()];
    let severities = [Severity::Error, Severity::Warning, Severity::Info];
    let severities = severities.iter().map(|severity| format!("severity-{}", severity.name()));
    let remainders = Remainder::ALL.iter().map(|reason| format!("remainder-{}", reason.name()));
    let bounds = ["before", "by", "on"].map(|bound| format!("bound-{bound}"));
    let periods = ["day", "week", "month", "quarter", "year"].map(|per| format!("period-{per}"));
    let all = roles.chain(extra).chain(severities).chain(remainders);
    all.chain(bounds).chain(periods).chain(named_by_the_command()).collect()
}

/// The same, of names of the command and of the fields of a document.
fn named_by_the_command() -> Vec<String> {
    let severities = ["error", "warning", "info"].map(|name| format!("severity_name-{name}"));
    let statuses = [
        "converted",
        "converted_with_losses",
        "left_out",
        "no_table",
        "failed",
        "unwritten",
        "panicked",
        "stack_overflow",
        "out_of_memory",
        "cpu_limit",
        "time_limit",
        "aborted",
        "bad_answer",
        "not_started",
        "set_aside",
        "interrupted",
        "not_begun",
    ];
    let statuses = statuses.map(|name| format!("status-{name}"));
    let cells = Role::ALL.iter().filter(|role| **role != Role::Extra).map(|role| role.name());
    let others = [
        "not_performed_note",
        "title",
        "label",
        "issuer",
        "unit",
        "year",
        "columns",
        "issued_with_type",
        "issued_with_number",
        "issued_with_date",
        "issued_with_issuer",
    ];
    let fields = cells.chain(others).map(|name| format!("field-{name}"));
    severities.into_iter().chain(statuses).chain(fields).collect()
}

#[test]
fn nothing_is_there_that_nobody_asks_for_and_nothing_that_is_asked_for_is_missing() {
    let sources = sources(&crates());
    let writers = sources_of_writers();
    let named = named();
    let mut entries = entries(Lang::Vi);
    entries.remove("diagnostics.ftl");
    let of_arguments = |key: &String| key.starts_with("help-") || key.starts_with("value-");
    let keys = entries.into_values().flat_map(BTreeMap::into_keys);
    let keys: BTreeSet<String> = keys.filter(|key| !of_arguments(key)).collect();
    for key in &keys {
        let literal = key.strip_prefix("error-").unwrap_or(key);
        let asked = named.contains(key) || sources.contains(&format!("\"{literal}\""));
        assert!(asked, "nobody asks for {key}");
    }
    for key in &named {
        assert!(keys.contains(key), "{key} is missing");
    }
    let of_outputs = ["sheet-", "book-", "time-", "pages-"];
    let of_the_command = [
        "line-",
        "switch-",
        "worker-",
        "isolated-",
        "death-",
        "system-",
        "run-",
        "check-",
        "diff-",
        "heading-",
        "refusal-",
    ];
    for prefix in of_outputs.iter().chain(&of_the_command) {
        for part in writers.split(&format!("\"{prefix}")).skip(1) {
            let (name, _) = part.split_once('"').unwrap();
            assert!(keys.contains(&format!("{prefix}{name}")), "{prefix}{name} is missing");
        }
    }
}
