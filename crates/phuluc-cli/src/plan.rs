//! Which outputs each input gets; decided before anything is read or written.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use phuluc::{FORMATS, Format};

use crate::args::ConvertArgs;
use crate::batch::manifest;
use crate::files;
use crate::input::Input;
use crate::names;
use crate::output::{Target, resolved};
use crate::usage::Usage;

/// An input and where its records go.
#[derive(Debug)]
pub(crate) struct PlannedInput {
    pub(crate) input: Input,
    pub(crate) outputs: Vec<(&'static Format, Target)>,
    /// The folder that is made for the outputs when there are some.
    pub(crate) folder: Option<PathBuf>,
    /// Where its outputs go below the folder of all outputs. No two jobs have the same.
    pub(crate) id: String,
}

/// The jobs of a command line, in the order of its inputs.
pub(crate) fn jobs(args: &ConvertArgs) -> Result<Vec<PlannedInput>, Usage> {
    let formats = formats(args);
    let inputs = files::expand(&args.inputs, args.out_dir.as_deref());
    if inputs.iter().filter(|input| **input == Input::Stdin).count() > 1 {
        return Err(Usage::StdinTwice);
    }
    let jobs = match &args.out_dir {
        Some(folder) => jobs_into(folder, inputs, &formats),
        None => vec![single_job(args, inputs, &formats)?],
    };
    outputs_differ(&jobs)?;
    outputs_are_no_inputs(&jobs)?;
    Ok(jobs)
}

/// The formats without those named twice; the default is the one that `-o` names, or the first.
fn formats(args: &ConvertArgs) -> Vec<&'static Format> {
    let mut formats: Vec<&Format> = Vec::new();
    for format in &args.format {
        if formats.iter().all(|known| known.name != format.name) {
            formats.push(format);
        }
    }
    if formats.is_empty() {
        let named = args.output.as_deref().and_then(format_of);
        formats.extend(named.or(FORMATS.first()));
    }
    formats
}

/// The format whose extension the file has; of `.csv` and `.excel.csv` the longer one.
fn format_of(path: &Path) -> Option<&'static Format> {
    let name = path.file_name()?.to_str()?.to_lowercase();
    let fits = |format: &&Format| name.ends_with(&format!(".{}", format.extension));
    FORMATS.iter().filter(fits).max_by_key(|format| format.extension.len())
}

/// Jobs whose outputs go into a folder.
fn jobs_into(folder: &Path, inputs: Vec<Input>, formats: &[&'static Format]) -> Vec<PlannedInput> {
    let path =
        |stem: &Path, format: &Format| names::with_end(stem, &format!(".{}", format.extension));
    let mut taken = HashSet::new();
    let is_free = |stem: &Path| {
        let outputs = || formats.iter().map(|format| path(stem, format));
        let is_free = outputs().all(|output| {
            !taken.contains(&names::key(&output)) && !manifest::is_name(&output.to_string_lossy())
        });
        if is_free {
            taken.extend(outputs().map(|output| names::key(&output)));
        }
        is_free
    };
    let stems = names::stems(&inputs, is_free);
    let job = |(input, stem): (Input, PathBuf)| {
        let output =
            |format: &&'static Format| (*format, Target::File(folder.join(path(&stem, format))));
        let outputs = formats.iter().map(output).collect();
        let id = stem.to_string_lossy().into_owned();
        PlannedInput { input, outputs, folder: folder.join(&stem).parent().map(Path::to_owned), id }
    };
    inputs.into_iter().zip(stems).map(job).collect()
}

/// The only job without a folder for outputs.
///
/// A folder as input never fits here, because how many files it holds is not for the command line
/// to know.
fn single_job(
    args: &ConvertArgs,
    inputs: Vec<Input>,
    formats: &[&'static Format],
) -> Result<PlannedInput, Usage> {
    let several = match args.output {
        Some(_) => Usage::SeveralInOneFile,
        None => Usage::SeveralOnStdout,
    };
    let is_folder = args.inputs.iter().any(|path| path.is_dir());
    let mut inputs = inputs.into_iter();
    match (inputs.next(), inputs.next(), formats, is_folder) {
        (Some(input), None, [format], false) => {
            let outputs = vec![(*format, target(args.output.as_deref()))];
            Ok(PlannedInput { id: input.label(), input, outputs, folder: None })
        }
        _ => Err(several),
    }
}

fn target(output: Option<&Path>) -> Target {
    match output {
        Some(path) if path != "-" => Target::File(path.to_owned()),
        _ => Target::Stdout,
    }
}

fn output_files(job: &PlannedInput) -> impl Iterator<Item = &PathBuf> {
    job.outputs.iter().filter_map(|(_, target)| match target {
        Target::Stdout => None,
        Target::File(path) => Some(path),
    })
}

fn outputs_differ(jobs: &[PlannedInput]) -> Result<(), Usage> {
    let mut writers: BTreeMap<&Path, &PlannedInput> = BTreeMap::new();
    for job in jobs {
        for output in output_files(job) {
            if let Some(first) = writers.insert(output, job) {
                let (first, second) = (first.input.label(), job.input.label());
                return Err(Usage::SameOutput { first, second, output: output.clone() });
            }
        }
    }
    Ok(())
}

fn outputs_are_no_inputs(jobs: &[PlannedInput]) -> Result<(), Usage> {
    let inputs: BTreeSet<_> =
        jobs.iter().filter_map(|job| job.input.path()).map(resolved).collect();
    match jobs.iter().flat_map(output_files).find(|output| inputs.contains(&resolved(output))) {
        Some(output) => Err(Usage::OutputIsInput { output: output.clone() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::args::{Args, Command};

    /// The outputs of a command line, one line a job, or the sentence of the usage error.
    fn planned(line: &str) -> Vec<String> {
        let args = ["phuluc", "convert"].into_iter().chain(line.split(' '));
        let Command::Convert(args) = Args::parse_from(args).command else { panic!() };
        let planned = match jobs(&args) {
            Ok(jobs) => jobs.iter().map(shown).collect(),
            Err(usage) => vec![usage.to_string()],
        };
        planned.iter().map(|line| line.replace('\\', "/")).collect()
    }

    fn shown(job: &PlannedInput) -> String {
        let outputs = job.outputs.iter().map(|(format, target)| match target {
            Target::Stdout => format!("{} on stdout", format.name),
            Target::File(path) => format!("{} in {}", format.name, path.display()),
        });
        outputs.collect::<Vec<_>>().join(", ")
    }

    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        assert_eq!(planned(line), expected, "{line}");
    }

    #[test]
    fn one_output_goes_to_its_file_or_to_stdout() {
        check("a.txt", &["json on stdout"]);
        check("- -o -", &["json on stdout"]);
        check("a.txt --format csv,csv", &["csv on stdout"]);
        check("a.txt -o out.json", &["json in out.json"]);
    }

    #[test]
    fn the_extension_names_the_format_unless_one_is_given() {
        check("a.txt -o out.CSV", &["csv in out.CSV"]);
        check("a.txt -o out.excel.csv", &["csv-excel in out.excel.csv"]);
        check("a.txt -o out.data", &["json in out.data"]);
        check("a.txt -o out.csv --format json", &["json in out.csv"]);
    }

    #[test]
    fn several_outputs_need_a_folder() {
        check("a.txt - --out-dir o", &["json in o/a.json", "json in o/stdin.json"]);
        check("x/a.txt --out-dir o --format json,csv", &["json in o/a.json, csv in o/a.csv"]);
        check("a.txt b.txt", &[&Usage::SeveralOnStdout.to_string()]);
        check("a.txt --format json,csv", &[&Usage::SeveralOnStdout.to_string()]);
        check("a.txt b.txt -o c.json", &[&Usage::SeveralInOneFile.to_string()]);
        check("src", &[&Usage::SeveralOnStdout.to_string()]);
    }

    #[test]
    fn outputs_do_not_collide() {
        let sentence =
            "`x/a.txt` and `y/a.md` would both be written to `o/a.json`; convert them apart";
        check("x/a.txt y/a.md --out-dir o", &[sentence]);
        check("- -", &[&Usage::StdinTwice.to_string()]);
    }

    #[test]
    fn an_output_is_no_input() {
        let sentence = "is an input and would be overwritten; choose another output";
        check("src/main.rs -o src/../src/main.rs", &[&format!("`src/../src/main.rs` {sentence}")]);
        check("a.json --out-dir .", &[&format!("`./a.json` {sentence}")]);
    }
}
