//! Command lines that ask for what cannot be: exit code 2, nothing read, nothing written.

use super::workshop::Workshop;

#[track_caller]
fn check(line: &str, sentence: &str) {
    let workshop = Workshop::new();
    workshop.put_page("a.txt").put_page("in/a.txt").put_page("in/b.txt");
    let ran = workshop.run(line).exits(2).says(sentence);
    assert_eq!(ran.out, "");
    assert_eq!(workshop.names("."), ["a.txt", "in"]);
    assert_eq!(workshop.names("in"), ["a.txt", "b.txt"]);
}

#[test]
fn several_outputs_need_a_folder() {
    check("convert a.txt in/b.txt", "give --out-dir DIR");
    check("convert a.txt --format json,csv", "give --out-dir DIR");
    check("convert in", "give --out-dir DIR");
    check("convert in -o out.json", "-o takes one input and one format");
    check("convert a.txt -o out.json --out-dir out", "cannot be used with");
}

#[test]
fn outputs_do_not_collide() {
    check(
        "convert a.txt in/a.txt --out-dir out",
        "`a.txt` and `in/a.txt` would both be written to `out/a.json`",
    );
    check("convert - - --out-dir out", "standard input can be read only once");
}

#[test]
fn an_input_is_not_overwritten() {
    check("convert a.txt -o a.txt", "`a.txt` is an input and would be overwritten");
    check("convert a.txt -o in/../a.txt", "is an input and would be overwritten");
}

#[test]
fn what_the_command_does_not_know_is_refused() {
    check("convert", "required");
    check("convert a.txt --format xml", "xml");
    check("inspect a.txt --stage words", "words");
    check("print a.txt", "print");
    check("check a.txt", "`a.txt` is not a folder");
    check("check missing", "`missing` is not a folder");
}

#[test]
fn help_and_version_are_no_errors() {
    let workshop = Workshop::new();
    workshop.run("--help").exits(0).prints("Examples:\n  phuluc convert");
    workshop.run("convert --help").exits(0).prints("Examples:");
    workshop.run("--version").exits(0).prints("phuluc ");
}
