//! The help of the command in another language than English.
//!
//! The English help is in the definition of the command line, which gives the man pages and the completions
//! too. Here its words are replaced by those of the catalogue.

use clap::builder::Str;
use clap::{Arg, Command};
use phuluc::messages::{Lang, part, sentence, words};
use phuluc::model::Arguments;

/// What clap writes before the usage of a command, in English.
pub(crate) const USAGE: &str = "Usage: ";

/// The definition of the command line with its words in another language than English.
pub(crate) fn in_language(lang: Lang, mut command: Command) -> Command {
    // Only then are the arguments and the command for help there.
    command.build();
    replaced(lang, command)
}

/// A command and the commands below it.
fn replaced(lang: Lang, command: Command) -> Command {
    let name = command.get_name().to_owned();
    let command = command.mut_args(|arg| with_words(lang, &name, arg));
    let command = command.mut_subcommands(|command| replaced(lang, command));
    let key = format!("help-{name}");
    let about = words(lang, &key).into_owned();
    let part = |name: &str| part(lang, &key, Some(name)).unwrap_or_default();
    let command = command.long_about(paragraphs(&about, &part("long"))).about(about);
    let after_long = paragraphs(&part("after"), &part("after_long"));
    let command = command.after_help(part("after").into_owned()).after_long_help(after_long);
    let command = command.subcommand_help_heading(words(lang, "heading-commands").into_owned());
    let command = command.subcommand_value_name(words(lang, "value-command").into_owned());
    with_usage(lang, command)
}

/// A command whose usage and its heading are in the language.
fn with_usage(lang: Lang, mut command: Command) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix(USAGE).unwrap_or(&usage);
    let usage = usage.replace("OPTIONS", &words(lang, "value-options"));
    let style = *command.get_styles().get_usage();
    let heading = words(lang, "heading-usage");
    command.override_usage(usage).help_template(format!(
        "{{about-with-newline}}\n{style}{heading}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
    ))
}

/// An argument of a command.
fn with_words(lang: Lang, command: &str, arg: Arg) -> Arg {
    let key = key(lang, command, arg.get_id().as_str());
    let heading = match arg.get_help_heading() {
        Some("Many files") => words(lang, "heading-many").into_owned(),
        Some(heading) => heading.to_owned(),
        None if arg.is_positional() => words(lang, "heading-arguments").into_owned(),
        None => words(lang, "heading-options").into_owned(),
    };
    let help = format!("{}{}", words(lang, &key), values(lang, &arg));
    // Under a heading of their own, arguments without an order are sorted by their names.
    let order = arg.get_index();
    let more = part(lang, &key, Some("long")).unwrap_or_default();
    let names: Vec<String> = value_names(&arg).iter().map(|name| value(lang, name)).collect();
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    let arg = match order {
        Some(order) => arg.display_order(order),
        None => arg,
    };
    let arg = arg.hide_default_value(true).hide_possible_values(true).help_heading(heading);
    arg.long_help(paragraphs(&help, &more)).help(help)
}

/// The key of the words for an argument: of those that several commands have, one key serves for all.
fn key(lang: Lang, command: &str, id: &str) -> String {
    let own = format!("help-{command}-{id}");
    if part(lang, &own, None).is_some() { own } else { format!("help-any-{id}") }
}

/// The names of the values of an argument; clap has such names for flags too.
fn value_names(arg: &Arg) -> &[Str] {
    let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
    names.unwrap_or_default()
}

/// The name of a value.
fn value(lang: Lang, name: &str) -> String {
    let key = value_key(name);
    words(lang, &key).into_owned()
}

/// What may be given, and what is taken when nothing is given.
fn values(lang: Lang, arg: &Arg) -> String {
    if !arg.get_action().takes_values() {
        return String::new();
    }
    let named = |key: &str, list: Vec<String>| {
        let words = Arguments::new().with("list", list.join(", "));
        (!list.is_empty()).then(|| format!(" [{}]", sentence(lang, key, &words)))
    };
    let default = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned());
    let possible = arg.get_possible_values().into_iter().map(|value| value.get_name().to_owned());
    let default = named("help-default", default.collect());
    let possible = named("help-possible", possible.collect());
    default.unwrap_or_default() + &possible.unwrap_or_default()
}

/// Two paragraphs, of which the second may be missing.
fn paragraphs(first: &str, second: &str) -> String {
    [first, second].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The key of the name of a value, such as `LABEL=ROLE`.
fn value_key(name: &str) -> String {
    format!("value-{}", name.to_lowercase().replace(['/', '='], "_"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use clap::CommandFactory as _;

    use super::*;
    use crate::args::Args;

    /// The keys of the words for a command, its arguments and the commands below it.
    fn keys(command: &Command, keys: &mut BTreeSet<String>) {
        keys.insert(format!("help-{}", command.get_name()));
        for arg in command.get_arguments() {
            keys.insert(key(Lang::Vi, command.get_name(), arg.get_id().as_str()));
            for name in value_names(arg) {
                keys.insert(value_key(name));
            }
        }
        command.get_subcommands().for_each(|command| self::keys(command, keys));
    }

    #[test]
    fn the_catalogue_has_the_words_of_every_command_and_argument_and_no_others() {
        let mut command = Args::command();
        command.build();
        let mut asked = BTreeSet::new();
        keys(&command, &mut asked);
        let named = ["help-default", "help-possible", "value-command", "value-options"];
        asked.extend(named.map(str::to_owned));
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../phuluc-messages/messages/vi/help.ftl");
        let catalogue = fs::read_to_string(path).unwrap();
        let known = catalogue.lines().filter_map(|line| Some(line.split_once(" =")?.0));
        let of_help = |key: &&str| key.starts_with("help-") || key.starts_with("value-");
        let known: BTreeSet<String> = known.filter(of_help).map(str::to_owned).collect();
        assert_eq!(asked.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "missing");
        assert_eq!(known.difference(&asked).collect::<Vec<_>>(), Vec::<&String>::new(), "unused");
    }

    #[test]
    fn a_command_line_is_understood_as_in_english() {
        let line =
            ["phuluc", "convert", "a.txt", "--format", "json,csv", "--jobs", "3", "--lang", "vi"];
        let matches = in_language(Lang::Vi, Args::command()).try_get_matches_from(line).unwrap();
        let (name, convert) = matches.subcommand().unwrap();
        assert_eq!(name, "convert");
        assert_eq!(convert.get_one::<Lang>("lang"), Some(&Lang::Vi));
    }
}
