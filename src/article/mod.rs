//! The article: kept blocks in order. Its types have no place for scripts, handlers, styles, forms, ids or foreign
//! URL schemes, so every view and export of it is safe by construction.

use crate::text::Span;
use serde::Serialize;

pub mod build;
pub mod byline;
pub mod dateline;
pub mod head;
mod headline;
mod name;
pub mod rich;
mod table;
mod when;

/// An article body.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Article {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
}

/// Text with its inline marks beside it: marks lie over `text`, never in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RichText {
    /// Plain text, white space collapsed; `\n` where the page broke a line.
    pub text: String,
    /// Marks in order of start, properly nested.
    pub marks: Vec<Mark>,
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
        /// Whether the first row is a header.
        header: bool,
        /// Rows of cells.
        rows: Vec<Vec<RichText>>,
    },
    /// Picture with caption and credit.
    Figure {
        /// Pictures, at least one.
        images: Vec<Image>,
        /// Caption, or empty.
        caption: RichText,
    },
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

impl Article {
    /// Every text of the body in reading order: paragraphs, headings, list items, quotations, table cells (captions not).
    /// The index in this list is the paragraph number that facts and the reader use (from 0).
    pub fn texts(&self) -> Vec<&str> {
        let mut out = Vec::new();
        self.blocks.iter().for_each(|block| block.collect_texts(&mut out));
        out
    }

    /// The same list with program code left empty: numbers and names in code are no facts.
    pub fn prose(&self) -> Vec<&str> {
        let code: Vec<&str> = self.blocks.iter().flat_map(Block::code).collect();
        self.texts().into_iter().map(|t| if code.iter().any(|c| std::ptr::eq(*c, t)) { "" } else { t }).collect()
    }

    /// The body as plain text: the texts joined by a blank line.
    pub fn plain_text(&self) -> String {
        self.texts().join("\n\n")
    }
}

impl Block {
    /// The texts of the block that are program code.
    fn code(&self) -> Vec<&str> {
        match self {
            Self::Code { text, .. } => vec![text],
            Self::List { items, .. } => items.iter().flatten().flat_map(Self::code).collect(),
            Self::Quote(blocks) => blocks.iter().flat_map(Self::code).collect(),
            _ => Vec::new(),
        }
    }

    /// Appends the block's texts in reading order.
    fn collect_texts<'a>(&'a self, out: &mut Vec<&'a str>) {
        match self {
            Self::Paragraph(text) | Self::Heading { text, .. } => out.push(&text.text),
            Self::List { items, .. } => items.iter().flatten().for_each(|block| block.collect_texts(out)),
            Self::Quote(blocks) => blocks.iter().for_each(|block| block.collect_texts(out)),
            Self::Code { text, .. } => out.push(text),
            Self::Table { rows, .. } => out.extend(rows.iter().flatten().map(|cell| cell.text.as_str())),
            Self::Figure { .. } | Self::Rule => {}
        }
    }
}
