//! Slabs: lines with no white between them across the page, and the white strips that part them.

use super::extent::Extent;
use super::run::Run;

/// Runs whose heights touch.
#[derive(Debug, Clone)]
pub(super) struct Slab {
    pub(super) y: Extent,
    /// The runs, from top to bottom.
    pub(super) runs: Vec<Run>,
}

/// The slabs of runs, from top to bottom.
pub(super) fn slabs(mut runs: Vec<Run>) -> Vec<Slab> {
    runs.sort_by(|a, b| a.y.min.total_cmp(&b.y.min));
    let mut slabs: Vec<Slab> = Vec::new();
    for run in runs {
        match slabs.last_mut() {
            Some(slab) if run.y.min < slab.y.max => {
                slab.y = slab.y.join(run.y);
                slab.runs.push(run);
            }
            _ => slabs.push(Slab { y: run.y, runs: vec![run] }),
        }
    }
    slabs
}

/// The white between neighbouring slabs that is usual inside a cell: that between its lines.
pub(super) fn leading(slabs: &[Slab]) -> f32 {
    let mut gaps: Vec<f32> =
        slabs.iter().zip(slabs.iter().skip(1)).map(|(a, b)| b.y.min - a.y.max).collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0)
}
