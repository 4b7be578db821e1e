//! Blocks with parts of their own: cells, embeds, definitions, footnotes.

use super::{Block, Image, RichText, SafeUrl};
use serde::Serialize;

/// A cell of a data table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cell {
    /// Its text; `\n` between its lines.
    pub text: RichText,
    /// Its pictures; they stand before the text.
    pub images: Vec<Image>,
    /// Whether it heads its row or column.
    pub header: bool,
    /// Columns that it covers, at least 1.
    pub columns: u32,
    /// Rows that it covers, at least 1.
    pub rows: u32,
}

/// A post, video or sound from elsewhere, as a link with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Embed {
    /// What it is.
    pub kind: EmbedKind,
    /// Who shows it ("YouTube"), or empty.
    pub provider: &'static str,
    /// Where it is.
    pub url: SafeUrl,
    /// Its name, or empty.
    pub title: String,
    /// The words of a post.
    pub text: Vec<Block>,
    /// Caption, or empty.
    pub caption: RichText,
}

/// The kinds of embed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmbedKind {
    /// A film.
    Video,
    /// Sound.
    Audio,
    /// A post of a social network.
    #[default]
    Post,
    /// A map.
    Map,
}

/// Terms with what they mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Definition {
    /// The terms, none at the head of a list that begins with a meaning.
    pub terms: Vec<RichText>,
    /// What they mean, one entry each.
    pub details: Vec<Vec<Block>>,
}

/// A footnote.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Note {
    /// Its number, which [`super::MarkKind::Note`] names; 0 when nothing leads to it.
    pub number: u32,
    /// Its sign as the page prints it in the text ("1", "*"), or empty.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
}
