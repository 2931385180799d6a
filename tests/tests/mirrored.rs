//! The versions of the PDF engine that are built are those whose costs are counted in advance.

use std::fs;
use std::path::Path;

/// The versions that a lock file names for a package.
fn locked<'l>(lock: &'l str, package: &str) -> Vec<&'l str> {
    let head = format!("name = \"{package}\"\nversion = \"");
    lock.split("[[package]]\n")
        .filter_map(|entry| entry.strip_prefix(head.as_str())?.split('"').next())
        .collect()
}

#[test]
fn the_guard_mirrors_the_locked_versions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = fs::read_to_string(path).unwrap();
    for (package, version) in phuluc_pdf::MIRRORED {
        assert_eq!(
            locked(&lock, package),
            [version],
            "{package} is not the version that crates/phuluc-pdf/src/guard mirrors: follow the checklist \
             \"When a version changes\" in crates/phuluc-pdf/src/guard.rs"
        );
    }
}

#[test]
fn a_locked_version_is_found_by_the_whole_name() {
    let lock = "version = 4\n\n[[package]]\nname = \"hayro-syntax-more\"\nversion = \"7.0.0\"\n\n\
        [[package]]\nname = \"hayro-syntax\"\nversion = \"0.9.0\"\nsource = \"registry\"\n";
    assert_eq!(locked(lock, "hayro-syntax"), ["0.9.0"]);
    assert_eq!(locked(lock, "hayro-syntax-more"), ["7.0.0"]);
    assert!(locked(lock, "hayro").is_empty());
}
