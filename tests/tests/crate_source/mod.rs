//! What the source of a crate says: which file imports which, which types each defines, how long it is.
//!
//! What counts as an import: `use` of `crate`, `self` and `super`, the same paths in code, and paths that begin with a
//! child module. Comments, strings and tests do not count.

mod file_source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use file_source::FileSource;

/// The files of a crate.
pub(crate) struct CrateSource {
    /// For each file the files that it imports.
    imports: BTreeMap<String, BTreeSet<String>>,
    /// For each file the types that it defines.
    types: BTreeMap<String, Vec<String>>,
    /// How many lines all files have, with their tests.
    lines: usize,
}

/// The path of a module from the root of its crate; that of the root is empty.
type Module = Vec<String>;

impl CrateSource {
    /// Reads the source of a crate.
    pub(crate) fn of(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        collect(folder, &Vec::new(), &mut files);
        Self::between(files)
    }

    /// The source of files, each with its module.
    fn between(mut files: BTreeMap<Module, (String, FileSource)>) -> Self {
        let lines = files.values().map(|(_, source)| source.lines).sum();
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
        let types = files.into_values().map(|(file, source)| (file, source.types)).collect();
        Self { imports, types, lines }
    }

    /// How many lines all files have, with their tests.
    pub(crate) const fn lines(&self) -> usize {
        self.lines
    }

    /// The types of each file, without those of tests.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&str, &str)> {
        self.types
            .iter()
            .flat_map(|(file, names)| names.iter().map(|name| (file.as_str(), name.as_str())))
    }

    /// The pairs of files that import each other.
    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        let mut pairs = Vec::new();
        for (file, others) in &self.imports {
            for other in others.iter().filter(|other| *other > file) {
                if self.imports.get(other).is_some_and(|back| back.contains(file)) {
                    pairs.push((file.as_str(), other.as_str()));
                }
            }
        }
        pairs
    }

    /// The files that lead back to themselves, and what each of them imports of the others.
    pub(crate) fn circle(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let in_circle: BTreeSet<&str> = self
            .imports
            .keys()
            .map(String::as_str)
            .filter(|file| self.reached(file).contains(file))
            .collect();
        let others =
            |file: &&str| self.imports.get(*file).into_iter().flatten().map(String::as_str);
        let within = |file| others(&file).filter(|other| in_circle.contains(other)).collect();
        in_circle.iter().map(|file| (*file, within(*file))).collect()
    }

    /// The files that a file imports, those that these import, and so on.
    fn reached(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![file];
        while let Some(file) = waiting.pop() {
            for other in self.imports.get(file).into_iter().flatten() {
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
fn collect(folder: &Path, module: &[String], files: &mut BTreeMap<Module, (String, FileSource)>) {
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
            let source = FileSource::read(&fs::read_to_string(&path).unwrap());
            let name = if own.is_empty() { "the root".to_owned() } else { own.join("::") };
            files.insert(own, (name, source));
        }
    }
}

/// The file in which a path leads to something; `None` where it leads out of the crate.
fn resolved(
    path: &[String],
    module: &Module,
    files: &BTreeMap<Module, (String, FileSource)>,
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
        (module, (name.to_owned(), FileSource::read(text)))
    });
    let source = CrateSource::between(files.collect());
    assert_eq!(source.pairs(), [("a", "b")]);
    assert_eq!(source.circle().into_keys().collect::<Vec<_>>(), ["a", "b"]);
}
