//! Which ordinals open rows: the chain of ordinals that counts best.
//!
//! Every line that opens with a possible ordinal is a candidate, also wrapped text such as `2024
//! của các cơ quan` and `10 phường`. The ordinal of a row follows the one before it; a beam search
//! keeps the few best chains and takes or skips each candidate.

use ecow::EcoVec;
use phuluc_model::ordinal::{Ordinal, Scheme};

use phuluc_language::connectives::asks_for_more;
use phuluc_language::lexicon::Opens;

use crate::table::{Number, RowKind};
use phuluc_page::deadline::Deadline;
use phuluc_page::line::{Gap, Word};

/// Width of the beam: chains that are kept after each candidate. More chains find rarer orders and
/// cost time in proportion.
const BEAM: usize = 24;

/// The most numbers that may be missing between two rows of a chain.
const MAX_HOLE: u32 = 4;

/// The gain of a page number that follows the one before; a figure without a page end beside it has
/// to follow twice.
const PAGE_FIGURE: f32 = 4.0;

/// A page has at least this many words, if only figures show pages.
const MIN_PAGE: usize = 40;

/// A row: its ordinal, what it is, and its words without the ordinal.
#[derive(Debug)]
pub(crate) struct OrdinalRow {
    /// Section or task.
    pub(crate) kind: RowKind,
    /// The ordinal; `None` for words before the first one.
    pub(crate) number: Option<Number>,
    /// The other words of the row.
    pub(crate) words: Vec<Word>,
}

/// Cuts the words of a body into rows.
pub(crate) fn rows(words: Vec<Word>, deadline: &Deadline<'_>) -> Vec<OrdinalRow> {
    let has_time = |at| words.get(at).is_none_or(|word: &Word| deadline.goes_on(word.place));
    let picks = chain(&candidates(&words, |_| None), None, has_time).into_iter();
    let mut picks = picks.filter_map(|(at, pick)| Some((at, pick.ordinal()?))).peekable();
    let mut runs: Vec<OrdinalRow> = Vec::new();
    for (index, word) in words.into_iter().enumerate() {
        if let Some((_, ordinal)) = picks.next_if(|(at, _)| *at == index) {
            let kind = kind(&ordinal);
            runs.push(OrdinalRow {
                kind,
                number: Some(Number {
                    words: vec![word],
                    ordinal: Some(ordinal),
                    repeated: false,
                    cell_boxes: EcoVec::new(),
                }),
                words: Vec::new(),
            });
        } else if let Some(run) = runs.last_mut() {
            run.words.push(word);
        } else {
            runs.push(OrdinalRow { kind: RowKind::Task, number: None, words: vec![word] });
        }
    }
    runs
}

fn kind(ordinal: &Ordinal) -> RowKind {
    match ordinal.scheme {
        Scheme::Roman | Scheme::Capital => RowKind::Section,
        Scheme::Arabic | Scheme::Small | Scheme::Dash => RowKind::Task,
    }
}

/// The words that count pages, beside the words that count rows. `page_figure` says whether a word
/// may be a page number; `page` is the page number before the words, if known.
pub(crate) fn page_figures(
    words: &[Word],
    page: Option<u32>,
    page_figure: impl Fn(usize) -> Option<PageFigure>,
) -> Vec<usize> {
    let picks = chain(&candidates(words, page_figure), page, |_| true).into_iter();
    picks.filter_map(|(at, pick)| pick.ordinal().is_none().then_some(at)).collect()
}

/// A figure alone on its line, which may be a page number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageFigure {
    pub(crate) number: u32,
    /// Whether the text shows the end of a page beside it.
    pub(crate) at_edge: bool,
}

/// What a candidate is in a chain.
#[derive(Clone)]
enum Pick {
    Row(Ordinal),
    PageFigure,
}

impl Pick {
    fn ordinal(self) -> Option<Ordinal> {
        match self {
            Self::Row(ordinal) => Some(ordinal),
            Self::PageFigure => None,
        }
    }
}

/// A word that may be the ordinal of a row or a page number.
struct Candidate {
    index: usize,
    readings: Vec<Ordinal>,
    page_figure: Option<PageFigure>,
    /// Score of its looks.
    looks: f32,
    /// Whether it is the only word on its line.
    alone: bool,
}

impl Candidate {
    fn is(&self, scheme: Scheme) -> bool {
        self.readings.iter().any(|ordinal| ordinal.scheme == scheme)
    }

    /// Whether it may only be an item of a list: `a)`, `-`.
    fn is_item(&self) -> bool {
        !self.readings.is_empty()
            && self.readings.iter().all(|o| matches!(o.scheme, Scheme::Small | Scheme::Dash))
    }

    fn opens_list(&self) -> bool {
        self.readings.iter().any(Ordinal::is_first)
    }
}

fn candidates(words: &[Word], page_figure: impl Fn(usize) -> Option<PageFigure>) -> Vec<Candidate> {
    let opening =
        words.iter().enumerate().filter(|(index, word)| *index == 0 || word.gap.opens_line());
    let mut candidates: Vec<Candidate> = opening
        .filter_map(|(index, word)| {
            let next = words.get(index + 1);
            let alone = next.is_none_or(|next| next.gap.opens_line());
            let readings = Ordinal::readings(&word.text);
            let looks = looks(alone, next);
            let page_figure = page_figure(index);
            let counts = !readings.is_empty() || page_figure.is_some();
            counts.then_some(Candidate { index, readings, page_figure, looks, alone })
        })
        .collect();
    drop_items(words, &mut candidates);
    candidates
}

/// Drops the items `a)` and `-` of lists inside cells. Items that are rows are alone on a line, or
/// most of them have cells after them; in a list only the last item has.
fn drop_items(words: &[Word], candidates: &mut Vec<Candidate>) {
    let mut keep = vec![true; candidates.len()];
    for list in item_lists(candidates) {
        let with_cells = list
            .iter()
            .filter(|at| {
                let item = candidates.get(**at).map_or(0, |item| item.index);
                has_cells(words, item, end_of_item(candidates, **at).unwrap_or(words.len()))
            })
            .count();
        let are_rows = with_cells > 1 && with_cells * 3 >= list.len() * 2;
        for at in list {
            let alone = candidates.get(at).is_some_and(|candidate| candidate.alone);
            if let Some(keep) = keep.get_mut(at) {
                *keep = alone || are_rows;
            }
        }
    }
    let mut keep = keep.into_iter();
    candidates.retain(|_| keep.next().unwrap_or(true));
}

/// The items that follow each other, list by list. Figures between them, such as `6 năm 2025` at
/// the start of a line, do not end a list; a row between dashes does.
fn item_lists(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut same_list = false;
    for (at, item) in candidates.iter().enumerate() {
        if !item.is_item() {
            same_list &= item.looks < 0.0;
            continue;
        }
        let before = lists.last().and_then(|list| candidates.get(*list.last()?));
        let follows =
            before.is_some_and(|before| match (item.is(Scheme::Dash), before.is(Scheme::Dash)) {
                (true, true) => same_list,
                (false, false) => !item.opens_list(),
                _ => false,
            });
        match lists.last_mut() {
            Some(list) if follows => list.push(at),
            _ => lists.push(vec![at]),
        }
        same_list = true;
    }
    lists
}

/// The end of the words of an item: the next item, or a figure that looks like a row.
fn end_of_item(candidates: &[Candidate], at: usize) -> Option<usize> {
    let mut next = candidates.iter().skip(at + 1);
    next.find(|next| next.is_item() || next.looks >= 0.0).map(|next| next.index)
}

/// Whether there are cells between two candidates: after words that open none, a unit that opens a
/// line or follows a full stop, or two units inside lines that no word before them needs.
fn has_cells(words: &[Word], start: usize, end: usize) -> bool {
    let inside = words.get(start + 1..end.min(start + MAX_ITEM_WORDS)).unwrap_or_default();
    let opens_unit = |index: usize| {
        let rest = inside.get(index..).unwrap_or_default();
        Opens::at(rest.iter().take(3).map(|word| word.text.as_str())).unit
    };
    let mut in_lines = 0;
    for (index, (before, word)) in inside.iter().zip(inside.iter().skip(1)).enumerate() {
        if !word.text.starts_with(char::is_uppercase) || !opens_unit(index + 1) {
            continue;
        }
        let asked = before.text.ends_with([',', ';', ':', '(']) || asks_for_more(&before.text);
        in_lines += usize::from(!asked);
        if word.gap.opens_line() || before.text.ends_with('.') || in_lines > 1 {
            return !opens_unit(0);
        }
    }
    false
}

/// At most this many words of an item are searched for cells, to bound the time.
const MAX_ITEM_WORDS: usize = 150;

fn looks(alone: bool, next: Option<&Word>) -> f32 {
    let first = next.and_then(|word| word.text.chars().find(|c| c.is_alphanumeric()));
    let case = match first {
        Some(c) if c.is_uppercase() => 1.0,
        // IV.8 of the seed has lost its first letter: `8 riển khai`.
        Some(c) if c.is_lowercase() => -2.0,
        Some(_) => -1.0,
        None => 0.0,
    };
    let after_page = next.is_some_and(|word| word.gap == Gap::Page);
    if alone && !after_page { case + 1.5 } else { case }
}

/// One way to count rows and pages up to a candidate.
#[derive(Clone)]
struct Chain {
    /// The open levels, outermost first.
    levels: Vec<Ordinal>,
    /// The last plain number, because numbers may continue over a section.
    last_number: u32,
    /// The last page number, and the index of its word.
    page: Option<(u32, usize)>,
    score: f32,
    /// The last step, an index into the steps of the search.
    step: Option<usize>,
    /// What was taken after that step; it becomes a step if the chain is kept.
    taken: Option<(usize, Pick)>,
}

/// A candidate that was taken, and the step before it.
struct ChainStep {
    before: Option<usize>,
    pick: (usize, Pick),
}

/// The best chain. `has_time` says of a word whether there is time left to continue with it.
fn chain(
    candidates: &[Candidate],
    page: Option<u32>,
    has_time: impl Fn(usize) -> bool,
) -> Vec<(usize, Pick)> {
    let mut steps = Steps::default();
    let page = page.map(|page| (page, 0));
    let none =
        Chain { levels: Vec::new(), last_number: 0, page, score: 0.0, step: None, taken: None };
    let mut beam = vec![none];
    for candidate in candidates.iter().take_while(|candidate| has_time(candidate.index)) {
        let mut next = beam.clone();
        for chain in &beam {
            for ordinal in &candidate.readings {
                if let Some(gain) = chain.gain(ordinal) {
                    let taken = (candidate.index, Pick::Row(ordinal.clone()));
                    let extended = chain.extended(ordinal, gain + candidate.looks);
                    next.push(Chain { taken: Some(taken), ..extended });
                }
            }
            let page = candidate
                .page_figure
                .and_then(|page_figure| chain.paged(page_figure, candidate.index));
            if let Some(paged) = page {
                next.push(Chain { taken: Some((candidate.index, Pick::PageFigure)), ..paged });
            }
        }
        next.sort_by(|a, b| b.score.total_cmp(&a.score));
        next.dedup_by(|a, b| {
            a.levels == b.levels && a.last_number == b.last_number && a.page == b.page
        });
        next.truncate(BEAM);
        beam = next;
        steps.add(&mut beam);
    }
    picks(&steps.steps, beam.first().and_then(|best| best.step))
}

/// The steps of the chains that are kept.
#[derive(Default)]
struct Steps {
    steps: Vec<ChainStep>,
    /// How many there were after the last removal of unused steps.
    kept: usize,
}

impl Steps {
    /// Adds what the chains have taken as steps.
    fn add(&mut self, beam: &mut [Chain]) {
        for chain in beam.iter_mut() {
            if let Some(pick) = chain.taken.take() {
                self.steps.push(ChainStep { before: chain.step, pick });
                chain.step = Some(self.steps.len() - 1);
            }
        }
        if self.steps.len() > 2 * self.kept + MANY_STEPS {
            self.leave_out(beam);
        }
    }

    /// Removes the steps that no chain uses any more, to bound memory.
    fn leave_out(&mut self, beam: &mut [Chain]) {
        let mut used = vec![false; self.steps.len()];
        for chain in beam.iter() {
            let mut at = chain.step;
            while let Some(slot @ false) = at.and_then(|index| used.get_mut(index)) {
                *slot = true;
                at = at.and_then(|index| self.steps.get(index)).and_then(|step| step.before);
            }
        }
        let mut count = 0;
        let place = |used: &bool| {
            count += usize::from(*used);
            count
        };
        // The new index of a used step is the number of used steps before it.
        let places: Vec<usize> = used.iter().map(place).collect();
        let moved = |step: Option<usize>| Some(places.get(step?)? - 1);
        let mut used = used.iter();
        self.steps.retain(|_| used.next() == Some(&true));
        for step in &mut self.steps {
            step.before = moved(step.before);
        }
        for chain in beam {
            chain.step = moved(chain.step);
        }
        self.kept = self.steps.len();
    }
}

/// With fewer steps none is removed.
const MANY_STEPS: usize = 4_096;

fn picks(steps: &[ChainStep], last: Option<usize>) -> Vec<(usize, Pick)> {
    let mut picks = Vec::new();
    let mut at = last;
    while let Some(step) = at.and_then(|index| steps.get(index)) {
        picks.push(step.pick.clone());
        at = step.before;
    }
    picks.reverse();
    picks
}

impl Chain {
    /// The gain of taking the ordinal next; `None` if it cannot follow here.
    fn gain(&self, ordinal: &Ordinal) -> Option<f32> {
        let like =
            |level: &&Ordinal| level.scheme == ordinal.scheme && level.depth() == ordinal.depth();
        if let Some(before) = self.levels.iter().find(like) {
            let style = if before.closed == ordinal.closed { 0.0 } else { -4.0 };
            return Some(style + self.gain_after(before, ordinal)?);
        }
        if !self.may_open(ordinal) {
            return None;
        }
        let plain_number = ordinal.scheme == Scheme::Arabic && ordinal.depth() == 1;
        if plain_number && self.last_number > 0 && ordinal.count() == self.last_number + 1 {
            return Some(3.0);
        }
        if ordinal.is_first() && self.parent_agrees(ordinal) {
            return Some(3.0);
        }
        // A table may begin in the middle, if the pages before it are missing.
        let start = self.levels.is_empty() && plain_number;
        start.then_some(0.5)
    }

    fn gain_after(&self, before: &Ordinal, ordinal: &Ordinal) -> Option<f32> {
        if ordinal.follows(before) {
            return Some(if ordinal.scheme == Scheme::Dash { 2.0 } else { 3.0 });
        }
        if ordinal.depth() > 1 && ordinal.is_first() && self.parent_agrees(ordinal) {
            return Some(3.0);
        }
        let hole = ordinal
            .count()
            .checked_sub(before.count())
            .filter(|hole| (2..=MAX_HOLE).contains(hole))?;
        Some(f32::from(u16::try_from(hole).unwrap_or(u16::MAX)).mul_add(-1.5, 2.0))
    }

    /// Whether a scheme that is not open yet may open inside the open levels.
    fn may_open(&self, ordinal: &Ordinal) -> bool {
        let rank = |o: &Ordinal| match o.scheme {
            Scheme::Capital | Scheme::Roman => 0,
            Scheme::Arabic => o.depth(),
            Scheme::Small => 8,
            Scheme::Dash => 9,
        };
        let open = |scheme| self.levels.iter().any(|level| level.scheme == scheme);
        match ordinal.scheme {
            // `I` among capitals is the letter; a capital inside Roman sections is not a section.
            Scheme::Capital => !open(Scheme::Roman) && ordinal.is_first(),
            Scheme::Roman => !open(Scheme::Arabic) || ordinal.is_first() && !open(Scheme::Capital),
            Scheme::Small | Scheme::Dash => open(Scheme::Arabic),
            Scheme::Arabic => self
                .levels
                .iter()
                .all(|level| rank(level) < rank(ordinal) || level.scheme == Scheme::Dash),
        }
    }

    /// Whether `2.1` is under `2`, or no open level contradicts.
    fn parent_agrees(&self, ordinal: &Ordinal) -> bool {
        let Some((_, group)) = ordinal.counts.split_last() else { return false };
        let parent = self
            .levels
            .iter()
            .find(|level| level.scheme == ordinal.scheme && level.depth() == group.len());
        group.is_empty() || parent.is_none_or(|parent| parent.counts == group)
    }

    fn extended(&self, ordinal: &Ordinal, gain: f32) -> Self {
        let same =
            |level: &Ordinal| level.scheme == ordinal.scheme && level.depth() >= ordinal.depth();
        let keep = self.levels.iter().position(same).unwrap_or(self.levels.len());
        let mut levels: Vec<Ordinal> = self.levels.iter().take(keep).cloned().collect();
        if ordinal.scheme == Scheme::Roman && !self.levels.iter().any(same) {
            levels.retain(|level| level.scheme == Scheme::Capital);
        }
        levels.push(ordinal.clone());
        let plain_number = ordinal.scheme == Scheme::Arabic && ordinal.depth() == 1;
        let last_number = if plain_number { ordinal.count() } else { self.last_number };
        let score = self.score + gain;
        Self { levels, last_number, page: self.page, score, step: self.step, taken: None }
    }

    /// The chain with one more page; `None` if no page can have the number.
    fn paged(&self, page_figure: PageFigure, index: usize) -> Option<Self> {
        let gain = match (self.page, page_figure.at_edge) {
            (Some((before, _)), true) if page_figure.number == before + 1 => PAGE_FIGURE,
            (Some((before, at)), false)
                if page_figure.number == before + 1 && at + MIN_PAGE <= index =>
            {
                PAGE_FIGURE - 1.0
            }
            (None, true) if page_figure.number <= 2 => 1.0,
            (None, true) => 0.5,
            (None, false) if page_figure.number <= 2 => -PAGE_FIGURE,
            _ => return None,
        };
        let page = Some((page_figure.number, index));
        Some(Self { page, score: self.score + gain, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use phuluc_model::Place;
    use phuluc_page::options::Options;

    /// Each line of the text is a line.
    fn words(text: &str) -> Vec<Word> {
        let words = text.lines().flat_map(|line| {
            line.split(' ').enumerate().map(|(index, word)| Word {
                text: word.into(),
                gap: if index == 0 { Gap::Line } else { Gap::Space },
                place: Place::START,
                pieces: 1,
            })
        });
        words.collect()
    }

    /// The ordinals that open rows.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let runs = rows(words(text), &Deadline::begin(&Options::default()));
        let ordinals: Vec<&str> = runs
            .iter()
            .filter_map(|run| run.number.as_ref())
            .flat_map(|number| &number.words)
            .map(|word| word.text.as_str())
            .collect();
        assert_eq!(ordinals, expected);
    }

    #[test]
    fn wrapped_figures_open_no_row() {
        check(
            "I Lĩnh vực\n1 Sửa đổi năm\n2024 của các cơ quan\n2 Rà soát\n10 phường triển khai\n100% theo\n387/KH-UBND ngày\n3 Báo cáo",
            &["I", "1", "2", "3"],
        );
    }

    #[test]
    fn numbers_restart_or_run_through() {
        check("I A\n1 B\n2 C\nII D\n1 E\n2 F", &["I", "1", "2", "II", "1", "2"]);
        check("I A\n1 B\n2 C\nII D\n3 E\n4 F", &["I", "1", "2", "II", "3", "4"]);
    }

    #[test]
    fn a_lost_first_letter_does_not_hide_a_row() {
        check("7 Tiếp tục\n8 riển khai\n9 Rà soát", &["7", "8", "9"]);
    }

    #[test]
    fn a_list_inside_a_cell_opens_no_row() {
        check(
            "12 Xây dựng\n13\nXây dựng cơ chế\n1. Bộ Tài chính\n2. Bộ Y tế\n14 Nghiên cứu",
            &["12", "13", "14"],
        );
    }

    #[test]
    fn nested_numbers_open_rows() {
        check(
            "1. Nhóm\n1.1 Rà soát\n1.2 Báo cáo\n2. Nhóm\n2.1 Xây dựng",
            &["1.", "1.1", "1.2", "2.", "2.1"],
        );
    }

    #[test]
    fn items_with_cells_are_rows_although_figures_wrap_between_them() {
        check(
            "1 Nhóm:\na) Rà soát theo Kế hoạch ngày 14 tháng\n6 năm 2025\nSở Nội vụ\nb) Báo cáo kết quả\nSở Y tế\n2 Khác",
            &["1", "a)", "b)", "2"],
        );
        check(
            "1 Nhóm\n- Công trình giao thông. Bộ Xây dựng\n- Công trình năng lượng. Bộ Công Thương\n2 Khác",
            &["1", "-", "-", "2"],
        );
    }

    /// Which of the figures alone on a line count pages, by the indexes of their words.
    #[track_caller]
    fn check_page_figures(text: &str, edges: &[&str], page: Option<u32>, expected: &[usize]) {
        let words = words(text);
        let page_figure = |index: usize| {
            let word = words.get(index)?;
            let alone = words.get(index + 1).is_none_or(|next| next.gap.opens_line());
            let number = word.text.parse().ok().filter(|_| alone && word.gap.opens_line())?;
            Some(PageFigure { number, at_edge: edges.contains(&word.text.as_str()) })
        };
        assert_eq!(page_figures(&words, page, page_figure), expected);
    }

    #[test]
    fn pages_are_counted_beside_rows() {
        let text = "1\nViệc A\n2\nViệc B\n5\nphần sau\n3\nViệc C";
        check_page_figures(text, &["5"], Some(4), &[6]);
        check_page_figures(text, &["5"], None, &[6]);
        check_page_figures(text, &[], None, &[]);
        // The number of a page may be the number of a row, too.
        check_page_figures("1\nViệc A\n2\n2\nViệc B\n3\nViệc C", &["2"], Some(1), &[3]);
    }

    #[test]
    fn bare_figures_count_pages_only_far_apart() {
        let page = |number: u32| format!("{number}\n{}", "từ ".repeat(60).trim_end());
        let text = format!("7 Việc A\n{}\n{}\n{}\n8 Việc B", page(2), page(3), page(4));
        check_page_figures(&text, &[], None, &[3, 64, 125]);
        check_page_figures("7 Việc A\n2\nx\n3\ny\n4\n8 Việc B", &[], None, &[]);
    }
}
