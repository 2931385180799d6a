//! Which file of a crate imports which, as its source says.
//!
//! What counts: `use` of `crate`, `self` and `super`, the same paths in code, and paths that begin with a
//! child module. Comments, strings and tests do not count.

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use source::Source;

/// The files of a crate, and for each the files that it imports.
pub(crate) struct Imports(BTreeMap<String, BTreeSet<String>>);

/// The path of a module from the root of its crate; that of the root is empty.
type Module = Vec<String>;

impl Imports {
    /// Reads the source of a crate.
    pub(crate) fn of(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        collect(folder, &Vec::new(), &mut files);
        Self::between(files)
    }

    /// The imports between files, each with its module.
    fn between(mut files: BTreeMap<Module, (String, Source)>) -> Self {
        let tests: Vec<Module> = files
            .iter()
            .flat_map(|(module, (_, source))| {
                source.test_modules.iter().map(|name| below(module, name))
            })
            .collect();
        files.retain(|module, _| !tests.iter().any(|test| module.starts_with(test)));
        let mut imports = BTreeMap::new();
        for (module, (file, source)) in &files {
            let named = source.paths.iter().filter_map(|path| resolved(path, module, &files));
            let others = named.filter(|other| other != file).collect();
            imports.insert(file.clone(), others);
        }
        Self(imports)
    }

    /// The pairs of files that import each other.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        let mut pairs = Vec::new();
        for (file, others) in &self.0 {
            for other in others.iter().filter(|other| *other > file) {
                if self.0.get(other).is_some_and(|back| back.contains(file)) {
                    pairs.push((file.as_str(), other.as_str()));
                }
            }
        }
        pairs
    }

    /// The files that lead back to themselves, and what each of them imports of the others.
    pub(crate) fn circle(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let in_circle: BTreeSet<&str> = self
            .0
            .keys()
            .map(String::as_str)
            .filter(|file| self.reached(file).contains(file))
            .collect();
        let others = |file: &&str| self.0.get(*file).into_iter().flatten().map(String::as_str);
        let within = |file| others(&file).filter(|other| in_circle.contains(other)).collect();
        in_circle.iter().map(|file| (*file, within(*file))).collect()
    }

    /// The files that a file imports, those that these import, and so on.
    fn reached(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![file];
        while let Some(file) = waiting.pop() {
            for other in self.0.get(file).into_iter().flatten() {
                if reached.insert(other.as_str()) {
                    waiting.push(other);
                }
            }
        }
        reached
    }
}

/// The module of a name in a module.
fn below(module: &[String], name: &str) -> Module {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// Reads the files of a folder and below it.
fn collect(folder: &Path, module: &[String], files: &mut BTreeMap<Module, (String, Source)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &below(module, &stem), files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let own = match stem.as_str() {
                "lib" | "main" | "mod" => module.to_vec(),
                _ => below(module, &stem),
            };
            let source = Source::read(&fs::read_to_string(&path).unwrap());
            let name = if own.is_empty() { "the root".to_owned() } else { own.join("::") };
            files.insert(own, (name, source));
        }
    }
}

/// The file in which a path leads to something; `None` where it leads out of the crate.
fn resolved(
    path: &[String],
    module: &Module,
    files: &BTreeMap<Module, (String, Source)>,
) -> Option<String> {
    let mut rest = path.iter().map(String::as_str).peekable();
    let mut found = module.clone();
    match rest.peek() {
        Some(&"crate") => {
            rest.next();
            found.clear();
        }
        Some(&("self" | "super")) => {
            while let Some(step) = rest.next_if(|step| ["self", "super"].contains(step)) {
                if step == "super" {
                    found.pop();
                }
            }
        }
        Some(child) if files.get(module)?.1.child_modules.contains(*child) => {}
        _ => return None,
    }
    for step in rest {
        found.push(step.to_owned());
        if !files.contains_key(&found) {
            found.pop();
            break;
        }
    }
    files.get(&found).map(|(name, _)| name.clone())
}

#[test]
fn circles_are_found_in_use_lines_paths_and_children() {
    let files = [
        ("", "mod a; mod b; mod c; fn run() { a::run() }"),
        ("a", "use crate::{b::{self, B}, c::C}; pub struct A;"),
        ("b", "fn f() -> crate::a::A { super::c::g() }"),
        ("c", "use super::d; // use crate::b;\n#[cfg(test)] mod tests { use crate::a; }"),
        ("d", "use std::{fs, io}; const TEXT: &str = \"use crate::c::C;\";"),
    ];
    let files = files.into_iter().map(|(name, text)| {
        let module: Module =
            name.split("::").filter(|s| !s.is_empty()).map(str::to_owned).collect();
        (module, (name.to_owned(), Source::read(text)))
    });
    let imports = Imports::between(files.collect());
    assert_eq!(imports.pairs(), [("a", "b")]);
    assert_eq!(imports.circle().into_keys().collect::<Vec<_>>(), ["a", "b"]);
}
