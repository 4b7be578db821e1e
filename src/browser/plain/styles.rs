//! Stand-in for the citation styles until `crate::cite` has them: same names, one plain style.

use crate::cite::{Formatted, Item, Run};

/// A citation style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Korean humanities footnote.
    FootnoteKo,
    /// APA 7.
    Apa,
    /// A BibLaTeX entry.
    Biblatex,
}

/// A group of styles in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Styles of Korean writing.
    Korean,
    /// Styles of English writing.
    International,
    /// Formats for programs.
    Data,
}

impl Style {
    /// Every style in the order of the menu.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::FootnoteKo, Self::Apa, Self::Biblatex].into_iter()
    }

    /// The id, as settings write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::FootnoteKo => "footnote-ko",
            Self::Apa => "apa",
            Self::Biblatex => "biblatex",
        }
    }

    /// The style of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::all().find(|style| style.id() == id)
    }

    /// The group of the menu.
    pub fn group(self) -> Group {
        match self {
            Self::FootnoteKo => Group::Korean,
            Self::Apa => Group::International,
            Self::Biblatex => Group::Data,
        }
    }
}

/// Writes the citation of an item in a style.
pub fn format(item: &Item, _style: Style) -> Formatted {
    let plain = |text: String| Run { text, italic: false };
    let title = Run { text: format!("{}. ", item.title), italic: true };
    Formatted { runs: vec![plain(item.authors.iter().map(|a| a.name.clone() + ". ").collect()), title, plain(item.url.clone())] }
}
