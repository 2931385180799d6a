//! The sentences of one language, read once.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use phuluc_model::{Argument, Arguments, Place};

use crate::lang::Lang;
use crate::pages::PageRuns;

/// The files that both languages have.
macro_rules! files {
    ($lang:literal) => {
        &[
            include_str!(concat!("../messages/", $lang, "/command.ftl")),
            include_str!(concat!("../messages/", $lang, "/diagnostics.ftl")),
            include_str!(concat!("../messages/", $lang, "/errors.ftl")),
            include_str!(concat!("../messages/", $lang, "/places.ftl")),
            include_str!(concat!("../messages/", $lang, "/review_sheet.ftl")),
            include_str!(concat!("../messages/", $lang, "/times.ftl")),
            include_str!(concat!("../messages/", $lang, "/words.ftl")),
            include_str!(concat!("../messages/", $lang, "/workbook.ftl")),
        ]
    };
}

/// The largest number that Fluent, which counts in `f64`, writes as it is.
const EXACT: u64 = 1 << 53;

/// The sentences of one language.
pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
}

impl Catalogue {
    /// The catalogue of a language. It is made when it is first asked for.
    pub(crate) fn of(lang: Lang) -> &'static Self {
        static EN: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::En));
        static VI: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::read(Lang::Vi));
        match lang {
            Lang::En => &EN,
            Lang::Vi => &VI,
        }
    }

    fn read(lang: Lang) -> Self {
        let name = lang.name().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![name]);
        // Marks of direction around each value are for languages that are written from right to left.
        bundle.set_use_isolating(false);
        for text in files(lang).iter().chain(files_of_one(lang)) {
            // What of a file is damaged is left out; a test says that nothing is.
            let file = FluentResource::try_new((*text).to_owned());
            let file = file.unwrap_or_else(|(file, _)| file);
            let _ = bundle.add_resource(file);
        }
        Self { bundle }
    }

    /// A sentence; `None` where the catalogue does not have it or an argument of it is missing.
    ///
    /// `part` is the name of another sentence under the same key: `title`.
    pub(crate) fn sentence(
        &'static self,
        key: &str,
        part: Option<&str>,
        arguments: &Arguments,
    ) -> Option<Cow<'static, str>> {
        let message = self.bundle.get_message(key)?;
        let pattern = match part {
            Some(part) => message.get_attribute(part)?.value(),
            None => message.value()?,
        };
        let values = (!arguments.is_empty()).then(|| self.values(arguments));
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, values.as_ref(), &mut errors);
        errors.is_empty().then_some(sentence)
    }

    fn values<'a>(&'static self, arguments: &'a Arguments) -> FluentArgs<'a> {
        arguments.iter().map(|(name, argument)| (name, self.value(argument))).collect()
    }

    fn value<'a>(&'static self, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Number(number) => number_value(*number),
            Argument::Text(text) => FluentValue::from(text.as_str()),
            Argument::Place(place) => FluentValue::from(self.place(*place)),
            Argument::Pages(list) => FluentValue::from(self.pages(list)),
        }
    }

    fn place(&'static self, Place { page, line }: Place) -> String {
        self.part("place", &Arguments::new().with("page", page).with("line", line))
    }

    /// Pages as a person lists them: `pages 1 to 3, 7 and 8 more`.
    fn pages(&'static self, pages: &[u32]) -> String {
        let PageRuns { named, more } = PageRuns::of(pages);
        let named = named.iter().map(|run| match run {
            [first, .., last] if run.len() > 2 => {
                let ends = Arguments::new().with("first", *first).with("last", *last);
                self.part("pages-run", &ends)
            }
            run => run.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        });
        let list = Arguments::new().with("list", named.collect::<Vec<String>>().join(", "));
        match more {
            0 => self.part("pages-list", &list.with("count", pages.len())),
            more => self.part("pages-list_and_more", &list.with("more", more)),
        }
    }

    /// A part of a sentence that every catalogue has.
    fn part(&'static self, key: &str, arguments: &Arguments) -> String {
        self.sentence(key, None, arguments).unwrap_or_default().into_owned()
    }
}

fn number_value(number: u64) -> FluentValue<'static> {
    if number < EXACT { number.into() } else { number.to_string().into() }
}

fn files(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => files!("en"),
        Lang::Vi => files!("vi"),
    }
}

/// What other programs say in English by themselves, and so is in the catalogue of one language only.
fn files_of_one(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => &[],
        Lang::Vi => {
            &[include_str!("../messages/vi/help.ftl"), include_str!("../messages/vi/system.ftl")]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_in_words() {
        let english = |pages: &[u32]| Catalogue::of(Lang::En).pages(pages);
        assert_eq!(english(&[4]), "page 4");
        assert_eq!(english(&[1, 2]), "pages 1, 2");
        assert_eq!(english(&[1, 2, 3, 7]), "pages 1 to 3, 7");
        let odd: Vec<u32> = (0..20).map(|index| 2 * index + 1).collect();
        assert!(english(&odd).ends_with("21, 23 and 8 more"), "{}", english(&odd));
        let vietnamese = Catalogue::of(Lang::Vi).pages(&[1, 2, 3, 7]);
        assert_eq!(vietnamese, "các trang 1 đến 3, 7");
    }
}
