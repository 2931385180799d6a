//! What the command line says.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use clap_complete::Shell;
use phuluc::messages::Lang;
use phuluc::{Engine, FORMATS, Filter, Format, Stage};

use crate::batch::shard::Shard;
use crate::column::ColumnRole;

const EXAMPLES: &str = "\
Examples:
  phuluc convert plan.txt | jq '.appendices[].sections[].tasks[].task'
  phuluc convert plans/ --out-dir records --format json,csv
  phuluc convert archive/ --out-dir records --format json,csv --jobs 4 --report
  phuluc convert plan.pdf -o ours.xlsx --only performed
  phuluc convert plan.pdf --only lead=\"Phòng Nội vụ\" --only due=2026-01-01..2026-06-30";

const DIFF_EXAMPLES: &str = "\
Examples:
  phuluc diff plan-2025.pdf plan-2026.pdf
  phuluc diff old.txt new.pdf --format json | jq '.counts'

Signs:
  + came   - went   > moved   ~ changed   = has another number only
  [-words that went-]   {+words that came+}";

const DIFF_EXIT_CODES: &str = "\
Exit codes:
  0  no difference
  1  differences, or something of an input was lost in reading
  2  usage, or a password file that cannot be read
  3  an input could not be read, or holds no task table
  4  the changes could not be written";

const CHECK_EXAMPLES: &str = "\
Examples:
  phuluc check fixtures
  phuluc check fixtures --update && git diff fixtures";

const INSPECT_EXAMPLES: &str = "\
Examples:
  phuluc inspect plan.pdf --stage remainder
  phuluc inspect plan.pdf --svg 3 > page-3.svg";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  phuluc completions bash > ~/.local/share/bash-completion/completions/phuluc
  phuluc completions fish > ~/.config/fish/completions/phuluc.fish";

const MANUAL_EXAMPLES: &str = "\
Examples:
  phuluc manual | man -l -
  phuluc manual convert > phuluc-convert.1";

const EXIT_CODES: &str = "\
Exit codes:
  0  all converted
  1  converted with losses, or some inputs failed, or a fixture or two plans differ
  2  usage, or a password file that cannot be read
  3  nothing converted
  4  an output could not be written
  130  ended by Ctrl-C";

/// Turns the task tables of Vietnamese government appendices into records.
#[derive(Debug, Parser)]
#[command(name = "phuluc", version, after_help = EXAMPLES)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// The language of messages, and of workbooks and review sheets [default: that of `LC_ALL`,
    /// `LC_MESSAGES` or `LANG` for messages, vi for workbooks and review sheets]
    #[arg(long, global = true, value_name = "LANG", value_parser = lang_parser())]
    pub(crate) lang: Option<Lang>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Convert(ConvertArgs),
    Diff(DiffArgs),
    Check(CheckArgs),
    Inspect(InspectArgs),
    Completions(Completions),
    Manual(Manual),
    /// Answers one job on standard input: what `convert` starts for each document
    #[command(hide = true)]
    Worker,
}

/// Writes the records of each input
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[command(after_long_help = format!("{EXAMPLES}\n\n{EXIT_CODES}"))]
pub(crate) struct ConvertArgs {
    /// Files (PDF, text, or JSON that phuluc has written), folders, or - for standard input; a folder means
    /// the files in it and below it, without hidden ones and outputs (*.json, *.csv, …)
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Writes one output to FILE; its extension chooses the format when --format is not given
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub(crate) output: Option<PathBuf>,

    /// Writes every output into DIR, which is created, under the name of its input
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,

    /// The formats to write [default: json]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = format_parser())]
    pub(crate) format: Vec<&'static Format>,

    /// Keeps the tasks that are all of these; may be given several times
    ///
    /// section=II: of this section or one inside it. lead=WORDS: whose lead unit has these words, in capitals
    /// or not, with marks or without. performed, not-performed: by the phrase `không thực hiện`.
    /// due=FROM..TO: with a day or the end of a span within; either side may be left open, one day may
    /// stand alone.
    #[arg(long, value_name = "WHICH", value_parser = str::parse::<Filter>)]
    pub(crate) only: Vec<Filter>,

    /// Leaves the diagnostics out; errors are still said
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,

    #[command(flatten)]
    pub(crate) many: Many,
}

/// How many inputs are converted, each in a process of its own.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Many files")]
pub(crate) struct Many {
    /// Converts so many inputs at once, and keeps a manifest [default: as many as there are processors, and none]
    ///
    /// The manifest of --out-dir says what began and how it ended. A run that was ended goes on where it
    /// was: what is done, with outputs that are as they were written, is not done again.
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    /// Ends what takes longer to read one input
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=86_400))]
    pub(crate) timeout: u32,

    /// Ends what needs more memory to read one input, where the system can tell
    #[arg(long, value_name = "MIB", default_value_t = 2048, value_parser = clap::value_parser!(u32).range(512..=1_048_576))]
    pub(crate) memory: u32,

    /// Prints the sums of the run as one line of JSON at its end
    #[arg(long)]
    pub(crate) report: bool,

    /// Keeps the manifest in FILE [default: manifest.jsonl in --out-dir]
    #[arg(long, value_name = "FILE")]
    pub(crate) manifest: Option<PathBuf>,

    /// Converts again what failed, by the manifest
    #[arg(long)]
    pub(crate) retry_failed: bool,

    /// Converts everything again, whatever the manifest says
    #[arg(long, conflicts_with = "retry_failed")]
    pub(crate) again: bool,

    /// Converts the I-th of N parts; each input is of the same part on every machine
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<Shard>,
}

/// Tells what changed between two versions of a plan
///
/// Tasks are the same where their words are: a row put in above others gives them other numbers, which is
/// one line. White space is no difference. Doubtful rows are named by `convert`, not here.
#[derive(Debug, clap::Args)]
#[command(after_help = DIFF_EXAMPLES)]
#[command(after_long_help = format!("{DIFF_EXAMPLES}\n\n{DIFF_EXIT_CODES}"))]
pub(crate) struct DiffArgs {
    /// The version before: a PDF, a text or JSON that phuluc has written, or - for standard input
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The version after
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// How the changes are told
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub(crate) format: DiffFormat,

    /// Leaves out what was lost in reading; errors are still said
    #[arg(short, long)]
    pub(crate) quiet: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum DiffFormat {
    /// Lines for a person, the words that changed marked
    #[default]
    Text,
    /// The shape phuluc/diff
    Json,
}

/// Compares each file of a folder with the expected output beside it
///
/// The expected output of `plan.txt` is `plan.expected.json`: its JSON, or `{"error": "…"}` for an
/// input that cannot be read.
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// The folder of inputs
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Writes the outputs that differ or are missing
    #[arg(long)]
    pub(crate) update: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// Shows what a stage of the reader saw
#[derive(Debug, clap::Args)]
#[command(after_help = INSPECT_EXAMPLES)]
pub(crate) struct InspectArgs {
    /// A file, or - for standard input
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,

    /// The stage to show
    #[arg(long, default_value = Stage::Records.name(), value_parser = stage_parser())]
    pub(crate) stage: Stage,

    /// With --stage pages, draws a page of a PDF as SVG: the boxes of its letters, its rules, and over them the cells and
    /// the row numbers of its tables
    #[arg(long, value_name = "PAGE", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) svg: Option<u32>,

    #[command(flatten)]
    pub(crate) reading: ReadingArgs,
}

/// Prints a script that completes command lines in a shell
#[derive(Debug, clap::Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: Shell,
}

/// Prints the manual as a page for man
#[derive(Debug, clap::Args)]
#[command(after_help = MANUAL_EXAMPLES)]
pub(crate) struct Manual {
    /// The command whose page is wanted [default: that of phuluc itself]
    #[arg(value_name = "COMMAND")]
    pub(crate) of: Option<String>,
}

/// How inputs are read.
#[derive(Debug, clap::Args)]
pub(crate) struct ReadingArgs {
    /// The year of times that say none, for documents that name no year
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1945..2100))]
    pub(crate) year: Option<i16>,

    /// Gives the column with this label a role; may be given several times
    ///
    /// The label is given whole, in capitals or not, with marks or without, and a header is found by it. The
    /// roles are number, task, `lead_unit`, `coordinating_unit`, product, timeframe, note and extra.
    #[arg(long, value_name = "LABEL=ROLE", value_parser = str::parse::<ColumnRole>)]
    pub(crate) column: Vec<ColumnRole>,

    #[command(flatten)]
    pub(crate) pdf: PdfArgs,
}

/// How PDFs are read.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "PDF")]
pub(crate) struct PdfArgs {
    /// Opens encrypted PDFs with the first line of FILE
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,

    /// Reads PDFs with another engine; pdf-extract hangs or crashes on some damaged files
    #[arg(long = "pdf-engine", value_name = "ENGINE", default_value = Engine::default().name(), value_parser = engine_parser())]
    pub(crate) engine: Engine,

    /// Reads PDFs with the other engine too and names the pages on which both read different words;
    /// a file that ends the other engine is not read
    #[arg(long)]
    pub(crate) second_opinion: bool,
}

/// Every value it accepts is the name of a format, so the look-up cannot miss.
fn format_parser() -> impl TypedValueParser<Value = &'static Format> {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
        .try_map(|name| phuluc::format(&name).ok_or("no such format"))
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::name)).try_map(|name| name.parse::<Lang>())
}

fn stage_parser() -> impl TypedValueParser<Value = Stage> {
    PossibleValuesParser::new(Stage::ALL.map(Stage::name)).try_map(|name| {
        Stage::ALL.into_iter().find(|stage| stage.name() == name).ok_or("no such stage")
    })
}

fn engine_parser() -> impl TypedValueParser<Value = Engine> {
    PossibleValuesParser::new(Engine::ALL.map(Engine::name)).try_map(|name| {
        Engine::ALL.into_iter().find(|engine| engine.name() == name).ok_or("no such engine")
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_stage_has_a_value() {
        for stage in Stage::ALL {
            let args = ["phuluc", "inspect", "x", "--stage", stage.name()];
            let Command::Inspect(inspect) = Args::parse_from(args).command else { panic!() };
            assert_eq!(inspect.stage, stage);
        }
    }

    #[test]
    fn every_engine_has_a_value() {
        for engine in Engine::ALL {
            let args = ["phuluc", "convert", "x", "--pdf-engine", engine.name()];
            let Command::Convert(convert) = Args::parse_from(args).command else { panic!() };
            assert_eq!(convert.reading.pdf.engine, engine);
        }
    }

    #[test]
    fn formats_are_a_list() {
        let args = ["phuluc", "convert", "x", "--format", "json,csv"];
        let Command::Convert(convert) = Args::parse_from(args).command else { panic!() };
        let names: Vec<_> = convert.format.iter().map(|format| format.name).collect();
        assert_eq!(names, ["json", "csv"]);
    }
}
