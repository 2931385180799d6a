//! Runs one after the other over one manifest.

use tempfile::TempDir;

use super::*;
use crate::status::Status;

const BYTES: &str = "0000";

struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join(name(None))
    }

    fn open(&self, again: Again) -> Result<Manifest, ManifestError> {
        Manifest::open(&self.path(), self.folder.path(), &settings(), false, again)
    }

    fn run(&self) -> Manifest {
        self.open(Again::Nothing).unwrap()
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    /// An input that ends with a status and an output.
    fn did(&self, manifest: &Manifest, input: &str, status: Status) {
        let key = manifest.key(input, BYTES);
        manifest.start(&key, input, 4, BYTES).unwrap();
        let output = self.folder.path().join(input);
        fs::write(&output, input).unwrap();
        let written = [Written::new("json", &output, input.as_bytes())];
        let outcome = Outcome::new(input.to_owned(), status);
        manifest.end(&key, &outcome, &written, Duration::ZERO).unwrap();
    }
}

fn settings() -> Settings {
    Settings::of(&["json"])
}

fn is_done(manifest: &Manifest, input: &str) -> bool {
    manifest.done(&manifest.key(input, BYTES)).is_some()
}

#[test]
fn what_is_done_is_known_to_the_next_run() {
    let office = Office::new();
    office.did(&office.run(), "a", Status::Converted);
    let run = office.run();
    assert!(is_done(&run, "a"));
    assert!(!is_done(&run, "b"));
    let other_bytes = run.key("a", "1111");
    assert!(run.done(&other_bytes).is_none(), "another version of the input");
    assert_eq!(office.text().lines().count(), 3, "a head, a start and an end");
}

#[test]
fn other_settings_are_another_key() {
    let mut other = settings();
    other.formats.push("csv".to_owned());
    assert_ne!(config(&settings(), false), config(&other, false));
    assert_ne!(config(&settings(), false), config(&settings(), true));
}

#[test]
fn an_output_that_is_not_as_it_was_written_is_made_again() {
    let office = Office::new();
    let run = office.run();
    for input in ["a", "b", "c"] {
        office.did(&run, input, Status::Converted);
    }
    drop(run);
    fs::remove_file(office.folder.path().join("a")).unwrap();
    fs::write(office.folder.path().join("b"), "x").unwrap();
    let run = office.run();
    assert_eq!(["a", "b", "c"].map(|input| is_done(&run, input)), [false, false, true]);
}

#[test]
fn failures_stay_until_they_are_asked_for() {
    let office = Office::new();
    let run = office.run();
    office.did(&run, "good", Status::Converted);
    office.did(&run, "bad", Status::TimeLimit);
    office.did(&run, "full", Status::Unwritten);
    drop(run);
    let done = |again| {
        let run = office.open(again).unwrap();
        ["good", "bad", "full"].map(|input| is_done(&run, input))
    };
    assert_eq!(done(Again::Nothing), [true, true, false]);
    assert_eq!(done(Again::Failed), [true, false, false]);
    assert_eq!(done(Again::All), [false, false, false]);
}

#[test]
fn a_line_that_was_cut_off_is_dropped() {
    let office = Office::new();
    office.did(&office.run(), "a", Status::Converted);
    let whole = office.text();
    for end in 0..whole.len() {
        fs::write(office.path(), whole.get(..end).unwrap()).unwrap();
        let run = office.run();
        assert!(!is_done(&run, "a"), "cut at {end}");
        office.did(&run, "a", Status::Converted);
        drop(run);
        assert!(is_done(&office.run(), "a"), "cut at {end}");
        let text = office.text();
        assert!(text.lines().all(|line| line.starts_with('{') && line.ends_with('}')), "{text}");
    }
}

#[test]
fn what_a_run_ended_at_comes_last_and_is_set_aside_in_the_end() {
    let office = Office::new();
    for tries in 0..=TRIES {
        let run = office.run();
        assert_eq!(run.unfinished().count(), usize::from(tries > 0));
        let key = run.key("a", BYTES);
        assert_eq!(run.is_set_aside(&key), tries == TRIES, "after {tries}");
        run.start(&key, "a", 4, BYTES).unwrap();
    }
    let run = office.open(Again::Failed).unwrap();
    assert!(!run.is_set_aside(&run.key("a", BYTES)));
    office.did(&run, "a", Status::Interrupted);
    drop(run);
    let run = office.run();
    assert!(!run.is_set_aside(&run.key("a", BYTES)), "an end forgives");
    assert!(!is_done(&run, "a"));
    assert_eq!(run.unfinished().count(), 0);
}

#[test]
fn two_runs_do_not_write_one_manifest() {
    let office = Office::new();
    let _first = office.run();
    assert!(matches!(office.open(Again::Nothing), Err(ManifestError::Locked { .. })));
}

#[test]
fn a_file_that_is_none_is_left_alone() {
    let office = Office::new();
    for text in ["TT,task\n1,x\n", "{\"event\":\"start\"}\n", "x"] {
        fs::write(office.path(), text).unwrap();
        assert!(
            matches!(office.open(Again::Nothing), Err(ManifestError::Foreign { .. })),
            "{text}"
        );
        assert_eq!(office.text(), text);
    }
}

#[test]
fn other_parts_are_known_and_not_written() {
    let office = Office::new();
    office.did(&office.run(), "a", Status::Converted);
    let part = office.folder.path().join(name("1/2".parse().ok()));
    assert!(part.ends_with("manifest.1-of-2.jsonl"));
    let before = office.text();
    let run = Manifest::open(&part, office.folder.path(), &settings(), false, Again::Nothing);
    assert!(is_done(&run.unwrap(), "a"));
    assert_eq!(office.text(), before);
}

#[test]
fn outputs_are_named_below_their_folder() {
    let written = Written::new("csv", Path::new("out/x/a.csv"), b"1");
    let line = serde_json::to_value(written.below(Path::new("out"))).unwrap();
    assert_eq!(line["path"], "x/a.csv");
    assert_eq!(line["bytes"], 1);
}
