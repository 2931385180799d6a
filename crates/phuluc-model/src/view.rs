//! What a person sees of an input, and where on it the values of its document stand.
//!
//! A reader makes a [`View`] when it is asked to; a writer that shows a document beside its input
//! takes it. Plain conversion has none.

use crate::role::Role;

/// The pages of an input, and where the values of its document stand on them.
#[derive(Debug, Clone, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct View {
    /// The pages, in their order.
    pub pages: Vec<Page>,
    /// Where values stand, in the order of the rows.
    pub marks: Vec<Mark>,
}

/// A page as a person sees it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Page {
    /// Its number, from one.
    pub number: u32,
    /// Its width in points; zero for a text.
    pub width: f32,
    /// Its height in points; zero for a text.
    pub height: f32,
    /// What is seen on it.
    pub face: Face,
}

/// What is seen on a page.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Face {
    /// A picture as an SVG document, as large as the page. It is made out of a file that may come from
    /// a stranger: show it as an image and never as a part of another document.
    Svg(String),
    /// The lines of a text.
    Lines(Vec<Line>),
    /// Nothing.
    Blank(Blank),
}

/// A line of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Line {
    /// Its number in the input, from one.
    pub number: u32,
    /// Its text without the end of the line.
    pub text: String,
}

/// Why nothing is seen of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Blank {
    /// The engine could not draw the page.
    Undrawn,
    /// This build draws no pages.
    Unable,
    /// More is drawn on the page than the limits allow.
    TooMuch,
    /// So many pages were drawn before, which is the limit.
    Pages(usize),
    /// The pages before take so many bytes together that no more fit into the limit.
    Bytes(usize),
}

/// Where the value of one cell stands; a value that goes over pages or lines has several.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mark {
    /// The row of the document.
    pub row: Row,
    /// Which cell of the row. Of a section, [`Role::Task`] is the title.
    pub role: Role,
    /// Which of the cells without a role, counted from zero; zero for all others.
    pub extra: usize,
    /// The page, from one.
    pub page: u32,
    /// Where on the page.
    pub area: Area,
}

/// A row of a document by its place in it, counted from zero: a task or the heading of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Row {
    /// The appendix.
    pub appendix: usize,
    /// The section of the appendix.
    pub section: usize,
    /// The task of the section; `None` for the heading of the section itself.
    pub task: Option<usize>,
}

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Area {
    /// A rectangle in points from the top left corner.
    Box {
        /// Its left edge.
        x: f32,
        /// Its upper edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
    },
    /// A part of a line of a text.
    Words {
        /// The number of the line.
        line: u32,
        /// The byte at which the part begins.
        start: usize,
        /// The byte at which it ends.
        end: usize,
    },
}
