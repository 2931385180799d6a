//! The result of each stage, as text for a person.

use std::fmt::Write;

use phuluc_model::{Area, Citation, Document, Meaning, Remainder, Role, Text};

use phuluc_page::form::Form;
use phuluc_page::line::Line;
use phuluc_page::medium::Record;
use phuluc_page::page::Page;
use phuluc_table::flow::line_use::LineUse;
use phuluc_table::flow::line_uses::LineUses;
use phuluc_table::flow::tables::cell_roles;
use phuluc_table::joined_text;
use phuluc_table::table::{Number, Row, RowKind, Table};

/// The form of the input.
pub(crate) fn form(form: Form) -> String {
    format!("form {}: {}\n", form.name(), form.description())
}

/// The pages: where each begins and how many lines with words it has.
pub(crate) fn pages(line_uses: &LineUses) -> String {
    let mut text = String::new();
    for page in line_uses.lines.chunk_by(|a, b| a.place().page == b.place().page) {
        let (Some(first), Some(last)) = (page.first(), page.last()) else { continue };
        let (from, to) = (first.place(), last.place());
        let _ = writeln!(
            text,
            "page {}: lines {} to {}, {} with words",
            from.page,
            from.line,
            to.line,
            page.len()
        );
    }
    text
}

/// Every line with its use.
pub(crate) fn lines(line_uses: &LineUses) -> String {
    let mut text = String::new();
    for (line, is) in line_uses.lines.iter().zip(&line_uses.uses) {
        let _ = writeln!(text, "{} {} {}", at(line), use_name(*is), line.text());
    }
    text
}

/// What was left out, with the reason.
pub(crate) fn remainder(left: &[(Remainder, Line)]) -> String {
    let mut text = String::new();
    for (reason, line) in left {
        let _ = writeln!(text, "{} {reason} {}", at(line), line.text());
    }
    text
}

/// The pages of a PDF: their size in points, and what was drawn on them.
pub(crate) fn placed_pages(pages: &[Page]) -> String {
    let mut text = String::new();
    for page in pages {
        let _ = writeln!(
            text,
            "page {}: {:.0} x {:.0} points, {} glyphs ({} without text), {} words, {} horizontal and {} vertical rules, {} images{}",
            page.number,
            page.width,
            page.height,
            page.glyphs,
            page.unmapped,
            page.words.len(),
            page.rules.horizontal.len(),
            page.rules.vertical.len(),
            page.images,
            if page.cut_short.is_some() { ", cut short by a limit" } else { "" }
        );
    }
    text
}

/// The lines of a PDF: page and line, the places of left edge and baseline in points, the text.
pub(crate) fn placed_lines(pages: &[Page]) -> String {
    let mut text = String::new();
    for page in pages {
        for line in page.words.chunk_by(|a, b| a.line == b.line) {
            let Some(first) = line.first() else { continue };
            let words: Vec<&str> = line.iter().map(|word| &*word.text).collect();
            let _ = writeln!(
                text,
                "{}:{} x {:.0} y {:.0} size {:.1} {}",
                page.number,
                first.line,
                first.x.min,
                first.baseline,
                first.size,
                words.join(" ")
            );
        }
    }
    text
}

fn at(line: &Line) -> String {
    let place = line.place();
    format!("{}:{}", place.page, place.line)
}

const fn use_name(is: LineUse) -> &'static str {
    match is {
        LineUse::Heading => "heading",
        LineUse::Header => "header",
        LineUse::Body => "body",
        LineUse::Left(reason) => reason.name(),
    }
}

/// How many records a delimited text has.
pub(crate) fn delimited_pages(records: &[Record]) -> String {
    format!("page 1: {} records\n", records.len())
}

/// The records of a delimited text: the line of each, and its cells.
pub(crate) fn delimited_lines(records: &[Record]) -> String {
    let mut text = String::new();
    for record in records {
        let cells = record.cells.join(" ¦ ").replace('\n', "¶");
        let _ = writeln!(text, "{} cells at line {}: {cells}", record.cells.len(), record.line);
    }
    text
}

/// The tables: their columns, then each row with its cells.
pub(crate) fn tables(tables: &[Table]) -> String {
    let mut text = String::new();
    for table in tables {
        for seen in &table.seen {
            let edges: Vec<String> =
                seen.columns.iter().map(|x| format!("{:.0}-{:.0}", x.min, x.max)).collect();
            let (name, edges) = (seen.source.name(), edges.join(" "));
            let _ = writeln!(
                text,
                "page {}: {name}, {} rows, columns {edges}",
                seen.page,
                seen.rows.len()
            );
        }
        for label in &table.labels {
            let words =
                joined_text::text(&label.words, &[]).map(|text| text.value).unwrap_or_default();
            let _ = writeln!(text, "column {}: {words}", label.role);
        }
        let roles = cell_roles(&table.labels);
        for row in &table.rows {
            write_row(&mut text, row, &roles);
        }
    }
    text
}

fn write_row(text: &mut String, row: &Row, roles: &[Role]) {
    let number = row.number.as_ref().map(Number::text).unwrap_or_default();
    let repeats = row.number.as_ref().is_some_and(|number| number.repeated);
    let kind = match (row.kind, repeats) {
        (RowKind::Section, _) => "section",
        (RowKind::Task, false) => "row",
        (RowKind::Task, true) => "row, spanned",
    };
    let margin = row.margin.map(|margin| format!(" (margin {margin:.1})")).unwrap_or_default();
    let _ = writeln!(text, "{kind} {number}{margin}");
    let title = [Role::Task];
    let roles = if row.kind == RowKind::Section { title.as_slice() } else { roles };
    for (role, cell) in roles.iter().zip(&row.cells) {
        if cell.repeated {
            continue;
        }
        let Some(cell) = joined_text::text(&cell.words, &cell.paragraphs) else { continue };
        let _ = writeln!(
            text,
            "  {}:{} {role}: {}",
            cell.place.page,
            cell.place.line,
            cell.value.replace('\n', "¶")
        );
    }
}

/// The records, field by field.
pub(crate) fn records(document: &Document) -> String {
    let mut text = String::new();
    for appendix in document.appendices() {
        for section in &appendix.sections {
            let value =
                |text: &Option<Text>| text.as_ref().map_or_else(String::new, |t| t.value.clone());
            let _ = writeln!(text, "section {}: {}", value(&section.number), value(&section.title));
            for task in &section.tasks {
                let _ = writeln!(text, "task {}", task.id);
                for role in Role::ALL {
                    if let Some(cell) = task.cell(role) {
                        let _ = writeln!(text, "  {role}: {}", cell.value.replace('\n', "¶"));
                    }
                }
                if let Some(phrase) = &task.not_performed {
                    let _ = writeln!(text, "  not_performed: {}", phrase.value);
                }
                for extra in &task.extra {
                    if let Some(cell) = &extra.value {
                        let _ =
                            writeln!(text, "  {}: {}", extra.label, cell.value.replace('\n', "¶"));
                    }
                }
            }
        }
    }
    text
}

/// What the cells of the records mean.
pub(crate) fn meaning(document: &Document) -> String {
    let mut text = String::new();
    for appendix in document.appendices() {
        write_citations(&mut text, &appendix.citations);
        for section in &appendix.sections {
            let number = section.number.as_ref().map_or("", Text::as_str);
            let area = section.area.map(Area::name).unwrap_or_default();
            let _ = writeln!(text, "section {number}: area {area}");
            write_citations(&mut text, &section.citations);
            for task in &section.tasks {
                let _ = writeln!(text, "task {}", task.id);
                write_meaning(&mut text, &task.meaning);
            }
        }
    }
    text
}

fn write_meaning(text: &mut String, meaning: &Meaning) {
    let lists = [
        ("lead", &meaning.lead_units),
        ("coordinating", &meaning.coordinating_units),
        ("product", &meaning.products),
    ];
    for (name, items) in lists {
        for item in items {
            let _ = match &item.expanded {
                Some(expanded) => writeln!(text, "  {name}: {} = {expanded}", item.text),
                None => writeln!(text, "  {name}: {}", item.text),
            };
        }
    }
    if let Some(schedule) = &meaning.schedule {
        let year = schedule.year_source.map(|source| format!(", year of {}", source.name()));
        let assumed: Vec<&str> =
            schedule.assumptions.iter().map(|assumed| assumed.name()).collect();
        let assumed = if assumed.is_empty() {
            String::new()
        } else {
            format!(", assuming {}", assumed.join(" "))
        };
        let _ = writeln!(text, "  when: {schedule}{}{assumed}", year.unwrap_or_default());
    }
    write_citations(text, &meaning.citations);
}

fn write_citations(text: &mut String, citations: &[Citation]) {
    for citation in citations {
        let date = citation.date.map(|date| format!(" of {date}")).unwrap_or_default();
        let kind = citation.kind.as_deref().unwrap_or("document");
        let issuer = citation.issuer.as_deref().map(|issuer| format!(" by {issuer}"));
        let _ = writeln!(
            text,
            "  {}: {kind} {} ({}){date}{}",
            citation.place,
            citation.canonical,
            citation.class.name(),
            issuer.unwrap_or_default()
        );
    }
}
