//! The article: kept blocks in order. Its types have no place for scripts, handlers, styles, forms, ids or foreign
//! URL schemes, so every view and export of it is safe by construction.

use crate::text::Span;
use serde::Serialize;

mod apart;
pub mod build;
pub mod byline;
pub mod caption;
mod code;
pub mod dateline;
mod direction;
mod embed;
mod figure;
mod formula;
mod frame;
pub mod head;
mod headline;
mod lines;
mod markup;
mod name;
mod nest;
mod note;
pub mod origin;
mod picture;
mod post;
pub mod rich;
mod shown_date;
pub mod signed;
mod signed_words;
mod spelled;
mod structure;
mod table;
mod texts;
mod when;

pub use apart::Apart;
pub use formula::{Formula, MathNode};
pub use picture::lead;
pub use structure::{Cell, Definition, Embed, EmbedKind, Note};

/// An article body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Article {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The picture that the page names as its own, if the body has none.
    pub lead: Option<Image>,
    /// The direction of the text.
    pub direction: Direction,
}

/// The direction in which a text is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn name(self) -> &'static str {
        if self == Self::Rtl { "rtl" } else { "ltr" }
    }
}

/// Text with its inline marks beside it: marks lie over `text`, never in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RichText {
    /// Plain text, white space collapsed; `\n` where the page broke a line.
    pub text: String,
    /// Marks in order of start, properly nested.
    pub marks: Vec<Mark>,
    /// The direction of this text where it is not the article's.
    pub direction: Option<Direction>,
}

/// An inline mark over a span of a [`RichText`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mark {
    /// Bytes of the text.
    pub span: Span,
    /// What the span is.
    pub kind: MarkKind,
}

/// The kinds of inline mark.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A link; the address is absolute, `http`, `https` or `mailto`.
    Link(SafeUrl),
    /// Strong importance (`strong`, `b`).
    Strong,
    /// Stress (`em`, `i`).
    Emphasis,
    /// Code, sample or keyboard text.
    Code,
    /// Superscript.
    Superscript,
    /// Subscript.
    Subscript,
    /// A formula; the text below is its TeX or its signs in a row.
    Math(Formula),
    /// A small picture in the line (a formula); the text below is its alternative text.
    Picture(SafeUrl),
    /// Leads to the note of this number among the article's [`Block::Notes`].
    Note(u32),
    /// A word with its reading behind it in parentheses.
    Ruby,
    /// The reading inside a [`MarkKind::Ruby`].
    Reading,
    /// A parenthesis around the reading.
    ReadingSign,
}

/// An absolute `http`, `https` or `mailto` address, or a `data:` picture. Made only by [`SafeUrl::link`] and [`SafeUrl::image`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// The address for a link, if its scheme is allowed and it has no white space or control characters inside.
    pub fn link(url: &str) -> Option<Self> {
        let url = url.trim();
        let lower = url.get(..8.min(url.len())).unwrap_or_default().to_ascii_lowercase();
        let allowed = lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("mailto:");
        (allowed && !url.chars().any(|c| c.is_control() || c == ' ')).then(|| Self(url.to_owned()))
    }

    /// The address for a picture: `http`, `https`, or a `data:` bitmap (no SVG: it could carry script when opened alone).
    pub fn image(url: &str) -> Option<Self> {
        let bitmap =
            ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"].iter().any(|p| url.starts_with(p));
        let web = || Self::link(url).filter(|u| !u.0.starts_with("mailto:"));
        if bitmap && !url.chars().any(|c| c.is_control() || c == ' ') { Some(Self(url.to_owned())) } else { web() }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A block of the article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph(RichText),
    /// A heading inside the body; level 2..=6 (1 is the title's).
    Heading {
        /// Level, 2..=6.
        level: u8,
        /// The heading's text.
        text: RichText,
    },
    /// A list; items may hold further blocks (nested lists).
    List {
        /// Whether the items are numbered.
        ordered: bool,
        /// The number of the first item.
        start: u32,
        /// The items in order.
        items: Vec<Vec<Block>>,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code {
        /// Programming language as the page names it, or empty.
        language: String,
        /// The text with its line breaks.
        text: String,
    },
    /// A data table.
    Table {
        /// Caption, or empty.
        caption: RichText,
        /// Rows of cells, as the page has them: a cell over several rows or columns stands once.
        rows: Vec<Vec<Cell>>,
    },
    /// Picture with caption and credit.
    Figure {
        /// Pictures, at least one.
        images: Vec<Image>,
        /// Caption, or empty.
        caption: RichText,
        /// Who made the picture or gave it, as the page prints it, or empty.
        credit: RichText,
    },
    /// A post, video or sound from elsewhere.
    Embed(Embed),
    /// A list of terms with what they mean.
    Definitions(Vec<Definition>),
    /// Something that the page unfolds on a press.
    Details {
        /// The line that is always seen, or empty.
        summary: RichText,
        /// What it unfolds.
        blocks: Vec<Block>,
    },
    /// Footnotes.
    Notes(Vec<Note>),
    /// A thematic break.
    Rule,
}

/// A picture of the article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Image {
    /// Absolute address.
    pub url: SafeUrl,
    /// Alternative text, or empty.
    pub alt: String,
    /// Width and height in CSS pixels where the page says them.
    pub size: Option<(u32, u32)>,
}
