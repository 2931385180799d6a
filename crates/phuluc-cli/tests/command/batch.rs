//! Folders of many inputs, some of them poison; runs that are ended and go on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::workshop::{LETTER, Ran, Workshop, page, plan};

/// What is no plan, and what becomes of it.
const POISON: [(&str, &[u8], &str); 5] = [
    ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "failed"),
    ("empty.txt", b"", "failed"),
    ("letter.txt", LETTER.as_bytes(), "no_table"),
    ("zip.pdf", b"PK\x03\x04\0\0\0\0", "failed"),
    ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "left_out"),
];

/// A folder of so many plans, which all differ.
fn archive(workshop: &Workshop, folder: &str, count: usize) {
    for index in 0..count {
        let plan = page() + &"\n".repeat(index);
        workshop.put(format!("{folder}/{}/plan-{index}.txt", index % 3), plan);
    }
}

/// The outputs below a folder with their bytes.
fn outputs(workshop: &Workshop, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let root = workshop.path(folder);
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name() != Some("manifest.jsonl".as_ref()) {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// The lines of a manifest of one kind.
fn events(workshop: &Workshop, manifest: &str, event: &str) -> Vec<Value> {
    let text = workshop.text(manifest);
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["event"] == event).collect()
}

fn statuses(workshop: &Workshop, manifest: &str) -> BTreeMap<String, String> {
    let ends = events(workshop, manifest, "end");
    let pair = |end: &Value| {
        let name = Path::new(end["input"].as_str().unwrap()).file_name().unwrap().to_owned();
        (name.into_string().unwrap(), end["status"].as_str().unwrap().to_owned())
    };
    ends.iter().map(pair).collect()
}

#[test]
fn poison_among_good_inputs_changes_nothing_for_them() {
    let workshop = Workshop::new();
    archive(&workshop, "good", 9);
    archive(&workshop, "all", 9);
    for (name, bytes, _) in POISON {
        workshop.put(format!("all/{name}"), bytes);
    }
    workshop.run("convert good --out-dir alone --jobs 2 --format json,csv --quiet").exits(0);
    let ran = workshop.run("convert all --out-dir out --jobs 2 --format json,csv --quiet --report");
    let report = ran.exits(1).json();
    assert_eq!(outputs(&workshop, "out"), outputs(&workshop, "alone"));
    assert_eq!(outputs(&workshop, "out").len(), 18);

    let statuses = statuses(&workshop, "out/manifest.jsonl");
    assert_eq!(statuses.len(), 14);
    for (name, _, status) in POISON {
        assert_eq!(statuses[name], status, "{name}");
    }
    let expected = serde_json::json!({"converted": 9, "failed": 3, "left_out": 1, "no_table": 1});
    assert_eq!(report["statuses"], expected);
    assert_eq!((&report["inputs"], &report["exit"]), (&14.into(), &1.into()));
    assert_eq!(report["tasks"], 36);
}

#[test]
fn what_is_said_hangs_on_the_inputs_alone() {
    let workshop = Workshop::new();
    archive(&workshop, "in", 5);
    for (name, bytes, _) in POISON {
        workshop.put(format!("in/1/{name}"), bytes);
    }
    let said = |jobs: &str, out: &str| {
        let ran = workshop.run(&format!("convert in --out-dir {out} --jobs {jobs}")).exits(1);
        ran.err.replace(&format!("{out}/"), "")
    };
    let (one, four) = (said("1", "a"), said("4", "b"));
    assert_eq!(one, four);
    assert!(
        one.ends_with(
            "inputs: 5 converted, 1 left_out, 1 no_table, 3 failed; see manifest.jsonl\n"
        ),
        "{one}"
    );
}

#[test]
fn what_is_done_is_not_done_again() {
    let workshop = Workshop::new();
    archive(&workshop, "in", 3);
    workshop.put("in/bad.pdf", "%PDF-");
    let line = "convert in --out-dir out --jobs 2 --report --quiet";
    let first = workshop.run(line).exits(1).json();
    assert_eq!(first["earlier"], 0);
    let before = workshop.text("out/manifest.jsonl");
    let again = workshop.run(line).exits(1).json();
    assert_eq!((&again["earlier"], &again["statuses"]), (&4.into(), &first["statuses"]));
    assert_eq!(workshop.text("out/manifest.jsonl"), before, "nothing began");

    // A change of an input, of an output or of the settings is work again.
    workshop.put("in/0/plan-0.txt", page() + "\n\n\n\n");
    fs::remove_file(workshop.path("out/1/plan-1.json")).unwrap();
    assert_eq!(workshop.run(line).exits(1).json()["earlier"], 2);
    let other = format!("{line} --year 2024");
    assert_eq!(workshop.run(&other).exits(1).json()["earlier"], 0);
    // What failed is tried again when it is asked for.
    workshop.run(&line.replace(" --quiet", "")).exits(1).says("--retry-failed tries it again");
    let retried = workshop.run(&format!("{line} --retry-failed")).exits(1).json();
    assert_eq!(retried["earlier"], 3);
    assert_eq!(workshop.run(&format!("{line} --again")).exits(1).json()["earlier"], 0);
}

#[cfg(unix)]
#[test]
fn runs_that_are_killed_go_on_where_they_were() {
    let workshop = Workshop::new();
    archive(&workshop, "in", 30);
    workshop.run("convert in --out-dir whole --jobs 2 --quiet").exits(0);
    let line = "convert in --out-dir out --jobs 2 --quiet --report";
    let manifest = workshop.path("out/manifest.jsonl");
    let lines = || fs::read_to_string(&manifest).map_or(0, |text| text.lines().count());
    for kill in 0..10 {
        let before = lines();
        let mut child = workshop.start(line);
        while lines() <= before + kill % 4 && child.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_millis(7 * kill as u64 % 20));
        // SIGKILL: nothing can be tidied up.
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let report = workshop.run(line).exits(0).json();
    assert_eq!(report["statuses"]["converted"], 30);
    assert!(report["earlier"].as_u64().unwrap() > 0, "{report}");
    assert_eq!(outputs(&workshop, "out"), outputs(&workshop, "whole"), "and nothing is left over");
    assert_eq!(statuses(&workshop, "out/manifest.jsonl").len(), 30);
}

#[cfg(unix)]
fn interrupt(child: &std::process::Child) {
    let id = child.id().to_string();
    assert!(std::process::Command::new("kill").args(["-INT", &id]).status().unwrap().success());
}

/// Waits until the manifest in `out` has so many lines.
#[cfg(unix)]
fn wait_for_lines(workshop: &Workshop, count: usize) {
    let manifest = workshop.path("out/manifest.jsonl");
    let lines = || fs::read_to_string(&manifest).map_or(0, |text| text.lines().count());
    while lines() < count {
        thread::sleep(Duration::from_millis(1));
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_stops_feeding_and_the_next_run_goes_on() {
    let workshop = Workshop::new();
    archive(&workshop, "in", 40);
    let line = "convert in --out-dir out --jobs 2 --quiet --report";
    let child = workshop.start(line);
    wait_for_lines(&workshop, 3);
    interrupt(&child);
    let report = Ran::of(&child.wait_with_output().unwrap()).exits(130).json();
    let not_begun = report["not_begun"].as_u64().unwrap();
    assert!(not_begun > 0 && not_begun < 40, "{report}");
    let count = |event| events(&workshop, "out/manifest.jsonl", event).len();
    assert_eq!(count("start"), count("end"), "what ran has ended");
    let rest = workshop.run(line).exits(0).json();
    assert_eq!(rest["earlier"].as_u64().unwrap(), 40 - not_begun);
}

#[cfg(unix)]
#[test]
fn a_second_ctrl_c_ends_what_runs() {
    let workshop = Workshop::new();
    // Long enough for both signals, on any machine.
    workshop.put("long.txt", plan().repeat(60));
    let child = workshop.start("convert long.txt --out-dir out --jobs 1");
    wait_for_lines(&workshop, 2);
    interrupt(&child);
    thread::sleep(Duration::from_millis(200));
    interrupt(&child);
    let ran = Ran::of(&child.wait_with_output().unwrap()).exits(130);
    ran.says("`long.txt` was not read to its end");
    assert_eq!(statuses(&workshop, "out/manifest.jsonl")["long.txt"], "interrupted");
    assert_eq!(workshop.names("out"), ["manifest.jsonl"]);
}

#[test]
fn parts_are_all_inputs_and_none_twice() {
    let workshop = Workshop::new();
    archive(&workshop, "in", 12);
    workshop.run("convert in --out-dir whole --jobs 2 --quiet").exits(0);
    let mut inputs = 0;
    for part in ["1/3", "2/3", "3/3"] {
        let line = format!("convert in --out-dir out --jobs 2 --quiet --report --shard {part}");
        inputs += workshop.run(&line).exits(0).json()["inputs"].as_u64().unwrap();
    }
    assert_eq!(inputs, 12);
    let mut found = outputs(&workshop, "out");
    for part in ["1", "2", "3"] {
        assert!(found.remove(&format!("manifest.{part}-of-3.jsonl")).is_some(), "{part}");
    }
    assert_eq!(found, outputs(&workshop, "whole"));
    let line = "convert in --out-dir out --quiet --report --shard 1/1";
    assert_eq!(workshop.run(line).exits(0).json()["earlier"], 12, "parts know of each other");
}

#[test]
fn inputs_that_would_share_an_output_keep_their_endings() {
    let workshop = Workshop::new();
    workshop
        .put_page("in/a.txt")
        .put_page("in/a.md")
        .put_page("in/b.txt")
        .put_page("in/manifest.txt");
    workshop.put_page("in/x/a.txt");
    workshop.run("convert in --out-dir out --quiet").exits(0);
    let names: Vec<_> = outputs(&workshop, "out").into_keys().collect();
    assert_eq!(names, ["a.md.json", "a.txt.json", "b.json", "manifest.json", "x/a.json"]);
    workshop.run("convert in --out-dir lines --format jsonl --jobs 2 --quiet").exits(0);
    assert!(workshop.path("lines/manifest.txt.jsonl").exists(), "no output is a manifest");
}

#[cfg(unix)]
#[test]
fn odd_names_come_out_clean() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let workshop = Workshop::new();
    let long = "ế".repeat(80);
    for name in
        ["-rf.txt", "a\u{1b}[31m.txt", "CON.txt", "a\nb.txt", "\u{202e}c.txt", " d .txt", &long]
    {
        workshop.put(Path::new("in").join(name), page());
    }
    workshop.put(Path::new("in").join(OsStr::from_bytes(b"not-utf-8-\xff.txt")), page());
    let ran = workshop.run("convert in --out-dir out --jobs 2 --report").exits(0);
    assert!(ran.err.chars().all(|c| c == '\n' || !c.is_control()), "{}", ran.err);
    let names: Vec<_> = outputs(&workshop, "out").into_keys().collect();
    assert_eq!(names.len(), 8, "{names:?}");
    assert!(
        names.iter().all(|name| !name.starts_with('-') && !name.contains(char::is_control)),
        "{names:?}"
    );
    assert_eq!(ran.json()["statuses"]["converted"], 8);
}

#[test]
fn what_cannot_be_asked_for_is_refused() {
    let workshop = Workshop::new();
    workshop.put_page("a.txt").put("list.jsonl", "{}\n");
    workshop.run("convert a.txt --shard 1/2").exits(2).says("a manifest needs a folder");
    workshop.run("convert a.txt --report").exits(2).says("the report goes to standard output");
    workshop.run("convert a.txt --out-dir o --shard 3/2").exits(2).says("a shard is written 1/4");
    workshop.run("convert a.txt --out-dir o --jobs 0").exits(2);
    let ran = workshop.run("convert a.txt --out-dir o --manifest list.jsonl").exits(2);
    ran.says("`list.jsonl` is no manifest of phuluc");
    assert_eq!(workshop.text("list.jsonl"), "{}\n");
}

#[test]
fn a_manifest_that_cannot_be_written_is_an_output_that_cannot() {
    let workshop = Workshop::new();
    workshop.put_page("a.txt");
    workshop.run("convert a.txt --out-dir o --manifest no/such/m.jsonl").exits(4);
}

#[test]
fn a_worker_answers_its_own_program_alone() {
    let workshop = Workshop::new();
    workshop.run_on("worker", "hello\n").exits(2).says("no line of JSON that a worker knows");
}

/// The stack of the reader alone is more than this worker may have.
#[cfg(target_os = "linux")]
#[test]
fn a_worker_without_memory_says_so() {
    let workshop = Workshop::new();
    let job = serde_json::json!({
        "lang": "en", "label": "a.txt", "name": "a.txt", "sha256": "", "bytes": 1, "password": null,
        "settings": {
            "version": env!("CARGO_PKG_VERSION"), "formats": ["json"], "only": [], "year": null, "columns": [],
            "engine": "hayro", "second_opinion": false, "caps": {"memory": 100, "seconds": 9},
        },
    });
    let answer = workshop.run_on("worker", &format!("{job}\nx")).exits(0).json();
    assert_eq!(answer["status"], "out_of_memory");
}

/// A worker that reads for ever is no matter of the reader's own clock.
#[test]
fn an_input_that_takes_too_long_is_a_status() {
    let workshop = Workshop::new();
    workshop.put("in/long.txt", plan().repeat(400)).put_page("in/short.txt");
    let line = "convert in --out-dir out --jobs 2 --quiet --timeout 1";
    workshop.command().args(line.split(' ')).stdin(Stdio::null()).output().unwrap();
    let statuses = statuses(&workshop, "out/manifest.jsonl");
    assert_eq!(statuses["short.txt"], "converted");
    assert!(
        ["cpu_limit", "time_limit", "failed"].contains(&&*statuses["long.txt"]),
        "{statuses:?}"
    );
}
