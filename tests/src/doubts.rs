//! Which rows of a reading a doubt names.

use phuluc_model::Code;
use serde_json::Value;

/// What says that the cells of a row, its number or its place among the others may be wrong. Doubts
/// about the words of a page are no doubts about how it was cut.
const OF_ROWS: &[Code] = &[
    Code::CloseReading,
    Code::LinesMisfit,
    Code::TableDoubtful,
    Code::RaggedRow,
    Code::RowTooLong,
    Code::TaskMissing,
    Code::LeadMissing,
    Code::NumberOutOfOrder,
    Code::SectionOutOfOrder,
    Code::ScheduleUnparsed,
];

/// For each task, in the order of the reading, whether a doubt stands between its place and that of
/// the next one. A reading without places, as other tools give it, has no doubts.
#[must_use]
pub(crate) fn named(reading: &Value, tasks: &[&Value]) -> Vec<bool> {
    let said = reading["diagnostics"].as_array().into_iter().flatten();
    let of_rows = said.filter(|said| OF_ROWS.iter().any(|code| said["code"] == code.name()));
    let mut doubts: Vec<Place> = of_rows.filter_map(place).collect();
    doubts.sort_unstable();
    let places: Vec<Option<Place>> = tasks.iter().map(|task| place(task)).collect();
    let named = places.iter().enumerate().map(|(index, place)| {
        let Some(place) = place else { return false };
        let next = places.get(index + 1).copied().flatten();
        let next = next.filter(|next| place < next);
        let from = doubts.partition_point(|doubt| doubt < place);
        doubts.get(from).is_some_and(|doubt| next.map_or(doubt == place, |next| *doubt < next))
    });
    named.collect()
}

type Place = (u64, u64);

fn place(of: &Value) -> Option<Place> {
    let place = of.get("place")?;
    Some((place.get("page")?.as_u64()?, place.get("line")?.as_u64()?))
}
